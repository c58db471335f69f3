"""The words of generated study days, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from studydag.model.values.school import DocumentLanguage
from studydag.resources import resource

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """A goal with its indicator; `thinks` or `does` may be empty."""

    sentence: str
    thinks: str
    does: str
    indicator: str
    unit: str
    baseline: float
    target: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWords:
    """What study days on one theme are about."""

    name: str
    question: str
    why: str
    needs: Words
    goals: tuple[GoalWords, ...]
    keynote: Words
    knowledge: Words
    workshops: Words
    application: Words
    cases: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentWords:
    """Titles of moments by kind."""

    reflection: str
    sharing: str
    structure: str
    collecting_needs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """Titles of measures by level."""

    reaction: str
    learning: str
    behaviour: str
    pupils_before: str
    pupils_after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactWords:
    """What each group notices."""

    professional: str
    pupils: str
    school: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedWords:
    """All words; `titles` have a place for {theme}."""

    school: str
    first_names: Words
    last_names: Words
    sections: Words
    rooms: Words
    school_goals: Words
    venue: str
    themes: tuple[ThemeWords, ...]
    titles: Words
    welcome: Words
    dialogue: Words
    coffee: Words
    lunch: Words
    round: Words
    sharing: Words
    planning: Words
    closing: Words
    drinks: str
    descriptions: Words
    notes: Words
    practice_links: Words
    products: Words
    materials: Words
    bring: Words
    plan_b: Words
    tasks_before: Words
    tasks_after: Words
    steps: Words
    results: Words
    givers: Words
    moments: MomentWords
    agendas: Words
    measures: MeasureWords
    insights: Words
    impact: ImpactWords
    agreements: Words
    catering: str
    diet: str
    input_asked: str


@cache
def generated_words(language: DocumentLanguage) -> GeneratedWords:
    """Read the words of one language."""
    data = resource("examples", f"generated_words.{language}.json").read_bytes()
    return msgspec.json.decode(data, type=GeneratedWords)
