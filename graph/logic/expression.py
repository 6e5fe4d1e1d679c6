"""Expressions: trees of conditions with typed and opaque leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.model.limit import Comparator


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that is read: parameter, comparator and exact value with unit."""

    where: str
    parameter: str
    comparator: Comparator
    value: Decimal | None
    """``None`` for a formula, a number in words or an exponent that cannot be told: then it is opaque."""

    unit: str
    condition: str


@dataclass(frozen=True, slots=True)
class Opaque:
    """Words that are not understood beyond their limits: true or false, but nobody knows which."""

    where: str
    digest: str
    """Of the wording: the same words are the same leaf."""

    label: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold; none at all is true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part must hold; none at all is false."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """``count`` of the parts must hold."""

    count: int
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Expression


Expression = Threshold | Opaque | AllOf | AnyOf | AtLeast | Not


def all_of(parts: Iterable[Expression]) -> Expression:
    """Join parts of which every one must hold; nested ones are laid flat, a single one stays itself."""
    flat = tuple(_flat(parts, AllOf))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def any_of(parts: Iterable[Expression]) -> Expression:
    """Join parts of which one must hold; nested ones are laid flat, a single one stays itself."""
    flat = tuple(_flat(parts, AnyOf))
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def walk(
    expression: Expression, path: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], Expression]]:
    """Yield each node with its path: 1-based numbers of the branches from the root."""
    yield path, expression
    match expression:
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            for number, part in enumerate(parts, start=1):
                yield from walk(part, (*path, number))
        case Not(part):
            yield from walk(part, (*path, 1))
        case Threshold() | Opaque():
            return


def _flat(parts: Iterable[Expression], kind: type[AllOf] | type[AnyOf]) -> Iterator[Expression]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part
