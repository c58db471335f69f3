"""What the columns of a table of sign-ups hold, guessed from their headings and from what stands below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.rules.choices.seats import Seating
from studydag.model.rules.written.written_text import plain

_COUNT: Final = re.compile(r"\b(aantal|personen|count|number)\b")
_NAME: Final = re.compile(r"\b(naam|name|deelnemer|participant|wie|who|medewerker|collega)\b")
_FIRST, _LAST = re.compile(r"\b(voornaam|voor- en|first name)"), re.compile(r"\b(achternaam|last name|surname)\b")
_ORDINALS: Final = (
    re.compile(r"\b(1|1e|1ste|1st|eerste|first)\b"),
    re.compile(r"\b(2|2e|2de|2nd|tweede|second)\b"),
    re.compile(r"\b(3|3e|3de|3rd|derde|third)\b"),
    re.compile(r"\b(4|4e|4de|4th|vierde|fourth)\b"),
    re.compile(r"\b(5|5e|5de|5th|vijfde|fifth)\b"),
    re.compile(r"\b(6|6e|6de|6th|zesde|sixth)\b"),
)
_WISH: Final = re.compile(r"\b(keus|keuze|voorkeur|wens|choice|preference|wish|prio\w*)\b")
_ROUND: Final = re.compile(r"\b(?:keuze|workshop)?ronde?\s*(\d+)|\bround\s*(\d+)")
NO_ROUND = 0
MOST_ROUNDS = 20
"""A number above this, such as a year, is no number of a round."""
_GRID: Final = re.compile(r"\[([^\[\]]+)\]$")
"""A question with rows and columns has the row behind it."""
_SAME_AGAIN: Final = re.compile(r"\d+$")
"""Forms services number headings that they have already."""


class Holds(StrEnum):
    """What a column of the table holds."""

    NAME = "name"
    LAST_NAME = "last_name"
    COUNT = "count"
    WISH = "wish"
    RANK = "rank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column is read as: a wish at a rank for a round (None: the whole day), or the rank of an `option`."""

    holds: Holds
    round: int | None = None
    rank: int = 1
    option: int | None = None


def is_header(row: Row) -> bool:
    """Return whether a row says what the columns are."""
    return any(_NAME.search(bare(cell)) or _LAST.search(bare(cell)) for cell in row.cells)


def guessed_columns(header: Row, rows: Sequence[Row], ground: Seating) -> tuple[Column | None, ...]:
    """Return what each column holds; of several with names the one in which most stand counts."""
    cells = [bare(cell) for cell in header.cells]
    found: list[Column | None] = [None] * len(cells)
    filled = Counter(place for row in rows for place, cell in enumerate(row.cells) if cell.strip())
    _guess_names(cells, found, filled)
    ranks, taken = dict[int | None, int](), set[int]()
    for place, cell in enumerate(cells):
        if found[place] is not None:
            continue
        number, is_round = _round_named(cell, ground)
        if number == NO_ROUND:
            continue
        option = _option_named(header.cells[place], number if is_round else None, taken, ground)
        ordinal = _rank_in(cell)
        if option is not None:
            taken.add(option)
            found[place] = Column(holds=Holds.RANK, round=ground.options[option].round, option=option)
        elif is_round or ordinal or _WISH.search(cell):
            ranks[number] = ordinal or ranks.get(number, 0) + 1
            found[place] = Column(holds=Holds.WISH, round=number, rank=ranks[number])
        elif _COUNT.search(cell):
            found[place] = Column(holds=Holds.COUNT)
    return tuple(found)


def _guess_names(cells: Sequence[str], found: list[Column | None], filled: Counter[int]) -> None:
    firsts = [place for place, cell in enumerate(cells) if _FIRST.search(cell)]
    lasts = [place for place, cell in enumerate(cells) if _LAST.search(cell)]
    whole = [place for place, cell in enumerate(cells) if _NAME.search(cell) and not _WISH.search(cell)]
    # ‘Voor- en achternaam’ is a whole name, and so is a last name that has no first one beside it.
    lasts = [place for place in lasts if place not in firsts] if firsts else []
    whole = whole or [place for place, cell in enumerate(cells) if _LAST.search(cell)]
    names = firsts if lasts else whole or firsts
    if names:
        # A forms service has a column of its own for who is signed in, which is empty where nobody has to be.
        found[max(names, key=lambda place: filled[place])] = Column(holds=Holds.NAME)
    for place in lasts[:1]:
        found[place] = Column(holds=Holds.LAST_NAME)


def _option_named(heading: str, number: int | None, taken: set[int], ground: Seating) -> int | None:
    """Return the option that a heading names, in a grid or alone, of which another column doesn't tell yet."""
    grid = _GRID.search(" ".join(heading.split()))
    written = bare(grid[1] if grid else heading)
    for title in (written, _SAME_AGAIN.sub("", written).strip()):
        for option, block in ground.options.items():
            if title and bare(block.title) == title and number in {None, block.round} and option not in taken:
                return option
    return None


def _rank_in(heading: str) -> int | None:
    """Return the rank that a heading names; in a grid the question may name others, such as 1 = best."""
    grid = _GRID.search(heading)
    within = rank_named(grid[1]) if grid else None
    return within or rank_named(_ROUND.sub("", heading))


def rank_named(text: str) -> int | None:
    """Return the rank that a text names, such as 2e keus or second; None where it names none."""
    return next((rank for rank, mark in enumerate(_ORDINALS, 1) if mark.search(text)), None)


def _round_named(cell: str, ground: Seating) -> tuple[int | None, bool]:
    """Return the round that a heading names, and whether it names any; with one round it is always that one.

    A number that the day has no round for is NO_ROUND: those answers are about something else.
    """
    rounds = ground.rounds
    counted = _ROUND.search(cell)
    number = int(next(filter(None, counted.groups()))) if counted else 0
    if 0 < number <= len(rounds):
        return rounds[number - 1], True
    if 0 < number < MOST_ROUNDS:
        return NO_ROUND, True
    return (rounds[0] if len(rounds) == 1 else None), False


def bare(text: str) -> str:
    """Return a text as it is compared."""
    return " ".join(plain(text)[0].split()).strip(" .:;")
