"""A small face to the solver HiGHS: whole numbers within bounds, rows of sums, and costs to keep low.

It runs on one thread with a fixed seed and limits of gap and nodes, never of time, so that the same program gives the
same answer on every machine (D35).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NODES = 20_000
"""Where so many don't prove the best answer, the best one that was found is taken, and its gap shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The values of all columns, what they cost, whether no better answer exists, and else how far that may be."""

    values: tuple[int, ...]
    cost: float
    is_optimal: bool
    gap: float


class IntegerProgram:
    """Columns are whole numbers from 0 to a bound; rows keep sums of them within limits."""

    def __init__(self) -> None:
        """Begin empty."""
        self._upper: list[float] = []
        self._lower: list[float] = []
        self._starts: list[int] = [0]
        self._columns: list[int] = []
        self._factors: list[float] = []
        self._least: list[float] = []
        self._most: list[float] = []
        self._solver: Any = None

    def column(self, most: int, *, least: int = 0) -> int:
        """Add a whole number, and return its place."""
        self._lower.append(least)
        self._upper.append(most)
        place = len(self._upper) - 1
        if self._solver is not None:
            import highspy

            self._solver.addCol(0.0, float(least), float(most), 0, [], [])
            self._solver.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        return place

    def row(self, terms: Iterable[tuple[int, int]], *, least: float | None = None, most: float | None = None) -> None:
        """Keep the sum of columns, each times a factor, within limits. Zero factors are left out."""
        columns, factors = [], []
        for column, factor in terms:
            if factor:
                columns.append(column)
                factors.append(float(factor))
        low = -float("inf") if least is None else float(least)
        high = float("inf") if most is None else float(most)
        if self._solver is not None:
            self._solver.addRow(low, high, len(columns), columns, factors)
            return
        self._columns += columns
        self._factors += factors
        self._starts.append(len(self._columns))
        self._least.append(low)
        self._most.append(high)

    def close(self, columns: Sequence[int], *, shut: bool) -> None:
        """Keep columns at 0, or give them back their bounds."""
        import numpy as np

        places = np.array(columns, dtype=np.int32)
        lower = np.array(self._lower, dtype=float)[places]
        upper = np.zeros(len(places)) if shut else np.array(self._upper, dtype=float)[places]
        self._ready().changeColsBounds(len(places), places, lower, upper)

    def minimise(self, costs: Mapping[int, int]) -> Answer | None:
        """Return an answer of least cost, or None where the rows can't all hold."""
        import highspy
        import numpy as np

        count = len(self._upper)
        if not count:
            return Answer((), 0.0, is_optimal=True, gap=0.0)
        solver = self._ready()
        spread = np.zeros(count)
        for column, cost in costs.items():
            spread[column] = cost
        solver.changeColsCost(count, np.arange(count, dtype=np.int32), spread)
        solver.run()
        status, info = solver.getModelStatus(), solver.getInfo()
        values = solver.getSolution().col_value
        if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return None
        if len(values) < count:
            return None
        proven = status == highspy.HighsModelStatus.kOptimal
        gap = 0.0 if proven else float(min(max(info.mip_gap, 0.0), 1.0))
        return Answer(
            values=tuple(round(value) for value in values),
            cost=float(info.objective_function_value),
            is_optimal=proven,
            gap=gap,
        )

    def _ready(self) -> Any:
        if self._solver is None:
            self._solver = self._made_solver()
        return self._solver

    def _made_solver(self) -> Any:
        import highspy
        import numpy as np

        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        settings: dict[str, bool | int | float] = {
            "output_flag": False,
            "threads": 1,
            "random_seed": 0,
            "mip_max_nodes": NODES,
            "mip_rel_gap": 0.0,
            # Costs are whole numbers, so that nothing lies between.
            "mip_abs_gap": 0.5,
        }
        for name, value in settings.items():
            solver.setOptionValue(name, value)
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self._upper), len(self._least)
        program.col_cost_ = np.zeros(len(self._upper))
        program.col_lower_, program.col_upper_ = np.array(self._lower, dtype=float), np.array(self._upper, dtype=float)
        program.row_lower_, program.row_upper_ = np.array(self._least), np.array(self._most)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        program.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        program.a_matrix_.value_ = np.array(self._factors)
        program.integrality_ = [highspy.HighsVarType.kInteger] * len(self._upper)
        solver.passModel(program)
        return solver
