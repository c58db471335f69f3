"""What differs between two states of a study day: what came, went, moved and changed, grouped by subject (R123, D32).

Things are the same when they have the same uid, whatever their ids in either state.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Final

from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.description import Described, described, is_thing, kind_of, per_class
from studydag.model.values.programme import Block
from studydag.model.values.references import reference_to, things_in, values_of
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


class Subject(Enum):
    """Under what a difference stands, in the order in which people look."""

    DAY = auto()
    PROGRAMME = auto()
    GOALS = auto()
    NEEDS = auto()
    ACTIONS = auto()
    PEOPLE = auto()
    EFFECT = auto()
    AROUND = auto()


class How(Enum):
    """What happened to a thing. RIPPLED is a block that only follows what changed before it."""

    CAME = auto()
    WENT = auto()
    MOVED = auto()
    CHANGED = auto()
    RIPPLED = auto()


SUBJECTS: Final[Mapping[str, Subject]] = MappingProxyType(
    {
        **dict.fromkeys(("parts", "blocks", "groupings"), Subject.PROGRAMME),
        **dict.fromkeys(("goals", "impacts"), Subject.GOALS),
        **dict.fromkeys(("needs", "cases"), Subject.NEEDS),
        **dict.fromkeys(("actions", "moments"), Subject.ACTIONS),
        **dict.fromkeys(("registrations", "preferences", "allotments", "preparation", "catering"), Subject.PEOPLE),
        **dict.fromkeys(("measures", "results", "insights", "successes"), Subject.EFFECT),
    }
)
"""Of the lists of a study day; those that are not here stand around it."""
SHARED: Final = ("people", "rooms", "groups", "school_goals")
"""What of the setting is compared: what a reader sees of the day without opening it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A study day with what it uses, as it is or was; ids hold within it only."""

    day: StudyDay
    setting: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference. `before` and `after` are the thing in either state, None where it isn't there.

    `owner` is the thing of the day within which it lies, the thing itself where it lies in none. `field` is which
    field changed. `slot_before` and `slot_after` are where a block stood and stands, as far as it has a clock time.
    """

    subject: Subject
    how: How
    before: Any
    after: Any
    owner: Any
    field: Described | None = None
    slot_before: Slot | None = None
    slot_after: Slot | None = None

    @property
    def thing(self) -> Any:
        """The thing as it is last known."""
        return self.before if self.after is None else self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A thing with where it lies: its subject, its owner, what it lies in (the uid, or a block's row), and its rank."""

    thing: Any
    subject: Subject
    owner: Any
    home: tuple[str, ...]
    rank: int


Key = tuple[str, str]
_BESIDE: Final = frozenset({"id", "uid", "position"})


def compare(before: State, after: State) -> tuple[Difference, ...]:
    """Return every difference between two states of a study day, by subject, and in the order of the day within it."""
    former, latter = _Side(before), _Side(after)
    found = [*_fields_of_day(former, latter), *_of_things(former, latter)]
    order = list(Subject)
    return tuple(sorted(found, key=lambda each: (order.index(each.subject), _by_clock(each, former, latter))))


def _by_clock(each: Difference, former: _Side, latter: _Side) -> tuple[bool, int, int]:
    """Return by what differences in the programme are put in order: what has no clock time comes last."""
    block = each.owner if isinstance(each.owner, Block) else None
    if block is None:
        return True, 0, 0
    side = latter if (kind_of(Block), block.uid) in latter.things else former
    slot = side.slots.get(block.id)
    return slot is None, 0 if slot is None else slot.part.position, 0 if slot is None else slot.start


def changed_subjects(before: State, after: State) -> tuple[Subject, ...]:
    """Return under which subjects anything differs, in order."""
    return tuple(dict.fromkeys(each.subject for each in compare(before, after)))


class _Side:
    """One of the two states: its things by kind and uid, their clock times, and the uid of each id."""

    def __init__(self, state: State) -> None:
        self.day = state.day
        self.uids: dict[tuple[str, int], str] = {}
        self.things: dict[Key, _Placed] = {}
        self.slots = schedule(state.day).index
        for thing in _all_things(state):
            self.uids[reference_to(thing)] = thing.uid or f"#{thing.id}"
        for placed in _placed(state, self.uids):
            self.things[kind_of(type(placed.thing)), placed.thing.uid or f"#{placed.thing.id}"] = placed

    def plain(self, each: Described, value: Any) -> Any:
        """Return what a field holds in a form that doesn't depend on ids."""
        return tuple(self._plain(each, held) for held in values_of(each, value))

    def _plain(self, each: Described, held: Any) -> Any:
        if each.refers is not None:
            return self.uids.get((each.refers, held), f"#{held}")
        if not each.is_value:
            return held
        return tuple(self.plain(inner, held) for inner in described(type(held)) if inner.name not in _BESIDE)


def _fields_of_day(former: _Side, latter: _Side) -> Iterator[Difference]:
    for each in _own_fields(StudyDay):
        if former.plain(each, former.day) != latter.plain(each, latter.day):
            yield Difference(
                subject=Subject.DAY,
                how=How.CHANGED,
                before=former.day,
                after=latter.day,
                owner=latter.day,
                field=each,
            )


def _of_things(former: _Side, latter: _Side) -> Iterator[Difference]:
    moved = _moved(former.things, latter.things)
    for key in (*latter.things, *(key for key in former.things if key not in latter.things)):
        old, new = former.things.get(key), latter.things.get(key)
        placed = new or old
        assert placed is not None
        if (old is None or new is None) and _goes_along(placed, former, latter):
            continue
        bare = Difference(
            subject=placed.subject,
            how=How.CAME if old is None else How.WENT,
            before=None if old is None else old.thing,
            after=None if new is None else new.thing,
            owner=placed.owner,
            slot_before=None if old is None else former.slots.get(_block_id(old)),
            slot_after=None if new is None else latter.slots.get(_block_id(new)),
        )
        if old is None or new is None:
            yield bare
            continue
        if key in moved:
            yield replace(bare, how=How.MOVED)
        elif _time(bare.slot_before) != _time(bare.slot_after) and not _follows_round(bare, former, latter):
            yield replace(bare, how=How.RIPPLED)
        for each in _own_fields(type(new.thing)):
            if former.plain(each, old.thing) != latter.plain(each, new.thing):
                yield replace(bare, how=How.CHANGED, field=each)


def _goes_along(placed: _Placed, former: _Side, latter: _Side) -> bool:
    """Whether a thing came or went with what it lies in, which says enough."""
    key = (kind_of(type(placed.owner)), placed.owner.uid)
    return placed.thing is not placed.owner and (key in former.things) is not (key in latter.things)


def _follows_round(each: Difference, former: _Side, latter: _Side) -> bool:
    """Whether an option has another time only because its round has."""
    before, after = each.slot_before, each.slot_after
    if before is None or after is None or after.block.round is None:
        return False
    was, now = former.slots.get(before.block.round or 0), latter.slots.get(after.block.round)
    return was is not None and now is not None and before.start - was.start == after.start - now.start


def _block_id(placed: _Placed) -> int:
    return placed.thing.id if isinstance(placed.thing, Block) else 0


def _time(slot: Slot | None) -> tuple[Any, ...] | None:
    return None if slot is None else (slot.part.date, slot.start)


def _moved(former: Mapping[Key, _Placed], latter: Mapping[Key, _Placed]) -> set[Key]:
    """Return what lies in another place, or between other neighbours: as few things as explain the new order."""
    moved: set[Key] = set()
    rows: dict[tuple[str, ...], list[tuple[int, int, Key]]] = {}
    for key, new in latter.items():
        old = former.get(key)
        if old is None:
            continue
        if old.home != new.home:
            moved.add(key)
        elif _has_order(type(new.thing)):
            rows.setdefault((key[0], *new.home), []).append((new.rank, old.rank, key))
    for row in rows.values():
        ranked = sorted(row)
        stay = _longest_rising([old for _, old, _ in ranked])
        moved.update(key for number, (_, _, key) in enumerate(ranked) if number not in stay)
    return moved


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the places of a longest rising row within numbers that all differ."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    found: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _all_things(state: State) -> Iterator[Any]:
    yield from things_in(state.day)
    for each in described(Setting):
        if each.many and is_thing(each.holds):
            for thing in getattr(state.setting, each.name):
                yield from things_in(thing)


def _placed(state: State, uids: Mapping[tuple[str, int], str]) -> Iterator[_Placed]:
    """Give every thing that is compared, with its place."""
    for each in described(StudyDay):
        if each.many and is_thing(each.holds):
            subject = SUBJECTS.get(each.name, Subject.AROUND)
            yield from _within(getattr(state.day, each.name), subject, None, "", uids)
    for name in SHARED:
        subject = Subject.GOALS if name == "school_goals" else Subject.PEOPLE
        # In what order the school keeps its people is nothing of the day.
        for thing in getattr(state.setting, name):
            yield from _within((thing,), subject, None, thing.uid, uids)


def _within(
    things: Iterable[Any], subject: Subject, owner: Any, home: str, uids: Mapping[tuple[str, int], str]
) -> Iterator[_Placed]:
    for rank, thing in enumerate(things):
        place = (home, *_row_of(thing, uids))
        top = thing if owner is None else owner
        yield _Placed(thing=thing, subject=subject, owner=top, home=place, rank=rank)
        for each in described(type(thing)):
            if each.many and each.is_value and is_thing(each.holds):
                yield from _within(getattr(thing, each.name), subject, top, thing.uid, uids)


def _row_of(thing: Any, uids: Mapping[tuple[str, int], str]) -> tuple[str, ...]:
    """Return among which blocks a block lies: those of its part, its round, or what is parked."""
    return tuple(
        uids.get((each.refers or "", number), f"#{number}") if number is not None else ""
        for each in described(type(thing))
        if each.name in _homes(type(thing))
        for number in (getattr(thing, each.name),)
    )


@per_class
def _has_order(value: type[Any]) -> bool:
    """Whether it means anything in what order things lie: wishes, for one, are only kept in some."""
    return any(each.name == "position" for each in described(value))


@per_class
def _homes(value: type[Any]) -> frozenset[str]:
    """Return the fields that say where a thing lies: what they refer to owns it."""
    return frozenset(each.name for each in described(value) if each.owns)


@per_class
def _own_fields(value: type[Any]) -> tuple[Described, ...]:
    """Return the fields that are compared one by one: not what are things themselves, nor where it lies."""
    return tuple(
        each
        for each in described(value)
        if each.name not in _BESIDE and not each.owns and not (each.is_value and is_thing(each.holds))
    )
