"""Linking one thing of the thread with another: dragged with the pointer, or chosen with the arrow keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt

from studydag.model.rules.threads.thread_picture import ThreadPicture
from studydag.model.rules.threads.thread_web import link_between
from studydag.model.values.references import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What is being linked, with what (so far), and where the pointer is while it is dragged."""

    start: Reference
    target: Reference | None = None
    pointer: QPointF | None = None

    @property
    def is_dragged(self) -> bool:
        """Whether the pointer chooses, and not the keys."""
        return self.pointer is not None

    def moved_to(self, pointer: QPointF, over: Reference | None) -> Linking:
        """Return it with the pointer elsewhere, in the units of the picture."""
        fits = over is not None and link_between(self.start, over) is not None
        return replace(self, pointer=pointer, target=over if fits else None)


def candidates(picture: ThreadPicture, start: Reference) -> tuple[tuple[Reference, ...], ...]:
    """Return what a thing can be linked with, column by column as they stand; columns without any are left out."""
    columns = (
        tuple(each for each in column if link_between(start, each) is not None and each != start)
        for column in picture.columns
    )
    return tuple(column for column in columns if column)


def first_target(picture: ThreadPicture, start: Reference, linked: frozenset[Reference]) -> Reference | None:
    """Return where the keys begin: the nearest in the next column to the right that isn't linked yet, else any."""
    columns = candidates(picture, start)
    own = picture.boxes[start].column
    to_right = [column for column in columns if picture.boxes[column[0]].column > own]
    for column in (*to_right, *columns):
        free = [each for each in column if each not in linked]
        if free:
            return nearest(picture, start, free)
    return nearest(picture, start, columns[0]) if columns else None


def next_target(picture: ThreadPicture, linking: Linking, key: Qt.Key) -> Reference | None:
    """Return where an arrow key leads to among what can be linked."""
    columns = candidates(picture, linking.start)
    place = next((number for number, column in enumerate(columns) if linking.target in column), None)
    if place is None or linking.target is None:
        return None
    column = columns[place]
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        row = column.index(linking.target) + (1 if key is Qt.Key.Key_Down else -1)
        return column[min(max(row, 0), len(column) - 1)]
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        return column[0 if key is Qt.Key.Key_Home else -1]
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        beside = place + (1 if key is Qt.Key.Key_Right else -1)
        return nearest(picture, linking.target, columns[beside]) if 0 <= beside < len(columns) else linking.target
    return None


def nearest(picture: ThreadPicture, start: Reference, others: tuple[Reference, ...] | list[Reference]) -> Reference:
    """Return the one of some others that lies nearest in height."""
    middle = picture.boxes[start].middle
    return min(others, key=lambda each: abs(picture.boxes[each].middle - middle))
