"""Lines of a list with a box to tick: high enough for the box in every font."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

HIGH = 1.7
"""Of a line, in lines of text."""


def make_ticked(item: QTreeWidgetItem, tree: QTreeWidget, *, on: bool, can_change: bool = True) -> None:
    """Give a line of a tree a box, ticked or not."""
    if can_change:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    item.setSizeHint(0, QSize(0, round(tree.fontMetrics().height() * HIGH)))
