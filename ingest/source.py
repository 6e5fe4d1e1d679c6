"""What `source.yml` says of one source: the document that was reviewed, and what it must hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from graph.model.control_list import Completeness, ControlListVersion
from ingest.curated import read_yaml

SOURCES = Path(__file__).resolve().parent / "sources"


class Source(BaseModel):
    """One source: identity of the list, dates, digest, licence, and the counts to expect."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    name: str
    jurisdiction: str
    citation: str
    language: str
    document: str
    """Path below the folder of documents."""

    format: Literal["xml", "fragments", "json", "pdf", "csv", "text"]
    """Of the document, unpacked where its name ends with ``.gz``; fragments are XML elements without a root."""

    sha256: str
    valid_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    published_on: date
    url: str
    licence: str
    title_is_free: bool
    completeness: Completeness = Completeness.WHOLE
    remark: str = ""
    """What is missing, or how the document came about: transcribed, derived, a copy of another list."""

    translation: bool = False
    """The document says in another language what another one of the same state says."""

    expect: dict[str, int]
    """Kind of record to the exact number that the pinned digest gives."""

    omissions: dict[str, int] = {}
    """Class of things left out to the number of passages; a class that is not named here may not be left out."""

    @model_validator(mode="after")
    def _one_date(self) -> Source:
        if (self.valid_on is None) == (self.valid_from is None and self.valid_to is None):
            raise ValueError("either valid_on, or valid_from and valid_to")
        return self

    @property
    def version(self) -> ControlListVersion:
        """The state of the list, before its document is read."""
        given = self.model_dump(exclude={"format", "translation", "expect", "omissions"})
        return ControlListVersion(**given)


def read_source(path: Path) -> Source:
    """Read one `source.yml`.

    Raises:
        BadDataFile: not YAML, a field that is missing, unknown or of the wrong kind.
    """
    return read_yaml(path, Source)
