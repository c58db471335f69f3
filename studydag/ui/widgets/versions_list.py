"""The versions of a study day: what was kept, when, and of what."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from studydag.model.exchange.study_day_json import to_json
from studydag.model.operations.study_days import make_version
from studydag.model.values.study_day import Version
from studydag.ui.item_models.cells import Cells
from studydag.ui.widgets.thing_table import ThingTable
from studydag.ui.workspace import Workspace


class VersionsList(QWidget):
    """A table of versions, and a line to keep the day as it is now under a name."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build table and line."""
        super().__init__(parent)
        _, cells = workspace.language.gettext, Cells(workspace)
        self._workspace = workspace
        heading = QLabel(_("Versions"), self)
        heading.setProperty("role", "heading")
        hint = QLabel(
            _("One is kept each time a document is saved or printed after a change. Undo leaves them alone."), self
        )
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        self.table = ThingTable(
            workspace,
            Version,
            [
                cells.column(Version, "number", field=""),
                cells.column(Version, "name", field="", stretches=1),
                cells.column(Version, "made_on", field=""),
                cells.column(Version, "document", field=""),
            ],
            _no_edit,
            name=_("Versions"),
            empty=_("No version was kept yet."),
        )
        self.name_line = QLineEdit(self)
        self.name_line.setPlaceholderText(_("Name of the version, such as: as sent to the team"))
        self.name_line.setAccessibleName(_("Name of the version"))
        self.keep = QPushButton(_("Keep this version"), self)
        row = QHBoxLayout()
        row.addWidget(self.name_line, 1)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.keep.clicked.connect(self._keep)
        self.name_line.returnPressed.connect(self._keep)
        for widget in (self.name_line, self.keep):
            widget.setEnabled(not workspace.library.read_only)

    def refresh(self) -> None:
        """Read the versions, the newest first."""
        day = self._workspace.day
        found = [] if day is None else self._workspace.library.versions_of(day.id)
        self.table.show_things(sorted(found, key=lambda version: -version.number))

    def _keep(self) -> None:
        day = self._workspace.day
        if day is None:
            return
        content = to_json(day, self._workspace.setting).decode()
        keep = partial(make_version, self._workspace.library, day.id, content, name=self.name_line.text().strip())
        if self._workspace.do(keep) is not None:
            self.name_line.clear()
            self.refresh()


def _no_edit(_row_id: int, _name: str, _value: Any) -> None:
    """A version stays what it was."""
