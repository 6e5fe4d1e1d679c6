"""What an entry says about licences: reasons for control, licence exceptions, related remarks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from graph.model.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementRow:
    """One row of a licence requirements table: reasons, for which paragraphs, to which destinations."""

    entry: str
    table: int
    """1-based number of the table in the entry (1C351, 3D005 and 8C609 have two)."""

    row: int
    """1-based number of the row in the entry, over its tables."""

    reasons: tuple[str, ...]
    """Codes as the row names them: ``NS``; two where a source row holds two."""

    scope: Passage | None
    """First cell, as printed."""

    included: tuple[str, ...] = ()
    """Notations in scope; empty for the entire entry."""

    excluded: tuple[str, ...] = ()
    """Notations that the row takes out: wholly, or in part where ``qualified``."""

    qualified: bool = False
    """The first cell holds further words that narrow the scope: read the passage."""

    wording: Passage | None = None
    """Second cell, as printed; ``None`` where the source leaves it blank or glues it to the first."""

    columns: tuple[str, ...] = ()
    """Columns of the country chart: ``NS 2``."""

    pointers: tuple[str, ...] = ()
    """Provisions that the row points to: ``15 CFR 746.1(b)``."""

    destinations: tuple[str, ...] = ()
    """Where the row reaches, where the chart does not say it: ``*`` everywhere, ``CN``, ``us/D5``, ``-CA`` taken out; ``?``
    where the row states nothing. Empty for a row with columns, and for one that only points."""


class Availability(StrEnum):
    """What an entry says about one licence exception."""

    YES = "yes"
    NO = "no"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A value limit with the paragraphs that it covers."""

    value: Decimal
    currency: str
    paragraphs: tuple[str, ...] = ()
    """Empty for the entire entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionFlag:
    """What an entry says about one list-based licence exception."""

    entry: str
    exception: str
    """Official key: ``LVS``, ``GBS``, ``TSR``, ``STA``, ``NAC/ACA``."""

    index: int
    """1-based order in the entry."""

    availability: Availability
    amounts: tuple[Amount, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """Notations that the words name, whatever they say of them: the passage decides."""

    marker: Passage | None = None
    text: tuple[Passage, ...] = ()


class StatementKind(StrEnum):
    """What a labelled remark of an entry is about."""

    REASONS = "reasons for control"
    CONTROLS = "controls in prose"
    REQUIREMENT = "licence requirement"
    STA_CONDITION = "special condition for STA"
    RELATED_CONTROLS = "related controls"
    RELATED_DEFINITIONS = "related definitions"
    UNIT = "unit"
    ITEMS_POINTER = "items are in the heading"
    TEXT = "entry text"
    """Prose of the entry itself, below no label."""

    RESIDUAL = "residual class"
    """The line that closes a category: EAR99."""

    GROUPING = "grouping"
    """A heading inside an entry that groups its paragraphs."""

    SIGNIFICANT = "significant military equipment"
    """The asterisk of the US Munitions List (22 CFR 120.36)."""

    MISSILE = "missile technology"
    """The mark (MT) of the US Munitions List: controlled for the MTCR too."""

    DESTINATION = "destination scope"
    """For which destinations an item is controlled, where a sentence of the item says it: codes in ``values``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One labelled remark of an entry, or of a heading."""

    about: str
    """Notation of the entry or heading."""

    kind: StatementKind
    index: int
    """1-based order among the statements of one kind at one place."""

    values: tuple[str, ...] = ()
    """What was read from it as codes, such as the reasons ``NS``, ``AT``."""

    marker: Passage | None = None
    text: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table that is no licence table: coatings in 2E003."""

    about: str
    """Notation of the paragraph or note that the table belongs to."""

    table: int
    row: int
    cells: tuple[Passage | None, ...]
    """As printed, left to right; ``None`` for an empty cell."""

    heading: bool = False
