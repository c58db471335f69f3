"""Follow-up: who does what before and after the day, and when people meet again."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from studydag.export.rhythm_words import rhythm_text
from studydag.model.operations import editing
from studydag.model.operations.follow_up import set_state, set_states
from studydag.model.operations.planning import DATE_FIELDS
from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.calendar.rhythm import read_rhythm
from studydag.model.rules.follow_up.typed_action import split_due
from studydag.model.rules.people.owners import owner_in
from studydag.model.rules.written.typed_choice import used_most
from studydag.model.values.changes import Place
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionKind, ActionState, Moment
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.fields.named import named_choice
from studydag.ui.fields.rhythm import RhythmField
from studydag.ui.follow_up.action_cells import ActionCells
from studydag.ui.follow_up.agenda_view import AgendaView
from studydag.ui.follow_up.several import fill
from studydag.ui.follow_up.sorting import SortingBar
from studydag.ui.follow_up.view import LineView
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.flipping import stack
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.menu import Menu
from studydag.ui.pages.effect import OF_MEASURE
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pieces import Pieces
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.form import Heading, ThingForm
from studydag.ui.widgets.series_view import SeriesView

DATE_CELLS = frozenset({"due"})
"""In these a digit begins a date."""
OF_ACTION = 28
"""In characters: how much of what is to be done is seen on a line."""
_INSTANT = QToolButton.ToolButtonPopupMode.InstantPopup


class FollowUpPage(ListsPage):
    """Actions as a table and per owner, moments with their dates, and all of them with the measures on a time line."""

    title: ClassVar[str] = N_("Follow-up")
    name: ClassVar[str] = "follow_up"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *("action", "moment", "measure", "goal", "block", "part", "person", "group", "school", "trajectory"),
            *("activity", "success", "insight"),
        }
    )

    def pieces(self) -> Pieces:
        """Build the lists and the time line."""
        workspace, look = self.workspace, self.look
        _ = workspace.language.gettext
        self.sorting = SortingBar(workspace.language)
        self.said = ActionCells(workspace, self.cells, look, self.sorting)
        yield
        self.actions_by_date = self.add_list(self._action_list(by_owner=False))
        yield
        self.actions_by_owner = self.add_list(self._action_list(by_owner=True))
        yield
        self.sorting.changed.connect(self._sort_anew)
        self.moments = self.add_list(self._moment_list())
        self.dates = SeriesView(workspace)
        self.agenda = AgendaView(workspace)
        moments = QSplitter(Qt.Orientation.Vertical)
        yield
        self.line = LineView(workspace, look)
        yield
        self._measure: int | None = None
        self.tabs = SubTabs(_("Parts of this page"), _("More"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        parts = (
            (self.actions_by_date, self._with_sorting(), _("Actions")),
            (self.actions_by_owner, self.actions_by_owner, _("Per owner")),
            (self.moments, moments, _("Moments")),
        )
        for made, part, title in parts:
            part.setContentsMargins(16, 8, 16, 8)
            self.tabs.add(title, part)
            if part is moments:
                stack(moments, ((self.moments, 3), (self.dates, 1), (self.agenda, 2)))
                moments.setSizes([3000, 700, 2600])
            self.bring(made, partial(self.tabs.show_part, part))
            yield
        self.line.setContentsMargins(16, 8, 16, 8)
        self.tabs.add(_("Timeline"), self.line)
        self.line.chosen.connect(self._chosen_on_line)
        self.line.open_asked.connect(self._open_form)
        self.line.begin_asked.connect(self._begin)
        self.line.undated_asked.connect(self._show_undated)
        self.tabs.changed.connect(self._on_part)
        self._offer_forms()

    def _on_part(self) -> None:
        """Let no form of an action stay beside the moments, nor the other way round; the time line shows both."""
        if self.line.isVisibleTo(self):
            return
        self.let_go_of_hidden()
        if self._measure is not None:
            self._measure = None
            self._show_current()
            self.selection_changed.emit()

    def refresh(self) -> None:
        """Show the day as it stands, on the time line too."""
        super().refresh()
        self.line.refresh()

    def day_opened(self) -> None:
        """Select nothing."""
        super().day_opened()
        self._measure = None
        self.line.show_chosen(None)

    def selection(self) -> tuple[Reference, ...]:
        """Return what is selected in a list, or the measure on the time line, which has no list here."""
        return super().selection() if self._measure is None else (("measure", self._measure),)

    def current(self) -> Any:
        """Return the thing whose form is shown."""
        if self._measure is None:
            return super().current()
        day = self.workspace.day or StudyDay()
        return next((each for each in day.measures if each.id == self._measure), None)

    def _on_chosen(self, made: ThingList, ids: tuple[int, ...]) -> None:
        if ids:
            self._measure = None
        super()._on_chosen(made, ids)

    def _chosen_on_line(self) -> None:
        """Select in the lists what is selected on the time line."""
        reference = self.line.reference
        self._measure = reference[1] if reference is not None and reference[0] == "measure" else None
        lists = {"action": self.actions_by_date, "moment": self.moments}
        found = None if reference is None else lists.get(reference[0])
        if reference is not None and found is not None:
            found.choose(reference[1])
            return
        for each in self.lists:
            each.table.clearSelection()
        self._show_current()
        self.selection_changed.emit()

    def _open_form(self, reference: Reference) -> None:
        """Let the user fill in the form of what is on the time line, beginning with its date."""
        self.line.canvas.choose(reference)
        value, field = DATE_FIELDS[reference[0]]
        form = self.panel.form(value)
        if form.isVisible():
            form.field(field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self.tabs.bar.setCurrentIndex(0)
        self.actions_by_date.add()

    def _show_undated(self, undated: tuple[Reference, ...]) -> None:
        """Go to the next thing without a date, to give it one."""
        selected = self.selection()
        place = undated.index(selected[0]) + 1 if selected and selected[0] in undated else 0
        self.workspace.visit(*undated[place % len(undated)])

    def _show_current(self) -> None:
        super()._show_current()
        current = self.current()
        selected = self.selection()
        self.line.show_chosen(selected[0] if selected else None)
        moment = current if isinstance(current, Moment) else None
        self.dates.show_moment(moment)
        self.agenda.show_moment(moment)

    # Actions

    def _action_list(self, *, by_owner: bool) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        said = self.said
        side = TableColumn(title=_("When"), text=said.side, name="when", sorts=said.side_rank, gives_way=2)
        group = TableColumn(title=_("Group"), text=said.group, name="group", sorts=said.group_rank, gives_way=1)
        owner = TableColumn(title=_("Owner"), text=said.owner, field="owner", editor=self._owner_editor)
        actions = ThingList(
            self.workspace,
            StudyDay,
            "actions",
            [
                owner if by_owner else group,
                cells.column(Action, "what", stretches=2),
                cells.column(Action, "due", colour=said.date_colour),
                TableColumn(
                    title=_("Timing"),
                    text=said.counted,
                    name="counted",
                    gives_way=3,
                    sorts=lambda action: cells.due_rank(action.due),
                ),
                side if by_owner else owner,
                cells.column(Action, "state", colour=said.state_colour),
                cells.column(Action, "goals", gives_way=2),
                cells.column(Action, "block", gives_way=5),
                TableColumn(title=_("Support"), text=said.support, name="support", gives_way=6),
                cells.column(Action, "visible_result", stretches=1, gives_way=4),
            ],
            title=_("Actions") if not by_owner else _("Per owner"),
            hint=_("Keys 1 to 5 set the state of the selected actions."),
            typing=_("New action: who does what, and by when? Several go one on a line"),
            empty=_("Without follow-up little comes of a study day. Type the first action below."),
            wraps=True,
            in_order=said.by_owner if by_owner else said.by_group,
            shown=None if by_owner else said.is_shown,
            carry_out=self._change_action,
            make=self._made,
            kept_as="actions_by_owner" if by_owner else "actions",
        )
        self._add_state_menu(actions, by_owner=by_owner)
        return actions

    def _owner_editor(self) -> QWidget:
        """Return an editor in which a person is typed by name; those who own actions already are completed first."""
        day, people = self.workspace.day, self.workspace.targets.get("person", ())
        owners = () if day is None else [self.cells.name("person", action.owner) for action in day.actions]
        ordered = sorted(people, key=lambda choice: choice.label.casefold())
        return named_choice(ordered, self.workspace.language, first=used_most(owners))

    def _made(self, **fields: Any) -> Action:
        """Return a new action; who is named first in what is to be done is its owner, a date behind it says by when."""
        workspace = self.workspace
        today, day = workspace.today(), workspace.day
        near = (None if day is None else first_date(day)) or today
        what, due = split_due(fields.get("what", ""), near, today)
        owner = owner_in(what, workspace.setting.people)
        return Action(**{**fields, "what": what, "due": due, "owner": owner})

    def _with_sorting(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sorting)
        column.addWidget(self.actions_by_date, 1)
        return part

    def _sort_anew(self) -> None:
        self.actions_by_date.show_owner(self.workspace.day)

    def reveal(self, place: Place) -> bool:
        """Select a thing; an action that is filtered out is shown again first.

        What is on the time line in view is chosen there, so that what was dragged does not lead away from it.
        """
        reference, day = (place.kind, place.id), self.workspace.day
        if self.line.isVisible() and self.line.canvas.mark_of(reference) is not None:
            self.line.canvas.choose(reference)
            self.line.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if place.kind == "action" and day is not None and not self.actions_by_date.shows(day, place.id):
            self.sorting.show_everything()
        return super().reveal(place)

    def _add_state_menu(self, actions: ThingList, *, by_owner: bool) -> None:
        _ = self.workspace.language.gettext
        menu = Menu(self)
        menu.aboutToShow.connect(partial(fill, menu, self.workspace, lambda: actions.selected_ids))
        for key, state in enumerate(ActionState, 1):
            actions.table.keys[str(key)] = partial(self._set_state, state)
        actions.table.typed_over = DATE_CELLS
        actions.table.narrowest = OF_ACTION
        opener = QAction(_("Change several"), self)
        opener.setMenu(menu)
        actions.add_button(opener).setPopupMode(_INSTANT)
        if by_owner:
            handing = QAction(_("Hand out…"), self)
            handing.setToolTip(_("Checklist, dates and draft e-mail for each owner"))
            handing.triggered.connect(partial(self._hand_out, actions))
            actions.add_button(handing)
        asking = QAction(_("Ask everyone…"), self)
        asking.setToolTip(_("What did everyone do?"))
        asking.triggered.connect(self._ask_everyone)
        actions.add_button(asking)

    def _hand_out(self, actions: ThingList, _checked: bool = False) -> None:
        """Hand out checklists: to the owner of what is selected, else to everyone."""
        from studydag.ui.dialogs.hand_out import HandOutDialog

        chosen = actions.selected()
        owner = None if chosen is None else chosen.owner or chosen.owner_contact
        HandOutDialog(self.workspace, owner, self).run()

    def _ask_everyone(self) -> None:
        from studydag.ui.dialogs.quick_pass import QuickPassDialog

        if not self.workspace.library.read_only:
            QuickPassDialog(self.workspace, self).run()

    def _set_state(self, state: ActionState, ids: tuple[int, ...]) -> None:
        self.workspace.do(partial(set_states, self.workspace.library, ids, state, self.workspace.today()))

    def _change_action(self, row_id: int, name: str, value: Any) -> None:
        if name == "state":
            set_state(self.workspace.library, row_id, value, self.workspace.today())
        else:
            editing.change(self.workspace.library, Action, row_id, **{name: value})

    # Moments

    def _moment_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        return ThingList(
            self.workspace,
            StudyDay,
            "moments",
            [
                cells.column(Moment, "title", stretches=2),
                cells.column(Moment, "kind", gives_way=2),
                cells.column(Moment, "first_date", colour=self.said.first_date_colour),
                cells.column(Moment, "start", gives_way=3),
                cells.column(Moment, "minutes", gives_way=4),
                cells.column(Moment, "leader"),
                cells.column(Moment, "place", gives_way=1),
                cells.column(Moment, "goals", gives_way=5),
                TableColumn(title=_("Repeats"), text=self._repeats),
            ],
            title=_("Moments to meet again"),
            typing=_("New moment, such as: looking back in departments"),
            empty=_("When do people meet to share what they tried? Type the first moment below."),
            wraps=True,
        )

    def _repeats(self, moment: Moment) -> str:
        """Say how a moment comes back; of a single one, what closes the school on its date."""
        rhythm = read_rhythm(moment.rhythm)
        if rhythm is None:
            return "↻" if moment.rhythm else self.said.closed_on(moment.first_date)
        return self.workspace.language.capitalised(rhythm_text(rhythm, self.workspace.language))

    # Forms

    def _offer_forms(self) -> None:
        workspace, _ = self.workspace, self.workspace.language.gettext
        self.panel.offers(Measure, lambda: ThingForm(workspace, Measure, OF_MEASURE))
        self.panel.offers(
            Action,
            lambda: ThingForm(
                workspace,
                Action,
                (
                    *("what", "kind", "state", "owner", "owner_group", "owner_contact", "due"),
                    *("checklist", "support", "visible_result", "goals", "block", "window_start", ("count", "minutes")),
                    *("school_class", "look_at", "result", "done_on", "note", "remind_before_days"),
                ),
                carry_out=self._change_action,
            ),
            adapt=_adapt_action,
        )
        self.panel.offers(
            Moment,
            lambda: ThingForm(
                workspace,
                Moment,
                (
                    *("title", "kind", "first_date", ("start", "minutes")),
                    Heading(_("How often")),
                    *("rhythm", ("times", "until"), "until_summer"),
                    Heading(_("What and who")),
                    *("goals", "agenda", "leader", "place", "activity", "remind_before_days"),
                ),
                editors={"rhythm": RhythmField(workspace.language)},
            ),
            adapt=_adapt_moment,
        )


def _adapt_action(form: ThingForm, action: Action) -> None:
    """Leave out what a plain task, or one with a person as owner, has no use for, unless it is filled in."""
    out = set()
    if action.kind is ActionKind.TASK:
        out |= {"school_class", "look_at"}
    if action.owner is not None:
        out |= {"owner_group", "owner_contact"}
    form.show_only(name for name in form.names if name not in out or getattr(action, name) not in (None, ""))


def _adapt_moment(form: ThingForm, moment: Moment) -> None:
    """Ask for the end of a series only where there is one."""
    ends = set() if moment.rhythm else {"times", "until", "until_summer"}
    form.show_only(name for name in form.names if name not in ends or getattr(moment, name) not in (None, False))
