"""The choice of another study day, which is kept by its uid."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject

from studydag.model.store.first_list import day_lines
from studydag.model.values.errors import StudyDagError
from studydag.ui.day_titles import dated_title
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.workspace import Workspace


class DayChoice(ChoiceField):
    """A choice of the other days of the library, and none, as they are when another day comes into view or it is used.

    A page outlives the day in view, so what it offered for one would be wrong for the next.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Offer the days there are now."""
        self._workspace = workspace
        self._offered_for = None if workspace.day is None else workspace.day.id
        super().__init__(other_days(workspace), unknown=workspace.language.gettext("a day that is not in this library"))
        self.show_value("")

    def _display(self, value: Any) -> None:
        now = None if self._workspace.day is None else self._workspace.day.id
        if now != self._offered_for:
            self._offered_for = now
            self.offer(other_days(self._workspace))
        else:
            super()._display(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer what is there as the user comes to it: days come and go while one is in view."""
        if watched is self.box and event.type() == QEvent.Type.FocusIn:
            choices = tuple(other_days(self._workspace))
            if choices != self.choices:
                self.offer(choices)
        return super().eventFilter(watched, event)


def other_days(workspace: Workspace) -> list[Choice]:
    """Return every other day with its date, by date."""
    language, day = workspace.language, workspace.day
    try:
        lines = day_lines(workspace.library.path)
    except StudyDagError:
        lines = ()
    others = (line for line in lines if day is None or line.id != day.id)
    return [Choice("", "–"), *(Choice(line.uid, dated_title(line, language)) for line in others)]
