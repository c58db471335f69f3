"""The buttons of what can be done with a document; beside each other where there is room for two."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QSizePolicy, QWidget

from studydag.export.documents import ICS, TXT
from studydag.language import Language

SHORT: Final = 34
"""In lines of text: on a page less high than this what is used less stands in a menu."""


class ActionsBox(QWidget):
    """Buttons to save, print, open, and save all."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        _ = language.gettext
        self.save = QPushButton(_("Save as PDF…"), self)
        self.save.setDefault(True)
        self.print = QPushButton(_("Print…"), self)
        self.open = QPushButton(_("Open"), self)
        self.open.setToolTip(_("Open it in the program that this computer has for PDF files"))
        self._others = {
            ICS: (_("Calendar file…"), _("Save the dates as a file that Outlook, Google and Apple calendars take in")),
            TXT: (_("Text to paste…"), _("Save the questions as a text to paste into Microsoft or Google Forms")),
        }
        self.calendar = QPushButton(self)
        self.save_all = QPushButton(_("Save all documents…"), self)
        self.more = QPushButton(_("More"), self)
        self.more.setMenu(QMenu(self.more))
        self._has_calendar = True
        self.calendar.setText(self._others[ICS][0])
        self._is_short = False
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 6, 10, 8)
        self._grid.setSpacing(6)
        for button in (self.save, self.print, self.open, self.calendar, self.save_all, self.more):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    def offer(self, ending: str) -> None:
        """Offer the document in another form as well: as a calendar, as a text, or not."""
        self._has_calendar = bool(ending)
        if ending:
            text, tip = self._others[ending]
            self.calendar.setText(text)
            self.calendar.setToolTip(tip)
        self._arrange()

    def fit_height(self, height: int) -> None:
        """Take less room on a page that is not high."""
        short = height < SHORT * self.fontMetrics().height()
        if short != self._is_short:
            self._is_short = short
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in one or two columns."""
        super().resizeEvent(event)
        margins = self._grid.contentsMargins()
        widest = max(button.minimumSizeHint().width() for button in (self.save, self.print, self.open, self.calendar))
        room = event.size().width() - margins.left() - margins.right() - self._grid.spacing()
        columns = 2 if room >= 2 * widest else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        less_used = [self.open, self.calendar, self.save_all] if self._has_calendar else [self.open, self.save_all]
        shown = [self.save, self.print, self.more] if self._is_short else [self.save, self.print, *less_used]
        for button in (self.save, self.print, self.open, self.calendar, self.save_all, self.more):
            self._grid.removeWidget(button)
            button.setVisible(button in shown)
        row = column = 0
        for place, button in enumerate(shown):
            last = place == len(shown) - 1
            self._grid.addWidget(button, row, column, 1, self._columns - column if last else 1)
            column = (column + 1) % self._columns
            row += column == 0
        # With one column alone the second keeps no room.
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, self._columns - 1)
        menu = self.more.menu()
        menu.clear()
        for button in less_used:
            menu.addAction(button.text(), button.click)
