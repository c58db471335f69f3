"""The form to choose on: each round with its options, boxes for three choices, and room for a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.choosing import RANKS, RoundToChoose, about_option, rounds_to_choose
from studydag.export.pdf.commission import Commission, Story
from studydag.export.typeset.flowables import Columns, Paragraph, Space
from studydag.export.typeset.forms import TickBox, WriteLines
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element
from studydag.language import Language
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

BOX_MM: Final = 13.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the form as a PDF (R021, R082)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Sign-up form"))
    return commission.finished(_Form(commission).story())


class _Form(Story):
    """The story of one form."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the page, in order."""
        _ = self._language.gettext
        yield self._commission.masthead()
        yield Columns(columns=((WriteLines(label=_("Name")),), (WriteLines(label=_("Department")),)))
        yield Space(beats=1)
        rounds = rounds_to_choose(self._day, self._names)
        if not rounds:
            yield self._commission.letterhead.nothing(_("This day has no rounds to choose in."))
            return
        yield Paragraph(content=_("Tick one box in each column: your 1st, 2nd and 3rd choice."), role=Role.NOTE)
        for each in rounds:
            yield from self._round(each)

    def _round(self, each: RoundToChoose) -> Iterator[Element]:
        _ = self._language.gettext
        # A list of answers needs the number before the title; on paper it isn't said twice: Ronde 1: Keuzeronde 1.
        number, title = each.name.partition(":")[0].casefold(), self._names.title(each.slot.block)
        yield self._commission.section(title if number in title.casefold() else each.name)
        yield Paragraph(content=self._commission.hours_of_day(each.slot), role=Role.SUBTITLE, keep_with_next=True)
        yield Space(beats=0.5, keep_with_next=True)
        ranks = RANKS[: len(each.options)]
        yield Table(
            columns=(Column(share=1.0), *(Column(mm=BOX_MM) for _rank in ranks)),
            rows=tuple(self._row(option, each.slot, len(ranks)) for option in each.options),
            header=(_("Option"), *(str(rank) for rank in range(1, len(ranks) + 1))),
            row_header=0,
        )

    def _row(self, slot: Slot, round_: Slot, ranks: int) -> Row:
        _ = self._language.gettext
        option = slot.block
        title = self._names.title(option)
        told = [Run(title, strong=True)]
        if self._choices.on("descriptions") and option.description:
            told.append(Run(f"\n{option.description}"))
        for name, text in about_option(slot, round_, self._names).items():
            told.append(Run(f"\n{name}: {text}", grey=True))
        named = _("{title}: choice {rank}").replace("{title}", title)
        boxes = (TickBox(name=named.replace("{rank}", str(rank))) for rank in range(1, ranks + 1))
        return Row(cells=(Cell(flow=tuple(told), role=Role.BODY), *boxes))
