import pytest

from studydag.model.rules.checks.register import FAMILIES, NEXT_STEPS, RULES, is_on, limit, rule
from studydag.model.rules.checks.rule import Family
from studydag.model.rules.remedies.register import REMEDIES
from studydag.model.values.findings import Severity
from studydag.model.values.school import RuleSetting, School
from studydag.model.values.setting import Setting
from tests.building import a_day

MUST = """goal-no-block one-off-day goal-no-follow-up no-joint-reflection over-full overlap person-clash room-clash
capacity-short option-too-small option-too-full action-no-owner action-no-date no-reflection-moment coach-clash"""
HINT = """goal-only-knowing nothing-at-school-level pupils-unnamed too-many-goals need-old phase-too-long
no-variation no-sharing-back no-lunch listening-after-lunch open-gap format-misfit group-not-mixed
one-moment-only only-numbers climate-open leader-absent part-time-off only-events no-informal
weight-on-the-day cost-without-goal ambassador-no-time"""
THRESHOLDS = {
    "too-many-goals": 3,
    "needs-one-sided": 3,
    "need-old": 18,
    "phase-too-long": 120,
    "long-input": 40,
    "active-share": 50,
    "reflection-share": 15,
    "no-variation": 3,
    "long-without-break": 90,
    "open-gap": 20,
    "lead-unconfirmed": 14,
    "title-to-be-announced": 14,
    "one-moment-only": 2,
    "weight-on-the-day": 25,
}


def test_the_severities_are_those_of_the_design():
    assert {each.id for each in RULES if each.severity is Severity.MUST} == set(MUST.split())
    assert {each.id for each in RULES if each.severity is Severity.HINT} == set(HINT.split())


def test_the_thresholds_are_those_of_the_design():
    assert {each.id: each.threshold.number for each in RULES if each.threshold is not None} == THRESHOLDS


def test_every_rule_has_its_own_id_and_is_found_by_it():
    assert [rule(each.id) for each in RULES] == list(RULES)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_rule_says_what_it_asks_and_why_and_what_to_do(each):
    assert all((each.asks, each.why, each.reason, each.holds, each.remedies))
    assert set(each.remedies) <= set(REMEDIES)
    assert len(each.explanation) == (1 if each.threshold is None else 2)


def test_every_family_has_a_name_and_rules():
    assert set(FAMILIES) == set(Family) == {each.family for each in RULES}


def test_the_next_steps_are_rules():
    assert {rule(name).id for name in NEXT_STEPS} == set(NEXT_STEPS)


def school(**fields: object) -> Setting:
    return Setting(school=School(rule_settings=(RuleSetting(rule="active-share", **fields),)))


def test_the_day_goes_before_the_school_and_the_school_before_us():
    active = rule("active-share")
    own = a_day(RuleSetting(rule="active-share", threshold=40.0))

    assert limit(active, a_day(), Setting()) == 50
    assert limit(active, a_day(), school(threshold=60.0)) == 60
    assert limit(active, own, school(threshold=60.0)) == 40
    assert limit(active, a_day(RuleSetting(rule="active-share")), school(threshold=62.5)) == 62.5
    assert limit(rule("one-off-day"), a_day(RuleSetting(rule="one-off-day", threshold=3.0)), Setting()) is None


def test_a_rule_is_switched_off_by_the_school_and_on_again_by_the_day():
    active = rule("active-share")

    assert is_on(active, a_day(), Setting())
    assert not is_on(active, a_day(), school(on=False))
    assert is_on(active, a_day(RuleSetting(rule="active-share")), school(on=False))
    assert not is_on(active, a_day(RuleSetting(rule="active-share", on=False)), Setting())
