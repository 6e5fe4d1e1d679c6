"""Where terms are used, and the terms of single numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model.document import Issue
from graph.model.term import Term, TermScope, TermUse
from ingest.outline.said import Said
from ingest.text.german_terms import find_german_terms, german_slug, term_of


class TermUses:
    """Collects uses of terms while the words of a list are read in order."""

    def __init__(self, defined: Iterable[Term], aliases: Mapping[str, list[str]]) -> None:
        self._listed = {term.slug: None for term in defined}
        self._aliases = aliases
        self._local: dict[str, dict[str, Term]] = {}
        self._uses: dict[TermUse, None] = {}
        self._issues: list[Issue] = []
        self._forms: dict[str, str | None] = {}

    def read(
        self, said: Iterable[Said]
    ) -> tuple[tuple[Term, ...], tuple[TermUse, ...], tuple[Issue, ...]]:
        """Return the terms of single numbers, the uses of all terms, and uses of what nobody defines.

        Shape:   a use has the slug of its term, whatever its inflection; a term in single quotation marks has no text
            of its own, its definition stands in a note of the number.
        """
        for part in said:
            for label, scope in find_german_terms(part.words):
                slugs = self._slugs(label, scope, part)
                for name in filter(None, slugs):
                    self._uses[TermUse(where=part.where, slug=name, scope=scope)] = None
        local = (term for terms in self._local.values() for term in terms.values())
        return tuple(local), tuple(self._uses), tuple(self._issues)

    def _slugs(self, label: str, scope: TermScope, part: Said) -> list[str]:
        if scope is TermScope.ENTRY:
            return [self._of_entry(label, part.entry)] if part.entry else []
        if label in self._aliases:
            return self._aliases[label]
        name = german_slug(label)
        if name not in self._forms:
            self._forms[name] = term_of(name, self._listed)
        found = self._forms[name]
        if found is None and part.entry:
            self._issues.append(
                Issue(where=part.where, kind="term-without-definition", value=label[:60])
            )
        return [found] if found else []

    def _of_entry(self, label: str, entry: str) -> str:
        terms = self._local.setdefault(entry, {})
        name = german_slug(label)
        found = term_of(name, terms)
        if found is None and name:
            terms[name] = Term(slug=name, label=label, scope=TermScope.ENTRY, entry=entry)
        return found or name
