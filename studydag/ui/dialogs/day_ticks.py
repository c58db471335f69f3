"""The study days of a library to tick, for a copy of some of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studydag.language import Language
from studydag.model.store.first_list import DayLine
from studydag.ui.day_titles import dated_title
from studydag.ui.tables.tick_list import TickList


class DayTicks(TickList):
    """Long titles wrap. `ticked` are the ids of study days."""

    def __init__(self, language: Language, rows: int, parent: QWidget | None = None) -> None:
        """Begin without days, with room for so many rows at least."""
        super().__init__(language.gettext("Study days"), parent)
        self._language = language
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self.fontMetrics().height() * rows)

    def add_day(self, line: DayLine, remark: str = "", *, ticked: bool) -> None:
        """Add a study day, with what there is to say of it."""
        title = dated_title(line, self._language)
        item = self.add(f"{title} – {remark}" if remark else title, line.id, ticked=ticked)
        item.setToolTip(item.text())
