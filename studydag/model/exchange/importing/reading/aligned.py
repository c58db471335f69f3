"""Tables that are made with spaces: each cell begins below the head of its column, so empty cells are known too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.recognising.clock_cells import begins_with_time
from studydag.model.exchange.importing.vocabulary.words import Role, role_of

_CELL: Final = re.compile(r"\S+(?: \S+)*")
_ENDS_WITHIN: Final = re.compile(
    r"(?:[,:&/]|[-–—]|\b(?:de|het|een|van|voor|met|en|of|in|op|door|the|an?|and|or|for|with|to|on|by|der|die|das|dem|den|des|und|für|mit|von|durch))$",
    re.IGNORECASE,
)
_INDENT: Final = "    "
_BETWEEN: Final = "   "
SLACK = 3
"""How many characters a cell may begin beside its head."""
FEWEST = 2


def aligned_cells(lines: Sequence[str], place: int) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Return the rows of a table of which the heads stand in the line at `place`; empty where none is.

    By the number of the line on which a row begins: the line at which it stops, and its cells. Heads say what the first
    column holds (a time) and stand apart by two spaces or more. A cell that is too long for its column goes on below.
    """
    heads = [(found.start(), found[0]) for found in _CELL.finditer(lines[place].expandtabs(1))]
    if "\t" in lines[place] or len(heads) < 3 or role_of(heads[0][1]) not in {Role.TIME, Role.START}:
        return {}
    starts = [start for start, _ in heads]
    made = {place: (place + 1, tuple(text for _, text in heads))}
    gaps, last = 0, place
    for number in range(place + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            gaps += 1
            if gaps > 1:
                break
            continue
        cells = None if "\t" in line else _cells(line, starts)
        if cells is None:
            break
        if last > place and not gaps and _goes_on(made[last][1], cells):
            made[last] = (number + 1, _both(made[last][1], cells))
        else:
            made[number] = (number + 1, cells)
            last = number
        gaps = 0
    return made if len(made) > FEWEST else {}


def wrapped_lines(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Return the lines whose cells go on below them in text set out with spaces: where they stop, and the whole line.

    `9.15   Lezing: taal in elk   Aula` above `       vak, door Anna Bos`. Only lines that begin with a time and have
    two cells or more behind it: where there is one, what stands below can't be but more of that.
    """
    made: dict[int, tuple[int, str]] = {}
    for place in range(len(lines) - 1):
        following = lines[place + 1]
        if not following.startswith(_INDENT) or not following.strip() or not lines[place][:1].isdigit():
            continue
        found = [] if "\t" in lines[place] else list(_CELL.finditer(lines[place]))
        if len(found) <= FEWEST or not begins_with_time(found[0][0]):
            continue
        starts, cells = [each.start() for each in found], tuple(each[0] for each in found)
        stop = place + 1
        while stop < len(lines) and lines[stop].startswith(_INDENT):
            more = None if "\t" in lines[stop] else _cells(lines[stop], starts)
            is_open_elsewhere = more is not None and any(
                _ENDS_WITHIN.search(cell) for cell, below in zip(cells, more, strict=True) if not below
            )
            if more is None or is_open_elsewhere or not _goes_on(cells, more):
                break
            cells, stop = _both(cells, more), stop + 1
        if stop > place + 1:
            made[place] = (stop, _BETWEEN.join(cells))
    return made


def _goes_on(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line without a time is the rest of cells above it: one of them ends in the midst, or goes on small."""
    pairs = [(before, cell) for before, cell in zip(above, cells, strict=True) if cell]
    if cells[0] or not all(before for before, _ in pairs):
        return False
    return any(cell[:1].islower() or _ENDS_WITHIN.search(before) for before, cell in pairs)


def _both(above: Sequence[str], cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{before} {cell}".strip() for before, cell in zip(above, cells, strict=True))


def _cells(line: str, starts: Sequence[int]) -> tuple[str, ...] | None:
    """Return the cells of a line by the column below which they begin; None where one begins elsewhere."""
    cells = [""] * len(starts)
    for found in _CELL.finditer(line):
        near = [column for column, start in enumerate(starts) if abs(found.start() - start) <= SLACK]
        if not near or cells[near[0]]:
            return None
        cells[near[0]] = found[0]
    return tuple(cells)
