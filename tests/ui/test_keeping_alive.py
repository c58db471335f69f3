"""While the window waits for a file that another program holds it draws, and nothing else begins."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydag.ui.keeping_alive import keep_alive


class Drawn(QWidget):
    times = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.times += 1


def test_the_window_draws_while_it_waits_and_what_is_due_comes_afterwards(qtbot: QtBot):
    widget = Drawn()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    due: list[str] = []
    timer = QTimer(widget, singleShot=True, interval=0)
    timer.timeout.connect(lambda: due.append("writes"))
    timer.start()
    widget.times = 0
    widget.update()
    keep_alive(0)
    assert (widget.times, due) == (1, [])
    qtbot.waitUntil(lambda: due == ["writes"])
