"""Checks on phases: inspiration, knowledge and application all occur, none too long, input is applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studydag.model.rules.checks.about import about_member, clock
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.time.balance import half_days, live, minutes_of, phase_stretches, phases_of
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.findings import Severity
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.wording import N_, NN_

_ASKED = {
    Phase.INSPIRATION: N_("There is no inspiration in the programme."),
    Phase.KNOWLEDGE: N_("No knowledge is passed on in the programme."),
    Phase.APPLICATION: N_("Nothing is applied in the programme."),
}


def phase_missing(context: Context) -> Iterator[Outcome]:
    """Look for learning phases that don't occur (R080)."""
    minutes = context.balance.by_phase()
    if not context.learning_blocks:
        return
    present = {block.phase for block in context.learning_blocks}
    for phase, reason in _ASKED.items():
        if phase not in present:
            yield Found((context.about_day, about_member("phase", phase)), {"phase": phase}, reason)
    yield Holds({phase.value: minutes[phase] for phase in minutes})


def phase_too_long(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for long stretches of one phase (R080)."""
    stretches = [stretch for part in context.parts for stretch in phase_stretches(part)]
    for stretch in stretches:
        minutes = minutes_of(stretch)
        if minutes > limit:
            (phase,) = phases_of(stretch[0])
            figures: Figures = {
                "phase": phase,
                "minutes": minutes,
                "start": clock(stretch[0].start),
                "end": clock(stretch[-1].end),
                "limit": limit,
            }
            # One block that is too long in itself is so in any phase.
            remedies = ("change-phase",) if len(stretch) > 1 else ("change-minutes",)
            yield Found(context.about_blocks(slot.block for slot in stretch), figures, remedies=remedies)
    if stretches:
        yield Holds({"minutes": max(minutes_of(stretch) for stretch in stretches), "limit": limit})


def input_without_application(context: Context) -> Iterator[Outcome]:
    """Look for knowledge that is applied neither the same half day nor afterwards (R010); blocks in a row are one."""
    blocks = 0
    for number, part in enumerate(context.parts):
        applied_later = any(_applies(slot) for later in context.parts[number + 1 :] for slot in live(later.slots))
        for half in half_days(part):
            for inputs, applied in _inputs_in_a_row(half):
                blocks += len(inputs)
                left = [slot for slot in inputs if not _is_followed_up(context, slot.block)]
                if applied or applied_later or not left:
                    continue
                figures: Figures = {
                    "block": context.title_of(left[0].block),
                    "blocks": len(left),
                    "start": clock(left[0].start),
                    "end": clock(left[-1].end),
                }
                yield Found(context.about_blocks(slot.block for slot in left), figures)
    if blocks:
        yield Holds({"blocks": blocks})


def _inputs_in_a_row(half: Iterable[Slot]) -> Iterator[tuple[list[Slot], bool]]:
    """Give rows of knowledge in a half day, not counting what lies between, and whether they are applied in it."""
    slots = [slot for slot in half if slot.block.phase.is_learning]
    row: list[Slot] = []
    for place, slot in enumerate(slots):
        if _is_input(slot):
            row.append(slot)
        elif row:
            yield row, any(_applies(later) for later in slots[place:])
            row = []
    if row:
        yield row, False


def _is_input(slot: Slot) -> bool:
    phases = phases_of(slot)
    return Phase.KNOWLEDGE in phases and Phase.APPLICATION not in phases


def _applies(slot: Slot) -> bool:
    return Phase.APPLICATION in phases_of(slot)


def _is_followed_up(context: Context, block: Block) -> bool:
    thread = context.thread
    if any(thread.follow_up_of(goal) for goal in thread.serves[block.id]):
        return True
    return any(each.block == block.id and ("action", each.id) in thread.after for each in context.day.actions)


RULES = (
    Rule(
        id="phase-missing",
        family=Family.PHASES,
        severity=Severity.SHOULD,
        asks=N_("Inspiration, knowledge and application all occur."),
        why=N_("People want to know why before they learn what, and remember what they have tried."),
        reason=N_("A learning phase is missing from the programme."),
        holds=N_(
            "Inspiration {inspiration:minutes}, knowledge {knowledge:minutes}, application {application:minutes}, "
            "reflection {reflection:minutes}."
        ),
        find=phase_missing,
        remedies=("add-phase",),
        rows=("R080",),
    ),
    Rule(
        id="phase-too-long",
        family=Family.PHASES,
        severity=Severity.HINT,
        asks=N_("No phase goes on for too long."),
        why=N_("Attention comes back when what people do changes."),
        reason=N_("From {start} to {end} it is one phase, {minutes:minutes} at a stretch (at most {limit:minutes})."),
        holds=N_("The longest stretch of one phase takes {minutes:minutes} (at most {limit:minutes})."),
        find=phase_too_long,
        threshold=Threshold(120, N_("minutes")),
        remedies=("change-phase", "change-minutes"),
        rows=("R080",),
    ),
    Rule(
        id="input-without-application",
        family=Family.PHASES,
        severity=Severity.SHOULD,
        asks=N_("What is explained is applied the same half day, or followed up."),
        why=N_("Knowledge that people don’t use soon is gone before they need it."),
        reason=NN_(
            "{block:quoted} ({start}–{end}) is applied neither the same half day nor after the day.",
            "{blocks} blocks of knowledge ({start}–{end}) are applied neither the same half day nor after the day.",
            "blocks",
        ),
        holds=NN_(
            "{blocks} block of knowledge is applied the same half day, or later.",
            "{blocks} blocks of knowledge are applied the same half day, or later.",
            "blocks",
        ),
        find=input_without_application,
        remedies=("add-application", "add-action"),
        rows=("R010",),
    ),
)
