"""The root of an XML document, read without trust."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from graph.errors import UnreadableDocument


def read_root(
    document: bytes, name: str, roots: Collection[str], *, doctype: str = ""
) -> etree._Element:
    """Return the root element of an act.

    Args:
        document: UTF-8.
        name: What errors call it.
        roots: Names that the root may have.
        doctype: The one document type that may be declared, as the document begins with it.

    Raises:
        UnreadableDocument: not well-formed, not UTF-8, a document type, or another root.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        document.decode("utf-8")
        root = etree.fromstring(document, parser)
    except UnicodeDecodeError as exc:
        raise UnreadableDocument(name, f"byte {exc.start}", "not UTF-8") from exc
    except etree.XMLSyntaxError as exc:
        raise UnreadableDocument(name, f"line {exc.lineno or 1}", exc.msg or "not XML") from exc
    known = bool(doctype) and document.lstrip().startswith(doctype.encode())
    if root.getroottree().docinfo.internalDTD is not None and not known:
        raise UnreadableDocument(name, "line 1", "a document type is declared")
    if root.tag not in roots:
        raise UnreadableDocument(name, "line 1", f"root is {root.tag}")
    return root
