"""The questions that a study day asks: on paper as forms, and as a text to paste into a forms service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.language import Language
from studydag.model.values.questions import Question, QuestionKind, QuestionPurpose, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

OFFERED: Final[Mapping[str, tuple[QuestionPurpose, EffectLevel | None]]] = {
    "reaction": (QuestionPurpose.EVALUATION, EffectLevel.REACTION),
    "learning": (QuestionPurpose.EVALUATION, EffectLevel.LEARNING),
    "observation": (QuestionPurpose.OBSERVATION, None),
    "pupils": (QuestionPurpose.EVALUATION, EffectLevel.PUPILS),
    "pulse": (QuestionPurpose.PULSE, None),
    "focus_group": (QuestionPurpose.FOCUS_GROUP, None),
}
"""What each option prints, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Questions that are asked together, under the title of their set."""

    title: str
    purpose: QuestionPurpose
    questions: tuple[Question, ...]


def forms(names: Names, choices: Choices) -> list[Form]:
    """Return the forms that were chosen: the sets that measures of the day use, else those the school has."""
    found: list[Form] = []
    for option, (purpose, level) in OFFERED.items():
        if choices.on(option):
            sets = [each for each in names.setting.question_sets if kind_of_set(each) == (purpose, level)]
            found += (_form(each, names) for each in _chosen(sets, names) if each.questions)
    return found


def kind_of_set(each: QuestionSet) -> tuple[QuestionPurpose, EffectLevel | None]:
    """Return what a set is for: an evaluation of behaviour is what an observer looks for."""
    if each.purpose is QuestionPurpose.EVALUATION:
        if each.level is EffectLevel.BEHAVIOUR:
            return QuestionPurpose.OBSERVATION, None
        if each.level is EffectLevel.CLIMATE:
            return QuestionPurpose.PULSE, None
        return each.purpose, each.level
    return each.purpose, None


def as_text(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:  # noqa: ARG001 - what all makers are given
    """Return the questions as plain text, one a line, to paste into Microsoft or Google Forms."""
    names = Names(day, setting, language)
    lines: list[str] = []
    for form in forms(names, choices):
        lines += [*([""] if lines else []), form.title, ""]
        for question in form.questions:
            lines += _lines(question, names)
    return ("\n".join(lines) + "\n").encode()


def question_text(question: Question, language: Language) -> str:
    """Return a question in a language; in the other one, where it isn't written in this."""
    dutch = language.code == "nl"
    text = (question.text_nl if dutch else question.text_en) or question.text_nl or question.text_en
    return " ".join(text.split())


def text_of_set(each: QuestionSet, names: Names) -> str:
    """Return the questions of one set as a text to paste into a forms service."""
    form = _form(each, names)
    return "\n".join([form.title, "", *(line for question in form.questions for line in _lines(question, names))])


def _chosen(sets: list[QuestionSet], names: Names) -> list[QuestionSet]:
    asked = {measure.question_set for measure in names.day.measures}
    used = [each for each in sets if each.id in asked]
    if used:
        return used
    return [each for each in sets if not each.hidden][:1]


def _form(each: QuestionSet, names: Names) -> Form:
    purpose, _level = kind_of_set(each)
    title = names.either(each.title_nl, each.title_en) or names.language.capitalised(names.language.member(purpose))
    return Form(title=title, purpose=purpose, questions=each.questions)


def _lines(question: Question, names: Names) -> Iterator[str]:
    _ = names.language.gettext
    yield " ".join(names.either(question.text_nl, question.text_en).split())
    if question.kind is QuestionKind.CHOICE:
        chosen = question.choices_nl if names.is_dutch else question.choices_en
        yield from chosen or question.choices_nl or question.choices_en
    elif question.kind is QuestionKind.SCALE:
        ends = (
            (question.scale_low, names.either(question.low_label_nl, question.low_label_en)),
            (question.scale_high, names.either(question.high_label_nl, question.high_label_en)),
        )
        low, high = (f"{number} ({label})" if label else str(number) for number, label in ends)
        yield _("Scale from {low} to {high}").replace("{low}", low).replace("{high}", high)
    yield ""
