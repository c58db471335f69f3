"""The sentence of a goal: how it can begin, and what is still missing in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from studydag.model.rules.written.verbs import has_verb
from studydag.model.values.goals import Goal, GoalKind
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.wording import N_, Wording

STEMS: Final[Mapping[DocumentLanguage, tuple[str, ...]]] = MappingProxyType(
    {
        DocumentLanguage.DUTCH: (
            *("Na deze dag kan iedereen", "Na deze dag heeft iedereen", "Na deze dag weet iedereen"),
            *("Aan het eind kan iedereen", "Aan het eind heeft iedere sectie"),
        ),
        DocumentLanguage.ENGLISH: (
            *("After this day everyone can", "After this day everyone has", "After this day everyone knows"),
            *("At the end everyone can", "At the end every team has"),
        ),
    }
)
"""How a goal can begin (R072), in the language of the day."""
OPENINGS: Final = (
    *("na deze studiedag", "na deze dag", "na afloop", "aan het eind van deze dag", "aan het eind van de dag"),
    *("aan het eind", "after this study day", "after this day", "by the end of this day", "by the end of the day"),
    *("at the end of this day", "at the end of the day", "at the end"),
)
SHORTEST = 4
"""Words; in fewer there is no room for who, what and how it shows."""


def without_opening(sentence: str) -> str:
    """Return a sentence without the words with which all goals begin, where something is left."""
    text = " ".join(sentence.split())
    folded = text.casefold()
    for opening in OPENINGS:
        if folded.startswith(f"{opening} "):
            return text[len(opening) :].strip(" ,:…")
    return text


def begun_with(stem: str, sentence: str) -> str:
    """Return a sentence that begins in a given way; another way in which it began gives place to that."""
    text = " ".join(sentence.split())
    stems = sorted((each for stems in STEMS.values() for each in stems), key=len, reverse=True)
    standing = next((each for each in stems if text.casefold().startswith(each.casefold())), None)
    rest = without_opening(text) if standing is None else text[len(standing) :].strip()
    return f"{stem} {rest}"


def hints_on_sentence(sentence: str) -> tuple[Wording, ...]:
    """Return what is missing in a sentence while it is typed: a verb, or enough to be seen (R072)."""
    text = without_opening(sentence)
    if not text:
        return ()
    if not has_verb(text):
        return (N_("No verb, and no result that can be observed: what will people do or have?"),)
    if len(text.split()) < SHORTEST:
        return (N_("Who does what, and how could you see it?"),)
    return ()


def hints_on_change(goal: Goal) -> tuple[Wording, ...]:
    """Return what is missing in knows, thinks and does: what people will do differently (R007)."""
    if goal.kind is GoalKind.KNOW:
        return (N_("What will people do differently?"),)
    return (N_("What will people do with it?"),) if goal.kind is GoalKind.THINK else ()


def hints_on_indicator(goal: Goal) -> tuple[Wording, ...]:
    """Return what is missing in how a goal can be seen: an indicator, and where it stands and should stand (R012)."""
    if not goal.indicator.strip():
        if goal.kind is GoalKind.DO:
            return (N_("Not observable yet: what would someone who visits a lesson see?"),)
        return (N_("What would show that it worked?"),)
    if goal.baseline is None or goal.target is None:
        return (N_("Where does it stand now, and where should it be? Then it can be compared afterwards."),)
    return ()
