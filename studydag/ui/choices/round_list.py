"""The choice rounds of the day, with a button for one more and for a carousel."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from studydag.export.names import Names
from studydag.model.operations.programme import add_block
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.option_edits import change_block, seats
from studydag.ui.workspace import Workspace

USUAL_MINUTES = 60
LINES = 6


class RoundList(ThingList):
    """Lists the rounds as they come in the programme. `carousel_made` carries the first block of a new carousel."""

    carousel_made = Signal(int)

    def __init__(self, workspace: Workspace, cells: Cells) -> None:
        """Build the list; it is empty until `show_owner`."""
        _ = workspace.language.gettext
        self._workspace = workspace
        super().__init__(
            workspace,
            StudyDay,
            "blocks",
            [
                cells.column(Block, "title", stretches=1),
                TableColumn(title=_("Time"), text=self._time),
                cells.column(Block, "round_rule"),
                TableColumn(title=_("Options"), text=lambda each: str(len(self._options(each))), numeric=True),
                TableColumn(title=_("Seats"), text=self._seats, numeric=True),
            ],
            title=_("Choice rounds"),
            empty=_("This day has no choice rounds. Add one at the end, or make one of blocks on the programme."),
            fixed=True,
            shown=lambda block: block.kind is BlockKind.ROUND,
            in_order=self._start,
            carry_out=partial(change_block, workspace.library),
        )
        writable = not workspace.library.read_only
        adding = self._action("plus", _("Add choice round"), "", self.add_round)
        adding.setToolTip(adding.text())
        adding.setIconText(workspace.language.capitalised(workspace.language.kind("round")))
        carousel = QAction(_("Carousel…"), self)
        carousel.triggered.connect(lambda _checked=False: self.ask_carousel())
        for action in (adding, carousel):
            action.setEnabled(writable)
            self.add_button(action, adds=action is adding)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)

    def add_round(self) -> None:
        """Add a choice round at the end of the programme, with its title to be typed."""
        day, schedule, language = self._workspace.day, self._workspace.schedule, self._workspace.language
        if day is None:
            return
        title = language.capitalised(language.kind("round"))
        block = Block(kind=BlockKind.ROUND, phase=Phase.APPLICATION, minutes=USUAL_MINUTES, title=title)
        spot = Spot(part=schedule.parts[-1].part.id) if schedule.parts else PARKED
        made = self._workspace.do(lambda: add_block(self._workspace.library, day.id, block, spot))
        if made is not None:
            self.table.edit_first_cell(made)

    def ask_carousel(self) -> None:
        """Ask for a carousel, of the round that is selected by preference."""
        from studydag.ui.dialogs.carousel import CarouselDialog

        if self._workspace.day is None:
            return
        near = next(iter(self.selected_ids), None)
        made = CarouselDialog(self._workspace, self.window(), near=near).ask()
        if made is not None:
            self.carousel_made.emit(made)

    def _start(self, block: Block) -> tuple[Any, ...]:
        """Order rounds as in the programme; those that are parked come last."""
        slot, day = self._workspace.schedule.index.get(block.id), self._workspace.day
        parts = [part.id for part in (day.parts if day is not None else ())]
        return (len(parts), block.position) if slot is None else (parts.index(slot.part.id), slot.start)

    def _options(self, round_block: Block) -> tuple[Block, ...]:
        return () if self._workspace.day is None else options_of(self._workspace.day, round_block.id)

    def _seats(self, round_block: Block) -> str:
        found = seats(self._options(round_block))
        return self._workspace.language.gettext("no limit") if found is None else str(found)

    def _time(self, block: Block) -> str:
        """Say from when to when, and on which date where the day has several."""
        slot, day = self._workspace.schedule.index.get(block.id), self._workspace.day
        if slot is None or day is None:
            return ""
        return Names(day, self._workspace.setting, self._workspace.language).hours_of_day(slot)
