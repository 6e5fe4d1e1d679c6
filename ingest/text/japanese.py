"""Japanese: lead-ins, placeholders and names as the orders on export control word them."""

from __future__ import annotations

import re

from graph.model.paragraph import Connective
from ingest.text.kanji import DIGITS
from ingest.text.language import NEVER, Labels, Language

_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_MARK = rf"(?:（[{DIGITS}十]+）|[ア-ン]|[０-９]+|[{DIGITS}十]+)"
_SERIES = rf"{_MARK}(?:(?:まで)?(?:、|から|及び|並びに|又は|若しくは){_MARK})*(?:まで)?"
_WHOLE = rf"{_MARK}(?:(?:まで)?(?:、|から|及び|並びに){_MARK})*(?:まで)?"
_OF = rf"(?:{_SERIES}|各号)?の?"

_LEAD_INS: tuple[tuple[re.Pattern[str], Connective | None], ...] = tuple(
    (re.compile(pattern), connective)
    for pattern, connective in (
        (r"次[のに][^、。（）]{0,20}うち(?P<k>一|二|三|四)以上", None),
        (rf"次の{_OF}いずれか(?P<k>二|三|四)以上", None),
        (rf"次の{_OF}いずれにも", Connective.ALL),
        (rf"次の{_OF}いずれか", Connective.ANY),
        (rf"次の{_OF}(?:全て|すべて)", Connective.ALL),
        (rf"次の{_MARK}(?:又は|若しくは){_MARK}", Connective.ANY),
        (rf"次の{_WHOLE}(?=[にをの])", Connective.ALL),
        (rf"次の?(?:各号|{_SERIES})?に(?:掲げる|定める|示す)", Connective.LIST),
    )
)

_INNER = r"[^（）]*(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）[^（）]*)*"
# what is taken out in brackets governs nothing below, unless its own points stand below
_EXCLUSION = (
    rf"（(?!{_INNER}次の){_INNER}を除く。）"
    rf"|(?:(?<=該当するもの)|(?<=の部分品)|(?<=の全て))（{_INNER}を除く。）"
)

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
            r"次[のに]|[ア-ンＡ-Ｚ](?:から|又は|及び|に)|（|第[一二三四五六七八九十]|[前同本][条項号]"
        ),
        whole=NEVER,
        # a bracket that the name goes on after is part of it
        stop=re.compile(
            rf"。|（(?={_INNER}）(?:$|であ[つっ]て|で?、|のうち|又は|若しくは|及び|並びに))"
        ),
        qualifier=re.compile(
            r"であ[つっ]て|で[、次]|のうち|に該当する|(?:又は|若しくは|及び)(?:これら|その)|、次の"
        ),
        later=NEVER,
        loose=re.compile(r"[、\s]+$"),
        quantity=NEVER,
        # a property or an action, no name of a thing
        broken=re.compile(
            r"(?:もの|こと|場合|とき|以上|以下|未満|超|[るいたうくすつぬむぐぶが]|(?<!方)[法令])$"
        ),
        quotes="「」",
        # no blanks part the words: about four characters are one
        word=re.compile(r"\w{1,4}"),
    ),
)
