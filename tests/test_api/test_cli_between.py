"""The commands on two jurisdictions, over our own tables: columns that are a contract, rows sorted, misuse refused."""

import pytest

from api.cli import COMMANDS, conflicts, gaps, recognition
from api.cli.options import Format
from graph.errors import UnreadableItem
from graph.store.oxigraph import OxigraphStore

DAYS = {"valid": "2026-11-23", "known": "2026-11-23", "form": Format.TSV}


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch, tables: OxigraphStore) -> None:
    for module in (recognition, conflicts, gaps):
        monkeypatch.setattr(module, "store", lambda _: tables)


def rows(told: str) -> list[list[str]]:
    return [line.split("\t") for line in told.splitlines()]


def test_the_matrix_keeps_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    recognition.run(is_matrix=True, **DAYS)  # type: ignore[arg-type]
    header, *found = rows(capsys.readouterr().out)
    assert header[:6] == ["a", "b", "status", "a_recognises_b_by", "b_recognises_a_by", "overlap"]
    assert found == sorted(found)
    assert {len(row) for row in found} == {len(header)}
    assert {row[2] for row in found} <= {"mutual", "a_to_b", "b_to_a", "none", "conditional"}


def test_a_pair_says_kind_direction_conditions_interval_and_citation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    recognition.run("EU", "jp", kind="favouredDestination", **DAYS)  # type: ignore[arg-type]
    header, *found = rows(capsys.readouterr().out)
    assert {"kind", "direction", "conditions", "interval", "citation", "status"} <= set(header)
    held = [dict(zip(header, row, strict=True)) for row in found]
    assert {row["status"] for row in held} == {"satisfied", "conditional"}
    assert all(row["citation"] for row in held)


def test_conflicts_keep_their_columns(capsys: pytest.CaptureFixture[str]) -> None:
    conflicts.run("us,cn", **DAYS)  # type: ignore[arg-type]
    header, *found = rows(capsys.readouterr().out)
    assert header[:6] == ["kind", "rule_a", "rule_b", "status", "exits", "citations"]
    assert found == sorted(found)
    assert found


@pytest.mark.parametrize("given", [{}, {"a": "us"}, {"a": "us", "b": "gb", "is_matrix": True}])
def test_a_half_question_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(UnreadableItem, match="--matrix, or two"):
        recognition.run(**given, **DAYS)  # type: ignore[arg-type]


def test_the_commands_are_listed() -> None:
    assert {"recognition", "conflicts", "gaps"} <= set(COMMANDS)
