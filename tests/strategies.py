"""Hypothesis strategies for values of the program, derived from their annotations; every draw keeps the model's rules.

`values(Block)` draws one thing without references. `worlds()` draws a whole study day with its setting, in which all
references lead somewhere: ids count from 1 over all kinds, uids are readable, positions follow the order of the lists.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import Any, TypeVar

from hypothesis import strategies as st

from studydag.model.exchange.study_day_json import in_programme_order
from studydag.model.rules.consistency import led_once, problems_of_day
from studydag.model.rules.handing_on.used import shared_fields
from studydag.model.values.choices import Registration
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.description import Described, described, is_thing, kind_of
from studydag.model.values.fields import TITLE_CHARACTERS, Between
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.references import numbered, things_in, values_of
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import FIRST_YEAR, LAST_YEAR, RELATIVE_LIMITS

T = TypeVar("T")
Targets = Mapping[str, list[int]]

MOST_FIELDS = 6
"""How many fields of a thing differ from their defaults at most: enough to meet all of them, and quick."""
NEVER_DRAWN = {"id", "uid", "position", "key"}

texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12) | st.sampled_from(
    [
        "Café — ‘zó’",
        "Łukasz Gül Čapek",
        '<b>& "5 > 3"</b>',
        "=1+1",
        "two\nlines\tand a tab",
        "👩‍🏫 e\u0301",
        "/etc\\x{y}",
    ]
)
dates = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
relative_dates = st.sampled_from(DateUnit).flatmap(
    lambda unit: st.integers(*RELATIVE_LIMITS[unit]).map(lambda n: RelativeDate(n, unit))
)
rhythms = st.sampled_from(["", "FREQ=WEEKLY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4"])


@dataclass(frozen=True)
class World:
    """A study day, and the setting into which its references lead."""

    day: StudyDay
    setting: Setting


def values(value: type[T], most: int = 2) -> st.SearchStrategy[T]:
    """Draw one value with what it owns, up to `most` of each kind; without references, ids and uids."""
    return _values(value, most)


@cache
def _values(value: type[Any], most: int) -> st.SearchStrategy[Any]:
    fields = {each.name: each for each in described(value) if each.name not in NEVER_DRAWN}
    always: dict[str, st.SearchStrategy[Any]] = {}
    for name, each in fields.items():
        if each.is_value and is_thing(each.holds):
            always[name] = st.lists(values(each.holds, most), max_size=most).map(tuple)
        elif each.refers and each.default is dataclasses.MISSING:
            always[name] = st.just(0)
        elif each.default is dataclasses.MISSING or each.is_required:
            always[name] = _held(each, most)
    varied = {name: _held(each, most) for name, each in fields.items() if name not in always and not each.refers}

    @st.composite
    def drawn(draw: st.DrawFn) -> Any:
        names = draw(st.lists(st.sampled_from(sorted(varied)), max_size=MOST_FIELDS, unique=True)) if varied else []
        some = {name: draw(varied[name]) for name in names}
        return value(**some, **{name: draw(strategy) for name, strategy in always.items()})

    return drawn()


def _held(each: Described, most: int) -> st.SearchStrategy[Any]:
    one = _one(each, most)
    if each.many:
        return st.lists(one, max_size=most).map(tuple)
    return st.none() | one if each.optional else one


def _one(each: Described, most: int) -> st.SearchStrategy[Any]:
    if each.is_due:
        return relative_dates | dates
    if each.is_value:
        return relative_dates if each.holds is RelativeDate else values(each.holds, most)
    if each.is_enum:
        return st.sampled_from(each.holds)
    if each.name == "rhythm":
        return rhythms
    if each.is_colour:
        return st.sampled_from(("", "#1f5fa8", "#FFFFFF"))
    limit = each.characters or TITLE_CHARACTERS
    between = each.between or Between(-1e15, 1e15)
    return {
        str: texts.map(lambda text: text[:limit] if text.strip() or not each.is_required else "x"),
        bool: st.booleans(),
        int: st.integers(int(between.low), int(between.high)),
        float: st.floats(between.low, between.high, allow_nan=False),
        bytes: st.binary(max_size=8),
        dt.date: dates,
        dt.time: times,
        dt.datetime: st.datetimes(dt.datetime(FIRST_YEAR, 1, 1), dt.datetime(LAST_YEAR, 12, 31)),
    }[each.holds]


@st.composite
def worlds(draw: st.DrawFn, most: int = 2) -> World:
    """Draw a whole study day, up to `most` things of each kind, with its setting; all references lead somewhere."""
    numbers = count(1)
    day = _named(numbered(draw(values(StudyDay, most)), lambda: next(numbers)))
    shared: dict[str, list[Any]] = {
        each.name: [
            _named(numbered(thing, lambda: next(numbers)))
            for thing in draw(st.lists(values(each.holds, most), max_size=most))
        ]
        for each in shared_fields()
    }
    targets: dict[str, list[int]] = {}
    for root in (day, *(thing for row in shared.values() for thing in row)):
        for thing in things_in(root):
            targets.setdefault(kind_of(type(thing)), []).append(thing.id)
    day = in_order(_fitting(_linked(day, targets, draw)))
    linked: dict[str, Any] = {
        name: in_order(tuple(_linked(thing, targets, draw) for thing in row)) for name, row in shared.items()
    }
    assert problems_of_day(day) == ()
    return World(day, replace(Setting(), **linked))


def in_order(value: Any) -> Any:
    """Return a value, or a tuple of them, in which every list is in order, and so are its positions."""
    if isinstance(value, tuple):
        return tuple(_at(in_order(each), rank) for rank, each in enumerate(value))
    changes: dict[str, Any] = {"blocks": in_programme_order(value)} if isinstance(value, StudyDay) else {}
    for each in described(type(value)):
        if each.many and each.is_value:
            changes[each.name] = in_order(changes.get(each.name, getattr(value, each.name)))
    return replace(value, **changes)


def _at(value: Any, rank: int) -> Any:
    return replace(value, position=rank) if hasattr(value, "position") else value


def _named(value: Any) -> Any:
    """Give each thing within a value a uid that says what it is."""
    changes: dict[str, Any] = {"uid": f"{kind_of(type(value))}-{value.id}"} if is_thing(type(value)) else {}
    for each in described(type(value)):
        if each.is_value and each.many:
            changes[each.name] = tuple(_named(inner) for inner in values_of(each, value))
    return replace(value, **changes)


def _linked(value: Any, targets: Targets, draw: st.DrawFn) -> Any:
    """Let each reference within a value lead to some thing; what must refer to a kind that isn't there goes."""
    changes: dict[str, Any] = {}
    for each in described(type(value)):
        if each.is_value and each.many:
            inner = [thing for thing in values_of(each, value) if _can_be(type(thing), targets)]
            changes[each.name] = tuple(_linked(thing, targets, draw) for thing in inner)
        elif each.refers:
            changes[each.name] = _reference(each, targets, draw)
    return replace(value, **changes)


def _can_be(value: type, targets: Targets) -> bool:
    return all(targets.get(each.refers) for each in described(value) if each.refers and _must(each))


def _must(each: Described) -> bool:
    return each.default is dataclasses.MISSING


def _reference(each: Described, targets: Targets, draw: st.DrawFn) -> Any:
    there = targets.get(each.refers or "", [])
    if each.many:
        return tuple(draw(st.lists(st.sampled_from(there), max_size=2, unique=True))) if there else ()
    if _must(each):
        return draw(st.sampled_from(there))
    return draw(st.none() | st.sampled_from(there)) if there else None


def _fitting(day: StudyDay) -> StudyDay:
    """Make rounds, options and wishes fit together."""
    rounds = {block.id for block in day.blocks if block.kind is BlockKind.ROUND}
    day = replace(day, blocks=tuple(_placed(block, rounds) for block in day.blocks))
    round_of = {block.id: block.round for block in day.blocks if block.round is not None}
    return replace(
        day,
        registrations=tuple(_registered(registration, round_of) for registration in day.registrations),
        preferences=tuple(
            replace(wish, rank=max(1, wish.rank), round=None if wish.round is None else round_of[wish.option])
            for wish in day.preferences
            if wish.option in round_of
        ),
        allotments=tuple(
            replace(place, round=round_of[place.option]) for place in day.allotments if place.option in round_of
        ),
        measures=tuple(
            replace(measure, baseline_measure=_earlier(measure.baseline_measure, measure.id))
            for measure in day.measures
        ),
    )


def _placed(block: Block, rounds: set[int]) -> Block:
    is_option = block.round in rounds and block.id not in rounds
    return replace(
        led_once(block, lambda person: person),
        round=block.round if is_option else None,
        part=None if is_option else block.part,
        repeats=_earlier(block.repeats, block.id),
    )


def _earlier(target: int | None, own: int) -> int | None:
    return target if target is not None and target < own else None


def _registered(registration: Registration, round_of: Mapping[int, int | None]) -> Registration:
    return replace(
        registration,
        together=tuple(other for other in registration.together if other != registration.id),
        apart=tuple(other for other in registration.apart if other != registration.id),
        fixed_options=tuple(option for option in registration.fixed_options if option in round_of),
        attendance=tuple(
            replace(mark, round=mark.round if mark.part is None else None) for mark in registration.attendance
        ),
    )
