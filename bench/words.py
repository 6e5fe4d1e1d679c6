"""How well words are read: agreement with the samples that were labelled by hand, measured in one run: `make bench`."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from api.cli.options import settings
from graph.logic.units import exact
from graph.model.document import ListDocument
from graph.model.limit import Limit
from ingest.read import all_lists, read_list
from ingest.text.limits.units import ucum

WORDS = Path(__file__).parent.parent / "tests" / "golden" / "words"
LISTS = ("us-ccl", "eu-annex-i")
WITH_LIMITS = (*LISTS, "jp-goods")
"""Lists of which limits were labelled."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺μ", "0123456789-+µ")

Facts = Counter[tuple[str, ...]]


def labelled(key: str, name: str) -> list[dict[str, str]]:
    """Return the rows that a person wrote: ``limits``, ``flags``, ``references`` or ``notes`` of a list."""
    with (WORDS / f"{key}.{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def places(key: str) -> set[str]:
    """Return every paragraph and note that was labelled, those without a limit too."""
    if (WORDS / f"{key}.places.tsv").exists():
        return {row["paragraph"] for row in labelled(key, "places")}
    flags = {row["paragraph"] for row in labelled(key, "flags")}
    return flags | {row["note"] for row in labelled(key, "notes")}


def limits(document: ListDocument, key: str) -> tuple[Facts, Facts]:
    """Return the limits with a value that we read, and those that a person wrote; parameters and conditions do not count."""
    theirs = Facts(
        (row["paragraph"], row["comparator"], _number(Decimal(row["value"])), _unit(row["unit"]))
        for row in labelled(key, "limits")
        if row["value"]
    )
    inside = places(key) | {where for where, *_ in theirs}
    ours = Facts(
        (one.where, one.comparator.value, _number(one.value), _unit(one.unit))
        for one in document.limits
        if one.where in inside and one.value is not None
    )
    return ours, theirs


def agreement(ours: Facts, theirs: Facts) -> tuple[float, float]:
    """Return precision and recall."""
    same = (ours & theirs).total()
    return same / max(1, ours.total()), same / max(1, theirs.total())


def untyped(document: ListDocument) -> tuple[Facts, int]:
    """Return what keeps limits of paragraphs from being typed atoms, and how many limits there are.

    Shape:   a limit is typed that has a parameter, a comparator, an exact value and a unit whose exact size is known (a plain number
        has the unit 1); each of the others counts under the first that it lacks, with the unit where that is it.
    """
    paragraphs = {paragraph.notation for paragraph in document.paragraphs}
    inside = [one for one in document.limits if one.where in paragraphs]
    causes = (_cause(one) for one in inside)
    return Facts(cause for cause in causes if cause), len(inside)


def _cause(limit: Limit) -> tuple[str, ...]:
    if limit.value is None:
        return ("no exact value",)
    code = ucum(limit.unit, limit.parameter)
    if limit.unit and not (code and exact(code)):
        return ("unknown unit", limit.unit)
    return () if limit.parameter else ("no parameter",)


def wrong_flags(document: ListDocument, key: str) -> list[dict[str, str]]:
    """Return the labelled connectives that we read otherwise."""
    ours = {p.notation: p.connective.value for p in document.paragraphs}
    return [
        row
        for row in labelled(key, "flags")
        if row["flag"] != ours.get(row["paragraph"], row["flag"])
    ]


def wrong_kinds(document: ListDocument, key: str) -> list[dict[str, str]]:
    """Return the labelled notes whose kind we read otherwise."""
    ours = {note.notation: note.kind.value for note in document.notes}
    return [row for row in labelled(key, "notes") if ours[row["note"]] != row["kind"]]


def _unit(written: str) -> str:
    """One spelling of a unit: raised figures, blanks and what a share is by do not count."""
    return (
        written.translate(_RAISED)
        .replace(" by weight", "")
        .replace("per pulse", "")
        .replace(" ", "")
    )


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _share(wrong: Iterable[object], whole: int) -> float:
    return 1 - len(list(wrong)) / whole


def main() -> None:
    """Print one line a list and kind of fact: what was reached, and the bar."""
    documents = settings().documents
    for key in WITH_LIMITS:
        document = read_list(all_lists()[key], documents).history.editions[-1].document
        precision, recall = agreement(*limits(document, key))
        print(f"{key:12} limits       precision {precision:.3f} recall {recall:.3f}  bar 0.97")
        causes, whole = untyped(document)
        print(f"{key:12} typed atoms  {1 - causes.total() / whole:.3f}  bar 0.90")
        for cause, times in causes.most_common():
            print(f"{key:12}   {times:4} {': '.join(cause)}")
        if key not in LISTS:
            continue
        flags, kinds = labelled(key, "flags"), labelled(key, "notes")
        print(
            f"{key:12} connectives  {_share(wrong_flags(document, key), len(flags)):.3f}  bar 0.97"
        )
        print(
            f"{key:12} kinds        {_share(wrong_kinds(document, key), len(kinds)):.3f}  bar 0.95"
        )


if __name__ == "__main__":
    main()
