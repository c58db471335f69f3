"""Rows of lists that assistive technology ticks, though Qt offers it no more than to select them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from studydag.ui.tables.spoken_rows import choose_from_outside, tick_from_outside

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def bare(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QListWidget:
    """Three rows to tick, the first of which is the current one; somebody listens."""
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    rows = QListWidget()
    qtbot.addWidget(rows)
    for name in ("Talen", "Exact", "Kunst"):
        QListWidgetItem(name, rows).setCheckState(OFF)
    rows.show()
    QApplication.processEvents()
    return rows


@pytest.fixture
def rows(bare: QListWidget) -> QListWidget:
    """The same, that can be ticked from outside."""
    tick_from_outside(bare)
    return bare


def toggle(rows: QListWidget, row: int) -> list[Qt.CheckState]:
    """Do what a client does with a row, and return which rows are ticked then."""
    told = QAccessible.queryAccessibleInterface(rows).child(row)
    told.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    QApplication.processEvents()
    return [rows.item(place).checkState() for place in range(rows.count())]


def test_a_row_is_ticked_and_unticked_from_outside(rows: QListWidget):
    assert toggle(rows, 1) == [OFF, ON, OFF]
    assert rows.currentRow() == 1
    assert toggle(rows, 1) == [OFF, OFF, OFF]
    assert toggle(rows, 1) == [OFF, ON, OFF]
    assert toggle(rows, 0) == [ON, ON, OFF]
    assert rows.currentRow() == 0


def test_keys_and_clicks_that_select_a_row_tick_nothing(qtbot: QtBot, rows: QListWidget):
    rows.setCurrentRow(0)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert rows.item(1).isSelected()
    where = rows.visualItemRect(rows.item(2))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    QApplication.processEvents()
    rows.item(0).setFlags(rows.item(0).flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    assert toggle(rows, 0) == [OFF, OFF, OFF]


def test_a_row_that_is_selected_from_outside_is_chosen(bare: QListWidget):
    chosen: list[int] = []
    choose_from_outside(bare, lambda: chosen.append(bare.currentRow()))
    bare.setCurrentRow(1)
    QApplication.processEvents()
    assert chosen == []
    toggle(bare, 2)
    toggle(bare, 2)
    assert chosen == [2, 2]


def test_a_list_that_is_filled_anew_chooses_nothing(bare: QListWidget):
    chosen: list[int] = []
    choose_from_outside(bare, lambda: chosen.append(bare.currentRow()))
    for _ in range(2):
        bare.clear()
        bare.addItems(["Een", "Twee"])
        bare.setCurrentRow(0)
        QApplication.processEvents()
    assert chosen == []
    toggle(bare, 1)
    assert chosen == [1]
