"""A study day of several parts, on one date or on some: what its head and its programme say of that."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Mode
from studydag.ui.pages.page import Page
from studydag.ui.programme.both_views import LIST
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
    programme.add_part(library, 1, date=dt.date(2027, 3, 18), start=dt.time(9), end=dt.time(12))
    page.workspace.idle.finish()
    assert page.totals.text().startswith("6\u00a0u\u00a030\u00a0inhoud")


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
    assert cell(page, last.id, 0) == "vanaf 14:45"
    assert cell(page, last.id, 2) == "open einde"
    assert page.commands.words.minutes(block(library, "Exitkaart en"), page.timeline.slot(last.id)) == "open einde"
