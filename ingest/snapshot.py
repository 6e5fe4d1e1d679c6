"""The snapshot: what our parsers read from the documents, without wording, in sorted lines of text."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import BadDataFile
from graph.ids import slug
from graph.model.document import ListDocument
from ingest.history import RECORDS, Edition, History, placed
from ingest.lines import KINDS, REPRINTED, VERSION, Line, read_line

LIMIT = 1_000_000
"""Bytes that one file may have (ARCHITECTURE.md)."""

_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,4}(?=[\d.(]|$)")
_TRANSLATION = re.compile(r"(?P<language>[a-z]{2})\.")


def write_snapshot(history: History, folder: Path) -> None:
    """Replace ``folder/<list>`` by the facts of one list.

    Shape:   one file a category, with ``-2`` and so on where it would be too large, and one for what belongs to none;
        those of a translation begin with its language. One record a line, sorted by place, then kind; ``in`` tells the
        first and the last state that it stands in, where that is not all. Omissions are counts and stay out.
    """
    target = folder / history.key
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    files: dict[str, list[str]] = defaultdict(list)
    for line in _state_lines(history):
        files[_category(line)].append(line.text())
    for language in sorted({document.version.language for document in history.translations}):
        documents = [d for d in history.translations if d.version.language == language]
        for number, document in enumerate(documents):
            for line in _lines(document, number, len(documents)):
                files[f"{language}.{_category(line)}"].append(line.text())
    for name, lines in sorted(files.items()):
        for number, text in enumerate(_cut(sorted(lines)), start=1):
            suffix = f"-{number}" if number > 1 else ""
            (target / f"{name}{suffix}.jsonl").write_text(text, encoding="utf-8")


def read_snapshot(folder: Path, key: str) -> History:
    """Read the facts of one list back; every passage is without wording.

    Raises:
        BadDataFile: no snapshot of the list, or a line that is not as `write_snapshot` writes it.
    """
    found: dict[str, list[Line]] = defaultdict(list)
    for path in sorted((folder / key).glob("*.jsonl")):
        other = _TRANSLATION.match(path.name.removesuffix(".jsonl"))
        language = other["language"] if other else ""
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found[language].append(read_line(text, str(path), f"line {number}"))
    if not any(line.kind == VERSION for line in found[""]):
        raise BadDataFile(str(folder / key), "folder", "holds no snapshot of this list")
    editions = tuple(_editions(found.pop("")))
    translations = (e.document for language in sorted(found) for e in _editions(found[language]))
    return History(editions, tuple(translations))


def _state_lines(history: History) -> Iterator[Line]:
    """Yield each record once, with the states that it stands in."""
    states = len(history.editions)
    for number, edition in enumerate(history.editions):
        document, day = edition.document, edition.document.version.day
        yield _line(VERSION, document.version, number, number, states)
        for issue in document.issues:
            yield _line("issues", issue, number, number, states)
        for notation in edition.reprinted:
            yield _line(REPRINTED, notation, number, number, states)
        for name in RECORDS:
            for record, place in placed(document, name):
                if edition.since[place] == day:
                    yield _line(name, record, number, _last(history, number, place), states)


def _last(history: History, first: int, place: str) -> int:
    day = history.editions[first].document.version.day
    last = first
    while last + 1 < len(history.editions) and history.editions[last + 1].since.get(place) == day:
        last += 1
    return last


def _lines(document: ListDocument, number: int, states: int) -> Iterator[Line]:
    yield _line(VERSION, document.version, number, number, states)
    for kind in KINDS:
        for record in getattr(document, kind):
            yield _line(kind, record, number, number, states)


def _line(kind: str, record: object, first: int, last: int, states: int) -> Line:
    if (first, last) == (0, states - 1):
        return Line(kind, record)
    return Line(kind, record, first, last)


def _category(line: Line) -> str:
    """Return the name of the file that a line goes to: its category, or the letters that its place begins with."""
    place = "" if line.kind == VERSION else line.place.removeprefix("cat")
    if place[:1].isdigit():
        return f"cat{place[0]}"
    letters = _LETTERS.match(place)
    return (slug(letters[0]) if letters else "") or "list"


def _cut(lines: Iterable[str]) -> Iterator[str]:
    """Yield the texts of files that are no larger than `LIMIT`."""
    part: list[str] = []
    size = 0
    for line in lines:
        length = len(line.encode()) + 1
        if size + length > LIMIT:
            yield "".join(part)
            part, size = [], 0
        part.append(f"{line}\n")
        size += length
    yield "".join(part)


def _editions(lines: list[Line]) -> Iterator[Edition]:
    versions = [line.record for line in lines if line.kind == VERSION]
    versions.sort(key=lambda version: version.of)
    for number, version in enumerate(versions):
        held = [line for line in lines if line.kind != VERSION and line.holds(number)]
        records = {kind: tuple(x.record for x in held if x.kind == kind) for kind in KINDS}
        document = ListDocument(version=version, **records)
        firsts = {id(line.record): versions[line.first or 0].day for line in held}
        since = {
            place: firsts[id(record)]
            for name in RECORDS
            for record, place in placed(document, name)
        }
        reprinted = tuple(line.record for line in held if line.kind == REPRINTED)
        yield Edition(document, since, reprinted)
