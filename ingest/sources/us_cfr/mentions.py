"""What the words of a part name: its own paragraphs, other regulations, the Commerce Control List."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from graph.model.passage import Passage
from graph.model.reference import Reference, ReferenceKind
from ingest.text.codes import Form
from ingest.text.mentions import find_mentions

_OTHERS = {Form.CODE: "us-ccl", Form.WASSENAAR: "wa-du", Form.MUNITIONS: "wa-ml"}
_PATH = r"(?:\(\w{1,5}\))+"
_CATEGORY = re.compile(rf"\b(?:USML )?[Cc]ategory (?P<name>[IVX]+)(?P<path>{_PATH})?")
_PARAGRAPHS = re.compile(
    rf"\bparagraphs? (?P<paths>{_PATH}(?:(?:, |,? and |,? or | through |-|–){_PATH})*)(?P<where> of this (?:category|section|appendix))?"
)
_SECTION = re.compile(rf"§ ?(?P<name>\d+\.\d+[a-z]?)(?P<path>{_PATH})?")
_APPENDIX = re.compile(r"\b[Aa]ppendix (?P<name>[A-Z])\b")


def read_mentions(
    said: Iterable[tuple[str, tuple[Passage, ...]]], *, key: str, known: Collection[str]
) -> tuple[Reference, ...]:
    """Return what paragraphs and notes mention, sorted, each mention once for each place."""
    found: set[Reference] = set()
    for where, passages in said:
        text = " ".join(part.wording or "" for part in passages)
        own = dict(_own(text, where, known))
        for written, target in own.items():
            if target != where:
                found.add(
                    Reference(
                        where=where,
                        as_written=written,
                        target_list=key,
                        target=target,
                        kind=ReferenceKind.CITES,
                        resolved=target in known,
                    )
                )
        others = find_mentions(text, where=where, list_key=key, known=known, others=_OTHERS)
        found.update(r for r in others if not _is_own(r, own))
    return tuple(sorted(found))


def _own(text: str, where: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    base = re.split(r"[( ]|\.note|\.nb|\.techn", where, maxsplit=1)[0]
    for found in _CATEGORY.finditer(text):
        if found["name"] in known:
            yield found[0], found["name"] + (found["path"] or "")
    for found in _SECTION.finditer(text):
        if found["name"] in known:
            yield found[0], found["name"] + (found["path"] or "")
    for found in _APPENDIX.finditer(text):
        if f"App.{found['name']}" in known:
            yield found[0], f"App.{found['name']}"
    for found in _PARAGRAPHS.finditer(text):
        for path in re.findall(_PATH, found["paths"]):
            yield path, base + path


def _is_own(reference: Reference, own: Collection[str]) -> bool:
    return reference.kind is ReferenceKind.PROVISION and reference.as_written in own
