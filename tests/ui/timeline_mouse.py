"""The mouse on a timeline."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.ui.timeline.timeline import Timeline

NO = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def middle(timeline: Timeline, block_id: int, share: float = 0.5) -> QPoint:
    """Return a point within a block, `share` of its height below its top."""
    rect = timeline.rect_of(block_id)
    assert rect is not None
    return QPoint(round(rect.left()) + 60, round(rect.top() + rect.height() * share))


def move_mouse(timeline: Timeline, point: QPoint, *, modifiers: Qt.KeyboardModifier = NO, down: bool = True) -> None:
    """Move the pointer; qtbot's own moves come without buttons."""
    buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
    at = QPointF(point)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, at, timeline.mapToGlobal(at), Qt.MouseButton.NoButton, buttons, modifiers
    )
    QApplication.sendEvent(timeline, event)


def drag(qtbot: QtBot, timeline: Timeline, start: QPoint, end: QPoint, *, modifiers: Qt.KeyboardModifier = NO) -> None:
    """Take a block at `start` and let it go at `end`."""
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    move_mouse(timeline, start + QPoint(0, 30), modifiers=modifiers)
    move_mouse(timeline, end, modifiers=modifiers)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end)
