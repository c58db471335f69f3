"""Waits for a file that another program holds, while the window goes on drawing and nobody begins anything else."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from studydag.moving import Patience

AT_A_TIME = 0.01
"""Seconds between two looks at what there is to draw."""
_KEPT_BACK = frozenset({QEvent.Type.Timer, QEvent.Type.Close, QEvent.Type.Quit})


class _NothingElse(QObject):
    """Keeps back what would write or close meanwhile. A timer whose turn is taken goes off again afterwards."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep back what is not drawing."""
        if event.type() not in _KEPT_BACK:
            return False
        if event.type() != QEvent.Type.Timer:
            event.ignore()
        return True


def keep_alive(seconds: float) -> None:
    """Draw for so many seconds. Keys and clicks wait until it is over."""
    application = QApplication.instance()
    until = time.perf_counter() + seconds
    others = _NothingElse()
    if application is not None:
        application.installEventFilter(others)
    try:
        while True:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            left = until - time.perf_counter()
            if left <= 0:
                return
            time.sleep(min(left, AT_A_TIME))
    finally:
        if application is not None:
            application.removeEventFilter(others)


PATIENCE_OF_THE_WINDOW = Patience(wait=keep_alive)
"""For what is written by the window's own thread."""
