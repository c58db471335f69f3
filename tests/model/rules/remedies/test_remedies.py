import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.rules.checking import check
from studydag.model.rules.remedies.proposal import Add, GoTo, Proposal, Set, Step
from studydag.model.rules.remedies.register import REMEDIES, propose
from studydag.model.store.starter import built_in
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.description import kind_of
from studydag.model.values.effect import Measure
from studydag.model.values.expertise import Deployment
from studydag.model.values.findings import Finding
from studydag.model.values.follow_up import Action, ActionState, ChecklistItem
from studydag.model.values.formats import LearningForm, Phase, WorkingFormat
from studydag.model.values.goals import ImpactRow
from studydag.model.values.programme import Block, Interaction
from studydag.model.values.questions import QuestionSet
from studydag.model.values.references import things_in
from studydag.model.values.school import DocumentLanguage, EffectLevel
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.study_day import DayStatus, StudyDay
from tests.building import (
    TODAY,
    a,
    a_block,
    a_day,
    a_goal,
    a_lead,
    a_measure,
    a_moment,
    a_need,
    a_round,
    an_action,
    an_expert,
    an_impact,
    at,
)
from tests.model.rules.checks.looking import found, holds
from tests.model.rules.remedies.carrying_out import carried_out
from tests.model.rules.remedies.solving import SOLVING

LISTEN = Interaction.LISTEN
DOING = a_goal(1, does="They use exit tickets")
BLOCK = a_block(1, goals=(1,))
MEASURE = a_measure(1, level=EffectLevel.BEHAVIOUR, when=RelativeDate(6), goals=(1,))


def first(rule: str, day: StudyDay, setting: Setting | None = None) -> Finding:
    return found(rule, day, setting)[0]


def proposed(name: str, rule: str, day: StudyDay, setting: Setting | None = None) -> Proposal:
    return propose(name, first(rule, day, setting), day, setting or Setting(), TODAY)


@pytest.mark.parametrize(
    ("name", "rule", "day", "setting"), SOLVING, ids=[f"{name}: {rule}" for name, rule, *_ in SOLVING]
)
def test_a_remedy_solves_what_was_found(name: str, rule: str, day: StudyDay, setting: Setting):
    finding = first(rule, day, setting)
    assert name in finding.remedies
    after = carried_out(day, propose(name, finding, day, setting, TODAY))

    left = {tuple(each.uid for each in other.about) for other in found(rule, after, setting)}
    assert tuple(each.uid for each in finding.about) not in left


def cut_down(day: StudyDay) -> Iterator[StudyDay]:
    """Give a day as it is while it is made: without goals, without a programme, without what comes after it."""
    yield day
    yield replace(day, goals=())
    yield replace(day, blocks=day.blocks[:1])
    yield replace(day, blocks=())
    yield replace(day, parts=())
    yield replace(day, actions=(), moments=(), measures=())


def does_something(step: Step, day: StudyDay) -> bool:
    if not isinstance(step, Set):
        return True
    things = {(kind_of(type(each)), each.id): each for each in things_in(day)}
    return any(getattr(things[step.kind, step.id], name) != held for name, held in step.fields.items())


def test_whatever_is_offered_changes_something_or_leads_somewhere():
    """Each of the days on which a remedy is tested, and the worked example, also as they are cut down."""
    formats, forms = built_in(WorkingFormat), built_in(LearningForm)
    ships = Setting(formats=formats, learning_forms=forms, question_sets=built_in(QuestionSet))
    example = decode(worked_example(DocumentLanguage.DUTCH), built_in=ships)
    of_all = {(id(day), id(setting)): (day, setting) for _name, _rule, day, setting in SOLVING}
    dead = [
        (name, finding.rule)
        for whole, setting in (*of_all.values(), (example.day, example.setting))
        for day in cut_down(replace(whole, status=DayStatus.DESIGN))
        for finding in check(day, setting, TODAY)
        for name in finding.remedies
        if not any(does_something(step, day) for step in propose(name, finding, day, setting, TODAY))
    ]
    assert dead == []


def test_a_long_lecture_is_cut_in_two_with_a_talk_between():
    lecture = a_block(
        1, 75, interaction=LISTEN, title="Feedback", goals=(1,), leads=(a_lead(7),), pinned_start=at("9:00")
    )
    shorter, talk, rest = proposed("insert-talk", "long-input", a_day(lecture))

    assert shorter == Set(kind="block", id=1, fields={"minutes": 35})
    assert isinstance(talk, Add)
    assert (talk.value.minutes, talk.value.interaction, talk.after, talk.words["title"]) == (
        10,
        Interaction.PAIRS,
        1,
        "Talk in pairs",
    )
    assert isinstance(rest, Add)
    assert (rest.value.title, rest.value.minutes, rest.value.pinned_start, len(rest.value.leads)) == (
        "Feedback",
        30,
        None,
        1,
    )


def test_an_option_is_not_cut_but_shown():
    day = a_day(*a_round(1, a_block(2, 75, interaction=LISTEN), a_block(3, 75, interaction=Interaction.PAIRS)))

    assert proposed("insert-talk", "long-input", day) == (GoTo(kind="block", id=2, field="minutes"),)


def test_an_action_is_proposed_in_the_words_of_the_goal():
    (step,) = proposed("add-action", "goal-no-follow-up", a_day(DOING))

    assert step == Add(
        value=Action(id=-1, what="They use exit tickets", goals=(1,), due=RelativeDate(2)), owner=("study_day", 1)
    )


def test_an_action_for_the_whole_day_serves_every_goal_and_gets_its_words_later():
    (step,) = proposed("add-action", "one-off-day", a_day(a_goal(1), a_goal(2)))

    assert isinstance(step, Add)
    assert (step.value.what, step.value.goals, list(step.words)) == ("", (1, 2), ["what"])


def test_with_several_goals_to_choose_from_the_user_is_led_to_them():
    assert proposed("link-goal", "block-no-goal", a_day(a_goal(1), a_goal(2), a_block(1))) == (
        GoTo(kind="block", id=1, field="goals"),
    )
    assert proposed("link-need", "goal-no-need", a_day(a_goal(1), a_need(1), a_need(2))) == (
        GoTo(kind="goal", id=1, field="needs"),
    )


def test_a_moment_in_a_holiday_moves_to_the_next_school_day():
    christmas = {dt.date(2026, 12, 24) + dt.timedelta(days=number): "Christmas" for number in range(10)}
    setting = Setting(holidays=Holidays(names=christmas, known=frozenset({2026, 2027})))
    day = a_day(a_moment(1, first_date=RelativeDate(6)))

    assert proposed("move-to-school-day", "no-reflection-moment", day, setting) == (
        Set(kind="moment", id=1, fields={"first_date": dt.date(2027, 1, 4)}),
    )


def test_open_actions_of_an_earlier_day_come_along_unfinished_and_unlinked():
    item = a(ChecklistItem, 1, text="Ask", done=True)
    open_action = an_action(3, "Choose a method", goals=(9,), block=8, due=dt.date(2026, 4, 1), checklist=(item,))
    earlier = a_day(open_action, an_action(4, state=ActionState.DONE), uid="spring")
    day, setting = a_day(builds_on="spring"), Setting(earlier_day=earlier)
    (step,) = proposed("take-over-actions", "earlier-day-open", day, setting)

    assert isinstance(step, Add)
    taken = step.value
    assert (taken.id, taken.what, taken.goals, taken.block, taken.due) == (-1, "Choose a method", (), None, None)
    assert not taken.checklist[0].done
    assert holds("earlier-day-open", carried_out(day, (step,)), setting)


def test_a_baseline_is_the_same_measure_before_the_day_and_is_linked():
    pre, link = proposed("add-baseline", "no-baseline", a_day(a_goal(1), MEASURE))

    assert isinstance(pre, Add)
    assert isinstance(pre.value, Measure)
    assert (pre.value.level, pre.value.when, pre.value.goals) == (EffectLevel.BEHAVIOUR, RelativeDate(-2), (1,))
    assert link == Set(kind="measure", id=1, fields={"baseline_measure": pre.value.id})


def test_an_evaluation_goes_into_the_last_reflection_else_into_a_block_of_its_own():
    (measure,) = proposed(
        "add-evaluation", "no-evaluation-in-programme", a_day(BLOCK, a_block(2, phase=Phase.REFLECTION))
    )
    block, other = proposed("add-evaluation", "no-evaluation-in-programme", a_day(BLOCK))

    assert isinstance(measure, Add)
    assert measure.value.block == 2
    assert isinstance(block, Add)
    assert isinstance(block.value, Block)
    assert isinstance(other, Add)
    assert other.value.block == block.value.id


def test_level_four_is_measured_at_the_end_of_its_window():
    named = an_impact(1, row=ImpactRow.PUPILS, expected_effect="They know their next step")
    measures = [a_measure(number, level=level) for number, level in enumerate(tuple(EffectLevel)[:3], 1)]
    (step,) = proposed("add-measure", "levels-not-covered", a_day(named, *measures))

    assert isinstance(step, Add)
    assert (step.value.level, step.value.when) == (EffectLevel.PUPILS, RelativeDate(12, DateUnit.MONTHS))


def test_costs_are_linked_to_the_only_goal():
    expert = an_expert(1, deployments=(a(Deployment, 5, fee=100),))

    assert proposed("link-cost", "cost-without-goal", a_day(a_goal(1), expert)) == (
        Set(kind="deployment", id=5, fields={"goal": 1}),
    )


def test_a_remedy_without_its_thing_proposes_nothing():
    finding = first("no-baseline", a_day(a_goal(1), MEASURE))

    assert propose("add-baseline", finding, a_day(), Setting(), TODAY) == ()


def test_every_remedy_says_what_it_does():
    assert all(remedy.does and remedy.name == name for name, remedy in REMEDIES.items())
    assert {"goal-no-block"} <= {finding.rule for finding in check(a_day(), Setting(), TODAY)}
