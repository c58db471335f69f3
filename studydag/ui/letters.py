"""The underlined letters of menus: each entry has one of its own, whatever the language; none is written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

MARK = "&"
KEYS = "keys"
"""The property of an entry that says which keys do the same, where no shortcut of Qt's does."""


def lettered(texts: Sequence[str], *, digits: bool = True) -> list[str]:
    """Return the texts of a menu, each with the letter that chooses it marked by `&`; no letter is marked twice.

    The first letter goes before those that begin other words, and these before the rest. What comes after a tab names a
    key and is left alone; what has a mark keeps it. Without `digits` a number with which a text begins is no letter:
    it may be another one next.
    """
    taken = {letter for text in texts if (letter := _marked(text))}
    places: dict[int, int] = {}
    for rank in range(3):
        for number, text in enumerate(texts):
            if number in places or _marked(text):
                continue
            places_in = _places(text, rank, digits=digits)
            place = next((each for each in places_in if text[each].casefold() not in taken), None)
            if place is not None:
                places[number] = place
                taken.add(text[place].casefold())
    return [text[: places[n]] + MARK + text[places[n] :] if n in places else text for n, text in enumerate(texts)]


def _places(text: str, rank: int, *, digits: bool) -> Iterator[int]:
    """Return where letters stand: the first of the text (0), the first of each word (1), any (2)."""
    said = text.partition("\t")[0]
    letters = [place for place, each in enumerate(said) if each.isalpha() or (digits and each.isalnum())]
    for place in letters:
        begins = place == 0 or not said[place - 1].isalnum()
        if (rank == 0 and place == letters[0]) or (rank == 1 and begins) or rank == 2:
            yield place


def _marked(text: str) -> str:
    """Return the letter that is marked in a text, or nothing; `&&` is an ampersand."""
    plain = text.replace(MARK * 2, "\0\0")
    place = plain.find(MARK)
    return plain[place + 1 : place + 2].casefold() if place >= 0 else ""


class Letters(QObject):
    """The letters that the entries of a menu have as long as it is shown."""

    def __init__(self, menu: QMenu) -> None:
        """Begin without letters; they live as long as the menu, which is called what its button or entry says."""
        super().__init__(menu)
        if menu.title() and not menu.accessibleName():
            # Else Qt calls it as the program is.
            menu.setAccessibleName(menu.title().replace(MARK * 2, "\0").replace(MARK, "").replace("\0", MARK))
        self._menu = menu
        self._plain: dict[object, str] = {}

    def give(self) -> None:
        """Give each entry that can be seen a letter."""
        self.take_away()
        shown = [action for action in self._menu.actions() if action.isVisible() and action.text()]
        texts = [action.text() for action in shown]
        for action, text, marked in zip(shown, texts, lettered(texts), strict=True):
            keys = action.property(KEYS)
            said = f"{marked}\t{keys}" if keys and "\t" not in text else marked
            if said != text:
                self._plain[action] = text
                action.setText(said)

    def take_away(self) -> None:
        """Let the entries say what they said."""
        for action in self._menu.actions():
            text = self._plain.pop(action, "")
            keys = f"\t{action.property(KEYS)}" if "\t" not in text else ""
            if text and action.text().removesuffix(keys).replace(MARK, "") == text.replace(MARK, ""):
                action.setText(text)
        self._plain.clear()


def give_letters(menu: QMenu) -> None:
    """Let the entries of a menu and of those within it have their letters as long as it is shown."""
    from PySide6.QtWidgets import QMenu

    letters = Letters(menu)
    menu.aboutToShow.connect(letters.give)
    menu.aboutToHide.connect(letters.take_away)
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            give_letters(inner)
