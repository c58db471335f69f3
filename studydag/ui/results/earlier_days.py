"""What earlier days teach: editions side by side, what was learned of all days, and how experts did."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studydag.model.operations.next_day import editions_of, tick_off
from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.effect.editions import Edition, edition
from studydag.model.store.format_use import format_use
from studydag.model.store.lesson_rows import expert_use, lesson_rows
from studydag.model.values.changes import Place
from studydag.model.values.effect import Verdict
from studydag.model.values.lessons import Lesson
from studydag.model.values.phases import Phase
from studydag.model.values.school import EffectLevel
from studydag.ui.announcing import name_choice
from studydag.ui.expert_words import how_it_went, rated
from studydag.ui.fields.still_box import StillBox
from studydag.ui.layouts.flipping import thin_handles
from studydag.ui.tables.spoken_rows import tick_from_outside
from studydag.ui.tables.ticked_rows import make_ticked
from studydag.ui.tables.wrapped_header import WrappedHeader
from studydag.ui.workspace import Workspace

MOST = 5
"""Editions beside each other."""
INSIGHT = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 1
BY_VERDICT, BY_DAY, BY_FORMAT, BY_EXPERT = range(4)


class EarlierDays(QWidget):
    """The editions of the day in view above, what was learned below. A tick says that it is taken along to this day."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build both parts."""
        super().__init__(parent)
        self._workspace = workspace
        self._fills = False
        self._is_learned: bool | None = None
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        thin_handles(self._splitter)
        self._add_editions()
        self._add_lessons()
        self._share()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _add_editions(self) -> None:
        _ = self._workspace.language.gettext
        self.editions = QTableWidget(self)
        self.editions.setAccessibleName(_("Editions side by side"))
        self.editions.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.editions.setTabKeyNavigation(False)
        self.editions.setFrameShape(QTableWidget.Shape.NoFrame)
        self.editions.setWordWrap(True)
        # Long texts take more lines where there is less room.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._heads = WrappedHeader(self.editions)
        self._heads.sectionResized.connect(lambda *_sizes: self._soon.start())
        self.editions.setHorizontalHeader(self._heads)
        self.alone = QLabel(
            _("On the overview, choose which day this one builds on, or a trajectory, to see editions side by side."),
            self,
        )
        self.alone.setProperty("role", "quiet")
        self.alone.setWordWrap(True)
        self._splitter.addWidget(self._part(_("Editions side by side"), [self.alone, self.editions]))

    def _add_lessons(self) -> None:
        _ = self._workspace.language.gettext
        self.by = StillBox(self)
        self.by.addItems([_("Keep, change, stop"), _("By study day"), _("By working format"), _("By expert")])
        name_choice(self.by, _("Lessons of all days"))
        self.by.activated.connect(lambda _index: self._show_lessons())
        self.lessons = QTreeWidget(self)
        tick_from_outside(self.lessons)
        self.lessons.setHeaderLabels([_("Lesson"), _("Verdict"), _("About"), _("Study day")])
        self.lessons.setAccessibleName(_("Lessons of all days"))
        self.lessons.setRootIsDecorated(False)
        self.lessons.setItemsExpandable(False)
        self.lessons.setIndentation(12)
        self.lessons.header().setStretchLastSection(False)
        self.lessons.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lessons.itemChanged.connect(self._ticked)
        self.lessons.itemActivated.connect(self._go)
        self.none = QLabel(_("No insights have been written down on other days yet."), self)
        self.none.setProperty("role", "quiet")
        self.hint = QLabel(_("What is ticked is taken along to this day."), self)
        self.hint.setProperty("role", "quiet")
        below = self._part(_("Lessons of all days"), [self.hint, self.none, self.lessons], beside=self.by)
        self._splitter.addWidget(below)

    def _part(self, title: str, widgets: list[QWidget], beside: QWidget | None = None) -> QWidget:
        part = QWidget(self)
        heading = QLabel(title, part)
        heading.setProperty("role", "heading")
        bar = QHBoxLayout()
        bar.addWidget(heading, 1)
        if beside is not None:
            bar.addWidget(beside)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(bar)
        for widget in widgets:
            column.addWidget(widget, 100 if isinstance(widget, QAbstractItemView) else 0)
        # Where there is no list yet what is said stays below its heading.
        column.addStretch(1)
        return part

    def _share(self) -> None:
        """Give editions most of the room, and all that is not needed below while nothing was learned yet."""
        if self._is_learned is (learned := not self.lessons.isHidden()):
            return
        self._is_learned = learned
        self._splitter.setSizes([1200, 1000] if learned else [10_000, 1])

    def refresh(self) -> None:
        """Show what is known now."""
        if self._fills:
            return
        self._show_editions()
        self._show_lessons()

    # Editions

    def _show_editions(self) -> None:
        workspace, day = self._workspace, self._workspace.day
        found: list[Edition] = []
        if day is not None:
            days = editions_of(workspace.library, day, MOST)
            found = [edition(day if each.id == day.id else each, workspace.setting) for each in days]
        self.alone.setVisible(len(found) < 2)
        self.editions.setVisible(bool(found))
        rows = [(title, texts) for title, texts in self._rows(found) if any(texts)]
        self.editions.clear()
        self.editions.setRowCount(len(rows))
        self.editions.setColumnCount(len(found))
        self.editions.setVerticalHeaderLabels([title for title, _texts in rows])
        self.editions.setHorizontalHeaderLabels([self._title(each) for each in found])
        for row, (title, texts) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self._title(found[column])}, {title}: {text}")
                self.editions.setItem(row, column, item)
        self._heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._fit()

    def _fit(self) -> None:
        """Make heads and rows as high as what they say is in columns of this width."""
        self._heads.fit()
        self.editions.resizeRowsToContents()

    def _title(self, found: Edition) -> str:
        return found.day.title or self._workspace.language.gettext("Study day")

    def _date(self, found: Edition) -> str:
        on = first_date(found.day)
        return "" if on is None else self._workspace.language.short_date(on)

    def _rows(self, found: list[Edition]) -> list[tuple[str, list[str]]]:
        """Return the design choices first, then what came of them."""
        language, _ = self._workspace.language, self._workspace.language.gettext
        rows: list[tuple[str, Callable[[Edition], str]]] = [
            (_("Date"), self._date),
            (_("Participants"), lambda each: str(each.day.expected_number or "")),
            *((language.capitalised(language.member(phase)), partial(self._minutes, phase)) for phase in Phase),
            (_("Active"), lambda each: "" if each.active is None else language.percent(each.active)),
            (_("Choice rounds"), lambda each: str(each.rounds or "")),
            (_("Working formats"), self._formats),
            (_("Actions afterwards"), self._actions),
            (_("Moments afterwards"), lambda each: str(each.moments or "")),
            *(
                (_("Result: {level}").replace("{level}", language.member(level)), partial(self._result, level))
                for level in EffectLevel
            ),
            (_("Learned"), self._learned),
        ]
        return [(title, [write(each) for each in found]) for title, write in rows]

    def _minutes(self, phase: Phase, found: Edition) -> str:
        minutes = found.minutes.get(phase, 0)
        return self._workspace.language.minutes(minutes) if minutes else ""

    def _formats(self, found: Edition) -> str:
        dutch = self._workspace.language.code == "nl"
        names = {each.id: each.name_nl if dutch else each.name_en for each in self._workspace.setting.formats}
        return ", ".join(names[number] for number in found.formats if names.get(number))

    def _actions(self, found: Edition) -> str:
        if not found.actions:
            return ""
        text = self._workspace.language.gettext("{done} of {all} done")
        return text.replace("{done}", str(found.done)).replace("{all}", str(found.actions))

    def _result(self, level: EffectLevel, found: Edition) -> str:
        figure, language = found.results.get(level), self._workspace.language
        if figure is None:
            return ""
        text = language.number(figure.mean) + ("" if figure.n is None else f" (n = {figure.n})")
        if figure.difference is not None:
            sign = "+" if figure.difference > 0 else ""
            text += f" · {sign}{language.number(figure.difference)}"
        return text

    def _learned(self, found: Edition) -> str:
        language = self._workspace.language
        return ", ".join(
            f"{found.learned[verdict]} × {language.member(verdict)}"
            for verdict in Verdict
            if found.learned.get(verdict)
        )

    # Lessons

    def _show_lessons(self) -> None:
        workspace, _ = self._workspace, self._workspace.language.gettext
        rows = lesson_rows(workspace.library)
        self._fills = True
        self.lessons.clear()
        groups: dict[str, list[Lesson]] = {}
        verdicts = list(Verdict)
        by_verdict = self.by.currentIndex() == BY_VERDICT
        for row in sorted(rows, key=lambda each: verdicts.index(each.verdict) if by_verdict else 0):
            groups.setdefault(self._group(row), []).append(row)
        rated, last = self._ratings(), {_("Not about a format"), _("Not about an expert")}
        for title, own in sorted(groups.items(), key=lambda each: each[0] in last):
            said = f"{title} ({len(own)})" + (f" · {rated[title]}" if title in rated else "")
            top = QTreeWidgetItem(self.lessons, [said])
            top.setFirstColumnSpanned(True)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for row in own:
                self._add(top, row)
        self.lessons.expandAll()
        for column in (1, 2, 3):
            self.lessons.resizeColumnToContents(column)
            widest = self.fontMetrics().averageCharWidth() * 26
            self.lessons.setColumnWidth(column, min(self.lessons.columnWidth(column), widest))
        self.lessons.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.hint.setVisible(bool(rows))
        self._share()
        self._fills = False

    def _add(self, top: QTreeWidgetItem, row: Lesson) -> None:
        workspace, language, day = self._workspace, self._workspace.language, self._workspace.day
        about = row.block or self._format(row.working_format) or row.expert
        verdict = language.capitalised(language.member(row.verdict))
        item = QTreeWidgetItem(top, [" ".join(row.text.split()), verdict, about, row.day_title])
        item.setData(0, INSIGHT, row.id)
        item.setData(0, PLACE, Place(row.day, "insight", row.id))
        for column in range(4):
            item.setToolTip(column, row.text if column == 0 else item.text(column))
        if day is not None and row.day != day.id:
            taken, can_change = row.taken_along_to == day.uid, not workspace.library.read_only
            make_ticked(item, self.lessons, on=taken, can_change=can_change)

    def _group(self, row: Lesson) -> str:
        language, _ = self._workspace.language, self._workspace.language.gettext
        match self.by.currentIndex():
            case 1:
                return row.day_title or _("Study day")
            case 2:
                return self._format(row.working_format) or _("Not about a format")
            case 3:
                return row.expert or _("Not about an expert")
        return language.capitalised(language.member(row.verdict))

    def _format(self, number: int | None) -> str:
        dutch = self._workspace.language.code == "nl"
        found = next((each for each in self._workspace.setting.formats if each.id == number), None)
        return "" if found is None else found.name_nl if dutch else found.name_en

    def _ratings(self) -> dict[str, str]:
        """Return how formats or experts were rated over all days, by what they are called."""
        language, library = self._workspace.language, self._workspace.library
        _ = language.gettext
        if self.by.currentIndex() == BY_FORMAT:
            used = _("used {n} times")
            return {
                self._format(number): " · ".join(
                    part for part in (used.replace("{n}", str(use.count)), rated(use.mean, use.rated, language)) if part
                )
                for number, use in format_use(library).items()
            }
        if self.by.currentIndex() == BY_EXPERT:
            return {each.name: how_it_went(each, language) for each in expert_use(library)}
        return {}

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        day, insight = self._workspace.day, item.data(0, INSIGHT)
        if self._fills or column or day is None or insight is None:
            return
        taken = item.checkState(0) is Qt.CheckState.Checked
        day_id = day.id
        # The tick shows it already; to fill the list anew would take the item away that is telling us.
        self._fills = True
        self._workspace.do(lambda: tick_off(self._workspace.library, insight, day_id, taken=taken))
        self._fills = False

    def _go(self, item: QTreeWidgetItem, _column: int) -> None:
        place = item.data(0, PLACE)
        day = self._workspace.day
        if isinstance(place, Place) and day is not None and place.day == day.id:
            self._workspace.go.emit(place)
