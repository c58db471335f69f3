"""The time line of the follow-up: selected with the table, moved by mouse, keys and menu, and read out."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.rules.calendar.dates import resolve
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay
from studydag.ui.follow_up.canvas import LineCanvas
from studydag.ui.follow_up.painting import month_names
from studydag.ui.look import Look
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.page import Page
from studydag.ui.reading_order import step

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> FollowUpPage:
    found = show(FollowUpPage)
    assert isinstance(found, FollowUpPage)
    found.tabs.show_part(found.line)
    found.window().activateWindow()
    found.line.canvas.setFocus()
    qtbot.waitUntil(found.line.canvas.hasFocus)
    return found


@pytest.fixture
def canvas(page: FollowUpPage) -> LineCanvas:
    return page.line.canvas


def open_action(library: Library) -> Action:
    """The action that is due two weeks after the day."""
    return next(each for each in library.get(StudyDay, 1).actions if each.due == RelativeDate(2, DateUnit.WEEKS))


def spot(canvas: LineCanvas, reference: Reference) -> QPoint:
    canvas.show_thing(reference)
    rect, box = canvas.rect_of(reference), canvas.picture.boxes[reference]
    assert rect is not None
    # Its first mark.
    return (rect.topLeft() + QPointF(box.xs[0] - box.left, box.y - box.top)).toPoint()


def test_what_the_keys_work_on_is_seen_when_tab_comes_to_the_line(page: FollowUpPage, canvas: LineCanvas) -> None:
    page.resize(page.width(), 320)
    assert step(page, forward=False)
    assert step(page, forward=True)
    assert canvas.hasFocus()
    rect = canvas.rect_of(canvas.current)
    assert rect is not None
    assert canvas.visibleRegion().boundingRect().contains(rect.center().toPoint())


def test_selecting_on_the_line_selects_in_the_table_and_shows_the_form(
    page: FollowUpPage, canvas: LineCanvas, library: Library, qtbot: QtBot
) -> None:
    action = open_action(library)
    qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, ("action", action.id)))
    assert page.selection() == (("action", action.id),)
    assert page.panel.form(Action).isVisible()
    other = next(each for each in library.get(StudyDay, 1).actions if each.id != action.id)
    page.actions_by_date.choose(other.id)
    assert canvas.chosen == ("action", other.id)


def test_undo_stays_where_one_works_on_the_line_and_per_owner(
    page: FollowUpPage, canvas: LineCanvas, library: Library, qtbot: QtBot
) -> None:
    action = open_action(library)
    qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, ("action", action.id)))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert library.get(Action, action.id).due != action.due
    assert page.reveal(Place(1, "action", action.id))
    library.undo()
    assert page.line.isVisible()
    assert canvas.chosen == ("action", action.id)
    page.tabs.show_part(page.actions_by_owner)
    assert page.reveal(Place(1, "action", action.id))
    assert page.actions_by_owner.isVisible()


def test_a_measure_is_selected_on_the_line_though_no_list_here_has_it(
    page: FollowUpPage, canvas: LineCanvas, library: Library
) -> None:
    measure = library.get(StudyDay, 1).measures[0]
    canvas.choose(("measure", measure.id))
    assert page.selection() == (("measure", measure.id),)
    assert page.panel.form(Measure).isVisible()
    page.actions_by_date.choose(open_action(library).id)
    assert page.selection()[0][0] == "action"


def test_r005_dragging_makes_it_later_and_it_stays_relative(
    page: FollowUpPage, canvas: LineCanvas, library: Library, qtbot: QtBot
) -> None:
    action = open_action(library)
    start = spot(canvas, ("action", action.id))
    end = QPoint(round(start.x() + 14 * canvas.picture.day), start.y())
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, QPoint(start.x() + 20, start.y()))
    qtbot.mouseMove(canvas, end)
    canvas.grab()
    qtbot.mouseRelease(canvas, LEFT, pos=end)
    assert library.get(Action, action.id).due == RelativeDate(4, DateUnit.WEEKS)
    assert page.panel.form(Action).field("due").shown == RelativeDate(4, DateUnit.WEEKS)
    library.undo()
    assert library.get(Action, action.id).due == action.due


def test_arrows_move_by_a_day_and_with_shift_by_a_week_and_the_proposal_is_taken(
    page: FollowUpPage, canvas: LineCanvas, library: Library, qtbot: QtBot
) -> None:
    action = open_action(library)
    canvas.choose(("action", action.id))
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert library.get(Action, action.id).due == RelativeDate(3, DateUnit.WEEKS)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    saturday = dt.date(2027, 4, 3)
    day = library.get(StudyDay, 1)
    assert resolve(library.get(Action, action.id).due, day) == saturday
    assert "weekend" in page.line.line.text()
    assert page.line.take_proposal.isVisible()
    page.line.take_proposal.click()
    # Good Friday is on 26 March, Easter Monday on 29 March 2027: Monday 5 April is a school day.
    assert resolve(library.get(Action, action.id).due, library.get(StudyDay, 1)) == dt.date(2027, 4, 5)
    assert not page.line.take_proposal.isVisible()


def test_up_and_down_walk_and_number_keys_say_the_state(
    page: FollowUpPage, canvas: LineCanvas, library: Library, qtbot: QtBot
) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.chosen == canvas.ids()[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.chosen == canvas.ids()[1]
    action = open_action(library)
    canvas.go_to(("action", action.id))
    qtbot.keyClick(canvas, Qt.Key.Key_4)
    assert library.get(Action, action.id).state is ActionState.DID_NOT_WORK
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.panel.form(Action).isVisible()
    assert page.panel.form(Action).field("due").isAncestorOf(QApplication.focusWidget())


def test_the_menu_makes_a_date_fixed_and_relative_again(
    page: FollowUpPage, canvas: LineCanvas, library: Library
) -> None:
    action = open_action(library)
    reference = ("action", action.id)
    canvas.choose(reference)

    def press(text: str) -> None:
        menu = page.line.menu_of(reference)
        next(each for each in menu.actions() if each.text().startswith(text)).trigger()
        menu.deleteLater()

    press("Let it stay")
    assert library.get(Action, action.id).due == dt.date(2027, 3, 25)
    press("Let it move")
    assert library.get(Action, action.id).due == RelativeDate(2, DateUnit.WEEKS)


def test_a_thing_without_a_date_is_counted_and_brought(page: FollowUpPage, library: Library) -> None:
    action = open_action(library)
    editing.change(library, Action, action.id, due=None)
    assert page.line.undated.text() == "1 without a date"
    page.line.undated.click()
    assert page.selection() == (("action", action.id),)
    assert page.actions_by_date.isVisible()


@pytest.mark.usefixtures("listening")
def test_each_thing_is_told_with_its_date_its_state_and_who_sees_to_it(canvas: LineCanvas, library: Library) -> None:
    action = open_action(library)
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface.childCount() == len(canvas.ids())
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    told = next(name for name in names if " ".join(action.what.split()) in name)
    assert "25 Mar 2027" in told
    assert "open" in told
    assert "2 weeks after the day" in told


def test_it_is_painted_in_both_palettes_and_for_a_day_without_a_date(
    page: FollowUpPage, canvas: LineCanvas, look: Look, library: Library
) -> None:
    for dark in (True, False):
        look.dress(dark=dark)
        assert not canvas.grab().isNull()
    canvas.zoom_by(1)
    assert not canvas.grab().isNull()
    for part in library.get(StudyDay, 1).parts:
        editing.change(library, type(part), part.id, date=None)
    assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("code", "month", "names"),
    [
        ("en", dt.date(2026, 9, 1), ["September 2026", "Sept 2026", "Sept ’26", "Sept"]),
        ("nl", dt.date(2027, 3, 1), ["maart 2027", "mrt 2027", "mrt ’27", "mrt"]),
    ],
)
def test_a_year_beside_a_month_does_not_read_as_a_day(code: str, month: dt.date, names: list[str]):
    assert month_names(month, Language.of(code), with_year=True) == names
    assert month_names(month, Language.of(code), with_year=False) == [names[0].split()[0], names[-1]]
