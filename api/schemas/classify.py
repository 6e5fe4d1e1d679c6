"""Classifications on the wire."""

from __future__ import annotations

from pydantic import Field

from api.schemas.answer import Answer, Wire
from graph.answers.asof import Currency, Determinacy
from graph.answers.classify import Classification
from graph.logic.stated import Verdict


class ClassificationOut(Wire):
    """One position that stated facts bear on."""

    item: str = Field(description="LIST:NOTATION", examples=["us-ccl:3A090.a"])
    label: str
    verdict: Verdict
    deciding_question: str = Field(description="what decides most; empty where the verdict stands")
    facts_used: list[str]
    reason: str
    confidence: str = Field(description="share of what the position demands that is stated", examples=["0.50"])  # fmt: skip
    determinacy: Determinacy
    currency: Currency
    citation: str

    @classmethod
    def told(cls, row: Classification) -> ClassificationOut:
        """Return a row as it goes out."""
        found = row.found
        return cls(
            item=str(row.item),
            label=row.label,
            verdict=found.verdict,
            deciding_question=found.question,
            facts_used=list(found.used),
            reason=found.reason,
            confidence=row.confidence,
            determinacy=row.determinacy,
            currency=row.currency,
            citation=row.citation,
        )


class ClassificationAnswer(Answer):
    """Positions by list, verdict and what is met."""

    rows: list[ClassificationOut]
