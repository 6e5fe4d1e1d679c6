"""Notes: which paragraph a note annotates, and the notation that it gets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import count

from graph.model.note import NoteKind
from ingest.text.codes import CODE, entry_of, form_of, notation_of
from ingest.text.languages import LANGUAGES

_PREFIXES = {NoteKind.TECHNICAL: "techn", NoteKind.NOTA_BENE: "nb"}

_PATH = r"\.?[a-z](?:\.(?:\d{1,3}|[a-z]))*"
_RELATIVE = re.compile(rf"\b(?:to|for) (?:sub)?paragraphs? (?P<path>{_PATH})(?!\w)")
_GROUP = re.compile(r"\bCat(?:egory)?\.? (?P<category>\d),? Product Group (?P<group>[A-E])\b")
_OF_A_NOTE = re.compile(r"\bof Note\b|\bto (?:the )?(?:\w+ )?Note\b", re.IGNORECASE)

_VERB = r"(?:do|does|only|also|controls?|includes?|appl(?:y|ies)|excludes?|covers?|is|are)\b"
_SUBJECT = re.compile(
    rf"^\W*(?:\d\. )?(?:ECCNs?|Items?|Entry|Entries)? ?(?P<first>{CODE.pattern})"
    rf"|\b[Ff]or (?:the )?purposes? of (?:ECCN )?(?P<purpose>{CODE.pattern})"
    rf"|^\W*(?:In|For) (?:ECCN )?(?P<inside>{CODE.pattern})"
    rf"|(?P<later>{CODE.pattern})\.? {_VERB}"
)
_ENUMERATOR = re.compile(r"^\s*(?:1\.|\(1\)|a\.)\s")


def annotated(heading: str, text: str, *, before: str, known: Collection[str]) -> str:
    """Return what a note annotates: its heading says, else its subject, else the one before.

    >>> known = {"3A801", "3A801.a", "3A801.b"}
    >>> annotated("Note to 3A801.a:", "", before="3A801.b", known=known)
    '3A801.a'
    >>> annotated("Note:", "3A801.a. does not control toys.", before="3A801.b", known=known)
    '3A801.a'
    """
    for target in (_in_heading(heading, before), _in_text(text, before)):
        for notation in (target, target.rpartition(".")[0]):
            if notation in known:
                return notation
    return before


def printed_number(heading: str, language: str = "en") -> int | None:
    """Return the number that a heading prints.

    >>> printed_number("Technical Note 2 to 3A801:"), printed_number("Note:")
    (2, None)
    """
    found = LANGUAGES[language].note_number.match(heading.strip())
    return int(found[1]) if found else None


def note_prefix(kind: NoteKind, heading: str, language: str = "en") -> str:
    """Return the word of a note's notation; its heading counts where its words gave the kind.

    >>> note_prefix(NoteKind.DECONTROL, "Note 1:"), note_prefix(NoteKind.DECONTROL, "N.B.:")
    ('note', 'nb')
    """
    if kind in _PREFIXES:
        return _PREFIXES[kind]
    spoken = LANGUAGES[language]
    headed = ((spoken.nota_bene, "nb"), (spoken.technical, "techn"))
    return next((prefix for pattern, prefix in headed if pattern.match(heading)), "note")


def note_notation(target: str, prefix: str, number: int | None, taken: Collection[str]) -> str:
    """Return a note's notation: the printed number, else 1; the next free one where taken.

    >>> note_notation("3A801.a", "note", 1, {"3A801.a.note.1"})
    '3A801.a.note.2'
    """
    names = (f"{target}.{prefix}.{number}" for number in count(number or 1))
    return next(name for name in names if name not in taken)


def _in_heading(heading: str, before: str) -> str:
    if found := CODE.search(heading):
        return notation_of(found[0])
    if found := _GROUP.search(heading):
        return found["category"] + found["group"]
    if (found := _RELATIVE.search(heading)) and not _OF_A_NOTE.search(heading):
        return f"{entry_of(before)}.{found['path'].lstrip('.')}"
    return ""


def _in_text(text: str, before: str) -> str:
    entry = entry_of(before) if form_of(before) else ""
    subjects = [subject for subject in _subjects(text) if subject.startswith(entry)]
    if not subjects:
        return ""
    return _ancestor(subjects) if _ENUMERATOR.match(text) else subjects[0]


def _subjects(text: str) -> Iterator[str]:
    for found in _SUBJECT.finditer(text):
        yield notation_of(next(code for code in found.groupdict().values() if code))


def _ancestor(notations: list[str]) -> str:
    """Return the position that all of some notations are at or below; empty where there is none."""
    shared = notations[0]
    while shared and not all(f"{notation}.".startswith(f"{shared}.") for notation in notations):
        shared = shared.rpartition(".")[0]
    return shared
