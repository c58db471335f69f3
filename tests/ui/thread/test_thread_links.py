"""Links of the thread made and parted in its picture: by keys, by the mouse and by the menu."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference
from studydag.ui.thread.canvas import ThreadCanvas
from studydag.ui.thread.view import ThreadView
from tests.ui.programme import day
from tests.ui.thread_spots import spot, unlinked

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def drag(canvas: ThreadCanvas, qtbot: QtBot, one: Reference, other: Reference) -> None:
    start, end = spot(canvas, one), spot(canvas, other)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)


def offered(menu: QMenu) -> Iterator[QAction]:
    """Give everything that a menu and the menus in it offer to tick."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from offered(inner)
        elif action.isCheckable():
            yield action


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
