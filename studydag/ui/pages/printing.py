"""The page Print: the documents of the day in view, as they will be on paper; to save, to print, to open."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from studydag.export.documents import PDF, Document, documents
from studydag.model.rules.versions.prints import print_out_of_date
from studydag.model.values.changes import Change
from studydag.model.values.kinds import KINDS
from studydag.model.values.study_day import StudyDay, Version
from studydag.model.values.wording import N_
from studydag.ui.layouts.flipping import thin_handles
from studydag.ui.layouts.upright_scroll import UprightScroll
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.preview.actions_box import ActionsBox
from studydag.ui.preview.chosen import Chosen
from studydag.ui.preview.delivery import Delivery
from studydag.ui.preview.document_list import DocumentList
from studydag.ui.preview.notice import Notice
from studydag.ui.preview.options_form import OptionsForm
from studydag.ui.preview.orders import Made, Order
from studydag.ui.preview.press import Drawn, Press
from studydag.ui.preview.preview_pane import PreviewPane
from studydag.ui.preview.since_print import SincePrintNote
from studydag.ui.workspace import Workspace

AROUND = 18
"""Pixels between the edge, the choices of a document and its preview."""
PAUSE = 120
"""In milliseconds: while the day is being edited faster than this, nothing is made."""


class PrintPage(Page):
    """Documents at the left with their choices, a large preview beside them."""

    title: ClassVar[str] = N_("Print")
    name: ClassVar[str] = "print"
    kinds: ClassVar[frozenset[str]] = frozenset(KINDS)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        offered: tuple[Document, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build list, choices, buttons and preview; `offered` are by default all documents."""
        super().__init__(workspace, look, parent)
        self._offered = offered or documents()
        self._number = 0
        self._is_left = False
        self._made: Made | None = None
        self._versions: tuple[Version, ...] | None = None
        self._waiting: list[Callable[[Made], None]] = []
        self._chosen = Chosen(workspace.language)
        self.list = DocumentList(self._offered, workspace.language, look, self)
        self.since = SincePrintNote(workspace.language, self)
        self.options = OptionsForm(workspace.language, self._offered, self)
        self.actions_box = ActionsBox(workspace.language, self)
        self.notice = Notice(workspace.language, self)
        self.preview = PreviewPane(workspace.language, look, self)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._order)
        self.press = Press()
        self.delivery = Delivery(workspace, self._chosen, self.press, self.notice, self._with_current, self)
        self._connect()

    # -- building

    def _lay_out(self) -> None:
        scroll = UprightScroll(self.options, self)
        scroll.setMinimumHeight(7 * self.fontMetrics().height())
        self._around = scroll.verticalScrollBar().sizeHint().width() + AROUND
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(6, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.since)
        column.addWidget(self.list)
        column.addWidget(scroll, 1)
        column.addWidget(self.actions_box)
        # What is said comes and goes above the preview, so that no document or button moves from under the pointer.
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.notice)
        beside.addWidget(self.preview, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        thin_handles(splitter)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        wide = 34 * self.fontMetrics().averageCharWidth()
        splitter.setSizes([wide, 3 * wide])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.workspace.changed.connect(self._note_versions)
        self.workspace.leaving.connect(self._leave)
        self.list.chosen.connect(self._show_document)
        self.since.wanted.connect(lambda: self.list.choose("changes"))
        self.options.language_chosen.connect(self._choose_language)
        self.options.option_chosen.connect(self._choose_option)
        self.preview.wanted.connect(self.press.draw)
        box, delivery = self.actions_box, self.delivery
        self.list.save_asked.connect(lambda: delivery.save(self.list.document, PDF))
        box.save.clicked.connect(lambda _checked=False: delivery.save(self.list.document, PDF))
        box.wanted.connect(lambda ending: delivery.give(self.list.document, ending))
        box.copied.connect(lambda ending: delivery.copy(self.list.document, ending))
        box.print.clicked.connect(lambda _checked=False: delivery.print())
        box.open.clicked.connect(lambda _checked=False: delivery.open())
        box.save_all.clicked.connect(lambda _checked=False: delivery.save_all(self._offered))
        self.press.made.connect(self._on_made)
        self.press.failed.connect(self._on_failed)
        self.press.drawn.connect(self._on_drawn)
        self.destroyed.connect(self.press.stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choices in view on a page that is not high."""
        super().resizeEvent(event)
        self.actions_box.fit_height(event.size().height())
        room = self.width() - self.preview.minimumSizeHint().width() - self._around
        self.options.be_at_most(max(room, 0))

    # -- what is shown

    def day_opened(self) -> None:
        """Begin anew: what is private is off again, each time."""
        self._chosen.forget()
        self._waiting.clear()
        self._made = None
        self._versions = None
        self.notice.hide()
        self.since.hide()
        self.preview.wait()

    def standing(self) -> object:
        """Return which document is in view and what was chosen of each."""
        return self.list.document.name, self._chosen

    def stand_as(self, standing: object) -> None:
        """Show that document again, with what was chosen."""
        match standing:
            case (str(name), Chosen() as chosen):
                self._chosen.take_over(chosen)
                self.list.choose(name)
                self._show_document()

    def refresh(self) -> None:
        """Make the document that is chosen of the day as it stands."""
        day = self.workspace.day
        self.setEnabled(day is not None)
        if day is None:
            return
        self.list.forget_pages()
        self._show_choices(day)
        if self._made is None:
            self._order()
        else:
            self._soon.start()

    @property
    def is_current(self) -> bool:
        """Whether the preview shows the day as it stands, printed today."""
        made = self._made
        if made is None or self._soon.isActive() or made.order.number != self._number:
            return False
        return made.order.printed.date() == self.workspace.library.now.date()

    @property
    def made(self) -> Made | None:
        """What the preview shows."""
        return self._made

    def _show_document(self) -> None:
        self.notice.hide()
        if self.workspace.day is not None:
            self._show_choices(self.workspace.day)
            self._order()

    def _show_choices(self, day: StudyDay) -> None:
        document = self.list.document
        self.actions_box.offer(document)
        language, chosen = self._chosen.language_of(document, day).code, self._chosen.options_of(document)
        self.options.show_document(document, language, chosen)
        offered = self.options.offer(day, self.workspace.setting)
        if self._chosen.keep_offered(document, offered):
            self.options.show_document(document, language, self._chosen.options_of(document))

    def _choose_language(self, code: str) -> None:
        self._chosen.choose_language(self.list.document, code)
        self._order()

    def _choose_option(self, name: str, value: str) -> None:
        self._chosen.choose(self.list.document, name, value)
        self._order()

    def _note_versions(self, change: Change) -> None:
        if change.touches("version"):
            self._versions = None

    # -- making

    def _order(self) -> None:
        day = self.workspace.day
        if day is None or self._is_left:
            return
        self._soon.stop()
        if self._versions is None:
            self._versions = tuple(self.workspace.library.versions_of(day.id))
        self._number += 1
        document = self.list.document
        order = Order(
            number=self._number,
            document=document,
            chosen=self._chosen.options_of(document),
            language=self._chosen.language_of(document, day),
            day=day,
            setting=self.workspace.setting,
            versions=self._versions,
            keeps_versions=not self.workspace.library.read_only,
            printed=self.workspace.library.now,
        )
        self.press.make(order)

    def _on_made(self, made: Made) -> None:
        if made.order.number != self._number:
            return
        self._made = made
        self.list.set_pages(made.order.document.name, len(made.leaves))
        self.preview.show_made(made)
        self.since.tell(print_out_of_date(made.order.versions, made.content))
        if self.is_current:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then(made)

    def _on_failed(self, order: Order | None, error: Exception) -> None:
        if order is not None and order.number != self._number:
            return
        self._made = None
        self._waiting.clear()
        self.preview.show_error(error)

    def _on_drawn(self, drawn: Drawn) -> None:
        self.preview.pages.take(drawn)

    def _leave(self) -> None:
        """Finish what was asked for, while the library is open; make nothing more."""
        if self._waiting:
            self.press.finish()
            QCoreApplication.sendPostedEvents(self)
        self._is_left = True
        self._waiting.clear()

    def _with_current(self, then: Callable[[Made], None]) -> None:
        """Do something with the document of the day as it stands, at once or as soon as it is made."""
        if self.is_current and self._made is not None:
            then(self._made)
            return
        self._waiting.append(then)
        self._order()
