"""Text that goes out: UTF-8 whatever the system says, and silence once nobody reads any more."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, TextIO

from studydag.model.values.errors import cannot_write

# What ends a line, what a terminal obeys, and what turns the writing direction of the rest of a line around.
_NOT_FOR_A_LINE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_NO_BREAK_SPACE: Final = "\u00a0"
_WIDE: Final = frozenset("WF")
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


class Output:
    """A stream of the process: `line` by `line`. Without a stream (a program without a console) all is dropped."""

    def __init__(self, stream: TextIO | None, name: str) -> None:
        """Write to `stream` as UTF-8; `name` is what an error calls it."""
        self._stream = stream
        self._name = name
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")

    def line(self, text: str = "") -> None:
        """Write one line, with plain spaces: what no terminal breaks is what others look for in it."""
        self.text(f"{text.replace(_NO_BREAK_SPACE, ' ')}\n")

    def json(self, value: object) -> None:
        """Write a value as JSON, indented by two."""
        self.text(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n")

    def text(self, text: str) -> None:
        """Write a text as it is. Raises CannotWrite, but not for a reader that went away."""
        written = readable(text)
        self._carefully(lambda stream: stream.write(written))

    def progress(self, done: int, whole: int) -> None:
        """Tell how far a long work has come: on a terminal in place, elsewhere at each tenth."""
        if self._stream is not None and self._stream.isatty():
            self.text(f"\r{done}/{whole}" + ("\n" if done == whole else ""))
            self.flush()
        elif done * 10 // whole > (done - 1) * 10 // whole:
            self.line(f"{done}/{whole}")
            self.flush()

    def flush(self) -> None:
        """Send what is still held back. Raises as `text` does."""
        self._carefully(lambda stream: stream.flush())

    def _carefully(self, write: Callable[[TextIO], object]) -> None:
        if self._stream is None:
            return
        try:
            write(self._stream)
        except OSError as error:
            stream, self._stream = self._stream, None
            _let_go(stream)
            # Windows says EINVAL where others say EPIPE.
            if error.errno not in {errno.EPIPE, errno.EINVAL, errno.ESHUTDOWN}:
                raise cannot_write(self._name, error) from error


def _let_go(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that Python does not complain when it closes it at the end."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return


def readable(text: str) -> str:
    """Return a text that can be written as UTF-8, whatever the system's own encoding made of an argument or a path.

    Bytes that it could not read come in as halves of surrogate pairs; together they mostly are UTF-8 after all.
    """
    if text.isascii():
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """Return a text as one line, without anything that a terminal would obey."""
    return " ".join(_NOT_FOR_A_LINE.sub(" ", text).split())


def paragraph(text: str, indent: str, width: int, first: str | None = None) -> list[str]:
    """Return a text as lines of at most `width` columns, each line of its own wrapped, behind an indent."""
    lines: list[str] = []
    for part in text.splitlines() or [""]:
        lead = first if first is not None and not lines else indent
        lines += textwrap.wrap(
            one_line(part), width, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False
        )
    return lines


def table(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Return rows as lines with their columns below each other; the last column is never filled up."""
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        gap.join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: emoji and Chinese two each, accents on their own none."""
    return sum(
        0 if unicodedata.category(letter) in _NO_WIDTH else 1 + (unicodedata.east_asian_width(letter) in _WIDE)
        for letter in text
    )
