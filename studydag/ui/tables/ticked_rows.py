"""Lines of a list with a box to tick: high enough for the box in every font."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

HIGH, BOX = 1.7, 2.2
"""How high a line is, and how wide its box with what is around it, in lines of text."""


def make_ticked(item: QTreeWidgetItem, tree: QTreeWidget, *, on: bool, can_change: bool = True) -> None:
    """Give a line of a tree a box, ticked or not."""
    if can_change:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    metrics = tree.fontMetrics()
    wide = metrics.horizontalAdvance(item.text(0)) + round(metrics.height() * BOX)
    item.setSizeHint(0, QSize(wide, round(metrics.height() * HIGH)))
