"""Editors in which the name of something is typed: it is completed while typing, and a button shows all names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from studydag.language import Language
from studydag.model.rules.written.typed_choice import begins, meant
from studydag.ui.fields.choice import Choice
from studydag.ui.fields.typed import TypedField
from studydag.ui.icons import arrow_icon

SEPARATOR = ", "
ROWS, WIDE, NARROWEST, AROUND = 14, 40, 16, 7
"""How many names are listed at once, and in characters how wide the list and the line are at least, and what stands
around the text of the line."""


class NamedField(TypedField):
    """A name out of several, typed or chosen. `several` names stand behind each other, parted by commas.

    Alt+Down, or the button behind the line, lists all names. `unknown` carries what was typed and is none of them,
    as it is given up.
    """

    unknown = Signal(str)

    def __init__(
        self,
        names: Sequence[str],
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        *,
        optional: bool = True,
        several: bool = False,
        all_named: str = "",
        first: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; `all_named` is what the button is called, names in `first` are completed before others."""
        self.all_names = QCompleter(names)
        super().__init__(read, write, optional=optional, parent=parent)
        self.all_names.setParent(self)
        self.all_names.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.all_names.setMaxVisibleItems(ROWS)
        self.all_names.setWidget(self.line)
        self.all_names.activated.connect(self._choose)
        self._names = tuple(names)
        self._completed = (*first, *names)
        self._several = several
        self._before = ""
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROWEST)
        self.button = QAction(arrow_icon(self.palette()), all_named, self)
        self.button.setEnabled(bool(self._names))
        self.button.triggered.connect(self.show_all)
        self.line.addAction(self.button, QLineEdit.ActionPosition.TrailingPosition)
        self.line.textEdited.connect(self._complete)

    @property
    def whole_width(self) -> int:
        """How many pixels it takes to show all that stands in the line, with the button behind it."""
        metrics = self.line.fontMetrics()
        return metrics.horizontalAdvance(self.line.text()) + AROUND * metrics.averageCharWidth()

    def show_all(self) -> None:
        """Show all names in a list below the line."""
        width = max(self.line.width(), self.fontMetrics().averageCharWidth() * WIDE)
        self.all_names.complete(QRect(0, 0, width, self.line.height()))

    def _choose(self, name: str) -> None:
        begun = self.line.text().rpartition(",")[0].strip() if self._several else ""
        self.line.setText(f"{begun}{SEPARATOR}{name}" if begun else name)
        self.line.setModified(True)
        super()._typed()

    def _typed(self) -> None:
        # Enter in the list comes to the line as well, before the name that is chosen.
        popup = self.all_names.popup()
        if popup is None or not popup.isVisible():
            typed = self.line.text().strip() if self.is_unreadable else ""
            super()._typed()
            if typed:
                self.unknown.emit(typed)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_all()
            return True
        return super()._on_key(event)

    def _complete(self, text: str) -> None:
        """Put the rest of the first name that begins so behind the cursor, selected, so that typing goes on over it."""
        grown = len(text) > len(self._before)
        self._before = text
        begun = text.rpartition(",")[2].lstrip() if self._several else text
        if not grown or not begun or self.line.cursorPosition() != len(text):
            return
        typed = begun.casefold()
        fitting = [name for name in self._completed if begins(name.casefold(), typed)]
        if not fitting or any(len(name) <= len(begun) for name in fitting):
            # Nothing begins so, or this is a whole name already, whatever else begins with it.
            return
        found = fitting[0]
        self.line.setText(text + found[len(begun) :])
        self.line.setSelection(len(text), len(found) - len(begun))
        self.line.setModified(True)
        self.mark(wrong=False)

    def _changed(self) -> None:
        # What is completed here is written by us, not by assistive technology.
        if not self.line.hasFocus():
            super()._changed()


def chosen_by_name(choices: Sequence[Choice], also: Mapping[Any, str] | None = None) -> Callable[[str], Any]:
    """Return what reads a name as the value of a choice, as `meant` does, or by what only one has in it.

    `also` has other names by value, such as those in the other language: they count where no name of its own fits.
    """
    names = [choice.label for choice in choices]
    others = [(also or {}).get(choice.value, "") for choice in choices]

    def read(text: str) -> Any:
        wanted = text.strip().casefold()
        within = [place for place, name in enumerate(names) if wanted and _has_in_it(name.casefold(), wanted)]
        for place in (meant(text, names), within[0] if len(within) == 1 else None, meant(text, others)):
            if place is not None:
                return choices[place].value
        return None

    return read


def _has_in_it(name: str, wanted: str) -> bool:
    place = name.find(wanted)
    return place >= 0 and begins(name[place:], wanted)


def named_choice(
    choices: Sequence[Choice],
    language: Language,
    *,
    also: Mapping[Any, str] | None = None,
    optional: bool = True,
    first: Sequence[str] = (),
) -> NamedField:
    """Return an editor in which one of these is typed by its name; see `chosen_by_name` and `NamedField`."""
    labels = {choice.value: choice.label for choice in choices}
    return NamedField(
        [choice.label for choice in choices if choice.offered],
        chosen_by_name([choice for choice in choices if choice.offered], also),
        lambda value: labels.get(value, ""),
        optional=optional,
        all_named=language.gettext("Show all"),
        first=first,
    )
