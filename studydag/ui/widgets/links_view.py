"""What a thing is linked with, in groups, each link to click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydag.model.values.references import Reference
from studydag.ui.roles import give_role
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace

NARROWEST = 44
"""In characters: how wide a group is at least where several stand beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Links of one sort: a heading, where each leads and what it is called, and what is said while there are none."""

    title: str
    links: Sequence[tuple[Reference, str]]
    nothing: str


class LinksView(QScrollArea):
    """Shows groups beside each other, as many as fit."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[str, tuple[LinkGroup, ...]] | None = None
        self._groups: list[QWidget] = []
        self._columns = 0
        self.setWidgetResizable(True)
        self.setAccessibleName(workspace.language.gettext("Links"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        self.heading = text_label("", inner, "heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.setWidget(inner)

    def show_links(self, heading: str, groups: Sequence[LinkGroup]) -> None:
        """Show these groups."""
        if self._shown == (heading, tuple(groups)):
            return
        self._shown = (heading, tuple(groups))
        self.heading.setText(heading)
        give_role(self.heading, "heading" if groups else "quiet")
        for group in self._groups:
            self._grid.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups = [self._group(each) for each in groups]
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many groups beside each other as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widest = self.fontMetrics().averageCharWidth() * NARROWEST
        columns = min(max(self.viewport().width() // widest, 1), max(len(self._groups), 1))
        if columns == self._columns:
            return
        self._columns = columns
        for place, group in enumerate(self._groups):
            self._grid.addWidget(group, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _group(self, each: LinkGroup) -> QWidget:
        group = QWidget(self)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(1)
        title = QLabel(each.title, group)
        title.setProperty("role", "quiet")
        column.addWidget(title)
        for reference, text in each.links:
            column.addWidget(LinkButton(text, partial(self._workspace.visit, *reference), group))
        if not each.links:
            nothing = QLabel(each.nothing, group)
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        column.addStretch(1)
        return group
