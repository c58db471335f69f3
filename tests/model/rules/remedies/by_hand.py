"""A study day for every remedy that leads somewhere, and what a person then does there."""

import dataclasses
import datetime as dt

from studydag.model.values.choices import Allotment, Grouping, GroupMix, GroupOfParticipants, Registration
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight
from studydag.model.values.expertise import (
    Ambassador,
    ContractState,
    Deployment,
)
from studydag.model.values.formats import LearningForm, Phase, SetUp
from studydag.model.values.goals import Goal, Level, Need, NeedSource
from studydag.model.values.programme import Interaction, LeadStatus
from studydag.model.values.school import Accessibility, EffectLevel, Person, Room, SchoolGoal, Weekday, WorkingDay
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import PreparationMember, StudyDay
from studydag.model.values.trajectory import Activity, ActivityParticipant, ActivityStep, ParticipantRole, Trajectory
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
    a_measure,
    a_need,
    a_part,
    a_person,
    a_room,
    a_round,
    a_school_goal,
    a_setting,
    an_action,
    an_expert,
)
from tests.model.rules.remedies.hands import (
    Hand,
    added,
    agreed,
    allot,
    another_slot,
    at_work,
    before,
    confirmed,
    format,
    goal_of_the_blocks,
    joined,
    mixed,
    named,
    other_leads,
    rooms_for_all,
    some_fewer,
    supported,
    taken_along,
    told_pupils,
    typed,
    weighed,
)

LISTEN = Interaction.LISTEN


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    """A day on which a rule finds something, and what a person does where the remedy leads; None: it does it all."""

    rule: str
    remedy: str
    day: StudyDay
    setting: Setting = dataclasses.field(default_factory=Setting)
    hand: Hand | None = None
    leads_to: tuple[str, str]


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
AT_WORK = a(LearningForm, 90, name_nl="Samen lessen maken", workplace=True)


def _coached(number: int, coachee: int) -> Activity:
    participants = (
        a(ActivityParticipant, 2 * number, person=7, role=ParticipantRole.COACH),
        a(ActivityParticipant, 2 * number + 1, person=coachee, role=ParticipantRole.COACHEE, lesson_slot="ma 2e uur"),
    )
    return a(Activity, number, title=f"Coaching {number}", participants=participants)


def _trajectory(*activities: Activity) -> Trajectory:
    return a(Trajectory, 1, title="Dit jaar", activities=activities)


def _place(*options: int) -> tuple[Allotment, ...]:
    return tuple(
        a(Allotment, number, registration=number, round=1, option=each) for number, each in enumerate(options, 1)
    )


CASES: tuple[Case, ...] = (
    Case(
        rule="goal-no-block",
        remedy="add-goal",
        day=a_day(),
        hand=added(Goal(sentence="Na deze dag geven leraren feedback")),
        leads_to=("goal", ""),
    ),
    Case(
        rule="block-no-goal",
        remedy="add-goal",
        day=a_day(a_block(1)),
        hand=goal_of_the_blocks,
        leads_to=("goal", ""),
    ),
    Case(
        rule="goal-only-knowing",
        remedy="write-does",
        day=a_day(a_goal(1)),
        hand=typed("Ze stellen elke les een vraag"),
        leads_to=("goal", "does"),
    ),
    Case(
        rule="nothing-at-school-level",
        remedy="set-level",
        day=a_day(a_goal(1)),
        hand=typed(Level.SCHOOL),
        leads_to=("goal", "level"),
    ),
    Case(
        rule="nothing-at-school-level",
        remedy="set-level",
        day=a_day(a_need(1)),
        hand=typed(Level.SCHOOL),
        leads_to=("need", "level"),
    ),
    Case(
        rule="pupils-unnamed",
        remedy="write-pupils",
        day=a_day(),
        hand=told_pupils,
        leads_to=("impact", "pupils"),
    ),
    Case(
        rule="goal-not-observable",
        remedy="write-indicator",
        day=a_day(a_goal(1, does="They use exit tickets")),
        hand=typed("In 7 van 10 lessen een exitkaart"),
        leads_to=("goal", "indicator"),
    ),
    Case(
        rule="goal-not-observable",
        remedy="rewrite-goal",
        day=a_day(a_goal(1, "Iets met differentiatie", indicator="70 %")),
        hand=typed("Na deze dag geven leraren les op drie niveaus"),
        leads_to=("goal", "sentence"),
    ),
    Case(
        rule="too-many-goals",
        remedy="drop-goal",
        day=a_day(*(a_goal(number) for number in (1, 2, 3, 4))),
        hand=some_fewer,
        leads_to=("goal", ""),
    ),
    Case(
        rule="no-learning-question",
        remedy="write-question",
        day=a_day(),
        hand=typed("Hoe zien wij of de leerlingen het snappen?"),
        leads_to=("study_day", "learning_question"),
    ),
    Case(
        rule="needs-one-sided",
        remedy="add-need",
        day=a_day(a_need(1), a_need(2, source=NeedSource.OBSERVATION)),
        hand=added(Need(statement="De cijfers dalen", source=NeedSource.PUPIL_RESULTS)),
        leads_to=("need", ""),
    ),
    Case(
        rule="need-old",
        remedy="look-at-need",
        day=a_day(a_need(1, date=dt.date(2024, 1, 1))),
        hand=typed(dt.date(2026, 8, 20)),
        leads_to=("need", "date"),
    ),
    Case(
        rule="goal-no-school-goal",
        remedy="link-school-goal",
        day=a_day(a_goal(1)),
        setting=a_setting(a_school_goal(1, "Iedereen leert"), a_school_goal(2, "Rust")),
        hand=named(SchoolGoal, "Rust"),
        leads_to=("goal", "school_goals"),
    ),
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
        remedy="write-plan-b",
        day=a_day(NEAR, a_block(1, leads=(a_lead(7, LeadStatus.CANCELLED),))),
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
    Case(
        rule="earlier-day-open",
        remedy="take-along-insights",
        day=a_day(builds_on="spring"),
        setting=Setting(earlier_day=a_day(a(Insight, 1, text="Eerder beginnen"), uid="spring")),
        hand=taken_along,
        leads_to=("study_day", "builds_on"),
    ),
    Case(
        rule="earlier-day-open",
        remedy="take-over-actions",
        day=a_day(builds_on="spring"),
        setting=Setting(earlier_day=a_day(an_action(1, "Kies een methode"), uid="spring")),
        leads_to=("", ""),
    ),
    Case(
        rule="action-no-owner",
        remedy="name-owner",
        day=a_day(an_action(1)),
        setting=a_setting(*PEOPLE),
        hand=named(Person, "Noor"),
        leads_to=("action", "owner"),
    ),
    Case(
        rule="owner-is-everybody",
        remedy="name-owner",
        day=a_day(an_action(1, owner_group=1)),
        setting=a_setting(*PEOPLE, a_group(1)),
        hand=named(Person, "Noor"),
        leads_to=("action", "owner"),
    ),
    Case(
        rule="no-baseline",
        remedy="move-measure",
        day=a_day(
            a_measure(1, level=EffectLevel.BEHAVIOUR, when=RelativeDate(1)),
            a_measure(2, level=EffectLevel.BEHAVIOUR, when=RelativeDate(6), baseline_measure=1),
        ),
        hand=before,
        leads_to=("measure", "when"),
    ),
    Case(
        rule="expert-no-question",
        remedy="write-expert-question",
        day=a_day(an_expert(1)),
        hand=typed("Hoe leren wij elkaars lessen bespreken?"),
        leads_to=("expert", "question"),
    ),
    Case(
        rule="expert-no-talk",
        remedy="plan-talk",
        day=a_day(an_expert(1, contract=ContractState.AGREED)),
        hand=typed(dt.date(2026, 10, 1)),
        leads_to=("expert", "talk_on"),
    ),
    Case(
        rule="expert-no-assurance",
        remedy="plan-transfer",
        day=a_day(an_expert(1, contract=ContractState.AGREED)),
        setting=a_setting(*PEOPLE),
        hand=named(Person, "Noor"),
        leads_to=("expert", "inside_people"),
    ),
    Case(
        rule="expert-criteria-open",
        remedy="weigh-candidates",
        day=a_day(an_expert(1, contract=ContractState.AGREED)),
        hand=weighed,
        leads_to=("expert", "candidates"),
    ),
    Case(
        rule="cost-without-goal",
        remedy="link-cost",
        day=a_day(a_goal(1), an_expert(1, deployments=(a(Deployment, 5, fee=100),))),
        leads_to=("", ""),
    ),
    Case(
        rule="cost-without-goal",
        remedy="link-cost",
        day=a_day(a_goal(1), a_goal(2), an_expert(1, deployments=(a(Deployment, 5, fee=100),))),
        hand=lambda library, day, place: typed(library.of_day(Goal, day)[0].id)(library, day, place),
        leads_to=("deployment", "goal"),
    ),
    Case(
        rule="over-budget",
        remedy="change-budget",
        day=a_day(an_expert(1, deployments=(a(Deployment, 5, fee=100),)), budget=50),
        hand=typed(200),
        leads_to=("study_day", "budget"),
    ),
    Case(
        rule="ambassador-no-time",
        remedy="give-time",
        day=a_day(an_expert(1, ambassadors=(a(Ambassador, 1, person=7),))),
        setting=a_setting(*PEOPLE),
        hand=typed(60),
        leads_to=("ambassador", "minutes"),
    ),
    Case(
        rule="ambassador-no-time",
        remedy="give-time",
        day=a_day(an_expert(1, inside_people=(7,))),
        setting=a_setting(*PEOPLE),
        hand=typed(60),
        leads_to=("ambassador", "minutes"),
    ),
    Case(
        rule="climate-open",
        remedy="write-agreement",
        day=a_day(),
        hand=agreed,
        leads_to=("climate_item", ""),
    ),
    Case(
        rule="only-events",
        remedy="choose-learning-form",
        day=a_day(),
        hand=joined,
        leads_to=("study_day", "trajectory"),
    ),
    Case(
        rule="only-events",
        remedy="choose-learning-form",
        day=a_day(trajectory=1),
        setting=a_setting(_trajectory(), AT_WORK),
        hand=lambda library, day, place: added(Activity(title="Samen lessen maken", learning_form=at_work(library)))(
            library, day, place
        ),
        leads_to=("trajectory", "activities"),
    ),
    Case(
        rule="no-informal",
        remedy="add-informal",
        day=a_day(trajectory=1),
        setting=a_setting(_trajectory()),
        hand=added(Activity(title="Leesgroep", informal=True)),
        leads_to=("trajectory", "activities"),
    ),
    Case(
        rule="coach-clash",
        remedy="choose-slot",
        day=a_day(trajectory=1),
        setting=a_setting(
            a_person(7, "Noor"), a_person(8, "Bo"), a_person(9, "Mo"), _trajectory(_coached(1, 8), _coached(2, 9))
        ),
        hand=another_slot,
        leads_to=("activity", "participants"),
    ),
    Case(
        rule="no-data-collection",
        remedy="plan-data",
        day=a_day(trajectory=1),
        setting=a_setting(
            a(LearningForm, 91, key="action_research", uid="action_research"),
            _trajectory(a(Activity, 1, title="Onderzoek", learning_form=91)),
        ),
        hand=added(ActivityStep(title="Gegevens verzamelen", text="Exitkaarten van 3b")),
        leads_to=("activity", "steps"),
    ),
    Case(
        rule="action-no-support",
        remedy="add-support",
        day=a_day(
            a_goal(1, does="They use exit tickets"), an_action(1, goals=(1,), due=RelativeDate(2, DateUnit.WEEKS))
        ),
        hand=supported,
        leads_to=("action", "support"),
    ),
)
