"""The wishes of one registration for each choice round, and the place it got."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from studydag.labels.titles import called_off, title_of
from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.operations.choices import set_wishes
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.roles import give_role
from studydag.ui.workspace import Workspace

RANKS = 3


class WishesGrid(QWidget):
    """A line for each round: first, second and third wish, and the place."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._workspace = workspace
        self._registration: Registration | None = None
        self._rounds: tuple[tuple[str, int, tuple[Choice, ...]], ...] = ()
        self.heading = WrappedLabel("", self)
        self.heading.setProperty("role", "heading")
        self._holder = QWidget(self)
        self.wishes: dict[tuple[int, int], ChoiceField] = {}
        self.places: dict[int, ChoiceField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 0)
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self._holder)

    def show_registration(self, registration: Registration | None, name: str) -> None:
        """Show the wishes and places of a registration, or (None) of nobody."""
        self._registration = registration
        _ = self._workspace.language.gettext
        self.heading.setText(
            _("Preferences and places of {name}").replace("{name}", name)
            if registration is not None
            else _("Select somebody to note preferences and places.")
        )
        give_role(self.heading, "quiet" if registration is None else "heading")
        self._build()
        self._holder.setVisible(registration is not None)
        day = self._workspace.day
        if registration is None or day is None:
            return
        wished = {
            (wish.round, wish.rank): wish.option for wish in day.preferences if wish.registration == registration.id
        }
        given = {place.round: place.option for place in day.allotments if place.registration == registration.id}
        for (round_id, rank), field in self.wishes.items():
            field.show_value(wished.get((round_id, rank)))
        for round_id, field in self.places.items():
            field.show_value(given.get(round_id))

    def _build(self) -> None:
        """Make the lines anew when rounds or options have changed."""
        day, language = self._workspace.day, self._workspace.language
        rounds = [block for block in (day.blocks if day is not None else ()) if block.kind is BlockKind.ROUND]
        wanted = tuple(
            (title_of(each, language), each.id, tuple(_choice(option, language) for option in options_of(day, each.id)))
            for each in rounds
            if day is not None
        )
        if wanted == self._rounds and self.wishes:
            return
        self._rounds = wanted
        self._layout.removeWidget(self._holder)
        self._holder.deleteLater()
        self._holder = QWidget(self)
        self._layout.addWidget(self._holder)
        self.wishes.clear()
        self.places.clear()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        _ = self._workspace.language.gettext
        titles = ("", _("First choice"), _("Second choice"), _("Third choice"), _("Place"))
        for column, title in enumerate(titles):
            label = QLabel(title, self._holder)
            label.setProperty("role", "quiet")
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, 1)
        for line, (name, round_id, options) in enumerate(wanted, 1):
            self._add_line(grid, line, name, round_id, [Choice(None, "–"), *options], titles)

    def _add_line(
        self,
        grid: QGridLayout,
        line: int,
        name: str,
        round_id: int,
        choices: Sequence[Choice],
        titles: tuple[str, ...],
    ) -> None:
        label = QLabel(name, self._holder)
        label.setWordWrap(True)
        label.setMinimumHeight(2 * label.fontMetrics().lineSpacing())
        grid.addWidget(label, line, 0)
        for rank in range(1, RANKS + 1):
            field = ChoiceField(choices)
            field.name(f"{name}: {titles[rank]}")
            field.edited.connect(lambda _value, round_id=round_id: self._wished(round_id))
            grid.addWidget(field, line, rank)
            self.wishes[round_id, rank] = field
        place = ChoiceField(choices)
        place.name(f"{name}: {titles[-1]}")
        place.edited.connect(lambda value, round_id=round_id: self._placed(round_id, value))
        grid.addWidget(place, line, RANKS + 1)
        self.places[round_id] = place
        for field in (*self.wishes.values(), *self.places.values()):
            field.setEnabled(not self._workspace.library.read_only)

    def _wished(self, round_id: int) -> None:
        registration = self._registration
        if registration is None:
            return
        shown = [self.wishes[round_id, rank].shown for rank in range(1, RANKS + 1)]
        options = [option for option in shown if option is not None]
        self._workspace.do(lambda: set_wishes(self._workspace.library, registration.id, round_id, options))

    def _placed(self, round_id: int, option: int | None) -> None:
        registration, day = self._registration, self._workspace.day
        if registration is None or day is None:
            return
        standing = next(
            (each for each in day.allotments if (each.registration, each.round) == (registration.id, round_id)), None
        )
        self._workspace.do(lambda: self._place(day.id, registration, round_id, standing, option))

    def _place(
        self, day_id: int, registration: Registration, round_id: int, standing: Allotment | None, option: int | None
    ) -> None:
        library = self._workspace.library
        if standing is not None and option is None:
            editing.delete(library, Allotment, standing.id)
        elif standing is not None:
            editing.change(library, Allotment, standing.id, option=option, rank_obtained=self._rank(round_id, option))
        elif option is not None:
            made = Allotment(
                registration=registration.id,
                round=round_id,
                option=option,
                count=registration.count,
                rank_obtained=self._rank(round_id, option),
            )
            editing.create(library, made, ("study_day", day_id))

    def _rank(self, round_id: int, option: Any) -> int | None:
        return next(
            (rank for (of_round, rank), field in self.wishes.items() if of_round == round_id and field.shown == option),
            None,
        )


def _choice(option: Block, language: Language) -> Choice:
    title = title_of(option, language)
    return Choice(option.id, called_off(title, language) if option.cancelled else title, offered=not option.cancelled)
