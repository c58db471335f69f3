"""What stands within a longer block: a break parts it in two, and parts that follow each other take its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.headings import is_section, offers_parallel, option_label
from studydag.model.rules.written.phase_words import minutes_of_break
from studydag.model.values.imported import ImportedBlock
from studydag.model.values.phases import Phase

_SESSION: Final = re.compile(
    r"\b(?:\w*(?:sessi(?:e|on)s?|programm?[ae]?|program|plenum|zitting|sitzung)|plenair\w*|plenary|plenaries|symposium"
    r"|dagdeel|block|blok|diner|dinner|banquet)\b",
    re.IGNORECASE,
)
_FOR_ALL: Final = re.compile(r"\b(?:plenair\w*|plenary|plenaries|plenum)\b", re.IGNORECASE)
_SHORT: Final = 15


def in_turn(blocks: Sequence[ImportedBlock]) -> list[ImportedBlock]:
    """Return blocks, ordered by start, without those that others stand within, wherever all of them follow each other.

    `9-12 Training`, `10.30 Pauze` are a training, a break, and the training again. `9-12 Session 1` with a lecture
    until 10.30 and another until 12 gives way to the two, which say to which they belong.
    """
    made: list[ImportedBlock] = []
    place = latest = 0
    while place < len(blocks):
        whole = blocks[place]
        stop = place + 1
        while stop < len(blocks) and _begins_within(blocks[stop], whole):
            stop += 1
        inner = blocks[place + 1 : stop]
        parts = (_parted(whole, inner) if inner and latest <= _start(whole) else []) or [whole, *inner]
        made += parts
        latest = max(latest, *map(_end, parts))
        place = stop
    return sorted(made, key=_start)


def _start(block: ImportedBlock) -> int:
    return block.start or 0


def _end(block: ImportedBlock) -> int:
    return block.end if block.end is not None else _start(block) + 1


def _begins_within(block: ImportedBlock, whole: ImportedBlock) -> bool:
    is_written = whole.end is not None and not whole.end_inferred
    return is_written and not whole.options and _start(whole) <= _start(block) < _end(whole)


def _parted(whole: ImportedBlock, inner: Sequence[ImportedBlock]) -> list[ImportedBlock]:
    """Return a block and those within it one after the other; none where they are at the same time."""
    is_choice = offers_parallel(whole.title) and _FOR_ALL.search(whole.title) is None
    if is_choice or option_label(whole.title):
        return []
    if whole.phase is not Phase.BREAK and all(block.phase is Phase.BREAK and not block.options for block in inner):
        return _with_breaks(whole, inner)
    return _without(whole, inner)


def _with_breaks(whole: ImportedBlock, breaks: Sequence[ImportedBlock]) -> list[ImportedBlock]:
    """Part a block where breaks stand within it; one whose end nobody wrote has its usual minutes."""
    made: list[ImportedBlock] = []
    cursor, rest = _start(whole), whole
    for pause in breaks:
        usual = _start(pause) + (minutes_of_break(pause.title) or _SHORT)
        end = _end(pause) if pause.end is not None and not pause.end_inferred else min(usual, _end(whole))
        if _start(pause) <= cursor or end > _end(whole):
            return []
        made += [
            replace(rest, start=cursor, end=_start(pause), end_inferred=True),
            replace(pause, end=end, end_inferred=pause.end_inferred or pause.end is None),
        ]
        cursor, rest = end, replace(whole, description="")
    return [*made, replace(rest, start=cursor)] if cursor < _end(whole) else made


def _without(whole: ImportedBlock, parts: Sequence[ImportedBlock]) -> list[ImportedBlock]:
    """Return the parts of a session that fill it one after the other, each with what that is called; else none."""
    rooms = {block.room for block in parts if block.room}
    stops = [_end(block) for block in parts[:-1]]
    last = parts[-1].end if not parts[-1].end_inferred else None
    is_one = len(parts) > 1 and (is_section(whole.title) or _SESSION.search(whole.title) is not None)
    fills = _start(parts[0]) == _start(whole) and (last is None or _end(whole) - _SHORT <= last <= _end(whole))
    follow = all(stop <= _start(later) <= stop + _SHORT for stop, later in zip(stops, parts[1:], strict=True))
    if not (is_one and fills and follow) or (whole.room and rooms - {whole.room}) or len(rooms) > 1:
        return []
    called = whole.title if not whole.persons else f"{whole.title} ({', '.join(whole.persons)})"
    made = [_part_of(block, whole, called) for block in parts]
    first = "\n".join(text for text in (made[0].description, whole.description) if text)
    made[0] = replace(made[0], description=first)
    if last is None:
        made[-1] = replace(made[-1], end=_end(whole), end_inferred=False)
    return made


def _part_of(block: ImportedBlock, whole: ImportedBlock, called: str) -> ImportedBlock:
    description = "\n".join(text for text in (called, block.description) if text)
    return replace(block, room=block.room or whole.room, description=description)
