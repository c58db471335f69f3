"""The row of the table that a benchmark fills, and the stop-watch that it measures with."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure. With a `floor`, the same thing done in the barest way in the same run, the ratio is what counts.

    `floor_name` says what the floor is ("bare canvas", "10 days"). `goal` is the most that is good: of the ratio where
    there is a floor, of the figure itself where there is none.
    """

    name: str
    figure: float
    unit: str
    floor: float | None = None
    floor_name: str = ""
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor the figure is."""
        return self.figure / self.floor if self.floor else None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return (self.figure if self.ratio is None else self.ratio) <= self.goal


def milliseconds(call: Callable[[], object], *, rounds: int = 15) -> float:
    """Return the median time of one call, after one call that doesn't count."""
    call()
    return statistics.median(_time(call) for _ in range(rounds))


def milliseconds_of_two(
    call: Callable[[], object], floor: Callable[[], object], *, rounds: int = 15
) -> tuple[float, float]:
    """Return the shortest times of two calls made by turns: of a longer one other programs take more."""
    call()
    floor()
    times = [(_time(call), _time(floor)) for _ in range(rounds)]
    return min(one for one, _ in times), min(other for _, other in times)


def _time(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
