"""Categories, parts and product groups: the document names few of them, each entry belongs to one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from graph.model.paragraph import ParagraphKind
from ingest.outline.gathered import Gathered, Heading
from ingest.sources.eu_annex_i.blocks import Page
from ingest.sources.eu_annex_i.places import above, group_of
from ingest.text.tree import Draft

_GROUPS = {
    "A": "Systems, Equipment and Components",
    "B": "Test, Inspection and Production Equipment",
    "C": "Materials",
    "D": "Software",
    "E": "Technology",
}
"""The same in each category; the document prints them only above a note."""


def all_drafts(gathered: Gathered[Page]) -> list[Draft]:
    """Return headings and paragraphs in the order of the list: a heading, then what stands below it."""
    codes: dict[str, list[str]] = defaultdict(list)
    for code in gathered.entries:
        codes[group_of(code)].append(code)
    named = {*codes, *gathered.headings}
    headings = {*named, *map(above, named), *(above(above(name)) for name in named)}
    found: list[Draft] = []
    for name in sorted(headings, key=_order):
        found.append(_heading(gathered, name))
        for code in codes.get(name, ()):
            entry, *below = map(gathered.draft, gathered.entries[code])
            found += [replace(entry, parent=name), *below]
    return found


def _order(name: str) -> tuple[str, str, str]:
    """Sort a category before its parts, a part before its groups."""
    if name.startswith("cat"):
        return name[3], name[5:], ""
    return name[0], name[2:], name


def _heading(gathered: Gathered[Page], name: str) -> Draft:
    printed = gathered.headings.get(name)
    parent = above(name)
    return Draft(
        notation=name,
        official=name,
        marker=gathered.page.cut(printed.marker) if printed and printed.marker else None,
        text=(gathered.page.cut(printed.words),) if printed else (),
        kind=ParagraphKind.HEADING,
        parent=parent if parent != name else None,
        title=_title(name, printed),
    )


def _title(name: str, printed: Heading | None) -> str:
    if not name.startswith("cat"):
        return printed.words.text if printed else _GROUPS[name[1]]
    if printed:
        return printed.words.text.strip('"').capitalize()
    category, _, part = name[3:].partition("p")
    return f"Category {category}, Part {part}" if part else f"Category {category}"
