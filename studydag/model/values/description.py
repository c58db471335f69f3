"""What the annotations of a value say about its fields, in a form that programs can read.

Validation, the exchange format and the strategies of the tests are derived from it, so that a thing is described once.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from studydag.model.values.dates import RelativeDate
from studydag.model.values.fields import COLOUR, CONFIDENTIAL, MONEY, OWNER, REQUIRED, Between, Characters, Mark, Refers

R = TypeVar("R")
T = TypeVar("T")


def per_class(function: Callable[[type[Any]], R]) -> Callable[[type[Any]], R]:
    """Remember what a pure function of a class returned. Type checkers don't see that classes can be hashed."""
    return cast("Callable[[type[Any]], R]", cache(function))


def with_changes(value: T, changes: Mapping[str, Any]) -> T:
    """Return a value of ours with other contents in some fields, by name; the same one where there are none.

    It is for code that goes through any value: type checkers don't see that T is a dataclass, nor what its fields hold.
    """
    return dataclasses.replace(value, **changes) if changes else value  # type: ignore[type-var]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """One field: `holds` is the bare class of the value, or of the items where it holds `many`.

    `is_value` fields hold dataclasses of ours, `is_due` ones a RelativeDate or a date. `refers` is the kind whose id
    (in files: uid) the field holds. `default` is `dataclasses.MISSING` where the field has none.
    """

    name: str
    holds: type[Any]
    many: bool = False
    optional: bool = False
    is_value: bool = False
    is_due: bool = False
    characters: int | None = None
    between: Between | None = None
    refers: str | None = None
    marks: tuple[Mark, ...] = ()
    default: Any = dataclasses.MISSING

    @property
    def is_enum(self) -> bool:
        """Whether it holds one of a fixed set of words."""
        return issubclass(self.holds, StrEnum)

    @property
    def is_required(self) -> bool:
        """Whether it may not be empty."""
        return REQUIRED in self.marks

    @property
    def owns(self) -> bool:
        """Whether what it refers to owns the thing: the one can't be without the other."""
        return OWNER in self.marks

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in cents."""
        return MONEY in self.marks

    @property
    def is_colour(self) -> bool:
        """Whether it is a colour such as #1f5fa8, or nothing."""
        return COLOUR in self.marks

    @property
    def is_confidential(self) -> bool:
        """Whether it stays out of what is shared."""
        return CONFIDENTIAL in self.marks


@per_class
def described(value: type[Any]) -> tuple[Described, ...]:
    """Describe the fields of a dataclass of ours, in order."""
    hints = typing.get_type_hints(value, include_extras=True)
    return tuple(_described(each, hints[each.name]) for each in dataclasses.fields(value))


@per_class
def kind_of(value: type[Any]) -> str:
    """Return the name of a class in files, tables and findings: `StudyDay` is `study_day`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", value.__name__).lower()


@per_class
def is_thing(value: type[Any]) -> bool:
    """Whether a class has rows of its own, with `id` and `uid`; the others are plain values within a thing."""
    return dataclasses.is_dataclass(value) and any(each.name == "uid" for each in dataclasses.fields(value))


def _described(each: dataclasses.Field[Any], hint: Any) -> Described:
    bare, marks, optional = _bare(hint)
    many = typing.get_origin(bare) is tuple
    if many:
        bare, inner, _ = _bare(typing.get_args(bare)[0])
        marks = (*marks, *inner)
    is_due = typing.get_origin(bare) in {types.UnionType, typing.Union}
    holds = dt.date if is_due else typing.get_origin(bare) or bare
    return Described(
        name=each.name,
        holds=holds,
        many=many,
        optional=optional,
        is_value=dataclasses.is_dataclass(holds) and not is_due,
        is_due=is_due,
        characters=next((mark.limit for mark in marks if isinstance(mark, Characters)), None),
        between=next((mark for mark in marks if isinstance(mark, Between)), None),
        refers=next((mark.kind for mark in marks if isinstance(mark, Refers)), None),
        marks=tuple(mark for mark in marks if isinstance(mark, Mark)),
        default=each.default if each.default_factory is dataclasses.MISSING else each.default_factory(),
    )


def _bare(hint: Any) -> tuple[Any, tuple[Any, ...], bool]:
    """Take marks and None off an annotation, in whatever order they stand; a Due stays a union of two."""
    if typing.get_origin(hint) is Annotated:
        bare, marks, optional = _bare(hint.__origin__)
        return bare, (*marks, *hint.__metadata__), optional
    if typing.get_origin(hint) not in {types.UnionType, typing.Union}:
        return hint, (), False
    members = typing.get_args(hint)
    rest = [member for member in members if member is not types.NoneType]
    if len(rest) == 1:
        bare, marks, _ = _bare(rest[0])
        return bare, marks, True
    if set(rest) != {RelativeDate, dt.date}:
        message = f"only Due may be a union, not {hint}"
        raise TypeError(message)
    return RelativeDate | dt.date, (), len(rest) < len(members)
