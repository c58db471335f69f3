"""Which lessons of other days speak of what is chosen again: a block, its working format, who leads it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from studydag.model.values.effect import Verdict
from studydag.model.values.lessons import Lesson

_WARNING_FIRST = (Verdict.STOP, Verdict.CHANGE, Verdict.KEEP)


def lessons_about(
    lessons: Iterable[Lesson],
    *,
    day: int | None,
    working_format: int | None = None,
    title: str = "",
    names: Collection[str] = (),
) -> tuple[Lesson, ...]:
    """Return what other days than `day` taught about a format, a block of this title, or these experts (R120).

    What to stop comes first, then what to change; within each the newest first, as the lessons are given.
    """
    called, known = _folded(title), {_folded(name) for name in names} - {""}
    found = [
        each
        for each in lessons
        if each.day != day
        and (
            (working_format is not None and each.working_format == working_format)
            or (called and _folded(each.block) == called)
            or _folded(each.expert) in known
        )
    ]
    return tuple(sorted(found, key=lambda each: _WARNING_FIRST.index(each.verdict)))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
