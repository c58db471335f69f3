"""A day with one round to give out places for, in view on the page of choices."""

import shutil
from collections.abc import Callable
from pathlib import Path

from studydag.model.operations import choices as choice_verbs
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.choices import Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.page import Page
from tests.ui.programme import day


def with_places(example_file: Path, folder: Path) -> Path:
    """Make a closed library whose day has one round of two options for two people each, and three people."""
    path = Path(shutil.copy(example_file, folder / "school.studydag"))
    with Library.open(path, check=False) as library:
        for each in day(library).registrations:
            editing.delete(library, Registration, each.id)
        round_id, first, second = round_of(library)
        for option in options_of(library):
            editing.change(library, Block, option, capacity=2, minimum=None, cancelled=option not in {first, second})
        for name in ("Ada", "Bo", "Cem"):
            person = editing.create(library, Registration(name=name), ("study_day", 1))
            choice_verbs.set_wishes(library, person, round_id, [first, second])
    return path


def choices_page(show: Callable[[type[Page]], Page]) -> ChoicesPage:
    """Show the board of that day."""
    found = show(ChoicesPage)
    assert isinstance(found, ChoicesPage)
    found.tabs.show_part(found.board)
    return found


def options_of(library: Library) -> list[int]:
    """Return the options of its round."""
    round_id = next(block.id for block in day(library).blocks if block.kind is BlockKind.ROUND)
    return [block.id for block in day(library).blocks if block.round == round_id]


def round_of(library: Library) -> tuple[int, int, int]:
    """Return its round, and the first two options of that."""
    round_id = next(block.id for block in day(library).blocks if block.kind is BlockKind.ROUND)
    first, second = options_of(library)[:2]
    return round_id, first, second


def person(library: Library, name: str) -> int:
    """Return who signed up with this name."""
    return next(each.id for each in day(library).registrations if each.name == name)
