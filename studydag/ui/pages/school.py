"""The school: what all study days share, in tabs; each is filled when it is first looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studydag.model.values.changes import Place
from studydag.model.values.description import kind_of
from studydag.model.values.references import Reference
from studydag.model.values.wording import N_
from studydag.ui.layouts.current_tabs import CurrentTabs
from studydag.ui.layouts.later import Later
from studydag.ui.layouts.part_scroll import PartScroll
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.pages.school_lists import makers
from studydag.ui.pages.school_settings import SchoolSettings
from studydag.ui.pages.shared_list import Listed, SharedList, shared_of
from studydag.ui.pieces import Pieces
from studydag.ui.to_field import give_list_keys, go_to_field
from studydag.ui.widgets.form import names_in
from studydag.ui.workspace import SETTING_KINDS, Workspace

WITHIN = {"activity": "trajectory", "question": "question_set", "picture": "school"}
"""In the form of which kind other kinds of things are edited."""

TABS_FROM_EDGE = 8


class SchoolPage(Page):
    """People, rooms, groups, goals, formats, trajectories, questions, templates, and the settings."""

    title: ClassVar[str] = N_("School")
    name: ClassVar[str] = "school"
    kinds: ClassVar[frozenset[str]] = SETTING_KINDS | {"template"}

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Build the tabs."""
        super().__init__(workspace, look, parent)
        _ = workspace.language.gettext
        heading = QLabel(_("School"), self)
        heading.setProperty("role", "title")
        heading.setContentsMargins(16, 12, 16, 4)
        self.tabs = CurrentTabs(_("More"), self, margin=TABS_FROM_EDGE)
        self.tabs.setDocumentMode(True)
        self.tabs.setObjectName("schoolTabs")
        self._lists: list[tuple[Listed, Later[SharedList]]] = []
        for listed, make in makers(workspace, look):
            tab = Later(make, fill=lambda made: made.refresh(), idle=workspace.idle)
            self._lists.append((listed, tab))
            self.tabs.addTab(PartScroll(tab), listed.title)
        self._settings = Later(lambda: SchoolSettings(workspace), fill=lambda made: made.refresh(), idle=workspace.idle)
        self.tabs.addTab(self._settings, _("Settings"))
        self.tabs.currentChanged.connect(lambda _tab: self.refresh())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.tabs)
        self.build()

    @property
    def lists(self) -> tuple[SharedList, ...]:
        """All lists, built if need be."""
        return tuple(tab.content() for _listed, tab in self._lists)

    @property
    def settings(self) -> SchoolSettings:
        """The settings, built if need be."""
        return self._settings.content()

    def titles(self) -> list[tuple[str, str]]:
        """Return what stands on each tab, with the kind of what its list holds; the settings hold none."""
        kinds = [*(kind_of(listed.value) for listed, _tab in self._lists), ""]
        return [(self.tabs.tabText(place).replace("&&", "&"), kind) for place, kind in enumerate(kinds)]

    def fields(self) -> Iterator[tuple[type[Any], tuple[str, ...]]]:
        """Give what the lists hold, with the names of the fields of its form."""
        for listed, _tab in self._lists:
            if kind_of(listed.value) in SETTING_KINDS:
                yield listed.value, names_in(listed.form)

    def adds(self) -> Iterator[tuple[int, str]]:
        """Give the tabs whose lists things can be added to, with the kind of these."""
        if not self.workspace.library.read_only:
            for place, (listed, _tab) in enumerate(self._lists):
                if listed.adds:
                    yield place, kind_of(listed.value)

    def tab_of(self, value: type[Any]) -> int:
        """Return on which tab things of a class are listed."""
        return next(place for place, (listed, _tab) in enumerate(self._lists) if listed.value is value)

    def first_of(self, value: type[Any]) -> int:
        """Return the thing of a class that is selected, or else the first that can be edited; 0 if there is none."""
        listed, tab = self._lists[self.tab_of(value)]
        selected = tab.content().list.selected() if tab.is_whole else None
        things = (*(() if selected is None else (selected,)), *getattr(shared_of(self.workspace.setting), listed.field))
        return next((each.id for each in things if not getattr(each, "key", "")), 0)

    def ahead(self) -> Pieces:
        """Build the tabs."""
        for tab in self._tabs():
            yield from tab.ahead()

    def refresh(self) -> None:
        """Show the tab in view as it stands; one that is still to be built does so by itself."""
        tab = self._tabs()[self.tabs.currentIndex()]
        if tab.is_whole:
            tab.content().refresh()

    def _tabs(self) -> list[Later[SharedList] | Later[SchoolSettings]]:
        return [*(tab for _listed, tab in self._lists), self._settings]

    def _tab_in_view(self) -> QWidget:
        """Return the tab in view, built if need be."""
        self._tabs()[self.tabs.currentIndex()].content()
        return self.tabs.currentWidget()

    def reveal(self, place: Place) -> bool:
        """Bring a thing of the school into view."""
        wanted = WITHIN.get(place.kind, place.kind)
        row_id = self._trajectory_of(place.id) if place.kind == "activity" else place.id
        if wanted == "school":
            self.tabs.setCurrentWidget(self._settings)
            return True
        for at, (listed, tab) in enumerate(self._lists):
            if kind_of(listed.value) == wanted:
                self.tabs.setCurrentIndex(at)
                shown = tab.content()
                shown.refresh()
                found = shown.reveal(row_id)
                if wanted != place.kind:
                    shown.show_within((place.kind, place.id))
                return found
        return False

    def show_within(self, reference: Reference) -> bool:
        """Select a thing within what was brought into view; return whether it is there."""
        tabs = [tab for _listed, tab in self._lists]
        place = self.tabs.currentIndex()
        return place < len(tabs) and tabs[place].content().show_within(reference)

    def show_field(self, place: Place) -> bool:
        """Put the focus into a field of what was brought into view."""
        return go_to_field(self._tab_in_view(), place)

    def take_focus(self) -> None:
        """Let the keys work on the list in view."""
        give_list_keys(self._tab_in_view())

    def _trajectory_of(self, activity: int) -> int:
        for each in self.workspace.setting.trajectories:
            if any(inner.id == activity for inner in each.activities):
                return each.id
        return 0
