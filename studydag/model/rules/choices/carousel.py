"""A carousel: groups go round stations, in as many rounds as there are stations; leads and rooms stay (D08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, RoundRule

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carousel:
    """What is to go round: groups by id, stations as blocks with what stays there, and minutes of one visit.

    `change_over` are the minutes to walk, before each round but the first.
    """

    title: str
    groups: tuple[int, ...]
    stations: tuple[Block, ...]
    minutes: int
    change_over: int = 0
    phase: Phase = Phase.APPLICATION

    @property
    def whole_minutes(self) -> int:
        """How long the whole takes."""
        return len(self.stations) * (self.minutes + self.change_over) - self.change_over if self.stations else 0


def latin_square(groups: Sequence[T], stations: int) -> tuple[tuple[tuple[T, ...], ...], ...]:
    """Return for each round which groups are at which station.

    There are as many rounds as stations, and every group is at every station once. With no more groups than stations
    no two groups meet; with more they are spread evenly. A station may have nobody in a round.
    """
    return tuple(
        tuple(
            tuple(group for place, group in enumerate(groups) if (place + number) % stations == station)
            for station in range(stations)
        )
        for number in range(stations)
    )


def carousel_blocks(carousel: Carousel, *, round_title: str) -> tuple[Block, ...]:
    """Return the rounds of a carousel, each followed by its options; ids are negative, and hold within it only.

    The options of later rounds repeat those of the first time that somebody is there; a station where nobody is in a
    round has no option in it. `round_title` says how rounds are called, with {title} and {n}.
    """
    numbers = iter(range(-1, -2 - len(carousel.stations) * (len(carousel.stations) + 1), -1))
    first_of: dict[int, int] = {}
    made: list[Block] = []
    for number, visits in enumerate(latin_square(carousel.groups, len(carousel.stations)), 1):
        round_block = Block(
            id=next(numbers),
            kind=BlockKind.ROUND,
            round_rule=RoundRule.BY_GROUP,
            title=round_title.replace("{title}", carousel.title).replace("{n}", str(number)),
            phase=carousel.phase,
            minutes=carousel.minutes,
        )
        made.append(round_block)
        for place, groups in enumerate(visits):
            if not groups:
                continue
            option = replace(
                carousel.stations[place],
                id=next(numbers),
                uid="",
                part=None,
                round=round_block.id,
                kind=BlockKind.BLOCK,
                position=place,
                offset_minutes=carousel.change_over if number > 1 else 0,
                minutes=carousel.minutes,
                audience=groups,
                repeats=first_of.get(place),
                pinned_start=None,
            )
            first_of.setdefault(place, option.id)
            made.append(option)
    return tuple(made)
