"""Allots in a thread of its own, so that the window stays alive, with progress and a button to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from studydag.language import Language
from studydag.model.values.allotting import Allotting
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

PATIENCE = 250
"""Milliseconds before the progress is shown."""


class Working(QObject):
    """One allotment that is being worked out. `done` carries it, or None where it was stopped; `failed` the error.

    `stopped` comes at once, when it is given up, and `done` then whenever the thread gets there.
    """

    came_on = Signal(int)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(
        self, day: StudyDay, setting: Setting, *, near: bool, keep_small: bool, parent: QObject | None = None
    ) -> None:
        """Work on values; with `near`, as little as can be changes against the places that stand."""
        super().__init__(parent)
        self._day, self._setting = day, setting
        self._near, self._keep_small = near, keep_small
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="allot", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Give up: what is found after this is not for anybody any more, and the thread ends as soon as it can."""
        self._stopped.set()
        self.stopped.emit()

    @property
    def is_stopped(self) -> bool:
        """Whether it was given up."""
        return self._stopped.is_set()

    def _run(self) -> None:
        from studydag.model.rules.choices.allot import allot

        try:
            found = allot(
                self._day,
                self._setting,
                near=self._day.allotments if self._near else None,
                keep_small=self._keep_small,
                going=self._going,
            )
        except Exception as error:
            self.failed.emit(error)
            return
        self.done.emit(None if self._stopped.is_set() else found)

    def _going(self, share: float) -> bool:
        self.came_on.emit(min(round(share * 100), 99))
        return not self._stopped.is_set()


def work_out(
    working: Working,
    window: QWidget,
    language: Language,
    then: Callable[[Allotting], None],
    *,
    fail: Callable[[Exception], object],
) -> None:
    """Begin, show how far it is, and give what was found to `then`; nothing where it was stopped."""
    progress = _progress(window, language)

    def come_on(share: int) -> None:
        # It would show itself again.
        if not working.is_stopped:
            _show_share(progress, share, language)

    def end() -> None:
        progress.reset()
        progress.deleteLater()

    def stop() -> None:
        # The thread may need a while to notice: nobody waits for it, and what it still tells isn't shown any more.
        working.stop()
        end()

    def done(found: Allotting | None) -> None:
        working.deleteLater()
        if not working.is_stopped:
            end()
            if found is not None:
                then(found)

    def failed(error: Exception) -> None:
        working.deleteLater()
        if not working.is_stopped:
            end()
            fail(error)

    working.came_on.connect(come_on)
    progress.canceled.connect(stop)
    working.done.connect(done)
    working.failed.connect(failed)
    working.start()


def _show_share(progress: QProgressDialog, share: int, language: Language) -> None:
    """Show how far it is; as long as nobody knows, it is busy."""
    if not share:
        return
    if not progress.maximum():
        progress.setRange(0, 100)
        progress.setLabelText(language.gettext("Everybody who can has a place; now as many choices as possible…"))
    progress.setValue(share)


def _progress(window: QWidget, language: Language) -> QProgressDialog:
    progress = QProgressDialog(
        language.gettext("Looking for a place for everybody in every round…"), language.gettext("Cancel"), 0, 0, window
    )
    # It is measured in plain letters: as the default it would be strong, and cut off. Nor is Enter to stop anything.
    for button in progress.findChildren(QPushButton):
        button.setAutoDefault(False)
    progress.setWindowTitle(language.gettext("Give out places"))
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE)
    return progress
