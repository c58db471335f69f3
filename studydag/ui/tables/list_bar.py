"""The bar above a list: its heading and its buttons, of which the first leaves off its word where that saves a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from studydag.ui.icons import icon_size
from studydag.ui.layouts.head_layout import HeadLayout
from studydag.ui.spoken_roles import SpokenAs, speak_as

AROUND_SIGN = 16
"""Pixels that a button with a sign alone takes beside it."""


class ListBar(HeadLayout):
    """Makes a button of each action of a list; `within` is the list itself. A `compact` one has signs alone."""

    def __init__(self, within: QWidget, heading: QLabel, *, compact: bool) -> None:
        """Begin with the heading."""
        super().__init__()
        self._within = within
        self._heading = heading
        self._compact = compact
        self._adding: QToolButton | None = None
        self._width_of_adding = 0
        self.addWidget(heading)

    @property
    def adding(self) -> QToolButton | None:
        """The button that adds, if there is one."""
        return self._adding

    def add(self, action: QAction, *, adds: bool = False) -> QToolButton:
        """Return a new button of an action, at the end; the one that `adds` says so with a word."""
        button = QToolButton(self._within)
        button.setAutoRaise(True)
        button.setIconSize(icon_size(self._within))
        _follow(button, action)
        button.setObjectName(action.objectName())
        if adds:
            self._adding = button
            button.setProperty("role", "add")
        if action.icon().isNull():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        elif adds and not self._compact:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(f"{action.text()}: {self._heading.text()}")
        self.addWidget(button)
        return button

    def fit(self) -> None:
        """Leave the word off the button that adds, where that lets all stand on one line, or all below the heading."""
        add, with_word = self._adding, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if add is None or self._compact:
            return
        now = add.minimumSizeHint().width()
        if add.toolButtonStyle() is with_word:
            self._width_of_adding = now
        room, sign = self._within.contentsRect().width(), add.iconSize().width() + AROUND_SIGN
        line = self.width_of_line - now
        if line + sign > room:
            line = self.width_of_buttons - now
        fits = line + self._width_of_adding <= room or line + sign > room
        style = with_word if fits else Qt.ToolButtonStyle.ToolButtonIconOnly
        if add.toolButtonStyle() is not style:
            add.setToolButtonStyle(style)


class UnderBar(QWidget):
    """A widget whose buttons fit its width, and which is never lower than they are together."""

    bar: ListBar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons fit another width."""
        super().resizeEvent(event)
        self.bar.fit()
        if event.oldSize().width() != event.size().width():
            # What its texts take is another height now.
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Be as high as heading, buttons and hint are at this width: splitters don't ask for that."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None:
            return least
        return least.expandedTo(QSize(0, layout.minimumHeightForWidth(self.width())))

    def event(self, event: QEvent) -> bool:
        """Let the buttons fit once they are dressed or say something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.bar.fit()
        return super().event(event)


def _follow(button: QToolButton, action: QAction) -> None:
    """Let a button be what its action is."""
    menu = action.menu()
    if not isinstance(menu, QMenu):
        button.setDefaultAction(action)
        return
    # With the menu of a default action there is nothing to do with it from outside: it needs one of its own.
    button.setIcon(action.icon())
    button.setText(action.iconText())
    button.setToolTip(action.toolTip())
    button.setMenu(menu)
    speak_as(button, SpokenAs.MENU)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
