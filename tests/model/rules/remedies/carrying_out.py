"""Carries a proposal out on a study day as a value, as an operation does in a library."""

from collections import Counter
from dataclasses import replace

from studydag.model.rules.remedies.proposal import Add, Proposal, Set
from studydag.model.values.description import described, kind_of
from studydag.model.values.programme import Block
from studydag.model.values.references import rewired
from studydag.model.values.study_day import StudyDay


def carried_out(day: StudyDay, proposal: Proposal) -> StudyDay:
    """Return the study day as it is afterwards; steps that only lead somewhere are not carried out."""
    placed: Counter[int | None] = Counter()
    for step in proposal:
        if isinstance(step, Set):
            day = _set(day, step)
        elif isinstance(step, Add):
            placed[step.after] += 1
            day = _added(day, step, placed[step.after])
    made = {(kind_of(type(step.value)), step.value.id) for step in proposal if isinstance(step, Add)}
    return rewired(day, lambda reference: 1000 - reference[1] if reference in made else reference[1])


def _set(day: StudyDay, step: Set) -> StudyDay:
    if step.kind == "study_day":
        return replace(day, **step.fields)
    name = next(each.name for each in described(StudyDay) if each.many and kind_of(each.holds) == step.kind)
    things = [replace(each, **step.fields) if each.id == step.id else each for each in getattr(day, name)]
    return replace(day, **{name: tuple(things)})


def _added(day: StudyDay, step: Add, number: int) -> StudyDay:
    assert step.owner == ("study_day", day.id)
    name = next(each.name for each in described(StudyDay) if each.many and each.holds is type(step.value))
    value = step.value
    if isinstance(value, Block):
        # Room between all that stands there.
        day = replace(day, blocks=tuple(_spread(block) for block in day.blocks))
        positions = {block.id: block.position for block in day.blocks}
        at = positions[step.after] + number if step.after else positions.get(step.before or 0, 10**6) - 1
        value = replace(value, position=at)
    words = {field: str(text) for field, text in step.words.items()}
    added = replace(value, uid=f"new{value.id}", **words)
    return replace(day, **{name: (*getattr(day, name), added)})


def _spread(block: Block) -> Block:
    return block if block.position >= 1000 else replace(block, position=block.position * 1000)
