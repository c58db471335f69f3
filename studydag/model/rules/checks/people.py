"""Checks on people: leads confirmed, titles known, the team and the school leader take part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from studydag.model.rules.calendar.school_calendar import is_closed
from studydag.model.rules.checks.about import about
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.people.days_off import WEEKDAYS, is_off
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.findings import Severity
from studydag.model.values.programme import Block, LeadersPart, LeadStatus
from studydag.model.values.school import Person, PersonRole
from studydag.model.values.wording import N_, NN_, Wording


def lead_unconfirmed(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for leads that have not said yes when the day comes near (D25).

    A plan B is enough as long as the lead may still come (D11). Who cancelled won't: then it is time to carry it out.
    """
    confirmed = 0
    for slot in _all_slots(context):
        has_plan_b = bool(slot.block.plan_b.strip())
        days = _days_until(slot.part.date, context.today)
        for lead in slot.block.leads:
            is_off = lead.status is LeadStatus.CANCELLED
            if lead.status is LeadStatus.CONFIRMED or (has_plan_b and not is_off):
                confirmed += 1
                continue
            if days is None or not 0 <= days <= limit:
                continue
            person = context.people.get(lead.person)
            figures: Figures = {
                "block": context.title_of(slot.block),
                "person": "" if person is None else person.name,
                "status": lead.status,
                "days": days,
                "limit": limit,
            }
            concerned = (context.about_block(slot.block), *(() if person is None else (about(person),)))
            reason = _cancelled(days, has_plan_b=has_plan_b) if is_off else None
            yield Found(concerned, figures, reason, _about_lead(slot.block) if is_off else _ABOUT_UNSURE)
    if confirmed:
        yield Holds({"leads": confirmed})


def title_to_be_announced(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for titles that should be known by now (D26)."""
    known = 0
    for slot in _all_slots(context):
        block, days = slot.block, _days_until(slot.part.date, context.today)
        if days is not None and days < 0:
            continue
        until = block.title_to_be_announced_until
        if until is not None and until < context.today:
            figures: Figures = {
                "block": context.title_of(block),
                "until": until.isoformat(),
                "late": (context.today - until).days,
            }
            yield Found((context.about_block(block),), figures)
        elif (
            until is None and block.phase.is_learning and not block.title.strip() and days is not None and days <= limit
        ):
            yield Found(
                (context.about_block(block),), _untitled(context, block) | {"days": days, "limit": limit}, _UNTITLED
            )
        known += bool(until is None and block.title.strip())
    if known:
        yield Holds({"blocks": known})


def no_staff_in_preparation(context: Context) -> Iterator[Outcome]:
    """Look for a teacher in the preparation group (R075)."""
    people = [context.people[each.person] for each in context.day.preparation if each.person in context.people]
    teachers = sum(person.role is PersonRole.TEACHER for person in people)
    figures: Figures = {"teachers": teachers, "members": len(context.day.preparation)}
    yield Holds(figures) if teachers else Found((context.about_day,), figures)


def leader_absent(context: Context) -> Iterator[Outcome]:
    """Look for a block in which the school leader learns along (R067)."""
    planned = context.thread.planned
    along = [block for block in planned if LeadersPart.LEARNS_ALONG in block.leaders_part]
    if along:
        yield Holds({"blocks": len(along), "block": context.title_of(along[0])})
    elif planned:
        yield Found((context.about_day,))


def school_closed(context: Context) -> Iterator[Outcome]:
    """Look for parts on a day on which the school is closed (R085), unless it is closed for the study day."""
    holidays = context.setting.holidays
    dated = [part.part for part in context.parts if part.part.date is not None]
    for part in dated:
        assert part.date is not None
        holiday = holidays.names.get(part.date, "")
        if is_closed(part.date, holidays) and not _is_for_study_days(holiday):
            figures: Figures = {"date": part.date.isoformat(), "holiday": holiday}
            yield Found((context.about_part(part),), figures, None if holiday else _IN_WEEKEND)
    if dated:
        yield Holds()


def part_time_off(context: Context) -> Iterator[Outcome]:
    """Look for participants who don't work on the day, and have no hours in return yet (R063, D23)."""
    known = _without_return(context)
    for part in context.parts:
        if part.part.date is None:
            continue
        off = [person for person in known if is_off(person, part.part.date)]
        if off:
            figures: Figures = {
                "people": len(off),
                "weekday": WEEKDAYS[part.part.date.weekday()],
                "date": part.part.date.isoformat(),
                "person": off[0].name,
            }
            yield Found((context.about_part(part.part), *map(about, off)), figures)
    if known and context.first_date is not None:
        yield Holds()


def _cancelled(days: int, *, has_plan_b: bool) -> Wording:
    if days:
        return _CANCELLED_WITH_PLAN_B if has_plan_b else _CANCELLED
    return _CANCELLED_TODAY_WITH_PLAN_B if has_plan_b else _CANCELLED_TODAY


def _about_lead(block: Block) -> tuple[str, ...]:
    """Return what can be done about a lead who cancelled, besides looking for another one."""
    with_plan_b = bool(block.plan_b.strip())
    can_do_without = with_plan_b or any(lead.status is not LeadStatus.CANCELLED for lead in block.leads)
    return (
        *(("look-at-plan-b",) if with_plan_b else ()),
        *(("take-off-cancelled",) if can_do_without else ()),
        "confirm-lead",
        *(() if with_plan_b else ("write-plan-b",)),
    )


def _all_slots(context: Context) -> Iterator[Slot]:
    for slot in context.slots:
        yield slot
        yield from live(slot.options)


def _days_until(date: dt.date | None, today: dt.date) -> int | None:
    return None if date is None else (date - today).days


def _untitled(context: Context, block: Block) -> Figures:
    return {"block": context.title_of(block)}


def _is_for_study_days(holiday: str) -> bool:
    """Whether a school calls a day closed because it has a study day then."""
    return any(word in holiday.casefold() for word in _STUDY_DAY)


def _without_return(context: Context) -> list[Person]:
    """Return the participants whose working days are known, and who get no hours in return."""
    found: dict[int, Person] = {}
    for registration in context.day.registrations:
        if registration.compensation_minutes:
            continue
        group = context.groups.get(registration.group or 0)
        numbers = (registration.person,) if registration.person else () if group is None else group.members
        found |= {number: context.people[number] for number in numbers if number in context.people}
    return [person for person in found.values() if person.working_days]


_ABOUT_UNSURE = ("confirm-lead", "write-plan-b")
_STUDY_DAY = ("studiedag", "studiemiddag", "studieochtend", "study day")
_IN_WEEKEND = N_("{date:short_date} is at a weekend.")
_CANCELLED_TODAY = N_("{person} has cancelled {block:quoted}, which is today.")
_CANCELLED = NN_(
    "{person} has cancelled {block:quoted}, which is {days} day from now.",
    "{person} has cancelled {block:quoted}, which is {days} days from now.",
    "days",
)
_CANCELLED_TODAY_WITH_PLAN_B = N_("{person} has cancelled {block:quoted}, which is today; there is a plan B for it.")
_CANCELLED_WITH_PLAN_B = NN_(
    "{person} has cancelled {block:quoted}, which is {days} day from now; there is a plan B for it.",
    "{person} has cancelled {block:quoted}, which is {days} days from now; there is a plan B for it.",
    "days",
)
_UNTITLED = NN_(
    "The block at {block} has no title yet, {days} day before the day (at most {limit}).",
    "The block at {block} has no title yet, {days} days before the day (at most {limit}).",
    "days",
)

RULES = (
    Rule(
        id="lead-unconfirmed",
        family=Family.PEOPLE,
        severity=Severity.SHOULD,
        asks=N_("Everyone who leads a block has said yes in time, or there is a plan B."),
        why=N_("A speaker who drops out late is hard to replace."),
        reason=NN_(
            "{person} has not confirmed {block:quoted} yet, {days} day before it (at least {limit}).",
            "{person} has not confirmed {block:quoted} yet, {days} days before it (at least {limit}).",
            "days",
        ),
        holds=NN_(
            "{leads} lead is confirmed, or replaced by a plan B.",
            "{leads} leads are confirmed, or replaced by a plan B.",
            "leads",
        ),
        find=lead_unconfirmed,
        threshold=Threshold(14, N_("days before")),
        remedies=("look-at-plan-b", "take-off-cancelled", "confirm-lead", "write-plan-b"),
        rows=("D25",),
    ),
    Rule(
        id="title-to-be-announced",
        family=Family.PEOPLE,
        severity=Severity.SHOULD,
        asks=N_("Titles are known in time."),
        why=N_("People choose by titles, and the programme has to be printed."),
        reason=NN_(
            "The title of {block:quoted} was to be known on {until:short_date}, {late} day ago.",
            "The title of {block:quoted} was to be known on {until:short_date}, {late} days ago.",
            "late",
        ),
        holds=NN_("{blocks} block has its title.", "{blocks} blocks have their titles.", "blocks"),
        find=title_to_be_announced,
        threshold=Threshold(14, N_("days before")),
        remedies=("write-title",),
        rows=("D26",),
    ),
    Rule(
        id="no-staff-in-preparation",
        family=Family.PREPARATION,
        severity=Severity.SHOULD,
        asks=N_("A teacher helps to prepare the day."),
        why=N_("A day made with the team fits the team, and is already partly theirs."),
        reason=N_("No teacher is in the preparation group."),
        holds=NN_(
            "{teachers} teacher is in the preparation group.",
            "{teachers} teachers are in the preparation group.",
            "teachers",
        ),
        find=no_staff_in_preparation,
        remedies=("add-preparation-member",),
        rows=("R075",),
    ),
    Rule(
        id="leader-absent",
        family=Family.PEOPLE,
        severity=Severity.HINT,
        asks=N_("The school leader takes part as a learner somewhere."),
        why=N_("A school leader who learns with the team shows that learning matters here."),
        reason=N_("The school leader does not take part as a learner in any block."),
        holds=NN_(
            "The school leader takes part as a learner in {blocks} block.",
            "The school leader takes part as a learner in {blocks} blocks.",
            "blocks",
        ),
        find=leader_absent,
        remedies=("leader-learns-along",),
        rows=("R067",),
    ),
    Rule(
        id="school-closed",
        family=Family.PEOPLE,
        severity=Severity.SHOULD,
        asks=N_("The study day is on a school day."),
        why=N_("On a day on which the school is closed people have other plans, and rooms may be shut."),
        reason=N_("The school is closed on {date:short_date} ({holiday})."),
        holds=N_(
            "No date of the study day is known to be at a weekend, in a holiday or on a closed day of the school."
        ),
        find=school_closed,
        remedies=("choose-date",),
        rows=("R085",),
    ),
    Rule(
        id="part-time-off",
        family=Family.PEOPLE,
        severity=Severity.HINT,
        asks=N_("Anyone whose day off it is gets time off in lieu."),
        why=N_("Part-timers who come on their day off give time that has to be agreed on."),
        reason=NN_(
            "{people} participant doesn’t work on {date:short_date}: {person}.",
            "{people} participants don’t work on {date:short_date}.",
            "people",
        ),
        holds=N_("Everyone whose working days are known works that day, or gets time off in lieu."),
        find=part_time_off,
        remedies=("note-compensation",),
        rows=("R063", "D23"),
    ),
)
