"""What the words of paragraphs and notes use and name: terms in quotation marks, other positions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.ids import slug
from graph.model.document import Issue
from graph.model.passage import Passage
from graph.model.reference import Reference
from graph.model.term import Term, TermScope, TermUse
from ingest.text.codes import Form, entry_of
from ingest.text.mentions import find_mentions
from ingest.text.quotes import find_terms

_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Said:
    """The passages of one record, with the notation that says them."""

    where: str
    entry: str
    """The entry or heading in which a term in single quotation marks holds; empty for words of the whole list."""

    passages: tuple[Passage, ...]

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join(passage.wording or "" for passage in self.passages)


def holder_of(notation: str, known: Collection[str]) -> str:
    """Return the entry in which a local term of some words holds: where a list picks a paragraph, that one."""
    entry = entry_of(notation)
    return entry if entry in known else notation


def read_references(
    said: Iterable[Said],
    *,
    list_key: str,
    known: Collection[str],
    others: Mapping[Form, str] = MappingProxyType({}),
) -> tuple[Reference, ...]:
    """Return what the words mention, each mention once for each place, sorted."""
    found: set[Reference] = set()
    for part in said:
        found.update(
            find_mentions(
                part.words, where=part.where, list_key=list_key, known=known, others=others
            )
        )
    return tuple(sorted(found))


def read_terms(
    said: Iterable[Said], defined: Iterable[Term], aliases: Mapping[str, list[str]]
) -> tuple[tuple[Term, ...], tuple[TermUse, ...], tuple[Issue, ...]]:
    """Return the terms of single entries, where terms are used, and uses of what nobody defines.

    Shape:   a use has the slug of its term, also where the words have its plural or abbreviation; a term in single
        quotation marks has no text of its own, its definition stands in a note of the entry.
    """
    listed = {term.slug for term in defined}
    local: dict[tuple[str, str], Term] = {}
    uses: dict[TermUse, None] = {}
    issues: list[Issue] = []
    for part in said:
        for label, scope in find_terms(part.words):
            if scope is TermScope.ENTRY:
                slugs = [_local(label, part.entry, local)] if part.entry else []
            else:
                slugs = _resolved(slug(label), listed, aliases)
                if not slugs and part.entry:
                    issues.append(
                        Issue(where=part.where, kind="term-without-definition", value=label)
                    )
            uses.update({TermUse(where=part.where, slug=s, scope=scope): None for s in slugs if s})
    return tuple(local.values()), tuple(uses), tuple(issues)


def _local(label: str, entry: str, local: dict[tuple[str, str], Term]) -> str:
    """Return the slug of a term of one entry; its plural is the same term."""
    name = slug(label)
    for form in (name, *_singulars(name), f"{name}s", f"{name}es"):
        if (form, entry) in local:
            return form
    if name:
        local[name, entry] = Term(slug=name, label=label, scope=TermScope.ENTRY, entry=entry)
    return name


def _resolved(name: str, listed: Collection[str], aliases: Mapping[str, list[str]]) -> list[str]:
    """Return the terms of the list that a name stands for."""
    for form in (name, *_singulars(name), f"{name}s"):
        if form in listed:
            return [form]
        if form in aliases:
            return aliases[form]
    return []


def _singulars(name: str) -> Iterator[str]:
    for ending, instead in _PLURALS:
        if name.endswith(ending):
            yield name.removesuffix(ending) + instead
