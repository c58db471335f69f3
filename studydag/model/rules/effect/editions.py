"""Editions of a study day side by side: what was chosen in the design, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from studydag.model.rules.calendar.dates import Side, first_date, side_of
from studydag.model.rules.effect.figures import can_be_shown, question_map
from studydag.model.rules.effect.results import comparisons
from studydag.model.rules.time.balance import balance
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import Due
from studydag.model.values.effect import Verdict
from studydag.model.values.follow_up import ActionState
from studydag.model.values.phases import Phase
from studydag.model.values.programme import BlockKind
from studydag.model.values.school import EffectLevel
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFigure:
    """What was found at a level: the mean of the means of its questions, and how many answered at most."""

    mean: float
    n: int | None
    difference: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One study day in figures: minutes by phase, the active share (0 to 1), and counts; results as far as shown."""

    day: StudyDay
    minutes: Mapping[Phase, int]
    active: float | None
    rounds: int
    formats: tuple[int, ...]
    moments: int
    actions: int
    done: int
    results: Mapping[EffectLevel, LevelFigure]
    learned: Mapping[Verdict, int]


def edition(day: StudyDay, setting: Setting) -> Edition:
    """Return a study day in figures; results of fewer answers than the school says are left out."""
    formats = {each.id: each for each in setting.formats}
    found = balance(schedule(day), formats)
    after = [each for each in day.actions if _is_after(each.due, day)]
    states = Counter(each.state for each in after)
    used = dict.fromkeys(
        each.working_format for each in day.blocks if each.working_format is not None and not each.cancelled
    )
    return Edition(
        day=day,
        minutes={phase: minutes for phase, minutes in found.by_phase().items() if minutes},
        active=found.active_minutes / found.net_minutes if found.net_minutes else None,
        rounds=sum(each.kind is BlockKind.ROUND and not each.cancelled for each in day.blocks),
        formats=tuple(used),
        moments=sum(_is_after(each.first_date, day) for each in day.moments),
        actions=len(after),
        done=states[ActionState.DONE],
        results=_results(day, setting),
        learned=Counter(each.verdict for each in day.insights),
    )


def related(day: StudyDay, links: Mapping[str, tuple[str, int | None]]) -> tuple[str, ...]:
    """Return the uids of the editions of a day: what it builds on, what builds on it, and its trajectory's days.

    `links` has for each uid what that day builds on, and its trajectory.
    """
    found = {day.uid}
    while True:
        more = {
            uid for uid, (earlier, _) in links.items() if earlier in found or any(links[f][0] == uid for f in found)
        }
        if more <= found:
            break
        found |= more
    found |= {uid for uid, (_, trajectory) in links.items() if trajectory is not None and trajectory == day.trajectory}
    return tuple(uid for uid in links if uid in found)


def by_date(days: list[StudyDay]) -> list[StudyDay]:
    """Return days in the order of their dates, those without one last."""
    return sorted(days, key=lambda day: ((on := first_date(day)) is None, on or 0, day.id))


def _is_after(due: Due | None, day: StudyDay) -> bool:
    return side_of(due, day) is Side.AFTER


def _results(day: StudyDay, setting: Setting) -> dict[EffectLevel, LevelFigure]:
    minimum = setting.school.minimum_group_size
    means: dict[EffectLevel, list[tuple[float, int | None, float | None]]] = {}
    for each in comparisons(day, minimum, questions=question_map(setting.question_sets)):
        result = each.result
        if result is None or result.mean is None or each.hidden:
            continue
        if can_be_shown(result, each.measure.level, minimum):
            means.setdefault(each.measure.level, []).append((result.mean, result.n, each.difference))
    found: dict[EffectLevel, LevelFigure] = {}
    for level, own in means.items():
        differences = [difference for _, _, difference in own if difference is not None]
        found[level] = LevelFigure(
            mean=sum(mean for mean, _, _ in own) / len(own),
            n=max((n for _, n, _ in own if n is not None), default=None),
            difference=sum(differences) / len(differences) if differences else None,
        )
    return found
