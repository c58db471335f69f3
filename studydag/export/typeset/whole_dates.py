"""Which words are one date, at which no line ends: do 8 okt 2026, 12 November 2026."""

import re
from typing import Final

_WEEKDAY: Final = re.compile(r"(?:ma|di|wo|do|vr|za|zo|Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_DAY: Final = re.compile(r"(?:[\d]{1,2}–)?\d{1,2}")
_MONTH: Final = re.compile(
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[i]?|jul[i]?|aug(?:ustus)?|sep(?:tember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|January|February|March|May|June|July|August|October|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|September|Oct|Nov|November|Dec|December|April)[,.;:)]*"
)
_YEAR: Final = re.compile(r"\d{4}[,.;:)]*")


def is_day(word: str) -> bool:
    """Whether a word can be the number of a day, or of the days of an event: 8, 11–12."""
    return word[:1].isdigit() and _DAY.fullmatch(word) is not None


def is_one_date(before: str, after: str) -> bool:
    """Whether a line may not end between two words, of which the first may be several of a date already."""
    *_first, last = before.split(" ")
    if _DAY.fullmatch(last):
        return _MONTH.fullmatch(after) is not None
    if _WEEKDAY.fullmatch(last):
        return _DAY.fullmatch(after) is not None
    return " " in before and _MONTH.fullmatch(last) is not None and _YEAR.fullmatch(after) is not None
