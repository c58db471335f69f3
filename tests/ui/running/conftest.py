"""The day itself in a window, with a clock that goes when it is told to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6

from studydag.ui.memory import Memory
from studydag.ui.running.window import RunWindow
from studydag.ui.workspace import Workspace
from tests.ui.running.presenting import Clock


@pytest.fixture
def clock(workspace: Workspace) -> Clock:
    assert workspace.day is not None
    return Clock(workspace.day)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.ini")


@pytest.fixture
def view(workspace: Workspace, clock: Clock, memory: Memory) -> Iterator[RunWindow]:
    made = RunWindow(workspace, clock, memory, dark=False)
    made.resize(1280, 720)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()
