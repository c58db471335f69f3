"""What has to fit together within a study day, whoever writes it: rounds, options, wishes, and the limits on counts.

Each field on its own is checked by `values.validation`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from studydag.model.rules.calendar.rhythm import rhythm_problem
from studydag.model.values.choices import Allotment, Preference, Registration
from studydag.model.values.errors import Problem
from studydag.model.values.follow_up import Moment
from studydag.model.values.limits import LIMITS, Limits
from studydag.model.values.programme import Block, BlockKind, BlockLead
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

TOO_MANY = N_("There is room for {limit}; {count} are too many.")
NO_ROUND = N_("Only a choice round can have options, and this block is not one.")
NOT_ITSELF = N_("This can’t refer to itself, not even by a detour.")
NOT_AN_OPTION = N_("This block is not an option of a choice round.")
OTHER_ROUND = N_("This option belongs to another choice round.")
LEADS_ALREADY = N_("This person leads this block already.")


def problems_of_day(day: StudyDay, where: str = "$", limits: Limits = LIMITS) -> tuple[Problem, ...]:
    """Return what doesn't fit together in a study day, each with its place.

    References that point to nothing are passed over: in the library there are none, and in files they are found first.
    """
    blocks = {block.id: block for block in day.blocks}
    baselines = {measure.id: measure.baseline_measure for measure in day.measures}
    return (
        *_before_problems(day, where),
        *_count_problems(day, where, limits),
        *_block_problems(day, blocks, where),
        *_choice_problems(day, blocks, where),
        *_rhythm_problems(day.moments, where),
        *_cycles({block.id: block.repeats for block in day.blocks}, f"{where}.blocks", "repeats"),
        *_cycles(baselines, f"{where}.measures", "baseline_measure"),
    )


def problems_of_setting(setting: Setting, limits: Limits = LIMITS) -> tuple[Problem, ...]:
    """Return what doesn't fit in what several study days share."""
    of_trajectories = (
        problem
        for index, trajectory in enumerate(setting.trajectories)
        for problem in _rhythm_problems(trajectory.moments, f"$.setting.trajectories[{index}]")
    )
    return (*_too_many(len(setting.people), limits.people, "$.setting.people"), *of_trajectories)


def lead_problems(leads: Iterable[BlockLead], where: str) -> Iterator[Problem]:
    """Give a problem for everybody who stands among the leads of a block once more."""
    seen: set[int] = set()
    for index, lead in enumerate(leads):
        if lead.person in seen:
            yield Problem(f"{where}[{index}].person", LEADS_ALREADY)
        seen.add(lead.person)


def mended(day: StudyDay) -> StudyDay:
    """Return a day without what was allowed once and is refused now: leads that stand twice, a day before itself."""
    blocks = tuple(led_once(block, lambda person: person) for block in day.blocks)
    builds_on = "" if day.builds_on == day.uid else day.builds_on
    return replace(day, blocks=blocks, builds_on=builds_on)


def led_once(block: Block, who: Callable[[int], int]) -> Block:
    """Return a block that nobody leads twice: the first time stays. `who` tells by a number which person is meant."""
    first = {who(lead.person): lead for lead in reversed(block.leads)}
    if len(first) == len(block.leads):
        return block
    return replace(block, leads=tuple(lead for lead in block.leads if first[who(lead.person)] is lead))


def _before_problems(day: StudyDay, where: str) -> Iterator[Problem]:
    if day.builds_on and day.builds_on == day.uid:
        yield Problem(f"{where}.builds_on", NOT_ITSELF)


def _count_problems(day: StudyDay, where: str, limits: Limits) -> Iterator[Problem]:
    top_level = sum(block.round is None for block in day.blocks)
    yield from _too_many(top_level, limits.top_level_blocks, f"{where}.blocks")
    options = Counter(block.round for block in day.blocks if block.round is not None)
    for index, block in enumerate(day.blocks):
        yield from _too_many(options[block.id], limits.round_options, f"{where}.blocks[{index}]")
    yield from _too_many(len(day.registrations), limits.registrations, f"{where}.registrations")


def _too_many(count: int, limit: int, where: str) -> Iterator[Problem]:
    if count > limit:
        yield Problem(where, TOO_MANY, {"limit": limit, "count": count})


def _block_problems(day: StudyDay, blocks: Mapping[int, Block], where: str) -> Iterator[Problem]:
    for index, block in enumerate(day.blocks):
        yield from _place_problems(block, blocks, f"{where}.blocks[{index}].")
        yield from lead_problems(block.leads, f"{where}.blocks[{index}].leads")


def _place_problems(block: Block, blocks: Mapping[int, Block], prefix: str) -> Iterator[Problem]:
    if block.round is None:
        return
    if block.round == block.id and block.id:
        yield Problem(f"{prefix}round", NOT_ITSELF)
        return
    own_round = blocks.get(block.round)
    if own_round is not None and (own_round.kind is not BlockKind.ROUND or own_round.round is not None):
        yield Problem(f"{prefix}round", NO_ROUND)
    if block.part is not None:
        yield Problem(f"{prefix}part", N_("An option lies in its choice round, so it has no part of its own."))
    if block.kind is BlockKind.ROUND:
        yield Problem(f"{prefix}kind", N_("An option can’t be a choice round itself."))


def _choice_problems(day: StudyDay, blocks: Mapping[int, Block], where: str) -> Iterator[Problem]:
    for index, registration in enumerate(day.registrations):
        yield from _registration_problems(registration, blocks, f"{where}.registrations[{index}]")
    for index, preference in enumerate(day.preferences):
        yield from _option_problems(preference, blocks, f"{where}.preferences[{index}]")
        if preference.rank < 1:
            yield Problem(f"{where}.preferences[{index}].rank", N_("The first preference has rank 1."))
    for index, allotment in enumerate(day.allotments):
        yield from _option_problems(allotment, blocks, f"{where}.allotments[{index}]")


def _registration_problems(registration: Registration, blocks: Mapping[int, Block], where: str) -> Iterator[Problem]:
    for number, option in enumerate(registration.fixed_options):
        if option in blocks and blocks[option].round is None:
            yield Problem(f"{where}.fixed_options[{number}]", NOT_AN_OPTION)
    for field, wishes in (("together", registration.together), ("apart", registration.apart)):
        if registration.id and registration.id in wishes:
            yield Problem(f"{where}.{field}", NOT_ITSELF)
    for number, mark in enumerate(registration.attendance):
        if mark.part is not None and mark.round is not None:
            yield Problem(f"{where}.attendance[{number}].round", N_("Either a part or a choice round, not both."))


def _option_problems(wish: Preference | Allotment, blocks: Mapping[int, Block], where: str) -> Iterator[Problem]:
    option = blocks.get(wish.option)
    if option is None:
        return
    if option.round is None:
        yield Problem(f"{where}.option", NOT_AN_OPTION)
    elif wish.round is not None and option.round != wish.round:
        yield Problem(f"{where}.option", OTHER_ROUND)


def _rhythm_problems(moments: Iterable[Moment], where: str) -> Iterator[Problem]:
    problems = (rhythm_problem(each.rhythm, f"{where}.moments[{index}].rhythm") for index, each in enumerate(moments))
    return (problem for problem in problems if problem is not None)


def _cycles(pointers: Mapping[int, int | None], where: str, field: str) -> Iterator[Problem]:
    """Report each thing from which following `pointers` (by id, in order) leads back to itself."""
    cycles = _on_cycles(pointers)
    for index, number in enumerate(pointers):
        if number in cycles:
            yield Problem(f"{where}[{index}].{field}", NOT_ITSELF)


def _on_cycles(pointers: Mapping[int, int | None]) -> set[int]:
    found: set[int] = set()
    seen: set[int] = set()
    for start in pointers:
        path: list[int] = []
        following: int | None = start
        while following is not None and following not in seen:
            seen.add(following)
            path.append(following)
            following = pointers.get(following)
        if following in path:
            found.update(path[path.index(following) :])
    return found
