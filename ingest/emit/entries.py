"""Paragraphs and notes as statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.ids import Item, is_act_key, list_iri
from graph.model.control_list import ControlListVersion
from graph.model.note import Note, NoteKind
from graph.model.paragraph import Connective, Paragraph, ParagraphKind
from graph.model.quad import Quad
from graph.vocabulary import BROADER, IN_SCHEME, LABEL, NOTATION, code, cty
from ingest.emit.dated import dates, pinpoints
from ingest.emit.statements import Pen

PARAGRAPH_CLASSES = {
    ParagraphKind.HEADING: ("EntryVersion",),
    ParagraphKind.ENTRY: ("EntryVersion", "ItemParagraph"),
    ParagraphKind.ITEM: ("EntryVersion", "ItemParagraph"),
    ParagraphKind.CONDITION: ("EntryVersion", "ConditionParagraph"),
    ParagraphKind.RESERVED: ("EntryVersion",),
}
NOTE_CLASSES = {
    NoteKind.DECONTROL: "DecontrolNote",
    NoteKind.INCLUSION: "ScopeNote",
    NoteKind.NOTA_BENE: "NotaBene",
    NoteKind.TECHNICAL: "TechnicalNote",
    NoteKind.DEFINITION: "TechnicalNote",
    NoteKind.VALIDITY: "ValidityNote",
    NoteKind.GENERAL: "ScopeNote",
}


def emit_paragraphs(
    paragraphs: Iterable[Paragraph], version: ControlListVersion, graph: str
) -> Iterator[Quad]:
    """Yield each position and its content at this state of the list."""
    for paragraph in paragraphs:
        item = Item(version.key, paragraph.notation)
        parent = Item(version.key, paragraph.parent).iri if paragraph.parent else None
        abiding = Pen(item.iri, graph)
        yield from abiding.a("Provision" if is_act_key(version.key) else "ControlEntry")
        yield from abiding.value(NOTATION, item.notation)
        yield from abiding.link(IN_SCHEME, list_iri(version.key))
        yield from abiding.link(BROADER, parent)
        pen = Pen(item.version(version.day), graph)
        yield from pen.link(cty("parent"), parent)
        yield from _content(paragraph, pen, item.iri, version)


def _content(
    paragraph: Paragraph, pen: Pen, entry: str, version: ControlListVersion
) -> Iterator[Quad]:
    is_act = is_act_key(version.key)
    yield from pen.a(*(("ProvisionVersion",) if is_act else PARAGRAPH_CLASSES[paragraph.kind]))
    yield from pen.link(cty("versionOf"), entry)
    yield from pen.link(cty("inListVersion"), version.iri)
    yield from dates(version, pen)
    yield from pen.code("paragraphKind", "ParagraphKind", paragraph.kind)
    yield from pen.value(cty("index"), paragraph.index)
    yield from pen.value(cty("depth"), paragraph.depth)
    connective = code("Connective", paragraph.connective.code)
    yield from pen.link(cty("childConnective"), connective)
    yield from pen.value(cty("connectiveCount"), paragraph.at_least)
    yield from pen.value(cty("connectiveStated"), paragraph.explicit)
    yield from pen.value(cty("endsWith"), paragraph.ends_with)
    yield from pen.value(cty("officialNotation"), paragraph.official)
    for number in paragraph.cas:
        yield from pen.value(cty("casNumber"), number)
    yield from pen.text(LABEL, paragraph.label, version.language)
    yield from pinpoints(paragraph.text, pen)


def emit_notes(notes: Iterable[Note], version: ControlListVersion, graph: str) -> Iterator[Quad]:
    """Yield each note and each numbered item of a note."""
    for note in notes:
        pen = Pen(Item(version.key, note.notation).version(version.day), graph)
        target = list_iri(version.key)
        if note.annotates is not None:
            target = Item(version.key, note.annotates).version(version.day)
        whole = Item(version.key, note.parent).version(version.day) if note.parent else None
        kind = "GeneralNote" if note.annotates is None else NOTE_CLASSES[note.kind]
        yield from pen.a("Note", kind)
        yield from pen.value(NOTATION, note.notation)
        yield from pen.link(cty("noteAppliesTo"), target)
        yield from pen.link(cty("partOfNote"), whole)
        yield from pen.link(cty("inListVersion"), version.iri)
        yield from dates(version, pen)
        yield from pen.code("noteKind", "NoteKind", note.kind)
        yield from pen.code("noteEffect", "NoteEffect", note.effect)
        yield from pen.value(cty("index"), note.index)
        yield from pen.value(cty("onRequirement"), note.requirement)
        if note.connective is not Connective.NONE:
            yield from pen.link(cty("childConnective"), code("Connective", note.connective.code))
            yield from pen.value(cty("connectiveCount"), note.at_least)
        yield from pen.value(cty("officialNotation"), note.official)
        yield from pinpoints(note.text, pen)
