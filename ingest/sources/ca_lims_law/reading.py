"""Reading the elements of one act in order: headings, sections, schedules, tables, what is left out."""

from __future__ import annotations

import re

from graph.ids import slug
from graph.model.document import Issue, Omission
from graph.model.paragraph import ParagraphKind
from graph.model.requirement import TableRow
from ingest.law.draft import Draft, free_path
from ingest.sources.ca_justice.lims import Node, Page

_OMITTED = {
    "Identification": "identification", "RecentAmendments": "recent-amendments", "HistoricalNote": "amendment-history",
    "Order": "enacting-order", "BillHistory": "bill-history", "SignatureBlock": "signature", "RunningHead": "running-head",
}  # fmt: skip
#: Elements that are provisions below what holds them where they have a label.
_STEPS = frozenset(["Subsection", "Paragraph", "Subparagraph", "Clause", "Subclause", "Item", "Provision", "FormulaDefinition"])  # fmt: skip
_NOTES = {"Footnote": "fn", "Note": "note"}
#: Element to the method that reads it.
_READERS = {
    "Heading": "_heading", "Section": "_section", "Schedule": "_schedule", "Definition": "_definition", "Footnote": "_note",
    "Note": "_note", "TableGroup": "_table", "AmendedText": "_quoted", "ReadAsText": "_quoted", "RelatedOrNotInForce": "_related",
}  # fmt: skip
REPEALED = re.compile(r"\W*Repealed\b.*|\W*Reserved\W*", re.DOTALL)
_LISTS = {"ca/sor/89-202": frozenset(["sch"]), "ca/sor/2000-210": frozenset(["sch"])}
"""Acts whose schedule is a control list that ``ca_justice`` reads."""


class Reader:
    """Collects the provisions of one act; every word is in one of them, in a table or left out by class."""

    def __init__(self, page: Page, key: str) -> None:
        self._page, self._key = page, key
        self.drafts: dict[str, Draft] = {}
        self.tables: list[TableRow] = []
        self.omissions: list[Omission] = []
        self.issues: list[Issue] = []
        self.definitions: dict[str, str] = {}
        self._headings: list[tuple[int, str]] = []

    def read(self) -> None:
        """Read every element."""
        self._below(self._page.root, "", "")

    def _below(self, node: Node, holder: str, base: str) -> None:
        """Read what stands in an element.

        Args:
            node: The element.
            holder: Path of the provision that words without one of their own belong to.
            base: What paths of sections begin with: empty in the body, a schedule, a quoted amendment.
        """
        for child in node.children:
            self._element(child, holder, base)

    def _element(self, node: Node, holder: str, base: str) -> None:
        tag = node.tag
        if tag in _OMITTED:
            self._omit(_OMITTED[tag], node)
        elif tag in _STEPS and node.first("Label") is not None:
            self._step(node, holder, base)
        elif tag in _READERS:
            getattr(self, _READERS[tag])(node, holder, base)
        elif node.children and not self._is_leaf(node):
            self._below(node, holder, base)
        else:
            self._words(node, holder)

    def _is_leaf(self, node: Node) -> bool:
        """Say whether an element holds words itself, with nothing but inline elements in it."""
        return node.tag in {"Text", "TitleText", "MarginalNote", "Label", "OriginatingRef", "entry", "Caption", "title",
                            "FormulaText", "FormulaConnector", "LongTitle", "ShortTitle"}  # fmt: skip

    def _words(self, node: Node, holder: str) -> None:
        passage = self._page.passage(node)
        if passage is None:
            return
        if not holder:  # an order that is one text without sections
            holder = "text"
            self.drafts.setdefault(holder, Draft(holder, "text", ParagraphKind.ENTRY, None))
        draft = self.drafts[holder]
        if node.tag == "MarginalNote" and draft.heading is None:
            draft.heading = passage
        else:
            draft.text.append(passage)

    def _heading(self, node: Node, holder: str, base: str) -> None:
        level = int(node.get("level") or 1)
        label, title = node.first("Label"), node.first("TitleText")
        words = self._page.text(label) or self._page.text(title)
        name = self._free("/".join(part for part in (base, f"h/{slug(words)[:60]}") if part))
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._open(name, ParagraphKind.HEADING, self._above(base), node, words)
        self._headings.append((level, name))
        self._rest(node, name, base)

    def _above(self, base: str) -> str | None:
        """Return the innermost heading that stands in the same text."""
        for _, name in reversed(self._headings):
            if not base or name.startswith(f"{base}/"):
                return name
        return base or None

    def _section(self, node: Node, holder: str, base: str) -> None:
        label = self._page.text(node.first("Label"))
        step = label.strip(" .()*") or f"x{len(self.drafts) + 1}"
        name = self._free("/".join(part for part in (base, f"s/{step}") if part))
        parent = holder if base and not base.startswith("sch") else self._above(base)
        self._open(name, ParagraphKind.ENTRY, parent, node, f"s {label}".strip())
        self._rest(node, name, base)

    def _step(self, node: Node, holder: str, base: str) -> None:
        label = self._page.text(node.first("Label"))
        step = re.sub(r"\s+", "-", label.strip(" .()").replace("/", "-")) or "x"
        name = self._free(f"{holder or 'text'}/{step}" if holder else f"item/{step}")
        self._open(name, ParagraphKind.ITEM, holder or None, node, label)
        self._rest(node, name, base)

    def _definition(self, node: Node, holder: str, base: str) -> None:
        terms = [self._page.text(found) for found in node.inside("DefinedTermEn")]
        term = terms[0] if terms else f"definition {len(self.drafts) + 1}"
        name = self._free(f"{holder}/{slug(term)[:60] or 'term'}")
        self.drafts[name] = Draft(name, term, ParagraphKind.ITEM, holder)
        self.definitions.setdefault(term, name)
        self._below(node, name, base)

    def _schedule(self, node: Node, holder: str, base: str) -> None:
        form = node.first("ScheduleFormHeading")
        label = self._page.text(form.first("Label")) if form else ""
        number = label.upper().removeprefix("SCHEDULE").strip(" .").lower()
        is_dead = node.get("id") == "NifProvs"
        name = self._free("nif" if is_dead else f"sch/{slug(number)}" if number else "sch")
        self._headings.clear()
        self._open(name, ParagraphKind.ENTRY, None, form or node, label or "Schedule")
        if is_dead:
            self.issues.append(
                Issue(where=name, kind="not-in-force", value="amendments not in force")
            )
        if name in _LISTS.get(self._key, ()):
            for child in node.children:
                if child is not form:
                    self._omit("control-list-read-elsewhere", child)
            if form is not None:
                self._rest(form, name, name)
            return
        if form is not None:
            self._rest(form, name, name)
        for child in node.children:
            if child is not form:
                self._element(child, name, name)

    def _related(self, node: Node, holder: str, base: str) -> None:
        name = self._free("nif")
        self.drafts[name] = Draft(name, "not in force", ParagraphKind.ENTRY, None)
        self.issues.append(Issue(where=name, kind="not-in-force", value="amendments not in force"))
        self._headings.clear()
        self._below(node, name, name)

    def _quoted(self, node: Node, holder: str, base: str) -> None:
        """Read the text of an amendment as provisions below the one that makes it."""
        name = self._free(f"{holder}/q" if holder else "q")
        kind = ParagraphKind.ITEM if holder else ParagraphKind.ENTRY
        self.drafts[name] = Draft(name, "text of the amendment", kind, holder or None)
        outside, self._headings = self._headings, []
        self._below(node, name, name)
        self._headings = outside

    def _note(self, node: Node, holder: str, base: str) -> None:
        if not holder:
            self._omit("footnote", node)
            return
        number = (
            sum(1 for name in self.drafts if name.startswith(f"{holder}/{_NOTES[node.tag]}")) + 1
        )
        name = self._free(f"{holder}/{_NOTES[node.tag]}{number}")
        self._open(
            name,
            ParagraphKind.ITEM,
            holder,
            node,
            self._page.text(node.first("Label")) or _NOTES[node.tag],
        )
        if any(
            child.tag not in {"Emphasis", "XRefExternal", "Repealed"} for child in node.children
        ):
            self._rest(node, name, name)
        else:
            self._words(node, name)

    def _table(self, node: Node, holder: str, base: str) -> None:
        table = 1 + max((row.table for row in self.tables if row.about == holder), default=0)
        number = 0
        for part in node.inside("row", "Caption", "title"):
            if part.tag != "row":
                self._words(part, holder)
                continue
            cells = tuple(self._page.passage(cell) for cell in part.all("entry"))
            if any(cells):
                number += 1
                self.tables.append(TableRow(about=holder, table=table, row=number, cells=cells))

    def _open(
        self, name: str, kind: ParagraphKind, parent: str | None, node: Node, official: str
    ) -> None:
        self.drafts[name] = Draft(
            name,
            official,
            kind,
            parent,
            marker=self._page.passage(node.first("Label")),
            heading=self._page.passage(node.first("TitleText") or node.first("MarginalNote")),
        )

    def _rest(self, node: Node, name: str, base: str) -> None:
        """Read what stands in an element beside its label and its first title."""
        taken = {id(node.first("Label")), id(node.first("TitleText") or node.first("MarginalNote"))}
        for child in node.children:
            if id(child) not in taken:
                self._element(child, name, base)

    def _omit(self, kind: str, node: Node) -> None:
        passage = self._page.passage(node)
        if passage is not None:
            self.omissions.append(Omission(kind=kind, passage=passage))

    def _free(self, name: str) -> str:
        free = free_path(name, self.drafts)
        if free != name:
            self.issues.append(
                Issue(where=free, kind="repeated-label", value=name.rpartition("/")[2])
            )
        return free
