"""The impact map: what professionals, pupils, school and field will notice, in four fixed rows."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.operations.goals import set_impact
from studydag.model.values.goals import Impact, ImpactRow
from studydag.ui.fields.text import TextField
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

FIELDS = ("expected_effect", "indicator")


class ImpactMap(QWidget):
    """Two texts for each of the rows, which are always there."""

    value = Impact
    names = ("row", *FIELDS)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the rows."""
        super().__init__(parent)
        self._workspace = workspace
        language = workspace.language
        grid = QGridLayout()
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.setHorizontalSpacing(12)
        titles = [language.capitalised(field_name(name, language, Impact)) for name in FIELDS]
        for place, title in enumerate(titles, 1):
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            grid.addWidget(label, 0, place)
        self.fields: dict[tuple[ImpactRow, str], TextField] = {}
        for line, row in enumerate(ImpactRow, 1):
            name = language.capitalised(language.member(row))
            label = text_label(name, self, "heading")
            grid.addWidget(label, line, 0)
            for place, (field, title) in enumerate(zip(FIELDS, titles, strict=True), 1):
                editor = TextField(lines=3)
                editor.name(f"{name}: {title}")
                editor.setEnabled(not workspace.library.read_only)
                editor.edited.connect(lambda _text, row=row: self._edited(row))
                grid.addWidget(editor, line, place)
                self.fields[row, field] = editor
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        hint = text_label(
            language.gettext("What will each of them notice of this day, and what shows it?"), self, "quiet"
        )
        layout.addWidget(hint)
        layout.addLayout(grid)
        layout.addStretch(1)

    def refresh(self) -> None:
        """Show the day's impact map."""
        day = self._workspace.day
        known = {impact.row: impact for impact in (day.impacts if day is not None else ())}
        for (row, field), editor in self.fields.items():
            value = getattr(known.get(row, Impact(row=row)), field)
            if editor.shown != value:
                editor.show_value(value)

    def choose(self, impact_id: int, row: str = "") -> None:
        """Give the keys to a row: the one of an impact that is there, else the one that is named."""
        day = self._workspace.day
        rows = [impact.row for impact in (day.impacts if day is not None else ()) if impact.id == impact_id]
        for wanted in rows or [each for each in ImpactRow if each == row]:
            self.fields[wanted, FIELDS[0]].setFocus()

    def _edited(self, row: ImpactRow) -> None:
        day = self._workspace.day
        if day is None:
            return
        effect, indicator = (str(self.fields[row, field].shown or "") for field in FIELDS)
        self._workspace.do(
            lambda: set_impact(self._workspace.library, day.id, row, expected_effect=effect, indicator=indicator)
        )
