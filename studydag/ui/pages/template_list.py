"""The school's own templates: days to begin with and blocks to use again; shown, renamed, hidden, deleted."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QWidget

from studydag.model.exchange.study_day_json import decode
from studydag.model.operations.templates import is_block, own_blocks, own_templates
from studydag.model.store.first_list import day_lines
from studydag.model.values.errors import InvalidValue
from studydag.model.values.school import Template
from studydag.model.values.study_day import StudyDay
from studydag.ui.icons import icon
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.pages.shared_list import Listed, Shared, SharedList
from studydag.ui.widgets.day_preview import DayPreview
from studydag.ui.workspace import Workspace


class TemplateList(SharedList):
    """Own templates and own blocks; those of the program need no keeping."""

    def __init__(self, workspace: Workspace, listed: Listed, look: Look, parent: QWidget | None = None) -> None:
        """Build list, form and preview."""
        self._days: dict[tuple[int, str], StudyDay | None] = {}
        self._preview: DayPreview | None = None
        super().__init__(workspace, listed, parent)
        self._preview = DayPreview(look, workspace.language, self)
        self.beside.addWidget(self._preview, 1)
        _ = workspace.language.gettext
        sign = icon("plus", self.palette(), role=QPalette.ColorRole.Link)
        self.keep = QAction(sign, _("From a study day…"), self)
        tip = _("Keep a study day as a template, to begin others with it")
        self.keep.setToolTip(f"{tip} (Ins)")
        self.keep.triggered.connect(lambda _checked=False: self._keep_a_day())
        self.list.add_button(self.keep, adds=True)
        self.list.table.add_asked.connect(self.keep.trigger)
        self._show_form()

    def refresh(self) -> None:
        """Show the templates as they stand; one is made of a day, if there is any."""
        super().refresh()
        if self._preview is not None:
            library = self._workspace.library
            self.keep.setEnabled(not library.read_only and bool(day_lines(library.path)))

    def _keep_a_day(self) -> None:
        """Ask which study day to keep, and as what."""
        from studydag.ui.dialogs.save_template import SaveTemplateDialog

        made = SaveTemplateDialog(self._workspace, self.window()).ask()
        if made is not None:
            self.reveal(made)
            self.list.take_keys()

    def shared(self) -> Shared:
        """Return the templates of the school's own, those that are hidden as well."""
        library = self._workspace.library
        return Shared(templates=(*own_templates(library, hidden=True), *own_blocks(library, hidden=True)))

    def _show_form(self) -> None:
        super()._show_form()
        if self._preview is None:
            return
        thing: Any = self.list.selected()
        self._preview.setVisible(thing is not None)
        if thing is not None:
            self._preview.show_day(self._day(thing), thing.title, thing.description)

    def _day(self, template: Template) -> StudyDay | None:
        """Return the design of a template, read once; nothing where it can't be read any more."""
        key = (template.id, template.content)
        if key not in self._days:
            try:
                self._days[key] = decode(template.content.encode(), built_in=self._workspace.setting).day
            except InvalidValue:
                self._days[key] = None
        return self._days[key]


def template_listed(workspace: Workspace) -> Listed:
    """Describe the list."""
    _ = workspace.language.gettext

    def sort(template: Template) -> str:
        said = _("block") if is_block(template) else _("study day")
        return f"{said}, {_('hidden')}" if template.hidden else said

    return Listed(
        field="templates",
        value=Template,
        title=_("Templates"),
        columns=("title", "description"),
        form=("title", "description", "hidden"),
        empty=_(
            "None of your own yet. Click ‘From a study day…’, or press Insert, to begin other days as that one; on "
            "the programme you can keep a block as your own."
        ),
        derived=[TableColumn(title=_("What it is"), text=sort)],
        adds=False,
    )
