"""A study day without anybody in it: links to people go, names in texts become "…", registrations count for nobody."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from typing import Any, Final, TypeVar

from dateutil.relativedelta import relativedelta

from studydag.model.rules.calendar.dates import last_date
from studydag.model.values.choices import Registration
from studydag.model.values.description import described, with_changes
from studydag.model.values.effect import Success
from studydag.model.values.expertise import Candidate, Expert
from studydag.model.values.goals import Case
from studydag.model.values.references import Reference, references_in, without
from studydag.model.values.school import Person
from studydag.model.values.study_day import Acceptance, Decision, StudyDay

T = TypeVar("T")
SOMEONE: Final = "…"
_NAMES: Final[Mapping[type[Any], tuple[str, ...]]] = {
    Success: ("who",),
    Decision: ("by",),
    Acceptance: ("by",),
    Case: ("asked_by",),
    Registration: ("name", "access_needs", "access_note", "together", "apart", "compensation_minutes"),
}
"""Fields that hold a name, or something of one person, whatever stands in them."""
_OUTSIDERS: Final[Mapping[type[Any], str]] = {Candidate: "name", Expert: "name"}
"""Fields with the name of someone from outside; an organisation may stay."""


def is_old(day: StudyDay, today: dt.date, months: int) -> bool:
    """Whether the last date of a study day lies more than so many months back; one without a date never is."""
    last = last_date(day)
    return last is not None and last + relativedelta(months=months) < today


def holds_people(day: StudyDay, people: Iterable[Person]) -> bool:
    """Whether anything in a study day still leads to a person, or names one."""
    return anonymous(day, people) != day


def anonymous(day: StudyDay, people: Iterable[Person]) -> StudyDay:
    """Return a study day without people; `people` are those whose names are looked for in its texts.

    What can't be without a person, such as a lead, goes along; how many there were stays.
    """
    known = tuple(people)
    gone: set[Reference] = {("person", person.id) for person in known}
    gone |= {reference for reference in references_in(day) if reference[0] == "person"}
    bare = without(day, gone)
    hide = name_hider(known)
    return _emptied(bare, hide)


def name_hider(people: Iterable[Person]) -> Callable[[str], str]:
    """Return what puts "…" in the place of the names and e-mail addresses of people in a text."""
    words = {word.strip() for person in people for word in (person.name, person.email) if word.strip()}
    if not words:
        return lambda text: text
    # The longest first: a name may stand within another.
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)")
    return lambda text: pattern.sub(SOMEONE, text)


def _emptied(value: T, hide: Callable[[str], str]) -> T:
    changes: dict[str, Any] = {}
    named = _NAMES.get(type(value), ())
    for each in described(type(value)):
        held = getattr(value, each.name)
        if each.name in named:
            changes[each.name] = each.default
        elif _OUTSIDERS.get(type(value)) == each.name and held:
            changes[each.name] = getattr(value, "organisation", "") or SOMEONE
        elif each.is_value and each.many:
            changes[each.name] = tuple(_emptied(inner, hide) for inner in held)
        elif each.is_value and is_dataclass(held):
            changes[each.name] = _emptied(held, hide)
        elif each.holds is str and each.name not in {"uid", "key"}:
            changes[each.name] = tuple(map(hide, held)) if each.many else hide(held)
    return with_changes(value, changes)
