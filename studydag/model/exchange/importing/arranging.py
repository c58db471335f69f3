"""Lines as a programme: parts with blocks in order, ends read off the next start, and what overlaps as one round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from studydag.model.exchange.importing.offering import offers_what_is_below, rounds_meant
from studydag.model.exchange.importing.overlaps import as_rounds, with_options
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.headings import is_round
from studydag.model.exchange.importing.recognising.matching import person_key
from studydag.model.exchange.importing.sessions import in_turn
from studydag.model.values.imported import (
    ImportedBlock,
    ImportedLine,
    ImportedPart,
    ImportedProgramme,
    LineKind,
)
from studydag.model.values.phases import Phase

MINUTES_A_DAY = 1440
PART_START = dt.time(9, 0)
USUAL_MINUTES, STEP = 30, 5
NOON, NIGHT, SMALL_HOURS = 12 * 60, 18 * 60, 6 * 60
LONGEST = 16 * 60


@dataclass(slots=True, eq=False)
class _Block:
    """A block while lines are added to it."""

    line: ImportedLine
    title: str
    persons: list[str] = field(default_factory=list)
    room: str = ""
    notes: list[str] = field(default_factory=list)
    start: int | None = None
    end: int | None = None
    is_shared: bool = False
    options: list[_Block] = field(default_factory=list)

    @property
    def is_within(self) -> bool:
        """Whether it follows the block above within the time of that."""
        return self.line.within and self.line.start is None


@dataclass(slots=True, eq=False)
class _Part:
    """A part while blocks are added to it; two without blocks are still two."""

    date: dt.date | None = None
    title: str = ""
    blocks: list[_Block] = field(default_factory=list)


def arranged(
    lines: Sequence[ImportedLine], *, part_start: dt.time = PART_START, round_title: str = ""
) -> ImportedProgramme:
    """Make a programme of lines; rounds that nobody named get `round_title`.

    A part of which no clock time is known begins at `part_start`.
    """
    parts: list[_Part] = []
    parked: list[_Block] = []
    title = venue = ""
    date: dt.date | None = None
    last: _Block | None = None
    item: _Block | None = None
    heading = ""
    for line in lines:
        still_wanted()
        heading = _heading(line, heading)
        if line.kind is LineKind.TITLE and not title:
            title = line.title or line.text
        elif line.kind is LineKind.VENUE and not venue:
            venue = line.title or line.text
        if line.kind in {LineKind.DATE, LineKind.TITLE} and (line.begins_part or line.date is not None):
            date = line.date if line.date is not None or line.begins_part else date
            venue = venue or line.room
            if line.kind is LineKind.DATE or not parts:
                parts.append(_Part(date=date, title=_part_title(line)))
        elif line.kind is LineKind.NOTE:
            _add_note(_noted(line, parts, last), line)
        elif line.kind is LineKind.OPTION and item is not None:
            last = _block_of(line)
            for block in _offering(item, heading, parts):
                block.options.append(last)
        elif line.kind.is_block:
            last = item = _block_of(line)
            _place(line, item, parts, parked)
    _merge_days(parts)
    made = [_arranged_part(part, part_start, round_title) for part in parts if part.blocks]
    return ImportedProgramme(
        title=title,
        venue=venue,
        parts=tuple(made),
        parked=tuple(_as_block(block, with_times=False) for block in parked),
        lines=tuple(lines),
    )


def _heading(line: ImportedLine, above: str) -> str:
    """Return the heading below which a line stands, since the last block."""
    if line.kind is LineKind.HEADING:
        return line.title
    return "" if line.kind.is_block and line.kind is not LineKind.OPTION else above


def _offering(item: _Block, heading: str, parts: Sequence[_Part]) -> Sequence[_Block]:
    """Return the blocks that an option is one of: the last, or, where that is no choice, the rounds that day."""
    if offers_what_is_below(item.title, heading) or not parts:
        return [item]
    rounds = [block for block in parts[-1].blocks if block.line.start is not None and is_round(block.title)]
    meant = rounds_meant(heading, [(block.title, _minutes(block.line.start)) for block in rounds])
    return [rounds[place] for place in meant] or [item]


def _part_title(line: ImportedLine) -> str:
    """Return the name of a part, where its heading says more than the date."""
    says_more = line.title not in {line.text, line.room} or line.date is None
    return line.title if line.kind is LineKind.DATE and says_more else ""


def _noted(line: ImportedLine, parts: Sequence[_Part], last: _Block | None) -> _Block | None:
    """Return the block to which a note belongs: the last one, or the last of its track."""
    if not line.track or not parts:
        return last
    return next((block for block in reversed(parts[-1].blocks) if block.line.track == line.track), last)


def _add_note(block: _Block | None, line: ImportedLine) -> None:
    if block is None:
        return
    if line.title:
        joined = block.title.endswith("-") and line.title[:1].islower() and not block.title.endswith(" -")
        if line.title.startswith((",", ":")):
            block.title, joined = f"{block.title}-", True
        block.title = f"{block.title[:-1]}{line.title}" if joined else f"{block.title} {line.title}"
    known = {person_key(person) for person in block.persons}
    block.persons += [person for person in line.persons if person_key(person) not in known]
    if line.room and not block.room:
        block.room = line.room
    elif line.room and line.room != block.room:
        # `Zaal: 3` says more of where it is than a place in the title.
        is_in_title = block.room.casefold() in block.title.casefold()
        block.room, other = (line.room, "") if is_in_title else (block.room, line.room)
        block.notes += [other] if other else []
    if line.description:
        block.notes.append(line.description)


def _block_of(line: ImportedLine) -> _Block:
    return _Block(
        line=line,
        title=line.title,
        persons=list(line.persons),
        room=line.room,
        notes=[line.description] if line.description else [],
    )


def _place(line: ImportedLine, block: _Block, parts: list[_Part], parked: list[_Block]) -> None:
    if line.kind is LineKind.PARKED and line.start is None and not (line.minutes and parts and parts[-1].blocks):
        parked.append(block)
        return
    if line.begins_part and line.date is not None:
        part = next((part for part in parts if part.date == line.date), None)
        if part is None:
            part = _Part(date=line.date)
            parts.append(part)
        elif part is not parts[-1]:
            # What follows without a date is on that day too.
            parts.remove(part)
            parts.append(part)
    elif line.begins_part or not parts:
        parts.append(_Part())
    parts[-1].blocks.append(block)


def _merge_days(parts: list[_Part]) -> None:
    """Bring together what is on one date, and what stands in columns of one date."""
    by_date: dict[dt.date, _Part] = {}
    for part in list(parts):
        known = by_date.get(part.date) if part.date is not None else None
        if known is not None and part.date is not None:
            known.blocks += part.blocks
            known.title = known.title or part.title
            parts.remove(part)
        elif part.date is not None:
            by_date[part.date] = part
    if len(by_date) == len(parts):
        parts.sort(key=lambda part: part.date or dt.date.max)


def _arranged_part(part: _Part, part_start: dt.time, round_title: str) -> ImportedPart:
    _set_starts(part.blocks, part_start)
    timed = sorted(part.blocks, key=lambda block: block.start or 0)
    _set_ends(timed)
    blocks = [
        with_options(_as_block(block), [_as_option(option, block) for option in block.options]) for block in timed
    ]
    return ImportedPart(title=part.title, date=part.date, blocks=tuple(as_rounds(in_turn(blocks), round_title)))


def _set_starts(blocks: Sequence[_Block], part_start: dt.time) -> None:
    """Give each block a start in minutes; after the evening come the small hours of the next day."""
    if all(block.line.start is None for block in blocks):
        cursor = _minutes(part_start)
        for block in blocks:
            block.start, block.end = cursor, cursor + _lasting(block)
            cursor = block.end
        return
    first = next(_minutes(block.line.start) for block in blocks if block.line.start is not None)
    latest = 0
    for place, block in enumerate(blocks):
        if block.is_within and place:
            continue
        if block.line.start is not None:
            start = _minutes(block.line.start) + block.line.days_later * MINUTES_A_DAY
            if start < SMALL_HOURS and latest >= (NIGHT if start else NOON) and start < first:
                start += MINUTES_A_DAY
            block.start = start
            latest = max(latest, start)
            block.end = _written_end(block)
        elif place:
            before = blocks[place - 1]
            block.start = before.end if before.end is not None else _between(blocks, place)
            block.end = _until_next(blocks, place, block.start + _lasting(block))
        else:
            following = next(_minutes(each.line.start) for each in blocks if each.line.start is not None)
            block.start = max(0, following - _lasting(block))
            block.end = following
        stop = place + 1
        while stop < len(blocks) and blocks[stop].is_within:
            stop += 1
        if stop > place + 1:
            _share(blocks[place:stop], blocks[stop:])


def _share(blocks: Sequence[_Block], later: Sequence[_Block]) -> None:
    """Let blocks follow each other from the start of the first to its end, or else to the start of one behind them.

    Those whose minutes nobody wrote share what is left evenly, in steps of five minutes where that goes.
    """
    first = blocks[0]
    cursor, end = first.start or 0, first.end
    if end is None:
        following = next((_minutes(each.line.start) for each in later if each.line.start is not None), cursor)
        end = following if following > cursor else cursor + len(blocks) * USUAL_MINUTES
    # What the first has without an end is how long all of them last.
    written = [block.line.minutes if block is not first or first.line.end is not None else None for block in blocks]
    shares = _shared(end - cursor - sum(minutes or 0 for minutes in written), sum(not minutes for minutes in written))
    for block, minutes in zip(blocks, written, strict=True):
        block.start, block.end, block.is_shared = cursor, cursor + (minutes or next(shares)), not minutes
        cursor = block.end


def _shared(minutes: int, count: int) -> Iterator[int]:
    """Give so many minutes as so many parts, of at least one each; the first have the longer ones."""
    step = STEP if minutes >= STEP * count else 1
    steps, odd = divmod(max(minutes, count), step)
    for place in range(count):
        longer = place < steps % count
        yield step * (steps // count + longer) + (odd if place == count - 1 else 0)


def _between(blocks: Sequence[_Block], place: int) -> int:
    """Return where a block without a start begins behind one without an end: just before the next start."""
    start = blocks[place - 1].start or 0
    following = next((_minutes(each.line.start) for each in blocks[place:] if each.line.start is not None), None)
    if following is not None and following - _lasting(blocks[place]) > start:
        return following - _lasting(blocks[place])
    return start + USUAL_MINUTES


def _until_next(blocks: Sequence[_Block], place: int, end: int) -> int:
    """Return the end of a block without times, before the next start if nobody said how long it takes."""
    start = blocks[place].start or 0
    following = next((_minutes(each.line.start) for each in blocks[place + 1 :] if each.line.start is not None), end)
    return following if blocks[place].line.minutes is None and start < following < end else end


def _lasting(block: _Block) -> int:
    minutes = block.line.minutes
    return min(MINUTES_A_DAY, minutes) if minutes is not None else USUAL_MINUTES


def _written_end(block: _Block) -> int | None:
    start = block.start or 0
    if block.line.end is not None:
        lasts = (_minutes(block.line.end) - start) % MINUTES_A_DAY
        return start + lasts if 0 < lasts <= LONGEST or block.line.days_later else None
    if block.line.minutes is not None and block.line.minutes > 0:
        return start + min(MINUTES_A_DAY, block.line.minutes)
    return None


def _set_ends(blocks: Sequence[_Block]) -> None:
    """End what has no end where the next begins, in its own track if it has one; the last one stays open."""
    tracks = {block.line.track for block in blocks if block.line.track}
    starts = sorted({block.start or 0 for block in blocks})
    later = dict(pairwise(starts))
    by_track = {
        track: sorted({each.start or 0 for each in blocks if each.line.track in {track, ""}}) for track in tracks
    }
    for block in blocks:
        if block.end is not None:
            continue
        own = by_track.get(block.line.track)
        start = block.start or 0
        block.end = later.get(start) if own is None else next((each for each in own if each > start), None)
        if block.end is None and own is not None:
            block.end = later.get(start)


def _minutes(time: dt.time | None) -> int:
    return 0 if time is None else time.hour * 60 + time.minute


def _as_block(block: _Block, *, with_times: bool = True) -> ImportedBlock:
    line = block.line
    written = (line.end is not None or bool(line.minutes)) and not block.is_shared
    return ImportedBlock(
        line=line.line,
        title=block.title,
        start=block.start if with_times else None,
        end=block.end if with_times else None,
        end_inferred=with_times and block.end is not None and not written,
        minutes=line.minutes,
        phase=line.phase or Phase.KNOWLEDGE,
        persons=tuple(block.persons),
        room=block.room,
        description="\n".join(_distinct(block.notes)),
        options=() if with_times else tuple(_as_block(option, with_times=False) for option in block.options),
    )


def _as_option(option: _Block, block: _Block) -> ImportedBlock:
    """Return an option with the times of its block, where it has none of its own."""
    if option.line.start is not None:
        option.start = _minutes(option.line.start)
        option.end = _written_end(option)
    start = option.start if option.start is not None and option.start >= (block.start or 0) else block.start
    made = _as_block(option)
    end = option.end
    if end is None and option.line.minutes and start is not None:
        end = start + option.line.minutes
    return replace(
        made,
        start=start,
        end=end if end is not None else block.end,
        end_inferred=end is None and block.line.end is None and not block.line.minutes and block.end is not None,
    )


def _distinct(notes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(note for note in notes if note))
