"""What a study day is called where one of several is chosen: days of the same title are told apart by their dates."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.store.first_list import DayLine
from studydag.ui.first_words import short_dates


def dated_title(line: DayLine, language: Language) -> str:
    """Return the title of a study day and its dates, as far as it has them."""
    title = line.title or language.gettext("Study day")
    return f"{title} ({short_dates(line.dates, language)})" if line.dates else title
