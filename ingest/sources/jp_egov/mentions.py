"""References of a list, the rows that an article details, and the names that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.ids import key_of
from graph.model.document import Issue
from graph.model.paragraph import Paragraph
from graph.model.reference import Reference, ReferenceKind
from graph.model.relation import Relation, RelationKind
from graph.model.term import Term, TermScope, TermUse
from ingest.sources.jp_egov.paths import ELSEWHERE, Positions, find_paths
from ingest.sources.jp_egov.row_mentions import OWN, find_rows
from ingest.text.kanji import NUMERAL

_LAW = r"[^、。（）「」＊]{1,40}(?:法|法律|令|規則|条約)"
_PROVISION = re.compile(
    rf"(?:専ら)?(?P<law>{_LAW})（[^（）]*第{NUMERAL}号[^（）]*）(?P<at>(?:別表)?(?:第{NUMERAL}(?:条|項|号|類))*)"
)
_DETAILS = re.compile(r"の(?:中欄に掲げる[^。]{0,40})?の?経済産業省令で定める")
_NAMED = re.compile(
    r"以下(?P<within>この(?:条|項|号))?(?:において)?(?:単に)?「(?P<term>[^「」]{1,40})」という"
)


def find_references(
    paragraphs: Sequence[Paragraph], list_key: str, relations: Sequence[Relation]
) -> tuple[Reference, ...]:
    """Return what the paragraphs name, but for what their opening details: that is a relation.

    Shape:   sorted, no duplicates, no mention of itself.
    """
    positions = Positions(paragraphs)
    said = {(one.where, one.target_list, one.target) for one in relations}
    found, last = set[Reference](), dict[str, str | None]()
    for paragraph in paragraphs:
        above = last.get(paragraph.parent or "")
        named = list(_references(paragraph, list_key, positions, above))
        own = [one.target for one in named if one.target_list == list_key]
        last[paragraph.notation] = own[-1] if own else above
        found |= {
            one
            for one in named
            if (one.where, one.target_list, one.target) not in said and one.target != one.where
        }
    return tuple(sorted(found))


def find_relations(
    openings: Sequence[Paragraph],
) -> tuple[tuple[Relation, ...], tuple[Issue, ...]]:
    """Return which rows of the orders the articles and paragraphs say that they detail."""
    relations, issues = list[Relation](), list[Issue]()
    for paragraph in openings:
        words = words_of(paragraph)
        opening = _DETAILS.search(words)
        rows = tuple(find_rows(words[: opening.start()], None, ())) if opening else ()
        relations += (
            Relation(
                where=paragraph.notation,
                kind=RelationKind.SPECIFIES,
                target_list=row.target_list,
                target=target,
                as_written=row.as_written,
            )
            for row in rows
            for target in row.targets
        )
        if not rows:
            value = paragraph.official
            issues.append(Issue(where=paragraph.notation, kind="names-no-row", value=value))
    return tuple(relations), tuple(issues)


def find_terms(
    paragraphs: Sequence[Paragraph],
) -> tuple[tuple[Term, ...], tuple[TermUse, ...], tuple[Issue, ...]]:
    """Return the names that words in brackets give: 以下「輸出令」という, for the list or for one article."""
    terms, uses, issues = dict[tuple[str, str | None], Term](), list[TermUse](), list[Issue]()
    for paragraph in paragraphs:
        for found in _NAMED.finditer(words_of(paragraph)):
            entry = re.split(r"[(-]", paragraph.notation)[0] if found["within"] else None
            scope = TermScope.ENTRY if entry else TermScope.LIST
            slug = f"ja-{key_of(found['term'])}"
            if (slug, entry) in terms:
                value = found["term"]
                issues.append(Issue(where=paragraph.notation, kind="named-twice", value=value))
                continue
            terms[slug, entry] = Term(slug=slug, label=found["term"], scope=scope, entry=entry)
            uses.append(TermUse(where=paragraph.notation, slug=slug, scope=scope))
    return tuple(terms.values()), tuple(uses), tuple(issues)


def words_of(paragraph: Paragraph) -> str:
    """Return the words of a paragraph."""
    return " ".join(part.wording or "" for part in paragraph.text)


def _references(
    paragraph: Paragraph, list_key: str, positions: Positions, above: str | None
) -> Iterator[Reference]:
    text, where = words_of(paragraph), paragraph.notation
    for row in find_rows(text, OWN.get(list_key), positions.order):
        text = text[: row.start] + ELSEWHERE * (row.end - row.start) + text[row.end :]
        for target in row.targets:
            yield Reference(
                where=where,
                as_written=row.as_written,
                target_list=row.target_list,
                target=target,
                kind=ReferenceKind.CITES,
                resolved=row.target_list == list_key and target in positions,
            )
    for found in _PROVISION.finditer(text):
        yield Reference(
            where=where,
            as_written=found["law"] + found["at"],
            target_list="",
            target=found["law"] + found["at"],
            kind=ReferenceKind.PROVISION,
            resolved=False,
        )
    masked = _PROVISION.sub(lambda one: ELSEWHERE * len(one[0]), text)
    for path in find_paths(masked, where, positions, above):
        yield Reference(
            where=where,
            as_written=path.as_written,
            target_list=list_key,
            target=path.target,
            kind=ReferenceKind.CITES,
            resolved=path.resolved,
        )
