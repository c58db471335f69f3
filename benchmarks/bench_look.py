"""How long another size or brightness of the window takes, with all pages built on a day of 400 blocks.

All is built anew then: the page in view at once, the others while nothing else waits. The floor is what Qt needs to
dress the widgets that there were: so long it takes at least to keep them.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from benchmarks.rows import Row
from benchmarks.window_of import OpenWindow, open_window
from studydag.ui.commands import Commands

ROUNDS = 4
GOAL = 0.5


def rows() -> list[Row]:
    """Return how long this thread is at work until the page stands in another brightness, or another zoom."""
    brighter, larger, floors = [], [], []
    with open_window() as opened:
        for number in range(ROUNDS):
            changes = number % 2 == 0
            _build_all(opened)
            floors.append(_at_work(partial(opened.window.look.dress, dark=changes)))
            opened.window.look.dress(dark=not changes)
            brighter.append(
                _until_shown(opened, partial(Commands.set_brightness, brightness="dark" if changes else "light"))
            )
            _build_all(opened)
            larger.append(_until_shown(opened, partial(Commands.zoom, steps=1 if changes else -1)))
    floor = statistics.median(floors)
    return [
        Row(name=name, figure=statistics.median(figures), unit="ms", floor=floor, floor_name="dressing", goal=GOAL)
        for name, figures in (("another brightness, at work", brighter), ("another zoom, at work", larger))
    ]


def _until_shown(opened: OpenWindow, change: Callable[[Commands], object]) -> float:
    """Ask for another look; return how long it takes until everything is built anew and painted."""
    before = opened.window.assembly
    assert before is not None

    def work() -> None:
        change(before.commands)
        while opened.window.assembly is before:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()

    return _at_work(work)


def _build_all(opened: OpenWindow) -> None:
    """Build what there is to be seen on all pages, and show the programme."""
    assembly = opened.window.assembly
    assert assembly is not None
    assembly.show_day(opened.day_id)
    for _piece in assembly.ahead():
        pass
    assembly.day_view.show_page("programme")
    opened.settle(600)


def _at_work(call: Callable[[], object]) -> float:
    start = time.thread_time()
    call()
    return (time.thread_time() - start) * 1000
