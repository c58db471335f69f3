"""What the window works on: the open library, the study day in view, and everything computed from it.

Widgets read values here and call `do` with an operation; they set nothing on themselves. Each Change comes back as
one signal, after the day was brought up to date.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from studydag.language import Language
from studydag.model.operations.setting import read_around, read_setting
from studydag.model.rules.time.schedule import Schedule, schedule
from studydag.model.store.history import Step
from studydag.model.store.library import Library
from studydag.model.store.refresh import refreshed
from studydag.model.values.changes import Change, Op, Place
from studydag.model.values.errors import CannotWrite, StudyDagError
from studydag.model.values.findings import Finding
from studydag.model.values.programme import Block, Part
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.bridge import Bridge
from studydag.ui.drafts import Drafts
from studydag.ui.idle import Idle

if TYPE_CHECKING:
    from studydag.ui.fields.choice import Choice

Result = TypeVar("Result")

SETTING_KINDS = frozenset(
    {
        "school",
        "picture",
        "school_goal",
        "person",
        "room",
        "group",
        "working_format",
        "learning_form",
        "question_set",
        "trajectory",
        "activity",
    }
)
"""What lies outside a study day: when one of these changed, the setting is read again."""

BRINGING_BACK = frozenset({Op.DELETE, Op.DELETE_BLOCKS, Op.DELETE_OWN_BLOCK})
"""Undoing these brings back what their place names, and so may redoing any other."""

SEEN_EVERYWHERE = frozenset({Op.MOVE_DAY})
"""What these change stands above every page of the day, so that who takes them back stays on the page."""

SLICE = 0.006
"""In seconds: so long the checks run at a stretch, before the window may react to something else."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step of history that was taken `back`, or made again."""

    step: Step
    back: bool


class Workspace(QObject):
    """The open library with at most one study day in view. `day` and `setting` are values; read them anew on a signal.

    `day_opened` says that another day (or none) is in view, `changed` what an edit touched, `checked` that the findings
    are new, `walking` that undo or redo begins (or has ended), `stepped` what they did, `refused` that an operation
    could not be done and why, `not_saved` that the file could not be written, `go` where to take the user,
    `document_asked` which document to show, `leaving` that the library may be closed next.
    """

    day_opened = Signal()
    changed = Signal(object)
    walking = Signal(bool)
    checked = Signal()
    stepped = Signal(object)
    refused = Signal(object)
    not_saved = Signal()
    go = Signal(object)
    document_asked = Signal(str)
    leaving = Signal()

    def __init__(
        self, library: Library, language: Language, today: Callable[[], dt.date], parent: QObject | None = None
    ) -> None:
        """Work on an open library; close it with `close`."""
        super().__init__(parent)
        self.library = library
        self.language = language
        self.today = today
        self.day: StudyDay | None = None
        self.setting = Setting()
        self.schedule = Schedule()
        self._timed: tuple[tuple[Part, ...], tuple[Block, ...]] | None = None
        self.findings: tuple[Finding, ...] = ()
        self.is_checked = False
        self._targets: Mapping[str, Sequence[Choice]] = {}
        self._targets_of: tuple[StudyDay | None, Setting] = (None, self.setting)
        self.idle = Idle(self)
        self.sees: list[Callable[[Place], bool]] = []
        """Who says that a study day that moves is in view where it stands, so that undo needs to go nowhere."""
        self.drafts = Drafts(library.path, read_only=library.read_only)
        self._checks: Generator[None, None, tuple[Finding, ...]] | None = None
        self._bridge = Bridge(library, self)
        self._bridge.changed.connect(self._on_change)
        self._read_setting()

    @property
    def targets(self) -> Mapping[str, Sequence[Choice]]:
        """What references can lead to now, by kind; found once for each state of the day and the school."""
        from studydag.ui.fields.build import choices_of

        day, setting = self._targets_of
        if day is not self.day or setting is not self.setting or not self._targets:
            self._targets_of = (self.day, self.setting)
            self._targets = choices_of(self.day, self.setting, self.language)
        return self._targets

    def let_go(self) -> None:
        """Listen to the library no more; it stays open."""
        self.leaving.emit()
        self.idle.clear()
        self._bridge.release()

    def close(self) -> None:
        """Let go of the library and close it."""
        self.let_go()
        self.library.close()

    def open_day(self, day_id: int | None) -> None:
        """Bring a study day into view, or none."""
        found = self.library.some(StudyDay, (day_id,)) if day_id is not None else []
        self.day = found[0] if found else None
        self.library.keep(self.day)
        # Those of another day must not be acted upon.
        self.findings, self.is_checked = (), False
        if self.library.read_only:
            # Somebody else may have changed the school since.
            self._read_setting()
        else:
            self.setting = read_around(self.library, self.day or StudyDay(), self.setting)
        self._compute()
        self.day_opened.emit()

    def do(self, operation: Callable[[], Result]) -> Result | None:
        """Carry out an operation; a known error is told by `refused`, and nothing has changed then."""
        try:
            return operation()
        except StudyDagError as error:
            self.tell_unsaved(error)
            self.refused.emit(error)
            return None

    def tell_unsaved(self, error: StudyDagError) -> None:
        """Say by `not_saved` that an edit came to nothing because the library could not be written."""
        if isinstance(error, CannotWrite):
            self.not_saved.emit()

    def undo(self) -> None:
        """Go to the place that the newest step changes, and take it back."""
        step = self.library.undo_step
        if step is not None:
            self._walk(self.library.undo, Stepped(step, back=True))

    def redo(self) -> None:
        """Go to the place of the step that was taken back last, and make it again."""
        step = self.library.redo_step
        if step is not None:
            self._walk(self.library.redo, Stepped(step, back=False))

    def visit(self, kind: str, row_id: int, field: str = "") -> None:
        """Take the user to a thing of the day in view or of the school, and to a field of it; id 0: to their list."""
        day = None if self.day is None or kind in SETTING_KINDS else self.day.id
        self.go.emit(Place(day, kind, row_id, field))

    def _walk(self, walk: Callable[[], object], stepped: Stepped) -> None:
        self.walking.emit(True)
        place, stays = stepped.step.place, stepped.step.op in SEEN_EVERYWHERE
        is_seen = stays and place is not None and any(sees(place) for sees in self.sees)
        try:
            if not is_seen:
                self._visit(place, stays=stays)
            walk()
            brings_back = stepped.back is (stepped.step.op in BRINGING_BACK) and not stays
            if brings_back and place is not None:
                # Only now is it there to be selected.
                self.go.emit(place)
        except StudyDagError as error:
            self.refused.emit(error)
        else:
            self.stepped.emit(stepped)
        finally:
            self.walking.emit(False)

    def _visit(self, place: Place | None, *, stays: bool) -> None:
        if place is None:
            return
        if place.day is not None and (self.day is None or self.day.id != place.day):
            self.open_day(place.day)
        elif stays:
            return
        self.go.emit(place)

    def _on_change(self, change: Change) -> None:
        if not SETTING_KINDS.isdisjoint(change.rows):
            self._read_setting()
        before = self.day
        if before is not None:
            self.day = refreshed(self.library, before, change)
            self.library.keep(self.day)
            if self.day is None:
                self._compute()
                self.day_opened.emit()
            elif self.day.builds_on != before.builds_on or self._touches_earlier_day(change):
                self._read_setting()
        self._compute()
        self.changed.emit(change)

    def _touches_earlier_day(self, change: Change) -> bool:
        """Whether what the day it builds on left open may have changed, such as an insight that was taken along."""
        earlier = self.setting.earlier_day
        lists = () if earlier is None else (("action", earlier.actions), ("insight", earlier.insights))
        return any(thing.id in change.rows.get(kind, ()) for kind, things in lists for thing in things)

    def _read_setting(self) -> None:
        self.setting = read_setting(self.library, self.day or StudyDay())

    def _compute(self) -> None:
        timed = None if self.day is None else (self.day.parts, self.day.blocks)
        if (
            self._timed is None
            or timed is None
            or any(one is not two for one, two in zip(timed, self._timed, strict=True))
        ):
            self.schedule = schedule(self.day, self.schedule) if self.day is not None else Schedule()
        self._timed = timed
        self._checks = self._checks_of(self.day)
        self.idle.add(self._go_on_checking)

    def _checks_of(self, day: StudyDay | None) -> Generator[None, None, tuple[Finding, ...]]:
        if day is None:
            return _nothing_to_check()
        # Not above: home, which comes first, does without.
        from studydag.model.rules.checking import check_step_by_step

        return check_step_by_step(day, self.setting, self.today(), timed=self.schedule)

    def _go_on_checking(self) -> None:
        """Run some of the checks; they begin anew when the day changes before they are through."""
        until = time.perf_counter() + SLICE
        while self._checks is not None:
            try:
                next(self._checks)
            except StopIteration as end:
                self._checks = None
                self.findings, self.is_checked = end.value, True
                self.checked.emit()
                return
            if time.perf_counter() >= until:
                self.idle.add(self._go_on_checking)
                return


def _nothing_to_check() -> Generator[None, None, tuple[Finding, ...]]:
    yield
    return ()
