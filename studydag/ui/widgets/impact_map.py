"""The impact map: what professionals, pupils, school and field will notice, in four fixed rows."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.operations.goals import set_impact
from studydag.model.values.goals import Impact, ImpactRow
from studydag.ui.fields.text import TextField
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

FIELDS = ("expected_effect", "indicator")
NARROW = 70
"""In characters: in less width the texts take all of it."""


class ImpactMap(QWidget):
    """Two texts for each of the rows, which are always there."""

    value = Impact
    names = ("row", *FIELDS)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the rows."""
        super().__init__(parent)
        self._workspace = workspace
        language = workspace.language
        grid = self._grid = QGridLayout()
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.setHorizontalSpacing(12)
        titles = [language.capitalised(field_name(name, language, Impact)) for name in FIELDS]
        for place, title in enumerate(titles, 1):
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            grid.addWidget(label, 0, place)
        self.fields: dict[tuple[ImpactRow, str], TextField] = {}
        self._names: list[QLabel] = []
        self._is_narrow = False
        for line, row in enumerate(ImpactRow, 1):
            name = language.capitalised(language.member(row))
            label = text_label(name, self, "heading")
            self._names.append(label)
            grid.addWidget(label, 2 * line, 0)
            for place, (field, title) in enumerate(zip(FIELDS, titles, strict=True), 1):
                editor = TextField(lines=3)
                editor.name(f"{name}: {title}")
                editor.setEnabled(not workspace.library.read_only)
                editor.edited.connect(lambda _text, row=row: self._edited(row))
                grid.addWidget(editor, 2 * line, place)
                self.fields[row, field] = editor
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        hint = text_label(
            language.gettext("What will each of them notice from this day, and what shows it?"), self, "quiet"
        )
        layout.addWidget(hint)
        layout.addLayout(grid)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name of a row stand above its texts where beside them it would leave them little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for line, label in enumerate(self._names, 1):
            self._grid.removeWidget(label)
            place = (2 * line - 1, 1, 1, len(FIELDS)) if is_narrow else (2 * line, 0, 1, 1)
            self._grid.addWidget(label, *place)
        self._grid.setHorizontalSpacing(6 if is_narrow else 12)

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
