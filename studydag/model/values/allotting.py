"""What a fair allotment gives: who sits where and why, who doesn't, and how well it was possible."""

from __future__ import annotations

from dataclasses import dataclass

from studydag.model.values.errors import Figure
from studydag.model.values.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A place in an option of a round for `count` people of a registration, with the wish that it meets, if any.

    `reason` says why this place, with its figures (R082).
    """

    registration: int
    round: int
    option: int
    count: int = 1
    rank: int | None = None
    locked: bool = False
    reason: Wording = ""
    figures: tuple[tuple[str, Figure], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """People of a registration for whom a round has no place, and why."""

    registration: int
    round: int
    count: int = 1
    reason: Wording = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotting:
    """An allotment that stands on paper until it is applied.

    `dropped` are options that stay empty since their minimum wasn't reached. `gap` is how far from the best it may be,
    0.0 when `is_optimal`. `seed` drew the lots between equals (D35). With `is_near` as few people as could be
    were moved, and it is as fair as can be with that (D34).
    """

    places: tuple[Given, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    dropped: tuple[int, ...] = ()
    is_optimal: bool = True
    gap: float = 0.0
    seed: int = 1
    is_near: bool = False

    @property
    def placed(self) -> int:
        """How many places were given out, over all rounds."""
        return sum(each.count for each in self.places)

    @property
    def worst_rank(self) -> int | None:
        """The lowest wish that anybody has to do with; None where no wish was met."""
        return max((each.rank for each in self.places if each.rank is not None), default=None)

    @property
    def ranks(self) -> dict[int | None, int]:
        """How many people got their first wish, their second …; None: a place that nobody wished for."""
        found: dict[int | None, int] = {}
        for each in self.places:
            found[each.rank] = found.get(each.rank, 0) + each.count
        return dict(sorted(found.items(), key=lambda item: (item[0] is None, item[0] or 0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Somebody who gets another place in a round than stood.

    From an option (None: had no place) to another one (None: has none now), and the wishes that they are. Of a group
    `count` people do.
    """

    registration: int
    round: int
    before: int | None
    after: int | None
    rank_before: int | None = None
    rank_after: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How well the wishes of a day are met: `ranks` as in Allotting, `without` are people and rounds without a place.

    `people_without` counts these people: who lacks places in several rounds once, of a group as many as lack one;
    `lacking` counts the places. `free` counts the places of those who wished nothing. Who leads an option in a round
    is in none of these: no place is due to them there.

    `first` and `first_or_second` are shares of the places of those who had a wish (0 to 1; None: nobody had one).
    """

    ranks: dict[int | None, int]
    wished: int
    worst_rank: int | None
    without: tuple[tuple[int, int], ...]
    people_without: int
    lacking: int
    free: int

    @property
    def first(self) -> float | None:
        """The share that got the first wish."""
        return self._share(1)

    @property
    def first_or_second(self) -> float | None:
        """The share that got the first or the second wish."""
        return self._share(2)

    def _share(self, lowest: int) -> float | None:
        good = sum(count for rank, count in self.ranks.items() if rank is not None and rank <= lowest)
        return good / self.wished if self.wished else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCost:
    """What it costs to move somebody to an option by hand: the wish that is met, before and after, and the whole.

    `seats` is None where as many may come as like to; `taken` counts who sits there then. `problems` say which rules
    that breaks, with their figures; a move may be made all the same.
    """

    rank_before: int | None
    rank_after: int | None
    had_place: bool
    wishes: bool
    before: Tally
    after: Tally
    taken: int
    seats: int | None
    problems: tuple[tuple[Wording, tuple[tuple[str, Figure], ...]], ...] = ()
