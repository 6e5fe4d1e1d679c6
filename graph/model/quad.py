"""Statements on their way from the records to a store."""

from __future__ import annotations

import re
from typing import NamedTuple

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
    "\x7f": "\\u007F",
} | {chr(code): f"\\u{code:04X}" for code in (*range(8), 11, *range(14, 32))}
_TABLE = str.maketrans(_ESCAPES)
_PLAIN = {short: char for char, short in _ESCAPES.items()}
_ESCAPE = re.compile(r"\\(?:u[0-9A-F]{4}|.)")
_TERM = re.compile(r'"(.*)"(?:@([a-zA-Z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING = f"{XSD}string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


class Quad(NamedTuple):
    """One RDF statement in one named graph; no blank nodes, no default graph."""

    subject: str
    predicate: str
    object: str
    """An IRI, or the lexical form of a literal."""

    graph: str
    datatype: str | None = None
    """Datatype IRI of a literal; ``None`` says that the object is an IRI."""

    language: str = ""
    """BCP 47 tag, in lower case, of a literal whose datatype is ``rdf:langString``."""

    @property
    def term(self) -> str:
        r"""The object as canonical N-Triples writes it.

        >>> Quad("urn:s", "urn:p", "a" + chr(10), "urn:g", STRING).term
        '"a\\n"'
        >>> Quad("urn:s", "urn:p", "x", "urn:g", LANG_STRING, "en").term
        '"x"@en'
        """
        if self.datatype is None:
            return f"<{self.object}>"
        text = f'"{self.object.translate(_TABLE)}"'
        if self.language:
            return f"{text}@{self.language}"
        return text if self.datatype == STRING else f"{text}^^<{self.datatype}>"

    @property
    def triple(self) -> str:
        """The statement without its graph, as one canonical N-Triples line without the line feed."""
        return f"<{self.subject}> <{self.predicate}> {self.term} ."

    @property
    def line(self) -> str:
        """The statement as one canonical N-Quads line without the line feed."""
        return f"<{self.subject}> <{self.predicate}> {self.term} <{self.graph}> ."


def read_term(text: str) -> tuple[str, str, str]:
    """Read a literal back from its canonical N-Triples form: lexical form, datatype, language.

    >>> read_term(Quad("urn:s", "urn:p", 'a "b"', "urn:g", LANG_STRING, "en").term)[0]
    'a "b"'

    Raises:
        ValueError: not a literal as `Quad.term` writes it.
    """
    found = _TERM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    lexical = _ESCAPE.sub(lambda escape: _PLAIN[escape[0]], found[1])
    language = found[2] or ""
    return lexical, LANG_STRING if language else found[3] or STRING, language
