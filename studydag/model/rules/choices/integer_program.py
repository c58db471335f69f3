"""A small face to the solver HiGHS: whole numbers within bounds, rows of sums, and costs to keep low.

Places are allotted in stages, each of which may not spoil what the one before reached. Most stages are solved without
asking for whole numbers: with rows like these the answer is whole anyhow, and the prices that come with it say which
columns and rows no best answer can touch, so that they are fixed and the next stage is a smaller one. Only where the
answer has halves in it is it searched for whole numbers.

It runs on one thread with a fixed seed and limits of gap and nodes, never of time, so that the same program gives the
same answer on every machine (D35).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

NODES: Final = 4_000
"""Where so many don't prove the best answer, the best one that was found is taken, and its gap shown."""
NEAR: Final = 1e-6
"""So near to a whole number a value is one."""
PRICE: Final = 1e-7
"""A price above this says that what has it stays as it is in every best answer."""
ASKS: Final = 0.05
"""In seconds: how often it is asked whether to go on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The values of all columns, what they cost, whether no better answer exists, and else how far that may be."""

    values: tuple[int, ...]
    cost: float
    is_optimal: bool
    gap: float


class Stopped(Exception):
    """The user said to stop."""


@dataclass(frozen=True, slots=True)
class _Face:
    """What every answer of least cost keeps: bounds of columns and of rows, as the solver's arrays."""

    lower: Any
    upper: Any
    least: Any
    most: Any


class IntegerProgram:
    """Columns are whole numbers from 0 to a bound; rows keep sums of them within limits.

    `going` is asked now and then whether to go on; where it says no, `minimise` raises Stopped.
    """

    def __init__(self, going: Callable[[], bool] | None = None) -> None:
        """Begin empty."""
        self._going = going
        self._asked = 0.0
        self._stopped = False
        self._upper: list[float] = []
        self._lower: list[float] = []
        self._starts: list[int] = [0]
        self._columns: list[int] = []
        self._factors: list[float] = []
        self._least: list[float] = []
        self._most: list[float] = []
        self._solver: Any = None
        self._faces: dict[int, _Face] = {}
        self._newest: Answer | None = None
        self._is_blocked = False

    def column(self, most: int, *, least: int = 0) -> int:
        """Add a whole number, and return its place; before the first answer is asked for."""
        self._lower.append(least)
        self._upper.append(most)
        return len(self._upper) - 1

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

    def shut(self, columns: Mapping[int, int]) -> None:
        """Keep these columns at no more than a number each, and no others that were shut before."""
        import numpy as np

        solver, count = self._ready(), len(self._upper)
        lower, upper = np.array(self._lower, dtype=float), np.array(self._upper, dtype=float)
        places = np.fromiter(columns, dtype=np.int32)
        upper[places] = np.minimum(upper[places], np.fromiter(columns.values(), dtype=float))
        self._is_blocked = bool((lower > upper).any())
        if not self._is_blocked:
            solver.changeColsBounds(count, np.arange(count, dtype=np.int32), lower, upper)

    def minimise(self, costs: Mapping[int, int], *, exactly: bool = True) -> Answer | None:
        """Return an answer of least cost, or None where the rows can't all hold.

        Where it need not be `exactly` the best, one that is found soon will do. Raises Stopped.
        """
        if not self._upper:
            return Answer((), 0.0, is_optimal=True, gap=0.0)
        if self._is_blocked:
            return None
        import numpy as np

        solver = self._ready()
        count = len(self._upper)
        spread = np.zeros(count)
        for column, cost in costs.items():
            spread[column] = cost
        solver.changeColsCost(count, np.arange(count, dtype=np.int32), spread)
        if not self._run():
            return None
        values, bound = np.array(solver.getSolution().col_value), float(solver.getInfo().objective_function_value)
        whole = np.rint(values)
        face = self._face(values)
        if np.abs(values - whole).max() < NEAR:
            found = Answer(tuple(int(each) for each in whole), float(spread @ whole), is_optimal=True, gap=0.0)
            self._faces[id(found)] = face
        else:
            searched = self._searched(spread, bound, face, exactly=exactly)
            if searched is None:
                return None
            found = searched
        self._newest = found
        return found

    def hold(self, costs: Mapping[int, int], answer: Answer) -> None:
        """Let no later answer cost more than this one did."""
        face = self._faces.pop(id(answer), None)
        if face is None:
            self.row(costs.items(), most=round(answer.cost) + 0.0)
        else:
            self._restrict(face)
            self._lower, self._upper = list(face.lower), list(face.upper)

    # Solving

    def _run(self) -> bool:
        """Solve what the solver holds; return whether there is an answer."""
        import highspy

        solver = self._solver
        solver.run()
        if self._stopped:
            raise Stopped
        status = highspy.HighsModelStatus
        if solver.getModelStatus() in {status.kInfeasible, status.kUnboundedOrInfeasible}:
            return False
        return len(solver.getSolution().col_value) == len(self._upper)

    def _searched(self, spread: Any, bound: float, face: _Face, *, exactly: bool) -> Answer | None:
        """Look for whole numbers: among the answers that cost no more than halves would, then among all."""
        import numpy as np

        solver = self._solver
        basis, before = solver.getBasis(), self._bounds()
        is_whole = abs(bound - round(bound)) < NEAR * max(1.0, abs(bound))
        if is_whole:
            self._restrict(face)
            found = self._whole(spread, nodes=NODES // 4, gap=0.0)
            self._restrict(before)
            if found is not None and found.cost < bound + 0.5:
                best = Answer(found.values, found.cost, is_optimal=True, gap=0.0)
                self._faces[id(best)] = face
                solver.setBasis(basis)
                return best
        found = self._whole(spread, nodes=NODES, gap=0.0 if exactly else 0.01)
        solver.setBasis(basis)
        if found is None:
            return None
        least = float(np.ceil(bound - NEAR * max(1.0, abs(bound))))
        if found.cost < least + 0.5:
            return Answer(found.values, found.cost, is_optimal=True, gap=0.0)
        return found

    def _whole(self, spread: Any, *, nodes: int, gap: float) -> Answer | None:
        """Search for whole numbers from what the solver holds, which is given back as it was."""
        import highspy
        import numpy as np

        solver, count = self._solver, len(self._upper)
        places = np.arange(count, dtype=np.int32)
        solver.changeColsIntegrality(count, places, np.full(count, int(highspy.HighsVarType.kInteger), dtype=np.uint8))
        solver.setOptionValue("mip_max_nodes", nodes)
        solver.setOptionValue("mip_rel_gap", gap)
        if self._newest is not None:
            known = highspy.HighsSolution()
            known.col_value = [float(value) for value in self._newest.values]
            solver.setSolution(known)
        try:
            if not self._run():
                return None
            info = solver.getInfo()
            values = np.rint(np.array(solver.getSolution().col_value))
            proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal and not gap
            left = 0.0 if proven else float(min(max(info.mip_gap, 0.0), 1.0))
            return Answer(tuple(int(each) for each in values), float(spread @ values), is_optimal=proven, gap=left)
        finally:
            continuous = np.full(count, int(highspy.HighsVarType.kContinuous), dtype=np.uint8)
            solver.changeColsIntegrality(count, places, continuous)

    # Bounds

    def _bounds(self) -> _Face:
        import numpy as np

        lp = self._solver.getLp()
        return _Face(np.array(lp.col_lower_), np.array(lp.col_upper_), np.array(lp.row_lower_), np.array(lp.row_upper_))

    def _restrict(self, face: _Face) -> None:
        import numpy as np

        solver = self._solver
        columns, rows = len(face.lower), len(face.least)
        solver.changeColsBounds(columns, np.arange(columns, dtype=np.int32), face.lower, face.upper)
        solver.changeRowsBounds(rows, np.arange(rows, dtype=np.int32), face.least, face.most)

    def _face(self, values: Any) -> _Face:
        """Return the bounds within which all answers of least cost lie: what has a price stays where it is."""
        import numpy as np

        solution, now = self._solver.getSolution(), self._bounds()
        priced = np.abs(np.array(solution.col_dual)) > PRICE
        at = np.rint(values)
        lower, upper = np.where(priced, at, now.lower), np.where(priced, at, now.upper)
        dual, sums = np.array(solution.row_dual), np.rint(np.array(solution.row_value))
        tight = np.abs(dual) > PRICE
        return _Face(lower, upper, np.where(tight, sums, now.least), np.where(tight, sums, now.most))

    # The solver

    def _ready(self) -> Any:
        if self._solver is None:
            self._solver = self._made_solver()
        return self._solver

    def _ask(self, event: Any) -> None:
        now = time.monotonic()
        if self._going is not None and now - self._asked > ASKS:
            self._asked = now
            self._stopped = self._stopped or not self._going()
        if self._stopped:
            event.interrupt()

    def _made_solver(self) -> Any:
        import highspy
        import numpy as np

        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        settings: dict[str, bool | int | float] = {
            "output_flag": False,
            "threads": 1,
            "random_seed": 0,
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
        solver.passModel(program)
        if self._going is not None:
            solver.cbSimplexInterrupt.subscribe(self._ask)
            solver.cbMipInterrupt.subscribe(self._ask)
        return solver
