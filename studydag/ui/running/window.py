"""The day itself, full screen: large type for the hall, a row of buttons for the presenter, and keys for everything.

It keeps no time of its own. Each second it looks at the wall clock, and at what the blocks hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.model.operations import naming
from studydag.model.rules.on_the_day.running import Run, part_to_run, run, seconds_left
from studydag.model.values.changes import Change
from studydag.model.values.errors import StudyDagError
from studydag.model.values.study_day import StudyDay
from studydag.ui.asking.problems import said
from studydag.ui.look import DARK, LIGHT, Colours
from studydag.ui.memory import Memory
from studydag.ui.running.asking import CallOffDialog, HandOverDialog, OtherDateDialog, ShiftDialog
from studydag.ui.running.controls import Controls, Doings, sheet
from studydag.ui.running.noting import Noting
from studydag.ui.running.screens import Screens
from studydag.ui.running.stage import Stage
from studydag.ui.running.words import Practice, RunWords
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.timeline.words import DOT
from studydag.ui.workspace import Workspace

STEP = 5
"""Minutes that one press gives or takes."""
TICK = 200
"""How often it looks at the clock, in milliseconds."""
WARNED_AT = (300, 0)
"""At how many seconds left it is announced."""
BRIGHTNESS = "run_brightness"


class RunWindow(QWidget):
    """Shows the day in view while it is held. Freed when it is closed; nothing is lost then."""

    def __init__(
        self,
        workspace: Workspace,
        now: Callable[[], dt.datetime],
        memory: Memory,
        *,
        dark: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Begin at the part that is on now."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        speak_as(self, SpokenAs.WINDOW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._workspace = workspace
        self._now = now
        self._memory = memory
        self._language = workspace.language
        self._day = None if workspace.day is None else workspace.day.id
        self._dark = (memory.text(BRIGHTNESS) or ("dark" if dark else "light")) == "dark"
        self._run: Run | None = None
        self._second: dt.datetime | None = None
        self._told: str | None = None
        self._announced: tuple[int, float] = (0, float("inf"))
        self._words = RunWords(workspace.day or StudyDay(), workspace.setting, self._language)
        self._part = part_to_run(workspace.day, now()) if workspace.day is not None else None
        self._noting = Noting(workspace)
        self.stage = Stage(self._language, self._colours, self)
        self.controls = Controls(self._language, self._doings(), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        self.screens = Screens(self, self.controls, layout, self._language, memory)
        self.screens.presenter_shown.connect(self._look_anew)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look_at_the_clock)
        workspace.changed.connect(self._on_change)
        workspace.day_opened.connect(self._on_day_opened)
        workspace.leaving.connect(self.close)
        self._fill_parts()
        self.controls.parts.currentIndexChanged.connect(self._choose_part)
        self._dress()
        self.renew()
        self._timer.start()

    # -- what it shows

    @property
    def run(self) -> Run | None:
        """How the day goes, as it is shown."""
        return self._run

    def renew(self) -> None:
        """Read the day anew, and show it."""
        workspace, day = self._workspace, self._shown_day
        if day is None:
            return
        self._words = RunWords(day, workspace.setting, self._language)
        runs = self._language.gettext("Run the day")
        self.setWindowTitle(f"{runs}: {day.title} – StudyDAG")
        self._look_anew()

    def _look_anew(self) -> None:
        """Show the second once more, since something else has changed."""
        self._second = None
        self.look_at_the_clock()

    def look_at_the_clock(self) -> None:
        """Show what it is time for; called each second, and whenever something has changed."""
        now = self._moment
        second = now.replace(microsecond=0)
        if second == self._second:
            return
        day = self._shown_day
        if day is None:
            return
        self._second = second
        self._run = None if self._part is None else run(day, self._part, now)
        if self._run is None:
            self.controls.show_run(None, self._words, writable=False, screens=1)
            self.stage.title.say(self._language.gettext("There is nothing in the programme yet."))
            return
        self.stage.show_run(self._run, self._words, now, heading=self._heading(self._run))
        screens = len(QGuiApplication.screens())
        writable = not self._workspace.library.read_only
        practice = self._noting.practice(self._part, now)
        self.controls.show_run(self._run, self._words, writable=writable, screens=screens, practice=practice)
        if self.screens.presenter is not None:
            self.screens.presenter.show_run(self._run, self._words, now)
        self._announce(self._run, now)
        self._say_to_presenter()

    def _heading(self, found: Run) -> str:
        day = self._workspace.day
        part = self._words.blocks.part(found.part.part) if day is not None and len(day.parts) > 1 else ""
        state = self._noting.practice(self._part, self._now())
        practises = state is not Practice.NONE and not (state is Practice.ASKED and found.has_begun)
        practice = self._language.gettext("practice") if practises else ""
        return DOT.join(each for each in ("" if day is None else day.title, part, practice) if each)

    def _announce(self, found: Run, now: dt.datetime) -> None:
        """Say aloud what starts, when five minutes are left, and when the time is over."""
        current = found.current
        if current is None:
            self._announced = (0, float("inf"))
            return
        left, (block, before) = seconds_left(current, found.part, now), self._announced
        self._announced = (current.block.id, left)
        _ = self._language.gettext
        if block != current.block.id:
            self._say(f"{_('Now')}: {self._words.title(current.block)}, {self._words.span(current)}")
        elif any(left <= mark < before for mark in WARNED_AT):
            self._say(self._words.spoken(left))

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # -- what can be done

    def _doings(self) -> Doings:
        return Doings(
            back=self.back,
            go_on=self.go_on,
            less=lambda: self.give(-STEP),
            more=lambda: self.give(STEP),
            skip=self.skip,
            shift=self.shift_rest,
            call_off=self.call_off,
            hand_over=self.hand_over,
            other_screen=self.to_next_screen,
            brightness=self.toggle_brightness,
            hide=self.toggle_controls,
            leave=self.close,
            in_earnest=self.be_in_earnest,
        )

    def go_on(self) -> None:
        """Start what comes next; after the last block of a part, go to the next part of today."""
        part, day = self._part, self._shown_day
        if self._run is not None and self._run.is_over and day is not None:
            self._show_part(part_to_run(day, self._now()))
            return
        self._do(lambda: self._noting.go_on(part or 0, self._now()), asks=self.controls.go_on.isEnabled())

    def back(self) -> None:
        """Take the last step back."""
        asks = self.controls.back.isEnabled()
        self._do(lambda: self._noting.back(self._part or 0, self._now()), asks=asks)

    def give(self, minutes: int) -> None:
        """Give what is on more minutes, or fewer."""
        asks = self.controls.more.isEnabled()
        self._do(lambda: self._noting.give(self._part or 0, minutes, self._now()), asks=asks)

    def skip(self) -> None:
        """Pass over what comes next."""
        asks = self.controls.skip.isEnabled()
        self._do(lambda: self._noting.skip(self._part or 0, self._now()), asks=asks)

    def shift_rest(self) -> None:
        """Ask how far what follows shifts, and shift it."""
        day, part = self._shown_day, self._part
        if day is None or part is None or not self.controls.shift.isEnabled() or not self._knows_whether_kept():
            return
        day = self._shown_day or day
        asked = ShiftDialog(self._workspace, day, part, self._moment, self.screens.asking).ask()
        if asked is not None:
            minutes, pins = asked
            self._do(lambda: self._noting.shift_rest(part, minutes, self._now(), pins_too=pins))

    def call_off(self) -> None:
        """Ask what is called off, and call it off."""
        if self._run is None or not self.controls.call_off.isEnabled() or not self._knows_whether_kept():
            return
        asked = CallOffDialog(self._workspace, self._run, self._words, self.screens.asking).ask()
        if asked is not None:
            block, reason = asked
            self._do(lambda: self._noting.call_off(self._part or 0, block, reason, self._now()))

    def hand_over(self) -> None:
        """Ask who leads a block after all, and where, and change it."""
        if self._run is None or not self.controls.hand_over.isEnabled():
            return
        asked = HandOverDialog(self._workspace, self._run, self._words, self.screens.asking).ask()
        if asked is not None:
            library, (block, leads, room) = self._workspace.library, asked
            self._do(lambda: naming.name_leads_and_room(library, block, leads, room))

    def be_in_earnest(self) -> None:
        """Keep each step from now on, although the plan has another date, and those that were practised as well."""
        part, now = self._part, self._now()
        if part is not None and self._noting.is_practice(part, now):
            self._do(lambda: self._noting.be_in_earnest(part, now), asks=False)
            self.renew()

    def _knows_whether_kept(self) -> bool:
        """Ask first, on another date than that of the plan, if it is practice; return whether that is known then."""
        part, now, found = self._part, self._now(), self._run
        date = None if found is None else found.part.part.date
        if part is None or date is None or self._workspace.library.read_only or not self._noting.asks(part, now):
            return True
        said, is_held = self._words.other_date(date, now), self._noting.is_held(part)
        is_past = date < now.date()
        kept = OtherDateDialog(
            self._workspace, said, is_held=is_held, is_past=is_past, parent=self.screens.asking
        ).ask()
        if kept is None:
            return False
        if kept:
            self._noting.be_in_earnest(part, now)
        else:
            self._noting.practise()
        self.renew()
        return True

    def to_next_screen(self) -> None:
        """Fill the next screen, and remember it."""
        self.screens.to_next()

    def toggle_brightness(self) -> None:
        """Change between dark and light, here only."""
        self._dark = not self._dark
        self._memory.keep_text(BRIGHTNESS, "dark" if self._dark else "light")
        self._dress()
        self._look_anew()

    def toggle_controls(self) -> None:
        """Hide or show the presenter's row."""
        shown = self.screens.toggle_controls()
        self.setFocus()
        if not shown:
            self._say(self._language.gettext("The buttons are hidden; H shows them again."))

    @property
    def _shown_day(self) -> StudyDay | None:
        return self._noting.day(self._part, self._now())

    def _do(self, operation: Callable[[], object], *, asks: bool = True) -> None:
        """Do a step; `asks`: only after it is known if it is kept."""
        if self._day is None or self._workspace.library.read_only or (asks and not self._knows_whether_kept()):
            return
        before = self._ahead
        try:
            operation()
        except StudyDagError as error:
            self.controls.say(said(error, self._language), wrong=True)
            self._say(said(error, self._language))
        else:
            if self._noting.is_practice(self._part, self._now()):
                # Nothing was written, so that nobody tells of a change.
                self.renew()
            self._told = None
            self._say_to_presenter()
            if self._ahead != before:
                self._say(self._ahead)

    @property
    def _moment(self) -> dt.datetime:
        """The moment at which the part is: now, or by the clock of practice."""
        return self._noting.moment(self._part, self._now())

    @property
    def _ahead(self) -> str:
        """What comes, and when the day ends, as the hall sees it."""
        return DOT.join(each.said for each in (self.stage.next_title, self.stage.end) if each.said)

    # -- parts

    def _fill_parts(self) -> None:
        day, parts = self._workspace.day, self.controls.parts
        parts.blockSignals(True)
        parts.clear()
        for part in () if day is None else day.parts:
            parts.addItem(self._words.blocks.part(part), part.id)
        parts.setCurrentIndex(parts.findData(self._part))
        parts.blockSignals(False)
        parts.setVisible(parts.count() > 1)

    def _choose_part(self, index: int) -> None:
        self._show_part(self.controls.parts.itemData(index))
        self.setFocus()

    def _show_part(self, part: int | None) -> None:
        if part is not None and part != self._part:
            self._part = part
            self.controls.parts.setCurrentIndex(self.controls.parts.findData(part))
            self._told = None
            self.renew()

    def _say_to_presenter(self) -> None:
        """Say what only the presenter needs; what went wrong stays until something else is to be said."""
        practice, read_only = self._noting.practice(self._part, self._now()), self._workspace.library.read_only
        said = self._words.aside(self._run, self._moment, practice, read_only=read_only)
        if said != self._told:
            self._told = said
            self.controls.say(said)

    # -- how it looks

    @property
    def _colours(self) -> Colours:
        return DARK if self._dark else LIGHT

    def _dress(self) -> None:
        colours = self._colours
        self.setStyleSheet(sheet(colours))
        self.stage.dress(colours)

    # -- what happens

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus()
        self._say_to_presenter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for; presenters' remotes send Page Down and Page Up."""
        key, keys = event.key(), Qt.Key
        if event.isAutoRepeat():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._undo_or_redo(event)
            return
        doings: dict[int, Callable[[], object]] = {
            **dict.fromkeys((keys.Key_Space, keys.Key_Right, keys.Key_PageDown), self.go_on),
            **dict.fromkeys((keys.Key_Return, keys.Key_Enter), self.go_on),
            **dict.fromkeys((keys.Key_Left, keys.Key_PageUp, keys.Key_Backspace), self.back),
            **dict.fromkeys((keys.Key_Plus, keys.Key_Equal, keys.Key_Up), lambda: self.give(STEP)),
            **dict.fromkeys((keys.Key_Minus, keys.Key_Down), lambda: self.give(-STEP)),
            keys.Key_S: self.skip,
            keys.Key_R: self.shift_rest,
            keys.Key_Delete: self.call_off,
            keys.Key_P: self.hand_over,
            keys.Key_B: self.controls.toggle_plan_b,
            keys.Key_E: self.be_in_earnest,
            keys.Key_F2: self.to_next_screen,
            keys.Key_D: self.toggle_brightness,
            keys.Key_H: self.toggle_controls,
            keys.Key_Escape: self.close,
        }
        doing = doings.get(key)
        if doing is None:
            super().keyPressEvent(event)
        else:
            doing()

    def _undo_or_redo(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Z and not shift:
            self._do(lambda: self._noting.undo(self._part, self._now()), asks=False)
        elif event.key() in {Qt.Key.Key_Y, Qt.Key.Key_Z}:
            self._do(lambda: self._noting.redo(self._part, self._now()), asks=False)

    def changeEvent(self, event: QEvent) -> None:
        """Find its type anew when all type has become larger or smaller."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._second = None

    def _on_change(self, change: Change) -> None:
        if change.touches("study_day", "part", "block", "person", "room"):
            if change.touches("part"):
                self._fill_parts()
            self.renew()

    def _on_day_opened(self) -> None:
        day = self._workspace.day
        if day is None or day.id != self._day:
            self.close()
