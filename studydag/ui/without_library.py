"""What can be done while no library is open: in the middle as buttons, and in the menu with its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from studydag.ui.commands import Commands
from studydag.ui.letters import give_letters
from studydag.ui.recent_paths import entry_of

if TYPE_CHECKING:
    from studydag.ui.main_window import MainWindow


def offer(window: MainWindow) -> None:
    """Offer to open a library, to go back to a backup of the one that did not open, and to quit."""
    _, commands, keys = window.language.gettext, Commands(window), QKeySequence.StandardKey
    window.shell.offer(_("Open another library…"), commands.open_library)
    window.shell.offer(_("Restore a backup…"), commands.restore)
    # The first entry of the bar is the menu of files; the others have nothing to work on.
    bar = window.menuBar()
    bar.removeAction(bar.actions()[0])
    menu = bar.addMenu(_("&File"))
    bar.insertAction(bar.actions()[0], menu.menuAction())

    def add(text: str, run: Callable[[], object], key: QKeySequence.StandardKey | None = None) -> None:
        action = QAction(text, menu)
        action.setMenuRole(QAction.MenuRole.QuitRole if key is keys.Quit else QAction.MenuRole.NoRole)
        if key is not None:
            action.setShortcuts(key)
        action.triggered.connect(lambda _checked=False: run())
        menu.addAction(action)

    add(_("Open library…"), commands.open_library, keys.Open)
    recent = menu.addMenu(_("Recent libraries"))
    for path in window.memory.recent:
        recent.addAction(entry_of(path), partial(commands.open_path, path))
    menu.addSeparator()
    add(_("Restore a backup…"), commands.restore)
    menu.addSeparator()
    add(_("Quit"), window.close, keys.Quit)
    give_letters(menu)
