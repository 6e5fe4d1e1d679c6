"""Stores: one port, two adapters, one compliance suite."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Protocol

from graph.model.quad import Quad

Row = Mapping[str, str]
"""Variable to value: an IRI, the lexical form of a literal, or ``""`` where nothing is bound."""

CATALOGUE = Path(__file__).resolve().parent.parent / "queries"


class Question(StrEnum):
    """The query catalogue: each member is ``queries/<value>.rq`` and ``.cypher``, same rows from both.

    What is given is an IRI; ``state`` is a list version (``.../us-ccl/@on-2026-06-24``), ``version`` an entry version.
    """

    LIST_STATES = "list_states"
    """Given nothing: one row a list version, with its list, dates, document and terms of reuse."""

    PARAGRAPHS_OF_STATE = "paragraphs_of_state"
    """Given ``state``: its paragraphs, as in ``POSITION``, without wording."""

    ENTRIES_OF_STATE = "entries_of_state"
    """Given ``state``: the abiding ``entry`` of each of its positions."""

    HEADS_OF_STATE = "heads_of_state"
    """Given ``state``: the same for headings and entries only."""

    OUTLINE_OF_STATE = "outline_of_state"
    """Given ``state``: its headings and entries, each with what stands above it: enough to count."""

    NOTES_OF_STATE = "notes_of_state"
    """Given ``state``: its notes and items of notes, as in ``NOTES``, without wording."""

    SUBSTANCES_OF_STATE = "substances_of_state"
    """Given ``state``: the CAS numbers that its paragraphs name, one row each."""

    LIMITS_OF_STATE = "limits_of_state"
    """Given ``state``: the limits that its paragraphs and notes state, one row for each ``part`` and ``value``."""

    NODES_OF_STATE = "nodes_of_state"
    """Given ``state``: one row a paragraph, with what stands above it and how what stands below combines."""

    BOUNDS_OF_STATE = "bounds_of_state"
    """Given ``state``: one row a limit, with what it is compared by."""

    REFERENCES_OF_STATE = "references_of_state"
    """Given ``state``: what its paragraphs and notes mention."""

    REQUIREMENTS_OF_STATE = "requirements_of_state"
    """Given ``state``: one row a requirement row and each of its values, as ``part`` and ``value``."""

    REPRINTS = "reprints"
    """Given ``state``: the versions of earlier states that it has too, printed otherwise."""

    ISSUES_OF_STATE = "issues_of_state"
    """Given ``state``: what surprised us in the source."""

    WORDING_OF_STATE = "wording_of_state"
    """Given ``state``: version, kind, label and wording of each paragraph and note: what search knows."""

    TRANSLATIONS_OF_STATE = "translations_of_state"
    """Given ``state``: label and hash of each position and note in other languages."""

    TRANSLATIONS = "translations"
    """Given ``version``: its words in other languages."""

    UPDATES_OF_LIST = "updates_of_list"
    """Given ``list``: known later changes; ``entry`` is the list itself where no entry is named."""

    FACTS = "facts"
    """Given ``class`` (a class of our own tables): its rows, one row for each ``part`` (local name of a property)."""

    EVIDENCE_OF_FACTS = "evidence_of_facts"
    """Given ``class``: what each of its rows rests on."""

    POSITION = "position"
    """Given ``entry`` (an abiding entry) and ``state``: its version there, one row for each ``part`` (a property) and
    ``value``; with wording where it is held."""

    CHILDREN = "children"
    """Given ``entry`` and ``state``: the versions directly below it, in the same form."""

    NOTES = "notes"
    """Given ``entry`` and ``state``: its notes and their items, in the same form."""

    LIST_NOTES = "list_notes"
    """Given ``list`` and ``state``: the notes on the whole list, in the same form."""

    ATTACHED = "attached"
    """Given ``version``: its requirement rows, exception flags, remarks and rows of tables, with wording; one row for each
    ``link`` (how it hangs on the version), ``node``, ``part`` (a property) and ``value``."""

    AMOUNTS = "amounts"
    """Given ``version``: the value limits of its exceptions, one row for each paragraph they cover."""

    TERMS = "terms"
    """Given ``version``: the terms it uses and their definitions at all states; one row for each ``term``,
    ``resource`` (the term itself or a definition), ``part`` and ``value``."""

    REFERENCES = "references"
    """Given ``version``: what it mentions."""

    CITED_BY = "cited_by"
    """Given ``entry`` (an abiding entry): the versions that mention it."""

    MAPPING_SET = "mapping_set"
    """Given ``set`` (the mapping set of two lists): both states and what was searched of them."""

    MAPPINGS_OF_PAIR = "mappings_of_pair"
    """Given ``set``: its mappings, from the list whose key sorts first to the other."""

    MAPPINGS_OF_ITEM = "mappings_of_item"
    """Given ``version``: the mappings of one paragraph in all sets, with the set."""

    FINDINGS_OF_PAIR = "findings_of_pair"
    """Given ``set``: its gaps, each with the mapping that it rests on."""

    GRAPHS = "graphs"
    """Given nothing: the graphs of the release, with their kind, document and hash."""

    def text(self, dialect: str) -> str:
        """Return the query in one dialect, ``rq`` or ``cypher``."""
        return _text(self.value, dialect)


@cache
def _text(name: str, dialect: str) -> str:
    return (CATALOGUE / f"{name}.{dialect}").read_text(encoding="utf-8")


class GraphStore(Protocol):
    """What the rest of the code may ask of a store of statements."""

    def find(self, question: Question, **given: str) -> tuple[Row, ...]:
        """Return the distinct rows that answer one catalogue question, sorted."""

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what ``make`` derives from rows: from a store in which nothing changes, made once."""

    def quads(self) -> Iterator[Quad]:
        """Yield every statement that is held, in no set order."""


def sorted_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Sort rows by all their values, so that two stores give the same bytes."""
    found = list(rows)
    if found:
        found.sort(key=itemgetter(*sorted(found[0])))
    return tuple(found)
