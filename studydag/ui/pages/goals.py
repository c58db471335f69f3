"""Goals: what shows what the team must learn, what is different after the day, and what serves it."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from studydag.model.rules.threads.thread import Thread, thread
from studydag.model.values.changes import Change, Place
from studydag.model.values.references import Reference
from studydag.model.values.wording import N_
from studydag.ui.goals.forms import offer_forms
from studydag.ui.goals.goal_register import GoalRegister
from studydag.ui.goals.links import ThreadLinks
from studydag.ui.goals.matrix import NeedsMatrix
from studydag.ui.goals.need_register import NeedRegister
from studydag.ui.goals.printed import SincePrint
from studydag.ui.goals.question import QuestionPart
from studydag.ui.goals.staff_input import StaffInput
from studydag.ui.layouts.flipping import FlippingSplitter, stack
from studydag.ui.layouts.later import Later
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pieces import Pieces
from studydag.ui.text_label import text_label
from studydag.ui.thread.view import ThreadView
from studydag.ui.widgets.impact_map import ImpactMap
from studydag.ui.widgets.links_view import LinksView

SIDE_BY_SIDE = 190
"""Characters of width from which needs and goals stand beside each other."""

LINES_OF_LINKS = 6
LOW = 44
"""Lines of text; a page that is lower has the links behind a tab of their own."""


class GoalsPage(ListsPage):
    """Needs and goals with their links; the impact map; practice cases."""

    title: ClassVar[str] = N_("Goals")
    name: ClassVar[str] = "goals"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *(
                "need",
                "goal",
                "impact",
                "case",
                "block",
                "action",
                "moment",
                "measure",
                "expert",
                "school_goal",
                "part",
            ),
            *("study_day", "insight", "group", "version", "school"),
        }
    )

    def pieces(self) -> Pieces:
        """Build the lists, and the tabs of all parts."""
        self._thread: Thread | None = None
        self._leaves = False
        self._is_low: bool | None = None
        self._is_roomy: bool | None = None
        self._since_print = SincePrint(self.workspace)
        yield
        yield from self._build_lists()
        yield from self._build_parts()
        self.tabs.changed.connect(self._on_part)
        self.staff_input.questions_asked.connect(self._note_questions)
        for each in (self.needs, self.goals):
            self.bring(each, self.show_lists)
        for each in (self.cases, self.moments):
            self.bring(each, lambda: self.tabs.show_part(self.staff_input))
        offer_forms(self.panel, self.workspace)

    def _build_lists(self) -> Pieces:
        workspace = self.workspace
        self.need_register = NeedRegister(workspace, self.cells, self._since_print)
        yield
        self.goal_register = GoalRegister(workspace, self.look, self.cells, self._since_print)
        yield
        self.staff_input = StaffInput(workspace, self.cells)
        yield
        self.needs = self.add_list(self.need_register.list)
        self.goals = self.add_list(self.goal_register.list)
        self.cases = self.add_list(self.staff_input.cases)
        self.moments = self.add_list(self.staff_input.moments)
        self.links = LinksView(workspace)
        self._links = ThreadLinks(workspace, self.cells)
        yield
        self.impacts = ImpactMap(workspace)
        yield

    def _build_parts(self) -> Pieces:
        """Put each part on a tab; thread, matrix and question are built when they are looked at."""
        _ = self.workspace.language.gettext
        self.tabs = SubTabs(_("Parts of this page"), _("More"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._lists = QWidget()
        self.tabs.add(_("Needs and goals"), self._lists, short=_("Lists"))
        self._fill_lists()
        yield
        self._links_apart = QWidget()
        self._links_apart.setContentsMargins(16, 8, 16, 8)
        QVBoxLayout(self._links_apart).setContentsMargins(0, 0, 0, 0)
        self.tabs.add(_("Links"), self._links_apart)
        self.tabs.bar.setTabVisible(1, False)
        self._picture = Later(self._make_picture)
        self.tabs.add(_("Thread"), self._picture)
        self._matrix = Later(self._make_matrix)
        self.tabs.add(_("Matrix"), self._matrix)
        self._question = Later(self._make_question)
        self.tabs.add(_("Learning question"), self._question, short=_("Question"))
        self._scrolled_impacts = QScrollArea(self.tabs.stack)
        self._scrolled_impacts.setWidgetResizable(True)
        self._scrolled_impacts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled_impacts.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled_impacts.setWidget(self.impacts)
        yield
        self.tabs.add(_("Impact map"), self._scrolled_impacts, short=_("Effects"))
        yield
        self.tabs.add(_("Practice cases"), self.staff_input, short=_("Cases"))
        yield

    def _fill_lists(self) -> None:
        """Put needs and goals beside each other, above what they are linked with and what changed since print."""
        self.changed = text_label("", self._lists, "hint")
        self.changed.hide()
        self._both = QSplitter(Qt.Orientation.Vertical)
        beside = FlippingSplitter(SIDE_BY_SIDE)
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(self._both, 1)
        # Below, so that no row moves away under the pointer when there is something to say.
        column.addWidget(self.changed)
        self.links.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES_OF_LINKS)
        stack(self._both, ((beside, 3), (self.links, 1)))
        beside.addWidget(self.need_register)
        beside.addWidget(self.goal_register)

    def ahead(self) -> Pieces:
        """Build the forms, and the parts that are costly to build."""
        yield from super().ahead()
        for part in (self._picture, self._matrix, self._question):
            yield from part.ahead()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the links a tab of their own where there is no room below needs and goals."""
        super().resizeEvent(event)
        low = self.height() < self.fontMetrics().lineSpacing() * LOW
        # Above each other the lists need all the room themselves.
        roomy = not low and self.width() >= SIDE_BY_SIDE * self.fontMetrics().averageCharWidth()
        if roomy is not self._is_roomy:
            self._is_roomy = roomy
            for register in (self.need_register, self.goal_register):
                register.narrowing.showing.setChecked(roomy)
        if low is self._is_low:
            return
        self._is_low = low
        self.tabs.bar.setTabVisible(1, low)
        self.tabs.fit()
        layout = self._links_apart.layout()
        if low and layout is not None:
            layout.addWidget(self.links)
        else:
            self._both.addWidget(self.links)
            self._both.setStretchFactor(1, 1)
        self.links.show()
        self._show_links()

    def refresh(self) -> None:
        """Show the day as it stands."""
        day = self.workspace.day
        self._thread = None if day is None else thread(day, self.workspace.schedule)
        self.impacts.refresh()
        for part in (self._picture.made, self._matrix.made, self._question.made):
            if part is not None:
                part.refresh()
        self.need_register.refresh()
        self.goal_register.refresh(self._thread)
        said = self._since_print.summary()
        self.changed.setText(said)
        self.changed.setVisible(bool(said))
        super().refresh()

    @property
    def matrix(self) -> NeedsMatrix:
        """The matrix of needs and school goals; made when it is first looked at."""
        return self._matrix.content()

    @property
    def question(self) -> QuestionPart:
        """The learning question and what an earlier day left open; made when it is first looked at."""
        return self._question.content()

    @property
    def picture(self) -> ThreadView:
        """The thread as a picture; made when it is first looked at."""
        return self._picture.content()

    def show_thread(self) -> None:
        """Bring the thread as a picture into view."""
        self.tabs.show_part(self._picture)

    def current(self) -> Any:
        """Return the thing whose form is shown: on the thread the one that is lit there."""
        if not self._on_thread:
            return super().current()
        words, reference = self.picture.canvas.words, self.picture.reference
        return None if words is None or reference is None else words.thing(reference)

    def selection(self) -> tuple[Reference, ...]:
        """Return what is selected: on the thread what is lit there."""
        if not self._on_thread:
            return super().selection()
        return () if self.picture.reference is None else (self.picture.reference,)

    def day_opened(self) -> None:
        """Select nothing."""
        super().day_opened()
        self._since_print.forget()
        if self._picture.made is not None:
            self._picture.made.forget()

    def _on_change(self, change: Change) -> None:
        if change.touches("version"):
            self._since_print.forget()
        super()._on_change(change)

    def standing(self) -> object:
        """Return whether the thread is in view."""
        return self._on_thread

    def stand_as(self, standing: object) -> None:
        """Bring the thread into view again, with what was selected lit."""
        if standing is True:
            self.show_thread()

    @property
    def _on_thread(self) -> bool:
        return self.tabs.part is self._picture

    def _make_picture(self) -> ThreadView:
        view = ThreadView(self.workspace, self.look)
        view.chosen.connect(self._on_lit)
        view.open_asked.connect(self._open)
        view.begin_asked.connect(self._begin)
        view.refresh()
        return view

    def _make_matrix(self) -> NeedsMatrix:
        matrix = NeedsMatrix(self.workspace, self.look)
        matrix.refresh()
        return matrix

    def _make_question(self) -> QuestionPart:
        question = QuestionPart(self.workspace)
        question.refresh()
        return question

    def _on_part(self) -> None:
        if self.tabs.part in (self._question, self._scrolled_impacts):
            self.let_go_of_hidden()
        if self._on_thread:
            selected = next(iter(super().selection()), None)
            if selected is not None:
                self.picture.choose(selected)
        self._on_lit()

    def _on_lit(self) -> None:
        self._show_current()
        self.selection_changed.emit()

    def _open(self, reference: Reference) -> None:
        """Open a thing of the thread where it is edited: here in its list, else on its page."""
        place = Place(None, *reference)
        self._make_room_for(place)
        if not super().reveal(place):
            self._leaves = True
            self.workspace.visit(*reference)
            self._leaves = False

    def show_lists(self) -> None:
        """Bring needs and goals into view."""
        self.tabs.show_part(self._lists)

    def _note_questions(self, on: dt.date | None) -> None:
        """Show the needs, to which the questions of a moment come."""
        self.show_lists()
        self.need_register.note_questions(on)

    def _begin(self) -> None:
        self.show_lists()
        self.needs.add()

    def reveal(self, place: Place) -> bool:
        """Select a thing; what is on the thread stays there while that is in view."""
        if self._on_thread and not self._leaves and self.picture.choose((place.kind, place.id)):
            return True
        if place.kind == "impact":
            self.tabs.show_part(self._scrolled_impacts)
            self.impacts.choose(place.id, place.field)
            return True
        self._make_room_for(place)
        return super().reveal(place)

    def show_field(self, place: Place) -> bool:
        """Put the focus into a field; the rows of the impact map have it already."""
        return place.kind == "impact" or super().show_field(place)

    def _make_room_for(self, place: Place) -> None:
        """Let a list that is narrowed show what is looked for."""
        day = self.workspace.day
        for kind, things, register in (
            ("need", day.needs if day else (), self.need_register),
            ("goal", day.goals if day else (), self.goal_register),
        ):
            thing = next((each for each in things if (kind, each.id) == (place.kind, place.id)), None)
            if thing is not None:
                register.narrowing.make_room_for(thing)

    def _show_current(self) -> None:
        super()._show_current()
        self._show_links()

    def _show_links(self) -> None:
        self.links.show_links(*self._links.of(self.current(), self._thread, apart=bool(self._is_low)))
