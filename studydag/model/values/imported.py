"""A programme that someone else made: each line of it with what was made of it, and the blocks that come of that.

Times are minutes after midnight of the part's date, 1440 or more for the next day.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from studydag.model.values.phases import Phase


class LineKind(StrEnum):
    """What a line of a programme was taken for."""

    ITEM = "item"
    OPTION = "option"
    PARKED = "parked"
    NOTE = "note"
    DATE = "date"
    TITLE = "title"
    VENUE = "venue"
    HEADING = "heading"
    SKIPPED = "skipped"
    NOT_UNDERSTOOD = "not_understood"

    @property
    def is_block(self) -> bool:
        """Whether a block or an option comes of the line."""
        return self in {LineKind.ITEM, LineKind.OPTION, LineKind.PARKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLine:
    """One line, row or event of a file, and what was made of it.

    `line` counts from 1; of several items in one row each has its own. `start` and `end` are clock times; `minutes` is
    a duration that was written. A NOTE adds its persons, room and description to the block above it; an OPTION runs
    beside the others of the block above it. A DATE begins a part, as does `begins_part`. `track` names the room,
    group or series within which items follow each other where the file has several side by side. An ITEM that is
    `within` has no time of its own: it follows the item above within the time of that.
    """

    line: int
    text: str
    kind: LineKind
    title: str = ""
    start: dt.time | None = None
    end: dt.time | None = None
    minutes: int | None = None
    open_end: bool = False
    date: dt.date | None = None
    persons: tuple[str, ...] = ()
    room: str = ""
    phase: Phase | None = None
    description: str = ""
    track: str = ""
    days_later: int = 0
    begins_part: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedBlock:
    """A block or option as it comes in; `end` None is an open end. `options` make it a choice round.

    A round that was made of items at the same time is nobody's line: its `line` is that of its first option, and
    `is_made` is set.
    """

    line: int
    title: str
    start: int | None = None
    end: int | None = None
    end_inferred: bool = False
    minutes: int | None = None
    phase: Phase = Phase.KNOWLEDGE
    persons: tuple[str, ...] = ()
    room: str = ""
    description: str = ""
    is_made: bool = False
    options: tuple[ImportedBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPart:
    """The blocks of one date, in order."""

    title: str = ""
    date: dt.date | None = None
    blocks: tuple[ImportedBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProgramme:
    """A whole programme: its parts with blocks, what has no time and is parked, and what was not understood."""

    title: str = ""
    venue: str = ""
    parts: tuple[ImportedPart, ...] = ()
    parked: tuple[ImportedBlock, ...] = ()
    lines: tuple[ImportedLine, ...] = field(default=(), repr=False)

    @property
    def not_understood(self) -> tuple[ImportedLine, ...]:
        """The lines of which nothing was made."""
        return tuple(line for line in self.lines if line.kind is LineKind.NOT_UNDERSTOOD)

    @property
    def items_read(self) -> int:
        """How many lines became a block or an option."""
        return sum(line.kind.is_block for line in self.lines)
