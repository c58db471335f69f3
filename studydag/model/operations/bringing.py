"""Brings a study day, with what it uses, into a library: what is there already is matched, the rest is added."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from studydag.model.operations.ranking import STEP, after_last
from studydag.model.operations.soundness import refuse_if_any
from studydag.model.rules.consistency import led_once, mended, problems_of_day, problems_of_setting
from studydag.model.rules.handing_on.used import shared_fields, used_by
from studydag.model.store import schema, whereabouts
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.description import Described, described, is_thing, kind_of
from studydag.model.values.errors import TooMany
from studydag.model.values.limits import LIMITS
from studydag.model.values.references import Reference, reference_to, references_in, rewired, things_in, without
from studydag.model.values.school import Group, Person, Room, SchoolGoal
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory
from studydag.model.values.validation import cleaned, problems_of

T = TypeVar("T")

_KNOWN_BY_NAME: Mapping[type[Any], str] = {SchoolGoal: "title", Person: "name", Room: "name", Group: "name"}


@dataclass(frozen=True, slots=True)
class Parcel:
    """A study day with what it uses, sound and complete; ids hold within it only."""

    day: StudyDay
    setting: Setting


def parcel(day: StudyDay, setting: Setting) -> Parcel:
    """Pack a study day with what it uses. Raises InvalidValue when it is not as a study day must be.

    A reference that leads nowhere, which only a damaged file has, is left out. What was allowed once is put right, as
    by `mended`.
    """
    day = mended(cleaned(day))
    used = used_by(day, setting)
    shared: dict[str, Any] = {
        each.name: tuple(cleaned(thing) for thing in getattr(used, each.name)) for each in shared_fields()
    }
    own = {reference_to(thing) for thing in things_in(day)}
    common = {reference_to(thing) for things in shared.values() for root in things for thing in things_in(root)}
    day = _without_lost(day, own | common)
    # What several days share can't point into one of them.
    shared = {name: tuple(_without_lost(thing, common) for thing in things) for name, things in shared.items()}
    used = Setting(**shared)
    problems = [*problems_of(day), *problems_of(used, "$.setting")]
    refuse_if_any(problems or (*problems_of_day(day), *problems_of_setting(used)))
    return Parcel(day, used)


def bring(library: Library, writer: Writer, parcel: Parcel) -> int:
    """Add the study day of a parcel; return its id. Raises TooMany.

    People, rooms, groups and school goals are matched by uid, then by name; formats, forms, question sets and
    trajectories by uid (a built-in one's is its key). What is not there is added. A uid that is free is kept.
    """
    must_have_room_for_day(library, parcel)
    known = bring_shared(library, writer, parcel.setting)
    return writer.add_all([_with_known(parcel.day, known)], None, known)["study_day", parcel.day.id]


def must_have_room_for_day(library: Library, parcel: Parcel) -> None:
    """Raise TooMany where a library has no room for one study day more, or for those who come along with it."""
    days = whereabouts.count(library, "study_day") + 1
    if days > LIMITS.study_days:
        raise TooMany(kind="study_day", limit=LIMITS.study_days, count=days)
    names = _rows_by_name(library, Person) if parcel.setting.people else {}
    fresh = sum(_match(library, person, names) is None for person in parcel.setting.people)
    people = whereabouts.count(library, "person") + fresh
    if people > LIMITS.people:
        raise TooMany(kind="person", limit=LIMITS.people, count=people)


def bring_in_place(library: Library, writer: Writer, parcel: Parcel, day_id: int) -> None:
    """Let a study day that is there become the one of a parcel. Things with the same uid keep their rows.

    What it uses is matched and added as by `bring`. Its versions stay. Raises NotFound, TooMany.
    """
    known = bring_shared(library, writer, parcel.setting)
    standing = {(kind_of(type(each)), each.uid): each for each in things_in(library.get(StudyDay, day_id))}
    ids = dict(known)
    for number, thing in enumerate(things_in(parcel.day), 1):
        same = standing.get((kind_of(type(thing)), thing.uid))
        # Numbers below nought stand for rows that are made here.
        ids[reference_to(thing)] = -number if same is None else same.id
    ids[reference_to(parcel.day)] = day_id
    day = rewired(_with_known(parcel.day, known), ids.get)
    lists = [each for each in described(StudyDay) if each.many and is_thing(each.holds)]
    fresh = [thing for each in lists for thing in getattr(day, each.name) if thing.id < 0]
    made = writer.add_all(fresh, ("study_day", day_id), {})
    day = rewired(day, lambda reference: made.get(reference, reference[1]))
    fresh_rows = {(kind, row) for (kind, number), row in made.items() if number < 0}
    for each in lists:
        for thing in getattr(day, each.name):
            former = standing.get((kind_of(type(thing)), thing.uid))
            if reference_to(thing) not in fresh_rows and thing != former:
                _set_all(writer, thing)
    writer.set(StudyDay, day_id, **{name: getattr(day, name) for name in _own_names(StudyDay)})
    # Last: what goes would take along what it owned, which may lie elsewhere by now.
    stay = {reference_to(thing) for each in lists for thing in getattr(day, each.name)}
    for each in lists:
        # Read anew each time: what went before may have taken some along.
        gone = [thing.id for thing in library.of_day(each.holds, day_id) if reference_to(thing) not in stay]
        if gone:
            writer.delete(kind_of(each.holds), *gone)


def _with_known(day: StudyDay, known: Mapping[Reference, int]) -> StudyDay:
    """Return a day in which every reference leads to itself or to what is known, two of one name to the same person."""
    blocks = tuple(led_once(block, lambda person: known.get(("person", person), person)) for block in day.blocks)
    day = replace(day, blocks=blocks)
    return _without_lost(day, {reference_to(thing) for thing in things_in(day)} | known.keys())


def _set_all(writer: Writer, thing: Any) -> None:
    """Set every field of a thing that is there, with what it owns."""
    writer.set(type(thing), thing.id, **{each.name: getattr(thing, each.name) for each in _fields(type(thing))})


def _fields(value: type[Any]) -> tuple[Described, ...]:
    return tuple(each for each in described(value) if each.name not in {"id", "uid"})


def _own_names(value: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields that hold no things."""
    return tuple(each.name for each in _fields(value) if not (each.is_value and is_thing(each.holds)))


def bring_shared(library: Library, writer: Writer, setting: Setting) -> dict[Reference, int]:
    """Match or add what lies in a setting, as `bring` does; return the row of each. Raises TooMany."""
    known: dict[Reference, int] = {}
    for each in shared_fields():
        _bring_shared(library, writer, getattr(setting, each.name), known)
    people = whereabouts.count(library, "person")
    if people > LIMITS.people:
        raise TooMany(kind="person", limit=LIMITS.people, count=people)
    return known


def _without_lost(value: T, there: Set[Reference]) -> T:
    """Return a value without references that lead nowhere."""
    lost = {reference for reference in references_in(value) if reference not in there}
    return without(value, lost) if lost else value


def _bring_shared(library: Library, writer: Writer, things: Iterable[Any], known: dict[Reference, int]) -> None:
    things = tuple(things)
    if not things:
        return
    names = _rows_by_name(library, type(things[0]))
    fresh: list[Any] = []
    for thing in things:
        row = _match(library, thing, names)
        if row is None:
            fresh.append(_own(thing))
            continue
        known[reference_to(thing)] = row
        for inner in things_in(thing):
            if inner is not thing:
                _match_within(library, writer, inner, reference_to(thing), known)
    # All at once: a meeting of one trajectory may be about an activity of another.
    known.update(writer.add_all(_behind(library, fresh), None, known))


def _behind(library: Library, fresh: list[Any]) -> list[Any]:
    """Return new things with positions behind those that are there, if they have positions: those were of elsewhere."""
    kind = kind_of(type(fresh[0])) if fresh else ""
    if not fresh or not schema.entities()[kind].has_position:
        return fresh
    first = after_last(whereabouts.ranks(library, kind, None))
    return [replace(thing, position=first + STEP * place) for place, thing in enumerate(fresh)]


def _match(library: Library, thing: Any, names: Mapping[str, list[Any]]) -> int | None:
    by_uid = library.id_of(kind_of(type(thing)), thing.uid) if thing.uid else None
    if by_uid is not None or type(thing) not in _KNOWN_BY_NAME:
        return by_uid
    alike = names.get(_plain(getattr(thing, _KNOWN_BY_NAME[type(thing)])), [])
    if isinstance(thing, Person) and len(alike) > 1:
        alike = sorted(alike, key=lambda person: _plain(person.email) != _plain(thing.email))
    return alike[0].id if alike else None


def _match_within(library: Library, writer: Writer, thing: Any, home: Reference, known: dict[Reference, int]) -> None:
    """Match what lies in something that is there already; only a trajectory grows by what it lacks."""
    row = library.id_of(kind_of(type(thing)), thing.uid) if thing.uid else None
    if row is not None:
        known[reference_to(thing)] = row
    elif home[0] == kind_of(Trajectory) and kind_of(type(thing)) == "activity":
        known.update(writer.add_all([thing], (home[0], known[home]), known))


def _rows_by_name(library: Library, value: type[Any]) -> dict[str, list[Any]]:
    field = _KNOWN_BY_NAME.get(value)
    rows: dict[str, list[Any]] = {}
    for thing in library.every(value) if field is not None else ():
        rows.setdefault(_plain(getattr(thing, field or "")), []).append(thing)
    return rows


def _plain(name: str) -> str:
    """Return a name as it is compared: without case, and with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _own(thing: Any) -> Any:
    """Return a thing as the school's own: a built-in one that this program does not know could not be changed."""
    key = getattr(thing, "key", "")
    return replace(thing, key="", uid="" if thing.uid == key else thing.uid) if key else thing
