"""Questions 30 and 36: published numbers, and what rests on memory or on sources that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.answers.asked.answer import AnswerRow, places, row_of
from graph.answers.asof import AsOf, Determinacy
from graph.answers.facts import facts, of
from graph.store import GraphStore

_TABLES = (
    "ActivityCoverage", "AuthorisationInstrument", "AuthorisationRule", "CatchAllControl", "ConflictOfLaws", "CooperationDuty", "Deadline",
    "DecisionImplementation", "DeemedExportRule", "EmbargoRule", "Exemption", "GroupMembership", "LicensingMetric",
    "MemberStateOption", "NationalGeneralLicence", "Obligation", "Penalty", "ProgrammeElement", "RecognitionAct",
    "RiskTierRule", "SunsetClause", "TrustedPartyScheme",
)  # fmt: skip


def metrics(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield published numbers about licensing; numbers of two jurisdictions compare only where their definitions do."""
    for fact in of(store, "LicensingMetric", params.get("jurisdiction", ""), as_of):
        yield row_of(
            fact,
            as_of,
            jurisdiction=places(fact),
            authority=fact.text("byAuthority"),
            period=fact.text("period"),
            metric=fact.text("metricKind"),
            value=fact.text("amount"),
            unit=fact.text("inUnit"),
            warning=fact.text("remark") or "definitions were not compared",
        )


def weak(store: GraphStore, params: Mapping[str, str], as_of: AsOf) -> Iterator[AnswerRow]:
    """Yield what rests on excerpts or memory alone, and where sources say different things."""
    wanted = params.get("jurisdiction", "")
    for fact in of(store, "SourceConflict", wanted, as_of):
        what = f"{fact.text('factSubject')}: {fact.text('servedClaim')}"
        yield row_of(
            fact, as_of, table="SourceConflict", id=fact.key, jurisdiction=places(fact), what=what, why=fact.text("refusedClaim")
        )  # fmt: skip
    for table in _TABLES:
        for fact in facts(store, table):
            if fact.determinacy is Determinacy.DETERMINED:
                continue
            if wanted and wanted not in fact.jurisdictions:
                continue
            kinds = " and ".join(sorted({ground.kind for ground in fact.grounds}))
            yield row_of(
                fact, as_of, table=table, id=fact.key, jurisdiction=places(fact), what=fact.citation, why=f"rests on {kinds}"
            )  # fmt: skip
