"""The choice of another study day, which is kept by its uid."""

from __future__ import annotations

from studydag.model.store.first_list import day_lines
from studydag.model.values.errors import StudyDagError
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.workspace import Workspace


def day_choice(workspace: Workspace) -> ChoiceField:
    """Return a choice of the other days of the library, and none."""
    field = ChoiceField(other_days(workspace), unknown=workspace.language.gettext("a day that is not in this library"))
    field.show_value("")
    return field


def other_days(workspace: Workspace) -> list[Choice]:
    """Return every other day with its date, by date."""
    language, day = workspace.language, workspace.day
    choices = [Choice("", "–")]
    try:
        lines = day_lines(workspace.library.path)
    except StudyDagError:
        return choices
    for line in lines:
        if day is None or line.id != day.id:
            date = f" ({language.short_date(line.dates[0])})" if line.dates else ""
            choices.append(Choice(line.uid, f"{line.title}{date}"))
    return choices
