"""The items of an entry: enumerated paragraphs, with what stands between them."""

from __future__ import annotations

from dataclasses import replace

from graph.model.paragraph import ParagraphKind
from ingest.sources.ecfr import Line
from ingest.sources.us_ccl.enumerators import (
    Enumerator,
    is_first,
    members,
    next_step,
    read_enumerator,
)
from ingest.sources.us_ccl.gathered import Gathered, Item


class ItemReader:
    """Places the enumerated paragraphs of one entry or annex, in document order.

    ``relative``: enumerators restart at each level, as in the annex; elsewhere they carry the whole path.
    """

    def __init__(self, gathered: Gathered, place: str, *, relative: bool = False) -> None:
        self._gathered = gathered
        self._place = place
        self._last: dict[tuple[str, ...], str] = {}
        """Path of a parent to the step of its last child."""

        self._current: Item | None = None
        self._path: tuple[str, ...] = ()
        self._relative = relative

    @property
    def before(self) -> str:
        """Notation of the paragraph read last; the place where there is none."""
        return self._current.notation if self._current else self._place

    @property
    def has_items(self) -> bool:
        """An item has been read."""
        return self._current is not None

    def read(self, line: Line) -> bool:
        """Read one line as an item; say whether it is one.

        Raises:
            UnreadableDocument: an enumerator that has no place.
        """
        text = self._gathered.text(line)
        enumerator = self._enumerator(text)
        if enumerator is None:
            return False
        if enumerator.irregular:
            self._gathered.issue(self._name(enumerator.path), "official-typo", "..")
        marker, rest = self._gathered.split(line, enumerator.length)
        enumerator = replace(enumerator, path=self._placed(enumerator, line))
        paths = self._members(enumerator, line)
        reserved = ParagraphKind.RESERVED if enumerator.last else None
        for path in paths:
            self._last[path[:-1]], self._path = path[-1], path
            first = path == paths[0]
            item = Item(self._name(path), self._name(path[:-1]), marker if first else None)
            item.lines, item.kind = ([rest] if first else []), reserved
            self._gathered.items.append(item)
            self._current = item
        return True

    def fits(self, line: Line) -> bool:
        """Say whether a line begins with the enumerator that is the next one here."""
        enumerator = self._enumerator(self._gathered.text(line))
        return enumerator is not None and self._is_next(enumerator.path)

    def more(self, line: Line) -> bool:
        """Add a line to the words of the item read last; say whether there is one."""
        if self._current is None:
            return False
        self._current.lines.append(line)
        return True

    def _enumerator(self, text: str) -> Enumerator | None:
        found = read_enumerator(text)
        if found is None:
            return None
        stands = text[: found.length].strip()
        meant = self._gathered.slips.get((self._place, stands))
        if meant is None:
            return found
        self._gathered.issue(self._place, "official-typo", stands)
        first, _, last = meant.partition("..")
        path, end = tuple(first.split(".")), tuple(last.split(".")) if last else ()
        return Enumerator(path, found.length, end)

    def _members(self, enumerator: Enumerator, line: Line) -> list[tuple[str, ...]]:
        try:
            return members(enumerator)
        except ValueError as exc:
            raise self._gathered.unreadable(self._place, line, f"range to {exc}") from exc

    def _is_next(self, path: tuple[str, ...]) -> bool:
        parent = path[:-1]
        if parent and self._last.get(parent[:-1]) != parent[-1]:
            return False
        last = self._last.get(parent)
        return is_first(path[-1]) if last is None else path[-1] == next_step(last)

    def _placed(self, enumerator: Enumerator, line: Line) -> tuple[str, ...]:
        """Return the whole path; imply a parent that the source leaves out."""
        path = enumerator.path
        if self._is_next(path):
            return path
        for depth in range(len(self._path), 0, -1):
            whole = self._path[:depth] + path
            turns = whole[-1].isdigit() != whole[-2].isdigit()
            if len(path) == 1 and turns and not enumerator.last and self._is_next(whole):
                if not self._relative:
                    self._gathered.issue(self._name(whole), "relative-enumerator", path[0])
                return whole
        parent = path[:-1]
        if not parent or not is_first(path[-1]) or not self._is_next(parent):
            raise self._gathered.unreadable(self._name(path), line, "the enumerator has no place")
        name = self._name(parent)
        self._gathered.items.append(Item(name, self._name(parent[:-1]), None))
        self._gathered.issue(name, "implied-paragraph", ".".join(path))
        self._last[parent[:-1]] = parent[-1]
        return path

    def _name(self, path: tuple[str, ...]) -> str:
        return ".".join((self._place, *path))
