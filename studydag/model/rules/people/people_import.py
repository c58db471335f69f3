"""People from a table: what becomes of each line, before anything is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from studydag.model.rules.written.written_text import plain
from studydag.model.values.errors import Problem
from studydag.model.values.fields import TITLE_CHARACTERS
from studydag.model.values.school import Person, PersonRole, Weekday, WorkingDay
from studydag.model.values.wording import N_

MOST_HOURS = 2000


class Fate(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    SAME = "same"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A line with the person it says, the one that is known already (by id), and what is wrong with it.

    A `remark` says what of the line is not taken over although the person is.
    """

    number: int
    person: Person
    fate: Fate
    known: int | None = None
    problem: Problem | None = None
    remark: Problem | None = None
    filled: tuple[str, ...] = ()


def people_lines(
    lines: Iterable[tuple[int, Mapping[str, str]]],
    people: Iterable[Person],
    find: Callable[[str], Person | None],
) -> tuple[PersonLine, ...]:
    """Say what becomes of each line (number, what stands in it by field); `find` knows people by nearly their name.

    The same e-mail address or name is the same person: what that person lacks is filled in, nothing is written over.
    """
    by_email = {each.email.casefold(): each for each in people if each.email}
    seen: dict[str, int] = {}
    made = []
    for number, fields in lines:
        person = _person(fields)
        problem = _problem(person, fields, seen, number)
        if problem is not None:
            made.append(PersonLine(number=number, person=person, fate=Fate.REFUSED, problem=problem))
            continue
        known = by_email.get(person.email.casefold()) if person.email else None
        known = known or find(person.name)
        if known is None:
            made.append(PersonLine(number=number, person=person, fate=Fate.NEW, remark=_remark(fields)))
            continue
        filled = _fillable(known, person, fields)
        fate = Fate.KNOWN if filled else Fate.SAME
        made.append(PersonLine(number=number, person=person, fate=fate, known=known.id, filled=filled))
    return tuple(made)


def completed(known: Person, line: PersonLine) -> dict[str, object]:
    """Return the fields that a line fills in for someone who is known."""
    return {name: getattr(line.person, name) for name in line.filled if not getattr(known, name)}


def _person(fields: Mapping[str, str]) -> Person:
    parts = (fields.get(name, "") for name in ("first", "infix", "last"))
    name = fields.get("name") or " ".join(filter(None, parts))
    surname, comma, first = name.partition(",")
    if comma and first.strip():
        name = f"{first.strip()} {surname.strip()}"
    hours = fields.get("hours", "")
    return Person(
        name=name,
        email=fields.get("email", ""),
        section=fields.get("section", ""),
        role=role_of(fields.get("role", "")) or PersonRole.TEACHER,
        organisation=fields.get("organisation", ""),
        working_days=_working_days(fields.get("working_days", "")),
        hours_budget=int(hours) if hours.isdecimal() and int(hours) <= MOST_HOURS else None,
    )


def _problem(person: Person, fields: Mapping[str, str], seen: dict[str, int], number: int) -> Problem | None:
    if not person.name.strip():
        return Problem("name", N_("There is no name."))
    if max(len(person.name), len(person.email), len(person.section)) > TITLE_CHARACTERS:
        return Problem("name", N_("It is longer than {limit} characters."), {"limit": TITLE_CHARACTERS})
    if person.email and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", person.email) is None:
        return Problem("email", N_("‘{email}’ is not an e-mail address."), {"email": person.email[:80]})
    hours = fields.get("hours", "")
    if hours and person.hours_budget is None:
        return Problem("hours_budget", N_("‘{hours}’ is not a whole number of hours."), {"hours": hours[:80]})
    days = fields.get("working_days", "")
    if days and not person.working_days:
        return Problem("working_days", N_("‘{days}’ are not days of the week."), {"days": days[:80]})
    key = person.email.casefold() or plain(person.name)[0]
    if key in seen:
        return Problem("name", N_("The same person is in line {line}."), {"line": seen[key]})
    seen[key] = number
    return None


def _remark(fields: Mapping[str, str]) -> Problem | None:
    role = fields.get("role", "")
    if not role or role_of(role) is not None:
        return None
    return Problem("role", N_("‘{role}’ is not a known role; teacher is filled in."), {"role": role[:80]})


def _fillable(known: Person, person: Person, fields: Mapping[str, str]) -> tuple[str, ...]:
    names = ("email", "section", "organisation", "working_days", "hours_budget")
    given = {"hours_budget": "hours"}
    return tuple(
        name
        for name in names
        if fields.get(given.get(name, name)) and getattr(person, name) and not getattr(known, name)
    )


def role_of(text: str) -> PersonRole | None:
    """Return the role that a word such as `docent` or `teamleider` says, if it says one."""
    words = plain(text)[0]
    for role, starts in _ROLES.items():
        if any(start in words for start in starts):
            return role
    short = set(re.findall(r"[a-z]+", words))
    return next((role for role, whole in _SHORT_ROLES.items() if short & whole), None)


def _working_days(text: str) -> tuple[WorkingDay, ...]:
    words = re.findall(r"[a-z]+", plain(text)[0])
    found = [day for word in words for day, starts in _WEEKDAYS.items() if word.startswith(starts)]
    if len(words) != len(found):
        return ()
    return tuple(WorkingDay(weekday=day) for day in Weekday if day in found)


_ROLES: Mapping[PersonRole, tuple[str, ...]] = {
    PersonRole.EXTERNAL: ("extern", "gast", "van buiten", "from outside", "guest"),
    PersonRole.LEADER: (
        *("leiding", "leader", "directeur", "director", "rector", "principal", "manager", "directie", "bestuurder"),
        *("schoolleid", "teamleid", "afdelingsleid", "locatieleid", "head of school", "head teacher", "headteacher"),
    ),
    PersonRole.SUPPORT: (
        *("ondersteun", "support", "oop", "assistent", "assistant", "conci", "administrati", "begeleid", "medewerker"),
        *(
            "amanuensis",
            "secretar",
            "recepti",
            "beheerder",
            "roostermak",
            "pedagoog",
            "psycholoog",
            "logoped",
            "therapeut",
        ),
        *("technici", "librarian", "counsellor"),
    ),
    PersonRole.TEACHER: (
        *("leraar", "lerares", "leerkracht", "docent", "teacher", "mentor", "onderwijz", "onderwijsgev", "coordinator"),
        *("decaan", "stagiair", "sectieleid", "sectievoorzit"),
    ),
}
_SHORT_ROLES: Mapping[PersonRole, frozenset[str]] = {
    PersonRole.LEADER: frozenset({"mt"}),
    PersonRole.SUPPORT: frozenset({"toa", "ib", "rt", "hr"}),
    PersonRole.TEACHER: frozenset({"op", "lio", "juf", "meester"}),
}
_WEEKDAYS: Mapping[Weekday, tuple[str, ...]] = {
    Weekday.MONDAY: ("ma", "mo"),
    Weekday.TUESDAY: ("di", "tu"),
    Weekday.WEDNESDAY: ("wo", "we"),
    Weekday.THURSDAY: ("do", "th"),
    Weekday.FRIDAY: ("vr", "fr"),
    Weekday.SATURDAY: ("za", "sa"),
    Weekday.SUNDAY: ("zo", "su"),
}
