"""`comity determine`: what law asks for one item to one destination, a case at a time or a table of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import click
import orjson
import typer

from api.cli import options
from api.cli.batch import Batch, Out, answer_rows
from api.cli.options import Known, Output, ReleaseKey, Valid, as_of, store
from api.cli.table import show
from api.exports.memo import file_of
from graph.answers.asof import Determinacy
from graph.answers.determine.frame import determine
from graph.answers.memo import memo as memo_of
from graph.errors import UnreadableFact
from graph.model.determination import Case, Determination, Level
from graph.store import GraphStore

WANTED = ("id", "jurisdiction", "item", "destination", "valid")
ADDED = (
    "level", "determinacy", "columns", "requirements", "instruments", "foreclosed", "duties", "assumptions",
    "open_points", "citations", "currency", "text_of",
)  # fmt: skip


def run(
    jurisdiction: Annotated[str, typer.Argument(help="such as us, eu, de, jp, ca")] = "",
    item: Annotated[
        str, typer.Argument(help="LIST:NOTATION, a notation, EAR99, or - for an item on no list")
    ] = "",
    destination: Annotated[str, typer.Argument(help="ISO 3166-1 alpha-2, such as JP")] = "",
    end_use: Annotated[
        str, typer.Option("--end-use", help="military, nuclear, missile, cbw, wmd")
    ] = "",
    value: Annotated[str, typer.Option("--value", help="of the consignment: 5000 EUR")] = "",
    memo: Annotated[
        Path | None, typer.Option("--memo", help="write a memo for the file: .html, .pdf or .json")
    ] = None,
    batch: Batch = None,
    out: Out = None,
    valid: Valid = "",
    known: Known = "",
    release: ReleaseKey = "",
    form: Output = None,
) -> None:
    """Say what law asks: level, requirements, instruments, duties, open points, with citations."""
    if (batch is None) != (out is None) or (batch is None) != bool(destination):
        raise click.UsageError("give JURISDICTION ITEM DESTINATION, or --batch and --out")
    graph = store(release)
    if batch is not None and out is not None:
        answer_rows(batch, out, WANTED, lambda cells: _answer(graph, cells, known), _refused)
        return
    amount, _, currency = value.partition(" ")
    cells = {
        "jurisdiction": jurisdiction, "item": item.removeprefix("-"), "destination": destination, "valid": valid,
        "end_use": end_use, "value": amount, "value_currency": currency,
    }  # fmt: skip
    answer = determine(graph, case(cells, known))
    if memo is not None:
        memo.write_bytes(file_of(memo_of(graph, answer, options.release(release).key), memo.suffix))
    show(("", "answer"), list(told(answer).items()), form)


def _refused(reason: str) -> dict[str, str]:
    told = {"level": Level.INDIVIDUAL, "determinacy": Determinacy.UNKNOWN, "open_points": reason}
    return dict.fromkeys(ADDED, "") | told


def _answer(graph: GraphStore, cells: Mapping[str, str], known: str) -> dict[str, str]:
    return told(determine(graph, case(cells, known)))


def case(cells: Mapping[str, str], known: str) -> Case:
    """Read one case from the cells of a row; what is empty was not stated.

    Raises:
        UnreadableFact: a value, a share or the facts cannot be read.
        UnreadableDate: not ISO 8601.
    """
    days = as_of(cells.get("valid", ""), known)
    try:
        facts = orjson.loads(cells.get("facts") or "{}")
        value, share = (Decimal(said) if (said := cells.get(name, "")) else None for name in ("value", "us_content"))  # fmt: skip
    except (orjson.JSONDecodeError, InvalidOperation) as exc:
        raise UnreadableFact(
            str(dict(cells)), "numbers in value and us_content, JSON in facts"
        ) from exc
    return Case(
        jurisdiction=cells["jurisdiction"].lower(),
        item=cells["item"],
        destination=cells["destination"].upper(),
        valid=days.valid,
        known=days.known,
        activity=cells.get("activity") or "export",
        end_use=cells.get("end_use", ""),
        end_user=cells.get("end_user", ""),
        value=value,
        value_currency=cells.get("value_currency", ""),
        nationality=cells.get("nationality", ""),
        origin=cells.get("origin", ""),
        us_content=share,
        facts={str(k): str(v) for k, v in facts.items()},
    )


def told(answer: Determination) -> dict[str, str]:
    """Return an answer as the cells of its row."""
    return {
        "level": answer.level,
        "determinacy": answer.determinacy,
        "columns": ";".join(answer.columns),
        "requirements": "; ".join(f"{one.rule}: {one.says}" for one in answer.requirements),
        "instruments": ";".join(dict.fromkeys(answer.instruments)),
        "foreclosed": "; ".join(answer.foreclosed),
        "duties": "; ".join(answer.duties),
        "assumptions": "; ".join(answer.assumptions),
        "open_points": "; ".join(f"{one.key}: {one.question}" for one in answer.open_points),
        "citations": "; ".join(answer.citations),
        "currency": answer.currency,
        "text_of": answer.text_of,
    }
