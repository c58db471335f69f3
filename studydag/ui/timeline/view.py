"""The timeline with its scroll bar, and the tray below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from studydag.model.rules.time.schedule import Schedule
from studydag.ui.look import Look
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.timeline import Timeline
from studydag.ui.timeline.tray import Tray
from studydag.ui.timeline.words import BlockWords


class TimelineView(QWidget):
    """What has clock times scrolls above; what has none lies below and stays in view."""

    def __init__(
        self, look: Look, commands: BlockCommands, actions: BlockActions, parent: QWidget | None = None
    ) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.scroll_area = _scroll_area(self)
        self.timeline = Timeline(look, commands, actions, self.scroll_area)
        self.scroll_area.setWidget(self.timeline)
        self._tray_area = _scroll_area(self)
        self.tray = Tray(look, commands, actions, self.timeline.dragging)
        self._tray_area.setWidget(self.tray)
        self.tray.arranged.connect(self._fit_tray)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scroll_area, 1)
        layout.addWidget(_rule(self))
        layout.addWidget(self._tray_area)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)

    def show_programme(self, schedule: Schedule, words: BlockWords) -> None:
        """Show the clock times of a day, and what has none."""
        self.timeline.show_programme(schedule, words)
        self.tray.show_programme(schedule, words)
        self._fit_tray()

    def show_block(self, block_id: int) -> None:
        """Bring a block into view."""
        if block_id in self.tray.ids():
            rect = self.tray.rect_of(block_id)
            assert rect is not None
            self._tray_area.ensureVisible(round(rect.center().x()), round(rect.center().y()))
        else:
            self.timeline.show_block(block_id)

    def edit_title(self, block_id: int) -> None:
        """Let a title be typed where the block stands."""
        canvas = self.tray if block_id in self.tray.ids() else self.timeline
        canvas.edit_title(block_id)

    def _fit_tray(self) -> None:
        self._tray_area.setFixedHeight(self.tray.usual_height)


def _scroll_area(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    return line
