"""One finding about what one side has and the other has not: the row that every kind of gap gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.answers.asof import Currency, Determinacy


class Direction(StrEnum):
    """Which side has more of what is compared."""

    A_NOT_B = "a_not_b"
    B_NOT_A = "b_not_a"
    BOTH = "both"


class Severity(StrEnum):
    """How much a gap matters, by the rule of ``data/gaps/severity.csv``."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. Fields in the order of the columns of ``comity gaps``."""

    kind: str
    direction: Direction
    a_notation: str
    """Paragraph of the list, or key of the rule, of the first side; empty where it has none."""

    b_notation: str
    status: str
    """How the first side stands to the second: only_a, wider, window and so on."""

    determinacy: Determinacy
    boundary_only: bool
    witness: str
    reason: str
    severity: Severity
    a_citation: str
    b_citation: str
    finding: str
    """Identity: the same inputs give the same in every run."""

    modulo: str
    currency: Currency

    @property
    def cells(self) -> tuple[str, ...]:
        """The columns of ``comity gaps``."""
        return (
            self.kind, self.direction.value, self.a_notation, self.b_notation, self.status, self.determinacy.value,
            "1" if self.boundary_only else "0", self.witness, self.reason, self.severity.value, self.a_citation,
            self.b_citation, self.finding, self.modulo, self.currency.value,
        )  # fmt: skip


COLUMNS = (
    "kind", "direction", "a_notation", "b_notation", "status", "determinacy", "boundary_only", "witness", "reason", "severity",
    "a_citation", "b_citation", "finding", "modulo", "currency",
)  # fmt: skip
