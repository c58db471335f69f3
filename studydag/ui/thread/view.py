"""The thread with what can be done on it: buttons, the picture that scrolls, and a line that says what is lit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from studydag.model.operations.goals import link_in_thread, unlink_in_thread
from studydag.model.rules.threads.thread import thread
from studydag.model.rules.threads.thread_web import Link, web_of
from studydag.model.values.references import Reference
from studydag.ui.announcing import announce
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.thread.canvas import ThreadCanvas
from studydag.ui.thread.menus import fill_with_links, link_menu, thing_menu
from studydag.ui.thread.words import ThreadWords
from studydag.ui.widgets.picture_view import PictureView
from studydag.ui.workspace import Workspace

SIDE = 16
"""Pixels beside the buttons."""


class ThreadView(PictureView):
    """The thread of the day in view. `chosen` comes after another thing is lit."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin empty."""
        _ = workspace.language.gettext
        super().__init__(workspace, _("Type the first need"), parent)
        self.empty.setText(_("The thread begins with what the team must learn: a need, with what shows it."))
        self.begin.setEnabled(not workspace.library.read_only)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = ThreadCanvas(
            look,
            self.scroll_area,
            name=_("Thread"),
            description=_(
                "From need to measure. Left and right follow the links, up and down stay in the column; Space lights up"
                " the thread, Enter opens, L links."
            ),
        )
        self.canvas.can_link = not workspace.library.read_only
        self.scroll_area.setWidget(self.canvas)
        self.link_menu = Menu(self)
        self.link = self.button("link-2", _("Link with"), _("Link with (L)"), None)
        self.link.setMenu(self.link_menu)
        speak_as(self.link, SpokenAs.MENU)
        self.link.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.link_menu.aboutToShow.connect(self._fill_links)
        self.open = self.button("pencil", _("Open"), _("Open (Enter)"), self._open_chosen)
        self.part = self.button("unlink-2", _("Unlink"), _("Unlink (Del)"), self._part_chosen)
        self.loose = self.button(
            "triangle-alert", "", _("Go to the next one that lacks a link"), self._next_loose, has_text=True
        )
        self.smaller = self.button("zoom-out", "", _("Smaller (−)"), partial(self.canvas.zoom_by, -1))
        self.usual = self.button("", "100%", _("Usual size (0)"), self.canvas.usual_zoom)
        self.larger = self.button("zoom-in", "", _("Larger (+)"), partial(self.canvas.zoom_by, 1))
        self.all = self.button(
            "maximize", _("Fit"), _("Show the whole thread, as far as it stays readable"), self.canvas.fit
        )
        self._is_new = True
        self.line.setProperty("role", "quiet")
        self.arrange(self._something())
        self.canvas.choice_changed.connect(self._on_choice)
        self.canvas.zoom_changed.connect(self._say_zoom)
        self.canvas.linking_changed.connect(self._on_linking)
        self.canvas.open_asked.connect(self.open_asked)
        self.canvas.link_asked.connect(self.set_link)
        self.canvas.menu_asked.connect(self._show_menu)

    @property
    def reference(self) -> Reference | None:
        """The thing whose thread is lit."""
        return self.canvas.chosen

    def choose(self, reference: Reference | None) -> bool:
        """Light up the thread of a thing; return whether it is here."""
        self.bring_up_to_date()
        self.canvas.choose(reference)
        return reference is not None and self.canvas.chosen == reference

    def forget(self) -> None:
        """Light up nothing: another day is in view."""
        self.canvas.current = None
        self.canvas.choose(None)
        self._is_new = True

    def set_link(self, one: Reference, other: Reference, linked: bool) -> None:
        """Link two things, or part them."""
        verb = link_in_thread if linked else unlink_in_thread
        self._workspace.do(lambda: verb(self._workspace.library, one, other))

    def show_now(self) -> None:
        """Draw the thread of the day."""
        day, workspace = self._workspace.day, self._workspace
        if day is None:
            return
        web = web_of(day, thread(day, workspace.schedule))
        words = ThreadWords(day, workspace.setting, workspace.schedule, web, workspace.language)
        self.show_picture(bool(web.knots))
        self.canvas.show_thread(words)
        n = len(web.loose)
        self.loose.setVisible(n > 0)
        self.loose.setText(workspace.language.ngettext("{n} loose end", "{n} loose ends", n).replace("{n}", str(n)))
        self._fit_bar()
        self._on_choice()
        if self._is_new:
            self._is_new = False
            workspace.idle.add(self._begin)

    def _begin(self) -> None:
        """Have what the thread begins with in view, where it is higher than the room for it."""
        first = next(iter(self.canvas.ids()), None)
        if first is not None and self.canvas.chosen is None:
            self.canvas.show_knot(first)

    # -- the bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons fit another width."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Leave the words off the buttons, which their tips have as well, where they would take a second line."""
        style = Qt.ToolButtonStyle
        for with_words in (True, False):
            for button in (self.link, self.part, self.open, self.all):
                button.setToolButtonStyle(style.ToolButtonTextBesideIcon if with_words else style.ToolButtonIconOnly)
            if self._bar.width_of_line <= self.width() - 2 * SIDE:
                return

    def _something(self) -> QWidget:
        some = QWidget(self)
        bar = QWidget(some)
        flow = self._bar = FlowLayout(bar)
        for button in (self.link, self.part, self.open, self.loose):
            flow.addWidget(button)
        zoom = QWidget(bar)
        together = QHBoxLayout(zoom)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(0)
        for button in (self.smaller, self.usual, self.larger, self.all):
            together.addWidget(button)
        flow.addWidget(zoom)
        column = QVBoxLayout(some)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        beside = QHBoxLayout()
        beside.setContentsMargins(SIDE, 6, SIDE, 0)
        beside.addWidget(bar, 1)
        column.addLayout(beside)
        column.addWidget(self.scroll_area, 1)
        said = QHBoxLayout()
        said.setContentsMargins(SIDE, 0, SIDE, 6)
        said.addWidget(self.line, 1)
        column.addLayout(said)
        return some

    def _say_zoom(self) -> None:
        self.usual.setText(self._workspace.language.percent(self.canvas.zoom))

    # -- what is said

    def _on_choice(self) -> None:
        canvas = self.canvas
        writes = not self._workspace.library.read_only
        self.link.setEnabled(writes and canvas.chosen is not None)
        self.open.setEnabled(canvas.chosen is not None)
        self.part.setEnabled(writes and canvas.chosen_link is not None)
        self.line.setText(self._said())
        if canvas.hasFocus():
            announce(canvas, self.line.text() if canvas.chosen or canvas.chosen_link else "")
        self.chosen.emit()

    def _said(self) -> str:
        _, canvas = self._workspace.language.gettext, self.canvas
        words, n = canvas.words, canvas.web.left_out
        if words is not None and canvas.chosen is not None:
            text = _("On this thread: {things}.")
            return text.replace("{things}", words.chain(canvas.chosen))
        if words is not None and canvas.chosen_link is not None:
            return " → ".join(words.called(each) for each in canvas.chosen_link)
        said = _("Click something to light up its thread; drag from one to another to link them.")
        if n:
            left_out = self._workspace.language.ngettext(
                "{n} action that prepares the day serves no goal and is left out.",
                "{n} actions that prepare the day serve no goal and are left out.",
                n,
            )
            said = f"{said} {left_out.replace('{n}', str(n))}"
        return said

    def _on_linking(self) -> None:
        canvas, linking = self.canvas, self.canvas.linking
        words, _ = canvas.words, self._workspace.language.gettext
        if words is None or linking is None:
            self.line.setText(self._said())
            return
        if linking.target is None:
            self.line.setText(_("Drop it on what it should be linked with."))
            return
        linked = canvas.is_linked(linking.start, linking.target)
        if linking.is_dragged:
            text = _("Already linked: {thing}.") if linked else _("Link with {thing}.")
        else:
            text = _("{thing}. Linked; Enter unlinks.") if linked else _("{thing}. Enter links, Escape stops.")
        said = text.replace("{thing}", words.called(linking.target).removesuffix("."))
        self.line.setText(said)
        if not linking.is_dragged:
            announce(canvas, said)

    # -- what is done

    def _fill_links(self) -> None:
        canvas = self.canvas
        if canvas.words is not None and canvas.chosen is not None:
            fill_with_links(self.link_menu, canvas.words, canvas.picture, canvas.chosen, self.set_link)

    def _show_menu(self, about: Reference | Link | None, at: QPoint) -> None:
        words = self.canvas.words
        if words is None or about is None:
            return
        menu = Menu(self)
        if self.canvas.chosen_link == about:
            link_menu(menu, words, self.canvas.chosen_link, self.set_link)
            menu.setEnabled(self.canvas.can_link)
        elif self.canvas.chosen is not None:
            inner = thing_menu(menu, words, self.canvas.chosen, self.open_asked.emit)
            inner.setEnabled(self.canvas.can_link)
            fill_with_links(inner, words, self.canvas.picture, self.canvas.chosen, self.set_link)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open_chosen(self) -> None:
        if self.canvas.chosen is not None:
            self.open_asked.emit(self.canvas.chosen)

    def _part_chosen(self) -> None:
        if self.canvas.chosen_link is not None:
            self.set_link(*self.canvas.chosen_link, False)

    def _next_loose(self) -> None:
        loose = [each for each in self.canvas.ids() if self.canvas.web.knots[each].is_loose]
        if loose:
            place = loose.index(self.canvas.chosen) + 1 if self.canvas.chosen in loose else 0
            self.canvas.choose(loose[place % len(loose)])
            self.canvas.setFocus()
