"""What all dialogs have in common: a title, a body that scrolls where the screen is small, and buttons below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from studydag.language import Language
from studydag.model.values.errors import StudyDagError
from studydag.ui.announcing import announce
from studydag.ui.asking.problems import said
from studydag.ui.dialog_letters import DialogLetters
from studydag.ui.layouts.part_scroll import PartScroll
from studydag.ui.reading_order import step
from studydag.ui.text_label import text_label

FEWEST = (6, 4, 3)
"""So many lines of a list stay in view where the screen is small, else so many, before the dialog has to scroll."""
MARGIN, APART = 14, 10
"""Pixels around what stands in a dialog, and above its buttons."""
SPARE = 4
"""Pixels that fields and buttons may turn out higher than they said."""
MOST_OF_SCREEN = 0.9
"""So much of the height and width of a screen a dialog takes at most."""
ROWS_IN_VIEW = 14
"""So many rows of a list are in view where the screen is large enough."""


class Dialog(QDialog):
    """A dialog that is freed when it is closed. Subclasses fill `body` and may rename the button that accepts."""

    def __init__(
        self, title: str, language: Language, parent: QWidget | None, *, accept: str = "", characters: int = 64
    ) -> None:
        """Make room of so many characters wide; without `accept` there is only a button to close."""
        super().__init__(parent)
        self.language = language
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.content = QWidget(self)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        # Lists get lower before the dialog scrolls: they scroll by themselves.
        scroll = PartScroll(self.content, self, across=True)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox(self)
        _ = language.gettext
        if accept:
            self.accepting = QPushButton(accept, self)
            # By being default alone it would be as wide as its words in plain letters, and they are strong. A box of
            # buttons dresses what it takes in, so it is said before.
            self.accepting.setProperty("role", "primary")
            self.buttons.addButton(self.accepting, QDialogButtonBox.ButtonRole.AcceptRole)
            self.accepting.setDefault(True)
            self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            self.accepting = self.buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(APART)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self._characters = characters
        self._grown = 0
        DialogLetters(self)

    def run(self) -> bool:
        """Show it until it is closed, then free it; return whether it was accepted."""
        self.fit()
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return accepted

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, unless another one was chosen: Qt would leave the keys to the first button."""
        super().showEvent(event)
        if self.focusWidget() in {None, *self.buttons.buttons()}:
            step(self, forward=True)

    def say_problem(self, text: str) -> None:
        """Say what keeps it from being accepted; nothing takes it away."""
        # Asked before it is told, which may make the dialog higher at once.
        high = self.height() - self._grown
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self._make_room(high)
        announce(self, text)

    def _make_room(self, high: int) -> None:
        """Be as high as before, and higher by the problem that is told, as far as the screen allows."""
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        across = self.width() - margins.left() - margins.right()
        needed = 0 if self.problem.isHidden() else self.problem.heightForWidth(across) + layout.spacing()
        most = round(self.screen().availableGeometry().height() * MOST_OF_SCREEN)
        self._grown = max(0, min(needed, most - high))
        # Else the least height would be that with the problem that is gone.
        layout.activate()
        self.resize(self.width(), high + self._grown)

    def finish_typing(self) -> None:
        """Take what stands in the field with the focus as finished, as if it had been left."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def tries(self, do: Callable[[], object]) -> bool:
        """Do what was asked for, and return whether that went well; where it didn't, it is said and all stays open."""
        try:
            do()
        except StudyDagError as error:
            self.say_problem(said(error, self.language))
            return False
        return True

    def add_text(self, text: str, role: str = "") -> QLabel:
        """Add words that wrap."""
        label = text_label(text, self, role)
        self.body.addWidget(label)
        return label

    def add_field(self, title: str, field: QWidget) -> None:
        """Add a field with its title above it."""
        label = text_label(title, self, "quiet")
        takes_keys = field.focusProxy() or field
        label.setBuddy(takes_keys)
        if not takes_keys.accessibleName():
            takes_keys.setAccessibleName(title)
        self.body.addWidget(label)
        self.body.addWidget(field)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's
        """Let the Tab key go through everything in the order of reading."""
        return step(self, forward=next)

    def fit(self, room: QSize | None = None) -> None:
        """Be as large as what stands in it, as far as the screen allows, or the room (in pixels) that is given."""
        lists = self.findChildren(QAbstractItemView)
        for widget in (self, *self.findChildren(QWidget)):
            # What isn't dressed yet takes less room than it will.
            widget.ensurePolished()
        _forget_sizes(self)
        for view in lists:
            view.doItemsLayout()
        metrics, layout = self.fontMetrics(), self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        below = max(button.sizeHint().height() for button in self.buttons.buttons()) + layout.spacing()
        most = (room or self.screen().availableGeometry().size()) * MOST_OF_SCREEN
        wanted = self.content.sizeHint()
        width = max(metrics.averageCharWidth() * self._characters, wanted.width() + 40)
        width = min(width, most.width())
        inner = self.content.layout()
        assert inner is not None
        # What wraps says how high it would like to be where it is narrow: nothing to go by where there is a width.
        wraps, across = inner.hasHeightForWidth(), width - 40
        height = inner.totalHeightForWidth(across) if wraps else wanted.height()
        around = margins.top() + margins.bottom() + below + SPARE
        height += around + max((_lacking(view) for view in lists if view.isVisibleTo(self)), default=0)
        # Down to what they are at least lists give way by themselves.
        views: list[QAbstractScrollArea] = [*lists, *self.findChildren(QPlainTextEdit)]
        inside = width - margins.left() - margins.right()
        room_inside = most.height() - around
        _lower([view for view in views if view.isVisibleTo(self)], self.content, inside, room_inside)
        self.resize(width, min(height, most.height()))

    def show_all_rows(self, rows: QListWidget, most: int) -> None:
        """Let a list be as high as what stands in it, at least so as far as `most` rows go."""
        rows.ensurePolished()
        high, around = max(rows.sizeHintForRow(0), self.fontMetrics().lineSpacing()), 2 * rows.frameWidth() + 14
        rows.setMinimumHeight(high * min(rows.count(), most) + around)
        rows.setMaximumHeight(high * max(rows.count(), 1) + around)


def _lacking(view: QAbstractItemView) -> int:
    """Return how much higher than it would be by itself, in pixels, a list has to be for its rows to be in view."""
    rows = min(view.model().rowCount(), ROWS_IN_VIEW)
    head = view.header() if isinstance(view, QTreeView) else None
    around = 2 * view.frameWidth() + view.fontMetrics().lineSpacing() + (head.sizeHint().height() if head else 0)
    return max(0, rows * view.sizeHintForRow(0) + around - max(view.sizeHint().height(), view.minimumHeight()))


def _lower(views: list[QAbstractScrollArea], content: QWidget, width: int, room: int) -> None:
    """Let lists be lower than they ask for, as far as what stands in a dialog then fits a room, in pixels.

    A list scrolls by itself: with the dialog scrolling as well there would be two bars beside each other.
    """
    asked = [view.minimumHeight() for view in views]
    for lines in (None, *FEWEST):
        for view, high in zip(views, asked, strict=True):
            lower = high if lines is None else min(high, view.fontMetrics().lineSpacing() * lines)
            view.setMinimumHeight(lower)
        if _least(content, width) <= room:
            return
    for view, high in zip(views, asked, strict=True):
        view.setMinimumHeight(high)


def _least(content: QWidget, width: int) -> int:
    _forget_sizes(content)
    layout = content.layout()
    assert layout is not None
    return layout.totalMinimumHeightForWidth(width) if layout.hasHeightForWidth() else layout.minimumSize().height()


def _forget_sizes(whole: QWidget) -> None:
    """Let all layouts ask anew how large things are: what isn't seen yet tells nobody that it has changed."""
    for each in whole.findChildren(QLayout):
        each.invalidate()
        # What holds a layout says so to the one that it stands in only later, by itself.
        holder = each.parentWidget()
        assert holder is not None
        holder.updateGeometry()
    layout = whole.layout()
    assert layout is not None
    layout.invalidate()
