"""French: lead-ins, closings, names and notes as the regulations of Canada word them."""

from __future__ import annotations

import re

from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective
from ingest.text.language import NEVER, Labels, Language

_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4}
_PROPERTIES = r"(?:caractéristiques|conditions|éléments|critères|propriétés|fonctions|dimensions)"
_BELOW = r"(?:suivante?s|ci-après|ci-dessous)"
_WORDS = r"(?: [\w’-]+){0,4}"

_LEAD_INS: tuple[tuple[re.Pattern[str], Connective | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), connective)
    for pattern, connective in (
        # properties
        (rf"\b(?P<k>deux|trois|quatre|\d) ou plus des{_WORDS} {_BELOW}\b", None),
        (
            rf"\b(?:l’une?|une?)(?: ou plusieurs| ou l’autre| quelconque)? des?{_WORDS} {_BELOW}\b",
            Connective.ANY,
        ),
        (r"\bl’une? ou plusieurs de (?:ceux|celles)-ci\b", Connective.ANY),
        (r"\bselon le cas(?=\W*$)", Connective.ANY),
        (rf"\b(?:(?:toutes|tous|l’ensemble) )?(?:aux|des?|les?)(?: deux)? {_PROPERTIES} {_BELOW}\b",
         Connective.ALL),
        (r"\bà la fois(?=\W*$)", Connective.ALL),
        # what is left names things
        (rf"\b(?:{_BELOW}|à savoir|comme suit|notamment|y compris)(?!\w)", Connective.LIST),
    )
)  # fmt: skip

_QUALIFIERS = (
    r"suivante?s?|ci-après|à savoir|comme suit|notamment|y compris|spécialement|spécifiquement|"
    r"conçue?s?|modifiée?s?|préparée?s?|utilisée?s?|destinée?s?|visée?s?|décrite?s?|classée?s?|"
    r"fabriquée?s?|constituée?s?|dotée?s?|munie?s?|équipée?s?|ayant|possédant|présentant|"
    r"contenant|comportant|comprenant|pouvant|servant|permettant|capables?|qui|dont|que|où|"
    r"au sens|autres que|sauf|lorsque|s’il|lorsqu"
)
_LOOSE = re.compile(
    r"(?:[\s,]+(?:et|ou|de|du|des|d’|pour|le|la|les|l’|à|au|aux|en|dans|sur|par|avec))*[\s,.]*$"
)
_CONDITION = re.compile(
    r"(?:à|au|aux|de|du|des|d’\w+|en|par|pour|dans|lorsque|si|s’il|sous|une? \w+ de|toute?|tous|"
    r"ayant|contenant|conçue?s?|présentant|possédant)(?![\w-])",
    re.IGNORECASE,
)

_NARROWS = re.compile(
    r"\bne (?:vise|comprend|inclut|couvre|contrôle|s’applique|s’étend)(?:nt|ent)? pas\b"
    r"|\bne (?:comprennent|incluent) pas\b"
    r"|\b(?:n’est|ne sont) pas (?:contrôlée?s?|visée?s?|comprise?s?|assujettie?s?|soumis(?:e?s?)?)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bne (?:vise|s’applique)(?:nt)? qu", re.IGNORECASE)
_WIDENS = re.compile(r"\b(?:vise|s’applique)(?:nt)? également\b", re.IGNORECASE)
_DEFINES = re.compile(
    r"\b(?:s’entend(?:ent)? (?:d|au sens|de)|désigne(?:nt)?\b|se dit (?:d|lorsque))", re.IGNORECASE
)
_INCLUDES = re.compile(
    r"^\W*(?:[\w’()-]+\W+){0,6}?"
    r"(?:comprend|comprennent|inclut|incluent|englobe(?:nt)?|vise(?:nt)? notamment)\b",
    re.IGNORECASE,
)

LANGUAGE = Language(
    lead_ins=_LEAD_INS,
    lead_in_after=re.compile(r"(?:[\s.:;,]|\([^()]*\)|\[[^\[\]]*\])+$"),
    lead_in_break=re.compile(r":|\.\s+(?=[A-ZÀ-Ý])"),
    numbers=_NUMBERS,
    closing=re.compile(r"(?:^|[\s;,.])(et|ou)\W*$", re.IGNORECASE),
    closings={"et": "and", "ou": "or"},
    reserved=re.compile(r"\W*(?:réservée?|non utilisée?)\W*", re.IGNORECASE),
    technical=re.compile(r"technique", re.IGNORECASE),
    nota_bene=re.compile(r"N\.\s?B\b", re.IGNORECASE),
    note_number=re.compile(r"(?:Notes?|NOTA) ?:? ?(\d{1,2})\b", re.IGNORECASE),
    notes=(
        (_NARROWS, NoteKind.DECONTROL, NoteEffect.NARROWS),
        (_ONLY, NoteKind.GENERAL, NoteEffect.NARROWS),
        (_WIDENS, NoteKind.INCLUSION, NoteEffect.WIDENS),
        (_INCLUDES, NoteKind.INCLUSION, NoteEffect.NONE),
        (_DEFINES, NoteKind.DEFINITION, NoteEffect.DEFINES),
    ),
    labels=Labels(
        start=re.compile(r"[^\w\s]*[A-ZÀ-Ý]"),
        condition=_CONDITION,
        whole=re.compile(r"\([^()]*\)|«[^«»]*»"),
        stop=re.compile(r"[;:]|\.(?=\s|$)"),
        qualifier=re.compile(rf"[\s,]+(?:et |ou )?(?:{_QUALIFIERS})(?![\w-])", re.IGNORECASE),
        later=re.compile(r", | pour "),
        loose=_LOOSE,
        quantity=NEVER,
        broken=re.compile(r"^\["),
    ),
)
