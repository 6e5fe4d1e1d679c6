"""Dated events in the life of a law, a list or an entry."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What happens to the resource that an event affects."""

    AMENDMENT = "amendment"
    """The text changes; the new text may not be at hand."""
