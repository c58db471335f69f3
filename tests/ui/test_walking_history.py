"""Undo and redo in the programme select what they bring back."""

from collections.abc import Callable

from studydag.model.operations import programme
from studydag.model.store.library import Library
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
