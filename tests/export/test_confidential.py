"""Nothing confidential stands in any document, in whatever form, unless it was ticked for this one."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest

from studydag.export.documents import Document, documents
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Result
from studydag.model.values.expertise import Candidate, Criterion, CriterionScore, Deployment
from studydag.model.values.goals import NeedSource
from studydag.model.values.school import Accessibility
from studydag.model.values.setting import LastPrint, Setting
from studydag.model.values.study_day import Decision, StudyDay
from tests.building import (
    a,
    a_block,
    a_day,
    a_goal,
    a_lead,
    a_measure,
    a_need,
    a_person,
    a_round,
    a_setting,
    an_action,
    an_expert,
)
from tests.export.printing_days import DUTCH, STAMP, words

SECRET = "Verzwegen"
"""Stands in everything that is confidential."""


def day() -> StudyDay:
    scores = tuple(
        a(CriterionScore, n, criterion=each, score=1, evidence=SECRET) for n, each in enumerate(Criterion, start=1)
    )
    coaching = a(Deployment, 1, names=SECRET, sessions=5, fee=100)
    return a_day(
        a_need(1, SECRET, source=NeedSource.APPRAISAL_TALKS, evidence_note=SECRET, evidence_link=SECRET),
        a_need(2, SECRET, confidential=True),
        a_goal(3, needs=(1, 2)),
        a_block(4, leads=(a_lead(7),), goals=(3,), facilitator_notes=SECRET),
        *a_round(5, a_block(6, facilitator_notes=SECRET), a_block(8)),
        an_expert(9, person=7, candidates=(a(Candidate, 10, name="Bloom", scores=scores),), deployments=(coaching,)),
        an_action(11, owner=7, goals=(3,), due=RelativeDate(2)),
        a_measure(12),
        a(Result, 13, measure=12, text=SECRET, shared=False),
        a(Result, 14, measure=12, text=SECRET, n=2),
        a(Registration, 15, person=7, access_needs=tuple(Accessibility)[:1], access_note=SECRET, together=(16,)),
        a(Registration, 16, name="Bo"),
        a(Preference, 17, registration=15, round=5, option=6, rank=1),
        a(Decision, 18, what="Rust", need=1, why="rust"),
    )


def setting(day: StudyDay) -> Setting:
    before = a_day(a_block(4, title="Anders", facilitator_notes="", goals=(3,)))
    last = LastPrint(number=2, printed_on=dt.datetime(2026, 10, 1), day=before, setting=Setting())
    return a_setting(a_person(7, "Noor", email="n@school.nl"), last_print=last)


def said(data: bytes, ending: str) -> str:
    if ending == ".pdf":
        return words(data) + data.decode("latin-1")
    if zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return data.decode("utf-8", "replace")


CASES = [pytest.param(each, ending, id=f"{each.name}{ending}") for each in documents() for ending in each.makers]


@pytest.mark.parametrize(("document", "ending"), CASES)
def test_nothing_confidential_stands_in_a_document_unless_it_is_ticked(document: Document, ending: str):
    whole = day()
    shown = said(document.render(whole, setting(whole), DUTCH, STAMP, ending=ending), ending)
    assert SECRET not in shown
    assert shown


def test_what_is_ticked_stands_in_the_run_sheet():
    whole = day()
    (run_sheet,) = [each for each in documents() if each.name == "run-sheet"]
    ticked = run_sheet.render(whole, setting(whole), DUTCH, STAMP, chosen={"notes": "yes"})
    assert SECRET in words(ticked)
