"""Where the arrow keys lead to on the picture of the thread: within a column, and along the links to its sides."""

from __future__ import annotations

from PySide6.QtCore import Qt

from studydag.model.rules.threads.thread_picture import ThreadPicture
from studydag.model.rules.threads.thread_web import Web
from studydag.model.values.references import Reference
from studydag.ui.thread.linking import nearest

STEPS = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)


def step(
    web: Web, picture: ThreadPicture, start: Reference | None, key: Qt.Key, *, far: bool = False
) -> Reference | None:
    """Return where a key leads to; `far` (Ctrl) makes Home and End those of the whole picture."""
    everything = [reference for column in picture.columns for reference in column]
    if not everything:
        return None
    if start not in picture.boxes or start is None:
        return everything[0]
    column = picture.columns[picture.boxes[start].column]
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        return (everything if far else column)[0 if key is Qt.Key.Key_Home else -1]
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        row = column.index(start) + (1 if key is Qt.Key.Key_Down else -1)
        return column[min(max(row, 0), len(column) - 1)]
    return _beside(web, picture, start, 1 if key is Qt.Key.Key_Right else -1)


def _beside(web: Web, picture: ThreadPicture, start: Reference, towards: int) -> Reference:
    """Return the nearest linked one in the first column that has any, else the nearest of the next column.

    Without a link it stays on the same thread where it can: from an action to what measures its goal.
    """
    linked = web.after(start) if towards > 0 else web.before(start)
    if linked:
        columns = sorted({picture.boxes[each].column for each in linked}, reverse=towards < 0)
        return nearest(picture, start, [each for each in linked if picture.boxes[each].column == columns[0]])
    chain = web.chain(start)
    number = picture.boxes[start].column + towards
    while 0 <= number < len(picture.columns):
        column = picture.columns[number]
        if column:
            return nearest(picture, start, [each for each in column if each in chain] or column)
        number += towards
    return start
