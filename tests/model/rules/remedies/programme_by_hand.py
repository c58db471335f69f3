"""Days with a remedy of the programme that leads somewhere: blocks, places, people, rooms and dates."""

import datetime as dt

from studydag.model.values.choices import Allotment, Grouping, GroupMix, GroupOfParticipants, Registration
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.programme import Interaction, LeadStatus
from studydag.model.values.school import Accessibility, Person, Room, Weekday, WorkingDay
from studydag.model.values.study_day import Catering, PreparationMember
from tests.building import (
    TODAY,
    a,
    a_block,
    a_break,
    a_day,
    a_format,
    a_goal,
    a_group,
    a_lead,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    at,
)
from tests.model.rules.remedies.case import Case
from tests.model.rules.remedies.hands import (
    added,
    allot,
    confirmed,
    format,
    mixed,
    named,
    other_leads,
    rooms_for_all,
    typed,
)

LISTEN = Interaction.LISTEN
TEAM_WORK = a_format(1, "Samen aan de slag", activity_level=4, subgroup_max=4, minutes_max=400, group_max=500)
PEOPLE = (a_person(7, "Noor"), a_person(8, "Bo"))
ROOMS = (
    a_room(1, "Klein", holds={SetUp.ISLANDS: 24, SetUp.THEATRE: 40}),
    a_room(2, "Groot", holds={SetUp.ISLANDS: 60}),
)
FULL = a_round(1, a_block(2, capacity=10), a_block(3, capacity=10))
NEAR = a_part(1, date=TODAY + dt.timedelta(days=7))
ALLOTTED = (
    *a_round(1, a_block(2, minimum=2, capacity=3), a_block(3, capacity=9)),
    *(a(Registration, number, name=f"Person {number}") for number in (1, 2, 3, 4, 5)),
)
CROWDED = (
    a_block(1),
    *(a(Registration, number, person=number) for number in (1, 2, 3, 4)),
    a(
        Grouping,
        1,
        block=1,
        mix=GroupMix.SECTION,
        groups=(
            a(GroupOfParticipants, 1, name="1", members=(1, 2)),
            a(GroupOfParticipants, 2, name="2", members=(3, 4)),
        ),
    ),
)
SECTIONS = tuple(a_person(number, f"P{number}", section="Talen" if number < 3 else "Exact") for number in (1, 2, 3, 4))


def _place(*options: int) -> tuple[Allotment, ...]:
    return tuple(
        a(Allotment, number, registration=number, round=1, option=each) for number, each in enumerate(options, 1)
    )


PROGRAMME: tuple[Case, ...] = (
    Case(
        rule="phase-too-long",
        remedy="change-phase",
        day=a_day(a_block(1, 70), a_block(2, 70)),
        hand=typed(Phase.APPLICATION),
        leads_to=("block", "phase"),
    ),
    Case(
        rule="phase-too-long",
        remedy="change-minutes",
        day=a_day(a_block(1, 130)),
        hand=typed(100),
        leads_to=("block", "minutes"),
    ),
    Case(
        rule="long-input",
        remedy="change-format",
        day=a_day(a_block(1, 75, interaction=LISTEN)),
        setting=a_setting(TEAM_WORK),
        hand=format,
        leads_to=("block", "working_format"),
    ),
    Case(
        rule="active-share",
        remedy="change-format",
        day=a_day(a_block(1, 20, Phase.APPLICATION), a_block(2, 75, interaction=LISTEN)),
        setting=a_setting(TEAM_WORK),
        hand=format,
        leads_to=("block", "working_format"),
    ),
    Case(
        rule="reflection-share",
        remedy="change-format",
        day=a_day(a_block(1, 75, interaction=LISTEN)),
        setting=a_setting(TEAM_WORK),
        hand=format,
        leads_to=("block", "working_format"),
    ),
    Case(
        rule="no-variation",
        remedy="change-interaction",
        day=a_day(*(a_block(number, interaction=LISTEN) for number in (1, 2, 3))),
        hand=typed(Interaction.PAIRS),
        leads_to=("block", "interaction"),
    ),
    Case(
        rule="no-variation",
        remedy="change-format",
        day=a_day(*(a_block(number, interaction=LISTEN) for number in (1, 2, 3))),
        setting=a_setting(TEAM_WORK),
        hand=format,
        leads_to=("block", "working_format"),
    ),
    Case(
        rule="ordered-no-break",
        remedy="look-at-catering",
        day=a_day(
            *(a_block(1, 60), a_break(2, cancelled=True), a_block(3, 60), a_break(4), a_block(5, 60)),
            a(Catering, 1, what="Coffee", at=at("10:00"), count=65),
        ),
        hand=typed(at("11:00")),
        leads_to=("catering", "at"),
    ),
    Case(
        rule="listening-after-lunch",
        remedy="change-format",
        day=a_day(a_block(1, 180), a_break(2, 45), a_block(3, 60, interaction=LISTEN)),
        setting=a_setting(TEAM_WORK),
        hand=format,
        leads_to=("block", "working_format"),
    ),
    Case(
        rule="no-practice-link",
        remedy="write-practice-link",
        day=a_day(a_block(1, phase=Phase.APPLICATION)),
        hand=typed("Rekenles groep 5"),
        leads_to=("block", "practice_link"),
    ),
    Case(
        rule="no-practice-link",
        remedy="write-product",
        day=a_day(a_block(1, phase=Phase.APPLICATION)),
        hand=typed("Een exitkaart"),
        leads_to=("block", "product"),
    ),
    Case(
        rule="person-clash",
        remedy="choose-lead",
        day=a_day(*a_round(1, a_block(2, leads=(a_lead(7),)), a_block(3, leads=(a_lead(7),)))),
        setting=a_setting(*PEOPLE),
        hand=other_leads,
        leads_to=("block", "leads"),
    ),
    Case(
        rule="room-clash",
        remedy="choose-room",
        day=a_day(*a_round(1, a_block(2, room=1), a_block(3, room=1))),
        setting=a_setting(*ROOMS),
        hand=named(Room, "Groot"),
        leads_to=("block", "room"),
    ),
    Case(
        rule="change-over",
        remedy="choose-room",
        day=a_day(a_block(1, room=1), a_block(2, room=2)),
        setting=a_setting(*ROOMS),
        hand=named(Room, "Groot"),
        leads_to=("block", "room"),
    ),
    Case(
        rule="room-too-small",
        remedy="choose-room",
        day=a_day(a_block(1, room=1, set_up=SetUp.ISLANDS), expected_number=28),
        setting=a_setting(*ROOMS),
        hand=named(Room, "Groot"),
        leads_to=("block", "room"),
    ),
    Case(
        rule="room-too-small",
        remedy="choose-set-up",
        day=a_day(a_block(1, room=1, set_up=SetUp.ISLANDS), expected_number=28),
        setting=a_setting(*ROOMS),
        hand=typed(SetUp.THEATRE),
        leads_to=("block", "set_up"),
    ),
    Case(
        rule="room-not-accessible",
        remedy="choose-room",
        day=a_day(a_block(1, room=1), a(Registration, 1, access_needs=(Accessibility.STEP_FREE,))),
        setting=a_setting(a_room(1, "Boven"), a_room(2, "Beneden", accessibility=(Accessibility.STEP_FREE,))),
        hand=named(Room, "Beneden"),
        leads_to=("block", "room"),
    ),
    Case(
        rule="option-no-room",
        remedy="choose-room",
        day=a_day(*a_round(1, a_block(2), a_block(3))),
        setting=a_setting(*ROOMS),
        hand=rooms_for_all,
        leads_to=("block", "room"),
    ),
    Case(
        rule="format-misfit",
        remedy="change-format",
        day=a_day(a_block(1, working_format=2)),
        setting=a_setting(TEAM_WORK, a_format(2, "Sprint", phases=(Phase.INSPIRATION,))),
        hand=format,
        leads_to=("block", "working_format"),
    ),
    Case(
        rule="capacity-short",
        remedy="raise-capacity",
        day=a_day(*FULL, expected_number=28),
        hand=typed(18),
        leads_to=("block", "capacity"),
    ),
    Case(
        rule="option-too-small",
        remedy="allot-again",
        day=a_day(*ALLOTTED, *_place(2, 3, 3, 3, 3)),
        hand=allot(2, 2, 3, 3, 3),
        leads_to=("allotment", ""),
    ),
    Case(
        rule="option-too-small",
        remedy="cancel-option",
        day=a_day(*ALLOTTED, *_place(2, 3, 3, 3, 3)),
        hand=typed(True),
        leads_to=("block", "cancelled"),
    ),
    Case(
        rule="option-too-full",
        remedy="allot-again",
        day=a_day(*ALLOTTED, *_place(2, 2, 2, 2, 3)),
        hand=allot(2, 2, 3, 3, 3),
        leads_to=("allotment", ""),
    ),
    Case(
        rule="option-too-full",
        remedy="raise-capacity",
        day=a_day(*ALLOTTED, *_place(2, 2, 2, 2, 3)),
        hand=typed(4),
        leads_to=("block", "capacity"),
    ),
    Case(
        rule="group-not-mixed",
        remedy="mix-groups",
        day=a_day(*CROWDED),
        setting=a_setting(*SECTIONS),
        hand=mixed,
        leads_to=("grouping", ""),
    ),
    Case(
        rule="lead-unconfirmed",
        remedy="confirm-lead",
        day=a_day(NEAR, a_block(1, leads=(a_lead(7, LeadStatus.ASKED),))),
        setting=a_setting(*PEOPLE),
        hand=confirmed,
        leads_to=("block", "leads"),
    ),
    Case(
        rule="lead-unconfirmed",
        remedy="look-at-plan-b",
        day=a_day(NEAR, a_block(1, plan_b="Bo doet het", leads=(a_lead(7, LeadStatus.CANCELLED),))),
        setting=a_setting(*PEOPLE),
        hand=other_leads,
        leads_to=("block", "plan_b"),
    ),
    Case(
        rule="lead-unconfirmed",
        remedy="write-plan-b",
        day=a_day(NEAR, a_block(1, leads=(a_lead(7, LeadStatus.ASKED),))),
        setting=a_setting(*PEOPLE),
        hand=typed("Marit leidt het gesprek met de drie stopvragen"),
        leads_to=("block", "plan_b"),
    ),
    Case(
        rule="title-to-be-announced",
        remedy="write-title",
        day=a_day(a_block(1, title="n.t.b.", title_to_be_announced_until=TODAY - dt.timedelta(days=3))),
        hand=typed("Feedback in elke les"),
        leads_to=("block", "title"),
    ),
    Case(
        rule="title-to-be-announced",
        remedy="write-title",
        day=a_day(NEAR, a_block(1, title="")),
        hand=typed("Feedback in elke les"),
        leads_to=("block", "title"),
    ),
    Case(
        rule="text-to-fill-in",
        remedy="fill-in-text",
        day=a_day(a_block(1, title="Aanpak A (vul in)")),
        hand=typed("Exitkaarten maken"),
        leads_to=("block", "title"),
    ),
    Case(
        rule="text-to-fill-in",
        remedy="fill-in-text",
        day=a_day(a_goal(1, "After this day everyone uses … (fill in).")),
        hand=typed("After this day everyone uses exit tickets."),
        leads_to=("goal", "sentence"),
    ),
    Case(
        rule="no-staff-in-preparation",
        remedy="add-preparation-member",
        day=a_day(),
        setting=a_setting(*PEOPLE),
        hand=lambda library, day, place: added(PreparationMember(person=library.every(Person)[0].id))(
            library, day, place
        ),
        leads_to=("preparation_member", ""),
    ),
    Case(
        rule="part-time-off",
        remedy="note-compensation",
        day=a_day(a(Registration, 1, person=7)),
        setting=a_setting(a_person(7, working_days=(WorkingDay(weekday=Weekday.MONDAY),))),
        hand=typed(390),
        leads_to=("registration", "compensation_minutes"),
    ),
    Case(
        rule="part-time-off",
        remedy="note-compensation",
        day=a_day(a(Registration, 1, group=1)),
        setting=a_setting(
            a_person(7, working_days=(WorkingDay(weekday=Weekday.MONDAY),)), a_group(1, "Bovenbouw", members=(7,))
        ),
        hand=typed(390),
        leads_to=("registration", "compensation_minutes"),
    ),
    Case(
        rule="school-closed",
        remedy="choose-date",
        day=a_day(a_part(1, date=dt.date(2026, 11, 14))),
        hand=typed(dt.date(2026, 11, 12)),
        leads_to=("part", "date"),
    ),
)
