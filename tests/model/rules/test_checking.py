import json
import re
from dataclasses import replace
from enum import StrEnum

from hypothesis import given, settings

from studydag.language import Language
from studydag.model.rules.checking import check, check_step_by_step, ready_gate, what_holds
from studydag.model.rules.checks.register import RULES
from studydag.model.rules.remedies.register import propose
from studydag.model.values.dates import RelativeDate
from studydag.model.values.findings import Severity
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Interaction
from studydag.model.values.school import EffectLevel, RuleSetting, School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, DayStatus, StudyDay
from studydag.model.values.wording import Plural, Wording
from tests.building import TODAY, a, a_block, a_day, a_goal, a_measure, a_moment, a_need, an_action
from tests.strategies import World, worlds

PLACEHOLDER = re.compile(r"\{(\w+)(?::\w+)?\}")
ENGLISH = Language.of("en")


def rules_of(day: StudyDay, setting: Setting | None = None) -> list[str]:
    return [finding.rule for finding in check(day, setting or Setting(), TODAY)]


def test_the_heaviest_come_first_then_in_the_order_of_the_programme():
    lectures = [a_block(number, 50, interaction=Interaction.LISTEN, goals=(1,)) for number in (1, 3)]
    talks = [a_block(number, 20, Phase.REFLECTION, interaction=Interaction.PAIRS) for number in (2, 4)]
    day = a_day(a_goal(1), *lectures, *talks)
    findings = check(day, Setting(), TODAY)
    weights = [list(Severity).index(finding.severity) for finding in findings]

    assert weights == sorted(weights)
    should = [(finding.rule, finding.about[0].uid) for finding in findings if finding.severity is Severity.SHOULD]
    assert should.index(("goal-no-need", "goal-1")) < should.index(("input-without-application", "block-1"))
    assert should.index(("long-input", "block-1")) < should.index(("block-no-goal", "block-2"))
    assert should.index(("block-no-goal", "block-2")) < should.index(("long-input", "block-3"))
    assert should[-1] == ("block-no-goal", "block-4")


def test_an_idea_gets_the_three_most_useful_next_steps():
    assert rules_of(a_day(status=DayStatus.IDEA)) == ["no-learning-question", "goal-no-block", "one-off-day"]
    assert rules_of(a_day(a_goal(1), learning_question="How?", status=DayStatus.IDEA)) == [
        "goal-no-block",
        "one-off-day",
        "needs-one-sided",
    ]
    assert len(rules_of(a_day())) > 3


def test_what_was_accepted_comes_along_with_its_reason():
    accepted = a(Acceptance, 1, rule="goal-no-need", concerns=("goal-1",), reason="Asked by the board")
    findings = check(a_day(a_goal(1), a_goal(2), accepted), Setting(), TODAY, rules={"goal-no-need"})

    assert [finding.accepted for finding in findings] == [accepted, None]


def test_an_acceptance_is_for_exactly_the_things_it_names():
    for concerns in ((), ("goal-2",), ("goal-1", "goal-2")):
        day = a_day(a_goal(1), a(Acceptance, 1, rule="goal-no-need", concerns=concerns, reason="x"))
        assert [finding.accepted for finding in check(day, Setting(), TODAY, rules={"goal-no-need"})] == [None]


def test_of_two_findings_about_one_thing_one_can_be_accepted():
    lecture = a_block(1, phase=Phase.KNOWLEDGE)
    accepted = a(Acceptance, 1, rule="phase-missing", concerns=("day", "inspiration"), reason="It was last week")
    findings = check(a_day(lecture, accepted), Setting(), TODAY, rules={"phase-missing"})

    assert [(finding.about[1].uid, finding.accepted is not None) for finding in findings] == [
        ("inspiration", True),
        ("application", False),
    ]


def test_a_rule_that_is_off_finds_nothing_and_holds_nothing():
    off = Setting(school=School(rule_settings=tuple(RuleSetting(rule=each.id, on=False) for each in RULES)))

    assert check(a_day(a_goal(1)), off, TODAY) == ()
    assert what_holds(a_day(a_goal(1)), off, TODAY) == ()


def test_a_rule_finds_or_holds_never_both():
    day = a_day(a_goal(1, needs=(1,)), a_goal(2), a_need(1), a_block(1, goals=(1,)), learning_question="How?")
    found = {finding.rule for finding in check(day, Setting(), TODAY)}
    held = {holding.rule for holding in what_holds(day, Setting(), TODAY)}

    assert found & held == set()
    assert {"no-learning-question", "over-full"} <= held
    assert {"goal-no-need", "goal-no-block"} <= found


def test_ready_asks_for_what_must_be_whatever_the_status_is():
    day = a_day(a_goal(1), a_block(1, goals=(1,)), status=DayStatus.IDEA)
    gate = ready_gate(day, Setting(), TODAY)

    assert [finding.rule for finding in gate] == [
        "no-joint-reflection",
        "one-off-day",
        "no-reflection-moment",
        "goal-no-follow-up",
    ]


def test_an_accepted_must_lets_a_day_be_ready():
    day = a_day(
        a_goal(1),
        a_block(1, goals=(1,)),
        a_block(2, phase=Phase.REFLECTION),
        an_action(1, goals=(1,), owner=7, due=RelativeDate(2)),
    )
    (missing,) = ready_gate(day, Setting(), TODAY)
    accepted = a(
        Acceptance, 1, rule=missing.rule, concerns=tuple(each.uid for each in missing.about), reason="Next year"
    )

    assert missing.rule == "no-reflection-moment"
    assert ready_gate(replace(day, acceptances=(accepted,)), Setting(), TODAY) == ()
    assert ready_gate(replace(day, moments=(a_moment(1, first_date=RelativeDate(6)),)), Setting(), TODAY) == ()


@settings(max_examples=60)
@given(worlds())
def test_no_study_day_makes_a_check_or_a_remedy_fail_and_every_text_has_its_figures(world: World):
    day = replace(world.day, status=DayStatus.DESIGN)
    found = check(day, world.setting, TODAY)
    for finding in found:
        assert finding.about
        assert places(finding.reason) <= finding.figures.keys(), finding.rule
        assert json.dumps(dict(finding.figures))
        assert ENGLISH.wording(finding.reason, finding.figures)
        for name in finding.remedies:
            assert isinstance(propose(name, finding, day, world.setting, TODAY), tuple)
    for holding in what_holds(day, world.setting, TODAY):
        assert places(holding.text) <= holding.figures.keys(), holding.rule
        assert ENGLISH.wording(holding.text, holding.figures)
    assert check(day, world.setting, TODAY) == found
    weights = [list(Severity).index(finding.severity) for finding in found]
    assert weights == sorted(weights)


def places(text: Wording) -> set[str]:
    if isinstance(text, Plural):
        return {*PLACEHOLDER.findall(text.one), *PLACEHOLDER.findall(text.many), text.figure}
    return set(PLACEHOLDER.findall(text))


@settings(max_examples=25)
@given(worlds())
def test_checking_with_rests_finds_what_checking_at_a_stretch_finds(world: World):
    steps, rests = check_step_by_step(world.day, world.setting, TODAY), 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            break
        rests += 1

    assert found == check(world.day, world.setting, TODAY)
    off = {each.rule for each in (*world.day.rule_settings, *world.setting.school.rule_settings) if not each.on}
    assert len(RULES) - len(off) <= rests <= len(RULES)


def test_figures_that_name_members_are_members_so_that_a_language_can_name_them():
    day = a_day(a_measure(1, level=EffectLevel.BEHAVIOUR, when=RelativeDate(0)))
    (finding,) = check(day, Setting(), TODAY, rules={"measure-too-early"})

    assert isinstance(finding.figures["level"], StrEnum)
