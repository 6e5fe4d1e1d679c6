"""The XML of an act: its elements with their spans in the canonical text."""

from __future__ import annotations

from lxml import etree

from graph.errors import UnknownValue, UnreadableDocument
from graph.model.passage import MarkKind
from ingest.law.xml import read_root
from ingest.sources.ca_justice.lims import Node, Page
from ingest.text.canonical import Builder

BOXES = frozenset(
    """Statute Regulation Identification RegistrationDate ConsolidationDate Date EnablingAuthority
    RegulationMakerOrder Order Body Schedule ScheduleFormHeading Heading Section Subsection Paragraph Subparagraph
    Clause Subclause Definition Provision Footnote HistoricalNote RecentAmendments Amendment FormulaGroup Formula
    FormulaDefinition RegulationPiece RelatedOrNotInForce AmendedText SectionPiece ReadAsText
    ContinuedSectionSubsection ContinuedParagraph ContinuedDefinition List Item TableGroup table tgroup thead
    tbody row colspec BillPiece BillHistory Stages Chapter SignatureBlock Introduction Preamble Enacts Note
    FormGroup""".split()  # noqa: SIM905  a table of names
)
"""Elements that hold elements."""

LEAVES = frozenset(
    """InstrumentNumber ShortTitle LongTitle YYYY MM DD RegulationMaker OrderNumber Label Text TitleText
    OriginatingRef HistoricalNoteSubItem FormulaText FormulaConnector AmendmentCitation AmendmentDate MarginalNote
    entry Caption title SignatureName SignatureTitle SignatureLine RunningHead ConsolidatedNumber Leader
    AnnualStatuteNumber""".split()  # noqa: SIM905  a table of names
)
"""Elements that hold words."""

INLINE = frozenset(
    """Emphasis DefinedTermEn DefinedTermFr DefinitionRef XRefExternal XRefInternal Language Repealed FootnoteRef
    LineBreak Sup Sub FormulaTerm Leader Fraction""".split()  # noqa: SIM905  a table of names
)
"""Elements that stand between words."""

MARKS = {"Sup": MarkKind.SUP, "Sub": MarkKind.SUB}
_ROOTS = ("Statute", "Regulation")


def read_page(document: bytes, name: str) -> Page:
    """Read one act.

    Shape:   every character of the document is in exactly one element that holds words, in document order.

    Raises:
        UnreadableDocument: not well-formed, not UTF-8, a document type, words outside such an element.
        UnknownValue: an element that the tables above do not cover.
    """
    reader = _Reader(name)
    root = reader.node(read_root(document, name, _ROOTS))
    return Page(name, reader.words.done(), root)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self.words = Builder()

    def node(self, element: etree._Element, mark: MarkKind | None = None) -> Node:
        tag = str(element.tag)
        if tag in INLINE and not _holds_boxes(element):
            return self._run(element, MARKS.get(tag, mark))
        if tag not in BOXES | LEAVES | INLINE:
            where = f"{self._name}: {_at(element)}: element"
            raise UnknownValue(where, tag, BOXES | LEAVES | INLINE)
        self.words.gap()
        is_leaf = tag in LEAVES or (tag == "Note" and (element.text or "").strip())
        made = self._run(element, mark) if is_leaf else self._box(element)
        self.words.gap()
        return made

    def _box(self, element: etree._Element) -> Node:
        stray = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in stray):
            raise UnreadableDocument(self._name, _at(element), f"words directly in {element.tag}")
        start = len(self.words)
        return self._made(element, start, tuple(self.node(child) for child in element))

    def _run(self, element: etree._Element, mark: MarkKind | None) -> Node:
        start = len(self.words)
        self.words.add(element.text or "", mark)
        children = []
        for child in element:
            children.append(self.node(child, mark))
            self.words.add(child.tail or "", mark)
        if element.tag == "LineBreak":
            self.words.gap()
        return self._made(element, start, tuple(children))

    def _made(self, element: etree._Element, start: int, children: tuple[Node, ...]) -> Node:
        given = tuple((str(n).rpartition("}")[2], str(v)) for n, v in element.attrib.items())
        return Node(str(element.tag), start, len(self.words), _at(element), given, children)


def _holds_boxes(element: etree._Element) -> bool:
    return any(str(child.tag) in BOXES for child in element)


def _at(element: etree._Element) -> str:
    return f"{element.tag}, line {int(getattr(element, 'sourceline', 0) or 0)}"
