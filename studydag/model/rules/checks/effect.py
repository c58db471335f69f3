"""Checks on measuring: every level in its time, against a baseline, in figures and in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from studydag.model.rules.calendar.evaluation import date_of_measure, window_dates
from studydag.model.rules.checks.about import about, about_member, one_line
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.values.effect import Approach, Instrument, Measure
from studydag.model.values.findings import Severity
from studydag.model.values.goals import GoalKind, ImpactRow
from studydag.model.values.school import EffectLevel
from studydag.model.values.wording import N_, NN_

_ON_THE_DAY = frozenset({EffectLevel.REACTION, EffectLevel.LEARNING})
_ALWAYS = (EffectLevel.REACTION, EffectLevel.LEARNING, EffectLevel.BEHAVIOUR)
_COMPARED = frozenset({EffectLevel.LEARNING, EffectLevel.BEHAVIOUR, EffectLevel.ORGANISATION, EffectLevel.PUPILS})
_MISSING = {
    EffectLevel.REACTION: N_("Nothing measures level 1: how people liked it."),
    EffectLevel.LEARNING: N_("Nothing measures level 2: what people learned."),
    EffectLevel.BEHAVIOUR: N_("Nothing measures level 3: what people do differently."),
    EffectLevel.PUPILS: N_("Nothing measures level 4, though the plan says what pupils will notice."),
}


def no_evaluation_in_programme(context: Context) -> Iterator[Outcome]:
    """Look for a measure of level 1 or 2 in a block of the programme (R085)."""
    planned = {block.id: block for block in context.thread.planned}
    if not planned:
        return
    blocks = [
        planned[measure.block]
        for measure in context.day.measures
        if measure.level in _ON_THE_DAY and measure.block is not None and measure.block in planned
    ]
    yield Holds({"block": context.title_of(blocks[0])}) if blocks else Found((context.about_day,))


def levels_not_covered(context: Context) -> Iterator[Outcome]:
    """Look for goals of doing without a measure of level 3, and for levels that nothing measures (R106, R111)."""
    covered = {measure.level for measure in context.day.measures if not _is_before(context, measure)}
    goals = [goal for goal in context.day.goals if goal.kind is GoalKind.DO]
    unseen = [goal for goal in goals if EffectLevel.BEHAVIOUR not in _levels_of(context, goal.id)]
    for goal in unseen:
        figures: Figures = {"goal": one_line(goal.sentence), "level": EffectLevel.BEHAVIOUR}
        yield Found((about(goal),), figures, _GOAL_UNSEEN)
    wanted = [level for level in _ALWAYS if not (unseen and level is EffectLevel.BEHAVIOUR)]
    if any(each.row is ImpactRow.PUPILS and each.expected_effect.strip() for each in context.day.impacts):
        wanted.append(EffectLevel.PUPILS)
    for level in wanted:
        if level not in covered:
            yield Found((context.about_day, about_member("effect_level", level)), {"level": level}, _MISSING[level])
    yield Holds({"levels": len(covered - {EffectLevel.CLIMATE})})


def measure_too_early(context: Context) -> Iterator[Outcome]:
    """Compare the date of each measure with the window of its level; what lies before the day is a baseline (R118)."""
    inside = 0
    for measure in context.day.measures:
        date = date_of_measure(measure, context.day)
        window = window_dates(measure.level, context.day, context.setting.school)
        if date is None or window is None or _is_before(context, measure):
            continue
        earliest, latest = window
        figures: Figures = {
            "level": measure.level,
            "date": date.isoformat(),
            "earliest": earliest.isoformat(),
            "latest": latest.isoformat(),
        }
        if date < earliest:
            yield Found((about(measure),), figures)
        elif date > latest:
            yield Found((about(measure),), figures, _TOO_LATE)
        inside += earliest <= date <= latest
    if inside:
        yield Holds({"measures": inside})


def no_baseline(context: Context) -> Iterator[Outcome]:
    """Look for measures after the day that nothing before it can be compared with (R114)."""
    compared = 0
    baselines = {measure.baseline_measure for measure in context.day.measures}
    for measure in context.day.measures:
        if measure.baseline_measure is not None:
            reason, figures = _order(context, measure)
            if reason is not None:
                yield Found((about(measure),), figures, reason, ("move-measure",))
        elif measure.id not in baselines and _needs_baseline(context, measure):
            yield Found((about(measure),), {"level": measure.level})
        compared += measure.baseline_measure is not None
    if compared:
        yield Holds({"measures": compared})


def one_moment_only(context: Context, limit: float) -> Iterator[Outcome]:
    """Count the dates after the day on which something is measured (R107, R119)."""
    if not context.day.measures or context.last_date is None:
        return
    dates = {date for measure in context.day.measures if (date := date_of_measure(measure, context.day)) is not None}
    after = sorted(date for date in dates if date > context.last_date)
    figures: Figures = {"dates": len(after), "limit": limit}
    yield Holds(figures) if len(after) >= limit else Found((context.about_day,), figures)


def only_numbers(context: Context) -> Iterator[Outcome]:
    """Look for measures in figures as well as in words (R107)."""
    measures = context.day.measures
    if not measures:
        return
    figures: Figures = {
        "quantitative": sum(each.approach is not Approach.QUALITATIVE for each in measures),
        "qualitative": sum(each.approach is not Approach.QUANTITATIVE for each in measures),
    }
    if not figures["qualitative"]:
        yield Found((context.about_day,), figures)
    elif not figures["quantitative"]:
        yield Found((context.about_day,), figures, _ONLY_WORDS, ("add-measure",))
    else:
        yield Holds(figures)


def _levels_of(context: Context, goal: int) -> set[EffectLevel]:
    return {each.level for each in context.thread.measures_of(goal) if not _is_before(context, each)}


def _is_before(context: Context, measure: Measure) -> bool:
    date = date_of_measure(measure, context.day)
    return date is not None and context.first_date is not None and date < context.first_date


def _is_after(context: Context, measure: Measure) -> bool:
    date = date_of_measure(measure, context.day)
    return date is not None and context.last_date is not None and date > context.last_date


def _needs_baseline(context: Context, measure: Measure) -> bool:
    """Whether a measure is one to compare, and neither its goals nor their needs say how it was before."""
    if _is_before(context, measure) or _has_figure_from_before(context, measure):
        return False
    if Instrument.PRE_POST_TEST in measure.instruments:
        return True
    counts = measure.approach is not Approach.QUALITATIVE and measure.level in _COMPARED
    return counts and _is_after(context, measure)


def _has_figure_from_before(context: Context, measure: Measure) -> bool:
    goals = [goal for goal in context.day.goals if goal.id in measure.goals]
    needs = {need for goal in goals for need in goal.needs}
    return any(goal.baseline is not None for goal in goals) or any(
        need.value is not None or need.baseline_measure is not None for need in context.day.needs if need.id in needs
    )


def _order(context: Context, measure: Measure) -> tuple[str | None, Figures]:
    """Return what is wrong with the order of a pair: before, day, after."""
    pre = next((each for each in context.day.measures if each.id == measure.baseline_measure), None)
    before = None if pre is None else date_of_measure(pre, context.day)
    after = date_of_measure(measure, context.day)
    first, last = context.first_date, context.last_date
    if first is None or last is None:
        return None, {}
    if before is not None and before >= first:
        return _PRE_TOO_LATE, _dates(before, first)
    if after is not None and after <= last:
        return _POST_TOO_EARLY, _dates(after, last)
    return None, {}


def _dates(date: dt.date, day: dt.date) -> Figures:
    return {"date": date.isoformat(), "day": day.isoformat()}


_GOAL_UNSEEN = N_("Nothing measures whether people do it: {goal:quoted} has no measure of level 3.")
_TOO_LATE = N_("{date:short_date} is late to measure this level ({level}): it shows until {latest:short_date}.")
_ONLY_WORDS = N_("All measures are in words: no figures show how much changed.")
_PRE_TOO_LATE = N_("The baseline is measured on {date:short_date}, not before the day ({day:short_date}).")
_POST_TOO_EARLY = N_(
    "The measure to compare with its baseline is on {date:short_date}, not after the day ({day:short_date})."
)

RULES = (
    Rule(
        id="no-evaluation-in-programme",
        family=Family.EFFECT,
        severity=Severity.SHOULD,
        asks=N_("The day itself has a moment to evaluate."),
        why=N_("While everyone is there, five minutes bring more answers than three e-mails afterwards."),
        reason=N_("The programme has no moment to evaluate: no measure of level 1 or 2 is linked to a block."),
        holds=N_("The day is evaluated in {block:quoted}."),
        find=no_evaluation_in_programme,
        remedies=("add-evaluation",),
        rows=("R085",),
    ),
    Rule(
        id="levels-not-covered",
        family=Family.EFFECT,
        severity=Severity.SHOULD,
        asks=N_("Levels 1 to 3 are measured; behaviour for each goal about doing, level 4 where pupils are named."),
        why=N_("That people liked it says little about what they do with it."),
        reason=N_("Nothing measures this level: {level}."),
        holds=N_("Levels with a measure: {levels}."),
        find=levels_not_covered,
        remedies=("add-measure",),
        rows=("R106", "R111"),
    ),
    Rule(
        id="measure-too-early",
        family=Family.EFFECT,
        severity=Severity.SHOULD,
        asks=N_("Every level is measured when it can be seen."),
        why=N_("Behaviour takes weeks, results take months. The windows are ours; the school can change them."),
        reason=N_(
            "{date:short_date} is too early to see this level ({level}): it shows from {earliest:short_date} on."
        ),
        holds=NN_(
            "{measures} measure lies within the window of its level.",
            "{measures} measures lie within the window of their level.",
            "measures",
        ),
        find=measure_too_early,
        remedies=("move-measure",),
        rows=("R111", "R112", "R118"),
    ),
    Rule(
        id="no-baseline",
        family=Family.EFFECT,
        severity=Severity.SHOULD,
        asks=N_("What is measured after the day was measured before it too."),
        why=N_("Without a figure from before nobody can say that anything changed."),
        reason=N_("This measure ({level}) has no baseline: nothing from before the day to compare it with."),
        holds=NN_("{measures} measure has its baseline.", "{measures} measures have their baseline.", "measures"),
        find=no_baseline,
        remedies=("add-baseline",),
        rows=("R114",),
    ),
    Rule(
        id="one-moment-only",
        family=Family.EFFECT,
        severity=Severity.HINT,
        asks=N_("After the day something is measured at several times."),
        why=N_("Some effects fade and some grow; one date can’t tell which."),
        reason=NN_(
            "After the day something is measured on {dates} date only (at least {limit}).",
            "After the day something is measured on {dates} dates only (at least {limit}).",
            "dates",
        ),
        holds=N_("After the day something is measured on {dates} dates (at least {limit})."),
        find=one_moment_only,
        threshold=Threshold(2, N_("dates")),
        remedies=("add-measure",),
        rows=("R107", "R119"),
    ),
    Rule(
        id="only-numbers",
        family=Family.EFFECT,
        severity=Severity.HINT,
        asks=N_("Some measures are in figures, some in words."),
        why=N_("Figures show how much changed; people tell why."),
        reason=N_("All measures are in figures: nobody is asked to tell."),
        holds=N_("Measures: {quantitative} in figures, {qualitative} in words."),
        find=only_numbers,
        remedies=("add-qualitative",),
        rows=("R107", "R119"),
    ),
)
