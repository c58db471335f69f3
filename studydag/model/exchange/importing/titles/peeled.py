"""A title, and what was taken off it; and what the lines around have behind theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import Named

EDGES: Final = " \t–—|·•;,-"
PARENTHESIS: Final = re.compile(r"\s*(?P<open>[(\[])(?P<inner>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*[.;,]?$")
SEPARATOR: Final = re.compile(r"\s+(?:[–—|·•]|-{1,2}|//?|@)\s+|\s*[|;]\s+|\s+@\s*|(?<=[^\W\d])\s*[–—]\s+|\n")
STOP: Final = re.compile(r"(?<=[^\W\d_]{4})(?<!Prof)(?<!prof)\.\s+(?=[A-ZÀ-Þ])")
COLON: Final = re.compile(r":\s+")
COMMA: Final = re.compile(r"\s*,\s+")
# `Taal in elk vak – door`, before the people who were taken off
_LED_BY: Final = re.compile(r"\s[–—-]\s(?:door|by|durch|met|with|mit|von)$")
_FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{5})\.$")
NOBODY: Final = Named((), Sureness.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeled:
    """A title, and what was taken off it."""

    title: str
    persons: tuple[str, ...] = ()
    room: str = ""
    minutes: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What the lines around have behind a comma or a dash, so that less sure readings are taken for it too.

    `titles_before_rooms`: before a room at the end stands what goes on the title, and hardly ever somebody.
    `rooms_at_end`: several have a room right behind the title, which no mark parts from it.
    """

    rooms: bool = False
    people: bool = False
    rooms_before_people: bool = False
    titles_before_rooms: bool = False
    people_by_dash: bool = False
    rooms_in_parentheses: bool = False
    names_by_dash: bool = False
    names_in_cells: bool = False
    people_by_with: bool = False
    people_by_colon: bool = False
    people_first: bool = False
    people_before_colon: bool = False
    names_first: bool = False
    names_last: bool = False
    people_about: bool = False
    rooms_at_end: bool = False


NOTHING_KNOWN: Final = Behind()


def added(peeled: Peeled, title: str, **more: object) -> Peeled:
    """Return a shorter title, with what was taken off it: `persons`, `room`, `description`."""
    persons = more.get("persons", ())
    assert isinstance(persons, tuple)
    title = _FULL_STOP.sub("", _LED_BY.sub("", title.rstrip(EDGES))) if persons else title
    title = title.rstrip(f"{EDGES}:") if persons else title
    return replace(
        peeled,
        title=title.rstrip(EDGES),
        persons=(*persons, *peeled.persons),
        room=str(more.get("room") or peeled.room),
        description="\n".join(part for part in (str(more.get("description") or ""), peeled.description) if part),
    )


def is_outside(title: str, place: int) -> bool:
    """Whether a place in a title is not within parentheses or quotes."""
    before = title[:place]
    return (
        before.count("(") <= before.count(")")
        and before.count("[") <= before.count("]")
        and (before.count("„") <= before.count("“") + before.count("”"))
    )
