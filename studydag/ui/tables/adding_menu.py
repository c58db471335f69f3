"""What a new row is made of, and the menu below the button that adds: what it can be about, where it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING
from typing import Any

from PySide6.QtWidgets import QWidget

from studydag.model.values.description import Described, described
from studydag.ui.fields.build import led_to
from studydag.ui.fields.choice import Choice
from studydag.ui.menu import Menu
from studydag.ui.tables.new_on_the_spot import ask_for_new, new_label
from studydag.ui.workspace import Workspace

MAIN_TEXTS = ("statement", "sentence", "what", "text", "title", "name", "item", "who", "agreement")
"""Where a typed line goes: the first of these that a class has."""
IN_TWO_LANGUAGES = ("text", "title", "name")
"""Where it goes in what is written in two languages: the first of these that there is in that of the window."""


def main_text(names: Iterable[str], code: str) -> str:
    """Return the field in which a typed line goes, or nothing; `code` is the language of the window."""
    there = frozenset(names)
    either = (f"{name}_{code}" for name in IN_TWO_LANGUAGES)
    return next((name for name in (*MAIN_TEXTS, *either) if name in there), "")


def bare(value: type[Any], **fields: Any) -> Any:
    """Return a thing with some fields, the others empty as far as they may be."""
    empty = {
        each.name: each.holds() for each in described(value) if each.default is MISSING and each.name not in fields
    }
    return value(**empty, **fields)


def must_be_chosen(each: Described) -> bool:
    """Whether a thing can't be made before the user has chosen what this field holds."""
    chosen = bool(each.refers) or each.is_enum
    return chosen and not each.many and not each.optional and each.default is MISSING


def required(value: type[Any]) -> Described | None:
    """Return the field that a thing can't be without and that is chosen from a list, if it has one."""
    return next((each for each in described(value) if must_be_chosen(each)), None)


class AddingMenu(Menu):
    """Offers what `about` can hold; `add` is given the field and what was chosen for it."""

    def __init__(
        self,
        workspace: Workspace,
        about: Described,
        there: Callable[[], Sequence[Any]],
        add: Callable[[str, Any], object],
        parent: QWidget,
    ) -> None:
        """Begin empty; `there` are the rows that stand there already."""
        super().__init__(parent)
        self._workspace = workspace
        self._about = about
        self._there = there
        self._add = add

    def fill(self) -> None:
        """Offer what a new thing can be about, what is there already apart."""
        name, choices = self._about.name, self._choices()
        there = {getattr(thing, name) for thing in self._there()}
        self.clear()
        apart = any(choice.value in there for choice in choices)
        for choice in sorted(choices, key=lambda choice: choice.value in there):
            if apart and choice.value in there:
                apart = False
                self.addAction(self._workspace.language.gettext("Already in the list:")).setEnabled(False)
            action = self.addAction(choice.label.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, value=choice.value: self._add(name, value))
        kind = self._about.refers or ""
        new = new_label(kind, self._workspace)
        if new:
            self.addSeparator()
            self.addAction(new).triggered.connect(lambda _checked=False: self._add_new(kind))
        elif not choices:
            self.addAction(self._workspace.language.gettext("There is nothing to choose from yet")).setEnabled(False)

    def _add_new(self, kind: str) -> None:
        """Ask for something new, and add a row about it."""
        made = ask_for_new(self._workspace, kind, self)
        if made is not None:
            self._add(self._about.name, made)

    def _choices(self) -> list[Choice]:
        language = self._workspace.language
        if self._about.is_enum:
            return [Choice(member, language.capitalised(language.member(member))) for member in self._about.holds]
        return [choice for choice in led_to(self._about, self._workspace.targets) if choice.offered]
