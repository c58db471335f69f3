"""What the right column shows of somebody: the place in each round, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from studydag.model.rules.choices.standing import Standing
from studydag.ui.choices.words import rank_words
from studydag.ui.item_models.cells import Cells
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace


class PersonPlaces(QWidget):
    """A card for each round. `offer_moves` opens the menu of options, `lock` locks or unlocks."""

    def __init__(
        self,
        workspace: Workspace,
        offer_moves: Callable[[int, int, QPoint], None],
        lock: Callable[[int, int], None],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._workspace = workspace
        self._offer_moves = offer_moves
        self._lock = lock
        self._cells = Cells(workspace)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 6, 6)
        self._layout.setSpacing(6)
        self.heading = text_label("", self, "heading")
        self._layout.addWidget(self.heading)
        self.cards: list[QFrame] = []
        self.hide()

    def show_person(self, standing: Standing | None, person: int | None) -> None:
        """Show the places of somebody, or of nobody."""
        for card in self.cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.setVisible(standing is not None and person is not None and bool(standing.ground.rounds))
        if standing is None or person is None:
            return
        self.heading.setText(self._cells.name("registration", person))
        for number in standing.ground.rounds:
            card = self._card(standing, person, number)
            self._layout.addWidget(card)
            self.cards.append(card)

    def _card(self, standing: Standing, person: int, number: int) -> QFrame:
        _, language = self._workspace.language.gettext, self._workspace.language
        given = standing.given.get((person, number))
        card = QFrame(self)
        card.setProperty("role", "card")
        without = (person, number) in standing.tally.without and bool(standing.given)
        card.setProperty("weight", "must" if without else "holds" if given is not None else "hint")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(2)
        layout.addWidget(text_label(self._cells.name("block", number), self, "quiet"))
        theirs = standing.shared.get((person, number), ())
        if not theirs:
            layout.addWidget(text_label(_("no place") if standing.given else _("no place yet"), self, "heading"))
        for each in theirs:
            title = self._cells.name("block", each.option)
            is_all = each.count == standing.people[person].count
            layout.addWidget(text_label(title if is_all else f"{each.count} × {title}", self, "heading"))
            why = language.capitalised(language.wording(each.reason, dict(each.figures)))
            if each.reason == "first choice":
                why = language.capitalised(rank_words(1, language))
            layout.addWidget(text_label(f"{why}.", self))
        if without:
            why = language.wording(standing.why_none(person, number), {})
            layout.addWidget(text_label(f"{language.capitalised(why)}.", self))
        row = QHBoxLayout()
        row.setSpacing(2)
        move = QToolButton(card)
        move.setText(_("Move…") if given is not None else _("Place…"))
        move.setToolTip(_("Choose another option, and see what it costs"))
        move.clicked.connect(
            lambda _checked=False: self._offer_moves(person, number, move.mapToGlobal(move.rect().bottomLeft()))
        )
        row.addWidget(move)
        if given is not None:
            lock = QToolButton(card)
            lock.setText(_("Unlock") if given.locked else _("Lock"))
            lock.setToolTip(_("A locked place stays when places are given out again."))
            lock.clicked.connect(lambda _checked=False: self._lock(person, number))
            row.addWidget(lock)
        row.addStretch(1)
        writable = not self._workspace.library.read_only
        for button in card.findChildren(QToolButton):
            button.setEnabled(writable)
            button.setAccessibleName(f"{button.text()} {self._cells.name('block', number)}")
        layout.addLayout(row)
        return card
