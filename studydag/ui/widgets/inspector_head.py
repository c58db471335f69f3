"""What stands above the forms of the right column: what kind of thing is selected, and what it is called."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studydag.model.values.programme import Block, BlockKind
from studydag.ui.text_label import text_label


class InspectorHead(QWidget):
    """The word for a kind, small and quiet, above a title in large letters."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.kind = QLabel(self)
        self.kind.setProperty("role", "quiet")
        self.title = text_label("", self, "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.kind)
        layout.addWidget(self.title)

    def say(self, kind: str, title: str) -> None:
        """Name what is selected."""
        self.kind.setText(kind)
        self.kind.show()
        self.title.setText(title)

    def say_nothing_is(self, text: str) -> None:
        """Say that nothing is selected."""
        self.kind.hide()
        self.title.setText(text)


def kind_of_block(block: Block) -> str:
    """Return what a block is in its programme: a round, an option within one, or just a block."""
    if block.kind is BlockKind.ROUND:
        return "round"
    return "option" if block.round is not None else "block"
