"""What did everyone do? Owner by owner, action by action, with one key each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from studydag.labels import field_name
from studydag.model.operations import editing
from studydag.model.operations.follow_up import set_state
from studydag.model.rules.follow_up.quick_pass import Asked, to_ask_after
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.study_day import StudyDay
from studydag.ui.announcing import announce
from studydag.ui.asking.dialog import Dialog
from studydag.ui.checked import show_checked
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.text import TextField
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.text_label import text_label
from studydag.ui.typed_keys import digit_by
from studydag.ui.workspace import Workspace

STATE_KEYS = {Qt.Key.Key_0 + number: state for number, state in enumerate(ActionState, 1)}


class QuickPassDialog(Dialog):
    """Asks after each unfinished action once. Each answer is saved at once, and is one step to undo."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with the first owner."""
        _ = workspace.language.gettext
        super().__init__(_("What did everyone do?"), workspace.language, parent, characters=92)
        self._workspace = workspace
        day = workspace.day or StudyDay()
        self.asked: tuple[Asked, ...] = to_ask_after(day, workspace.setting)
        self.place = 0
        self.owner = self.add_text("", "title")
        self.count = self.add_text("", "quiet")
        self.what = self.add_text("", "heading")
        self.about = self.add_text("", "quiet")
        self.states = {state: QPushButton(self) for state in ActionState}
        answers = QWidget(self)
        row = FlowLayout(answers)
        for number, (state, button) in enumerate(self.states.items(), 1):
            button.setText(f"{number}  {workspace.language.capitalised(workspace.language.member(state))}")
            button.setCheckable(True)
            speak_as(button, SpokenAs.ONE_OF_MANY)
            button.setAutoDefault(False)
            button.toggled.connect(partial(self._answer_clicked, state))
            row.addWidget(button)
        self.body.addWidget(answers)
        self.done_on = DateField(workspace.language)
        self.done_on.edited.connect(partial(self._keep, "done_on"))
        self.note = TextField()
        self.note.edited.connect(partial(self._keep, "note"))
        self.add_field(f"{workspace.language.capitalised(field_name('done_on', workspace.language))} (D)", self.done_on)
        self.add_field(f"{workspace.language.capitalised(field_name('note', workspace.language))} (N)", self.note)
        self.body.addStretch(1)
        steps = QHBoxLayout()
        self.back = self._step_button(_("Back (←)"), -1)
        self.next = self._step_button(_("Next (→)"), 1)
        self.hint = text_label(_("Keys 1 to 5 answer and go on. Ctrl+Z takes the last answer back."), self, "quiet")
        steps.addWidget(self.back)
        steps.addWidget(self.next)
        steps.addWidget(self.hint, 1)
        self.body.addLayout(steps)
        self._answered: list[int] = []
        self.installEventFilter(self)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        workspace.changed.connect(self._show)
        self._show()
        self.next.setFocus()

    def _step_button(self, text: str, steps: int) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self.go(steps))
        return button

    # -- what is asked

    @property
    def action(self) -> Action | None:
        """The action that is asked after now; None when all were."""
        if not 0 <= self.place < len(self.asked) or self._workspace.day is None:
            return None
        wanted = self.asked[self.place].action
        return next((each for each in self._workspace.day.actions if each.id == wanted), None)

    def go(self, steps: int) -> None:
        """Go to the next action, or back."""
        self.place = min(max(self.place + steps, 0), len(self.asked))
        self._show()
        self.next.setFocus()
        announce(self, f"{self.owner.text()}: {self.what.text()}")

    def _show(self, _change: object = None) -> None:
        language, action = self.language, self.action
        _ = language.gettext
        for widget in (self.note, self.done_on, *self.states.values()):
            widget.setEnabled(action is not None)
        self.back.setEnabled(self.place > 0)
        self.next.setEnabled(self.place < len(self.asked))
        if action is None:
            self.owner.setText(_("Everyone was asked") if self.asked else _("There is nothing to ask about"))
            answered = len(set(self._answered))
            done = language.ngettext("{n} action has an answer.", "{n} actions have an answer.", answered)
            self.count.setText(done.replace("{n}", str(answered)))
            self.what.clear()
            self.about.clear()
            self.note.show_value("")
            self.done_on.show_value(None)
            for button in self.states.values():
                show_checked(button, False)
            return
        asked = self.asked[self.place]
        self.owner.setText(asked.owner or _("Without an owner"))
        of = _("{n} of {all}").replace("{n}", str(self.place + 1)).replace("{all}", str(len(self.asked)))
        self.count.setText(of)
        self.what.setText(" ".join(action.what.split()))
        parts = [language.short_date(asked.on) if asked.on is not None else _("no date"), action.visible_result]
        self.about.setText(" · ".join(part for part in parts if part))
        for state, button in self.states.items():
            show_checked(button, state is action.state)
        self.note.show_value(action.note)
        self.done_on.show_value(action.done_on)

    # -- what is answered

    def answer(self, state: ActionState) -> None:
        """Say where the action stands, and go on to the next."""
        action = self.action
        if action is None:
            return
        self.next.setFocus()
        workspace = self._workspace
        workspace.do(partial(set_state, workspace.library, action.id, state, workspace.today()))
        self._answered.append(action.id)
        self.go(1)

    def take_back(self) -> None:
        """Undo the last answer of this pass, and ask again."""
        if not self._answered:
            return
        last = self._answered.pop()
        self._workspace.do(self._workspace.library.undo)
        self.place = next(place for place, each in enumerate(self.asked) if each.action == last)
        self._show()

    def _answer_clicked(self, state: ActionState, _checked: bool = False) -> None:
        self.answer(state)

    def _keep(self, name: str, value: object) -> None:
        action = self.action
        if action is None:
            return
        keep = partial(editing.change, self._workspace.library, Action, action.id, **{name: value})
        self._workspace.do(keep)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take single keys wherever no text is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            types = isinstance(watched, QLineEdit | QPlainTextEdit)
            if not types and self._does(event):
                return True
        return super().eventFilter(watched, event)

    def _does(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif digit_by(event) and key in STATE_KEYS:
            self.answer(STATE_KEYS[key])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.go(1 if key is Qt.Key.Key_Right else -1)
        elif key is Qt.Key.Key_N:
            self.note.setFocus()
        elif key is Qt.Key.Key_D:
            self.done_on.setFocus()
        else:
            return False
        return True
