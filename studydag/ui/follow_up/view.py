"""The time line of the follow-up with its buttons, its legend, and the line that says what is selected."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from studydag.model.operations.follow_up import set_state
from studydag.model.operations.planning import make_fixed, make_relative, put_on_date
from studydag.model.rules.follow_up.follow_up_line import follow_up_line
from studydag.model.values.follow_up import ActionState
from studydag.model.values.references import Reference
from studydag.ui.announcing import announce
from studydag.ui.follow_up.canvas import ZOOMS, LineCanvas
from studydag.ui.follow_up.legend import Legend
from studydag.ui.follow_up.words import LineWords
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.widgets.picture_view import PictureView
from studydag.ui.workspace import Workspace

A_WEEK = 7
LEAST_LINES = 30
"""So many lines of text high has to be what shows a legend too; what marks mean is in their words as well."""


class LineView(PictureView):
    """The time line of the day in view.

    `open_asked` carries a thing whose form is to be filled in, `undated_asked` those that have no date.
    """

    undated_asked = Signal(object)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin empty."""
        _ = workspace.language.gettext
        super().__init__(workspace, _("Type the first action"), parent)
        self._wanted: Reference | None = None
        self.canvas = LineCanvas(
            look,
            self.scroll_area,
            name=_("Timeline of the follow-up"),
            description=_(
                "Up and down go from one to the next; left and right make it a day earlier or later, with Shift a "
                "week. Keys 1 to 5 set the state of an action, Enter opens its form."
            ),
        )
        self.canvas.can_move = not workspace.library.read_only
        self.scroll_area.setWidget(self.canvas)
        self.scroll_area.setFocusProxy(self.canvas)
        self.earlier = self.button("chevron-left", _("A week"), _("A week earlier (Shift+←)"), self._step(-A_WEEK))
        self.later = self.button("chevron-right", _("A week"), _("A week later (Shift+→)"), self._step(A_WEEK))
        self.undated = self.button(
            "calendar", "", _("Go to the next one without a date"), self._next_undated, has_text=True
        )
        self.smaller = self.button("zoom-out", "", _("Days narrower (−)"), partial(self.canvas.zoom_by, -1))
        self.larger = self.button("zoom-in", "", _("Days wider (+)"), partial(self.canvas.zoom_by, 1))
        self.take_proposal = QPushButton(self)
        self.take_proposal.clicked.connect(self._take_proposal)
        self.legend = Legend(workspace.language, look, self)
        self.arrange(self._something())
        canvas = self.canvas
        canvas.chosen_changed.connect(self._on_choice)
        canvas.date_asked.connect(self.put_on_date)
        canvas.state_asked.connect(self._set_state)
        canvas.open_asked.connect(self.open_asked)
        canvas.menu_asked.connect(self._show_menu)
        canvas.dragged.connect(self._on_drag)
        canvas.zoom_changed.connect(self._allow)

    @property
    def reference(self) -> Reference | None:
        """What is selected."""
        return self.canvas.chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where the line needs the room."""
        super().resizeEvent(event)
        self.legend.setVisible(self.height() > self.fontMetrics().height() * LEAST_LINES)

    def show_chosen(self, reference: Reference | None) -> None:
        """Show what is selected elsewhere."""
        self._wanted = reference
        if not self._stale and reference != self.canvas.chosen:
            self.canvas.show_chosen(reference)
            self._say()

    def put_on_date(self, reference: Reference, to: dt.date) -> None:
        """Put a thing on another date."""
        self._workspace.do(lambda: put_on_date(self._workspace.library, reference, to))
        mark = self.canvas.mark_of(reference)
        if self.canvas.words is not None and mark is not None:
            announce(self.canvas, self.canvas.words.proposed(mark.first))

    def show_now(self) -> None:
        """Draw the line of the day."""
        workspace, day = self._workspace, self._workspace.day
        found = None
        if day is not None:
            found = follow_up_line(day, workspace.setting.holidays, workspace.today())
        words = None
        if day is not None and found is not None and found.marks:
            words = LineWords(day, workspace.setting, workspace.language, found, workspace.today())
        self.show_picture(words is not None)
        self.canvas.show_line(words)
        self.canvas.show_chosen(self._wanted)
        self.legend.dress()
        _ = workspace.language.gettext
        planned = day is not None and bool(day.actions or day.moments or day.measures)
        self.empty.setText(
            _("Actions and moments are shown here once they have a date, and so does the study day.")
            if planned
            else _("Without follow-up little comes of a study day. Its actions and moments are shown here by date.")
        )
        self.begin.setVisible(not planned and not workspace.library.read_only)
        n = len(found.undated) if found is not None else 0
        self.undated.setVisible(n > 0)
        text = workspace.language.ngettext("{n} without a date", "{n} without a date", n)
        self.undated.setText(text.replace("{n}", str(n)))
        self._say()

    # -- the bar

    def _step(self, days: int) -> partial[None]:
        return partial(self.canvas.move_by, days)

    def _something(self) -> QWidget:
        some = QWidget(self)
        bar = QWidget(some)
        flow = FlowLayout(bar)
        for button in (self.earlier, self.later, self.undated, self.smaller, self.larger):
            flow.addWidget(button)
        said = QHBoxLayout()
        said.addWidget(self.line, 1)
        said.addWidget(self.take_proposal)
        column = QVBoxLayout(some)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(bar)
        column.addWidget(self.scroll_area, 1)
        column.addLayout(said)
        column.addWidget(self.legend)
        return some

    def _allow(self) -> None:
        mark = self.canvas.mark_of(self.canvas.chosen)
        moves = mark is not None and bool(mark.field) and self.canvas.can_move
        self.earlier.setEnabled(moves)
        self.later.setEnabled(moves)
        self.smaller.setEnabled(self.canvas.zoom > ZOOMS[0])
        self.larger.setEnabled(self.canvas.zoom < ZOOMS[-1])

    # -- what is said

    def _say(self) -> None:
        self._allow()
        _, canvas, words = self._workspace.language.gettext, self.canvas, self.canvas.words
        mark = canvas.mark_of(canvas.chosen)
        self.take_proposal.setVisible(mark is not None and mark.proposal is not None and canvas.can_move)
        if words is None or mark is None:
            self.line.setText(_("Drag anything that should be earlier or later. A pin stays when the study day moves."))
            return
        self.line.setText(words.said(mark))
        if mark.proposal is not None:
            date = words.language.day_and_month(mark.proposal)
            self.take_proposal.setText(_("Make it {date}").replace("{date}", date))

    def _on_choice(self) -> None:
        self._wanted = self.canvas.chosen
        self._say()
        self.chosen.emit()

    def _on_drag(self, to: dt.date | None) -> None:
        if to is None or self.canvas.words is None:
            self._say()
        else:
            self.line.setText(self.canvas.words.proposed(to))

    # -- what is done

    def _take_proposal(self) -> None:
        mark = self.canvas.mark_of(self.canvas.chosen)
        if mark is not None and mark.proposal is not None:
            self.put_on_date(mark.reference, mark.proposal)

    def _set_state(self, reference: Reference, number: int) -> None:
        library, today = self._workspace.library, self._workspace.today()
        state = list(ActionState)[number]
        self._workspace.do(lambda: set_state(library, reference[1], state, today))

    def _next_undated(self) -> None:
        words = self.canvas.words
        if words is not None and words.line.undated:
            self.undated_asked.emit(words.line.undated)

    def _show_menu(self, reference: Reference, at: QPoint) -> None:
        self.canvas.choose(reference)
        menu = self.menu_of(reference)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu_of(self, reference: Reference) -> QMenu:
        """Return what can be done with a thing, as a menu."""
        _, library = self._workspace.language.gettext, self._workspace.library
        menu = Menu(self)
        mark = self.canvas.mark_of(reference)
        moves = mark is not None and bool(mark.field) and self.canvas.can_move
        steps = (
            (_("A day earlier"), "←", -1),
            (_("A day later"), "→", 1),
            (_("A week earlier"), "Shift+←", -A_WEEK),
            (_("A week later"), "Shift+→", A_WEEK),
        )
        for text, key, days in steps:
            action = menu.addAction(f"{text}\t{key}", self._step(days))
            action.setEnabled(moves)
        menu.addSeparator()
        if mark is not None and mark.proposal is not None:
            date = self._workspace.language.day_and_month(mark.proposal)
            menu.addAction(_("Make it {date}").replace("{date}", date), self._take_proposal).setEnabled(moves)
        if mark is not None and mark.is_fixed:
            text, verb = _("Let it move along with the study day"), make_relative
        else:
            text, verb = _("Let it stay when the study day moves"), make_fixed
        menu.addAction(text, lambda: self._workspace.do(partial(verb, library, reference))).setEnabled(moves)
        menu.addSeparator()
        form = _("Open its form")
        menu.addAction(f"{form}\tEnter", partial(self.open_asked.emit, reference))
        return menu
