"""The learning forms as cards: the eight of the program as the source has them, and cards of one's own (R051-R054)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from studydag.model.operations import editing
from studydag.model.values.formats import LearningForm
from studydag.ui.item_models.cells import Cells
from studydag.ui.pages.built_in_list import BuiltInList, origin
from studydag.ui.pages.shared_list import Listed
from studydag.ui.trajectory.form_card import FormCard
from studydag.ui.workspace import Workspace


class LearningFormList(BuiltInList):
    """A list of forms beside the card of the selected one; of an own one the form to change it is below."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        """Add the card."""
        self.card: FormCard | None = None
        super().__init__(workspace, listed, parent)
        self.card = FormCard(workspace.language)
        self.beside.insertWidget(1, self.card)
        self._show_form()

    def copy(self) -> None:
        """Make a card of one's own from the selected one, and select it."""
        thing, library = self.list.selected(), self._workspace.library
        if thing is not None:
            own = replace(thing, id=0, uid="", key="", position=0, hidden=False)
            made = self._workspace.do(lambda: editing.create(library, own))
            if made is not None:
                self.reveal(made)

    def refresh(self) -> None:
        """Show the forms; the card of the first one is in view until another is chosen."""
        super().refresh()
        self.list.bring_up_to_date()
        if self.list.selected() is None and self.list.table.things.rowCount():
            self.list.table.selectRow(0)

    def _show_form(self) -> None:
        super()._show_form()
        thing: Any = self.list.selected()
        if self.card is not None:
            self.card.setVisible(thing is not None)
            self.form.setVisible(thing is not None and not thing.key)
            if thing is not None:
                self.card.show_form(thing)


def learning_forms_listed(workspace: Workspace) -> Listed:
    """Return what the list shows."""
    _ = workspace.language.gettext
    here, other = (("nl", "en"), ("en", "nl"))[workspace.language.code != "nl"]
    return Listed(
        field="learning_forms",
        value=LearningForm,
        title=_("Learning forms"),
        columns=(f"name_{here}",),
        form=(
            f"name_{here}",
            f"description_{here}",
            f"advantages_{here}",
            f"best_for_{here}",
            "workplace",
            f"name_{other}",
            f"description_{other}",
            f"advantages_{other}",
            f"best_for_{other}",
        ),
        typing=_("New learning form: type its name"),
        derived=[Cells(workspace).column(LearningForm, "workplace", ticked=False, field=""), origin(workspace)],
    )
