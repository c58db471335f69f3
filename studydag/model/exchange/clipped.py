"""Blocks on their way from one place to another: in JSON with all that they use, or as rows that others made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.as_day import ProgrammeOfDay, programme_of_day
from studydag.model.exchange.importing.opening import read_file, read_text
from studydag.model.exchange.study_day_json import Loaded, decode, to_json
from studydag.model.rules.time.schedule import clock_time
from studydag.model.values.fields import TITLE_CHARACTERS
from studydag.model.values.imported import ImportedProgramme, LineKind
from studydag.model.values.phases import Phase
from studydag.model.values.programme import Block, Part
from studydag.model.values.references import references_in, without
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def encode_blocks(day: StudyDay, setting: Setting, ids: Collection[int]) -> bytes:
    """Return blocks, a round with its options, with the goals and all else that they use, as a study day in JSON."""
    chosen = set(ids)
    blocks = tuple(block for block in day.blocks if block.id in chosen or block.round in chosen)
    # An option that goes by itself stands in the part of its round.
    parts = {block.id: block.part for block in day.blocks}
    loose = tuple(
        replace(block, round=None, part=parts.get(block.round or 0), offset_minutes=0)
        if block.round is not None and block.round not in chosen
        else block
        for block in blocks
    )
    there = {("block", block.id) for block in loose}
    goals = {number for block in loose for number in block.goals}
    bare = StudyDay(
        title=day.title,
        language=day.language,
        parts=tuple(Part(id=part.id, uid=part.uid, position=part.position) for part in day.parts),
        blocks=loose,
        goals=tuple(replace(goal, needs=(), school_goals=()) for goal in day.goals if goal.id in goals),
    )
    lost = {reference for reference in references_in(bare) if reference[0] == "block" and reference not in there}
    return to_json(without(bare, lost) if lost else bare, setting)


def decode_blocks(data: bytes, built_in: Setting) -> Loaded:
    """Read what `encode_blocks` wrote. Raises InvalidValue."""
    return decode(data, built_in=built_in)


@dataclass(frozen=True, slots=True)
class Clipped:
    """Blocks that were made of rows, and the lines of which none was made."""

    loaded: Loaded
    left: tuple[str, ...] = ()


def blocks_of_rows(text: str, html: str, setting: Setting, round_title: str = "") -> Clipped:
    """Make blocks of what was copied in a spreadsheet, a text or a mail; a table is read as one.

    People and rooms that the school has are found again. The first row is pinned to the time that it says, as later
    ones are behind a gap. Where no line can be read as part of a programme, each is the title of a block. Raises
    CannotRead.
    """
    lines = read_file(html.encode(), "pasted.html") if "<table" in html.casefold() else read_text(text)
    read = arranged(lines, round_title=round_title)
    made = programme_of_day(read, setting.people, setting.rooms)
    left = tuple(line.text for line in lines if line.kind is LineKind.NOT_UNDERSTOOD)
    blocks = tuple(_with_own_words(block, setting) for block in _with_first_times(made, read))
    if not blocks:
        blocks, left = tuple(_of_titles(text)), ()
    day = StudyDay(title="-", parts=made.parts, blocks=blocks)
    return Clipped(Loaded(day, Setting(people=made.people, rooms=made.rooms, formats=setting.formats)), left)


def _with_first_times(made: ProgrammeOfDay, read: ImportedProgramme) -> Iterator[Block]:
    """Give the blocks with a pin for the first of each part, whose time a part of its own would have begun with."""
    firsts = {part.id: each.blocks[0].start for part, each in zip(made.parts, read.parts, strict=True)}
    for block in made.blocks:
        start = firsts.pop(block.part, None) if block.part is not None else None
        yield block if start is None else replace(block, pinned_start=clock_time(start))


_PHASES: Final[Mapping[str, Phase]] = {
    **{phase.value: phase for phase in Phase},
    **dict(zip(("inspiratie", "kennis", "toepassing", "reflectie", "pauze", "organisatie"), Phase, strict=True)),
}


def _of_titles(text: str) -> Iterator[Block]:
    titles = (" ".join(line.split()) for line in text.splitlines())
    for number, title in enumerate((title for title in titles if title), start=1):
        yield Block(id=number, position=number, title=title[:TITLE_CHARACTERS])


def _with_own_words(block: Block, setting: Setting) -> Block:
    """Take phase and working format from the columns that our own table has; a description begins with the rest."""
    formats = {name.casefold(): each for each in setting.formats for name in (each.name_nl, each.name_en) if name}
    kept: list[str] = []
    for line in block.description.splitlines():
        value = line.partition(": ")[2].strip().casefold()
        if value in _PHASES:
            block = replace(block, phase=_PHASES[value])
        elif value in formats:
            block = replace(block, working_format=formats[value].id)
        else:
            kept.append(line)
    return replace(block, description="\n".join(kept))
