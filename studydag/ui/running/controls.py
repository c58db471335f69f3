"""The row of the presenter: what can be done on the day, with its keys; it can be hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.running import Run
from studydag.ui.fields.still_box import StillBox
from studydag.ui.look import Colours
from studydag.ui.roles import give_role
from studydag.ui.running.words import Practice, RunWords
from studydag.ui.widgets.flow import FlowLayout

LONGEST_TITLE = 32
"""In characters, of the block that a button names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doings:
    """What the buttons do."""

    back: Callable[[], object]
    go_on: Callable[[], object]
    less: Callable[[], object]
    more: Callable[[], object]
    skip: Callable[[], object]
    shift: Callable[[], object]
    call_off: Callable[[], object]
    hand_over: Callable[[], object]
    other_screen: Callable[[], object]
    brightness: Callable[[], object]
    hide: Callable[[], object]
    leave: Callable[[], object]
    in_earnest: Callable[[], object]


class Controls(QFrame):
    """Buttons for everything that the keys do; a line below says what went wrong, or what is only for the presenter."""

    def __init__(self, language: Language, doings: Doings, parent: QWidget | None = None) -> None:
        """Build the buttons."""
        super().__init__(parent)
        self._language = language
        _ = language.gettext
        self.parts = StillBox(self)
        self.parts.setAccessibleName(_("Part of the day"))
        self.parts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back = self._button(_("◀ Back"), _("One step back"), "←", doings.back)
        self.go_on = self._button(_("Next ▶"), _("Start what comes next"), _("Space"), doings.go_on)
        self.less = self._button(_("−5 min"), _("Five minutes less for what is on"), "−", doings.less)
        self.more = self._button(_("+5 min"), _("Five minutes more for what is on"), "+", doings.more)
        self.skip = self._button(_("Skip"), _("Pass over what comes next"), "S", doings.skip)
        self.shift = self._button(_("Shift the rest…"), _("Let everything that follows start later"), "R", doings.shift)
        self.call_off = self._button(_("Call off…"), _("Call off what was still to come"), "Del", doings.call_off)
        tip = _("Another lead, or another room")
        self.hand_over = self._button(_("Person or room…"), tip, "P", doings.hand_over)
        tip = _("This is the day itself: keep each step, those taken already as well")
        self.in_earnest = self._button(_("No practice"), tip, "E", doings.in_earnest)
        self.screen_button = self._button(_("Other screen"), _("Show it on the next screen"), "F2", doings.other_screen)
        self.dark = self._button(_("Dark or light"), _("Change between dark and light"), "D", doings.brightness)
        self.hide_button = self._button(_("Hide this row"), _("The keys go on working without it"), "H", doings.hide)
        self.leave = self._button(_("Close"), _("Back to the programme; nothing is lost"), "Esc", doings.leave)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        row = FlowLayout(spacing=6, centred=True)
        row.addWidget(self.parts)
        for button in self.buttons:
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(row)
        layout.addWidget(self.said)
        self.go_on.setProperty("role", "main")

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, in order."""
        return (
            *(self.back, self.go_on, self.less, self.more, self.skip, self.shift, self.call_off),
            *(self.hand_over, self.in_earnest),
            *(self.screen_button, self.dark, self.hide_button, self.leave),
        )

    def show_run(
        self, run: Run | None, words: RunWords, *, writable: bool, screens: int, practice: Practice = Practice.NONE
    ) -> None:
        """Offer only what can be done, and say what a step would start."""
        _ = self._language.gettext
        on, following = (None, None) if run is None else (run.current, run.next)
        self.back.setEnabled(writable and run is not None and (run.has_begun or practice is Practice.BEGUN))
        self.go_on.setEnabled(writable and (following is not None or on is not None))
        for button in (self.less, self.more):
            button.setEnabled(writable and on is not None)
        for button in (self.skip, self.shift, self.call_off):
            button.setEnabled(writable and following is not None)
        # A new lead or room is of the school, not of a practice.
        self.hand_over.setEnabled(writable and practice is Practice.NONE and (following is not None or on is not None))
        self.in_earnest.setVisible(writable and practice is not Practice.NONE)
        self.screen_button.setVisible(screens > 1)
        whole = said = _("End of the day ▶") if on is not None else _("Next ▶")
        if following is not None:
            whole = words.title(following.block)
            said, whole = (_("Start: {title} ▶").replace("{title}", each) for each in (_short(whole), whole))
        coming = () if run is None else run.coming
        self._say_next(
            said, [_("Start: {title} ▶").replace("{title}", _short(words.title(slot.block))) for slot in coming]
        )
        self.go_on.setAccessibleName(whole.removesuffix(" ▶"))

    def _say_next(self, said: str, others: list[str]) -> None:
        """Name what a step would start; the room is that of the longest to come, so that no button moves by a step."""
        if self.go_on.text() == said:
            return
        for text in (*others, said):
            self.go_on.setText(text)
            self.go_on.setMinimumWidth(max(self.go_on.minimumWidth(), self.go_on.sizeHint().width()))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something to the presenter; nothing takes it away."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        give_role(self.said, "problem" if wrong else "quiet")

    def _button(self, text: str, tip: str, key: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(f"{tip} ({key})")
        button.setAccessibleName(text.strip("◀▶… "))
        button.setAccessibleDescription(tip)
        # A click must not take the keys away from the view; Tab still comes here.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: run())
        return button


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def sheet(colours: Colours) -> str:
    """Return how the view of the day is dressed: it has a palette of its own."""
    return f"""
        RunWindow {{ background: {colours.surface}; }}
        PresenterWindow, PresenterWindow QScrollArea, PresenterWindow QScrollArea > QWidget > QWidget
            {{ background: {colours.surface}; }}
        PresenterWindow QLabel {{ color: {colours.text}; }}
        PresenterWindow > QLabel[role="quiet"] {{ color: {colours.quiet}; }}
        Controls {{ background: {colours.window}; border-top: 1px solid {colours.line}; }}
        Controls QLabel {{ color: {colours.text}; }}
        Controls QLabel[role="problem"] {{ color: {colours.must}; }}
        Controls QPushButton {{ color: {colours.text}; background: {colours.raised}; border-radius: 6px;
            border: 1px solid {colours.line}; padding: 6px 12px; }}
        Controls QComboBox {{ color: {colours.text}; background: {colours.raised}; border-color: {colours.line}; }}
        Controls QComboBox:focus {{ border-color: {colours.accent}; }}
        Controls QComboBox QAbstractItemView {{ color: {colours.text}; background: {colours.raised};
            selection-color: {colours.text}; selection-background-color: {colours.selected}; }}
        Controls QPushButton:hover, Controls QPushButton:focus {{ border-color: {colours.accent}; }}
        Controls QPushButton:pressed {{ background: {colours.selected}; }}
        Controls QPushButton:disabled {{ color: {colours.quiet}; background: transparent; }}
        Controls QPushButton[role="main"]:enabled {{ color: {colours.on_accent}; background: {colours.accent};
            border-color: {colours.accent}; font-weight: 600; }}
    """
