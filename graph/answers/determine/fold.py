"""Many causes folded into one level and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers.asof import Determinacy
from graph.answers.determine.rules import Applied
from graph.model.determination import Cause, Level, OpenPoint


@dataclass(frozen=True, slots=True)
class Folded:
    """What the causes of one case come to."""

    level: Level
    determinacy: Determinacy
    causes: tuple[Cause, ...]
    """Those that fire, and those that are open."""

    open_points: tuple[OpenPoint, ...]


def fold(listed: tuple[Cause, ...], rules: tuple[Applied, ...], *, known: bool) -> Folded:
    """Fold what an entry states and what rules say.

    Shape:   the highest cause that surely fires is the level, unless a rule surely lifts it. A row that may fire makes
        the item licensable until it is answered, never free; an open rule that could change the level makes the answer
        conditional; where nothing sure speaks of the item, it is conditional or unknown, and shown as licensable.
    """
    asked = [one for one in rules if not one.frees]
    lifting = [one for one in rules if one.frees]
    sure = [c for c in (*listed, *(one.cause for one in asked)) if c.fires]
    level = max((c.level for c in sure), key=lambda one: one.rank, default=Level.FREE)
    if level is Level.INDIVIDUAL and any(one.cause.fires for one in lifting):
        level = Level.FREE
    rows = [c for c in listed if c.fires is None]
    open_ = [one for one in rules if one.cause.fires is None and one.cause.level is not level]
    points = [*_points(rows), *(_point(one) for one in open_)]
    if not known:
        unsure = Determinacy.CONDITIONAL if open_ else Determinacy.UNKNOWN
        return _licensable(unsure, (one.cause for one in open_), points)
    if rows and level is Level.FREE:
        unread = any(_is_unread(c) for c in rows)
        return _licensable(Determinacy.UNKNOWN if unread else Determinacy.CONDITIONAL, [*sure, *rows], points)  # fmt: skip
    fired = [c for c in sure if c.level is level] + [one.cause for one in open_]
    raising = any(one.frees or one.cause.level.rank > level.rank for one in open_)
    determinacy = Determinacy.CONDITIONAL if raising else Determinacy.DETERMINED
    return Folded(level, determinacy, tuple(fired), tuple(points))


def _licensable(determinacy: Determinacy, causes: Iterable[Cause], points: Iterable[OpenPoint]) -> Folded:  # fmt: skip
    return Folded(Level.INDIVIDUAL, determinacy, tuple(causes), tuple(points))


def _is_unread(cause: Cause) -> bool:
    return cause.says.startswith("points to")


def _points(rows: Iterable[Cause]) -> Iterable[OpenPoint]:
    for cause in rows:
        question = (
            "Does the row reach the item?" if not _is_unread(cause) else "provision not at hand"
        )
        yield OpenPoint(
            key=cause.rule,
            question=f"{cause.says}: {question}",
            citation=cause.citation,
            could_lead_to=(cause.level,),
        )


def _point(one: Applied) -> OpenPoint:
    return OpenPoint(
        key=one.rule.key,
        question=one.question,
        citation=one.cause.citation,
        could_lead_to=(one.cause.level,),
    )
