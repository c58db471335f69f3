"""A carousel: asks for groups, stations and minutes, and shows who is where when before it makes the rounds (D08)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from studydag.labels.titles import title_of
from studydag.language import Language
from studydag.model.operations import carousels
from studydag.model.operations.spots import Spot
from studydag.model.rules.choices.carousel import Carousel, latin_square
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, BlockLead
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.field import Field
from studydag.ui.fields.text import LineField
from studydag.ui.fields.typed import MinutesField, NumberField
from studydag.ui.tables.tick_list import TickList
from studydag.ui.workspace import Workspace

USUAL_MINUTES = 20
FEWEST, MOST = 2, 12
NEW_STATIONS = 3
ROWS = 5


class CarouselDialog(Dialog):
    """Makes a carousel of a choice round, or of stations that are typed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, near: int | None = None) -> None:
        """Begin with the round that is selected, or after the block that is; `near` is its id."""
        _ = workspace.language.gettext
        super().__init__(_("Make a carousel"), workspace.language, parent, accept=_("Make carousel"), characters=96)
        assert workspace.day is not None
        self._workspace = workspace
        self._day = workspace.day
        self._targets = workspace.targets
        self._made: tuple[int, ...] = ()
        self.add_text(
            _(
                "Groups go round stations: each group visits every station once, and leads and rooms stay where "
                "they are. It becomes a round for each station, in one step."
            ),
            "quiet",
        )
        self._head()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._group_box(), 2, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._station_box(), 5, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.outcome = self.add_text("")
        self.outcome.setProperty("role", "heading")
        self.body.addWidget(self._made_preview(), 1)
        self._offer_places(near)
        self._choose_source(self.source.shown)

    def ask(self) -> int | None:
        """Show the dialog; return the first of the rounds that were made, if they were."""
        self.run()
        return self._made[0] if self._made else None

    def accept(self) -> None:
        """Make the rounds, or say what is missing."""
        self.finish_typing()
        carousel, names = self.carousel(), self._new_groups()
        title = _round_title(Language.of(self._day.language))
        library, source = self._workspace.library, self.source.shown

        def make() -> None:
            if source is not None:
                self._made = carousels.carousel_from_round(
                    library, source, carousel, round_title=title, new_groups=names
                )
            else:
                self._made = carousels.make_carousel(
                    library, self._day.id, carousel, self.place.shown or Spot(), round_title=title, new_groups=names
                )

        if self.tries(make):
            super().accept()

    def carousel(self) -> Carousel:
        """Return what was asked for."""
        return Carousel(
            title=(self.title.shown or "").strip(),
            groups=(*self._ticked(), *self._new_groups()),
            stations=self._stations(),
            minutes=self.minutes.shown or 0,
            change_over=self.change_over.shown or 0,
        )

    # -- what is asked

    def _head(self) -> None:
        _ = self.language.gettext
        rounds = [each for each in self._day.blocks if each.kind is BlockKind.ROUND]
        choices = [
            Choice(each.id, _("The options of {round}").replace("{round}", title_of(each, self.language)))
            for each in rounds
            if len(options_of(self._day, each.id)) >= FEWEST
        ]
        self.source = ChoiceField([Choice(None, _("New stations, typed below")), *choices])
        self.title = LineField()
        self.minutes = MinutesField(self.language)
        self.minutes.show_value(USUAL_MINUTES)
        self.change_over = MinutesField(self.language)
        self.change_over.show_value(self._workspace.setting.school.change_over_minutes)
        self.place = ChoiceField([])
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        cells: tuple[tuple[str, Field, int, int, int], ...] = (
            (_("Stations"), self.source, 0, 0, 3),
            (_("Where"), self.place, 0, 3, 3),
            (_("Title"), self.title, 2, 0, 2),
            (_("Minutes at each station"), self.minutes, 2, 2, 2),
            (_("Minutes to change over"), self.change_over, 2, 4, 2),
        )
        for title, field, row, column, wide in cells:
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            label.setBuddy(field.focusProxy() or field)
            field.name(title)
            grid.addWidget(label, row, column, 1, wide)
            grid.addWidget(field, row + 1, column, 1, wide)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.source.edited.connect(self._choose_source)
        for field in (self.title, self.minutes, self.change_over):
            field.edited.connect(lambda _value: self._show())

    def _group_box(self) -> QWidget:
        _ = self.language.gettext
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(_("Groups"), box)
        heading.setProperty("role", "heading")
        self.groups = TickList(_("Groups"), box)
        self.groups.setFixedHeight(self.fontMetrics().height() * (ROWS + 2))
        for group in self._workspace.setting.groups:
            self.groups.add(group.name, group.id, ticked=False)
        self.groups.itemChanged.connect(lambda _item: self._show())
        self.groups.setVisible(self.groups.count() > 0)
        self.new_groups = NumberField(0, MOST)
        self.new_groups.show_value(0 if self.groups.count() else NEW_STATIONS)
        self.new_groups.edited.connect(lambda _value: self._show())
        label = QLabel(_("New groups"), box)
        label.setProperty("role", "quiet")
        label.setBuddy(self.new_groups.focusProxy() or self.new_groups)
        self.new_groups.name(label.text())
        grid.addWidget(heading, 0, 0, 1, 2)
        grid.addWidget(self.groups, 1, 0, 1, 2)
        grid.addWidget(label, 2, 0)
        grid.addWidget(self.new_groups, 2, 1)
        grid.setRowStretch(3, 1)
        box.setSizePolicy(box.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Maximum)
        return box

    def _station_box(self) -> QWidget:
        _ = self.language.gettext
        box = QWidget(self)
        self._station_grid = QGridLayout(box)
        self._station_grid.setContentsMargins(0, 0, 0, 0)
        self._station_grid.setVerticalSpacing(4)
        heading = QLabel(_("Stations"), box)
        heading.setProperty("role", "heading")
        self._station_grid.addWidget(heading, 0, 0)
        for column, title in enumerate((_("Lead"), _("Room")), 1):
            label = QLabel(title, box)
            label.setProperty("role", "quiet")
            self._station_grid.addWidget(label, 0, column)
        self.count = NumberField(FEWEST, MOST)
        self.count.name(_("Number of stations"))
        self._count_label = QLabel(_("Number of stations"), box)
        self._count_label.setProperty("role", "quiet")
        self._count_label.setBuddy(self.count.focusProxy() or self.count)
        self.count.edited.connect(lambda number: self._set_stations(self._rows(number)))
        self._station_grid.addWidget(self._count_label, MOST + 1, 0)
        self._station_grid.addWidget(self.count, MOST + 1, 1)
        self._station_grid.setRowStretch(MOST + 2, 1)
        for column, stretch in enumerate((3, 2, 2)):
            self._station_grid.setColumnStretch(column, stretch)
        self.stations: list[tuple[LineField, ChoiceField, ChoiceField]] = []
        self._blocks: tuple[Block, ...] = ()
        box.setSizePolicy(box.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Maximum)
        return box

    def _made_preview(self) -> QTableWidget:
        _ = self.language.gettext
        self.preview = QTableWidget(self)
        self.preview.setAccessibleName(_("Who is where when"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.preview.setShowGrid(False)
        self.preview.verticalHeader().setHighlightSections(False)
        self.preview.horizontalHeader().setHighlightSections(False)
        self.preview.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.preview.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.preview.setMinimumHeight(self.fontMetrics().height() * (ROWS + 3))
        return self.preview

    def _offer_places(self, near: int | None) -> None:
        """Offer every spot in the programme, with that after the current block chosen, and its round as stations."""
        _ = self.language.gettext
        choices, chosen = [], None
        block = next((each for each in self._day.blocks if each.id == near), None)
        top = None if block is None else block.round or block.id
        for part in self._workspace.schedule.parts:
            row = [slot.block for slot in part.slots]
            for place, each in enumerate(row):
                before = row[place + 1].id if place + 1 < len(row) else None
                spot = Spot(part=part.part.id, before=before)
                choices.append(Choice(spot, _("after {block}").replace("{block}", title_of(each, self.language))))
                chosen = spot if each.id == top else chosen
            if not row:
                choices.append(Choice(Spot(part=part.part.id), title_of(part.part, self.language)))
        choices.append(Choice(Spot(), _("with what is parked")))
        self.place.offer(choices)
        in_parts = [each.value for each in choices[:-1]]
        self.place.show_value(chosen or (in_parts[-1] if in_parts else Spot()))
        if top in {each.value for each in self.source.choices} and top is not None:
            self.source.show_value(top)

    # -- what is shown

    def _choose_source(self, source: int | None) -> None:
        """Take the options of a round as stations, or let stations be typed."""
        self.place.setEnabled(source is None)
        self.count.setVisible(source is None)
        self._count_label.setVisible(source is None)
        self._blocks = () if source is None else options_of(self._day, source)
        if source is None:
            title = Language.of(self._day.language).gettext("Carousel")
            self.title.show_value(title)
            self.count.show_value(NEW_STATIONS)
            self._set_stations([Block(title="") for _number in range(NEW_STATIONS)])
        else:
            own = next(each for each in self._day.blocks if each.id == source)
            self.title.show_value(own.title)
            self._set_stations(list(self._blocks))
        self._tick_as_many(len(self.stations))
        self._show()

    def _tick_as_many(self, stations: int) -> None:
        """Propose as many groups as stations: new ones where the school has none."""
        if not self.groups.count():
            self.new_groups.show_value(min(stations, MOST))

    def _rows(self, number: int) -> list[Block]:
        blocks = list(self._stations(every=True))[:number]
        return [*blocks, *(Block(title="") for _row in range(number - len(blocks)))]

    def _set_stations(self, blocks: list[Block]) -> None:
        """Show a row for each station."""
        for fields in self.stations:
            for field in fields:
                self._station_grid.removeWidget(field)
                field.deleteLater()
        _ = self.language.gettext
        self.stations = []
        nobody = [Choice(None, "–")]
        for row, block in enumerate(blocks[:MOST], 1):
            title = LineField()
            lead = ChoiceField([*nobody, *self._targets.get("person", [])])
            room = ChoiceField([*nobody, *self._targets.get("room", [])])
            name = _("Station {n}").replace("{n}", str(row))
            title.line.setPlaceholderText(name)
            title.line.textEdited.connect(lambda _text: self._show())
            title.show_value(block.title)
            lead.show_value(block.leads[0].person if block.leads else None)
            room.show_value(block.room)
            named: tuple[tuple[Field, str], ...] = (
                (title, name),
                (lead, f"{name}: {_('Lead')}"),
                (room, f"{name}: {_('Room')}"),
            )
            for column, (each, said_as) in enumerate(named):
                each.name(said_as)
                each.setEnabled(not self._blocks)
                each.edited.connect(lambda _value: self._show())
                self._station_grid.addWidget(each, row, column)
            self.stations.append((title, lead, room))
        self._show()

    def _stations(self, *, every: bool = False) -> tuple[Block, ...]:
        if self._blocks and not every:
            return self._blocks
        station = Language.of(self._day.language).gettext("Station {n}")
        made = []
        for number, (title, lead, room) in enumerate(self.stations, 1):
            leads = (BlockLead(person=lead.shown),) if lead.shown is not None else ()
            name = title.line.text().strip() or ("" if every else station.replace("{n}", str(number)))
            made.append(Block(title=name, phase=Phase.APPLICATION, leads=leads, room=room.shown))
        return tuple(made)

    def _ticked(self) -> tuple[int, ...]:
        return tuple(self.groups.ticked)

    def _new_groups(self) -> dict[int, str]:
        """Return the names of the groups to be made, by negative ids; numbers that are taken are passed over."""
        pattern = Language.of(self._day.language).gettext("Group {n}")
        taken = {group.name for group in self._workspace.setting.groups}
        names: dict[int, str] = {}
        number = 0
        while len(names) < (self.new_groups.shown or 0):
            number += 1
            name = pattern.replace("{n}", str(number))
            if name not in taken:
                names[-1 - len(names)] = name
        return names

    def _show(self) -> None:
        """Show who is where when, and how long it takes."""
        if not hasattr(self, "preview"):
            return
        carousel, language = self.carousel(), self.language
        groups = {group.id: group.name for group in self._workspace.setting.groups} | self._new_groups()
        stations = [title_of(block, language) if block.title else "" for block in carousel.stations]
        square = latin_square(carousel.groups, len(stations)) if stations else ()
        self.preview.clear()
        self.preview.setRowCount(len(carousel.groups))
        self.preview.setColumnCount(len(square))
        heads = [language.gettext("Round {n}").replace("{n}", str(n)) for n in range(1, len(square) + 1)]
        self.preview.setHorizontalHeaderLabels(heads)
        self.preview.setVerticalHeaderLabels([groups.get(group, "") for group in carousel.groups])
        for column, visits in enumerate(square):
            for place, there in enumerate(visits):
                for group in there:
                    item = QTableWidgetItem(stations[place])
                    item.setToolTip(stations[place])
                    self.preview.setItem(carousel.groups.index(group), column, item)
        self.outcome.setText(self._said(carousel))

    def _said(self, carousel: Carousel) -> str:
        language = self.language
        if len(carousel.groups) < FEWEST:
            return language.gettext("Tick two groups or more, or have new ones made.")
        text = language.gettext("{rounds} rounds of {minutes}, {whole} in all.")
        return (
            text.replace("{rounds}", str(len(carousel.stations)))
            .replace("{minutes}", language.minutes(carousel.minutes))
            .replace("{whole}", language.minutes(carousel.whole_minutes))
        )


def _round_title(language: Language) -> str:
    return language.gettext("{title}: round {n}")
