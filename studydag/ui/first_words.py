"""The few words of the first frame that would else bring in Babel and every class of values; tests hold both equal."""

from __future__ import annotations

import datetime as dt
from typing import Final

from studydag.language import Language
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


def status(of: DayStatus, language: Language) -> str:
    """Name a status as `Language.member` does."""
    return language.gettext(_STATUSES[of])
