"""Questions 1, 2, 8, 16, 20, 29 and 35: one transaction, side by side, by instruments, by reach, by person, by route."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.answers.asked.answer import AnswerRow, rows_of
from graph.answers.asof import AsOf, Currency, Determinacy, state_of
from graph.answers.deemed import Release, deemed
from graph.answers.determine.frame import determine, orders
from graph.answers.licence_rules import covers
from graph.answers.licensing_gap import Leg, licensing
from graph.answers.reach import reach
from graph.answers.related import related
from graph.answers.route import Stretch, routes
from graph.errors import UnreadableItem
from graph.ids import Item
from graph.model.determination import Case, Determination
from graph.store import GraphStore

_TESTS = ("origin", "content", "directProduct", "person")


def asked(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what law asks for one item to one destination: level, then each reason, instrument, duty and open point."""
    told = determine(store, case_of(params, as_of))
    cited = cited_in(store, told)
    yield _aspect(told, cited, "level", told.level, "; ".join(told.columns))
    for cause in told.requirements:
        standing = "open" if cause.fires is None else "fires"
        yield _aspect(told, cited, "requirement", f"{cause.says} ({standing})", cause.citation)
    for aspect, held in (
        ("instrument", told.instruments),
        ("needs verification", told.needs_verification),
        ("foreclosed", told.foreclosed),
        ("duty", told.duties),
        ("assumption", told.assumptions),
        ("not checked", told.not_checked),
    ):
        for one in held:
            yield _aspect(told, cited, aspect, one, "")
    for point in told.open_points:
        yield _aspect(told, cited, "open point", point.question, point.citation)


def abreast(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what each jurisdiction asks for the item or its counterpart, the one that was named first."""
    others = params.get("jurisdictions", "").replace(",", " ").lower().split()
    legs = licensing(store, case_of(params, as_of), others)
    for number, leg in enumerate(legs):
        yield _leg_row(number, leg, cited_in(store, leg.answer))


def instruments(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the general authorisations that cover an item to a destination, with what stands between."""
    case = case_of(params, as_of)
    item = Item.parse(determine(store, case).item)
    for order in orders(store, case.jurisdiction):
        for hit in covers(store, order, item, case.destination, as_of):
            if hit.standing != "out_of_scope":
                yield rows_of(
                    hit.rules,
                    as_of,
                    hit.determinacy,
                    instrument=hit.instrument,
                    standing=hit.standing.value,
                    reason=hit.reason,
                    questions=" ".join(hit.questions),
                )


def reached(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield each rule by which a law may reach what happens abroad: yes, no, or what must be asked."""
    stated = {name: params[name] for name in _TESTS if name in params}
    found = reach(store, params["jurisdiction"].lower(), params["destination"].upper(), stated, as_of)  # fmt: skip
    for one in found:
        sure = Determinacy.CONDITIONAL if one.reaches is None else Determinacy.DETERMINED
        told = {True: "yes", False: "no", None: "open"}[one.reaches]
        yield rows_of([one.rule], as_of, sure, rule=one.says, reaches=told, question=one.question)


def releases(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield whether a release to a person counts as an export, and to where; with an item, what is asked for it there."""
    release = Release(
        what=params["release"],
        place=params.get("place", ""),
        nationality=params.get("nationality", "").upper(),
        residence=params.get("residence", "").upper(),
        permanent=params.get("permanent", "").upper(),
        publication=params.get("publication", ""),
        role=params.get("role", ""),
    )
    for one in deemed(store, params["jurisdiction"].lower(), release, as_of):
        told = {True: "yes", False: "no", None: "open"}[one.counts]
        yield rows_of(
            [one.rule],
            as_of,
            one.determinacy,
            rule=one.rule.text("ruleName"),
            counts=told,
            destination=one.destination,
            level=_level(store, params, one.destination, as_of) if one.counts is not False else "",
            reason=one.reason,
            questions=" | ".join(one.questions),
        )


def behind(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the software and technology that is controlled because of an item."""
    for one in related(store, Item.parse(params["item"]), as_of):
        yield AnswerRow(
            cells={"item": str(one.item), "sort": one.sort, "label": one.label, "names": one.names},
            determinacy=Determinacy.DETERMINED if one.whole else Determinacy.CONDITIONAL,
            currency=one.currency,
            citations=(one.citation, f"document: {one.document}, {one.item.notation}"),
        )


def by_way(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what law asks on each leg: directly, and by way of another state."""
    for number, one in enumerate(routes(store, case_of(params, as_of), params["through"].upper())):
        yield _stretch_row(number, one, cited_in(store, one.answer))


def case_of(params: Mapping[str, str], as_of: AsOf) -> Case:
    """Return the case that parameters state: whose law by the item's list, where it is not named.

    Raises:
        UnreadableItem: an item whose jurisdiction nobody can tell.
    """
    item, jurisdiction = params.get("item", ""), params.get("jurisdiction", "").lower()
    if not jurisdiction:
        jurisdiction = item.partition("-")[0].lower() if ":" in item else ""
    if not jurisdiction:
        raise UnreadableItem(item, "an item LIST:NOTATION, or give jurisdiction=")
    return Case(
        jurisdiction=jurisdiction,
        item=item,
        destination=params["destination"].upper(),
        valid=as_of.valid,
        known=as_of.known,
        end_use=params.get("end_use", ""),
    )


def _level(store: GraphStore, params: Mapping[str, str], destination: str, as_of: AsOf) -> str:
    if "item" not in params or not destination:
        return ""
    told = determine(store, case_of({**params, "destination": destination}, as_of))
    return f"{told.level} ({told.determinacy})"


def cited_in(store: GraphStore, told: Determination | None) -> tuple[str, ...]:
    """Return what an answer cites, with the document that its item was read in."""
    if told is None or not told.text_of:
        return told.citations if told else ()
    as_of = AsOf(told.case.valid, told.case.known)
    state = state_of(store, told.text_of.partition("@")[0], as_of)
    notation = told.item.partition(":")[2]
    return (*told.citations, f"document: {state.document}, {notation}")


def _aspect(
    told: Determination, cited: tuple[str, ...], aspect: str, what: str, by: str
) -> AnswerRow:
    cells = {"item": told.item, "aspect": aspect, "what": what, "by": by}
    return AnswerRow(cells, Determinacy(told.determinacy), Currency(told.currency), cited)


def _leg_row(number: int, leg: Leg, cited: tuple[str, ...]) -> AnswerRow:
    told, found = leg.answer, leg.counterpart
    stricter = "" if leg.delta is None else ("other" if leg.delta > 0 else "first" if leg.delta < 0 else "neither")  # fmt: skip
    cells = {
        "order": str(number),
        "jurisdiction": leg.jurisdiction,
        "item": told.item if told else (str(found.item) if found else ""),
        "link": f"{found.link.predicate} {found.link.confidence:.2f} {found.link.review}"
        if found
        else "",
        "level": told.level if told else "unknown",
        "delta": "" if leg.delta is None else str(leg.delta),
        "stricter": stricter,
        "instruments": "; ".join(told.instruments) if told else "",
        "on": leg.on,
        "why": leg.remark or (told.requirements[0].says if told and told.requirements else ""),
    }
    currency = Currency(told.currency) if told else Currency.ASSUMED
    return AnswerRow(cells, leg.determinacy, currency, cited)


def _stretch_row(number: int, one: Stretch, cited: tuple[str, ...]) -> AnswerRow:
    told = one.answer
    cells = {
        "order": str(number),
        "path": one.path,
        "leg": one.leg,
        "law": one.law,
        "activity": one.activity,
        "item": told.item if told else "",
        "level": told.level if told else "unknown",
        "instruments": "; ".join(told.instruments) if told else "",
        "why": one.remark or (told.requirements[0].says if told and told.requirements else ""),
    }
    currency = Currency(told.currency) if told else Currency.ASSUMED
    return AnswerRow(cells, one.determinacy, currency, cited)
