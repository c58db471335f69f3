"""Undo and redo in the programme select what they bring back."""

import datetime as dt
from collections.abc import Callable

from studydag.model.operations import programme, study_days
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage


def test_redo_selects_what_it_brings_back_as_undo_does(show: Callable[[type[Page]], Page], library: Library) -> None:
    page = show(ProgrammePage)
    assert isinstance(page, ProgrammePage)
    blocks = {each.title: each.id for each in library.get(StudyDay, 1).blocks}
    page.selected.choose([blocks["Koffie"]])
    page.commands.adding.add_block()
    new = page.selected.current
    assert new is not None
    assert new not in blocks.values()
    page.workspace.undo()
    assert page.selected.current != new
    page.selected.choose([blocks["Lunch"]])
    page.workspace.redo()
    assert page.selected.ids == (new,)
    programme.delete_blocks(library, new)
    page.workspace.undo()
    assert page.selected.ids == (new,)
    page.workspace.redo()
    assert new not in page.selected.ids


def test_moving_the_whole_day_is_taken_back_where_one_is(show: Callable[[type[Page]], Page], library: Library) -> None:
    page = show(ProgrammePage)
    led_to: list[Place] = []
    page.workspace.go.connect(led_to.append)
    study_days.move(library, 1, dt.date(2027, 3, 18))
    page.workspace.undo()
    page.workspace.redo()

    assert library.get(StudyDay, 1).parts[0].date == dt.date(2027, 3, 18)
    assert led_to == []
