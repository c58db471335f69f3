"""How the table of actions is grouped, and which of them it shows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from studydag.language import Language
from studydag.model.values.follow_up import Action
from studydag.model.values.wording import N_
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.layouts.beside import Beside

FEWEST_CHARACTERS = 12


class Grouping(StrEnum):
    """By what actions are put together."""

    SIDE = "side"
    OWNER = "owner"
    STATE = "state"
    GOAL = "goal"


class Shown(StrEnum):
    """Which actions are shown."""

    ALL = "all"
    UNFINISHED = "unfinished"
    OVERDUE = "overdue"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"


GROUPINGS = {
    Grouping.SIDE: N_("Before, on and after the day"),
    Grouping.OWNER: N_("Owner"),
    Grouping.STATE: N_("State"),
    Grouping.GOAL: N_("Goal"),
}
SHOWN = {
    Shown.ALL: N_("All actions"),
    Shown.UNFINISHED: N_("Not finished"),
    Shown.OVERDUE: N_("Overdue"),
    Shown.NO_OWNER: N_("Without an owner"),
    Shown.NO_DATE: N_("Without a date"),
}


def is_shown(action: Action, which: Shown, on: dt.date | None, today: dt.date) -> bool:
    """Whether an action that is due on a date belongs to what is asked for."""
    unfinished = action.state.is_unfinished
    return {
        Shown.ALL: True,
        Shown.UNFINISHED: unfinished,
        Shown.OVERDUE: unfinished and on is not None and on < today,
        Shown.NO_OWNER: action.owner is None and action.owner_group is None,
        Shown.NO_DATE: action.due is None,
    }[which]


class SortingBar(Beside):
    """Two choices and words to look for. `changed` comes when one of them is another."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin with everything, before, on and after the day."""
        super().__init__(parent, spacing=4)
        _ = language.gettext
        self.by = self._box([_(text) for text in GROUPINGS.values()], _("Group by"))
        self.show_only = self._box([_(text) for text in SHOWN.values()], _("Show"))
        self.words = WordsLine(_("Filter actions"), self)
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.words.setMinimumWidth(self.words.fontMetrics().averageCharWidth() * FEWEST_CHARACTERS)
        for text, box in ((_("Group by"), self.by), (_("Show"), self.show_only)):
            titled = QWidget(self)
            row = QHBoxLayout(titled)
            row.setContentsMargins(0, 0, 0, 0)
            label = QLabel(text, titled)
            label.setProperty("role", "quiet")
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, 1)
            self.add(titled)
        self.add(self.words, 1)

    def _box(self, texts: list[str], name: str) -> QComboBox:
        box = StillBox(self)
        box.addItems(texts)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # With large letters in a narrow window the texts may give way; there is a list to read them in.
        box.setMinimumWidth(box.fontMetrics().averageCharWidth() * FEWEST_CHARACTERS)
        box.activated.connect(lambda _index: self.changed.emit())
        return box

    @property
    def grouping(self) -> Grouping:
        """By what the actions are put together."""
        return list(GROUPINGS)[self.by.currentIndex()]

    @property
    def shown(self) -> Shown:
        """Which of them are shown."""
        return list(SHOWN)[self.show_only.currentIndex()]

    def has_words(self, text: str) -> bool:
        """Whether a text has all the words that are looked for."""
        found = text.casefold()
        return all(word in found for word in self.words.text().casefold().split())

    def show_everything(self) -> None:
        """Filter nothing out."""
        self.words.clear()
        self.show_only.setCurrentIndex(0)
        self.changed.emit()
