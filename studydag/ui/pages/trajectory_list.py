"""The trajectories of the school: the year line of the selected one above the list and its fields."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from studydag.model.operations import editing
from studydag.model.operations.trajectories import day_ids_of
from studydag.model.store.first_list import day_lines
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory
from studydag.ui.day_titles import dated_title
from studydag.ui.fields.tick_menu import TickMenu
from studydag.ui.look import Look
from studydag.ui.pages.shared_list import Listed, SharedList
from studydag.ui.trajectory.trajectory_view import TrajectoryView
from studydag.ui.workspace import Workspace

LINE_LINES = 14
"""Lines of text that the year line is high at least, where it needs as many; a low page scrolls."""


class TrajectoryList(SharedList):
    """Shows trajectories, and puts learning forms into them."""

    def __init__(self, workspace: Workspace, listed: Listed, look: Look, parent: QWidget | None = None) -> None:
        """Put the year line above."""
        self.view: TrajectoryView | None = None
        super().__init__(workspace, listed, parent)
        _ = workspace.language.gettext
        self._plan = QAction(_("Plan a learning form…"), self)
        self._plan.setToolTip(_("Choose a learning form and put it into this trajectory, with its steps"))
        self._plan.triggered.connect(lambda _checked=False: self._ask())
        self.list.add_button(self._plan)
        self.days = TickMenu(_("Type to search"), self)
        self.days.aboutToShow.connect(self._offer_days)
        of_it = QAction(_("Study days"), self)
        of_it.setToolTip(_("Tick the study days that belong to this trajectory"))
        of_it.setMenu(self.days)
        self.list.add_button(of_it, needs_selection=True).setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view = TrajectoryView(workspace, look)
        # A click beside the rows would leave the year line with nothing to show.
        self.list.table.keeps_selection = True
        self._lanes = 0
        both = self._both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.view)
        both.addWidget(self.splitter)
        both.setStretchFactor(0, 0)
        both.setStretchFactor(1, 1)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(both)
        self._show_form()

    def refresh(self) -> None:
        """Show the trajectories; the first one is in view until another is chosen."""
        super().refresh()
        self.list.bring_up_to_date()
        if self.list.selected() is None and self.list.table.things.rowCount():
            self.list.table.selectRow(0)

    def _offer_days(self) -> None:
        """Offer all study days, those of the trajectory ticked."""
        thing, language = self.list.selected(), self._workspace.language
        self.days.clear()
        if thing is None:
            return
        library, all_of_them = self._workspace.library, self._workspace.setting.trajectories
        of = {day: each for each in all_of_them for day in day_ids_of(library, each.id)}
        lines = self._workspace.do(lambda: day_lines(library.path)) or ()
        for line in lines:
            now = of.get(line.id)
            other = f" – {now.title}" if now is not None and now.id != thing.id else ""
            action = self.days.addAction(f"{dated_title(line, language)}{other}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(now is not None and now.id == thing.id)
            action.toggled.connect(partial(self.take_day, thing.id, line.id))
        if not lines:
            self.days.addAction(language.gettext("There is nothing to choose from yet")).setEnabled(False)

    def take_day(self, trajectory: int, day: int, taken: bool) -> None:
        """Let a study day belong to a trajectory, or no longer."""
        library = self._workspace.library
        self._workspace.do(lambda: editing.change(library, StudyDay, day, trajectory=trajectory if taken else None))
        self._show_form()

    def _show_form(self) -> None:
        super()._show_form()
        if self.view is not None:
            thing = self.list.selected()
            self._plan.setEnabled(thing is not None and not self._workspace.library.read_only)
            self.view.show_trajectory(thing)
            lanes = 0 if thing is None or self.view.line is None else len(self.view.line.lanes)
            if lanes and lanes != self._lanes:
                self._lanes = lanes
                self._workspace.idle.add(self._share)

    def _share(self) -> None:
        """Give the line the rows it has, at most three fifths; the rest is for the list and its form."""
        wanted = 0
        if self.view is not None:
            self.view.setMinimumHeight(min(self.view.wanted_height(), self.fontMetrics().lineSpacing() * LINE_LINES))
        whole = self._both.height()
        if self.view is not None:
            wanted = max(min(self.view.wanted_height(), whole * 3 // 5), self.view.minimumHeight())
        self._both.setSizes([wanted, whole - wanted])

    def _ask(self) -> None:
        from studydag.ui.dialogs.learning_form import LearningFormDialog

        thing = self.list.selected()
        if thing is not None:
            LearningFormDialog(self._workspace, trajectory=thing.id, parent=self).run()


def trajectories_listed(workspace: Workspace) -> Listed:
    """Return what the list shows."""
    _ = workspace.language.gettext
    return Listed(
        field="trajectories",
        value=Trajectory,
        title=_("Trajectories"),
        columns=("title", "period_start", "period_end", "theme"),
        form=("title", ("period_start", "period_end"), "theme", "goal", "activities", "moments"),
        typing=_("New trajectory: type its title"),
        empty=_("No trajectories yet: study days and other learning that belong together over a year or more."),
    )
