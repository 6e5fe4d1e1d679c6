"""Questions by number, destinations, groups and licences."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from api.deps import AsOfDep, HoldingDep
from api.errors import RESPONSES
from api.library import Holding
from api.schemas.answer import AsOfOut, ReleaseOut
from api.schemas.facts import (
    AnswerOut,
    AnswerRowOut,
    DestinationOut,
    FactOut,
    GroupOut,
    LicencesOut,
    MembershipOut,
    QuestionOut,
    QuestionsOut,
)
from api.schemas.licences import LicenceOut
from graph.answers.ask import QUESTIONS, ask
from graph.answers.asof import AsOf
from graph.answers.destinations import destination
from graph.answers.facts import instruments
from graph.answers.groups import groups, members
from graph.answers.licence_scope import instrument

router = APIRouter(prefix="/v1", tags=["facts"], responses=RESPONSES)


@router.get("/ask", summary="The questions that are answered")
async def read_questions(holding: HoldingDep, as_of: AsOfDep) -> QuestionsOut:
    """List the questions of the catalogue with what each needs to know."""
    found = [
        QuestionOut(number=n, text=q.text, needs=list(q.needs), takes=list(q.takes))
        for n, q in QUESTIONS.items()
    ]
    return QuestionsOut(questions=found, **_frame(holding, as_of))


@dataclass(frozen=True, slots=True)
class Params:
    """What questions take; which takes what, ``/v1/ask`` says."""

    group: Annotated[str, Query(description="destination group", examples=["jp/3"])] = ""
    destination: Annotated[str, Query(description="ISO 3166 code", examples=["KR"])] = ""
    jurisdiction: Annotated[str, Query(description="legal order", examples=["us"])] = ""
    jurisdictions: Annotated[str, Query(description="several", examples=["us,de"])] = ""
    instrument: Annotated[str, Query(description="official key", examples=["EU001"])] = ""
    rule: Annotated[str, Query(description="key or words", examples=["Affiliates"])] = ""
    days: Annotated[str, Query(description="number of days", examples=["90"])] = ""
    a: Annotated[str, Query(description="one jurisdiction", examples=["us"])] = ""
    b: Annotated[str, Query(description="another jurisdiction", examples=["gb"])] = ""
    item: Annotated[str, Query(description="LIST:NOTATION", examples=["us-ccl:3A001"])] = ""
    kind: Annotated[str, Query(description="kind of recognition")] = ""
    decision: Annotated[str, Query(description="decision of a regime", examples=["WA-2021"])] = ""
    end_use: Annotated[str, Query(description="code of an end use", examples=["nuclear"])] = ""


@router.get("/ask/{number}", summary="Answer one question")
async def read_answer(
    number: Annotated[int, Path(description="number of the question", examples=[21])],
    params: Annotated[Params, Depends()],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> AnswerOut:
    """Answer one question of the catalogue; which parameters it takes, ``/v1/ask`` says."""
    rows = ask(holding.store, number, asdict(params), as_of)
    asked = QUESTIONS[number]
    return AnswerOut(
        number=number,
        question=asked.text,
        columns=list(asked.columns),
        rows=[AnswerRowOut.model_validate(row) for row in rows],
        **_frame(holding, as_of),
    )


@router.get("/destinations/{code}", summary="Everything that names one destination")
async def read_destination(
    code: Annotated[str, Path(description="ISO 3166 code", examples=["KR"])],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> DestinationOut:
    """Return a destination's names, groups, chart rows and the rules that name it."""
    told = destination(holding.store, code, as_of)
    return DestinationOut(
        code=told.code,
        about=FactOut.of(told.fact),
        aliases=list(map(FactOut.of, told.aliases)),
        standings=list(map(MembershipOut.of, told.standings)),
        chart=list(map(FactOut.of, told.chart)),
        rules=[FactOut.of(rule.fact) for rule in told.rules],
        **_frame(holding, as_of),
    )


@router.get("/groups/{key:path}", summary="Who is in a destination group")
async def read_group(
    key: Annotated[str, Path(description="group", examples=["us/A5"])],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> GroupOut:
    """Return the members of a group on the day asked for."""
    found = members(holding.store, key, as_of)
    about = groups(holding.store)[key]
    return GroupOut(
        group=key,
        about=FactOut.of(about),
        members=list(map(MembershipOut.of, found)),
        **_frame(holding, as_of),
    )


@router.get("/licences", summary="The instruments that are known")
async def read_licences(
    holding: HoldingDep,
    as_of: AsOfDep,
    jurisdiction: Annotated[str, Query(description="legal order", examples=["eu"])] = "",
) -> LicencesOut:
    """List general licences, licence exceptions and permits with their scope, conditions and duties."""
    found = instruments(holding.store, jurisdiction, as_of)
    return LicencesOut(licences=list(map(FactOut.of, found)), **_frame(holding, as_of))


@router.get("/licences/{jurisdiction}/{key}", summary="One licence, exception or permit")
async def read_licence(
    jurisdiction: Annotated[str, Path(description="legal order", examples=["eu"])],
    key: Annotated[str, Path(description="official key", examples=["EU005"])],
    holding: HoldingDep,
    as_of: AsOfDep,
) -> LicenceOut:
    """Return its scope as rules, what restricts it, the questions that only the user can answer, and its duties."""
    found = instrument(holding.store, jurisdiction, key, as_of)
    return LicenceOut.of(found, as_of, _frame(holding, as_of))


def _frame(holding: Holding, as_of: AsOf) -> dict[str, Any]:
    return {"as_of": AsOfOut.model_validate(as_of), "release": ReleaseOut.of(holding)}
