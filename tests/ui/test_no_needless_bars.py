"""Tables of a page leave out what has no room before they have to be scrolled from side to side."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from studydag.model.operations import editing
from studydag.model.values.follow_up import Action
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.effect import EffectPage
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.overview import OverviewPage
from studydag.ui.pages.page import Page
from studydag.ui.pages.people import PeoplePage
from studydag.ui.tables.thing_table import ThingTable

NARROW = 560
"""In pixels: a page between the two columns at its sides, in a window of 1024."""
Show = Callable[[type[Page]], Page]


def scrolled(page: Page) -> list[str]:
    """Return the tables of a page that scroll from side to side."""
    page.resize(NARROW, 560)
    found = []
    for place in range(page.tabs.bar.count()):
        page.tabs.bar.setCurrentIndex(place)
        for _ in range(3):
            page.workspace.idle.finish()
            QApplication.processEvents()
        found += [
            table.accessibleName()
            for table in page.findChildren(ThingTable)
            if table.isVisible() and table.horizontalScrollBar().maximum()
        ]
    return found


def test_no_table_of_a_narrow_page_scrolls_from_side_to_side(show: Show):
    for kind in (PeoplePage, OverviewPage, ChoicesPage):
        page = show(kind)
        page.window().resize(NARROW, 600)
        page.setFixedWidth(NARROW)
        assert scrolled(page) == []


def test_rows_that_all_have_room_are_not_scrolled_and_no_column_comes_and_goes(show: Show):
    page = show(FollowUpPage)
    editing.change(page.workspace.library, Action, 1, what="Voorbereidingsgroep samenstellen")
    table = page.actions_by_date.table
    word = table.fontMetrics().horizontalAdvance("Voorbereidingsgroep")
    dates = table.fontMetrics().horizontalAdvance("wo 25 nov 2026")
    for width in range(580, 820, 40):
        for height in range(260, 560, 25):
            table.setFixedSize(width, height)
            for _ in range(2):
                page.workspace.idle.finish()
                QApplication.processEvents()
            rows, room = table.verticalHeader().length(), table.viewport().height()
            assert table.verticalScrollBar().isVisible() == (rows > room), (width, height, rows, room)
            assert table.columnWidth(1) > word
            assert table.columnWidth(2) > dates


def test_heads_of_columns_that_are_shown_are_whole(show: Show):
    page = show(EffectPage)
    table = page.measures.table
    header = table.horizontalHeader()
    for width in range(600, 980, 20):
        table.setFixedSize(width, 300)
        QApplication.processEvents()
        shown = [place for place in range(header.count()) if not table.isColumnHidden(place)]
        assert [place for place in shown if table.columnWidth(place) < header.sectionSizeHint(place)] == [], width
