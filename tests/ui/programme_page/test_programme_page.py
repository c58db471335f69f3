"""The programme page: its head and its views, its buttons, and the whole of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from studydag.language import Language
from studydag.model.operations import editing, exchange, programme
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.setting import Setting
from studydag.ui.look import Look
from studydag.ui.memory import Memory
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH, LIST, TIMELINE
from studydag.ui.workspace import Workspace
from tests.ui.programme import block, cell, choose, day, titles
from tests.ui.windows import freed

MINUTES = 2


# Head and views


def test_totals_and_strip_say_what_the_minutes_are_spent_on(page: ProgrammePage, library: Library) -> None:
    said = "08:30–15:00 · 5 h content · 1 h 15 breaks · 12 blocks · fits exactly"
    assert page.totals.text().replace("\u00a0", " ") == said
    # A line that is too long goes on below behind a dot, not within "1 h 15 breaks".
    assert page.totals.text().count(" ") == 4
    programme.set_minutes(library, block(library, "Exitkaart en").id, 25)
    page.workspace.idle.finish()
    assert page.totals.text().endswith("12\u00a0blocks\u00a0· 10\u00a0min\u00a0too\u00a0long")
    assert sum(page.strip.minutes.values()) == 400
    assert page.strip.minutes[Phase.BREAK] == 75
    assert "break 1\u00a0h\u00a015" in page.strip.accessibleDescription()
    assert not page.strip.grab().isNull()
    words = page.strip.heightForWidth(600)
    page.resize(600, page.fontMetrics().height() * 15)
    assert page.strip.heightForWidth(600) < words, "on a low page the room is for the programme"
    page.resize(600, page.fontMetrics().height() * 40)
    assert page.strip.heightForWidth(600) == words


def test_the_strip_divides_a_round_over_the_phases_of_its_options(page: ProgrammePage, library: Library) -> None:
    before = page.strip.minutes[Phase.REFLECTION]
    option = next(each for each in day(library).blocks if each.round is not None)
    programme.change_block(library, option.id, phase=Phase.REFLECTION)
    page.workspace.idle.finish()
    assert page.strip.minutes[Phase.REFLECTION] > before
    assert sum(page.strip.minutes.values()) == 390


def test_the_window_remembers_the_view(workspace: Workspace, look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(tmp_path / "window.ini")
    for expected, chosen in ((BOTH, TIMELINE), (TIMELINE, LIST), (LIST, BOTH)):
        window = QMainWindow()
        window.memory = memory  # type: ignore[attr-defined]
        page = ProgrammePage(workspace, look)
        page.build()
        window.setCentralWidget(page)
        window.resize(1200, 700)
        qtbot.addWidget(window)
        window.show()
        shown = {LIST: (True, False), BOTH: (True, True), TIMELINE: (False, True)}
        assert (page.list.isVisible(), page.view.isVisible()) == shown[expected]
        qtbot.mouseClick(page.views.switches[chosen], Qt.MouseButton.LeftButton)
        assert (page.list.isVisible(), page.view.isVisible()) == shown[chosen]
        window.close()


def test_the_page_is_built_again_as_it_was(page: ProgrammePage, show: Callable[[type[Page]], Page]) -> None:
    choose(page, "Thee")
    page.panel.setCurrentWidget(page.drawer)
    again = show(ProgrammePage)
    assert isinstance(again, ProgrammePage)
    again.stand_as(page.standing())
    assert again.selected.ids == page.selected.ids
    assert again.panel.currentWidget() is again.drawer


def test_a_narrow_window_begins_with_the_timeline_alone(
    workspace: Workspace, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    window = QMainWindow()
    window.memory = Memory(tmp_path / "window.ini")  # type: ignore[attr-defined]
    page = ProgrammePage(workspace, look)
    page.build()
    window.setCentralWidget(page)
    window.resize(500, 600)
    qtbot.addWidget(window)
    window.show()
    assert (page.list.isVisible(), page.view.isVisible()) == (False, True)


def test_buttons_do_what_keys_do(page: ProgrammePage, library: Library) -> None:
    before, actions = day(library), page.actions_of_blocks
    coffee = choose(page, "Koffie")
    place = titles(library).index("Koffie")
    actions.up.trigger()
    assert titles(library).index("Koffie") == place - 1
    actions.down.trigger()
    actions.pin.trigger()
    assert library.get(Block, coffee).pinned_start is not None
    assert actions.pin.text() == "Unpin"
    actions.lock.trigger()
    assert library.get(Block, coffee).minutes_locked
    actions.longer.trigger()
    assert library.get(Block, coffee).minutes == 25
    actions.park.trigger()
    assert library.get(Block, coffee).part is None
    assert actions.park.text() == "Put back"
    actions.park.trigger()
    assert titles(library)[-1] == "Koffie"
    actions.cancel.trigger()
    assert library.get(Block, coffee).cancelled
    actions.duplicate.trigger()
    actions.delete.trigger()
    actions.add_break.trigger()
    assert day(library).blocks[-1].phase is Phase.BREAK
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_rounds_are_made_filled_and_taken_apart(page: ProgrammePage, library: Library) -> None:
    before, actions = day(library), page.actions_of_blocks
    page.selected.choose([block(library, "Keynote").id, block(library, "In gesprek").id])
    actions.add_round.trigger()
    whole = page.commands.current
    assert whole is not None
    assert whole.kind is BlockKind.ROUND
    assert {each.title.split(":")[0] for each in day(library).blocks if each.round == whole.id} == {
        "Keynote",
        "In gesprek",
    }
    actions.add_option.trigger()
    assert sum(each.round == whole.id for each in day(library).blocks) == 3
    page.selected.choose([whole.id])
    actions.dissolve.trigger()
    assert titles(library)[1].startswith("Keynote")
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_the_option_button_makes_a_round_of_a_block_and_looks_off_where_it_is_off(
    page: ProgrammePage, library: Library
) -> None:
    keynote, action = block(library, "Keynote"), page.actions_of_blocks.add_option
    page.selected.choose([keynote.id])
    assert action.isEnabled()
    action.trigger()
    added = page.commands.current
    assert added is not None
    assert (added.round, library.get(Block, keynote.id).kind) == (keynote.id, BlockKind.ROUND)
    page.selected.choose([next(each.id for each in day(library).blocks if each.phase is Phase.BREAK)])
    assert not action.isEnabled()


def test_what_cannot_be_done_is_said_beside_the_programme(page: ProgrammePage, library: Library) -> None:
    whole = next(each for each in day(library).blocks if each.kind is BlockKind.ROUND)
    page.selected.choose([whole.id])
    page.commands.stretch(5)
    assert page.message.text() == "A choice round lasts as long as its longest option; change that."
    assert page.message.isVisible()
    # Red is for what went wrong, not for what came of something that was done.
    assert page.message.property("role") == "problem"
    page.commands.said.emit("No longer pinned.")
    assert page.message.property("role") != "problem"
    choose(page, "Keynote")
    assert not page.message.isVisible()


def test_a_day_without_date_says_what_to_do_first(page: ProgrammePage, library: Library) -> None:
    editing.delete(library, Part, 1)
    assert page.empty.isVisible()
    page.commands.adding.add_block()
    assert not page.empty.isVisible()
    assert len(day(library).parts) == 1
    assert len(titles(library)) == 1


# The whole


def test_looking_only_changes_nothing(library: Library, look: Look, qtbot: QtBot, language: Language) -> None:
    looking = Library.look(library.path)
    workspace = Workspace(looking, language, lambda: dt.date(2026, 11, 23))
    workspace.open_day(1)
    page = ProgrammePage(workspace, look)
    page.build()
    qtbot.addWidget(page)
    page.show()
    page.selected.choose([block(library, "Keynote").id])
    assert [action.objectName() for action in page.list.actions() if action.isEnabled()] == ["copy"]
    assert not page.block_inspector.times.minutes.isEnabled()
    page.timeline.edit_title(block(library, "Keynote").id)
    assert page.timeline.in_place is None
    workspace.close()


def test_four_hundred_blocks_are_shown_and_edited(page: ProgrammePage, library: Library) -> None:
    many = tuple(
        Block(id=-number, part=1, title=f"Blok {number}", minutes=5, position=number * 1024) for number in range(1, 388)
    )
    with library.change("generate") as writer:
        writer.add_all(many, ("study_day", 1), {})
    assert len(page.timeline.ids()) == len(day(library).blocks)
    last = day(library).blocks[-1]
    programme.set_minutes(library, last.id, 10)
    assert cell(page, last.id, MINUTES) == "10\u00a0min"
    page.selected.choose([last.id])
    assert not page.timeline.grab().isNull()
    rect = page.timeline.rect_of(last.id)
    assert rect is not None
    assert page.timeline.visibleRegion().intersects(rect.toRect())


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_nothing_is_cut_off_at_any_size(show: Callable[[type[Page]], Page], look: Look, zoom: float) -> None:
    look.set_zoom(zoom)
    page = show(ProgrammePage)
    assert isinstance(page, ProgrammePage)
    page.selected.choose([2])
    assert page.totals.height() >= page.totals.fontMetrics().height()
    first = page.timeline.rect_of(page.timeline.ids()[0])
    assert first is not None
    assert first.height() >= page.timeline.fontMetrics().height()
    assert not page.grab().isNull()


@pytest.mark.usefixtures("listening")
def test_assistive_technology_is_let_go_with_the_page(workspace: Workspace, library: Library, look: Look) -> None:
    """With a client listening, items of deleted blocks and of closed pages are freed and nothing fails."""
    for _ in range(3):
        page = ProgrammePage(workspace, look)
        page.build()
        page.show()
        interface = QAccessible.queryAccessibleInterface(page.timeline)
        names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
        assert all(names)
        page.selected.choose([page.timeline.ids()[2]])
        programme.delete_blocks(library, page.timeline.ids()[2])
        page.workspace.undo()
        page.close()
        page.deleteLater()
        freed()
        assert not isValid(page)


def test_another_day_forgets_what_was_selected(page: ProgrammePage, library: Library) -> None:
    choose(page, "Keynote")
    other = exchange_copy(library)
    page.workspace.open_day(other)
    assert page.selected.ids == ()
    assert page.list.things.rowCount() == len(page.timeline.ids())
    page.workspace.open_day(None)
    assert page.selected.ids == ()


def exchange_copy(library: Library) -> int:
    from studydag.model.exchange.study_day_json import Loaded

    return exchange.load_day(library, Loaded(replace(day(library), uid="other"), Setting()))


def test_a_new_part_is_brought_into_view(page: ProgrammePage, library: Library) -> None:
    page.commands.add_part()
    row = page.list.things.row_of(-day(library).parts[1].id)
    seen = page.list.viewport().rect()
    assert seen.contains(page.list.visualRect(page.list.things.index(row, 0)).center())


def test_a_key_shows_the_next_view_and_leaves_the_keys_with_the_blocks(page: ProgrammePage, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
        seen.append((page.list.isVisible(), page.view.isVisible()))
        assert page.list.hasFocus() or page.timeline.hasFocus()
    assert seen == [(True, False), (False, True), (True, True)]


def test_what_falls_off_the_bar_is_behind_a_sign_that_is_seen(page: ProgrammePage, qtbot: QtBot) -> None:
    bar = page.bar.bar
    page.bar.setFixedWidth(page.bar.more.width() + bar.sizeHint().width() // 2)
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    qtbot.waitUntil(more.isVisible)
    picture = more.grab().toImage()
    seen = [picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height())]
    assert max(seen) > 200
