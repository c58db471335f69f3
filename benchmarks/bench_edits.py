"""How soon an edit is seen: on a day of 400 blocks, list and timeline side by side, in the whole window.

Each edit goes the way of a user's: a field, a cell or a command, the verb, the commit, the Change, both views painted.
"with commit" is all of that; "after commit" is from the Change to the end of the painting. "at work" is how long this
thread was at it: on a machine that does other things as well it says more than the clock.
"""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget

from benchmarks.rows import Row
from benchmarks.window_of import OpenWindow, open_window
from studydag.model.values.changes import Change
from studydag.ui.pages.programme import ProgrammePage

ROUNDS = 25
GOAL, GOAL_WITH_COMMIT = 16.0, 25.0
PATIENCE = 5.0
"""In seconds: an edit after which nothing is painted would wait for ever."""


@dataclass(slots=True)
class Timings:
    """Milliseconds of one kind of edit."""

    after_commit: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    at_work: list[float] = field(default_factory=list)
    at_work_after: list[float] = field(default_factory=list)


class Stopwatch(QObject):
    """Notes when the Change of an edit came, and when the window had painted both views."""

    def __init__(self, opened: OpenWindow, views: tuple[QWidget, ...]) -> None:
        """Watch a window; `views` have to be painted for an edit to be seen."""
        super().__init__(opened.window)
        self._opened = opened
        self._views = views
        self._waiting: set[QWidget] = set()
        self._times: dict[str, float] = {}
        self._is_updating = False
        opened.workspace.library.listeners.insert(0, self._on_change)
        opened.window.installEventFilter(self)
        for view in views:
            view.installEventFilter(self)

    def time(self, edit: Callable[[], object], into: Timings) -> None:
        """Carry out an edit, and wait until it is seen."""
        self._times = {}
        self._waiting = set(self._views)
        start, worked = time.perf_counter(), time.thread_time()
        edit()
        while "painted" not in self._times:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            if time.perf_counter() - start > PATIENCE:
                raise RuntimeError("an edit was not seen")
        into.at_work.append((self._times["worked"] - worked) * 1000)
        into.at_work_after.append((self._times["worked"] - self._times["worked_before"]) * 1000)
        into.whole.append((self._times["painted"] - start) * 1000)
        into.after_commit.append((self._times["painted"] - self._times["changed"]) * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Let the window paint, and look whether both views were."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._waiting.discard(watched)
        elif event.type() == QEvent.Type.UpdateRequest and watched is self._opened.window and not self._is_updating:
            self._is_updating = True
            QCoreApplication.sendEvent(watched, QEvent(QEvent.Type.UpdateRequest))
            self._is_updating = False
            if "changed" in self._times and not self._waiting:
                self._times.setdefault("painted", time.perf_counter())
                self._times.setdefault("worked", time.thread_time())
            return True
        return False

    def _on_change(self, _change: Change) -> None:
        self._times.setdefault("changed", time.perf_counter())
        self._times.setdefault("worked_before", time.thread_time())


def rows() -> list[Row]:
    """Return the medians of each kind of edit and of all, and the worst of all."""
    with open_window() as opened:
        timings = measured(opened)
    every = Timings()
    for each in timings.values():
        every.whole += each.whole
        every.after_commit += each.after_commit
        every.at_work += each.at_work
        every.at_work_after += each.at_work_after
    return [
        *(_row(f"{name}, 400 blocks, {which}", figures, goal)
          for name, each in {**timings, "all edits": every}.items()
          for which, figures, goal in (
              ("after commit", each.after_commit, GOAL),
              ("after commit, at work", each.at_work_after, GOAL),
              ("with commit", each.whole, GOAL_WITH_COMMIT),
              ("with commit, at work", each.at_work, GOAL_WITH_COMMIT),
          )),
        Row(name="slowest edit, 400 blocks, with commit", figure=max(every.whole), unit="ms"),
    ]  # fmt: skip


def measured(opened: OpenWindow, rounds: int = ROUNDS) -> dict[str, Timings]:
    """Do each kind of edit some times, by turns with its undo where it would pile up."""
    opened.assembly.show_day(opened.day_id)
    page = opened.pages.show_page("programme")
    assert isinstance(page, ProgrammePage)
    opened.settle(400)
    watch = Stopwatch(opened, (page.list.viewport(), page.timeline))
    edits = _edits(opened, page)
    found: dict[str, Timings] = {}
    for name, edit in edits.items():
        found[name] = Timings()
        undone = found.setdefault("undo", Timings())
        for _ in range(rounds):
            page.selected.choose([_chosen(opened)])
            opened.settle(30)
            watch.time(edit, found[name])
            opened.settle(30)
            watch.time(opened.workspace.undo, undone)
    return found


def _chosen(opened: OpenWindow) -> int:
    """Return a block in the middle of the day, on which the edits work."""
    return opened.workspace.schedule.parts[0].slots[190].block.id


def _edits(opened: OpenWindow, page: ProgrammePage) -> dict[str, Callable[[], object]]:
    numbers = itertools.count(1)
    times = page.block_inspector.times
    commands = page.commands

    def minutes() -> None:
        times.minutes.edited.emit(5 + next(numbers) % 7)

    def retitle() -> None:
        page.block_inspector.top.field("title").edited.emit(f"Ander blok {next(numbers)}")

    def move() -> None:
        commands.step(1)

    def insert() -> None:
        commands.adding.add_format(opened.workspace.setting.formats[0].id)

    def shift() -> None:
        commands.shift(1)

    return {
        "set minutes": minutes,
        "retitle": retitle,
        "move": move,
        "insert": insert,
        "delete": commands.delete,
        "pin": commands.toggle_pin,
        "shift": shift,
    }


def _row(name: str, figures: list[float], goal: float) -> Row:
    return Row(name=name, figure=statistics.median(figures), unit="ms", goal=goal)
