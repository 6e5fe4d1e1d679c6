"""Mentions: codes and provisions that a text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from graph.ids import is_act_key
from graph.model.reference import Reference, ReferenceKind
from ingest.text.codes import Form, notation_of
from ingest.text.series import codes_named, general_notes_named, munitions_named

_SECTION = r"\d{2,4}\.\d{1,3}(?:\([a-zA-Z0-9]{1,4}\))*"
_HERE, _ITAR = "15 CFR", "22 CFR"
"""Titles of a bare section sign: only the Commerce Control List prints one."""

_PROVISION = re.compile(
    rf"(?P<title>\b\d{{1,2}}) CFR (?:§§? ?)?(?P<section>{_SECTION})"
    r"|(?P<whole>\b\d{1,2} CFR) parts? (?P<from>\d{1,4})"
    r"(?:(?: through | to |-|–)(?P<to>\d{1,4}))?"
    rf"|(?P<itar>\bITAR )?§§? ?(?P<bare>{_SECTION})"
    rf"(?P<more>(?:(?:,|,? and|,? or) (?:§ ?)?{_SECTION})*)"
    r"|\bsupp(?:lement|\.) no\. ?(?P<supplement>\d{1,2}) to part (?P<of>7\d\d)"
    r"|\bpart (?P<part>7\d\d)(?= of the EAR)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;)]|\.\s+(?=[A-Z“\"'])")
_SEE = re.compile(r"\bsee\b|\bN\.B\b", re.IGNORECASE)
_EXCLUDES = re.compile(
    r"\b(?:other than|except(?:ing)?(?: for)?|excluding|exclusive of|not(?: \w+){0,2} (?:controlled|specified|described|"
    r"identified|enumerated|included|covered|listed|defined)|(?:do|does) not (?:control|apply|include)|nor)\b[^,]*(?:,[^,]{0,40})*$",
    re.IGNORECASE,
)
_IN_NOTE = re.compile(r"\.(?:note|techn|nb)\b")
_NOTA_BENE = re.compile(r"(?:^|\.)nb\.")


def find_mentions(
    text: str,
    *,
    where: str,
    list_key: str,
    known: Collection[str],
    others: Mapping[Form, str] = MappingProxyType({}),
) -> tuple[Reference, ...]:
    """Return what a text names: other positions of its list, and provisions.

    Args:
        text: words of one paragraph, note or statement.
        where: notation of that paragraph or note.
        list_key: the list that bare codes belong to.
        known: every notation of the list's state.
        others: the list that a code of another form belongs to.

    Shape:   sorted, no duplicates, no mention of itself.

    >>> [ref.target for ref in find_mentions(
    ...     "See 3A801.a.5.a. and § 742.6(a)(7)", where="3A802", list_key="zz-x", known={"3A801"})]
    ['3A801.a.5.a', '15 CFR 742.6(a)(7)']
    """
    found: dict[tuple[str, str, str], Reference] = {}
    for one in (*_codes(text, where, list_key, known, others), *_provisions(text, where)):
        found.setdefault((one.as_written, one.target_list, one.target), one)
    return tuple(sorted(found.values()))


def _codes(
    text: str, where: str, list_key: str, known: Collection[str], others: Mapping[Form, str]
) -> Iterator[Reference]:
    holder = _IN_NOTE.split(where)[0]
    for named in codes_named(text, known, where):
        other = others.get(named.form) if named.form is not None else None
        target = notation_of(named.target) if other else named.target
        # a note speaks of what it annotates, or of the entry around: that is no reference
        own = target == where or (holder != where and f"{holder}.".startswith(f"{target}."))
        if other or not own:
            yield Reference(
                where=where,
                as_written=named.as_written,
                target_list=other or list_key,
                target=target,
                kind=_kind(text, named.start, where, list_key),
                resolved=not other and target in known,
            )
    for named in munitions_named(text):
        yield Reference(
            where=where,
            as_written=named.as_written,
            target_list="us-usml",
            target=named.target,
            kind=_kind(text, named.start, where, list_key),
            resolved=False,
        )
    for named in general_notes_named(text):
        if not where.startswith(named.target) and not is_act_key(list_key):
            yield Reference(
                where=where,
                as_written=named.as_written,
                target_list=list_key,
                target=named.target,
                kind=ReferenceKind.INCORPORATES,
                resolved=named.target in known,
            )


def _kind(text: str, at: int, where: str, list_key: str) -> ReferenceKind:
    clause = _CLAUSE.split(text[:at])[-1]
    if _SEE.search(clause) or _NOTA_BENE.search(where):
        return ReferenceKind.SEE_ALSO
    if is_act_key(list_key):
        return ReferenceKind.CITES
    return ReferenceKind.EXCLUDES if _EXCLUDES.search(clause) else ReferenceKind.CONTROLS


def _provisions(text: str, where: str) -> Iterator[Reference]:
    for match in _PROVISION.finditer(text):
        for written, target in _targets(match):
            yield Reference(
                where=where,
                as_written=written,
                target_list="",
                target=target,
                kind=ReferenceKind.PROVISION,
                resolved=False,
            )


def _targets(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    said = match.groupdict()
    if said["section"]:
        yield match[0], f"{said['title']} CFR {said['section']}"
    elif said["to"]:
        yield match[0], f"{said['whole']} parts {said['from']} through {said['to']}"
    elif said["whole"]:
        yield match[0], f"{said['whole']} part {said['from']}"
    elif said["supplement"]:
        yield match[0], f"{_HERE} part {said['of']}, Supplement No. {said['supplement']}"
    elif said["part"]:
        yield match[0], f"{_HERE} part {said['part']}"
    else:
        title = _ITAR if said["itar"] else _HERE
        yield match[0].removesuffix(said["more"]), f"{title} {said['bare']}"
        for section in re.findall(_SECTION, said["more"]):
            yield section, f"{title} {section}"
