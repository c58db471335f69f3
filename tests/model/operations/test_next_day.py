"""A study day after an earlier one, with what was still open there."""

import datetime as dt

import pytest

from studydag.model.operations import editing, follow_up, next_day, programme, study_days
from studydag.model.operations.next_day import TakenOver, begin_after, open_actions, open_insights
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.effect import Insight, Verdict
from studydag.model.values.errors import InvalidValue
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay

TODAY = dt.date(2027, 3, 1)


@pytest.fixture
def earlier(library: Library, day: int, part: int) -> int:
    """A day with a block, a goal, three actions of which one is done, and two insights."""
    owner = ("study_day", day)
    goal = editing.create(library, Goal(sentence="Na deze dag kijkt iedereen bij elkaar"), owner)
    block = programme.add_block(library, day, Block(title="Ontwerpen", minutes=45), Spot(part=part))
    for what in ("Lesbezoek", "Afspraak ophangen", "Evaluatie"):
        editing.create(library, Action(what=what, goals=(goal,), block=block), owner)
    follow_up.set_state(library, library.of_day(Action, day)[2].id, ActionState.DONE, TODAY)
    for text in ("Later beginnen", "Meer tijd voor ontwerpen"):
        editing.create(library, Insight(text=text, verdict=Verdict.CHANGE), owner)
    return day


def test_a_copy_takes_the_ticked_actions_with_their_goals_and_leaves_the_others(library: Library, earlier: int) -> None:
    old = library.get(StudyDay, earlier)
    one, two = open_actions(old)
    taken = TakenOver(actions=(one.id,), insights=[old.insights[0].id])
    new = library.get(StudyDay, begin_after(library, earlier, "Vervolgdag", taken, date=dt.date(2027, 10, 6)))
    assert [action.what for action in new.actions] == ["Lesbezoek", "Evaluatie"]
    assert new.actions[0].goals == (new.goals[0].id,)
    assert [block.title for block in new.blocks] == ["Ontwerpen"]
    assert (new.builds_on, new.parts[0].date) == (old.uid, dt.date(2027, 10, 6))
    assert [insight.taken_along_to for insight in library.get(StudyDay, earlier).insights] == [new.uid, ""]
    assert [each.text for each in open_insights(library.get(StudyDay, earlier))] == ["Meer tijd voor ontwerpen"]
    assert two.state is ActionState.OPEN
    library.undo()
    assert open_insights(library.get(StudyDay, earlier)) == old.insights


def test_without_its_programme_a_day_begins_with_what_was_open(library: Library, earlier: int) -> None:
    old = library.get(StudyDay, earlier)
    taken = TakenOver(programme=False, actions=[each.id for each in open_actions(old)])
    new = library.get(StudyDay, begin_after(library, earlier, "Vervolgdag", taken))
    assert [action.what for action in new.actions] == ["Lesbezoek", "Afspraak ophangen"]
    assert all(action.goals == () and action.block is None for action in new.actions)
    assert (new.blocks, new.goals, new.builds_on) == ((), (), old.uid)
    assert (new.parts[0].start, new.parts[0].date) == (old.parts[0].start, None)


def test_a_copy_that_builds_on_nothing_and_a_title_that_is_missing(library: Library, earlier: int) -> None:
    new = begin_after(library, earlier, "Kopie", TakenOver(builds_on=False))
    assert library.get(StudyDay, new).builds_on == ""
    with pytest.raises(InvalidValue):
        begin_after(library, earlier, "  ", TakenOver())
    assert next_day.open_actions(library.get(StudyDay, study_days.create(library, "Leeg"))) == ()
