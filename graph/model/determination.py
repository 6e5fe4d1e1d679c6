"""What is asked about one transaction, and what law answers: level, requirements, instruments, duties, open points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Level(StrEnum):
    """How much stands between a transaction and doing it, least first (DOMAIN.md 1.3)."""

    NOT_SUBJECT = "notSubject"
    FREE = "free"
    NOTIFY = "notify"
    EXCEPTION = "exception"
    GLOBAL = "global"
    INDIVIDUAL = "individual"
    INDIVIDUAL_DENIAL = "individualDenial"
    PROHIBITED = "prohibited"

    @property
    def rank(self) -> int:
        """Place in the order, 0 for the least."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One transaction as far as it is stated; what is empty was not stated."""

    jurisdiction: str
    item: str
    """``LIST:NOTATION``, a bare notation of the jurisdiction's lists, ``EAR99``, or empty for an item on no list."""

    destination: str
    """ISO 3166-1 alpha-2, upper case."""

    valid: date
    known: date
    activity: str = "export"
    end_use: str = ""
    end_user: str = ""
    value: Decimal | None = None
    value_currency: str = ""
    nationality: str = ""
    origin: str = ""
    us_content: Decimal | None = None
    """Share of controlled US content, in per cent."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """Answers to open points, by their key: ``yes``, ``no`` or a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One requirement, prohibition or freedom that bears on the case, with what says so."""

    rule: str
    """Row of the entry or key of a rule in ``data/``: ``us-ccl:3A001#1``, ``jp/etco-4-1-5``."""

    says: str
    """A phrase of ours: ``NS 2 is marked for CN``."""

    level: Level
    """What it leads to when nothing lifts it."""

    fires: bool | None
    """``None`` where a fact is open."""

    citation: str
    columns: tuple[str, ...] = ()
    """Chart columns that are marked: ``NS 2``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """One fact that only the user can state, or one rule that is not at hand."""

    key: str
    question: str
    citation: str
    could_lead_to: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
    """The answer of one jurisdiction; never free while a rule is unread or a fact is open."""

    case: Case
    item: str
    """The item as its list writes it."""

    level: Level
    """The highest level that is sure; what could raise or lower it is in the open points."""

    determinacy: str
    """``determined``, ``conditional`` or ``unknown``."""

    currency: str
    """``exact``, ``assumed`` or ``superseded``, of the least current text that counts."""

    requirements: tuple[Cause, ...] = ()
    instruments: tuple[str, ...] = ()
    """Keys of instruments that are available, or open to named questions."""

    needs_verification: tuple[str, ...] = ()
    foreclosed: tuple[str, ...] = ()
    """``KEY: reason``."""

    duties: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    not_checked: tuple[str, ...] = ()
    """What no answer of this system covers: party screening and the like."""

    citations: tuple[str, ...] = ()
    text_of: str = ""
    """States of the texts used: ``us-ccl@on-2026-06-24``."""

    passed: tuple[Cause, ...] = ()
    """What was read of item and destination and does not fire."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Chart columns that were marked, in the order of the rows."""
        return tuple(dict.fromkeys(c for cause in self.requirements for c in cause.columns))
