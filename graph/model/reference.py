"""References from the words of a list to positions of lists and to provisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """What a reference does."""

    CITES = "cites"
    """Names another position; what for is not read yet."""

    CONTROLS = "controls"
    """Says by another position what is controlled, or what a thing is for: "controlled by", "specified in"."""

    EXCLUDES = "excludes"
    """Takes what another position controls out: "other than those specified in"."""

    INCORPORATES = "incorporates"
    """Takes in what a list-wide note says."""

    SEE_ALSO = "see_also"
    PROVISION = "provision"
    DEFINED_IN = "defined_in"
    """A defined term in quotation marks, and the provision that defines it."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reference:
    """One mention of a target in a paragraph, note or statement."""

    where: str
    """Notation of the paragraph or note that mentions it."""

    as_written: str
    target_list: str
    """List key; empty for a provision."""

    target: str
    """Notation in that list, or the provision as cited."""

    kind: ReferenceKind
    resolved: bool
    """The target exists at the same state of the list."""
