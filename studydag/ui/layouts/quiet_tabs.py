"""Tab bars whose tabs give way: those for which there is no room stand in a menu at the end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from studydag.ui.letters import MARK
from studydag.ui.menu import Menu
from studydag.ui.spoken_roles import SpokenAs, speak_as

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


def that_fit(widths: Sequence[int], current: int, room: int, button: int) -> list[int]:
    """Return the places of the tabs that fit, in pixels; the current one always does.

    Where not all do there has to be room for the button behind them too.
    """
    if sum(widths) <= room:
        return list(range(len(widths)))
    left = room - button - (widths[current] if 0 <= current < len(widths) else 0)
    shown = []
    for place, width in enumerate(widths):
        if place == current:
            shown.append(place)
            continue
        left -= width
        if left < 0:
            break
        shown.append(place)
    return shown if current in shown or current < 0 else [*shown, current]


class QuietTabs(QTabBar):
    """A tab bar that shows that it has the focus to who works with the keys, and not to who clicked a tab.

    Tabs for which there is no room stand in the menu of the button `more`; the arrow keys reach these as the others.
    """

    def __init__(self, more: str = "", parent: QWidget | None = None) -> None:
        """Begin without tabs; `more` is what the button says that holds those for which there is no room."""
        super().__init__(parent)
        if more:
            self.setExpanding(False)
        self._absent: set[int] = set()
        self._is_fitting = False
        self._says_more = more
        self.more = QToolButton(self)
        self.more.setObjectName("moreTabs")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.hide()
        self.menu = Menu(self.more)
        self.menu.aboutToShow.connect(self._offer)
        self.more.setMenu(self.menu)
        speak_as(self.more, SpokenAs.MENU)
        self.currentChanged.connect(lambda _place: self.fit_in())

    # -- what is in view

    def hidden_tabs(self) -> list[int]:
        """Return the places of the tabs for which there is no room."""
        return [place for place in self._wanted() if not super(QuietTabs, self).isTabVisible(place)]

    def said_of_more(self, places: Sequence[int]) -> str:  # noqa: ARG002 - who counts what stands there does so here
        """Return what the button says that holds the tabs at these places."""
        return self._says_more

    def fit_in(self) -> None:
        """Show the tabs for which there is room, and the others in a menu."""
        if self._is_fitting or not self._says_more or not self.count():
            return
        self._is_fitting = True
        try:
            self._fit_in()
        finally:
            self._is_fitting = False

    def _fit_in(self) -> None:
        wanted = self._wanted()
        widths = [self.tabSizeHint(place).width() for place in wanted]
        now = self.currentIndex()
        current = wanted.index(now) if now in wanted else -1
        # What it would say with all of them in it is as wide as it gets.
        self.more.setText(self.said_of_more(wanted))
        self.more.ensurePolished()
        shown = {wanted[at] for at in that_fit(widths, current, self.width(), self.more.sizeHint().width())}
        for place in sorted(wanted, key=lambda each: each not in shown):
            if super().isTabVisible(place) is not (place in shown):
                super().setTabVisible(place, place in shown)
        hidden = [place for place in wanted if place not in shown]
        self.more.setVisible(bool(hidden))
        if hidden:
            self.more.setText(self.said_of_more(hidden))
            end = max((self.tabRect(place).right() + 1 for place in shown), default=0)
            wide = min(self.more.sizeHint().width(), self.width())
            self.more.setGeometry(min(end, self.width() - wide), 0, wide, self.height())
            self.more.raise_()

    def _wanted(self) -> list[int]:
        return [place for place in range(self.count()) if place not in self._absent]

    def _offer(self) -> None:
        self.menu.clear()
        for place in self.hidden_tabs():
            title = self.accessibleTabName(place) or self.tabText(place).replace(MARK * 2, MARK)
            action = self.menu.addAction(title.replace(MARK, MARK * 2))
            action.triggered.connect(partial(self._choose, place))

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.setCurrentIndex(place)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is a tab at all

    def isTabVisible(self, index: int) -> bool:
        """Whether there is such a tab, in view or in the menu."""
        return 0 <= index < self.count() and index not in self._absent

    def setTabVisible(self, index: int, visible: bool) -> None:
        """Let there be a tab, or not."""
        (self._absent.discard if visible else self._absent.add)(index)
        super().setTabVisible(index, visible)
        self.fit_in()

    def setTabText(self, index: int, text: str) -> None:
        """Give a tab another title."""
        super().setTabText(index, text)
        self.fit_in()

    def tabInserted(self, index: int) -> None:
        """Make room for another tab."""
        self._absent = {place + (place >= index) for place in self._absent}
        super().tabInserted(index)
        self.fit_in()

    def tabRemoved(self, index: int) -> None:
        """Have room for the others."""
        self._absent = {place - (place > index) for place in self._absent if place != index}
        super().tabRemoved(index)
        self.fit_in()

    def sizeHint(self) -> QSize:
        """Return the room in which all tabs are in view."""
        hint = super().sizeHint()
        if not self._says_more:
            return hint
        return QSize(sum(self.tabSizeHint(place).width() for place in self._wanted()), hint.height())

    # -- what happens to it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tabs."""
        super().resizeEvent(event)
        self.fit_in()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the tabs that came while it was not seen."""
        super().showEvent(event)
        self.fit_in()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the tabs when their letters or their distances change."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.fit_in()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus, unless it came with a click."""
        self._click(event.reason() is Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be clicked."""
        self._click(True)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the focus from the first key on, and go to the tab beside, in view or in the menu."""
        self._click(False)
        goal = self._goal(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(goal)

    def _goal(self, key: Qt.Key) -> int | None:
        able = [place for place in self._wanted() if self.isTabEnabled(place)]
        now = self.currentIndex()
        if not able or now not in able:
            return None
        if key in _ENDS:
            return able[_ENDS[key]]
        if key in _STEPS:
            return able[min(max(able.index(now) + _STEPS[key], 0), len(able) - 1)]
        return None

    def _click(self, clicked: bool) -> None:
        if clicked is not bool(self.property("clicked")):
            self.setProperty("clicked", clicked)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()
