"""Tables that are wider than their things: a first and a last name, or the same columns again for every room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of, text_of_both
from studydag.model.exchange.importing.recognising.clock_cells import time_at_front, time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.tables.beside_each_other import below_each_other, one_a_track, turned
from studydag.model.exchange.importing.tables.stamped_cells import with_clocks
from studydag.model.exchange.importing.vocabulary.words import Role, role_of
from studydag.model.rules.written.written_text import plain

HEADS_WITHIN: Final = 12
FEWEST_ROOMS = FEWEST_COLUMNS = 2
_FIRST_NAMES: Final = frozenset({"firstname", "first name", "voornaam", "voornamen", "vorname", "given name"})
_LAST_NAMES: Final = frozenset({"lastname", "last name", "achternaam", "nachname", "surname", "family name"})
_TWO_PARTS: Final = re.compile(r"(?P<room>\S.{0,40}?)\s*(?:_|\s[-–:|/]\s|:\s)\s*(?P<what>[^\W\d_][^_]{1,20})")
_WHEN: Final = frozenset({Role.TIME, Role.START, Role.END, Role.DATE})
_STAMP: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)|\d{10,13}$")
_MOST: Final = 0.8
_LONGEST_DAY, _LONGEST_REST = 60, 20
_MOST_LINES: Final = 12
SPEAKER, ROOM = "Speaker", "Room"
"""Heads for what was several columns."""


def reshaped(rows: Sequence[Row]) -> list[Row]:
    """Return rows of which those in tables have one column for who, and one row for what is in one room."""
    made: list[Row] = []
    for own in _by_table(_with_days_within(_with_whole_cells(rows))):
        made += _in_one(own) if own[0].table else own
    return made


def _with_whole_cells(rows: Sequence[Row]) -> list[Row]:
    """Bring together the lines of a cell that a copied table has below each other, by the columns of its heads.

    `13.00<tab>Opening` above `Anna Bos, rector<tab>Aula` are one row of three columns.
    """
    made: list[Row] = []
    table = width = place = 0
    while place < len(rows):
        row = rows[place]
        if row.table and sum(role_of(cell) is not None for cell in row.filled) >= FEWEST_COLUMNS:
            table, width = row.table, len(row.cells)
        elif table and _begins_in(row, width):
            joined, place = _whole(rows, place, width)
            made.append(replace(joined, table=table) if made[-1].table == table else joined)
            continue
        made.append(row)
        place += 1
    return made


def _begins_in(row: Row, width: int) -> bool:
    """Whether a row of a table has its time first, and no more cells than there are heads."""
    return bool(row.table) and 1 < len(row.cells) <= width and time_in_cell(row.cells[0]) is not None


def _whole(rows: Sequence[Row], place: int, width: int) -> tuple[Row, int]:
    """Return a row with the lines below it that belong to its last cell, if they fill its columns; and what follows."""
    row = rows[place]
    lines = [row.cells[-1]]
    both = row
    for below in range(place + 1, min(len(rows), place + 1 + _MOST_LINES)):
        more = rows[below]
        if more.is_heading or more.after_gap or time_at_front(more.cells[0]) is not None or time_in_cell(more.cells[0]):
            break
        both = replace(both, **text_of_both(both, more))
        lines.append(f"{more.bullet} {more.cells[0]}".strip())
        if len(more.cells) > 1:
            if len(row.cells) + len(more.cells) - 1 != width:
                break
            cells = (*row.cells[:-1], "\n".join(lines), *more.cells[1:])
            return replace(both, cells=cells), below + 1
    return row, place + 1


def _with_days_within(rows: Sequence[Row]) -> list[Row]:
    """Let a table go on behind a line with a day, below which what has no heads of its own stands in its columns."""
    made: list[Row] = []
    widths: dict[int, int] = {}
    goes_on = 0
    for place, row in enumerate(rows):
        above, following = made[-1].table if made else 0, rows[place + 1] if place + 1 < len(rows) else None
        if not row.table:
            is_within = following is not None and above in widths and _begins_a_day(row)
            goes_on = above if is_within and following is not None and _is_more(following, widths[above]) else 0
        elif not (goes_on and _is_more(row, widths[goes_on])):
            goes_on = 0
            if row.table != above and sum(role_of(cell) is not None for cell in row.filled) >= FEWEST_COLUMNS:
                widths[row.table] = len(row.cells)
        made.append(replace(row, table=goes_on) if goes_on else row)
    return made


def _begins_a_day(row: Row) -> bool:
    date = find_date(row.text) if len(row.filled) == 1 and len(row.text) <= _LONGEST_DAY else None
    return date is not None and not date.start and len(date.rest) <= _LONGEST_REST and not row.bullet


def _is_more(row: Row, width: int) -> bool:
    """Whether a row stands in so many columns, and is none of heads."""
    heads = sum(role_of(cell) is not None for cell in row.filled)
    return bool(row.table) and 1 < len(row.cells) <= width and heads < FEWEST_COLUMNS


def _in_one(rows: list[Row]) -> list[Row]:
    whole = _with_whole_names(below_each_other(_with_each_head(turned(rows))))
    return with_clocks(_one_a_room(one_a_track(whole)))


def _by_table(rows: Sequence[Row]) -> Iterator[list[Row]]:
    own: list[Row] = []
    for row in rows:
        if own and row.table != own[-1].table:
            yield own
            own = []
        own.append(row)
    if own:
        yield own


def _with_each_head(rows: list[Row]) -> list[Row]:
    """Give a column of stamps without a head an empty one, where the rows have a cell more than there are heads."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        heads = [role_of(cell) for cell in row.cells]
        if sum(head is not None for head in heads) < FEWEST_COLUMNS:
            continue
        below = rows[place + 1 :]
        longer = sum(len(each.cells) == len(heads) + 1 for each in below)
        if 4 * longer <= len(below) or any(len(each.cells) > len(heads) + 1 for each in below):
            return rows
        for column, head in enumerate(heads):
            cells = [each.cells[column] for each in below if column < len(each.cells) and each.cells[column]]
            if head not in _WHEN and cells and sum(map(bool, map(_STAMP.match, cells))) > _MOST * len(cells):
                return [*rows[:place], replace(row, cells=(*row.cells[:column], "", *row.cells[column:])), *below]
        return rows
    return rows


def _with_whole_names(rows: list[Row]) -> list[Row]:
    """Bring the columns of first and last names together in the first of them."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        heads = [plain(cell)[0].replace("_", " ").strip(" :.*") for cell in row.cells]
        first = next((column for column, head in enumerate(heads) if head in _FIRST_NAMES), None)
        last = next((column for column, head in enumerate(heads) if head in _LAST_NAMES), None)
        if first is not None and last is not None:
            below = [_joined(each, first, last) for each in rows[place + 1 :]]
            return [*rows[:place], _with_cells(row, {first: SPEAKER, last: ""}), *below]
    return rows


def _joined(row: Row, first: int, last: int) -> Row:
    names = [row.cells[column] for column in (first, last) if column < len(row.cells) and row.cells[column]]
    return _with_cells(row, {first: " ".join(names), last: ""}) if names else row


def _with_cells(row: Row, changed: dict[int, str]) -> Row:
    cells = [*row.cells, *[""] * (max(changed) + 1 - len(row.cells))]
    for column, cell in changed.items():
        cells[column] = cell
    return replace(row, cells=tuple(cells))


def _one_a_room(rows: list[Row]) -> list[Row]:
    """Make of `Aula_Titel, Aula_Spreker, Zaal 2_Titel, Zaal 2_Spreker` a row for each room in which something is."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        rooms = _rooms_across(row)
        if not rooms:
            continue
        shared = [
            column for column in range(len(row.cells)) if not any(column in own.values() for own in rooms.values())
        ]
        what = list(next(iter(rooms.values())))
        head = replace(row, cells=(*(row.cells[column] for column in shared), *what, ROOM))
        return [*rows[:place], head, *(made for each in rows[place + 1 :] for made in _apart(each, shared, rooms))]
    return rows


def _rooms_across(row: Row) -> dict[str, dict[str, int]]:
    """Return by room which column holds what of it, where all rooms have the same columns and a title is one."""
    found: dict[str, dict[str, int]] = {}
    for column, cell in enumerate(row.cells):
        parts = _TWO_PARTS.fullmatch(cell)
        # `Speaker 1 - Name` tells of a person, `Start_Time` is one head.
        if parts is not None and role_of(cell) is None and role_of(parts["what"]) is not None:
            if role_of(parts["room"]) not in {None, Role.ROOM}:
                continue
            found.setdefault(parts["room"], {})[parts["what"].casefold()] = column
    kinds = {tuple(own) for own in found.values()}
    if len(found) < FEWEST_ROOMS or len(kinds) != 1 or len(next(iter(kinds))) < FEWEST_COLUMNS:
        return {}
    return found if Role.TITLE in {role_of(what) for what in next(iter(kinds))} else {}


def _apart(row: Row, shared: Sequence[int], rooms: dict[str, dict[str, int]]) -> Iterator[Row]:
    common = tuple(cell_of(row, column) for column in shared)
    made = [(room, tuple(cell_of(row, column) for column in own.values())) for room, own in rooms.items()]
    filled = [(room, cells) for room, cells in made if any(cells)]
    if not filled:
        yield row
    for room, cells in filled:
        all_cells = (*common, *cells, room.replace("_", " "))
        yield replace(row, cells=all_cells, text="\t".join(each for each in all_cells if each), merged=(), down=())
