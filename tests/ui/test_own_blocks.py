"""Blocks of one's own are dragged into the programme, as working formats are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studydag.labels import operation_name
from studydag.model.operations import templates
from studydag.model.store.library import Library
from studydag.model.values.programme import BlockKind
from studydag.model.values.school import Template
from studydag.ui.brought import Source, brought_in
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH
from tests.ui.programme import block, day, programme_page, titles


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    found = programme_page(show)
    found.window().resize(1500, 1400)
    found.show_view(BOTH)
    return found


def dragged(page: ProgrammePage, template_id: int) -> QMimeData:
    """Choose one in the list of own blocks; return what it is dragged as."""
    own = page.panel.own_blocks.list
    roles = Qt.ItemDataRole.UserRole
    item = next(own.item(row) for row in range(own.count()) if own.item(row).data(roles) == template_id)
    mime = own.mimeData([item])
    assert own.dragEnabled()
    assert own.mimeTypes() == [Source.OWN_BLOCK.value]
    found = brought_in(mime)
    assert found is not None
    assert (found.source, found.id) == (Source.OWN_BLOCK, template_id)
    return mime


def drop(widget: QWidget, mime: QMimeData, point: QPoint) -> None:
    copies, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point, copies, mime, left, no)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(widget, QDragMoveEvent(point, copies, mime, left, no))
    QApplication.sendEvent(widget, QDropEvent(QPointF(point), copies, mime, left, no))


def test_an_own_block_is_dropped_in_both_views(page: ProgrammePage, library: Library) -> None:
    kept = templates.keep_block(library, block(library, "Galerijronde").id, title="Mijn ronde")
    mime, tea = dragged(page, kept), block(library, "Thee").id
    above = page.timeline.rect_of(tea)
    assert above is not None
    drop(page.timeline, mime, QPoint(300, round(above.top()) + 2))
    assert titles(library)[titles(library).index("Thee") - 1].startswith("Galerijronde")
    assert page.selected.current not in {None, tea}
    page.workspace.undo()
    cell = page.list.visualRect(page.list.things.index(page.list.things.row_of(tea), 1))
    drop(page.list.viewport(), mime, cell.topLeft() + QPoint(10, 2))
    assert titles(library)[titles(library).index("Thee") - 1].startswith("Galerijronde")


def test_where_an_own_block_would_go_is_shown_and_judged(page: ProgrammePage, library: Library) -> None:
    kept = templates.keep_block(library, block(library, "Ontwerp").id)
    dragging = page.timeline.dragging
    brought = brought_in(dragged(page, kept))
    assert brought is not None
    dragging.bring(brought)
    lunch = page.timeline.rect_of(block(library, "Lunch").id)
    assert lunch is not None
    dragging.to(page.timeline.mapToGlobal(QPoint(300, round(lunch.top()) + 2)), takes=False)
    assert dragging.drop is not None
    assert "pin" in [each.kind for each in dragging.obstacles], "65 minutes more don't fit before a pin"
    dragging.cancel()


def test_a_round_of_ones_own_becomes_no_option(page: ProgrammePage, library: Library) -> None:
    choice = next(each for each in day(library).blocks if each.kind is BlockKind.ROUND)
    kept = templates.keep_block(library, choice.id)
    assert library.get(Template, kept).title
    assert templates.block_in(library, kept).minutes == 70
    option = next(each.id for each in day(library).blocks if each.round == choice.id)
    cell = page.list.visualRect(page.list.things.index(page.list.things.row_of(option), 1))
    drop(page.list.viewport(), dragged(page, kept), cell.topLeft() + QPoint(10, 2))
    rounds = [each for each in day(library).blocks if each.kind is BlockKind.ROUND]
    assert len(rounds) == 2
    assert all(each.round is None for each in rounds)


def test_an_own_block_is_renamed_in_its_line_and_deleted_by_its_menu(page: ProgrammePage, library: Library) -> None:
    kept = templates.keep_block(library, block(library, "Galerijronde").id, title="Mijn ronde")
    own = page.panel.own_blocks
    dragged(page, kept)
    entries = {action.text().partition("\t")[0]: action for action in own.menu().actions()}
    own.list.setCurrentRow(0)
    for typed, title in (("Ronde langs de wand", "Ronde langs de wand"), (" ", "Ronde langs de wand")):
        entries["Titel wijzigen"].trigger()
        line = own.list.findChildren(QLineEdit)[-1]
        line.setText(typed)
        own.list.commitData(line)
        own.list.closeEditor(line, QAbstractItemDelegate.EndEditHint.NoHint)
        QApplication.processEvents()
        assert library.get(Template, kept).title == title
        assert own.list.item(0).text() == title
    day_id = page.workspace.day.id
    page.workspace.open_day(None)
    own.refresh()
    assert not own.add.isEnabled()
    page.workspace.open_day(day_id)
    own.setVisible(False)
    own.setVisible(True)
    assert own.add.isEnabled()
    own.list.setFocus()
    entries["Eigen blok verwijderen"].trigger()
    assert not own.list.count()
    assert not own.list.hasFocus()


def test_enter_that_ends_a_title_puts_no_block_into_the_programme(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    kept = templates.keep_block(library, block(library, "Galerijronde").id, title="Mijn ronde")
    own = page.panel.own_blocks
    dragged(page, kept)
    own.list.setCurrentRow(0)
    before = titles(library)
    own.list.editItem(own.list.currentItem())
    line = own.list.findChildren(QLineEdit)[-1]
    line.setText("Ronde langs de wand")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: library.get(Template, kept).title == "Ronde langs de wand")

    assert titles(library) == before
    language = page.workspace.language
    step = library.undo_step
    assert step is not None
    assert operation_name(step.op, language) == language.gettext("change title of own block")
