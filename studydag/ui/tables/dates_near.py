"""Dates that are typed without a year."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from studydag.model.rules.calendar.dates import first_date
from studydag.ui.fields.dates import DateField, DueField
from studydag.ui.workspace import Workspace

AHEAD = dt.timedelta(weeks=22)
"""So far ahead lies a day that is still to be planned, more or less: its date is one of the coming months."""


def keep_coming_date(field: DateField, workspace: Workspace) -> None:
    """Have a field read a date without a year as one of the coming months, and keep what it can't read."""
    field.keep_unread(lambda: workspace.today() + AHEAD)


def read_dates_near_the_day(field: QWidget, workspace: Workspace) -> None:
    """Have a field of a date read one without a year as near to the study day, or to today where none is open."""

    def near() -> dt.date:
        day = workspace.day
        return (None if day is None else first_date(day)) or workspace.today()

    dates = field.fixed if isinstance(field, DueField) else field
    if isinstance(dates, DateField):
        dates.near = near
