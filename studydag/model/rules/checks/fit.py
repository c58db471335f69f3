"""Checks on fit: the programme fits its parts, nothing overlaps, no hole is left."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import clock
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import PartSchedule
from studydag.model.values.findings import Severity
from studydag.model.values.wording import N_


def over_full(context: Context) -> Iterator[Outcome]:
    """Look for parts whose programme goes on past their end (see time.md)."""
    for part in (part for part in context.parts if live(part.slots)):
        end = part.end + part.minutes_over
        figures: Figures = {"end": clock(end), "planned": clock(part.end), "minutes": part.minutes_over}
        if part.minutes_over > 0:
            yield Found((context.about_part(part.part),), figures)
        else:
            yield Holds(figures)


def overlap(context: Context) -> Iterator[Outcome]:
    """Look for blocks that have not ended when a pinned one begins (see time.md)."""
    pins = 0
    for part in context.parts:
        slots = live(part.slots)
        pins += sum(slot.block.pinned_start is not None for slot in slots)
        for number, slot in enumerate(slots):
            if not slot.overlap_before:
                continue
            before = max(slots[:number], key=lambda each: each.end)
            figures: Figures = {
                "first": context.title_of(before.block),
                "second": context.title_of(slot.block),
                "minutes": slot.overlap_before,
                "start": clock(slot.start),
                "end": clock(before.end),
            }
            yield Found(context.about_blocks((before.block, slot.block)), figures)
    if pins:
        yield Holds({"pins": pins})


def open_gap(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for unplanned time before a pinned block, and at the end of a part."""
    longest = 0
    for part in context.parts:
        for slot in live(part.slots):
            longest = max(longest, slot.buffer_before)
            if slot.buffer_before >= limit:
                figures: Figures = {
                    "minutes": slot.buffer_before,
                    "start": clock(slot.start - slot.buffer_before),
                    "end": clock(slot.start),
                    "limit": limit,
                }
                yield Found((context.about_block(slot.block),), figures)
        yield from _gap_at_end(context, part, limit)
    if context.slots:
        yield Holds({"minutes": longest, "limit": limit})


def _gap_at_end(context: Context, part: PartSchedule, limit: float) -> Iterator[Outcome]:
    if live(part.slots) and -part.minutes_over >= limit:
        figures: Figures = {
            "minutes": -part.minutes_over,
            "start": clock(part.end + part.minutes_over),
            "end": clock(part.end),
            "limit": limit,
        }
        yield Found((context.about_part(part.part),), figures, remedies=("end-earlier", "add-reflection"))


RULES = (
    Rule(
        id="over-full",
        family=Family.FIT,
        severity=Severity.MUST,
        asks=N_("The programme fits the time there is."),
        why=N_("What doesn’t fit is cut on the day itself, and it is nearly always the end: the reflection."),
        reason=N_("The programme ends at {end}, {minutes:minutes} after the planned end at {planned}."),
        holds=N_("The programme ends at {end}; the planned end is at {planned}."),
        find=over_full,
        remedies=("make-it-fit", "end-later"),
        rows=("R027",),
    ),
    Rule(
        id="overlap",
        family=Family.FIT,
        severity=Severity.MUST,
        asks=N_("No block begins before the one before it has ended."),
        why=N_("A pinned block never gives way, so what comes before it has to be shorter."),
        reason=N_(
            "{first:quoted} lasts until {end}, but {second:quoted} begins at {start}: {minutes:minutes} too long."
        ),
        holds=N_("Pinned blocks: {pins}; none overlaps what comes before it."),
        find=overlap,
        remedies=("shorten-block", "unpin-block"),
        rows=("R027",),
    ),
    Rule(
        id="open-gap",
        family=Family.FIT,
        severity=Severity.HINT,
        asks=N_("No long stretch is left unplanned."),
        why=N_("Some air is good; an unplanned half hour makes people wonder what it is for."),
        reason=N_("From {start} to {end} nothing is planned ({minutes:minutes})."),
        holds=N_("At most {minutes:minutes} is left unplanned between blocks (less than {limit:minutes})."),
        find=open_gap,
        threshold=Threshold(20, N_("minutes")),
        remedies=("fill-gap", "unpin-block"),
    ),
)
