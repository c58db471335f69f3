"""The menus and the toolbar: every command of the window, with its shortcut."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from studydag.labels import operation_name
from studydag.model.store.history import Step
from studydag.ui.announcing import once_answered
from studydag.ui.areas import Areas
from studydag.ui.icons import icon, icon_size
from studydag.ui.letters import give_letters
from studydag.ui.pages.register import PAGES
from studydag.ui.recent_paths import entry_of
from studydag.ui.typed_keys import keys_of, sequence, with_ctrl
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.commands import Commands
    from studydag.ui.main_window import MainWindow

Key = QKeySequence.StandardKey | QKeySequence | str | list[QKeySequence]
Role = QAction.MenuRole
FIND_WIDTH = 36
"""Characters."""
_INK = {"plus": QPalette.ColorRole.Link, "printer": QPalette.ColorRole.HighlightedText}

BAR_ROOM = 26
"""In pixels: what a toolbar is higher than its text."""


class Actions:
    """All actions of a window that has a library open; undo and redo say what they would do."""

    def __init__(self, window: MainWindow, workspace: Workspace, commands: Commands) -> None:
        """Fill the menu bar and the toolbar."""
        self._window = window
        # All actions go with this one, and their shortcuts with them.
        self._owner = QObject(window)
        self._menus: list[QMenu] = []
        self._workspace = workspace
        self._commands = commands
        self._needs_day: list[QAction] = []
        self._needs_writing: list[QAction] = []
        self._to_pages: list[QAction] = []
        _ = workspace.language.gettext
        self.areas = Areas(
            window,
            [
                (_("Library"), window.panel),
                (_("Page"), window.middle),
                (_("Details and checks"), window.right),
                (_("Toolbar"), window.toolbar),
            ],
        )
        self.undo = self._action(_("Undo"), workspace.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._action(_("Redo"), workspace.redo, QKeySequence.StandardKey.Redo)
        # What the system is used to comes first: the menu names it.
        self.redo.setShortcuts(keys_of(QKeySequence.StandardKey.Redo, "Ctrl+Y", "Ctrl+Shift+Z"))
        window.menuBar().clear()
        self._file_menu()
        self._edit_menu()
        self._day_menu()
        self._view_menu()
        self._help_menu()
        for menu in self._menus:
            give_letters(menu)
        self._toolbar()
        workspace.changed.connect(self.refresh)
        workspace.day_opened.connect(self.refresh)
        self.refresh()

    def take_away(self) -> None:
        """Take all menus and shortcuts away, to make room for others."""
        self._window.menuBar().clear()
        self._window.toolbar.clear()
        for menu in self._menus:
            menu.deleteLater()
        self._owner.deleteLater()

    @property
    def all(self) -> list[QAction]:
        """Every action of the menus, for who looks one up by name."""
        return [action for action in self._owner.findChildren(QAction) if action.text()]

    def refresh(self) -> None:
        """Let the actions say what they would do now."""
        language, library = self._workspace.language, self._workspace.library
        _ = language.gettext
        self.undo.setEnabled(library.undo_step is not None)
        self.undo.setText(self._step_text(_("Undo"), library.undo_step))
        self.redo.setEnabled(library.redo_step is not None)
        self.redo.setText(self._step_text(_("Redo"), library.redo_step))
        for action in (self.undo, self.redo):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({keys})")
        for action in self._needs_writing:
            action.setEnabled(not library.read_only)
        for action in self._needs_day:
            action.setEnabled(self._workspace.day is not None and (not library.read_only or action.data() == "reads"))
        for action in self._to_pages:
            # From home and the school they lead to the day to go on with.
            action.setEnabled(self._workspace.day is not None or self._commands.day_to_go_on_with is not None)

    def _step_text(self, verb: str, step: Step | None) -> str:
        if step is None:
            return verb
        kind = self._workspace.language.kind(step.place.kind) if step.place is not None else ""
        return f"{verb}: {operation_name(step.op, self._workspace.language, kind)}"

    def _action(
        self, text: str, run: Callable[[], object], key: Key | None = None, role: Role = Role.NoRole
    ) -> QAction:
        """Make an action with its keys, the first of which is shown; `role` says where macOS puts it."""
        action = QAction(text, self._owner)
        # Else macOS goes by the words, and moves what begins as its own entries do.
        action.setMenuRole(role)
        if isinstance(key, QKeySequence.StandardKey | list):
            # Windows has two keys for some of them, as Ctrl+W and Ctrl+F4.
            action.setShortcuts(key)
        elif key is not None:
            action.setShortcut(sequence(key))
        action.triggered.connect(lambda _checked=False: once_answered(action, run))
        return action

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        self._menus.append(menu)
        return menu

    def _file_menu(self) -> None:
        _, commands = self._workspace.language.gettext, self._commands
        menu = self._menu(_("&File"))
        new = self._action(_("New study day…"), commands.new_day, QKeySequence.StandardKey.New)
        self._needs_writing.append(new)
        menu.addAction(new)
        menu.addAction(self._action(_("Open library…"), commands.open_library, QKeySequence.StandardKey.Open))
        recent = menu.addMenu(_("Recent libraries"))
        others = self._window.memory.others_than(self._window.path)
        recent.setEnabled(bool(others))
        for path in others:
            recent.addAction(self._action(entry_of(path), partial(commands.open_path, path)))
        menu.addSeparator()
        self._print = self._action(_("Print the study day…"), commands.print_day, QKeySequence.StandardKey.Print)
        self._print.setData("reads")
        self._needs_day.append(self._print)
        menu.addAction(self._print)
        menu.addSeparator()
        menu.addAction(self._action(_("Save"), commands.say_saved, QKeySequence.StandardKey.Save))
        menu.addAction(self._action(_("Save a copy…"), commands.save_copy, QKeySequence.StandardKey.SaveAs))
        take_in = self._action(_("Add study days from a copy…"), commands.take_in)
        self._needs_writing.append(take_in)
        menu.addAction(take_in)
        menu.addSeparator()
        backup = self._action(_("Make a backup now"), commands.backup)
        restore = self._action(_("Restore a backup…"), commands.restore)
        anonymise = self._action(_("Anonymise old study days…"), commands.anonymise)
        self._needs_writing += [backup, restore, anonymise]
        menu.addActions([backup, restore, anonymise])
        menu.addSeparator()
        menu.addAction(self._action(_("Quit"), self._window.close, QKeySequence.StandardKey.Quit, Role.QuitRole))

    def _edit_menu(self) -> None:
        _ = self._workspace.language.gettext
        menu = self._menu(_("&Edit"))
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        for text, name, key in (
            (_("Cut"), "cut", QKeySequence.StandardKey.Cut),
            (_("Copy"), "copy", QKeySequence.StandardKey.Copy),
            (_("Paste"), "paste", QKeySequence.StandardKey.Paste),
        ):
            # The keys belong to what has the focus; here they are only named.
            shown = sequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(self._action(f"{text}\t{shown}", partial(self._commands.edit, name)))
        menu.addSeparator()
        self._find = self._action(_("Find or go to…"), self._commands.find, "Ctrl+K")
        menu.addAction(self._find)
        menu.addAction(self._action(_("Find…"), self._commands.find_all, QKeySequence.StandardKey.Find))
        menu.addAction(self._action(_("Find next"), lambda: self._commands.find_step(1), "F3"))
        menu.addAction(self._action(_("Find previous"), lambda: self._commands.find_step(-1), "Shift+F3"))

    def _day_menu(self) -> None:
        _, commands = self._workspace.language.gettext, self._commands
        menu = self._menu(_("&Study day"))
        self._block = self._action(_("Add block"), commands.add_block, "Ctrl+B")
        close = self._action(_("Close the study day"), commands.close_day, QKeySequence.StandardKey.Close)
        close.setData("reads")
        run = self._action(_("Run the day"), commands.run_day, "F5")
        run.setData("reads")
        self._needs_day += [self._block, close, run]
        menu.addActions([self._block, close])
        programmes = [
            self._action(_("Paste programme…"), commands.paste_programme, "Ctrl+Shift+V"),
            self._action(_("Import programme…"), commands.import_programme, "Ctrl+Shift+I"),
        ]
        self._needs_writing += programmes
        menu.addMenu(self._pages(menu))
        menu.addSeparator()
        menu.addAction(run)
        menu.addSeparator()
        menu.addActions(programmes)
        menu.addSeparator()
        entries = [
            self._action(_("Make a carousel…"), commands.carousel),
            self._action(_("Copy this study day…"), commands.duplicate_day),
            self._action(_("Save this day as a template…"), commands.save_template),
            self._action(_("Move to another date…"), commands.move_day),
            self._action(_("Delete this study day"), commands.delete_day),
        ]
        self._needs_day += entries
        menu.addActions(entries)
        self.of_day = (run, *entries[1:])
        """What is done with a study day as a whole, the last of them to delete it."""

    def _pages(self, parent: QMenu) -> QMenu:
        """Return a menu with the pages of a study day, each by a number."""
        language, menu = self._workspace.language, QMenu(self._workspace.language.gettext("Go to page"), parent)
        for number, maker in enumerate(PAGES, 1):
            title = language.gettext(maker.title)
            action = self._action(
                title.replace("&", "&&"), partial(self._commands.show_page, maker.name), with_ctrl(number)
            )
            self._to_pages.append(action)
            menu.addAction(action)
        return menu

    def _view_menu(self) -> None:
        _, commands = self._workspace.language.gettext, self._commands
        menu = self._menu(_("&View"))
        menu.addAction(self._action(_("Home"), commands.show_home, "Alt+Home"))
        menu.addAction(self._action(_("School"), commands.show_school, with_ctrl(9)))
        menu.addSeparator()
        # On most keyboards the plus takes Shift: as browsers do, take the same key without it.
        larger = keys_of(QKeySequence.StandardKey.ZoomIn, "Ctrl+=")
        menu.addAction(self._action(_("Larger"), lambda: commands.zoom(1), larger))
        menu.addAction(self._action(_("Smaller"), lambda: commands.zoom(-1), QKeySequence.StandardKey.ZoomOut))
        menu.addAction(self._action(_("Actual size"), lambda: commands.zoom(0), with_ctrl(0)))
        menu.addSeparator()
        menu.addAction(self._action(_("Sort the table…"), commands.sort_table))
        menu.addAction(self._action(_("Right column"), commands.toggle_right, "F4"))
        full_screen = QKeySequence(QKeySequence.StandardKey.FullScreen)
        # On some systems Qt knows no key for it.
        key = "F11" if full_screen.isEmpty() else full_screen
        menu.addAction(self._action(_("Full screen"), commands.toggle_full_screen, key))
        menu.addSeparator()
        areas = self.areas
        menu.addAction(self._action(_("Next area"), lambda: areas.walk(1), "F6"))
        menu.addAction(self._action(_("Previous area"), lambda: areas.walk(-1), "Shift+F6"))
        # On macOS Ctrl is written Meta, and Ctrl stands for Cmd, with which the Tab key belongs to the system.
        ctrl = "Meta" if sys.platform == "darwin" else "Ctrl"
        menu.addAction(self._action(_("Next tab"), lambda: areas.walk_tabs(1), f"{ctrl}+Tab"))
        menu.addAction(self._action(_("Previous tab"), lambda: areas.walk_tabs(-1), f"{ctrl}+Shift+Tab"))
        menu.addAction(self._action(_("Next divider"), areas.walk_dividers, "F8"))
        menu.addSeparator()
        self._choices(
            menu.addMenu(_("Brightness")),
            [(_("Follow the system"), ""), (_("Light"), "light"), (_("Dark"), "dark")],
            self._window.memory.brightness,
            commands.set_brightness,
        )
        self._choices(
            # Also for who can't read the language that it has now.
            menu.addMenu(" / ".join(dict.fromkeys((_("Language"), "Language")))),
            [("Nederlands", "nl"), ("English", "en")],
            self._workspace.language.code,
            commands.set_language,
        )

    def _choices(
        self, menu: QMenu, choices: list[tuple[str, str]], current: str, chosen: Callable[[str], None]
    ) -> None:
        group = QActionGroup(menu)
        for text, value in choices:
            action = self._action(text, partial(chosen, value))
            action.setCheckable(True)
            action.setChecked(value == current)
            group.addAction(action)
            menu.addAction(action)

    def _help_menu(self) -> None:
        _ = self._workspace.language.gettext
        menu = self._menu(_("&Help"))
        menu.addAction(self._action(_("Help"), self._commands.help, QKeySequence.StandardKey.HelpContents))
        menu.addAction(self._action(_("About StudyDAG"), self._commands.about, role=Role.AboutRole))

    def _toolbar(self) -> None:
        _ = self._workspace.language.gettext
        bar = self._window.toolbar
        bar.clear()
        around = bar.layout()
        if around is not None:
            # It counts margins in its height, but does not keep them free.
            around.setContentsMargins(0, 0, 0, 0)
        bar.setIconSize(icon_size(bar))
        signs = {self.undo: "undo-2", self.redo: "redo-2", self._block: "plus", self._print: "printer"}
        for action, sign in signs.items():
            action.setIcon(icon(sign, bar.palette(), role=_INK.get(sign, QPalette.ColorRole.ButtonText)))
        _spaces(bar, 8)
        bar.addActions([self.undo, self.redo])
        bar.addSeparator()
        self._block.setIconText(_("Block"))
        # The style lets the sign touch a bold word.
        self._print.setIconText(f"\N{NO-BREAK SPACE}{_('Print')}")
        bar.addAction(self._block)
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(self._find_button(bar))
        bar.addAction(self._print)
        for action in (self._block, self._print):
            button = bar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setAccessibleName(action.iconText().strip())
        bar.widgetForAction(self._print).setProperty("role", "primary")
        for action in signs:
            bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _spaces(bar, 8)

    def _find_button(self, bar: QToolBar) -> QPushButton:
        """Return what looks like a field to search in, and opens the box that finds anything."""
        _ = self._workspace.language.gettext
        keys = self._find.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button = QPushButton(icon("search", bar.palette()), f"{_('Find or go to…')}  ({keys})", bar)
        button.setProperty("role", "find")
        button.setMinimumWidth(button.fontMetrics().averageCharWidth() * FIND_WIDTH)
        button.clicked.connect(lambda _checked=False: self._commands.find())
        return button


def _spaces(bar: QToolBar, wide: int) -> None:
    """Keep buttons off the edge of a bar, which its style sheet can't."""
    space = QWidget(bar)
    # As high as the bar, so that buttons stand in the middle of it.
    space.setFixedSize(wide, bar.fontMetrics().height() + BAR_ROOM)
    bar.addWidget(space)
