"""Tables with the same columns several times beside each other: for each day, group or track one below the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.recognising.clock_cells import time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.vocabulary.words import Role, role_of

HEADS_WITHIN: Final = 12
FEWEST: Final = 2
_TIMES: Final = frozenset({Role.TIME, Role.START})
TITLE, SPEAKER, ROOM = "Title", "Speaker", "Room"
"""Heads for what was several columns."""
TRACK = TIME = ""
"""Of these the cells say enough."""


def below_each_other(rows: list[Row]) -> list[Row]:
    """Return the rows of `Tijd, Onderdeel, Tijd, Onderdeel` as those of one `Tijd, Onderdeel`, by day or by time.

    What stands above the times of one is its day; without days all are of one, and go by the clock.
    """
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        if spans := _days_across(row, rows[place + 1 :]):
            parts = [[part for each in rows[place + 1 :] if (part := _part(each, span)).filled] for span in spans]
            named = zip(spans, parts, strict=True)
            return [*rows[:place], *(each for span, own in named for each in (_day(row, span.start), *own))]
        spans = _spans(row)
        if not spans:
            continue
        blocks = [[part for each in rows[place + 1 :] if (part := _part(each, span)).filled] for span in spans]
        labels = [_above(rows[place - 1], span) if place else "" for span in spans]
        days = [label if label and find_date(label) is not None else "" for label in labels]
        head = _part(row, spans[0])
        if all(days):
            above = rows[: place - 1]
            return [
                *above,
                *(each for day, own in zip(days, blocks, strict=True) for each in _of_day(row, day, head, own)),
            ]
        if all(labels) and len(set(labels)) == len(labels):
            blocks = [[_labelled(each, label) for each in own] for label, own in zip(labels, blocks, strict=True)]
            head = _labelled(head, TRACK)
        return [*rows[:place], head, *_by_time([each for own in blocks for each in own])]
    return rows


def _days_across(row: Row, below: Sequence[Row]) -> list[range]:
    """Return the columns of each of several days beside each other that have no heads: a day stands above its times."""
    days = [column for column, cell in enumerate(row.cells) if cell]
    if len(days) < FEWEST or any(find_date(row.cells[column]) is None for column in days):
        return []
    ends = [*days[1:], max((len(each.cells) for each in (row, *below)), default=0)]
    spans = [range(start, end) for start, end in zip(days, ends, strict=True)]
    for span in spans:
        cells = [each.cells[span.start] for each in below if span.start < len(each.cells) and each.cells[span.start]]
        if len(span) < FEWEST or len(cells) < FEWEST or not all(map(_is_clock, cells)):
            return []
    return spans


def _day(row: Row, column: int) -> Row:
    return replace(row, text=row.cells[column], cells=(row.cells[column],), merged=(), down=())


def _labelled(row: Row, label: str) -> Row:
    return replace(row, cells=(*row.cells, label))


def _spans(row: Row) -> list[range]:
    """Return the columns of each of the tables beside each other; none where there is but one."""
    first = next((cell for cell in row.cells if cell and role_of(cell) in _TIMES), "")
    starts = [column for column, cell in enumerate(row.cells) if first and cell == first]
    if len(starts) < FEWEST or starts[0] != next(column for column, cell in enumerate(row.cells) if cell):
        return []
    ends = [*starts[1:], len(row.cells)]
    spans = [range(start, end) for start, end in zip(starts, ends, strict=True)]
    heads = {tuple(row.cells[column] for column in span if row.cells[column]) for span in spans}
    return spans if len(heads) == 1 and len(next(iter(heads))) >= FEWEST else []


def _part(row: Row, span: range) -> Row:
    cells = tuple(cell_of(row, column) for column in span)
    return replace(
        row, cells=cells, text="\t".join(" ".join(cell.split()) for cell in cells if cell), merged=(), down=()
    )


def _above(row: Row, span: range) -> str:
    return next((row.cells[column] for column in span if column < len(row.cells) and row.cells[column]), "")


def _of_day(row: Row, day: str, head: Row, own: Sequence[Row]) -> Iterator[Row]:
    yield head
    yield replace(row, text=day, cells=(day,), merged=(), down=())
    yield from own


def _by_time(rows: Sequence[Row]) -> list[Row]:
    """Return rows by their time, where each that is filled has one; what has none stays behind the one above it."""
    now, keyed = dt.time.min, list[tuple[dt.time, int, Row]]()
    for place, row in enumerate(rows):
        found = time_in_cell(row.cells[0], known=True) if row.cells[0] else None
        now = found.start if found is not None and found.start is not None else now
        keyed.append((now, place, row))
    return [row for _, _, row in sorted(keyed, key=lambda each: each[:2])]


def turned(rows: list[Row]) -> list[Row]:
    """Return the rows of a table with its times across and its rooms or groups down as one with its times down."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        times = [column for column, cell in enumerate(row.cells) if _is_clock(cell)]
        if len(times) < FEWEST or times != list(range(1, len(row.cells))):
            continue
        below = rows[place + 1 :]
        is_grid = len(below) >= FEWEST and all(each.cells[0] and not _is_clock(each.cells[0]) for each in below)
        if not is_grid or any(_is_clock(cell) for each in below for cell in each.cells):
            return rows
        labels = (row.cells[0] if role_of(row.cells[0]) in _TIMES else TIME, *(each.cells[0] for each in below))
        columns = [(row.cells[time], *(cell_of(each, time) for each in below)) for time in times]
        return [*rows[:place], *(_with_cells(row, cells) for cells in (labels, *columns))]
    return rows


def _is_clock(cell: str) -> bool:
    found = time_in_cell(cell)
    return found is not None and found.start is not None and any(map(str.isdigit, cell))


def _with_cells(row: Row, cells: tuple[str, ...]) -> Row:
    text = "\t".join(" ".join(cell.split()) for cell in cells if cell)
    return replace(row, cells=cells, text=text, merged=(), down=())


def one_a_track(rows: list[Row]) -> list[Row]:
    """Make of `Time, Track 1, Speaker, Track 2, Speaker` a row for each track in which something is."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        roles = [role_of(cell.removesuffix(f".{cell[-1:]}")) if cell else None for cell in row.cells]
        pairs = [
            (column, column + 1)
            for column in range(len(roles) - 1)
            if row.cells[column] and roles[column] is None and roles[column + 1] is Role.PERSONS
        ]
        if (
            len(pairs) < FEWEST
            or Role.TITLE in roles
            or not _TIMES & set(roles)
            or roles.count(Role.PERSONS) != len(pairs)
        ):
            continue
        taken = {column for pair in pairs for column in pair}
        shared = [column for column in range(len(row.cells)) if column not in taken]
        are_rooms = all(room_sureness(row.cells[title]) >= Sureness.LIKELY for title, _ in pairs)
        heads = (*(row.cells[column] for column in shared), TITLE, SPEAKER, ROOM if are_rooms else TRACK)
        made = [part for each in rows[place + 1 :] for part in _tracks(each, row, shared, pairs)]
        return [*rows[:place], replace(row, cells=heads), *made]
    return rows


def _tracks(row: Row, head: Row, shared: Sequence[int], pairs: Sequence[tuple[int, int]]) -> Iterator[Row]:
    filled = [(title, who) for title, who in pairs if cell_of(row, title) or cell_of(row, who)]
    titles = {cell_of(row, title) for title, _ in filled}
    if not filled:
        yield row
    for title, who in filled[:1] if len(titles) == 1 else filled:
        # What is the same for all is for all together.
        where = head.cells[title] if len(titles) > 1 else ""
        cells = (*(cell_of(row, column) for column in shared), cell_of(row, title), cell_of(row, who), where)
        yield replace(row, cells=cells, text="\t".join(each for each in cells if each), merged=(), down=())
