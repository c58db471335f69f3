"""Dates that are fixed, or counted from the study day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DateUnit(StrEnum):
    """What a relative date counts."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """`n` days, weeks or months from the study day: negative before its first part, else after its last (R005).

    `n` lies between -12 and +24 months, counted in its unit.
    """

    n: int
    unit: DateUnit = DateUnit.WEEKS


Due = RelativeDate | date
"""A date that moves along with the study day, or one that stays where it is."""
