"""What is cut off in a window or dialog: labels, buttons and lines smaller than their text, and what sticks out."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QToolBar, QWidget

from studydag.ui.layouts.one_line import OneLine
from tests.ui.windows import in_view


def cut_off(window: QWidget) -> Iterator[str]:
    """Yield labels and buttons that are smaller than their text, as far as they are in view or can be scrolled to."""
    for label in in_view(window, QLabel):
        # What shortens itself has all of its text in its tip.
        if label.text() and (label.wordWrap() or not isinstance(label, OneLine)):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            narrow = not label.wordWrap() and label.width() < label.sizeHint().width()
            if narrow or label.height() < needed:
                yield f"label {label.text()!r}: {label.width()}x{label.height()}"
    for button in in_view(window, QAbstractButton):
        in_bar = isinstance(button.parentWidget(), QToolBar)
        if button.text() and not in_bar and button.width() < button.minimumSizeHint().width():
            yield f"button {button.text()!r}: {button.width()} of {button.minimumSizeHint().width()}"
    for line in in_view(window, QLineEdit):
        if line.height() < line.fontMetrics().height():
            yield f"line {line.accessibleName()!r}: {line.height()}"
    for area in in_view(window, QScrollArea):
        inner = area.widget()
        if inner is not None and _sticks_out(area, inner):
            yield f"scroll area of {type(inner).__name__}: {inner.width()} in {area.viewport().width()}"


def _sticks_out(area: QScrollArea, inner: QWidget) -> bool:
    never = area.horizontalScrollBarPolicy() == area.horizontalScrollBarPolicy().ScrollBarAlwaysOff
    return never and inner.width() > area.viewport().width()
