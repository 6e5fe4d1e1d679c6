"""Names for the notes: which paragraph each annotates, its notation, its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from graph.errors import DuplicateNotation
from graph.model.note import Note, NoteEffect, NoteKind
from ingest.outline.gathered import Gathered, NoteDraft
from ingest.outline.parts import Leaves
from ingest.sources.de_awv.codes import CODE, notation_of
from ingest.text.note_kind import note_kind
from ingest.text.note_target import note_notation, note_prefix, printed_number

_LANGUAGE = "de"
_SERIES = rf"{CODE.pattern}\.?(?:(?:, | und | oder | bis ){CODE.pattern})*"
_SUBJECT = re.compile(
    rf"^\W*(?:Von |Für die Zwecke der )?(?:Unternummern?|Nummern?)? ?(?P<first>{_SERIES})"
    rf"|\b[Ii]m Sinne (?:von|der) (?:Unternummern?|Nummern?) (?P<sense>{_SERIES})"
    rf"|\b(?:Zwecke der|in|erfasst von) (?:Unternummern?|Nummern?) (?P<inside>{_SERIES})"
)


class NoteNames:
    """Turns the notes that were gathered into records, in document order."""

    def __init__(self, gathered: Gathered[Leaves], known: Collection[str]) -> None:
        self._gathered = gathered
        self._known = known
        self._named: dict[int, Note] = {}
        self._taken: set[str] = set()
        self._reserved: set[str] = set()
        """Names with a printed number: a note without one may not take them."""

        self._counts: Counter[str] = Counter()

    def read(self) -> tuple[Note, ...]:
        """Return each note and each item of one.

        Raises:
            DuplicateNotation: a note that has a name of its own, or an item, stands twice.
        """
        self._reserved = {name for draft in self._gathered.notes if (name := self._printed(draft))}
        for draft in self._gathered.notes:
            self._named[id(draft)] = self._item(draft) if draft.step else self._note(draft)
        return tuple(self._named.values())

    def _note(self, draft: NoteDraft) -> Note:
        heading = draft.marker.text if draft.marker else ""
        kind, effect = note_kind(heading, draft.words, _LANGUAGE)
        above = self._named[id(draft.parent)] if draft.parent else None
        target = self._annotated(draft)
        holder = target or (above.notation if above else "")
        if draft.notation:
            notation = draft.notation
            self._take(notation, draft)
        else:
            number = printed_number(heading, _LANGUAGE)
            prefix = note_prefix(kind, heading, _LANGUAGE)
            taken = self._taken if number else self._taken | self._reserved
            notation = note_notation(holder, prefix, number, taken)
            self._taken.add(notation)
        return self._record(draft, notation, target, holder, (kind, effect))

    def _item(self, draft: NoteDraft) -> Note:
        assert draft.parent is not None  # noqa: S101  an item has one
        above = self._named[id(draft.parent)]
        notation = f"{above.notation}.{draft.step}"
        self._take(notation, draft)
        kind, effect = above.kind, above.effect
        if not draft.parent.words or kind is NoteKind.TECHNICAL:
            kind, effect = note_kind(above.official, draft.words, _LANGUAGE)
        if effect is above.effect is NoteEffect.DEFINES:
            effect = NoteEffect.NONE
        return self._record(draft, notation, above.annotates, above.notation, (kind, effect))

    def _record(
        self,
        draft: NoteDraft,
        notation: str,
        annotates: str | None,
        holder: str,
        read: tuple[NoteKind, NoteEffect],
    ) -> Note:
        page = self._gathered.page
        above = self._named[id(draft.parent)] if draft.parent else None
        self._counts[holder] += 1
        return Note(
            notation=notation,
            annotates=annotates,
            parent=above.notation if above else None,
            kind=read[0],
            effect=read[1],
            index=self._counts[holder],
            official=draft.marker.text if draft.marker else "",
            marker=page.cut(draft.marker) if draft.marker else None,
            text=tuple(page.cut(line) for line in draft.lines),
        )

    def _take(self, notation: str, draft: NoteDraft) -> None:
        if notation in self._taken:
            where = draft.marker.where if draft.marker else "no mark"
            raise DuplicateNotation(self._gathered.page.name, notation, [where])
        self._taken.add(notation)

    def _printed(self, draft: NoteDraft) -> str:
        """Return the name of a note that prints its number; else nothing."""
        heading = draft.marker.text if draft.marker and not draft.step else ""
        number = printed_number(heading, _LANGUAGE)
        if number is None:
            return ""
        kind, _ = note_kind(heading, draft.words, _LANGUAGE)
        prefix = note_prefix(kind, heading, _LANGUAGE)
        return f"{self._annotated(draft)}.{prefix}.{number}"

    def _annotated(self, draft: NoteDraft) -> str | None:
        """Return what a note annotates; one inside of another stands in what that one annotates."""
        before = self._annotated(draft.parent) if draft.parent else draft.before
        if not before or draft.step:
            return before or None
        heading = draft.marker.text if draft.marker else ""
        return self._target(draft, note_kind(heading, draft.words, _LANGUAGE)[0], before)

    def _target(self, draft: NoteDraft, kind: NoteKind, before: str) -> str:
        """Return what a note annotates: its subject where that is in the same entry, else what it stands in.

        An additional note names what it points to, never what it stands in.
        """
        subject = _SUBJECT.search(draft.words) if kind is not NoteKind.NOTA_BENE else None
        if subject is None:
            return before
        series = next(found for found in subject.groupdict().values() if found)
        target = _shared([notation_of(code) for code in CODE.findall(series)])
        while target and target not in self._known:
            target = target.rpartition(".")[0]
        return target if _is_below(target, draft.place) else before


def _shared(notations: list[str]) -> str:
    """Return the nearest position that all of some notations are at or below; empty where there is none."""
    shared = notations[0]
    while shared and not all(_is_below(notation, shared) for notation in notations):
        shared = shared.rpartition(".")[0]
    return shared


def _is_below(notation: str, above: str) -> bool:
    return f"{notation}.".startswith(f"{above}.") and bool(notation)
