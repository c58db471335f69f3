"""What earlier days taught about what is chosen again, in words: for the inspector and the drawer with formats."""

from __future__ import annotations

from collections.abc import Iterable

from studydag.model.rules.effect.lessons import lessons_about
from studydag.model.store.lesson_rows import lesson_rows
from studydag.model.values.changes import Change
from studydag.model.values.lessons import Lesson
from studydag.model.values.programme import Block
from studydag.ui.workspace import Workspace

MOST = 4
"""So many lessons are told at once; of the others their number."""


class Lessons:
    """The lessons of all days, read when they are first asked for, and again after they changed."""

    def __init__(self, workspace: Workspace) -> None:
        """Read nothing yet."""
        self._workspace = workspace
        self._lessons: tuple[Lesson, ...] | None = None
        workspace.changed.connect(self._on_change)

    def of_format(self, working_format: int) -> str:
        """Say what other days taught about a working format, a line each; nothing where they taught nothing."""
        return self._said(lessons_about(self._all(), day=self._day, working_format=working_format))

    def of_block(self, block: Block) -> str:
        """Say what other days taught about a block of this title, its working format, and who leads it."""
        leads = {each.person for each in block.leads}
        names = [person.name for person in self._workspace.setting.people if person.id in leads]
        found = lessons_about(
            self._all(), day=self._day, working_format=block.working_format, title=block.title, names=names
        )
        return self._said(found)

    @property
    def _day(self) -> int | None:
        return None if self._workspace.day is None else self._workspace.day.id

    def _all(self) -> tuple[Lesson, ...]:
        if self._lessons is None:
            self._lessons = lesson_rows(self._workspace.library)
        return self._lessons

    def _on_change(self, change: Change) -> None:
        if any(change.touches(kind) for kind in ("insight", "block", "expert", "study_day", "part")):
            self._lessons = None

    def _said(self, found: Iterable[Lesson]) -> str:
        language, found = self._workspace.language, tuple(found)
        lines = [self._line(each) for each in found[:MOST]]
        more = len(found) - MOST
        if more > 0:
            lines.append(language.ngettext("and {n} more", "and {n} more", more).replace("{n}", str(more)))
        return "\n".join(lines)

    def _line(self, lesson: Lesson) -> str:
        language = self._workspace.language
        when = "" if lesson.date is None else language.short_date(lesson.date)
        source = ", ".join(part for part in (" ".join(lesson.day_title.split()), when) if part)
        verdict = language.capitalised(language.member(lesson.verdict))
        return f"{verdict}: {' '.join(lesson.text.split())} ({source})"
