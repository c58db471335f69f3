"""The day itself on another date: practised, or held after all."""

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.model.operations import programme
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay, Version
from studydag.ui.running.asking import OtherDateDialog
from studydag.ui.running.window import RunWindow
from studydag.ui.workspace import Workspace
from tests.ui.running.presenting import Clock, blocks, during, press


def test_on_another_date_it_says_so(view: RunWindow, clock: Clock):
    clock.go(-60 * 24 * 30)
    view.hide()
    view.show()
    assert "gepland" in view.controls.said.text()
    assert "De eerste stap vraagt of je oefent." in view.controls.said.text()


def test_practice_on_another_date_shows_each_step_and_changes_nothing_of_the_plan(
    view: RunWindow, clock: Clock, workspace: Workspace, library: Library, qtbot: QtBot
):
    before, steps = workspace.day, library.undo_step
    clock.go(-60 * 24 * 30 + 8 * 60)
    view.renew()
    assert not view.controls.back.isEnabled()
    assert view.stage.heading.said.endswith(" · oefening")
    press(qtbot, view, Qt.Key.Key_Plus)  # Nothing is on, so that there is nothing to ask.
    during(OtherDateDialog, lambda dialog: dialog.accepting.click(), lambda: press(qtbot, view, Qt.Key.Key_Space))
    press(qtbot, view, Qt.Key.Key_Plus)
    assert "Je oefent" in view.controls.said.text()
    first = view.run.current
    assert first is not None
    assert first.agreed_end - first.start == first.slot.minutes == blocks(workspace)[0].minutes + 5
    # It begins as planned, whatever time it is, and goes on from there.
    assert view.run.part.start == first.start
    clock.go(7)
    view.look_at_the_clock()
    press(qtbot, view, Qt.Key.Key_Space)
    assert view.run.current.start == first.start + 7
    press(qtbot, view, Qt.Key.Key_Left)
    press(qtbot, view, Qt.Key.Key_S)
    assert not view.controls.hand_over.isEnabled()
    view._do(lambda: view._noting.call_off(view._part, view.run.next.block.id, "oefening", clock()))  # noqa: SLF001
    called_off = [slot.block.title for slot in view.run.slots if slot.block.cancelled]
    assert len(called_off) == 1
    assert (workspace.day, library.undo_step) == (before, steps)
    assert library.get(StudyDay, 1) == before

    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(slot.block.cancelled for slot in view.run.slots)
    qtbot.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, *[Qt.Key.Key_Left] * 4)
    assert not view.run.has_begun
    assert not view.controls.back.isEnabled()
    assert [slot.block for slot in view.run.slots] == blocks(workspace)


def test_practice_that_begins_by_calling_a_block_off_goes_by_its_own_clock_too(
    view: RunWindow, clock: Clock, qtbot: QtBot
):
    clock.go(-60 * 24 * 30 + 8 * 60)
    view.renew()
    view._noting.practise()  # noqa: SLF001
    view._do(lambda: view._noting.call_off(view._part, view.run.next.block.id, "oefening", clock()))  # noqa: SLF001
    clock.go(3)
    press(qtbot, view, Qt.Key.Key_Space)
    assert view.run.current.start == view.run.part.start + 3


def test_what_was_taken_for_practice_is_kept_when_it_was_the_day_itself(
    view: RunWindow, clock: Clock, workspace: Workspace, library: Library, qtbot: QtBot
):
    clock.go(-60 * 24 * 300 + 65.7)  # A laptop of which the battery was empty, between two whole minutes.
    view.renew()
    during(OtherDateDialog, lambda dialog: dialog.accepting.click(), lambda: press(qtbot, view, Qt.Key.Key_Space))
    press(qtbot, view, Qt.Key.Key_Plus)
    assert blocks(workspace)[0].actual_start is None
    press(qtbot, view, Qt.Key.Key_E)
    assert blocks(workspace)[0].actual_start == clock.now.time().replace(second=0, microsecond=0)
    assert blocks(workspace)[0].minutes == blocks(workspace)[0].planned_minutes + 5
    assert view.controls.in_earnest.isHidden()
    assert "Elke stap wordt bewaard." in view.controls.said.text()
    assert "oefening" not in view.stage.heading.said
    press(qtbot, view, Qt.Key.Key_Space)
    assert blocks(workspace)[1].actual_start is not None
    assert library.every(Version)


def test_what_was_taken_for_practice_in_several_parts_is_kept_as_a_whole(
    view: RunWindow, clock: Clock, workspace: Workspace, library: Library, qtbot: QtBot
):
    date = workspace.day.parts[0].date
    evening = programme.add_part(library, 1, date=date, start=dt.time(19), end=dt.time(21), title="Avond")
    talk = programme.add_block(library, 1, Block(title="Nagesprek"), Spot(part=evening))
    clock.go(-60 * 24 * 300)
    view.renew()
    during(OtherDateDialog, lambda dialog: dialog.accepting.click(), lambda: press(qtbot, view, Qt.Key.Key_Space))
    while not view.run.is_over:
        press(qtbot, view, Qt.Key.Key_Space)
    press(qtbot, view, Qt.Key.Key_Space)
    assert "Avond" in view.stage.heading.said
    assert not view.controls.back.isEnabled()
    press(qtbot, view, Qt.Key.Key_Space, Qt.Key.Key_E)
    assert all(block.actual_start is not None for block in blocks(workspace))
    assert library.get(Block, talk).actual_start is not None
    assert library.get(Block, talk).actual_end is None


def test_a_day_that_is_opened_again_the_day_after_goes_on_or_is_practised_as_is_chosen(
    view: RunWindow, clock: Clock, workspace: Workspace, library: Library, qtbot: QtBot
):
    press(qtbot, view, Qt.Key.Key_Space, Qt.Key.Key_Space)
    held = library.get(StudyDay, 1)
    clock.go(60 * 24)
    view.renew()
    assert "oefening" not in view.stage.heading.said
    during(OtherDateDialog, lambda dialog: dialog.reject(), lambda: press(qtbot, view, Qt.Key.Key_Space))
    during(OtherDateDialog, lambda dialog: dialog.other.click(), lambda: press(qtbot, view, Qt.Key.Key_Space))
    assert view.stage.title.said == held.blocks[0].title
    assert view.stage.heading.said.endswith(" · oefening")
    assert library.get(StudyDay, 1) == held
    view.controls.in_earnest.click()
    assert library.get(StudyDay, 1) == held
    press(qtbot, view, Qt.Key.Key_Space)
    third = blocks(workspace)[2]
    assert third.actual_start == blocks(workspace)[1].actual_end is not None
