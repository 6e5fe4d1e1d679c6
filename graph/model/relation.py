"""Relations that a list states itself: to another list, to a paragraph of one, to another document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.passage import Passage


class RelationKind(StrEnum):
    """What one list says of another."""

    ADOPTS = "adopts"
    """The list, or the item, is the other one word for word."""

    INCORPORATES = "incorporates"
    """The item controls what the other list or document names at that place."""

    SELECTS = "selects"
    """The item is a choice from that entry: Annex IV from Annex I."""

    SPECIFIES = "specifies"
    """The item details that item of another act: Goods Ordinance and Export Control Order."""

    NUMBERED_LIKE = "numbered like"
    """The list takes the other one's numbering; what its items say is not at hand."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Relation:
    """One statement that links a position, or a whole list, to another list."""

    where: str
    """Notation of the position; empty for the whole list."""

    kind: RelationKind
    target_list: str
    """List key; a kebab-case name of the document where it is no list of ours (``ca-guide``)."""

    target: str
    """Notation there; empty for the whole list."""

    as_written: str
    """The few words that say so, such as ``item 1-5.A.2. of the Guide``."""

    passage: Passage | None = None
    """Where it stands alone in a cell or line; ``None`` where it stands in the text of the position."""
