"""What every answer carries: the two days, the release, the source, and how current and sure it is."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.library import Holding
from graph.answers.asof import AsOf, Currency, Determinacy

ItemName = Annotated[str, BeforeValidator(str), Field(examples=["us-ccl:3A001.b.4"])]


class Wire(BaseModel):
    """A record of the domain on the wire, copied attribute by attribute."""

    model_config = ConfigDict(from_attributes=True)


class AsOfOut(Wire):
    """The two clocks of the question."""

    valid: date = Field(description="the day the law is asked for")
    known: date = Field(description="the day by which a text must have been published to count")


class ReleaseOut(BaseModel):
    """Which of our builds answered: the third time."""

    key: str = Field(examples=["60fafd71e339"])
    built_at: str = Field(examples=["2026-11-23T04:59:36+00:00"])

    @classmethod
    def of(cls, holding: Holding) -> ReleaseOut:
        """Name the release that answers."""
        return cls(key=holding.release, built_at=holding.built_at)


class StateOut(Wire):
    """The state of a list that the answer rests on, and the document that it was read from."""

    iri: str
    key: str = Field(examples=["us-ccl"])
    name: str
    jurisdiction: str
    valid_on: date | None = Field(description="day of a snapshot, where no interval is known")
    valid_from: date | None
    valid_to: date | None
    published_on: date
    citation: str
    document: str
    sha256: str
    language: str
    url: str
    licence: str


class VintageOut(Wire):
    """How the day asked for lies to the text used."""

    currency: Currency
    remarks: list[str]
    determinacy: Determinacy


class TextOut(Wire):
    """Words with their place; ``quote`` is null where the wording is not held."""

    quote: str | None
    digest: str = Field(description="first 12 hex digits of the sha256 of the wording")
    spans: str = Field(description="start-end in the document's canonical text")


class Answer(BaseModel):
    """What every answer carries."""

    as_of: AsOfOut
    release: ReleaseOut


def frame(holding: Holding, as_of: AsOf) -> dict[str, BaseModel]:
    """Return the fields that every answer carries."""
    return {"as_of": AsOfOut.model_validate(as_of), "release": ReleaseOut.of(holding)}
