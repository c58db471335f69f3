"""What follows from a study day and is written beside it: clock times, dates, totals. Reading passes it over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from studydag.model.exchange.writing import Computed, written_date, written_time
from studydag.model.rules.calendar.dates import resolve, resolve_between
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.rules.calendar.rhythm import Series, series, series_from
from studydag.model.rules.calendar.school_calendar import proposal
from studydag.model.rules.effect.figures import complete, question_map
from studydag.model.rules.effect.results import response
from studydag.model.rules.follow_up.form_steps import begin_of, first_of_moment
from studydag.model.rules.on_the_day.as_it_went import Beside, as_it_went, time_of
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.rules.time.totals import Totals, part_totals, totals
from studydag.model.values.dates import Due
from studydag.model.values.description import described, per_class
from studydag.model.values.effect import Result
from studydag.model.values.follow_up import Moment
from studydag.model.values.references import Reference, reference_to, things_in
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory

Figures = dict[str, object]
Resolve = Callable[[Due], dt.date | None]


def computed_of(day: StudyDay, setting: Setting) -> Computed:
    """Compute what `show` writes under `computed`: clock times of blocks, totals of parts and of the day, due dates.

    A date that is due stands under the name of its field, with a proposal under `proposal` where the school is closed
    on it; a moment has all dates of its series; a result its figures. Once the day was held, `went` of blocks and
    parts has what was planned beside what came of it (R027). Times are "HH:MM", lengths minutes; what
    isn't known is None.
    """
    found: dict[Reference, Figures] = {}
    plan = schedule(day)
    found[reference_to(day)] = _total_figures(totals(plan))
    for part in plan.parts:
        found[reference_to(part.part)] = _total_figures(part_totals(part))
    for block in day.blocks:
        found[reference_to(block)] = _block_figures(plan.slot_of(block.id))
    for part_beside in as_it_went(day):
        found[reference_to(part_beside.part.part)]["went"] = {
            "start": written_time(time_of(part_beside.start)),
            "end": written_time(time_of(part_beside.end)),
            "late": part_beside.late,
        }
        for beside in part_beside.rows:
            found[reference_to(beside.block)]["went"] = _beside_figures(beside)
    found.update(_dates_in(day, lambda due: resolve(due, day), setting.holidays))
    for measure in day.measures:
        if measure.when is None:
            found[reference_to(measure)] = {"when": written_date(date_of_measure(measure, day)), "proposal": None}
    for moment in day.moments:
        found[reference_to(moment)] = _series_figures(series(moment, day, setting.holidays), setting.holidays)
    questions = question_map(setting.question_sets)
    for result in day.results:
        found[reference_to(result)] = _result_figures(complete(result, questions.get(result.question or 0)))
    for trajectory in setting.trajectories:
        found.update(_dates_of_trajectory(trajectory, setting.holidays))
    return found


def _block_figures(slot: Slot | None) -> Figures:
    """Return where a block stands; one that is parked or self-paced has no clock time."""
    if slot is None:
        return {"start": None, "end": None, "date": None, "day_offset": 0, "end_inferred": False, "minutes": None}
    return {
        "start": written_time(slot.start_time),
        "end": None if slot.open_end else written_time(slot.end_time),
        "date": written_date(slot.date),
        "day_offset": slot.day_offset,
        "end_inferred": slot.end_inferred,
        "minutes": None if slot.open_end else slot.minutes,
    }


def _beside_figures(beside: Beside) -> Figures:
    """Return what was planned beside what came of it; `late` and `longer` are minutes."""
    return {
        "outcome": beside.outcome.name.lower(),
        "planned_start": written_time(time_of(beside.planned_start)),
        "planned_end": written_time(time_of(beside.planned_end)),
        "start": written_time(time_of(beside.start)),
        "end": written_time(time_of(beside.end)),
        "late": beside.late,
        "longer": beside.longer,
    }


def _result_figures(result: Result) -> Figures:
    """Return what follows from counts: number of answers, mean, standard deviation, and the share that answered."""
    figures = {"n": result.n, "mean": result.mean, "spread": result.spread, "response": response(result)}
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in figures.items()}


def _total_figures(sums: Totals) -> Figures:
    return {
        "start": written_time(sums.start),
        "end": written_time(sums.end),
        "end_day_offset": sums.end_day_offset,
        "blocks": sums.block_count,
        "content_minutes": sums.content_minutes,
        "break_minutes": sums.break_minutes,
        "organisation_minutes": sums.organisation_minutes,
        "minutes_over": sums.minutes_over,
    }


def _dates_in(value: Any, resolved: Resolve, holidays: Holidays) -> Iterator[tuple[Reference, Figures]]:
    for thing in things_in(value):
        dues = {name: getattr(thing, name) for name in _due_fields(type(thing))}
        if dues and not isinstance(thing, Moment):
            yield reference_to(thing), _due_figures(dues, resolved, holidays)


def _due_figures(dues: dict[str, Due | None], resolved: Resolve, holidays: Holidays) -> Figures:
    dates = {name: None if due is None else resolved(due) for name, due in dues.items()}
    # The first field is the date by which it has to be; there is one proposal for it.
    main = next(iter(dates.values()))
    instead = None if main is None else proposal(main, holidays)
    return {**{name: written_date(date) for name, date in dates.items()}, "proposal": written_date(instead)}


def _series_figures(dates: Series, holidays: Holidays) -> Figures:
    first = dates.dates[0] if dates.dates else None
    return {
        "first_date": written_date(first),
        "proposal": None if first is None else written_date(proposal(first, holidays)),
        "dates": [written_date(date) for date in dates.dates],
        "skipped": [written_date(date) for date in dates.skipped],
    }


def _dates_of_trajectory(trajectory: Trajectory, holidays: Holidays) -> Iterator[tuple[Reference, Figures]]:
    for activity in trajectory.activities:
        start = begin_of(activity, trajectory)
        yield from _dates_in(activity, partial(resolve_between, first=start, last=start), holidays)
    for moment in trajectory.moments:
        dates = series_from(moment, first_of_moment(moment, trajectory), holidays)
        yield reference_to(moment), _series_figures(dates, holidays)


@per_class
def _due_fields(value: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in described(value) if each.is_due)
