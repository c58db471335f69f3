"""Editors that choose: one of a list, several of a list, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from studydag.ui.announcing import name_choice
from studydag.ui.fields.field import Field
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.tick_menu import TickButton, TickMenu
from studydag.ui.spoken_roles import SpokenAs, speak_as

NARROWEST = 12
"""How many characters a field that chooses several shows at least."""
AROUND = 6
"""How many characters wide the arrow of such a field is, with what stands around it."""
INDENT = "\N{EN SPACE}"
"""Qt draws the text of a button with a menu without the padding of the style sheet."""


Make = Callable[[], Any]
"""Makes something that is not in the list yet, and returns its value; None when nothing came of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its value, and what it is called.

    What isn't `offered` any more is still called so where it was chosen.
    """

    value: Any
    label: str
    offered: bool = True


class ChoiceField(Field):
    """One of a list. A value that isn't in the list any more is shown as `unknown`."""

    def __init__(self, choices: Sequence[Choice], *, unknown: str = "", parent: QWidget | None = None) -> None:
        """Offer the choices, in their order."""
        super().__init__(parent)
        self._unknown = unknown
        self._new: tuple[str, Make] | None = None
        self._is_closed = False
        self.box = StillBox(self)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.offer(choices)
        self.box.opened.connect(self._open)
        self.box.activated.connect(self._chosen)

    def name(self, text: str) -> None:
        """Name the list."""
        name_choice(self.box, text)

    def explain(self, text: str) -> None:
        """Have it read out with the list what is wrong."""
        name_choice(self.box, self.box.accessibleName(), text)

    @property
    def is_stepping(self) -> bool:
        """Whether the list is closed, and letters or arrow keys go from one choice to another."""
        return self._is_closed

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered, and what can be shown though it isn't offered any more."""
        return self._choices

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; what is shown stays chosen."""
        self._choices = tuple(choices)
        self._listed = tuple(choice for choice in choices if choice.offered)
        self._withdrawn = {choice.value: choice.label for choice in choices if not choice.offered}
        with QSignalBlocker(self.box):
            self.box.clear()
            for choice in self._listed:
                self.box.addItem(choice.label)
            if self._new is not None:
                self.box.addItem(self._new[0])
        self._display(self._shown)

    def offer_new(self, label: str, make: Make) -> None:
        """Offer to make something that is not in the list, below all that is."""
        self._new = (label, make)
        self.box.addItem(label)

    def _display(self, value: Any) -> None:
        index = next((place for place, choice in enumerate(self._listed) if choice.value == value), -1)
        with QSignalBlocker(self.box):
            self.box.setPlaceholderText(self._withdrawn.get(value, self._unknown) if index < 0 else "")
            self.box.setCurrentIndex(index)

    def _chosen(self, index: int) -> None:
        if index < len(self._listed):
            self._finish(self._listed[index].value)
            return
        value = None if self._new is None or self._is_closed else self._new[1]()
        if value is not None:
            self._finish(value)
        self._display(self._shown)

    def _open(self) -> None:
        self._is_closed = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know whether the list was opened to be looked through."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # Who goes through a closed list with the arrow keys doesn't ask for something new.
            self._is_closed = True
        return super().eventFilter(watched, event)


class ShortenedBox(QCheckBox):
    """A box to tick that says with an ellipsis that there is more, where it is let be narrower than its words."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Say as much as there is room for."""
        super().initStyleOption(option)
        style, part = self.style(), QStyle.SubElement.SE_CheckBoxContents
        room = style.subElementRect(part, option, self).width()
        metrics, text, shows = self.fontMetrics(), option.text, int(Qt.TextFlag.TextShowMnemonic)
        if metrics.size(shows, text).width() > room:
            option.text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room, shows)


class SwitchField(Field):
    """Yes or no, with its label beside it."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        """Begin off."""
        super().__init__(parent)
        self.box = ShortenedBox(label, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self._finish)

    def _display(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


class ManyField(Field):
    """Several of a list: a button that says what is chosen and opens a menu to tick; the value is a tuple."""

    def __init__(
        self, choices: Sequence[Choice], *, nothing: str, search: str = "", parent: QWidget | None = None
    ) -> None:
        """Offer the choices; `nothing` is what the button says while none is chosen, `search` what a long menu does."""
        super().__init__(parent)
        self._nothing = nothing
        self._new: tuple[str, Make] | None = None
        self._name = ""
        self.button = TickButton(self)
        self.button.setProperty("role", "field")
        self.button.setSizePolicy(self.button.sizePolicy().Policy.Expanding, self.button.sizePolicy().verticalPolicy())
        self.button.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROWEST)
        self.menu = TickMenu(search, self.button)
        self.button.setMenu(self.menu)
        speak_as(self.button, SpokenAs.MENU)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)
        self._shown = ()
        self.offer(choices)

    def name(self, text: str) -> None:
        """Name the button after its field and what is chosen."""
        self._name = text
        self._say()

    @property
    def whole_width(self) -> int:
        """How many pixels it takes to say all that is chosen."""
        metrics = self.button.fontMetrics()
        return metrics.horizontalAdvance(INDENT + self._text) + AROUND * metrics.averageCharWidth()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered."""
        return self._choices

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; what is shown stays chosen."""
        self._choices = tuple(choices)
        self.menu.clear()
        for choice in self._choices:
            action = QAction(choice.label.replace("&", "&&"), self.menu, checkable=True)
            action.setData(choice.value)
            action.toggled.connect(self._ticked)
            self.menu.addAction(action)
        if self._new is not None:
            self.menu.addSeparator()
            self.menu.addAction(self._new[0]).triggered.connect(lambda _checked=False: self._add_new())
        self.button.setEnabled(bool(self._choices) or self._new is not None)
        self._display(self._shown)

    def offer_new(self, label: str, make: Make) -> None:
        """Offer to make something that is not in the list, below all that is."""
        self._new = (label, make)
        self.offer(self._choices)

    def _add_new(self) -> None:
        value = None if self._new is None else self._new[1]()
        if value is not None:
            self._finish((*(self._shown or ()), value))
            self._display(self._shown)

    def _display(self, value: Any) -> None:
        chosen = tuple(value or ())
        for action in self.menu.actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() in chosen)
        self._say()

    @property
    def _text(self) -> str:
        labels = [choice.label for choice in self._choices if choice.value in (self._shown or ())]
        return ", ".join(labels) or self._nothing

    def _say(self) -> None:
        text = self._text
        metrics = self.button.fontMetrics()
        room = max(self.width() - AROUND * metrics.averageCharWidth(), metrics.averageCharWidth() * AROUND)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room).replace("&", "&&")
        self.button.setText(INDENT + shown)
        self.button.setToolTip(text)
        self.button.setAccessibleName(f"{self._name}: {text}" if self._name else text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._say()

    def _ticked(self) -> None:
        ticked = [action.data() for action in self.menu.actions() if action.isCheckable() and action.isChecked()]
        # In the order in which they were chosen, new ones last.
        kept = [value for value in self._shown or () if value in ticked]
        self._finish((*kept, *(value for value in ticked if value not in kept)))
        self._say()
