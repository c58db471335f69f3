"""The matrix of needs and school goals: ticked by mouse and keyboard, with what is still empty said (R041)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.rules.goals.need_register import without_need, without_school_goal
from studydag.model.values.goals import Need
from studydag.model.values.school import SchoolGoal
from studydag.ui.goals.goal_for_need import make_goal
from studydag.ui.item_models.things import Index
from studydag.ui.layouts.head_layout import HeadLayout
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.look import Look
from studydag.ui.tables.quick_add import QuickAdd
from studydag.ui.tables.tick_delegate import TickDelegate
from studydag.ui.tables.wrapped_header import PADDING, WRAPPED, WrappedHeader, wrapped_size
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

WIDEST, NARROWEST = 22, 10
"""Characters of a column of a school goal."""
LEAST_NEED = 13
"""Characters of the column of the needs, at least."""


class MatrixModel(QAbstractTableModel):
    """Needs in rows, school goals in columns. `ticked` carries a need, a school goal, and whether they are linked."""

    ticked = Signal(int, int, bool)

    def __init__(self, language: Language, look: Look, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._language = language
        self._look = look
        self.can_edit = True
        self.needs: tuple[Need, ...] = ()
        self.school_goals: tuple[SchoolGoal, ...] = ()

    def show_day(self, needs: tuple[Need, ...], school_goals: tuple[SchoolGoal, ...]) -> None:
        """Show these needs and goals; where only links changed, place and selection stay."""
        same = [need.id for need in needs] == [need.id for need in self.needs] and [
            goal.id for goal in school_goals
        ] == [goal.id for goal in self.school_goals]
        if not same:
            self.beginResetModel()
        self.needs, self.school_goals = needs, school_goals
        if not same:
            self.endResetModel()
        elif needs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(needs) - 1, len(school_goals)))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(school_goals))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of needs."""
        return 0 if parent is not None and parent.isValid() else len(self.needs)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of school goals, and one for the need."""
        return 0 if parent is not None and parent.isValid() else len(self.school_goals) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the need and what it lacks, or whether a box is ticked."""
        if not index.isValid():
            return None
        need = self.needs[index.row()]
        if index.column() == 0:
            return self._of_need(need, role)
        goal = self.school_goals[index.column() - 1]
        linked = goal.id in need.school_goals
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if linked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self._language.gettext("linked") if linked else self._language.gettext("not linked")
            return f"{goal.title}: {state}"
        return goal.title if role == Qt.ItemDataRole.ToolTipRole else None

    def _of_need(self, need: Need, role: int) -> Any:
        loose = need.id in without_school_goal((need,))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            text, lacks = " ".join(need.statement.split()), self._language.gettext("no school goal yet")
            return f"{text}\n{lacks}" if loose else text
        if role == Qt.ItemDataRole.ForegroundRole and loose:
            return QBrush(QColor(self._look.colours.should))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a box was ticked; the link itself changes only by an operation."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not index.column():
            return False
        checked = value in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
        self.ticked.emit(self.needs[index.row()].id, self.school_goals[index.column() - 1].id, checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the school goals, those without a need with the words."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(self.school_goals):
            return None
        if section == 0:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._language.capitalised(self._language.kind("need"))
            return None
        goal = self.school_goals[section - 1]
        loose = goal.id in without_need((goal,), self.needs)
        if role == Qt.ItemDataRole.DisplayRole:
            lacks = self._language.gettext("no need")
            return f"{goal.title}\n{lacks}" if loose else goal.title
        if role == Qt.ItemDataRole.ForegroundRole and loose:
            return QBrush(QColor(self._look.colours.should))
        return goal.title if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that links can be ticked."""
        flags = super().flags(index)
        ticks = self.can_edit and index.isValid() and index.column() > 0
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags


class NeedDelegate(QStyledItemDelegate):
    """Writes a need on as many lines as it takes, with room around it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Draw in the colours of a look."""
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the need; what is current has a line round it."""
        colours = self._look.colours
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(brush.color() if isinstance(brush, QBrush) else QColor(colours.text))
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.drawText(room, WRAPPED | Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high the need is at the width that its column has."""
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        return wrapped_size(option.fontMetrics, str(index.data() or ""), width)


class MatrixTable(QTableView):
    """Says when it has another width."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


def column_width(room: int, count: int, narrowest: int, widest: int) -> int:
    """Return how wide each of some columns is, so that as many of them as can be are seen whole."""
    whole = min(count, max(1, room // max(narrowest, 1)))
    return max(narrowest, min(widest, room // max(whole, 1)))


class NeedsMatrix(QWidget):
    """Shows and ticks the links; makes a goal of a cell."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self.model = MatrixModel(workspace.language, look, self)
        self.model.can_edit = not workspace.library.read_only
        self.table = MatrixTable(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Needs and school goals"))
        self.table.verticalHeader().hide()
        self.table.setFrameShape(QTableView.Shape.NoFrame)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self._plain, self._ticks = NeedDelegate(look, self.table), TickDelegate(look, self.table)
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.table.resizeRowsToContents)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = self._header = WrappedHeader(self.table)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * NARROWEST)
        self.table.setHorizontalHeader(header)
        self.summary = text_label("", self, "quiet")
        self.vision = WrappedLabel("", self)
        self.vision.setProperty("role", "quiet")
        self.make = QPushButton(_("Make a goal of this cell"), self)
        self.make.setToolTip(_("A goal of the day with this need and this school goal"))
        bar = HeadLayout()
        bar.addWidget(self.summary)
        bar.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.vision)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        self.line = QuickAdd(_("New school goal; several at once: each on a line of its own"), workspace.language, self)
        self.line.setEnabled(not workspace.library.read_only)
        self.line.typed.connect(self._add_school_goals)
        self.line.left.connect(self._add_school_goals)
        self.line.keep_in(workspace.drafts, "school_goal")
        layout.addWidget(self.line)
        self.model.ticked.connect(self._tick)
        self.model.modelReset.connect(self._fit)
        self.table.resized.connect(self._fit)
        header.sectionResized.connect(lambda *_args: self._heights.start())
        self.table.selectionModel().currentChanged.connect(lambda *_args: self._allow())
        self.make.clicked.connect(lambda _checked=False: self._make_goal())
        self._allow()

    def refresh(self) -> None:
        """Show the day as it stands."""
        day, setting, language = self._workspace.day, self._workspace.setting, self._workspace.language
        needs = () if day is None else day.needs
        self.model.show_day(needs, setting.school_goals)
        vision = " ".join(setting.school.vision.split())
        self.vision.setText(language.gettext("Our vision: {vision}").replace("{vision}", vision) if vision else "")
        self.vision.setVisible(bool(vision))
        self._heights.start()
        if not setting.school_goals:
            said = language.gettext("The school has no goals yet. Write them down below; they apply to all study days.")
        else:
            loose, empty = len(without_school_goal(needs)), len(without_need(setting.school_goals, needs))
            one = language.ngettext("{n} need without a school goal", "{n} needs without a school goal", loose)
            other = language.ngettext("{n} school goal without a need", "{n} school goals without a need", empty)
            said = f"{one.replace('{n}', str(loose))} · {other.replace('{n}', str(empty))}"
        self.summary.setText(said)
        self._allow()

    def _add_school_goals(self, text: str) -> None:
        goals = [SchoolGoal(title=line.strip()) for line in text.splitlines() if line.strip()]
        if self._workspace.do(lambda: editing.create_all(self._workspace.library, goals)):
            self.line.clear()

    def _fit(self) -> None:
        """Give the needs the room that the school goals leave."""
        header, character = self._header, self.fontMetrics().averageCharWidth()
        words = " ".join(goal.title for goal in self.model.school_goals).split()
        longest = max(map(header.fontMetrics().horizontalAdvance, words), default=0) + 4 * PADDING
        narrowest = min(max(longest, character * NARROWEST), character * WIDEST)
        room = self.table.viewport().width() - character * LEAST_NEED
        width = column_width(room, len(self.model.school_goals), narrowest, character * WIDEST)
        for column in range(self.model.columnCount()):
            stretches = column == 0
            self.table.setItemDelegateForColumn(column, self._plain if stretches else self._ticks)
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if not stretches:
                header.resizeSection(column, width)
        header.fit()
        self._heights.start()

    def _cell(self) -> tuple[Need, SchoolGoal] | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.column() == 0 or index.row() >= len(self.model.needs):
            return None
        return self.model.needs[index.row()], self.model.school_goals[index.column() - 1]

    def _allow(self) -> None:
        self.make.setEnabled(self._cell() is not None and not self._workspace.library.read_only)

    def _tick(self, need: int, school_goal: int, linked: bool) -> None:
        verb = editing.link if linked else editing.unlink
        self._workspace.do(lambda: verb(self._workspace.library, Need, need, "school_goals", school_goal))

    def _make_goal(self) -> None:
        cell = self._cell()
        if cell is not None:
            need, school_goal = cell
            make_goal(self._workspace, need, school_goal.id)
