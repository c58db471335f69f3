"""A study day in the middle of the window: its title and times, the tabs of its pages, and the page in view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from studydag.model.rules.schedule import Totals, totals
from studydag.model.values.changes import Change, Place
from studydag.model.values.findings import Severity
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.pages.register import PAGES, PageMaker
from studydag.ui.widgets.page_tabs import PageTabs, fit_tabs
from studydag.ui.workspace import Workspace

HEAD_LEFT, HEAD_RIGHT = 20, 16


class DayView(QWidget):
    """The pages of the day in view; each is made when it is first looked at. `page_changed` carries its name.

    `selection_changed` says that another page is in view, or that something else is selected on it.
    """

    page_changed = Signal(str)
    selection_changed = Signal()

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin at the first page."""
        super().__init__(parent)
        self.workspace = workspace
        self._look = look
        self._pages: dict[str, Page] = {}
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.facts = QLabel(self)
        self.facts.setProperty("role", "quiet")
        self.facts.setWordWrap(True)
        self.tabs = PageTabs(look, self)
        self.tabs.setAccessibleName(workspace.language.gettext("Pages of the study day"))
        self.setFocusProxy(self.tabs)
        self.stack = QStackedWidget(self)
        for maker in PAGES:
            self.tabs.addTab(_on_tab(workspace.language.gettext(maker.title)))
        top = QWidget(self)
        top.setObjectName("head")
        top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QVBoxLayout(top)
        head.setContentsMargins(HEAD_LEFT, 12, HEAD_RIGHT, 0)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        row.addStretch(1)
        head.addSpacing(6)
        head.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._show_tab)
        workspace.day_opened.connect(self._say)
        workspace.changed.connect(self._on_change)
        workspace.checked.connect(self._count)
        workspace.go.connect(self.reveal)
        self._say()
        self._show_tab(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tabs stand closer together where they would not all fit."""
        super().resizeEvent(event)
        fit_tabs(self.tabs, self.width() - HEAD_LEFT - HEAD_RIGHT)

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._page(PAGES[self.tabs.currentIndex()])

    def show_page(self, name: str) -> Page:
        """Bring a page into view by its name."""
        self.tabs.setCurrentIndex(next(place for place, maker in enumerate(PAGES) if maker.name == name))
        return self.page

    def reveal(self, place: Place) -> None:
        """Bring the page that shows a thing into view, select the thing there, and go to the field that is meant."""
        if _leads_to(self.page, place):
            return
        for maker in PAGES:
            if place.kind in maker.shows:
                _leads_to(self.show_page(maker.name), place)
                return

    def _page(self, maker: PageMaker) -> Page:
        if maker.name not in self._pages:
            page = maker.make(self.workspace, self._look)
            self._pages[maker.name] = page
            self.stack.addWidget(page)
            page.selection_changed.connect(self.selection_changed)
        return self._pages[maker.name]

    def _show_tab(self, index: int) -> None:
        page = self._page(PAGES[index])
        focused = self.focusWidget()
        if self.stack.isAncestorOf(focused) and not page.isAncestorOf(focused):
            # Else the keys would go wherever Qt finds the next stop, far from here.
            self.tabs.setFocus()
        self.stack.setCurrentWidget(page)
        self.page_changed.emit(PAGES[index].name)
        self.selection_changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.touches("study_day", "part", "block"):
            self.workspace.idle.add(self._say)

    def _say(self) -> None:
        day, language = self.workspace.day, self.workspace.language
        self.title.setText("" if day is None else day.title or language.gettext("Study day"))
        self.facts.setText("" if day is None else self._facts(totals(day, self.workspace.schedule)))

    def _facts(self, found: Totals) -> str:
        day, language = self.workspace.day, self.workspace.language
        assert day is not None
        dates = [part.date for part in day.parts if part.date is not None]
        venues = dict.fromkeys(part.venue for part in day.parts if part.venue)
        people = ""
        if day.expected_number:
            people = language.ngettext("{n} participant", "{n} participants", day.expected_number)
            people = people.replace("{n}", str(day.expected_number))
        facts = [
            language.date(min(dates)) if dates else language.gettext("no date yet"),
            language.member(day.status),
            people,
            ", ".join(venues),
            language.minutes(found.content_minutes) if found.content_minutes else "",
        ]
        return " · ".join(fact for fact in facts if fact)

    def _count(self) -> None:
        """Show on each tab how many unaccepted must findings concern its things."""
        language = self.workspace.language
        for place, maker in enumerate(PAGES):
            open_ = [
                finding
                for finding in self.workspace.findings
                if finding.severity is Severity.MUST
                and finding.accepted is None
                and any(about.kind in maker.shows for about in finding.about)
            ]
            said = language.ngettext("{n} point to solve", "{n} points to solve", len(open_))
            said = said.replace("{n}", str(len(open_))) if open_ else ""
            self.tabs.show_number(place, len(open_))
            self.tabs.setTabToolTip(place, said)
            self.tabs.setAccessibleTabName(place, ", ".join(filter(None, (language.gettext(maker.title), said))))


def _leads_to(page: Page, place: Place) -> bool:
    """Show a thing on a page, and the field that is meant; return whether they are there."""
    return page.reveal(place) and (not place.field or page.show_field(place))


def _on_tab(title: str) -> str:
    """Return a title in which an ampersand is one, and does not underline what follows it."""
    return title.replace("&", "&&")
