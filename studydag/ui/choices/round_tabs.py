"""The rounds of a day as tabs, each named as fully as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

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
        titles = self._titles(room)
        if titles != [self.tabText(place) for place in range(self.count())]:
            current = max(self.currentIndex(), 0)
            self.blockSignals(True)
            while self.count():
                self.removeTab(0)
            for number, title in zip(self._rounds, titles, strict=True):
                place = self.addTab(title)
                self.setTabToolTip(place, self._full_title(number))
                self.setAccessibleTabName(place, self._full_title(number))
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
        slot, clock = self._workspace.schedule.index.get(number), self._workspace.language.clock
        name = self.title_of(number)
        return name if slot is None else f"{name}  {clock(slot.start)}–{clock(slot.end)}"
