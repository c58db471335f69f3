"""The column of times of the programme as a list: what is odd about a time costs no title its room."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from studydag.model.operations import programme
from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.block_model import PIN_WIDTH
from studydag.ui.programme.both_views import BOTH, LIST
from studydag.ui.tables.cell_painter import PAD

TIME = 0


@dataclass
class Shown:
    """The page, and the blocks of its day."""

    page: ProgrammePage
    library: Library

    def block(self, title: str) -> Block:
        blocks = self.library.get(StudyDay, 1).blocks
        return next(each for each in blocks if each.title.startswith(title))

    def time(self, block: Block) -> str:
        """What stands in the cell of its time."""
        things = self.page.list.things
        return str(things.index(things.row_of(block.id), TIME).data())

    def height(self, block: Block) -> int:
        return self.page.list.rowHeight(self.page.list.things.row_of(block.id))


@pytest.fixture
def shown(show: Callable[[type[Page]], Page], library: Library) -> Shown:
    page = show(ProgrammePage)
    assert isinstance(page, ProgrammePage)
    page.show_view(BOTH)
    return Shown(page, library)


def test_what_is_odd_about_a_time_stands_below_it_and_widens_nothing_much(shown: Shown, library: Library) -> None:
    keynote, lunch = shown.block("Keynote"), shown.block("Lunch")
    usual, title = shown.height(lunch), shown.page.list.columnWidth(1)
    before = shown.page.list.columnWidth(TIME)
    programme.set_minutes(library, keynote.id, keynote.minutes + 10)
    assert shown.time(lunch) == "11:45\noverlapt 10\u00a0min"
    assert shown.height(lunch) > usual == shown.height(keynote)
    font = QFontMetrics(shown.page.list.font())
    assert shown.page.list.columnWidth(TIME) - before < font.horizontalAdvance("overlapt 10 min")
    assert shown.page.list.columnWidth(1) > title * 3 // 4
    programme.set_minutes(library, keynote.id, keynote.minutes - 15)
    assert shown.time(lunch) == "11:45\n15\u00a0min speling"
    programme.set_minutes(library, keynote.id, keynote.minutes)
    assert shown.height(lunch) == usual
    assert shown.page.list.columnWidth(TIME) == before


def test_a_time_that_is_pinned_later_has_room_for_its_sign(shown: Shown, library: Library) -> None:
    font = QFontMetrics(shown.page.list.font())
    before = shown.page.list.columnWidth(TIME)
    keynote = shown.block("Keynote")
    programme.pin(library, keynote.id)
    assert shown.page.list.columnWidth(TIME) == before
    assert before >= font.horizontalAdvance(shown.time(keynote)) + PIN_WIDTH + 12


def test_a_long_reason_is_cut_rather_than_taking_the_room_of_titles(shown: Shown, library: Library) -> None:
    tea = shown.block("Thee")
    programme.cancel_blocks(library, [tea.id], "De keuken is die middag bezet door de open dag van groep acht")
    font = QFontMetrics(shown.page.list.font())
    assert shown.page.list.columnWidth(TIME) < font.averageCharWidth() * 30


def test_titles_get_the_room_of_ends_in_a_narrow_list_beside_the_timeline(shown: Shown) -> None:
    keynote, blocks = shown.block("Keynote"), shown.page.list
    assert shown.time(keynote) == "08:45"
    title = blocks.columnWidth(1)
    shown.page.show_view(LIST)
    QApplication.processEvents()
    assert shown.time(keynote) == "08:45–09:20"
    shown.page.show_view(BOTH)
    QApplication.processEvents()
    assert (shown.time(keynote), blocks.columnWidth(1)) == ("08:45", title)


@pytest.mark.parametrize("width", [470, 590, 800])
def test_most_titles_are_whole_before_another_column_stands_beside_them(shown: Shown, width: int) -> None:
    blocks = shown.page.list
    blocks.setFixedWidth(width)
    QApplication.processEvents()
    rows = [row for row, each in enumerate(blocks.things.things) if each.block is not None]
    cells = [blocks.things.look_of(row, 1) for row in rows]
    wide = [QFontMetrics(cell.font).horizontalAdvance(cell.text) for cell in cells]
    assert sum(each + 2 * PAD <= blocks.columnWidth(1) for each in wide) >= len(rows) * (5 if width < 500 else 9) // 10
    assert not blocks.isColumnHidden(5)
