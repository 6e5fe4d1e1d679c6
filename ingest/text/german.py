"""German: lead-ins, closings, names and notes as the Ausfuhrliste and the Kriegswaffenliste word them."""

from __future__ import annotations

import re

from graph.model.note import NoteEffect, NoteKind
from graph.model.paragraph import Connective
from ingest.text.language import Labels, Language

_NUMBERS = {
    "ein": 1,
    "eine": 1,
    "einem": 1,
    "einer": 1,
    "eines": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
}
_ONE = r"\bein(?:e[mnrs]?)? (?:der|des) [Ff]olgenden\b"
_LEAD_INS: tuple[tuple[re.Pattern[str], Connective | None], ...] = tuple(
    (re.compile(pattern), connective)
    for pattern, connective in (
        (r"\bwie folgt\b", Connective.LIST),
        (r"\b(?:einschließlich|insbesondere|umfassen|wie)(?=\W*$)", Connective.LIST),
        (r"\b[Ff]olgendes? (?:ein|erfasst)\b", Connective.LIST),
        (r"\b(?P<k>einem|einer|eine|zwei|drei|vier) oder mehrere?n? der folgenden\b", None),
        (r"\bmindestens (?P<k>eine[mrs]?|zwei|drei|vier) (?:der|dieser) folgenden\b", None),
        (_ONE, Connective.ANY),
        (r"\bentweder(?=\W*$)", Connective.ANY),
        (r"\bsofern(?=\W*$)", Connective.ALL),
        (r"\bausgenommen solche\b[^.;:]*(?=\W*$)", Connective.ANY),
        (r"\baus (?:den )?folgenden\b", Connective.ANY),
        # the points end the sentence
        (r"\b(?:mehr als|Zusammenhang mit|für|von)(?=\W*$)", Connective.ANY),
        (r"\b[Aa]llen? folgenden\b", Connective.ALL),
        (r"\bsowohl(?=\W*$)", Connective.ALL),
        (r"\b(?:mit|die|den|der) folgenden\b", Connective.LIST),
        (r"\bfolgende[ns]?\b", Connective.LIST),
    )
)
_SEE = r"(?:siehe|z\. ?B\.|d\. ?h\.)"
_LABELS = Labels(
    start=re.compile(r"[^\w\s]*(?:\d+(?:,\d+)*-)?[^\w\s]*[A-Za-zÄÖÜäöüßα-ω]"),
    condition=re.compile(
        r"(?:mit|ohne|für|bei|zu[mr]?|von|vo[mr]|aus|in|im|an|auf|durch|über|unter|nach|vor|gemäß|"
        r"der|die|das|dem|den|des|ein(?:e[mnrs]?)?|kein(?:e[mnrs]?)?|alle|jede[mnrs]?|sie|es|wenn|"
        r"soweit|sofern|besonders|geeignet|konstruiert|entwickelt|geändert|hergestellt|ausgelegt|"
        r"ausgestattet|ausgerüstet|bestimmt|fähig|ausgenommen|nicht|mehr als|größer|kleiner|"
        r"mindestens|höchstens|enthalten|enthält|ist|sind|wird|werden|sonstige[rn]? als|siehe|"
        r"eingebaut|schnell|vollständig|zulässig\w*|oberhalb|unterhalb|ausschließlich)(?![\w-])",
        re.IGNORECASE,
    ),
    whole=re.compile(rf"\((?!{_SEE})[^()]*(?:\([^()]*\)[^()]*)*\)|„[^„“”]*[“”]"),
    stop=re.compile(rf"[;:]|\.(?=\s|$)|\s\({_SEE}"),
    qualifier=re.compile(
        r"[\s,]+(?:und |oder )?(?:wie folgt|besonders|konstruiert|geeignet|entwickelt|geändert|"
        r"hergestellt|formuliert|ausgelegt|ausgewählt|ausgestattet|erfasst|bestehend|bestimmt|"
        r"mit(?= (?:ein|all|d[ei]|kein|mehr|folgend|mindestens|sowohl|\d))|für(?= (?:d|ein|jed|all|\d))|"
        r"ohne|zu[mr]?|bei|die|der|das|deren|dessen|den|denen|welche[rs]?|wenn|soweit|sofern|"
        r"sowie|einschließlich|ausgenommen|nicht|siehe|wie|aus|auf|in|im|hierfür|daraus|eigens|"
        r"einer? der folgenden|größer|kleiner|mehr als|um|als|gemessen|entsprechend)(?![\w-])"
    ),
    later=re.compile(r", "),
    loose=re.compile(r"(?:[\s,]+(?:und|oder|von|für|der|die|das|zur?|zum))*[\s,.]*$"),
    quantity=re.compile(
        r"(?:leistung|spannung|masse|länge|durchmesser|frequenz|geschwindigkeit|druck|temperatur|"
        r"genauigkeit|gewicht|größe|konzentration|kapazität)(?:\s*\([^()]*\))?$",
        re.IGNORECASE,
    ),
    quotes="„“",
    broken=re.compile(r"^\[|-$|\b(?:theoretisch|kombinierte|alle)$"),
)

_TERM = r"[‚,„][^‚ʻ‘’„“”´]{1,120}[ʻ‘’“”´]"
_NOTES = (
    (r"\berfass(?:t|en)\b[^.:;]{0,120}?\bnur\b", NoteKind.GENERAL, NoteEffect.NARROWS),
    (
        (
            r"\b(?:erfass|umfass)(?:t|en) (?:nicht|kein)|\bg(?:ilt|elten) nicht\b|\bkeine Anwendung\b"
            r"|\bnicht anwendbar\b|\bw(?:ird|erden) nicht erfasst\b|\b[Nn]icht erfasst (?:ist|sind)\b"
            r"|\b[Aa]usgenommen sind\b|\bsind ausgenommen\b"
        ),
        NoteKind.DECONTROL,
        NoteEffect.NARROWS,
    ),
    (
        r"\b(?:erfass|umfass)(?:t|en)\b[^.:;]{0,120}?\bauch\b|\bbleibt auch\b",
        NoteKind.INCLUSION,
        NoteEffect.WIDENS,
    ),
    (
        (
            rf"\b(?:bezeichnet|bedeutet|versteht|gilt als)\b|^\W*{_TERM} (?:ist|sind)\b"
            rf"|\bIm Sinne [^.:]*\b(?:ist|sind|wird|werden)\b[^.:]{{0,40}}{_TERM}|^Begriffsbestimmung"
        ),
        NoteKind.DEFINITION,
        NoteEffect.DEFINES,
    ),
    (
        (
            r"\bschließ(?:t|en)\b.*\bein\b|\bumfass(?:t|en)\b|\bbeinhalte[nt]\b"
            r"|^\W*(?:Unternummer|Nummer) \S+ erfasst\b"
        ),
        NoteKind.INCLUSION,
        NoteEffect.NONE,
    ),
)

LANGUAGE = Language(
    lead_ins=_LEAD_INS,
    # a pointer or a translation in brackets may follow
    lead_in_after=re.compile(r"(?:[\s.:;,]|\([^()]*\))+$"),
    # the dots of "z. B." and "d. h." end no sentence
    lead_in_break=re.compile(r":|(?<!\b[zduB])(?<!\bNr)\.\s+(?=[A-ZÄÖÜ„‚])"),
    numbers=_NUMBERS,
    closing=re.compile(r"(?:^|[\s;,.])(und|oder)\W*$", re.IGNORECASE),
    closings={"und": "and", "oder": "or"},
    reserved=re.compile(r"\W*(?:nicht belegt|weggefallen)\W*", re.IGNORECASE),
    technical=re.compile(r"Technische Anmerkung"),
    nota_bene=re.compile(r"Ergänzende Anmerkung"),
    note_number=re.compile(r"(?:Technische |Ergänzende )?Anmerkung(?:en)? (\d{1,2})\b"),
    notes=tuple((re.compile(pattern), kind, effect) for pattern, kind, effect in _NOTES),
    labels=_LABELS,
)
