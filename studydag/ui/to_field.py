"""Takes the keys to a field of a thing: brings into view whatever it stands in, and gives it the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from studydag.model.values.description import kind_of

if TYPE_CHECKING:
    from studydag.model.values.changes import Place

MARGIN = 40
SETTLES = 600
"""Milliseconds in which what was unfolded is laid out."""


def go_to_field(root: QWidget, place: Place) -> bool:
    """Go to a field below `root`: in the form that shows the thing, or in a row of a thing that has it."""
    from studydag.ui.widgets.form import ThingForm
    from studydag.ui.widgets.owned_rows import OwnedRows

    for form in root.findChildren(ThingForm):
        if not form.isHidden():
            # A field may still be among what is built later.
            form.building.finish()
    for rows in root.findChildren(OwnedRows):
        if kind_of(rows.value) == place.kind and not rows.isHidden() and rows.choose(place.id):
            if rows.form is None or not rows.form.has_field(place.field):
                give_keys(rows.list.table)
                return True
            break
    for form in root.findChildren(ThingForm):
        is_it = kind_of(form.value) == place.kind and form.thing_id == place.id and form.has_field(place.field)
        if is_it and not form.isHidden():
            give_keys(form.control(place.field))
            return True
    return False


def give_list_keys(part: QWidget, *, else_first: bool = False) -> bool:
    """Give the keys to the first list of a part of the window, or where something is typed into it while it is empty.

    Return whether there is a list; without one the keys may go to the first stop instead.
    """
    from studydag.ui.reading_order import stops
    from studydag.ui.tables.thing_list import ThingList

    for each in stops(part):
        if each.visibleRegion().isEmpty():
            # As one far below the fields of a form.
            continue
        around = each.parentWidget()
        if isinstance(around, ThingList):
            around.take_keys()
            return True
        if isinstance(each, QAbstractItemView):
            each.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    first = next(stops(part), None) if else_first else None
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
    return False


def _keep_in_view(area: QScrollArea, control: QWidget) -> None:
    """Show a control, and again as what was unfolded around it gets its place."""
    bar = area.verticalScrollBar()

    def show() -> None:
        if shiboken6.isValid(control):
            area.ensureWidgetVisible(control, MARGIN, MARGIN)

    def show_later(_least: int, _most: int) -> None:
        QTimer.singleShot(0, bar, show)

    show()
    # What was built just now has no place yet.
    QTimer.singleShot(0, bar, show)
    bar.rangeChanged.connect(show_later)
    QTimer.singleShot(SETTLES, bar, lambda: bar.rangeChanged.disconnect(show_later))


def give_keys(control: QWidget) -> None:
    """Open up what a control stands in, scroll to it, and give the focus to it, or to what takes keys in it."""
    from studydag.ui.layouts.fold import Fold
    from studydag.ui.layouts.sub_tabs import SubTabs
    from studydag.ui.reading_order import stops
    from studydag.ui.tables.thing_list import ThingList
    from studydag.ui.widgets.owned_rows import OwnedRows

    around = control.parentWidget()
    while around is not None:
        if isinstance(around, SubTabs):
            around.show_part(control)
        elif isinstance(around, Fold):
            around.open()
        elif isinstance(around, QScrollArea):
            _keep_in_view(around, control)
        around = around.parentWidget()
    held = control.list if isinstance(control, OwnedRows) else control
    if isinstance(held, ThingList):
        held.take_keys()
    else:
        (held.focusProxy() or next(stops(held), held)).setFocus(Qt.FocusReason.OtherFocusReason)
