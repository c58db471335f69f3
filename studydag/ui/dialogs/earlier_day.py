"""What a new study day takes over from an earlier one: its programme, and what was still open there (R074, R120)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from studydag.model.operations.next_day import TakenOver, begin_after, open_actions, open_insights, taken_over
from studydag.model.rules.calendar.dates import last_date
from studydag.model.rules.handing_on.copies import HELD
from studydag.model.store.first_list import DayLine, day_lines
from studydag.model.values.study_day import StudyDay
from studydag.ui.day_titles import dated_title
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.labelled import labelled
from studydag.ui.fields.text import LineField
from studydag.ui.tables.dates_near import keep_coming_date
from studydag.ui.tables.spoken_rows import tick_from_outside
from studydag.ui.tables.tick_delegate import LineTicks
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

KIND, ID = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
ROWS = 7


class EarlierDayForm(QWidget):
    """Asks which day, and what comes along. `chosen` says that one of both is another."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with the day in view if it was held, else with the one held last, else with the one in view.

        That one is read when it is first asked for.
        """
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._day: StudyDay | None = None
        self._lines = day_lines(workspace.library.path)
        language = workspace.language
        choices = [Choice(line.id, dated_title(line, language)) for line in reversed(self._lines)]
        self.day = ChoiceField(choices)
        self.title = LineField()
        self.date = DateField(language)
        keep_coming_date(self.date, workspace)
        self.programme = QCheckBox(_("Take over programme, goals and actions"), self)
        self.programme.setChecked(True)
        self.builds_on = QCheckBox(_("The new day builds on this one"), self)
        self.about = text_label("", self, "quiet")
        self.open = QTreeWidget(self)
        tick_from_outside(self.open)
        self.open.setItemDelegate(LineTicks(self.open))
        self.open.setHeaderHidden(True)
        self.open.setAccessibleName(_("What was still open"))
        self.open.setMinimumHeight(self.fontMetrics().height() * ROWS)
        self.open.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(labelled(_("Which study day?"), self.day, self))
        beside = QHBoxLayout()
        beside.addLayout(labelled(_("Title of the new one"), self.title, self), 3)
        beside.addLayout(labelled(_("Date (you may leave this open)"), self.date, self), 2)
        column.addLayout(beside)
        column.addSpacing(4)
        for widget in (self.programme, self.builds_on, self.about):
            column.addWidget(widget)
        column.addWidget(self.open, 1)
        self.about.setBuddy(self.open)
        self.day.edited.connect(self.choose)
        self.programme.toggled.connect(lambda _on: self.chosen.emit())
        self.open.itemChanged.connect(lambda _item, _column: self.chosen.emit())

    @property
    def earlier(self) -> StudyDay | None:
        """The day that is chosen."""
        if self._day is None and self._lines:
            in_view = 0 if self._workspace.day is None else self._workspace.day.id
            with QSignalBlocker(self):
                self.choose(_likely(self._lines, self._workspace.today(), in_view) or self._lines[-1].id)
        return self._day

    def choose(self, day_id: int) -> None:
        """Begin from a day; all that was open there is ticked."""
        _ = self._workspace.language.gettext
        self.day.show_value(day_id)
        found = self._workspace.library.some(StudyDay, (day_id,))
        self._day = found[0] if found else None
        if self._day is None:
            return
        self.title.show_value(_("{title} (copy)").replace("{title}", self._day.title))
        last = last_date(self._day)
        held = self._day.status in HELD or (last is not None and last < self._workspace.today())
        self.builds_on.setChecked(held)
        with QSignalBlocker(self.open):
            self._show_open(self._day)
        self.chosen.emit()

    def make(self) -> int | None:
        """Make the new day; return its id. Raises what the verb raises."""
        earlier = self.earlier
        if earlier is None:
            return None
        self.date.must_be_read()
        date: dt.date | None = self.date.shown
        return begin_after(self._workspace.library, earlier.id, self.title.shown or "", self._taken(), date=date)

    def becomes(self) -> StudyDay | None:
        """Return the new day as it will be: what was called off takes place again, what isn't ticked stays behind."""
        earlier = self.earlier
        return None if earlier is None else taken_over(earlier, earlier.title, self._taken())

    def _taken(self) -> TakenOver:
        return TakenOver(
            programme=self.programme.isChecked(),
            builds_on=self.builds_on.isChecked(),
            actions=self._ticked("action"),
            insights=self._ticked("insight"),
        )

    def _show_open(self, day: StudyDay) -> None:
        _, language = self._workspace.language.gettext, self._workspace.language
        self.open.clear()
        actions, insights = open_actions(day), open_insights(day)
        self._group(_("Open actions"), [("action", each.id, each.what) for each in actions])
        verdicts = [
            ("insight", each.id, f"{language.capitalised(language.member(each.verdict))}: {each.text}")
            for each in insights
        ]
        self._group(_("What we learned"), verdicts)
        self.open.expandAll()
        there = bool(actions or insights)
        self.open.setVisible(there)
        self.about.setText(
            _("Still open there. What you tick comes along; insights are ticked off there.")
            if there
            else _("Nothing is still open there.")
        )

    def _group(self, title: str, rows: list[tuple[str, int, str]]) -> None:
        if not rows:
            return
        top = QTreeWidgetItem(self.open, [title])
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        for kind, row_id, text in rows:
            item = QTreeWidgetItem(top, [" ".join(text.split())])
            item.setToolTip(0, text)
            item.setData(0, KIND, kind)
            item.setData(0, ID, row_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked)

    def _ticked(self, kind: str) -> tuple[int, ...]:
        return tuple(
            item.data(0, ID)
            for item in self._items()
            if item.data(0, KIND) == kind and item.checkState(0) is Qt.CheckState.Checked
        )

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walker = QTreeWidgetItemIterator(self.open)
        while (item := walker.value()) is not None:
            yield item
            walker += 1


def _likely(lines: Sequence[DayLine], today: dt.date, in_view: int) -> int | None:
    """Return the day in view if it was held, else the one that was held last, else again the one in view."""
    held = {line.id: line for line in lines if line.dates and line.dates[-1] < today}
    if in_view in held or not held:
        return in_view or None
    return max(held.values(), key=lambda line: line.dates[-1]).id
