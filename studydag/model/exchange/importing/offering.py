"""Which rounds of a day an option belongs to that is told below the programme: that of its heading, or all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.recognising.headings import offers_parallel
from studydag.model.rules.written.phase_words import closes, is_break

_NUMBER: Final = re.compile(
    r"(?<!\w)(?P<roman>[IVX]{1,4})(?!\w)|(?<![\w.:])(?P<number>\d)(?![\w.:])|(?<!\w)(?P<letter>[A-H])(?!\w)"
)
_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6"}
_MORNING: Final = re.compile(r"(?:ochtend|voormiddag|morning|vormittag)", re.IGNORECASE)
_AFTERNOON: Final = re.compile(r"(?:(?<!voor)middag|afternoon|nachmittag)", re.IGNORECASE)
_NOON: Final = 12 * 60


def offers_what_is_below(title: str, heading: str) -> bool:
    """Whether an option belongs to the block above it: that is a choice, or at least no break and no end of a day.

    `heading` is the one between the two, if any.
    """
    return offers_parallel(title) or not (is_break(title) or closes(title) or offers_parallel(heading))


def rounds_meant(heading: str, rounds: Sequence[tuple[str, int]]) -> list[int]:
    """Return the places of the rounds of which a heading tells, by their titles and starts in minutes.

    One that is called so, one with its number, those before or behind noon; all where it says none of that, as one
    chooses in each of them.
    """
    name = heading.strip(" :#*_").casefold()
    called = [place for place, (title, _) in enumerate(rounds) if title.casefold() == name]
    numbered = [place for place, (title, _) in enumerate(rounds) if _number(title) == _number(heading) != ""]
    if _MORNING.search(heading):
        of_half_a_day = [place for place, (_, start) in enumerate(rounds) if start < _NOON]
    elif _AFTERNOON.search(heading):
        of_half_a_day = [place for place, (_, start) in enumerate(rounds) if start >= _NOON]
    else:
        of_half_a_day = []
    return called or numbered or of_half_a_day or list(range(len(rounds)))


def _number(text: str) -> str:
    """Return the number by which a round is known, however written; empty without."""
    found = _NUMBER.search(text)
    if found is None:
        return ""
    return found["number"] or found["letter"] or _ROMAN.get(found["roman"], found["roman"])
