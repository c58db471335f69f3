"""Editors of several short things in one line: words or numbers, one after the other."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from studydag.model.values.fields import Between
from studydag.ui.fields.typed import TypedField


class WordsField(TypedField):
    """Short texts with a comma or semicolon between them; the value is a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(read_words, ", ".join, parent=parent)

    def _typed(self) -> None:
        self._finish(read_words(self.line.text()))
        self._display(self._shown)


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


def _written(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
