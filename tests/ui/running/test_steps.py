"""The day itself, full screen, with the keys of a keyboard and of a presenter's remote; the clock is ours."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme, versions
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.school import Person, Room
from studydag.model.values.study_day import Version
from studydag.ui.look import DARK, LIGHT
from studydag.ui.running.asking import CallOffDialog, HandOverDialog, ShiftDialog
from studydag.ui.running.window import RunWindow
from studydag.ui.workspace import Workspace
from tests.ui.running.presenting import Clock, blocks, during, press


def test_before_the_start_it_counts_down_to_it(view: RunWindow, clock: Clock):
    clock.go(-12.5)
    view.look_at_the_clock()
    assert view.stage.left.said == "12:30"
    assert view.stage.title.said == "We beginnen zo"
    assert view.stage.end.said.startswith("Einde om ")
    assert view.stage.end.said.endswith("zoals gepland")


def test_space_starts_what_comes_and_the_time_counts_down(
    view: RunWindow, clock: Clock, workspace: Workspace, qtbot: QtBot
):
    first, second = blocks(workspace)[:2]
    press(qtbot, view, Qt.Key.Key_Space)
    assert view.stage.title.said == first.title
    assert view.stage.next_title.said.endswith(second.title)
    clock.go(1.25)
    view.look_at_the_clock()
    seconds = first.minutes * 60 - 75
    assert view.stage.left.said == f"{seconds // 60}:{seconds % 60:02}"
    clock.go(first.minutes)
    view.look_at_the_clock()
    assert view.stage.left.said == "+1:15"
    assert view.stage.left_word.said == "uitgelopen"
    press(qtbot, view, Qt.Key.Key_PageDown)
    assert blocks(workspace)[0].actual_end == blocks(workspace)[1].actual_start == clock.now.time().replace(second=0)


def test_every_key_does_what_its_button_says(view: RunWindow, clock: Clock, workspace: Workspace, qtbot: QtBot):
    planned = blocks(workspace)
    press(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert blocks(workspace)[0].minutes == planned[0].minutes + 5
    assert view.controls.skip.accessibleName() == f"Overslaan: {planned[1].title}"
    press(qtbot, view, Qt.Key.Key_S)
    assert view.controls.skip.accessibleName() == f"Overslaan: {planned[2].title}"
    assert blocks(workspace)[1].actual_end is not None
    assert blocks(workspace)[1].actual_start is None
    press(qtbot, view, Qt.Key.Key_Left)
    assert blocks(workspace)[1].actual_end is None
    press(qtbot, view, Qt.Key.Key_PageUp)
    assert blocks(workspace)[0].actual_start is None
    press(qtbot, view, Qt.Key.Key_D)
    assert view.stage.clock.styleSheet() == f"color: {DARK.text};"
    view.controls.parts.show()
    drawn = view.controls.parts.grab().toImage()
    assert drawn.pixelColor(drawn.width() // 2, 4).name() == DARK.raised.lower()
    press(qtbot, view, Qt.Key.Key_D, Qt.Key.Key_H)
    assert view.stage.clock.styleSheet() == f"color: {LIGHT.text};"
    assert not view.controls.isVisible()
    press(qtbot, view, Qt.Key.Key_H)
    assert view.controls.isVisible()


def test_control_z_takes_back_any_step(view: RunWindow, workspace: Workspace, qtbot: QtBot):
    before = workspace.day
    press(qtbot, view, Qt.Key.Key_Space, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.day == before
    qtbot.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert blocks(workspace)[0].actual_start is not None


def test_every_button_has_a_name_and_offers_only_what_can_be_done(view: RunWindow, qtbot: QtBot):
    assert all(button.accessibleName() and button.toolTip() for button in view.controls.buttons)
    assert not view.controls.back.isEnabled()
    assert not view.controls.more.isEnabled()
    qtbot.mouseClick(view.controls.go_on, Qt.MouseButton.LeftButton)
    assert view.controls.back.isEnabled()
    assert view.controls.more.isEnabled()
    assert view.hasFocus()


def test_no_button_moves_away_from_under_the_pointer(view: RunWindow, qtbot: QtBot):
    press(qtbot, view, Qt.Key.Key_Space)
    places = []
    for _ in range(4):
        view.controls.layout().activate()
        places.append([button.pos() for button in view.controls.buttons])
        press(qtbot, view, Qt.Key.Key_S)
    assert all(each == places[0] for each in places)


def test_a_round_shows_what_is_parallel_with_rooms(view: RunWindow, clock: Clock, workspace: Workspace, qtbot: QtBot):
    while view.run.next.block.kind is not BlockKind.ROUND:
        press(qtbot, view, Qt.Key.Key_Space)
        clock.go(20)
    press(qtbot, view, Qt.Key.Key_Space)
    options = [block for block in workspace.day.blocks if block.round == view.run.current.block.id]
    shown = [(title.said, place.said) for title, place in view.stage.options.lines if not title.isHidden()]
    assert [title for title, _ in shown] == [option.title for option in options]
    assert all("Lokaal" in place for _, place in shown)


def test_the_rest_shifts_after_a_question_that_says_when_it_ends(view: RunWindow, workspace: Workspace, qtbot: QtBot):
    press(qtbot, view, Qt.Key.Key_Space)
    minutes = blocks(workspace)[0].minutes

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ShiftDialog)
        dialog.minutes.setValue(15)
        assert blocks(workspace)[1].title in dialog.outcome.text()
        dialog.accept()

    during(ShiftDialog, answer, lambda: press(qtbot, view, Qt.Key.Key_R))
    assert blocks(workspace)[0].minutes == minutes + 15
    assert blocks(workspace)[0].planned_minutes == minutes


def test_a_shift_before_anything_starts_is_told_against_the_programme_as_it_was(view: RunWindow, qtbot: QtBot):
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ShiftDialog)
        dialog.pins.setChecked(True)
        dialog.minutes.setValue(5)
        assert dialog.outcome.text().endswith("5\u00a0min later dan gepland.")
        dialog.reject()

    during(ShiftDialog, answer, lambda: press(qtbot, view, Qt.Key.Key_R))


def test_what_is_called_off_keeps_its_reason_and_the_next_one_moves_up(
    view: RunWindow, workspace: Workspace, qtbot: QtBot
):
    press(qtbot, view, Qt.Key.Key_Space)
    _, second, third = blocks(workspace)[:3]

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, CallOffDialog)
        dialog.reason.setText("spreker ziek")
        dialog.accept()

    during(CallOffDialog, answer, lambda: press(qtbot, view, Qt.Key.Key_Delete))
    assert blocks(workspace)[1].cancelled_reason == "spreker ziek"
    assert second.title not in view.stage.next_title.said
    assert third.title in view.stage.next_title.said


def test_another_lead_and_another_room_are_one_step_and_the_plan_is_kept(
    view: RunWindow, workspace: Workspace, library: Library, qtbot: QtBot
):
    _, second = blocks(workspace)[:2]
    before = library.get(Block, second.id)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, HandOverDialog)
        dialog.block.setCurrentIndex(dialog.block.findData(second.id))
        dialog.leads.line.setText("Invaller Jansen")
        dialog.room.line.setText("Sporthal")
        dialog.accept()

    during(HandOverDialog, answer, lambda: press(qtbot, view, Qt.Key.Key_P))
    changed = library.get(Block, second.id)
    people = {person.id: person.name for person in library.every(Person)}
    rooms = {room.id: room.name for room in library.every(Room)}
    assert [people[lead.person] for lead in changed.leads] == ["Invaller Jansen"]
    assert rooms[changed.room or 0] == "Sporthal"
    newest = max(version.id for version in library.every(Version))
    kept = next(block for block in versions.read(library, newest).day.blocks if block.uid == second.uid)
    assert kept.title == second.title
    assert len(kept.leads) == len(before.leads)
    library.undo()
    assert library.get(Block, second.id) == before


def test_all_the_way_to_the_end_and_on_to_the_next_part(
    view: RunWindow, clock: Clock, workspace: Workspace, library: Library, qtbot: QtBot
):
    date = workspace.day.parts[0].date
    evening = programme.add_part(library, 1, date=date, start=dt.time(19), end=dt.time(21), title="Avond")
    programme.add_block(library, 1, Block(title="Nagesprek"))
    while not view.run.is_over:
        press(qtbot, view, Qt.Key.Key_Space)
        clock.go(30)
    assert view.stage.title.said.startswith("Dat was de dag")
    view.look_at_the_clock()
    press(qtbot, view, Qt.Key.Key_Space)
    assert isinstance(workspace.library.get(Part, evening), Part)
    assert "Avond" in view.stage.heading.said


def test_names_that_are_changed_meanwhile_are_shown_at_once(
    view: RunWindow, workspace: Workspace, library: Library, qtbot: QtBot
):
    block = next(block for block in blocks(workspace) if block.leads)
    editing.change(library, Person, block.leads[0].person, name="Čapek & Gül")
    while view.run.current is None or view.run.current.block.id != block.id:
        press(qtbot, view, Qt.Key.Key_Space)
    assert "Čapek & Gül" in view.stage.place.said


def test_what_a_step_brings_is_read_out_and_the_next_block_is_named_whole(
    view: RunWindow, workspace: Workspace, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert said[0].startswith("Nu: Welkom en inloop")
    assert view.controls.go_on.accessibleName() == "Begin: Keynote: feedback die leerlingen gebruiken"
    assert view.controls.go_on.text().endswith("… ▶")
    said.clear()
    view.controls.more.click()
    (told,) = said
    assert view.stage.next_title.said in told
    assert told.endswith(view.stage.end.said)
