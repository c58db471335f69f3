"""Gives the dividers of splitters a name, and lets keys and a menu move them as well as dragging."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from studydag.language import Language
from studydag.ui.menu import Menu

STEP, BIG_STEP = 16, 80
"""How many pixels a divider moves by a key, and by a choice of its menu."""


class Dividers(QObject):
    """Gives the dividers of a splitter their keys once it is shown, in the language of the window around it."""

    def __init__(self, splitter: QSplitter) -> None:
        """Wait until a splitter is shown."""
        super().__init__(splitter)
        self._splitter = splitter
        splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the splitter to be shown, by when it has its parts."""
        if watched is self._splitter and event.type() == QEvent.Type.Show:
            self.open_up()
        return super().eventFilter(watched, event)

    def open_up(self) -> None:
        """Let keys reach the dividers, and let the parts be met in the order in which they stand."""
        splitter = self._splitter
        # Qt puts each new one below the others, which is the order in which they would be read.
        for each in [splitter.widget(place) for place in range(splitter.count())]:
            if each is not None:
                each.raise_()
        language = _language_around(splitter)
        for place in range(splitter.count()):
            handle = splitter.handle(place)
            handle.raise_()
            if handle.findChild(Divider) is None and language is not None:
                Divider(splitter, handle, language)


def _language_around(widget: QWidget) -> Language | None:
    """Return the language of the window or dialog that a widget stands in; a widget by itself has none."""
    around: QWidget | None = widget
    while around is not None:
        language = getattr(around, "language", None)
        if isinstance(language, Language):
            return language
        around = around.parentWidget()
    return None


class Divider(QObject):
    """The arrow keys move a handle once it was clicked, or reached with F8."""

    def __init__(self, splitter: QSplitter, handle: QSplitterHandle, language: Language) -> None:
        """Give a handle its keys, its name and its menu."""
        super().__init__(handle)
        self.handle = handle
        self._splitter = splitter
        self._language = language
        handle.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        handle.setAccessibleName(language.gettext("Divider"))
        handle.setAccessibleDescription(language.gettext("The arrow keys make more room on either side."))
        handle.installEventFilter(self)

    def move_by(self, pixels: int) -> None:
        """Give so many pixels more to what stands before it, as far as what follows can do without."""
        sizes = self._splitter.sizes()
        place = self._splitter.indexOf(self.handle)
        before = max((each for each in range(place) if sizes[each]), default=0)
        sizes[before] += pixels
        sizes[place] -= pixels
        if min(sizes[before], sizes[place]) > 0:
            self._splitter.setSizes(sizes)
            self._splitter.splitterMoved.emit(self.handle.x(), place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys, offer the menu, and show when the keys are here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._does(event)
        if isinstance(event, QContextMenuEvent):
            self._show_menu(event)
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.handle.update()
        if event.type() == QEvent.Type.Paint and self.handle.hasFocus():
            painter = QPainter(self.handle)
            painter.fillRect(self.handle.rect(), self.handle.palette().color(QPalette.ColorRole.Highlight))
            painter.end()
            return True
        return super().eventFilter(watched, event)

    def _does(self, event: QKeyEvent) -> bool:
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = keys.get(Qt.Key(event.key()))
        if step is None:
            return False
        self.move_by(step * (BIG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP))
        return True

    def _show_menu(self, event: QContextMenuEvent) -> None:
        """Offer to move it without dragging."""
        _ = self._language.gettext
        menu = Menu(self.handle)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        texts = (_("More room on the right"), _("More room on the left"))
        if self.handle.orientation() is Qt.Orientation.Vertical:
            texts = (_("More room below"), _("More room above"))
        for text, step in zip(texts, (-BIG_STEP, BIG_STEP), strict=True):
            menu.addAction(text).triggered.connect(lambda _checked=False, step=step: self.move_by(step))
        menu.popup(event.globalPos())
