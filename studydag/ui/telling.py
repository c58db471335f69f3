"""Has read out what an edit did: that it is saved, or what undo took back, and which findings are new or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from studydag.labels import operation_name
from studydag.model.values.changes import Change, Op
from studydag.model.values.findings import Finding
from studydag.ui.announcing import announce
from studydag.ui.workspace import Stepped, Workspace

if TYPE_CHECKING:
    from studydag.ui.main_window import MainWindow

SHOWN_FOR = 6000
"""Milliseconds that the status line says what undo did, or how to undo."""
WITH_A_WAY_BACK: Final = frozenset(
    {
        Op.DELETE,
        Op.DELETE_BLOCKS,
        Op.DELETE_OWN_BLOCK,
        Op.MERGE_BLOCKS,
        Op.CANCEL_BLOCKS,
        Op.MOVE_DAY,
        Op.RESTORE_VERSION,
    }
)
"""After these it is said how to undo them: they take much away, or change more than is in view."""


USED: Final = frozenset(
    {"person", "room", "group", "school_goal", "working_format", "learning_form", "question_set", "goal", "need"}
)
"""What other things point to, by kind."""
USING: Final = frozenset(
    {"action", "block", "case", "decision", "expert", "goal", "group", "measure", "moment", "need", "registration"}
    | {"activity", "success", "climate_item", "preparation_member"}
)
"""What points to them: where one that is deleted is missed."""


def used_in(change: Change) -> int:
    """Return how many other things pointed to what was deleted, and do no more; 0 where nobody asks."""
    if change.op != Op.DELETE or change.place is None or change.place.kind not in USED:
        return 0
    return sum(len(ids) for kind, ids in change.rows.items() if kind in USING and kind != change.place.kind)


class Telling(QObject):
    """Says one sentence or two for each edit, once the checks have run as well."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        """Listen to a workspace, as long as it lives."""
        super().__init__(workspace)
        self._window = window
        self._workspace = workspace
        self._day: int | None = None
        self._known: frozenset[object] = frozenset()
        self._did = ""
        workspace.changed.connect(self._on_change)
        workspace.stepped.connect(self._on_step)
        workspace.checked.connect(self._on_checked)

    def _on_change(self, change: Change) -> None:
        language = self._workspace.language
        kind = language.kind(change.place.kind) if change.place is not None else ""
        done = language.capitalised(operation_name(change.op, language, kind))
        self._did = language.gettext("{what}: saved").replace("{what}", done)
        if change.op in WITH_A_WAY_BACK:
            # It may have been a key that was meant for something else.
            keys = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
            text = language.gettext("Done: {what}. Undo it with {keys}.")
            what = operation_name(change.op, language, kind)
            n = used_in(change)
            if n:
                used = language.ngettext("was used in {n} place", "was used in {n} places", n).replace("{n}", str(n))
                what = f"{what} ({used})"
            text = text.replace("{what}", what).replace("{keys}", keys)
            self._window.statusBar().showMessage(text, SHOWN_FOR)

    def _on_step(self, stepped: Stepped) -> None:
        language = self._workspace.language
        _ = language.gettext
        step = stepped.step
        kind = language.kind(step.place.kind) if step.place is not None else ""
        text = _("Undone: {what}") if stepped.back else _("Redone: {what}")
        self._did = text.replace("{what}", operation_name(step.op, language, kind))
        self._window.statusBar().showMessage(self._did, SHOWN_FOR)

    def _on_checked(self) -> None:
        day = self._workspace.day
        day_id = None if day is None else day.id
        open_ = {_sameness(each): each for each in self._workspace.findings if each.accepted is None}
        before, self._known = self._known, frozenset(open_)
        same, self._day = day_id == self._day, day_id
        said, self._did = [self._did] if self._did else [], ""
        if same:
            new = [finding for key, finding in open_.items() if key not in before]
            said += self._about_findings(new, gone=len(before - self._known))
        announce(self._window, ". ".join(each.rstrip(".") for each in said))

    def _about_findings(self, new: list[Finding], gone: int) -> list[str]:
        """Say how many points of attention are new, the first of them in full, and how many were solved."""
        language = self._workspace.language
        said = []
        if new:
            text = language.ngettext("{n} new point of attention", "{n} new points of attention", len(new))
            reason = language.capitalised(language.wording(new[0].reason, new[0].figures))
            said.append(f"{text.replace('{n}', str(len(new)))}: {reason}")
        if gone:
            text = language.ngettext("{n} point of attention solved", "{n} points of attention solved", gone)
            said.append(text.replace("{n}", str(gone)))
        return said


def _sameness(finding: Finding) -> object:
    """Return what makes a finding the same after an edit: its rule and what it is about, whatever its figures."""
    return finding.rule, tuple((about.kind, about.id) for about in finding.about)
