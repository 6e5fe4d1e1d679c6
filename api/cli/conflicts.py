"""`comity conflicts`: rules of two jurisdictions that cannot both be kept."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from graph.answers.conflicts import Conflict, conflicts

COLUMNS = (
    "kind", "rule_a", "rule_b", "status", "exits", "citations", "parties", "trigger", "determinacy", "currency"
)  # fmt: skip


def run(
    jurisdictions: Annotated[
        str, typer.Option("--jurisdictions", help="two at least, such as us,cn; default all")
    ] = "",
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say which conflicts are active, which need an order first, which nobody confirmed, and the exits."""
    wanted = jurisdictions.replace(",", " ").split()
    found = conflicts(store(release), as_of(valid, known), wanted)
    show(COLUMNS, sorted(map(cells_of, found)), form)


def cells_of(one: Conflict) -> tuple[str, ...]:
    """Return the cells of one conflict."""
    grounds = (f"{ground.kind}: {ground.label}" for ground in one.fact.grounds)
    return (
        one.kind,
        one.rule_a,
        one.rule_b,
        one.status.value,
        one.exits,
        " | ".join((one.fact.citation, *grounds)),
        one.parties,
        one.fact.text("trigger"),
        one.determinacy.value,
        one.currency.value,
    )
