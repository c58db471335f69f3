"""Blocks made longer and shorter at their edges: by the mouse, and by keys that do the same."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.timeline.timeline import Timeline
from tests.ui.programme import block, choose, day, titles
from tests.ui.timeline_mouse import ALT, CTRL, SHIFT, drag, middle, move_mouse


def test_an_edge_stretches_in_steps_of_five(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    keynote = block(library, "Keynote")
    edge = middle(timeline, keynote.id, 1.0) - QPoint(0, 1)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    move_mouse(timeline, edge + QPoint(0, round(timeline.scale * 12)))
    preview = timeline.slot(keynote.id)
    assert preview is not None
    assert preview.minutes == keynote.minutes + 10
    assert block(library, "Keynote") == keynote
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert block(library, "Keynote").minutes == keynote.minutes + 10
    library.undo()
    assert block(library, "Keynote") == keynote
    assert library.undo_step is None


def test_an_upper_edge_moves_the_start_and_a_key_does_the_same(
    timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    keynote = block(library, "Keynote")
    before = timeline.slot(keynote.id)
    assert before is not None
    edge = middle(timeline, keynote.id, 0.0) + QPoint(0, 2)
    drag(qtbot, timeline, edge, edge + QPoint(0, round(timeline.scale * 5)))
    after = timeline.slot(keynote.id)
    assert after is not None
    assert (after.start, after.end) == (before.start + 5, before.end)
    library.undo()
    timeline.setFocus()
    timeline.selection.choose([keynote.id])
    qtbot.keyClick(timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    again = timeline.slot(keynote.id)
    assert again is not None
    assert (again.start, again.end) == (before.start + 5, before.end)


def test_an_edge_dragged_with_alt_takes_from_the_next_block(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    keynote, following = block(library, "Keynote"), block(library, "In gesprek")
    edge = middle(timeline, keynote.id, 1.0) - QPoint(0, 1)
    drag(qtbot, timeline, edge, edge + QPoint(0, round(timeline.scale * 5)), modifiers=ALT)
    assert block(library, "Keynote").minutes == keynote.minutes + 5
    assert block(library, "In gesprek").minutes == following.minutes - 5
    library.undo()
    assert (block(library, "Keynote"), block(library, "In gesprek")) == (keynote, following)


def test_alt_pressed_while_an_edge_is_dragged_counts(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    following = block(library, "In gesprek")
    edge = middle(timeline, block(library, "Keynote").id, 1.0) - QPoint(0, 1)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    move_mouse(timeline, edge + QPoint(0, round(timeline.scale * 5)))
    qtbot.keyPress(timeline, Qt.Key.Key_Alt, ALT)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert block(library, "In gesprek").minutes == following.minutes - 5


def test_a_round_has_no_edge_of_its_own(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    before = day(library)
    whole = next(each for each in before.blocks if each.kind is BlockKind.ROUND)
    edge = middle(timeline, whole.id, 1.0) + QPoint(-55, 0)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert timeline.dragging.stretched is None
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert day(library) == before


def test_the_pointer_shows_where_an_edge_is(timeline: Timeline, library: Library) -> None:
    keynote = block(library, "Keynote")
    move_mouse(timeline, middle(timeline, keynote.id, 1.0) - QPoint(0, 1), down=False)
    assert timeline.cursor().shape() is Qt.CursorShape.SizeVerCursor
    move_mouse(timeline, middle(timeline, keynote.id), down=False)
    assert timeline.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_alt_arrows_move_and_with_shift_stretch(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    before, order = day(library), titles(library)
    keynote = choose(page, "Keynote")
    minutes = block(library, "Keynote").minutes
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT)
    assert titles(library)[:2] == [order[1], order[0]]
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT)
    assert titles(library) == order
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT | SHIFT)
    assert library.get(Block, keynote).minutes == minutes + 5
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT | SHIFT)
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT | SHIFT)
    assert library.get(Block, keynote).minutes == minutes - 5
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_alt_shift_right_takes_from_the_next_block(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    keynote, following = block(library, "Keynote"), block(library, "In gesprek")
    choose(page, "Keynote")
    qtbot.keyClick(timeline, Qt.Key.Key_Right, ALT | SHIFT)
    assert block(library, "Keynote").minutes == keynote.minutes + 5
    assert block(library, "In gesprek").minutes == following.minutes - 5
