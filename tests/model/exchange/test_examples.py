import datetime as dt
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import Loaded, decode, to_json
from studydag.model.rules.calendar.dates import Side, side_of
from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.rules.checking import check
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.totals import totals
from studydag.model.store.starter import built_in
from studydag.model.values.effect import Measure
from studydag.model.values.findings import Severity
from studydag.model.values.follow_up import MomentKind
from studydag.model.values.formats import LearningForm, Phase, WorkingFormat
from studydag.model.values.goals import ImpactRow
from studydag.model.values.programme import BlockKind
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import DocumentLanguage, EffectLevel
from studydag.model.values.setting import Setting

BUILT_IN = Setting(
    formats=built_in(WorkingFormat),
    learning_forms=built_in(LearningForm),
    question_sets=built_in(QuestionSet),
)
TODAY = dt.date(2026, 11, 23)


@pytest.fixture(params=list(DocumentLanguage), ids=str)
def language(request: pytest.FixtureRequest) -> DocumentLanguage:
    return request.param


@pytest.fixture
def example(language: DocumentLanguage) -> Loaded:
    return decode(worked_example(language), built_in=BUILT_IN)


def test_the_example_is_complete(example: Loaded):
    day = example.day
    top_level = [block for block in day.blocks if block.round is None]
    options = [block for block in day.blocks if block.round is not None]

    assert len(top_level) == 12
    assert len([block for block in top_level if block.kind is BlockKind.ROUND]) == 1
    assert len(options) == 4
    assert all(block.leads and block.room and block.capacity for block in options)
    assert {block.phase for block in top_level} == set(Phase)
    assert len(day.goals) == 3
    assert all(goal.indicator and goal.baseline is not None and goal.target for goal in day.goals)
    assert len({need.source for need in day.needs}) >= 4
    assert sum(need.is_confidential for need in day.needs) == 1
    assert [impact.row for impact in day.impacts] == list(ImpactRow)
    assert len(day.actions) == 8
    assert all(action.owner or action.owner_group for action in day.actions)
    assert {side_of(action.due, day) for action in day.actions} >= {Side.BEFORE, Side.AFTER}
    assert {MomentKind.REFLECTION, MomentKind.SHARING, MomentKind.STRUCTURE} <= {each.kind for each in day.moments}
    assert any(moment.rhythm for moment in day.moments)
    assert len(day.measures) == 4
    assert any(measure.baseline_measure for measure in day.measures)
    assert any(measure.level is EffectLevel.BEHAVIOUR for measure in day.measures)
    assert len(example.setting.school_goals) == 2


def test_the_day_fills_its_part_exactly(example: Loaded):
    day = example.day
    sums = totals(schedule(day))

    assert day.parts[0].date == dt.date(2027, 3, 11)
    assert (sums.start, sums.end, sums.minutes_over) == (dt.time(8, 30), dt.time(15, 0), 0)
    assert sum(each.count for each in day.registrations if each.role == "participant") == day.expected_number == 64


def test_the_example_leaves_a_few_things_to_find_and_none_that_must(example: Loaded):
    school = example.setting.school
    holidays = holidays_for(school.holiday_region, school.country, range(2026, 2029))

    findings = check(example.day, replace(example.setting, holidays=holidays), TODAY)

    assert [(finding.rule, finding.accepted is not None) for finding in findings] == [
        ("levels-not-covered", False),
        ("climate-open", False),
        ("part-time-off", False),
        ("format-misfit", True),
        ("ambassador-no-time", False),
    ]
    assert Severity.MUST not in {finding.severity for finding in findings}


def test_both_languages_have_the_same_structure():
    dutch, english = (json.loads(worked_example(language)) for language in DocumentLanguage)

    assert outline(dutch) == outline(english)


def outline(data: Any, key: str = "") -> Any:
    """Return what isn't written for people: all but texts, and the figures that differ with the school system."""
    if isinstance(data, dict):
        return {name: outline(item, name) for name, item in data.items()}
    if isinstance(data, list):
        return [outline(item, key) for item in data]
    if isinstance(data, str):
        return data if re.fullmatch(r"example-[a-z0-9-]+", data) else "text"
    return "figure" if key == "value" else data


def test_uids_are_readable_and_occur_once(example: Loaded):
    uids = Counter(re.findall(r'"uid": "([^"]*)"', worked_example(example.day.language).decode()))

    assert [uid for uid, count in uids.items() if count > 1] == []
    assert [uid for uid in uids if not re.fullmatch(r"example(-[a-z0-9_]+)+", uid)] == []


def test_nobody_in_the_example_can_be_reached(example: Loaded):
    assert [
        person.email for person in example.setting.people if person.email and not person.email.endswith(".example")
    ] == []


def test_every_text_is_filled_in_the_language_of_the_document(language: DocumentLanguage):
    text = worked_example(language).decode()
    foreign = {"nl": r"\b(the|with|your|which|from)\b", "en": r"\b(het|een|je|wat|welke)\b"}
    # A format of the school's own is described in both languages, and stands last but for the trajectory.
    own = text[: text.index('"formats"')]

    assert re.findall(foreign[language], own, re.IGNORECASE) == []


def test_the_example_is_written_and_read_again_the_same(example: Loaded):
    again = decode(to_json(example.day, example.setting), built_in=BUILT_IN)

    assert to_json(again.day, again.setting).count(b"uid") == to_json(example.day, example.setting).count(b"uid")
    assert [block.title for block in again.day.blocks] == [block.title for block in example.day.blocks]


def test_the_baseline_was_measured(example: Loaded):
    by_id: dict[int, Measure] = {measure.id: measure for measure in example.day.measures}
    (pair,) = [measure for measure in example.day.measures if measure.baseline_measure]

    (result,) = [each for each in example.day.results if each.measure == pair.baseline_measure]
    assert result.mean == 2.9
    assert result.date == by_id[pair.baseline_measure].when
    assert sum(result.distribution) == result.n
