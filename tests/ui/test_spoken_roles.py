"""What widgets are to assistive technology where Qt would say something else, and in which order they are told."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.dialogs.help import HelpWindow
from studydag.ui.fields.text import TextField
from studydag.ui.layouts.fold import Fold
from studydag.ui.look import Look
from studydag.ui.panels.checks_panel import ChecksPanel
from studydag.ui.preview.page_view import PageView
from studydag.ui.spoken_focus import tell_part
from studydag.ui.spoken_order import put_in_order
from studydag.ui.spoken_roles import FOCUS, PRESS, SHOW_MENU, TOGGLE, SpokenAs, beyond, speak_as
from studydag.ui.widgets.balance_bar import BalanceBar, BarPart
from studydag.ui.workspace import Workspace

Text, Role = QAccessible.Text, QAccessible.Role


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def can(interface: QAccessibleInterface) -> list[str]:
    return list(interface.actionInterface().actionNames())


def press(interface: QAccessibleInterface) -> None:
    interface.actionInterface().doAction(PRESS)
    QApplication.processEvents()


def test_a_fold_says_whether_it_is_unfolded_and_a_press_unfolds_it(qtbot: QtBot):
    fold = Fold("Voor & na", lambda: QLabel("…"))
    qtbot.addWidget(fold)
    fold.show()
    told = spoken(fold.button)
    assert (told.role(), told.text(Text.Name), can(told)) == (Role.Button, "Voor & na", [PRESS, FOCUS])
    assert (told.state().expandable, told.state().collapsed, told.state().checkable) == (1, 1, 0)
    press(told)
    assert fold.is_open
    assert (told.state().expanded, told.state().collapsed) == (1, 0)


def test_what_leads_the_keys_on_has_none_even_if_it_was_told_of_before_its_control_came(qtbot: QtBot):
    field = TextField()
    qtbot.addWidget(field)
    field.setFocusProxy(None)
    told = spoken(field)
    field.setFocusProxy(field.text)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.text.hasFocus)
    assert (told.role(), told.state().focused, spoken(field.text).state().focused) == (Role.Client, 0, 1)


def test_a_band_of_minutes_is_a_chart_that_says_them(qtbot: QtBot, look: Look):
    bar = BalanceBar(look, Language.of("nl"), "Per fase")
    qtbot.addWidget(bar)
    bar.show_parts([BarPart("kennis", 30, QColor("black"))])
    told = spoken(bar)
    assert (told.role(), told.text(Text.Name)) == (Role.Chart, "Per fase")
    assert told.text(Text.Description).startswith("kennis 30")


def test_one_of_many_is_no_tick_box(qtbot: QtBot):
    button = QPushButton("Lijst")
    qtbot.addWidget(button)
    button.setCheckable(True)
    speak_as(button, SpokenAs.ONE_OF_MANY)
    told = spoken(button)
    assert (told.role(), told.state().checked, can(told)) == (Role.RadioButton, 0, [TOGGLE, PRESS, FOCUS])
    press(told)
    assert told.state().checked
    button.setEnabled(False)
    assert can(told) == []


@pytest.mark.parametrize(
    ("tip", "name", "said"),
    [
        ("Dupliceren (Ctrl+D)", "Dupliceren", "Ctrl+D"),
        ("Dupliceren", "Dupliceren", ""),
        ("Dupliceren (Ctrl+D)", "Dupliceren: Mensen", "Ctrl+D"),
        ("Dupliceren", "Dupliceren: Mensen", ""),
        ("Een kopie maken", "Dupliceren", "Een kopie maken"),
        ("Feedback geven", "Doelen: Feedback geven", ""),
        ("Dupliceren (Ctrl+D) of slepen", "Dupliceren", "Dupliceren (Ctrl+D) of slepen"),
    ],
)
def test_a_tip_says_only_what_the_name_does_not(tip: str, name: str, said: str):
    assert beyond(tip, name) == said


def test_a_tip_that_comes_later_is_not_told_twice_either(qtbot: QtBot):
    bar = QToolBar()
    qtbot.addWidget(bar)
    undo = bar.addAction("Ongedaan maken")
    told = spoken(bar.widgetForAction(undo))
    undo.setToolTip("Ongedaan maken (Ctrl+Z)")
    assert (told.text(Text.Name), told.text(Text.Description)) == ("Ongedaan maken", "Ctrl+Z")


def test_what_a_button_is_may_be_said_after_it_was_told_of(qtbot: QtBot):
    one = QPushButton("Lijst")
    qtbot.addWidget(one)
    one.setToolTip("Lijst (F7)")
    told = spoken(one)
    assert told.role() is Role.Button
    one.setCheckable(True)
    speak_as(one, SpokenAs.ONE_OF_MANY)
    # Asked again, as assistive technology does: where Qt spoke for it until now, that is gone.
    told = spoken(one)
    assert told.role() is Role.RadioButton
    one.setMenu(QMenu(one))
    assert (told.role(), told.state().hasPopup) == (Role.ButtonMenu, 1)


def test_only_the_line_has_the_keys_and_not_what_it_stands_in(qtbot: QtBot):
    field = TextField()
    qtbot.addWidget(field)
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QLabel("…"), "Een")
    for each in (field, tabs):
        told = spoken(each)
        assert (told.role(), told.state().focusable, told.state().focused) == (Role.Client, 0, 0)


def test_the_row_or_tab_is_told_last_when_a_table_or_a_bar_takes_the_keys(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        told.append(event.accessibleInterface().text(Text.Name))

    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["Talen", "Exact"])
    rows.setCurrentRow(1)
    rows.show()
    rows.activateWindow()
    QApplication.processEvents()
    rows.setFocus()
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    tell_part(rows)
    assert told == ["Exact"]
    button = QPushButton("Klaar")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus()
    QApplication.processEvents()
    told.clear()
    tell_part(button)
    tell_part(rows)
    assert told == []


def test_points_of_attention_are_a_list_and_a_preview_is_a_document(
    qtbot: QtBot, look: Look, workspace: Workspace, tmp_path: Path
):
    panel = ChecksPanel(workspace, look)
    qtbot.addWidget(panel)
    panel.show()
    workspace.idle.finish()
    lists = [each for each in panel.findChildren(QWidget) if spoken(each).role() is Role.List]
    assert [each.accessibleName() for each in lists] == ["Aandachtspunten"]
    assert panel.cards
    assert {spoken(card).role() for card in panel.cards} == {Role.ListItem}
    assert all(spoken(card).text(Text.Name) for card in panel.cards)
    pages = PageView(look)
    qtbot.addWidget(pages)
    assert spoken(pages).role() is Role.Document
    window = HelpWindow(Language.of("nl"), panel)
    assert spoken(window).role() is Role.Window


def test_what_is_laid_out_is_told_as_it_is_read_and_what_lies_over_it_stays_there(qtbot: QtBot):
    around = QWidget()
    qtbot.addWidget(around)
    below, over, above = QLabel("onder", around), QToolButton(around), QLabel("boven", around)
    layout = QVBoxLayout(around)
    layout.addWidget(above)
    layout.addWidget(below)
    around.show()
    assert put_in_order(around) == 2
    assert [spoken(around).child(place).object() for place in range(3)] == [above, below, over]
    assert put_in_order(around) == 0


def test_tabs_come_before_their_pages_and_panes_in_their_order(qtbot: QtBot):
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    parted = QSplitter(tabs)
    second, first = QLabel("twee"), QLabel("een")
    parted.addWidget(second)
    parted.insertWidget(0, first)
    tabs.addTab(parted, "Blad")
    tabs.show()
    assert put_in_order(tabs)
    bar = spoken(tabs).child(0).object()
    assert bar is tabs.tabBar()
    panes = [spoken(parted).child(place).object() for place in range(spoken(parted).childCount())]
    assert panes[:2] == [first, second]
    assert put_in_order(tabs) == 0


def test_a_menu_that_is_open_stands_within_its_button(qtbot: QtBot):
    button = QPushButton("Doelen")
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("Iedereen geeft feedback").setCheckable(True)
    button.setMenu(menu)
    speak_as(button, SpokenAs.MENU)
    button.show()
    told = spoken(button)
    assert (told.role(), told.childCount(), can(told)) == (Role.ButtonMenu, 0, [SHOW_MENU, FOCUS])
    assert told.state().hasPopup
    menu.popup(button.pos())
    shown = told.child(0)
    assert (shown.text(Text.Name), told.indexOfChild(shown)) == ("Doelen", 0)
    assert shown.child(0).text(Text.Name) == "Iedereen geeft feedback"
    menu.close()
    assert told.childCount() == 0
