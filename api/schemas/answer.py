"""What every answer carries: the two days, the release, the source, and how current and sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, computed_field

from api.library import Holding
from graph.answers.asof import AsOf, Currency, Determinacy, ListState
from graph.model.control_list import Completeness

ItemName = Annotated[str, BeforeValidator(str), Field(examples=["us-ccl:3A001.b.4"])]


class Wire(BaseModel):
    """A record of the domain on the wire, copied attribute by attribute."""

    model_config = ConfigDict(from_attributes=True)


class AsOfOut(Wire):
    """The two clocks of the question."""

    valid: date = Field(description="the day the law is asked for", examples=["2026-06-24"])
    known: date = Field(
        description="the day by which a text must have been published to count",
        examples=["2026-11-23"],
    )


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

    iri: str = Field(examples=["https://w3id.org/comity/id/list/us-ccl/@on-2026-06-24"])
    key: str = Field(examples=["us-ccl"])
    name: str = Field(examples=["Commerce Control List"])
    jurisdiction: str = Field(examples=["us"])
    valid_on: date | None = Field(
        description="day of a snapshot, where no interval is known", examples=["2026-06-24"]
    )
    valid_from: date | None = Field(examples=[None, "2025-11-15"])
    valid_to: date | None = Field(examples=[None])
    published_on: date = Field(examples=["2026-06-24"])
    citation: str = Field(examples=["15 CFR Part 774, Supplement No. 1"])
    document: str = Field(
        description="path below the folder of documents", examples=["us/ecfr_xml/ccl.xml"]
    )
    sha256: str = Field(description="digest of the document's bytes", examples=["8045c830d5e3"])
    language: str = Field(examples=["en"])
    url: str = Field(
        description="where the publisher offers the text", examples=["https://www.ecfr.gov/"]
    )
    licence: str = Field(examples=["US Government work, public domain (17 U.S.C. 105)"])
    completeness: Completeness = Field(description="how much of the list the document gives")
    remark: str = Field(
        description="what is missing, or how the document came about", examples=[""]
    )


class VintageOut(Wire):
    """How the day asked for lies to the text used."""

    currency: Currency = Field(examples=["superseded"])
    remarks: list[str] = Field(examples=[["text of 2026-06-24"]])
    determinacy: Determinacy = Field(examples=["conditional"])


class Wording(StrEnum):
    """Whether the words of a text are at hand."""

    HELD = "held"
    NOT_HELD = "not held: built from the snapshot"
    NONE = "no words of its own"


class TextOut(Wire):
    """Words with their place."""

    quote: str | None = Field(
        description="the words; null where they are not held", examples=["Blue widgets:"]
    )
    digest: str = Field(
        description="first 12 hex digits of the sha256 of the wording", examples=["3bbdca95f2eb"]
    )
    spans: str = Field(
        description="start-end in the document's canonical text", examples=["566173-566314"]
    )

    printed_in: str = Field(
        description="state whose document is meant: the first that has these words",
        examples=["@on-2026-06-24"],
    )

    @computed_field(description="whether the words are at hand")  # type: ignore[prop-decorator]  # mypy: decorated property
    @property
    def wording(self) -> Wording:
        """Say why there is no quote, where there is none."""
        if self.quote is not None:
            return Wording.HELD
        return Wording.NOT_HELD if self.digest else Wording.NONE


class Answer(BaseModel):
    """What every answer carries."""

    as_of: AsOfOut
    release: ReleaseOut
    sources: list[StateOut] = Field(description="the list states that the answer rests on")


def frame(holding: Holding, as_of: AsOf, states: Iterable[ListState]) -> dict[str, object]:
    """Return the fields that every answer carries; ``states`` are the list states that it rests on."""
    distinct = {state.iri: state for state in states}
    return {
        "as_of": AsOfOut.model_validate(as_of),
        "release": ReleaseOut.of(holding),
        "sources": [StateOut.model_validate(state) for state in distinct.values()],
    }
