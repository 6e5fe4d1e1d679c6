"""Terms in quotation marks: the marks say where their definition holds."""

from __future__ import annotations

import re

from graph.model.term import TermScope

_DOUBLE = re.compile(r'["“](?P<term>[^"“”]{1,120})["”]')
# an opening mark follows no letter, a closing one no blank; a mark between letters is an apostrophe
_SINGLE = re.compile(
    r"(?<!\w)['‘](?=\S)(?P<term>(?:[^'‘’\"]|(?<=\w)['’](?=\w)){1,120}?)(?<=\S)['’](?!\w)"
    r"|(?<!\w)['‘](?P<plural>\w[^'‘’\"]{0,60})(?<=\S)['’](?=s\b)"
)
_MARKS = ((_DOUBLE, TermScope.LIST), (_SINGLE, TermScope.ENTRY))
_LOOSE = re.compile(r"[\"“”]|[\s,.;:]+$|^[\s,.;:]+")


def find_terms(text: str) -> tuple[tuple[str, TermScope], ...]:
    r"""Return the terms that a text puts in quotation marks: distinct, in order, without the marks.

    >>> find_terms('"Lasers," and a \'beam path\' of the equipment\'s own')
    (('Lasers', <TermScope.LIST: 'list'>), ('beam path', <TermScope.ENTRY: 'entry'>))
    """
    found: list[tuple[int, str, TermScope]] = []
    for pattern, scope in _MARKS:
        for match in pattern.finditer(text):
            label = _LOOSE.sub("", " ".join(str(match[match.lastgroup or 0]).split()))
            if re.search(r"\w", label):
                found.append((match.start(), label, scope))
    return tuple(dict.fromkeys((label, scope) for _, label, scope in sorted(found)))
