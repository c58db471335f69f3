"""The few words of the first frame that would else bring in Babel and every class of values; tests hold both equal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from studydag.language import DATES_BY_THEMSELVES, Language
from studydag.model.values.day_status import DayStatus
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.wording import N_

_WEEKDAYS: Final = {
    DocumentLanguage.DUTCH: ("ma", "di", "wo", "do", "vr", "za", "zo"),
    DocumentLanguage.ENGLISH: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS: Final = {
    DocumentLanguage.DUTCH: ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    DocumentLanguage.ENGLISH: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
}
_AND: Final = {DocumentLanguage.DUTCH: "en", DocumentLanguage.ENGLISH: "and"}
_STATUSES: Final = {
    DayStatus.IDEA: N_("idea"),
    DayStatus.DESIGN: N_("design"),
    DayStatus.READY: N_("ready"),
    DayStatus.HELD: N_("held"),
    DayStatus.EVALUATED: N_("evaluated"),
    DayStatus.ARCHIVED: N_("archived"),
}


def short_date(day: dt.date, language: Language) -> str:
    """Write a date as `Language.short_date` does."""
    weekday, month = _WEEKDAYS[language.code][day.weekday()], _MONTHS[language.code][day.month - 1]
    return f"{weekday} {day.day} {month} {day.year}"


def short_dates(dates: Sequence[dt.date], language: Language) -> str:
    """Write the dates of one event for a list: do 11 mrt 2027, 11–12 mrt 2027 where they follow, 11 en 18 mrt 2027."""
    found = sorted(set(dates))
    if len(found) == 1:
        return short_date(found[0], language)
    first, last = found[0], found[-1]
    years, months = {each.year for each in found}, {(each.year, each.month) for each in found}

    def written(day: dt.date) -> str:
        month = "" if len(months) == 1 else f" {_MONTHS[language.code][day.month - 1]}"
        return f"{day.day}{month}{f' {day.year}' if len(years) > 1 else ''}"

    end = f"{last.day} {_MONTHS[language.code][last.month - 1]} {last.year}"
    if (last - first).days == len(found) - 1 or len(found) > DATES_BY_THEMSELVES:
        return f"{written(first)}–{end}" if len(months) == 1 else f"{written(first)} – {end}"
    return f"{', '.join(map(written, found[:-1]))} {_AND[language.code]} {end}"


def status(of: DayStatus, language: Language) -> str:
    """Name a status as `Language.member` does."""
    return language.gettext(_STATUSES[of])
