"""When an effect can be measured: a window for each level, and the date of a measure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from studydag.model.rules.calendar.dates import first_date, last_date, resolve, resolve_between
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.school import EffectLevel, EvaluationWindow, School
from studydag.model.values.study_day import StudyDay

_LEVEL_4 = (RelativeDate(6, DateUnit.MONTHS), RelativeDate(12, DateUnit.MONTHS))
_DEFAULTS: Mapping[EffectLevel, tuple[RelativeDate, RelativeDate]] = {
    EffectLevel.REACTION: (RelativeDate(0, DateUnit.DAYS), RelativeDate(0, DateUnit.DAYS)),
    EffectLevel.LEARNING: (RelativeDate(0, DateUnit.DAYS), RelativeDate(2, DateUnit.WEEKS)),
    EffectLevel.BEHAVIOUR: (RelativeDate(6, DateUnit.WEEKS), RelativeDate(3, DateUnit.MONTHS)),
    EffectLevel.ORGANISATION: _LEVEL_4,
    EffectLevel.PUPILS: _LEVEL_4,
}


def window_of(level: EffectLevel, school: School) -> EvaluationWindow | None:
    """Return when a level can be measured: as the school says, else ours (R118). The climate pulse has no window."""
    own = next((window for window in school.evaluation_windows if window.level is level), None)
    if own is not None or level not in _DEFAULTS:
        return own
    earliest, latest = _DEFAULTS[level]
    return EvaluationWindow(level=level, earliest=earliest, latest=latest)


def windows_of(school: School) -> tuple[EvaluationWindow, ...]:
    """Return the window of every level that has one: the school's own, else ours (R118)."""
    found = (window_of(level, school) for level in _DEFAULTS)
    return tuple(each for each in found if each is not None)


def window_dates(level: EffectLevel, day: StudyDay, school: School) -> tuple[date, date] | None:
    """Return the first and the last date on which a level can be measured; None while the study day has no date."""
    window = window_of(level, school)
    if window is None:
        return None
    # "On the day itself" begins with its first part and ends with its last.
    start = first_date(day) if window.earliest.n == 0 else last_date(day)
    earliest = resolve_between(window.earliest, first_date(day), start)
    latest = resolve(window.latest, day)
    return None if earliest is None or latest is None else (earliest, latest)


def date_of_measure(measure: Measure, day: StudyDay) -> date | None:
    """Return the date of a measure: its own, else that of its block."""
    if measure.when is not None:
        return resolve(measure.when, day)
    block = next((block for block in day.blocks if block.id == measure.block), None)
    if block is None:
        return None
    place = block if block.round is None else next((each for each in day.blocks if each.id == block.round), block)
    return next((part.date for part in day.parts if part.id == place.part), None)
