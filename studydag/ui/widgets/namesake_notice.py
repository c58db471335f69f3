"""Asks, without holding anything up, what to do with names that are there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.namesakes import Namesake
from studydag.ui.announcing import announce
from studydag.ui.widgets.wrapped_label import WrappedLabel


class NamesakeNotice(QFrame):
    """Names what is there already. `add_asked` carries the names to add all the same, `use_asked` the id to use."""

    add_asked = Signal(object)
    use_asked = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        _ = language.gettext
        self._language = language
        self.names: tuple[Namesake, ...] = ()
        self.setProperty("role", "banner")
        self.text = WrappedLabel("", self)
        self.use = QPushButton(_("Use the one there is"), self)
        self.add = QPushButton(_("Add all the same"), self)
        self.use.clicked.connect(lambda _checked=False: self._use())
        self.add.clicked.connect(lambda _checked=False: self._add())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.use)
        buttons.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, names: Sequence[Namesake]) -> None:
        """Ask about names; those that were not answered yet stay in the question."""
        self.names = tuple(dict.fromkeys((*self.names, *names)))
        language = self._language
        listed = language.list([f"“{each.name}”" for each in self.names])
        said = language.gettext("In the list already: {names}.").replace("{names}", listed)
        self.text.setText(said)
        self.show()
        announce(self, said)

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
