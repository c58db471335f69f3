"""People and rooms of the day: who leads what, where, who prepares it, what is eaten and what is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.export.names import Names
from studydag.labels.titles import title_of
from studydag.model.operations.naming import name_room
from studydag.model.operations.programme import change_block, set_lead_status
from studydag.model.operations.rounds import set_leads
from studydag.model.rules.provisions.material_sums import MaterialSum, material_sums, people_in
from studydag.model.rules.provisions.typed_catering import read_catering
from studydag.model.rules.space.occupancy import room_taken
from studydag.model.rules.space.rooms import capacity, set_up_of
from studydag.model.values.changes import Place
from studydag.model.values.programme import Block, BlockKind, BlockLead, LeadStatus
from studydag.model.values.study_day import Catering, PreparationMember, StudyDay
from studydag.model.values.wording import N_
from studydag.ui.fields.people import names_field, people_field
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pieces import Pieces
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.widgets.day_form import DayForm
from studydag.ui.widgets.form import ThingForm


@dataclass(frozen=True, slots=True)
class Leading:
    """Someone who leads a block, as a row; the id is that of the lead."""

    id: int
    person: int
    status: LeadStatus
    block: Block


class PeoplePage(ListsPage):
    """Blocks with leads and rooms, leads with their status, preparation, catering, practical things, materials."""

    title: ClassVar[str] = N_("People & rooms")
    name: ClassVar[str] = "people"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *("study_day", "block", "part", "person", "room", "group", "registration", "allotment", "grouping"),
            *("preparation_member", "catering", "working_format"),
        }
    )

    def pieces(self) -> Pieces:
        """Build tables and forms."""
        workspace = self.workspace
        _ = workspace.language.gettext
        self.blocks = self.add_list(self._block_list())
        yield
        self.preparation = self.add_list(self._preparation_list())
        self.catering = self.add_list(self._catering_list())
        yield
        self.leads = self._lead_table()
        self.materials = self._material_table()
        yield
        self.numbers = DayForm(workspace, ("expected_number", "input_asked"), margin=0)
        yield from self.numbers.form.building.pieces()
        self.practical = DayForm(workspace, ("route", "parking", "wifi", "what_to_bring"))
        yield from self.practical.form.building.pieces()
        self.tabs = SubTabs(_("Parts of this page"), _("More"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._add_part(_("Leads and rooms"), self.blocks, short=_("Blocks"))
        self._add_part(_("Per lead"), self.leads)
        yield
        preparing = QWidget()
        column = QVBoxLayout(preparing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preparation, 1)
        column.addWidget(self.numbers, 1)
        self._add_part(_("Preparation"), preparing)
        yield
        self._add_part(_("Catering"), self.catering)
        self._add_part(_("Practical"), self.practical)
        self._add_part(_("Materials"), self.materials)
        self.bring(self.blocks, partial(self.tabs.show_part, self.blocks))
        self.bring(self.preparation, partial(self.tabs.show_part, preparing))
        self.bring(self.catering, partial(self.tabs.show_part, self.catering))
        self._offer_forms()
        self.tabs.changed.connect(self.let_go_of_hidden)

    def refresh(self) -> None:
        """Show the day as it stands."""
        super().refresh()
        day, setting = self.workspace.day, self.workspace.setting
        blocks = () if day is None else day.blocks
        leading = [Leading(lead.id, lead.person, lead.status, block) for block in blocks for lead in block.leads]
        key = self.workspace.language.sort_key
        leading.sort(key=lambda each: (key(self.cells.name("person", each.person)), self._start(each.block)))
        self.leads.show_things(leading)
        self.leads.things.tell_all_changed()
        self.materials.show_things(() if day is None else material_sums(day, setting))
        self.numbers.refresh()
        self.practical.refresh()

    def reveal(self, place: Place) -> bool:
        """Select a thing; stay where the day's own fields are in view."""
        if place.kind == "study_day":
            return self.numbers.isVisible() or self.practical.isVisible()
        return super().reveal(place)

    def _add_part(self, title: str, part: QWidget, *, short: str = "") -> None:
        if isinstance(part, ThingTable):
            # A table takes no margins of its own.
            table, part = part, QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(table)
        part.setContentsMargins(16, 8, 16, 8)
        self.tabs.add(title, part, short=short)

    # Blocks with leads and rooms

    def _block_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        return ThingList(
            self.workspace,
            StudyDay,
            "blocks",
            [
                TableColumn(title=_("Time"), text=self._time),
                TableColumn(title=_("Block"), text=self._block_title, stretches=1),
                TableColumn(
                    title=_("Leads"),
                    text=self._leads,
                    colour=self._lead_colour,
                    field="leads",
                    value=lambda block: tuple(lead.person for lead in block.leads),
                    editor=lambda: people_field(self.workspace),
                ),
                replace(
                    cells.column(Block, "room"),
                    value=lambda block: None if block.room is None else cells.name("room", block.room),
                    editor=partial(names_field, self.workspace, "room"),
                ),
                cells.column(Block, "set_up"),
                TableColumn(title=_("People"), text=self._people, numeric=True),
                TableColumn(title=_("Room holds"), text=self._holds, numeric=True, colour=self._room_colour),
            ],
            title=_("Who leads what, and where"),
            hint=_("Select a block to change its leads, room, set-up and materials."),
            empty=_("There are no blocks yet: the programme comes first."),
            wraps=True,
            fixed=True,
            shown=lambda block: not block.cancelled,
            in_order=self._start,
            carry_out=self._change_block,
        )

    def _change_block(self, row_id: int, name: str, value: Any) -> None:
        if name == "leads":
            set_leads(self.workspace.library, [row_id], value)
        elif name == "room" and not isinstance(value, int):
            name_room(self.workspace.library, row_id, value or "")
        else:
            change_block(self.workspace.library, row_id, **{name: value})

    def _start(self, block: Block) -> tuple[Any, ...]:
        """Order as in the programme; what is parked comes last."""
        slot = self.workspace.schedule.index.get(block.id)
        day = self.workspace.day
        parts = [part.id for part in (day.parts if day is not None else ())]
        if slot is None:
            return (len(parts), 0, block.position)
        return (parts.index(slot.part.id), slot.start, block.round is not None, block.position)

    def _time(self, block: Block) -> str:
        """Say from when to when, and on which date where the day has several."""
        slot, day = self.workspace.schedule.index.get(block.id), self.workspace.day
        if slot is None or day is None:
            return ""
        return Names(day, self.workspace.setting, self.workspace.language).hours_of_day(slot)

    def _block_title(self, block: Block) -> str:
        title = title_of(block, self.workspace.language)
        return f"    {title}" if block.round is not None else title

    def _leads(self, block: Block) -> str:
        language = self.workspace.language
        return ", ".join(
            f"{self.cells.name('person', lead.person)} ({language.member(lead.status)})" for lead in block.leads
        )

    def _lead_colour(self, block: Block) -> QColor | None:
        unsure = any(lead.status is not LeadStatus.CONFIRMED for lead in block.leads)
        return QColor(self.look.colours.should) if unsure else None

    def _people(self, block: Block) -> str:
        day = self.workspace.day
        people = None if day is None else people_in(block, day, self.workspace.setting)
        return "" if people is None or block.kind is BlockKind.ROUND else str(people)

    def _capacity(self, block: Block) -> int | None:
        setting = self.workspace.setting
        room = next((room for room in setting.rooms if room.id == room_taken(block)), None)
        working_format = next((each for each in setting.formats if each.id == block.working_format), None)
        return None if room is None else capacity(room, set_up_of(block, working_format))

    def _holds(self, block: Block) -> str:
        holds = self._capacity(block)
        return "" if holds is None else str(holds)

    def _room_colour(self, block: Block) -> QColor | None:
        people, holds = self._people(block), self._capacity(block)
        too_small = holds is not None and people != "" and int(people) > holds
        return QColor(self.look.colours.must) if too_small else None

    # Leads

    def _lead_table(self) -> ThingTable:
        _, cells, language = self.workspace.language.gettext, self.cells, self.workspace.language
        table = ThingTable(
            self.workspace,
            BlockLead,
            [
                cells.column(BlockLead, "person", field=""),
                cells.column(BlockLead, "status", colour=self._status_colour),
                TableColumn(title=_("Time"), text=lambda row: self._time(row.block)),
                TableColumn(title=_("Block"), text=lambda row: title_of(row.block, language), stretches=1),
                TableColumn(title=_("Room"), text=lambda row: cells.name("room", row.block.room)),
            ],
            self._change_lead,
            name=_("Leads and how certain they are"),
            empty=_("Nobody leads anything yet."),
        )
        table.let_sort("leads")
        table.let_choose_columns("leads")
        for key, status in enumerate(LeadStatus, 1):
            table.keys[str(key)] = partial(self._set_status, status)
        table.setToolTip(", ".join(f"{key} {language.member(status)}" for key, status in enumerate(LeadStatus, 1)))
        return table

    def _change_lead(self, row_id: int, name: str, value: Any) -> None:
        if name == "status":
            set_lead_status(self.workspace.library, row_id, value)

    def _set_status(self, status: LeadStatus, ids: tuple[int, ...]) -> None:
        for row_id in ids:
            self.workspace.do(partial(set_lead_status, self.workspace.library, row_id, status))

    def _status_colour(self, row: Leading) -> QColor | None:
        colours = self.look.colours
        found = {LeadStatus.CONFIRMED: colours.holds, LeadStatus.CANCELLED: colours.must}
        return QColor(found.get(row.status, colours.should))

    # Preparation, catering, materials

    def _preparation_list(self) -> ThingList:
        _ = self.workspace.language.gettext
        return ThingList(
            self.workspace,
            StudyDay,
            "preparation",
            self.cells.columns(PreparationMember, ("person", "role")),
            title=_("Preparation group"),
            empty=_("Who prepares this day? Somebody who teaches belongs to it."),
        )

    def _catering_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        return ThingList(
            self.workspace,
            StudyDay,
            "catering",
            [
                cells.column(Catering, "what", stretches=1),
                cells.column(Catering, "part"),
                cells.column(Catering, "at"),
                cells.column(Catering, "count"),
                TableColumn(title=_("Diets"), text=self._diets, stretches=1, gives_way=1),
                cells.column(Catering, "cut_off"),
            ],
            title=_("Food and drink"),
            typing=_("New, such as: lunch 12:00 for 60"),
            empty=_("No food or drink yet."),
            make=self._typed_catering,
        )

    def _typed_catering(self, *, what: str = "") -> Catering:
        return read_catering(what, self.workspace.day or StudyDay())

    def _diets(self, catering: Catering) -> str:
        return ", ".join(f"{diet.count} {diet.name}" for diet in catering.diets)

    def _material_table(self) -> ThingTable:
        _ = self.workspace.language.gettext
        table = ThingTable(
            self.workspace,
            Block,
            [
                TableColumn(title=_("Material"), text=lambda row: row.item, stretches=1),
                TableColumn(title=_("In all"), text=self._total, numeric=True, sorts=lambda row: row.total),
                TableColumn(title=_("Brought by"), text=lambda row: row.brought_by),
                TableColumn(title=_("Blocks"), text=self._block_titles, stretches=1),
            ],
            _no_edit,
            name=_("Materials of the whole day"),
            empty=_("No block needs material yet."),
        )
        table.let_sort("materials")
        table.let_choose_columns("materials")
        return table

    def _total(self, row: MaterialSum) -> str:
        more = self.workspace.language.gettext("{n} and more").replace("{n}", str(row.total))
        return more if row.unknown else str(row.total)

    def _block_titles(self, row: MaterialSum) -> str:
        return ", ".join(dict.fromkeys(self.cells.name("block", block) for block in row.blocks))

    def _offer_forms(self) -> None:
        workspace = self.workspace
        of_block = ("leads", "room", "set_up", "audience", "mode", "link", "materials", "plan_b")
        self.panel.offers(Block, lambda: ThingForm(workspace, Block, of_block, carry_out=self._change_block))
        self.panel.offers(
            PreparationMember,
            lambda: ThingForm(workspace, PreparationMember, ("person", "role")),
            name=lambda member: self.cells.name("person", member.person),
        )
        self.panel.offers(
            Catering,
            lambda: ThingForm(workspace, Catering, ("what", "part", ("at", "count"), "cut_off", "diets")),
        )


def _no_edit(_row_id: int, _name: str, _value: Any) -> None:
    """Materials are edited in their blocks."""
