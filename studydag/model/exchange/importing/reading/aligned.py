"""Tables that are made with spaces: each cell begins below the head of its column, so empty cells are known too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.vocabulary.words import Role, role_of

_CELL: Final = re.compile(r"\S+(?: \S+)*")
SLACK = 3
"""How many characters a cell may begin beside its head."""
FEWEST = 2


def aligned_cells(lines: Sequence[str], place: int) -> dict[int, tuple[str, ...]]:
    """Return by line number the cells of a table of which the heads stand in the line at `place`; empty where none is.

    Heads say what the first column holds (a time) and stand apart by two spaces or more.
    """
    heads = [(found.start(), found[0]) for found in _CELL.finditer(lines[place].expandtabs(1))]
    if "\t" in lines[place] or len(heads) < 3 or role_of(heads[0][1]) not in {Role.TIME, Role.START}:
        return {}
    starts = [start for start, _ in heads]
    made = {place: tuple(text for _, text in heads)}
    gaps = 0
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
        made[number], gaps = cells, 0
    return made if len(made) > FEWEST else {}


def _cells(line: str, starts: Sequence[int]) -> tuple[str, ...] | None:
    """Return the cells of a line by the column below which they begin; None where one begins elsewhere."""
    cells = [""] * len(starts)
    for found in _CELL.finditer(line):
        near = [column for column, start in enumerate(starts) if abs(found.start() - start) <= SLACK]
        if not near or cells[near[0]]:
            return None
        cells[near[0]] = found[0]
    return tuple(cells)
