"""How soon the window is there, on a library of 200 study days, against an empty Qt window by turns."""

import json
import os
import statistics
import subprocess
import sys
import tempfile

from benchmarks.rows import Row

DAYS = 200
ROUNDS = 9
GOAL = 1.42


def rows() -> list[Row]:
    """Start both by turns, each in a process of its own, offscreen and with settings of its own."""
    with tempfile.TemporaryDirectory() as folder:
        home = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "LC_ALL": "nl_NL.UTF-8"}
        environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
        ours = ["-m", "studydag", "--measure-start"]
        _run(["-m", "studydag", "generate", "--days", str(DAYS)], environment)
        _run(ours, environment)
        measured = [
            (json.loads(_run(ours, environment)), float(_run(["-m", "benchmarks.bare_window"], environment)))
            for _ in range(ROUNDS)
        ]
    painted = statistics.median(figures["first_paint_ms"] for figures, _ in measured)
    ready = statistics.median(figures["ready_ms"] for figures, _ in measured)
    floor = statistics.median(bare for _, bare in measured)
    return [
        Row(
            name=f"window painted with the list of {DAYS} days",
            figure=painted,
            unit="ms",
            floor=floor,
            floor_name="bare Qt window",
            goal=GOAL,
        ),
        Row(name="window ready to work in", figure=ready, unit="ms", floor=floor, floor_name="bare Qt window"),
    ]


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True)
    return done.stdout
