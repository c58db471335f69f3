"""A list of the school of which the program brings some things along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from studydag.export.names import Names
from studydag.export.question_sets import text_of_set
from studydag.language import Language
from studydag.model.operations import school
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.pages.shared_list import Listed, SharedList
from studydag.ui.workspace import Workspace

_READING = Qt.TextInteractionFlag.TextSelectableByMouse


class BuiltInList(SharedList):
    """Things of which the program brings some along: those can be copied and hidden, not changed."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        """Add the buttons."""
        super().__init__(workspace, listed, parent)
        _ = workspace.language.gettext
        self._copy = QAction(_("Own copy"), self)
        self._copy.setToolTip(_("Make a copy of your own, which you can change"))
        self._copy.triggered.connect(lambda _checked=False: self.copy())
        self._hide = QAction(_("Hide"), self)
        self._hide.setToolTip(_("Leave it out of what is offered, or offer it again"))
        self._hide.triggered.connect(lambda _checked=False: self.hide_or_show())
        self.list.add_button(self._copy)
        self.list.add_button(self._hide)
        self.note = _Note(workspace.language, self.copy, self)
        self.reading = _Reading(self)
        self.beside.insertWidget(0, self.note)
        self.beside.insertWidget(1, self.reading)
        self.beside.addStretch(1)
        self.list.table.things.may_edit = lambda thing: not thing.key
        self._show_form()

    def _to_form(self, row_id: int, name: str) -> None:
        """Take the keys to the form, or for what the program brings along to the way to one's own copy."""
        super()._to_form(row_id, name)
        if not self.note.isHidden():
            self.note.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Make one of the school's own from the selected one, and select it."""
        thing, library = self.list.selected(), self._workspace.library
        if thing is not None:
            copy = school.copy_format if self.listed.value is WorkingFormat else school.copy_question_set
            made = self._workspace.do(lambda: copy(library, thing.id))
            if made is not None:
                self.reveal(made)

    def hide_or_show(self) -> None:
        """Hide what is selected, or offer it again where the first of it is hidden."""
        thing, ids, library = self.list.selected(), self.list.selected_ids, self._workspace.library
        if thing is None:
            return
        change = school.show if thing.hidden else school.hide
        self._workspace.do(lambda: change(library, self.listed.value, ids))

    def _show_form(self) -> None:
        super()._show_form()
        if hasattr(self, "reading"):
            self._allow()
            self._show_as_text(self.list.selected())

    def _show_as_text(self, thing: Any) -> None:
        """Say that what the program brings along can't be changed; questions are then read, not shown in fields."""
        is_built_in = thing is not None and bool(thing.key)
        self.note.setVisible(is_built_in and not self._workspace.library.read_only)
        reads = is_built_in and isinstance(thing, QuestionSet)
        self.reading.setVisible(reads)
        if reads:
            self.form.hide()
            names = Names(self._workspace.day or StudyDay(), self._workspace.setting, self._workspace.language)
            self.reading.show_text(text_of_set(thing, names))

    def _allow(self) -> None:
        _ = self._workspace.language.gettext
        thing: Any = self.list.selected()
        can_write = thing is not None and not self._workspace.library.read_only
        self._copy.setEnabled(can_write)
        self._hide.setEnabled(can_write)
        self._hide.setText(_("Offer again") if thing is not None and thing.hidden else _("Hide"))


class _Reading(QFrame):
    """A card with a text to read, of which the first line is the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title, self.body = WrappedLabel("", self), WrappedLabel("", self)
        self.title.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        for label in (self.title, self.body):
            label.setTextInteractionFlags(_READING)
            column.addWidget(label)

    def show_text(self, text: str) -> None:
        title, _break, body = text.partition("\n")
        self.title.setText(title)
        self.body.setText(body.strip())


class _Note(QFrame):
    """Says why nothing can be changed here, with the way to one's own copy."""

    def __init__(self, language: Language, copy: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        text = WrappedLabel(
            language.gettext("This comes with StudyDAG and stays as it is. A copy of it is yours."), self
        )
        self.copy = QPushButton(language.gettext("Make my own copy"), self)
        self.copy.clicked.connect(lambda _checked=False: copy())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.addWidget(text)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)


def origin(workspace: Workspace) -> TableColumn:
    """Return the column that says whose a thing is, and whether it is hidden."""
    _ = workspace.language.gettext

    def text(thing: Any) -> str:
        origin = _("built in") if thing.key else _("own")
        return f"{origin}, {_('hidden')}" if thing.hidden else origin

    return TableColumn(title=_("Origin"), text=text, name="origin")
