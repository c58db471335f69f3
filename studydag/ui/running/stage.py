"""What the hall sees: what is on, how long it still has, what is parallel, what comes next, when the day ends."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.on_the_day.running import LiveSlot, Run, minute_of, options_now, seconds_left, seconds_until
from studydag.model.rules.time.schedule import Slot
from studydag.ui.look import Colours
from studydag.ui.running.big_text import BigText, be_alike
from studydag.ui.running.words import RunWords
from studydag.ui.timeline.words import DOT

MOST_OPTIONS = 10
LATER = 3
"""How many blocks after the next one are listed."""
WARNING = 5 * 60
"""From how many seconds on the time that is left stands out."""


class Stage(QWidget):
    """Shows a run of the day; `show_run` at each change and each second. What is internal is not shown."""

    def __init__(self, language: Language, colours: Colours, parent: QWidget | None = None) -> None:
        """Build all places; they are empty."""
        super().__init__(parent)
        self._language = language
        self.heading = BigText(0.032)
        self.clock = BigText(0.045, bold=True, right=True)
        self.now_word = BigText(0.034, bold=True)
        self.title = BigText(0.105, wraps=True, bold=True)
        self.place = BigText(0.045, wraps=True)
        self.options = OptionsBoard()
        self.left = BigText(0.2, bold=True)
        self.left_word = BigText(0.036)
        self.bar = TimeBar()
        self.next_word = BigText(0.034, bold=True)
        self.next_title = BigText(0.058, wraps=True, bold=True)
        self.next_place = BigText(0.034)
        self.later = [BigText(0.032) for _ in range(LATER)]
        self.end = BigText(0.036)
        self._lay_out()
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        """Take on a palette."""
        self._colours = colours
        for quiet in (self.heading, self.place, self.left_word, self.next_place, self.end, *self.later):
            _colour(quiet, colours.quiet)
        for strong in (self.clock, self.title, self.left, self.next_title):
            _colour(strong, colours.text)
        for word in (self.now_word, self.next_word):
            _colour(word, colours.accent)
        self.options.dress(colours)
        self.bar.dress(colours.line, colours.accent)

    def show_run(self, run: Run, words: RunWords, now: dt.datetime, *, heading: str) -> None:
        """Show how the day goes at a moment."""
        self.heading.say(heading)
        self.clock.say(self._language.time(now.time()))
        current = run.current if run.current is not None and not run.current.block.internal else None
        coming = [slot for slot in run.coming if not slot.block.internal]
        self._show_current(run, current, words, now)
        self._show_time(run, current, coming, words, now)
        self._show_coming(coming, words)
        self.end.say(words.end(run))

    def _show_current(self, run: Run, current: LiveSlot | None, words: RunWords, now: dt.datetime) -> None:
        _ = self._language.gettext
        if current is None:
            self.now_word.say("")
            self.title.say(_("That was the day. Thank you!") if run.is_over else _("We’ll start soon"))
            if run.has_begun and not run.is_over:
                self.title.say(_("We’ll continue soon"))
            self.place.say("")
            self._make_room(options=False)
            self.options.show_options((), words)
            self._tint("")
            return
        self.now_word.say(_("Now"))
        self.title.say(words.title(current.block))
        self.place.say(DOT.join(each for each in (words.span(current), words.where_and_who(current.block)) if each))
        options = options_now(current, minute_of(run.part, now))
        self._make_room(options=bool(options))
        self.options.show_options(options, words)
        self._tint(self._colours.phase(current.block.phase).name())

    def _show_time(
        self, run: Run, current: LiveSlot | None, coming: list[LiveSlot], words: RunWords, now: dt.datetime
    ) -> None:
        _, colours = self._language.gettext, self._colours
        if current is None:
            awaited = next(iter(coming), None)
            wait = 0 if awaited is None else seconds_until(awaited, run.part, now)
            self.left.say("" if awaited is None else words.countdown(wait))
            self.left_word.say("" if awaited is None else _("until the start"))
            _colour(self.left, colours.text)
            self.bar.show_share(None)
            return
        left = seconds_left(current, run.part, now)
        whole = max((current.agreed_end - current.start) * 60, 1)
        self.left.say(words.countdown(left))
        self.left_word.say(_("over") if left < 0 else _("left"))
        _colour(self.left, colours.must if left < 0 else colours.should if left <= WARNING else colours.text)
        self.bar.show_share(1 - left / whole)

    def _show_coming(self, coming: list[LiveSlot], words: RunWords) -> None:
        _ = self._language.gettext
        following = next(iter(coming), None)
        self.next_word.say(_("Next") if following is not None else "")
        self.next_title.say("" if following is None else self._timed(following, words))
        self.next_place.say("" if following is None else words.where_and_who(following.block))
        for number, label in enumerate(self.later, start=1):
            label.say(self._timed(coming[number], words) if number < len(coming) else "")
        be_alike(self.later)

    def _timed(self, live: LiveSlot, words: RunWords) -> str:
        return f"{self._language.clock(live.start)}  {words.title(live.block)}"

    def _tint(self, colour: str) -> None:
        self.bar.dress(self._colours.line, colour or self._colours.accent)

    def _make_room(self, *, options: bool) -> None:
        """Leave most of the left half to what is parallel, or to the title where nothing is."""
        self.title.set_share(0.075 if options else 0.13)
        for place, stretch in enumerate((6, 20, 8, 58) if options else (6, 46, 18, 22)):
            self._what.setStretch(place, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._both.activate()
        be_alike(self.later)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 4)
        top.addWidget(self.clock, 1)
        self._what = QVBoxLayout()
        for widget in (self.now_word, self.title, self.place, self.options):
            self._what.addWidget(widget)
        self._make_room(options=False)
        time = QVBoxLayout()
        parts = ((self.left, 26), (self.left_word, 6), (self.bar, 4))
        for part, stretch in parts:
            time.addWidget(part, stretch)
        time.addStretch(4)
        coming = ((self.next_word, 6), (self.next_title, 16), (self.next_place, 6))
        for part, stretch in (*coming, *((label, 6) for label in self.later)):
            time.addWidget(part, stretch)
        both = self._both = QHBoxLayout()
        both.addLayout(self._what, 58)
        both.addSpacing(40)
        both.addLayout(time, 42)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 20, 40, 20)
        layout.addLayout(top, 8)
        layout.addLayout(both, 84)
        layout.addWidget(self.end, 6)


class OptionsBoard(QWidget):
    """What is parallel: each option with its room and lead, those apart that begin later or are over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.lines = [
            (BigText(0.042, bold=True, parent=self), BigText(0.034, parent=self)) for _ in range(MOST_OPTIONS)
        ]
        self.more = BigText(0.028, parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(4)
        self._shown = -1

    def dress(self, colours: Colours) -> None:
        """Take on a palette."""
        self._colours = colours
        for title, place in self.lines:
            _colour(title, colours.text)
            _colour(place, colours.quiet)
        _colour(self.more, colours.quiet)

    def show_options(self, options: tuple[tuple[Slot, bool], ...], words: RunWords) -> None:
        """Show these options; nothing where there are none."""
        self._arrange(min(len(options), MOST_OPTIONS))
        for (title, place), (slot, on) in zip(self.lines, options, strict=False):
            title.say(words.title(slot.block))
            when = "" if on else f"{words.blocks.language.clock(slot.start)}–{words.blocks.language.clock(slot.end)}"
            place.say(DOT.join(each for each in (when, words.where_and_who(slot.block)) if each))
            _colour(title, self._colours.text if on else self._colours.quiet)
        more = len(options) - MOST_OPTIONS
        said = words.blocks.language.ngettext("and {n} more", "and {n} more", max(more, 1))
        self.more.say(said.replace("{n}", str(more)) if more > 0 else "")
        self._be_alike()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._be_alike()

    def _be_alike(self) -> None:
        """Let all options have letters of one size; a title that would make all of them small is cut off instead."""
        self._grid.activate()
        shown = [pair for pair in self.lines if not pair[0].isHidden()]
        most: int | None = None
        for labels in zip(*shown, strict=True):
            # Room and lead never stand out above the titles.
            most = be_alike(labels, most)

    def _arrange(self, count: int) -> None:
        if count == self._shown:
            return
        self._shown = count
        while self._grid.count():
            self._grid.takeAt(0)
        columns = 1 if count <= 5 else 2
        rows = -(-count // columns) if count else 0
        for number, (title, place) in enumerate(self.lines):
            for label in (title, place):
                label.setVisible(number < count)
            if number < count:
                row, column = number % rows, number // rows
                self._grid.addWidget(title, row * 2, column)
                self._grid.addWidget(place, row * 2 + 1, column)
        for row in range(2 * MOST_OPTIONS + 1):
            self._grid.setRowStretch(row, (7 if row % 2 == 0 else 6) if row < 2 * rows else 0)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.addWidget(self.more, 2 * MOST_OPTIONS, 0)
        self._grid.setRowStretch(2 * MOST_OPTIONS, 2 + max(0, 3 - rows) * 11)


class TimeBar(QWidget):
    """How much of the time is gone, as a bar; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._share: float | None = None
        self._ground, self._fill = QColor(), QColor()

    def dress(self, ground: str, fill: str) -> None:
        """Take on colours."""
        self._ground, self._fill = QColor(ground), QColor(fill)
        self.update()

    def show_share(self, share: float | None) -> None:
        """Show a share of one; None shows no bar."""
        share = None if share is None else min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar, and what is gone of it."""
        if self._share is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = min(self.height() * 0.7, self.window().height() * 0.016)
        whole = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(whole, high / 2, high / 2)
        if self._share > 0:
            painter.setBrush(self._fill)
            gone = QRectF(whole)
            gone.setWidth(max(whole.width() * self._share, high))
            painter.drawRoundedRect(gone, high / 2, high / 2)
        painter.end()


def _colour(label: BigText, colour: str) -> None:
    sheet = f"color: {colour};"
    if label.styleSheet() != sheet:
        label.setStyleSheet(sheet)
