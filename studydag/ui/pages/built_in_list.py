"""A list of the school of which the program brings some things along."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studydag.model.operations import school
from studydag.model.values.formats import WorkingFormat
from studydag.ui.item_models.things import TableColumn
from studydag.ui.pages.shared_list import Listed, SharedList
from studydag.ui.workspace import Workspace


class BuiltInList(SharedList):
    """Things of which the program brings some along: those can be copied and hidden, not changed."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        """Add the buttons."""
        super().__init__(workspace, listed, parent)
        _ = workspace.language.gettext
        self._copy = QAction(_("Copy"), self)
        self._copy.setToolTip(_("Make a copy of your own, which you can change"))
        self._copy.triggered.connect(lambda _checked=False: self.copy())
        self._hide = QAction(_("Hide"), self)
        self._hide.setToolTip(_("Leave it out of what is offered, or offer it again"))
        self._hide.triggered.connect(lambda _checked=False: self.hide_or_show())
        if listed.value is WorkingFormat:
            self.list.add_button(self._copy)
        self.list.add_button(self._hide)
        self._allow()

    def copy(self) -> None:
        """Make a format of the school's own from the selected one, and select it."""
        thing, library = self.list.selected(), self._workspace.library
        if thing is not None:
            made = self._workspace.do(lambda: school.copy_format(library, thing.id))
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
        if hasattr(self, "_hide"):
            self._allow()

    def _allow(self) -> None:
        _ = self._workspace.language.gettext
        thing: Any = self.list.selected()
        can_write = thing is not None and not self._workspace.library.read_only
        self._copy.setEnabled(can_write)
        self._hide.setEnabled(can_write)
        self._hide.setText(_("Offer again") if thing is not None and thing.hidden else _("Hide"))


def origin(workspace: Workspace) -> TableColumn:
    """Return the column that says whose a thing is, and whether it is hidden."""
    _ = workspace.language.gettext

    def text(thing: Any) -> str:
        origin = _("built in") if thing.key else _("own")
        return f"{origin}, {_('hidden')}" if thing.hidden else origin

    return TableColumn(title=_("Origin"), text=text)
