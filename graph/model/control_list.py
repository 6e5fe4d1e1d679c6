"""Control lists and their dated states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.ids import list_iri


class EvidenceWindow(StrEnum):
    """The days for which a text speaks; follows from which dates are known."""

    DAY = "day"
    INTERVAL = "interval"
    FROM = "from"
    UNTIL = "until"


class Completeness(StrEnum):
    """How much of the list a document gives."""

    WHOLE = "whole"
    PARTIAL = "partial"
    """Parts of the list are not in it."""

    ADOPTED = "adopted"
    """It is word for word a state of another list, which holds the text."""

    NAMED = "named"
    """It only says that the list exists: no item is at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlListVersion:
    """One state of one control list, as one document gives it."""

    key: str
    """List key, such as ``us-ccl``."""

    name: str
    jurisdiction: str
    """Lower-case ISO 3166-1 alpha-2; ``eu`` for the Union."""

    citation: str
    """The list as lawyers cite it: ``15 CFR Part 774, Supplement No. 1``."""

    language: str
    valid_on: date | None = None
    """The day of a snapshot, where no interval is known."""

    valid_from: date | None = None
    valid_to: date | None = None
    published_on: date
    """Public knowledge time: the day from which anyone could read this text."""

    document: str
    """Path of the document below the folder of documents."""

    sha256: str
    """Digest of the document's bytes."""

    url: str
    """Where the publisher offers the text."""

    licence: str
    """Terms under which the publisher lets it be reused."""

    title_is_free: bool
    """Whether entry headings may be kept as names without the document."""

    completeness: Completeness = Completeness.WHOLE
    remark: str = ""
    """A few words of ours on what is missing or how the document came about; empty where there is nothing to say."""

    length: int = 0
    """Characters of the document's canonical text."""

    @property
    def day(self) -> str:
        """The version as IRIs name it: ``@on-2026-06-24`` for a snapshot, else ``@2025-11-15``."""
        if self.valid_on is not None:
            return f"@on-{self.valid_on}"
        return f"@{self.valid_from}" if self.valid_from is not None else f"@until-{self.valid_to}"

    @property
    def of(self) -> date:
        """The day that the text is known for."""
        known = self.valid_on or self.valid_from or self.valid_to
        assert known is not None  # noqa: S101  `Source` requires one of them
        return known

    @property
    def iri(self) -> str:
        """Identity of this state of the list."""
        return f"{list_iri(self.key)}/{self.day}"

    @property
    def window(self) -> EvidenceWindow:
        """The days for which the text speaks."""
        if self.valid_on is not None:
            return EvidenceWindow.DAY
        if self.valid_from is None:
            return EvidenceWindow.UNTIL
        return EvidenceWindow.FROM if self.valid_to is None else EvidenceWindow.INTERVAL
