"""Asks what something new is called, and adds it: what belongs to the school, or to the day in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QDialogButtonBox

from studydag.model.operations import editing
from studydag.model.rules.written.namesakes import namesake
from studydag.model.values.goals import Goal, Need
from studydag.model.values.school import Group, Person, Room, SchoolGoal
from studydag.model.values.wording import N_
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.text import LineField
from studydag.ui.tables.new_on_the_spot import LABELS, OF_THE_DAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studydag.ui.workspace import Workspace

NEW: Final[dict[str, tuple[type[Any], str, str]]] = {
    "person": (Person, "name", N_("Name of the person")),
    "room": (Room, "name", N_("Name of the room")),
    "group": (Group, "name", N_("Name of the group")),
    "goal": (Goal, "sentence", N_("What is different after the day?")),
    "need": (Need, "statement", N_("What must the team learn?")),
    "school_goal": (SchoolGoal, "title", N_("What does the school want?")),
}
"""By kind: the class, its field with the name, and what is asked."""


class NamingDialog(Dialog):
    """One line: the name. `ask` adds the thing and returns its id."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None) -> None:
        """Ask for the name of something of a kind in `NEW`."""
        language = workspace.language
        self._kind = kind
        self._value, self._field, question = NEW[kind]
        super().__init__(language.gettext(LABELS[kind]).rstrip("…"), language, parent, accept=language.gettext("Add"))
        self._workspace = workspace
        self._made: int | None = None
        self._asked_about = ""
        self.line = LineField()
        self.line.name(language.gettext(question))
        self.add_field(language.gettext(question), self.line)
        self.using = self.buttons.addButton(
            language.gettext("Use the existing one"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.using.setAutoDefault(False)
        self.using.hide()
        self.using.clicked.connect(lambda _checked=False: self._use())
        self.line.line.textEdited.connect(lambda _text: self._forget_namesake())
        self.body.addStretch(1)
        self.line.setFocus()

    def ask(self) -> int | None:
        """Show the dialog; return the id of what was added, or None when it was cancelled."""
        return self._made if self.run() else None

    def _namesake(self) -> int | None:
        there = {"person": "people", "room": "rooms", "group": "groups"}.get(self._kind)
        if there is None:
            return None
        found = [each for each in getattr(self._workspace.setting, there) if not getattr(each, "archived", False)]
        return namesake(self.line.line.text(), found)

    def _ask_about(self, name: str) -> None:
        """Let the user choose between what has the name and one more of it."""
        _ = self.language.gettext
        self._asked_about = name
        self.say_problem(_("In the list already: {names}.").replace("{names}", f"“{name}”"))
        self.accepting.setText(_("Add anyway"))
        self.using.show()
        self.using.setFocus()

    def _forget_namesake(self) -> None:
        if self._asked_about:
            self._asked_about = ""
            self.say_problem("")
            self.accepting.setText(self.language.gettext("Add"))
            self.using.hide()

    def _use(self) -> None:
        self._made = self._namesake()
        super().accept()

    def accept(self) -> None:
        """Add it, or say what is wrong with the name; one that something has already is asked about first."""
        name = self.line.line.text().strip()
        if self._namesake() is not None and name != self._asked_about:
            self._ask_about(name)
            return
        day = self._workspace.day
        home = ("study_day", day.id) if self._kind in OF_THE_DAY and day is not None else None
        thing = self._value(**{self._field: self.line.line.text().strip()})

        def add() -> None:
            self._made = editing.create(self._workspace.library, thing, home)

        if self.tries(add):
            super().accept()
        else:
            self.line.setFocus()
