"""Checks on breaks: not too long without one, and lunch."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import about, clock
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.time.balance import live, lunch_of, spans_lunch, work_stretches
from studydag.model.rules.time.schedule import minutes_after_midnight
from studydag.model.values.findings import Severity
from studydag.model.values.formats import Phase
from studydag.model.values.wording import N_

AROUND = 15
"""How many minutes before or after a break something may come that is for it."""


def long_without_break(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for long stretches without a break, from the first learning block to the last."""
    stretches = [stretch for part in context.parts for stretch in work_stretches(part)]
    lengths = [max(slot.end for slot in stretch) - stretch[0].start for stretch in stretches]
    for stretch, minutes in zip(stretches, lengths, strict=True):
        if minutes > limit:
            figures: Figures = {
                "minutes": minutes,
                "start": clock(stretch[0].start),
                "end": clock(stretch[0].start + minutes),
                "limit": limit,
            }
            yield Found(context.about_blocks(slot.block for slot in stretch), figures)
    if stretches:
        yield Holds({"minutes": max(lengths), "limit": limit})


def no_lunch(context: Context) -> Iterator[Outcome]:
    """Look whether parts that go on through noon have a lunch break between 11:30 and 13:30."""
    for part in context.parts:
        if not spans_lunch(part) or not part.slots:
            continue
        lunch = lunch_of(part)
        if lunch is None:
            yield Found((context.about_part(part.part),), {"start": clock(part.start), "end": clock(part.end)})
        else:
            yield Holds({"start": clock(lunch.start), "end": clock(lunch.end)})


def ordered_no_break(context: Context) -> Iterator[Outcome]:
    """Look for food and drink that comes while people work, since the break was called off (D13)."""
    at_a_break = False
    for part in context.parts:
        called_off = [slot for slot in part.slots if slot.block.cancelled and slot.block.phase is Phase.BREAK]
        breaks = [slot for slot in live(part.slots) if slot.block.phase is Phase.BREAK]
        at_work = [slot for slot in live(part.slots) if slot.block.phase.is_learning]
        for order in context.day.catering:
            if order.at is None or order.part not in {None, part.part.id}:
                continue
            minute = minutes_after_midnight(order.at)
            if any(slot.start - AROUND <= minute <= slot.end + AROUND for slot in breaks):
                at_a_break = True
            elif called_off and any(slot.start <= minute < slot.end for slot in at_work):
                missed = min(called_off, key=lambda slot: abs(slot.start - minute)).block
                figures: Figures = {"what": order.what, "at": clock(minute), "block": context.title_of(missed)}
                yield Found((about(order), context.about_block(missed)), figures)
    if at_a_break:
        yield Holds()


RULES = (
    Rule(
        id="long-without-break",
        family=Family.BREAKS,
        severity=Severity.SHOULD,
        asks=N_("There is a break in time."),
        why=N_("In a break people rest, and talk about what they just heard."),
        reason=N_("From {start} to {end} there is no break for {minutes:minutes} (at most {limit:minutes})."),
        holds=N_("People go on for {minutes:minutes} at most without a break (at most {limit:minutes})."),
        find=long_without_break,
        threshold=Threshold(90, N_("minutes")),
        remedies=("add-break",),
    ),
    Rule(
        id="no-lunch",
        family=Family.BREAKS,
        severity=Severity.HINT,
        asks=N_("A day that goes on through noon has a lunch break."),
        why=N_("People expect to eat between 11:30 and 13:30, for 20 minutes or more; those times are ours."),
        reason=N_("The programme goes on from {start} to {end} without lunch between 11:30 and 13:30."),
        holds=N_("Lunch is from {start} to {end}."),
        find=no_lunch,
        remedies=("add-lunch",),
    ),
    Rule(
        id="ordered-no-break",
        family=Family.BREAKS,
        severity=Severity.SHOULD,
        asks=N_("What is ordered comes when there is a break."),
        why=N_("Catering comes and is paid for, even when its break was called off."),
        reason=N_("{what} is still ordered for {at}, and {block:quoted} was called off."),
        holds=N_("What is ordered comes when there is a break."),
        find=ordered_no_break,
        remedies=("look-at-catering",),
    ),
)
