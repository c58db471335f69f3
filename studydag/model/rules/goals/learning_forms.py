"""Which learning forms suit a goal and a need, each with its reasons; several, never one winner (R045)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studydag.model.values.formats import LearningForm
from studydag.model.values.goals import Goal, GoalKind, Level, Need
from studydag.model.values.wording import N_, Wording

FEWEST = 2
"""There is no form that fits all: so many are proposed at least."""

AT_WORK = N_("forms at work often do most")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form is proposed: the place in its list of what it is best for, or words of ours."""

    best_for: int | None = None
    words: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A form with what speaks for it."""

    form: LearningForm
    reasons: tuple[Reason, ...]


_BY_LEVEL: Mapping[Level, Mapping[str, int]] = {
    Level.SCHOOL: {"study_day": 0, "study_trip": 1, "action_research": 1},
    Level.TEAM: {"plc": 0, "study_trip": 2, "lesson_study": 0},
    Level.SUBGROUP: {"plc": 0, "lesson_study": 0},
    Level.INDIVIDUAL: {"coaching": 0, "online": 1, "training": 0},
}
_BY_KIND: Mapping[GoalKind, Mapping[str, int]] = {
    GoalKind.DO: {"lesson_study": 1, "coaching": 1, "training": 1},
    GoalKind.THINK: {"study_day": 1, "study_trip": 0},
    GoalKind.KNOW: {"online": 0, "training": 0},
}
"""Which entry of what a form is best for, in the order of its card, answers which question."""


def propose(
    forms: Iterable[LearningForm],
    goal: Goal | None = None,
    need: Need | None = None,
    wanted: Iterable[str] = (),
) -> tuple[Proposal, ...]:
    """Return the forms that something speaks for, in the order of their cards: two at least, if there are as many.

    `wanted` are entries of what forms are best for, in any language, as the user ticked them; own cards take part by
    those. Hidden forms are left out.
    """
    asked = {text.strip().casefold() for text in wanted}
    levels = {each.level for each in (goal, need) if each is not None}
    shown = [form for form in forms if not form.hidden]
    found = [Proposal(form=form, reasons=_reasons(form, levels, goal, asked)) for form in shown]
    proposed = [each for each in found if each.reasons]
    for form in shown:
        if len(proposed) >= FEWEST:
            break
        if form.workplace and all(each.form is not form for each in proposed):
            proposed.append(Proposal(form=form, reasons=(Reason(words=AT_WORK),)))
    return tuple(sorted(proposed, key=lambda each: shown.index(each.form)))


def _reasons(form: LearningForm, levels: set[Level], goal: Goal | None, asked: set[str]) -> tuple[Reason, ...]:
    entries = max(len(form.best_for_nl), len(form.best_for_en))
    places = [
        place
        for place in range(entries)
        if any(place < len(texts) and texts[place].strip().casefold() in asked for texts in _texts(form))
    ]
    places += [_BY_LEVEL[level][form.key] for level in Level if level in levels and form.key in _BY_LEVEL[level]]
    if goal is not None and form.key in _BY_KIND[goal.kind]:
        places.append(_BY_KIND[goal.kind][form.key])
    return tuple(Reason(best_for=place) for place in dict.fromkeys(places) if place < entries)


def _texts(form: LearningForm) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return form.best_for_nl, form.best_for_en
