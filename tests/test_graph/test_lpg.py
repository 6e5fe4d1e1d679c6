import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import ONT
from graph.model.quad import LANG_STRING, STRING, XSD, Quad, read_term
from graph.store.lpg import edge_type, local_name, project, restore_literals
from graph.vocabulary import TYPE

names = st.sampled_from(["urn:a", "urn:b", "https://w3id.org/comity/id/list/zz-list/1A001"])
predicates = st.sampled_from([f"{ONT}cites", "http://www.w3.org/2004/02/skos/core#cites", TYPE])
graphs = st.sampled_from(["urn:g1", "urn:g2"])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
literals = st.one_of(
    st.tuples(texts, st.just(STRING), st.just("")),
    st.tuples(texts, st.just(LANG_STRING), st.sampled_from(["en", "ja", "zh-hant"])),
    st.tuples(st.dates().map(str), st.just(f"{XSD}date"), st.just("")),
    st.tuples(st.integers().map(str), st.just(f"{XSD}integer"), st.just("")),
    st.tuples(st.sampled_from(["true", "false"]), st.just(f"{XSD}boolean"), st.just("")),
    st.tuples(st.sampled_from(["0.10", "500", "1.0"]), st.just(f"{XSD}decimal"), st.just("")),
)
links = st.tuples(names, predicates, names, graphs).map(lambda parts: Quad(*parts))
values = st.builds(
    lambda s, g, o: Quad(s, f"{ONT}place", o[0], g, o[1], o[2]), names, graphs, literals
)


@given(st.lists(st.one_of(links, values), max_size=20))
def test_every_statement_survives_the_property_graph(quads: list[Quad]) -> None:
    nodes, edges = project(quads)
    back = [q for node in nodes for q in restore_literals(node.uri, sorted(node.literals))]
    back += [Quad(e.subject, e.predicate, e.object, g) for e in edges for g in sorted(e.graphs)]
    assert sorted(back) == sorted(set(quads))
    assert len({edge.key for edge in edges}) == len(edges)


@given(literals)
def test_a_literal_is_read_as_it_was_written(literal: tuple[str, str, str]) -> None:
    assert (
        read_term(Quad("urn:s", "urn:p", literal[0], "urn:g", literal[1], literal[2]).term)
        == literal
    )


def test_one_local_name_in_two_vocabularies_stays_two_relationships() -> None:
    quads = [Quad("urn:a", f"{base}cites", "urn:b", "urn:g") for base in (ONT, "http://other/")]
    _, edges = project(quads)
    assert [edge.type for edge in edges] == ["CITES", "CITES"]
    assert len({edge.key for edge in edges}) == 2


def test_queries_see_numbers_and_days_as_such() -> None:
    quads = [
        Quad("urn:a", f"{ONT}index", "7", "urn:g", f"{XSD}integer"),
        Quad("urn:a", f"{ONT}validOn", "2026-06-24", "urn:g", f"{XSD}date"),
        Quad("urn:a", f"{ONT}codeValue", "NS", "urn:g", STRING),
    ]
    told = project(quads)[0][0].properties("r")
    assert (told["index"], str(told["validOn"]), told["codeValue"]) == (7, "2026-06-24", ["NS"])


@pytest.mark.parametrize(
    "iri", ["urn:x y", "http://x/`)-[]-(n) DELETE n//", "http://x/a-b", "http://x/"]
)
def test_nothing_but_letters_and_digits_becomes_part_of_a_query(iri: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        local_name(iri)
    with pytest.raises(ValueError, match=r".*"):
        edge_type(iri)
