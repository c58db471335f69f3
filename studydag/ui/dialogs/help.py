"""The help, offline and in both languages: short pages beside the window, one for each page of a study day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.resources import resource
from studydag.ui.layouts.flipping import thin_handles
from studydag.ui.memory import memory_of
from studydag.ui.spoken_roles import SpokenAs, speak_as

NAME = "help"
PAGE = Qt.ItemDataRole.UserRole + 1
FEWEST = 72
"""In characters: how wide the list of pages and a page are at least together, where the screen is."""
ORDER = (
    "start",
    "overview",
    "goals",
    "programme",
    "choices",
    "people",
    "follow_up",
    "effect",
    "print",
    "school",
    "safety",
    "keys",
)


class HelpWindow(QWidget):
    """A window of its own that stays while you work."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        """List the pages."""
        super().__init__(parent, Qt.WindowType.Window)
        _ = language.gettext
        self.setObjectName(NAME)
        speak_as(self, SpokenAs.WINDOW)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self._folder = resource("help", language.code)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Pages of the help"))
        self.browser = QTextBrowser(self)
        self.browser.setAccessibleName(_("Help"))
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(20)
        self.browser.anchorClicked.connect(self._follow)
        for name in ORDER:
            page = self._folder / f"{name}.md"
            if page.is_file():
                item = QListWidgetItem(_title(page), self.list)
                item.setData(PAGE, name)
        self.list.currentItemChanged.connect(self._show_item)
        splitter = QSplitter(self)
        thin_handles(splitter)
        splitter.addWidget(self.list)
        splitter.addWidget(self.browser)
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(splitter)
        wide = self.fontMetrics().averageCharWidth()
        splitter.setSizes([wide * 26, wide * 84])
        self._memory = memory_of(parent)
        self._take_place(parent)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def _take_place(self, beside: QWidget) -> None:
        """Stand where the help stood last time, at first in the middle of the window that it belongs to."""
        room, character = self.screen().availableGeometry(), self.fontMetrics().averageCharWidth()
        if self._memory is not None and self.restoreGeometry(self._memory.state(NAME)):
            # With larger letters than last time words would break in their middle.
            least = min(character * FEWEST, int(room.width() * 0.9))
            if self.width() < least:
                self.resize(least, self.height())
                self.move(max(room.left(), min(self.x(), room.right() - self.frameGeometry().width())), self.y())
            return
        wide, high = character * 110, self.fontMetrics().height() * 34
        self.resize(min(wide, int(room.width() * 0.9)), min(high, int(room.height() * 0.9)))
        place = self.frameGeometry()
        place.moveCenter(beside.window().frameGeometry().center())
        place.moveTo(max(place.left(), room.left()), max(place.top(), room.top()))
        self.move(place.topLeft())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it stood."""
        if self._memory is not None:
            self._memory.keep_state(NAME, self.saveGeometry())
        super().closeEvent(event)

    @classmethod
    def show_beside(cls, window: QWidget, language: Language, page: str) -> HelpWindow:
        """Open the help at a page, or bring the one that is open to it."""
        found = window.findChild(HelpWindow, NAME)
        shown = found if isinstance(found, HelpWindow) else cls(language, window)
        shown.show_page(page)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        return shown

    def show_page(self, name: str) -> None:
        """Show a page, or the first where there is none of that name."""
        # To bring a line into view the list lays out all of them, for which it must be dressed.
        self.list.ensurePolished()
        self.list.doItemsLayout()
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(PAGE) == name]
        self.list.setCurrentRow(rows[0] if rows else 0)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            text = (self._folder / f"{item.data(PAGE)}.md").read_text(encoding="utf-8")
            self.browser.setMarkdown(text)

    def _follow(self, link: QUrl) -> None:
        """Follow a link to another page; there are no others."""
        self.show_page(Path(link.path()).stem)


def _title(page: Path) -> str:
    with page.open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").strip()
