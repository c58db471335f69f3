"""A page of lists: what is selected in one of them is current, and its form stands in the right column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studydag.model.values.changes import Place
from studydag.model.values.description import kind_of
from studydag.model.values.references import Reference, reference_to, things_in
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.look import Look
from studydag.ui.pages.page import Page, PageCommand
from studydag.ui.pieces import Pieces
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.inspector import Inspector
from studydag.ui.workspace import Workspace


class ListsPage(Page):
    """Keeps its lists up to date, one selection over all of them, and the inspector that shows it."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin without lists; subclasses make them with `add_list`."""
        super().__init__(workspace, look, parent)
        self.cells = Cells(workspace)
        # It is deleted with the page where nobody takes it in.
        self.panel = Inspector(workspace, self.cells, self)
        self.panel.hide()
        self.lists: list[ThingList] = []
        self._current: ThingList | None = None
        self._shown_in: dict[ThingList, Callable[[], None]] = {}
        workspace.changed.connect(lambda _change: self._offer_later())
        # The forms may be older than the day.
        self._offers_stale = True

    def add_list(self, made: ThingList) -> ThingList:
        """Keep a list of the study day up to date."""
        if made.parentWidget() is None:
            # Else nobody would delete it where the page is closed before it is built.
            made.setParent(self)
        self.lists.append(made)
        made.chosen.connect(lambda ids: self._on_chosen(made, ids))
        made.table.form_asked.connect(lambda row_id, name: self._to_form(made, row_id, name))
        return made

    def bring(self, made: ThingList, how: Callable[[], None]) -> None:
        """Say how a list comes into view."""
        self._shown_in[made] = how

    def _all_pieces(self) -> Pieces:
        self.panel_made.emit(self.panel)
        yield from super()._all_pieces()

    def ahead(self) -> Pieces:
        """Build the forms of what can be selected."""
        yield from self.panel.ahead()

    def refresh(self) -> None:
        """Show the day as it stands."""
        day = self.workspace.day
        for each in self.lists:
            each.show_owner(day)
        if self._offers_stale:
            self._offers_stale = False
            self.workspace.idle.add(self.panel.offer_again)
        self._show_current()

    def day_opened(self) -> None:
        """Select nothing."""
        was, self._current = self._current, None
        self._offers_stale = True
        for each in self.lists:
            each.table.clearSelection()
        if was is not None:
            self.selection_changed.emit()

    def inspector(self) -> QWidget | None:
        """Return the form of what is selected; while nothing is, the right column is the checks'."""
        return None if self.current() is None else self.panel

    def selection(self) -> tuple[Reference, ...]:
        """Return what is selected in the list that was used last."""
        if self._current is None:
            return ()
        return tuple((kind_of(self._current.value), row_id) for row_id in self._current.selected_ids)

    def current(self) -> Any:
        """Return the thing whose form is shown, or None."""
        if self._current is None:
            return None
        # The list itself may be hidden, with what is selected shown elsewhere.
        self._current.bring_up_to_date()
        return self._current.selected()

    def reveal(self, place: Place) -> bool:
        """Select a thing, or what it belongs to; without an id bring the list of its kind into view."""
        if not place.id:
            return self._to_list(place.kind)
        found = self._owner_here((place.kind, place.id))
        if found is None:
            return False
        made, row_id = found
        if made in self._shown_in:
            self._shown_in[made]()
        made.show_owner(self.workspace.day)
        if not made.choose(row_id):
            return False
        made.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def fields(self) -> Iterator[tuple[type[Any], tuple[str, ...]]]:
        """Give also the forms that stand in the right column, without what they leave out of the thing they show."""
        yield from super().fields()
        for value, form in self.panel.made.items():
            if form.building.is_done:
                yield value, tuple(filter(form.has_field, form.names))

    def page_commands(self) -> Iterator[PageCommand]:
        """Give how things are added to the lists; where two have the same things, to the first."""
        adding = {made.adding.text(): made for made in reversed(self.lists) if made.adding is not None}
        yield from (PageCommand(text, partial(self._add_to, made)) for text, made in reversed(adding.items()))

    def _add_to(self, made: ThingList) -> None:
        if made in self._shown_in:
            self._shown_in[made]()
        made.show_owner(self.workspace.day)
        made.add()

    def first_of(self, value: type[Any]) -> int:
        """Return the thing of a class that is selected here, or else the first one of its list; 0 if there is none."""
        current = self.current()
        if isinstance(current, value):
            return reference_to(current)[1]
        day = self.workspace.day or StudyDay()
        lists = [made for made in self.lists if made.value is value]
        found = (thing.id for made in lists for thing in getattr(day, made.field) if made.shows(day, thing.id))
        return next(found, 0)

    def _to_list(self, kind: str) -> bool:
        for made in self.lists:
            if kind_of(made.value) != kind:
                continue
            if made in self._shown_in:
                self._shown_in[made]()
            made.show_owner(self.workspace.day)
            made.take_keys()
            return True
        return False

    def _owner_here(self, reference: Reference) -> tuple[ThingList, int] | None:
        day = self.workspace.day or StudyDay()
        # Where two lists show it, the one that is looked at stays.
        for made in sorted(self.lists, key=lambda each: not each.isVisible()):
            for thing in getattr(day, made.field):
                within = any(reference_to(inner) == reference for inner in things_in(thing))
                if within and made.shows(day, thing.id):
                    return made, thing.id
        return None

    def _on_chosen(self, made: ThingList, ids: tuple[int, ...]) -> None:
        if not ids:
            if made is self._current:
                self._current = None
                self._show_current()
                self.selection_changed.emit()
            return
        self._current = made
        for other in self.lists:
            if other is not made and other.selected_ids:
                other.table.clearSelection()
        self._show_current()
        self.selection_changed.emit()

    def _to_form(self, made: ThingList, row_id: int, name: str) -> None:
        """Take the keys to where a thing is edited, and to what the user stood on if that is there."""
        if made.value in self.panel.classes:
            made.choose(row_id)
            field = self.panel.form(made.value).nearest_field(name)
            self.workspace.visit(kind_of(made.value), row_id, field)

    def let_go_of_hidden(self) -> None:
        """Select nothing in a list that is out of view, so that no form of something else stands beside what is."""
        if self._current is not None and not self._current.isVisibleTo(self):
            self._current.table.clearSelection()

    def _show_current(self) -> None:
        self.panel.show_thing(self.current())

    def _offer_later(self) -> None:
        """Offer what references can lead to anew, when the page is shown next."""
        self._offers_stale = True
