"""What the reader of the regulations must know of their two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.model.paragraph import Connective

_ALL = ("ALL",)
_ELSEWHERE = ("ALL", "not:US")
_UNITED_STATES = ("US",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The patterns of one language; text between quotation marks is blanked before most are tried."""

    note_head: re.Pattern[str]
    """The whole text above notes."""

    about: re.Pattern[str]
    """A sub-item that begins so speaks of others: it is a note, no controlled thing."""

    preamble: re.Pattern[str]
    """What may stand in front of the name of a thing."""

    named: re.Pattern[str]
    """What ends the name of a thing, beside what the language has for it."""

    duty: re.Pattern[str]
    """A note that speaks of destinations, not of things."""

    subject: re.Pattern[str]
    """What the words of a note are about: at their start, with the mention in the group ``path``."""

    excepts: re.Pattern[str]
    """The end of a sentence whose sub-paragraphs are taken out of it."""

    continues: re.Pattern[str]
    """The end of a sentence that its sub-paragraphs complete: they are its conditions.

    Group ``properties`` says so also where the language reads a lead-in to things.
    """

    openings: tuple[tuple[re.Pattern[str], Connective], ...]
    """What the sub-paragraphs of a sentence begin with, where that tells how they combine."""

    destination: re.Pattern[str]
    """Brackets that name destinations, with their words in group 1."""

    destinations: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    """The words of such brackets and the codes that they stand for."""

    levels: str
    """Names of levels in front of a mention: paragraph, clause."""

    join: str
    """What stands between the members of a mention."""

    through: re.Pattern[str]
    """The one of them that makes a range."""

    groups: re.Pattern[str]
    """Mention of groups: their numbers in group ``groups``, whose they are in ``of``."""

    parts: re.Pattern[str]
    """Mention of a part of the nuclear schedule, in group 1."""

    guide: re.Pattern[str]
    """Words that make a mention one of the Guide."""

    within: re.Pattern[str]
    """Words right in front of a mention of the Guide that bring in what it names."""

    without: re.Pattern[str]
    """Words further in front that take it out instead, or speak of a property of the thing."""

    section: re.Pattern[str]
    """Words in front of the name of a law that give a provision of it, in group 1."""


_RANGE_EN = r",? (?:to|through|and|or) |, (?:and |or )?|(?<=\))or "
_RANGE_FR = r"(?:(?:,| et| ou) (?:à l’|aux? )(?:articles?|(?:sous-)?alinéas?|paragraphes?) | (?:à|et|ou) |, )"

_ENGLISH = Speech(
    note_head=re.compile(r"NOTES?"),
    about=re.compile(
        r"(?:In this item|For the purposes? of|This item does not|The references? to|"
        r"(?:Subsection|Subitem) \(\d+\) |Paragraph (?:\(\d+\)|\d+ of))"
    ),
    preamble=re.compile(
        r"(?:subject to [^,]*, |any |all types of |other (?=strategic|heat))", re.IGNORECASE
    ),
    named=re.compile(
        r",? (?:as (?:described|defined|the case)|destined|whether or not|referred to|namely|"
        r"especially (?:designed|prepared))\b"
    ),
    duty=re.compile(r"applies to goods and technology intended for export"),
    subject=re.compile(
        r"(?:In|For the purposes? of|With respect to|Items (?:specified )?in)? ?"
        r"(?P<path>(?i:sub-?paragraphs?|paragraphs?|clauses?|subitems?|subsections?) .+)"
    ),
    excepts=re.compile(r"\bexcept(?: for)?:$"),
    continues=re.compile(
        r"(?:[\w)’]|\b(?:that are|is|of|that):|(?P<properties>\bthe following features\b.*:))$"
    ),
    openings=(),
    destination=re.compile(r"\(((?:All destinations|United States)\b[^()]*)\)", re.IGNORECASE),
    destinations=(
        (re.compile(r"all destinations", re.IGNORECASE), _ALL),
        (
            re.compile(r"all destinations other than (?:in )?the United States", re.IGNORECASE),
            _ELSEWHERE,
        ),
        (re.compile(r"United States"), _UNITED_STATES),
    ),
    levels=r"(?:sub-?items?|subsections?|sub-?paragraphs?|paragraphs?|sub-?clauses?|clauses?|items?)",
    join=_RANGE_EN,
    through=re.compile(r"\b(?:to|through)\b"),
    groups=re.compile(
        r"\bGroups? (?P<groups>\d(?:(?:, and |, | and | or )(?:Group )?\d)*)\b"
        r"(?P<of> of the Guide\b)?"
    ),
    parts=re.compile(r"\bPart ([AB])\b"),
    guide=re.compile(r" of the Guide\b"),
    within=re.compile(r"(?:described|set out|referred to) in (?:items? )?$"),
    without=re.compile(r"\b(?:other than|except)\b[^,;]*$"),
    section=re.compile(r"\b(?:sub)?section (\d[\w.]*(?:\(\d+\))?) of the $"),
)

_FRENCH = Speech(
    note_head=re.compile(r"NOTA ?:"),
    about=re.compile(
        r"(?:Pour l’application|Le présent article|Il n’est pas tenu compte|Toute mention|"
        r"Les mentions|Le paragraphe \(\d+\) |L’alinéa \(\d+\))"
    ),
    preamble=re.compile(
        r"(?:sous réserve [^,]*, )?(?:les autres |les |le |la |l’|tout |toute |des |du |une? )?",
        re.IGNORECASE,
    ),
    named=re.compile(
        r",? (?:au sens\b|tels? que\b|(?:— )?ainsi que\b|à moins\b|soutenant\b|étant\b|qu’|"
        r"d’ailleurs\b|s’il s’agit)"
    ),
    duty=re.compile(r"destinées à l’exportation vers"),
    subject=re.compile(
        r"(?:Au|Aux|À la|Pour l’application (?:du|de la|de l’|des)|Concernant le|"
        r"Les articles visés (?:au|à la)|Le|La|L’) ?"
        r"(?P<path>(?i:sous-alinéas?|alinéas?|paragraphes?|divisions?) .+)"
    ),
    excepts=re.compile(r"\b(?:sauf|excepté|à l’exception (?:de|des)(?: éléments suivants)?) ?:$"),
    continues=re.compile(
        r"(?:\b(?:qui|que|dont|pour|à la fois|s’il s’agit|est|sont|correspond|contiennent|"
        r"utilisées|dissémination|entreposage|dotés|constiuée|selon le cas|l’emploi d(?:’un|e))"
        r",?) ?:$"
    ),
    openings=(
        (re.compile(r"soit\b"), Connective.ANY),
        (re.compile(r"d’une part\b"), Connective.ALL),
    ),
    destination=re.compile(
        r"\(((?:toutes destinations|tous les pays|États-Unis)\b[^()]*)\)", re.IGNORECASE
    ),
    destinations=(
        (re.compile(r"toutes destinations|tous les pays", re.IGNORECASE), _ALL),
        (re.compile(r"toutes destinations autres que les États-Unis", re.IGNORECASE), _ELSEWHERE),
        (re.compile(r"États-Unis"), _UNITED_STATES),
    ),
    levels=r"(?:paragraphes?|sous-alinéas?|alinéas?|sous-divisions?|divisions?|articles?)",
    join=_RANGE_FR,
    through=re.compile(r"^ à $"),
    groups=re.compile(
        r"\bgroupes? (?P<groups>\d(?:(?:, | et | ou )\d)*)\b(?P<of> du Guide\b)?", re.IGNORECASE
    ),
    parts=re.compile(r"\bpartie ([AB])\b", re.IGNORECASE),
    guide=re.compile(r" du Guide\b"),
    within=re.compile(r"(?:visée?s?|mentionnée?s?|décrite?s?|celles) (?:aux?|du|à l’) ?(?:\w+ )?$"),
    without=re.compile(r"\b(?:autres que|ne sont pas|conçue?s pour|visant)\b[^;]*$"),
    section=re.compile(r"(?:article|paragraphe) (\d[\w.]*(?:\(\d+\))?) (?:du|de la) $"),
)

SPEECH: Mapping[str, Speech] = MappingProxyType({"en": _ENGLISH, "fr": _FRENCH})


def blanked(text: str) -> str:
    """Return a text with what stands between quotation marks blanked: titles there are no mentions.

    >>> blanked("see “Groups 1 and 2” or Group 3")
    'see                  or Group 3'
    """
    return re.sub(r"“[^”]*”|«[^»]*»", lambda found: " " * len(found[0]), text)
