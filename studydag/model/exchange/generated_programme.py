"""The programmes of generated study days: six to twenty blocks in a sensible order, with rounds, breaks and lunch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from studydag.model.exchange.generated_school import FORMATS, LARGE_ROOMS, PEOPLE
from studydag.model.exchange.generated_words import GeneratedWords, ThemeWords
from studydag.model.values.formats import Phase
from studydag.model.values.programme import (
    Attendance,
    Block,
    BlockKind,
    BlockLead,
    Interaction,
    LeadStatus,
    Material,
    MaterialPer,
    Part,
)
from studydag.model.values.setting import Setting

STEP = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """What a programme is made with: the lots, the words, the school, the goals, and a source of ids."""

    random: Random
    words: GeneratedWords
    theme: ThemeWords
    setting: Setting
    goals: tuple[int, ...]
    fresh: Callable[[str], tuple[int, str]]
    is_held: bool


def programme(stage: Stage, dates: tuple[dt.date, ...]) -> tuple[tuple[Part, ...], tuple[Block, ...]]:
    """Return parts and blocks: a half day or a whole day, and on a second date another half day."""
    random = stage.random
    starts_half = len(dates) == 1 and random.random() < 0.3
    parts: list[Part] = []
    blocks: list[Block] = []
    for number, date in enumerate(dates):
        id_, uid = stage.fresh("part")
        is_half = starts_half or number > 0
        start = random.choice([dt.time(13, 0), dt.time(13, 30)] if is_half else [dt.time(8, 30), dt.time(9, 0)])
        own = list(_half_day(stage, has_drinks=starts_half) if is_half else _whole_day(stage))
        blocks.extend(replace(block, part=id_) if block.round is None else block for block in own)
        minutes = sum(block.minutes for block in own if block.round is None)
        end = _clock(start, _rounded(minutes + random.choice([0, 0, 0, 10, -5]), 15))
        parts.append(Part(id=id_, uid=uid, position=number, date=date, start=start, end=end, venue=stage.words.venue))
    return tuple(parts), tuple(replace(block, position=rank) for rank, block in enumerate(blocks))


def _half_day(stage: Stage, *, has_drinks: bool) -> Iterator[Block]:
    random = stage.random
    yield _plain(stage, stage.words.welcome, Phase.ORGANISATION, 10, 15)
    yield _learning(stage, stage.theme.keynote, Phase.INSPIRATION)
    yield _learning(stage, stage.words.dialogue, Phase.REFLECTION)
    if random.random() < 0.5:
        yield _learning(stage, stage.theme.knowledge, Phase.KNOWLEDGE)
    yield _plain(stage, stage.words.coffee, Phase.BREAK, 10, 15)
    yield from _work(stage)
    yield _learning(stage, stage.words.closing, Phase.REFLECTION)
    if has_drinks and random.random() < 0.3:
        yield _plain(stage, (stage.words.drinks,), Phase.BREAK, 30, 45)


def _whole_day(stage: Stage) -> Iterator[Block]:
    random, words, theme = stage.random, stage.words, stage.theme
    yield _plain(stage, words.welcome, Phase.ORGANISATION, 10, 20)
    yield _learning(stage, theme.keynote, Phase.INSPIRATION)
    yield _learning(stage, words.dialogue, Phase.REFLECTION)
    if random.random() < 0.6:
        yield _learning(stage, theme.knowledge, Phase.KNOWLEDGE)
    yield _plain(stage, words.coffee, Phase.BREAK, 15, 20)
    yield from _work(stage)
    yield _plain(stage, words.lunch, Phase.BREAK, 40, 60)
    if random.random() < 0.5:
        yield from _work(stage)
        yield _plain(stage, words.coffee, Phase.BREAK, 10, 15)
    yield _learning(stage, theme.application, Phase.APPLICATION)
    if random.random() < 0.7:
        yield _learning(stage, words.sharing, Phase.REFLECTION)
    if random.random() < 0.6:
        yield _learning(stage, words.planning, Phase.APPLICATION)
    yield _learning(stage, words.closing, Phase.REFLECTION)


def _work(stage: Stage) -> Iterator[Block]:
    if stage.random.random() < 0.7:
        yield from _round(stage)
    else:
        yield _learning(stage, stage.theme.application, Phase.APPLICATION)


def _round(stage: Stage) -> Iterator[Block]:
    random = stage.random
    id_, uid = stage.fresh("block")
    minutes = random.choice([45, 60, 75])
    yield Block(
        id=id_,
        uid=uid,
        kind=BlockKind.ROUND,
        title=random.choice(stage.words.round),
        phase=Phase.APPLICATION,
        minutes=minutes,
        attendance=Attendance.BY_CHOICE,
        goals=stage.goals[-1:],
    )
    workshops = random.sample(stage.theme.workshops, random.randint(3, len(stage.theme.workshops)))
    rooms = random.sample(stage.setting.rooms[LARGE_ROOMS:], len(workshops))
    leads = random.sample(range(3, PEOPLE + 1), len(workshops))
    for title, room, lead in zip(workshops, rooms, leads, strict=True):
        option = _learning(stage, (title,), Phase.APPLICATION)
        yield replace(
            option,
            round=id_,
            minutes=minutes,
            capacity=room.capacities[0].people,
            minimum=6,
            room=room.id,
            attendance=Attendance.BY_CHOICE,
            leads=(_lead(stage, lead),),
            works_with_own_material=True,
            material_to_bring=random.choice(stage.words.bring),
        )


def _plain(stage: Stage, titles: tuple[str, ...], phase: Phase, low: int, high: int) -> Block:
    id_, uid = stage.fresh("block")
    title = stage.random.choice(titles)
    room = 2 if phase is Phase.BREAK else 1
    return Block(id=id_, uid=uid, title=title, phase=phase, minutes=_minutes(stage.random, low, high), room=room)


def _learning(stage: Stage, titles: tuple[str, ...], phase: Phase) -> Block:
    random, words = stage.random, stage.words
    id_, uid = stage.fresh("block")
    key, low, high = random.choice(FORMATS[phase])
    is_applied = phase is Phase.APPLICATION
    return Block(
        id=id_,
        uid=uid,
        title=random.choice(titles),
        phase=phase,
        minutes=_minutes(random, low, high),
        working_format=next(each.id for each in stage.setting.formats if each.key == key),
        interaction=random.choice([None, None, *Interaction]) if phase is Phase.KNOWLEDGE else None,
        description=random.choice(words.descriptions),
        facilitator_notes=random.choice(words.notes) if random.random() < 0.4 else "",
        own_input=phase is Phase.REFLECTION,
        goals=tuple(random.sample(stage.goals, random.randint(1, len(stage.goals)))) if random.random() < 0.9 else (),
        leads=(_lead(stage, random.randint(1, PEOPLE)),),
        room=random.randint(1, LARGE_ROOMS),
        practice_link=random.choice(words.practice_links) if is_applied else "",
        product=random.choice(words.products) if is_applied and random.random() < 0.6 else "",
        plan_b=random.choice(words.plan_b) if random.random() < 0.3 else "",
        materials=(_material(stage),) if random.random() < 0.5 else (),
    )


def _lead(stage: Stage, person: int) -> BlockLead:
    id_, uid = stage.fresh("block_lead")
    status = LeadStatus.CONFIRMED if stage.is_held else stage.random.choice(list(LeadStatus)[:3])
    return BlockLead(id=id_, uid=uid, person=person, status=status)


def _material(stage: Stage) -> Material:
    id_, uid = stage.fresh("material")
    random = stage.random
    return Material(
        id=id_,
        uid=uid,
        item=random.choice(stage.words.materials),
        quantity=random.randint(1, 4),
        per=random.choice(list(MaterialPer)),
    )


def _minutes(random: Random, low: int, high: int) -> int:
    return random.randrange(low, high + 1, STEP)


def _rounded(minutes: int, step: int) -> int:
    return -(-minutes // step) * step


def _clock(start: dt.time, minutes: int) -> dt.time:
    return (dt.datetime.combine(dt.date.min, start) + dt.timedelta(minutes=minutes)).time()
