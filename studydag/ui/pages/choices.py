"""Choices: rounds with their options, who registered, what they wish, the places they got, and groups."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from studydag.labels.titles import registration_title
from studydag.model.operations import editing
from studydag.model.operations.programme import add_block
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.schedule import options_of
from studydag.model.values.changes import Place
from studydag.model.values.choices import Allotment, Grouping, Preference, Registration
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.school import Group
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.choices.attendance_grid import AttendanceGrid
from studydag.ui.choices.board import Board
from studydag.ui.choices.groups_panel import GroupsPanel
from studydag.ui.choices.person_places import PersonPlaces
from studydag.ui.choices.summary import Summary
from studydag.ui.choices.words import who_words
from studydag.ui.item_models.things import TableColumn
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.panels.options_panel import OptionsPanel
from studydag.ui.pieces import Pieces
from studydag.ui.widgets.day_form import DayForm
from studydag.ui.widgets.flipping import thin_handles
from studydag.ui.widgets.form import ThingForm
from studydag.ui.widgets.group_routes import GroupRoutes
from studydag.ui.widgets.option_edits import change_block, seats
from studydag.ui.widgets.sub_tabs import SubTabs
from studydag.ui.widgets.thing_list import ThingList
from studydag.ui.widgets.wishes_grid import WishesGrid

ROUND_LINES = 6
_OF_ROUND = frozenset({"title", "round_rule", "description"})
_OF_OPTION = (
    *("title", "description", "capacity", "minimum", "reserved_seats", "offset_minutes", "minutes", "repeats"),
    *("working_format", "goals", "leads", "room", "set_up", "audience", "cancelled", "cancelled_reason"),
)


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
        """Build the lists."""
        workspace, look = self.workspace, self.look
        _ = workspace.language.gettext
        self._round: int | None = None
        self.rounds = self.add_list(self._round_list())
        self.rounds.table.setMinimumHeight(self.fontMetrics().lineSpacing() * ROUND_LINES)
        yield
        self.options_panel = OptionsPanel(workspace, look, self.cells)
        self.options = self.add_list(self.options_panel.list)
        yield
        self.registrations = self.add_list(self._registration_list())
        self.wishes = self.add_list(self._wish_list())
        yield
        self.places = self.add_list(self._place_list())
        self.groupings = self.add_list(self._grouping_list())
        yield
        self.grid = WishesGrid(workspace)
        self.seed = DayForm(workspace, ("allotment_seed",))
        yield
        self.board = Board(workspace, look, self.cells)
        yield
        self.person_places = PersonPlaces(
            workspace, self.board.hand.offer, lambda person, number: self.board.hand.toggle_lock((person,), number)
        )
        self.side = QWidget()
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.person_places)
        side.addWidget(self.panel, 1)
        # The right column, which takes it in as it is built, hides what it doesn't show.
        self.panel.show()
        side.addStretch()
        self.panel_made.emit(self.side)
        self.summary = Summary(
            workspace,
            show=self.board.show_only,
            visit=self.board.choose,
            renew=self.board.giving.bring_up_to_date,
        )
        yield
        self.routes = GroupRoutes(workspace)
        self.attendance = AttendanceGrid(workspace, look, self.cells)
        yield
        self.groups = GroupsPanel(workspace, self.groupings, self.cells)
        yield
        self.tabs = SubTabs(_("Parts of this page"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        rounds = _stacked(self.rounds, self.options_panel, shares=(2, 5))
        yield
        registered = _stacked(self.registrations, self.grid, shares=(3, 1))
        yield
        lists = _stacked(self.wishes, self.places, self.seed, shares=(3, 3, 0))
        yield
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
            for each in of_part:
                self.bring(each, partial(self.tabs.show_part, part))
            yield
        self.rounds.chosen.connect(self._round_chosen)
        self.options_panel.title_asked.connect(lambda: self.panel.form(Block).field("title").setFocus())
        self.registrations.chosen.connect(lambda _ids: self._show_grid())
        self.board.person_chosen.connect(self._person_chosen)
        self.board.option_chosen.connect(self._option_chosen)
        self.attendance.table.chosen.connect(lambda ids: self._person_chosen(ids[0] if ids else 0))
        self.board.entry_asked.connect(self._enter_choices)
        self.board.form_asked.connect(self._print_form)
        self.board.renewed.connect(self._sum_up)
        self.tabs.changed.connect(self.selection_changed)
        self._offer_forms()

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
            button = self.board.renew if self.board.renew.isVisible() else self.board.share
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.board.isVisible() and place.kind == "registration":
            return self.board.choose(place.id)
        if self.board.isVisible() and place.kind == "block" and self.board.shows_option(place.id):
            return True
        return super().reveal(place)

    def inspector(self) -> QWidget | None:
        """Return the form of what is selected, below the places of a person; on the board else what it comes to."""
        if self.current() is not None:
            return self.side
        return self.summary if self.tabs.stack.currentWidget() is self.board else None

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
            EnterChoicesDialog(self.workspace, self.board.round, self.window()).run()

    def _owner_here(self, reference: tuple[str, int]) -> tuple[ThingList, int] | None:
        day = self.workspace.day
        option = next((each for each in (day.blocks if day else ()) if reference == ("block", each.id)), None)
        if option is not None and option.round is not None:
            self._round = option.round
            self._show_options()
            return self.options, option.id
        return super()._owner_here(reference)

    # Rounds and options

    def _round_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        rounds = ThingList(
            self.workspace,
            StudyDay,
            "blocks",
            [
                cells.column(Block, "title", stretches=1),
                TableColumn(title=_("Time"), text=self._time),
                cells.column(Block, "round_rule"),
                TableColumn(title=_("Options"), text=lambda each: str(len(self._options(each))), numeric=True),
                TableColumn(title=_("Seats"), text=self._seats, numeric=True),
            ],
            title=_("Choice rounds"),
            empty=_("This day has no choice rounds. Add one at the end, or make one of blocks on the programme."),
            fixed=True,
            shown=lambda block: block.kind is BlockKind.ROUND,
            in_order=self._start,
            carry_out=partial(change_block, self.workspace.library),
        )
        writable = not self.workspace.library.read_only
        for text, run in ((_("Add choice round"), self._add_round), (_("Carousel…"), self._ask_carousel)):
            action = QAction(text, self)
            action.triggered.connect(run)
            action.setEnabled(writable)
            rounds.add_button(action)
        return rounds

    def _add_round(self) -> None:
        """Add a choice round at the end of the programme, with its title to be typed."""
        day, schedule, language = self.workspace.day, self.workspace.schedule, self.workspace.language
        if day is None:
            return
        title = language.capitalised(language.kind("round"))
        block = Block(kind=BlockKind.ROUND, phase=Phase.APPLICATION, minutes=60, title=title)
        spot = Spot(part=schedule.parts[-1].part.id) if schedule.parts else PARKED
        made = self.workspace.do(lambda: add_block(self.workspace.library, day.id, block, spot))
        if made is not None:
            self.rounds.table.edit_first_cell(made)

    def _ask_carousel(self) -> None:
        """Ask for a carousel, of the round that is selected by preference."""
        from studydag.ui.dialogs.carousel import CarouselDialog

        if self.workspace.day is None:
            return
        made = CarouselDialog(self.workspace, self.window(), near=self._round).ask()
        if made is not None:
            self.reveal(Place(self.workspace.day.id, "block", made))

    def _start(self, block: Block) -> tuple[Any, ...]:
        """Order rounds as in the programme; those that are parked come last."""
        slot, day = self.workspace.schedule.index.get(block.id), self.workspace.day
        parts = [part.id for part in (day.parts if day is not None else ())]
        return (len(parts), block.position) if slot is None else (parts.index(slot.part.id), slot.start)

    def _round_chosen(self, ids: tuple[int, ...]) -> None:
        if ids and ids[0] != self._round:
            self._round = ids[0]
            self._show_options()

    def _show_options(self) -> None:
        day = self.workspace.day
        several = sum(block.kind is BlockKind.ROUND for block in (() if day is None else day.blocks)) > 1
        self.options_panel.show_round(day, self._round, self.cells.name("block", self._round) if several else "")

    def _options(self, round_block: Block) -> tuple[Block, ...]:
        return () if self.workspace.day is None else options_of(self.workspace.day, round_block.id)

    def _seats(self, round_block: Block) -> str:
        found = seats(self._options(round_block))
        return self.workspace.language.gettext("no limit") if found is None else str(found)

    def _time(self, block: Block) -> str:
        slot, clock = self.workspace.schedule.index.get(block.id), self.workspace.language.clock
        return "" if slot is None else f"{clock(slot.start)}–{clock(slot.end)}"

    # Registrations, wishes, places, groups

    def _registration_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        registrations = ThingList(
            self.workspace,
            StudyDay,
            "registrations",
            [
                TableColumn(
                    title=_("Who"), text=lambda each: who_words(each, cells, self.workspace.language), stretches=1
                ),
                cells.column(Registration, "role"),
                cells.column(Registration, "group"),
                cells.column(Registration, "count"),
                TableColumn(title=_("Wishes"), text=self._wishes_of, stretches=1),
                TableColumn(title=_("Places"), text=self._places_of, stretches=1),
            ],
            title=_("Who registered"),
            typing=_("New name; several go one on a line"),
            empty=_("Nobody registered yet. Type names below, or add everyone of a group."),
            add_lines=self._add_names,
        )
        add_group = QAction(_("Everyone of a group…"), self)
        button = registrations.add_button(add_group)
        add_group.triggered.connect(lambda: self._offer_groups(button.mapToGlobal(button.rect().bottomLeft())))
        return registrations

    def _wish_list(self) -> ThingList:
        _ = self.workspace.language.gettext
        return ThingList(
            self.workspace,
            StudyDay,
            "preferences",
            self.cells.columns(Preference, ("registration", "round", "rank", "option")),
            title=_("Wishes"),
            hint=_("They are noted with each registration."),
            empty=_("No wishes yet."),
            fixed=True,
            in_order=lambda wish: (wish.registration, wish.round or 0, wish.rank),
        )

    def _place_list(self) -> ThingList:
        _ = self.workspace.language.gettext
        fields = ("registration", "round", "option", "count", "rank_obtained", "locked")
        return ThingList(
            self.workspace,
            StudyDay,
            "allotments",
            self.cells.columns(Allotment, fields),
            title=_("Places given out"),
            hint=_("A locked place stays when places are given out anew."),
            empty=_("No places were given out yet."),
            fixed=True,
            in_order=lambda place: (place.round, place.option, place.registration),
        )

    def _grouping_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        return ThingList(
            self.workspace,
            StudyDay,
            "groupings",
            [
                *cells.columns(Grouping, ("block", "mix", "size")),
                TableColumn(title=_("Groups"), text=lambda each: str(len(each.groups)), numeric=True),
            ],
            title=_("Groups within a block"),
            empty=_("No block has groups yet."),
        )

    def _add_names(self, text: str) -> tuple[int, ...] | None:
        day = self.workspace.day
        if day is None:
            return None
        people = {person.name.casefold(): person.id for person in self.workspace.setting.people}
        names = [line.strip() for line in text.splitlines() if line.strip()]
        made = [
            Registration(person=people[name.casefold()]) if name.casefold() in people else Registration(name=name)
            for name in names
        ]
        return self.workspace.do(lambda: editing.create_all(self.workspace.library, made, ("study_day", day.id)))

    def _offer_groups(self, at: QPoint) -> None:
        menu = QMenu(self)
        for group in self.workspace.setting.groups:
            action = menu.addAction(group.name.replace("&", "&&"))
            action.triggered.connect(partial(self._add_group, group))
        if not self.workspace.setting.groups:
            menu.addAction(self.workspace.language.gettext("The school has no groups yet")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _add_group(self, group: Group, _checked: bool = False) -> None:
        day = self.workspace.day
        if day is None:
            return
        there = {each.person for each in day.registrations}
        made = [Registration(person=member, group=group.id) for member in group.members if member not in there]
        self.workspace.do(lambda: editing.create_all(self.workspace.library, made, ("study_day", day.id)))

    def _show_grid(self) -> None:
        chosen = self.registrations.selected()
        self.grid.show_registration(chosen, "" if chosen is None else self._who(chosen))

    def _who(self, registration: Registration) -> str:
        return registration_title(registration, self.workspace.setting, self.workspace.language)

    def _wishes_of(self, registration: Registration) -> str:
        day = self.workspace.day
        found = [each for each in (day.preferences if day is not None else ()) if each.registration == registration.id]
        found.sort(key=lambda each: (each.round or 0, each.rank))
        return ", ".join(self.cells.name("block", each.option) for each in found)

    def _places_of(self, registration: Registration) -> str:
        day = self.workspace.day
        found = [each for each in (day.allotments if day is not None else ()) if each.registration == registration.id]
        return ", ".join(self.cells.name("block", each.option) for each in found)

    def _change_block(self, row_id: int, name: str, value: Any) -> None:
        """Change a round, or an option with its repeats."""
        day = self.workspace.day
        if any(block.id == row_id and block.round is not None for block in (() if day is None else day.blocks)):
            self.options_panel.change(row_id, name, value)
        else:
            change_block(self.workspace.library, row_id, name, value)

    # Forms

    def _offer_forms(self) -> None:
        workspace = self.workspace
        change = self._change_block
        of_block = ("title", "round_rule", *_OF_OPTION[1:])
        of_registration = (
            *("person", "name", "group", "count", "role", "fixed_options", "together", "apart"),
            *("access_needs", "access_note", "attendance", "compensation_minutes"),
        )
        self.panel.offers(Block, lambda: ThingForm(workspace, Block, of_block, carry_out=change), adapt=_adapt_block)
        self.panel.offers(Registration, lambda: ThingForm(workspace, Registration, of_registration))
        self.panel.offers(
            Preference, lambda: ThingForm(workspace, Preference, ("registration", "round", "option", "rank"))
        )
        self.panel.offers(
            Allotment,
            lambda: ThingForm(
                workspace, Allotment, ("registration", "round", "option", "count", "locked", "rank_obtained")
            ),
        )
        self.panel.offers(Grouping, lambda: ThingForm(workspace, Grouping, ("block", "mix", "size", "groups")))


def _adapt_block(form: ThingForm, block: Block) -> None:
    form.show_only(_OF_ROUND if block.kind is BlockKind.ROUND else _OF_OPTION)


def _stacked(*parts: QWidget, shares: tuple[int, ...]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Vertical)
    thin_handles(splitter)
    for place, (part, share) in enumerate(zip(parts, shares, strict=True)):
        splitter.addWidget(part)
        splitter.setStretchFactor(place, share)
    return splitter
