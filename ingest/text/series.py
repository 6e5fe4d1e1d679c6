"""Positions that a text names: full codes, the short forms that follow one, and ranges of either."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ingest.text.codes import CODE, Form, entry_of, form_of, notation_of

_SHORT = r"\.?[a-z](?:\.?\d{1,3})?(?:\.(?:\d{1,3}|[a-z]))*"
_ENDS = r"(?!\w|\.[es]\b)(?=\.?\s*(?:[,;:)”\"]|$|and\b|or\b|to\b|through\b|\(|[-–]))"
_NEXT = re.compile(
    rf"(?P<joint>\.?(?:\s?[,;]\s?(?:and |or |and/or )?|\s(?:and|or|and/or)\s))(?P<part>{_SHORT}){_ENDS}"
)
_RANGE = re.compile(r"\.?\s(?:through|to|thru)\s|\s?[-–]\s?(?=\d[A-E]\d{3}|\.?[a-z]\.?\d*\b)")
_PART = re.compile(rf"(?P<part>{_SHORT})(?![\w])")
_OF_ENTRY = re.compile(rf"[Pp]aragraphs? (?P<part>{_SHORT}) of this (?:entry|ECCN)")
_GROUP = re.compile(
    r"(?:(?<=by )|(?<=in )|(?<=of )|(?<=or )|(?<=and )|(?<=to )|(?<=, ))\d[A-E](?![\w’']|\.\w)"
)
_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
_CATEGORY = rf"{_ROMAN}(?:\([a-z0-9]{{1,3}}\))*(?![A-Za-z])"
_USML = re.compile(
    rf"(?:USML|U\.S\. Munitions List)(?:,)?(?: under)?(?: \(?(?:[Cc]ategory|[Cc]ategories|[Ss]ubcategory|[Pp]aragraphs?|Cat\.))? (?P<first>{_CATEGORY})"
    rf"|[Cc]ategor(?:y|ies) (?P<named>{_CATEGORY}) of the (?:USML|U\.S\. Munitions List)"
)
_MORE = re.compile(
    rf"(?:, |,? (?:or|and|to|through) )(?:in )?(?:USML )?(?:[Cc]ategory |[Cc]ategories )?(?P<next>{_CATEGORY})"
)
_GENERAL = {"technology": "note.gtn", "software": "note.gsn"}
_NOTE = re.compile(
    r"(?<![\w-])[Gg]eneral (?P<which>[Tt]echnology|[Ss]oftware) [Nn]ote|[Nn]uclear [Tt]echnology [Nn]ote"
)


@dataclass(frozen=True, slots=True)
class Named:
    """One position that a text names."""

    start: int
    as_written: str
    target: str
    form: Form | None = Form.CODE


def codes_named(text: str, known: Collection[str], where: str = "") -> Iterator[Named]:
    """Yield the codes of a text, the short forms after them and the members of ranges, in order.

    Args:
        text: Words of one paragraph, note or statement.
        known: Every notation of the list: ranges have a row for each member that exists.
        where: Notation of the paragraph: "this entry" is meant by it.

    >>> known = {"3A801", "3A801.b", "3A801.b.1", "3A801.b.2", "3A801.d", "3A801.e", "3A801.f"}
    >>> [n.target for n in codes_named("specified in 3A801.b.1, b.2, d to f.", known)]
    ['3A801.b.1', '3A801.b.2', '3A801.d', '3A801.e', '3A801.f']
    """
    for match in CODE.finditer(text):
        form = form_of(match[0])
        if form is not Form.CODE:
            yield Named(match.start(), match[0], notation_of(match[0], known), form)
            continue
        target = notation_of(match[0], known)
        yield Named(match.start(), match[0], target)
        yield from _following(text, match.end(), target, match, known)
    for match in _OF_ENTRY.finditer(text):
        target = f"{entry_of(where)}.{match['part'].strip('.')}"
        yield Named(match.start(), match[0], target)
    for match in _GROUP.finditer(text):
        if match[0] in known:
            yield Named(match.start(), match[0], match[0])


def munitions_named(text: str) -> Iterator[Named]:
    """Yield the categories and paragraphs of the USML that a text names.

    >>> [n.target for n in munitions_named("in USML Category VI(f)(7) or XIII, or USML subcategory VIII(a)")]
    ['VI(f)(7)', 'XIII', 'VIII(a)']
    """
    for match in _USML.finditer(text):
        yield Named(match.start(), match[0], match["first"] or match["named"], None)
        end = match.end()
        while (more := _MORE.match(text, end)) and not text.startswith("USML", more.end() - 4):
            yield Named(more.start("next"), more["next"], more["next"], None)
            end = more.end()


def general_notes_named(text: str) -> Iterator[Named]:
    """Yield the list-wide notes that a text names, as ``note.gtn`` and so on."""
    for match in _NOTE.finditer(text):
        target = _GENERAL[match["which"].lower()] if match["which"] else "note.ntn"
        yield Named(match.start(), match[0], target, None)


def _following(
    text: str, end: int, target: str, code: re.Match[str], known: Collection[str]
) -> Iterator[Named]:
    """Yield what stands after a full code and belongs to it: ``.b.1, b.2, d to f``."""
    last, entry = target, entry_of(target)
    while True:
        between = _RANGE.match(text, end)
        if between is not None:
            other = CODE.match(text, between.end()) or _PART.match(text, between.end())
            if other is not None:
                upper = (
                    notation_of(other[0], known)
                    if other.re is CODE
                    else f"{entry}.{_dotted(other[0])}"
                )
                written = (
                    f"{text[code.start() : other.end()]}"
                    if last == target
                    else f"{last} to {other[0]}"
                )
                yield from (
                    Named(between.start(), written, member)
                    for member in _members(last, upper, known)
                )
                if other.re is CODE:
                    return  # a full code is found again, and followed, by itself
                yield Named(other.start(), other[0], upper)
                last, end = upper, other.end()
                continue
        following = _NEXT.match(text, end)
        if following is None:
            return
        last = f"{entry}.{_dotted(following['part'])}"
        yield Named(following.start("part"), following["part"], last)
        end = following.end()


def _dotted(short: str) -> str:
    return notation_of(f"0A000.{short.strip('.')}").removeprefix("0A000.")


def _members(lower: str, upper: str, known: Collection[str]) -> list[str]:
    """Return the notations that exist between two of one level, without the ends, in their order."""
    parent = lower.rpartition(".")[0]
    if parent != upper.rpartition(".")[0] or lower[:2] != upper[:2]:
        return []
    first, last = _rank(lower), _rank(upper)
    inside = [
        n for n in known if n.count(".") == lower.count(".") and n.rpartition(".")[0] == parent and first < _rank(n) < last
    ]  # fmt: skip
    return sorted((n for n in inside if n[:2] == lower[:2]), key=_rank)


def _rank(notation: str) -> tuple[int, str]:
    step = notation.rpartition(".")[2]
    return (int(step), "") if step.isdigit() else (len(step), step)
