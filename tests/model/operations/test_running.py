"""The day itself in a library on disk: each step is one undo step, and nothing but the file is needed to go on."""

import datetime as dt
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studydag.model.exchange.computed import computed_of
from studydag.model.operations import programme, running, study_days
from studydag.model.operations.setting import read_setting
from studydag.model.operations.spots import Spot
from studydag.model.rules.on_the_day.running import Stage, run
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.errors import InvalidValue, NotFound
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import StudyDay

DATE = dt.date(2026, 11, 12)
SCRIPT = """
import datetime as dt, os, signal, sys
from pathlib import Path
from studydag.model.operations import running
from studydag.model.store.library import Library

library = Library.open(Path(sys.argv[1]))
running.go_on(library, 1, 1, dt.datetime(2026, 11, 12, 9, 10))
running.go_on(library, 1, 1, dt.datetime(2026, 11, 12, 9, 45))
os.kill(os.getpid(), signal.SIGKILL)
"""


def clock(hours: int, minutes: int = 0) -> dt.datetime:
    return dt.datetime.combine(DATE, dt.time(hours, minutes))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "school.studydag"
    with Library.open(path, create=True) as opened:
        day = study_days.create(opened, "Dag", first_part=Part(date=DATE))
        part = opened.of_day(Part, day)[0].id
        for title in ("Opening", "Workshop", "Pauze"):
            programme.add_block(opened, day, Block(title=title, minutes=30), Spot(part=part))
        opened.forget_undo()
        yield opened


def blocks(library: Library) -> list[Block]:
    return list(library.get(StudyDay, 1).blocks)


def test_each_step_is_one_that_undo_takes_back(library: Library):
    before = library.get(StudyDay, 1)
    running.go_on(library, 1, 1, clock(9, 10))
    assert library.undo_step is not None
    assert library.undo_step.op == Op.START_BLOCK
    running.give(library, 1, 1, 5, clock(9, 20))
    running.skip(library, 1, 1, clock(9, 21))
    running.shift_rest(library, 1, 1, 10, clock(9, 30), pins_too=True)
    assert [block.minutes for block in blocks(library)] == [45, 30, 30]
    after = library.get(StudyDay, 1)
    for _ in range(4):
        library.undo()
    assert library.get(StudyDay, 1) == before
    for _ in range(4):
        library.redo()
    assert library.get(StudyDay, 1) == after


def test_the_first_step_keeps_the_whole_day_as_a_version(library: Library):
    running.go_on(library, 1, 1, clock(9))
    running.go_on(library, 1, 1, clock(9, 30))

    (version,) = library.versions_of(1)
    assert version.document == "run"
    assert json.loads(version.content)["blocks"][0]["actual_start"] is None


@pytest.mark.outside_undo
def test_back_goes_one_step_back_also_without_undo(library: Library):
    running.go_on(library, 1, 1, clock(9))
    running.go_on(library, 1, 1, clock(9, 30))
    library.forget_undo()
    running.back(library, 1, 1, clock(9, 31))

    assert [(block.actual_start, block.actual_end) for block in blocks(library)][:2] == [
        (dt.time(9), None),
        (None, None),
    ]
    running.back(library, 1, 1, clock(9, 31))
    assert all(block.planned_start is None for block in blocks(library))
    with pytest.raises(InvalidValue):
        running.back(library, 1, 1, clock(9, 32))


def test_what_was_noted_can_be_forgotten(library: Library):
    ids = [block.id for block in blocks(library)]
    running.skip(library, 1, 1, clock(9, 30))
    running.go_on(library, 1, 1, clock(9, 40))
    with pytest.raises(NotFound):
        running.go_on(library, 99, 1, clock(9, 50))
    running.forget(library, ids)
    assert all(block.actual_start is None and block.planned_start is None for block in blocks(library))
    running.forget(library, [])
    library.undo()
    assert blocks(library)[1].actual_start == dt.time(9, 40)


def test_what_was_planned_beside_what_came_of_it_is_part_of_what_show_writes(library: Library):
    running.go_on(library, 1, 1, clock(9, 10))
    running.go_on(library, 1, 1, clock(9, 45))
    running.skip(library, 1, 1, clock(10))
    day = library.get(StudyDay, 1)
    found = computed_of(day, read_setting(library, day))

    assert found["block", day.blocks[0].id]["went"] == {
        "outcome": "held",
        "planned_start": "09:00",
        "planned_end": "09:30",
        "start": "09:10",
        "end": "09:45",
        "late": 10,
        "longer": 5,
    }
    assert found["part", 1]["went"] == {"start": "09:10", "end": None, "late": None}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_a_day_that_runs_survives_kill_nine(library: Library, tmp_path: Path):
    path = tmp_path / "copy.studydag"
    library.copy_to(path)
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL

    with Library.open(path) as again:
        found = run(again.get(StudyDay, 1), 1, clock(9, 50))
        assert found is not None
        assert [slot.stage for slot in found.slots] == [Stage.DONE, Stage.RUNNING, Stage.TO_COME]
        assert (found.current.start, found.next.start) == (9 * 60 + 45, 10 * 60 + 15)
        running.go_on(again, 1, 1, clock(10, 15))
