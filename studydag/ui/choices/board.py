"""The board: the options of a round as cards, and below them people with wishes and places, to sort out by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from studydag.labels.titles import called_off
from studydag.model.rules.standing import Standing
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Registration
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.announcing import announce, name_choice
from studydag.ui.choices.by_hand import ByHand
from studydag.ui.choices.cards import Costs, Filled, OptionCards
from studydag.ui.choices.filters import TITLES, Shown, is_shown
from studydag.ui.choices.giving_out import GivingOut
from studydag.ui.choices.people_table import Chip, PeopleTable
from studydag.ui.choices.words import rank_words, seats_words, who_words
from studydag.ui.fields.still_box import StillBox
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.widgets.head_layout import HeadLayout
from studydag.ui.widgets.menu import Menu
from studydag.ui.workspace import Workspace

RANKS, AROUND, OF_A_ROUND = 3, 34, 16
"""Wishes that have a column; pixels around the name of a round, and characters of it that are seen at least."""


class Board(QWidget):
    """Shows the places of the day in view.

    `person_chosen` carries a registration and `option_chosen` an option (0: none any more); `entry_asked` asks for the
    form to enter choices and `form_asked` for the one on paper, `renewed` says that `found` is new.
    """

    person_chosen = Signal(int)
    option_chosen = Signal(int)
    entry_asked = Signal()
    form_asked = Signal()
    renewed = Signal()

    def __init__(self, workspace: Workspace, look: Look, cells: Cells, parent: QWidget | None = None) -> None:
        """Build the board; it is empty until `refresh`."""
        super().__init__(parent)
        self._workspace, self._look, self._cells = workspace, look, cells
        self.standing = Standing.of(StudyDay(), workspace.setting)
        self._setting = workspace.setting
        self.found: Allotting | None = None
        self._option: int | None = None
        self.giving = GivingOut(workspace, self)
        self.giving.said.connect(self._say)
        self.giving.found.connect(self._keep)
        self.hand = ByHand(workspace, cells, lambda: self.standing, self._say, self)
        self.rounds = QTabBar(self)
        self.rounds.setElideMode(Qt.TextElideMode.ElideRight)
        self.cards = OptionCards(lambda: look.colours, self._costs)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.table = self._made_table()
        self._build()

    # -- what it is made of

    def _build(self) -> None:
        _ = self._workspace.language.gettext
        self.rounds.setProperty("role", "pills")
        self.rounds.setDrawBase(False)
        self.rounds.setExpanding(False)
        self.rounds.setAccessibleName(_("Choice rounds"))
        self.rounds.currentChanged.connect(lambda _place: self._round_changed())
        self.share = QPushButton(_("Give out places fairly"), self)
        self.share.setProperty("role", "primary")
        self.share.clicked.connect(lambda _checked=False: self.giving.give_out())
        self.renew = QPushButton(_("Bring up to date…"), self)
        self.renew.setToolTip(_("Find places for who has none, and move as few others as can be"))
        self.renew.clicked.connect(lambda _checked=False: self.giving.bring_up_to_date())
        self.enter = self._action(_("Enter choices…"), self.entry_asked.emit)
        self.read = self._action(_("Read choices (CSV, Excel)…"), self.giving.read_sign_ups)
        self.paste = self._action(_("Paste choices"), self.giving.paste_sign_ups)
        self.copy = self._action(_("Copy sign-up list for a forms service"), self._copy_list)
        self.form = self._action(_("Print form to fill in"), self.form_asked.emit)
        self.take_in = self._menu_button(_("Choices"), self.enter, self.read, self.paste, self.copy, self.form)
        self.keep_small = self._action(
            _("Give out, and keep options below their minimum"), lambda: self.giving.give_out(keep_small=True)
        )
        self.renew_small = self._action(
            _("Bring up to date, and keep options below their minimum"),
            lambda: self.giving.bring_up_to_date(keep_small=True),
        )
        self.unlock = self._action(_("Unlock all places"), self.hand.unlock_all)
        self.more = self._menu_button("…", self.keep_small, self.renew_small, self.unlock)
        self.more.setAccessibleName(_("More"))
        self.more.setToolTip(_("More"))
        top = HeadLayout()
        top.setSpacing(6)
        top.least_of_heading = self.fontMetrics().averageCharWidth() * OF_A_ROUND
        top.addWidget(self.rounds)
        for button in (self.take_in, self.renew, self.share, self.more):
            top.addWidget(button)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Filter people"))
        self.words.setAccessibleName(_("Filter people"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self._show_people())
        self.filter = StillBox(self)
        for shown, title in TITLES.items():
            self.filter.addItem(_(title), shown)
        name_choice(self.filter, _("Which people"))
        self.filter.currentIndexChanged.connect(lambda _place: self._show_people())
        self.count = QLabel(self)
        self.count.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 2)
        row.addWidget(self.filter, 1)
        row.addWidget(self.count)
        self.outcome.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.cards)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        # Below all others, so that nothing moves away under the pointer when it has something to say.
        layout.addWidget(self.outcome)
        self.cards.chosen.connect(self._card_chosen)
        self.cards.dropped.connect(self._dropped)
        self.cards.menu_asked.connect(self.hand.offer_to_call_off)

    def _action(self, text: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _menu_button(self, text: str, *actions: QAction) -> QPushButton:
        button = QPushButton(text, self)
        menu = Menu(button)
        menu.addActions(actions)
        button.setMenu(menu)
        return button

    def _copy_list(self) -> None:
        """Put the exact titles on the clipboard, to paste into a form, so that answers can be read back."""
        from studydag.export.sign_up_list import sign_up_text

        day = self._workspace.day
        if day is not None:
            text = sign_up_text(day, self._workspace.setting, self._workspace.language)
            QGuiApplication.clipboard().setText(text)
            self._say(self._workspace.language.gettext("The list is on the clipboard: paste it into your form."))

    def _made_table(self) -> PeopleTable:
        _, cells = self._workspace.language.gettext, self._cells
        columns = [
            TableColumn(
                title=_("Who"), text=lambda each: who_words(each, cells, self._workspace.language), stretches=3
            ),
            TableColumn(title=_("Section"), text=self._section),
            *(
                TableColumn(
                    title=self._workspace.language.capitalised(rank_words(rank, self._workspace.language)),
                    text=partial(self._wish, rank),
                    stretches=2,
                    name=f"wish-{rank}",
                )
                for rank in range(1, RANKS + 1)
            ),
        ]
        table = PeopleTable(
            self._workspace,
            self._look,
            columns,
            self.chips,
            name=_("People with their choices and places"),
        )
        table.let_sort("board")
        table.keys = {"l": self.hand.toggle_lock}
        table.chosen.connect(lambda ids: self.person_chosen.emit(ids[0] if ids else 0))
        table.activated.connect(self._activated)
        table.customContextMenuRequested.connect(self._offer_menu)
        return table

    # -- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the rounds as fully as there is room for."""
        super().resizeEvent(event)
        self._show_rounds()

    def refresh(self) -> None:
        """Show the day as it stands."""
        day = self._workspace.day or StudyDay()
        if any(old is not new for old, new in zip(_given_out_by(self.standing.day), _given_out_by(day), strict=True)):
            # What was found, and what was said of it, is about a day that isn't any more.
            self.found = None
            self.outcome.hide()
        self.standing = self._stands(day)
        self._show_rounds()
        self._show_cards()
        self.table.show_rounds([(number, self._short_title(number)) for number in self.standing.ground.rounds])
        self._show_people()
        writable = not self._workspace.library.read_only
        has_rounds = bool(self.standing.ground.rounds)
        self.share.setEnabled(writable and has_rounds and bool(day.registrations))
        for action in (self.read, self.enter):
            action.setEnabled(writable and has_rounds)
        for action in (self.copy, self.form):
            action.setEnabled(has_rounds)
        stands = writable and has_rounds and bool(day.allotments)
        self.renew.setVisible(stands)
        self.renew_small.setEnabled(stands)
        self.keep_small.setEnabled(self.share.isEnabled())
        self.unlock.setEnabled(writable and any(each.locked for each in day.allotments))

    def _stands(self, day: StudyDay) -> Standing:
        """Return how the places stand; who may sit where is looked up anew only where it may have changed."""
        before = self.standing.day
        locked = [{each.id for each in one.allotments if each.locked} for one in (before, day)]
        is_same = locked[0] == locked[1] and self._setting is self._workspace.setting
        for name in ("parts", "blocks", "registrations", "preferences"):
            is_same = is_same and getattr(before, name) is getattr(day, name)
        self._setting = self._workspace.setting
        return Standing(day, self.standing.ground) if is_same else Standing.of(day, self._workspace.setting)

    @property
    def round(self) -> int | None:
        """The round that is shown."""
        place = self.rounds.currentIndex()
        rounds = self.standing.ground.rounds
        return rounds[place] if 0 <= place < len(rounds) else None

    def show_round(self, number: int) -> None:
        """Show another round."""
        if number in self.standing.ground.rounds:
            self.rounds.setCurrentIndex(self.standing.ground.rounds.index(number))

    def choose(self, person: int) -> bool:
        """Select somebody, whom no filter hides; return whether they are here."""
        if self.table.things.row_of(person) < 0:
            self.words.clear()
            self.show_only(Shown.EVERYONE)
        self.table.choose(person)
        return self.table.things.row_of(person) >= 0

    def shows_option(self, option: int) -> bool:
        """Show the round of an option, where it has a card here or would have one if it took place."""
        day = self._workspace.day or StudyDay()
        number = next((block.round for block in day.blocks if block.id == option), None)
        if number is None or number not in self.standing.ground.rounds:
            return False
        self.show_round(number)
        return True

    def show_only(self, shown: Shown) -> None:
        """Show some people only."""
        self.filter.setCurrentIndex(self.filter.findData(shown))

    def chips(self, registration: Registration, number: int) -> tuple[Chip, ...]:
        """Return what is said of somebody's place in a round, and of all those of a group that is divided."""
        _ = self._workspace.language.gettext
        key = (registration.id, number)
        without = key in self.standing.tally.without and bool(self.standing.given)
        given = self.standing.shared.get(key, ())
        if not given:
            if (registration.person or 0, number) in self.standing.leads:
                return (Chip(text=_("leads a workshop"), has_place=False),)
            return (Chip(text=_("no place") if without else "–", has_place=False, is_wrong=without),)
        left = registration.count - sum(each.count for each in given) if without else 0
        is_divided = len(given) > 1 or left > 0
        wishes = key in self.standing.ground.wishing
        chips = []
        for each in given:
            name = self._cells.name("block", each.option)
            text = f"{each.count} × {name}" if is_divided else name
            chips.append(Chip(text=text, wish=(each.rank or 0) if wishes else None, locked=each.locked))
        if left:
            chips.append(Chip(text=f"{left} × {_('no place')}", has_place=False, is_wrong=True))
        return tuple(chips)

    def _show_rounds(self) -> None:
        titles = self._titles()
        if titles != [self.rounds.tabText(place) for place in range(self.rounds.count())]:
            current = max(self.rounds.currentIndex(), 0)
            self.rounds.blockSignals(True)
            while self.rounds.count():
                self.rounds.removeTab(0)
            for title in titles:
                place = self.rounds.addTab(title)
                self.rounds.setTabToolTip(place, self._full_title(self.standing.ground.rounds[place]))
                self.rounds.setAccessibleTabName(place, self._full_title(self.standing.ground.rounds[place]))
            self.rounds.setCurrentIndex(min(current, len(titles) - 1))
            self.rounds.blockSignals(False)
        self.rounds.setVisible(bool(titles))

    def _round_changed(self) -> None:
        self._option = None
        self._show_cards()
        self._show_people()

    def _show_cards(self) -> None:
        number = self.round
        options = [each for each in self.standing.ground.options.values() if each.round == number]
        self.cards.show_options([self._filled(each) for each in options], self._option)

    def _filled(self, option: Block) -> Filled:
        language = self._workspace.language
        taken, seats = self.standing.taken[option.id], self.standing.ground.capacities[option.id]
        leads = ", ".join(self._cells.name("person", lead.person) for lead in option.leads)
        note, is_wrong = "", False
        if seats is not None and taken > seats:
            note, is_wrong = language.gettext("too full"), True
        elif option.minimum and taken < option.minimum and self.standing.given:
            note = language.gettext("at least {n}").replace("{n}", str(option.minimum))
            is_wrong = taken > 0
        elif seats is not None and taken == seats and seats:
            note = language.gettext("full")
        elif kept := self.standing.ground.kept[option.id]:
            note = language.gettext("{n} kept free").replace("{n}", str(kept))
        return Filled(
            option=option.id,
            title=self._cells.name("block", option.id),
            beside=" · ".join(filter(None, (self._cells.name("room", option.room), leads))),
            count=seats_words(taken, seats, language),
            share=None if seats is None else taken / seats if seats else 1.0,
            note=note,
            is_wrong=is_wrong,
        )

    def _show_people(self) -> None:
        language, day = self._workspace.language, self._workspace.day or StudyDay()
        _ = language.gettext
        shown = Shown(self.filter.currentData() or Shown.EVERYONE)
        words = self.words.text().casefold().split()
        people = [
            each
            for each in day.registrations
            if is_shown(each, shown, self.standing, self._option) and all(word in self._words(each) for word in words)
        ]
        names = {each.id: self._cells.name("registration", each.id) for each in people}
        people.sort(key=lambda each: (language.sort_key(names[each.id]), each.id))
        nobody = _("Nobody registered yet. Enter choices, or read them from a table.")
        self.table.empty = (
            _("Nobody is like that: look for something else, or show everyone.") if day.registrations else nobody
        )
        self.table.show_things(people)
        self.table.things.tell_all_changed()
        text = language.gettext("{n} of {all}") if len(people) != len(day.registrations) else "{n}"
        self.count.setText(text.replace("{n}", str(len(people))).replace("{all}", str(len(day.registrations))))

    def _words(self, person: Registration) -> str:
        return f"{self._cells.name('registration', person.id)} {self._section(person)}".casefold()

    def _section(self, registration: Registration) -> str:
        people = self._workspace.setting.people
        person = next((each for each in people if each.id == registration.person), None)
        if person is not None and person.section:
            return person.section
        return self._cells.name("group", registration.group)

    def _wish(self, rank: int, registration: Registration) -> str:
        number = self.round
        if number is None:
            return ""
        option = self.standing.wished(registration.id, number).get(rank)
        if option is not None:
            return self._cells.name("block", option)
        off = self.standing.called_off(registration.id, number).get(rank)
        if off is not None:
            return called_off(self._cells.name("block", off), self._workspace.language)
        barred = self.standing.out_of_reach(registration.id, number).get(rank)
        if barred is None:
            return ""
        title = self._cells.name("block", barred)
        return self._workspace.language.gettext("Can’t: {title}").replace("{title}", title)

    def _titles(self) -> list[str]:
        """Name the rounds as fully as there is room for: with their times, without, or by number alone."""
        rounds, metrics = self.standing.ground.rounds, self.rounds.fontMetrics()
        buttons = [each for each in (self.take_in, self.renew, self.share, self.more) if not each.isHidden()]
        room = self.width() - sum(each.sizeHint().width() + AROUND // 4 for each in buttons)
        full, short = ([name(number) for number in rounds] for name in (self._full_title, self._short_title))
        for titles in (full, short):
            if sum(metrics.horizontalAdvance(title) + AROUND for title in titles) <= room or len(rounds) == 1:
                return titles
        return [str(place) for place, _number in enumerate(rounds, 1)]

    def _full_title(self, number: int) -> str:
        slot, clock = self._workspace.schedule.index.get(number), self._workspace.language.clock
        name = self._short_title(number)
        return name if slot is None else f"{name}  {clock(slot.start)}–{clock(slot.end)}"

    def _short_title(self, number: int) -> str:
        titles = [self._cells.name("block", each) for each in self.standing.ground.rounds]
        title = self._cells.name("block", number)
        if titles.count(title) > 1 or len(titles) > 1:
            place = self.standing.ground.rounds.index(number) + 1
            return self._workspace.language.gettext("Round {n}").replace("{n}", str(place))
        return title

    def _dropped(self, person: int, option: int) -> None:
        if self.round is not None and not self._workspace.library.read_only:
            self.hand.move(person, self.round, option)

    def _costs(self, person: int, option: int) -> Costs:
        assert self.round is not None
        return self.hand.costs(person, self.round, option)

    def _offer_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            self._open_menu(index, self.table.viewport().mapToGlobal(at))

    def _activated(self, index: QModelIndex) -> None:
        where = self.table.visualRect(index)
        self._open_menu(index, self.table.viewport().mapToGlobal(where.bottomLeft()))

    def _open_menu(self, index: QModelIndex, at: QPoint) -> None:
        """Offer the options of the round of a column, else of the one that is shown, and to lock."""
        number = self.table.round_at(index.column()) or self.round
        if number is not None:
            self.hand.offer(self.table.things.thing_at(index.row()).id, number, at)

    def _card_chosen(self, option: int) -> None:
        self._option = option or None
        if Shown(self.filter.currentData()) is Shown.IN_OPTION:
            self._show_people()
        self.option_chosen.emit(option)

    # -- what came of it

    @property
    def said(self) -> str:
        """What came of the last thing that was done here, if it is still said."""
        return "" if self.outcome.isHidden() else self.outcome.text()

    def say_again(self, found: Allotting | None, text: str) -> None:
        """Say of places that stand what was said when they were given out, in the language of now."""
        self.found = found
        text = text if found is None else self.giving.outcome(found)
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def _keep(self, found: Allotting) -> None:
        """Remember the allotment as long as its places stand."""
        self.found = found
        self.renewed.emit()

    def _say(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))
        announce(self, text)


def _given_out_by(day: StudyDay) -> tuple[object, ...]:
    """Return what an allotment of a day depends on, and its places."""
    return (day.parts, day.blocks, day.registrations, day.preferences, day.allotments)
