"""Places on the picture of the thread."""

from PySide6.QtCore import QPoint

from studydag.model.store.library import Library
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference
from studydag.ui.thread.canvas import ThreadCanvas
from tests.ui.programme import day


def spot(canvas: ThreadCanvas, reference: Reference) -> QPoint:
    """Bring a thing into view, and return the middle of it."""
    canvas.show_knot(reference)
    rect = canvas.rect_of(reference)
    assert rect is not None
    return rect.center().toPoint()


def unlinked(library: Library) -> tuple[Goal, Block]:
    """Return a goal and a block of the day that aren't linked, and whose nodes both stand apart."""
    found = day(library)
    return next(
        (goal, block) for goal in found.goals for block in found.blocks if block.goals and goal.id not in block.goals
    )
