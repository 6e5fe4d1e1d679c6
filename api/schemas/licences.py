"""One licence, exception or permit on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import Field

from api.schemas.answer import Wire
from api.schemas.facts import AnswerRowOut, FactOut, Framed, GroundOut, MembershipOut
from graph.answers.asof import AsOf, Currency, Determinacy
from graph.answers.licence_scope import Instrument, Reach, ScopeRule, Term, TermKind


class SetMemberOut(Wire):
    """One item of a set."""

    item: str = Field(examples=["uk-ml:ML6.a"])
    in_part: bool


class TermOut(Wire):
    """One term of a rule: what is named, and whether it is meant, meant in part, or taken out."""

    text: str = Field(examples=["eu-annex-i:5A001.b.2"])
    kind: TermKind
    reach: Reach
    members: list[SetMemberOut]

    @classmethod
    def of(cls, term: Term) -> TermOut:
        """Copy a term."""
        members = [SetMemberOut(item=item, in_part=in_part) for item, in_part in term.members]
        return cls(text=term.text, kind=term.kind, reach=term.reach, members=members)


class AskedOut(Wire):
    """One question that only the user can answer."""

    key: str = Field(examples=["eu/first-use"])
    question: str
    citation: str


class RuleOut(Wire):
    """One scope of the instrument, or a restriction that overrides."""

    key: str = Field(examples=["EU005"])
    restricts: bool
    items: list[TermOut]
    destinations: list[TermOut]
    reasons: list[str] = Field(description="reasons for control that it overcomes or restricts")
    activity: str
    end_users: list[str]
    value: str = Field(examples=["1000000"])
    unit: str = Field(examples=["JPY"])
    ranking: str
    questions: list[AskedOut]
    valid_from: date | None
    valid_to: date | None
    read_on: date = Field(description="day of the text that says so")
    remark: str
    citation: str
    determinacy: Determinacy
    currency: Currency
    grounds: list[GroundOut]

    @classmethod
    def of(cls, rule: ScopeRule, as_of: AsOf) -> RuleOut:
        """Copy a rule."""
        fact = rule.fact
        return cls(
            key=fact.key,
            restricts=rule.restricts,
            items=list(map(TermOut.of, rule.items)),
            destinations=list(map(TermOut.of, rule.destinations)),
            reasons=fact.text("onReasons").split(),
            activity=fact.text("onActivity"),
            end_users=fact.text("endUserTypes").split(),
            value=fact.text("amount"),
            unit=fact.text("inUnit"),
            ranking=fact.text("ranking"),
            questions=[
                AskedOut(key=q.key, question=q.text("questionAsked"), citation=q.citation)
                for q in rule.questions
            ],
            valid_from=fact.first,
            valid_to=fact.end,
            read_on=fact.read,
            remark=fact.text("remark"),
            citation=fact.citation,
            determinacy=fact.determinacy,
            currency=fact.currency(as_of),
            grounds=[GroundOut.model_validate(ground) for ground in fact.grounds],
        )


class LicenceOut(Framed):
    """Everything that is known of one instrument on one day."""

    about: FactOut
    rules: list[RuleOut] = Field(description="authorisations first, then what restricts them")
    group: str = Field(
        description="destination group that is named after it", examples=["eu/EU001"]
    )
    members: list[MembershipOut]
    duties: list[AnswerRowOut]
    conflicts: list[FactOut]

    @classmethod
    def of(cls, found: Instrument, as_of: AsOf, frame: Mapping[str, Any]) -> LicenceOut:
        """Copy an instrument."""
        return cls(
            about=FactOut.of(found.fact),
            rules=[RuleOut.of(rule, as_of) for rule in found.rules],
            group=found.group,
            members=list(map(MembershipOut.of, found.members)),
            duties=[AnswerRowOut.model_validate(row) for row in found.duties],
            conflicts=list(map(FactOut.of, found.conflicts)),
            **frame,
        )
