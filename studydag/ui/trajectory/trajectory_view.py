"""A trajectory as it is looked at: the year line, the same as a list, and what it asks of people."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from studydag.model.operations.trajectories import days_of, put_later
from studydag.model.rules.calendar.school_calendar import holidays_for, is_closed
from studydag.model.rules.year_line import Mark, YearLine, hours, mix, work_in, year_line
from studydag.model.values.changes import Change, Place
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory
from studydag.model.values.wording import N_
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.trajectory.words import hours_text, lane_title, mark_text, mix_text, work_text
from studydag.ui.trajectory.year_canvas import A_WEEK, YearCanvas
from studydag.ui.workspace import Workspace

MARGIN = 12
PLACE = Qt.ItemDataRole.UserRole


class TrajectoryView(QWidget):
    """Shows one trajectory; what is clicked in it is gone to."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._trajectory: Trajectory | None = None
        self._closed = Holidays()
        self.line: YearLine | None = None
        self.mix = WrappedLabel("", self)
        self.hint = WrappedLabel("", self)
        self.canvas = YearCanvas(look, workspace.language, self)
        self.canvas.can_move = not workspace.library.read_only
        self.canvas.opened.connect(self._open)
        self.canvas.later.connect(self._put_later)
        self.canvas.chosen_changed.connect(self._say)
        self.canvas.dragged.connect(self._on_drag)
        self.canvas.menu_asked.connect(lambda mark, at: self.menu_of(mark).popup(at))
        self.said = WrappedLabel("", self)
        self.list = self._tree((_("Date"), _("What"), _("Where it belongs")), _("Year line as a list"))
        self.list.itemActivated.connect(lambda item, _column: self._go(item.data(0, PLACE)))
        self.people = self._tree((_("Who"), _("Hours")), _("Hours per person"))
        self.tabs = SubTabs(_("Views of the trajectory"), _("More"), self, margin=0)
        scroll = QScrollArea(self)
        scroll.setWidget(self.canvas)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title, part in (
            (_("Year line"), scroll),
            (_("As a list"), self.list),
            (_("Hours per person"), self.people),
        ):
            part.setContentsMargins(0, 4, 0, 0)
            self.tabs.add(title, part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.tabs, 1)
        for label in (self.said, self.mix, self.hint):
            layout.addWidget(label)
        workspace.changed.connect(self._on_change)
        sees = self._sees
        workspace.sees.append(sees)
        # The workspace outlives the window around it, as when that speaks another language.
        self.destroyed.connect(lambda: workspace.sees.remove(sees))

    def show_trajectory(self, trajectory: Trajectory | None) -> None:
        """Show a trajectory, or (None) nothing."""
        self._trajectory = trajectory
        self.setVisible(trajectory is not None)
        if trajectory is None:
            return
        workspace, language = self._workspace, self._workspace.language
        days = days_of(workspace.library, trajectory.id)
        today, holidays = workspace.today(), self._holidays(trajectory, days)
        self.line = year_line(trajectory, days, holidays, today)
        self.canvas.show_line(self.line, today)
        self._closed = holidays
        self._say()
        self._fill_list(self.line)
        found = mix(trajectory, days)
        work = work_text(work_in(days, workspace.setting, today), language)
        self.mix.setText(f"{mix_text(found, language)}   –   {work}")
        self.hint.setText("" if found.informal else language.gettext(_HINT))
        self.hint.setVisible(not found.informal)
        self.people.clear()
        for each in hours(trajectory, days, workspace.setting):
            item = QTreeWidgetItem(self.people, [each.person.name, hours_text(each, language)])
            item.setData(0, PLACE, Place(None, "person", each.person.id))

    def wanted_height(self) -> int:
        """Return how high it is with all rows of the line in view."""
        around = self.sizeHint().height() - self.tabs.stack.sizeHint().height()
        return around + self.canvas.sizeHint().height() + MARGIN

    def menu_of(self, mark: Mark) -> QMenu:
        """Return what can be done with a mark, as a menu."""
        _, canvas = self._workspace.language.gettext, self.canvas
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps = (
            (_("A day earlier"), "Alt+←", -1),
            (_("A day later"), "Alt+→", 1),
            (_("A week earlier"), "Alt+Shift+←", -A_WEEK),
            (_("A week later"), "Alt+Shift+→", A_WEEK),
        )
        for text, key, days in steps:
            action = menu.addAction(f"{text}\t{key}", partial(canvas.move_by, days))
            action.setEnabled(canvas.moves(mark))
        menu.addSeparator()
        go = _("Go to it")
        menu.addAction(f"{go}\tEnter", partial(self._open, mark))
        return menu

    def _open(self, mark: Mark) -> None:
        self._go(Place(mark.day, mark.kind, mark.id))

    def _put_later(self, mark: Mark, days: int) -> None:
        workspace, moves = self._workspace, mark.moves
        if moves is None:
            return
        gesture = self.canvas.gesture
        report = workspace.do(lambda: put_later(workspace.library, moves, days, gesture=gesture))
        if report is None or mark.kind != "study_day":
            return
        language = workspace.language
        moving = language.ngettext("{n} date moves along", "{n} dates move along", len(report.moving))
        fixed = language.ngettext("{n} fixed date stays", "{n} fixed dates stay", len(report.fixed))
        counts = (moving.replace("{n}", str(len(report.moving))), fixed.replace("{n}", str(len(report.fixed))))
        self.said.setText(f"{self.said.text().removesuffix('.')}. {language.capitalised(', '.join(counts))}.")

    def _on_change(self, change: Change) -> None:
        # The list of trajectories doesn't change with the date of a day.
        if change.touches("part") and self.isVisible():
            self.show_trajectory(self._trajectory)

    def _sees(self, place: Place) -> bool:
        """Whether a thing is on the line that is in view."""
        marks = () if self.line is None else self.line.marks
        return self.isVisible() and any((mark.kind, mark.id) == (place.kind, place.id) for mark in marks)

    def _say(self) -> None:
        """Say what the selected mark stands for, and what can be done with it."""
        canvas, _ = self.canvas, self._workspace.language.gettext
        reference = canvas.current
        if reference is None:
            self.said.setText(_("Nothing is planned yet. Tick study days that belong to it, or plan a learning form."))
        elif canvas.hasFocus():
            self.said.setText(canvas.name_of(reference))
        else:
            self.said.setText(_("Drag anything that should be earlier or later. A double click goes to it."))

    def _on_drag(self, to: dt.date | None) -> None:
        if to is None:
            self._say()
            return
        language = self._workspace.language
        closed = language.gettext("The school is closed then.") if is_closed(to, self._closed) else ""
        self.said.setText(" ".join(filter(None, (f"{language.capitalised(language.date(to))}.", closed))))

    def _fill_list(self, line: YearLine) -> None:
        language = self._workspace.language
        self.list.clear()
        rows = [(mark, lane) for lane in line.lanes for mark in lane.marks]
        for mark, lane in sorted(rows, key=lambda row: (row[0].first, row[0].last)):
            when = language.short_date(mark.first)
            closed = language.gettext("The school is closed then.") if mark.closed else ""
            what = " ".join(filter(None, (mark.title or lane_title(lane, language), f"({closed})" if closed else "")))
            item = QTreeWidgetItem(self.list, [when, what, lane_title(lane, language)])
            item.setData(0, PLACE, Place(mark.day, mark.kind, mark.id))
            item.setToolTip(1, mark_text(mark, lane, language))
        for column in range(2):
            self.list.resizeColumnToContents(column)

    def _holidays(self, trajectory: Trajectory, days: tuple[StudyDay, ...]) -> Holidays:
        """Return the holidays of all years that the trajectory may touch."""
        school, today = self._workspace.setting.school, self._workspace.today()
        dates = [trajectory.period_start, trajectory.period_end, *(part.date for day in days for part in day.parts)]
        dates += [step.due for each in trajectory.activities for step in each.steps if isinstance(step.due, dt.date)]
        years = [date.year for date in dates if date is not None] or [today.year]
        return holidays_for(
            school.holiday_region,
            school.country,
            range(min(years) - 1, max(years) + 3),
            school.closed_days,
            language=self._workspace.language.code,
        )

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self._workspace.go.emit(place)

    def _tree(self, headers: tuple[str, ...], name: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderLabels(list(headers))
        tree.setAccessibleName(name)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        return tree


_HINT = N_(
    "No informal learning yet, such as watching a colleague’s lesson or a reading group. It makes formal learning "
    "stick."
)
