"""The board: the options of a round as cards, and below them people with wishes and places, to sort out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydag.model.rules.choices.standing import Standing
from studydag.model.rules.space.occupancy import room_taken
from studydag.model.values.allotting import Allotting
from studydag.model.values.programme import Block, BlockKind, Mode
from studydag.model.values.study_day import StudyDay
from studydag.ui.announcing import announce, name_choice
from studydag.ui.choices.by_hand import ByHand
from studydag.ui.choices.cards import Costs, Filled, OptionCards
from studydag.ui.choices.filters import TITLES, Shown, is_shown
from studydag.ui.choices.giving_out import GivingOut
from studydag.ui.choices.people_columns import PeopleColumns
from studydag.ui.choices.people_table import PeopleTable
from studydag.ui.choices.round_tabs import RoundTabs
from studydag.ui.choices.words import seats_words
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.item_models.cells import Cells
from studydag.ui.layouts.head_layout import HeadLayout
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

AROUND_A_BUTTON, OF_A_ROUND = 8, 16
"""Pixels around a button; characters of the name of a round that are seen at least."""


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
        self.rounds = RoundTabs(workspace, cells, self)
        self.cards = OptionCards(lambda: look.colours, self._costs)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.people = PeopleColumns(workspace, cells, lambda: self.standing, lambda: self.rounds.round)
        self.table = self._made_table()
        self._build()

    # -- what it is made of

    def _build(self) -> None:
        self.rounds.currentChanged.connect(lambda _place: self._round_changed())
        self._make_buttons()
        self.outcome.hide()
        self.nothing = text_label("", self, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.nothing)
        layout.addWidget(self.cards)
        layout.addLayout(self._filters())
        layout.addWidget(self.table, 1)
        # Below all others, so that nothing moves away under the pointer when it has something to say.
        layout.addWidget(self.outcome)
        self.cards.chosen.connect(self._card_chosen)
        self.cards.dropped.connect(self._dropped)
        self.cards.menu_asked.connect(self.hand.offer_to_call_off)

    def _make_buttons(self) -> None:
        _ = self._workspace.language.gettext
        self.share = QPushButton(_("Give out places fairly"), self)
        self.share.setProperty("role", "primary")
        self.share.clicked.connect(lambda _checked=False: self.giving.give_out())
        self.renew = QPushButton(_("Bring up to date…"), self)
        self.renew.setToolTip(_("Find places for people who have none, and move as few others as possible"))
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

    def _head(self) -> HeadLayout:
        """Return the rounds, and what can be done for all of them, in a row where there is room."""
        top = HeadLayout()
        top.setSpacing(6)
        top.least_of_heading = self.fontMetrics().averageCharWidth() * OF_A_ROUND
        top.addWidget(self.rounds)
        for button in (self.take_in, self.renew, self.share, self.more):
            top.addWidget(button)
        return top

    def _filters(self) -> QHBoxLayout:
        """Return by what the people are filtered, and how many are left."""
        _ = self._workspace.language.gettext
        self.words = WordsLine(_("Filter people"), self)
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
        return row

    def _action(self, text: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _menu_button(self, text: str, *actions: QAction) -> QPushButton:
        button = QPushButton(text, self)
        menu = Menu(button)
        menu.addActions(actions)
        button.setMenu(menu)
        speak_as(button, SpokenAs.MENU)
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
        table = PeopleTable(
            self._workspace,
            self._look,
            self.people.columns(),
            self.people.chips,
            name=self._workspace.language.gettext("People with their choices and places"),
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
        self.table.show_rounds([(number, self.rounds.title_of(number)) for number in self.standing.ground.rounds])
        self._show_people()
        writable = not self._workspace.library.read_only
        has_rounds = bool(self.standing.ground.rounds)
        self.share.setEnabled(writable and has_rounds and bool(day.registrations))
        self._say_why_nothing(day, has_rounds=has_rounds)
        for action in (self.read, self.enter, self.paste):
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
        self.rounds.show_round(number)
        return True

    def commands(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Give what a day with rounds lets do here, but to read choices from a table: its words, and what does it.

        It goes by the day in view, which may not be shown here yet.
        """
        day = self._workspace.day or StudyDay()
        if not any(block.kind is BlockKind.ROUND for block in day.blocks):
            return
        writable = not self._workspace.library.read_only
        is_given_out = writable and bool(day.allotments)
        if writable and day.registrations:
            yield self.share.text(), self.share.click
            yield self.keep_small.text(), self.keep_small.trigger
        if is_given_out:
            yield self.renew.text(), self.renew.click
        given_out = (self.renew_small, self.unlock) if is_given_out else ()
        for action in (*given_out, *((self.enter, self.paste) if writable else ()), self.copy, self.form):
            yield action.text(), action.trigger

    def show_only(self, shown: Shown) -> None:
        """Show some people only."""
        self.filter.setCurrentIndex(self.filter.findData(shown))

    def _say_why_nothing(self, day: StudyDay, *, has_rounds: bool) -> None:
        """Say what there is to do first where no places are given out by what people chose."""
        _ = self._workspace.language.gettext
        if any(block.kind is BlockKind.ROUND for block in day.blocks):
            text = _("Nobody chooses in the rounds of this day. Rounds and options says how each is given out.")
        else:
            text = _("This day has no choice round yet. Add one under Rounds and options.")
        self.nothing.setText(text)
        self.nothing.setVisible(not has_rounds)

    def _show_rounds(self) -> None:
        buttons = [each for each in (self.take_in, self.renew, self.share, self.more) if not each.isHidden()]
        room = self.width() - sum(each.sizeHint().width() + AROUND_A_BUTTON for each in buttons)
        self.rounds.show_rounds(self.standing.ground.rounds, room)

    def _round_changed(self) -> None:
        self._option = None
        self._show_cards()
        self._show_people()

    def _show_cards(self) -> None:
        number = self.rounds.round
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
            beside=" · ".join(filter(None, (*self._where(option), leads))),
            count=seats_words(taken, seats, language),
            share=None if seats is None else taken / seats if seats else 1.0,
            note=note,
            is_wrong=is_wrong,
        )

    def _where(self, option: Block) -> tuple[str, ...]:
        """Return the room, where people sit in one, and how they take part where not only there."""
        how = "" if option.mode is Mode.IN_PERSON else self._workspace.language.member(option.mode)
        return self._cells.name("room", room_taken(option)), how

    def _show_people(self) -> None:
        language, day = self._workspace.language, self._workspace.day or StudyDay()
        _ = language.gettext
        shown = Shown(self.filter.currentData() or Shown.EVERYONE)
        words = self.words.text().casefold().split()
        people = [
            each
            for each in day.registrations
            if is_shown(each, shown, self.standing, self._option)
            and all(word in self.people.words_of(each) for word in words)
        ]
        names = {each.id: self._cells.name("registration", each.id) for each in people}
        people.sort(key=lambda each: (language.sort_key(names[each.id]), each.id))
        nobody = _("Nobody has registered yet. Enter choices, or read them from a table.")
        self.table.empty = (
            _("Nobody matches: look for something else, or show everyone.") if day.registrations else nobody
        )
        self.table.show_things(people)
        self.table.things.tell_all_changed()
        text = language.gettext("{n} of {all}") if len(people) != len(day.registrations) else "{n}"
        self.count.setText(text.replace("{n}", str(len(people))).replace("{all}", str(len(day.registrations))))

    def _dropped(self, person: int, option: int) -> None:
        if self.rounds.round is not None and not self._workspace.library.read_only:
            self.hand.move(person, self.rounds.round, option)

    def _costs(self, person: int, option: int) -> Costs:
        assert self.rounds.round is not None
        return self.hand.costs(person, self.rounds.round, option)

    def _offer_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            self._open_menu(index, self.table.viewport().mapToGlobal(at))

    def _activated(self, index: QModelIndex) -> None:
        where = self.table.visualRect(index)
        self._open_menu(index, self.table.viewport().mapToGlobal(where.bottomLeft()))

    def _open_menu(self, index: QModelIndex, at: QPoint) -> None:
        """Offer the options of the round of a column, else of the one that is shown, and to lock."""
        number = self.table.round_at(index.column()) or self.rounds.round
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
