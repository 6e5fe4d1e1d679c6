"""Elements and attributes of the XML of laws-lois.justice.gc.ca, as its ``regulation_web.dtd`` names them."""

from __future__ import annotations

from graph.model.passage import MarkKind

BOXES = frozenset(
    [
        "Regulation",
        "Identification",
        "RegistrationDate",
        "ConsolidationDate",
        "Date",
        "EnablingAuthority",
        "RegulationMakerOrder",
        "Order",
        "Body",
        "Schedule",
        "ScheduleFormHeading",
        "Heading",
        "Section",
        "Subsection",
        "Paragraph",
        "Definition",
        "Provision",
        "Footnote",
        "HistoricalNote",
        "RecentAmendments",
        "Amendment",
        "FormulaGroup",
        "Formula",
        "RegulationPiece",
        "RelatedOrNotInForce",
        "AmendedText",
        "SectionPiece",
    ]
)
"""Elements that hold elements."""

LEAVES = frozenset(
    [
        "InstrumentNumber",
        "ShortTitle",
        "LongTitle",
        "YYYY",
        "MM",
        "DD",
        "RegulationMaker",
        "OrderNumber",
        "Label",
        "Text",
        "TitleText",
        "OriginatingRef",
        "HistoricalNoteSubItem",
        "FormulaText",
        "FormulaConnector",
        "AmendmentCitation",
        "AmendmentDate",
    ]
)
"""Elements that hold words."""

MARKS = {"Sup": MarkKind.SUP, "Sub": MarkKind.SUB}
"""What the words of an element are, where plain text cannot say it."""

INLINE = frozenset(
    [
        "Emphasis",
        "DefinedTermEn",
        "DefinedTermFr",
        "DefinitionRef",
        "XRefExternal",
        "Language",
        "Repealed",
        "FootnoteRef",
        "LineBreak",
        "Sup",
        "Sub",
    ]
)
"""Elements that stand between words."""

NAMESPACE = "{http://justice.gc.ca/lims}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
ATTRIBUTES = frozenset(
    [
        "lang",
        "hasPreviousVersion",
        "regulation-type",
        "spanlanguages",
        "bilingual",
        "id",
        "level",
        "style",
        "format-ref",
        "language-align",
        "list-item",
        "pointsize",
        "first-line-indent",
        "subsequent-line-indent",
        "reference-type",
        "link",
        "idref",
        "placement",
        "status",
        "generate-in-text",
        "type",
    ]
) | {
    f"{_XML}lang",
    *(
        f"{NAMESPACE}{name}"
        for name in [
            "pit-date",
            "lastAmendedDate",
            "current-date",
            "inforce-start-date",
            "enacted-date",
            "enactId",
            "fid",
            "id",
        ]
    ),
}
"""Attributes, with their name spaces; only a few are read."""
