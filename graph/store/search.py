"""Full-text index of a release: SQLite FTS5, by words and, for scripts without blanks, by trigrams."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Set
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NotBuilt

_SCHEMA = """
CREATE TABLE position (version TEXT, states TEXT, list TEXT, notation TEXT, kind TEXT, label TEXT, text TEXT);
CREATE INDEX position_notation ON position (notation, list);
CREATE VIRTUAL TABLE words USING fts5
  (notation, label, text, content='position', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE grams USING fts5 (notation, label, text, content='position', tokenize='trigram');
"""
_TOGETHER = "SELECT DISTINCT states FROM position"
_WORD = re.compile(r"\w+", re.UNICODE)
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

SHORTEST_START = 3
"""Letters from which the start of a word finds the word."""


@dataclass(frozen=True, slots=True)
class Position:
    """One paragraph or note as search shows it."""

    version: str
    states: tuple[str, ...]
    """IRIs of the list states that have it."""

    list: str
    notation: str
    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One position that matches, best first, with the words that match."""

    position: Position
    snippet: str
    """Words around the match, the match between ``[`` and ``]``."""


def write_index(path: Path, positions: Iterable[Position]) -> None:
    """Write the index of a release into one file."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_SCHEMA)
        database.executemany(
            "INSERT INTO position VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (p.version, " ".join(p.states), p.list, p.notation, p.kind, p.label, p.text)
                for p in positions
            ),
        )
        for table in ("words", "grams"):
            database.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608  two names of ours


class SearchIndex:
    """Find positions by their words."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise NotBuilt(str(path.parent))
        self._address = f"file:{path}?mode=ro"
        with closing(sqlite3.connect(self._address, uri=True)) as database:
            self._together = [row[0] for row in database.execute(_TOGETHER)]

    def find(self, words: str, *, states: Set[str], most: int = 50) -> tuple[Hit, ...]:
        """Return positions that hold all the words at one of some list states, best first.

        Shape:   no hit for a query without a letter or digit; ties in the order of notations.
        """
        terms = _WORD.findall(words)
        if not terms:
            return ()
        table = "grams" if _WIDE.search(words) else "words"
        asked = " ".join(f'"{term}"' for term in terms)
        if table == "words" and len(terms[-1]) >= SHORTEST_START:
            asked += "*"  # whoever types may not have finished the last word
        counting = [told for told in self._together if not states.isdisjoint(told.split())]
        query = (
            f"SELECT p.version, p.states, p.list, p.notation, p.kind, p.label, p.text,"  # noqa: S608  two names of ours
            f" snippet({table}, -1, '[', ']', '…', 24)"
            f" FROM {table} JOIN position p ON p.rowid = {table}.rowid"
            f" WHERE {table} MATCH ? AND p.states IN ({', '.join('?' * len(counting))})"
            f" ORDER BY bm25({table}, 8.0, 4.0, 1.0), p.list, p.notation LIMIT ?"
        )
        with closing(sqlite3.connect(self._address, uri=True)) as database:
            rows = database.execute(query, (asked, *counting, most)).fetchall()
        return tuple(
            Hit(Position(row[0], tuple(row[1].split()), *row[2:7]), row[7]) for row in rows
        )
