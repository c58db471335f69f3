"""The rows of the requirements about what comes after the day, as the checks see them, on their own figures."""

import datetime as dt
from dataclasses import replace

from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.rules.checking import check, ready_gate
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Approach, Instrument
from studydag.model.values.findings import Severity
from studydag.model.values.follow_up import MomentKind, Support, SupportKind
from studydag.model.values.formats import LearningForm, Phase
from studydag.model.values.programme import Mode
from studydag.model.values.school import EffectLevel, EvaluationWindow, HolidayRegion, School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, DayStatus
from studydag.model.values.trajectory import Activity, ActivityParticipant, ActivityStep, ParticipantRole, Trajectory
from tests.building import (
    TODAY,
    a,
    a_block,
    a_day,
    a_goal,
    a_measure,
    a_moment,
    a_part,
    a_person,
    a_setting,
    an_action,
)
from tests.model.rules.checks.looking import concerned, figures, found, holds

REACTION, LEARNING, BEHAVIOUR, ORGANISATION, PUPILS, CLIMATE = EffectLevel
SIX_WEEKS = RelativeDate(6)


def test_r003_a_timetable_alone_is_a_one_off_day():
    timetable = a_day(a_block(1), a_block(2))

    assert concerned("one-off-day", timetable) == [["day"]]
    followed_up = replace(timetable, actions=(an_action(1, owner=7, due=RelativeDate(2)),))
    assert found("one-off-day", followed_up) == ()


def test_r017_a_goal_without_follow_up_or_assurance_is_named():
    day = a_day(a_goal(1, "Na deze dag gebruiken we exit-tickets"), a_goal(2), an_action(1, goals=(2,), due=SIX_WEEKS))

    (finding,) = found("goal-no-follow-up", day)
    assert finding.about[0].title == "Na deze dag gebruiken we exit-tickets"
    assert concerned("no-assurance", day) == [["goal-1"], ["goal-2"]]


def test_r003_what_a_trajectory_plans_after_the_day_is_follow_up_too():
    step = a(ActivityStep, 1, title="Lesbezoek", due=dt.date(2026, 12, 1))
    coaching = a(Activity, 1, title="Coaching", steps=(step,))
    earlier = replace(coaching, steps=(replace(step, due=dt.date(2026, 10, 1)),))
    day = a_day(trajectory=1)

    assert found("one-off-day", day, trajectory(coaching)) == ()
    assert holds("one-off-day", day, trajectory(coaching))[0]["activities"] == 1
    assert concerned("one-off-day", day, trajectory(earlier)) == [["day"]]


FORMS = (
    a(LearningForm, 1, key="lesson_study", workplace=True),
    a(LearningForm, 3, key="action_research", workplace=True),
)


def trajectory(*activities: Activity) -> Setting:
    return a_setting(*FORMS, a(Trajectory, 1, activities=activities), a_person(7, "Noor"), a_person(8), a_person(9))


def test_r046_a_study_day_alone_until_a_lesson_study_is_planned():
    assert concerned("only-events", a_day()) == [["day"]]
    assert found("only-events", a_day(trajectory=1), trajectory(a(Activity, 1, learning_form=1))) == ()


def test_r049_two_coachees_with_one_coach_in_one_lesson_slot():
    coach = a(ActivityParticipant, 1, person=7, role=ParticipantRole.COACH)
    coachees = (
        a(ActivityParticipant, number, person=number, role=ParticipantRole.COACHEE, lesson_slot="di 3")
        for number in (8, 9)
    )
    setting = trajectory(a(Activity, 1, participants=(coach, *coachees)))

    assert figures("coach-clash", a_day(trajectory=1), setting) == [{"coach": "Noor", "slot": "di 3", "coachees": 2}]


def test_r050_action_research_without_its_data_step_filled_in():
    steps = a(ActivityStep, 1, title="Vraag", text="Waarom gokken ze?"), a(ActivityStep, 2, title="Data verzamelen")
    research = a(Activity, 1, learning_form=3, title="Onderzoek", steps=steps)
    filled = replace(research, steps=(steps[0], replace(steps[1], text="Twee weken exit-tickets")))

    assert figures("no-data-collection", a_day(trajectory=1), trajectory(research)) == [{"activity": "Onderzoek"}]
    assert found("no-data-collection", a_day(trajectory=1), trajectory(filled)) == ()


def test_r056_three_study_days_one_plc_and_nothing_informal():
    activities = (*(a(Activity, number) for number in (1, 2, 3)), a(Activity, 4))

    assert figures("no-informal", a_day(trajectory=1), trajectory(*activities))[0]["informal"] == 0


def test_r071_two_hours_before_six_and_a_half_on_the_day_and_nothing_after():
    day = a_day(a_part(1, "8:30", "15:00"), a_block(1, 390), a_block(2, 120, mode=Mode.SELF_PACED))
    plc = a_moment(
        1, kind=MomentKind.STRUCTURE, first_date=RelativeDate(3), rhythm="FREQ=WEEKLY;INTERVAL=3", times=6, minutes=60
    )

    assert figures("weight-on-the-day", day) == [{"before": 120, "day": 390, "after": 0, "percent": 23, "limit": 25}]
    assert holds("weight-on-the-day", replace(day, moments=(plc,)))[0]["after"] == 360


def test_r083_a_day_is_not_ready_until_its_after_day_is_settled_or_waived_with_a_note():
    day = a_day(a_goal(1), a_block(1, goals=(1,)), a_block(2, phase=Phase.REFLECTION, goals=(1,)))
    gate = ready_gate(day, Setting(), TODAY)

    assert {finding.rule for finding in gate} == {"one-off-day", "goal-no-follow-up", "no-reflection-moment"}
    assert all(finding.severity is Severity.MUST for finding in gate)

    settled = replace(day, moments=(a_moment(1, goals=(1,), first_date=SIX_WEEKS),))
    assert ready_gate(settled, Setting(), TODAY) == ()

    notes = tuple(
        a(
            Acceptance,
            number,
            rule=finding.rule,
            concerns=tuple(each.uid for each in finding.about),
            reason="Vervolg in mei",
        )
        for number, finding in enumerate(gate, start=1)
    )
    waived = replace(day, acceptances=notes)
    assert ready_gate(waived, Setting(), TODAY) == ()
    assert {each.accepted for each in check(waived, Setting(), TODAY) if each.severity is Severity.MUST} == set(notes)


def test_r083_the_gate_stands_for_an_idea_too():
    assert len(ready_gate(a_day(a_goal(1), status=DayStatus.IDEA), Setting(), TODAY)) == 4


def test_r084_an_action_needs_a_who_and_a_when():
    assert concerned("action-no-owner", a_day(an_action(1, due=SIX_WEEKS))) == [["action-1"]]
    assert concerned("action-no-date", a_day(an_action(1, owner=7))) == [["action-1"]]
    complete = a_day(an_action(1, owner=7, due=SIX_WEEKS))
    assert found("action-no-owner", complete) == found("action-no-date", complete) == ()


def test_r085_a_reflection_at_six_weeks_in_the_christmas_holidays_gets_a_proposal():
    setting = Setting(holidays=holidays_for(HolidayRegion.NL_MIDDLE, "NL", (2026, 2027)))
    day = a_day(a_moment(1, first_date=SIX_WEEKS))

    assert concerned("no-reflection-moment", a_day()) == [["day"]]
    (finding,) = found("no-reflection-moment", day, setting)
    assert (finding.figures["date"], finding.figures["proposal"]) == ("2026-12-24", "2027-01-04")
    earlier = replace(day, parts=(a_part(1, date=dt.date(2026, 10, 29)),))
    assert holds("no-reflection-moment", earlier, setting) == [{"moments": 1}]


def test_r086_a_goal_of_behaviour_without_support():
    goal = a_goal(1, does="Exit-tickets gebruiken")
    coached = an_action(1, goals=(1,), support=(a(Support, 1, kind=SupportKind.COACH, giver="Noor"),))

    assert concerned("action-no-support", a_day(goal, an_action(1, goals=(1,)))) == [["goal-1"]]
    assert found("action-no-support", a_day(goal, coached)) == ()


def test_r107_only_scores_until_a_focus_group_is_added():
    survey = a_measure(1, instruments=(Instrument.SATISFACTION_SURVEY,), approach=Approach.QUANTITATIVE)
    focus_group = a_measure(2, instruments=(Instrument.FOCUS_GROUP,), approach=Approach.QUALITATIVE)

    assert figures("only-numbers", a_day(survey)) == [{"quantitative": 1, "qualitative": 0}]
    assert found("only-numbers", a_day(survey, focus_group)) == ()


def test_r111_behaviour_on_the_day_itself_is_too_early():
    day = a_day(a_measure(1, level=BEHAVIOUR, when=RelativeDate(0, DateUnit.DAYS)))

    (finding,) = found("measure-too-early", day)
    assert "too early" in str(finding.reason)
    assert finding.figures["earliest"] == "2026-12-24"


def test_r112_results_after_two_weeks_are_too_early():
    day = a_day(a_measure(1, level=PUPILS, when=RelativeDate(2)))

    assert figures("measure-too-early", day) == [
        {"level": PUPILS, "date": "2026-11-26", "earliest": "2027-05-12", "latest": "2027-11-12"}
    ]
    assert found("measure-too-early", a_day(a_measure(1, level=PUPILS, when=RelativeDate(6, DateUnit.MONTHS)))) == ()


def test_r114_a_post_measure_without_a_pre_measure():
    post = a_measure(1, level=LEARNING, instruments=(Instrument.PRE_POST_TEST,), when=RelativeDate(2))
    pre = a_measure(2, level=LEARNING, instruments=(Instrument.PRE_POST_TEST,), when=RelativeDate(-2))

    assert concerned("no-baseline", a_day(post)) == [["measure-1"]]
    assert found("no-baseline", a_day(replace(post, baseline_measure=2), pre)) == ()
    late = replace(pre, when=RelativeDate(1))
    assert concerned("no-baseline", a_day(replace(post, baseline_measure=2), late)) == [["measure-1"]]


def test_r118_windows_that_were_changed_are_used():
    day = a_day(a_measure(1, level=BEHAVIOUR, when=RelativeDate(4)))
    window = EvaluationWindow(level=BEHAVIOUR, earliest=RelativeDate(3), latest=RelativeDate(12))

    assert concerned("measure-too-early", day) == [["measure-1"]]
    assert found("measure-too-early", day, Setting(school=School(evaluation_windows=(window,)))) == ()


def test_r119_all_moments_on_one_date_until_there_are_more():
    one_date = a_day(a_measure(1, when=SIX_WEEKS), a_measure(2, when=SIX_WEEKS), a_measure(3, when=SIX_WEEKS))
    three_dates = a_day(*(a_measure(number, when=RelativeDate(number * 6)) for number in (1, 2, 3)))

    assert figures("one-moment-only", one_date) == [{"dates": 1, "limit": 2}]
    assert holds("one-moment-only", three_dates) == [{"dates": 3, "limit": 2}]
