"""What of a block is typed where it stands: its start, title and minutes, with Tab from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QWidget

from studydag.language import Language
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.programme import Block
from studydag.ui.fields.text import PAUSE
from studydag.ui.fields.typed import ClockField, MinutesField
from studydag.ui.fields.window_undo import leave_undo_to_window


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed: a title, and a time where that is another; `unpins` where the start was emptied."""

    title: str
    span: WrittenTime | None = None
    unpins: bool = False


class InPlaceEditor(QFrame):
    """Enter or leaving it finishes, Escape gives up. `finished` comes once, with what was typed, or with None.

    The keys of `leading_on` finish as well, and do what stands behind them. `paused` carries the title at each pause in
    which it is to be saved, and the one that stood there first when that is given up after all.
    """

    finished = Signal(object)
    paused = Signal(str)

    def __init__(
        self, block: Block, slot: Slot | None, minutes: int | None, language: Language, parent: QWidget
    ) -> None:
        """Begin with what stands, the title selected; `minutes` None: they can't be typed here."""
        super().__init__(parent)
        _ = language.gettext
        self.leading_on: Mapping[int, Callable[[], object]] = {}
        self._done = False
        self._block = block
        self.setAutoFillBackground(True)
        self.title = QLineEdit(block.title, self)
        self.title.setAccessibleName(_("Title of the block"))
        self.title.setPlaceholderText(_("Title"))
        leave_undo_to_window(self.title)
        self.start = ClockField(language, optional=block.round is None, parent=self)
        self.start.name(_("Start"))
        self.start.after = None if slot is None else slot.part.start
        self.start.show_value(None if slot is None else slot.start_time)
        self.start.setVisible(slot is not None)
        self.minutes = MinutesField(language, parent=self)
        self.minutes.name(_("Minutes"))
        self.minutes.show_value(minutes)
        self.minutes.setVisible(minutes is not None)
        character = self.fontMetrics().averageCharWidth()
        self.start.setFixedWidth(character * 9)
        self.minutes.setFixedWidth(character * 11)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.start, self.title, self.minutes):
            layout.addWidget(widget, 1 if widget is self.title else 0)
        self.setTabOrder(self.start.line, self.title)
        self.setTabOrder(self.title, self.minutes.line)
        for line in self._lines:
            line.installEventFilter(self)
        self.title.textChanged.connect(self._changed)
        self._saving = QTimer(self, singleShot=True, interval=PAUSE)
        self._saving.timeout.connect(self._save)
        self.title.textEdited.connect(lambda _text: self._saving.start())
        self._is_saved = False
        self._first = self.start.shown, self.minutes.shown
        self.title.selectAll()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.start.line, self.title, self.minutes.line

    def begin(self, *, at_start: bool = False) -> None:
        """Put the focus on the title, or on the start."""
        line = self.start.line if at_start and self.start.isVisibleTo(self) else self.title
        line.setFocus()
        line.selectAll()

    def _save(self) -> None:
        # An emptied title is about to be another one.
        if self.title.text().strip():
            self._is_saved = True
            self.paused.emit(self.title.text())

    def has_focus(self) -> bool:
        """Whether something is being typed here."""
        return any(line.hasFocus() for line in self._lines)

    def finish(self) -> None:
        """Take what stands there."""
        for field in (self.start, self.minutes):
            field.finish()
        start, minutes = self.start.shown, self.minutes.shown
        other_start, other_minutes = start != self._first[0], minutes != self._first[1]
        span = None
        if (other_start and start is not None) or other_minutes:
            span = WrittenTime(start=start if other_start else None, minutes=minutes if other_minutes else None)
        self._end(Typed(title=self.title.text(), span=span, unpins=other_start and start is None))

    def give_up(self) -> None:
        """Leave everything as it is."""
        self._end(None)

    def is_outdated_by(self, block: Block | None) -> bool:
        """Say whether nothing was typed yet of a block that is another one now, as after undo."""
        return block != self._block and not any(line.isModified() for line in self._lines)

    def _changed(self) -> None:
        # Not from the keys: assistive technology wrote it, and will not press Enter.
        if not self.title.isModified():
            self.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish or give up; other keys type."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            then = self.leading_on.get(_without_keypad(event))
            if then is not None or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.finish()
                if then is not None:
                    then()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self._is_saved:
                    self.paused.emit(self._block.title)
                self.give_up()
                return True
        return super().eventFilter(watched, event)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        was_here = before is not None and self.isAncestorOf(before)
        if was_here and (now is None or not self.isAncestorOf(now)):
            self.finish()

    def _end(self, typed: Typed | None) -> None:
        self._saving.stop()
        if not self._done:
            self._done = True
            self.finished.emit(typed)


def _without_keypad(event: QKeyEvent) -> int:
    """Return which key this is with which others held, wherever on the keyboard it stands."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(held, Qt.Key(event.key())).toCombined()
