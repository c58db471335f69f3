"""Question sets for evaluation, observation, pulse and focus group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from studydag.model.values.fields import Between, Label, Position, Text, Title
from studydag.model.values.school import EffectLevel


class QuestionPurpose(StrEnum):
    """What a question set is for."""

    EVALUATION = "evaluation"
    OBSERVATION = "observation"
    PULSE = "pulse"
    FOCUS_GROUP = "focus_group"
    LOG = "log"


class QuestionKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    OPEN = "open"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question in both languages; scale ends are whole numbers."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    text_nl: Text = ""
    text_en: Text = ""
    kind: QuestionKind = QuestionKind.SCALE
    scale_low: Annotated[int, Between(0, 100)] = 1
    scale_high: Annotated[int, Between(0, 100)] = 5
    low_label_nl: Label = ""
    low_label_en: Label = ""
    high_label_nl: Label = ""
    high_label_en: Label = ""
    choices_nl: tuple[Label, ...] = ()
    choices_en: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """Questions that are asked together: built in (with a key) per level, or the school's own (R109)."""

    id: int = 0
    uid: str = ""
    key: Label = ""
    title_nl: Title = ""
    title_en: Title = ""
    purpose: QuestionPurpose = QuestionPurpose.EVALUATION
    level: EffectLevel | None = None
    questions: tuple[Question, ...] = ()
    hidden: bool = False
