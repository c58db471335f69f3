"""Which screen the hall sees, and where the presenter's buttons stand then: on another screen, or below the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QLayout, QWidget

from studydag.language import Language
from studydag.ui.memory import Memory
from studydag.ui.running.controls import Controls
from studydag.ui.running.presenter import PresenterWindow

SCREEN, CONTROLS = "run_screen", "run_controls"


class Screens(QObject):
    """Moves the hall's window from screen to screen, and the buttons with it; both choices are remembered."""

    presenter_shown = Signal()
    """The presenter has a window, which shows nothing yet if it is new."""

    def __init__(self, hall: QWidget, controls: Controls, below: QLayout, language: Language, memory: Memory) -> None:
        """Begin with the buttons in the layout `below` what the hall sees."""
        super().__init__(hall)
        self._hall = hall
        self._controls = controls
        self._below = below
        self._language = language
        self._memory = memory
        self.presenter: PresenterWindow | None = None
        below.addWidget(controls)
        controls.setVisible(self._shows_controls)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._place_controls_soon)
        application.screenRemoved.connect(self._place_controls_soon)

    @property
    def asking(self) -> QWidget:
        """The window in which questions are asked: the hall needn't see them."""
        return self._hall if self.presenter is None else self.presenter

    def show_on(self, screens: Sequence[QScreen], beside: QScreen) -> None:
        """Fill a screen: the one of last time if it is there, else one other than that which it stands `beside`."""
        wanted = next((screen for screen in screens if screen.name() == self._memory.text(SCREEN)), None)
        other = next((screen for screen in screens if screen is not beside), beside)
        self._fill(wanted or other)

    def to_next(self) -> None:
        """Fill the next screen, and remember it."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            screen = screens[(screens.index(self._hall.screen()) + 1) % len(screens)]
            self._memory.keep_text(SCREEN, screen.name())
            self._fill(screen)

    def toggle_controls(self) -> bool:
        """Hide or show the buttons, and remember it; return whether they are shown now."""
        self._memory.keep_text(CONTROLS, "hidden" if self._shows_controls else "")
        self._place_controls()
        return self._shows_controls

    def show_presenter(self, screen: QScreen | None) -> None:
        """Show what only the presenter needs on a screen of its own; None: below what the hall sees."""
        if screen is None and self.presenter is not None:
            presenter, self.presenter = self.presenter, None
            self._below.addWidget(self._controls)
            presenter.hide()
            presenter.deleteLater()
        elif screen is not None:
            if self.presenter is None:
                self.presenter = PresenterWindow(self._language, self._hall)
                self.presenter.take_in(self._controls)
            self.presenter.show_on(screen)
            self.presenter_shown.emit()

    @property
    def _shows_controls(self) -> bool:
        return self._memory.text(CONTROLS) != "hidden"

    def _fill(self, screen: QScreen) -> None:
        self._hall.setScreen(screen)
        self._hall.setGeometry(screen.geometry())
        self._hall.showFullScreen()
        self._place_controls()

    def _place_controls_soon(self) -> None:
        # Qt moves windows by itself first.
        QTimer.singleShot(0, self, self._place_controls)

    def _place_controls(self) -> None:
        """Have the buttons on another screen than the hall's, where there is one, and below the rest otherwise."""
        hall = self._hall.screen()
        self.show_presenter(next((each for each in QGuiApplication.screens() if each is not hall), None))
        self._controls.setVisible(self._shows_controls)
        if self.presenter is not None:
            self.presenter.setVisible(self._shows_controls)
