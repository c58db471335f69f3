"""The day itself, full screen, with the keys of a keyboard and of a presenter's remote; the clock is ours."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing, programme, versions
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.school import Person, Room
from studydag.model.values.study_day import StudyDay, Version
from studydag.ui.look import DARK, LIGHT, Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.programme.both_views import LIST
from studydag.ui.running.asking import CallOffDialog, HandOverDialog, OtherDateDialog, ShiftDialog
from studydag.ui.running.window import RunWindow
from studydag.ui.workspace import Workspace
from tests.ui.windows import freed, open_window, parts


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self, day: StudyDay) -> None:
        part = day.parts[0]
        assert part.date is not None
        self.now = dt.datetime.combine(part.date, part.start)

    def __call__(self) -> dt.datetime:
        return self.now

    def go(self, minutes: float) -> None:
        self.now += dt.timedelta(minutes=minutes)


@pytest.fixture
def clock(workspace: Workspace) -> Clock:
    assert workspace.day is not None
    return Clock(workspace.day)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.ini")


@pytest.fixture
def view(workspace: Workspace, clock: Clock, memory: Memory) -> Iterator[RunWindow]:
    made = RunWindow(workspace, clock, memory, dark=False)
    made.resize(1280, 720)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def press(qtbot: QtBot, view: RunWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(view, key)


def blocks(workspace: Workspace) -> list[Block]:
    assert workspace.day is not None
    part = workspace.day.parts[0].id
    return [block for block in workspace.day.blocks if block.part == part]


def during(dialog_class: type[QDialog], act: Callable[[QDialog], None], run: Callable[[], object]) -> None:
    """Do something in a dialog that `run` opens."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, dialog_class)
        act(dialog)

    QTimer.singleShot(0, found)
    run()


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


def test_a_window_opened_again_goes_on_where_the_day_is(
    view: RunWindow, clock: Clock, workspace: Workspace, memory: Memory, qtbot: QtBot
):
    press(qtbot, view, Qt.Key.Key_Space)
    title = view.stage.title.said
    press(qtbot, view, Qt.Key.Key_Escape)
    freed()
    assert not shiboken6.isValid(view)
    clock.go(5)
    again = RunWindow(workspace, clock, memory, dark=False)
    assert again.stage.title.said == title
    again.close()


def test_what_is_internal_is_told_to_the_presenter_only(
    view: RunWindow, workspace: Workspace, library: Library, qtbot: QtBot
):
    first = blocks(workspace)[0]
    programme.change_block(library, first.id, internal=True, title="Zaal klaarzetten")
    press(qtbot, view, Qt.Key.Key_Space)
    assert "Zaal klaarzetten" not in view.stage.title.said
    assert "Zaal klaarzetten" in view.controls.said.text()


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


def test_the_library_that_is_only_looked_at_is_shown_and_not_changed(
    qtbot: QtBot, library: Library, clock: Clock, memory: Memory
):
    with Library.look(library.path) as looked:
        workspace = Workspace(looked, Language.of("en"), clock.now.date)
        workspace.open_day(1)
        view = RunWindow(workspace, clock, memory, dark=True)
        view.show()
        assert not view.controls.go_on.isEnabled()
        press(qtbot, view, Qt.Key.Key_Space)
        assert view.controls.said.text() == "You are only looking: nothing is noted."
        view.close()
        workspace.let_go()


def test_f5_opens_it_and_deleting_the_day_closes_it(qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path):
    path = tmp_path / "school.studydag"
    path.write_bytes(example_file.read_bytes())
    window = open_window(qtbot, look, path)
    assembly, _ = parts(window)
    assembly.show_day(1)
    action = next(each for each in assembly.actions.all if each.shortcut().toString() == "F5")
    assert action.text() == "De dag draaien"
    action.trigger()
    view = window.findChild(RunWindow)
    assert view.isFullScreen()
    assert all(button.accessibleName() for button in view.findChildren(QPushButton))
    assembly.commands.delete_day()
    assert not view.isVisible()
    window.close()


def test_a_screen_that_comes_or_goes_after_closing_troubles_nobody(view: RunWindow, qtbot: QtBot) -> None:
    application, screen = QApplication.instance(), view.screen()
    assert isinstance(application, QApplication)
    view.close()
    freed()
    assert not shiboken6.isValid(view)
    with qtbot.captureExceptions() as raised:
        application.screenAdded.emit(screen)
        application.screenRemoved.emit(screen)
    assert not raised


def test_with_a_second_screen_buttons_and_notes_are_the_presenters_alone(
    view: RunWindow, workspace: Workspace, clock: Clock, qtbot: QtBot
):
    first, second = blocks(workspace)[:2]
    editing.change(workspace.library, Block, first.id, facilitator_notes="Zet de deuren open", plan_b="Zonder beamer")
    view.screens.show_presenter(view.screen())
    presenter = view.screens.presenter
    assert presenter is not None
    assert view.controls.window() is presenter
    qtbot.keyClick(presenter, Qt.Key.Key_Space)
    assert presenter.now.text().endswith(f"{first.title} · 08:30–08:45")
    assert "15:00" in presenter.now.text()
    assert second.title in presenter.following.text()
    assert "Zet de deuren open" in presenter.notes.text()
    assert not any("deuren" in label.text() for label in view.stage.findChildren(QLabel))
    assert view.controls.plan.isHidden()
    qtbot.keyClick(presenter, Qt.Key.Key_B)
    assert view.controls.plan.said.startswith(f"{first.title}\nZonder beamer\n\n{second.title}\n")
    assert view.controls.plan.window() is presenter
    assert view.controls.plan.isVisible()
    qtbot.keyClick(presenter, Qt.Key.Key_Space)
    assert view.controls.plan.isHidden()
    qtbot.keyClick(presenter, Qt.Key.Key_Left)

    def answer(dialog: QDialog) -> None:
        assert dialog.parentWidget() is presenter
        dialog.reject()

    during(ShiftDialog, answer, lambda: qtbot.keyClick(presenter, Qt.Key.Key_R))
    view.screens.show_presenter(None)
    assert view.controls.window() is view
    assert view.screens.presenter is None


def test_a_pin_that_cannot_be_kept_is_told_to_the_presenter(view: RunWindow, clock: Clock, qtbot: QtBot):
    clock.go(40)
    press(qtbot, view, Qt.Key.Key_Space)
    assert view.controls.said.text() == "Lunch staat vast op 11:45, en wat ervoor komt loopt dan nog 40\u00a0min door."


def test_the_keys_are_where_they_were_after_the_day_is_saved_or_run(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")
    page = parts(window)[0].day_view.show_page("programme")
    page.show_view(LIST)
    page.take_focus()
    qtbot.waitUntil(page.list.hasFocus)
    page.list.edit_title(page.list.things.thing_at(0).id)
    qtbot.keyClicks(QApplication.focusWidget(), "Welkom allemaal")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (page.list.hasFocus(), page.list.things.thing_at(0).block.title) == (True, "Welkom allemaal")
    qtbot.keyClick(page.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), RunWindow))
    qtbot.keyClick(QApplication.activeWindow(), Qt.Key.Key_Escape)
    freed()
    window.activateWindow()
    qtbot.waitUntil(page.list.hasFocus)


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
