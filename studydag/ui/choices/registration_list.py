"""Who registered: names typed below, or everyone of the school, a group or a section at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studydag.model.operations import editing
from studydag.model.rules.people.registering import Gathering, gatherings, registrations_of, registrations_of_names
from studydag.model.values.choices import Registration
from studydag.model.values.study_day import StudyDay
from studydag.ui.choices.words import who_words
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.menu import Menu
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.workspace import Workspace


class RegistrationList(ThingList):
    """Lists the registrations with their wishes and places in words."""

    def __init__(self, workspace: Workspace, cells: Cells) -> None:
        """Build the list; it is empty until `show_owner`."""
        _ = workspace.language.gettext
        self._cells = cells
        super().__init__(
            workspace,
            StudyDay,
            "registrations",
            [
                TableColumn(title=_("Who"), text=lambda each: who_words(each, cells, workspace.language), stretches=1),
                cells.column(Registration, "role", gives_way=2),
                cells.column(Registration, "group", gives_way=3),
                cells.column(Registration, "count", gives_way=4),
                TableColumn(title=_("Preferences"), text=self._wishes_of, stretches=2),
                TableColumn(title=_("Places"), text=self._places_of, stretches=1, gives_way=1),
            ],
            title=_("Who registered"),
            typing=_("New name; several go one on a line"),
            empty=_(
                "Nobody has registered yet. Type names below, paste a list with choices there, or add everyone at once."
            ),
            add_lines=self.add_names,
        )
        everyone = QAction(_("Add everyone…"), self)
        everyone.setToolTip(_("Register everyone in the school, in a group or in a department"))
        everyone.setEnabled(not workspace.library.read_only)
        button = self.add_button(everyone)
        everyone.triggered.connect(
            lambda _checked=False: self._offer_gatherings(button.mapToGlobal(button.rect().bottomLeft()))
        )

    def add_names(self, text: str) -> Sequence[int] | None:
        """Register those whose names stand one on a line, as one step; who is registered already is shown."""
        workspace, day = self._workspace, self._workspace.day
        if day is None:
            return None
        names = text.splitlines()
        made = registrations_of_names(names, day, workspace.setting)
        if made:
            return workspace.do(lambda: editing.create_all(workspace.library, made, ("study_day", day.id)))
        new = registrations_of_names(names, StudyDay(), workspace.setting)
        persons = {each.person for each in new if each.person is not None}
        return [each.id for each in day.registrations if each.person in persons]

    def menu(self) -> QMenu:
        """Return the menu of who may register at once; it deletes itself."""
        menu = Menu(self)
        day, language = self._workspace.day or StudyDay(), self._workspace.language
        whole, *parts = gatherings(day, self._workspace.setting)
        for place, each in enumerate((whole, *parts)):
            name = each.name or language.gettext("Everyone in the school")
            if each.is_section:
                name = language.gettext("Department: {name}").replace("{name}", name)
            action = menu.addAction(f"{name} ({len(each.people)})".replace("&", "&&"))
            action.setEnabled(bool(each.people))
            action.triggered.connect(partial(self._register, each))
            if not place and parts:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer_gatherings(self, at: QPoint) -> None:
        self.menu().popup(at)

    def _register(self, gathering: Gathering, _checked: bool = False) -> None:
        day = self._workspace.day
        if day is not None:
            made = registrations_of(gathering)
            self._workspace.do(lambda: editing.create_all(self._workspace.library, made, ("study_day", day.id)))

    def _wishes_of(self, registration: Registration) -> str:
        day = self._workspace.day
        found = [each for each in (day.preferences if day is not None else ()) if each.registration == registration.id]
        found.sort(key=lambda each: (each.round or 0, each.rank))
        return ", ".join(self._cells.name("block", each.option) for each in found)

    def _places_of(self, registration: Registration) -> str:
        day = self._workspace.day
        found = [each for each in (day.allotments if day is not None else ()) if each.registration == registration.id]
        return ", ".join(self._cells.name("block", each.option) for each in found)
