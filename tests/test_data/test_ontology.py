"""The vocabulary is exactly what is emitted: every term defined and documented, every class with a shape."""

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph.ids import CODE, ONT
from graph.release import Release
from graph.store.oxigraph import OxigraphStore
from ingest.curated import shipped

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
#: Abstract, or for texts whose end is known: time is there from the first day.
UNEMITTED = {
    "DatedAssertion", "ValidityNote", "validTo", "Translation", "translates", "reprints", "remark",
    "pointsElsewhere",  # of pairs with the CCL: the release of the tests has other pairs
}  # fmt: skip


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("core.ttl", "codes.ttl", "tables.ttl"):
        graph.parse(shipped("ontologies") / name)
    return graph


@pytest.fixture(scope="module")
def emitted(release: Release) -> tuple[set[str], set[str], set[str]]:
    classes, properties, codes = set(), set(), set()
    for quad in OxigraphStore.read_only(release.store).quads():
        properties.add(quad.predicate)
        if quad.predicate == str(RDF.type):
            classes.add(quad.object)
        elif quad.datatype is None and quad.object.startswith(CODE):
            codes.add(quad.object)
    return classes, properties, codes


def local(iris: set[str]) -> set[str]:
    return {iri.removeprefix(ONT) for iri in iris if iri.startswith(ONT)}


def test_every_emitted_term_is_defined_and_every_defined_term_is_emitted(
    ontology: rdflib.Graph, emitted: tuple[set[str], set[str], set[str]]
) -> None:
    classes, properties, codes = emitted
    kinds = {OWL.Class: classes, OWL.ObjectProperty: properties, OWL.DatatypeProperty: properties}
    for kind, found in kinds.items():
        defined = local({str(term) for term in ontology.subjects(RDF.type, kind)})
        assert defined - UNEMITTED <= local(found), kind
    defined = {str(term) for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    assert local(classes | properties) <= local(defined)
    assert codes <= {str(term) for term in ontology.subjects(RDF.type, SKOS.Concept)}
    assert len(local(classes)) >= 28


def test_every_term_is_documented(ontology: rdflib.Graph) -> None:
    terms = {t for t in ontology.subjects(RDF.type, None) if str(t).startswith(ONT)}
    assert len(terms) > 80
    for term in terms:
        assert ontology.value(term, RDFS.label), term
        assert len(str(ontology.value(term, RDFS.comment) or "")) > 15, term
    codes = set(ontology.subjects(RDF.type, SKOS.Concept))
    assert len(codes) > 40
    assert all(ontology.value(code, SKOS.definition) for code in codes)


def test_every_emitted_class_has_a_shape(emitted: tuple[set[str], set[str], set[str]]) -> None:
    shapes = rdflib.Graph()
    for path in sorted((shipped("ontologies") / "shapes").glob("*.ttl")):
        shapes.parse(path)
    targets = {str(target) for target in shapes.objects(None, SH.targetClass)}
    ontology = rdflib.Graph().parse(shipped("ontologies") / "core.ttl")
    without = {
        name
        for name in emitted[0]
        if name.startswith(ONT)
        and not targets
        & {str(up) for up in ontology.transitive_objects(rdflib.URIRef(name), RDFS.subClassOf)}
    }
    assert not without
