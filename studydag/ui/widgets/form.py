"""A form for one thing: a label above each field, what is wrong below it. Every finished edit is an operation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.operations import editing
from studydag.model.values.errors import InvalidValue, StudyDagError
from studydag.ui.fields.build import choices_of, field_for
from studydag.ui.fields.choice import ChoiceField, ManyField, SwitchField
from studydag.ui.fields.field import Field
from studydag.ui.workspace import Workspace

Change = Callable[[int, str, Any], None]


class ThingForm(QWidget):
    """Shows the fields of one thing. `carry_out` does an edit; by default the plain operation `change`."""

    finished = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        value: type[Any],
        fields: Sequence[str],
        *,
        carry_out: Change | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an editor for each of the fields; the form is empty until `show_thing`."""
        super().__init__(parent)
        self._workspace = workspace
        self._value = value
        self._carry_out = carry_out or self._change
        self._thing: Any = None
        self._fields: dict[str, Field] = {}
        self._problems: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        targets = choices_of(workspace.day, workspace.setting, workspace.language)
        for name in fields:
            self._add(layout, name, field_for(value, name, workspace.language, targets))
        layout.addStretch(1)

    @property
    def thing_id(self) -> int | None:
        """The id of the thing that is shown."""
        return None if self._thing is None else self._thing.id

    def field(self, name: str) -> Field:
        """Return the editor of a field."""
        return self._fields[name]

    def show_thing(self, thing: Any) -> None:
        """Show the values of a thing; what the user is typing in a field that did not change stays."""
        other = self._thing is None or self._thing.id != thing.id
        before, self._thing = self._thing, thing
        for name, field in self._fields.items():
            new = getattr(thing, name)
            if other or getattr(before, name) != new or field.shown != new:
                field.show_value(new)
                self._say(name, "")

    def offer_again(self) -> None:
        """Offer the things that references can lead to as they are now."""
        targets = choices_of(self._workspace.day, self._workspace.setting, self._workspace.language)
        fresh = {
            name: field_for(self._value, name, self._workspace.language, targets)
            for name, field in self._fields.items()
            if isinstance(field, ChoiceField | ManyField)
        }
        for name, made in fresh.items():
            field = self._fields[name]
            if isinstance(field, ChoiceField | ManyField) and isinstance(made, ChoiceField | ManyField):
                field.offer(made.choices)
            made.deleteLater()

    def _add(self, layout: QVBoxLayout, name: str, field: Field) -> None:
        language = self._workspace.language
        title = language.capitalised(field_name(name, language, self._value))
        if isinstance(field, SwitchField):
            field.box.setText(title)
        else:
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            label.setBuddy(field.focusProxy() or field)
            layout.addWidget(label)
        field.name(title)
        problem = QLabel(self)
        problem.setProperty("role", "problem")
        problem.setWordWrap(True)
        problem.hide()
        layout.addWidget(field)
        layout.addWidget(problem)
        layout.addSpacing(6)
        field.edited.connect(lambda value: self._edited(name, value))
        self._fields[name] = field
        self._problems[name] = problem

    def _edited(self, name: str, value: Any) -> None:
        if self._thing is None:
            return
        try:
            self._carry_out(self._thing.id, name, value)
        except InvalidValue as error:
            said = [self._workspace.language.problem(problem) for problem in error.problems]
            self._say(name, " ".join(dict.fromkeys(said)))
        except StudyDagError as error:
            self._say(name, self._workspace.language.error(error))
        else:
            self._say(name, "")
            self.finished.emit(name)

    def _change(self, row_id: int, name: str, value: Any) -> None:
        editing.change(self._workspace.library, self._value, row_id, **{name: value})

    def _say(self, name: str, text: str) -> None:
        self._fields[name].mark(wrong=bool(text))
        self._problems[name].setText(text)
        self._problems[name].setVisible(bool(text))
