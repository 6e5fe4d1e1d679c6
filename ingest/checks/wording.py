"""No file of the repository carries the wording of a document: no run of fourteen words is in both."""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

RUN = 14
"""Words; a noun phrase of at most twelve may be stored (ARCHITECTURE.md)."""

TEXT = {".xml", ".json", ".md", ".txt", ".csv", ".markdown"}
"""Endings of documents that are text as they are."""

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);|<[^<>]*>|\\[nt\"]")
_NOTATION = re.compile(r"\b\d[A-E]\d{3}(?:\.[a-z0-9]+)*\b")


@dataclass(frozen=True, slots=True)
class Shared:
    """One run of words that a file of ours shares with a document."""

    file: str
    line: int
    document: str
    words: str


def shared_runs(
    files: Iterable[Path], documents: Iterable[Path], *, names: Collection[str] = ()
) -> Iterator[Shared]:
    """Yield each run of fourteen words that stands in a file of ours and in a document, once.

    Args:
        files: Our files, UTF-8.
        documents: Documents as text, gzip or not.
        names: Names that may be longer and may be stored: entry headings.

    Shape:   words are letters and digits in lower case; markup, entities, punctuation and notations are none; a run that
        is mostly numbers and single letters is no wording: a list of codes is a fact.
    """
    free = {run for name in names for run, _ in _runs(_words(name))}
    ours: dict[int, tuple[str, int]] = {}
    for file in files:
        for run, line in _runs(_numbered(file)):
            if run not in free:
                ours.setdefault(run, (str(file), line))
    for document in documents:
        words = [(word, 0) for word in _plain(document)]
        for run, number in _runs([(word, at) for at, (word, _) in enumerate(words)]):
            if run in ours:
                file_, line = ours.pop(run)
                said = " ".join(word for word, _ in words[number : number + RUN])
                yield Shared(file_, line, str(document), said)


def _runs(words: list[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    for start in range(len(words) - RUN + 1):
        if sum(len(word) > 2 for word, _ in words[start : start + RUN]) < RUN // 2:
            continue  # a list of numbers and letters: items of a schedule
        yield hash(tuple(word for word, _ in words[start : start + RUN])), words[start][1]


def _words(text: str) -> list[tuple[str, int]]:
    return [(word, 0) for word in _split(text)]


def _numbered(file: Path) -> list[tuple[str, int]]:
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [(word, number) for number, line in enumerate(lines, 1) for word in _split(line)]


def _plain(document: Path) -> list[str]:
    raw = document.read_bytes()
    text = (gzip.decompress(raw) if document.suffix == ".gz" else raw).decode("utf-8", "replace")
    return _split(_ENTITY.sub(" ", text))


def _split(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_NOTATION.sub(" ", text))]
