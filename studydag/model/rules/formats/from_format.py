"""What a working format brings along when it is put into the programme (R076)."""

from __future__ import annotations

from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.programme import Block, Material
from studydag.model.values.school import DocumentLanguage


def block_from(working_format: WorkingFormat, language: DocumentLanguage) -> Block:
    """Return a block for a working format: its name, first phase, usual minutes, materials, and what it is.

    Its steps are notes for who leads it; participants don't need them. Texts are in `language`, or in the other one
    where a format of the school's own has none in it.
    """
    return Block(
        title=name_of(working_format, language),
        phase=next(iter(working_format.phases), Phase.KNOWLEDGE),
        minutes=usual_minutes(working_format),
        working_format=working_format.id or None,
        materials=materials_of(working_format, language),
        description=about_of(working_format, language),
        facilitator_notes=steps_of(working_format, language),
    )


def usual_minutes(working_format: WorkingFormat) -> int:
    """Return the middle of a format's range, in steps of five where the range allows."""
    low, high = working_format.minutes_min, max(working_format.minutes_min, working_format.minutes_max)
    return min(max(round((low + high) / 10) * 5, low), high)


def minutes_within(minutes: int, working_format: WorkingFormat) -> int:
    """Return minutes as they are, or the nearest that lie in the format's range."""
    low, high = working_format.minutes_min, max(working_format.minutes_min, working_format.minutes_max)
    return min(max(minutes, low), high)


def phase_within(phase: Phase, working_format: WorkingFormat) -> Phase:
    """Return a phase as it is where a format is for it, or it is no phase of learning; else the format's first one."""
    suits = not phase.is_learning or phase in working_format.phases
    return phase if suits else next(iter(working_format.phases), phase)


def name_of(working_format: WorkingFormat, language: DocumentLanguage) -> str:
    """Return the name of a format in a language, or else in the other."""
    dutch, english = working_format.name_nl, working_format.name_en
    return (dutch or english) if language is DocumentLanguage.DUTCH else (english or dutch)


def materials_of(working_format: WorkingFormat, language: DocumentLanguage) -> tuple[Material, ...]:
    """Return what a format needs, one of each."""
    dutch, english = working_format.materials_nl, working_format.materials_en
    items = (dutch or english) if language is DocumentLanguage.DUTCH else (english or dutch)
    return tuple(Material(item=item, position=rank) for rank, item in enumerate(items))


def description_of(working_format: WorkingFormat, language: DocumentLanguage) -> str:
    """Return a format's description, and its steps below it, numbered."""
    parts = about_of(working_format, language), steps_of(working_format, language)
    return "\n\n".join(part for part in parts if part)


def about_of(working_format: WorkingFormat, language: DocumentLanguage) -> str:
    """Return what a format is, in a language, or else in the other."""
    dutch, english = working_format.description_nl, working_format.description_en
    return (dutch or english) if language is DocumentLanguage.DUTCH else (english or dutch)


def steps_of(working_format: WorkingFormat, language: DocumentLanguage) -> str:
    """Return a format's steps, numbered, each on a line."""
    dutch, english = working_format.steps_nl, working_format.steps_en
    steps = (dutch or english) if language is DocumentLanguage.DUTCH else (english or dutch)
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
