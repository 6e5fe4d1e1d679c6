import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph.model.quad import LANG_STRING, STRING, Quad
from graph.store.oxigraph import OxigraphStore

GRAPH = "https://w3id.org/comity/graph/source/zz-list/0"
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(texts, st.sampled_from([(STRING, ""), (LANG_STRING, "en"), (LANG_STRING, "ja")]))
def test_a_literal_survives_the_store_and_the_line(text: str, kind: tuple[str, str]) -> None:
    quad = Quad("https://w3id.org/s", "https://w3id.org/p", text, GRAPH, *kind)
    store = OxigraphStore.in_memory()
    store.load([quad, quad])
    assert list(store.quads()) == [quad]


@given(texts.filter(lambda text: "\x00" not in text))
def test_another_library_reads_the_line_as_we_wrote_it(text: str) -> None:
    rdflib.NORMALIZE_LITERALS = False
    quad = Quad("https://w3id.org/s", "https://w3id.org/p", text, GRAPH, STRING)
    graph = rdflib.Graph().parse(data=quad.triple, format="nt")
    assert [str(value) for value in graph.objects()] == [text]
