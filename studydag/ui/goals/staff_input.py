"""What staff bring in: practice cases and questions, and the moments at which they are asked (R020, R039)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from studydag.labels.titles import title_of
from studydag.model.operations.goals import assign_cases
from studydag.model.rules.calendar.dates import resolve
from studydag.model.values.follow_up import Moment, MomentKind
from studydag.model.values.goals import Case
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.layouts.flipping import thin_handles
from studydag.ui.menu import Menu
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.workspace import Workspace


class StaffInput(QWidget):
    """Two lists: `cases`, and `moments` at which learning questions are collected.

    `questions_asked` carries the date of the moment of which the questions are to be noted.
    """

    questions_asked = Signal(object)

    def __init__(self, workspace: Workspace, cells: Cells, parent: QWidget | None = None) -> None:
        """Build the lists; their page shows what stands in them."""
        super().__init__(parent)
        self._workspace = workspace
        self.cases = self._case_list(cells)
        self.moments = self._moment_list(cells)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        thin_handles(splitter)
        splitter.addWidget(self.cases)
        splitter.addWidget(self.moments)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(splitter)

    def _case_list(self, cells: Cells) -> ThingList:
        _ = self._workspace.language.gettext
        cases = ThingList(
            self._workspace,
            StudyDay,
            "cases",
            cells.columns(Case, ("text", "asked_by", "block")),
            title=_("Practice cases and learning questions"),
            hint=_("Cases from staff to work on during the day; select some to use them in a block."),
            typing=_("New case or question; several go one on a line"),
            empty=_("Nothing has been brought in yet."),
            wraps=True,
        )
        assign = QAction(_("Use in a block…"), self)
        assign.setIconText(_("Use in a block…"))
        button = cases.add_button(assign, needs_selection=True)
        assign.triggered.connect(lambda: self._assign(button.mapToGlobal(button.rect().bottomLeft())))
        return cases

    def _moment_list(self, cells: Cells) -> ThingList:
        _ = self._workspace.language.gettext
        moments = ThingList(
            self._workspace,
            StudyDay,
            "moments",
            [
                cells.column(Moment, "title", stretches=1),
                cells.column(Moment, "first_date"),
                cells.column(Moment, "place", title=_("Setting and place")),
                cells.column(Moment, "leader", title=_("Who asks")),
            ],
            title=_("Moments to collect learning questions"),
            typing=_("New moment, such as: round of questions in the team meeting"),
            empty=_("When and where is the team asked what it wants to learn?"),
            shown=lambda moment: moment.kind is MomentKind.COLLECTING_NEEDS,
            kept_as="moments_to_collect",
            make=lambda **fields: Moment(**{"kind": MomentKind.COLLECTING_NEEDS, **fields}),
            wraps=True,
        )
        note = QAction(_("Note learning questions…"), self)
        note.setIconText(_("Questions…"))
        note.setToolTip(_("Note what colleagues asked on one occasion, with its date and setting"))
        moments.add_button(note, needs_selection=True)
        note.triggered.connect(lambda _checked=False: self._note_questions())
        return moments

    def _note_questions(self) -> None:
        moment, day = self.moments.selected(), self._workspace.day
        if isinstance(moment, Moment) and day is not None:
            self.questions_asked.emit(resolve(moment.first_date, day))

    def _assign(self, at: QPoint) -> None:
        day, ids = self._workspace.day, self.cases.selected_ids
        if day is None or not ids:
            return
        menu = Menu(self)
        choices: list[tuple[int | None, str]] = [(None, self._workspace.language.gettext("In no block"))]
        choices += [(block.id, title_of(block, self._workspace.language)) for block in day.blocks]
        for block, text in choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, block=block: self._workspace.do(
                    lambda: assign_cases(self._workspace.library, ids, block)
                )
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
