"""The line at the bottom: that everything is saved, in which library, and how the day's minutes are divided."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar

from studydag.ui.workspace import Workspace


class StatusLine:
    """Fills a status bar as long as a library is open."""

    def __init__(self, bar: QStatusBar, workspace: Workspace) -> None:
        """Add its labels."""
        _ = workspace.language.gettext
        self._workspace = workspace
        self._bar = bar
        bar.clearMessage()
        saved = _("Only looking: nothing can be changed") if workspace.library.read_only else _("Everything is saved")
        self.saved = QLabel(saved)
        self.balance = QLabel()
        self.library = QLabel(workspace.library.path.stem)
        self.library.setToolTip(str(workspace.library.path))
        bar.addWidget(self.saved)
        bar.addPermanentWidget(self.balance)
        bar.addPermanentWidget(self.library)
        workspace.changed.connect(self._refresh_soon)
        workspace.day_opened.connect(self._refresh_soon)
        self.refresh()

    def _refresh_soon(self) -> None:
        self._workspace.idle.add(self.refresh)

    def refresh(self) -> None:
        """Say the balance of the day in view."""
        day, language = self._workspace.day, self._workspace.language
        if day is None:
            self.balance.clear()
            return
        # Not above: home, which comes first, does without.
        from studydag.model.rules.balance import balance

        formats = {each.id: each for each in self._workspace.setting.formats}
        found = balance(self._workspace.schedule, formats)
        said = [
            f"{language.capitalised(language.member(phase))} {language.minutes(minutes)}"
            for phase, minutes in found.by_phase().items()
            if minutes
        ]
        if found.net_minutes:
            active = language.gettext("active {share}")
            said.append(active.replace("{share}", language.percent(found.active_minutes / found.net_minutes)))
        self.balance.setText(" · ".join(said))

    def take_away(self) -> None:
        """Leave the bar empty."""
        for label in (self.saved, self.balance, self.library):
            self._bar.removeWidget(label)
            label.deleteLater()
