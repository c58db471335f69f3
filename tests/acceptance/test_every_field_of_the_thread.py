"""Every field that a row of the thread asks for is kept in the file, shown by `show --json`, and undone and redone.

On the worked example: needs, goals, the impact map, cases, climate, expertise, decisions and what else issue 5 owns.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.operations import editing
from studydag.model.operations.exchange import load_day
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.climate import ClimateItem
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import Described, described, is_thing
from studydag.model.values.errors import StudyDagError
from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    CriterionScore,
    Deployment,
    Expectation,
    Expert,
)
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.goals import Case, Goal, Impact, Need
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.references import things_in
from studydag.model.values.school import Person, School, SchoolGoal
from studydag.model.values.study_day import Decision, PreparationMember, Share, StudyDay
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory

KINDS = (
    *(Need, Goal, Impact, Case, ClimateItem, Decision, Share, PreparationMember, Action, Moment),
    *(Expert, Expectation, Candidate, CriterionScore, Deployment, Ambassador),
    *(SchoolGoal, Person, School, Trajectory, Activity, ActivityStep, StudyDay),
)
SKIPPED = {"id", "uid", "position"}
SET_BY_OTHERS = {
    # How far a day is has a verb of its own.
    (StudyDay, "status"),
    # A picture is put in by a verb of its own.
    (School, "logo"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("thread") / "school.studydag"
    with Library.open(path, create=True) as opened:
        there = read_setting(opened, StudyDay())
        load_day(opened, decode(worked_example(DocumentLanguage.DUTCH), built_in=there))
        yield opened


def shown(library: Library) -> Any:
    day = library.get(StudyDay, 1)
    return json.loads(to_json(day, read_setting(library, day)))


def others(each: Described, held: Any) -> Iterator[Any]:
    """Give values that a field could hold instead."""
    if each.is_enum:
        one: list[Any] = list(each.holds)
    elif each.is_due:
        one = [RelativeDate(5), RelativeDate(-5)]
    else:
        one = {
            str: ["Anders", "FREQ=WEEKLY", "#aa3300", "BE"],
            bool: [True, False],
            int: [3, 4, 1, 2027, 2028],
            float: [2.5, 3.5],
            dt.date: [dt.date(2027, 5, 4), dt.date(2030, 5, 4), dt.date(2020, 5, 4)],
            dt.time: [dt.time(14, 15)],
        }.get(each.holds, [])
    for value in one:
        wanted = (value,) if each.many else value
        if wanted != held:
            yield wanted


def fields_of(value: type[Any]) -> list[Described]:
    return [
        each
        for each in described(value)
        if each.name not in SKIPPED
        and (value, each.name) not in SET_BY_OTHERS
        and not each.is_value
        and not each.refers
        and not is_thing(each.holds)
    ]


def json_of(found: Any, uid: str) -> dict[str, Any]:
    """Return what the file says of the thing with a uid."""
    if isinstance(found, dict):
        if found.get("uid") == uid:
            return found
        found = list(found.values())
    if isinstance(found, list):
        return next((told for each in found if (told := json_of(each, uid))), {})
    return {}


def set_otherwise(library: Library, thing: Any) -> dict[str, Any]:
    """Set every field of a thing to another value, each as a step of its own; return the values."""
    new: dict[str, Any] = {}
    for each in fields_of(type(thing)):
        for value in others(each, getattr(thing, each.name)):
            try:
                editing.change(library, type(thing), thing.id, **{each.name: value})
            except StudyDagError:
                continue
            new[each.name] = value
            break
        else:
            pytest.fail(f"{each.name} takes no other value")
    return new


@pytest.mark.parametrize("value", KINDS, ids=lambda value: value.__name__)
def test_every_field_is_kept_shown_undone_and_redone(library: Library, value: type[Any]):
    day = library.get(StudyDay, 1)
    setting = read_setting(library, day)
    around = (setting.school, *setting.school_goals, *setting.people, *setting.trajectories)
    thing = next(each for held in (day, *around) for each in things_in(held) if type(each) is value)
    before = shown(library)
    new = set_otherwise(library, thing)
    after = shown(library)
    told, told_before = (
        found["setting"]["school"] if value is School else json_of(found, thing.uid) for found in (after, before)
    )
    # What has its default is left out of the file.
    assert {name for name in new if told.get(name) == told_before.get(name)} == set()
    for _ in new:
        library.undo()
    assert shown(library) == before
    for _ in new:
        library.redo()
    assert shown(library) == after
    for _ in new:
        library.undo()
