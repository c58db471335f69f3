"""Asks, without holding anything up, what to do with names that are there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.written.namesakes import Namesake
from studydag.ui.announcing import announce
from studydag.ui.layouts.wrapped_label import WrappedLabel


class _Notice(QFrame):
    """A text with two buttons below it, hidden to begin with."""

    def __init__(self, language: Language, first: str, second: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._language = language
        self.setProperty("role", "banner")
        self.text = WrappedLabel("", self)
        self._first, self._second = QPushButton(first, self), QPushButton(second, self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._first)
        buttons.addWidget(self._second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        self.hide()

    def _say(self, text: str) -> None:
        self.text.setText(text)
        self.show()
        announce(self, text)


class NamesakeNotice(_Notice):
    """Names what is there already. `add_asked` carries the names to add all the same, `use_asked` the id to use."""

    add_asked = Signal(object)
    use_asked = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        _ = language.gettext
        super().__init__(language, _("Use the existing one"), _("Add anyway"), parent)
        self.names: tuple[Namesake, ...] = ()
        self.use, self.add = self._first, self._second
        self.use.clicked.connect(lambda _checked=False: self._use())
        self.add.clicked.connect(lambda _checked=False: self._add())

    def ask(self, names: Sequence[Namesake]) -> None:
        """Ask about names; those that were not answered yet stay in the question."""
        self.names = tuple(dict.fromkeys((*self.names, *names)))
        language = self._language
        listed = language.list([f"“{each.name}”" for each in self.names])
        self._say(language.gettext("In the list already: {names}.").replace("{names}", listed))

    def _use(self) -> None:
        found = next((each.there for each in self.names if each.there is not None), None)
        self._done()
        if found is not None:
            self.use_asked.emit(found)

    def _add(self) -> None:
        names = tuple(each.name for each in self.names)
        self._done()
        self.add_asked.emit(names)

    def _done(self) -> None:
        self.names = ()
        self.hide()


class RenamedNotice(_Notice):
    """Says that what was renamed is called as something else now. `back_asked` carries its id and its former name."""

    back_asked = Signal(int, str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(language, "", language.gettext("Keep this name"), parent)
        self.renamed: int | None = None
        self._former = ""
        self.back, self.keep = self._first, self._second
        self.back.clicked.connect(lambda _checked=False: self._back())
        self.keep.clicked.connect(lambda _checked=False: self.withdraw())

    def ask(self, renamed: int, name: str, former: str) -> None:
        """Ask about the name that something has now; of one that is still being typed the first former name counts."""
        if renamed != self.renamed:
            self.renamed, self._former = renamed, former
        language = self._language
        self.back.setText(language.gettext("Back to ‘{name}’").replace("{name}", self._former))
        self._say(language.gettext("There is another ‘{name}’ in the list.").replace("{name}", name))

    def withdraw(self) -> None:
        """Ask nothing any more."""
        self.renamed = None
        self.hide()

    def _back(self) -> None:
        renamed, former = self.renamed, self._former
        self.withdraw()
        if renamed is not None:
            self.back_asked.emit(renamed, former)
