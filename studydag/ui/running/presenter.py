"""What only the presenter sees where there are two screens: what is on, the notes with it, and the row of buttons."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.language import Language
from studydag.model.rules.on_the_day.running import LiveSlot, Run, seconds_left
from studydag.model.values.programme import Block
from studydag.ui.running.controls import Controls
from studydag.ui.running.words import RunWords
from studydag.ui.text_label import LaterLabel
from studydag.ui.timeline.words import DOT

WIDE, HIGH = 0.6, 0.4
"""Which shares of the screen it takes at first."""


class PresenterWindow(QWidget):
    """Stands on the other screen; its keys are those of the hall's, and closing one closes both."""

    def __init__(self, language: Language, hall: QWidget) -> None:
        """Begin without the buttons: `take_in` brings them here."""
        super().__init__(hall, Qt.WindowType.Window)
        self.setObjectName("presenter")
        self._language = language
        self._hall = hall
        self.setWindowTitle(language.gettext("For the presenter"))
        self.now = _line(self, 1.6, bold=True)
        self.following = _line(self, 1.2)
        self.following.setProperty("role", "quiet")
        self.notes = _line(self, 1.2)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.notes)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 8)
        inner.addWidget(self.now)
        inner.addWidget(self.following)
        inner.addWidget(area, 1)
        self._layout.addLayout(inner, 1)

    def take_in(self, controls: Controls) -> None:
        """Have the buttons here."""
        self._layout.addWidget(controls)

    def show_on(self, screen: QScreen) -> None:
        """Stand at the bottom of a screen, unless it stands on it already."""
        if self.isVisible() and self.screen() is screen:
            return
        room = screen.availableGeometry()
        wide, high = int(room.width() * WIDE), int(room.height() * HIGH)
        self.setScreen(screen)
        self.setGeometry(room.left() + (room.width() - wide) // 2, room.bottom() - high, wide, high)
        self.show()

    def show_run(self, run: Run, words: RunWords, now: dt.datetime) -> None:
        """Show how the day goes at a moment."""
        _ = self._language.gettext
        current, following = run.current, run.next
        self.now.setText(_("We’ll start soon") if current is None else self._on(current, run, words, now))
        said = "" if following is None else f"{_('Next')}: {self._timed(following, words)}"
        self.following.setText(DOT.join(each for each in (said, words.end(run)) if each))
        block = current or following
        self.notes.setText("" if block is None else self._notes(block.block))

    def _on(self, current: LiveSlot, run: Run, words: RunWords, now: dt.datetime) -> str:
        _, left = self._language.gettext, seconds_left(current, run.part, now)
        time = f"{words.countdown(left)} {_('over') if left < 0 else _('left')}"
        return DOT.join((time, words.title(current.block), words.span(current)))

    def _timed(self, live: LiveSlot, words: RunWords) -> str:
        time = f"{self._language.clock(live.start)} {words.title(live.block)}"
        return DOT.join(each for each in (time, words.where_and_who(live.block)) if each)

    def _notes(self, block: Block) -> str:
        """Return what leads should know of a block: their notes, and what to have ready."""
        texts = {name: getattr(block, name) for name in ("facilitator_notes", "preparation_text")}
        named = (
            f"{self._language.capitalised(field_name(name, self._language, Block))}\n{text}"
            for name, text in texts.items()
            if text
        )
        return "\n\n".join(named)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in the hall's window."""
        self._hall.keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the hall's window as well."""
        event.accept()
        self._hall.close()


def _line(parent: QWidget, share: float, *, bold: bool = False) -> QLabel:
    """Return a text in letters that are so many times as large as usual."""
    label = LaterLabel(parent)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * share)
    font.setBold(bold)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
