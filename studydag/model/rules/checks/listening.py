"""Checks on what people do: listening, activity, reflection, variation."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import clock
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.choices.rounds import rounds_and_exchange
from studydag.model.rules.time.balance import (
    interaction_of,
    is_listening,
    known_interaction,
    learning_blocks_of,
    listening_stretches,
    live,
    lunch_of,
    minutes_of,
)
from studydag.model.rules.time.schedule import PartSchedule, Slot
from studydag.model.values.findings import Severity
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Attendance, BlockKind, Interaction
from studydag.model.values.wording import N_, NN_


def long_input(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for long listening without processing, in plenary and in each option (R078, R008)."""
    stretches = [stretch for part in context.parts for stretch in listening_stretches(part, context.formats)]
    stretches += [(option,) for slot in context.slots for option in _listening_options(context, slot)]
    for stretch in stretches:
        minutes = minutes_of(stretch)
        if minutes > limit:
            figures: Figures = {
                "minutes": minutes,
                "start": clock(stretch[0].start),
                "end": clock(stretch[-1].end),
                "limit": limit,
            }
            yield Found(context.about_blocks(slot.block for slot in stretch), figures)
    if context.learning_blocks:
        yield Holds({"minutes": max(map(minutes_of, stretches), default=0), "limit": limit})


def active_share(context: Context, limit: float) -> Iterator[Outcome]:
    """Compare the minutes in which people do something with the net minutes (R008, R070)."""
    balance = context.balance
    yield from _share(context, balance.active_minutes, balance.net_minutes, limit)


def reflection_share(context: Context, limit: float) -> Iterator[Outcome]:
    """Compare the minutes of processing, reflection and dialogue with the net minutes (R078)."""
    balance = context.balance
    yield from _share(context, balance.processing_minutes, balance.net_minutes, limit)


def no_joint_reflection(context: Context) -> Iterator[Outcome]:
    """Look for a reflection block for all, or an exchange after a round (R008, R078)."""
    if not context.learning_blocks:
        return
    joint = next((slot for slot in context.slots if _is_joint_reflection(slot)), None)
    if joint is None:
        exchanges = (exchange for part in context.parts for _, exchange in rounds_and_exchange(part, context.formats))
        joint = next((slot for slot in exchanges if slot is not None), None)
    if joint is None:
        yield Found((context.about_day,))
    else:
        yield Holds({"block": context.title_of(joint.block), "start": clock(joint.start), "end": clock(joint.end)})


def no_variation(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for learning blocks in a row in which people take part the same way; lunch begins a new row (R077)."""
    runs = [run for part in context.parts for run in _same_interaction(context, part)]
    for run in runs:
        if len(run) >= limit:
            form = known_interaction(learning_blocks_of(run[0])[0], context.formats)
            figures: Figures = {
                "blocks": len(run),
                "interaction": form or "",
                "start": clock(run[0].start),
                "end": clock(run[-1].end),
                "limit": limit,
            }
            yield Found(context.about_blocks(slot.block for slot in run), figures)
    if runs:
        yield Holds({"blocks": max(map(len, runs)), "limit": limit})


def listening_after_lunch(context: Context) -> Iterator[Outcome]:
    """Look whether the first learning block after lunch is one of listening."""
    for part in context.parts:
        lunch = lunch_of(part)
        after = _first_after(part, lunch) if lunch is not None else None
        if after is None:
            continue
        figures: Figures = {
            "block": context.title_of(after.block),
            "start": clock(after.start),
            "end": clock(after.end),
        }
        if is_listening(after, context.formats):
            yield Found((context.about_block(after.block),), figures)
        else:
            yield Holds(figures)


def _share(context: Context, minutes: int, net: int, limit: float) -> Iterator[Outcome]:
    if not net:
        return
    figures: Figures = {"percent": minutes * 100 // net, "minutes": minutes, "net": net, "limit": limit}
    yield Found((context.about_day,), figures) if minutes * 100 < limit * net else Holds(figures)


def _listening_options(context: Context, slot: Slot) -> Iterator[Slot]:
    """Give the options of a round in which people listen, unless all of them do: then the round as a whole counts."""
    if is_listening(slot, context.formats):
        return
    for option in live(slot.options):
        if option.block.phase.is_learning and interaction_of(option.block, context.formats) is Interaction.LISTEN:
            yield option


def _is_joint_reflection(slot: Slot) -> bool:
    block = slot.block
    is_for_all = block.kind is BlockKind.BLOCK and not block.audience and block.attendance is Attendance.COMPULSORY
    return is_for_all and block.phase is Phase.REFLECTION


def _same_interaction(context: Context, part: PartSchedule) -> Iterator[tuple[Slot, ...]]:
    run: list[Slot] = []
    form: Interaction | None = None
    lunch = lunch_of(part)
    for slot in live(part.slots):
        if slot.block.phase.is_learning:
            now = _interaction_of_slot(context, slot)
            if run and now is not form:
                yield tuple(run)
                run = []
            form = now
            run = [*run, slot] if now is not None else []
        elif slot is lunch and run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _interaction_of_slot(context: Context, slot: Slot) -> Interaction | None:
    """Return how people take part, if that is known and the same in all options."""
    forms = {known_interaction(block, context.formats) for block in learning_blocks_of(slot)}
    return forms.pop() if len(forms) == 1 else None


def _first_after(part: PartSchedule, lunch: Slot) -> Slot | None:
    return next((slot for slot in live(part.slots) if slot.start >= lunch.end and slot.block.phase.is_learning), None)


RULES = (
    Rule(
        id="long-input",
        family=Family.BALANCE,
        severity=Severity.SHOULD,
        asks=N_("Nobody listens for long without doing something with it."),
        why=N_("What people hear stays when they stop to think, write or talk about it in between."),
        reason=N_(
            "From {start} to {end} people listen for {minutes:minutes} without working on it (at most {limit:minutes})."
        ),
        holds=N_("People listen for {minutes:minutes} at most before they work on it (at most {limit:minutes})."),
        find=long_input,
        threshold=Threshold(40, N_("minutes")),
        remedies=("insert-talk", "change-format"),
        rows=("R008", "R078"),
    ),
    Rule(
        id="active-share",
        family=Family.BALANCE,
        severity=Severity.SHOULD,
        asks=N_("For a good part of the time people are active."),
        why=N_("People learn by doing something with it: trying, making, talking, writing."),
        reason=N_(
            "Active: {percent:percents} of the net time (at least {limit:percents}), "
            "{minutes:minutes} of {net:minutes}."
        ),
        holds=N_(
            "Active: {percent:percents} of the net time (at least {limit:percents}), "
            "{minutes:minutes} of {net:minutes}."
        ),
        find=active_share,
        threshold=Threshold(50, N_("percent of the net time")),
        remedies=("change-format",),
        rows=("R008", "R070"),
    ),
    Rule(
        id="no-joint-reflection",
        family=Family.BALANCE,
        severity=Severity.MUST,
        asks=N_("There is a joint reflection, or an exchange after a round."),
        why=N_("Team members learn from each other when they look back together."),
        reason=N_("There is no joint reflection in the programme."),
        holds=N_("From {start} to {end} there is a joint reflection: {block:quoted}."),
        find=no_joint_reflection,
        remedies=("add-reflection",),
        rows=("R008", "R078"),
    ),
    Rule(
        id="reflection-share",
        family=Family.BALANCE,
        severity=Severity.SHOULD,
        asks=N_("There is time to process, reflect and talk."),
        why=N_("Without it a full programme goes in one ear and out the other."),
        reason=N_(
            "Processing, reflection and dialogue: {percent:percents} of the net time (at least {limit:percents}), "
            "{minutes:minutes} of {net:minutes}."
        ),
        holds=N_(
            "Processing, reflection and dialogue: {percent:percents} of the net time (at least {limit:percents}), "
            "{minutes:minutes} of {net:minutes}."
        ),
        find=reflection_share,
        threshold=Threshold(15, N_("percent of the net time")),
        remedies=("add-reflection", "change-format"),
        rows=("R078",),
    ),
    Rule(
        id="no-variation",
        family=Family.BALANCE,
        severity=Severity.HINT,
        asks=N_("How people take part varies."),
        why=N_("Variation keeps a group awake, and gives everyone a way in."),
        reason=N_(
            "No variation from {start} to {end}: {blocks} blocks in a row in which people take part the same way."
        ),
        holds=NN_(
            "No two blocks in a row in which people take part the same way.",
            "At most {blocks} blocks in a row in which people take part the same way (fewer than {limit}).",
            "blocks",
        ),
        find=no_variation,
        threshold=Threshold(3, N_("blocks in a row")),
        remedies=("change-interaction", "change-format"),
        rows=("R077",),
    ),
    Rule(
        id="listening-after-lunch",
        family=Family.BALANCE,
        severity=Severity.HINT,
        asks=N_("After lunch people do something."),
        why=N_("Nobody listens well with a full stomach."),
        reason=N_("After lunch people listen: {block:quoted} ({start}–{end})."),
        holds=N_("After lunch people do something: {block:quoted} ({start}–{end})."),
        find=listening_after_lunch,
        remedies=("change-format",),
    ),
)
