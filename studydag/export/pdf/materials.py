"""The lists of who gets things ready: materials summed over the day, rooms by time, and what there is to eat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.typeset.flowables import Paragraph, Titled
from studydag.export.typeset.forms import TickBox
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.dates import has_several_dates
from studydag.model.rules.provisions.material_sums import MaterialSum, material_sums, people_in
from studydag.model.rules.space.occupancy import places_in, room_taken
from studydag.model.rules.space.rooms import set_up_of
from studydag.model.rules.time.schedule import MINUTES_A_DAY, Slot
from studydag.model.values.formats import SetUp
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Catering, StudyDay

BOX_MM: Final = 5.0
TIME_MM: Final = 26.0
TIME_PAST_MIDNIGHT_MM: Final = 33.0
MOST_TITLES: Final = 3


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the lists as a PDF: materials (D12), rooms, catering with diets as counts and cut-off dates (D13)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Materials and catering"))
    return commission.finished(_Lists(commission).story())


class _Lists(Story):
    """The story of the three lists."""

    def __init__(self, commission: Commission) -> None:
        super().__init__(commission)
        self._setting = commission.setting

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        choices = self._choices
        yield self._commission.masthead()
        sections = [
            *((self._materials(),) if choices.on("materials") else ()),
            *((self._catering(),) if choices.on("catering") else ()),
            *((self._rooms(),) if choices.on("rooms") else ()),
        ]
        told = [element for section in sections for element in section]
        if not told:
            yield self._commission.nothing_of_it(self._language.gettext("There is nothing to get ready yet."))
        yield from told

    def _materials(self) -> Iterator[Element]:
        _ = self._language.gettext
        sums = [each for each in material_sums(self._day, self._setting) if each.item.strip()]
        if not sums:
            return
        yield self._commission.section(_("Materials"))
        yield Table(
            columns=(
                Column(mm=BOX_MM),
                Column(align=Align.RIGHT),
                Column(share=0.42),
                Column(share=0.34),
                Column(share=0.24),
            ),
            rows=tuple(self._material(each) for each in sums),
            header=("", _("Number"), _("What"), _("For"), _("Who brings it")),
            row_header=2,
        )
        if any(each.unknown for each in sums):
            more = _("+ means: more is needed, but how many people or groups there are is not known yet.")
            yield Paragraph(content=more, role=Role.NOTE)

    def _material(self, each: MaterialSum) -> Row:
        total = f"{self._language.number(each.total)}{' +' if each.unknown else ''}" if each.total else "+"
        titles = [self._names.title_inside(block) for block in self._day.blocks if block.id in each.blocks]
        box = TickBox(name=f"{each.item}, {total}")
        again = Run(self._commission.letterhead.resumed(each.item), grey=True)
        return Row(
            itself=("", "", Cell(flow=again, columns=3)),
            cells=(
                box,
                Run(total, strong=True),
                each.item,
                Cell(flow=self._for_what(list(dict.fromkeys(titles))), role=Role.NOTE),
                Cell(flow=each.brought_by, role=Role.SMALL),
            ),
        )

    def _for_what(self, titles: list[str]) -> str:
        """Name the blocks; of many the first ones, or the list would be longer than what it is for."""
        if len(titles) <= MOST_TITLES:
            return ", ".join(titles)
        more = len(titles) - MOST_TITLES + 1
        text = self._language.ngettext("{titles} and {n} more block", "{titles} and {n} more blocks", more)
        return text.replace("{n}", str(more)).replace("{titles}", ", ".join(titles[: MOST_TITLES - 1]))

    def _catering(self) -> Iterator[Element]:
        _ = self._language.gettext
        rows = [each for each in self._day.catering if each.what or each.count]
        if not rows:
            return
        yield self._commission.section(_("Catering"))
        ordered = sorted(rows, key=lambda each: (self._part_rank(each), each.at is None, each.at or 0))
        several = has_several_dates(self._day)
        yield Table(
            columns=(
                Column(mm=BOX_MM),
                Column(),
                Column(align=Align.RIGHT),
                Column(share=1),
                Column(),
            ),
            rows=tuple(self._meal(each, several=several) for each in ordered),
            header=("", _("When"), _("Number"), _("What"), _("Order by")),
            row_header=3,
        )

    def _part_rank(self, each: Catering) -> int:
        ranks = {part.id: number for number, part in enumerate(self._day.parts)}
        return ranks.get(each.part or 0, -1)

    def _meal(self, each: Catering, *, several: bool) -> Row:
        _ = self._language.gettext
        part = next((part for part in self._day.parts if part.id == each.part), None)
        on = self._language.day_and_month(part.date) if several and part is not None and part.date is not None else ""
        at = self._language.time(each.at) if each.at is not None else ""
        when = " ".join(text for text in (on, at) if text)
        what = each.what or self._language.capitalised(self._language.kind("catering"))
        diets = [f"{diet.count} × {diet.name}" for diet in each.diets if diet.count]
        ordinary = each.count - sum(diet.count for diet in each.diets)
        if diets and ordinary > 0:
            diets.append(_("{n} × no special requirements").replace("{n}", str(ordinary)))
        by: Flow = self._language.short_date(each.cut_off) if each.cut_off is not None else ""
        number = Run(self._language.number(each.count), strong=True) if each.count else ""
        return Row(
            cells=(
                TickBox(name=_("{what} is ordered").replace("{what}", what)),
                when,
                number,
                Titled(title=what, notes=(" · ".join(diets),)),
                by,
            )
        )

    def _rooms(self) -> Iterator[Element]:
        _ = self._language.gettext
        places = [
            slot for slot in places_in(self._commission.times) if self._names.room_on_paper(room_taken(slot.block))
        ]
        if not places:
            return
        yield self._commission.section(_("Rooms"))
        rows: list[Row] = []
        dated = len({slot.part.date for slot in places}) > 1
        for room in sorted({slot.block.room or 0 for slot in places}, key=self._room_key):
            rows.append(self._commission.letterhead.group_row(self._names.room_on_paper(room), 5))
            rows += [self._use(slot, dated=dated) for slot in places if slot.block.room == room]
        late = any(slot.end >= MINUTES_A_DAY for slot in places)
        yield _without_empty(
            Table(
                columns=(
                    Column(mm=TIME_PAST_MIDNIGHT_MM if late else TIME_MM),
                    Column(share=0.4),
                    Column(align=Align.RIGHT),
                    Column(share=0.22),
                    Column(share=0.38),
                ),
                rows=tuple(rows),
                header=(_("Time"), _("What"), _("People"), _("Set-up"), _("Materials")),
                row_header=1,
            )
        )

    def _room_key(self, room: int) -> tuple[str, str]:
        return self._language.sort_key(self._names.room_on_paper(room))

    def _use(self, slot: Slot, *, dated: bool) -> Row:
        block = slot.block
        formats = {each.id: each for each in self._setting.formats}
        set_up = set_up_of(block, formats.get(block.working_format or 0))
        # What is internal is for who prepares the day.
        people = None if block.internal else people_in(block, self._day, self._setting)
        things = ", ".join(dict.fromkeys(each.item for each in block.materials if each.item.strip()))
        on = (self._language.day_and_month(slot.part.date),) if dated and slot.part.date is not None else ()
        return Row(
            cells=(
                Titled(title=self._commission.hours(slot), notes=on),
                self._names.title_inside(block),
                "" if people is None else self._language.number(people),
                "" if set_up is SetUp.ANY else self._language.member(set_up),
                Cell(flow=things, role=Role.SMALL),
            )
        )


def _without_empty(table: Table) -> Table:
    """Leave out columns in which no row has anything; what names a group goes over those that are left."""
    rows = [row for row in table.rows if not row.heads]
    kept = [index for index in range(len(table.columns)) if any(_is_filled(row.cells[index]) for row in rows)]
    return replace(
        table,
        columns=tuple(table.columns[index] for index in kept),
        header=tuple(table.header[index] for index in kept),
        rows=tuple(
            row if row.heads else replace(row, cells=tuple(row.cells[index] for index in kept)) for row in table.rows
        ),
    )


def _is_filled(cell: Flow | Cell) -> bool:
    return (cell.flow if isinstance(cell, Cell) else cell) != ""
