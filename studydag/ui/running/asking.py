"""What the presenter is asked on the day: if it is practice, how far the rest shifts, what is called off, who leads."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QWidget

from studydag.model.rules.on_the_day.running import Run, run
from studydag.model.rules.on_the_day.running_steps import noted, shift_rest
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.study_day import StudyDay
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.named import NamedField
from studydag.ui.fields.still_box import StillBox, StillNumber
from studydag.ui.running.words import RunWords
from studydag.ui.workspace import Workspace

MOST = 12 * 60
STEP, BEGIN = 5, 10


class OtherDateDialog(Dialog):
    """Asks on another date than that of the plan whether it is practice. What is likelier stands first.

    `said` says which dates these are, `is_held` that it is kept already how the part went, or began to go.
    """

    def __init__(
        self, workspace: Workspace, said: str, *, is_held: bool, is_past: bool, parent: QWidget | None = None
    ) -> None:
        """Offer both, and to do nothing."""
        _ = workspace.language.gettext
        earnest = _("Go on with what is noted") if is_held else _("For real")
        practise = _("Practise")
        is_likely = is_held or is_past
        first, second = (earnest, practise) if is_likely else (practise, earnest)
        super().__init__(_("Another date"), workspace.language, parent, accept=first, characters=60)
        self.in_earnest = is_likely
        self.add_text(said)
        if is_held:
            kept = _("how this part went is noted already. Each step is added to that and kept.")
        else:
            kept = _("this is the day itself, each step is kept. The date of the plan stays as it is.")
        nothing = _("it begins as planned, nothing is kept, and what is noted stays as it is.")
        for button, text in sorted(((earnest, kept), (practise, nothing)), key=lambda each: each[0] != first):
            self.add_text(f"{button}: {text}", "quiet")
        self.other = self.buttons.addButton(second, QDialogButtonBox.ButtonRole.ActionRole)
        self.other.clicked.connect(self._take_other)
        self.accepting.setFocus()

    def ask(self) -> bool | None:
        """Show the dialog; return whether each step is kept, None when nothing was chosen."""
        return self.in_earnest if self.run() else None

    def _take_other(self) -> None:
        self.in_earnest = not self.in_earnest
        self.accept()


class ShiftDialog(Dialog):
    """Asks by how many minutes what is still to come shifts; says beforehand when the day would end."""

    def __init__(
        self, workspace: Workspace, day: StudyDay, part: int, now: dt.datetime, parent: QWidget | None = None
    ) -> None:
        """Begin at ten minutes later."""
        _ = workspace.language.gettext
        super().__init__(_("Shift the rest"), workspace.language, parent, accept=_("Shift"), characters=56)
        self._words = RunWords(day, workspace.setting, workspace.language)
        self._day, self._part, self._now = day, part, now
        self.minutes = StillNumber(self)
        self.minutes.setProperty("role", "plain")
        self.minutes.setRange(-MOST, MOST)
        self.minutes.setSingleStep(STEP)
        self.minutes.setValue(BEGIN)
        self.minutes.setSuffix(" " + _("min"))
        self.minutes.setAccessibleName(_("Minutes later; below zero: earlier"))
        self.add_field(_("Minutes later; below zero: earlier"), self.minutes)
        self.pins = QCheckBox(_("Blocks with a fixed time shift as well"), self)
        found = run(day, part, now)
        if found is not None and found.next is not None:
            self.pins.setChecked(found.next.block.pinned_start is not None)
        # Until something starts the plan is what the programme says, and shifting changes that.
        self._planned_end = None if found is None else found.planned_end
        self.body.addWidget(self.pins)
        self.outcome = self.add_text("")
        self.minutes.valueChanged.connect(self._show)
        self.pins.toggled.connect(self._show)
        self._show()

    def ask(self) -> tuple[int, bool] | None:
        """Show the dialog; return the minutes, and whether fixed times shift as well."""
        self.minutes.selectAll()
        return (self.minutes.value(), self.pins.isChecked()) if self.run() else None

    def _show(self) -> None:
        notes = shift_rest(self._day, self._part, self.minutes.value(), self._now, pins_too=self.pins.isChecked())
        then = run(noted(self._day, notes), self._part, self._now)
        self.accepting.setEnabled(bool(notes))
        _ = self.language.gettext
        self.outcome.setText(self._said(then) if notes and then is not None else _("That can’t be done."))

    def _said(self, then: Run) -> str:
        following = then.next
        start = "" if following is None else self._words.title(following.block)
        first = self.language.gettext("{title} starts at {time}.")
        clock = "" if following is None else self.language.clock(following.start)
        return f"{first.replace('{title}', start).replace('{time}', clock)} {self._words.end(then, self._planned_end)}."


class CallOffDialog(Dialog):
    """Asks which block is called off, and why."""

    def __init__(self, workspace: Workspace, found: Run, words: RunWords, parent: QWidget | None = None) -> None:
        """Begin at what comes next."""
        _ = workspace.language.gettext
        super().__init__(_("Call off"), workspace.language, parent, accept=_("Call off"), characters=56)
        self.block = StillBox(self)
        self.block.setAccessibleName(_("What is called off"))
        for live in found.coming:
            self.block.addItem(f"{self.language.clock(live.start)}  {words.title(live.block)}", live.block.id)
        self.add_field(_("What is called off"), self.block)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(500)
        self.reason.setAccessibleName(_("Reason (everybody may read it)"))
        self.add_field(_("Reason (everybody may read it)"), self.reason)
        self.add_text(_("It stays in the programme, crossed out, and takes no time."), "quiet")

    def ask(self) -> tuple[int, str] | None:
        """Show the dialog; return the block and the reason."""
        if not self.run():
            return None
        return int(self.block.currentData()), self.reason.text().strip()


class HandOverDialog(Dialog):
    """Asks who leads a block after all, and in which room it is."""

    def __init__(self, workspace: Workspace, found: Run, words: RunWords, parent: QWidget | None = None) -> None:
        """Begin at what is on, else at what comes next."""
        _ = workspace.language.gettext
        super().__init__(_("Person or room"), workspace.language, parent, accept=_("Change"), characters=56)
        self._workspace, self._words = workspace, words
        self.block = StillBox(self)
        self.block.setAccessibleName(_("Block"))
        for live in (*(() if found.current is None else (found.current,)), *found.coming):
            clock = self.language.clock(live.start)
            self.block.addItem(f"{clock}  {words.title(live.block)}", live.block.id)
            for option in options_of(workspace.day or StudyDay(), live.block.id):
                self.block.addItem(f"{clock}    {words.title(option)}", option.id)
        self.add_field(_("Block"), self.block)
        self.leads = self._names("person", several=True)
        self.leads.name(_("Leads, separated by commas"))
        self.add_field(_("Leads, separated by commas"), self.leads)
        self.room = self._names("room", several=False)
        self.room.name(_("Room"))
        self.add_field(_("Room"), self.room)
        self.add_text(
            _("Anyone or anything new is added to the school. How it was planned is kept as a version."), "quiet"
        )
        self.block.currentIndexChanged.connect(self._show)
        self._show()

    def ask(self) -> tuple[int, tuple[str, ...], str] | None:
        """Show the dialog; return the block, the names of who leads it, and that of the room."""
        if not self.run():
            return None
        leads = tuple(name.strip() for name in self.leads.line.text().split(",") if name.strip())
        return int(self.block.currentData()), leads, self.room.line.text().strip()

    def _names(self, kind: str, *, several: bool) -> NamedField:
        names = sorted((choice.label for choice in self._workspace.targets.get(kind, ())), key=str.casefold)
        show_all = self.language.gettext("Show all")
        return NamedField(
            names, lambda text: text.strip() or None, str, several=several, all_named=show_all, parent=self
        )

    def _show(self) -> None:
        day = self._workspace.day or StudyDay()
        block = next((block for block in day.blocks if block.id == self.block.currentData()), None)
        self.leads.show_value(None if block is None else self._words.blocks.lead_names(block) or None)
        self.room.show_value(None if block is None else self._words.blocks.room(block) or None)
