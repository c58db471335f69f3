"""The options of a choice round, in a list or side by side; an option that is repeated changes with its repeats."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.operations import naming, rounds
from studydag.model.rules.choices.rounds import repeats_of, rounds_to_repeat_in
from studydag.model.rules.people.participants import allotted
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.people import names_field
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.memory import memory_of
from studydag.ui.menu import Menu
from studydag.ui.tables.side_by_side import SideBySide
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.option_edits import OptionEdits, change_block
from studydag.ui.workspace import Workspace

VIEW, LIST, BESIDE = "options_view", "list", "beside"
TOGETHER = frozenset(
    {
        *("title", "description", "phase", "working_format", "interaction", "activity", "goals", "leads", "room"),
        *("set_up", "mode", "link", "context_tags", "product", "practice_link", "material_to_bring"),
    }
)
"""Fields that say what an option is, and so hold for its repeats as well; places and times are each one's own."""


class OptionsPanel(QWidget):
    """Shows the options of one round; `chosen` carries the ids of those selected, `title_asked` asks for a title."""

    chosen = Signal(object)
    title_asked = Signal()

    def __init__(self, workspace: Workspace, look: Look, cells: Cells, parent: QWidget | None = None) -> None:
        """Begin without a round."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._look = look
        self._cells = cells
        self._recalled = False
        self.round_id: int | None = None
        self.list = self._made_list()
        self.beside = self._made_beside()
        self.together = QCheckBox(self)
        self.together.setChecked(True)
        self.together.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.together.hide()
        self._repeat = QAction(_("Repeat in…"), self)
        self._repeat.setToolTip(_("Let this option run once more in another round"))
        button = self.list.add_button(self._repeat, needs_selection=True)
        self._repeat.triggered.connect(lambda: self._offer_rounds(button.mapToGlobal(button.rect().bottomLeft())))
        self._switch = QAction(_("Side by side"), self)
        self._switch.setCheckable(True)
        self._switch.setToolTip(_("Compare the options, each in a column, or list them"))
        self.list.add_button(self._switch)
        self._switch.toggled.connect(self._choose_view)
        self.list.stand_in(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.together)
        self.list.chosen.connect(self._on_chosen)
        self.beside.chosen.connect(self.list.choose)
        self.beside.title_asked.connect(self.title_asked)
        self.beside.add_asked.connect(self.list.add)
        self.beside.delete_asked.connect(self.list.delete)
        self.beside.move_asked.connect(self.list.shift)

    # -- what is shown

    def show_round(self, day: StudyDay | None, round_id: int | None, title: str) -> None:
        """Show the options of a round, or none; the title is said where there are several."""
        _ = self._workspace.language.gettext
        self._recall()
        self.round_id = round_id
        self.list.heading.setText(title or _("Options"))
        self.list.show_owner(day)
        self.list.bring_up_to_date()
        self.beside.show_things(self.list.table.things.things)
        self._show_view()
        self._say_together()

    def show_beside(self, *, beside: bool) -> None:
        """Show the options side by side, or in a list."""
        self._switch.setChecked(beside)
        self._show_view()

    def _show_view(self) -> None:
        beside = self._switch.isChecked() and self.beside.things.columnCount() > 0
        self.beside.setVisible(beside)
        self.list.table.setVisible(not beside)

    def _choose_view(self, beside: bool) -> None:
        memory = memory_of(self)
        if memory is not None and self._recalled:
            memory.keep_text(VIEW, BESIDE if beside else LIST)
        self._show_view()

    def _recall(self) -> None:
        memory = memory_of(self)
        if memory is not None and not self._recalled:
            self._switch.setChecked(memory.text(VIEW) != LIST)
            self._recalled = True

    # -- changing

    def change(self, option_id: int, name: str, value: Any) -> None:
        """Change a field of an option, and of its repeats where that is wanted; raises what the verb raises."""
        library, ids = self._workspace.library, self._meant(option_id, name)
        is_named = value is None or isinstance(value, str)
        if name == "leads" and is_named:
            naming.name_leads(library, ids[0], (value or "").split(","), also=ids[1:])
        elif name == "room" and is_named:
            naming.name_room(library, ids[0], value or "", also=ids[1:])
        elif name == "leads":
            rounds.set_leads(library, ids, value)
        elif len(ids) > 1:
            rounds.change_options(library, ids, **{name: value})
        else:
            change_block(library, option_id, name, value)

    def _meant(self, option_id: int, name: str) -> list[int]:
        day = self._workspace.day
        if day is None or name not in TOGETHER or not self.together.isChecked():
            return [option_id]
        return [option_id, *(each.id for each in repeats_of(day, option_id) if each.id != option_id)]

    def repeat_in(self, round_id: int) -> None:
        """Let the selected option run once more in another round."""
        option = self.list.selected()
        if option is not None:
            self._workspace.do(partial(rounds.repeat_option, self._workspace.library, option.id, round_id))

    def _offer_rounds(self, at: QPoint) -> None:
        day, option = self._workspace.day, self.list.selected()
        menu = Menu(self)
        offered = () if day is None or option is None else rounds_to_repeat_in(day, option.id)
        for each in offered:
            action = menu.addAction(self._round_name(each).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, each=each.id: self.repeat_in(each))
        if not offered:
            menu.addAction(self._workspace.language.gettext("There is no other choice round")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _on_chosen(self, ids: tuple[int, ...]) -> None:
        if ids:
            self.beside.choose(ids[0])
        self._say_together()
        self.chosen.emit(ids)

    def _say_together(self) -> None:
        """Say where the selected option runs as well."""
        option = self.list.selected()
        others = () if option is None else self._repeats(option)
        self.together.setVisible(bool(others))
        names = self._workspace.language.list([self._cells.name("block", each.id) for each in others])
        text = self._workspace.language.gettext("Change its repeats as well: {rounds}").replace("{rounds}", names)
        self.together.setText(text.replace("&", "&&"))
        self.together.setToolTip(text)

    def _repeats(self, option: Block) -> list[Block]:
        """Return the other rounds in which an option runs."""
        day = self._workspace.day
        if day is None:
            return []
        there = {each.round for each in repeats_of(day, option.id)} - {option.round}
        return [block for block in day.blocks if block.id in there]

    def _round_name(self, round_block: Block) -> str:
        return f"{self._cells.name('block', round_block.id)} ({self._time(round_block)})"

    # -- columns

    def _made_list(self) -> ThingList:
        _, cells = self._workspace.language.gettext, self._cells
        return ThingList(
            self._workspace,
            StudyDay,
            "blocks",
            [
                cells.column(Block, "title", stretches=1),
                self._lead_column(),
                self._room_column(),
                cells.column(Block, "capacity"),
                cells.column(Block, "minimum", title=_("Minimum")),
                cells.column(Block, "reserved_seats"),
                *self._counts(),
            ],
            title=_("Options"),
            typing=_("New option; several go one on a line"),
            empty=_("Choose a round above; then type its first option below."),
            kind="option",
            edits=OptionEdits(self._workspace.library, lambda: self.round_id),
            carry_out=self.change,
        )

    def _made_beside(self) -> SideBySide:
        _, cells = self._workspace.language.gettext, self._cells
        return SideBySide(
            self._workspace,
            Block,
            [
                TableColumn(title=_("Time"), text=self._time),
                self._lead_column(),
                cells.column(Block, "working_format"),
                self._room_column(),
                *(cells.column(Block, name) for name in ("set_up", "goals", "audience")),
                cells.column(Block, "capacity"),
                cells.column(Block, "minimum", title=_("Minimum")),
                cells.column(Block, "reserved_seats"),
                cells.column(Block, "minutes"),
                cells.column(Block, "offset_minutes", title=_("Begins after")),
                *self._counts(),
                TableColumn(title=_("Runs again in"), text=self._again),
            ],
            self.change,
            name=_("Options side by side"),
            title=lambda option: cells.name("block", option.id),
        )

    def _lead_column(self) -> TableColumn:
        language = self._workspace.language
        return TableColumn(
            title=language.capitalised(field_name("leads", language, Block)),
            text=self._leads,
            field="leads",
            value=lambda option: self._leads(option) or None,
            editor=partial(names_field, self._workspace, "person", several=True),
        )

    def _room_column(self) -> TableColumn:
        cells = self._cells
        return replace(
            cells.column(Block, "room"),
            value=lambda option: None if option.room is None else cells.name("room", option.room),
            editor=partial(names_field, self._workspace, "room"),
        )

    def _counts(self) -> list[TableColumn]:
        _ = self._workspace.language.gettext
        return [
            TableColumn(title=_("First choices"), text=self._first_wishes, numeric=True),
            TableColumn(title=_("Placed"), text=self._placed, numeric=True, colour=self._placed_colour),
        ]

    def _time(self, block: Block) -> str:
        slot, clock = self._workspace.schedule.index.get(block.id), self._workspace.language.clock
        return "" if slot is None else f"{clock(slot.start)}–{clock(slot.end)}"

    def _again(self, option: Block) -> str:
        return ", ".join(self._cells.name("block", each.id) for each in self._repeats(option))

    def _leads(self, block: Block) -> str:
        return ", ".join(self._cells.name("person", lead.person) for lead in block.leads)

    def _first_wishes(self, option: Block) -> str:
        day = self._workspace.day
        counts = {each.id: each.count for each in (day.registrations if day is not None else ())}
        wishes = day.preferences if day is not None else ()
        first = sum(counts.get(each.registration, 1) for each in wishes if each.option == option.id and each.rank == 1)
        return str(first) if first else ""

    def _places_in(self, option: Block) -> int:
        return 0 if self._workspace.day is None else allotted(self._workspace.day).get(option.id, 0)

    def _placed(self, option: Block) -> str:
        return str(self._places_in(option) or "")

    def _placed_colour(self, option: Block) -> QColor | None:
        too_many = option.capacity is not None and self._places_in(option) > option.capacity
        return QColor(self._look.colours.must) if too_many else None
