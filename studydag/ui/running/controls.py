"""The row of the presenter: what can be done on the day, with its keys; it can be hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.on_the_day.running import Run
from studydag.ui.announcing import announce
from studydag.ui.fields.still_box import StillBox
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.look import Colours
from studydag.ui.roles import give_role
from studydag.ui.running.plan_pane import PlanPane
from studydag.ui.running.words import Practice, RunWords
from studydag.ui.spoken_roles import SpokenAs, speak_as, tell_unfolded

LONGEST_TITLE = 32
"""In characters, of the block that the button names that starts it."""
SHORTER_TITLE = 20
"""In characters, of the block that the button names that passes over it."""


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
        tip = _("This is the day itself: keep each step, including those taken already")
        self.in_earnest = self._button(_("For real"), tip, "E", doings.in_earnest)
        self.screen_button = self._button(_("Other screen"), _("Show it on the next screen"), "F2", doings.other_screen)
        self.dark = self._button(_("Dark or light"), _("Change between dark and light"), "D", doings.brightness)
        self.hide_button = self._button(_("Hide this row"), _("The keys go on working without it"), "H", doings.hide)
        self.leave = self._button(_("Close"), _("Back to the programme; nothing is lost"), "Esc", doings.leave)
        tip = _("What to do when what is on, or comes next, can’t go on")
        self.plan_b = self._button(_("Plan B"), tip, "B", lambda: None)
        self.plan_b.setCheckable(True)
        self.plan_b.setEnabled(False)
        speak_as(self.plan_b, SpokenAs.FOLD)
        self.plan_b.toggled.connect(self._on_plan_b)
        self.plan = PlanPane(self)
        self._plans: Sequence[tuple[str, str]] = ()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        row = FlowLayout(spacing=6, centred=True)
        row.addWidget(self.parts)
        for button in self.buttons:
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(row)
        layout.addWidget(self.plan)
        layout.addWidget(self.said)
        self.go_on.setProperty("role", "main")

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, in order."""
        return (
            *(self.back, self.go_on, self.less, self.more, self.skip, self.shift, self.call_off),
            *(self.hand_over, self.plan_b, self.in_earnest),
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
        titles = [words.title(slot.block) for slot in coming]
        _name(self.go_on, said, [_("Start: {title} ▶").replace("{title}", _short(title)) for title in titles])
        self.go_on.setAccessibleName(whole.removesuffix(" ▶"))
        skipped = [_("Skip: {title}").replace("{title}", _short(title, SHORTER_TITLE)) for title in titles]
        _name(self.skip, next(iter(skipped), _("Skip")), skipped)
        whole = _("Skip: {title}").replace("{title}", titles[0]) if titles else _("Skip")
        self.skip.setAccessibleName(whole)
        self._show_plans_b(() if run is None else words.plans_b(run))

    def _show_plans_b(self, plans: Sequence[tuple[str, str]]) -> None:
        """Offer what to do when something fails; it is closed again when that is about something else."""
        if plans != self._plans:
            self._plans = plans
            self.plan_b.setEnabled(bool(plans))
            self.plan_b.setChecked(False)
            self.plan.show_plans(plans)

    def toggle_plan_b(self) -> None:
        """Show or hide what to do when something fails, where that was thought of."""
        if self.plan_b.isEnabled():
            self.plan_b.toggle()

    def _on_plan_b(self, shown: bool) -> None:
        self.plan.setVisible(shown)
        tell_unfolded(self.plan_b)
        if shown:
            announce(self, self.plan.said)

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


def _name(button: QPushButton, said: str, others: Sequence[str]) -> None:
    """Name what a step would do; the room is that of the longest to come, so that no button moves by a step."""
    if button.text() == said:
        return
    for text in (*others, said):
        button.setText(text)
        button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))


def _short(title: str, longest: int = LONGEST_TITLE) -> str:
    return title if len(title) <= longest else f"{title[: longest - 1].rstrip()}…"


def sheet(colours: Colours) -> str:
    """Return how the view of the day is dressed: it has a palette of its own."""
    return f"""
        RunWindow {{ background: {colours.surface}; }}
        PresenterWindow, PresenterWindow QScrollArea, PresenterWindow QScrollArea > QWidget > QWidget
            {{ background: {colours.surface}; }}
        PresenterWindow QLabel {{ color: {colours.text}; }}
        PresenterWindow > QLabel[role="quiet"] {{ color: {colours.quiet}; }}
        Controls {{ background: {colours.window}; border-top: 1px solid {colours.line}; }}
        Controls QScrollArea, Controls QScrollArea > QWidget > QWidget {{ background: {colours.window}; }}
        Controls QPushButton:checked {{ background: {colours.selected}; border-color: {colours.accent}; }}
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
