"""Makes a part fit: shows which blocks would get how many minutes, before anything is done (time.md)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studydag.model.operations import programme
from studydag.model.rules.time.fitting import Fit, fit
from studydag.model.rules.time.schedule import Schedule, schedule
from studydag.model.rules.time.time_edits import apply_edits
from studydag.model.rules.time.totals import part_totals
from studydag.ui.asking.dialog import Dialog
from studydag.ui.dialogs.times_table import TimesTable
from studydag.ui.timeline.words import BlockWords
from studydag.ui.workspace import Workspace


class FitDialog(Dialog):
    """Proposes other minutes; a block that is not ticked keeps its own, and the proposal follows."""

    def __init__(self, workspace: Workspace, words: BlockWords, part_id: int, parent: QWidget | None = None) -> None:
        """Propose for one part of the day in view."""
        _ = workspace.language.gettext
        super().__init__(_("Make it fit"), workspace.language, parent, accept=_("Apply"), characters=88)
        assert workspace.day is not None
        self._workspace = workspace
        self._words = words
        self._day = workspace.day
        self._part = part_id
        self._now = workspace.schedule
        self._formats = {each.id: each for each in workspace.setting.formats}
        self.summary = self.add_text("")
        self.table = TimesTable(words, self)
        self.table.ticked.connect(self._propose)
        self.body.addWidget(self.table, 1)
        self.add_text(
            _(
                "Blocks whose duration is locked stay as they are, and so do pinned times. A block gets no shorter or "
                "longer than suits its working format. Untick what has to stay."
            ),
            "quiet",
        )
        self.found = Fit()
        self._propose()

    def ask(self) -> None:
        """Show the dialog; the part is made to fit when it is accepted."""
        self.run()

    def accept(self) -> None:
        """Make it fit."""
        if self.tries(lambda: programme.make_fit(self._workspace.library, self._part, self.table.unticked)):
            super().accept()

    def _propose(self) -> None:
        kept = self.table.unticked
        self.found = fit(self._now, self._part, self._formats, kept=kept)
        then = schedule(apply_edits(self._day, self.found.edits))
        slots = self._now.part_of(self._part)
        live = [slot for slot in slots.slots if not slot.block.cancelled] if slots is not None else []
        may = {slot.block.id for slot in live if not slot.block.minutes_locked}
        self.table.show_all(live, then.index, may)
        self.summary.setText(self._said(then))
        self.accepting.setEnabled(bool(self.found.edits))

    def _said(self, then: Schedule) -> str:
        language, _ = self.language, self.language.gettext
        now, after = self._now.part_of(self._part), then.part_of(self._part)
        if now is None or after is None:
            return ""
        text = _("The programme ends at {now}; the planned end is {planned}.")
        if self.found.edits:
            text = _("The programme ends at {now}; the planned end is {planned}. With this it ends at {then}.")
        figures = {"now": now.end + now.minutes_over, "planned": now.end, "then": after.end + after.minutes_over}
        for name, minutes in figures.items():
            text = text.replace(f"{{{name}}}", language.clock(minutes))
        overlap = part_totals(now).minutes_overlapping
        if overlap:
            overlaps = _("Blocks overlap by {minutes} now.").replace("{minutes}", language.minutes(overlap))
            text = f"{overlaps} {text}"
        left = ((_("It is still {minutes} too long."), self.found.over), (_("{minutes} left."), self.found.spare))
        more = [each.replace("{minutes}", language.minutes(minutes)) for each, minutes in left if minutes]
        return " ".join([text, *more])
