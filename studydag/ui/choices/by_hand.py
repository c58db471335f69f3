"""Places changed by hand: menus with what each option would cost, locks, and what a drop would cost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from studydag.model.operations import places
from studydag.model.operations.programme import cancel_blocks
from studydag.model.rules.choices.standing import Standing
from studydag.model.values.allotting import MoveCost
from studydag.model.values.programme import Block
from studydag.ui.choices.cards import Costs
from studydag.ui.choices.words import effect_words, problem_words, rank_words, seats_words, step_words, whole_cost
from studydag.ui.item_models.cells import Cells
from studydag.ui.menu import Menu
from studydag.ui.workspace import Workspace

TITLE = 44
"""Characters of a title in a menu."""


class ByHand(QObject):
    """Moves and locks on the board. `standing` gives the places as they are, `say` tells what came of it."""

    def __init__(
        self,
        workspace: Workspace,
        cells: Cells,
        standing: Callable[[], Standing],
        say: Callable[[str], None],
        holder: QWidget,
    ) -> None:
        """Open menus over `holder`."""
        super().__init__(holder)
        self._workspace, self._cells, self._standing, self._say, self._holder = workspace, cells, standing, say, holder

    @property
    def standing(self) -> Standing:
        """The places as they are."""
        return self._standing()

    def move(self, person: int, number: int, option: int | None) -> None:
        """Give somebody another option in a round, or (None) none; say what it cost."""
        cost = self.standing.cost(person, number, option)
        rank = self.standing.rank(person, number, option)
        library = self._workspace.library
        self._workspace.do(lambda: places.place(library, person, number, option, rank=rank))
        name = self._cells.name("registration", person)
        said = [f"{name}: {step_words(cost, self._workspace.language)}"]
        said += [effect_words(cost, self._workspace.language), *problem_words(cost, self._workspace.language)]
        self._say(" · ".join(filter(None, said)))

    def toggle_lock(self, people: tuple[int, ...], number: int | None = None) -> None:
        """Lock the places of some people (in a round, else in all), or unlock them where all are locked."""
        day = self._workspace.day
        theirs = [
            each
            for each in (() if day is None else day.allotments)
            if each.registration in people and number in {None, each.round}
        ]
        locked = not all(each.locked for each in theirs)
        ids = [each.id for each in theirs]
        self._workspace.do(lambda: places.lock(self._workspace.library, ids, locked=locked))

    def offer_to_call_off(self, option: int, at: QPoint) -> None:
        """Open the menu of an option, with which it is called off; its people then need other places."""
        _ = self._workspace.language.gettext
        menu = Menu(self._holder)
        menu.setAccessibleName(self._cells.name("block", option))
        action = menu.addAction(_("Call off this option"))
        action.setEnabled(not self._workspace.library.read_only)
        action.triggered.connect(
            lambda _checked=False: self._workspace.do(lambda: cancel_blocks(self._workspace.library, [option]))
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def unlock_all(self) -> None:
        """Unlock all places, as one step."""
        day = self._workspace.day
        ids = [each.id for each in (() if day is None else day.allotments) if each.locked]
        self._workspace.do(lambda: places.lock(self._workspace.library, ids, locked=False))

    def offer(self, person: int, number: int, at: QPoint) -> None:
        """Open a menu with the options of a round, what each would cost, and the lock."""
        _ = self._workspace.language.gettext
        menu = Menu(self._holder)
        menu.setAccessibleName(self._cells.name("registration", person))
        self._add_moves(menu, person, number)
        given = self.standing.given.get((person, number))
        if given is not None:
            lock = menu.addAction(_("Unlock this place") if given.locked else _("Lock this place"))
            lock.setShortcut(QKeySequence(Qt.Key.Key_L))
            lock.setEnabled(not self._workspace.library.read_only)
            lock.triggered.connect(lambda _checked=False: self.toggle_lock((person,), number))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        action = next((each for each in menu.actions() if each.isEnabled()), None)
        if action is not None:
            menu.setActiveAction(action)

    def _add_moves(self, menu: QMenu, person: int, number: int) -> None:
        _, language = self._workspace.language.gettext, self._workspace.language
        menu.setToolTipsVisible(True)
        stood = self.standing.given.get((person, number))
        writable = not self._workspace.library.read_only
        for option in self.standing.ground.options.values():
            if option.round != number:
                continue
            cost = self.standing.cost(person, number, option.id)
            is_here = stood is not None and stood.option == option.id
            action = menu.addAction(self._move_words(option, cost, is_here=is_here).replace("&", "&&"))
            action.setToolTip(whole_cost(cost, language))
            action.setCheckable(True)
            action.setChecked(is_here)
            action.setEnabled(writable)
            action.triggered.connect(partial(self._move_to, person, number, option.id))
        if stood is not None:
            menu.addSeparator()
            none = menu.addAction(_("No place"))
            none.setToolTip(whole_cost(self.standing.cost(person, number, None), language))
            none.setEnabled(writable)
            none.triggered.connect(partial(self._move_to, person, number, None))

    def _move_words(self, option: Block, cost: MoveCost, *, is_here: bool) -> str:
        language = self._workspace.language
        metrics = self._holder.fontMetrics()
        widest = metrics.averageCharWidth() * TITLE
        title = self._cells.name("block", option.id)
        said = [metrics.elidedText(title, Qt.TextElideMode.ElideRight, widest)]
        if cost.wishes:
            said.append(rank_words(cost.rank_after, language))
        said.append(seats_words(self.standing.taken[option.id], cost.seats, language))
        if cost.problems and not is_here:
            said.append("⚠ " + problem_words(cost, language)[0])
        return " · ".join(said)

    def _move_to(self, person: int, number: int, option: int | None, _checked: bool = False) -> None:
        self.move(person, number, option)

    def costs(self, person: int, number: int, option: int) -> Costs:
        """Return what a drop would cost, and say it."""
        language = self._workspace.language
        cost = self.standing.cost(person, number, option)
        problems = problem_words(cost, language)
        whole = whole_cost(cost, language)
        names = f"{self._cells.name('registration', person)} → {self._cells.name('block', option)}"
        self._say(f"{names}: {whole.replace(chr(10), ' · ')}")
        return Costs(
            short=problems[0] if problems else step_words(cost, language), whole=whole, is_wrong=bool(problems)
        )
