"""The shapes hold: seeded faults are caught, and a second engine sees the same."""

import pyshacl
import pytest
import rdflib

from graph.errors import ShapeViolation
from graph.model.document import ListDocument
from ingest.checks.shapes import check_shapes, shapes
from ingest.emit.control_list import emit_facts
from ingest.emit.meta import emit_meta, made_from

G = "urn:zz:g"
CTY, CODE = "https://w3id.org/comity/ont#", "https://w3id.org/comity/code/"
LIST = "https://w3id.org/comity/id/list/zz-list"
ENTRY = f"{LIST}/3A001.a/@on-2026-06-24"
DATE = "http://www.w3.org/2001/XMLSchema#date"
JURISDICTION = """<https://w3id.org/comity/id/j/zz> a <https://w3id.org/comity/ont#Jurisdiction> ;
  <http://www.w3.org/2004/02/skos/core#notation> "ZZ" ; <http://www.w3.org/2004/02/skos/core#prefLabel> "Zz"@en ."""

#: name -> triple to take away (or None), triples to add
FAULTS = {
    "an entry version of no entry": (f"<{ENTRY}> <{CTY}versionOf> <{LIST}/3A001.a> .", []),
    "an entry in two lists": (
        None,
        [f"<{LIST}/3A001.a> <http://www.w3.org/2004/02/skos/core#inScheme> <{LIST}-2> ."],
    ),
    "a thing that is also a condition": (
        None,
        [
            f"<{ENTRY}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{CTY}ConditionParagraph> ."
        ],
    ),
    "an unknown connective": (
        f"<{ENTRY}> <{CTY}childConnective> <{CODE}Connective-allOf> .",
        [f"<{ENTRY}> <{CTY}childConnective> <{CODE}Connective-maybe> ."],
    ),
    "at least k without its k": (
        f"<{ENTRY}> <{CTY}childConnective> <{CODE}Connective-allOf> .",
        [f"<{ENTRY}> <{CTY}childConnective> <{CODE}Connective-atLeast> ."],
    ),
    "a snapshot that claims an interval": (
        None,
        [f'<{ENTRY}> <{CTY}validFrom> "2026-06-24"^^<{DATE}> .'],
    ),
    "a snapshot of another day than its name": (
        f'<{ENTRY}> <{CTY}validOn> "2026-06-24"^^<{DATE}> .',
        [f'<{ENTRY}> <{CTY}validOn> "2026-06-25"^^<{DATE}> .'],
    ),
    "a note that annotates nothing": (
        f"<{LIST}/3A001.a/note/1/@on-2026-06-24> <{CTY}noteAppliesTo> <{ENTRY}> .",
        [],
    ),
    "a document without its digest": (
        f'<{LIST}/@on-2026-06-24> <{CTY}contentHash> "{"0" * 64}" .',
        [],
    ),
    "a requirement row that nobody states": (
        f"<{LIST}/3A001/@on-2026-06-24> <{CTY}hasReason> <{LIST}/3A001/@on-2026-06-24/requirement/1> .",
        [],
    ),
}


@pytest.fixture(scope="module")
def triples(invented: ListDocument) -> list[str]:
    lines = {quad.triple for quad in emit_facts(invented, graph=G)}
    made = made_from(
        "https://w3id.org/comity/graph/source/zz-list/0123456789ab",
        "SourceGraph",
        "x",
        invented.version,
    )
    lines |= {
        quad.triple for quad in emit_meta("https://w3id.org/comity/id/release/0123456789ab", [made])
    }
    graph = rdflib.Graph().parse(data=JURISDICTION, format="turtle")
    return sorted(lines | {line for line in graph.serialize(format="nt").splitlines() if line})


def violations_by_the_other_engine(text: str) -> int:
    _, report, _ = pyshacl.validate(
        text, shacl_graph=shapes(), data_graph_format="nt", shacl_graph_format="turtle"
    )
    kind = rdflib.URIRef("http://www.w3.org/ns/shacl#ValidationResult")
    return len(list(report.subjects(rdflib.RDF.type, kind)))


def test_what_we_emit_has_the_shapes(triples: list[str]) -> None:
    text = "\n".join(triples) + "\n"
    assert check_shapes(text, name="zz") == len(triples)
    assert violations_by_the_other_engine(text) == 0


@pytest.mark.parametrize("name", FAULTS)
def test_a_seeded_fault_is_caught_by_both_engines(triples: list[str], name: str) -> None:
    taken, added = FAULTS[name]
    assert taken is None or taken in triples
    text = "\n".join([line for line in triples if line != taken] + added) + "\n"
    with pytest.raises(ShapeViolation) as caught:
        check_shapes(text, name="zz")
    assert caught.value.count >= 1
    assert violations_by_the_other_engine(text) >= 1
