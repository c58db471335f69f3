"""Where the timeline is not to scale: what is too short to be read gets more room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from math import inf

from studydag.model.rules.time.schedule import MINUTES_A_DAY, PartSchedule

LEAST_HEIGHT = 0.95
"""In lines of text: how high a block is at least, however short: its title needs no smaller letters."""


@dataclass(frozen=True, slots=True)
class Bends:
    """Stretches of time that get more room than others: their ends in rising order, and what they add together."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    added: tuple[float, ...]
    """In pixels, up to the end of each stretch."""

    def added_until(self, minutes: float) -> float:
        """Return how many pixels they add up to a time."""
        if not self.starts:
            return 0.0
        place = bisect_left(self.ends, minutes)
        before = self.added[place - 1] if place else 0.0
        if place == len(self.ends) or minutes <= self.starts[place]:
            return before
        share = (minutes - self.starts[place]) / (self.ends[place] - self.starts[place])
        return before + share * (self.added[place] - before)

    def same_until(self, other: Bends) -> float:
        """Return up to which time two bend alike; infinite where they do throughout."""
        stretches = (zip(each.starts, each.ends, each.added, strict=True) for each in (self, other))
        for one, two in zip_longest(*stretches):
            if one != two:
                return min(each[0] for each in (one, two) if each is not None)
        return inf

    def minutes_at(self, y: float, first: int, scale: float) -> float:
        """Return which time lies so many pixels below the first one."""
        before = 0.0
        for start, end, added in zip(self.starts, self.ends, self.added, strict=True):
            top = (start - first) * scale + before
            if y <= top:
                break
            height = (end - start) * scale + added - before
            if y < top + height:
                return start + (y - top) / height * (end - start)
            before = added
        return first + (y - before) / scale


def bends_of(part: PartSchedule, line: float, scale: float) -> Bends:
    """Give what is lower than a line that can be read as much room as that line.

    A line of text is so many pixels high, and `scale` is what a minute has of its own, in pixels.
    """
    least = LEAST_HEIGHT * line
    starts, ends, added = [], [], []
    until, together = part.start - MINUTES_A_DAY, 0.0
    for begin, end in _stretches(part):
        if (end - begin) * scale >= least:
            continue
        # Where two overlap the first one has had its room; the other one gets its own for what comes after.
        start = max(begin, until)
        if start >= end:
            continue
        until = end
        together += (least / (end - begin) - scale) * (end - start)
        starts.append(start)
        ends.append(end)
        added.append(together)
    return Bends(tuple(starts), tuple(ends), tuple(added))


def _stretches(part: PartSchedule) -> Iterator[tuple[int, int]]:
    """Give from when till when each block lasts, and before it what is left until its pin."""
    for slot in part.slots:
        if slot.buffer_before:
            yield slot.start - slot.buffer_before, slot.start
        if slot.minutes:
            yield slot.start, slot.end
