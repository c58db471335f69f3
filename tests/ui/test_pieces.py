"""Pages are built in pieces, ahead of being looked at, and whole for whoever asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.ui.day_view import DayView
from studydag.ui.idle import Idle
from studydag.ui.look import Look
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.register import PAGES
from studydag.ui.pieces import PAUSE, Ahead, Building, Pieces
from studydag.ui.workspace import Workspace
from tests.ui.windows import freed, open_window, parts


def pieces(done: list[int], count: int = 3) -> Pieces:
    for number in range(count):
        done.append(number)
        yield


def test_pieces_are_built_one_at_a_time_and_all_at_once_for_who_asks() -> None:
    done = list[int]()
    building = Building(pieces(done))
    assert building.go_on()
    assert done == [0]
    assert not building.is_done
    building.finish()
    assert done == [0, 1, 2]
    assert building.is_done
    assert not building.go_on()


def test_a_piece_that_asks_for_the_whole_does_not_begin_again() -> None:
    done = list[str]()

    def asking() -> Iterator[None]:
        done.append("first")
        building.finish()
        yield
        done.append("second")

    building = Building(asking())
    building.finish()

    assert done == ["first", "second"]


def test_what_is_built_ahead_waits_for_what_waits_itself(qtbot: QtBot) -> None:
    idle, done = Idle(), list[int]()
    ahead = Ahead(idle)
    ahead.build(pieces(done))

    turns, is_busy = list[int](), [True]

    def keep_busy() -> None:
        turns.append(1)
        if is_busy:
            idle.add(keep_busy)

    idle.add(keep_busy)
    # A millisecond or more each, so that it would have begun long since.
    qtbot.waitUntil(lambda: len(turns) > PAUSE + 100)
    assert done == []
    is_busy.clear()
    qtbot.waitUntil(lambda: done == [0, 1, 2])


def test_nothing_is_built_ahead_any_more_once_the_window_closes(qtbot: QtBot, look: Look, school_file: Path) -> None:
    window = open_window(qtbot, look, school_file)
    assembly, workspace = parts(window)
    done, late = list[int](), list[int]()
    assembly.build_ahead(pieces(done, 100))
    workspace.idle.add(lambda: late.append(1))
    window.close()
    for _ in range(20):
        freed()
        QCoreApplication.processEvents()
    assert done == []
    assert late == []


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, look: Look) -> DayView:
    view = DayView(workspace, look)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    return view


def test_a_tab_that_is_clicked_comes_in_pieces_and_a_page_that_is_asked_for_at_once(view: DayView) -> None:
    heard = list[str]()
    view.selection_changed.connect(lambda: heard.append(view.page.name))
    view.workspace.idle.finish()
    assert view.page_in_view is not None
    assert heard == [PAGES[0].name]

    view.tabs.setCurrentIndex(1)
    assert view.page_in_view is None
    turns = 0
    while view.page_in_view is None:
        view.workspace.idle.do_next()
        turns += 1
    assert turns > 5
    view.workspace.idle.finish()
    assert heard == [PAGES[0].name, PAGES[1].name]

    page = view.show_page("programme")
    assert page.is_built
    assert view.page_in_view is page
    view.workspace.idle.finish()
    assert heard[-1] == "programme"


def test_a_tab_whose_page_is_older_than_the_day_is_read_anew_before_it_is_seen(view: DayView) -> None:
    programme, goals = view.show_page("programme"), view.show_page("goals")
    view.workspace.idle.finish()
    view.workspace.open_day(view.workspace.day.id if view.workspace.day is not None else None)
    view.workspace.idle.finish()
    assert programme.is_stale

    view.tabs.setCurrentIndex([maker.name for maker in PAGES].index("programme"))
    assert not programme.is_stale
    assert view.page_in_view is goals
    view.workspace.idle.finish()
    assert view.page_in_view is programme


def test_every_page_is_built_in_pieces_without_a_day(workspace: Workspace, look: Look) -> None:
    workspace.open_day(None)
    for maker in PAGES:
        page = maker.make(workspace, look)
        turns = 1
        while page.build_more():
            turns += 1
        # That for printing is small.
        assert turns > 1 or maker.name == "print"
        assert page.is_built
        for _piece in page.ahead():
            turns += 1
        # What had no parent would stay when the page goes.
        assert [each for each in QApplication.topLevelWidgets() if each.parentWidget() is None] == [page]
        page.deleteLater()
        freed()


def test_forms_that_are_older_than_the_day_offer_what_it_has(workspace: Workspace, look: Look, qtbot: QtBot) -> None:
    workspace.open_day(None)
    view = DayView(workspace, look)
    qtbot.addWidget(view)
    for _piece in view.ahead():
        pass
    workspace.open_day(1)
    view.resize(1200, 800)
    view.show()
    assert workspace.day is not None
    page = view.show_page("programme")
    assert isinstance(page, ProgrammePage)
    block = next(block for block in workspace.day.blocks if block.goals)
    page.selected.choose([block.id])
    workspace.idle.finish()
    goals = page.block_inspector.form_of("goals").field("goals")
    assert {choice.value for choice in goals.choices} >= set(block.goals)  # type: ignore[attr-defined]
    assert goals.shown == block.goals
    follow_up = view.show_page("follow_up")
    workspace.idle.finish()
    action = next(action for action in workspace.day.actions if action.goals)
    workspace.visit("action", action.id)
    workspace.idle.finish()
    form = follow_up.panel.form(type(action))  # type: ignore[attr-defined]
    assert form.field("goals").shown == action.goals
    assert {choice.value for choice in form.field("goals").choices} >= set(action.goals)
