"""Editors of several short things: words or numbers in one line, or sentences below each other."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtWidgets import QWidget

from studydag.language import Language
from studydag.model.values.fields import Between
from studydag.ui.fields.text import TextField
from studydag.ui.fields.typed import TypedField


class WordsField(TypedField):
    """Short texts with a comma or semicolon between them; the value is a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(read_words, ", ".join, parent=parent)

    def _typed(self) -> None:
        self._finish(read_words(self.line.text()))
        self._display(self._shown)


class LinesField(TextField):
    """Sentences, one a line, in which there may be commas; the value is a tuple."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.text.setPlaceholderText(language.gettext("One on each line"))

    def finish(self) -> None:
        """Take what stands there as finished."""
        self._finish(read_lines(self.text.toPlainText()))

    def _display(self, value: Any) -> None:
        if isinstance(value, str):
            super()._display(value)
        elif not self.text.hasFocus() or read_lines(self.text.toPlainText()) != value:
            # While it is typed in, an empty line stays for what comes there.
            super()._display("\n".join(value or ()))


class NumbersField(TypedField):
    """Whole numbers with a space, comma or semicolon between them; the value is a tuple."""

    def __init__(self, between: Between, parent: QWidget | None = None) -> None:
        """Take numbers between two bounds."""
        self._between = between
        super().__init__(self._numbers, _written, parent=parent)

    def _numbers(self, text: str) -> tuple[int, ...] | None:
        found = re.split(r"[\s,;]+", text.strip())
        if any(re.fullmatch(r"\d{1,9}", each) is None for each in found):
            return None
        numbers = tuple(int(each) for each in found)
        return numbers if all(self._between.low <= each <= self._between.high for each in numbers) else None

    def _typed(self) -> None:
        if self.line.text().strip():
            super()._typed()
        else:
            self._finish(())


def read_words(text: str) -> tuple[str, ...]:
    """Read short texts, each once."""
    return tuple(dict.fromkeys(word for each in re.split(r"[,;\n]", text) if (word := each.strip())))


def read_lines(text: str) -> tuple[str, ...]:
    """Read sentences, one a line."""
    return tuple(line for each in text.splitlines() if (line := each.strip()))


def _written(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
