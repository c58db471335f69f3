"""What a field may hold, checked against its own annotations; and text as it may enter.

Operations and files read from outside call the same two functions, so that there is one truth about each limit.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.description import Described, described, per_class, with_changes
from studydag.model.values.errors import Problem
from studydag.model.values.fields import TITLE_CHARACTERS, Between
from studydag.model.values.wording import N_

T = TypeVar("T")
Check = Callable[[Any, str], Iterator[Problem]]
Clean = Callable[[Any], Any]

FIRST_YEAR = 1900
LAST_YEAR = 2200
RELATIVE_LIMITS = {DateUnit.DAYS: (-366, 731), DateUnit.WEEKS: (-53, 105), DateUnit.MONTHS: (-12, 24)}
"""From a year before the day to two years after it, in each unit (R005)."""
_ID_LIMIT = 2**63 - 1
# More would be a slip of the finger, and no longer exact.
_ANY_NUMBER = Between(-1e15, 1e15)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
# Control characters, and halves of surrogate pairs, which no file can hold as UTF-8.
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return text without control characters; line breaks and tabs stay, and a break is one newline."""
    if text.isprintable():
        return text
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def cleaned(value: T) -> T:
    """Return a value of ours in which no text, however deep, holds control characters; the same one where none did."""
    changes = {}
    for name, clean in _cleaners(type(value)):
        before = getattr(value, name)
        after = clean(before)
        if after is not before:
            changes[name] = after
    return with_changes(value, changes)


def problems_of(value: object, where: str = "$") -> tuple[Problem, ...]:
    """Return what is wrong with the fields of a value of ours, however deep, each with its place.

    With `where` "" the places of a single thing are bare field names. What belongs together is checked by
    `rules.consistency`; here each field stands alone.
    """
    return tuple(_problems(value, where))


def _problems(value: object, where: str) -> Iterator[Problem]:
    for name, check in _checks(type(value)):
        yield from check(getattr(value, name), f"{where}.{name}" if where else name)


def own_problems(value: type[Any], fields: Mapping[str, Any], where: str = "$") -> Iterator[Problem]:
    """Give what is wrong with some fields of a class, without looking into the values that they hold."""
    for name, check in _own_checks(value):
        if name in fields:
            yield from check(fields[name], f"{where}.{name}" if where else name)


@per_class
def _cleaners(value: type[Any]) -> tuple[tuple[str, Clean], ...]:
    return tuple((each.name, clean) for each in described(value) if (clean := _cleaner(each)) is not None)


def _cleaner(each: Described) -> Clean | None:
    clean: Clean
    if each.holds is str:
        clean = clean_text
    elif each.is_value:
        clean = cleaned
    else:
        return None
    if each.many:
        return _each_cleaned(clean)
    return _if_there(clean) if each.optional else clean


def _each_cleaned(clean: Clean) -> Clean:
    def clean_all(values: tuple[Any, ...]) -> tuple[Any, ...]:
        after = tuple([clean(value) for value in values])
        unchanged = all(one is other for one, other in zip(values, after, strict=True))
        return values if unchanged else after

    return clean_all


def _if_there(clean: Clean) -> Clean:
    def clean_some(value: Any) -> Any:
        return None if value is None else clean(value)

    return clean_some


@per_class
def _checks(value: type[Any]) -> tuple[tuple[str, Check], ...]:
    return tuple((each.name, check) for each in described(value) if (check := _check(each)) is not None)


@per_class
def _own_checks(value: type[Any]) -> tuple[tuple[str, Check], ...]:
    nested = {each.name for each in described(value) if each.is_value}
    return tuple((name, check) for name, check in _checks(value) if name not in nested)


def _check(each: Described) -> Check | None:
    check = _check_of_one(each)
    if check is None:
        return None
    return _all_of(check) if each.many else _unless_none(check)


def _check_of_one(each: Described) -> Check | None:
    if each.is_due:
        return _due_problems
    if each.is_value:
        return _problems
    if each.is_enum:
        return None
    if each.is_colour:
        return _colour_problems
    if each.holds is str:
        return _text_check(each)
    if each.refers or each.name == "id":
        return _id_problems
    by_class: dict[type[Any], Check] = {
        dt.date: _date_problems,
        dt.datetime: _date_problems,
        dt.time: _time_problems,
        int: _number_check(each),
        float: _number_check(each),
    }
    return by_class.get(each.holds)


def _all_of(check: Check) -> Check:
    def check_all(values: tuple[Any, ...], where: str) -> Iterator[Problem]:
        for index, value in enumerate(values):
            yield from check(value, f"{where}[{index}]")

    return check_all


def _unless_none(check: Check) -> Check:
    def check_some(value: Any, where: str) -> Iterator[Problem]:
        if value is not None:
            yield from check(value, where)

    return check_some


def _text_check(each: Described) -> Check:
    limit, required = each.characters or TITLE_CHARACTERS, each.is_required

    def check(text: str, where: str) -> Iterator[Problem]:
        if len(text) > limit:
            yield Problem(
                where, N_("At most {limit} characters; these are {count}."), {"limit": limit, "count": len(text)}
            )
        if required and not text.strip():
            yield Problem(where, N_("This can’t be empty."))

    return check


def _colour_problems(text: str, where: str) -> Iterator[Problem]:
    if text and not _COLOUR.fullmatch(text):
        yield Problem(where, N_("A colour such as #1f5fa8: red, green and blue, in two digits each."))


def _number_check(each: Described) -> Check:
    between = each.between or _ANY_NUMBER

    def check(number: float, where: str) -> Iterator[Problem]:
        # Written so that "not a number" fails as well.
        if not between.low <= number <= between.high:
            yield Problem(where, N_("A number from {low} to {high}."), {"low": between.low, "high": between.high})

    return check


def _id_problems(number: int, where: str) -> Iterator[Problem]:
    if not 0 <= number <= _ID_LIMIT:
        yield Problem(where, N_("This is not possible."))


def _date_problems(day: dt.date, where: str) -> Iterator[Problem]:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        yield Problem(where, N_("A year from {low} to {high}."), {"low": FIRST_YEAR, "high": LAST_YEAR})


def _time_problems(time: dt.time, where: str) -> Iterator[Problem]:
    if time.second or time.microsecond or time.tzinfo is not None:
        yield Problem(where, N_("A local clock time in whole minutes, such as 09:30."))


def _due_problems(due: RelativeDate | dt.date, where: str) -> Iterator[Problem]:
    if not isinstance(due, RelativeDate):
        yield from _date_problems(due, where)
        return
    low, high = RELATIVE_LIMITS[due.unit]
    if not low <= due.n <= high:
        text = N_("From a year before the day to two years after it: {low} to {high} in this unit.")
        yield Problem(f"{where}.n", text, {"low": low, "high": high})
