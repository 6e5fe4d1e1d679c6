"""IRIs of the vocabularies that we write and ask for: one name each, spelled once."""

from __future__ import annotations

from graph.ids import CODE, ONT

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
SSSOM = "https://w3id.org/sssom/"
SEMAPV = "https://w3id.org/semapv/vocab/"
QUDT = "http://qudt.org/schema/qudt/"
UNIT = "http://qudt.org/vocab/unit/"

TYPE = f"{RDF}type"
VALUE = f"{RDF}value"
LABEL = f"{RDFS}label"
NOTATION = f"{SKOS}notation"
IN_SCHEME = f"{SKOS}inScheme"
BROADER = f"{SKOS}broader"
PREF_LABEL = f"{SKOS}prefLabel"
HAD_MEMBER = f"{PROV}hadMember"
DERIVED_FROM = f"{PROV}wasDerivedFrom"


def term_name(iri: str) -> str:
    """Return the name of a property without its vocabulary.

    >>> term_name(LABEL)
    'label'
    """
    return iri.rpartition("#")[2].rpartition("/")[2]


def cty(name: str) -> str:
    """Return the IRI of a term of our ontology."""
    return f"{ONT}{name}"


def code(scheme: str, name: str) -> str:
    """Return the IRI of one code of one of our code lists.

    >>> code("NoteKind", "nota bene")
    'https://w3id.org/comity/code/NoteKind-nota-bene'
    """
    return f"{CODE}{scheme}-{name.replace(' ', '-')}"
