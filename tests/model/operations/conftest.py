"""A library for every test of operations, and the proof round each of them: undo equals before, redo equals after."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studydag.model.operations import programme, study_days
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library, Parties
from studydag.model.values.changes import Change
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, Part
from tests.model.every_row import Rows, every_row

OUTSIDE_UNDO = "outside_undo"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{OUTSIDE_UNDO}: the operation has a backup, or a version, instead of undo")


@dataclass
class Stopwatch:
    """Counts no seconds but those it is given; each edit comes long after the one before unless a test says so."""

    now: float = 0.0
    pace: float = 1000.0

    def __call__(self) -> float:
        self.now += self.pace
        return self.now


def dump(library: Library) -> Rows:
    """Return every row but versions, which stand outside undo."""
    return every_row(library, without={"version"})


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "school.studydag"


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new library: making it takes longer than copying it."""
    path = tmp_path_factory.mktemp("new") / "school.studydag"
    Library.open(path, create=True).close()
    return path.read_bytes()


@pytest.fixture
def library(path: Path, made_once: bytes, stopwatch: Stopwatch) -> Iterator[Library]:
    """A library of its own, with nothing in it but what each has from the beginning."""
    path.write_bytes(made_once)
    with Library.open(path, check=False, parties=Parties(seconds=stopwatch)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def undoable(request: pytest.FixtureRequest) -> Iterator[None]:
    """Undo all that a test did, step by step, and redo it: each state is one that was there, to the last row."""
    if request.node.get_closest_marker(OUTSIDE_UNDO) or "library" not in request.fixturenames:
        yield
        return
    library: Library = request.getfixturevalue("library")
    states = [dump(library)]

    def note(_: Change) -> None:
        states.append(dump(library))

    library.listeners.append(note)
    yield
    library.listeners.remove(note)
    _retrace(library, states)


def _retrace(library: Library, states: list[Rows]) -> None:
    while library.redo_step is not None:
        library.redo()
    back = [dump(library)]
    while library.undo_step is not None:
        library.undo()
        back.append(dump(library))
    assert back[-1] == states[0], "undoing everything leads back to the beginning"
    assert all(state in states for state in back), "undo leads to states that were there"
    for state in reversed(back[:-1]):
        library.redo()
        assert dump(library) == state, "redo leads to the state that undo left"
    assert library.verify() == []


@pytest.fixture
def day(library: Library) -> int:
    """A study day with one part and nothing in it."""
    return study_days.create(library, "Formatief handelen")


@pytest.fixture
def part(library: Library, day: int) -> int:
    return library.of_day(Part, day)[0].id


@pytest.fixture
def add(library: Library, day: int, part: int) -> Callable[..., int]:
    """Add a block at the end of the part: `add("Opening", 15)`."""

    def add(title: str, minutes: int = 30, **fields: object) -> int:
        block = Block(title=title, minutes=minutes, **{"phase": Phase.KNOWLEDGE, **fields})  # type: ignore[arg-type]
        return programme.add_block(library, day, block, Spot(part=part))

    return add


@pytest.fixture
def titles(library: Library, day: int) -> Callable[..., list[str]]:
    """Return the titles of the blocks in a part or round, or parked, in order."""

    def titles(*, part: int | None = None, round: int | None = None) -> list[str]:
        return [block.title for block in library.of_day(Block, day) if (block.part, block.round) == (part, round)]

    return titles
