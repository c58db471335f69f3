"""Plain objects, lists and texts from a file as values, derived from their annotations; each problem with its place."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from itertools import count, pairwise
from typing import Any, TypeVar

from studydag.model.exchange.parsing import place_of
from studydag.model.exchange.shelf import Shelf
from studydag.model.rules.consistency import TOO_MANY
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import Described, described, is_thing, kind_of, per_class, with_changes
from studydag.model.values.errors import Figure, InvalidValue, Problem
from studydag.model.values.setting import Setting
from studydag.model.values.validation import clean_text, own_problems
from studydag.model.values.wording import N_

T = TypeVar("T")

MOST_PROBLEMS = 500
"""More of them help nobody; the rest is counted."""
MOST_ITEMS = 1_000_000
"""No study day has as many of anything, not even wishes; a hostile file would take very long to read."""
COMPUTED = "computed"
_SHOWN_CHARACTERS = 80
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{2}:\d{2}")

A_TEXT = N_("This must be text.")
A_WHOLE_NUMBER = N_("This must be a whole number.")
A_NUMBER = N_("This must be a number.")
A_CHOICE = N_("This must be true or false.")
A_LIST = N_("This must be a list.")
AN_OBJECT = N_("This must be an object with fields.")
TWICE = N_("This is here twice.")
A_DATE = N_("This must be a date such as 2027-03-11.")
A_TIME = N_("This must be a clock time such as 09:30.")
A_DUE = N_("This must be a date such as 2027-03-11, or a number (n) with a unit (days, weeks, months).")


class Reading:
    """What is known while a document is read: its things by kind and uid, and what is wrong.

    With `has_gaps` something couldn't be made at all, so that a place in a list of values is no place in the document.
    """

    def __init__(self, known: Setting) -> None:
        """Begin a document that may refer to what is in `known` without bringing it along."""
        self._numbers = count(1)
        self._places: set[str] = set()
        self.shelf = Shelf(known, self.fresh_id)
        self.things: dict[tuple[str, str], int] = {}
        self.uids: set[str] = set()
        self.problems: list[Problem] = []
        self.unlisted = 0
        self.has_gaps = False

    def fresh_id(self) -> int:
        """Return an id that nothing in the document has yet."""
        return next(self._numbers)

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self.problems) >= MOST_PROBLEMS

    def wrong(self, where: str, text: str, **figures: Figure) -> None:
        """Note a problem: the first one of each place."""
        self.add(Problem(where, text, figures))

    def add(self, problem: Problem) -> None:
        """Note a problem: the first one of each place."""
        if problem.where in self._places:
            return
        if self.is_full:
            self.unlisted += 1
            return
        self._places.add(problem.where)
        self.problems.append(problem)

    def refuse_if_wrong(self) -> None:
        """Raise InvalidValue with everything that was noted, if anything was."""
        if self.unlisted:
            rest = Problem("$", N_("And {count} more problems."), {"count": self.unlisted})
            raise InvalidValue((*self.problems, rest), self.unlisted)
        if self.problems:
            raise InvalidValue(tuple(self.problems))


Reader = Callable[[Any, str, Reading], Any]


def register(value: type[Any], data: object, where: str, reading: Reading, only: frozenset[str] | None = None) -> None:
    """Give every thing in a piece of a document a number instead of its id, and make it known by its uid.

    `only` names the fields that a document may have, where not all of the class's.
    """
    if not isinstance(data, dict):
        return
    if is_thing(value):
        data["id"] = reading.fresh_id()
        _register_uid(kind_of(value), data, where, reading)
    for each in described(value):
        inner = data.get(each.name)
        if not each.is_value or inner is None or (only is not None and each.name not in only):
            continue
        if isinstance(inner, list) and len(inner) > MOST_ITEMS:
            reading.wrong(f"{where}.{each.name}", TOO_MANY, limit=MOST_ITEMS, count=len(inner))
            data[each.name] = inner = []
        items = inner if each.many and isinstance(inner, list) else [inner]
        for index, item in enumerate(items):
            register(
                each.holds, item, f"{where}.{each.name}[{index}]" if each.many else f"{where}.{each.name}", reading
            )


def read(value: type[T], data: object, where: str, reading: Reading, only: frozenset[str] | None = None) -> T | None:
    """Return a value from a registered piece of a document, or None where there is no making one.

    `computed` is passed over, unknown keys are problems. What is wrong is noted and takes its default, so that
    everything wrong is found at once. `only` is as in `register`.
    """
    if not isinstance(data, dict):
        reading.wrong(where, AN_OBJECT)
        return None
    readers = _readers(value) if only is None else {name: _readers(value)[name] for name in sorted(only)}
    for key in data:
        if key not in readers and key != COMPUTED:
            _unknown_key(key, readers, where, reading)
    fields: dict[str, Any] = {}
    is_whole = True
    for name, (each, read_field) in readers.items():
        place = f"{where}.{name}"
        found = read_field(data[name], place, reading) if name in data else each.default
        if found is MISSING:
            reading.wrong(place, N_("This is missing."))
        elif found is not None or each.optional:
            fields[name] = found
        is_whole = is_whole and (name in fields or each.default is not MISSING)
    for problem in own_problems(value, fields, where):
        reading.add(problem)
    return value(**fields) if is_whole else None


def in_order(things: tuple[T, ...]) -> tuple[T, ...]:
    """Return things with positions that follow the order of the list, unless they have such positions."""
    positions = [thing.position for thing in things]  # type: ignore[attr-defined]
    if all(before < after for before, after in pairwise(positions)):
        return things
    return tuple(with_changes(thing, {"position": rank}) for rank, thing in enumerate(things))


def _register_uid(kind: str, data: dict[str, Any], where: str, reading: Reading) -> None:
    # What the program brought along is known by its key, in every library the same.
    uid = data.get("uid") or data.get("key")
    if not isinstance(uid, str) or not uid:
        return
    uid = clean_text(uid)
    if (kind, uid) in reading.things:
        reading.wrong(f"{where}.uid", N_("This uid occurs twice."))
        return
    data["uid"] = uid
    reading.things[kind, uid] = data["id"]
    reading.uids.add(uid)


def _unknown_key(key: str, known: Mapping[str, object], where: str, reading: Reading) -> None:
    place = place_of(key, where)
    # Looking for a similar name takes long, and a hostile document has very many.
    similar = () if reading.is_full else difflib.get_close_matches(key[:_SHOWN_CHARACTERS], known, 1)
    if similar:
        reading.wrong(place, N_("There is no such field. Is {suggestion} meant?"), suggestion=similar[0])
    else:
        reading.wrong(place, N_("There is no such field."))


@per_class
def _readers(value: type[Any]) -> dict[str, tuple[Described, Reader]]:
    return {each.name: (each, _reader(each)) for each in described(value)}


def _reader(each: Described) -> Reader:
    one = _reference_reader(each.refers) if each.refers else _reader_of_one(each)
    if each.many:
        return _list_reader(each, one)
    return _optional_reader(one) if each.optional else one


def _optional_reader(one: Reader) -> Reader:
    return lambda data, where, reading: None if data is None else one(data, where, reading)


def _list_reader(each: Described, one: Reader) -> Reader:
    has_position = each.is_value and any(inner.name == "position" for inner in described(each.holds))

    def read_list(data: Any, where: str, reading: Reading) -> tuple[Any, ...] | None:
        if not isinstance(data, list):
            reading.wrong(where, A_LIST)
            return None
        found = [one(item, f"{where}[{index}]", reading) for index, item in enumerate(data)]
        if each.refers:
            _note_doubles(found, where, reading)
        items = tuple(item for item in found if item is not None)
        if len(items) < len(found):
            reading.has_gaps = True
        return in_order(items) if has_position else items

    return read_list


def _note_doubles(numbers: list[Any], where: str, reading: Reading) -> None:
    seen: set[int] = set()
    for index, number in enumerate(numbers):
        if number in seen:
            reading.wrong(f"{where}[{index}]", TWICE)
        elif number is not None:
            seen.add(number)


def _reference_reader(kind: str) -> Reader:
    def read_reference(data: Any, where: str, reading: Reading) -> int | None:
        if not isinstance(data, str):
            reading.wrong(where, N_("This must be a uid."))
            return None
        uid = clean_text(data)
        number = reading.things.get((kind, uid)) or reading.shelf.take(kind, uid)
        if number is None and uid in reading.uids:
            reading.wrong(where, N_("This uid belongs to another kind of thing."))
        elif number is None:
            reading.wrong(where, N_("Nothing here has the uid {uid}."), uid=uid[:_SHOWN_CHARACTERS])
        return number

    return read_reference


def _reader_of_one(each: Described) -> Reader:
    if each.is_due:
        return _read_due
    if each.is_value:
        return lambda data, where, reading: read(each.holds, data, where, reading)
    if each.is_enum:
        return _enum_reader(each.holds)
    readers: dict[type[Any], Reader] = {
        str: _read_text,
        bool: _read_choice,
        int: _read_whole_number,
        float: _read_number,
        dt.date: _read_date,
        dt.time: _read_time,
    }
    return readers.get(each.holds, _read_nothing)


def _read_nothing(_data: Any, where: str, reading: Reading) -> None:
    """Refuse what has no place in a document, such as the bytes of a picture."""
    reading.wrong(where, N_("There is no such field."))


def _enum_reader(words: type[Any]) -> Reader:
    by_word = {word.value: word for word in words}

    def read_word(data: Any, where: str, reading: Reading) -> Any:
        found = by_word.get(data) if isinstance(data, str) else None
        if found is None:
            reading.wrong(where, N_("This must be one of: {choices}."), choices=", ".join(by_word))
        return found

    return read_word


def _read_text(data: Any, where: str, reading: Reading) -> str | None:
    if isinstance(data, str):
        return clean_text(data)
    reading.wrong(where, A_TEXT)
    return None


def _read_choice(data: Any, where: str, reading: Reading) -> bool | None:
    if isinstance(data, bool):
        return data
    reading.wrong(where, A_CHOICE)
    return None


def _read_whole_number(data: Any, where: str, reading: Reading) -> int | None:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    # Spreadsheets write 45.0.
    if isinstance(data, float) and data.is_integer():
        return int(data)
    reading.wrong(where, A_WHOLE_NUMBER)
    return None


def _read_number(data: Any, where: str, reading: Reading) -> float | None:
    if isinstance(data, int | float) and not isinstance(data, bool):
        return data
    reading.wrong(where, A_NUMBER)
    return None


def _read_date(data: Any, where: str, reading: Reading) -> dt.date | None:
    found = _date(data)
    if found is None:
        reading.wrong(where, A_DATE)
    return found


def _date(data: Any) -> dt.date | None:
    if not isinstance(data, str) or not _DATE.fullmatch(data):
        return None
    try:
        return dt.date.fromisoformat(data)
    except ValueError:
        return None


def _read_time(data: Any, where: str, reading: Reading) -> dt.time | None:
    if isinstance(data, str) and _TIME.fullmatch(data):
        try:
            return dt.time.fromisoformat(data)
        except ValueError:
            pass
    reading.wrong(where, A_TIME)
    return None


def _read_due(data: Any, where: str, reading: Reading) -> RelativeDate | dt.date | None:
    if isinstance(data, dict):
        return read(RelativeDate, data, where, reading)
    found = _date(data)
    if found is None:
        reading.wrong(where, A_DUE)
    return found
