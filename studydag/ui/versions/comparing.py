"""Two versions beside each other, or one and the day as it is: what came, went, moved and changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studydag.export.difference_words import SUBJECT_WORDS, DifferenceWords, Line
from studydag.model.operations import versions
from studydag.model.rules.handing_on.used import used_by
from studydag.model.rules.versions.compare import Difference, How, State, compare
from studydag.model.values.changes import Place
from studydag.model.values.errors import StudyDagError
from studydag.model.values.references import reference_to
from studydag.model.values.study_day import Version
from studydag.ui.asking.problems import said
from studydag.ui.dialog_letters import DialogLetters
from studydag.ui.fields.still_box import StillBox
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

NOW = 0
"""Stands for the day as it is, among the ids of versions."""
THING = Qt.ItemDataRole.UserRole + 1
MOST_CHARACTERS = 160
ROOM = 12
"""Beside the text of a cell, in pixels."""


def state_of(workspace: Workspace, version: int) -> State:
    """Return a version, or with NOW the day in view, as a state to compare. Raises InvalidValue for a damaged one."""
    if version == NOW:
        assert workspace.day is not None
        return State(day=workspace.day, setting=used_by(workspace.day, workspace.setting))
    loaded = versions.read(workspace.library, version)
    return State(day=loaded.day, setting=used_by(loaded.day, loaded.setting))


class CompareWindow(QDialog):
    """Stays open beside the window and follows what is changed there; a double click goes to the thing."""

    def __init__(self, workspace: Workspace, before: int, after: int, parent: QWidget | None = None) -> None:
        """Compare two versions by their ids; NOW is the day as it is."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._day = None if workspace.day is None else workspace.day.id
        _ = workspace.language.gettext
        self._groups: list[tuple[str, list[Line]]] = []
        self.setWindowTitle(_("Compare versions"))
        self._make_boxes()
        self._make_tree()
        self._lay_out()
        DialogLetters(self)
        self._take_room()
        self._fill(before, after)
        self._listen()
        self.found: tuple[Difference, ...] = ()
        self.renew()

    def _make_boxes(self) -> None:
        _ = self._workspace.language.gettext
        self.before, self.after = StillBox(self), StillBox(self)
        self.before.setAccessibleName(_("Compare"))
        self.after.setAccessibleName(_("With"))
        for box in (self.before, self.after):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def _make_tree(self) -> None:
        _ = self._workspace.language.gettext
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("Differences"))
        self.tree.setHeaderLabels([_("Difference"), _("What"), _("Was"), _("Is")])
        self.tree.setRootIsDecorated(False)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(_Wrapping(self.tree))

    def _lay_out(self) -> None:
        _ = self._workspace.language.gettext
        row = QHBoxLayout()
        for text, box in ((_("Compare"), self.before), (_("With"), self.after)):
            label = QLabel(text, self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, 1)
        self.sum = text_label("", self, "heading")
        self.copy = QPushButton(_("Copy as text"), self)
        self.copy.clicked.connect(self._copy)
        close = QPushButton(_("Close"), self)
        for button in (self.copy, close):
            button.setAutoDefault(False)
        close.clicked.connect(self.close)
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch(1)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.sum)
        layout.addWidget(self.tree, 1)
        layout.addLayout(below)

    def _take_room(self) -> None:
        """Be as large as most differences need, and let the columns have their shares."""
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size()
        wide = min(metrics.averageCharWidth() * 130, int(room.width() * 0.9))
        self.resize(wide, min(metrics.height() * 34, int(room.height() * 0.85)))
        for column, share in ((0, 14), (2, 24), (3, 24)):
            self.tree.setColumnWidth(column, wide * share // 100)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self.tree.scheduleDelayedItemsLayout)

    def _listen(self) -> None:
        self.tree.itemActivated.connect(self._go)
        for box in (self.before, self.after):
            box.currentIndexChanged.connect(self.renew)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.tree, self._copy)
        self._workspace.changed.connect(self._on_change)
        self._workspace.day_opened.connect(self._on_day_opened)
        self._workspace.leaving.connect(self.close)

    @property
    def text(self) -> str:
        """All differences as lines of text, below the names of what is compared."""
        lines = [f"{self.before.currentText()} → {self.after.currentText()}", self.sum.text()]
        for subject, group in self._groups:
            lines += ["", subject, *(f"- {line.text}" for line in group)]
        return "\n".join(lines) + "\n"

    def renew(self) -> None:
        """Compare anew."""
        self.tree.clear()
        self._groups = []
        _ = self._workspace.language.gettext
        try:
            before = state_of(self._workspace, self.before.currentData())
            after = state_of(self._workspace, self.after.currentData())
        except StudyDagError as error:
            self.found = ()
            self.sum.setText(_("This version can’t be read.") + " " + said(error, self._workspace.language))
            return
        self.found = compare(before, after)
        self.sum.setText(self._counts() if self.found else _("There is no difference."))
        self.copy.setEnabled(bool(self.found))
        words = DifferenceWords(before, after, self._workspace.language)
        for subject in dict.fromkeys(each.subject for each in self.found):
            own = [each for each in self.found if each.subject is subject]
            self._add(_(SUBJECT_WORDS[subject]), own, words)
        self.tree.expandAll()

    def _counts(self) -> str:
        language, all_of = self._workspace.language, [each.how for each in self.found]
        counted = (
            (How.CAME, language.ngettext("{n} new", "{n} new", all_of.count(How.CAME))),
            (How.WENT, language.ngettext("{n} gone", "{n} gone", all_of.count(How.WENT))),
            (How.MOVED, language.ngettext("{n} moved", "{n} moved", all_of.count(How.MOVED))),
            (How.CHANGED, language.ngettext("{n} change", "{n} changes", all_of.count(How.CHANGED))),
            (How.RIPPLED, language.ngettext("{n} at another time", "{n} at another time", all_of.count(How.RIPPLED))),
        )
        parts = [text.replace("{n}", str(all_of.count(how))) for how, text in counted if how in all_of]
        return language.capitalised(" · ".join(parts))

    def _add(self, subject: str, differences: list[Difference], words: DifferenceWords) -> None:
        top = QTreeWidgetItem(self.tree, [f"{subject}  ({len(differences)})"])
        top.setFirstColumnSpanned(True)
        font = QFont(self.tree.font())
        font.setWeight(QFont.Weight.DemiBold)
        top.setFont(0, font)
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        lines = [words.line(each) for each in differences]
        self._groups.append((subject, lines))
        for each, line in zip(differences, lines, strict=True):
            item = QTreeWidgetItem(top, [line.how, line.what, _short(line.was), _short(line.now)])
            for column, text in enumerate((line.how, line.what, line.was, line.now)):
                item.setToolTip(column, text)
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            item.setData(0, THING, (reference_to(each.owner)[0], each.owner.uid))

    def _fill(self, before: int, after: int) -> None:
        language, _ = self._workspace.language, self._workspace.language.gettext
        kept = [] if self._day is None else self._workspace.library.versions_of(self._day)
        for box, chosen in ((self.before, before), (self.after, after)):
            box.blockSignals(True)
            box.clear()
            for version in kept:
                box.addItem(version_title(version, language), version.id)
            box.addItem(_("Now"), NOW)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)

    def _go(self, item: QTreeWidgetItem) -> None:
        held: Any = item.data(0, THING)
        if held is None or self._day is None:
            return
        kind, uid = held
        number = self._workspace.library.id_of(kind, uid)
        if number is not None:
            self._workspace.go.emit(Place(self._day if kind not in _OF_SCHOOL else None, kind, number))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text)

    def _on_change(self) -> None:
        if self._workspace.day is None:
            return
        self._fill(self.before.currentData(), self.after.currentData())
        self.renew()

    def _on_day_opened(self) -> None:
        if self._workspace.day is None or self._workspace.day.id != self._day:
            self.close()


class _Wrapping(QStyledItemDelegate):
    """Makes rows as high as their texts need to wrap within the columns."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one line, or as many as the text takes."""
        size = super().sizeHint(option, index)
        text = str(index.data() or "")
        wide = self._tree.columnWidth(index.column()) - ROOM
        if not index.parent().isValid() or wide <= 0 or option.fontMetrics.horizontalAdvance(text) <= wide:
            return size
        if index.column() == 0:
            return size
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        needed = option.fontMetrics.boundingRect(QRect(0, 0, wide, 10_000), flags, text).height()
        return QSize(size.width(), max(size.height(), needed + size.height() - option.fontMetrics.height()))


_OF_SCHOOL = frozenset({"person", "room", "group", "school_goal"})


def version_title(version: Version, language: Any) -> str:
    """Return a version in one line: 3 · as sent to the team · 11 March 2027, 14:05."""
    made = "" if version.made_on is None else language.date_time(version.made_on)
    return " · ".join(each for each in (str(version.number), version.name, made) if each)


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"
