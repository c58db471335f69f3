"""Stacks and tabs take the room of what is seen in them, so that a short list is not stretched by a long form."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydag.ui.layouts.current_stack import CurrentStack
from studydag.ui.layouts.current_tabs import CurrentTabs


def page(height: int) -> QWidget:
    found = QWidget()
    found.setMinimumHeight(height)
    return found


def test_a_stack_is_as_high_as_the_page_in_view(qtbot: QtBot):
    stack = CurrentStack()
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint().height() <= 0
    for height in (100, 4000):
        stack.addWidget(page(height))
    assert stack.minimumSizeHint().height() == 100
    stack.setCurrentIndex(1)
    assert stack.minimumSizeHint().height() == 4000


def test_tabs_are_as_high_as_the_page_in_view_below_their_bar(qtbot: QtBot):
    tabs = CurrentTabs()
    qtbot.addWidget(tabs)
    for height in (100, 4000):
        tabs.addTab(page(height), str(height))
    bar = tabs.tabBar().sizeHint().height()
    assert 100 < tabs.minimumSizeHint().height() <= 100 + bar
    tabs.setCurrentIndex(1)
    assert tabs.minimumSizeHint().height() > 4000


class Asked(QWidget):
    """Counts how often it is asked how large it would like to be."""

    times = 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        self.times += 1
        return QSize(100, 100)


@pytest.mark.parametrize("make", [CurrentStack, CurrentTabs])
def test_what_nobody_sees_is_not_asked_how_large_it_would_like_to_be(
    qtbot: QtBot, make: type[CurrentStack] | type[CurrentTabs]
):
    around = QWidget()
    qtbot.addWidget(around)
    pages, seen, unseen = make(parent=around), Asked(), Asked()
    for each in (seen, unseen):
        pages.addTab(each, "") if isinstance(pages, CurrentTabs) else pages.addWidget(each)
    around.show()
    pages.sizeHint()

    assert seen.times
    assert not unseen.times
