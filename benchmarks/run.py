"""Runs the benchmarks and prints one table: `python3 dev.py bench [NAME ...]`.

A benchmark is a module `bench_*.py` in this folder with a function `rows() -> list[Row]`. Each module runs in a fresh
process of its own, one after the other, so that memory is its own and nothing is warm from another.
"""

import argparse
import importlib
import json
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from benchmarks.rows import Row

HEAD = ("benchmark", "figure", "floor", "ratio", "goal", "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that are named, or all, and print their rows; a missed goal is shown but is no failure."""
    known = names()
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure what things cost.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(known) or 'there are none yet'}")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(known):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    measured = [row for name in options.names or known for row in measure(name)]
    if options.json:
        print(json.dumps([asdict(row) | {"ratio": row.ratio} for row in measured], ensure_ascii=False, indent=2))
    else:
        print("\n".join(table(measured)))
    return 0


def names() -> list[str]:
    """List the benchmarks in this folder, without their prefix."""
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def measure(name: str) -> list[Row]:
    """Run one benchmark in a process of its own."""
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(rows_of, name).result()


def rows_of(name: str) -> list[Row]:
    """Return the rows of one benchmark, measured in this process."""
    rows: list[Row] = importlib.import_module(f"benchmarks.bench_{name}").rows()
    return rows


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table, the figures aligned to the right."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    for line in cells:
        first, *rest = (
            cell.rjust(width) if 0 < place < len(HEAD) - 1 else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    ratio = row.ratio
    goal = "" if row.goal is None else f"≤ {row.goal:g}{'×' if ratio is not None else f' {row.unit}'}"
    verdict = {True: "reached", False: "MISSED", None: ""}[row.reached]
    floor = "" if row.floor is None else f"{_figure(row.floor)} {row.unit}"
    return (
        row.name,
        f"{_figure(row.figure)} {row.unit}",
        f"{floor} ({row.floor_name})" if row.floor_name else floor,
        "" if ratio is None else f"{ratio:.2f}×",
        goal,
        verdict,
    )


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())
