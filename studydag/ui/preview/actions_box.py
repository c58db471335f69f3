"""The buttons of what can be done with a document; beside each other where there is room for two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from studydag.export.documents import DOCX, EML, ICS, MD, PDF, TXT, XLSX, Document
from studydag.export.printing_tips import printing_tip
from studydag.language import Language
from studydag.model.values.wording import N_
from studydag.ui.menu import Menu
from studydag.ui.spoken_roles import SpokenAs, speak_as

SHORT: Final = 34
"""In lines of text: on a page less high than this what is used less stands in a menu."""


FORMS: Final[Mapping[str, tuple[str, str]]] = {
    DOCX: (N_("Word file…"), N_("Save it as a file to edit in Word or LibreOffice")),
    XLSX: (N_("Excel file…"), N_("Save it as a table with filters, for Excel or LibreOffice")),
    ICS: (N_("Calendar file…"), N_("Save the dates as a file that Outlook, Google and Apple calendars can read")),
    MD: (N_("Markdown text…"), N_("Save it as text with Markdown, for web pages and notes")),
    TXT: (N_("Plain text…"), N_("Save it as text without layout, to paste into an e-mail or a forms service")),
    EML: (N_("Draft e-mail"), N_("Open an e-mail with the documents attached, to read over and send yourself")),
}
"""What each form beside PDF is called, and what it is for, to be translated."""
PASTED: Final = (TXT, MD)
"""The forms that can be copied to the clipboard as well."""


class ActionsBox(QWidget):
    """Buttons to save, print, open, and save all; the other forms of a document stand in a menu.

    `wanted` says in which form it is to be saved, or opened where that is a mail; `copied` which text to copy.
    """

    wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        _ = language.gettext
        self.save = QPushButton(_("Save as PDF…"), self)
        self.save.setDefault(True)
        self.save.setProperty("role", "primary")
        self.print = QPushButton(_("Print…"), self)
        self.open = QPushButton(_("Open"), self)
        self.open.setToolTip(_("Open it in the program that this computer has for PDF files"))
        self.other = QPushButton(_("In another form"), self)
        self.other.setToolTip(_("For Word, Excel, a calendar, an e-mail, or as text to paste"))
        self.other.setMenu(Menu(self.other))
        speak_as(self.other, SpokenAs.MENU)
        self.save_all = QPushButton(_("Save all documents…"), self)
        self.more = QPushButton(_("More"), self)
        self.more.setMenu(Menu(self.more))
        speak_as(self.more, SpokenAs.MENU)
        self._language = language
        self._offered = ""
        self._has_others = True
        self._is_short = False
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 6, 10, 8)
        self._grid.setSpacing(6)
        for button in (self.save, self.print, self.open, self.other, self.save_all, self.more):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    def offer(self, document: Document) -> None:
        """Offer the other forms that a document has."""
        if self._offered == document.name:
            return
        self._offered = document.name
        self.print.setToolTip(printing_tip(document, self._language))
        menu = self.other.menu()
        menu.clear()
        menu.setToolTipsVisible(True)
        _ = self._language.gettext
        endings = [ending for ending in document.endings if ending != PDF]
        for ending in endings:
            text, tip = map(_, FORMS[ending])
            # What is something else than the document is named; of what is the same, the form.
            called = document.called.get(ending, "")
            action = menu.addAction(f"{_(called)}…" if called else text)
            action.setToolTip(tip)
            action.triggered.connect(lambda _checked=False, each=ending: self.wanted.emit(each))
        pasted = [ending for ending in PASTED if ending in endings]
        if pasted:
            menu.addSeparator()
            copy = menu.addAction(_("Copy as text"))
            copy.triggered.connect(lambda _checked=False, each=pasted[0]: self.copied.emit(each))
        self._has_others = bool(endings)
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
        widest = max(button.minimumSizeHint().width() for button in (self.save, self.print, self.open, self.other))
        room = event.size().width() - margins.left() - margins.right() - self._grid.spacing()
        columns = 2 if room >= 2 * widest else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        less_used = [self.open, self.other, self.save_all] if self._has_others else [self.open, self.save_all]
        shown = [self.save, self.print, self.more] if self._is_short else [self.save, self.print, *less_used]
        for button in (self.save, self.print, self.open, self.other, self.save_all, self.more):
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
            if button is self.other:
                menu.addMenu(button.menu()).setText(button.text())
            else:
                menu.addAction(button.text(), button.click)
