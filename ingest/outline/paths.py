"""Printed rows of a list that repeats the code and the path in front of its items."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.outline.gathered import DUPLICATE, Item, NoteDraft, P
from ingest.outline.levels import Level, name_of, style_of
from ingest.outline.line import Line
from ingest.outline.printed import Head, Printed
from ingest.sources.pdf import Row

TWICE = "printed-twice"


@dataclass(frozen=True, slots=True)
class Path(Head):
    """A code with the steps of a path behind it: ``8A301 b. 4. f.``."""

    cuts: tuple[int, ...] = ()
    """Where each step stands in the row."""


@dataclass(slots=True)
class Paths(Printed[P]):
    """Reads rows one by one; a path may name levels that have no row of their own."""

    def _head(self, row: Row, head: Head) -> None:
        """Begin an entry or an item; what the list prints a second time is a note about the first."""
        if not isinstance(head, Path):
            raise TypeError(head)
        held = self.gathered.entries.get(head.code)
        words = row.line.part(head.end)
        if held is None and not (self._items and self._items[0].step == head.code):
            if not head.steps:
                Printed._head(self, row, head)  # noqa: SLF001  the class above
                return
            entry = Item(head.code, "", row.line.part(0, head.cuts[0]), [])
            held = self.gathered.entries[head.code] = [entry]
            self._items = [Level(row.x, "", head.code, entry)]
        items = {item.notation: item for item in held or ()}
        names = [".".join((head.code, *head.steps[:n])) for n in range(len(head.steps) + 1)]
        new = [n for n, name in enumerate(names) if n and name not in items]
        if new:
            self._begin(row, head, names, items, new)
        elif words.text and any(line.text for line in items[names[-1]].lines):
            self._again(row, head, names[-1])
        else:
            self.gathered.omit(DUPLICATE, row.line.part(0, head.end))
            self._notes = []
            if head.steps or self._items[0].step != head.code:
                self._items = self._stack(names, items)
            self._items[-1].holder.lines += [words] if words.text else []

    def _begin(
        self, row: Row, head: Path, names: list[str], items: dict[str, Item], new: list[int]
    ) -> None:
        """Begin the levels of a path that have no item yet; the words are those of the last."""
        self._notes = []
        self._items = self._stack(names[: new[0]], items)
        ends = [*head.cuts[1:], head.end]
        entry = items.get(names[0])
        is_new = entry is not None and entry.marker.start == row.line.start
        at = head.cuts[0] if is_new else 0
        for n in new:
            step, left = head.steps[n - 1], head.cuts[n - 1]
            marker = row.line.part(at, ends[n - 1])
            words = row.line.part(head.end) if n == new[-1] else Line("", 0, "")
            self._add(style_of(step, "."), step, row.xs[left], (marker, words), names[n - 1])
            self._items[-1].is_path = True
            at = ends[n - 1]
        words = row.line.part(head.end)
        if words.text:
            self._split(row, words)

    def _stack(self, names: list[str], items: dict[str, Item]) -> list[Level]:
        """Return the open levels that lead to the last of some names."""
        held = {name_of(level): level for level in self._items}
        levels = []
        for depth, name in enumerate(names):
            known = held.get(name)
            if known is None:
                step = name.rpartition(".")[2] if depth else name  # a code may have dots of its own
                style = style_of(step, ".") if depth else ""
                known = Level(None, style, step, items[name], is_path=True)
            levels.append(known)
        return levels

    def _again(self, row: Row, head: Head, name: str) -> None:
        """Keep words that the list prints a second time for one item."""
        marker = row.line.part(0, head.end)
        words = row.line.part(head.end)
        draft = NoteDraft(head.code, name, marker, [words], is_placed=True)
        self.open(draft)
        self.gathered.issue(name, TWICE, marker.text)
