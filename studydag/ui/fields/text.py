"""Editors of text: one line, or as many as it takes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from studydag.ui.fields.field import Field
from studydag.ui.fields.window_undo import is_for_window, leave_undo_to_window

PAUSE: Final = 2000
"""Milliseconds without a key after which a text is saved while it is typed."""
LATEST: Final = 10_000
"""Milliseconds of typing without such a pause after which it is saved all the same."""


class _Saving(QTimer):
    """Fires at a pause in typing, or soon after the latest moment where there is none."""

    def __init__(self, parent: QObject, pause: int, latest: int) -> None:
        super().__init__(parent, singleShot=True, interval=pause)
        self._latest = latest
        self._typing = QElapsedTimer()

    def go_on(self) -> None:
        """Wait for the next pause: a key came."""
        if not self.isActive():
            self._typing.start()
        if self._typing.elapsed() <= self._latest:
            self.start()


class LineField(Field):
    """One line of text. Escape goes back to what it was.

    `is_pausing` while `edited` carries what is typed so far, and more may come.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._displays = False
        self._saving: _Saving | None = None
        self._saved: str | None = None
        self._at_first: Any = None
        self.is_pausing = False
        self.line = QLineEdit(self)
        _fill(self, self.line)
        self.line.editingFinished.connect(self._typed)
        self.line.textChanged.connect(self._changed)
        self.line.installEventFilter(self)
        leave_undo_to_window(self.line)

    def refuse(self, held: Any) -> None:
        """Let what was typed stand, to be taken when it is finished again: nothing typed is lost."""
        self._shown = held

    def save_while_typing(self, pause: int = PAUSE, latest: int = LATEST) -> None:
        """From now on take what stands there at each pause as well, as a TextField does; both in milliseconds."""
        self._saving = _Saving(self, pause, latest)
        self._saving.timeout.connect(self._save)
        self.line.textEdited.connect(lambda _text: self._pause())

    def _pause(self) -> None:
        if self._saving is not None:
            self._saving.go_on()

    def _save(self) -> None:
        # An emptied line is about to get another text.
        if self.is_being_typed and self.line.text().strip():
            self._saved, self.is_pausing = self.line.text(), True
            self._finish(self.line.text())
            self.is_pausing = False

    @property
    def is_being_typed(self) -> bool:
        """Whether it holds what the user is typing."""
        return self.line.hasFocus() and self.line.isModified()

    def _display(self, value: Any) -> None:
        text = "" if value is None else str(value)
        if text == self._saved and self.is_being_typed:
            # What was saved in a pause comes back while more is being typed.
            return
        self._saved, self._at_first = None, value
        if text != self.line.text():
            self._displays = True
            self.line.setText(text)
            self._displays = False
            self.line.setCursorPosition(0)

    def finish(self) -> None:
        """Take what stands there as finished."""
        self._typed()

    def _typed(self) -> None:
        if self._saving is not None:
            self._saving.stop()
        self._saved = None
        self._finish(self.line.text())
        self._at_first = self._shown

    def _changed(self) -> None:
        # Neither we nor someone at the keys: assistive technology wrote it, and will not press Enter.
        if not self._displays and not self.line.isModified():
            self._take_over()

    def _take_over(self) -> None:
        """Take what assistive technology wrote as finished."""
        self._typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape bring back what was shown."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.line.isModified():
            self._go_back()
            self.line.setModified(False)
            return True
        return False

    def _go_back(self) -> None:
        """Show what stood there before the first pause."""
        saved, self._saved = self._saved, None
        if self._saving is not None:
            self._saving.stop()
        if saved is None:
            self._display(self._shown)
            return
        before = self._at_first
        self._display(before)
        self._finish(before)


class TextField(Field):
    """Several lines of text, as high as what stands in it. It is finished when it loses focus, or with Ctrl+Enter."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        """Begin empty, `lines` high at least."""
        super().__init__(parent)
        self._lines = lines
        self._saving: _Saving | None = None
        self._saved: str | None = None
        self._at_first = ""
        self.text = _Text(self)
        _fill(self, self.text)
        self.text.setTabChangesFocus(True)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.text.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def finish(self) -> None:
        """Take what stands there as finished."""
        self._finish(self.text.toPlainText())

    def refuse(self, held: Any) -> None:
        """Let what was typed stand, to be taken when it is finished again: nothing typed is lost."""
        self._shown = held

    def save_while_typing(self, pause: int = PAUSE, latest: int = LATEST) -> None:
        """From now on take what stands there at each pause as well, and after so long without any; in milliseconds.

        Nothing long is to be lost when a machine fails.
        """
        self._saving = _Saving(self, pause, latest)
        self._saving.timeout.connect(self._save)

    def typing_goes_on(self) -> None:
        """Wait for a pause, if that is asked for."""
        if self._saving is not None:
            self._saving.go_on()

    def _save(self) -> None:
        if self.text.hasFocus():
            self._saved = self.text.toPlainText()
            self.finish()

    def undo_typing(self) -> bool:
        """Go back to what was shown; return whether that was something else."""
        before = self.text.toPlainText()
        self._saved = None
        if self._saving is not None:
            self._saving.stop()
        self._display(self._at_first)
        self.finish()
        return before != self.text.toPlainText()

    def begin(self) -> None:
        """Remember what stands there, to go back to it."""
        self._at_first = self.text.toPlainText()

    def _display(self, value: Any) -> None:
        text = "" if value is None else str(value)
        if text == self._saved and self.text.hasFocus():
            # What was saved in a pause comes back while more is being typed.
            return
        self._saved = None
        self._at_first = text
        if text != self.text.toPlainText():
            self.text.put(text)

    def fit(self) -> None:
        """Be as high as what stands in it, within reason."""
        lines = min(max(self._lines, int(self.text.document().size().height())), 12)
        frame = 2 * self.text.frameWidth() + 2 * math.ceil(self.text.document().documentMargin())
        self.text.setFixedHeight(math.ceil(lines * QFontMetricsF(self.text.font()).lineSpacing()) + frame + 4)


class _Text(QPlainTextEdit):
    """A text that tells its field when it is finished."""

    def __init__(self, field: TextField) -> None:
        super().__init__(field)
        self._field = field
        self._is_ours = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)

    def put(self, text: str) -> None:
        """Show another text."""
        with self._our_change():
            self.setPlainText(text)

    @contextmanager
    def _our_change(self) -> Iterator[None]:
        before, self._is_ours = self._is_ours, True
        yield
        self._is_ours = before

    def _changed(self) -> None:
        # Neither we nor someone at the keys: assistive technology wrote it, and will not leave the field.
        if not self._is_ours:
            self._field.finish()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Type what is composed."""
        with self._our_change():
            super().inputMethodEvent(event)
        self._field.typing_goes_on()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped."""
        with self._our_change():
            super().insertFromMimeData(source)
        self._field.typing_goes_on()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to type."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._field.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish the text, unless only a menu opens."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._field.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._field.fit()
            now = self.viewport().size()
            if now.width() != event.size().width():
                # It grew, a scroll bar came beside it, and it was made narrower without being told.
                super().resizeEvent(QResizeEvent(now, event.size()))
                self._field.fit()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the shortcuts around; leave undo and redo to them where there is no typing to undo."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _finishes(event):
            event.accept()
            return True
        if is_for_window(event, self):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Ctrl+Enter; go back with Escape."""
        if _finishes(event):
            self._field.finish()
            return
        if event.key() == Qt.Key.Key_Escape and self._field.undo_typing():
            return
        with self._our_change():
            super().keyPressEvent(event)
        self._field.typing_goes_on()


def _finishes(event: QKeyEvent) -> bool:
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _fill(field: Field, control: QWidget) -> None:
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(control)
    field.setFocusProxy(control)
