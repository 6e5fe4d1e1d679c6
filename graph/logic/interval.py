"""Sets of exact numbers: one interval with open or closed ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from graph.model.limit import Comparator


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers between two ends; ``None`` is no end. Values are in one unit that the user of the interval knows."""

    low: Fraction | None = None
    has_low: bool = False
    """The lower end belongs to it."""

    high: Fraction | None = None
    has_high: bool = False

    @classmethod
    def of(cls, comparator: Comparator, value: Fraction) -> Interval:
        """Return the numbers that stand to a value as a comparator says.

        >>> print(Interval.of(Comparator.AT_LEAST, Fraction(5)))
        [5, inf)
        """
        closed = comparator in (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EQUAL)
        lower = comparator in (Comparator.AT_LEAST, Comparator.MORE, Comparator.EQUAL)
        upper = comparator in (Comparator.AT_MOST, Comparator.LESS, Comparator.EQUAL)
        return cls(
            value if lower else None, closed and lower, value if upper else None, closed and upper
        )

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        both = self.has_low and self.has_high
        return self.low > self.high or (self.low == self.high and not both)

    def __and__(self, other: Interval) -> Interval:
        low, has_low = self.low, self.has_low
        if other.low is not None and (
            low is None or (other.low, not other.has_low) > (low, not has_low)
        ):
            low, has_low = other.low, other.has_low
        high, has_high = self.high, self.has_high
        if other.high is not None and (
            high is None or (other.high, other.has_high) < (high, has_high)
        ):
            high, has_high = other.high, other.has_high
        return Interval(low, has_low, high, has_high)

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (value == self.low and self.has_low)
        below = self.high is None or value < self.high or (value == self.high and self.has_high)
        return above and below

    def without(self, other: Interval) -> Iterator[Interval]:
        """Yield what is left when another is taken out: at most two intervals, none of them empty."""
        if other.is_empty:
            yield self
            return
        ends = []
        if other.low is not None:
            ends.append(Interval(high=other.low, has_high=not other.has_low))
        if other.high is not None:
            ends.append(Interval(low=other.high, has_low=not other.has_high))
        yield from (left for end in ends if not (left := self & end).is_empty)

    def within(self, other: Interval) -> bool:
        """Say whether every number of it lies in another."""
        return not any(True for _ in self.without(other))

    def sample(self) -> Fraction:
        """Return a number that lies in it: an end that belongs to it, else one between, else one that is twice or half.

        >>> [str(Interval(low, False, high, False).sample()) for low, high in ((None, Fraction(5)), (Fraction(5), None))]
        ['5/2', '10']
        """
        if self.low is not None and self.has_low:
            return self.low
        if self.high is not None and self.has_high:
            return self.high
        if self.low is None or self.high is None:
            return _beyond(self.low, self.high)
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        opening, closing = "[" if self.has_low else "(", "]" if self.has_high else ")"
        low = "-inf" if self.low is None else self.low
        high = "inf" if self.high is None else self.high
        return f"{opening}{low}, {high}{closing}"


def _beyond(low: Fraction | None, high: Fraction | None) -> Fraction:
    """Return a number above an end, or below one; of the same sign, for most quantities have no other."""
    end = low if low is not None else high
    if not end:
        return Fraction(0) if low is high else Fraction(1 if low is not None else -1)
    return end * 2 if (end > 0) == (low is not None) else end / 2
