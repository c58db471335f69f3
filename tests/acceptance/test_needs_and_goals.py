"""The rows of the requirements about needs and goals, on their own figures."""

import datetime as dt
from dataclasses import replace

import pytest

from studydag.language import Language
from studydag.model.exchange.importing.scores import read_score_lines
from studydag.model.rules.checking import check
from studydag.model.rules.goals.need_fields import fields_for
from studydag.model.rules.goals.need_register import (
    Meant,
    NeedOrder,
    in_order,
    per_setting,
    per_source,
    without_need,
    without_school_goal,
)
from studydag.model.rules.goals.scan_scores import read_scores
from studydag.model.rules.handing_on.sharing import for_sharing
from studydag.model.rules.measure_proposals import measure_proposals
from studydag.model.rules.versions.changed_since import NEW, Reading, changed_since
from studydag.model.rules.written.goal_sentences import (
    begun_with,
    hints_on_change,
    hints_on_indicator,
    hints_on_sentence,
)
from studydag.model.values.effect import Instrument, Measure
from studydag.model.values.goals import ImpactRow, Level, Need, NeedSetting, NeedSource, Respondents
from studydag.model.values.school import EffectLevel, School
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import problems_of
from tests.building import TODAY, a_day, a_goal, a_measure, a_need, a_school_goal, a_setting, an_impact
from tests.model.rules.checks.looking import figures, found
from tests.model.rules.remedies.carrying_out import carried_out


def scores_of_scan(scores: list[str]) -> bytes:
    return "\r\n".join(["nr;score", *(f"{number};{score}" for number, score in enumerate(scores, 1))]).encode()


def test_r006_goals_on_the_team_are_apart_from_the_others():
    goals = (a_goal(1, level=Level.TEAM), a_goal(2, level=Level.INDIVIDUAL), a_goal(3, level=Level.TEAM))

    assert [goal.id for goal in goals if Meant(level=Level.TEAM).takes(goal)] == [1, 3]


def test_r023_the_professional_row_of_the_impact_map_is_a_candidate_for_the_evaluation_plan():
    impact = an_impact(
        1, row=ImpactRow.PROFESSIONAL, expected_effect="Meer plezier", indicator="Werkplezier in de scan"
    )
    day = a_day(a_goal(1), impact)

    (proposal,) = measure_proposals(day, School())
    assert (proposal.source, proposal.measure.title) == (("impact", 1), "Werkplezier in de scan")
    assert proposal.measure.level is EffectLevel.BEHAVIOUR
    assert measure_proposals(carried_out(day, proposal.steps), School()) == ()


def test_r030_the_filter_shows_only_the_needs_of_a_subgroup():
    needs = (
        a_need(1, level=Level.SUBGROUP, group=7),
        a_need(2, level=Level.SUBGROUP, group=8),
        a_need(3, level=Level.INDIVIDUAL),
        a_need(4, level=Level.TEAM),
    )

    assert [need.id for need in needs if Meant(level=Level.SUBGROUP, group=7).takes(need)] == [1]
    assert [need.id for need in needs if Meant(level=Level.SUBGROUP).takes(need)] == [1, 2]
    assert [need.id for need in needs if Meant().takes(need)] == [1, 2, 3, 4]


def test_r031_a_baseline_of_54_percent_is_proposed_as_the_same_measure_after_the_day():
    measured = dt.date(2025, 6, 12)
    need = a_need(1, source=NeedSource.PUPIL_RESULTS, value=54.0, unit="%", date=measured)
    day = a_day(need, a_goal(1, needs=(1,)))

    (proposal,) = measure_proposals(day, School())
    assert proposal.source == ("need", 1)
    after = carried_out(day, proposal.steps)
    before, again = sorted(after.measures, key=lambda measure: measure.baseline_measure or 0)
    assert (before.when, again.baseline_measure) == (measured, before.id)
    assert (before.title, before.level, before.instruments) == (again.title, again.level, again.instruments)
    assert again.instruments == (Instrument.PUPIL_RESULTS,)
    assert [(result.mean, result.date, result.measure) for result in after.results] == [(54.0, measured, before.id)]
    assert after.needs[0].baseline_measure == before.id
    assert measure_proposals(after, School()) == ()


def test_r032_a_need_without_evidence_comes_last_when_sorted_on_strength():
    needs = (
        a_need(1, strength=4),
        a_need(2, strength=1, evidence_note="Gehoord in de gang"),
        a_need(3, strength=3, evidence_link="scan.xlsx"),
    )

    assert [need.id for need in in_order(needs, NeedOrder.STRENGTH)] == [3, 2, 1]


def test_r034_observations_have_a_number_and_a_viewing_guide():
    need = a_need(1, source=NeedSource.OBSERVATION, n=7, form="Kijkwijzer B")

    assert {"n", "form"} <= fields_for(need.source)
    assert problems_of(need) == ()


def test_r035_appraisal_talks_hide_the_person_and_stay_out_of_what_is_shared():
    day = a_day(a_need(1, source=NeedSource.APPRAISAL_TALKS), a_need(2, source=NeedSource.OBSERVATION))

    assert "observer" not in fields_for(NeedSource.APPRAISAL_TALKS)
    shared = for_sharing(day, a_setting())
    assert [need.id for need in shared.day.needs] == [2]
    assert shared.left_out == {"need": 1}


def test_r036_24_scores_give_mean_and_n_and_a_7_is_refused_with_its_line():
    lines = read_score_lines(scores_of_scan(["1", "2", "3", "4"] * 6), "scan.csv")
    scores = read_scores(lines, 1, 1, 4)
    assert (scores.n, scores.mean, scores.distribution(1, 4)) == (24, 2.5, (6, 6, 6, 6))
    assert scores.refused == ()

    lines = read_score_lines(scores_of_scan(["1", "2", "7", "4"]), "scan.csv")
    scores = read_scores(lines, 1, 1, 4)
    (refusal,) = scores.refused
    assert refusal.line == 4
    said = Language.of("nl").wording(refusal.why, refusal.figures)
    assert "7" in said
    assert (scores.n, scores.mean) == (3, 2.33)


def test_r037_two_surveys_are_two_sources_of_one_kind():
    survey = NeedSource.SATISFACTION_SURVEY
    pupils = a_need(1, source=survey, respondents=Respondents.PUPILS, n=310)
    parents = a_need(2, source=survey, respondents=Respondents.PARENTS, n=88)

    assert per_source((pupils, parents)) == {survey: 2}
    assert {"respondents", "n"} <= fields_for(survey)
    assert figures("needs-one-sided", a_day(pupils, parents))[0]["kinds"] == 1


def test_r038_an_informal_talk_needs_only_words_and_a_date():
    need = Need(statement="Ik weet niet hoe ik begin", source=NeedSource.INFORMAL_TALK, date=TODAY)

    assert problems_of(need) == ()
    assert fields_for(NeedSource.INFORMAL_TALK).isdisjoint({"n", "value", "scale_low", "scale_high"})


def test_r040_needs_are_counted_per_setting():
    needs = (
        a_need(1, setting=NeedSetting.CORRIDOR),
        a_need(2, setting=NeedSetting.TEAM_MEETING),
        a_need(3, setting=NeedSetting.CORRIDOR),
        a_need(4),
    )

    assert per_setting(needs) == {NeedSetting.TEAM_MEETING: 1, NeedSetting.CORRIDOR: 2}


def test_r041_the_third_of_three_needs_has_no_school_goal_until_it_is_linked():
    goals = (a_school_goal(1), a_school_goal(2))
    needs = (a_need(1, school_goals=(1,)), a_need(2, school_goals=(1,)), a_need(3))
    setting = a_setting(*goals)

    assert without_school_goal(needs) == {3}
    assert without_need(goals, needs) == {2}
    (finding,) = found("need-unlinked", a_day(*needs), setting)
    assert finding.about[0].id == 3
    linked = (*needs[:2], replace(needs[2], school_goals=(2,)))
    assert without_school_goal(linked) == without_need(goals, linked) == frozenset()
    assert found("need-unlinked", a_day(*linked), setting) == ()


def test_r042_importance_sorts_and_the_own_order_stays():
    a = a_need(1, importance_for_people=2, importance_for_school=5)
    b = a_need(2, importance_for_people=4, importance_for_school=4)

    assert [need.id for need in in_order((a, b), NeedOrder.IMPORTANCE)] == [2, 1]
    assert [need.id for need in in_order((a, b), NeedOrder.OWN)] == [1, 2]


def test_r043_an_outside_look_is_one_more_kind_of_source():
    needs = (a_need(1, source=NeedSource.OBSERVATION), a_need(2, source=NeedSource.PUPIL_RESULTS))
    outside = a_need(3, "Wij toetsen veel", source=NeedSource.OUTSIDE_LOOK, observer="Onderwijsadvies", date=TODAY)

    assert "observer" in fields_for(NeedSource.OUTSIDE_LOOK)
    assert figures("needs-one-sided", a_day(*needs))[0]["kinds"] == 2
    assert found("needs-one-sided", a_day(*needs, outside)) == ()


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Iets met differentiatie", True),
        ("Na deze dag iets met differentiatie", True),
        ("Na deze dag kan iedereen een exitkaart maken", False),
        ("Something with differentiation", True),
        ("After this day everyone can write an exit ticket", False),
        ("", False),
    ],
)
def test_r072_the_editor_hints_at_a_missing_verb_while_a_goal_is_typed(sentence: str, asks: bool):
    hints = [str(hint) for hint in hints_on_sentence(sentence)]

    assert any("No verb" in hint for hint in hints) is asks


@pytest.mark.parametrize(
    ("sentence", "begun"),
    [
        ("", "Na deze dag kan iedereen "),
        ("Na deze dag weet iedereen wat een exitkaart is", "Na deze dag kan iedereen wat een exitkaart is"),
        ("Na deze dag differentiëren", "Na deze dag kan iedereen differentiëren"),
        ("een exitkaart maken", "Na deze dag kan iedereen een exitkaart maken"),
    ],
)
def test_r072_a_stem_takes_the_place_of_another_one(sentence: str, begun: str):
    assert begun_with("Na deze dag kan iedereen", sentence) == begun


def test_r007_r012_r108_the_editor_asks_for_doing_and_for_an_indicator():
    assert hints_on_change(a_goal(1, knows="Wat het is")) == ("What will people do differently?",)
    assert hints_on_change(a_goal(1, does="Exitkaarten gebruiken")) == ()
    assert "Not observable" in str(hints_on_indicator(a_goal(1, does="Exitkaarten gebruiken"))[0])
    asked = a_goal(1, does="Exitkaarten gebruiken", indicator="Lessen met een exitkaart")
    assert len(hints_on_indicator(asked)) == 1
    assert hints_on_indicator(replace(asked, baseline=54, target=70, unit="%", target_due=dt.date(2026, 3, 15))) == ()


def test_r108_a_goal_without_indicator_is_found_and_one_with_54_to_70_percent_can_be_compared():
    goal = a_goal(1, "Na deze dag gebruikt iedereen een exitkaart", does="Een exitkaart gebruiken")
    day = a_day(goal)

    assert len(found("goal-not-observable", day)) == 1
    on = dt.date(2027, 3, 15)
    asked = replace(goal, indicator="Lessen met een exitkaart", baseline=54, target=70, unit="%", target_due=on)
    day = replace(day, goals=(asked,))
    assert found("goal-not-observable", day) == ()
    (proposal,) = measure_proposals(day, School())
    assert (proposal.measure.when, proposal.measure.goals, proposal.measure.level) == (on, (1,), EffectLevel.BEHAVIOUR)


def test_r123_a_goal_whose_text_changed_since_it_was_printed_is_marked():
    setting = a_setting(a_school_goal(5))
    goal, need = a_goal(1), a_need(1)
    then = a_day(goal, need, a_goal(2))
    now = replace(
        then,
        goals=(replace(goal, sentence="Na deze dag vraagt iedereen om feedback", needs=(1,)), a_goal(3)),
        needs=(replace(need, position=9),),
    )

    changes = changed_since(Reading(then, setting), Reading(now, setting))
    assert changes.fields == {("goal", 1): ("sentence", "needs"), ("goal", 3): (NEW,)}
    assert [thing.uid for thing in changes.gone] == ["goal-2"]
    assert (changes.count("goal"), changes.count("need")) == (3, 0)
    assert not changed_since(Reading(then, setting), Reading(then, setting))


def test_r123_another_school_goal_is_a_change_and_another_id_of_the_same_one_is_not():
    need = a_need(1, school_goals=(5,))
    then = Reading(a_day(need), a_setting(a_school_goal(5)))
    same = Reading(
        a_day(replace(need, school_goals=(8,))), a_setting(replace(a_school_goal(5), id=8), a_school_goal(9))
    )
    other = Reading(a_day(replace(need, school_goals=(9,))), same.setting)

    assert not changed_since(then, same)
    assert changed_since(then, other).fields == {("need", 1): ("school_goals",)}


def test_what_was_measured_before_the_day_is_proposed_again_as_it_was():
    before = a_measure(1, title="Peiling", level=EffectLevel.PUPILS, instruments=(Instrument.PUPIL_FEEDBACK,))
    day = a_day(a_need(1, baseline_measure=1), before)

    (proposal,) = measure_proposals(day, School())
    again = proposal.measure
    assert (again.title, again.level, again.baseline_measure) == ("Peiling", EffectLevel.PUPILS, 1)
    planned = replace(day, measures=(before, Measure(id=2, title="Peiling", baseline_measure=1)))
    assert measure_proposals(planned, School()) == ()


def test_a_day_without_anything_proposes_and_finds_nothing_about_goals_and_needs():
    assert measure_proposals(StudyDay(), School()) == ()
    assert check(StudyDay(), a_setting(), TODAY) is not None
