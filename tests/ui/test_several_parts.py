"""A study day of several parts, on one date or on some: what its head and its programme say of that."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.choices.attendance_grid import AttendanceGrid
from studydag.ui.choices.round_list import RoundList
from studydag.ui.choices.round_tabs import RoundTabs
from studydag.ui.item_models.cells import Cells
from studydag.ui.look import Look
from studydag.ui.overview.as_it_went_table import AsItWentTable
from studydag.ui.pages.page import Page
from studydag.ui.programme.both_views import LIST
from studydag.ui.workspace import Workspace
from tests.ui.programme import block, cell, programme_page

ROOM = 5


def test_the_totals_tell_no_times_of_parts_on_several_dates(
    show: Callable[[type[Page]], Page], library: Library
) -> None:
    page = programme_page(show)
    page.workspace.idle.finish()
    assert page.totals.text().startswith("08:30–15:00\u00a0· ")
    part = programme.add_part(library, 1, date=dt.date(2027, 3, 11), start=dt.time(19), end=dt.time(21))
    programme.add_block(library, 1, Block(title="Diner", minutes=90), Spot(part=part))
    page.workspace.idle.finish()
    assert page.totals.text().startswith("08:30–20:30\u00a0· ")
    # However narrow the page is, they take two lines at most.
    for letters in (28, 38, 55):
        page.resize(page.fontMetrics().height() * letters, page.height())
        page.layout().activate()
        assert page.totals.heightForWidth(page.totals.width()) <= 2 * page.totals.fontMetrics().height()
    programme.add_part(library, 1, date=dt.date(2027, 3, 18), start=dt.time(9), end=dt.time(12))
    page.workspace.idle.finish()
    assert page.totals.text().startswith("6\u00a0u\u00a030\u00a0inhoud")


def test_the_course_of_the_day_and_its_rounds_name_the_date_where_there_are_several(
    workspace: Workspace, library: Library, look: Look, qtbot: QtBot
) -> None:
    cells = Cells(workspace)
    went, rounds, tabs = AsItWentTable(workspace, look), RoundList(workspace, cells), RoundTabs(workspace, cells)
    for each in (went, rounds, tabs):
        qtbot.addWidget(each)
    round_id = next(each.id for each in library.get(StudyDay, 1).blocks if each.kind is BlockKind.ROUND)
    keynote = block(library, "Keynote").id

    def shown() -> tuple[str, str, str]:
        went.show_now()
        rounds.show_owner(workspace.day)
        rounds.bring_up_to_date()
        tabs.show_rounds([round_id], 0)
        planned = went.table.things.index(went.table.things.row_of(keynote), 0).data()
        time = rounds.table.things.index(rounds.table.things.row_of(round_id), 1).data()
        return planned, time, tabs.tabToolTip(0).partition("  ")[2]

    assert shown() == ("08:45–09:20", "10:35–11:45", "10:35–11:45")
    editing.change(library, Part, library.get(StudyDay, 1).parts[0].id, title="Ochtend")
    programme.add_part(library, 1, date=dt.date(2027, 3, 18), start=dt.time(9), end=dt.time(12))
    assert shown() == ("do 11 mrt, 08:45–09:20", "do 11 mrt, 10:35–11:45", "do 11 mrt, 10:35–11:45")
    editing.change(library, Block, keynote, actual_start=dt.time(8, 47))
    attendance = AttendanceGrid(workspace, look, cells)
    qtbot.addWidget(attendance)
    attendance.show()
    attendance.refresh()
    # The year would leave too little room for the day.
    titles = [each.title for each in attendance.table.things.columns]
    assert {"do 11 mrt", "do 18 mrt"} <= set(titles)
    went.show_now()
    assert went.sum.text().startswith("Ochtend (do 11 mrt): gepland 08:30–15:00")


def test_a_block_that_is_online_says_so_in_both_views(show: Callable[[type[Page]], Page], library: Library) -> None:
    page = programme_page(show)
    keynote = block(library, "Keynote")
    editing.change(library, Block, keynote.id, mode=Mode.HYBRID)
    assert cell(page, keynote.id, ROOM) == "Aula · hybride"
    editing.change(library, Block, keynote.id, mode=Mode.ONLINE, room=None)
    assert cell(page, keynote.id, ROOM) == "online"
    assert page.timeline.name_of(keynote.id).endswith("online")


def test_the_heading_of_a_part_in_the_list_selects_it(
    show: Callable[[type[Page]], Page], library: Library, qtbot: QtBot
) -> None:
    page = programme_page(show)
    page.show_view(LIST)
    second = programme.add_part(library, 1, date=dt.date(2027, 3, 18), start=dt.time(9), end=dt.time(12))
    made = programme.add_block(library, 1, Block(title="Inloop", minutes=15), Spot(part=second))
    page.selected.choose([block(library, "Lunch").id])
    heading = page.list.things.index(page.list.things.row_of(-second), 0)
    page.list.scrollTo(heading)
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.visualRect(heading).center())
    assert (page.selected.part, page.selected.ids) == (second, ())
    assert page.list.selected_ids == ()
    form = page.block_inspector.part_form()
    assert form is not None
    assert form.thing_id == second
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert (page.selected.part, page.selected.ids) == (None, (made,))
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert (page.selected.part, page.selected.ids) == (second, ())


def test_an_open_end_has_no_minutes(show: Callable[[type[Page]], Page], library: Library) -> None:
    page = programme_page(show)
    last = block(library, "Exitkaart en")
    editing.change(library, Block, last.id, open_end=True)
    assert cell(page, last.id, 0) == "14:45"
    assert cell(page, last.id, 2) == "open einde"
    assert page.commands.words.minutes(block(library, "Exitkaart en"), page.timeline.slot(last.id)) == "open einde"
