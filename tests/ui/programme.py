"""What tests of the programme look up: the page in view, and the blocks of the day by the beginning of their titles."""

from collections.abc import Callable

from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage


def programme_page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    """Show the programme of the day in view."""
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    return found


def day(library: Library) -> StudyDay:
    """Return the day in view."""
    return library.get(StudyDay, 1)


def block(library: Library, title: str) -> Block:
    """Return the first block whose title begins like this."""
    return next(each for each in day(library).blocks if each.title.startswith(title))


def titles(library: Library) -> list[str]:
    """Return the titles in the order of time, without those of options."""
    return [slot.block.title for slot in schedule(day(library))]


def choose(page: ProgrammePage, title: str) -> int:
    """Select the block whose title begins like this, and return its id."""
    number = block(page.workspace.library, title).id
    page.selected.choose([number])
    return number


def cell(page: ProgrammePage, block_id: int, column: int) -> str:
    """Return what a cell of the list says."""
    return page.list.things.index(page.list.things.row_of(block_id), column).data()
