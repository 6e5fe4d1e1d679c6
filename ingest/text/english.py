"""English: lead-ins, closings, names and notes as lists of the Wassenaar family word them."""

from __future__ import annotations

import re

from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective
from ingest.text.codes import CODE
from ingest.text.language import Labels, Language

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = "|".join((*_NUMBERS, r"\d{1,2}"))

# what may stand after a colon or the last word: pointers and notes in brackets, loose punctuation
_AFTER = re.compile(r"(?:[\s.:;,]|\([^()]*\)|\[[^\[\]]*\])+$")
_BREAK = re.compile(r":|\.\s+(?=[A-Z])")
_GOODS = r"(?:commodities|goods|items|products|equipment|components|parts|systems|chemicals)"
# what the number words count; a lost blank or a dropped "the" occurs
_BELOW = (
    r"\s*(?:following|(?:the )?(?:characteristics|features|criteria) (?:described|listed) in)\b"
)
_OF = rf"(?: of(?: the)?| the){_BELOW}"

_LEAD_INS: tuple[tuple[re.Pattern[str], Connective | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), connective)
    for pattern, connective in (
        # things, not properties
        (rf"^\W*any of the following\W+(?:[\w-]+\W+){{0,3}}{_GOODS}\b", Connective.LIST),
        (r"\bas follows\b", Connective.LIST),
        (r"\bincluding\b(?:,? but (?:is |are )?not limited to)?(?=\W*$)", Connective.LIST),
        # properties
        (rf"\b(?P<k>{_NUMBER}) or more(?: of any)?{_OF}", None),
        (rf"\b(?:at least|any|any combination of) (?P<k>{_NUMBER}){_OF}", None),
        (rf"\b(?P<k>two|three|four){_OF}", None),
        (rf"\bmore than (?P<more>one|two|three){_OF}", None),
        (rf"\b(?:having)?(?:any|either|one)(?: one)?{_OF}", Connective.ANY),
        (rf"\b(?:having)?(?:all|both|each){_OF}", Connective.ALL),
        (r"\beither(?=\W*$)", Connective.ANY),
        (r"\bboth(?=\W*$)", Connective.ALL),
        (r"\b(?:having|with|meeting) the following\b", Connective.ALL),
        # what is left of "the following" names things
        (r"(?<!combination of )\bthe following\b(?! \w+ conditions)", Connective.LIST),
    )
)

_CLOSING = re.compile(r"(?:^|[\s;,.])(and|or)\W*$", re.IGNORECASE)

# what follows is about the thing, no longer its name
_QUALIFIERS = (
    r"as follows|[\"“]?specially|[\"“]?peculiarly|[\"“]?required|designed|modified|prepared|"
    r"configured|rated|made|manufactured|according|in accordance|having|which|that|whose|"
    r"where|when|whether|either|if|by|using|containing|incorporating|including|includes?|"
    r"consisting|composed|comprising|performing|providing|meeting|employing|utili[sz]ing|"
    r"supporting|operating|being|exceeding|capable|able|usable|used|suitable|intended|"
    r"specified|described|controlled|enumerated|classified|not|other than|except|excluding|"
    r"n\.e\.s|with|without|greater|less|more|equal|at least|of \d|of (?:less|more)|from \d|"
    r"in any of|in the following|the following|any of|all of|are|is|was|were|to be"
)
_QUALIFIER = re.compile(
    rf"[\s,]+(?:and |or )?(?:primarily |solely )?(?:{_QUALIFIERS})(?![\w-])", re.IGNORECASE
)
_STOP = re.compile(r"[;:]|\.(?=\s|$)|\s\[|\s\((?:e\.g|i\.e|see)\b", re.IGNORECASE)
# brackets and quoted terms belong to the name, whatever words are in them
_WHOLE = re.compile(
    r"\((?!e\.g|i\.e|see)[^()]*\)|[\"“](?!specially|peculiarly|required)[^\"“”]*[\"”]",
    re.IGNORECASE,
)
_LATER = re.compile(r", | for ")
_LOOSE = re.compile(
    r"(?:[\s,]+(?:and|or|of|for|the|an?|in|on|to|at|therefor|thereof"
    r"|for (?:frequencies|pressures|temperatures)))*[\s,.]*$"
)

# a capital, after the numbers of a chemical name
_START = re.compile(r"[^\w\s]*(?:\d+(?:,\d+)*-)?[^\w\s]*[A-Z]")
# a text that begins so is a condition or a sentence
_CONDITION = re.compile(
    r"(?:an?|any|all|each|either|both|no|not|the|other|more|less|greater|at|in|on|for|to|from|"
    r"by|with|without|when|where|if|it|its|their|this|these|those|maximum|minimum|average|one|"
    r"two|three|see|equal|having|using|being|capable|able|usable|suitable|intended|specially|"
    r"designed|modified|specified|rated|configured|required|limited|equipped|developed|"
    r"described|controlled|enumerated|elsewhere|manufactured|constructed|made|used|ha(?:ve|s)|"
    r"is|are|contain(?:ing|s)?|provides?|protects?|incorporat(?:ing|es?)|exceeding|operating|"
    r"providing|performing|employing|utili[sz]ing|meeting|meets?|consist(?:ing|s)?|could|can)"
    r"(?![\w-])",
    re.IGNORECASE,
)
# a phrase that ends so names a quantity: what follows is its limit
_QUANTITY = re.compile(
    r"\b(?:accuracy|angle|aperture|area|bandwidth|capacity|current|density|depth|diameter|"
    r"duration|energy|frequency|gain|height|length|linearity|loss|mass|output|power|precision|"
    r"pressure|range|rate|ratio|resolution|sensitivity|size|speed|stability|strength|"
    r"temperature|thickness|time|uncertainty|velocity|voltage|volume|wavelength|weight|"
    r"width)(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
# cut in the middle: an adverb without its verb, a bracket without a name
_BROKEN = re.compile(r"ly$|^\[")

_MONTH = r"(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
_CODE = rf"{CODE.pattern}\.?"
_PLACE = rf"(?:{_CODE}|\b(?:control|entry|ECCN|item|(?:sub-?)?paragraph)s?(?: above)?)"
_TERM = r"[\"“'‘][^\"“”'‘’]{1,120}[\"”'’]"
_QUOTED = rf"{_TERM}(?:,? or {_TERM}| \([^()]*\))*"
_CONTROLS = r"(?:controls?|appl(?:y|ies))"

_NARROWS = re.compile(
    r"\bdo(?:es)? not (?:control|apply|include|cover|extend|specify)\b|(?<!not )\bexcludes?\b"
    r"|\b(?:is|are) (?:not|neither) (?:controlled|specified|subject to)\b"
    r"|\b(?:is|are) (?:released|excluded)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(rf"\b(?:until|from|after|before) {_DAY}|\bexpires?\b", re.IGNORECASE)
_ONLY = re.compile(
    rf"{_PLACE} (?:only {_CONTROLS}|{_CONTROLS} only)\b|{_PLACE} {_CONTROLS} .{{0,200}}?\bonly if\b|^\W*(?:\d\. )?The only\b",
    re.IGNORECASE,
)
_REMAINS = re.compile(r"\bremains? (?:controlled|subject to)\b", re.IGNORECASE)
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
    (_ONLY, NoteKind.VALIDITY, NoteEffect.NARROWS),
    (_WIDENS, NoteKind.INCLUSION, NoteEffect.WIDENS),
    (_REMAINS, NoteKind.INCLUSION, NoteEffect.NONE),
    (_DEFINES, NoteKind.DEFINITION, NoteEffect.DEFINES),
    (_INCLUDES, NoteKind.INCLUSION, NoteEffect.NONE),
)

LANGUAGE = Language(
    lead_ins=_LEAD_INS,
    lead_in_after=_AFTER,
    lead_in_break=_BREAK,
    numbers=_NUMBERS,
    closing=_CLOSING,
    closings={"and": "and", "or": "or"},
    reserved=re.compile(r"\W*(?:reserved|not used(?: since \d{4})?)\W*", re.IGNORECASE),
    technical=re.compile(r"technical", re.IGNORECASE),
    nota_bene=re.compile(r"N\.\s?B\b", re.IGNORECASE),
    note_number=re.compile(
        r"(?:[A-Za-z]+ )*?(?:Note|N\.\s?B\.?):? ?(\d{1,2})\b(?!\.?\w)", re.IGNORECASE
    ),
    notes=_KINDS,
    labels=Labels(
        start=_START,
        condition=_CONDITION,
        whole=_WHOLE,
        stop=_STOP,
        qualifier=_QUALIFIER,
        later=_LATER,
        loose=_LOOSE,
        quantity=_QUANTITY,
        broken=_BROKEN,
    ),
)
