"""Names for the notes: which paragraph each annotates, its notation, its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import Generic

from graph.errors import DuplicateNotation
from graph.model.note import Note, NoteEffect
from ingest.outline.gathered import Gathered, NoteDraft, P
from ingest.text.codes import CODE, entry_of
from ingest.text.note_kind import note_kind
from ingest.text.note_target import annotated, note_notation, note_prefix, printed_number

_NOTA_BENE = re.compile(r"N\.B")
_LIST_WIDE = frozenset({"cat5p2"})
"""Headings whose plain notes the whole list cites: the Cryptography Note is ``note.cat5p2.3``."""


class NoteNames(Generic[P]):
    """Turns the notes that were gathered into records, in document order."""

    def __init__(self, gathered: Gathered[P], known: Collection[str]) -> None:
        self._gathered = gathered
        self._of: dict[str, list[str]] = {}
        for name in known:
            self._of.setdefault(entry_of(name), []).append(name)
        self._first: dict[int, list[NoteDraft]] = {}
        for draft in gathered.notes:
            if draft.parent is not None:
                self._first.setdefault(id(draft.parent), []).append(draft)
        self._named: dict[int, Note] = {}
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def read(self) -> tuple[Note, ...]:
        """Return each note and each item of one.

        Raises:
            DuplicateNotation: an item of a note stands twice.
        """
        for draft in self._gathered.notes:
            self._named[id(draft)] = self._item(draft) if draft.step else self._note(draft)
        return tuple(self._named.values())

    def _note(self, draft: NoteDraft) -> Note:
        heading = draft.marker.text if draft.marker else ""
        kind, effect = note_kind(draft.reads_as or heading, draft.words)
        above = self._named[id(draft.parent)] if draft.parent else None
        target = above.annotates if above else self._target(draft, heading)
        prefix, number = note_prefix(kind, heading), printed_number(heading)
        if above is None and number and f"{target}.{prefix}.{number}" in self._taken:
            target = (
                draft.before
            )  # 1C450.a and 1C450.b have notes 1 to 4 each, all of them on 1C450
        if draft.notation:
            notation = draft.notation
        elif above is None and target in _LIST_WIDE and prefix == "note":
            notation = note_notation(prefix, target or "", number, self._taken)
        else:
            holder = above.notation if above else target or ""
            notation = note_notation(holder, prefix, number, self._taken)
        self._taken.add(notation)
        holder = above.notation if above else target or "note"
        self._counts[holder] += 1
        return Note(
            notation=notation,
            annotates=target,
            parent=above.notation if above else None,
            kind=kind,
            effect=effect,
            index=self._counts[holder],
            official=heading,
            marker=self._gathered.page.cut(draft.marker) if draft.marker else None,
            text=tuple(self._gathered.page.cut(line) for line in draft.lines),
        )

    def _target(self, draft: NoteDraft, heading: str) -> str | None:
        """Return what a note annotates: a paragraph of its entry, the heading that it stands below, or the list."""
        if not draft.before:
            return None
        known = self._of.get(draft.place, [])
        if draft.before not in known:
            raise self._gathered.page.unreadable(
                draft.before, "has a note, but does not stand here"
            )
        if draft.is_placed:
            return draft.before
        # an N.B. names what it points to, never what it stands below
        text = "" if _NOTA_BENE.match(heading) else draft.words or self._items_of(draft)
        return annotated(heading, text, before=draft.before, known=known)

    def _items_of(self, draft: NoteDraft) -> str:
        """Return the words of a note that has none before its first item."""
        parts = self._first.get(id(draft), [])
        return " ".join(f"{part.marker.text if part.marker else ''} {part.words}" for part in parts)

    def _item(self, draft: NoteDraft) -> Note:
        if draft.parent is None or draft.marker is None:
            raise self._gathered.page.unreadable(draft.before, "an item of no note")
        above = self._named[id(draft.parent)]
        notation = f"{above.notation}.{draft.step}"
        if notation in self._taken:
            raise DuplicateNotation(self._gathered.page.name, notation, [draft.marker.where])
        self._taken.add(notation)
        if draft.place and CODE.match(draft.marker.text):
            self._gathered.issue(notation, "note-item-printed-as-paragraph", draft.marker.text)
        self._counts[above.notation] += 1
        kind, effect = above.kind, above.effect
        if not draft.parent.words:  # a list of notes: each speaks for itself
            kind, effect = note_kind(draft.parent.reads_as or above.official, draft.words)
        return Note(
            notation=notation,
            annotates=above.annotates,
            parent=above.notation,
            kind=kind,
            effect=NoteEffect.NONE if above.effect is effect is NoteEffect.DEFINES else effect,
            index=self._counts[above.notation],
            official=draft.marker.text,
            marker=self._gathered.page.cut(draft.marker),
            text=tuple(self._gathered.page.cut(line) for line in draft.lines),
        )
