"""What all pages have in common: they show the day in view, and read it anew only while they are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from studydag.model.values.changes import Change, Place
from studydag.model.values.references import Reference
from studydag.ui.look import Look
from studydag.ui.pieces import Building, Pieces
from studydag.ui.to_field import give_list_keys, go_to_field
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PageCommand:
    """What can be done on a page, as its button says it, for who looks it up by name."""

    text: str
    run: Callable[[], object]


class Page(QWidget):
    """A page of the day in view. `title` is to be translated.

    It is built in `pieces`, by `build_more` one at a time; whoever shows it or asks for it gets all of it.
    It is stale when `kinds` were touched: the kinds of things it shows. A hidden page only notes that.
    A page with a selection emits `selection_changed`, gives it by `selection`, and may fill the right column by
    `inspector`; `panel_made` carries that as soon as it is there, so that it is built where it will stand. One that
    `takes_keys_from_tab` has them as soon as its tab is clicked: it tells of keys that add the first thing.
    """

    selection_changed = Signal()
    panel_made = Signal(object)

    title: ClassVar[str]
    name: ClassVar[str]
    kinds: ClassVar[frozenset[str]] = frozenset()
    takes_keys_from_tab: ClassVar[bool] = False

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin with nothing built; subclasses build their widgets in `pieces` and define `refresh`."""
        super().__init__(parent)
        self.workspace = workspace
        self.look = look
        self._stale = True
        self._building = Building(self._all_pieces())

    def pieces(self) -> Pieces:
        """Build the widgets, giving way wherever the window may react first."""
        yield from ()

    def ahead(self) -> Pieces:
        """Build what is asked for only when something is done here, such as forms of what is selected."""
        yield from ()

    @property
    def is_built(self) -> bool:
        """Whether all widgets are there."""
        return self._building.is_done

    @property
    def is_stale(self) -> bool:
        """Whether the day is no longer as it is shown."""
        return self._stale

    def freshen(self) -> None:
        """Show the day as it stands, before the page comes into view."""
        if self._stale:
            self._show_now()

    def build_more(self) -> bool:
        """Build the next piece; return whether there is another."""
        return self._building.go_on()

    def build(self) -> None:
        """Build all that isn't there yet."""
        self._building.finish()

    def _all_pieces(self) -> Pieces:
        yield from self.pieces()
        # Before, there was nothing that a change could concern.
        self.workspace.day_opened.connect(self._on_day_opened)
        self.workspace.changed.connect(self._on_change)

    def refresh(self) -> None:
        """Show the day in view as it stands; called only while the page is seen."""
        raise NotImplementedError

    def day_opened(self) -> None:
        """Forget what belongs to the day that was in view before, such as a selection."""

    def inspector(self) -> QWidget | None:
        """Return what the right column shows above the checks while this page is seen; always the same widget."""
        return None

    def selection(self) -> tuple[Reference, ...]:
        """Return what is selected, the current one first; the checks show only what concerns it."""
        return ()

    def reveal(self, place: Place) -> bool:  # noqa: ARG002 - pages that show things select them
        """Bring a thing into view and select it; return whether it is shown here."""
        return False

    def fields(self) -> Iterator[tuple[type[Any], tuple[str, ...]]]:
        """Give the classes of which there is a form here, with the names of its fields; of forms that were made."""
        from studydag.model.values.study_day import StudyDay
        from studydag.ui.widgets.form import ThingForm

        for form in self.findChildren(ThingForm):
            if form.value is StudyDay and form.building.is_done:
                yield StudyDay, form.names

    def page_commands(self) -> Iterator[PageCommand]:
        """Give what can be done here now and stands in no menu of the window."""
        yield from ()

    def first_of(self, value: type[Any]) -> int:  # noqa: ARG002 - pages that show things know them
        """Return the thing of a class that is selected here, or else the first one; 0 if there is none."""
        return 0

    def show_field(self, place: Place) -> bool:
        """Put the focus into a field of what was brought into view; return whether it is here."""
        return any(go_to_field(part, place) for part in (self.inspector(), self) if part is not None)

    def take_focus(self) -> None:
        """Let the keys work on what the page is about; called when it was asked for by a key."""
        give_list_keys(self, else_first=True)

    def standing(self) -> object:
        """Return what else is to be as it was when the window is built again, such as what was chosen here."""
        return None

    def stand_as(self, standing: object) -> None:
        """Be as a page like this one was before the window was built again."""

    def _on_day_opened(self) -> None:
        self.day_opened()
        self._renew()

    def _on_change(self, change: Change) -> None:
        if change.touches(*self.kinds):
            self._renew()

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show_now()

    def _show_now(self) -> None:
        self._stale = False
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the page up to date when it comes into view."""
        self.build()
        super().showEvent(event)
        if self._stale:
            self._show_now()
