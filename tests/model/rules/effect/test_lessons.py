"""Lessons of other days about what is chosen again: a format, a block of the same title, an expert."""

import datetime as dt

from studydag.model.rules.effect.lessons import lessons_about
from studydag.model.values.effect import Verdict
from studydag.model.values.lessons import Lesson


def a_lesson(number: int, **fields: object) -> Lesson:
    known: dict[str, object] = {
        "day": 2,
        "day_title": "Vorig jaar",
        "date": dt.date(2026, 3, 12),
        "text": f"Les {number}",
        "verdict": Verdict.KEEP,
        "block": "",
        "working_format": None,
        "expert": "",
        "taken_along_to": "",
    }
    return Lesson(id=number, **{**known, **fields})  # type: ignore[arg-type]


def test_r120_a_reused_format_block_or_expert_brings_its_lessons_with_what_to_stop_first() -> None:
    lessons = [
        a_lesson(1, working_format=7),
        a_lesson(2, block=" Speeddate  met collega’s", verdict=Verdict.CHANGE),
        a_lesson(3, expert="Bureau Zuid", verdict=Verdict.STOP),
        a_lesson(4, working_format=8),
        a_lesson(5),
        a_lesson(6, day=1, working_format=7),
    ]

    def found(**about: object) -> list[int]:
        return [each.id for each in lessons_about(lessons, day=1, **about)]  # type: ignore[arg-type]

    assert found(working_format=7) == [1]
    assert found(title="speeddate met collega’s") == [2]
    assert found(working_format=7, title="Speeddate met collega’s", names=["bureau zuid", ""]) == [3, 2, 1]
    assert found() == found(title="", names=[""]) == []
