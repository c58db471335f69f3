"""Where something was found, in words: what kind of thing, at what time or on which date, in which study day."""

from __future__ import annotations

from collections.abc import Iterable

from studydag.labels.titles import bilingual_titles
from studydag.model.store.first_list import DayLine
from studydag.model.store.search import Hit
from studydag.ui.first_words import short_dates
from studydag.ui.timeline.words import DOT
from studydag.ui.workspace import Workspace


class HitWords:
    """Names the hits of a search; days are known by the list of days."""

    def __init__(self, workspace: Workspace, lines: Iterable[DayLine]) -> None:
        """Know the days by their lines."""
        self._workspace = workspace
        self._lines = {line.id: line for line in lines}
        self._names = bilingual_titles(workspace.setting, workspace.language)

    def title(self, hit: Hit) -> str:
        """Return the title of what was found, or of what has none the text."""
        known = self._names.get((hit.kind, hit.id)) or hit.title or plain_snippet(hit)
        return " ".join(known.split()) or self.kind(hit)

    def kind(self, hit: Hit) -> str:
        """Return what kind of thing it is."""
        return self._workspace.language.kind(hit.kind)

    def day(self, hit: Hit) -> str:
        """Return the title of its study day, or that it is the school's."""
        if hit.day is None:
            return self._workspace.language.gettext("School")
        line = self._lines.get(hit.day)
        return "" if line is None else line.title

    def date(self, hit: Hit) -> str:
        """Return the date of its study day, where that is known."""
        line = self._lines.get(hit.day or 0)
        return short_dates(line.dates, self._workspace.language) if line is not None and line.dates else ""

    def time(self, hit: Hit) -> str:
        """Return when a block of the day in view begins."""
        day = self._workspace.day
        if day is None or hit.day != day.id or hit.kind != "block":
            return ""
        slot = self._workspace.schedule.slot_of(hit.id)
        return "" if slot is None else self._workspace.language.clock(slot.start)

    def detail(self, hit: Hit) -> str:
        """Return all of that in one line: block · 10:30 · Formative assessment · Thu 11 Mar 2027."""
        where = "" if hit.kind == "study_day" else self.day(hit)
        return DOT.join(each for each in (self.kind(hit), self.time(hit), where, self.date(hit)) if each)


def plain_snippet(hit: Hit) -> str:
    """Return the words around what was found, without the signs that mark it."""
    return " ".join(hit.snippet.replace("[", "").replace("]", "").split())
