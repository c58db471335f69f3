"""The preview with what belongs to it: size, page in view, and in its place what went wrong."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydag.export.remarks import remarks
from studydag.language import Language
from studydag.model.values.errors import StudyDagError
from studydag.ui.announcing import announce, name_choice
from studydag.ui.asking.problems import report, said
from studydag.ui.fields.still_box import StillBox, StillNumber
from studydag.ui.layouts.head_layout import APART, HeadLayout
from studydag.ui.look import Look
from studydag.ui.preview.orders import Made
from studydag.ui.preview.page_view import Fit, PageView
from studydag.ui.roles import give_role
from studydag.ui.spoken_roles import SpokenAs, speak_as

SIZES: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
BETWEEN = 4
"""Pixels between the buttons for the size."""
NARROWEST = 18
"""In characters: how narrow the preview may get."""


class PreviewPane(QWidget):
    """Shows a Made document, or what went wrong. `wanted` carries what is to be drawn."""

    wanted = Signal(object)

    def __init__(self, language: Language, look: Look, parent: QWidget | None = None) -> None:
        """Begin waiting for a document."""
        super().__init__(parent)
        self._language = language
        self._made: Made | None = None
        self._error: Exception | None = None
        self.pages = PageView(look, self)
        self.pages.wanted.connect(self.wanted)
        self._make_messages()
        self._make_bar()
        self._lay_out()
        self.pages.page_changed.connect(self._say_page)
        self.pages.zoomed.connect(self._say_size)
        self.wait()

    def _make_messages(self) -> None:
        """Make what stands in place of the pages, and the line that may stand above them."""
        _ = self._language.gettext
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(_("Copy report"), self)
        self.copy.clicked.connect(self._copy_report)
        self.remark = QLabel(self)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.remark.setWordWrap(True)
        self.remark.setContentsMargins(12, 6, 12, 6)
        self.remark.setProperty("role", "problem")
        self.remark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remark.hide()

    def _make_bar(self) -> None:
        """Make what is said and chosen below the pages: how large, and which one."""
        _ = self._language.gettext
        self.size_box = self._size_box()
        self.smaller = self._button("−", _("Smaller pages"), lambda: self.pages.zoom_by(-1))
        self.larger = self._button("+", _("Larger pages"), lambda: self.pages.zoom_by(1))
        self.page_box = StillNumber(self)
        # Without buttons a style sheet leaves no room for the number, so they have no width instead.
        self.page_box.setProperty("role", "plain")
        self.page_box.setAccessibleName(_("Page in view"))
        self.page_box.setKeyboardTracking(False)
        self.page_box.valueChanged.connect(lambda page: self.pages.go_to(page - 1))
        self._bar = QWidget(self)
        self._bar.setContentsMargins(8, 4, 8, 6)
        sizes = QWidget(self._bar)
        row = QHBoxLayout(sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        for widget in (self.smaller, self.size_box, self.larger):
            row.addWidget(widget)
        row.addStretch(1)
        below = self._below = HeadLayout(self._bar)
        below.addWidget(sizes)
        below.addWidget(self.page_box)

    def _lay_out(self) -> None:
        self._faces = QStackedWidget(self)
        self._faces.addWidget(self._message_face())
        self._faces.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.remark)
        layout.addWidget(self._faces, 1)
        layout.addWidget(self._bar)

    def minimumSizeHint(self) -> QSize:
        """Have room for all of the size, with the page below it, and for pages that can be told apart."""
        least, margins = super().minimumSizeHint(), self._bar.contentsMargins()
        narrowest = max(self.size_box.sizeHint().width(), NARROWEST * self.fontMetrics().averageCharWidth())
        return least.expandedTo(QSize(narrowest + margins.left() + margins.right(), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave off the buttons for the size, which the choice beside them has as well, where there is little room."""
        super().resizeEvent(event)
        margins = self._bar.contentsMargins()
        room, steps = self.width() - margins.left() - margins.right(), (self.smaller, self.larger)
        whole = self.size_box.sizeHint().width()
        with_steps = whole + sum(step.sizeHint().width() + BETWEEN for step in steps)
        is_narrow = with_steps + APART + self.page_box.sizeHint().width() > room
        for step in steps:
            step.setVisible(not is_narrow)
        self._below.least_of_heading = whole if is_narrow else with_steps

    def wait(self) -> None:
        """Say that there is nothing yet."""
        self._made = None
        self._tell(self._language.gettext("Making the document…"), role="quiet")

    def show_made(self, made: Made) -> None:
        """Show a document; the same one with other content stays where it was scrolled to."""
        before, self._made = self._made, made
        other = before is None or before.order.document.name != made.order.document.name
        self._faces.setCurrentWidget(self.pages)
        self._bar.setEnabled(True)
        if before is None or before.data is not made.data:
            self.pages.show_pages(made.data, made.leaves, from_top=other)
        self._remark("\n".join(remarks(made.proof, self._language)))
        self._say_page()

    def show_error(self, error: Exception) -> None:
        """Say in place of the pages what went wrong."""
        self._error = error
        self._made = None
        self._tell(said(error, self._language), role="problem", is_bug=not isinstance(error, StudyDagError))

    def _remark(self, text: str) -> None:
        """Say above the pages what on them is other than it was typed; nothing takes no room."""
        if text == self.remark.text():
            return
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        if text:
            announce(self.remark, text)

    def _tell(self, text: str, *, role: str, is_bug: bool = False) -> None:
        give_role(self.message, role)
        self.message.setText(text)
        self._remark("")
        self.copy.setVisible(is_bug)
        self._faces.setCurrentIndex(0)
        self._bar.setEnabled(False)

    def _message_face(self) -> QWidget:
        face = QWidget(self)
        column = QVBoxLayout(face)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        return face

    def _copy_report(self) -> None:
        if self._error is not None:
            QApplication.clipboard().setText(report(self._error))

    # -- size

    def _size_box(self) -> QComboBox:
        _ = self._language.gettext
        box = StillBox(self)
        name_choice(box, _("Size of the pages"))
        box.addItem(_("Page width"), Fit.WIDTH)
        box.addItem(_("Whole page"), Fit.PAGE)
        for size in SIZES:
            box.addItem(self._language.percent(size), size)
        box.activated.connect(self._choose_size)
        return box

    def _choose_size(self, index: int) -> None:
        size = self.size_box.itemData(index)
        if isinstance(size, float):
            self.pages.zoom_to(size)
        else:
            self.pages.fit_to(size)

    def _say_size(self) -> None:
        fit, zoom = self.pages.fit, self.pages.zoom
        found = [
            place
            for place in range(self.size_box.count())
            if (data := self.size_box.itemData(place)) is fit or (isinstance(data, float) and abs(data - zoom) < 0.005)
        ]
        matching = [place for place in found if fit is Fit.OWN or self.size_box.itemData(place) is fit]
        with QSignalBlocker(self.size_box):
            self.size_box.setPlaceholderText(self._language.percent(zoom))
            self.size_box.setCurrentIndex(matching[0] if matching else -1)

    def _button(self, text: str, name: str, run: object) -> QToolButton:
        button = QToolButton(self)
        speak_as(button, SpokenAs.BUTTON)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRepeat(True)
        button.clicked.connect(run)
        side = self.fontMetrics().height() + 8
        button.setMinimumSize(max(side, button.sizeHint().width()), side)
        return button

    # -- page

    def _say_page(self) -> None:
        """Say which page is in view, to the eye and to assistive technology, which gets its text as well."""
        made = self._made
        if made is None:
            return
        count, page = len(made.leaves), self.pages.page
        _ = self._language.gettext
        with QSignalBlocker(self.page_box):
            self.page_box.setSuffix(f" / {count}")
            self.page_box.setRange(1, max(1, count))
            self.page_box.setValue(page + 1)
        text = made.leaves[page].text if page < count else ""
        words = len(text.split())
        where = _("page {page} of {pages}").replace("{page}", str(page + 1)).replace("{pages}", str(count))
        counted = self._language.ngettext("{n} word", "{n} words", words).replace("{n}", str(words))
        title = self.in_language_of(made)
        self.pages.setAccessibleName(_("Preview: {what}").replace("{what}", f"{title}, {where}, {counted}"))
        self.pages.setAccessibleDescription(text)

    def in_language_of(self, made: Made) -> str:
        """Return what the document is called in the language of the window."""
        return self._language.gettext(made.order.document.title)
