"""A window on a library with the worked example and an evening."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme, study_days
from studydag.model.store.library import Library
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Person
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from tests.ui.windows import open_window, parts


@pytest.fixture(scope="module")
def made_once(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with the worked example and an evening."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("evening") / "school.studydag"))
    with Library.open(path) as library:
        part = Part(date=dt.date(2027, 5, 20), start=dt.time(19), end=dt.time(21))
        evening = study_days.create(library, "Ouderavond", first_part=part)
        programme.add_block(library, evening, Block(title="Gesprek over toetsdruk"))
        editing.create(library, Goal(sentence="Ouders kennen de toetsweek"), ("study_day", evening))
        editing.create(library, Person(name="Łukasz Čapek"))
    return path


@pytest.fixture
def window(qtbot: QtBot, look: Look, made_once: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with that library, the example in view."""
    path = Path(shutil.copy(made_once, tmp_path / "school.studydag"))
    made = open_window(qtbot, look, path)
    parts(made)[0].show_day(1)
    yield made
    made.close()
