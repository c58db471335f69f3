"""The lists of the school: which there are, and what more can be done with people and formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMessageBox, QToolButton, QWidget

from studydag.model.operations import editing
from studydag.model.operations.safety import erase_person, everything_on
from studydag.model.rules.people.section_groups import groups_of_sections
from studydag.model.rules.space.rooms import for_any_set_up
from studydag.model.rules.written.typed_rooms import read_rooms
from studydag.model.store.format_use import format_use
from studydag.model.values.changes import Change
from studydag.model.values.errors import cannot_read
from studydag.model.values.formats import FormatUse, SetUp, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Group, Person, Room, RoomCapacity, SchoolGoal
from studydag.ui.asking.files import ask_people, ask_text_file
from studydag.ui.asking.folders import documents_folder
from studydag.ui.asking.message_box import MessageBox
from studydag.ui.fields.typed import NumberField
from studydag.ui.icons import icon
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.pages.built_in_list import BuiltInList, origin
from studydag.ui.pages.learning_form_list import LearningFormList, learning_forms_listed
from studydag.ui.pages.shared_list import Listed, SharedList
from studydag.ui.pages.template_list import TemplateList, template_listed
from studydag.ui.pages.trajectory_list import TrajectoryList, trajectories_listed
from studydag.ui.preview.file_names import file_name, room_in
from studydag.ui.telling import SHOWN_FOR
from studydag.ui.widgets.person_learning import PersonLearning
from studydag.ui.workspace import Workspace

MOST_PEOPLE = 9_999
"""So many a room holds at most, where its number is typed in the table."""

if TYPE_CHECKING:
    from studydag.ui.dialogs.import_people import ImportPeopleDialog


def makers(workspace: Workspace, look: Look) -> list[tuple[Listed, Callable[[], SharedList]]]:
    """Return the lists in the order of their tabs, each with what makes it."""
    kinds = (
        (_people, PeopleList),
        (_rooms, RoomList),
        (_groups, GroupList),
        (_goals, SharedList),
        (_formats, BuiltInList),
        (learning_forms_listed, LearningFormList),
        (trajectories_listed, TrajectoryList),
        (_questions, BuiltInList),
    )
    found = [(describe(workspace), kind) for describe, kind in kinds]
    templates = template_listed(workspace)
    return [
        *((listed, partial(_made, kind, workspace, listed, look)) for listed, kind in found),
        (templates, partial(TemplateList, workspace, templates, look)),
    ]


def _made(kind: type[SharedList], workspace: Workspace, listed: Listed, look: Look) -> SharedList:
    return TrajectoryList(workspace, listed, look) if kind is TrajectoryList else kind(workspace, listed)


class RoomList(SharedList):
    """Rooms: a number that is typed in the table is how many people one holds in any set-up."""

    def _change(self, row_id: int, name: str, new: Any) -> None:
        room = next((each for each in self._things() if each.id == row_id), None)
        if name == "capacities" and room is not None and not isinstance(new, tuple):
            new = for_any_set_up(room, new)
        super()._change(row_id, name, new)


class GroupList(SharedList):
    """Groups, which can be made of the sections that people are in."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        """Add the button."""
        super().__init__(workspace, listed, parent)
        _ = workspace.language.gettext
        self.of_sections = QAction(_("Of the departments"), self)
        self.of_sections.setToolTip(
            _("Make a group of each department that is none yet, with the people who are in it")
        )
        self.of_sections.triggered.connect(lambda _checked=False: self._make_of_sections())
        self.list.add_button(self.of_sections)
        self._allow()

    def refresh(self) -> None:
        """Show the groups, and whether there are sections to make others of."""
        super().refresh()
        self._allow()

    def _allow(self) -> None:
        writes = not self._workspace.library.read_only
        self.of_sections.setEnabled(writes and bool(self._still_to_make()))

    def _still_to_make(self) -> Sequence[Group]:
        setting = self._workspace.setting
        return groups_of_sections(setting.people, setting.groups)

    def _make_of_sections(self) -> None:
        workspace = self._workspace
        made = workspace.do(lambda: editing.create_all(workspace.library, self._still_to_make()))
        if made:
            self.reveal(made[0])


class PeopleList(SharedList):
    """People, who can be erased as well, with every trace."""

    def __init__(self, workspace: Workspace, listed: Listed, parent: QWidget | None = None) -> None:
        """Add the buttons, and what people learn."""
        self.learning: PersonLearning | None = None
        super().__init__(workspace, listed, parent)
        _ = workspace.language.gettext
        self.learning = PersonLearning(workspace)
        self.beside.addWidget(self.learning)
        self._erase = QAction(_("Erase…"), self)
        self._erase.setToolTip(_("Erase this person from every study day and version; can’t be undone"))
        self._erase.triggered.connect(lambda _checked=False: self._ask_to_erase())
        everything = QAction(_("Everything held…"), self)
        everything.setToolTip(_("Save everything held about this person as a text, to give to them"))
        everything.triggered.connect(lambda _checked=False: self._ask_to_save())
        take_in = QAction(_("From a file…"), self)
        take_in.setToolTip(_("Import people from a CSV file or a spreadsheet; you see first what becomes of each line"))
        take_in.triggered.connect(lambda _checked=False: self._ask_for_file())
        take_in.setEnabled(not workspace.library.read_only)
        self.list.add_button(take_in)
        privacy = QAction(icon("ellipsis", self.palette()), _("What is held about this person"), self)
        menu = Menu(self)
        menu.addActions([everything, self._erase])
        privacy.setMenu(menu)
        button = self.list.add_button(privacy, needs_selection=True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line = self.list.line
        if line is not None:
            line.takes_tables = True
            line.table_pasted.connect(self._on_table)

    def _show_form(self) -> None:
        super()._show_form()
        if self.learning is not None:
            self.learning.show_person(self.list.selected())

    def _ask_for_file(self) -> None:
        path = ask_people(self, self._workspace.language)
        dialog = None if path is None else self._workspace.do(lambda: self.dialog_for(path))
        if dialog is not None:
            dialog.run()

    def dialog_for(self, path: Path) -> ImportPeopleDialog:
        """Read a file, and return the dialog that shows what becomes of it. Raises CannotRead."""
        from studydag.model.exchange.importing.people_table import MOST_BYTES, read_people_table
        from studydag.ui.dialogs.import_people import ImportPeopleDialog

        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise cannot_read(path, error) from error
        return ImportPeopleDialog(self._workspace, read_people_table(data, path.name), path.name, self)

    def pasted(self, text: str) -> ImportPeopleDialog | None:
        """Return the dialog that shows what becomes of rows that were copied from a spreadsheet. Raises CannotRead."""
        from studydag.model.exchange.importing.people_table import read_pasted_people
        from studydag.ui.dialogs.import_people import ImportPeopleDialog

        table = read_pasted_people(text)
        if table is None:
            return None
        return ImportPeopleDialog(self._workspace, table, self._workspace.language.gettext("What you pasted"), self)

    def _on_table(self, text: str) -> None:
        """Take in people from a table that was pasted into the line for new ones."""
        dialog = self._workspace.do(lambda: self.pasted(text))
        if dialog is not None and dialog.run() and dialog.made:
            self.reveal(dialog.made[-1])

    def _ask_to_save(self) -> None:
        person, language = self.list.selected(), self._workspace.language
        if person is None:
            return
        title = language.gettext("Everything held about {name}").replace("{name}", person.name)
        folder = documents_folder()
        proposed = folder / file_name(title, "", self._workspace.today(), ".txt", room_in(folder))
        path = ask_text_file(self, title, proposed, language)
        if path is None:
            return
        name = path.name

        def keep() -> str:
            self.save_everything(person.id, path)
            return name

        window = self.window()
        if self._workspace.do(keep) is not None and isinstance(window, QMainWindow):
            window.statusBar().showMessage(language.gettext("Saved: {name}").replace("{name}", name), SHOWN_FOR)

    def save_everything(self, person_id: int, path: Path) -> None:
        """Write all that is held on somebody to a file. Raises CannotWrite."""
        from studydag.export.person_file import as_text
        from studydag.export.saving import save
        from studydag.ui.keeping_alive import PATIENCE_OF_THE_WINDOW

        workspace = self._workspace
        found = everything_on(workspace.library, person_id)
        save(path, as_text(found, workspace.setting, workspace.language, workspace.library.now), PATIENCE_OF_THE_WINDOW)

    def _ask_to_erase(self) -> None:
        person, workspace = self.list.selected(), self._workspace
        if person is None:
            return
        _ = workspace.language.gettext
        question = _(
            "Erase {name} from every study day, link and version? This can’t be undone. A backup is made first."
        )
        box = MessageBox(self, QMessageBox.Icon.Question, question.replace("{name}", person.name))
        sure = box.addButton(_("Erase"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        if box.run() is sure:
            self.erase(person.id)

    def erase(self, person_id: int) -> None:
        """Erase someone, and say what is left to do by hand."""
        workspace = self._workspace
        erased = workspace.do(lambda: erase_person(workspace.library, person_id))
        if erased is None:
            return
        _ = workspace.language.gettext
        lines = [_("Erased. These backups still name the person; delete them when you are sure:")]
        lines += [backup.path.name for backup in erased.backups]
        if erased.mentions:
            lines.append(_("The name is still in these texts; change them by hand:"))
            lines += [hit.title or hit.snippet for hit in erased.mentions]
        box = MessageBox(self, QMessageBox.Icon.Information, "\n".join(lines))
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.run()


def _people(workspace: Workspace) -> Listed:
    _ = workspace.language.gettext
    return Listed(
        field="people",
        value=Person,
        title=_("People"),
        columns=("name", "role", "section", "email"),
        form=(
            "name",
            "role",
            "section",
            "email",
            "organisation",
            "working_days",
            "hours_budget",
            "experience_years",
            "archived",
        ),
        typing=_("New person: type a name (or paste a list)"),
        empty=_("No people yet. Type a name below, or paste a list of names."),
        filters=True,
    )


def _rooms(workspace: Workspace) -> Listed:
    _, language = workspace.language.gettext, workspace.language

    def members(found: Iterable[StrEnum]) -> str:
        return ", ".join(language.member(each) for each in found)

    def capacities(room: Room) -> str:
        held = sorted(room.capacities, key=lambda each: -each.people)
        if len(held) == 1 and held[0].set_up is SetUp.ANY:
            return str(held[0].people)
        return ", ".join(f"{language.member(each.set_up)} {each.people}" for each in held)

    return Listed(
        field="rooms",
        value=Room,
        title=_("Rooms"),
        columns=("name", "building"),
        derived=[
            TableColumn(
                title=_("Holds"),
                text=capacities,
                stretches=1,
                field="capacities",
                value=lambda room: next((each.people for each in room.capacities if each.set_up is SetUp.ANY), None),
                editor=lambda: NumberField(0, MOST_PEOPLE, optional=True),
                sorts=lambda room: max((each.people for each in room.capacities), default=None),
            ),
            TableColumn(title=_("Accessibility"), text=lambda room: members(room.accessibility), name="accessibility"),
        ],
        form=("name", "building", "capacities", "equipment", "accessibility"),
        typing=_("New room: type its name, and how many it holds: Hall, 120 (or paste a list)"),
        empty=_("No rooms yet. Type the name of one below, or paste a list."),
        reads=_typed_rooms,
    )


def _typed_rooms(text: str) -> dict[str, dict[str, object]]:
    """Return what is said of each room by its name, in the order in which they were typed."""
    return {
        room.name: {} if room.people is None else {"capacities": (RoomCapacity(set_up=SetUp.ANY, people=room.people),)}
        for room in read_rooms(text)
    }


def _groups(workspace: Workspace) -> Listed:
    _ = workspace.language.gettext
    return Listed(
        field="groups",
        value=Group,
        title=_("Groups"),
        columns=("name", "kind", "members"),
        form=("name", "kind", "members"),
        typing=_("New group: type its name"),
        empty=_(
            "No groups yet, such as a department or all form tutors. Type the name of one below, or make them above."
        ),
    )


def _goals(workspace: Workspace) -> Listed:
    _ = workspace.language.gettext
    return Listed(
        field="school_goals",
        value=SchoolGoal,
        title=_("School goals"),
        columns=("title", "first_year", "last_year"),
        form=("title", "description", "first_year", "last_year"),
        typing=_("New school goal: type it"),
        empty=_("No school goals yet: what the school wants to achieve, from its plan. Type one below."),
    )


def _formats(workspace: Workspace) -> Listed:
    _ = workspace.language.gettext
    here, other = (("nl", "en"), ("en", "nl"))[workspace.language.code != "nl"]
    return Listed(
        field="formats",
        value=WorkingFormat,
        title=_("Working formats"),
        columns=(f"name_{here}", "phases"),
        form=(
            f"name_{here}",
            f"description_{here}",
            "phases",
            ("minutes_min", "minutes_max"),
            ("group_min", "group_max"),
            ("subgroup_min", "subgroup_max"),
            "room_setup",
            "activity_level",
            "choice",
            "online",
            f"materials_{here}",
            f"steps_{here}",
            f"name_{other}",
            f"description_{other}",
            f"materials_{other}",
            f"steps_{other}",
        ),
        typing=_("New working format: type its name"),
        filters=True,
        derived=[
            TableColumn(
                title=_("Minutes"),
                text=lambda each: f"{each.minutes_min}–{each.minutes_max}",
                numeric=True,
                sorts=lambda each: (each.minutes_min, each.minutes_max),
            ),
            *_use(workspace),
            origin(workspace),
        ],
    )


def _use(workspace: Workspace) -> list[TableColumn]:
    """Return how often formats were used in own days, and how they were rated."""
    _, language = workspace.language.gettext, workspace.language
    counted: list[dict[int, FormatUse]] = []

    def forget(change: Change) -> None:
        if change.touches("block"):
            counted.clear()

    def use(thing: Any) -> FormatUse:
        if not counted:
            counted.append(format_use(workspace.library))
        return counted[0].get(thing.id, FormatUse())

    workspace.changed.connect(forget)

    def count(thing: Any) -> str:
        return str(use(thing).count or "")

    def mean(thing: Any) -> str:
        found = use(thing)
        return "" if found.mean is None else f"{language.number(found.mean, 1)} (n = {found.rated})"

    return [
        TableColumn(title=_("Used"), text=count, numeric=True, name="used", sorts=lambda thing: use(thing).count),
        TableColumn(title=_("Rating"), text=mean, numeric=True, name="rating", sorts=lambda thing: use(thing).mean),
    ]


def _questions(workspace: Workspace) -> Listed:
    _ = workspace.language.gettext
    here, other = (("nl", "en"), ("en", "nl"))[workspace.language.code != "nl"]
    return Listed(
        field="question_sets",
        value=QuestionSet,
        title=_("Question sets"),
        columns=(f"title_{here}", "purpose", "level"),
        form=(f"title_{here}", f"title_{other}", "purpose", "level", "questions"),
        typing=_("New question set: type its title"),
        derived=[origin(workspace)],
    )
