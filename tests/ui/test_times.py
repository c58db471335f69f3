"""Splitting, merging, shifting and fitting in the window: by key, by menu, and with what they would do shown first."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing, programme
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.fitting import FitDialog
from studydag.ui.dialogs.shifting import ShiftDialog
from studydag.ui.dialogs.splitting import SplitDialog
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.workspace import Workspace
from tests.ui.answering import with_dialog
from tests.ui.programme import block
from tests.ui.windows import freed


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    return found


def choose(page: ProgrammePage, library: Library, *titles: str) -> list[int]:
    ids = [block(library, title).id for title in titles]
    page.selected.choose(ids)
    return ids


def answered(kind: type[QDialog], then: Callable[..., object], run: Callable[[], object]) -> None:
    """Run what shows a dialog, act on it, and accept it."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, kind)
        then(dialog)
        dialog.accept()

    with_dialog(act, run)
    freed()


def test_a_block_is_cut_at_the_moment_that_is_typed(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    (key,) = choose(page, library, "Keynote")
    seen: list[SplitDialog] = []

    def at_five_past_nine(dialog: SplitDialog) -> None:
        seen.append(dialog)
        qtbot.keyClicks(dialog.field.line, "9.05")

    answered(SplitDialog, at_five_past_nine, page.actions_of_blocks.split.trigger)

    titles = [(each.title, each.minutes) for each in library.of_day(Block, 1) if each.title.startswith("Keynote")]
    assert [minutes for _, minutes in titles] == [20, 15]
    assert page.selected.current != key
    assert not shiboken6.isValid(seen[0])


def test_blocks_are_merged_and_what_cannot_be_is_off(page: ProgrammePage, library: Library) -> None:
    choose(page, library, "Keynote")
    assert page.actions_of_blocks.merge.text() == "Merge with next"
    page.actions_of_blocks.merge.trigger()
    whole = block(library, "Keynote")
    assert (whole.minutes, "+" in whole.title) == (50, True)
    library.undo()

    choose(page, library, "Keynote", "Koffie")
    assert not page.actions_of_blocks.merge.isEnabled()
    choose(page, library, "Keuzeronde")
    assert not page.actions_of_blocks.split.isEnabled()
    page.selected.choose([next(each.id for each in library.of_day(Block, 1) if each.round is not None)])
    assert not page.actions_of_blocks.merge.isEnabled()


def test_a_shift_shows_what_moves_and_is_one_step(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    choose(page, library, "Lunch")
    shown: list[int] = []

    def by_quarter_of_an_hour(dialog: ShiftDialog) -> None:
        qtbot.keyClicks(dialog.minutes.line, "15")
        qtbot.keyClick(dialog.minutes.line, Qt.Key.Key_Tab)
        shown.append(dialog.table.topLevelItemCount())

    answered(ShiftDialog, by_quarter_of_an_hour, page.actions_of_blocks.shift.trigger)

    assert shown == [6]
    after = schedule(library.get(StudyDay, 1))
    assert after.parts[0].minutes_over == 15
    library.undo()
    assert schedule(library.get(StudyDay, 1)).parts[0].minutes_over == 0


def test_a_part_is_made_to_fit_after_seeing_how(page: ProgrammePage, library: Library) -> None:
    assert page.fit.isHidden()
    programme.set_minutes(library, block(library, "Keynote").id, 60)
    page.workspace.idle.finish()
    assert not page.fit.isHidden()
    assert "overlaps\u00a0by\u00a025\u00a0min" in page.totals.text()

    def but_not_the_coffee(dialog: FitDialog) -> None:
        items = [dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount())]
        coffee = next(item for item in items if item is not None and item.text(0) == "Koffie")
        lunch = next(item for item in items if item is not None and item.text(0) == "Lunch")
        assert "(−5\u00a0min)" in coffee.text(2)
        assert not lunch.flags() & Qt.ItemFlag.ItemIsUserCheckable
        coffee.setCheckState(0, Qt.CheckState.Unchecked)

    answered(FitDialog, but_not_the_coffee, page.fit.click)

    after = schedule(library.get(StudyDay, 1))
    assert block(library, "Koffie").minutes == 20
    assert not any(slot.overlap_before for slot in after)
    page.workspace.idle.finish()
    assert page.fit.isHidden()
    library.undo()
    assert block(library, "Keynote").minutes == 60


def test_the_part_that_does_not_fit_is_the_one_to_fit_whatever_is_selected(
    page: ProgrammePage, library: Library, workspace: Workspace
) -> None:
    evening = programme.add_part(library, 1, title="Avond")
    soup = editing.create(library, Block(title="Soep", minutes=600, part=evening), ("study_day", 1))
    choose(page, library, "Keynote")
    assert page.commands.times.part_to_fit == evening
    programme.set_minutes(library, block(library, "Keynote").id, 60)
    assert page.commands.times.part_to_fit == block(library, "Keynote").part
    page.selected.choose([soup])
    assert page.commands.times.part_to_fit == evening
    page.selected.choose(())
    workspace.undo()
    assert page.commands.times.part_to_fit == evening


def test_what_cannot_be_spread_is_told_and_nothing_can_be_applied(
    page: ProgrammePage, library: Library, workspace: Workspace
) -> None:
    part = library.of_day(Part, 1)[0]
    for each in library.of_day(Block, 1):
        programme.change_block(library, each.id, minutes_locked=True)
    programme.set_minutes(library, block(library, "Exitkaart en").id, 25)
    dialog = FitDialog(workspace, page.commands.words, part.id, page)

    assert "It is still 10\u00a0min too long." in dialog.summary.text()
    assert not dialog.accepting.isEnabled()
    dialog.deleteLater()


def test_the_menu_offers_them(page: ProgrammePage, library: Library) -> None:
    choose(page, library, "Keynote")
    menu = page.actions_of_blocks.menu(page)
    texts = [action.text() for each in (menu, *menu.findChildren(QMenu)) for action in each.actions()]
    menu.close()

    assert {"Split…", "Merge with next", "Make it fit…", "Other minutes…"} <= set(texts)
    assert page.actions_of_blocks.split.shortcut().toString() == "Ctrl+Shift+M"


def test_columns_give_way_to_titles_and_can_be_chosen(page: ProgrammePage, library: Library) -> None:
    columns = page.list.shown_columns
    page.list.resize(2000, 500)
    assert columns.shown() == {"phase", "working_format", "room", "leads", "goals"}
    page.list.resize(page.list.fontMetrics().averageCharWidth() * 62, 500)
    assert "goals" not in columns.shown()
    assert page.list.isColumnHidden(7)
    menu = QMenu()
    columns.fill(menu)
    goals = next(action for action in menu.actions() if action.text() == "Goals")
    goals.trigger()
    assert not page.list.isColumnHidden(7)
    menu.actions()[-1].trigger()
    assert page.list.isColumnHidden(7)
