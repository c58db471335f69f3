"""Shows who gets another place before places are brought up to date, and what that does to the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from studydag.labels.titles import called_off
from studydag.model.rules.choices.standing import Standing, moved_by
from studydag.model.values.allotting import Allotting, Moved, Tally
from studydag.ui.asking.dialog import Dialog
from studydag.ui.choices.words import rank_words
from studydag.ui.item_models.cells import Cells
from studydag.ui.workspace import Workspace

ROWS = 12


class WhoMovesDialog(Dialog):
    """A line for each place that changes; accepting it applies them all."""

    def __init__(
        self, workspace: Workspace, standing: Standing, found: Allotting, parent: QWidget | None = None
    ) -> None:
        """Show what would change against the places that stand."""
        language = workspace.language
        _ = language.gettext
        super().__init__(_("Who moves"), language, parent, accept=_("Apply"), characters=130)
        self._cells = Cells(workspace)
        self._standing = standing
        moved = moved_by(standing, found)
        self.counts = self.add_text(self._counted(moved), "heading")
        self.add_text(
            _(
                "All others stay where they are, even where other places would be fairer: to get those, give out "
                "all places again. One undo takes all of it back."
            ),
            "quiet",
        )
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([_("Who"), _("Round"), _("From"), _("To")])
        self.tree.setAccessibleName(_("Who moves"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        for each in moved:
            item = QTreeWidgetItem(self.tree, self._texts(each))
            for column in range(4):
                item.setToolTip(column, item.text(column))
        self.tree.header().setStretchLastSection(False)
        wide = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((32, 14)):
            self.tree.setColumnWidth(column, characters * wide)
        for column in (2, 3):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnHidden(1, len(standing.ground.rounds) < 2)
        self.body.addWidget(self.tree, 1)
        before, after = standing.tally, standing.with_places(found).tally
        if len(standing.ground.rounds) > 1:
            begins = _("Now, over all rounds:"), _("Then, over all rounds:")
        else:
            begins = _("Now:"), _("Then:")
        said = (self._tally(begin, tally) for begin, tally in zip(begins, (before, after), strict=True))
        self.effect = self.add_text("\n".join(said))

    def _counted(self, moved: Sequence[Moved]) -> str:
        """Say how many people get a place or another one, and how many are left without one; leads apart."""
        leading = _people(each for each in moved if each.before is None and self._leads(each))
        coming = _people(each for each in moved if each.before is None and not self._leads(each))
        moving = _people(each for each in moved if each.before is not None and each.after is not None)
        losing = _people(each for each in moved if each.after is None)
        said = []
        if coming:
            text = self.language.ngettext("{n} person gets a place.", "{n} people get a place.", coming)
            said.append(text.replace("{n}", str(coming)))
        if moving:
            text = self.language.ngettext("{n} person gets another place.", "{n} people get another place.", moving)
            said.append(text.replace("{n}", str(moving)))
        if losing:
            text = self.language.ngettext(
                "For {n} person there is no place any more.", "For {n} people there is no place any more.", losing
            )
            said.append(text.replace("{n}", str(losing)))
        if leading:
            text = self.language.ngettext(
                "{n} lead is put in the workshop they give.", "{n} leads are put in the workshops they give.", leading
            )
            said.append(text.replace("{n}", str(leading)))
        return " ".join(said)

    def _leads(self, moved: Moved) -> bool:
        return self._standing.is_lead(moved.registration, moved.round)

    def _texts(self, moved: Moved) -> list[str]:
        name = self._cells.name("registration", moved.registration)
        person = self._standing.people.get(moved.registration)
        return [
            f"{moved.count} × {name}" if person is not None and person.count > 1 else name,
            self._round(moved.round),
            self._place(moved.registration, moved.round, moved.before, moved.rank_before),
            self._place(moved.registration, moved.round, moved.after, moved.rank_after),
        ]

    def _round(self, number: int) -> str:
        rounds = self._standing.ground.rounds
        if len(rounds) < 2 or number not in rounds:
            return self._cells.name("block", number)
        return self.language.gettext("Round {n}").replace("{n}", str(rounds.index(number) + 1))

    def _place(self, registration: int, number: int, option: int | None, rank: int | None) -> str:
        is_lead = self._standing.is_lead(registration, number)
        if option is None:
            # No place is due to who leads a workshop.
            return "–" if is_lead else self.language.gettext("no place")
        title = self._cells.name("block", option)
        if option not in self._standing.ground.options:
            return called_off(title, self.language)
        if is_lead:
            return f"{title} ({self.language.gettext('leads a workshop')})"
        wishes = (registration, number) in self._standing.ground.wishing
        return f"{title} ({rank_words(rank, self.language)})" if wishes else title

    def _tally(self, begin: str, tally: Tally) -> str:
        """Count places: by the choice that each meets, free seats of who chose nothing, and those that lack."""
        _ = self.language.gettext
        counts = [
            *((rank_words(rank, self.language), count) for rank, count in tally.ranks.items()),
            (_("nothing chosen"), tally.free),
            (_("no place"), tally.lacking),
        ]
        said = ", ".join(f"{words} {count}×" for words, count in counts if count)
        return f"{begin} {said or '–'}"


def _people(moved: Iterable[Moved]) -> int:
    """Return how many people these are: who moves in several rounds is one person, and of a group so many move."""
    found: dict[int, Counter[int]] = {}
    for each in moved:
        found.setdefault(each.registration, Counter())[each.round] += each.count
    return sum(max(rounds.values()) for rounds in found.values())
