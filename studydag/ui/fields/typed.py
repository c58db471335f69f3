"""Editors of what is typed but is no text: numbers, minutes, clock times, dates.

What can't be read turns the field red while typing, and it goes back to what it was; nothing is guessed. Where it
`keeps` what was typed, that stands there to be mended; `asks` says how to write it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from studydag.language import Language
from studydag.model.rules.time.clock import WrittenTime, read_clock, read_range
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.time.schedule import MINUTES_A_DAY, clock_time, minutes_after_midnight
from studydag.ui.fields.text import PAUSE, LineField

STEP, BIG_STEP = 5, 15


class TypedField(LineField):
    """A line of text that stands for a value: `read` gives it, or None for what can't be read; `write` shows it.

    `unread` carries what was typed and can't be read, as the field is left.
    """

    unread = Signal(str)

    def __init__(
        self,
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; an optional field may stay so."""
        self._read = read
        self._write = write
        self._optional = optional
        self.keeps = False
        self.asks = ""
        super().__init__(parent)
        self._left_alone = QTimer(self, singleShot=True, interval=PAUSE)
        self._left_alone.timeout.connect(self._look_again)
        self.line.textEdited.connect(self._look)

    def _display(self, value: Any) -> None:
        self.mark(wrong=False)
        super()._display("" if value is None else self._write(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select all when the focus comes, so that what is typed replaces what stood there."""
        if watched is self.line and isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() is Qt.FocusReason.MouseFocusReason:
                # The click itself puts the cursor somewhere, which would undo it.
                QTimer.singleShot(0, self.line, self.line.selectAll)
            elif event.reason() is not Qt.FocusReason.PopupFocusReason:
                self.line.selectAll()
        return super().eventFilter(watched, event)

    @property
    def is_unreadable(self) -> bool:
        """Whether what stands in the line says nothing."""
        text = self.line.text().strip()
        return bool(text) and self._read(text) is None

    def _look(self, text: str) -> None:
        self.mark(wrong=bool(text.strip()) and self._read(text) is None)

    def _typed(self) -> None:
        text = self.line.text().strip()
        value = self._read(text) if text else None
        if value is None and (text or not self._optional):
            if not (text and self.keeps):
                self._display(self._shown)
            if text:
                self.unread.emit(text)
            return
        self._finish(value)
        self._display(value)

    def _take_over(self) -> None:
        """Take it if it can be read; it may come in bits, so it stays as it is."""
        text = self.line.text().strip()
        value = self._read(text) if text else None
        self._look(text)
        self._left_alone.stop()
        if value is not None or (not text and self._optional):
            self._finish(value)
        elif text and not self.line.hasFocus():
            # Nobody will leave the field, which would say what is wrong.
            self._left_alone.start()

    def _look_again(self) -> None:
        if not self.line.hasFocus() and self.is_unreadable:
            self._typed()


def typed_in(field: QWidget) -> TypedField | None:
    """Return what a value is typed in within a field, if it is typed and seen."""
    return next((each for each in all_typed(field) if each is field or each.isVisibleTo(field)), None)


def all_typed(field: QWidget) -> list[TypedField]:
    """Return all that is typed within a field and says how it is written, seen or not."""
    found = [field] if isinstance(field, TypedField) else field.findChildren(TypedField)
    return [each for each in found if each.asks]


class SteppingField(TypedField):
    """A typed value that the arrow keys change by 5, with Shift by 15."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with the arrow keys."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}.get(Qt.Key(event.key()))
            if step is not None and self._shown is not None:
                big = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(step * BIG_STEP // STEP if big else step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        current = self._read(self.line.text())
        value = self._stepped(self._shown if current is None else current, by)
        self._finish(value)
        self._display(value)

    def _stepped(self, value: Any, by: int) -> Any:
        raise NotImplementedError


class MinutesField(SteppingField):
    """A duration in minutes, written as people do: 45, 1h30, anderhalf uur."""

    def __init__(self, language: Language, *, optional: bool = False, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(read_minutes, language.minutes, optional=optional, parent=parent)

    def _stepped(self, value: int, by: int) -> int:
        return min(max(value + by, 0), MINUTES_A_DAY)


class ClockField(SteppingField):
    """A clock time, written as people do: 9, 9.30, half tien. After `after` is 1:00 in the afternoon."""

    def __init__(self, language: Language, *, optional: bool = False, parent: QWidget | None = None) -> None:
        """Begin empty."""
        self.after: dt.time | None = None
        super().__init__(self._clock, language.time, optional=optional, parent=parent)

    def _clock(self, text: str) -> dt.time | None:
        return read_clock(text, after=self.after)

    def _stepped(self, value: dt.time, by: int) -> dt.time:
        return clock_time(minutes_after_midnight(value) + by)


class SpanField(SteppingField):
    """From when till when, written as people do: 9:15, 9.15-10, half tien tot elf, tot 10:30, vanaf 16:15."""

    def __init__(self, language: Language, *, after: dt.time | None = None, parent: QWidget | None = None) -> None:
        """Begin empty; what is emptied lets the start follow again. `after` is as in a ClockField."""
        self._language = language
        self._after = after
        super().__init__(self._span, self._written, optional=True, parent=parent)

    def _span(self, text: str) -> WrittenTime | None:
        bare = text.lstrip()
        if bare[:1] in _DASHES:
            end = read_clock(bare[1:], after=self._after)
            return None if end is None else WrittenTime(end=end)
        return read_range(bare, after=self._after)

    def _written(self, span: WrittenTime) -> str:
        start = "" if span.start is None else self._language.time(span.start)
        if span.open_end:
            return self._language.gettext("from {time}").replace("{time}", start)
        return start if span.end is None else f"{start}–{self._language.time(span.end)}"

    def _stepped(self, value: WrittenTime, by: int) -> WrittenTime:
        return replace(
            value,
            start=None if value.start is None else clock_time(minutes_after_midnight(value.start) + by),
            end=None if value.end is None else clock_time(minutes_after_midnight(value.end) + by),
        )


_DASHES = frozenset("-–—")


class NumberField(TypedField):
    """A number, whole or with a fraction after a point or a comma, between two bounds."""

    def __init__(
        self,
        low: float,
        high: float,
        *,
        whole: bool = True,
        optional: bool = False,
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; with a `language` a fraction is written as it does."""
        self._low, self._high, self._whole = low, high, whole
        self._point = "," if language is not None and language.number(0.5) == "0,5" else "."
        super().__init__(self._number, self._written, optional=optional, parent=parent)

    def _number(self, text: str) -> float | int | None:
        try:
            number = int(text) if self._whole else float(text.replace(",", "."))
        except (ValueError, OverflowError):
            return None
        return number if self._low <= number <= self._high else None

    def _written(self, number: float) -> str:
        return str(number) if self._whole else f"{number:.12g}".replace(".", self._point)


class SchoolYearField(TypedField):
    """A school year: the value is the year in which it begins, what is shown both (2026–2027)."""

    def __init__(self, language: Language, *, optional: bool = False, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(read_school_year, language.school_year, optional=optional, parent=parent)


def read_school_year(text: str) -> int | None:
    """Read the first year of a school year: `2026`, `2026-2027`, `2026/27`; None for what is none."""
    found = re.fullmatch(r"((?:19|20|21)\d\d)(?:\s*[-–/]\s*(?:\d\d)?(\d\d))?", text)
    if found is None:
        return None
    first = int(found[1])
    return first if found[2] is None or int(found[2]) == (first + 1) % 100 else None


class MoneyField(TypedField):
    """An amount of money: the value is in cents, what is typed in euros, with or without cents."""

    def __init__(self, language: Language, *, optional: bool = False, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(read_money, language.money, optional=optional, parent=parent)


def read_money(text: str) -> int | None:
    """Read euros as people type them, in cents: `1850`, `1.850`, `€ 12,50`; None for what is no amount."""
    bare = re.sub(r"[\s€]|,-$", "", text)
    found = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?", bare)
    if found is None:
        return None
    euros = int(re.sub(r"[.,]", "", found[1]))
    return euros * 100 + int((found[2] or "").ljust(2, "0"))
