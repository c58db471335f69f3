"""The thread as a picture: lit up, walked through, made larger, told to assistive technology."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Goal, Need
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.thread.canvas import ThreadCanvas
from studydag.ui.thread.surface import LEAST_READABLE
from studydag.ui.thread.view import ThreadView
from studydag.ui.workspace import Workspace
from tests.ui.programme import day
from tests.ui.thread_spots import spot, unlinked
from tests.ui.windows import open_window, parts

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


# -- what is lit


def test_a_click_lights_up_the_whole_thread_and_shows_the_thing_in_the_right_column(
    page: GoalsPage, canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    goal = day(library).goals[0]
    with qtbot.waitSignal(page.selection_changed):
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, ("goal", goal.id)))
    assert page.selection() == (("goal", goal.id),)
    assert page.inspector() is page.panel
    assert page.panel.form(Goal).thing_id == goal.id
    lit = canvas.web.chain(("goal", goal.id))
    assert {("need", need) for need in goal.needs} < lit
    assert {("block", each.id) for each in day(library).blocks if goal.id in each.goals} < lit
    assert lit != canvas.web.knots.keys()


def test_what_is_not_on_the_thread_is_dimmed(canvas: ThreadCanvas, library: Library) -> None:
    reference = ("goal", day(library).goals[0].id)
    other = next(each for each in canvas.ids() if each not in canvas.web.chain(reference))

    def darkest(of: Reference) -> int:
        rect = canvas.rect_of(of)
        assert rect is not None
        image = QImage(canvas.size(), QImage.Format.Format_RGB32)
        canvas.render(image)
        inner = rect.toRect().adjusted(12, 4, -4, -4)
        xs, ys = range(inner.left(), inner.right()), range(inner.top(), inner.bottom())
        return min(QColor(image.pixel(x, y)).lightness() for x in xs for y in ys)

    before = darkest(other)
    canvas.choose(reference)
    assert darkest(other) > before + 60
    assert abs(darkest(("need", day(library).goals[0].needs[0])) - before) < 40


def test_a_click_beside_everything_or_escape_lights_nothing(
    page: GoalsPage, canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    reference = ("goal", day(library).goals[0].id)
    canvas.choose(reference)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.chosen is None
    canvas.choose(reference)
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(2, canvas.height() - 2))
    assert page.selection() == ()
    assert page.inspector() is None


def test_what_was_selected_in_a_list_is_lit_and_the_other_way_round(
    page: GoalsPage, canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    need = day(library).needs[1]
    page.reveal(Place(1, "goal", day(library).goals[0].id))
    page.show_lists()
    page.needs.choose(need.id)
    page.show_thread()
    assert canvas.chosen == ("need", need.id)
    qtbot.mouseDClick(canvas, LEFT, pos=spot(canvas, ("goal", day(library).goals[1].id)))
    assert page.goals.isVisible()
    assert page.goals.selected_ids == (day(library).goals[1].id,)


def test_loose_things_are_counted_and_can_be_gone_through(
    view: ThreadView, canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    made = editing.create(library, Need(statement="Nobody saw this one"), ("study_day", 1))
    knot = canvas.web.knots["need", made]
    assert knot.lacks == ("goal",)
    assert view.loose.isVisible()
    count = len(canvas.web.loose)
    assert view.loose.text().startswith(str(count))
    seen = set()
    for _ in range(count):
        qtbot.mouseClick(view.loose, LEFT)
        assert canvas.chosen is not None
        seen.add(canvas.chosen)
    assert ("need", made) in seen
    assert len(seen) == count


# -- keys


def test_arrows_stay_in_the_column_and_follow_the_links(canvas: ThreadCanvas, library: Library, qtbot: QtBot) -> None:
    goals = canvas.picture.columns[1]
    canvas.go_to(goals[0])
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current == goals[1]
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current == goals[-1]
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.current == goals[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current in canvas.web.after(goals[0])
    assert canvas.current[0] == "block"
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current in canvas.web.knots
    assert canvas.current[0] == "goal"
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current[0] == "need"
    qtbot.keyClick(canvas, Qt.Key.Key_End, CTRL)
    assert canvas.current == canvas.ids()[-1]
    assert canvas.chosen is None


def test_space_lights_up_and_enter_opens(
    page: GoalsPage, canvas: ThreadCanvas, workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    action = next(each for each in day(library).actions if each.goals)
    canvas.go_to(("action", action.id))
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert page.panel.form(Action).thing_id == action.id
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.chosen is None
    with qtbot.waitSignal(workspace.go) as went:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert went.args == [Place(1, "action", action.id)]


def test_everything_can_be_reached_with_the_arrow_keys(canvas: ThreadCanvas, qtbot: QtBot) -> None:
    start = canvas.ids()[0]
    seen, open_ = {start}, [start]
    while open_:
        at = open_.pop()
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            canvas.go_to(at)
            qtbot.keyClick(canvas, key)
            assert canvas.current is not None
            if canvas.current not in seen:
                seen.add(canvas.current)
                open_.append(canvas.current)
    assert seen == set(canvas.ids())


# -- how large


def test_all_five_columns_are_seen_beside_each_other_in_a_small_window(canvas: ThreadCanvas) -> None:
    beside = canvas.scroll_area.window()
    assert isinstance(beside, QSplitter)
    beside.setSizes([552, 648])
    room = canvas.scroll_area.viewport().width()
    assert room <= 552
    assert canvas.zoom >= LEAST_READABLE
    assert canvas.minimumWidth() <= room


def test_zoom_by_keys_wheel_and_buttons(view: ThreadView, canvas: ThreadCanvas, qtbot: QtBot) -> None:
    start, need = canvas.zoom, canvas.ids()[0]
    box = canvas.rect_of(need)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    larger = canvas.rect_of(need)
    assert canvas.zoom > start
    assert box is not None
    assert larger is not None
    assert larger.height() > box.height()
    qtbot.mouseClick(view.smaller, LEFT)
    qtbot.mouseClick(view.smaller, LEFT)
    assert canvas.zoom < start
    at = QPointF(20, 20)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    before = canvas.zoom
    QApplication.sendEvent(canvas, wheel)
    assert canvas.zoom > before
    qtbot.mouseClick(view.all, LEFT)
    seen = view.scroll_area.maximumViewportSize()
    assert canvas.minimumWidth() <= seen.width()
    assert canvas.minimumHeight() <= seen.height()
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom == start


def test_the_columns_take_the_room_there_is(view: ThreadView, canvas: ThreadCanvas, qtbot: QtBot) -> None:
    view.window().resize(2400, 900)
    qtbot.waitUntil(lambda: view.scroll_area.viewport().width() > 1500)
    assert canvas.zoom == 1.0
    assert canvas.minimumWidth() <= view.scroll_area.viewport().width()
    assert view.scroll_area.horizontalScrollBar().maximum() == 0


# -- assistive technology


def test_each_thing_has_a_name_that_says_with_what_it_is_linked(canvas: ThreadCanvas, library: Library) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface.text(QAccessible.Text.Name) == "Thread"
    assert interface.childCount() == len(canvas.ids())
    names = {interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())}
    goal = day(library).goals[1]
    name = next(each for each in names if each.startswith("Goal G2: "))
    assert goal.sentence.rstrip(".") in name
    assert "linked with" in name
    assert len(names) == interface.childCount()


def test_what_is_chosen_and_current_is_told(canvas: ThreadCanvas) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    first, second = canvas.ids()[:2]
    canvas.choose(first)
    canvas.go_to(second)
    child = interface.child(0)
    assert child.state().selected
    assert interface.child(1).state().focused
    assert interface.focusChild().text(QAccessible.Text.Name) == canvas.name_of(second)
    assert interface.childAt(child.rect().center().x(), child.rect().center().y()) is child
    assert interface.indexOfChild(child) == 0
    assert not child.rect().isEmpty()


def test_an_item_of_a_thing_that_is_gone_is_let_go(canvas: ThreadCanvas, library: Library) -> None:
    made = editing.create(library, Need(statement="Short-lived"), ("study_day", 1))
    interface = QAccessible.queryAccessibleInterface(canvas)
    place = canvas.ids().index(("need", made))
    assert "Short-lived" in interface.child(place).text(QAccessible.Text.Name)
    library.undo()
    assert ("need", made) not in canvas.ids()
    assert interface.childCount() == len(canvas.ids())


# -- the whole window


def test_a_day_without_anything_says_where_to_begin(
    page: GoalsPage, view: ThreadView, library: Library, workspace: Workspace, qtbot: QtBot
) -> None:
    made = editing.create(library, StudyDay(title="Empty"))
    workspace.open_day(made)
    button = next(each for each in view.findChildren(type(page.picture.begin)) if each.isVisible())
    qtbot.mouseClick(button, LEFT)
    assert page.needs.isVisible()


def test_undo_stays_on_the_thread_and_lights_what_it_changed(qtbot: QtBot, look: Look, school_file: Path) -> None:
    window = open_window(qtbot, look, school_file)
    assembly, workspace = parts(window)
    assembly.show_day(1)
    goals = assembly.day_view.show_page("goals")
    assert isinstance(goals, GoalsPage)
    goals.show_thread()
    qtbot.waitUntil(goals.picture.isVisible)
    goal, block = unlinked(workspace.library)
    goals.picture.set_link(("goal", goal.id), ("block", block.id), True)
    workspace.undo()
    assert assembly.day_view.page is goals
    assert goals.picture.isVisible()
    assert goals.picture.reference == ("block", block.id)
    goals.picture.open_asked.emit(("block", block.id))
    assert assembly.day_view.page.name == "programme"
    window.build()


def test_buttons_leave_off_their_words_before_they_take_a_second_line(page: GoalsPage, view: ThreadView) -> None:
    words, sign = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    page.window().resize(1400, 700)
    view.resize(1200, 600)
    assert {each.toolButtonStyle() for each in (view.link, view.part, view.open, view.all)} == {words}
    view.resize(420, 200)
    assert {each.toolButtonStyle() for each in (view.link, view.part, view.open, view.all)} == {sign}
    assert all(each.toolTip() for each in (view.link, view.part, view.open, view.all))
    assert not view.line.wordWrap()
