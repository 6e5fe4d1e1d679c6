"""Defined terms and references as statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import Item, is_act_key, list_iri, part_iri, term_iri
from graph.model.control_list import ControlListVersion
from graph.model.document import ListDocument
from graph.model.quad import Quad
from graph.model.reference import Reference, ReferenceKind
from graph.model.term import Term, TermScope
from graph.vocabulary import PREF_LABEL, cty
from ingest.emit.dated import dates, pinpoints
from ingest.emit.statements import Pen

#: The direct edge that a reference of a kind stands for; a provision is no resource yet.
EDGES = {
    ReferenceKind.CITES: "cites",
    ReferenceKind.CONTROLS: "cites",
    ReferenceKind.EXCLUDES: "cites",
    ReferenceKind.SEE_ALSO: "seeAlsoEntry",
}


def defined_term_iri(slug: str, entry: str | None, version: ControlListVersion) -> str:
    """Return the IRI of a term: below its entry where it holds only there, else below the list."""
    if entry is None:
        return term_iri(version.key, slug)
    return part_iri(Item(version.key, entry).iri, "term", slug)


def emit_terms(terms: Iterable[Term], version: ControlListVersion, graph: str) -> Iterator[Quad]:
    """Yield each term, and its definition at this state of the list where the document has it."""
    for term in terms:
        pen = Pen(defined_term_iri(term.slug, term.entry, version), graph)
        holder = Item(version.key, term.entry).iri if term.entry else list_iri(version.key)
        yield from pen.a("DefinedTerm")
        yield from pen.text(PREF_LABEL, term.label, version.language)
        yield from pen.link(cty("termScope"), holder)
        if term.text:
            state = Pen(part_iri(pen.subject, version.day), graph)
            yield from state.a("TermVersion")
            yield from state.link(cty("termVersionOf"), pen.subject)
            yield from state.link(cty("inListVersion"), version.iri)
            yield from dates(version, state)
            yield from state.value(cty("claimCategory"), *term.categories)
            yield from pinpoints(term.text, state)


def emit_term_uses(
    document: ListDocument, version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield which paragraph or note uses which term; a use of a term that nobody defines is left out."""
    entries: dict[str, set[str | None]] = {}
    for term in document.terms:
        entries.setdefault(term.slug, set()).add(term.entry)
    annotated = {note.notation: note.annotates or note.notation for note in document.notes}
    for use in document.term_uses:
        entry = (
            None
            if use.scope is TermScope.LIST
            else _within(annotated.get(use.where, use.where), entries.get(use.slug, ()))
        )
        if entry in entries.get(use.slug, ()):
            pen = Pen(Item(version.key, use.where).version(version.day), graph)
            yield from pen.link(cty("usesTerm"), defined_term_iri(use.slug, entry, version))


def _within(notation: str, entries: Iterable[str | None]) -> str:
    """Return the entry among some that a notation is of: the one that it begins with."""
    of = [
        e
        for e in entries
        if e and notation.startswith(e) and notation[len(e) : len(e) + 1] in {"", ".", "(", " "}
    ]
    return max(of, key=len, default="")


def emit_references(
    references: Iterable[Reference], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield each mention; one whose target exists also gives a direct edge."""
    numbers: dict[str, int] = {}
    for reference in sorted(references):
        number = numbers[reference.where] = numbers.get(reference.where, 0) + 1
        source = Pen(Item(version.key, reference.where).version(version.day), graph)
        pen = Pen(part_iri(source.subject, "reference", number), graph)
        item = Item(reference.target_list, reference.target)
        # an act as a whole is no entry: the label alone names it
        names_entry = reference.resolved and bool(reference.target) and not item.is_note
        target = item.iri if names_entry else None
        yield from source.link(cty("hasReference"), pen.subject)
        yield from pen.a("Reference")
        yield from pen.code("referenceKind", "ReferenceKind", reference.kind)
        yield from pen.value(cty("asWritten"), reference.as_written)
        yield from pen.value(cty("citationLabel"), _label(reference))
        yield from pen.value(cty("resolved"), reference.resolved)
        yield from pen.link(cty("refersToEntry"), target)
        if is_act_key(version.key) and reference.target_list not in ("", version.key):
            yield from pen.link(cty("relatesTo"), item.iri)
        if reference.kind in EDGES:
            yield from source.link(cty(EDGES[reference.kind]), target)


def _label(reference: Reference) -> str:
    parts = (
        (reference.target_list, reference.target) if reference.target_list else (reference.target,)
    )
    return ":".join(parts)
