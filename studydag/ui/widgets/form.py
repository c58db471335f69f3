"""A form for one thing: a label above each field, what is wrong below it. Every finished edit is an operation."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.operations import editing
from studydag.model.rules.choices.leading_back import not_offered, own_kind
from studydag.model.values.description import Described, described
from studydag.model.values.errors import InvalidValue, StudyDagError
from studydag.model.values.references import Reference
from studydag.ui.announcing import announce
from studydag.ui.fields.build import field_for, offered
from studydag.ui.fields.choice import ChoiceField, ManyField, SwitchField
from studydag.ui.fields.dates import DueField
from studydag.ui.fields.field import Field
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.fields.typed import TypedField, all_typed
from studydag.ui.fields.wording import not_understood
from studydag.ui.layouts.beside import Beside
from studydag.ui.pieces import Building, Pieces
from studydag.ui.tables.dates_near import read_dates_near_the_day
from studydag.ui.tables.new_on_the_spot import offer_new
from studydag.ui.widgets.due_note import DueNote
from studydag.ui.widgets.owned_rows import OwnedRows
from studydag.ui.workspace import Workspace

Change = Callable[[int, str, Any], None]
Hints = Callable[[Any], str]
"""Says what is still missing in a thing, or nothing."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between the fields of a form; the text is translated."""

    text: str


BETWEEN_LINES = 8
"""Pixels between two lines of a form."""
LINES_AT_ONCE = 6
"""So many lines of a form are built at a stretch."""
Line = str | tuple[str, ...] | Heading
"""A field, some fields beside each other, or a heading."""


def names_in(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the names of the fields in the lines of a form."""
    found: list[str] = []
    for line in lines:
        if isinstance(line, str):
            found.append(line)
        elif isinstance(line, tuple):
            found += line
    return tuple(found)


_LEFT_OUT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class ThingForm(QWidget):
    """Shows the fields of one thing. `carry_out` does an edit; by default the plain operation `change`.

    A field that holds rows of its own is a table below its label. `editors` has those that are made in another way than
    their annotations say, `hints` what is said below a field while something is missing, also while it is typed;
    those of `explained` fields only explain.
    """

    finished = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        value: type[Any],
        fields: Sequence[Line],
        *,
        carry_out: Change | None = None,
        editors: Mapping[str, Field] | None = None,
        hints: Mapping[str, Hints] | None = None,
        explained: Container[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make an editor for each of the fields when `building` gets there; the form is empty until `show_thing`."""
        super().__init__(parent)
        self.value = value
        self._workspace = workspace
        self._carry_out = carry_out or self._change
        self._thing: Any = None
        self._fields: dict[str, Field] = {}
        self._own_kind: list[str] = []
        self._rows: dict[str, OwnedRows] = {}
        self._boxes: dict[str, _Box] = {}
        self._beside: list[tuple[QWidget, tuple[str, ...]]] = []
        self._editors = dict(editors or {})
        for editor in self._editors.values():
            # A form that is never shown is never built, and nobody else would delete it.
            editor.setParent(self)
        self._hints = dict(hints or {})
        self._explained = explained
        self._targets = workspace.targets
        self.building = Building(self._pieces(fields))

    def _pieces(self, fields: Sequence[Line]) -> Pieces:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BETWEEN_LINES)
        for place in range(0, len(fields), LINES_AT_ONCE):
            for line in fields[place : place + LINES_AT_ONCE]:
                layout.addWidget(self._line(line))
            yield
        layout.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Be whole when it is seen."""
        self.building.finish()
        super().showEvent(event)

    @property
    def thing_id(self) -> int | None:
        """The id of the thing that is shown."""
        return None if self._thing is None else self._thing.id

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields."""
        self.building.finish()
        return tuple(self._boxes)

    def field(self, name: str) -> Field:
        """Return the editor of a field."""
        self.building.finish()
        return self._fields[name]

    def rows(self, name: str) -> OwnedRows:
        """Return the table of a field that holds rows of its own."""
        self.building.finish()
        return self._rows[name]

    def has_field(self, name: str) -> bool:
        """Whether a field is among those that are shown."""
        self.building.finish()
        box = self._boxes.get(name)
        # What was only just built is shown in the next turn; what was left out was hidden by us.
        return box is not None and not (box.isHidden() and box.testAttribute(_LEFT_OUT))

    def nearest_field(self, name: str) -> str:
        """Return the field itself if it is shown, else the first one that is."""
        return next((each for each in (name, *self.names) if self.has_field(each)), "")

    def control(self, name: str) -> QWidget:
        """Return what a field is edited with: an editor, or a table of its rows."""
        self.building.finish()
        control = self._fields.get(name) or self._rows[name]
        within: QWidget | None = self._boxes[name]
        while within is not None and within is not self:
            if within.isHidden() and not within.testAttribute(_LEFT_OUT):
                within.show()
            within = within.parentWidget()
        return control

    def reveal(self, reference: Reference) -> OwnedRows | None:
        """Select a thing that the shown one owns, however deep; return the table in which it stands."""
        self.building.finish()
        found = (rows.reveal(reference) for rows in self._rows.values())
        return next((rows for rows in found if rows is not None), None)

    def show_thing(self, thing: Any) -> None:
        """Show the values of a thing; what the user is typing in a field that did not change stays."""
        self.building.finish()
        other = self._thing is None or self._thing.id != thing.id
        before, self._thing = self._thing, thing
        for name in self._own_kind:
            self._offer(name)
        for name, field in self._fields.items():
            new = getattr(thing, name)
            if other or getattr(before, name) != new or field.shown != new:
                field.show_value(new)
                self._boxes[name].say("")
        for rows in self._rows.values():
            rows.show_owner(thing)
        for box in self._boxes.values():
            box.note()
        for name in self._hints:
            self._hint(name)

    def show_only(self, names: Iterable[str]) -> None:
        """Leave the other fields out of sight."""
        self.building.finish()
        wanted = set(names)
        for name, box in self._boxes.items():
            box.setVisible(name in wanted)
        for beside, held in self._beside:
            # Empty it would still take the room between two lines.
            beside.setVisible(not wanted.isdisjoint(held))

    def offer_again(self) -> None:
        """Offer the things that references can lead to as they are now."""
        self._targets = self._workspace.targets
        for name in self._fields:
            self._offer(name)
        for rows in self._rows.values():
            rows.offer_again()

    def _offer(self, name: str) -> None:
        """Offer what a field can lead to now, but nothing by way of which a thing would lead to itself."""
        field, day = self._fields[name], self._workspace.day
        if name in self._editors or not isinstance(field, ChoiceField | ManyField):
            return
        choices = offered(self.value, name, self._targets)
        if choices is not None and self._thing is not None and day is not None and name in self._own_kind:
            closed = not_offered(day, self._thing, name)
            now = getattr(self._thing, name)
            # What stands there stays written out, though it could not be chosen again.
            choices = tuple(
                replace(choice, offered=False) if choice.value in closed else choice
                for choice in choices
                if choice.value not in closed or choice.value == now
            )
        if choices is not None and choices != field.choices:
            field.offer(choices)

    def _line(self, line: Line) -> QWidget:
        if isinstance(line, Heading):
            heading = QLabel(line.text, self)
            heading.setProperty("role", "heading")
            heading.setWordWrap(True)
            return heading
        if isinstance(line, str):
            return self._box(line)
        beside = Beside(self, spacing=BETWEEN_LINES)
        for name in line:
            beside.add(self._box(name), 1)
        self._beside.append((beside, line))
        return beside

    def _box(self, name: str) -> QWidget:
        language = self._workspace.language
        each = next(each for each in described(self.value) if each.name == name)
        title = language.capitalised(field_name(name, language, self.value))
        control: Field | OwnedRows
        if name not in self._editors and each.is_value:
            control = OwnedRows(self._workspace, self.value, name, parent=self)
            self._rows[name] = control
        else:
            control = self._editor(each)
            control.name(title)
            control.edited.connect(lambda value: self._edited(name, value))
            if isinstance(control, TextField) or type(control) is LineField:
                # Not what stands for a value: half a number or name is another one.
                control.save_while_typing()
            for typed in all_typed(control):
                typed.keeps = True
                typed.unread.connect(partial(self._say_unread, name, typed))
                typed.line.textChanged.connect(partial(self._mended, name, typed))
            control.setEnabled(not self._workspace.library.read_only)
            self._fields[name] = control
            if own_kind(self.value, name):
                self._own_kind.append(name)
        note = None
        if isinstance(control, DueField) and not control.from_beginning:
            note = DueNote(self._workspace, control)
        if name in self._hints and isinstance(control, TextField):
            control.text.textChanged.connect(lambda: self._hint(name))
        self._boxes[name] = _Box(title, control, note, self)
        return self._boxes[name]

    def _say_unread(self, name: str, typed: TypedField, text: str) -> None:
        self._boxes[name].say(not_understood(text, typed.asks, self._workspace.language))

    def _mended(self, name: str, typed: TypedField, _text: str) -> None:
        if name in self._boxes:
            self._boxes[name].mended(typed.is_unreadable)

    def _hint(self, name: str) -> None:
        """Say what is missing, counting in what is just being typed."""
        if self._thing is None or name not in self._boxes:
            return
        field = self._fields.get(name)
        typed = {name: field.text.toPlainText()} if isinstance(field, TextField) else {}
        role = "quiet" if name in self._explained else "hint"
        self._boxes[name].hint(self._hints[name](replace(self._thing, **typed)), role)

    def _editor(self, each: Described) -> Field:
        made = self._editors.get(each.name)
        if made is not None:
            return made
        field = field_for(self.value, each.name, self._workspace.language, self._targets)
        read_dates_near_the_day(field, self._workspace)
        offer_new(field, each.refers or "", self._workspace, self.offer_again)
        return field

    def _edited(self, name: str, value: Any) -> None:
        if self._thing is None:
            return
        box = self._boxes[name]
        try:
            self._carry_out(self._thing.id, name, value)
        except InvalidValue as error:
            said = [self._workspace.language.problem(problem) for problem in error.problems]
            box.say(" ".join(dict.fromkeys(said)))
            self._fields[name].refuse(getattr(self._thing, name))
        except StudyDagError as error:
            box.say(self._workspace.language.error(error))
            self._workspace.tell_unsaved(error)
            self._fields[name].refuse(getattr(self._thing, name))
        else:
            box.say("")
            self.finished.emit(name)

    def _change(self, row_id: int, name: str, value: Any) -> None:
        editing.change(self._workspace.library, self.value, row_id, **{name: value})


class _Box(QWidget):
    """A field with its label above, and below what is wrong or to be known."""

    def __init__(self, title: str, control: Field | OwnedRows, note: DueNote | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._control = control
        self._note = note
        self._hint: QLabel | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if isinstance(control, SwitchField):
            control.box.setText(title)
        else:
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            label.setWordWrap(True)
            label.setBuddy(control.focusProxy() or control)
            layout.addWidget(label)
        layout.addWidget(control)
        if note is not None:
            layout.addWidget(note)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addStretch(1)

    def say(self, text: str) -> None:
        """Say what is wrong, or (empty) nothing."""
        if isinstance(self._control, Field):
            self._control.mark(wrong=bool(text))
            self._control.explain(text)
        announce(self, text)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def mended(self, still_wrong: bool) -> None:
        """Say nothing more of what was typed, unless it still can't be read."""
        if not still_wrong and not self.problem.isHidden():
            self.say("")

    def hint(self, text: str, role: str) -> None:
        """Say what is still missing or how it is meant, or (empty) nothing."""
        if self._hint is None and text:
            self._hint = QLabel(self)
            self._hint.setProperty("role", role)
            self._hint.setWordWrap(True)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.count() - 1, self._hint)
        if self._hint is not None:
            self._hint.setText(text)
            self._hint.setVisible(bool(text))

    def note(self) -> None:
        """Say again what is to be known of the value."""
        if self._note is not None:
            self._note.refresh()
