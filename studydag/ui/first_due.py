"""What home shows first of what is due, read away from the window's thread; it holds no Qt."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Final

from studydag.model.operations.due import DueLine, due_until

if TYPE_CHECKING:
    from studydag.language import Language
    from studydag.model.store.library import Library

SOON: Final = dt.timedelta(days=30)


def read_due(library: Library, today: dt.date, language: Language) -> tuple[DueLine, ...]:
    """Return what is due, as home shows it, and find the words for its dates."""
    until = horizon(today)
    found = due_until(library, today, until)
    for day in {today, until, *(line.date for line in found)}:
        language.date(day)
        language.short_date(day)
    return found


def horizon(today: dt.date) -> dt.date:
    """Return the last date that home looks ahead to: the end of the month, or thirty days if that is later."""
    last = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return max(last, today + SOON)
