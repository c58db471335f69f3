"""The rows of the requirements about goals, needs and preparation, as the checks see them, on their own figures."""

import datetime as dt
from dataclasses import replace

from studydag.model.rules.checking import check, what_holds
from studydag.model.values.effect import Insight, Verdict
from studydag.model.values.goals import ImpactRow, Level, NeedSource
from studydag.model.values.school import PersonRole, RuleSetting
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, DayStatus, PreparationMember
from tests.building import (
    TODAY,
    a,
    a_block,
    a_break,
    a_day,
    a_goal,
    a_need,
    a_person,
    a_school_goal,
    a_setting,
    an_action,
    an_impact,
)
from tests.model.rules.checks.looking import concerned, figures, found, holds


def test_r001_two_goals_five_items_one_unlinked():
    items = [a_block(number, goals=(1,)) for number in range(1, 4)]
    unlinked, of_goal_2 = a_block(4, title="Keynote"), a_block(5, goals=(2,))
    day = a_day(a_goal(1), a_goal(2), *items, unlinked, of_goal_2)

    (finding,) = found("block-no-goal", day)
    assert finding.about[0].title == "Keynote"
    assert found("goal-no-block", day) == ()
    assert concerned("goal-no-block", replace(day, blocks=day.blocks[:-1])) == [["goal-2"]]


def test_r007_a_goal_of_knowing_alone_is_asked_what_people_will_do():
    (finding,) = found("goal-only-knowing", a_day(a_goal(1, knows="What formative assessment is")))

    assert str(finding.reason).startswith("What will people do differently?")
    assert found("goal-only-knowing", a_day(a_goal(1, knows="What it is", does="Use exit tickets"))) == ()


def test_r009_a_theme_is_not_a_learning_question():
    theme = a_day(theme="Formatief handelen")
    question = "Hoe zien wij in elke les of de leerlingen het snappen?"

    assert concerned("no-learning-question", theme) == [["day"]]
    assert holds("no-learning-question", replace(theme, learning_question=question)) == [{"question": question}]


def test_r012_a_goal_of_doing_without_indicator_is_not_observable():
    goal = a_goal(1, "Na deze dag differentiëren leraren in elke les", does="Differentiëren in elke les")

    (finding,) = found("goal-not-observable", a_day(goal))
    assert "is not observable" in str(finding.reason)
    assert found("goal-not-observable", a_day(replace(goal, indicator="In 8 van de 10 geobserveerde lessen"))) == ()


def test_r013_two_of_three_goals_are_linked_to_a_strategic_goal():
    day = a_day(a_goal(1, school_goals=(1,)), a_goal(2, school_goals=(1,)), a_goal(3))

    assert concerned("goal-no-school-goal", day) == [["goal-3"]]
    assert figures("goal-no-school-goal", day)[0]["linked"] == 2
    assert figures("goal-no-school-goal", day)[0]["goals"] == 3


def test_r018_individual_goals_alone_leave_nothing_at_school_level():
    day = a_day(*(a_goal(number, level=Level.INDIVIDUAL) for number in (1, 2, 3)))

    assert figures("nothing-at-school-level", day) == [{"individual": 3, "subgroup": 0, "team": 0, "school": 0}]


def test_r024_what_will_pupils_notice():
    filled = an_impact(1, row=ImpactRow.PUPILS, expected_effect="Leerlingen weten wat hun volgende stap is")

    (finding,) = found("pupils-unnamed", a_day(an_impact(1, row=ImpactRow.PUPILS)))
    assert str(finding.reason).startswith("What will pupils notice?")
    assert found("pupils-unnamed", a_day(filled)) == ()


def test_r029_four_needs_from_one_kind_of_source():
    needs = [a_need(number, source=NeedSource.INFORMAL_TALK) for number in range(1, 5)]
    more = a_need(5, source=NeedSource.OBSERVATION), a_need(6, source=NeedSource.PUPIL_RESULTS)

    assert figures("needs-one-sided", a_day(*needs)) == [{"kinds": 1, "needs": 4, "limit": 3}]
    assert holds("needs-one-sided", a_day(*needs, *more)) == [{"kinds": 3, "needs": 6, "limit": 3}]


def test_r041_a_need_without_a_strategic_goal_until_it_is_linked():
    setting = a_setting(a_school_goal(1), a_school_goal(2))
    day = a_day(a_need(1, school_goals=(1,)), a_need(2, school_goals=(1, 2)), a_need(3))

    assert concerned("need-unlinked", day, setting) == [["need-3"]]
    linked = replace(day, needs=(*day.needs[:2], replace(day.needs[2], school_goals=(2,))))
    assert found("need-unlinked", linked, setting) == ()


def test_r072_something_with_differentiation_has_no_verb_and_no_observable_result():
    (finding,) = found("goal-not-observable", a_day(a_goal(1, "Iets met differentiatie")))

    assert "no verb and no indicator" in str(finding.reason)


def test_r072_a_linked_need_older_than_eighteen_months_is_asked_after():
    day = a_day(a_goal(1, needs=(1,)), a_need(1, date=dt.date(2025, 1, 20)))

    (finding,) = found("need-old", day, today=dt.date(2026, 9, 1))
    assert str(finding.reason).endswith("months ago.")
    assert finding.figures["months"] == 19


def test_r073_four_goals_are_too_many_until_the_threshold_is_changed():
    day = a_day(*(a_goal(number) for number in range(1, 5)))

    assert figures("too-many-goals", day) == [{"goals": 4, "limit": 3}]
    assert (
        found("too-many-goals", replace(day, rule_settings=(RuleSetting(rule="too-many-goals", threshold=4.0),))) == ()
    )


def test_r074_two_open_actions_of_the_spring_day_are_shown():
    spring = a_day(
        an_action(1, "Exit-ticket proberen"),
        an_action(2, "Bij elkaar kijken"),
        a(Insight, 1, text="Korter inleiden", verdict=Verdict.CHANGE, taken_along_to="day"),
        uid="spring",
        title="Voorjaarsdag",
        status=DayStatus.HELD,
    )
    setting = Setting(earlier_day=spring)

    (finding,) = found("earlier-day-open", a_day(builds_on="spring"), setting)
    assert [each.title for each in finding.about] == ["Exit-ticket proberen", "Bij elkaar kijken"]
    copied = an_action(11, "Exit-ticket proberen"), an_action(12, "Bij elkaar kijken")
    assert found("earlier-day-open", a_day(*copied, builds_on="spring"), setting) == ()


def test_r075_the_preparation_group_has_a_teacher():
    setting = a_setting(a_person(1, role=PersonRole.LEADER), a_person(2, role=PersonRole.TEACHER))
    leader, teacher = a(PreparationMember, 1, person=1), a(PreparationMember, 2, person=2)

    assert concerned("no-staff-in-preparation", a_day(leader), setting) == [["day"]]
    assert found("no-staff-in-preparation", a_day(leader, teacher), setting) == ()


def test_no_score_and_no_grade_is_ever_said():
    day = a_day(a_goal(1), a_block(1), a_break(2), a(Acceptance, 1, rule="one-off-day", reason="x"))
    texts = [str(each.reason) for each in check(day, Setting(), TODAY)]
    texts += [str(each.text) for each in what_holds(day, Setting(), TODAY)]

    assert not [text for text in texts if "score" in text or "grade" in text or "/10" in text]
