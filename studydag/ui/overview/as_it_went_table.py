"""Planned beside actual: the times that were noted on the day, to be completed by hand, beside the plan (R027)."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from studydag.model.operations import editing, running
from studydag.model.rules.calendar.dates import has_several_dates
from studydag.model.rules.on_the_day.as_it_went import Beside, Outcome, PartBeside, beside_all
from studydag.model.values.programme import Block, Part
from studydag.model.values.wording import N_
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.head_layout import HeadLayout
from studydag.ui.layouts.when_seen import WhenSeen
from studydag.ui.look import Look
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.text_label import text_label
from studydag.ui.timeline.words import DOT, BlockWords
from studydag.ui.workspace import Workspace

OUTCOMES = {
    Outcome.HELD: "",
    Outcome.ADDED: N_("added on the day"),
    Outcome.UNDER_WAY: N_("under way"),
    Outcome.SKIPPED: N_("skipped"),
    Outcome.CANCELLED: N_("called off"),
    Outcome.PARKED: N_("parked"),
    Outcome.NOT_NOTED: N_("not noted"),
}
LATE = 10
"""From how many minutes on a difference stands out."""


class AsItWentTable(WhenSeen):
    """A table of all blocks with a clock time: as planned, as noted, and how far that lies apart."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Build table, sum and button."""
        super().__init__(parent)
        _, language = workspace.language.gettext, workspace.language
        self._workspace = workspace
        self._look = look
        self._rows: dict[int, Beside] = {}
        self._words = BlockWords(workspace.day, workspace.setting, language) if workspace.day is not None else None
        self.sum = text_label("", self, "heading")
        hint = text_label(
            _("Running the day (F5) notes these times; you can also fill them in here afterwards."), self, "quiet"
        )
        self.table = ThingTable(
            workspace,
            Block,
            [
                TableColumn(title=_("Planned"), text=self._planned),
                TableColumn(title=_("What"), text=self._title, stretches=1),
                TableColumn(title=_("Planned duration"), text=self._was_to_last, numeric=True, gives_way=2),
                TableColumn(title=_("Started"), text=self._started, field="actual_start"),
                TableColumn(title=_("Ended"), text=self._ended, field="actual_end"),
                TableColumn(title=_("Lasted"), text=self._lasted, numeric=True, gives_way=1),
                TableColumn(title=_("Later"), text=self._late, numeric=True, colour=self._late_colour),
                TableColumn(title=_("Longer"), text=self._longer, numeric=True, colour=self._longer_colour),
                TableColumn(title=_("Outcome"), text=self._outcome, gives_way=3),
            ],
            self._edit,
            name=_("How it went"),
            empty=_("There is nothing in the programme yet."),
            wraps=True,
        )
        # Neither sorted nor moved: the order of the day is what it tells.
        self.table.let_choose_columns("as_it_went")
        self.forget = QPushButton(_("Clear the times of this day"), self)
        self.forget.clicked.connect(self._forget)
        below = HeadLayout()
        below.addWidget(hint)
        below.addWidget(self.forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sum)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)

    def show_now(self) -> None:
        """Show the day as it stands."""
        day, language = self._workspace.day, self._workspace.language
        if day is None:
            return
        self._words = BlockWords(day, self._workspace.setting, language)
        parts = beside_all(day)
        self._rows = {row.block.id: row for part in parts for row in part.rows}
        self.table.things.can_edit = not self._workspace.library.read_only
        self.table.show_things([row.block for row in self._rows.values()])
        self.table.things.tell_all_changed()
        # Times that were noted since are wider than none.
        self.table.fit_columns()
        noted = [part for part in parts if part.start is not None]
        self.sum.setText("\n".join(self._sum(part, alone=len(parts) == 1) for part in noted))
        self.sum.setVisible(bool(noted))
        self.forget.setEnabled(bool(self._noted()) and not self._workspace.library.read_only)

    def _sum(self, part: PartBeside, *, alone: bool) -> str:
        """Return the line about a part: planned 08:30–15:00, really 08:33–15:12, 12 min later than planned."""
        _, language = self._workspace.language.gettext, self._workspace.language
        assert self._words is not None
        name = "" if alone else f"{self._part(part.part.part)}: "
        planned = _("planned {start}–{end}")
        really = _("actually {start}–{end}") if part.end is not None else _("actually from {start}")
        lines = [_filled(planned, self._clock(part.planned_start), self._clock(part.planned_end))]
        lines.append(_filled(really, self._clock(part.start), self._clock(part.end)))
        if part.late:
            said = _("{minutes} later") if part.late > 0 else _("{minutes} earlier")
            lines.append(said.replace("{minutes}", language.minutes(abs(part.late))))
        return language.capitalised(name + DOT.join(lines))

    def _part(self, part: Part) -> str:
        """Return the title of a part with its date, or what there is of these."""
        assert self._words is not None
        name = self._words.part(part)
        dated = part.title and part.date is not None and has_several_dates(self._words.day)
        return f"{name} ({self._workspace.language.day_and_month(part.date)})" if dated and part.date else name

    def _edit(self, row_id: int, name: str, value: Any) -> None:
        editing.change(self._workspace.library, Block, row_id, **{name: value})

    def _forget(self) -> None:
        blocks = self._noted()
        self._workspace.do(lambda: running.forget(self._workspace.library, blocks))

    def _noted(self) -> list[int]:
        return [
            row.block.id
            for row in self._rows.values()
            if row.block.actual_start is not None
            or row.block.actual_end is not None
            or row.block.planned_start is not None
        ]

    # Cells

    def _title(self, block: Block) -> str:
        return "" if self._words is None else self._words.title(block)

    def _planned(self, block: Block) -> str:
        """Say for when it was planned, and on which date where the day has several."""
        row, day = self._rows[block.id], self._workspace.day
        hours = "–" if row.planned_start is None else f"{self._clock(row.planned_start)}–{self._clock(row.planned_end)}"
        date = None if row.part is None else row.part.part.date
        if day is None or date is None or not has_several_dates(day):
            return hours
        return f"{self._workspace.language.day_and_month(date)}, {hours}"

    def _was_to_last(self, block: Block) -> str:
        return self._minutes(self._rows[block.id].planned_minutes)

    def _started(self, block: Block) -> str:
        return "" if block.actual_start is None else self._workspace.language.time(block.actual_start)

    def _ended(self, block: Block) -> str:
        return "" if block.actual_end is None else self._workspace.language.time(block.actual_end)

    def _lasted(self, block: Block) -> str:
        return self._minutes(self._rows[block.id].minutes)

    def _late(self, block: Block) -> str:
        return self._difference(self._rows[block.id].late)

    def _longer(self, block: Block) -> str:
        return self._difference(self._rows[block.id].longer)

    def _outcome(self, block: Block) -> str:
        row, _ = self._rows[block.id], self._workspace.language.gettext
        said = _(OUTCOMES[row.outcome])
        return DOT.join(each for each in (said, block.cancelled_reason if block.cancelled else "") if each)

    def _late_colour(self, block: Block) -> QColor | None:
        return self._colour(self._rows[block.id].late)

    def _longer_colour(self, block: Block) -> QColor | None:
        return self._colour(self._rows[block.id].longer)

    def _colour(self, minutes: int | None) -> QColor | None:
        return QColor(self._look.colours.should) if minutes is not None and abs(minutes) >= LATE else None

    def _minutes(self, minutes: int | None) -> str:
        return "" if minutes is None else self._workspace.language.minutes(minutes)

    def _difference(self, minutes: int | None) -> str:
        if minutes is None:
            return ""
        return f"+{self._minutes(minutes)}" if minutes > 0 else self._minutes(minutes) if minutes else "0"

    def _clock(self, minutes: int | None) -> str:
        return "–" if minutes is None else self._workspace.language.clock(minutes)


def _filled(text: str, start: str, end: str) -> str:
    return text.replace("{start}", start).replace("{end}", end)
