"""The blocks of a day to choose from: in the order of the programme, each with its time, an option with its round.

What was called off can't be chosen any more, and says so where it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from studydag.labels.titles import called_off, title_of
from studydag.language import Language
from studydag.model.rules.calendar.dates import has_several_dates
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.choice import Choice


def block_choices(day: StudyDay, language: Language) -> list[Choice]:
    """Return all blocks and options; those that are parked come last, without a time."""
    found = schedule(day)
    is_dated = has_several_dates(day)
    made = [
        choice
        for part in found.parts
        for slot in part.slots
        for choice in _of_slot(slot, part.part if is_dated else None, language)
    ]
    timed = {choice.value for choice in made}
    titles = {block.id: title_of(block, language) for block in day.blocks}
    rounds = {block.id: titles.get(block.round or 0, "") for block in day.blocks}
    parked = (block for block in day.blocks if block.id not in timed)
    return [*made, *(_choice(block, _with_round(titles[block.id], rounds[block.id]), language) for block in parked)]


def _of_slot(slot: Slot, part: Part | None, language: Language) -> Iterator[Choice]:
    round_title = title_of(slot.block, language)
    yield _choice(slot.block, _timed(slot, part, language, round_title), language)
    for option in slot.options:
        title = _with_round(title_of(option.block, language), round_title)
        yield _choice(option.block, _timed(option, part, language, title), language)


def _choice(block: Block, label: str, language: Language) -> Choice:
    return Choice(block.id, called_off(label, language) if block.cancelled else label, offered=not block.cancelled)


def _timed(slot: Slot, part: Part | None, language: Language, title: str) -> str:
    date = language.day_and_month(part.date) if part is not None and part.date is not None else ""
    return "  ".join(filter(None, (date, language.clock(slot.start), title)))


def _with_round(title: str, round_title: str) -> str:
    return f"{title} · {round_title}" if round_title else title
