"""Choices: rounds with their options, who registered, what they wish, the places they got, and groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from studydag.labels.titles import registration_title
from studydag.model.values.allotting import Allotting
from studydag.model.values.changes import Place
from studydag.model.values.choices import Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.wording import N_
from studydag.ui.choices.attendance_grid import AttendanceGrid
from studydag.ui.choices.board import Board
from studydag.ui.choices.forms import offer_forms
from studydag.ui.choices.groups_panel import GroupsPanel
from studydag.ui.choices.lists import grouping_list, place_list, wish_list
from studydag.ui.choices.person_places import PersonPlaces
from studydag.ui.choices.registration_list import RegistrationList
from studydag.ui.choices.round_list import RoundList
from studydag.ui.choices.summary import Summary
from studydag.ui.layouts.flipping import stack
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pages.page import PageCommand
from studydag.ui.panels.options_panel import OptionsPanel
from studydag.ui.pieces import Pieces
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.day_form import DayForm
from studydag.ui.widgets.group_routes import GroupRoutes
from studydag.ui.widgets.option_edits import change_block
from studydag.ui.widgets.wishes_grid import WishesGrid


class ChoicesPage(ListsPage):
    """Rounds and options, registrations with wishes and places, and groups of participants."""

    title: ClassVar[str] = N_("Choices")
    name: ClassVar[str] = "choices"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *("study_day", "block", "part", "registration", "preference", "allotment", "grouping"),
            *("person", "group", "room"),
        }
    )

    def pieces(self) -> Pieces:
        """Build the lists, the board, what stands beside them, and the parts in which they are shown."""
        self._round: int | None = None
        yield from self._build_lists()
        yield from self._build_board()
        yield from self._build_side()
        self.routes = GroupRoutes(self.workspace)
        self.attendance = AttendanceGrid(self.workspace, self.look, self.cells)
        yield
        self.groups = GroupsPanel(self.workspace, self.groupings, self.cells)
        yield
        yield from self._build_parts()
        self._listen()

    def _build_lists(self) -> Pieces:
        workspace, look = self.workspace, self.look
        self.rounds = RoundList(workspace, self.cells)
        self.add_list(self.rounds)
        yield
        self.options_panel = OptionsPanel(workspace, look, self.cells)
        self.options = self.add_list(self.options_panel.list)
        yield
        self.registrations = RegistrationList(workspace, self.cells)
        self.add_list(self.registrations)
        self.wishes = self.add_list(wish_list(workspace, self.cells))
        yield
        self.places = self.add_list(place_list(workspace, self.cells))
        self.groupings = self.add_list(grouping_list(workspace, self.cells))
        yield
        self.grid = WishesGrid(workspace)
        self.seed = DayForm(workspace, ("allotment_seed",), margin=0)
        yield

    def _build_board(self) -> Pieces:
        self.board = Board(self.workspace, self.look, self.cells)
        line = self.registrations.line
        if line is not None:
            # Names alone go one on a line; rows with what people chose are looked at first.
            line.takes_tables = True
            line.table_pasted.connect(self.board.giving.take_sign_ups)
        yield

    def _build_side(self) -> Pieces:
        """Build what stands in the right column: the places of a person above the form, or what it all comes to."""
        self.person_places = PersonPlaces(
            self.workspace, self.board.hand.offer, lambda person, number: self.board.hand.toggle_lock((person,), number)
        )
        self.side = QWidget(self)
        self.side.hide()
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.person_places)
        side.addWidget(self.panel, 1)
        # The right column, which takes it in as it is built, hides what it doesn't show.
        self.panel.show()
        side.addStretch()
        self.panel_made.emit(self.side)
        self.summary = Summary(
            self.workspace,
            show=self.board.show_only,
            visit=self.board.choose,
            renew=self.board.giving.bring_up_to_date,
            parent=self,
        )
        self.summary.hide()
        yield

    def _build_parts(self) -> Pieces:
        _ = self.workspace.language.gettext
        self.tabs = SubTabs(_("Parts of this page"), _("More"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        rounds, registered, lists = (QSplitter(Qt.Orientation.Vertical) for _place in range(3))
        stacked = {
            rounds: ((self.rounds, 2), (self.options_panel, 5)),
            registered: ((self.registrations, 3), (self.grid, 1)),
            lists: ((self.wishes, 3), (self.places, 3), (self.seed, 0)),
        }
        parts: tuple[tuple[str, QWidget, tuple[ThingList, ...]], ...] = (
            (_("Allotment"), self.board, ()),
            (_("Rounds and options"), rounds, (self.rounds, self.options)),
            (_("Registrations"), registered, (self.registrations,)),
            (_("Attendance"), self.attendance, ()),
            (_("By group"), self.routes, ()),
            (_("Groups"), self.groups, (self.groupings,)),
            (_("Lists"), lists, (self.wishes, self.places)),
        )
        short = {_("Rounds and options"): _("Rounds"), _("Registrations"): _("People"), _("Attendance"): _("Present")}
        for title, part, of_part in parts:
            part.setContentsMargins(16, 8, 16, 8)
            self.tabs.add(title, part, short=short.get(title, ""))
            if isinstance(part, QSplitter):
                stack(part, stacked[part])
            for each in of_part:
                self.bring(each, partial(self.tabs.show_part, part))
            yield

    def _listen(self) -> None:
        self.rounds.chosen.connect(self._round_chosen)
        self.options_panel.title_asked.connect(lambda: self.panel.form(Block).field("title").setFocus())
        self.registrations.chosen.connect(lambda _ids: self._show_grid())
        self.board.person_chosen.connect(self._person_chosen)
        self.board.option_chosen.connect(self._option_chosen)
        self.attendance.table.chosen.connect(lambda ids: self._person_chosen(ids[0] if ids else 0))
        self.board.entry_asked.connect(self._enter_choices)
        self.board.form_asked.connect(self._print_form)
        self.board.renewed.connect(self._sum_up)
        self.rounds.carousel_made.connect(self._carousel_made)
        self.routes.carousel_asked.connect(self.rounds.ask_carousel)
        self.tabs.changed.connect(self._part_changed)
        offer_forms(self.panel, self.workspace, self._change_block)

    def refresh(self) -> None:
        """Show the day as it stands; the first round is chosen where none was."""
        day = self.workspace.day
        rounds = [block.id for block in (day.blocks if day is not None else ()) if block.kind is BlockKind.ROUND]
        if self._round not in rounds:
            self._round = next(iter(rounds), None)
        self.board.refresh()
        self._sum_up()
        super().refresh()
        self.seed.refresh()
        self.routes.refresh()
        self.attendance.refresh()
        self.groups.refresh()
        self._show_grid()
        self._show_options()

    def day_opened(self) -> None:
        """Forget the round."""
        super().day_opened()
        self._round = None

    def reveal(self, place: Place) -> bool:
        """Select a thing; stay where the lot number of the day is in view."""
        if place.kind == "study_day":
            return self.seed.isVisible()
        if place.kind == "allotment" and self._thing_of(place) is None:
            self.tabs.show_part(self.board)
            # Not the other button: it goes with the places when these are taken back, and the keys with it.
            self.board.share.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.board.isVisible() and place.kind == "registration":
            return self.board.choose(place.id)
        if self.board.isVisible() and place.kind == "block" and self.board.shows_option(place.id):
            return True
        return super().reveal(place)

    def standing(self) -> object:
        """Return what was found when places were given out, and what was said last."""
        return self.workspace.language.code, self.board.found, self.board.said

    def stand_as(self, standing: object) -> None:
        """Say again what came of giving out places, as long as they stand."""
        match standing:
            case (code, Allotting() | None as found, str(said)) if found is not None or said:
                # What was said of something else can't be said again in another language.
                self.board.say_again(found, said if code == self.workspace.language.code else "")
                self._sum_up()

    def inspector(self) -> QWidget | None:
        """Return the form of what is selected, below the places of a person; on the board else what it comes to."""
        if self.current() is not None:
            return self.side
        return self.summary if self.tabs.part is self.board else None

    def _show_current(self) -> None:
        super()._show_current()
        thing = self.current()
        person = thing.id if isinstance(thing, Registration) else None
        self.person_places.show_person(self.board.standing, person)

    def _thing_of(self, place: Place) -> object:
        day = self.workspace.day
        return next((each for each in (day.allotments if day is not None else ()) if each.id == place.id), None)

    def _sum_up(self) -> None:
        self.summary.show_standing(self.board.standing, self.board.found)

    def _person_chosen(self, person: int) -> None:
        """Show somebody in the right column, as the list of registrations would."""
        if person:
            self.registrations.choose(person)
        elif self._current is self.registrations:
            self.registrations.table.clearSelection()

    def page_commands(self) -> Iterator[PageCommand]:
        """Give also what the board can do, which comes into view for it."""
        yield from super().page_commands()
        for text, run in self.board.commands():
            yield PageCommand(text, partial(self._on_board, run))

    def _on_board(self, run: Callable[[], object]) -> None:
        self.tabs.show_part(self.board)
        run()

    def _part_changed(self) -> None:
        """Let go of what another part has selected."""
        self.let_go_of_hidden()
        self.selection_changed.emit()

    def _option_chosen(self, option: int) -> None:
        if not option:
            self.options.table.clearSelection()
            return
        self.board.table.clearSelection()
        block = (
            next((each for each in self.workspace.day.blocks if each.id == option), None)
            if self.workspace.day
            else None
        )
        if block is not None and block.round is not None:
            self._round = block.round
            self._show_options()
            self.options.choose(option)

    def _print_form(self) -> None:
        """Make the form that people choose on, and open it."""
        self.workspace.document_asked.emit("sign-up")

    def _enter_choices(self) -> None:
        from studydag.ui.dialogs.enter_choices import EnterChoicesDialog

        if self.workspace.day is not None:
            EnterChoicesDialog(self.workspace, self.board.rounds.round, self.window()).run()

    def _owner_here(self, reference: tuple[str, int]) -> tuple[ThingList, int] | None:
        day = self.workspace.day
        option = next((each for each in (day.blocks if day else ()) if reference == ("block", each.id)), None)
        if option is not None and option.round is not None:
            self._round = option.round
            self._show_options()
            return self.options, option.id
        return super()._owner_here(reference)

    # Rounds and options

    def _carousel_made(self, block: int) -> None:
        if self.workspace.day is not None:
            self.reveal(Place(self.workspace.day.id, "block", block))

    def _round_chosen(self, ids: tuple[int, ...]) -> None:
        if ids and ids[0] != self._round:
            self._round = ids[0]
            self._show_options()

    def _show_options(self) -> None:
        day = self.workspace.day
        several = sum(block.kind is BlockKind.ROUND for block in (() if day is None else day.blocks)) > 1
        self.options_panel.show_round(day, self._round, self.cells.name("block", self._round) if several else "")

    def _show_grid(self) -> None:
        chosen = self.registrations.selected()
        self.grid.show_registration(chosen, "" if chosen is None else self._who(chosen))

    def _who(self, registration: Registration) -> str:
        return registration_title(registration, self.workspace.setting, self.workspace.language)

    def _change_block(self, row_id: int, name: str, value: Any) -> None:
        """Change a round, or an option with its repeats."""
        day = self.workspace.day
        if any(block.id == row_id and block.round is not None for block in (() if day is None else day.blocks)):
            self.options_panel.change(row_id, name, value)
        else:
            change_block(self.workspace.library, row_id, name, value)
