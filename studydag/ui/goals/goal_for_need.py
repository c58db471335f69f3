"""Makes a goal of a need: it begins with its words, is linked to it, and the keys go there to word it."""

from __future__ import annotations

from studydag.model.operations.goals import add_goal
from studydag.model.rules.written.goal_sentences import STEMS
from studydag.model.values.goals import Need
from studydag.model.values.languages import DocumentLanguage
from studydag.ui.workspace import Workspace

LONGEST = 400
"""Characters of a goal that begins with the words of a need."""


def make_goal(workspace: Workspace, need: Need, school_goal: int | None) -> None:
    """Add a goal of the day in view that this need asks for, behind which the school goal stands, and go to it."""
    day = workspace.day
    if day is None:
        return
    stem = STEMS[DocumentLanguage(day.language)][0]
    sentence = f"{stem} … ({' '.join(need.statement.split())})"[:LONGEST]
    made = workspace.do(lambda: add_goal(workspace.library, day.id, sentence, need=need.id, school_goal=school_goal))
    if made is not None:
        workspace.visit("goal", made, "sentence")
