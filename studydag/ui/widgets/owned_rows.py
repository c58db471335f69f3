"""The rows that a thing owns, such as the checklist of an action: a small table, and a form where they have more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.values.description import described, kind_of
from studydag.model.values.follow_up import Moment
from studydag.model.values.questions import Question, QuestionKind
from studydag.model.values.references import Reference, reference_to, things_in
from studydag.ui.fields.dates import DueField
from studydag.ui.fields.field import Field
from studydag.ui.item_models.cells import Cells
from studydag.ui.tables.adding_menu import main_text, must_be_chosen
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.trajectory_dates import DATED, TrajectoryDates
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.widgets.form import Line, ThingForm

SHOWN_ROWS = 3
MOST_QUESTIONS = 10
"""So many stand in view at once: those that are built in can't be scrolled, as nothing in their form can be used."""
NARROWEST = 10
COLUMNS: Final = {
    "checklist_item": ("done", "text"),
    "material": ("item", "quantity"),
    "resource": ("title", "kind"),
    "support": ("kind", "giver"),
    "catering": ("what", "at", "count"),
    "candidate": ("chosen", "name", "organisation"),
    "criterion_score": ("criterion", "score", "evidence"),
    "deployment": ("kind", "product", "due"),
    "activity": ("title", "learning_form", "informal"),
    "activity_step": ("done", "title"),
    "moment": ("title",),
    "ambassador": ("person", "topic", "audience"),
    "expectation": ("text", "outcome"),
    "attendance_mark": ("part", "round", "presence"),
    "group_of_participants": ("name", "members"),
    "rule_setting": ("rule", "on", "threshold"),
}
"""Which fields stand in the table, by the kind of row; of others all fields do."""
_ASKED: Final = {
    QuestionKind.SCALE: ("text", "scale", "low_label", "high_label"),
    QuestionKind.OPEN: ("text",),
    QuestionKind.CHOICE: ("text", "choices"),
}
"""What belongs to a question, by how it is answered."""
_HIDDEN = frozenset({"id", "uid", "position"})


class OwnedRows(QWidget):
    """Shows and edits what stands in one field of a thing, in a form or on a page."""

    def __init__(self, workspace: Workspace, owner: type[Any], field: str, *, parent: QWidget | None = None) -> None:
        """Build the table; it is empty until `show_owner`."""
        super().__init__(parent)
        language = workspace.language
        each = next(each for each in described(owner) if each.name == field)
        self.value: type[Any] = each.holds
        self.fields = tuple(inner.name for inner in described(self.value) if inner.name not in _HIDDEN)
        in_table = self._columns(language.code)
        self._rest = tuple(name for name in self.fields if name not in in_table)
        self._workspace = workspace
        self._owner: Any = None
        cells = Cells(workspace)
        widest = _widest(self.value, in_table)
        columns = [cells.column(self.value, name, stretches=int(name == widest)) for name in in_table]
        if self.value in DATED:
            columns.append(TrajectoryDates(workspace).column(self.value))
        kind = language.kind(kind_of(self.value))
        typing = language.gettext("New {kind}…").replace("{kind}", kind) if self._can_be_typed() else ""
        self.list = ThingList(
            workspace,
            owner,
            field,
            columns,
            title=language.capitalised(field_name(field, language, owner)),
            typing=typing,
            compact=True,
            # Its order is part of it, as that of a checklist.
            sorts=False,
            parent=self,
        )
        self.list.heading.setText("")
        self.list.table.narrowest = NARROWEST
        self.form: ThingForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.list)
        self.setFocusProxy(self.list.table)
        self.list.chosen.connect(lambda _ids: self._show_form())
        self._fit()

    def _columns(self, code: str) -> tuple[str, ...]:
        """Return the fields that stand in the table; of what is written in two languages the one of the window."""
        if self.value is Question:
            return (f"text_{code}", "kind")
        return COLUMNS.get(kind_of(self.value), self.fields)

    def show_owner(self, owner: Any) -> None:
        """Show the rows of a thing."""
        self._owner = owner
        self.list.show_owner(owner)
        # Its height follows from its rows, so they are shown before it is seen.
        self.list.bring_up_to_date()
        self._fit()
        self._show_form()

    def choose(self, row_id: int) -> bool:
        """Select a row, and show its form at once; return whether it is here."""
        if not self.list.choose(row_id):
            return False
        self._show_form()
        return True

    def reveal(self, reference: Reference) -> OwnedRows | None:
        """Select a row, or what it owns, however deep; return the table in which that stands."""
        for thing in () if self._owner is None else getattr(self._owner, self.list.field):
            within = [reference_to(each) for each in things_in(thing)]
            if reference in within and self.choose(thing.id):
                form = self.open_form()
                return self if within[0] == reference or form is None else form.reveal(reference)
        return None

    def offer_again(self) -> None:
        """Offer the things that references can lead to as they are now."""
        if self.form is not None:
            self.form.offer_again()

    def _can_be_typed(self) -> bool:
        required = any(must_be_chosen(each) for each in described(self.value))
        return not required and bool(main_text(self.fields, self._workspace.language.code))

    def _fit(self) -> None:
        """Be as high as a few rows, so that the form scrolls, not each table in it."""
        table = self.list.table
        most = MOST_QUESTIONS if self.value is Question else 2 * SHOWN_ROWS
        rows = min(max(table.things.rowCount(), 1), most)
        header = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(header + rows * table.verticalHeader().defaultSectionSize() + 2 * table.frameWidth() + 16)

    def _show_form(self) -> None:
        if not self._rest:
            return
        chosen = self.list.selected()
        form = self.open_form() if chosen is not None else self.form
        if form is not None:
            form.setVisible(chosen is not None)
            if chosen is not None:
                form.show_thing(chosen)
                if isinstance(chosen, Question):
                    form.show_only(name for name in self._rest if name.rpartition("_")[0] in _ASKED[chosen.kind])

    def _lines(self) -> tuple[Line, ...]:
        """Return the fields of the form, those of a question in pairs."""
        if self.value is not Question:
            return self._rest
        here, other = (("nl", "en"), ("en", "nl"))[self._workspace.language.code != "nl"]
        ends = (("scale_low", "scale_high"), *((f"low_label_{code}", f"high_label_{code}") for code in (here, other)))
        return (f"text_{other}", *ends, f"choices_{here}", f"choices_{other}")

    def open_form(self) -> ThingForm | None:
        """Return the form for what the table has no columns for, if there is such."""
        if self.form is None and self._rest:
            self.form = self._made_form()
        return self.form

    def _made_form(self) -> ThingForm:
        from studydag.ui.widgets.form import ThingForm

        editors = dict[str, Field]()
        if self.value is Moment:
            # Those of a study day stand in lists of their own.
            editors["first_date"] = DueField(self._workspace.language, from_beginning=True)
        form = ThingForm(
            self._workspace, self.value, self._lines(), carry_out=self.list.change, editors=editors, parent=self
        )
        form.setContentsMargins(12, 0, 0, 0)
        self._layout.addWidget(form)
        return form


def _widest(value: type[Any], names: Sequence[str]) -> str:
    """Return the field that gets the room which is left: the first text, else the first that names something."""
    fields = [each for each in described(value) if each.name in names]
    texts = [each.name for each in fields if each.holds is str]
    references = [each.name for each in fields if each.refers]
    return next(iter([*texts, *references, *names]))
