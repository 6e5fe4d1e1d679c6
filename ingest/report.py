"""What a build tells whoever watches it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Whoever watches a build."""

    def step(self, name: str, done: int, total: int) -> None:
        """Hear that a step begins: its number among all, from 0."""

    def say(self, line: str) -> None:
        """Hear a line of the report."""


class Silent:
    """Watch nothing."""

    def step(self, name: str, done: int, total: int) -> None:
        """Let it pass."""

    def say(self, line: str) -> None:
        """Let it pass."""
