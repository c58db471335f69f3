"""Scores of a scan: which count, which are refused and on which line, and what they come to (R036)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from studydag.model.values.errors import Figure
from studydag.model.values.wording import N_, Wording

MOST_STEPS = 20
"""Of a scale; with more, numbers of answers per score say nothing."""
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A line of a file: its number as the other program counts, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A line that doesn't count, and why."""

    line: int
    why: Wording
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores that count, what was refused, and how many lines had no answer."""

    counted: tuple[float, ...]
    refused: tuple[Refusal, ...] = ()
    unanswered: int = 0

    @property
    def n(self) -> int:
        """How many count."""
        return len(self.counted)

    @property
    def mean(self) -> float | None:
        """The mean, in two decimals; None without any score."""
        return round(sum(self.counted) / self.n, 2) if self.counted else None

    def distribution(self, low: float, high: float) -> tuple[int, ...]:
        """Return how often each score was given, from the lowest; nothing where scores aren't whole numbers."""
        steps = range(int(low), int(high) + 1)
        if any(score != int(score) for score in (*self.counted, low, high)) or len(steps) > MOST_STEPS:
            return ()
        counts = Counter(self.counted)
        return tuple(counts[step] for step in steps)


def columns_of(lines: Sequence[ScoreLine]) -> tuple[str, ...]:
    """Return the heads of the columns; a file whose first line holds numbers has none, and they are empty."""
    width = max((len(line.cells) for line in lines), default=0)
    if not lines or any(_number(cell) is not None for cell in lines[0].cells):
        return ("",) * width
    return tuple(lines[0].cells[place].strip() if place < len(lines[0].cells) else "" for place in range(width))


def likely_column(lines: Sequence[ScoreLine], low: float, high: float) -> int:
    """Return the column in which most cells are scores on the scale; the first of those that are alike."""
    width = max((len(line.cells) for line in lines), default=0)

    def fitting(place: int) -> int:
        numbers = (_number(_cell(line, place)) for line in lines)
        return sum(number is not None and low <= number <= high for number in numbers)

    return max(range(width), key=lambda place: (fitting(place), -place), default=0)


def read_scores(lines: Sequence[ScoreLine], column: int, low: float, high: float) -> Scores:
    """Read the scores of a column on a scale from `low` to `high`; each line that doesn't fit is refused by its number.

    The first line may hold the heads; an empty cell is no answer.
    """
    body = lines[1:] if any(columns_of(lines)) else lines
    counted: list[float] = []
    refused: list[Refusal] = []
    unanswered = 0
    for line in body:
        cell = _cell(line, column)
        number = _number(cell)
        if not cell:
            unanswered += any(other.strip() for other in line.cells)
        elif number is None:
            refused.append(
                Refusal(line=line.line, why=N_("{text:quoted} is not a number."), figures={"text": cell[:40]})
            )
        elif not low <= number <= high:
            figures: dict[str, Figure] = {"score": number, "low": low, "high": high}
            why = N_("{score:number} is outside the scale of {low:number} to {high:number}.")
            refused.append(Refusal(line=line.line, why=why, figures=figures))
        else:
            counted.append(number)
    return Scores(counted=tuple(counted), refused=tuple(refused), unanswered=unanswered)


def _cell(line: ScoreLine, place: int) -> str:
    return line.cells[place].strip() if place < len(line.cells) else ""


def _number(cell: str) -> float | None:
    text = cell.strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def lines_without_empty(lines: Iterable[ScoreLine]) -> tuple[ScoreLine, ...]:
    """Return the lines in which something stands; numbers stay."""
    return tuple(line for line in lines if any(cell.strip() for cell in line.cells))
