"""Destination scope: for which destinations a sentence of a number controls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.model.document import Issue
from graph.model.paragraph import Paragraph, ParagraphKind
from graph.model.requirement import Statement, StatementKind
from ingest.curated import read_yaml

_SENTENCE = re.compile(
    r"\bwenn das Bestimmungs(?:land (?P<names>[^.;:]+?) ist|ziel (?P<area>[^.;:]+?) liegt)\b"
)
_ANY = re.compile(r"\bBestimmungs(?:land|ziel)")
_AND = re.compile(r", | oder ")
_ARTICLE = re.compile(r"^(?:der|die|das) ")
_LOOSE = re.compile(r"\W+|außerhalb|und|des|der|in|aufgeführten|Gebiete")


class _Places(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    countries: dict[str, str]
    areas: dict[str, str]


def read_destinations(
    paragraphs: Iterable[Paragraph],
) -> tuple[tuple[Statement, ...], tuple[Issue, ...]]:
    """Return the destination scope of each paragraph that states one; its words stay in the paragraph.

    Shape:   values are ISO 3166-1 codes, or ``not:`` and an area; none where a name is not in the table, which is
        an issue.
    """
    found: list[Statement] = []
    issues: list[Issue] = []
    for paragraph in paragraphs:
        words = " ".join(passage.wording or "" for passage in paragraph.text)
        sentences = list(_SENTENCE.finditer(words))
        if len(sentences) < len(_ANY.findall(words)):
            value = str(len(sentences))
            issues.append(Issue(where=paragraph.notation, kind="destination-unread", value=value))
        for number, sentence in enumerate(sentences, start=1):
            values = tuple(_values(sentence))
            if None in values:
                issues.append(
                    Issue(where=paragraph.notation, kind="destination-unread", value="name")
                )
            if paragraph.kind is ParagraphKind.CONDITION:
                issues.append(
                    Issue(where=paragraph.notation, kind="destination-in-a-condition", value="")
                )
            found.append(
                Statement(
                    about=paragraph.notation,
                    kind=StatementKind.DESTINATION,
                    index=number,
                    values=() if None in values else tuple(filter(None, values)),
                )
            )
    return tuple(found), tuple(issues)


def _values(sentence: re.Match[str]) -> Iterator[str | None]:
    places = _read_places()
    if sentence["names"]:
        for name in _AND.split(sentence["names"]):
            yield places.countries.get(_ARTICLE.sub("", name))
        return
    left = sentence["area"]
    for words, code in places.areas.items():
        if words in left:
            left = left.replace(words, "")
            yield f"not:{code}"
    if _LOOSE.sub("", left) or not sentence["area"].startswith("außerhalb"):
        yield None


@cache
def _read_places() -> _Places:
    return read_yaml(Path(__file__).with_name("places.yml"), _Places)
