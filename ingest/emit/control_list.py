"""One document as statements: its facts, without its wording.

The facts need no wording, so that a build from the snapshot gives the same facts graph, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import evidence_iri, is_act_key, jurisdiction_iri, list_iri, part_iri
from graph.model.control_list import ControlListVersion
from graph.model.document import Issue, ListDocument
from graph.model.quad import Quad
from graph.provenance import CitationKind
from graph.vocabulary import DCTERMS, NOTATION, PREF_LABEL, VALUE, cty
from ingest.emit.dated import dates
from ingest.emit.entries import emit_notes, emit_paragraphs
from ingest.emit.licensing import emit_exceptions, emit_requirements, emit_statements, emit_tables
from ingest.emit.limits import emit_limits
from ingest.emit.relations import emit_relations
from ingest.emit.sentences import emit_sentences
from ingest.emit.statements import Pen
from ingest.emit.words import emit_references, emit_term_uses, emit_terms


def emit_facts(
    document: ListDocument,
    *,
    graph: str,
    carried: Iterable[str] = (),
    reprinted: Iterable[str] = (),
) -> Iterator[Quad]:
    """Yield what a document says, without its wording; statements may repeat.

    Args:
        document: What no earlier state of the list says.
        graph: Named graph that the statements go to.
        carried: Versions of earlier states that this state has too.
        reprinted: Those of them that it prints in other type.
    """
    version = document.version
    yield from emit_list(version, graph)
    for survivor in carried:
        yield from Pen(survivor, graph).link(cty("inListVersion"), version.iri)
    yield from Pen(version.iri, graph).link(cty("reprints"), *reprinted)
    yield from emit_paragraphs(document.paragraphs, version, graph)
    yield from emit_notes(document.notes, version, graph)
    yield from emit_requirements(document.requirements, version, graph)
    yield from emit_exceptions(document.exceptions, version, graph)
    yield from emit_statements(document.statements, version, graph)
    yield from emit_tables(document.tables, version, graph)
    yield from emit_terms(document.terms, version, graph)
    yield from emit_term_uses(document, version, graph)
    yield from emit_references(document.references, version, graph)
    yield from emit_relations(document.relations, version, graph)
    yield from emit_sentences(document.sentences, version, graph)
    yield from emit_limits(document.limits, version, graph)
    yield from _issues(document.issues, version, graph)


def emit_list(version: ControlListVersion, graph: str) -> Iterator[Quad]:
    """Yield a list, one state of it, and the document that the state rests on."""
    abiding = Pen(list_iri(version.key), graph)
    is_act = is_act_key(version.key)
    yield from abiding.a("LegalAct" if is_act else "ControlList")
    yield from abiding.link(cty("appliesIn"), jurisdiction_iri(version.jurisdiction))
    yield from abiding.text(PREF_LABEL, version.name, version.language)
    yield from abiding.value(NOTATION, version.key)
    state = Pen(version.iri, graph)
    yield from state.a("LegalVersion" if is_act else "ControlListVersion")
    yield from state.link(cty("ofList"), abiding.subject)
    yield from dates(version, state)
    yield from state.value(cty("textLength"), version.length)
    yield from state.code("completeness", "Completeness", version.completeness)
    yield from state.text(cty("remark"), version.remark, "en")
    yield from state.value(f"{DCTERMS}language", version.language)
    yield from state.value(f"{DCTERMS}source", version.url)
    yield from state.value(f"{DCTERMS}license", version.licence)
    yield from _document(version, state)
    yield from emit_evidence(version, graph)


def emit_evidence(version: ControlListVersion, graph: str) -> Iterator[Quad]:
    """Yield the document that a state of a list, or its translation, rests on."""
    pen = Pen(evidence_iri("document", version.sha256), graph)
    yield from Pen(version.iri, graph).link(cty("hasEvidence"), pen.subject)
    yield from _document(version, pen)
    yield from pen.a("Evidence")
    yield from pen.code("evidenceKind", "EvidenceKind", CitationKind.DOCUMENT)
    yield from pen.value(f"{DCTERMS}source", version.sha256)


def _document(version: ControlListVersion, pen: Pen) -> Iterator[Quad]:
    yield from pen.value(cty("publishedOn"), version.published_on)
    yield from pen.value(cty("citationLabel"), version.citation)
    yield from pen.value(cty("sourceFile"), version.document)
    yield from pen.value(cty("contentHash"), version.sha256)


def _issues(issues: Iterable[Issue], version: ControlListVersion, graph: str) -> Iterator[Quad]:
    for number, issue in enumerate(sorted(issues), start=1):
        pen = Pen(part_iri(version.iri, "issue", number), graph)
        yield from pen.a("SourceIssue")
        yield from pen.link(cty("concerns"), version.iri)
        yield from pen.value(cty("place"), issue.where)
        yield from pen.value(cty("issueKind"), issue.kind)
        yield from pen.value(VALUE, issue.value)
