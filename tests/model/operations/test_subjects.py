"""The verbs beside the plain ones: needs, follow-up, effect, school, expertise, climate, choices."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from studydag.model.operations import (
    climate,
    editing,
    effect,
    expertise,
    follow_up,
    goals,
    school,
    study_days,
)
from studydag.model.store.library import Library
from studydag.model.values.climate import AgreementState, ClimateItem, ClimatePillar, ClimateRow
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight, Measure, Result
from studydag.model.values.errors import InvalidValue, NotFound
from studydag.model.values.expertise import Candidate, Criterion, Expert
from studydag.model.values.follow_up import Action, ActionState, ChecklistItem
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.goals import Case, Goal, Impact, ImpactRow, Need, NeedSetting, NeedSource
from studydag.model.values.programme import Block
from studydag.model.values.school import ClosedDays, Person, Picture, School
from studydag.model.values.study_day import StudyDay

TODAY = dt.date(2027, 3, 25)


def test_r039_three_lines_are_three_needs_with_the_same_date_and_setting(library: Library, day: int) -> None:
    like = Need(source=NeedSource.INFORMAL_TALK, setting=NeedSetting.CORRIDOR, date=TODAY)
    made = goals.add_needs(library, day, "Hoe toets ik?\n\n  Wat is feedback? \r\nWie helpt mij?", like)
    needs = library.of_day(Need, day)
    assert [need.id for need in needs] == list(made)
    assert [need.statement for need in needs] == ["Hoe toets ik?", "Wat is feedback?", "Wie helpt mij?"]
    assert {(need.setting, need.date) for need in needs} == {(NeedSetting.CORRIDOR, TODAY)}
    library.undo()
    assert library.of_day(Need, day) == []
    assert goals.add_needs(library, day, " \n") == ()


def test_each_row_of_the_impact_map_is_there_once(library: Library, day: int) -> None:
    row = goals.set_impact(library, day, ImpactRow.PUPILS, expected_effect="Weten waar ze staan")
    assert goals.set_impact(library, day, ImpactRow.PUPILS, expected_effect="Vragen om feedback") == row
    goals.set_impact(library, day, ImpactRow.SCHOOL, expected_effect="Eén taal", indicator="Toetsbeleid")
    assert [each.expected_effect for each in library.of_day(Impact, day)] == ["Vragen om feedback", "Eén taal"]


def test_things_of_the_thread_are_linked_and_parted_in_whichever_order(
    library: Library, day: int, add: Callable[..., int]
) -> None:
    owner = ("study_day", day)
    need = editing.create(library, Need(statement="Feedback"), owner)
    goal = editing.create(library, Goal(sentence="Na deze dag vraagt iedereen om feedback"), owner)
    action = editing.create(library, Action(what="Uitproberen"), owner)
    measure = editing.create(library, Measure(title="Peiling"), owner)
    block, other = add("Werken"), add("Delen")
    pairs = [("need", need), ("block", block), ("action", action), ("measure", measure)]
    for pair in pairs:
        goals.link_in_thread(library, ("goal", goal), pair)
        goals.link_in_thread(library, pair, ("goal", goal))
    assert library.get(Goal, goal).needs == (need,)
    assert library.get(Block, block).goals == library.get(Action, action).goals == (goal,)
    assert library.get(Measure, measure).goals == (goal,)
    for pair in pairs:
        goals.unlink_in_thread(library, pair, ("goal", goal))
    assert library.get(Goal, goal).needs == library.get(Block, block).goals == ()

    goals.link_in_thread(library, ("action", action), ("block", block))
    goals.link_in_thread(library, ("block", other), ("action", action))
    assert library.get(Action, action).block == other
    goals.unlink_in_thread(library, ("block", block), ("action", action))
    assert library.get(Action, action).block == other
    goals.unlink_in_thread(library, ("block", other), ("action", action))
    assert library.get(Action, action).block is None
    library.undo()
    library.undo()
    assert library.get(Action, action).block == block


def test_what_does_not_follow_in_the_thread_is_not_linked(library: Library, day: int) -> None:
    need = editing.create(library, Need(statement="Feedback"), ("study_day", day))
    measure = editing.create(library, Measure(title="Peiling"), ("study_day", day))
    with pytest.raises(InvalidValue):
        goals.link_in_thread(library, ("need", need), ("measure", measure))


def test_r020_cases_are_used_in_a_block(library: Library, day: int, add: Callable[..., int]) -> None:
    cases = editing.create_all(library, [Case(text=str(number)) for number in range(5)], ("study_day", day))
    block = add("Werken")
    goals.assign_cases(library, cases[:3], block)
    assert [case.text for case in library.of_day(Case, day) if case.block is None] == ["3", "4"]
    goals.assign_cases(library, cases[:1], None)
    assert library.get(Case, cases[0]).block is None


def test_an_action_that_ended_did_so_today(library: Library, day: int) -> None:
    action = editing.create(library, Action(what="Toets", checklist=(ChecklistItem(text="kies"),)), ("study_day", day))
    follow_up.set_state(library, action, ActionState.DONE, TODAY)
    follow_up.set_state(library, action, ActionState.DID_NOT_WORK, TODAY + dt.timedelta(days=3))
    assert library.get(Action, action).done_on == TODAY
    follow_up.set_state(library, action, ActionState.BUSY, TODAY)
    assert library.get(Action, action).done_on is None
    item = library.get(Action, action).checklist[0].id
    follow_up.tick(library, item, done=True)
    assert library.get(Action, action).checklist[0].done
    with pytest.raises(NotFound):
        follow_up.set_state(library, 99, ActionState.DONE, TODAY)


def test_r028_an_insight_becomes_an_action(library: Library, day: int, add: Callable[..., int]) -> None:
    block = add("Werken")
    insight = editing.create(library, Insight(text="Meer tijd voor vragen", block=block), ("study_day", day))
    action = library.get(Action, follow_up.action_from_insight(library, insight))
    assert (action.what, action.block) == ("Meer tijd voor vragen", block)


def test_r074_what_an_earlier_day_left_open_is_taken_along_in_one_step(library: Library, day: int) -> None:
    owner = ("study_day", day)
    noor = editing.create(library, Person(name="Noor"))
    goal = editing.create(library, Goal(sentence="Doel"), owner)
    steps = (ChecklistItem(text="kies", done=True),)
    fixed = Action(what="Toets", owner=noor, goals=(goal,), due=TODAY, checklist=steps)
    relative = Action(what="Bezoek", due=RelativeDate(4))
    actions = editing.create_all(library, [fixed, relative], owner)
    insight = editing.create(library, Insight(text="Meer tijd"), owner)
    new = study_days.create(library, "Volgende dag")

    made = follow_up.take_along(library, new, insights=[insight], actions=actions)

    first, second = (library.get(Action, action) for action in made)
    assert (first.what, first.owner, first.goals, first.due, first.checklist[0].done) == (
        "Toets",
        noor,
        (),
        None,
        False,
    )
    assert second.due == RelativeDate(4)
    assert library.get(Insight, insight).taken_along_to == library.bare(StudyDay, new).uid
    library.undo()
    assert library.of_day(Action, new) == []


def test_r114_a_baseline_is_the_same_measure_before_the_day(library: Library, day: int) -> None:
    owner = ("study_day", day)
    goal = editing.create(library, Goal(sentence="Doel"), owner)
    after = editing.create(library, Measure(title="Toets", goals=(goal,), when=RelativeDate(6)), owner)
    before = effect.add_baseline(library, after, RelativeDate(-2))
    assert effect.add_baseline(library, after, RelativeDate(-3)) == before
    measure = library.get(Measure, before)
    assert (measure.title, measure.goals, measure.when) == ("Toets", (goal,), RelativeDate(-2))
    assert library.get(Measure, after).baseline_measure == before
    with pytest.raises(InvalidValue):
        effect.add_baseline(library, before, RelativeDate(-999))


def test_results_are_entered_together_and_keep_their_rows(library: Library, day: int) -> None:
    measure = editing.create(library, Measure(title="Tevredenheid"), ("study_day", day))
    first, second = effect.keep_results(
        library, measure, [Result(measure=0, mean=4.2, n=26, invited=31), Result(measure=0, text="Fijn")]
    )
    kept = library.get(Result, first)
    effect.keep_results(library, measure, [replace(kept, id=second, text="Kort"), Result(measure=0)])
    assert [(each.id, each.text) for each in library.of_day(Result, day)] == [(first, ""), (second, "Kort")]
    effect.keep_results(library, measure, [Result(id=first, measure=0), Result(id=second, measure=0, text=" ")])
    assert library.of_day(Result, day) == []
    with pytest.raises(InvalidValue):
        effect.keep_results(library, measure, [Result(measure=0, question=99_999)])


def test_all_results_of_one_date_move_together(library: Library, day: int) -> None:
    measure = editing.create(library, Measure(title="Toets"), ("study_day", day))
    march, april, may = dt.date(2027, 3, 1), dt.date(2027, 4, 1), dt.date(2027, 5, 1)
    rows = [Result(measure=measure, date=on, n=9) for on in (march, march, april)]
    effect.keep_results(library, measure, rows)
    effect.set_occasion(library, measure, march, may, 31)
    found = [(each.date, each.invited) for each in library.of_day(Result, day)]
    assert found == [(may, 31), (may, 31), (april, None)]


def test_a_built_in_format_is_copied_and_the_copy_is_the_schools_own(library: Library) -> None:
    line = library.every(WorkingFormat)[1]
    own = school.copy_format(library, line.id, name_nl="Onze lijn")
    editing.change(library, WorkingFormat, own, minutes_max=90)
    copy = library.get(WorkingFormat, own)
    assert (copy.name_nl, copy.minutes_max, copy.is_built_in, copy.copied_from) == ("Onze lijn", 90, False, line.key)
    again = school.copy_format(library, own)
    assert library.get(WorkingFormat, again).copied_from == line.key
    editing.delete(library, WorkingFormat, own)


def test_built_in_things_can_be_hidden(library: Library) -> None:
    forms = [form.id for form in library.every(LearningForm)][:2]
    school.hide(library, LearningForm, forms)
    assert all(library.get(LearningForm, form).hidden for form in forms)
    school.show(library, LearningForm, forms)
    assert not any(library.get(LearningForm, form).hidden for form in forms)
    school.hide(library, LearningForm, [])
    editing.change(library, LearningForm, forms[0], hidden=True)


def test_a_closed_period_is_a_step_with_what_is_filled_in_there(library: Library, stopwatch) -> None:
    stopwatch.pace = 1
    date = dt.date(2027, 3, 11)
    one, named = ClosedDays(first=date, last=date), ClosedDays(first=date, last=date, name="Fair")
    for closed in ((one,), (named,), (named, one)):
        school.change_school(library, closed_days=closed)
    library.undo()
    assert library.get(School, 1).closed_days == (named,)
    library.undo()
    assert library.get(School, 1).closed_days == ()


def test_the_school_has_one_logo_of_at_most_a_megabyte(library: Library) -> None:
    school.change_school(library, name="De Linde")
    first = school.set_logo(library, Picture(name="een.png", data=b"1"))
    second = school.set_logo(library, Picture(name="twee.png", data=b"2"))
    assert library.get(School, 1).logo == second
    assert [picture.name for picture in library.every(Picture)] == ["twee.png"]
    with pytest.raises(InvalidValue):
        school.set_logo(library, Picture(data=b"x" * 1_000_001))
    with pytest.raises(InvalidValue):
        school.set_logo(library, Picture(name="geen.png"))
    school.set_logo(library, None)
    assert library.every(Picture) == []
    assert first is not None


def test_r094_a_candidate_is_scored_once_on_a_criterion_and_one_is_chosen(library: Library, day: int) -> None:
    candidates = (Candidate(name="A"), Candidate(name="B"))
    expert = editing.create(library, Expert(name="Spreker", candidates=candidates), ("study_day", day))
    one, two = (candidate.id for candidate in library.get(Expert, expert).candidates)
    expertise.score(library, one, Criterion.EXPERTISE, 4, "zag haar les")
    expertise.score(library, one, Criterion.VISION, 3)
    expertise.score(library, one, Criterion.EXPERTISE, None)
    scores = library.get(Candidate, one).scores
    assert {(each.criterion, each.score) for each in scores} == {(Criterion.EXPERTISE, None), (Criterion.VISION, 3)}
    with pytest.raises(InvalidValue):
        expertise.score(library, one, Criterion.VISION, 6)
    expertise.choose_candidate(library, one)
    expertise.choose_candidate(library, two)
    assert [each.chosen for each in library.get(Expert, expert).candidates] == [False, True]


def test_a_row_of_the_climate_is_filled_in_once(library: Library, day: int) -> None:
    row = climate.agree(library, day, ClimateRow.FEEDBACK, agreement="Tip en top")
    assert climate.agree(library, day, ClimateRow.FEEDBACK, state=AgreementState.AGREED) == row
    climate.agree(library, day, ClimateRow.TIME, reason="Staat in het rooster")
    climate.agree(library, day, ClimateRow.OWN, title="Taart", pillar=ClimatePillar.APPRECIATION)
    climate.agree(library, day, ClimateRow.OWN, title="Bloemen")
    items = library.of_day(ClimateItem, day)
    assert [(item.row, item.pillar) for item in items[:3]] == [
        (ClimateRow.FEEDBACK, ClimatePillar.SAFETY),
        (ClimateRow.TIME, ClimatePillar.TIME_AND_SPACE),
        (ClimateRow.OWN, ClimatePillar.APPRECIATION),
    ]
    assert (items[0].agreement, items[0].state, len(items)) == ("Tip en top", AgreementState.AGREED, 4)
