"""Who was there: a column for each part and round, marked with a key or a click, with walk-ins and what it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from studydag.model.operations import attendance
from studydag.model.rules.choices.presence import Attended, attended, no_shows, presence_in
from studydag.model.rules.choices.standing import Standing
from studydag.model.rules.people.days_off import days_off_of
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.announcing import announce, name_choice
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.window_undo import leave_undo_to_window
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.workspace import Workspace

NAME = 24
"""Characters that a name has room for at least beside the other fields."""
Spot = tuple[int | None, int | None]
"""A part, or a round."""
_CYCLE = {
    None: Presence.PRESENT,
    Presence.PRESENT: Presence.ABSENT,
    Presence.ABSENT: Presence.PARTLY,
    Presence.PARTLY: Presence.WALK_IN,
    Presence.WALK_IN: None,
}
_KEYS = {"1": Presence.PRESENT, "2": Presence.PARTLY, "3": Presence.ABSENT, "4": Presence.WALK_IN, "0": None}
_SIGNS = {Presence.PRESENT: "✓", Presence.PARTLY: "◐", Presence.ABSENT: "✗", Presence.WALK_IN: "+"}


class AttendanceGrid(QWidget):
    """Marks people of the day in view. Enter or a double click goes on to the next mark; 1 to 4 and 0 set one."""

    def __init__(self, workspace: Workspace, look: Look, cells: Cells, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace, self._look, self._cells = workspace, look, cells
        self._spots: tuple[Spot, ...] = ()
        self._sums: dict[int, Attended] = {}
        self._is_narrow = False
        self._are_off: dict[int, tuple[dt.date, ...]] = {}
        self._make_table()
        self.words = WordsLine(_("Filter people"), self)
        self.words.textChanged.connect(lambda _text: self._show_people())
        self.all_present = QPushButton(_("All others present"), self)
        self.all_present.setToolTip(_("Mark as present everybody who has no mark in the selected column yet"))
        self.all_present.clicked.connect(lambda _checked=False: self.mark_the_rest())
        self.counts = QLabel(self)
        self.counts.setProperty("role", "quiet")
        self._make_walk_in_line()
        self._lay_out()

    def _make_table(self) -> None:
        workspace, cells, _ = self._workspace, self._cells, self._workspace.language.gettext
        self._own = (
            TableColumn(title=_("Who"), text=lambda each: cells.name("registration", each.id), stretches=2),
            TableColumn(title=_("Department"), text=self._section, name="section", gives_way=2),
        )
        self.table = ThingTable(
            workspace,
            Registration,
            self._own,
            lambda _row, _field, _new: None,
            name=_("Attendance"),
            empty=_("Nobody has registered yet."),
        )
        self.table.narrowest = 22
        self.table.let_sort("attendance")
        self.table.let_choose_columns("attendance")
        self.table.keys = {key: partial(self._mark_selected, presence) for key, presence in _KEYS.items()}
        self.table.activated.connect(self._go_on)

    def _lay_out(self) -> None:
        _ = self._workspace.language.gettext
        heading = QLabel(_("Attendance"), self)
        heading.setProperty("role", "heading")
        hint = QLabel(
            _("Enter or a double click marks a cell. Or press 1 present, 2 partly, 3 absent, 4 walk-in, 0 no mark."),
            self,
        )
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.all_present)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.counts)
        layout.addLayout(self._below)

    def _make_walk_in_line(self) -> None:
        _ = self._workspace.language.gettext
        self.walk_in = QLineEdit(self)
        self.walk_in.setPlaceholderText(_("Name of the walk-in"))
        self.walk_in.setAccessibleName(self.walk_in.placeholderText())
        self.walk_in.setToolTip(_("Name of somebody who came without having registered"))
        leave_undo_to_window(self.walk_in)
        self.walk_in.returnPressed.connect(self.add_walk_in)
        self.seat = StillBox(self)
        self.seat.setMinimumContentsLength(20)
        name_choice(self.seat, _("Where there is a seat"))
        self.add = QPushButton(_("Add walk-in"), self)
        self.add.clicked.connect(lambda _checked=False: self.add_walk_in())
        # Where there is little room the name has a line of its own.
        self._below = QGridLayout()
        self._below.setColumnStretch(0, 2)
        self._below.setColumnStretch(1, 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the line for walk-ins fit another width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self.seat.sizeHint().width() - self.add.sizeHint().width()
        is_narrow = room < self.fontMetrics().averageCharWidth() * NAME
        if self._below.count() and is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for widget in (self.walk_in, self.seat, self.add):
            self._below.removeWidget(widget)
        self._below.addWidget(self.walk_in, 0, 0, 1, 3 if is_narrow else 1)
        self._below.addWidget(self.seat, int(is_narrow), 0 if is_narrow else 1, 1, 2 if is_narrow else 1)
        self._below.addWidget(self.add, int(is_narrow), 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring it up to date when it comes into view."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the day as it stands; hidden it waits until it is seen."""
        if not self.isVisible():
            return
        day, schedule = self._workspace.day or StudyDay(), self._workspace.schedule
        groups = {group.id: group for group in self._workspace.setting.groups}
        self._sums = {each.id: attended(day, each, groups, schedule) for each in day.registrations}
        people = {person.id: person for person in self._workspace.setting.people}
        off = {each.id: days_off_of(each, day, people) for each in day.registrations}
        self._are_off = {number: dates for number, dates in off.items() if dates}
        self._show_columns(day)
        self._show_people()
        self._offer_seats(day)
        self._count(day)
        writable = not self._workspace.library.read_only
        for button in (self.all_present, self.add, self.walk_in, self.seat):
            button.setEnabled(writable)

    # -- marking

    def mark(self, people: Sequence[int], spot: Spot, presence: Presence | None) -> None:
        """Mark people in a part or at a round; None takes marks away."""
        part, number = spot
        library = self._workspace.library
        self._workspace.do(lambda: attendance.mark_all(library, people, presence, part=part, round=number))

    def mark_the_rest(self) -> None:
        """Mark everybody without a mark in the current column as present."""
        spot, day = self._spot(self.table.currentIndex()), self._workspace.day
        if spot is None:
            spot = next(iter(self._spots), None)
        if spot is None or day is None:
            return
        part, number = spot
        rest = [each.id for each in day.registrations if presence_in(each, part=part, number=number) is None]
        self.mark(rest, spot, Presence.PRESENT)

    def add_walk_in(self) -> None:
        """Add somebody who came without having registered, at the seat that is chosen."""
        name, day = self.walk_in.text().strip(), self._workspace.day
        if not name or day is None:
            self.walk_in.setFocus()
            return
        seat = self.seat.currentData()
        option = next((block for block in day.blocks if block.id == seat), None)
        people = {person.name.casefold(): person.id for person in self._workspace.setting.people}
        known = people.get(name.casefold())
        who = Registration(person=known) if known else Registration(name=name)
        made = self._workspace.do(
            lambda: attendance.add_walk_in(
                self._workspace.library,
                day.id,
                who,
                part=self._part_of(option),
                round=None if option is None else option.round,
                option=None if option is None else option.id,
            )
        )
        if made is not None:
            self.walk_in.clear()
            self.table.choose(made)
            # The next one is at the door already.
            self.walk_in.setFocus()
            announce(self, name)

    def _part_of(self, option: Block | None) -> int | None:
        """Return the part in which somebody walks in: that of the seat, else of the column, else the first one."""
        parts = [each.part.id for each in self._workspace.schedule.parts]
        spot = self._spot(self.table.currentIndex()) or (None, None)
        number = spot[1] if option is None else option.round
        slot = self._workspace.schedule.index.get(number or 0)
        if slot is not None:
            return slot.part.id
        return spot[0] if spot[0] is not None else next(iter(parts), None)

    def _mark_selected(self, presence: Presence | None, people: tuple[int, ...]) -> None:
        spot = self._spot(self.table.currentIndex()) or next(iter(self._spots), None)
        if spot is not None:
            self.mark(people, spot, presence)

    def _go_on(self, index: QModelIndex) -> None:
        spot = self._spot(index)
        if spot is None or self._workspace.library.read_only:
            return
        registration = self.table.things.thing_at(index.row())
        self.mark([registration.id], spot, _CYCLE[presence_in(registration, part=spot[0], number=spot[1])])

    def _spot(self, index: QModelIndex) -> Spot | None:
        place = index.column() - len(self._own)
        return self._spots[place] if index.isValid() and 0 <= place < len(self._spots) else None

    # -- what is shown

    def _show_columns(self, day: StudyDay) -> None:
        parts: list[tuple[Spot, str]] = [
            ((each.part.id, None), self._part(place, day)) for place, each in enumerate(self._workspace.schedule.parts)
        ]
        blocks = [slot.block for slot in self._workspace.schedule if slot.block.kind is BlockKind.ROUND]
        live = [block.id for block in blocks if not block.cancelled]
        named = self._workspace.language.gettext("Round {n}")
        rounds: list[tuple[Spot, str]] = [
            ((None, each), named.replace("{n}", str(n)) if len(live) > 1 else self._cells.name("block", each))
            for n, each in enumerate(live, 1)
        ]
        spots = [*parts, *rounds]
        _ = self._workspace.language.gettext
        made = (
            *self._own,
            *(
                TableColumn(title=title, text=partial(self._sign, spot), name=str(spot), is_marked=True)
                for spot, title in spots
            ),
            TableColumn(
                title=_("Learning"),
                text=self._minutes,
                numeric=True,
                sorts=self._minutes_of,
                name="learning",
                gives_way=1,
            ),
            TableColumn(title=_("Compulsory"), text=self._compulsory, numeric=True, name="compulsory", gives_way=1),
            *([TableColumn(title=_("Day off"), text=self._day_off, name="off", gives_way=1)] if self._are_off else []),
        )
        self._spots = tuple(spot for spot, _title in spots)
        if [each.title for each in made] != [each.title for each in self.table.things.columns]:
            self.table.show_columns(made)

    def _show_people(self) -> None:
        language, day = self._workspace.language, self._workspace.day or StudyDay()
        words = self.words.text().casefold().split()
        names = {each.id: self._cells.name("registration", each.id) for each in day.registrations}
        people = [each for each in day.registrations if all(word in names[each.id].casefold() for word in words)]
        self.table.show_things(sorted(people, key=lambda each: (language.sort_key(names[each.id]), each.id)))
        self.table.things.tell_all_changed()

    def _count(self, day: StudyDay) -> None:
        language = self._workspace.language
        marks = [mark.presence for each in day.registrations for mark in each.attendance if mark.part is not None]
        said = [
            f"{language.capitalised(language.member(presence))}: {marks.count(presence)}"
            for presence in Presence
            if marks.count(presence)
        ]
        gone = no_shows(day)
        if gone:
            names = language.list([self._cells.name("registration", each.id) for each in gone[:8]])
            text = language.gettext("Did not come: {names}").replace("{names}", names)
            said.append(text + (" …" if len(gone) > 8 else ""))
        self.counts.setText(" · ".join(said))
        self.counts.setVisible(bool(said))

    def _offer_seats(self, day: StudyDay) -> None:
        _ = self._workspace.language.gettext
        standing, chosen = Standing.of(day, self._workspace.setting), self.seat.currentData()
        self.seat.blockSignals(True)
        self.seat.clear()
        self.seat.addItem(_("without a seat in a round"), None)
        rounds = standing.ground.rounds
        for option in standing.ground.options.values():
            seats = standing.ground.capacities[option.id]
            free = None if seats is None else seats + standing.ground.kept[option.id] - standing.taken[option.id]
            if free is not None and free <= 0:
                continue
            name = self._cells.name("block", option.id)
            if len(rounds) > 1 and option.round in rounds:
                name = _("Round {n}").replace("{n}", str(rounds.index(option.round) + 1)) + f": {name}"
            if free is not None:
                name += " · " + _("{n} free").replace("{n}", str(free))
            self.seat.addItem(name, option.id)
        self.seat.setCurrentIndex(max(self.seat.findData(chosen), 0))
        self.seat.blockSignals(False)

    def _part(self, place: int, day: StudyDay) -> str:
        language = self._workspace.language
        part = self._workspace.schedule.parts[place].part
        if part.date is not None and len({each.date for each in day.parts}) == len(day.parts):
            return language.day_and_month(part.date)
        name = language.capitalised(language.kind("part"))
        return f"{name} {place + 1}" if len(day.parts) > 1 else name

    def _sign(self, spot: Spot, registration: Registration) -> str:
        presence = presence_in(registration, part=spot[0], number=spot[1])
        if presence is None:
            return ""
        return f"{_SIGNS[presence]} {self._workspace.language.member(presence)}"

    def _minutes(self, registration: Registration) -> str:
        found = self._sums.get(registration.id)
        if found is None or not found.minutes:
            return ""
        text = self._workspace.language.minutes(found.minutes)
        return text if found.is_certain else f"≤ {text}"

    def _minutes_of(self, registration: Registration) -> int | None:
        found = self._sums.get(registration.id)
        return None if found is None else found.minutes or None

    def _compulsory(self, registration: Registration) -> str:
        found = self._sums.get(registration.id)
        share = None if found is None else found.compulsory_share
        return "" if share is None else self._workspace.language.percent(share)

    def _day_off(self, registration: Registration) -> str:
        """Say on which day somebody is off, and what they get in return (R063)."""
        language, dates = self._workspace.language, self._are_off.get(registration.id, ())
        back = registration.compensation_minutes
        said = [language.short_date(date) for date in dates]
        if dates and back:
            said.append(language.gettext("{time} in lieu").replace("{time}", language.minutes(back)))
        return " · ".join(said)

    def _section(self, registration: Registration) -> str:
        people = self._workspace.setting.people
        person = next((each for each in people if each.id == registration.person), None)
        return person.section if person is not None else self._cells.name("group", registration.group)
