"""The versions of a study day: what was kept, when, and of what; compared, renamed, gone back to."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget

from studydag.export.difference_words import SUBJECT_WORDS
from studydag.export.documents import documents
from studydag.model.operations import versions
from studydag.model.rules.versions.compare import State, changed_subjects, compare
from studydag.model.values.errors import StudyDagError
from studydag.model.values.study_day import Version
from studydag.model.values.wording import N_
from studydag.ui.asking.message_box import MessageBox
from studydag.ui.fields.window_undo import leave_undo_to_window
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.when_seen import WhenSeen
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.versions.comparing import NOW, CompareWindow, state_of, version_title
from studydag.ui.workspace import Workspace

NAMED_COMPARED: Final = 8
"""Of so many versions with a name is said what changed since."""
MADE_FOR: Final = {
    versions.AT_THE_START: N_("start of the day itself"),
    versions.BEFORE_GOING_BACK: N_("going back to a version"),
}
"""What makes a version beside documents."""

NARROWEST = 14
"""Of a column that stretches, in characters."""


class VersionsList(WhenSeen):
    """A table of versions, what can be done with them, and a line to keep the day as it is now under a name."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build table, buttons and line."""
        super().__init__(parent)
        self._workspace = workspace
        self._titles = {document.name: document.title for document in documents()}
        self._states: dict[int, State] = {}
        self._since: dict[int, str] = {}
        self.table = self._make_table()
        self._make_controls()
        self._lay_out()
        self._listen()
        for widget in (self.name_line, self.keep):
            widget.setEnabled(not workspace.library.read_only)
        self._offer()

    def _make_table(self) -> ThingTable:
        _, cells = self._workspace.language.gettext, Cells(self._workspace)
        table = ThingTable(
            self._workspace,
            Version,
            [
                cells.column(Version, "number", field=""),
                cells.column(Version, "name", stretches=2),
                TableColumn(
                    title=cells.title(Version, "made_on"), text=self._made_on, sorts=lambda version: version.made_on
                ),
                TableColumn(title=_("Made for"), text=self._made_for),
                TableColumn(title=_("Changed since"), text=self._changed_since, stretches=1),
            ],
            self._edit,
            name=_("Versions"),
            empty=_("No version has been kept yet."),
        )
        table.let_sort("versions")
        table.let_choose_columns("versions")
        # Names and what changed give way to when it was made and for what.
        table.narrowest = NARROWEST
        return table

    def _make_controls(self) -> None:
        _ = self._workspace.language.gettext
        self.compare = QPushButton(_("Compare with now"), self)
        self.go_back = QPushButton(_("Go back to this version…"), self)
        self.name_line = QLineEdit(self)
        self.name_line.setPlaceholderText(_("Name of the version, such as: as sent to the team"))
        self.name_line.setAccessibleName(_("Name of the version"))
        leave_undo_to_window(self.name_line)
        self.keep = QPushButton(_("Keep this version"), self)

    def _lay_out(self) -> None:
        _ = self._workspace.language.gettext
        heading = QLabel(_("Versions"), self)
        heading.setProperty("role", "heading")
        hint = QLabel(
            _("One is kept each time a document is saved or printed after a change. Undo leaves them alone."), self
        )
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        actions = QHBoxLayout()
        actions.addWidget(self.compare)
        actions.addWidget(self.go_back)
        actions.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.name_line, 1)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addLayout(actions)
        layout.addLayout(row)

    def _listen(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.name_line.returnPressed.connect(self._keep)
        self.compare.clicked.connect(self._compare)
        self.go_back.clicked.connect(self._go_back)
        self.table.chosen.connect(lambda _ids: self._offer())

    def show_now(self) -> None:
        """Read the versions, the newest first; what changed since is looked up only while it is seen."""
        day = self._workspace.day
        kept = [] if day is None else self._workspace.library.versions_of(day.id)
        kept.sort(key=lambda version: -version.number)
        self._look_what_changed(kept)
        self.table.things.can_edit = not self._workspace.library.read_only
        self.table.show_things(kept)
        self.table.things.tell_all_changed()
        self._offer()

    def _look_what_changed(self, kept: list[Version]) -> None:
        """Compare the newest versions that have a name, and of each document, with the day as it is (R123)."""
        newest = {version.document: version for version in reversed(kept)}
        named = [version for version in kept if version.name][:NAMED_COMPARED]
        wanted = {version.id: version for version in (*newest.values(), *kept[:1], *named)}
        self._states = {number: state for number, state in self._states.items() if number in wanted}
        self._since = {version.id: self._said_since(version) for version in wanted.values()}

    def _said_since(self, version: Version) -> str:
        language, _ = self._workspace.language, self._workspace.language.gettext
        try:
            if version.id not in self._states:
                self._states[version.id] = state_of(self._workspace, version.id)
        except StudyDagError:
            return _("can’t be read")
        subjects = changed_subjects(self._states[version.id], state_of(self._workspace, NOW))
        names = [_(SUBJECT_WORDS[subject]) for subject in subjects]
        return language.capitalised(language.list([name.lower() for name in names]) if names else _("nothing"))

    def _changed_since(self, version: Version) -> str:
        return self._since.get(version.id, "")

    def _made_on(self, version: Version) -> str:
        """Return the day in short: two versions of one day are told apart by the time behind it."""
        made, language = version.made_on, self._workspace.language
        return "" if made is None else f"{language.short_date(made.date())}, {language.time(made.time())}"

    def _made_for(self, version: Version) -> str:
        text = self._titles.get(version.document) or MADE_FOR.get(version.document, version.document)
        return self._workspace.language.capitalised(self._workspace.language.gettext(text))

    def _edit(self, row_id: int, _name: str, value: Any) -> None:
        versions.rename(self._workspace.library, row_id, value)
        self.refresh()

    def _offer(self) -> None:
        chosen, _ = self.table.selected_ids, self._workspace.language.gettext
        self.compare.setText(_("Compare these two") if len(chosen) == 2 else _("Compare with now"))
        self.compare.setEnabled(len(chosen) in {1, 2})
        self.go_back.setEnabled(len(chosen) == 1 and not self._workspace.library.read_only)

    def _compare(self) -> None:
        chosen = self.table.selected_ids
        # The table has the newest first.
        before, after = (chosen[0], NOW) if len(chosen) == 1 else (chosen[1], chosen[0])
        window = CompareWindow(self._workspace, before, after, self.window())
        window.show()

    def _go_back(self) -> None:
        number = self.table.selected_ids[0]
        version = next(each for each in self.table.things.things if each.id == number)
        if self._agrees(version):
            self._workspace.do(lambda: versions.restore(self._workspace.library, number))
            self.refresh()

    def _agrees(self, version: Version) -> bool:
        language, _ = self._workspace.language, self._workspace.language.gettext
        asked = _("Should this day become again what it was in version {version}?")
        question = asked.replace("{version}", version_title(version, language))
        try:
            count = len(compare(state_of(self._workspace, NOW), state_of(self._workspace, version.id)))
        except StudyDagError:
            count = 0
        differs = language.ngettext("{n} thing differs.", "{n} things differ.", count).replace("{n}", str(count))
        kept = _("What it is now is kept as a version first, and Undo brings it back.")
        box = MessageBox(self, QMessageBox.Icon.Question, question, f"{differs} {kept}")
        box.setWindowTitle(_("Go back to a version"))
        yes = box.addButton(_("Go back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        return box.run() is yes

    def _keep(self) -> None:
        day, library = self._workspace.day, self._workspace.library
        if day is None:
            return
        number, name = day.id, self.name_line.text().strip()
        if self._workspace.do(lambda: versions.keep(library, number, name)) is not None:
            self.name_line.clear()
            self.refresh()
