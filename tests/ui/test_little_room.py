"""What gives way where a window is small or letters are large: pages scroll, heads and fields go on below."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.asking.dialog import Dialog
from studydag.ui.layouts.beside import Beside
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.layouts.head_layout import HeadLayout
from studydag.ui.layouts.part_scroll import PartScroll
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.widgets.link_button import ShortenedButton


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize(("height", "scrolls"), [(300, False), (120, True)])
def test_a_part_scrolls_only_where_it_can_do_with_no_less(qtbot: QtBot, height: int, *, scrolls: bool):
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    table = QWidget(part)
    table.setMinimumHeight(200)
    column.addWidget(table)
    scroll = PartScroll(part)
    shown(qtbot, scroll, 300, height)
    assert scroll.verticalScrollBar().isVisible() is scrolls
    assert part.height() == max(height, 200)
    table.setMinimumHeight(400)
    settle()
    assert part.height() == 400
    assert part.width() == scroll.viewport().width()


def test_a_part_that_needs_little_asks_for_no_more(qtbot: QtBot):
    part = QWidget()
    QVBoxLayout(part).addWidget(QPushButton("One", part))
    scroll = PartScroll(part)
    qtbot.addWidget(scroll)
    assert scroll.minimumSizeHint().height() == part.minimumSizeHint().height()


def test_the_buttons_of_a_list_go_below_its_heading_where_they_do_not_fit(qtbot: QtBot):
    head = QWidget()
    layout = HeadLayout(head)
    heading = QLabel("Practice cases", head)
    heading.setWordWrap(True)
    layout.addWidget(heading)
    buttons = [QToolButton(head) for _ in range(3)]
    for button in buttons:
        button.setText("A long word")
        layout.addWidget(button)
    shown(qtbot, head, 600, layout.heightForWidth(600))
    assert all(button.geometry().center().y() == heading.geometry().center().y() for button in buttons)
    assert buttons[-1].geometry().right() == head.width() - 1
    narrow = buttons[0].sizeHint().width() * 2 + 10
    head.resize(narrow, layout.heightForWidth(narrow))
    settle()
    assert buttons[0].y() > heading.geometry().bottom()
    assert buttons[2].y() > buttons[1].geometry().bottom()
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_a_head_within_another_layout_is_as_high_as_its_buttons_need_when_they_change(qtbot: QtBot):
    holder = QWidget()
    column = QVBoxLayout(holder)
    head = HeadLayout()
    head.addWidget(QLabel("Practice cases", holder))
    button = QToolButton(holder)
    head.addWidget(button)
    column.addLayout(head)
    column.addStretch(1)
    shown(qtbot, holder, 200, 300)
    high = head.geometry().height()
    button.setText("More words than have room beside it")
    settle()
    assert head.geometry().height() > high
    button.hide()
    settle()
    assert head.geometry().height() <= high


def test_lines_in_the_middle_are_alike_and_none_ends_with_one_item_by_itself(qtbot: QtBot):
    holder = QWidget()
    row = FlowLayout(holder, spacing=0, centred=True)
    buttons = [QPushButton("Word", holder) for _ in range(6)]
    for button in buttons:
        button.setFixedSize(100, 20)
        row.addWidget(button)
    shown(qtbot, holder, 550, row.heightForWidth(550))
    assert [button.y() for button in buttons] == [buttons[0].y()] * 3 + [buttons[3].y()] * 3
    assert buttons[3].y() > buttons[0].y()


def test_fields_stand_above_each_other_where_they_do_not_fit_beside_each_other(qtbot: QtBot):
    holder = QWidget()
    beside = Beside(holder, spacing=3)
    first, second = QPushButton("First"), QPushButton("Second")
    for button in (first, second):
        button.setMinimumWidth(150)
        beside.add(button, 1)
    shown(qtbot, holder, 400, 200)
    beside.resize(320, 60)
    assert second.x() > first.geometry().right()
    assert beside.minimumSizeHint().width() == 150
    beside.resize(200, 90)
    settle()
    assert second.y() > first.geometry().bottom()


def test_a_text_that_gets_wider_is_lower_again(qtbot: QtBot):
    label = WrappedLabel("Some words that take many lines where there is little room for them")
    shown(qtbot, label, 60, 300)
    high = label.minimumHeight()
    label.resize(600, 300)
    assert label.minimumHeight() < high


def test_a_button_that_shortens_its_text_has_all_of_it_in_its_tip(qtbot: QtBot):
    button = ShortenedButton("Delete part with its blocks", lambda: None)
    shown(qtbot, button, 90, 30)
    assert button.text().endswith("…")
    assert button.toolTip() == "Delete part with its blocks"
    assert button.minimumSizeHint().width() < 90


def test_a_line_shortens_a_button_that_is_wider_than_all_of_it(qtbot: QtBot):
    holder = QWidget()
    row = FlowLayout(holder, spacing=8, centred=True)
    long, short = ShortenedButton("Give out ‘a round of many words’ by group", print), ShortenedButton("Short", print)
    row.addWidget(long)
    row.addWidget(short)
    shown(qtbot, holder, 150, 80)
    assert (long.width(), long.text()[-1]) == (150, "…")
    assert short.y() > long.geometry().bottom()


def test_a_dialog_grows_by_the_problem_that_is_told_and_gets_lower_again(qtbot: QtBot):
    dialog = Dialog("Title", Language.of("en"), None, accept="Accept")
    qtbot.addWidget(dialog)
    dialog.add_field("Name", QLineEdit(dialog))
    dialog.fit()
    dialog.show()
    settle()
    high = dialog.height()
    dialog.say_problem("Type a name.")
    settle()
    assert dialog.height() > high
    assert dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width())
    dialog.say_problem("")
    settle()
    assert dialog.height() == high


def test_a_word_that_is_wider_than_its_label_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    label = WrappedLabel("Wie doet de professionaliseringsaanvraag?")
    qtbot.addWidget(label)
    wide = label.fontMetrics().horizontalAdvance("professionaliserin")
    label.setFixedWidth(wide)
    label.show()
    whole = label.fontMetrics().boundingRect(QRect(0, 0, wide, 1000), Qt.TextFlag.TextWordWrap, QLabel.text(label))
    assert whole.width() <= wide
    assert label.minimumHeight() >= 3 * label.fontMetrics().height()
    assert label.text() == "Wie doet de professionaliseringsaanvraag?"
    label.setFixedWidth(1000)
    assert label.minimumHeight() < 2 * label.fontMetrics().height()
