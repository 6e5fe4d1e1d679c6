"""Japanese: lead-ins, placeholders and names as the orders on export control word them."""

from __future__ import annotations

import re

from graph.model.paragraph import Connective
from ingest.text.kanji import DIGITS
from ingest.text.language import NEVER, Labels, Language

_NUMBERS = {"二": 2, "三": 3, "四": 4}
_MARK = rf"(?:（[{DIGITS}十]+）|[ア-ン]|[０-９]+|[{DIGITS}十]+)"
_MARKS = rf"{_MARK}(?:(?:、|から|及び|並びに){_MARK})*(?:まで)?"
_CHOICE = rf"{_MARK}(?:(?:、|又は|若しくは|から){_MARK})*(?:まで)?"
_OF = rf"(?:{_MARKS}|各号)?の?"

_LEAD_INS: tuple[tuple[re.Pattern[str], Connective | None], ...] = tuple(
    (re.compile(pattern), connective)
    for pattern, connective in (
        (rf"次の{_OF}(?:うち|いずれか)(?P<k>二|三|四)以上", None),
        (rf"次の{_OF}いずれにも", Connective.ALL),
        (rf"次の{_OF}いずれか", Connective.ANY),
        (rf"次の{_OF}(?:全て|すべて)", Connective.ALL),
        (rf"次の{_MARK}(?:又は|若しくは){_MARK}", Connective.ANY),
        (rf"次の{_MARKS}(?=に|を|の|に掲げる)", Connective.ALL),
        (r"次(?:の各号)?に(?:掲げる|定める|示す)", Connective.LIST),
    )
)

_INNER = r"[^（）]*(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）[^（）]*)*"
_EXCLUSION = rf"（(?!次の(?:いずれ|全て|すべて)){_INNER}を除く。）"

LANGUAGE = Language(
    lead_ins=_LEAD_INS,
    # what is taken out in brackets governs nothing below
    lead_in_after=re.compile(_EXCLUSION),
    lead_in_break=NEVER,
    numbers=_NUMBERS,
    closing=re.compile(r"(又は|及び|かつ)[、。]?$"),
    closings={"又は": "or", "及び": "and", "かつ": "and"},
    reserved=re.compile(r"\W*削除\W*"),
    technical=NEVER,
    nota_bene=NEVER,
    note_number=NEVER,
    notes=(),
    labels=Labels(
        start=re.compile(r"\w"),
        condition=re.compile(
            r"次(?:の|に)|[ア-ンＡ-Ｚ](?:から|又は|及び|に)|（|第[一二三四五六七八九十]"
        ),
        whole=NEVER,
        stop=re.compile(r"[（。]"),
        qualifier=re.compile(
            r"であ[つっ]て|で[、次]|のうち|に該当する|(?:又は|若しくは|及び)(?:これら|その)|、次の"
        ),
        later=NEVER,
        loose=re.compile(r"[、\s]+$"),
        quantity=NEVER,
        # a property or an action, no name of a thing
        broken=re.compile(r"(?:もの|こと|場合|とき|以上|以下|未満|超|[るいたうくすつぬむぐぶが])$"),
        quotes="「」",
        # no blanks part the words: about three characters are one
        word=re.compile(r"\w{1,3}"),
    ),
)
