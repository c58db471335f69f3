"""Puts the window together once a library is open: home, school, the day's pages, right column, menus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from studydag.model.values.changes import Change, Place
from studydag.ui.actions import Actions
from studydag.ui.asking.problems import tell
from studydag.ui.commands import Commands
from studydag.ui.fields.window_undo import leave_undo_to_window
from studydag.ui.frames import Frames
from studydag.ui.layouts.splitter import Dividers
from studydag.ui.pages.home import RECENT, HomePage
from studydag.ui.panels.day_menu import DayMenu
from studydag.ui.pieces import Ahead, Pieces
from studydag.ui.spoken_focus import SpokenFocus
from studydag.ui.spoken_order import SpokenOrder
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.telling import Telling
from studydag.ui.widget_standing import Typing, WidgetStanding, give_keys_as, scroll_as, stand_as, standing_of
from studydag.ui.widgets.status_line import StatusLine
from studydag.ui.workspace import SETTING_KINDS, Workspace

if TYPE_CHECKING:
    from studydag.model.operations.due import DueLine
    from studydag.model.store.first_list import DayLine
    from studydag.model.values.errors import StudyDagError
    from studydag.ui.day_view import DayView
    from studydag.ui.finding.find_panel import FindPanel
    from studydag.ui.main_window import MainWindow
    from studydag.ui.pages.school import SchoolPage
    from studydag.ui.panels.right_column import RightColumn

LISTED = ("study_day", "part", "action")
"""What the list of days shows of: titles, dates, open actions."""
RECENT_DAYS = "recent_days"
SCROLL_TURNS = 12
"""So often it is tried to scroll to where it was."""


@contextmanager
def _room_shared_before(window: MainWindow) -> Iterator[None]:
    """Share the room of a window anew before another page comes into view in the middle of it.

    Else the page that goes would be laid out in that room, or the one that comes twice.
    """
    layout = window.middle.layout()
    assert layout is not None
    layout.setEnabled(False)
    try:
        yield
        QApplication.sendPostedEvents(window.splitter, QEvent.Type.LayoutRequest.value)
    finally:
        layout.setEnabled(True)
        layout.invalidate()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What was in view, so that it can be so again: the page of a day with what is selected, or home, or the school."""

    day: int | None = None
    page: str = ""
    selected: tuple[str, int] | None = None
    of_page: object = None
    school_tab: int | None = None
    widgets: WidgetStanding = field(default_factory=WidgetStanding)
    """Of the page in view."""
    inspector: WidgetStanding = field(default_factory=WidgetStanding)
    """Of what stands beside it in the right column."""
    parts: dict[str, int] = field(default_factory=dict)
    """Which part of each other page was seen last."""


class Assembly:
    """The window around an open library. Taken apart, it leaves the shell to the next one."""

    def __init__(self, window: MainWindow, workspace: Workspace, due: tuple[DueLine, ...] | None = None) -> None:
        """Build the menus and home; `due` is what home shows first, if that was read already."""
        for entry in (window.panel.home, window.panel.school):
            speak_as(entry, SpokenAs.ONE_OF_MANY)
        self._window = window
        self._workspace = workspace
        self._day_view: DayView | None = None
        self._right: RightColumn | None = None
        self._school: SchoolPage | None = None
        self._find_panel: FindPanel | None = None
        self._wants_school = False
        self._ahead = Ahead(workspace.idle, workspace)
        self.commands = Commands(window)
        self._frames = Frames(window, workspace, self.commands)
        self.actions = Actions(window, workspace, self.commands)
        self.status = StatusLine(window.statusBar(), workspace, window.now)
        Dividers(window.splitter).open_up()
        self.telling = Telling(window, workspace)
        SpokenOrder(workspace.idle, workspace)
        SpokenFocus(workspace)
        self.home = HomePage(workspace, window.look, self.commands, due=due)
        self.home.day_chosen.connect(self.go_to)
        self.home.run_asked.connect(self.run_day)
        self._show_lines()
        window.middle.addWidget(self._frames.around(self.home))
        window.panel.day_chosen.connect(self.choose_day)
        DayMenu(window.panel.list, self.actions.of_day, self.show_day, self.actions.of_day[-1])
        window.panel.trajectory_chosen.connect(lambda number: self.go_to(Place(None, "trajectory", number)))
        workspace.idle.add(self._show_trajectories)
        window.panel.home_chosen.connect(self.show_home)
        window.panel.school_chosen.connect(self.show_school)
        window.panel.new_asked.connect(self.begin_day)
        leave_undo_to_window(window.panel.search)
        window.panel.new.setEnabled(not workspace.library.read_only)
        workspace.changed.connect(self._on_change)
        workspace.refused.connect(self._on_refused)
        workspace.day_opened.connect(self._on_day_opened)
        workspace.go.connect(self._on_go)
        workspace.document_asked.connect(self._show_document)

    @property
    def day_view(self) -> DayView:
        """The pages of the day in view; made when the first day is opened, with the column beside them."""
        if self._day_view is None:
            from studydag.ui.day_view import DayView

            self._make_right()
            self._day_view = DayView(self._workspace, self._window.look)
            self._day_view.selection_changed.connect(self._on_selection)
            self._day_view.right_wanted.connect(self._follow)
            if self._right is not None:
                self._day_view.panel_made.connect(self._right.take_in)
            self._window.middle.addWidget(self._frames.around(self._day_view))
        return self._day_view

    def _make_right(self) -> None:
        if self._right is None:
            from studydag.ui.panels.right_column import RightColumn

            self._right = RightColumn(self._workspace, self._window.look)
            self._window.right.addWidget(self._right)
            self._window.right.setCurrentWidget(self._right)

    def build_ahead(self, pieces: Pieces | None = None) -> None:
        """Begin to build what will be looked at later, now that all it needs was imported."""
        self._ahead.build(self.ahead() if pieces is None else pieces)

    def ahead(self) -> Pieces:
        """Build what a study day needs, and the school, before they are looked at."""
        view = self.day_view
        yield
        yield from view.ahead()
        school = self.school
        yield
        yield from school.ahead()

    @property
    def school(self) -> SchoolPage:
        """The pages of the school; made when they are first looked at."""
        if self._school is None:
            from studydag.ui.pages.school import SchoolPage

            self._school = SchoolPage(self._workspace, self._window.look)
            self._window.middle.addWidget(self._frames.around(self._school))
        return self._school

    @property
    def find_panel(self) -> FindPanel:
        """The list of places that were found; made when it is first asked for."""
        if self._find_panel is None:
            from studydag.ui.finding.find_panel import FindPanel

            window = self._window
            self._find_panel = FindPanel(self._workspace, self.go_to, lambda: window.lines, window)
            window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._find_panel)
        return self._find_panel

    # -- what is in view

    def show_home(self) -> None:
        """Show what is due over all days, with no day in view."""
        self._workspace.open_day(None)

    def begin_day(self) -> None:
        """Begin the study day that was asked for beside the list, if that is still to be done."""
        if self._window.panel.wants_new:
            self._window.panel.wants_new = False
            self.commands.new_day()

    def show_school(self) -> None:
        """Show what all study days share, with no day in view."""
        self._wants_school = True
        self._workspace.open_day(None)
        self._wants_school = False

    def show_school_tab(self, place: int) -> None:
        """Show one of the lists of the school, with the keys in it."""
        self.show_school()
        self.school.tabs.setCurrentIndex(place)
        self.school.take_focus()

    def add_to_school(self, place: int) -> None:
        """Add to one of the lists of the school."""
        self.show_school_tab(place)
        self.school.lists[place].list.add()

    def show_setting(self, name: str) -> None:
        """Show a setting of the school, with the keys in it."""
        self.show_school_tab(self.school.tabs.count() - 1)
        self.school.settings.go_to(name)

    def _show_document(self, name: str) -> None:
        """Show a document of the day in view on the page Print."""
        from studydag.ui.pages.printing import PrintPage

        page = self.day_view.show_page("print")
        if isinstance(page, PrintPage):
            page.list.choose(name)

    def show_day(self, day_id: int) -> None:
        """Show the pages of a study day."""
        view = self.day_view
        self._workspace.open_day(day_id)
        self._bring_day_to(view)

    def run_day(self, day_id: int) -> None:
        """Go on with a study day that is being held, full screen."""
        self.show_day(day_id)
        self.commands.run_day()

    def choose_day(self, day_id: int) -> None:
        """Show the pages of a study day that was clicked: it is read, the page made ready, and shown, in turns."""
        view = self.day_view
        self._workspace.open_day(day_id)
        if self._workspace.day is None:
            return
        self._workspace.idle.add(view.make_ready)
        self._workspace.idle.add(self._bring_day)

    def _bring_day(self) -> None:
        if self._day_view is not None:
            self._bring_day_to(self._day_view)

    def _bring_day_to(self, view: DayView) -> None:
        if self._workspace.day is not None:
            self._remember(self._workspace.day.uid)
            self._bring(view)
            view.setFocus()

    def standing(self, keys: QWidget | None = None, typing: Typing | None = None) -> Standing:
        """Return what is in view, and where the keys are in it, and someone types."""
        if self._workspace.day is not None:
            page = self.day_view.page
            selected = next(iter(page.selection()), None)
            day = self._workspace.day.id
            inspector = None if self._right is None else self._right.inspector
            return Standing(
                day=day,
                page=page.name,
                selected=selected,
                of_page=page.standing(),
                widgets=standing_of(page, keys, typing),
                inspector=WidgetStanding() if inspector is None else standing_of(inspector, keys, typing),
                parts=self.day_view.parts_in_view(),
            )
        if self._school is not None and self._window.middle.currentWidget() is self._school.parentWidget():
            return Standing(
                school_tab=self._school.tabs.currentIndex(), widgets=standing_of(self._school, keys, typing)
            )
        return Standing(widgets=standing_of(self.home, keys, typing))

    def show_as(self, standing: Standing) -> None:
        """Bring into view what was in view before."""
        if standing.day is not None:
            self.show_day(standing.day)
            page = self.day_view.show_page(standing.page)
            # What it would show first when it is seen takes away what was said.
            page.freshen()
            if standing.selected is not None:
                page.reveal(Place(standing.day, *standing.selected))
            stand_as(page, standing.widgets)
            page.stand_as(standing.of_page)
            self.day_view.show_parts_later(standing.parts)
            now = self._window.focusWidget()
            self._give_keys_as(lambda: page, standing.widgets, now)
            self._give_keys_as(lambda: None if self._right is None else self._right.inspector, standing.inspector, now)
            self._scroll_as(page, standing.widgets)
        elif standing.school_tab is not None:
            self.show_school()
            self.school.tabs.setCurrentIndex(standing.school_tab)
            stand_as(self.school, standing.widgets)
            if not give_keys_as(self.school, standing.widgets):
                self._workspace.idle.add(self.school.take_focus)
            self._scroll_as(self.school, standing.widgets)
        else:
            self.show_home()
            stand_as(self.home, standing.widgets)
            if not give_keys_as(self.home, standing.widgets):
                self._workspace.idle.add(self.home.take_focus)
            self._scroll_as(self.home, standing.widgets)

    def _scroll_as(self, view: QWidget, standing: WidgetStanding, turns: int = SCROLL_TURNS) -> None:
        """Scroll to where it was: the forms of what is selected, and the heights of texts, come in later turns."""

        def scroll() -> None:
            if not scroll_as(view, standing) and turns:
                self._scroll_as(view, standing, turns - 1)

        QTimer.singleShot(0, view, lambda: self._workspace.idle.add(scroll))

    def _give_keys_as(
        self,
        view: Callable[[], QWidget | None],
        standing: WidgetStanding,
        now: QWidget | None,
        turns: int = SCROLL_TURNS,
    ) -> None:
        """Give the keys to what had them, unless they went elsewhere: what takes them comes in later turns as well."""

        def give() -> None:
            if self._window.focusWidget() is not now:
                return
            within = view()
            if (within is None or not give_keys_as(within, standing)) and turns:
                self._give_keys_as(view, standing, now, turns - 1)

        if standing.keys:
            QTimer.singleShot(0, self._workspace, lambda: self._workspace.idle.add(give))

    def take_apart(self) -> None:
        """Take away what does not go with the central widget."""
        self._ahead.clear()
        self._day_view = self._right = None
        self.actions.take_away()
        self.status.take_away()
        if self._find_panel is not None:
            self._window.removeDockWidget(self._find_panel)
            self._find_panel.deleteLater()
            self._find_panel = None

    def _remember(self, uid: str) -> None:
        memory = self._window.memory
        others = [each for each in memory.text(RECENT_DAYS).split() if each != uid]
        memory.keep_text(RECENT_DAYS, " ".join([uid, *others[: RECENT - 1]]))
        self._show_lines()

    @property
    def day_to_go_on_with(self) -> DayLine | None:
        """The study day that was in view last, or where none was the one that Home names first."""
        return next(iter(self.home.to_go_on_with), None)

    def _show_lines(self) -> None:
        recent = tuple(self._window.memory.text(RECENT_DAYS).split())
        self.home.show_days(self._window.lines, recent)

    def _bring(self, view: QWidget) -> None:
        frame = view.parentWidget()
        assert frame is not None
        day = self._workspace.day
        with _room_shared_before(self._window):
            self._window.right.setVisible(day is not None and self._window.memory.text("right") != "hidden")
        self._window.middle.setCurrentWidget(frame)
        self._window.panel.choose(day.id if day is not None else None)
        self._window.panel.mark(home=view is self.home, school=view is self._school)
        self._say_title()

    # -- what happens

    def go_to(self, place: Place) -> None:
        """Take the user to a thing: of a study day, which is opened for it, or of the school."""
        if place.day is not None and (self._workspace.day is None or self._workspace.day.id != place.day):
            self.show_day(place.day)
            if self._workspace.day is None:
                # It isn't there (any more), as before its deletion is undone.
                return
        if place.day is None and place.kind not in SETTING_KINDS:
            from studydag.model.store.whereabouts import roots

            # A question is shown by its set, a step by its trajectory: there it is selected then.
            reference = (place.kind, place.id)
            self._workspace.go.emit(Place(None, *roots(self._workspace.library, [reference]).get(reference, reference)))
            self.school.show_within(reference)
            return
        self._workspace.go.emit(place)

    def _on_day_opened(self) -> None:
        if self._workspace.day is None:
            self._bring(self.school if self._wants_school else self.home)

    def _on_go(self, place: Place) -> None:
        if place.day is not None and (self._workspace.day is None or self._workspace.day.id != place.day):
            self.go_to(place)
        elif place.day is None and place.kind in SETTING_KINDS:
            self.show_school()
            self.school.reveal(place)
            if place.field:
                self.school.show_field(place)
        elif self._workspace.day is not None:
            self._bring(self.day_view)
            # A field may stand there.
            if place.field:
                self._window.right.show()

    def _on_selection(self) -> None:
        page = None if self._day_view is None else self._day_view.page_in_view
        if self._right is None or page is None:
            return
        self.status.show_selection(page.selection())
        if self._right.shows(page.inspector()):
            self._follow()
        else:
            # To lay out another form takes as long as what was done so far.
            self._workspace.idle.add(self._follow)

    def _follow(self) -> None:
        """Let the right column show what goes with the page in view and what is selected there."""
        page = None if self._day_view is None else self._day_view.page_in_view
        if self._right is not None and page is not None:
            self._right.show_inspector(page.inspector(), page.selection())

    def _on_change(self, change: Change) -> None:
        if change.touches("study_day"):
            self._show_listed()
        elif change.touches(*LISTED):
            self._workspace.idle.add(self._show_listed)
        if change.touches("study_day", "trajectory", "activity"):
            self._workspace.idle.add(self._show_trajectories)

    def _show_trajectories(self) -> None:
        from studydag.model.store.first_list import trajectory_lines
        from studydag.model.values.errors import CannotRead

        with suppress(CannotRead):
            self._window.panel.show_trajectories(trajectory_lines(self._workspace.library.path))

    def _show_listed(self) -> None:
        self._window.show_days()
        self._show_lines()
        self.actions.refresh()
        self._say_title()

    def _on_refused(self, error: StudyDagError) -> None:
        tell(self._window, error, self._workspace.language)

    def _say_title(self) -> None:
        day = self._workspace.day
        self._window.setWindowTitle(f"{day.title} – StudyDAG" if day is not None and day.title else "StudyDAG")
