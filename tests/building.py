"""Builders for study days that tests can read: things by their id, everything else as in a plain, whole day.

`a_day(a_goal(1), a_block(1, goals=(1,)))` puts each thing in its list. Ids are given by hand, uids follow from them.
"""

import dataclasses
import datetime as dt
from typing import Any, TypeVar

from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.description import described, kind_of
from studydag.model.values.effect import Measure
from studydag.model.values.expertise import Expert
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.goals import Goal, Impact, Need
from studydag.model.values.programme import Block, BlockKind, BlockLead, LeadStatus, Part
from studydag.model.values.school import Group, Person, Room, RoomCapacity, SchoolGoal, SetUp
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import DayStatus, StudyDay

T = TypeVar("T")

TODAY = dt.date(2026, 9, 1)
DAY = dt.date(2026, 11, 12)
"""A Thursday outside all holidays."""


def at(clock: str) -> dt.time:
    """Read a clock time such as "8:30"."""
    hours, minutes = clock.split(":")
    return dt.time(int(hours), int(minutes))


def a(value: type[T], number: int, /, **fields: Any) -> T:
    """Build any thing, with a uid that says which it is; it stands in its list by its id."""
    known = {"id": number, "uid": f"{kind_of(value)}-{number}"}
    if any(each.name == "position" for each in described(value)):
        known["position"] = number
    return value(**{**known, **fields})


def a_day(*things: Any, **fields: Any) -> StudyDay:
    """Build a study day in design; without a part among the things it has one, on DAY from 9:00 to 16:00."""
    if not any(isinstance(thing, Part) for thing in things):
        things = (a_part(1), *things)
    plain = {"id": 1, "uid": "day", "title": "Formative assessment", "status": DayStatus.DESIGN}
    return StudyDay(**{**plain, **_in_lists(StudyDay, things), **fields})


def a_setting(*things: Any, **fields: Any) -> Setting:
    """Build a setting: people, rooms, groups, formats and the rest, each in its list."""
    return Setting(**{**_in_lists(Setting, things), **fields})


def a_part(number: int, start: str = "9:00", end: str = "16:00", **fields: Any) -> Part:
    """Build a part on DAY."""
    return a(Part, number, **{"date": DAY, "start": at(start), "end": at(end), **fields})


def a_block(number: int, minutes: int = 30, phase: Phase = Phase.KNOWLEDGE, **fields: Any) -> Block:
    """Build a block in part 1; with `round` it is an option."""
    home = {} if "round" in fields else {"part": 1}
    return a(Block, number, **{"title": f"Block {number}", "minutes": minutes, "phase": phase, **home, **fields})


def a_break(number: int, minutes: int = 15, **fields: Any) -> Block:
    """Build a break in part 1."""
    return a_block(number, minutes, Phase.BREAK, **fields)


def a_round(number: int, *options: Block, **fields: Any) -> tuple[Block, ...]:
    """Build a choice round with its options, to be unpacked into `a_day`."""
    return (
        a_block(number, **{"kind": BlockKind.ROUND, **fields}),
        *(dataclasses.replace(option, part=None, round=number) for option in options),
    )


def a_lead(person: int, status: LeadStatus = LeadStatus.CONFIRMED) -> BlockLead:
    """Build the lead of a block."""
    return a(BlockLead, person, person=person, status=status)


def a_goal(number: int, sentence: str = "After this day teachers check what pupils know", **fields: Any) -> Goal:
    """Build a goal."""
    return a(Goal, number, sentence=sentence, **fields)


def a_need(number: int, statement: str = "Pupils don't know where they stand", **fields: Any) -> Need:
    """Build a need."""
    return a(Need, number, statement=statement, **fields)


def an_impact(number: int, **fields: Any) -> Impact:
    """Build an expected effect."""
    return a(Impact, number, **fields)


def an_action(number: int, what: str = "Try an exit ticket", **fields: Any) -> Action:
    """Build an action."""
    return a(Action, number, what=what, **fields)


def a_moment(number: int, **fields: Any) -> Moment:
    """Build a moment."""
    return a(Moment, number, **fields)


def a_measure(number: int, **fields: Any) -> Measure:
    """Build a measure."""
    return a(Measure, number, **fields)


def an_expert(number: int, name: str = "Bureau Bloom", **fields: Any) -> Expert:
    """Build an expert."""
    return a(Expert, number, name=name, **fields)


def an_agreement(number: int, row: ClimateRow, **fields: Any) -> ClimateItem:
    """Build an agreement on the climate."""
    return a(ClimateItem, number, row=row, **fields)


def a_person(number: int, name: str = "Noor", **fields: Any) -> Person:
    """Build a person of the school."""
    return a(Person, number, name=name, **fields)


def a_group(number: int, name: str = "Upper school", **fields: Any) -> Group:
    """Build a group."""
    return a(Group, number, name=name, **fields)


def a_room(number: int, name: str = "Room 12", *, holds: dict[SetUp, int] | None = None, **fields: Any) -> Room:
    """Build a room with its capacities per set-up."""
    capacities = tuple(RoomCapacity(set_up=set_up, people=people) for set_up, people in (holds or {}).items())
    return a(Room, number, **{"name": name, "capacities": capacities, **fields})


def a_school_goal(number: int, title: str = "Every pupil knows the next step", **fields: Any) -> SchoolGoal:
    """Build a goal of the school."""
    return a(SchoolGoal, number, title=title, **fields)


def a_format(number: int, name: str = "Mini lecture", **fields: Any) -> WorkingFormat:
    """Build a working format of the school's own."""
    return a(WorkingFormat, number, name_en=name, name_nl=name, **fields)


def _in_lists(value: type, things: tuple[Any, ...]) -> dict[str, tuple[Any, ...]]:
    lists = {each.holds: each.name for each in described(value) if each.many and each.is_value}
    filled: dict[str, tuple[Any, ...]] = {}
    for thing in things:
        name = lists[type(thing)]
        filled[name] = (*filled.get(name, ()), thing)
    return filled
