"""The library at the left: Home and School on top, then the study days by school year and the trajectories.

It is in the window's first frame, so it does without Qt's namespaces `Qt` and `QStyle`: their hundreds of enums take a
sixth of the time until that frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.ui.look import Look

if TYPE_CHECKING:
    from studydag.model.store.first_list import DayLine, TrajectoryLine
    from studydag.ui.panels.day_lines import DayModel


class LibraryPanel(QFrame):
    """Lists the study days and trajectories. `day_chosen` and `trajectory_chosen` carry an id, the others nothing."""

    day_chosen = Signal(int)
    trajectory_chosen = Signal(int)
    home_chosen = Signal()
    school_chosen = Signal()
    new_asked = Signal()

    def __init__(self, language: Language, look: Look, parent: QWidget | None = None) -> None:
        """Begin with an empty list."""
        super().__init__(parent)
        self.setObjectName("library")
        _ = language.gettext
        self._language = language
        self._look = look
        self._model: DayModel | None = None
        self._lines: tuple[DayLine, ...] = ()
        self._trajectories: tuple[TrajectoryLine, ...] = ()
        self.asked: int | None = None
        """Which day was clicked last."""
        self.wants_new = False
        """Whether a new study day was asked for that nobody has begun yet: the library is still being opened."""
        self.home = _entry_button(_("Home"), self)
        self.school = _entry_button(_("School"), self)
        self.new = QPushButton(_("New study day…"), self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Filter study days"))
        self.search.setAccessibleName(_("Filter study days"))
        # Else Qt tells it a second time.
        self.search.setAccessibleDescription(" ")
        self.search.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setAccessibleName(_("Study days"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(2)
        layout.addWidget(self.home)
        layout.addWidget(self.school)
        for widget in (self.new, self.search, self.list):
            layout.addSpacing(6)
            layout.addWidget(widget)
        self.home.toggled.connect(lambda _on: self.home_chosen.emit())
        self.school.toggled.connect(lambda _on: self.school_chosen.emit())
        self.new.clicked.connect(self._ask_new)
        self.search.textChanged.connect(self._fill)
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        # Assistive technology selects without keys or pointer: nothing follows that would open the day.
        self._selected = QTimer(self, singleShot=True, interval=0)
        self._selected.timeout.connect(self._open_selected)

    def show_days(self, lines: Iterable[DayLine]) -> None:
        """Show these study days; the one that is chosen stays so."""
        self._lines = tuple(lines)
        self._fill()

    def show_trajectories(self, lines: tuple[TrajectoryLine, ...]) -> None:
        """Show these trajectories below the study days."""
        if lines != self._trajectories:
            self._trajectories = lines
            self._fill()

    def mark(self, *, home: bool, school: bool) -> None:
        """Mark home or school as what is in view."""
        # Not above: the first frame does without.
        from studydag.ui.checked import show_checked

        show_checked(self.home, home)
        show_checked(self.school, school)

    def choose(self, day_id: int | None) -> None:
        """Mark a day as the one in view, or none."""
        self.list.setCurrentIndex(QModelIndex() if self._model is None else self._model.place(day_id))

    def _ask_new(self) -> None:
        self.wants_new = True
        self.new_asked.emit()

    def _chosen(self, index: QModelIndex) -> None:
        day_id = None if self._model is None else self._model.day_at(index)
        if day_id is not None:
            self.asked = day_id
            self.day_chosen.emit(day_id)
        elif self._model is not None and (trajectory_id := self._model.trajectory_at(index)) is not None:
            self.trajectory_chosen.emit(trajectory_id)

    def _open_selected(self) -> None:
        """Open a day that was selected, but neither by key nor by pointer: those make it the current one as well."""
        index = next(iter(self.list.selectedIndexes()), QModelIndex())
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self._chosen(index)

    def _fill(self) -> None:
        if self._model is None and not self._lines and not self._trajectories:
            # So it is in the first frame, which does without what the lines need.
            return
        model = self._model or self._begin_lines()
        current = model.day_at(self.list.currentIndex())
        words = self.search.text().casefold().split()

        def is_sought(line: DayLine | TrajectoryLine) -> bool:
            return all(word in line.title.casefold() for word in words)

        model.fill(filter(is_sought, self._lines), filter(is_sought, self._trajectories))
        self.choose(current)

    def _begin_lines(self) -> DayModel:
        from studydag.ui.panels.day_lines import DayDelegate, DayModel

        self._model = DayModel(self._language, self)
        self.list.setItemDelegate(DayDelegate(self._look, self.list))
        self.list.setModel(self._model)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._selected.start())
        return self._model


def _entry_button(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("role", "entry")
    button.setCheckable(True)
    return button
