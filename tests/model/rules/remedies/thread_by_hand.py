"""Days with a remedy of the thread that leads somewhere: needs, goals, follow-up, effect and expertise."""

import datetime as dt

from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight
from studydag.model.values.expertise import (
    Ambassador,
    ContractState,
    Deployment,
)
from studydag.model.values.formats import LearningForm
from studydag.model.values.goals import Goal, Level, Need, NeedSource
from studydag.model.values.school import EffectLevel, Person, SchoolGoal
from studydag.model.values.setting import Setting
from studydag.model.values.trajectory import Activity, ActivityParticipant, ActivityStep, ParticipantRole, Trajectory
from tests.building import (
    a,
    a_block,
    a_day,
    a_goal,
    a_group,
    a_measure,
    a_need,
    a_person,
    a_school_goal,
    a_setting,
    an_action,
    an_expert,
)
from tests.model.rules.remedies.case import Case
from tests.model.rules.remedies.hands import (
    added,
    agreed,
    another_slot,
    at_work,
    before,
    goal_of_the_blocks,
    joined,
    named,
    some_fewer,
    supported,
    taken_along,
    told_pupils,
    typed,
    weighed,
)

PEOPLE = (a_person(7, "Noor"), a_person(8, "Bo"))
AT_WORK = a(LearningForm, 90, name_nl="Samen lessen maken", workplace=True)


def _coached(number: int, coachee: int) -> Activity:
    participants = (
        a(ActivityParticipant, 2 * number, person=7, role=ParticipantRole.COACH),
        a(ActivityParticipant, 2 * number + 1, person=coachee, role=ParticipantRole.COACHEE, lesson_slot="ma 2e uur"),
    )
    return a(Activity, number, title=f"Coaching {number}", participants=participants)


def _trajectory(*activities: Activity) -> Trajectory:
    return a(Trajectory, 1, title="Dit jaar", activities=activities)


THREAD: tuple[Case, ...] = (
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
