"""Notes: what a note does, told from its heading and its words."""

from __future__ import annotations

import re

from graph.model.note import NoteEffect, NoteKind
from ingest.text.codes import CODE

_MONTH = r"(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
_CODE = rf"{CODE.pattern}\.?"
_PLACE = rf"(?:{_CODE}|\b(?:control|entry|ECCN|item|(?:sub-?)?paragraph)s?(?: above)?)"
_TERM = r"[\"“'‘][^\"“”'‘’]{1,120}[\"”'’]"
_QUOTED = rf"{_TERM}(?:,? or {_TERM}| \([^()]*\))*"
_CONTROLS = r"(?:controls?|appl(?:y|ies))"

_TECHNICAL = re.compile(r"technical", re.IGNORECASE)
_NOTA_BENE = re.compile(r"N\.\s?B\b", re.IGNORECASE)
_NARROWS = re.compile(
    r"\bdo(?:es)? not (?:control|apply|include|cover|extend|specify)\b|\bexcludes?\b"
    r"|\b(?:is|are) (?:not|neither) (?:controlled|specified|subject to)\b"
    r"|\b(?:is|are) (?:released|excluded)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(rf"\b(?:until|from|after|before) {_DAY}|\bexpires?\b", re.IGNORECASE)
_ONLY = re.compile(
    rf"{_PLACE} (?:only {_CONTROLS}|{_CONTROLS} only)\b|^\W*(?:\d\. )?The only\b", re.IGNORECASE
)
_WIDENS = re.compile(rf"\balso (?:{_CONTROLS}|includes?|covers?|refers? to)\b", re.IGNORECASE)
_DEFINES = re.compile(
    rf"\bthe terms? {_QUOTED}|{_QUOTED},? (?:means?|refers? to|(?:is|are) defined as)\b"
    rf"|(?:^|[.;,:] |\d\. )(?:an? |the )?{_QUOTED} "
    r"(?:(?:is|are) (?:an?|the|any|those)\b|has the meaning)",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    rf"{_PLACE},?(?: (?!whose|which|that)[\w'\"“”/-]+){{0,6}} ?includes?\b"
    rf"|^\W*(?:[\w-]+\W+){{0,6}}?includes?\b|^\W*(?:ECCN )?{_CODE}(?: and {_CODE})* {_CONTROLS}\b",
    re.IGNORECASE,
)

# the first pattern that the words hold decides
_KINDS = (
    (_NARROWS, NoteKind.DECONTROL, NoteEffect.NARROWS),
    (_LIMITED, NoteKind.VALIDITY, NoteEffect.NONE),
    (_ONLY, NoteKind.GENERAL, NoteEffect.NARROWS),
    (_WIDENS, NoteKind.INCLUSION, NoteEffect.WIDENS),
    (_DEFINES, NoteKind.DEFINITION, NoteEffect.DEFINES),
    (_INCLUDES, NoteKind.INCLUSION, NoteEffect.NONE),
)


def note_kind(heading: str, text: str) -> tuple[NoteKind, NoteEffect]:
    """Return what a note is and does.

    >>> note_kind("Note:", "9A801.a does not control toy balloons.")
    (<NoteKind.DECONTROL: 'decontrol'>, <NoteEffect.NARROWS: 'narrows'>)
    """
    if _NOTA_BENE.match(heading):
        return NoteKind.NOTA_BENE, NoteEffect.NONE
    if _TECHNICAL.search(heading):
        return NoteKind.TECHNICAL, NoteEffect.DEFINES
    for pattern, kind, effect in _KINDS:
        if pattern.search(text) or pattern.search(heading):
            return kind, effect
    return NoteKind.GENERAL, NoteEffect.NONE
