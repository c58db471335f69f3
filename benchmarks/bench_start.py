"""How soon the window is there, on a library of 200 study days, against an empty Qt window by turns.

Every start is a process of its own, offscreen, with settings of its own, counted from before the process is made. The
program's own files are compiled first, as pip does when it installs them.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import studydag
from benchmarks.rows import Row

DAYS = 200
ROUNDS = 21
SHELL_GOAL = 1.35
LIST_GOAL = 1.5
GAP_GOAL = 50


class Times(NamedTuple):
    """What one start of ours took, in milliseconds."""

    shell: float
    listed: float
    ready: float
    gap: float


def rows() -> list[Row]:
    """Start both by turns and hold their medians against each other; nothing where that would touch the user's own."""
    if sys.platform != "linux":
        return []
    compileall.compile_dir(Path(studydag.__file__).parent, quiet=1)
    compileall.compile_dir(Path(__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        _run(["-m", "studydag", "generate", "--days", str(DAYS)], environment)
        # Once without counting: what the system reads from disk then is in memory for both.
        _ours(environment)
        _bare(environment)
        pairs = [(_ours(environment), _bare(environment)) for _ in range(ROUNDS)]
    ours = Times(*(statistics.median(times) for times in zip(*(times for times, _ in pairs), strict=True)))
    floor, name = statistics.median(bare for _, bare in pairs), "bare Qt window"
    return [
        Row(name="window painted", figure=ours.shell, unit="ms", floor=floor, floor_name=name, goal=SHELL_GOAL),
        Row(
            name=f"its list of {DAYS} days painted",
            figure=ours.listed,
            unit="ms",
            floor=floor,
            floor_name=name,
            goal=LIST_GOAL,
        ),
        Row(name="window ready to work in", figure=ours.ready, unit="ms", floor=floor, floor_name=name),
        Row(name="longest time without an answer until then", figure=ours.gap, unit="ms", goal=GAP_GOAL),
    ]


def _environment(folder: str) -> dict[str, str]:
    home = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "LC_ALL": "C.UTF-8"}
    return {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}


def _ours(environment: dict[str, str]) -> Times:
    began = time.time()
    shell, listed, ready, gap = map(float, _run(["-m", "benchmarks.our_window"], environment).split())
    return Times((shell - began) * 1000, (listed - began) * 1000, (ready - began) * 1000, gap * 1000)


def _bare(environment: dict[str, str]) -> float:
    began = time.time()
    return (float(_run(["-m", "benchmarks.bare_window"], environment)) - began) * 1000


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True)
    return done.stdout
