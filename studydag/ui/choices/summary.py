"""What the whole comes to, beside the board: how many got which choice, who is worst off, and what holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from studydag.model.rules.choices.standing import Standing
from studydag.model.values.allotting import Allotting
from studydag.ui.choices.filters import Shown
from studydag.ui.choices.words import rank_words
from studydag.ui.item_models.cells import Cells
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace

WORST = 5
"""So many of those who are worst off are named."""


class Summary(QWidget):
    """Figures, names and checks of the places that stand.

    `show` filters the board, `visit` selects somebody there, `renew` brings places up to date.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        show: Callable[[Shown], None],
        visit: Callable[[int], object],
        renew: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Build the boxes."""
        super().__init__(parent)
        self._workspace = workspace
        self._show, self._visit, self._renew = show, visit, renew
        self._cells = Cells(workspace)
        _ = workspace.language.gettext
        heading = QLabel(_("Allotment"), self)
        heading.setProperty("role", "heading")
        self.first, first = self._box(_("1st choice"))
        self.second, second = self._box(_("1st or 2nd"))
        self.lowest, lowest = self._box(_("Nobody lower than"))
        self.locked, locked = self._box(_("Fixed"))
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(first, 0, 0)
        grid.addWidget(second, 0, 1)
        grid.addWidget(lowest, 1, 0, 1, 2)
        grid.addWidget(locked, 2, 0, 1, 2)
        self.ranks = self._text("quiet")
        self.proof = self._text("quiet")
        self._rest = QVBoxLayout()
        self._rest.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addLayout(grid)
        layout.addWidget(self.ranks)
        layout.addWidget(self.proof)
        layout.addLayout(self._rest)
        layout.addStretch(1)
        self._made: list[QWidget] = []

    def show_standing(self, standing: Standing, found: Allotting | None) -> None:
        """Say how the places stand; `found` is the allotment that gave them, where nothing has changed since."""
        language, tally = self._workspace.language, standing.tally
        for label, share in ((self.first, tally.first), (self.second, tally.first_or_second)):
            label.setText("–" if share is None else language.percent(share))
        self.lowest.setText("–" if tally.worst_rank is None else rank_words(tally.worst_rank, language))
        if None in tally.ranks:
            self.lowest.setText(language.capitalised(rank_words(None, language)))
        self.locked.setText(self._fixed(standing))
        said = [f"{rank_words(rank, language)}: {count}" for rank, count in tally.ranks.items()]
        self.ranks.setText(" · ".join(said))
        self.ranks.setVisible(bool(said))
        self.proof.setText(self._proof(found))
        self.proof.setVisible(bool(self.proof.text()))
        for each in self._made:
            self._rest.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._made = []
        if standing.given:
            self._add_worst_off(standing)
        self._add_checks(standing)

    def _proof(self, found: Allotting | None) -> str:
        _ = self._workspace.language.gettext
        if found is None:
            return ""
        if found.is_optimal and found.is_near:
            return _("Proven: with as few people moved, no allotment is fairer than this one.")
        if found.is_optimal:
            return _("Proven: no allotment is fairer than this one.")
        text = _("A better allotment may exist, by at most {share}.")
        return text.replace("{share}", self._workspace.language.percent(found.gap))

    def _fixed(self, standing: Standing) -> str:
        ngettext = self._workspace.language.ngettext
        leads = {person for person, _ in standing.leads}
        settled = len(standing.ground.settled)
        said = []
        if leads:
            text = ngettext("{n} lead gives a workshop", "{n} leads give a workshop", len(leads))
            said.append(text.replace("{n}", str(len(leads))))
        if settled:
            text = ngettext("{n} place fixed or locked", "{n} places fixed or locked", settled)
            said.append(text.replace("{n}", str(settled)))
        return " · ".join(said) or "–"

    def _add_worst_off(self, standing: Standing) -> None:
        worst = list(standing.worst_off())
        if not worst:
            return
        _, language = self._workspace.language.gettext, self._workspace.language
        self._add(self._heading(_("Without a first choice")))
        for each in worst[:WORST]:
            ranks = ", ".join(rank_words(rank, language) for rank in each.ranks)
            name = self._cells.name("registration", each.registration)
            self._add(LinkButton(f"{name}: {ranks}", partial(self._visit, each.registration), self))
        if len(worst) > WORST:
            more = language.ngettext("And {count} more.", "And {count} more.", len(worst) - WORST)
            text = more.replace("{count}", str(len(worst) - WORST))
            self._add(LinkButton(text, lambda: self._show(Shown.NO_FIRST), self))

    def _add_checks(self, standing: Standing) -> None:
        _, ngettext = self._workspace.language.gettext, self._workspace.language.ngettext
        if standing.given or standing.without_wishes or standing.homeless or standing.twice or standing.too_full:
            self._add(self._heading(_("Checks")))
        homeless, without = len(standing.homeless), standing.tally.people_without
        if homeless:
            text = ngettext(
                "{n} place is in an option that no longer takes place",
                "{n} places are in options that no longer take place",
                homeless,
            )
            self._card("must", text.replace("{n}", str(homeless)), _("Find other places…"), self._renew)
        if without and standing.given:
            text = ngettext("{n} person has no place", "{n} people have no place", without).replace("{n}", str(without))
            self._card("must", text, _("Show them"), lambda: self._show(Shown.WITHOUT_PLACE), self._shortage(standing))
        elif standing.given:
            self._card("holds", _("Everybody has a place in every round"))
        twice, full = standing.twice, standing.too_full
        if twice:
            names = self._workspace.language.list([self._cells.name("registration", each) for each in twice])
            self._card("must", _("Twice in the same workshop: {names}").replace("{names}", names))
        elif len(standing.ground.rounds) > 1 and standing.given:
            self._card("holds", _("Nobody is twice in the same workshop"))
        self._add_misplaced(standing)
        if full:
            names = self._workspace.language.list([self._cells.name("block", each) for each in full])
            self._card("must", _("More people than seats: {names}").replace("{names}", names))
        elif standing.given:
            self._card("holds", _("No option has more people than seats"))
        none = sum(standing.people[each].count for each in standing.without_wishes)
        if none:
            text = ngettext("{n} person has no choices", "{n} people have no choices", none).replace("{n}", str(none))
            more = _("They get a free seat") if standing.given else ""
            self._card("should", text, _("Show them"), lambda: self._show(Shown.NO_CHOICES), more)

    def _add_misplaced(self, standing: Standing) -> None:
        if standing.misplaced:
            _, language = self._workspace.language.gettext, self._workspace.language
            names = language.list([self._cells.name("registration", each) for each in standing.misplaced])
            text = _("In an option that is not for them, or that they can’t reach: {names}").replace("{names}", names)
            self._card("must", text, _("Find other places…"), self._renew)

    def _shortage(self, standing: Standing) -> str:
        """Say where there are fewer seats than people: there the seats, and not the wishes, leave somebody out."""
        _ = self._workspace.language.gettext
        said = []
        for number, seats, people in standing.short_of_seats:
            text = _("{round}: {seats} seats for {people} people. Give an option more seats.")
            text = text.replace("{round}", self._cells.name("block", number))
            said.append(text.replace("{seats}", str(seats)).replace("{people}", str(people)))
        return "\n".join(said)

    def _card(
        self, weight: str, text: str, link: str = "", run: Callable[[], None] | None = None, more: str = ""
    ) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setProperty("weight", weight)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(2)
        label = QLabel(text, card)
        label.setWordWrap(True)
        layout.addWidget(label)
        if more:
            beneath = text_label(more, card, "quiet")
            layout.addWidget(beneath)
        if link and run is not None:
            layout.addWidget(LinkButton(link, run, card))
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        self._rest.addWidget(widget)
        self._made.append(widget)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "heading")
        return label

    def _text(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _box(self, title: str) -> tuple[QLabel, QFrame]:
        """Return the label of a figure, and the box with its title in which it stands."""
        box = QFrame(self)
        box.setProperty("role", "card")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(0)
        said = QLabel(title, box)
        said.setProperty("role", "quiet")
        figure = text_label("", box, "heading")
        layout.addWidget(said)
        layout.addWidget(figure)
        return figure, box
