"""Makes a goal of a need: it begins with its words, is linked to it, and the keys go there to word it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

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
        # The keys may get there in a later turn only.
        QTimer.singleShot(0, workspace, partial(_select_what_is_open, sentence, len(stem) + 1))


def _select_what_is_open(sentence: str, start: int) -> None:
    """Select what is still to be worded in the sentence that has the keys, so that typing takes its place."""
    line = QApplication.focusWidget()
    if isinstance(line, QPlainTextEdit) and line.toPlainText() == sentence:
        cursor = line.textCursor()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        line.setTextCursor(cursor)
