"""A memo as a file: a page, a PDF, or JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict

import orjson

from api.pages import filled
from graph.answers.memo import Memo
from graph.errors import UnreadableFact


def file_of(memo: Memo, ending: str) -> bytes:
    """Return the bytes of a memo as the ending of a file name says; the same memo gives the same bytes.

    Raises:
        UnreadableFact: an ending that is none of ``.html``, ``.pdf``, ``.json``.
    """
    if ending not in FORMS:
        raise UnreadableFact(ending, f"one of {', '.join(FORMS)}")
    return FORMS[ending](memo)


def _html(memo: Memo) -> bytes:
    return filled("memo.html", {"memo": memo}).encode()


def _pdf(memo: Memo) -> bytes:
    # the font library is slow to import and needed here only
    from api.exports.memo_pdf import pdf_of

    return pdf_of(memo)


def _json(memo: Memo) -> bytes:
    return orjson.dumps(asdict(memo), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


FORMS: Mapping[str, Callable[[Memo], bytes]] = {".html": _html, ".pdf": _pdf, ".json": _json}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".json": "application/json",
}
