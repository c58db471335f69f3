"""Making things once more, each behind its original."""

import datetime as dt

from studydag.model.operations import editing, study_days
from studydag.model.operations.duplicating import duplicate
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Action, ActionState, ChecklistItem
from studydag.model.values.goals import Goal
from studydag.model.values.study_day import StudyDay


def test_copies_stand_behind_the_last_original_as_one_step(library: Library) -> None:
    day = ("study_day", study_days.create(library, "Feedback"))
    first, second, third = editing.create_all(library, [Goal(sentence=each) for each in "abc"], day)
    made = duplicate(library, Goal, [first, second])
    goals = library.get(StudyDay, day[1]).goals
    assert [goal.sentence for goal in goals] == ["a", "b", "a", "b", "c"]
    assert (goals[2].id, goals[3].id) == made
    assert len({goal.uid for goal in goals}) == 5
    library.undo()
    assert [goal.id for goal in library.get(StudyDay, day[1]).goals] == [first, second, third]


def test_an_action_begins_anew_with_its_whole_checklist(library: Library) -> None:
    day = ("study_day", study_days.create(library, "Feedback"))
    checklist = (ChecklistItem(text="Book a room", done=True), ChecklistItem(text="Ask the caretaker"))
    done = Action(what="Prepare", state=ActionState.DONE, done_on=dt.date(2026, 11, 2), checklist=checklist)
    original = editing.create(library, done, day)
    (copy,) = duplicate(library, Action, [original])
    after = library.get(Action, copy)
    assert (after.state, after.done_on) == (ActionState.OPEN, None)
    assert [(item.text, item.done) for item in after.checklist] == [
        ("Book a room", False),
        ("Ask the caretaker", False),
    ]
    assert [item.done for item in library.get(Action, original).checklist] == [True, False]


def test_an_item_of_a_checklist_is_copied_within_its_action(library: Library) -> None:
    day = ("study_day", study_days.create(library, "Feedback"))
    action = editing.create(library, Action(what="Prepare", checklist=(ChecklistItem(text="Book a room"),)), day)
    item = library.get(Action, action).checklist[0].id
    duplicate(library, ChecklistItem, [item])
    assert [each.text for each in library.get(Action, action).checklist] == ["Book a room", "Book a room"]
