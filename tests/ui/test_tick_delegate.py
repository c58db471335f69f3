from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from studydag.ui.look import Look
from studydag.ui.tables.tick_delegate import LineTicks


def test_a_box_of_which_some_are_ticked_is_neither_empty_nor_full(look: Look, qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setItemDelegate(LineTicks(tree))
    top = QTreeWidgetItem(tree, ["All"])
    top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        QTreeWidgetItem(top, ["One"]).setCheckState(0, state)
    tree.resize(200, 120)
    tree.ensurePolished()
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)
    option.rect = tree.visualItemRect(top)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree)
    seen = tree.viewport().grab().toImage()
    middle = box.center()
    assert seen.pixelColor(middle) == QColor(look.colours.accent)
    assert seen.pixelColor(middle.x(), middle.y() - 4) == QColor(look.colours.surface)
