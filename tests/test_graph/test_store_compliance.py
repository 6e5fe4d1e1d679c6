"""One suite for every adapter, over the full release: the same rows, and every statement back."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from graph.answers.asof import ListState, states
from graph.ids import set_iri
from graph.release import Release
from graph.store import Question
from graph.store.neo4j import Neo4jStore
from graph.store.oxigraph import OxigraphStore
from graph.vocabulary import cty

pytestmark = [pytest.mark.real, pytest.mark.server]

BY_STATE = [question for question in Question if question.value.endswith("_of_state")]
BY_VERSION = [
    Question.ATTACHED, Question.AMOUNTS, Question.REFERENCES, Question.TERMS
]  # fmt: skip
BY_ENTRY = [Question.POSITION, Question.CHILDREN, Question.NOTES]
BY_SET = [Question.MAPPINGS_OF_PAIR, Question.FINDINGS_OF_PAIR]
SAMPLE = 12
"""Positions of each list that every question is asked about, evenly spaced, beside those with tables and amounts."""


@pytest.fixture(scope="module")
def embedded(release: Release) -> OxigraphStore:
    return OxigraphStore.read_only(release.store)


@pytest.fixture(scope="module")
def server(release: Release, embedded: OxigraphStore, neo4j_uri: str) -> Iterator[Neo4jStore]:
    store = Neo4jStore.at(neo4j_uri)
    store.load(embedded.quads(), release=release.key)
    yield store
    store.close()


def latest(store: OxigraphStore) -> list[ListState]:
    """The last state of each list: what an earlier one has in other forms is asked for in test_diff."""
    return list({state.key: state for state in states(store)}.values())


def sampled(store: OxigraphStore, state: ListState) -> list[tuple[str, str]]:
    """Versions with their abiding entries."""
    rows = store.find(Question.PARAGRAPHS_OF_STATE, state=state.iri)
    pairs = sorted((r["version"], r["value"]) for r in rows if r["part"] == cty("versionOf"))
    hard = ("/3A001", "/2E003.f", "/1C350", "/0A501", "/9E003", "/5A002")
    told = [pair for pair in pairs if pair[1].endswith(hard)]
    return [*pairs[:: max(1, len(pairs) // SAMPLE)], *told]


def test_every_statement_comes_back_byte_for_byte(
    embedded: OxigraphStore, server: Neo4jStore
) -> None:
    sent = sorted(quad.line for quad in embedded.quads())
    back = sorted(quad.line for quad in server.quads())
    assert len(sent) > 200_000
    assert sent == back


@pytest.mark.parametrize("question", [Question.LIST_STATES, Question.GRAPHS])
def test_questions_about_the_release(
    embedded: OxigraphStore, server: Neo4jStore, question: Question
) -> None:
    rows = embedded.find(question)
    assert len(rows) >= 2
    assert server.find(question) == rows


@pytest.mark.parametrize("question", BY_STATE)
def test_questions_about_a_state(
    embedded: OxigraphStore, server: Neo4jStore, question: Question
) -> None:
    found = 0
    for state in latest(embedded):
        rows = embedded.find(question, state=state.iri)
        assert server.find(question, state=state.iri) == rows
        found += len(rows)
    assert found > 100


@pytest.mark.parametrize("question", BY_VERSION)
def test_questions_about_a_position(
    embedded: OxigraphStore, server: Neo4jStore, question: Question
) -> None:
    found = asked = 0
    for state in latest(embedded):
        for version, _ in sampled(embedded, state):
            rows = embedded.find(question, version=version)
            assert server.find(question, version=version) == rows, version
            found, asked = found + len(rows), asked + 1
    assert asked > 2 * SAMPLE
    assert found > 0


@pytest.mark.parametrize("question", [*BY_ENTRY, Question.LIST_NOTES])
def test_questions_about_a_position_at_a_state(
    embedded: OxigraphStore, server: Neo4jStore, question: Question
) -> None:
    found = 0
    for state in latest(embedded):
        for _, entry in sampled(embedded, state):
            about = {"list": state.iri.rpartition("/")[0]}
            given = about if question is Question.LIST_NOTES else {"entry": entry}
            given = given | {"state": state.iri}
            rows = embedded.find(question, **given)
            assert server.find(question, **given) == rows, given
            found += len(rows)
    assert found > 0


def test_questions_about_abiding_things(embedded: OxigraphStore, server: Neo4jStore) -> None:
    found = 0
    for state in latest(embedded):
        base = state.iri.rpartition("/")[0]
        asked = [(Question.UPDATES_OF_LIST, {"list": base})]
        asked += [
            (Question.CITED_BY, {"entry": f"{base}/{code}"}) for code in ("3A001", "9A012", "5A002")
        ]
        for question, given in asked:
            rows = embedded.find(question, **given)
            assert server.find(question, **given) == rows
            found += len(rows)
    assert found > 10


def test_a_question_about_nothing_has_no_rows(embedded: OxigraphStore, server: Neo4jStore) -> None:
    nothing = "https://w3id.org/comity/id/list/zz-nothing/1A001/@2020-01-01"
    for question in BY_VERSION:
        assert embedded.find(question, version=nothing) == ()
        assert server.find(question, version=nothing) == ()
    for question in BY_ENTRY:
        given = {"entry": nothing, "state": nothing}
        assert embedded.find(question, **given) == server.find(question, **given) == ()


def test_loading_again_changes_nothing(
    embedded: OxigraphStore, server: Neo4jStore, release: Release, tmp_path: Path
) -> None:
    before = sum(1 for _ in server.quads())
    server.load(embedded.quads(), release=release.key)
    assert sum(1 for _ in server.quads()) == before == len(embedded)


@pytest.mark.parametrize("question", [Question.FACTS, Question.EVIDENCE_OF_FACTS])
@pytest.mark.parametrize(
    "table", ["GroupMembership", "Obligation", "RecognitionAct", "SunsetClause"]
)
def test_questions_about_our_own_tables(
    embedded: OxigraphStore, server: Neo4jStore, question: Question, table: str
) -> None:
    given = {"class": cty(table)}
    rows = embedded.find(question, **given)
    assert len(rows) > 20
    assert server.find(question, **given) == rows


def test_questions_about_pairs_of_lists(embedded: OxigraphStore, server: Neo4jStore) -> None:
    pairs = combinations(("eu-cml", "uk-ml", "us-nrc-110", "wa-ml"), 2)
    found = dict.fromkeys((Question.MAPPING_SET, *BY_SET), 0)
    versions: list[str] = []
    for pair in pairs:
        for question in found:
            given = {"set": set_iri(*pair)}
            rows = embedded.find(question, **given)
            assert server.find(question, **given) == rows, (question, pair)
            found[question] += len(rows)
            if question is Question.MAPPINGS_OF_PAIR:
                versions += [row["source"] for row in rows[::40]]
    assert all(found.values()), found
    assert len(versions) > 20
    for version in versions:
        rows = embedded.find(Question.MAPPINGS_OF_ITEM, version=version)
        assert server.find(Question.MAPPINGS_OF_ITEM, version=version) == rows != ()
