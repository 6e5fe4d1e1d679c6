"""The command line is a contract (INTERFACES.md): columns, formats, exit codes, no traceback."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.release import Release

POSITIONS = [
    "notation",
    "parent",
    "kind",
    "depth",
    "title",
    "hash",
    "valid_from",
    "notation_official",
]
ROWS = ["eccn", "row", "reason", "scope", "columns", "destinations", "pointer", "wording_hash"]


def comity(release: Release | None, *words: str) -> subprocess.CompletedProcess[str]:
    home = str(release.folder.parent.parent) if release else "/nonexistent/home"
    command = [sys.executable, "-P", "-c", "from api.cli import main; main()", *words]
    return subprocess.run(  # noqa: S603  our own command, no shell
        command, env=os.environ | {"COMITY_HOME": home}, capture_output=True, text=True, check=False
    )


def rows(answer: subprocess.CompletedProcess[str]) -> list[list[str]]:
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    return [line.split("\t") for line in answer.stdout.removesuffix("\n").split("\n")]


@pytest.mark.parametrize(("key", "entries"), [("us-ccl", 638), ("eu-annex-i", 384)])
def test_an_inventory_is_complete_and_sorted(release: Release, key: str, entries: int) -> None:
    header, *found = rows(comity(release, "inventory", key))
    assert header == POSITIONS
    assert found == sorted(found)
    assert {len(row) for row in found} == {len(POSITIONS)}
    assert sum(row[2] == "entry" for row in found) == entries
    assert {row[2] for row in found} == {
        "entry",
        "item",
        "condition",
        "note",
        "heading",
        "reserved",
    }
    notations = [row[0] for row in found]
    assert len(set(notations)) == len(notations)
    assert {row[1] for row in found} - {""} <= set(notations)


def test_requirement_rows_keep_their_contract(release: Release) -> None:
    header, *found = rows(comity(release, "inventory", "us-ccl", "--requirements"))
    assert header == ROWS
    first = next(row for row in found if row[0] == "3A001" and row[2] == "AT")
    assert (first[3], first[4]) == ("entire entry", "AT 1")
    assert len(found) > 1500


def test_notes_keep_their_contract(release: Release) -> None:
    header, *found = rows(comity(release, "notes", "eu-annex-i"))
    assert header == ["note", "paragraph", "kind", "effect"]
    assert len(found) > 700


def test_rows_are_json_when_asked_for(release: Release) -> None:
    answer = comity(release, "notes", "us-ccl", "--format", "json")
    assert json.loads(answer.stdout)[0].keys() == {"note", "paragraph", "kind", "effect"}
    lines = comity(release, "notes", "us-ccl", "--format", "jsonl").stdout.splitlines()
    assert len(lines) == len(json.loads(answer.stdout))


def test_a_position_is_shown_in_any_spelling_with_its_source(release: Release) -> None:
    answer = json.loads(comity(release, "show", "us-ccl", "3a001(b)(4)").stdout)
    assert answer["position"]["item"] == "us-ccl:3A001.b.4"
    assert len(answer["state"]["sha256"]) == 64
    assert answer["vintage"]["currency"] == "assumed"
    candidates = [c["item"] for c in answer["candidates"]]
    assert "eu-annex-i:3A001.b.4" in candidates
    assert not any(item.startswith("us-ccl:") for item in candidates)
    assert "candidate" in answer["candidates"][0]["reason"]


def test_the_same_question_has_the_same_bytes(release: Release) -> None:
    words = ("show", "eu-annex-i", "3A001.b.4", "--valid", "2026-03-01", "--known", "2026-03-01")
    assert comity(release, *words).stdout == comity(release, *words).stdout


def test_a_list_may_carry_its_day(release: Release) -> None:
    answer = comity(release, "show", "us-ccl@2026-06-24", "9A012")
    assert json.loads(answer.stdout)["vintage"]["currency"] == "exact"
    answer = comity(release, "show", "us-ccl@2026-09-01", "9A012")
    assert json.loads(answer.stdout)["vintage"]["currency"] == "superseded"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", "us-ccl", "laser"), 2, "laser"),
        (("show", "us-ccl", "3A001.zz"), 2, "3A001"),
        (("show", "zz-list", "3A001"), 2, "zz-list"),
        (("show", "us-ccl", "3A001", "--valid", "yesterday"), 2, "yesterday"),
        (("show", "eu-annex-i", "3A001", "--known", "2020-01-01"), 2, "published 2026-02-09"),
        (("inventory",), 2, "LIST"),
        (("guess",), 2, "guess"),
        (("export", "--from", "bolt://neo4j:x@127.0.0.1:1"), 2, "127.0.0.1"),
        (("show", "us-ccl", "3A001", "--release", "../etc"), 2, "release"),
    ],
)
def test_misuse_is_2_with_a_message_and_no_traceback(
    release: Release, words: tuple[str, ...], code: int, said: str
) -> None:
    answer = comity(release, *words)
    assert (answer.returncode, answer.stdout) == (code, "")
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr


def test_without_a_release_the_exit_code_is_3() -> None:
    answer = comity(None, "inventory", "us-ccl")
    assert (answer.returncode, "comity build" in answer.stderr) == (3, True)


def test_a_release_is_checked_again(release: Release) -> None:
    answer = comity(release, "check")
    assert answer.returncode == 0, answer.stdout
    *lines, closing = answer.stdout.splitlines()
    assert closing == f"{len(lines)} passed, 0 failed"
    assert len(lines) >= 7


def test_doctor_names_what_is_there(release: Release) -> None:
    found = {row[0]: row[1] for row in rows(comity(release, "doctor"))}
    assert found["release"] == found["snapshot of eu-annex-i"] == "there"
    assert found["list us-ccl@on-2026-06-24"] in {"with wording", "facts only"}


def found_first(found: list[list[str]], number: int) -> list[list[str]]:
    return [row[:4] for row in found[:number]]


def test_search_finds_codes_before_words(release: Release) -> None:
    header, *found = rows(comity(release, "search", "3A001.b.4"))
    assert header[:4] == ["list", "notation", "kind", "found_by"]
    codes = [row[:4] for row in found if row[3] == "code"]
    assert codes == found_first(found, len(codes))
    assert ["eu-annex-i", "3A001.b.4", "item", "code"] in codes
    assert ["us-ccl", "3A001.b.4", "item", "code"] in codes
    assert rows(comity(release, "search", "oscilloscopes", "--list", "us-ccl"))[1:]


def test_an_export_is_every_statement_sorted(release: Release) -> None:
    lines = comity(release, "export", "--format", "nquads").stdout.splitlines()
    assert lines == sorted(lines)
    assert len(lines) > 200_000
    assert all(line.endswith("> .") for line in lines[:1000])


def test_asking_does_not_import_what_building_needs() -> None:
    code = "import sys, api.cli.show; assert not {'ingest', 'yaml', 'fastapi', 'lxml', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-P", "-c", code], check=True)  # noqa: S603  as above


def test_a_batch_of_licences_is_answered_row_by_row(release: Release, tmp_path: Path) -> None:
    asked, told = tmp_path / "in.csv", tmp_path / "out.csv"
    asked.write_text(
        "id,jurisdiction,item,destination,valid\n"
        "1,gb,uk-ml:ML10f,DE,2017-06-01\n"
        "2,us,us-ccl:3A001,IR,2026-07-23\n"
        "3,eu,eu-annex-i:5A001.b.2,RU,2022-05-05\n",
        encoding="utf-8",
    )
    answer = comity(release, "licences", "--batch", str(asked), "--out", str(told))
    assert answer.returncode == 0, answer.stderr
    with told.open(encoding="utf-8", newline="") as file:
        uk, us, eu = csv.DictReader(file)
    named = uk["licences"].split(";") + uk["conditional"].split(";")
    assert [key for key in ("OGL1", "OGL4", "OGL3", "OGL2") if key in named]
    assert all(question.startswith("gb/OGL") for question in uk["questions"].split(";"))
    assert us["licences"] == us["conditional"] == ""
    assert "RPL: restricted by 15 CFR 746.7(c)" in us["why_not"]
    assert eu["licences"] == eu["conditional"] == ""
    assert eu["why_not"].count("destination not in scope") >= 3


def test_a_batch_without_its_columns_is_refused_with_the_line(
    release: Release, tmp_path: Path
) -> None:
    asked = tmp_path / "in.csv"
    asked.write_text("id,jurisdiction,item\n1,eu,eu-annex-i:3A001\n", encoding="utf-8")
    answer = comity(release, "licences", "--batch", str(asked), "--out", str(tmp_path / "out.csv"))
    assert answer.returncode != 0
    assert "destination, valid" in answer.stderr
