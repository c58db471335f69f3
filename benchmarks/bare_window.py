"""The floor for the start of the window: an empty Qt window with a list, and when its first frame is painted."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class Painted(QObject):
    """Prints the time of the first paint, in seconds since 1970, and ends."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Look for it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Say when."""
        print(time.time(), flush=True)
        QApplication.quit()


def main() -> int:
    """Show it until it is painted."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QListView())
    window.resize(1366, 820)
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
