"""The thread as a picture: lit up, walked through, linked by mouse, menu and keys, told to assistive technology."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QSplitter
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.pages.page import Page
from studydag.ui.thread.canvas import ThreadCanvas
from studydag.ui.thread.surface import LEAST_READABLE
from studydag.ui.thread.view import ThreadView
from studydag.ui.workspace import Workspace
from tests.ui.windows import open_window, parts

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> GoalsPage:
    found = show(GoalsPage)
    assert isinstance(found, GoalsPage)
    found.show_thread()
    found.picture.canvas.setFocus()
    found.window().activateWindow()
    qtbot.waitUntil(found.picture.canvas.hasFocus)
    return found


@pytest.fixture
def view(page: GoalsPage) -> ThreadView:
    return page.picture


@pytest.fixture
def canvas(view: ThreadView) -> ThreadCanvas:
    return view.canvas


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def spot(canvas: ThreadCanvas, reference: Reference) -> QPoint:
    canvas.show_knot(reference)
    rect = canvas.rect_of(reference)
    assert rect is not None
    return rect.center().toPoint()


def drag(canvas: ThreadCanvas, qtbot: QtBot, one: Reference, other: Reference) -> None:
    start, end = spot(canvas, one), spot(canvas, other)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)


def unlinked(library: Library) -> tuple[Goal, Block]:
    """Return a goal and a block of the day that aren't linked, and whose nodes both stand apart."""
    found = day(library)
    return next(
        (goal, block) for goal in found.goals for block in found.blocks if block.goals and goal.id not in block.goals
    )


def offered(menu: QMenu) -> Iterator[QAction]:
    """Give everything that a menu and the menus in it offer to tick."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from offered(inner)
        elif action.isCheckable():
            yield action


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


# -- links


def test_l_arrows_and_enter_link_and_unlink(canvas: ThreadCanvas, library: Library, qtbot: QtBot) -> None:
    goal, block = unlinked(library)
    canvas.go_to(("block", block.id))
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    while canvas.linking is not None and canvas.linking.target != ("goal", goal.id):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert library.get(Block, block.id).goals == (*block.goals, goal.id)
    assert canvas.linking is None
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.linking is None
    library.undo()
    assert library.get(Block, block.id).goals == block.goals


def test_the_line_below_says_what_enter_would_do(
    view: ThreadView, canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    goal = day(library).goals[0]
    canvas.go_to(("goal", goal.id))
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    assert canvas.linking is not None
    assert canvas.linking.target is not None
    assert "Enter links" in view.line.text()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    while canvas.linking.target not in canvas.web.before(("goal", goal.id)):
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert "Enter unlinks" in view.line.text()


def test_a_drag_links_and_one_undo_parts(canvas: ThreadCanvas, library: Library, qtbot: QtBot) -> None:
    goal, block = unlinked(library)
    drag(canvas, qtbot, ("goal", goal.id), ("block", block.id))
    assert goal.id in library.get(Block, block.id).goals
    library.undo()
    assert library.get(Block, block.id) == block


def test_a_drag_to_what_makes_no_sense_or_to_nothing_links_nothing(
    canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    before = day(library)
    one, other = before.needs[0], before.measures[0]
    drag(canvas, qtbot, ("need", one.id), ("measure", other.id))
    drag(canvas, qtbot, ("need", one.id), ("need", before.needs[1].id))
    assert day(library) == before
    assert canvas.linking is None


def test_a_drag_onto_what_is_linked_already_keeps_the_link(
    canvas: ThreadCanvas, library: Library, qtbot: QtBot
) -> None:
    goal = next(each for each in day(library).goals if each.needs)
    drag(canvas, qtbot, ("need", goal.needs[0]), ("goal", goal.id))
    assert library.get(Goal, goal.id).needs == goal.needs


@pytest.mark.parametrize("kind", ["need", "block", "action", "measure"])
def test_the_menu_links_every_kind_with_a_goal(
    view: ThreadView, canvas: ThreadCanvas, library: Library, kind: str
) -> None:
    made = {
        "need": lambda: editing.create(library, Need(statement="A new need"), ("study_day", 1)),
        "block": lambda: editing.create(library, Block(part=day(library).parts[0].id, title="New"), ("study_day", 1)),
        "action": lambda: editing.create(library, Action(what="New", due=RelativeDate(3)), ("study_day", 1)),
        "measure": lambda: editing.create(library, Measure(title="New"), ("study_day", 1)),
    }[kind]()
    goal = day(library).goals[-1]
    canvas.choose((kind, made))
    view.link_menu.aboutToShow.emit()
    choice = next(each for each in offered(view.link_menu) if each.text().startswith("G3"))
    assert not choice.isChecked()
    choice.trigger()
    assert canvas.is_linked(("goal", goal.id), (kind, made))
    view.link_menu.aboutToShow.emit()
    next(each for each in offered(view.link_menu) if each.isChecked()).trigger()
    assert not canvas.is_linked(("goal", goal.id), (kind, made))
    library.undo()
    assert canvas.is_linked(("goal", goal.id), (kind, made))


def test_an_action_comes_from_one_block(canvas: ThreadCanvas, library: Library, qtbot: QtBot) -> None:
    action = next(each for each in day(library).actions if each.goals)
    first, second = [each for each in canvas.picture.columns[2] if each != ("block", action.block)][:2]
    drag(canvas, qtbot, first, ("action", action.id))
    drag(canvas, qtbot, second, ("action", action.id))
    assert library.get(Action, action.id).block == second[1]
    library.undo()
    assert library.get(Action, action.id).block == first[1]


def test_a_link_is_clicked_and_deleted(view: ThreadView, canvas: ThreadCanvas, library: Library, qtbot: QtBot) -> None:
    goal = next(each for each in day(library).goals if each.needs)
    link = (("need", goal.needs[0]), ("goal", goal.id))
    curve = next(each for each in canvas.picture.curves if each.link == link)
    canvas.show_knot(link[0])
    end = curve.stretches[-1][2]
    # Half way, since its handles are level and as far from both ends.
    at = canvas.on_widget(QPointF((curve.start[0] + end[0]) / 2, (curve.start[1] + end[1]) / 2)).toPoint()
    qtbot.mouseClick(canvas, LEFT, pos=at)
    assert canvas.chosen_link == link
    assert goal.sentence in view.line.text()
    assert view.part.isEnabled()
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert goal.needs[0] not in library.get(Goal, goal.id).needs
    assert canvas.chosen_link is None


def test_what_is_looked_at_only_is_not_linked(canvas: ThreadCanvas, library: Library, qtbot: QtBot) -> None:
    canvas.can_link = False
    goal, block = unlinked(library)
    drag(canvas, qtbot, ("goal", goal.id), ("block", block.id))
    canvas.go_to(("goal", goal.id))
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    assert canvas.linking is None
    assert library.get(Block, block.id) == block


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


def test_undo_stays_on_the_thread_and_lights_what_it_changed(
    qtbot: QtBot, look: Look, tmp_path: Path, example_file: Path
) -> None:
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    window = open_window(qtbot, look, path)
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
