"""The page Print: the documents, and each as it is seen, of the day as it stands."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.export.asked import NO, YES
from studydag.export.documents import documents
from studydag.language import Language
from studydag.model.operations import editing, study_days
from studydag.model.operations.next_day import TakenOver, begin_after
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.preview.chosen import Chosen
from studydag.ui.preview.page_view import Fit
from studydag.ui.workspace import Workspace
from tests.ui.print_pages import open_page, settle, shown

NAMES = [each.name for each in documents()]


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> PrintPage:
    return open_page(workspace, look, qtbot)


# -- what is shown


def test_the_list_says_paper_readers_and_pages_once_made(page: PrintPage):
    said = [page.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(page.list.count())]

    assert len(said) == len(NAMES)
    assert "A4" in said[0]
    assert "2 pagina" in said[0]
    assert "pagina" not in said[1]


def test_choosing_another_document_leaves_the_preview_where_it_is(page: PrintPage):
    at = []
    for name in ("plan", "attendance", "evaluation"):
        page.list.choose(name)
        QGuiApplication.sendPostedEvents()
        at.append(page.preview.mapTo(page, QPoint()).x())
    assert len(set(at)) == 1


def test_choosing_a_document_shows_it_with_its_own_options(page: PrintPage, qtbot: QtBot):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    settle(qtbot, page)

    assert page.made is not None
    assert page.made.order.document.name == NAMES[1]
    assert page.options.field("plan_b").isVisible()
    assert [action.text() for action in page.actions_box.other.menu().actions()] == ["Mail aan een begeleider…"]
    assert page.preview.pages.pages == len(PdfReader(io.BytesIO(page.made.data)).pages)


def test_an_option_changes_what_is_seen(page: PrintPage, qtbot: QtBot):
    assert "Na deze dag herkent" in shown(page)
    qtbot.mouseClick(page.options.field("goals").box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    settle(qtbot, page)

    assert "Na deze dag herkent" not in shown(page)


def test_the_language_of_a_document_is_its_own(page: PrintPage, qtbot: QtBot):
    assert "versie" in shown(page)
    page.options.language.edited.emit("en")
    settle(qtbot, page)
    assert "version" in shown(page)
    assert page.workspace.language.code == "nl"

    page.list.choose("plan")
    settle(qtbot, page)
    assert "versie" in shown(page)


def test_a_checklist_can_be_for_one_owner(page: PrintPage, qtbot: QtBot):
    page.list.choose("checklist")
    settle(qtbot, page)
    all_pages = page.preview.pages.pages
    field = page.options.field("owner")
    _everyone, someone, *_others = field.choices
    field.edited.emit(someone.value)
    settle(qtbot, page)

    assert 1 <= page.preview.pages.pages < all_pages
    assert someone.label in shown(page)


def test_private_notes_are_off_again_for_another_day(page: PrintPage, qtbot: QtBot, library: Library):
    other = begin_after(library, 1, "Nog een dag", TakenOver())
    page.list.choose("run-sheet")
    page.options.field("notes").edited.emit(True)
    settle(qtbot, page)
    assert page.made is not None
    assert page.made.order.chosen["notes"] == YES

    page.workspace.open_day(other)
    settle(qtbot, page)
    assert page.made.order.chosen.get("notes", NO) == NO


def test_a_window_that_is_built_again_shows_the_same_document(page: PrintPage, qtbot: QtBot, look: Look):
    page.list.choose("run-sheet")
    page.options.field("steps").edited.emit(False)
    page.options.language.edited.emit("en")
    again = PrintPage(page.workspace, look)
    qtbot.addWidget(again)
    again.show()
    again.stand_as(page.standing())
    settle(qtbot, again)

    assert again.made is not None
    assert again.made.order.document.name == "run-sheet"
    assert again.made.order.chosen == {"steps": NO}
    assert again.made.order.language.code == "en"


def test_the_preview_follows_the_day_and_stays_where_it_was(page: PrintPage, qtbot: QtBot, library: Library):
    bar = page.preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    editing.change(library, StudyDay, 1, title="Een heel andere titel")
    assert not page.is_current
    settle(qtbot, page)

    assert "Een heel andere titel" in shown(page)
    assert bar.value() == before > 0


def test_a_hidden_page_makes_nothing_until_it_is_seen(page: PrintPage, qtbot: QtBot, library: Library):
    page.hide()
    editing.change(library, StudyDay, 1, title="Later")
    assert page.is_current

    page.show()
    settle(qtbot, page)
    assert "Later" in shown(page)


def test_a_day_without_anything_has_its_documents(page: PrintPage, qtbot: QtBot, library: Library):
    page.workspace.open_day(study_days.create(library, "Leeg"))
    for name in NAMES:
        page.list.choose(name)
        settle(qtbot, page)
        assert page.preview.pages.isVisible()
        assert page.preview.pages.pages >= 1


def test_what_goes_wrong_is_said_in_place(workspace: Workspace, look: Look, qtbot: QtBot):
    def broken(*_arguments: object) -> bytes:
        message = "broken"
        raise ValueError(message)

    first, *others = documents()
    page = PrintPage(workspace, look, (replace(first, makers={".pdf": broken}), *others))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.preview.copy.isVisible, timeout=20_000)

    assert page.preview.message.text()
    qtbot.mouseClick(page.preview.copy, Qt.MouseButton.LeftButton)
    assert "ValueError: broken" in QGuiApplication.clipboard().text()

    page.list.choose("plan")
    settle(qtbot, page)
    assert page.preview.pages.isVisible()


# -- pages


def test_only_pages_in_view_are_drawn_and_sharp(page: PrintPage, qtbot: QtBot):
    view = page.preview.pages
    page.list.choose("checklist")
    settle(qtbot, page)
    qtbot.waitUntil(lambda: bool(view.drawn), timeout=20_000)
    page.press.finish()
    QApplication.processEvents()

    assert view.pages > 4
    assert len(view.drawn) <= 3
    assert all(drawn.picture.width() == drawn.wish.width for drawn in view.drawn)


def test_keys_turn_pages_and_change_the_size(page: PrintPage, qtbot: QtBot):
    view = page.preview.pages
    page.list.choose("checklist")
    settle(qtbot, page)
    view.setFocus()
    view.fit_to(Fit.PAGE)

    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    assert page.preview.page_box.value() == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.pages - 1
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == view.pages - 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    page.preview.page_box.setValue(3)
    assert view.page == 2

    before = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > before
    assert view.fit is Fit.OWN
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(before)


def test_the_wheel_with_ctrl_changes_the_size_about_the_pointer(page: PrintPage):
    view = page.preview.pages
    at = QPointF(200, 300)
    held = view.spot_at(at.toPoint())
    wheel = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = view.zoom
    QGuiApplication.sendEvent(view.viewport(), wheel)

    assert view.zoom > before
    again = view.spot_at(at.toPoint())
    assert held is not None
    assert again is not None
    assert again[1].x() == pytest.approx(held[1].x(), abs=0.01)
    assert again[1].y() == pytest.approx(held[1].y(), abs=0.01)


def test_the_preview_reads_out_what_is_on_the_page(page: PrintPage):
    view = page.preview.pages

    assert "Deelnemersprogramma" in view.accessibleName()
    assert "1 van 2" in view.accessibleName()
    assert "Formatief handelen" in view.accessibleDescription()


def test_what_was_chosen_of_someone_who_left_is_forgotten():
    chosen, document = Chosen(Language.of("nl")), next(each for each in documents() if each.name == "checklist")
    chosen.choose(document, "owner", "someone")
    chosen.choose(document, "finished", YES)

    assert not chosen.keep_offered(document, {"owner": frozenset({"", "someone"})})
    assert chosen.keep_offered(document, {"owner": frozenset({""})})
    assert chosen.options_of(document) == {"finished": YES}


def test_however_narrow_the_preview_is_the_size_of_the_pages_can_be_read(page: PrintPage, qtbot: QtBot):
    preview = page.preview
    for width in (1200, 560, 420):
        page.resize(width, 600)
        qtbot.waitUntil(lambda: preview.size_box.width() >= preview.size_box.sizeHint().width())
        assert preview.page_box.width() >= preview.page_box.sizeHint().width()
