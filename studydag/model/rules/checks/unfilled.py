"""Checks on what a template left open: texts such as `(fill in)` that would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from studydag.model.rules.checks.about import Thing, about, one_line
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Found, Holds, Outcome, Rule
from studydag.model.values.description import described, per_class
from studydag.model.values.findings import Severity
from studydag.model.values.programme import Block
from studydag.model.values.wording import N_

_OPEN: Final = re.compile(r"\((?:vul in|fill in)\b[^)]*\)|^\s*(?:vul in|fill in)\s*:", re.IGNORECASE)


def is_open(text: str) -> bool:
    """Whether a text says that something is still to be filled in, in either language."""
    return _OPEN.search(text) is not None


def open_fields(thing: Any) -> tuple[str, ...]:
    """Return the names of the fields of a thing in which something is still to be filled in."""
    return tuple(name for name in _texts_of(type(thing)) if is_open(getattr(thing, name)))


def text_to_fill_in(context: Context) -> Iterator[Outcome]:
    """Look for texts of a template that were to be filled in and would be printed so (D26)."""
    day = context.day
    asked = 0
    things: tuple[Thing, ...] = (day, *day.needs, *day.goals, *day.impacts, *day.blocks)
    for thing in things:
        for name in open_fields(thing)[:1]:
            asked += 1
            yield Found(
                (context.about_block(thing) if isinstance(thing, Block) else about(thing),),
                {"text": one_line(getattr(thing, name))},
            )
    if not asked and (day.blocks or day.goals):
        yield Holds()


@per_class
def _texts_of(value: type[Any]) -> tuple[str, ...]:
    """Return the fields that hold a text of people."""
    found = (each.name for each in described(value) if each.holds is str and not each.many and each.refers is None)
    return tuple(name for name in found if name != "uid")


RULES = (
    Rule(
        id="text-to-fill-in",
        family=Family.PREPARATION,
        severity=Severity.SHOULD,
        asks=N_("What a template left open is filled in."),
        why=N_("It is printed as it stands, on what participants get as well."),
        reason=N_("Still to be filled in: {text:quoted}."),
        holds=N_("Nothing of a template is left open."),
        find=text_to_fill_in,
        remedies=("fill-in-text",),
        rows=("D26",),
    ),
)
