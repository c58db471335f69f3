"""The dates of a moment: in words, one by one, and which were skipped because the school is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydag.export.rhythm_words import series_text
from studydag.model.rules.calendar.rhythm import Series, series
from studydag.model.rules.calendar.school_calendar import is_weekend
from studydag.model.values.follow_up import Moment
from studydag.ui.roles import give_role
from studydag.ui.workspace import Workspace


class SeriesView(QScrollArea):
    """Speaks of one moment."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self._workspace = workspace
        self.setWidgetResizable(True)
        self.setAccessibleName(workspace.language.gettext("Dates"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget(self)
        self.heading = QLabel(inner)
        self.heading.setProperty("role", "heading")
        self.dates = QLabel(inner)
        self.skipped = QLabel(inner)
        self.skipped.setProperty("role", "quiet")
        self.problem = QLabel(inner)
        self.problem.setProperty("role", "problem")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 4, 0, 0)
        for label in (self.heading, self.dates, self.skipped, self.problem):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)
        self.setWidget(inner)

    def show_moment(self, moment: Moment | None) -> None:
        """Compute and show the dates of a moment, or (None) nothing."""
        day, language = self._workspace.day, self._workspace.language
        _ = language.gettext
        found = Series()
        if moment is not None and day is not None:
            found = series(moment, day, self._workspace.setting.holidays)
        self.heading.setText(self._heading(moment, found))
        give_role(self.heading, "quiet" if moment is None else "heading")
        self.dates.setText(self._dates(found))
        skipped = ", ".join(self._skipped_day(found, place) for place in range(len(found.skipped)))
        self.skipped.setText(_("Skipped: {dates}").replace("{dates}", skipped) if skipped else "")
        self.problem.setText("" if found.problem is None else language.problem(found.problem))
        for label in (self.dates, self.skipped, self.problem):
            label.setVisible(bool(label.text()))

    def _heading(self, moment: Moment | None, found: Series) -> str:
        _, language = self._workspace.language.gettext, self._workspace.language
        if moment is None:
            return _("Select a moment to see its dates.")
        if not found.dates:
            if moment.first_date is not None:
                # It counts from the day itself.
                return _("There is no date yet: give the study day one.")
            return _("There is no date yet: choose a first date.")
        words = series_text(moment.rhythm, found, moment.times, language)
        return language.capitalised(words) if words else _("Once")

    def _dates(self, found: Series) -> str:
        language = self._workspace.language
        unknown = language.gettext("holidays not known")
        written = []
        for place, each in enumerate(found.dates):
            same_year = place and found.dates[place - 1].year == each.year
            text = language.day_and_month(each) if same_year else language.short_date(each)
            written.append(f"{text} ({unknown})" if each in found.not_known else text)
        return ", ".join(written)

    def _skipped_day(self, found: Series, place: int) -> str:
        day = found.skipped[place]
        language = self._workspace.language
        why = self._workspace.setting.holidays.names.get(day)
        if not why:
            why = language.gettext("weekend") if is_weekend(day) else language.gettext("closed")
        return f"{language.day_and_month(day)} ({why})"
