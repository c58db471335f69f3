"""The menus of the programme: all of it by clicking left, parts in order, splitting where the pointer is."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from studydag.language import Language
from studydag.model.operations import editing, programme
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Part
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH
from tests.ui.programme import block


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    found.window().activateWindow()
    found.show_view(BOTH)
    return found


def entries(menu: QMenu) -> dict[str, QAction]:
    """Return what a menu and its submenus offer, by text."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= {text: each for text, each in entries(inner).items() if text not in found}
        elif action.text():
            found[action.text()] = action
    return found


def more(page: ProgrammePage) -> dict[str, QAction]:
    menu = page.bar.more.menu()
    menu.aboutToShow.emit()
    return entries(menu)


def test_the_menu_behind_more_holds_what_the_keys_do(page: ProgrammePage, library: Library) -> None:
    page.selected.choose([block(library, "Keynote").id])
    texts = more(page)

    for text in ("Split…", "Merge with next", "Cut", "Paste", "Make it fit…", "Open end", "Date, times and venue…"):
        assert text in texts
    page.selected.choose(())
    assert "Split…" not in more(page)
    assert "Add part of the day" in more(page)


def test_a_block_is_split_where_the_pointer_is(page: ProgrammePage, library: Library) -> None:
    keynote = block(library, "Keynote").id
    page.selected.choose([keynote])
    rect = page.timeline.rect_of(keynote)
    assert rect is not None
    after = page.timeline.minutes_into(QPointF(rect.center().x(), rect.top() + rect.height() * 0.43))
    assert after == 15
    menu = page.actions_of_blocks.menu(page.timeline, after)
    assert menu.accessibleName() == block(library, "Keynote").title
    entries(menu)["Split at 09:00"].trigger()
    menu.close()

    lengths = [each.minutes for each in library.of_day(Block, 1) if each.title.startswith("Keynote")]
    assert lengths == [15, 20]


def test_d10_blocks_go_to_a_new_part_whose_date_is_asked(page: ProgrammePage, library: Library) -> None:
    thee = block(library, "Thee").id
    page.selected.choose([thee])
    more(page)["New part, such as another date"].trigger()
    parts = library.of_day(Part, 1)

    assert len(parts) == 2
    assert library.get(Block, thee).part == parts[1].id
    assert page.selected.part == parts[1].id
    form = page.block_inspector.part_form()
    focus = QApplication.focusWidget()
    assert form is not None
    assert focus is not None
    assert form.field("date").isAncestorOf(focus)


def test_parts_change_places_and_go_without_their_blocks(page: ProgrammePage, library: Library) -> None:
    first = library.of_day(Part, 1)[0].id
    second = programme.add_part(library, 1, title="Avond", start=dt.time(19), end=dt.time(21))
    editing.change(library, Part, second, venue="Theater")
    commands = page.commands.parts
    commands.step(second, -1)
    assert [part.id for part in library.of_day(Part, 1)] == [second, first]
    commands.step(second, 1)
    assert [part.id for part in library.of_day(Part, 1)] == [first, second]

    count = len(library.of_day(Block, 1))
    menu = page.actions_of_blocks.part_menu(page.timeline, first)
    entries(menu)["Delete part, park its blocks"].trigger()
    menu.close()
    assert [part.id for part in library.of_day(Part, 1)] == [second]
    assert len(library.of_day(Block, 1)) == count


def test_an_end_is_opened_and_closed_again(page: ProgrammePage, library: Library) -> None:
    last = block(library, "Exitkaart en").id
    page.selected.choose([last])
    for is_open in (True, False):
        page.actions_of_blocks.open_end.trigger()
        assert library.get(Block, last).open_end is is_open
