"""Questions 13, 14 and 34: duties of an instrument, of a firm in several jurisdictions, and the documents of an export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.answers.asked.answer import AnswerRow, places, row_of
from graph.answers.asof import AsOf
from graph.answers.facts import Fact, instruments, of
from graph.answers.gaps.obligations import deletion, harmonised
from graph.errors import NotFound
from graph.store import GraphStore

#: Columns of an instrument's row that are duties, and what each is called.
_DUTIES = {
    "registrationDuty": "registration",
    "notificationDuty": "notification",
    "reportingDuty": "report",
    "recordDuty": "record keeping",
    "complianceProgramme": "compliance programme",
    "underCondition": "condition",
}
_PAPERS = re.compile(
    r"statement|end.use|end.user|consignee|certificate|customs|papers|recipient", re.IGNORECASE
)
_ASSURANCES = ("endUseAssurance", "licencePrecondition")
_YEARS = re.compile(r"years\b")


def of_instrument(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what follows from using an instrument: its own duties, then those of its jurisdiction that name it.

    Raises:
        NotFound: no instrument of that key.
    """
    wanted = params["instrument"].casefold()
    held = [
        fact
        for fact in instruments(store, params.get("jurisdiction", ""), as_of)
        if fact.text("officialKey").casefold() == wanted
    ]
    if not held:
        raise NotFound("instrument", params["instrument"])
    for fact in held:
        for name, kind in _DUTIES.items():
            if said := fact.text(name):
                yield row_of(
                    fact, as_of, duty=kind, what=said, jurisdiction=places(fact), by="its own terms"
                )
        for jurisdiction in fact.jurisdictions:
            yield from _that_name(store, wanted, jurisdiction, as_of)


def _that_name(
    store: GraphStore, wanted: str, jurisdiction: str, as_of: AsOf
) -> Iterator[AnswerRow]:
    for duty in of(store, "Obligation", jurisdiction, as_of):
        trigger = duty.text("trigger")
        named = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", trigger, re.IGNORECASE)
        general = not re.search(r"[A-Z]{2,}[- ]?\d", trigger)
        if named or general:
            by = "names it" if named else "every export, or what its trigger says"
            yield row_of(
                duty, as_of, duty=duty.text("factKind"), what=_amount(duty, trigger), jurisdiction=jurisdiction, by=by
            )  # fmt: skip


def of_firm(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield one list of duties for a firm in several jurisdictions.

    Shape:   one row a kind and jurisdiction; ``driver`` is 1 on the row that a firm meets all others of its kind by
        meeting: the latest day of keeping for an export of the day asked for (pointwise maximum), else the greatest
        number of years; all of a kind that is not counted in years.
    """
    wanted = params["jurisdictions"].replace(",", " ").split()
    held = [fact for key in wanted for fact in of(store, "Obligation", key, as_of)]
    kinds: dict[str, list[Fact]] = {}
    for fact in held:
        kinds.setdefault(fact.text("factKind"), []).append(fact)
    for kind, group in sorted(kinds.items()):
        most = max((years for fact in group if (years := _years(fact)) is not None), default=None)
        last, _ = harmonised(group, as_of.valid)
        for fact in group:
            years, until = _years(fact), deletion(fact, as_of.valid)
            is_driver = until == last if until else years is None or years == most
            yield row_of(
                fact,
                as_of,
                kind=kind,
                jurisdiction=places(fact),
                what=_amount(fact, fact.text("trigger")),
                driver="1" if is_driver else "0",
                until=until.isoformat() if until else "",
            )


def documents(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield the papers that an export under a jurisdiction's law needs, and what other states' papers it accepts."""
    jurisdiction = params["jurisdiction"]
    for duty in of(store, "Obligation", jurisdiction, as_of):
        if _PAPERS.search(duty.text("factKind")):
            yield row_of(
                duty, as_of, paper=duty.text("factKind"), what=_amount(duty, duty.text("trigger")), waived="", status="required"
            )  # fmt: skip
    for act in of(store, "RecognitionAct", "", as_of):
        if act.text("recognitionKind") in _ASSURANCES and jurisdiction in act.codes(
            "grantorJurisdiction"
        ):
            yield row_of(
                act,
                as_of,
                paper=act.text("factKind"),
                what=act.text("arrangement"),
                waived=act.text("beneficiary"),
                status="recognised under conditions",
            )


def _amount(fact: Fact, trigger: str) -> str:
    said = " ".join(part for part in (fact.text("amount"), fact.text("inUnit")) if part)
    return "; ".join(part for part in (said, trigger) if part)


def _years(fact: Fact) -> int | None:
    """Return the number of years, where a duty counts in them."""
    counted = fact.text("amount").isdigit() and _YEARS.match(fact.text("inUnit"))
    return int(fact.text("amount")) if counted else None
