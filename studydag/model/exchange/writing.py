"""Values as plain objects, lists and texts that JSON can hold, derived from their annotations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import Described, described, is_thing, per_class
from studydag.model.values.references import Reference, reference_to

Uids = Mapping[Reference, str]
Computed = Mapping[Reference, Mapping[str, object]]
"""What stands under `computed` of a thing, ready for JSON."""
Writer = Callable[[Any, Uids, Computed], object]


def written(value: Any, uids: Uids, computed: Computed) -> dict[str, object]:
    """Return a value with its field names as keys; references become uids, and those that lead outside are left out."""
    fields = {name: write(getattr(value, name), uids, computed) for name, write in _writers(type(value))}
    if is_thing(type(value)) and reference_to(value) in computed:
        fields["computed"] = dict(computed[reference_to(value)])
    return fields


def written_in_order(things: Iterable[Any], uids: Uids, computed: Computed) -> list[dict[str, object]]:
    """Return things in their order; positions, where they have them, count from nought, the same in every library."""
    return [_ranked(written(thing, uids, computed), rank) for rank, thing in enumerate(things)]


def written_date(day: dt.date | None) -> str | None:
    """Return a date as `2027-03-11`."""
    return None if day is None else day.isoformat()


def written_time(time: dt.time | None) -> str | None:
    """Return a clock time as `09:30`."""
    return None if time is None else f"{time:%H:%M}"


def _ranked(fields: dict[str, object], rank: int) -> dict[str, object]:
    return {**fields, "position": rank} if "position" in fields else fields


@per_class
def _writers(value: type[Any]) -> tuple[tuple[str, Writer], ...]:
    return tuple((each.name, _writer(each)) for each in described(value))


def _writer(each: Described) -> Writer:
    if each.refers:
        return _reference_writer(each)
    one = _writer_of_one(each)
    if not each.many:
        return one
    if each.is_value:
        return written_in_order
    return lambda values, uids, computed: [one(value, uids, computed) for value in values]


def _reference_writer(each: Described) -> Writer:
    kind = each.refers or ""
    if each.many:
        return lambda numbers, uids, _: [uids[kind, number] for number in numbers if (kind, number) in uids]
    if each.optional:
        return lambda number, uids, _: uids.get((kind, number))
    return lambda number, uids, _: uids[kind, number]


def _writer_of_one(each: Described) -> Writer:
    if each.is_due:
        return _write_due
    if each.is_value:
        return written
    if each.is_enum:
        return _write_enum
    if each.holds is dt.time:
        return lambda time, _uids, _computed: written_time(time)
    if each.holds is dt.date:
        return lambda day, _uids, _computed: written_date(day)
    if each.holds in {str, int, float, bool}:
        return lambda value, _uids, _computed: value
    message = f"a study day as JSON has no place for {each.name}"
    raise TypeError(message)


def _write_enum(word: StrEnum | None, _uids: Uids, _computed: Computed) -> str | None:
    return None if word is None else word.value


def _write_due(due: RelativeDate | dt.date | None, _uids: Uids, _computed: Computed) -> object:
    if isinstance(due, RelativeDate):
        return {"n": due.n, "unit": due.unit.value}
    return written_date(due)
