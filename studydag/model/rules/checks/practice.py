"""Checks on the link with people's own work: choice, own input, sharing, practice, own material."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import clock
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.rules.choices.rounds import offers_choice, rounds_and_exchange
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.findings import Severity
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.wording import N_, NN_


def no_choice_or_input(context: Context) -> Iterator[Outcome]:
    """Look for a choice round, or a block with own input (R014, R081)."""
    if not context.learning_blocks:
        return
    minutes = sum(slot.minutes for slot in context.slots if _gives_room(slot))
    if minutes:
        yield Holds({"minutes": minutes})
    else:
        yield Found((context.about_day,))


def no_sharing_back(context: Context) -> Iterator[Outcome]:
    """Look for parallel rounds that are not followed by an exchange (R015)."""
    shared = 0
    for part in context.parts:
        for rounds, exchange in rounds_and_exchange(part, context.formats):
            if exchange is not None:
                shared += len(rounds)
                continue
            figures: Figures = {"rounds": len(rounds), "start": clock(rounds[0].start), "end": clock(rounds[-1].end)}
            yield Found(context.about_blocks(slot.block for slot in rounds), figures)
    if shared:
        yield Holds({"rounds": shared})


def no_practice_link(context: Context) -> Iterator[Outcome]:
    """Look for application blocks that name neither the lesson they touch nor what people take along (R002, R016).

    A round can name it for its options; several options of one round that name nothing are one finding.
    """
    applied = [block for block in context.learning_blocks if block.phase is Phase.APPLICATION]
    silent: dict[int, list[Block]] = {}
    for block in applied:
        # What is given again says nothing new.
        named = block.repeats is not None or _names_practice(block)
        if not named and not _names_practice(context.blocks.get(block.round or 0)):
            silent.setdefault(block.round or block.id, []).append(block)
    for number, blocks in silent.items():
        if len(blocks) == 1:
            yield Found((context.about_block(blocks[0]),), {"block": context.title_of(blocks[0])})
            continue
        figures: Figures = {"round": context.title_of(context.blocks[number]), "options": len(blocks)}
        yield Found(context.about_blocks((context.blocks[number], *blocks)), figures, _SILENT_OPTIONS)
    if applied:
        yield Holds({"blocks": len(applied)})


def no_own_material(context: Context) -> Iterator[Outcome]:
    """Look for a block in which people work with material of their own (R002, R079)."""
    blocks = context.learning_blocks
    own = [block for block in blocks if block.works_with_own_material or block.material_to_bring.strip()]
    if own:
        yield Holds({"blocks": len(own)})
    elif blocks:
        yield Found((context.about_day,))


def _gives_room(slot: Slot) -> bool:
    return offers_choice(slot) or any(
        each.block.own_input or each.block.open_slot for each in (slot, *live(slot.options))
    )


def _names_practice(block: Block | None) -> bool:
    return block is not None and bool(block.practice_link.strip() or block.product.strip())


_SILENT_OPTIONS = N_(
    "{options} options of {round:quoted} name no lesson, class or task, and nothing that people take to class."
)

RULES = (
    Rule(
        id="no-choice-or-input",
        family=Family.BALANCE,
        severity=Severity.SHOULD,
        asks=N_("People can choose, or bring in something of their own."),
        why=N_("People who have a say in what they learn want to learn it."),
        reason=N_("There is no room for choice or own input."),
        holds=N_("Choice or own input: {minutes:minutes}."),
        find=no_choice_or_input,
        remedies=("add-own-input",),
        rows=("R014", "R081"),
    ),
    Rule(
        id="no-sharing-back",
        family=Family.BALANCE,
        severity=Severity.HINT,
        asks=N_("What happened in parallel rounds is shared."),
        why=N_("Otherwise everyone only knows the room they were in, and the team learned nothing together."),
        reason=NN_(
            "The round from {start} to {end} is not shared back.",
            "The {rounds} rounds from {start} to {end} are not shared back.",
            "rounds",
        ),
        holds=NN_("The round is shared back.", "{rounds:All} rounds are shared back.", "rounds"),
        find=no_sharing_back,
        remedies=("add-exchange",),
        rows=("R015",),
    ),
    Rule(
        id="no-practice-link",
        family=Family.BALANCE,
        severity=Severity.SHOULD,
        asks=N_("Application names the lesson it is about, or what people take to class."),
        why=N_("Practising with a lesson of your own is halfway to giving it."),
        reason=N_("{block:quoted} names no lesson, class or task, and nothing that people take to class."),
        holds=NN_(
            "The application block names its practice.",
            "{blocks:All} application blocks name their practice.",
            "blocks",
        ),
        find=no_practice_link,
        remedies=("write-practice-link", "write-product"),
        rows=("R002", "R016"),
    ),
    Rule(
        id="no-own-material",
        family=Family.BALANCE,
        severity=Severity.SHOULD,
        asks=N_("Somewhere people work with their own material."),
        why=N_("A test, a lesson plan or pupils’ work of one’s own makes the link with practice concrete."),
        reason=N_("In no block do people work with material of their own."),
        holds=NN_(
            "In {blocks} block people work with their own material.",
            "In {blocks} blocks people work with their own material.",
            "blocks",
        ),
        find=no_own_material,
        remedies=("use-own-material",),
        rows=("R002", "R079"),
    ),
)
