"""Notes: what a note does, told from its heading and its words."""

from __future__ import annotations

from graph.model.note import NoteEffect, NoteKind
from ingest.text.languages import LANGUAGES


def note_kind(heading: str, text: str, language: str = "en") -> tuple[NoteKind, NoteEffect]:
    """Return what a note is and does.

    >>> note_kind("Note:", "9A801.a does not control toy balloons.")
    (<NoteKind.DECONTROL: 'decontrol'>, <NoteEffect.NARROWS: 'narrows'>)
    """
    spoken = LANGUAGES[language]
    if spoken.nota_bene.match(heading):
        return NoteKind.NOTA_BENE, NoteEffect.NONE
    if spoken.technical.search(heading):
        return NoteKind.TECHNICAL, NoteEffect.DEFINES
    for pattern, kind, effect in spoken.notes:
        if pattern.search(text) or pattern.search(heading):
            return kind, effect
    return NoteKind.GENERAL, NoteEffect.NONE
