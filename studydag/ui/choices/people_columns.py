"""What the board says of people: who they are, what they wish in the round in view, and the places they have."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from studydag.labels.titles import called_off
from studydag.model.rules.choices.standing import Standing
from studydag.model.values.choices import Registration
from studydag.ui.choices.people_table import Chip
from studydag.ui.choices.words import rank_words, who_words
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.workspace import Workspace

RANKS = 3
"""Wishes that have a column."""


class PeopleColumns:
    """Words for people, of whom `standing` says what they have, and `shown_round` which of their wishes count now."""

    def __init__(
        self,
        workspace: Workspace,
        cells: Cells,
        standing: Callable[[], Standing],
        shown_round: Callable[[], int | None],
    ) -> None:
        """Read nothing yet."""
        self._workspace, self._cells = workspace, cells
        self._standing, self._round = standing, shown_round

    def columns(self) -> list[TableColumn]:
        """Return a column for who it is, for the section and for each of the first wishes."""
        language, cells = self._workspace.language, self._cells
        _ = language.gettext
        return [
            TableColumn(title=_("Who"), text=lambda each: who_words(each, cells, language), stretches=3),
            TableColumn(title=_("Department"), text=self.section),
            *(
                TableColumn(
                    title=language.capitalised(rank_words(rank, language)),
                    text=partial(self.wish, rank),
                    stretches=2,
                    name=f"wish-{rank}",
                )
                for rank in range(1, RANKS + 1)
            ),
        ]

    def words_of(self, person: Registration) -> str:
        """Return what a filter looks through: name and section, in small letters."""
        return f"{self._cells.name('registration', person.id)} {self.section(person)}".casefold()

    def section(self, registration: Registration) -> str:
        """Name the section of somebody, else their group."""
        people = self._workspace.setting.people
        person = next((each for each in people if each.id == registration.person), None)
        if person is not None and person.section:
            return person.section
        return self._cells.name("group", registration.group)

    def wish(self, rank: int, registration: Registration) -> str:
        """Name what somebody wished in the round in view, and say where that is called off or out of reach."""
        number, standing = self._round(), self._standing()
        if number is None:
            return ""
        option = standing.wished(registration.id, number).get(rank)
        if option is not None:
            return self._cells.name("block", option)
        off = standing.called_off(registration.id, number).get(rank)
        if off is not None:
            return called_off(self._cells.name("block", off), self._workspace.language)
        barred = standing.out_of_reach(registration.id, number).get(rank)
        if barred is None:
            return ""
        title = self._cells.name("block", barred)
        return self._workspace.language.gettext("Can’t: {title}").replace("{title}", title)

    def chips(self, registration: Registration, number: int) -> tuple[Chip, ...]:
        """Return what is said of somebody's place in a round, and of all those of a group that is divided."""
        _, standing = self._workspace.language.gettext, self._standing()
        key = (registration.id, number)
        without = key in standing.tally.without and bool(standing.given)
        given = standing.shared.get(key, ())
        if not given:
            if (registration.person or 0, number) in standing.leads:
                return (Chip(text=_("leads a workshop"), has_place=False),)
            return (Chip(text=_("no place") if without else "–", has_place=False, is_wrong=without),)
        left = registration.count - sum(each.count for each in given) if without else 0
        is_divided = len(given) > 1 or left > 0
        wishes = key in standing.ground.wishing
        chips = []
        for each in given:
            name = self._cells.name("block", each.option)
            text = f"{each.count} × {name}" if is_divided else name
            chips.append(Chip(text=text, wish=(each.rank or 0) if wishes else None, locked=each.locked))
        if left:
            chips.append(Chip(text=f"{left} × {_('no place')}", has_place=False, is_wrong=True))
        return tuple(chips)
