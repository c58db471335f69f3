"""What a user changes in the preview of a programme: each gives new lines, which are arranged again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from studydag.model.exchange.importing.lines import read_lines
from studydag.model.exchange.importing.reading.text_rows import rows_of_text
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.texts.drafts import shortened
from studydag.model.rules.written.phase_words import phase_of
from studydag.model.values.imported import ImportedLine, LineKind

Lines = tuple[ImportedLine, ...]
_BLOCKS = frozenset(kind for kind in LineKind if kind.is_block)


def taken_as(lines: Sequence[ImportedLine], place: int, kind: LineKind, *, today: dt.date | None = None) -> Lines:
    """Take a line for something else; a line that becomes a block is read anew where it had no title yet."""
    line = lines[place]
    if kind is line.kind:
        return tuple(lines)
    if kind.is_block:
        made = _as_block(line, kind, today)
    elif kind is LineKind.NOTE:
        said = "\n".join(part for part in (line.title or _if_nothing(line), line.description) if part)
        made = replace(line, kind=kind, title="", description=said)
    elif kind is LineKind.DATE:
        date = find_date(line.text)
        settled = None if date is None else date.settled(today.year if today else None, today)
        made = replace(line, kind=kind, title=line.text, date=line.date or settled, begins_part=True)
    else:
        made = replace(line, kind=kind, title=line.title or line.text)
    return (*lines[:place], made, *lines[place + 1 :])


def joined_with_above(lines: Sequence[ImportedLine], place: int) -> Lines:
    """Let a line go on in the title of the block above it."""
    line = lines[place]
    made = replace(line, kind=LineKind.NOTE, title=line.title or line.text, description="", phase=None)
    return (*lines[:place], made, *lines[place + 1 :])


def changed(lines: Sequence[ImportedLine], place: int, **fields: Any) -> Lines:
    """Change what was made of a line; a title that changes keeps its phase where the user had chosen one."""
    line = lines[place]
    made = replace(line, **fields)
    if "title" in fields and line.phase is phase_of(line.title) and made.kind.is_block:
        made = replace(made, phase=phase_of(made.title))
    if fields.get("start") is not None and made.kind is LineKind.PARKED:
        made = replace(made, kind=LineKind.ITEM)
    return (*lines[:place], made, *lines[place + 1 :])


def _if_nothing(line: ImportedLine) -> str:
    return "" if line.persons or line.room or line.description else line.text


def _as_block(line: ImportedLine, kind: LineKind, today: dt.date | None) -> ImportedLine:
    if line.title and line.kind in {*_BLOCKS, LineKind.SKIPPED, LineKind.NOT_UNDERSTOOD}:
        return replace(line, kind=kind, title=line.title or line.text, phase=line.phase or phase_of(line.title))
    found = read_lines(rows_of_text(line.text), today=today)
    read = next((each for each in found if each.kind.is_block), None)
    if read is not None:
        return replace(read, line=line.line, text=line.text, kind=kind)
    title, rest = shortened(line.title or line.text)
    return replace(line, kind=kind, title=title, description=rest, phase=phase_of(title))
