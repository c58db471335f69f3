"""A study day in the middle of the window: its title and times, the tabs of its pages, and the page in view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studydag.model.rules.time.totals import Totals, totals
from studydag.model.values.changes import Change, Place
from studydag.model.values.description import kind_of
from studydag.model.values.findings import Severity
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.layouts.current_stack import CurrentStack
from studydag.ui.layouts.one_line import OneLine
from studydag.ui.layouts.page_tabs import PageTabs, fit_tabs
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.look import Look
from studydag.ui.pages.page import Page, PageCommand
from studydag.ui.pages.register import PAGES, PageMaker
from studydag.ui.pieces import Pieces
from studydag.ui.timeline.words import times_of
from studydag.ui.to_field import give_list_keys
from studydag.ui.workspace import Workspace

HEAD_LEFT, HEAD_RIGHT = 16, 16


class DayView(QWidget):
    """The pages of the day in view; each is built ahead, or when it is first looked at, in pieces.

    `selection_changed` says that another page is in view, or that something else is selected on it, `panel_made`
    that a page has something for the right column, `right_wanted` that the right column has to be right at once.
    """

    selection_changed = Signal()
    panel_made = Signal(object)
    right_wanted = Signal()

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin at the first page."""
        super().__init__(parent)
        self.workspace = workspace
        self._look = look
        self._pages: dict[str, Page] = {}
        self._is_to_tell = False
        self._parts_later: dict[str, int] = {}
        self.title = OneLine(self)
        self.title.setProperty("role", "title")
        self.facts = OneLine(self)
        self.facts.setProperty("role", "quiet")
        self.tabs = PageTabs(look, workspace.language.gettext("More"), self)
        self.tabs.setAccessibleName(workspace.language.gettext("Pages of the study day"))
        self.setFocusProxy(self.tabs)
        self.stack = CurrentStack(self)
        self._nothing_yet = QWidget(self.stack)
        self.stack.addWidget(self._nothing_yet)
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
        self._is_clicked = False
        self.tabs.tabBarClicked.connect(self._on_click)
        self.tabs.currentChanged.connect(lambda _tab: self._show_tab())
        workspace.day_opened.connect(self._say)
        workspace.changed.connect(self._on_change)
        workspace.checked.connect(self._count)
        workspace.go.connect(self.reveal)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tabs stand closer together where they would not all fit."""
        super().resizeEvent(event)
        fit_tabs(self.tabs, self.width() - HEAD_LEFT - HEAD_RIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the page of the tab."""
        super().showEvent(event)
        self._show_tab()

    @property
    def page(self) -> Page:
        """The page of the tab that is chosen, built and brought into view if it isn't yet.

        What the right column shows of it follows a moment later.
        """
        page = self._page(self._maker)
        page.build()
        self._bring(page)
        return page

    @property
    def page_in_view(self) -> Page | None:
        """The page in view, or None while it is being built."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def ready_page(self, name: str) -> Page:
        """Return a page by its name, built and showing the day as it stands, without bringing it into view."""
        page = self._page(next(maker for maker in PAGES if maker.name == name))
        page.build()
        page.freshen()
        return page

    def show_page(self, name: str) -> Page:
        """Bring a page into view by its name."""
        self.tabs.setCurrentIndex(next(place for place, maker in enumerate(PAGES) if maker.name == name))
        return self.page

    def parts(self) -> Iterator[tuple[PageMaker, int, str]]:
        """Give each part behind a small tab of a page that is built: the page, which tab it is, and its title."""
        for maker in PAGES:
            tabs = self._tabs_of(maker.name)
            for place in range(tabs.bar.count() if tabs is not None else 0):
                if tabs is not None and tabs.bar.isTabVisible(place):
                    yield maker, place, tabs.bar.accessibleTabName(place)

    def show_part(self, name: str, place: int) -> None:
        """Bring a part of a page into view, with the keys in it."""
        page = self.show_page(name)
        tabs = self._tabs_of(name)
        if tabs is None:
            page.take_focus()
            return
        tabs.bar.setCurrentIndex(place)
        shown = tabs.stack.currentWidget()
        if shown is not None:
            give_list_keys(shown, else_first=True)

    def parts_in_view(self) -> dict[str, int]:
        """Return which part is in view of each page that is built, and which will be of the others."""
        parts = dict(self._parts_later)
        for name in self._pages:
            tabs = self._tabs_of(name)
            if tabs is not None:
                parts[name] = tabs.bar.currentIndex()
        return parts

    def show_parts_later(self, parts: Mapping[str, int]) -> None:
        """Let pages that come into view later have these of their parts in view."""
        self._parts_later = {name: place for name, place in parts.items() if name != self._maker.name}

    def _tabs_of(self, name: str) -> SubTabs | None:
        page = self._pages.get(name)
        if page is None or not page.is_built:
            return None
        return page.findChild(SubTabs, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def reveal(self, place: Place) -> None:
        """Bring the page that shows a thing into view, select the thing there, and go to the field that is meant."""
        if self._leads_to(self.page, place):
            return
        for maker in PAGES:
            if place.kind in maker.shows:
                self._leads_to(self.show_page(maker.name), place)
                return

    def _leads_to(self, page: Page, place: Place) -> bool:
        """Show a thing on a page, and the field that is meant; return whether they are there."""
        is_here = page.reveal(place)
        if not is_here or not place.field:
            return is_here
        # It may stand in the right column.
        self.right_wanted.emit()
        return page.show_field(place)

    def fields(self, maker: PageMaker) -> Iterator[tuple[type[Any], tuple[str, ...]]]:
        """Give what is edited on a page that is built, with the names of its fields; blocks are the programme's."""
        page = self._pages.get(maker.name)
        for value, names in page.fields() if page is not None and page.is_built else ():
            if value is StudyDay or (value is not Block and kind_of(value) in maker.shows):
                yield value, names

    def commands(self, maker: PageMaker) -> Iterator[PageCommand]:
        """Give what can be done on a page, built if need be, which comes into view for it."""
        page = self._page(maker)
        page.build()
        for each in page.page_commands():
            yield PageCommand(each.text, partial(self._do_on, maker.name, each.run))

    def _do_on(self, name: str, run: Callable[[], object]) -> None:
        self.show_page(name)
        run()

    def go_to_field(self, name: str, value: type[Any], field: str) -> None:
        """Go to a field on a page: of the day, or of the thing of a class that is selected or stands first."""
        page, day = self.show_page(name), self.workspace.day
        if day is None:
            return
        if value is StudyDay:
            page.show_field(Place(day.id, "study_day", day.id, field))
        else:
            self.workspace.go.emit(Place(day.id, kind_of(value), page.first_of(value), field))

    def ahead(self) -> Pieces:
        """Build all pages before they are looked at, and what will be asked for on them."""
        for maker in PAGES:
            page = self._page(maker)
            yield
            while page.build_more():
                yield
        for maker in PAGES:
            yield from self._page(maker).ahead()

    @property
    def _maker(self) -> PageMaker:
        return PAGES[self.tabs.currentIndex()]

    def _page(self, maker: PageMaker) -> Page:
        """Return a page, of which not all need be built."""
        if maker.name not in self._pages:
            page = maker.make(self.workspace, self._look)
            self._pages[maker.name] = page
            self.stack.addWidget(page)
            page.selection_changed.connect(self.selection_changed)
            page.panel_made.connect(self.panel_made)
        return self._pages[maker.name]

    def make_ready(self) -> None:
        """Let the page that will come into view show the day as it stands."""
        page = self._page(self._maker)
        if page.is_built and self.workspace.day is not None:
            page.freshen()

    def _on_click(self, place: int) -> None:
        self._is_clicked = place != self.tabs.currentIndex()

    def _show_tab(self) -> None:
        """Bring the page of the tab into view; what isn't built yet is first, while the window reacts."""
        page = self._page(self._maker)
        if page.is_built:
            self._bring_in_turns(page)
        else:
            self._show(self._nothing_yet)
            self.workspace.idle.add(self._build_tab)

    def _build_tab(self) -> None:
        page = self._page(self._maker)
        if page.is_built:
            self._bring_in_turns(page)
        else:
            page.build_more()
            self.workspace.idle.add(self._build_tab)

    def _bring_in_turns(self, page: Page) -> None:
        """Bring a page into view; one that is to be read anew is so first, before it is shown."""
        if page.is_stale and self.isVisible():
            page.freshen()
            self.workspace.idle.add(self._build_tab)
        else:
            self._bring(page)

    def _bring(self, page: Page) -> None:
        """Bring a page into view; what the right column shows of it follows."""
        if self.stack.currentWidget() is not page:
            self._is_to_tell = True
            place, tabs = self._parts_later.pop(page.name, 0), self._tabs_of(page.name)
            if place and tabs is not None and tabs.bar.isTabVisible(place):
                tabs.bar.setCurrentIndex(place)
            self._show(page)
            if self._is_clicked and page.takes_keys_from_tab and self.tabs.hasFocus():
                page.take_focus()
            self._is_clicked = False
            self.workspace.idle.add(self._tell)

    def _show(self, shown: QWidget) -> None:
        focused = self.focusWidget()
        if self.stack.isAncestorOf(focused) and not shown.isAncestorOf(focused):
            # Else the keys would go wherever Qt finds the next stop, far from here.
            self.tabs.setFocus()
        self.stack.setCurrentWidget(shown)

    def _tell(self) -> None:
        if self._is_to_tell:
            self._is_to_tell = False
            self.selection_changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.touches("study_day", "part", "block"):
            self.workspace.idle.add(self._say)

    def _say(self) -> None:
        day, language = self.workspace.day, self.workspace.language
        self.title.setText("" if day is None else day.title or language.gettext("Study day"))
        self.facts.setText("" if day is None else self._facts(totals(self.workspace.schedule)))

    def _facts(self, found: Totals) -> str:
        day, language = self.workspace.day, self.workspace.language
        assert day is not None
        dates = [part.date for part in day.parts if part.date is not None]
        venues = dict.fromkeys(part.venue for part in day.parts if part.venue)
        people = ""
        if day.expected_number:
            people = language.ngettext("{n} participant", "{n} participants", day.expected_number)
            people = people.replace("{n}", str(day.expected_number))
        content = language.gettext("{minutes} content").replace("{minutes}", language.minutes(found.content_minutes))
        facts = [
            language.dates(dates) if dates else language.gettext("no date yet"),
            times_of(day, found, language),
            language.member(day.status),
            people,
            content if found.content_minutes else "",
            # Last, since this may be long, and what has no room is left off.
            ", ".join(venues),
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


def _on_tab(title: str) -> str:
    """Return a title in which an ampersand is one, and does not underline what follows it."""
    return title.replace("&", "&&")
