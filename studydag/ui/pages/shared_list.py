"""A list of what all study days share, such as the people: a table, and the form of the selected one beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from studydag.model.rules.written.namesakes import namesake, told_apart
from studydag.model.values.description import kind_of
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.references import Reference
from studydag.model.values.school import Group, Person, Room, SchoolGoal, Template
from studydag.model.values.setting import Setting
from studydag.model.values.trajectory import Trajectory
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.flipping import FlippingSplitter
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.text_label import text_label
from studydag.ui.to_field import give_keys
from studydag.ui.widgets.form import Line, ThingForm
from studydag.ui.widgets.namesake_notice import NamesakeNotice, RenamedNotice
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shared:
    """What all study days share and can be edited in lists; it belongs to the school, and so to nothing else."""

    id: int = 1
    people: tuple[Person, ...] = ()
    rooms: tuple[Room, ...] = ()
    groups: tuple[Group, ...] = ()
    school_goals: tuple[SchoolGoal, ...] = ()
    formats: tuple[WorkingFormat, ...] = ()
    learning_forms: tuple[LearningForm, ...] = ()
    trajectories: tuple[Trajectory, ...] = ()
    question_sets: tuple[QuestionSet, ...] = ()
    templates: tuple[Template, ...] = ()


NAMED = (Person, Room, Group)
"""What is chosen by its name elsewhere: two of one name are asked about."""
FORM_CHARACTERS, FORM_LINES = 30, 8
"""So much of the width the form keeps beside a table, and of the height below one."""
SIDE_BY_SIDE = 106
"""Characters of width from which on the form stands beside the table, and not below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list: the field of `Shared`, its title, the fields in the table and in the form, and what is said of none.

    `reads` gives the fields of each thing that is typed by its name, where more than names can be typed.
    """

    field: str
    value: type[Any]
    title: str
    columns: tuple[str, ...]
    form: tuple[Line, ...]
    typing: str = ""
    empty: str = ""
    filters: bool = False
    derived: Sequence[TableColumn] = ()
    adds: bool = True
    reads: Callable[[str], Mapping[str, Mapping[str, Any]]] | None = None


def shared_of(setting: Setting) -> Shared:
    """Return what is shared, as it stands."""
    return Shared(
        people=setting.people,
        rooms=setting.rooms,
        groups=setting.groups,
        school_goals=setting.school_goals,
        formats=setting.formats,
        learning_forms=setting.learning_forms,
        trajectories=setting.trajectories,
        question_sets=setting.question_sets,
    )


class SharedList(QWidget):
    """Shows one list. Subclasses add what can be done with its things."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        """Build table and form."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self.listed = listed
        self.kind = kind_of(listed.value)
        self._workspace = workspace
        cells = Cells(workspace)
        columns = [*cells.columns(listed.value, listed.columns), *listed.derived]
        self._words = WordsLine(_("Filter"), self)
        self._words.setVisible(listed.filters)
        self._words.textChanged.connect(self.refresh)
        change = self._change if listed.value in NAMED else None
        self.list = ThingList(
            workspace,
            Shared,
            listed.field,
            columns,
            title=listed.title,
            typing=listed.typing,
            empty=listed.empty,
            shown=self._is_shown,
            carry_out=change,
            adds=listed.adds,
            add_lines=self._add_lines if listed.value in NAMED else None,
        )
        self.namesakes = NamesakeNotice(workspace.language, self)
        self.namesakes.add_asked.connect(self._add_all_the_same)
        self.namesakes.use_asked.connect(self._use)
        self.renamed = RenamedNotice(workspace.language, self)
        self.renamed.back_asked.connect(self._name_back)
        self.form = ThingForm(workspace, listed.value, listed.form, carry_out=change)
        self.building = self.form.building
        # Questions are read beside their list; of the others the table is what is looked at.
        shares = (1, 1) if listed.value is QuestionSet else (3, 2)
        splitter = FlippingSplitter(SIDE_BY_SIDE, shares=shares, parent=self)
        splitter.addWidget(self._list_side())
        splitter.addWidget(self._form_side())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        layout.addWidget(splitter)
        self.splitter = splitter
        self.list.chosen.connect(lambda _ids: self._show_form())
        self.list.table.form_asked.connect(self._to_form)
        self._show_form()

    def _list_side(self) -> QWidget:
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.addWidget(self._words)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.namesakes)
        rows.addWidget(self.renamed)
        return left

    def _form_side(self) -> QScrollArea:
        _ = self._workspace.language.gettext
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumWidth(self.fontMetrics().averageCharWidth() * FORM_CHARACTERS)
        scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * FORM_LINES)
        inner = QWidget(scroll)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 4, 8, 8)
        self._nothing = text_label(_("Select something to see all of it here."), inner, "quiet")
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.form)
        self.beside = column
        scroll.setWidget(inner)
        return scroll

    def refresh(self) -> None:
        """Show the things as they stand."""
        self.list.show_owner(self.shared())
        self.form.offer_again()
        self._show_form()
        if self.renamed.renamed is not None and self._other_of_its_name(self.renamed.renamed) is None:
            self.renamed.withdraw()

    def _change(self, row_id: int, name: str, new: Any) -> None:
        """Change a field; where a name is one that another has, that is asked about."""
        former = self._named(row_id)
        self.list.edits.change(self.list.owner, row_id, name, new)
        if name == "name" and namesake(former, [thing for thing in self._things() if thing.id == row_id]) is None:
            if self._other_of_its_name(row_id) is not None:
                self.renamed.ask(row_id, self._named(row_id), former)
            elif self.renamed.renamed == row_id:
                self.renamed.withdraw()

    def _name_back(self, row_id: int, former: str) -> None:
        self._workspace.do(lambda: self.list.change(row_id, "name", former))
        self._use(row_id)

    def _things(self) -> Sequence[Any]:
        found: Sequence[Any] = getattr(self.shared(), self.listed.field)
        return found

    def _named(self, row_id: int) -> str:
        return next((thing.name for thing in self._things() if thing.id == row_id), "")

    def _other_of_its_name(self, row_id: int) -> int | None:
        return namesake(self._named(row_id), [thing for thing in self._things() if thing.id != row_id])

    def _add_lines(self, text: str) -> Sequence[int] | None:
        """Add what has a new name; what is called as something that is there already is asked about."""
        fields = {} if self.listed.reads is None else self.listed.reads(text)
        new, same = told_apart(fields or text.splitlines(), self._things())
        made = self.list.add_named(new, fields) if new else ()
        if made is None:
            return None
        if same:
            self.namesakes.ask(same)
        return made or [each.there for each in same if each.there is not None]

    def _add_all_the_same(self, names: Sequence[str]) -> None:
        made = self.list.add_named(names)
        if made:
            self._use(made[-1])

    def _use(self, row_id: int) -> None:
        self.reveal(row_id)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def shared(self) -> Shared:
        """Return what all study days share, as it stands."""
        return shared_of(self._workspace.setting)

    def reveal(self, row_id: int) -> bool:
        """Select a thing; return whether it is here."""
        if self._words.text():
            self._words.clear()
        return self.list.choose(row_id)

    def show_within(self, reference: Reference) -> bool:
        """Select a thing that the selected one owns, however deep; return whether it is in the form."""
        control = self.form.reveal(reference)
        if control is not None:
            give_keys(control)
        return control is not None

    def _to_form(self, row_id: int, name: str) -> None:
        """Take the keys to the form of a thing, and there to what the user stood on if it has that."""
        field = self.form.nearest_field(name) if self.list.choose(row_id) and self.form.isEnabled() else ""
        if field:
            give_keys(self.form.control(field))

    def _is_shown(self, thing: Any) -> bool:
        words = self._words.text().casefold().split()
        return not words or all(any(word in text for text in _texts(thing)) for word in words)

    def _show_form(self) -> None:
        thing = self.list.selected()
        self.form.setVisible(thing is not None)
        self._nothing.setVisible(thing is None and bool(self.list.table.things.rowCount()))
        if thing is not None:
            self.form.show_thing(thing)
            self.form.setEnabled(self._can_edit(thing))

    def _can_edit(self, thing: Any) -> bool:
        return not getattr(thing, "key", "") and not self._workspace.library.read_only


def _texts(thing: Any) -> list[str]:
    names = ("name", "title", "name_nl", "name_en", "title_nl", "title_en", "section", "building", "organisation")
    return [str(getattr(thing, name, "")).casefold() for name in names]
