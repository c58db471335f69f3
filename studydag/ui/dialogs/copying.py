"""A copy to mail or keep: of some study days or of all, to share or complete."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from studydag.labels.left_out import left_out_text
from studydag.model.operations.exchange import share_copy
from studydag.model.store.first_list import day_lines
from studydag.model.values.errors import StudyDagError
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.files import ask_new_file
from studydag.ui.asking.folders import documents_folder
from studydag.ui.asking.message_box import MessageBox
from studydag.ui.asking.problems import tell
from studydag.ui.checked import show_checked
from studydag.ui.dialogs.day_ticks import DayTicks
from studydag.ui.workspace import Workspace

ROWS = 9


class CopyDialog(Dialog):
    """Asks which study days, and whether confidential data goes along."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """List the study days; the one in view is ticked, or all."""
        _ = workspace.language.gettext
        super().__init__(_("Save a copy"), workspace.language, parent, accept=_("Choose a file…"), characters=70)
        self._workspace = workspace
        self._window = parent
        self.add_text(_("A copy is a file of its own: to e-mail, to keep on a USB stick, to open elsewhere."))
        self.list = DayTicks(self.language, ROWS, self)
        chosen = workspace.day.id if workspace.day is not None else None
        for line in reversed(day_lines(workspace.library.path)):
            self.list.add_day(line, ticked=chosen is None or line.id == chosen)
        self.list.itemChanged.connect(self._say)
        self.body.addWidget(self.list, 1)
        self.everything = QCheckBox(_("All study days"), self)
        self.everything.toggled.connect(self.list.tick_all)
        self.body.addWidget(self.everything)
        self.complete = QCheckBox(_("Complete: with confidential needs, personal notes and scores"), self)
        self.body.addWidget(self.complete)
        self.add_text(_("Leave this off for a copy that others will see."), "quiet")
        self._say()

    @property
    def chosen(self) -> list[int]:
        """The ids of the study days that are ticked."""
        return self.list.ticked

    def ask(self) -> None:
        """Show the dialog, ask for a file, and write the copy."""
        if not self.run() or not self.chosen:
            return
        name = f"{self._workspace.library.path.stem} {self._workspace.today():%Y-%m-%d}.studydag"
        proposed = documents_folder() / name
        path = ask_new_file(self._window, proposed, self.language)
        if path is not None:
            self.write(path, self.chosen, complete=self.complete.isChecked())

    def write(self, path: Path, days: list[int], *, complete: bool) -> None:
        """Write the copy and say what stayed behind."""
        library, parent = self._workspace.library, self._window
        try:
            if complete and len(days) == self.list.count():
                if path.exists() and library.path.exists() and path.samefile(library.path):
                    share_copy(library, [], path)
                library.copy_to(path)
                left_out: Mapping[str, int] = {}
            else:
                left_out = share_copy(library, days, path, complete=complete)
        except StudyDagError as error:
            tell(parent, error, self.language)
            return
        said = self.language.gettext("The copy is in {path}.").replace("{path}", str(path))
        more = left_out_text(left_out, self.language) if left_out else ""
        box = MessageBox(parent, QMessageBox.Icon.Information, said, more)
        box.addButton(QMessageBox.StandardButton.Ok)
        box.run()

    def _say(self) -> None:
        chosen = len(self.chosen)
        show_checked(self.everything, chosen == self.list.count())
        self.accepting.setEnabled(chosen > 0)
