"""Home: what is due over all study days, and the days to go on with. With no study day yet: how to begin."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studydag.model.operations.due import DueLine, due_until
from studydag.model.store.first_list import DayLine
from studydag.model.values.changes import Change, Place
from studydag.model.values.wording import N_
from studydag.ui.announcing import announce, name_choice
from studydag.ui.fields.still_box import StillBox
from studydag.ui.first_due import horizon
from studydag.ui.first_words import short_dates
from studydag.ui.layouts.flipping import FlippingSplitter
from studydag.ui.layouts.later import Later
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.panels.start_panel import StartPanel
from studydag.ui.tables.spoken_rows import choose_from_outside
from studydag.ui.widgets.banner import Banner
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.model.values.study_day import StudyDay
    from studydag.ui.commands import Commands
    from studydag.ui.widgets.cycle_cards import CycleCards

BY_DATE, BY_OWNER, BY_DAY, BY_KIND, BY_GOAL, BY_TRAJECTORY = range(6)
PLACE = Qt.ItemDataRole.UserRole + 1
RECENT = 6
MARGIN = 6
"""Pixels below the last line."""
LONGEST_DATE = "wo 28 mmm 2028"
"""As wide as a short date gets, in either language."""
WHO_AND_WHERE = {2: 18, 3: 22}
"""Characters of the columns beside what is due."""
MOST_BESIDE = 0.19
"""Of the width of the list, each of them has that much at most."""
SIDE_BY_SIDE = 150
"""Characters of width from which what is due and the days stand beside each other."""
"""So far the list looks ahead at least (R124), also at the end of a month."""


class DueList(QTreeWidget):
    """When, what, who and in which day; what is due has most of the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what is due beside who and where."""
        super().resizeEvent(event)
        wide = self.fontMetrics().averageCharWidth()
        for column, characters in WHO_AND_WHERE.items():
            self.setColumnWidth(column, min(characters * wide, int(self.width() * MOST_BESIDE)))


class HomePage(Page):
    """What is due this month, and recent days. `day_chosen` carries the Place to go to.

    `run_asked` carries the id of a day that is being held, to go on with on the screen for the hall.
    """

    title: ClassVar[str] = N_("Home")
    name: ClassVar[str] = "home"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *("study_day", "part", "need", "goal", "action", "moment", "measure", "result", "insight"),
            *("person", "group", "school"),
        }
    )
    day_chosen = Signal(object)
    run_asked = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        commands: Commands,
        *,
        due: tuple[DueLine, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build both faces: the start, and the lists; `due` is what is due, if that was read already."""
        super().__init__(workspace, look, parent)
        self._lines: tuple[DayLine, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._due, self._due_on = due, workspace.today()
        self.running: Banner | None = None
        self._cycles: CycleCards | None = None
        self._to_read: list[int] = []
        self._going_on: list[StudyDay] = []
        self._start = Later(lambda: StartPanel(workspace, commands), self)
        self._make_lists()
        self._faces = QStackedWidget(self)
        self._faces.addWidget(self._start)
        self._faces.addWidget(self._lists())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._faces)
        self.build()

    def _make_lists(self) -> None:
        """Make the list of what is due, with how it is put together, and that of the days to go on with."""
        workspace, _ = self.workspace, self.workspace.language.gettext
        self._heading = QLabel(workspace.language.capitalised(workspace.language.date(workspace.today())), self)
        self._heading.setProperty("role", "title")
        self._nothing = QLabel(_("Nothing is due in the coming weeks."), self)
        self._nothing.setProperty("role", "quiet")
        self.due = DueList(self)
        _set_up(self.due, [_("Date"), _("What"), _("Who"), _("Study day")], _("What is due"))
        self.days = QTreeWidget(self)
        _set_up(self.days, [_("Study day"), _("Date"), _("Status")], _("Study days to continue with"))
        for tree in (self.due, self.days):
            self._lead_on(tree)
        self.by = StillBox(self)
        self.by.addItems(
            [_("By date"), _("By owner"), _("By study day"), _("By kind"), _("By goal"), _("By trajectory")]
        )
        name_choice(self.by, _("What is due"))
        self.by.activated.connect(lambda _index: self._show_due())

    def _lead_on(self, tree: QTreeWidget) -> None:
        """Go to what a line is about, by keys, pointer and from outside."""
        tree.itemActivated.connect(self._activated)
        tree.itemClicked.connect(self._clicked)
        choose_from_outside(tree, lambda: self._activated(tree.currentItem()))

    def _lists(self) -> QWidget:
        """Return the face with both lists: beside each other, or one below the other where there is little room."""
        _ = self.workspace.language.gettext
        self._below_days = QVBoxLayout()
        to_do = _part(_("What is due"), self._nothing, self.due, beside=self.by)
        beside = FlippingSplitter(SIDE_BY_SIDE, shares=(3, 2))
        days = _part(_("Study days to continue with"), self.days, level=self.by)
        days.insertLayout(days.count() - 1, self._below_days, 100)
        self._to_do = QWidget(beside)
        for part, holder in ((to_do, self._to_do), (days, QWidget(beside))):
            holder.setLayout(part)
            beside.addWidget(holder)
        self._beside = beside
        beside.flipped.connect(self._share_height)
        self._share_height()
        beside.setStretchFactor(0, 3)
        beside.setStretchFactor(1, 2)
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(20, 14, 20, 16)
        column.addWidget(self._heading)
        column.addSpacing(8)
        column.addWidget(beside, 1)
        self._lists_column = column
        return lists

    @property
    def start(self) -> StartPanel:
        """How to begin; made when there is no study day."""
        return self._start.content()

    def _renew(self) -> None:
        """Show nothing anew while a study day is about to come into view."""
        if self.workspace.day is not None:
            self._stale = True
        else:
            super()._renew()

    def _on_change(self, change: Change) -> None:
        self._due = None
        super()._on_change(change)

    def show_days(self, lines: tuple[DayLine, ...], recent: tuple[str, ...]) -> None:
        """Take the list of days, and the uids of those that were open lately, the last one first."""
        self._lines, self._recent = lines, recent
        self._faces.setCurrentIndex(1 if lines else 0)
        self._renew()

    def refresh(self) -> None:
        """Show what is due now."""
        if self._lines:
            self._show_due()
            self._show_recent()

    def take_focus(self) -> None:
        """Let the keys begin where most people do: at a new day, or at the one that was open last."""
        if not self._lines:
            self.start.begin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.running is not None:
            self.running.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        first = self.days.topLevelItem(0)
        if self.days.currentItem() is None and first is not None:
            self.days.setCurrentItem(first)

    def _share_height(self) -> None:
        """Let what is due take what its lines need where the rest stands below it, else all there is."""
        above = self._beside.orientation() is Qt.Orientation.Vertical
        high = QSizePolicy.Policy.Maximum if above else QSizePolicy.Policy.Preferred
        self._to_do.setSizePolicy(QSizePolicy.Policy.Preferred, high)

    def _show_due(self) -> None:
        workspace, language = self.workspace, self.workspace.language
        today = workspace.today()
        found = self._due if self._due_on == today else None
        if found is None:
            found = due_until(workspace.library, today, horizon(today))
        # To read it over hundreds of days takes longer than to show it; who only looks isn't told of changes.
        self._due, self._due_on = None if workspace.library.read_only else found, today
        self.due.clear()
        for title, lines in self._groups(found):
            late = title == language.gettext("Overdue")
            self._add_group(title, lines, self.look.colours.must if late else self.look.colours.text)
        self.due.expandAll()
        self.due.setVisible(bool(found))
        _fit_height(self.due)
        self._nothing.setVisible(not found)

    def _groups(self, found: tuple[DueLine, ...]) -> list[tuple[str, list[DueLine]]]:
        """Put what is due together as the user chose: by date, owner, study day or kind."""
        language, today = self.workspace.language, self.workspace.today()
        _ = language.gettext
        by = self.by.currentIndex()
        if by == BY_DATE:
            month = _("Until {date}").replace("{date}", language.date_without_weekday(horizon(today)))
            return [
                (_("Overdue"), [line for line in found if line.date < today]),
                (month, [line for line in found if line.date >= today]),
            ]
        named: dict[str, list[DueLine]] = {}
        for line in found:
            kind = language.capitalised(language.kind(line.kind, 2))
            title = {
                BY_OWNER: line.owner or _("Without an owner"),
                BY_DAY: line.day_title or line.trajectory,
                BY_KIND: kind,
                BY_GOAL: line.goal or _("Without a goal"),
                BY_TRAJECTORY: line.trajectory or _("Without a trajectory"),
            }[by]
            named.setdefault(title or _("Study day"), []).append(line)
        last = {_("Without an owner"), _("Without a goal"), _("Without a trajectory")}
        return sorted(named.items(), key=lambda each: (each[0] in last, language.sort_key(each[0])))

    def _add_group(self, title: str, lines: list[DueLine], colour: str) -> None:
        if not lines:
            return
        group = QTreeWidgetItem(self.due, [f"{title} ({len(lines)})"])
        group.setFirstColumnSpanned(True)
        group.setForeground(0, QColor(colour))
        font = QFont(self.due.font())
        font.setWeight(QFont.Weight.DemiBold)
        group.setFont(0, font)
        language = self.workspace.language
        for line in lines:
            title = line.title or language.capitalised(language.kind(line.kind))
            where = line.day_title or line.trajectory
            item = QTreeWidgetItem(group, [language.short_date(line.date), title, line.owner, where])
            item.setData(0, PLACE, Place(line.day, line.kind, line.id))
            if line.date < self.workspace.today():
                item.setForeground(0, QColor(self.look.colours.must))
            for column in range(4):
                item.setToolTip(column, item.text(column))

    @property
    def to_go_on_with(self) -> list[DayLine]:
        """The days that were open lately, and then those nearest to today."""
        return _to_go_on_with(self._lines, self._recent, self.workspace.today())

    def _show_recent(self) -> None:
        language = self.workspace.language
        self.days.clear()
        for line in self.to_go_on_with:
            dates = short_dates(line.dates, language) if line.dates else language.gettext("no date yet")
            title = line.title or language.gettext("Study day")
            item = QTreeWidgetItem(self.days, [title, dates, language.capitalised(language.member(line.status))])
            item.setData(0, PLACE, Place(line.id, "study_day", line.id))
            item.setToolTip(0, title)
        for column in (1, 2):
            self.days.resizeColumnToContents(column)
        _fit_height(self.days)
        self.workspace.idle.add(self._show_running)
        self.workspace.idle.add(self._show_cycles)

    def _show_running(self) -> None:
        """Say which day is being held now, as after the program was stopped in the middle of it, and lead there."""
        from studydag.model.rules.on_the_day.running import under_way
        from studydag.model.values.study_day import StudyDay

        if not self.isVisible():
            return
        workspace, now = self.workspace, self.workspace.library.now
        lately = {now.date(), now.date() - dt.timedelta(days=1)}
        numbers = [line.id for line in self._lines if lately.intersection(line.dates)]
        days = workspace.library.some(StudyDay, numbers) if numbers else ()
        held = next(((day, run) for day in days if (run := under_way(day, now)) is not None), None)
        before, self.running = self.running, None
        if held is not None:
            day, run = held
            _ = workspace.language.gettext
            title = day.title or _("Study day")
            block = "" if run.current is None else run.current.block.title
            said = _("Under way: {title}").replace("{title}", " – ".join(each for each in (title, block) if each))
            self.running = Banner(said, _("Continue with this day"), lambda: self.run_asked.emit(day.id), self)
            self._lists_column.insertWidget(1, self.running)
            if before is None and (self.days.hasFocus() or self.due.hasFocus()):
                self.running.button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, said)
        if before is not None:
            before.hide()
            before.deleteLater()

    def _show_cycles(self) -> None:
        """Say where those days stand in the cycle of improvement (R122); of those alone all is read, one at a time."""
        if not self.isVisible():
            return
        if self._cycles is None:
            from studydag.ui.widgets.cycle_cards import CycleCards

            heading = QLabel(self.workspace.language.gettext("Where they are in the cycle of improvement"), self)
            heading.setProperty("role", "heading")
            self._cycles = CycleCards(self.workspace, self.look, self)
            self._cycles.chosen.connect(self.day_chosen)
            self._below_days.addSpacing(12)
            self._below_days.addWidget(heading)
            self._below_days.addWidget(self._cycles, 1)
        self._going_on = []
        self._to_read = [line.id for line in self.to_go_on_with]
        self.workspace.idle.add(self._read_next)

    def _read_next(self) -> None:
        """Read one of those days; after the last show them all."""
        from studydag.model.values.study_day import StudyDay

        if self._to_read:
            found = self.workspace.library.some(StudyDay, [self._to_read.pop(0)])
            self._going_on.extend(found)
            self.workspace.idle.add(self._read_next)
        elif self._cycles is not None:
            self._cycles.show_days(self._going_on)
            self._going_on = []

    def _activated(self, item: QTreeWidgetItem | None) -> None:
        place = None if item is None else item.data(0, PLACE)
        if place is not None:
            self.day_chosen.emit(place)

    def _clicked(self, item: QTreeWidgetItem) -> None:
        if not self.style().styleHint(self.style().StyleHint.SH_ItemView_ActivateItemOnSingleClick, None, self.due):
            self._activated(item)


def _to_go_on_with(lines: tuple[DayLine, ...], recent: tuple[str, ...], today: dt.date) -> list[DayLine]:
    """Return the days that were open lately, and then those nearest to today."""
    by_uid = {line.uid: line for line in lines}
    chosen = [by_uid[uid] for uid in recent if uid in by_uid]
    rest = [line for line in lines if line not in chosen]
    far = dt.date.max - dt.date.min
    rest.sort(key=lambda line: (abs(line.dates[0] - today) if line.dates else far, line.id))
    return [*chosen, *rest][:RECENT]


def _part(title: str, *widgets: QWidget, beside: QWidget | None = None, level: QWidget | None = None) -> QVBoxLayout:
    """Put widgets below a heading; `beside` stands to its right, and `level` beside the heading of another part."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title)
    label.setProperty("role", "heading")
    if level is not None:
        label.setMinimumHeight(level.sizeHint().height())
    row = QHBoxLayout()
    row.addWidget(label, 1)
    if beside is not None:
        row.addWidget(beside)
    column.addLayout(row)
    for widget in widgets:
        column.addWidget(widget, 100 if isinstance(widget, QTreeWidget) else 0)
    # Short lists stay below their heading.
    column.addStretch(1)
    return column


def _fit_height(tree: QTreeWidget) -> None:
    """Be no higher than all lines."""
    lines = sum(1 + item.childCount() for item in map(tree.topLevelItem, range(tree.topLevelItemCount())) if item)
    line = tree.sizeHintForRow(0) if lines else tree.fontMetrics().lineSpacing()
    tree.setMaximumHeight(tree.header().sizeHint().height() + lines * line + 2 * tree.frameWidth() + MARGIN)


def _set_up(tree: QTreeWidget, titles: list[str], name: str) -> None:
    tree.setHeaderLabels(titles)
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setIndentation(0)
    tree.setUniformRowHeights(True)
    tree.setSizeAdjustPolicy(QTreeWidget.SizeAdjustPolicy.AdjustToContents)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    header = tree.header()
    widest = 1 if len(titles) == 4 else 0
    header.setStretchLastSection(False)
    for column in range(len(titles)):
        mode = QHeaderView.ResizeMode.Stretch if column == widest else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(column, mode)
    wide = tree.fontMetrics().averageCharWidth()
    if widest == 0:
        tree.setColumnWidth(2, 14 * wide)
    tree.setColumnWidth(1 - widest, tree.fontMetrics().horizontalAdvance(LONGEST_DATE) + 2 * wide)
