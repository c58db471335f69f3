"""Study days of a copy, to be added to this library or only looked at: shows them, and asks of those that are here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QMessageBox, QPushButton, QRadioButton, QWidget

from studydag.model.operations import exchange
from studydag.model.operations.exchange import OnSame
from studydag.model.store.first_list import day_lines
from studydag.model.store.library import Library
from studydag.model.values.errors import CannotRead, StudyDagError
from studydag.model.values.study_day import StudyDay
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.message_box import MessageBox
from studydag.ui.asking.problems import tell
from studydag.ui.dialogs.day_ticks import DayTicks
from studydag.ui.workspace import Workspace

ROWS = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: the ids of the days that were added, or that the copy is to be looked at."""

    days: tuple[int, ...] = ()
    looks: bool = False


def take_in(workspace: Workspace, path: Path, parent: QWidget) -> Answer:
    """Show what stands in a copy, and add what is chosen."""
    if path.exists() and path.samefile(workspace.library.path):
        _say(workspace.language.gettext("That is this library itself; there is nothing to add."), parent)
        return Answer()
    try:
        with Library.look(path) as other:
            dialog = TakeInDialog(workspace, other, path, parent)
            if not dialog.run():
                return Answer(looks=dialog.looks)
            taken = exchange.take_in(workspace.library, other, dialog.chosen, on_same=dialog.on_same)
    except (CannotRead, StudyDagError) as error:
        tell(parent, error, workspace.language)
        return Answer()
    return Answer(taken.days)


class TakeInDialog(Dialog):
    """Lists the study days of a copy to tick."""

    def __init__(self, workspace: Workspace, other: Library, path: Path, parent: QWidget | None = None) -> None:
        """Tick them all."""
        _ = workspace.language.gettext
        super().__init__(_("Add study days from a copy"), workspace.language, parent, accept=_("Add"), characters=70)
        self.looks = False
        self.looking = QPushButton(_("Look only"), self)
        self.looking.setToolTip(_("Opens the copy as it is; your own library stays as it is, too"))
        self.looking.clicked.connect(self._look)
        self.buttons.addButton(self.looking, QDialogButtonBox.ButtonRole.ActionRole)
        same: tuple[StudyDay, ...] = exchange.same_days(workspace.library, other)
        known = {day.id for day in same}
        self.add_text(_("These study days are in {name}.").replace("{name}", path.name))
        self.list = DayTicks(self.language, ROWS, self)
        for line in day_lines(path):
            self.list.add_day(line, _("is here already") if line.id in known else "", ticked=True)
        self.body.addWidget(self.list, 1)
        self._ways = QButtonGroup(self)
        ways = (
            (OnSame.KEEP_BOTH, _("Where a study day is here already: keep both")),
            (OnSame.REPLACE, _("Replace the study day that is here")),
            (OnSame.LEAVE_OUT, _("Leave out the study day of the copy")),
        )
        self._choices = [way for way, _title in ways]
        for number, (_way, title) in enumerate(ways):
            button = QRadioButton(title, self)
            button.setChecked(number == 0)
            button.setVisible(bool(known))
            self._ways.addButton(button, number)
            self.body.addWidget(button)
        self.add_text(_("A backup is made first. Adding can’t be undone, but the backup can be restored."), "quiet")

    def _look(self) -> None:
        self.looks = True
        self.reject()

    @property
    def chosen(self) -> list[int]:
        """The ids, in the copy, of the study days that are ticked."""
        return self.list.ticked

    @property
    def on_same(self) -> OnSame:
        """What to do with a study day that is here already."""
        return self._choices[self._ways.checkedId()]


def _say(text: str, parent: QWidget) -> None:
    box = MessageBox(parent, QMessageBox.Icon.Information, text)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.run()
