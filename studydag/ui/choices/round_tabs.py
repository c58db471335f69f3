"""The rounds of a day as tabs, each named as fully as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from studydag.export.names import Names
from studydag.ui.item_models.cells import Cells
from studydag.ui.workspace import Workspace

AROUND = 34
"""Pixels around the name of a round."""


class RoundTabs(QTabBar):
    """Shows one of the rounds of a day."""

    def __init__(self, workspace: Workspace, cells: Cells, parent: QWidget | None = None) -> None:
        """Begin without rounds."""
        super().__init__(parent)
        self._workspace, self._cells = workspace, cells
        self._rounds: tuple[int, ...] = ()
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setProperty("role", "pills")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(workspace.language.gettext("Choice rounds"))

    @property
    def round(self) -> int | None:
        """The round that is shown."""
        place = self.currentIndex()
        return self._rounds[place] if 0 <= place < len(self._rounds) else None

    def show_round(self, number: int) -> None:
        """Show another round."""
        if number in self._rounds:
            self.setCurrentIndex(self._rounds.index(number))

    def show_rounds(self, rounds: Sequence[int], room: int) -> None:
        """Have a tab for each of these rounds, within `room` pixels; the tab in view stays, and nothing is told."""
        self._rounds = tuple(rounds)
        titles, full = self._titles(room), [self._full_title(number) for number in self._rounds]
        tabs = range(self.count())
        if (titles, full) != ([self.tabText(place) for place in tabs], [self.tabToolTip(place) for place in tabs]):
            current = max(self.currentIndex(), 0)
            self.blockSignals(True)
            while self.count():
                self.removeTab(0)
            for title, name in zip(titles, full, strict=True):
                place = self.addTab(title)
                self.setTabToolTip(place, name)
                self.setAccessibleTabName(place, name)
            self.setCurrentIndex(min(current, len(titles) - 1))
            self.blockSignals(False)
        self.setVisible(bool(titles))

    def title_of(self, number: int) -> str:
        """Name a round: by its own title where it is the only one, else by its place among them."""
        if len(self._rounds) == 1:
            return self._cells.name("block", number)
        place = self._rounds.index(number) + 1
        return self._workspace.language.gettext("Round {n}").replace("{n}", str(place))

    def _titles(self, room: int) -> list[str]:
        """Name the rounds as fully as there is room for: with their times, without, or by number alone."""
        metrics = self.fontMetrics()
        full, short = ([name(number) for number in self._rounds] for name in (self._full_title, self.title_of))
        for titles in (full, short):
            if sum(metrics.horizontalAdvance(title) + AROUND for title in titles) <= room or len(titles) == 1:
                return titles
        return [str(place) for place, _number in enumerate(self._rounds, 1)]

    def _full_title(self, number: int) -> str:
        slot, day, name = self._workspace.schedule.index.get(number), self._workspace.day, self.title_of(number)
        if slot is None or day is None:
            return name
        return f"{name}  {Names(day, self._workspace.setting, self._workspace.language).hours_of_day(slot)}"
