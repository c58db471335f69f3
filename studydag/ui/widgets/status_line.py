"""The line at the bottom: that everything is saved and when, in which library, and sums of the day or the selection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QStatusBar

from studydag.folders import LIBRARY_NAME
from studydag.model.rules.time.selected_time import selected_time
from studydag.model.values.references import Reference
from studydag.ui.workspace import Workspace

DOT = " · "
APART = 80
"""In pixels: what stands at both ends of the line is at least so far apart."""


class StatusLine(QObject):
    """Fills a status bar as long as a library is open."""

    def __init__(self, bar: QStatusBar, workspace: Workspace, now: Callable[[], dt.datetime]) -> None:
        """Add its labels."""
        super().__init__(bar)
        self._workspace = workspace
        self._bar = bar
        self._now = now
        self._selection: tuple[Reference, ...] = ()
        self._saved_at: dt.datetime | None = None
        self._failed = False
        bar.clearMessage()
        self.saved = QLabel()
        self.library = QLabel()
        self.library.setToolTip(str(workspace.library.path))
        self.sums = QLabel()
        bar.addWidget(self.saved)
        bar.addWidget(self.library)
        bar.addPermanentWidget(self.sums)
        workspace.changed.connect(self._on_change)
        workspace.not_saved.connect(self._on_failure)
        workspace.day_opened.connect(self._on_day)
        bar.installEventFilter(self)
        self.refresh()

    def show_selection(self, selection: tuple[Reference, ...]) -> None:
        """Say the sums of what is selected, when that is more than one thing; else those of the day."""
        if selection != self._selection:
            self._selection = selection
            self._workspace.idle.add(self.refresh)

    def _on_failure(self) -> None:
        self._failed = True
        self._workspace.idle.add(self.refresh)

    def _on_change(self, _change: object) -> None:
        self._saved_at, self._failed = self._now(), False
        self._workspace.idle.add(self.refresh)

    def _on_day(self) -> None:
        self._selection = ()
        self._workspace.idle.add(self.refresh)

    def refresh(self) -> None:
        """Say everything as it stands."""
        self.saved.setText(self._saved())
        self.library.setText(self._library())
        sums = [self._of_selection()] if len(self._selection) > 1 else self._of_day()
        self.sums.setText(next((said for said in sums if self._fits(said)), ""))
        self.sums.setVisible(bool(self.sums.text()))

    def _fits(self, text: str) -> bool:
        """Whether there is room for a text beside what stands at the left."""
        left = self._bar.width() - self.saved.sizeHint().width() - self.library.sizeHint().width()
        return self.sums.fontMetrics().horizontalAdvance(text) + APART < left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say as much as there is room for."""
        if event.type() == QEvent.Type.Resize:
            self._workspace.idle.add(self.refresh)
        return super().eventFilter(watched, event)

    def _saved(self) -> str:
        language = self._workspace.language
        if self._workspace.library.read_only:
            return language.gettext("Only looking: nothing can be changed")
        if self._failed:
            return language.gettext("The last edit is not saved")
        if self._saved_at is None:
            return language.gettext("Everything is saved")
        return language.gettext("Saved at {time}").replace("{time}", language.time(self._saved_at.time()))

    def _library(self) -> str:
        """Return the name of the school; of a school without one that of the file, if somebody chose that."""
        path, _ = self._workspace.library.path, self._workspace.language.gettext
        name = self._workspace.setting.school.name.strip()
        return name or (_("Your library") if path.name == LIBRARY_NAME else path.name)

    def _of_selection(self) -> str:
        """Return how many things are selected, of blocks how long they take as well."""
        language = self._workspace.language
        kinds = {kind for kind, _id in self._selection}
        count = len(self._selection)
        name = language.kind(next(iter(kinds)), count) if len(kinds) == 1 else language.ngettext("row", "rows", count)
        said = language.ngettext("{n} {kind} selected", "{n} {kind} selected", count)
        parts = [said.replace("{n}", str(count)).replace("{kind}", name)]
        if kinds == {"block"}:
            found = selected_time(self._workspace.schedule, [row_id for _kind, row_id in self._selection])
            parts.append(language.minutes(found.minutes))
        return DOT.join(parts)

    def _of_day(self) -> list[str]:
        """Return the balance of the day in view, in full and shorter."""
        day, language = self._workspace.day, self._workspace.language
        if day is None:
            return []
        # Not above: home, which comes first, does without.
        from studydag.model.rules.time.balance import balance

        formats = {each.id: each for each in self._workspace.setting.formats}
        found = balance(self._workspace.schedule, formats)
        phases = DOT.join(
            f"{language.capitalised(language.member(phase))} {language.minutes(minutes)}"
            for phase, minutes in found.by_phase().items()
            if minutes
        )
        if not found.net_minutes:
            return [phases]
        share = language.percent(found.active_minutes / found.net_minutes)
        active = language.gettext("active {share}").replace("{share}", share)
        return [f"{phases}{DOT}{active}", phases, language.capitalised(active)]

    def take_away(self) -> None:
        """Leave the bar empty."""
        self._bar.removeEventFilter(self)
        for label in (self.saved, self.library, self.sums):
            self._bar.removeWidget(label)
            label.deleteLater()
        self.deleteLater()
