"""Which places are shaded while blocks are dragged, because something stands in the way there, and what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from studydag.model.operations.spots import Spot
from studydag.model.rules.space.placing import Obstacle, Place, moved, obstacles, standing
from studydag.model.rules.time.schedule import Schedule, schedule
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.spots import changes_nothing

NEW = -1
"""The id of a block that is brought in from elsewhere."""


class Shading:
    """Judges places one by one, so that a long day stays fluid; what was judged once is kept until another drag."""

    def __init__(self, day: StudyDay, now: Schedule, ids: Sequence[int]) -> None:
        """Judge places for blocks of a day whose clock times are `now`."""
        self._day = day
        self._now = now
        self._standing = standing(now)
        self._ids = tuple(ids)
        self._judged: dict[Spot, tuple[Obstacle, ...]] = {}

    @classmethod
    def of_new(cls, day: StudyDay, block: Block) -> Shading:
        """Judge places for a block that isn't in the day yet."""
        with_block = replace(day, blocks=(*day.blocks, replace(block, id=NEW, part=None, round=None)))
        return cls(with_block, schedule(with_block), (NEW,))

    def obstacles(self, spot: Spot) -> tuple[Obstacle, ...]:
        """Return what stands in the way at a spot."""
        if spot not in self._judged:
            self._judged[spot] = self._judge(spot)
        return self._judged[spot]

    def known(self, spot: Spot) -> bool:
        """Whether something stands in the way at a spot, as far as it was judged."""
        return bool(self._judged.get(spot))

    def judge_next(self, spots: Iterable[Spot]) -> bool:
        """Judge one more of some places; return whether there was one."""
        waiting = next((spot for spot in spots if spot not in self._judged), None)
        if waiting is None:
            return False
        self.obstacles(waiting)
        return True

    def _judge(self, spot: Spot) -> tuple[Obstacle, ...]:
        if self._ids != (NEW,) and changes_nothing(self._day, self._now, self._ids, spot):
            return ()
        place = Place(part=spot.part, round=spot.round, before=spot.before)
        return obstacles(self._standing, standing(schedule(moved(self._day, self._ids, place))))
