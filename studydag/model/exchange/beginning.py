"""A new study day from the answers to four questions, after a design if there is one. Nothing is stored here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from studydag.model.exchange.study_day_json import Loaded
from studydag.model.exchange.template import as_template
from studydag.model.rules.calendar.moving import dates_from
from studydag.model.rules.handing_on.copies import without_uids
from studydag.model.rules.time.schedule import part_bounds
from studydag.model.values.formats import Phase
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

STEP = 1024
ROUNDED = 5
SHARES = (
    (Phase.ORGANISATION, 4),
    (Phase.INSPIRATION, 12),
    (Phase.KNOWLEDGE, 16),
    (Phase.BREAK, 5),
    (Phase.APPLICATION, 22),
    (Phase.BREAK, 11),
    (Phase.APPLICATION, 18),
    (Phase.REFLECTION, 12),
)
"""How an outline divides the time, in hundredths: the phases in their order (R008), breaks between them. Ours."""
SHORT_DAY = 240
"""Below four hours an outline has one stretch of application and one break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a new study day is about, when it is, and for how many."""

    title: str
    theme: str = ""
    learning_question: str = ""
    date: dt.date | None = None
    start: dt.time = dt.time(9, 0)
    end: dt.time = dt.time(16, 0)
    people: int | None = None
    language: DocumentLanguage = DocumentLanguage.DUTCH


def empty_day(answers: Answers) -> Loaded:
    """Return a study day with the answers and nothing else."""
    part = Part(id=1, position=STEP, date=answers.date, start=answers.start, end=answers.end)
    return Loaded(_answered(StudyDay(id=2, title=answers.title, parts=(part,)), answers), Setting())


def outlined_day(answers: Answers, titles: dict[Phase, str]) -> Loaded:
    """Return a study day with a block for each phase, in fives of minutes from start to end; `titles` name them."""
    loaded = empty_day(answers)
    first, last = part_bounds(loaded.day.parts[0])
    blocks = tuple(
        Block(id=number, part=1, position=number * STEP, title=titles.get(phase, ""), phase=phase, minutes=minutes)
        for number, (phase, minutes) in enumerate(_divided(last - first), start=3)
    )
    return Loaded(replace(loaded.day, blocks=blocks), loaded.setting)


def day_like(example: Loaded, answers: Answers) -> Loaded:
    """Return a study day with the design of another: its blocks, goals and actions, without people and outcomes.

    The first part is from start to end; what does not fit any more, the checks will say.
    """
    design, used = as_template(example.day, example.setting)
    # Parts on dates keep their distance, such as four weeks between two half days.
    dates = {} if answers.date is None else dates_from(example.day, answers.date)
    parts = tuple(replace(part, date=dates.get(part.id)) for part in design.parts)
    if parts:
        parts = (replace(parts[0], start=answers.start, end=answers.end), *parts[1:])
    day = without_uids(_answered(replace(design, title=answers.title, parts=parts), answers))
    return Loaded(day, replace(used, school=School()))


def _answered(day: StudyDay, answers: Answers) -> StudyDay:
    return replace(
        day,
        theme=answers.theme or day.theme,
        learning_question=answers.learning_question or day.learning_question,
        expected_number=answers.people if answers.people is not None else day.expected_number,
        language=answers.language,
    )


def _divided(minutes: int) -> list[tuple[Phase, int]]:
    """Divide the time over the phases, rounded down to fives; what is left goes to the last application."""
    short = minutes < SHORT_DAY
    shares = [*SHARES[:5], SHARES[-1]] if short else list(SHARES)
    whole = sum(share for _, share in shares)
    given = [(phase, max(ROUNDED, minutes * share // whole // ROUNDED * ROUNDED)) for phase, share in shares]
    longest = max(place for place, (phase, _) in enumerate(given) if phase is Phase.APPLICATION)
    phase, own = given[longest]
    given[longest] = (phase, max(ROUNDED, own + minutes - sum(each for _, each in given)))
    return given
