"""Menus of the thread: what a thing can be linked with, ticked where it is, and what else can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from studydag.model.rules.threads.thread_picture import ThreadPicture
from studydag.model.rules.threads.thread_web import KINDS, Link, link_between
from studydag.model.values.references import Reference
from studydag.ui.thread.linking import candidates
from studydag.ui.thread.words import ThreadWords
from studydag.ui.typed_keys import sequence

LONGEST = 70
"""Characters of a title in a menu."""

Ask = Callable[[Reference, Reference, bool], object]
"""Asks to link (True) or to part (False) two things."""


def fill_with_links(menu: QMenu, words: ThreadWords, picture: ThreadPicture, start: Reference, ask: Ask) -> None:
    """Offer everything that a thing can be linked with, what it is linked with ticked; several kinds in a menu each."""
    menu.clear()
    for inner in menu.findChildren(QMenu):
        inner.deleteLater()
    columns = candidates(picture, start)
    if not columns:
        menu.addAction(words.language.gettext("There is nothing to link it with yet")).setEnabled(False)
    for column in columns:
        inner = menu if len(columns) == 1 else menu.addMenu(words.heading(KINDS.index(column[0][0])))
        for other in column:
            linked = link_between(start, other) in words.web.links
            action = inner.addAction(_in_menu(words, other))
            action.setCheckable(True)
            action.setChecked(linked)
            action.triggered.connect(partial(_asked, ask, start, other, not linked))


def thing_menu(menu: QMenu, words: ThreadWords, start: Reference, open_it: Callable[[Reference], object]) -> QMenu:
    """Offer to open a thing; return the menu within, to be filled with what it can be linked with."""
    _ = words.language.gettext
    opening = menu.addAction(_("Open"))
    opening.setShortcut(sequence("Return"))
    opening.triggered.connect(lambda _checked=False: open_it(start))
    return menu.addMenu(_("Link with"))


def link_menu(menu: QMenu, words: ThreadWords, link: Link, ask: Ask) -> None:
    """Offer to take a link away."""
    names = [_in_menu(words, each) for each in link]
    text = words.language.gettext("Unlink {one} and {other}")
    action = menu.addAction(text.replace("{one}", names[0]).replace("{other}", names[1]))
    action.setShortcut(sequence("Del"))
    action.triggered.connect(partial(_asked, ask, *link, False))


def _asked(ask: Ask, one: Reference, other: Reference, linked: bool, _checked: bool = False) -> None:
    ask(one, other, linked)


def _in_menu(words: ThreadWords, reference: Reference) -> str:
    text = " ".join(filter(None, (words.short(reference), words.title(reference))))
    shortened = text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
    return shortened.replace("&", "&&")
