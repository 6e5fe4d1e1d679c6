"""Parse the licences of a getOgelTypes answer: scopes, ratings, countries, end users and numbered conditions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from lxml import etree

from graph.errors import UnknownValue, UnreadableDocument, UnreadFields

T = TypeVar("T")

ACTIVITIES = {
    "TECH": "tech",
    "MIL_GOV": "mil-gov",
    "MIL_ANY": "mil-any",
    "EXHIBITION": "exhibition",
}
END_USERS = {code: code for code in ("GOV", "COM", "IND", "OTHER")}
_YES_NO = {"true": True, "false": False}
_MEETS = {"Y": True, "N": False}
_RANKING = re.compile(r"<OGL_RANKING>(\d+)</OGL_RANKING>")
_LICENCE = frozenset(
    ["OGEL_TYPE_REF", "NAME", "DESCRIPTION", "CONDITIONS_LIST", "RATING_CONDITIONS", "OGL_ACTIVITY", "LINK_TO_OGL",
     "OGL_RANKING", "LAST_UPDATED_DATE"]
)  # fmt: skip
_SCOPE = frozenset(
    ["RATINGS_LIST", "SECONDARY_RATINGS_LIST", "EXCLUDED_RATINGS_LIST", "DEST_COUNTRY_INCLUDE_LIST",
     "DEST_COUNTRY_EXCLUDE_LIST", "END_USER_TYPE_LIST", "CONDITION_NO", "SELECTED", "LICENCE_CONDITION_LIST"]
)  # fmt: skip
# references between conditions name ids in some licences and numbers in others: they are not read
_CONDITION = frozenset(
    ["MOVE_ACTIONS", "LICENCE_CONDITION_ID", "LICENCE_CONDITION_NUMBER", "CONDITION_SUMMARY", "CONDITION_TEXT",
     "CONDITION_QUESTION", "QUESTION_HINT", "LICENCE_CONDITION_ANSWER_LIST", "KEY_TERM_DEFINITION_LINK", "KEY_TERMS",
     "REFERENCED_CONDITION_LIST", "ACTIONS"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rating:
    """One position that a scope names."""

    printed: str
    conditional: bool
    digest: str = ""
    """Of what the licence says about a conditional rating or the one above it; empty where it says nothing."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One numbered condition of a licence, which only the user can answer."""

    number: int
    id: int
    """Of the question, in the system that asked it; differs from the number in two licences."""

    meets: str
    """The answer that meets the condition, yes or no: some questions ask whether a bar applies."""

    digest: str
    """Of the wording, which is not kept."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What one licence allows: items, countries and end users, if every condition is met."""

    number: int
    ratings: tuple[Rating, ...]
    excluded_ratings: tuple[str, ...]
    included: tuple[str, ...]
    """Names of countries; where there are none, everywhere."""

    excluded: tuple[str, ...]
    end_users: tuple[str, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class OpenLicence:
    """One open general export licence."""

    key: str
    name: str
    activity: str
    ranking: int | None
    """Order among licences that apply together; ``None`` where none is stated."""

    updated: str
    """As printed; empty where the document does not say."""

    scopes: tuple[Scope, ...]


def parse(document: bytes, name: str) -> tuple[OpenLicence, ...]:
    """Return every licence, in the order of the document.

    Shape:   one scope per CONDITION element; ratings and countries as printed, nothing is resolved here.
    Units:   digests are the first 16 hex digits of sha256 over the words, parted by single blanks.

    Raises:
        UnreadableDocument: not XML, or an element that must be there is not.
        UnknownValue: an activity, an end user or an answer that no lookup row covers.
        UnreadFields: an element that is not known, or secondary ratings, whose meaning was never seen.
    """
    reader = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(document, reader)
    except etree.XMLSyntaxError as exc:
        raise UnreadableDocument(name, "document", str(exc)) from exc
    found = tuple(_licence(one, name) for one in root.iter("OGL_TYPE"))
    if not found:
        raise UnreadableDocument(name, "document", "no OGL_TYPE")
    return found


def _licence(element: etree._Element, name: str) -> OpenLicence:
    key = _text(element, "OGEL_TYPE_REF", name)
    _all_known(element, _LICENCE, key)
    said = {
        _text(one, "RATING", key): _digest(_child(one, "CONDITION_TEXT", key))
        for one in element.iterfind("RATING_CONDITIONS/RATING_CONDITION")
    }
    return OpenLicence(
        key=key,
        name=_text(element, "NAME", key),
        activity=_one_of(f"{key}.OGL_ACTIVITY", _text(element, "OGL_ACTIVITY", key), ACTIVITIES),
        ranking=_ranking(element),
        updated=(element.findtext("LAST_UPDATED_DATE") or "").strip(),
        scopes=tuple(
            _scope(one, number, said, key)
            for number, one in enumerate(element.iterfind("CONDITIONS_LIST/CONDITION"), 1)
        ),
    )


def _ranking(element: etree._Element) -> int | None:
    # those who kept the answer for their tests changed the rankings and left the real ones in comments
    for comment in element.iterchildren(etree.Comment):
        if found := _RANKING.fullmatch((comment.text or "").strip()):
            return int(found[1])
    told = (element.findtext("OGL_RANKING") or "").strip()
    return int(told) if told else None


def _scope(element: etree._Element, number: int, said: dict[str, str], key: str) -> Scope:
    where = f"{key} scope {number}"
    _all_known(element, _SCOPE, where)
    if len(_child(element, "SECONDARY_RATINGS_LIST", where)):
        raise UnreadFields(where, ["SECONDARY_RATINGS_LIST"])
    users = element.iterfind("END_USER_TYPE_LIST/END_USER_TYPE")
    return Scope(
        number=number,
        ratings=tuple(
            _rating(r, said, where) for r in _child(element, "RATINGS_LIST", where).iter("RATING")
        ),
        excluded_ratings=tuple(
            _text(r, "RATING_NAME", where) for r in element.iterfind("EXCLUDED_RATINGS_LIST/RATING")
        ),
        included=tuple(_countries(element, "DEST_COUNTRY_INCLUDE_LIST", where)),
        excluded=tuple(_countries(element, "DEST_COUNTRY_EXCLUDE_LIST", where)),
        end_users=tuple(
            _one_of(f"{where}.END_USER_TYPE", (u.text or "").strip(), END_USERS) for u in users
        ),
        conditions=tuple(
            _condition(c, where)
            for c in element.iterfind("LICENCE_CONDITION_LIST/LICENCE_CONDITION")
        ),
    )


def _rating(element: etree._Element, said: dict[str, str], where: str) -> Rating:
    printed = _text(element, "RATING_NAME", where)
    told = _text(element, "CONDITIONAL_RATING", f"{where} {printed}")
    conditional = _one_of(f"{where} {printed}.CONDITIONAL_RATING", told, _YES_NO)
    above = max((r for r in said if _is_within(printed, r)), key=len, default="")
    return Rating(printed, conditional, said.get(above, "") if conditional else "")


def _is_within(rating: str, other: str) -> bool:
    """Say whether a rating as printed is another one or stands below it.

    >>> _is_within("ML17a1", "ML17a"), _is_within("ML15", "ML1"), _is_within("ML15", "ML15")
    (True, False, True)
    """
    rest = rating.removeprefix(other)
    below = rating.startswith(other) and rest[:1].isdigit() != other[-1].isdigit()
    return rating == other or below


def _countries(element: etree._Element, tag: str, where: str) -> Iterator[str]:
    for country in _child(element, tag, where).iterfind("COUNTRY"):
        yield _text(country, "COUNTRY_NAME", where)


def _condition(element: etree._Element, where: str) -> Condition:
    number = _text(element, "LICENCE_CONDITION_NUMBER", where)
    where = f"{where} condition {number}"
    _all_known(element, _CONDITION, where)
    answers = {
        _text(a, "ANSWER_RESPONSE", where).lower(): _one_of(
            f"{where}.MEETS_CONDITION", _text(a, "MEETS_CONDITION", where), _MEETS
        )
        for a in element.iterfind("LICENCE_CONDITION_ANSWER_LIST/ANSWER")
    }
    meets = [answer for answer, good in answers.items() if good]
    if set(answers) != {"yes", "no"} or len(meets) != 1:
        raise UnknownValue(f"{where}.ANSWER", " ".join(answers), ["yes no"])
    identity = _text(element, "LICENCE_CONDITION_ID", where)
    words = _digest(_child(element, "CONDITION_TEXT", where))
    return Condition(int(number), int(identity), meets[0], words)


def _digest(element: etree._Element) -> str:
    words = " ".join(" ".join(map(str, element.itertext(etree.Element))).split())
    return sha256(words.encode()).hexdigest()[:16]


def _child(element: etree._Element, tag: str, where: str) -> etree._Element:
    found = element.find(tag)
    if found is None:
        raise UnreadableDocument(where, element.tag, f"no {tag}")
    return found


def _text(element: etree._Element, tag: str, where: str) -> str:
    text = (_child(element, tag, where).text or "").strip()
    if not text:
        raise UnreadableDocument(where, element.tag, f"{tag} is empty")
    return text


def _one_of(field: str, value: str, lookup: dict[str, T]) -> T:
    if value not in lookup:
        raise UnknownValue(field, value, lookup)
    return lookup[value]


def _all_known(element: etree._Element, known: Collection[str], where: str) -> None:
    tags = [str(child.tag) for child in element.iterchildren(etree.Element)]
    unread = [tag for tag in tags if tag not in known]
    if unread:
        raise UnreadFields(where, unread)
