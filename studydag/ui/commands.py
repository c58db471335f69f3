"""What the menus, the toolbar and the find box can have done; each dialog is imported when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from studydag.language import Language
from studydag.model.values.errors import StudyDagError
from studydag.ui.asking.problems import tell

if TYPE_CHECKING:
    from studydag.model.store.first_list import DayLine
    from studydag.ui.main_window import MainWindow
    from studydag.ui.workspace import Workspace


class Commands:
    """The commands of a window. Those about study days need a library that is open."""

    def __init__(self, window: MainWindow) -> None:
        """Work on a window and the library that it has open."""
        self._window = window

    @property
    def _workspace(self) -> Workspace:
        assert self._window.workspace is not None
        return self._window.workspace

    # -- libraries

    def open_library(self) -> None:
        """Ask for a library, and open it."""
        from studydag.ui.asking.files import ask_library

        path = ask_library(self._window, self._window.path.parent, self._window.language)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a library in place of this one."""
        self._window.open_library(path)

    def open_again(self) -> None:
        """Open a library that was only looked at, to change it; from a copy go back to where one came from."""
        self._window.open_library(self._window.behind or self._window.path)

    def save_copy(self) -> None:
        """Write study days to a file of their own."""
        from studydag.ui.dialogs.copying import CopyDialog

        CopyDialog(self._workspace, self._window).ask()

    def take_in(self) -> None:
        """Ask for a copy, and add its study days."""
        from studydag.ui.asking.files import ask_library
        from studydag.ui.asking.folders import documents_folder

        path = ask_library(self._window, documents_folder(), self._window.language)
        if path is not None:
            self.take_in_path(path)

    def take_in_path(self, path: Path) -> None:
        """Offer to add the study days of a copy, or to look at it only."""
        from studydag.ui.dialogs.taking_in import take_in

        answer = take_in(self._workspace, path, self._window)
        if answer.looks:
            self._window.open_library(path, look_only=True, behind=self._window.behind or self._window.path)
        elif answer.days and self._window.assembly is not None:
            self._window.assembly.show_day(answer.days[0])

    def backup(self) -> None:
        """Make a backup, and say where it is."""
        path = self._workspace.do(lambda: self._workspace.library.backup("asked"))
        if path is not None:
            said = self._window.language.gettext("Backup made: {name}").replace("{name}", path.name)
            self._window.statusBar().showMessage(said, 8000)

    def restore(self) -> None:
        """Ask for a backup, and go back to it."""
        from studydag.model.operations.safety import restore
        from studydag.ui.dialogs.restoring import RestoreDialog
        from studydag.ui.keeping_alive import PATIENCE_OF_THE_WINDOW

        window = self._window
        backup = RestoreDialog(window.path, window.language, window).ask()
        if backup is None:
            return
        window.let_go()
        # What stands there still would answer for the library that is closed.
        window.build()
        path = window.path
        try:
            restore(path, backup, window.now(), PATIENCE_OF_THE_WINDOW)
        except StudyDagError as error:
            tell(window, error, window.language)
        else:
            said = window.language.gettext(
                "The backup has been restored. What was here before is now among the backups."
            )
            # These commands go with the library that is closed.
            window.ready.connect(lambda: _say_of(window, path, said), Qt.ConnectionType.SingleShotConnection)
        window.show_days()
        window.open_library(path)

    def anonymise(self) -> None:
        """Ask which study days of long ago are to be made anonymous."""
        from studydag.ui.dialogs.anonymising import AnonymiseDialog

        AnonymiseDialog(self._workspace, self._window).ask()

    def say_saved(self) -> None:
        """Say that there is nothing to save: every edit is in the library once it is made."""
        self._take_what_is_typed()
        said = self._window.language.gettext("Everything is saved already, in {name}.")
        self._window.statusBar().showMessage(said.replace("{name}", str(self._window.path)), 8000)

    def _take_what_is_typed(self) -> None:
        """Let the window take what is being typed, and leave the keys there, or at what it was typed in."""
        still = self._window.finish_typing()
        if still is not None:
            still.setFocus()

    # -- study days

    def new_day(self) -> None:
        """Ask how to begin a study day, and open it."""
        from studydag.ui.dialogs.new_day import NewDayDialog, Way

        dialog = NewDayDialog(self._workspace, self._window)
        made = dialog.ask()
        (self._show_programme if dialog.way is Way.PROGRAMME else self._show_new)(made)

    def paste_programme(self) -> None:
        """Show the programme that is on the clipboard, to be looked through and added."""
        from studydag.ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self._workspace, self._window, to_day=self._is_empty_day())
        dialog.paste()
        self._show_programme(dialog.ask())

    def import_programme(self) -> None:
        """Ask for a file with a programme, to be looked through and added."""
        from studydag.ui.asking.files import ask_programme

        path = ask_programme(self._window, self._window.language)
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Show the programme in a file, to be looked through and added."""
        from studydag.ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self._workspace, self._window, to_day=self._is_empty_day())
        dialog.show_file(path)
        self._show_programme(dialog.ask())

    def _is_empty_day(self) -> bool:
        """Whether the day in view waits for a programme."""
        return self._workspace.day is not None and not self._workspace.day.blocks

    def _show_programme(self, day_id: int | None) -> None:
        self._show(day_id)
        if day_id is not None:
            self.show_page("programme")

    def worked_example(self) -> None:
        """Add the worked example, and open it."""
        from studydag.ui.dialogs.beginnings import add_worked_example

        self._show_new(self._workspace.do(lambda: add_worked_example(self._workspace)))

    def duplicate_day(self) -> None:
        """Ask for title and date of a copy of the day in view, and open it."""
        from studydag.ui.dialogs.new_day import NewDayDialog, Way

        dialog = NewDayDialog(self._workspace, self._window)
        dialog.choose(Way.EARLIER, self._workspace.day.id if self._workspace.day is not None else None)
        self._show_new(dialog.ask())

    def carousel(self) -> None:
        """Ask for groups and stations, and make the rounds of a carousel near what is selected."""
        from studydag.ui.dialogs.carousel import CarouselDialog

        assembly = self._window.assembly
        if self._workspace.day is None or assembly is None:
            return
        near = next((row_id for kind, row_id in assembly.day_view.page.selection() if kind == "block"), None)
        made = CarouselDialog(self._workspace, self._window, near=near).ask()
        if made is not None:
            self._workspace.visit("block", made)

    def save_template(self) -> None:
        """Ask for a name, and keep the day in view as a template."""
        from studydag.ui.dialogs.save_template import SaveTemplateDialog

        if self._workspace.day is not None and SaveTemplateDialog(self._workspace, self._window).ask() is not None:
            said = self._window.language.gettext("The template is saved. You will find it under ‘New study day’.")
            self._window.statusBar().showMessage(said, 8000)

    def close_day(self) -> None:
        """Go back to what is due over all days."""
        self.show_home()

    def show_page(self, name: str) -> None:
        """Bring a page of the day in view to the front, or with none in view of the one to go on with."""
        assembly, other = self._window.assembly, self.day_to_go_on_with
        if assembly is None:
            return
        if self._workspace.day is None and other is not None:
            assembly.show_day(other.id)
        if self._workspace.day is not None:
            assembly.day_view.show_page(name).take_focus()

    @property
    def day_to_go_on_with(self) -> DayLine | None:
        """The study day that was in view last, or where none was the one that Home names first."""
        return None if self._window.assembly is None else self._window.assembly.day_to_go_on_with

    def show_home(self) -> None:
        """Show what is due over all days, with the keys on what can be gone on with."""
        if self._window.assembly is not None:
            self._window.assembly.show_home()
            self._window.assembly.home.take_focus()

    def show_school(self) -> None:
        """Show what all study days share, with the keys in the list that is in view."""
        if self._window.assembly is not None:
            self._window.assembly.show_school()
            self._window.assembly.school.take_focus()

    def print_day(self) -> None:
        """Show the documents of the day in view."""
        self.show_page("print")

    def add_block(self) -> None:
        """Add a block to the programme, after what is selected there, and edit its title."""
        from studydag.ui.pages.programme import ProgrammePage

        self.show_page("programme")
        view = self._window.day_view
        if view is not None and isinstance(view.page, ProgrammePage):
            view.page.actions_of_blocks.add_block.trigger()

    def move_day(self) -> None:
        """Ask for another date of the day in view, showing what moves along."""
        from studydag.ui.dialogs.move_day import MoveDayDialog

        if self._workspace.day is not None:
            MoveDayDialog(self._workspace, self._window).ask()

    def delete_day(self) -> None:
        """Delete the day in view; undo brings it back."""
        from studydag.model.operations import editing
        from studydag.model.values.study_day import StudyDay

        day = self._workspace.day
        if day is None:
            return
        number = day.id
        self._workspace.do(lambda: editing.delete(self._workspace.library, StudyDay, number))
        said = self._window.language.gettext("{title} is deleted. Undo brings it back.").replace("{title}", day.title)
        self._window.statusBar().showMessage(said, 8000)

    def run_day(self) -> None:
        """Show the day in view full screen, to be held."""
        from studydag.ui.running.window import RunWindow

        window = self._window
        if self._workspace.day is None:
            return
        self._take_what_is_typed()
        shown = RunWindow(self._workspace, window.now, window.memory, dark=window.look.is_dark, parent=window)
        shown.screens.show_on(QGuiApplication.screens(), window.screen())

    def _show(self, day_id: int | None) -> None:
        if day_id is not None and self._window.assembly is not None:
            self._window.assembly.show_day(day_id)

    def _show_new(self, day_id: int | None) -> None:
        """Show a new day from its beginning, wherever the user was in another one."""
        self._show(day_id)
        if day_id is not None:
            self.show_page("overview")

    # -- finding

    def find(self) -> None:
        """Find anything by words, or run any command."""
        from studydag.ui.dialogs.find import FindDialog

        assembly = self._window.assembly
        if assembly is not None:
            FindDialog(self._workspace, assembly, self._window).ask()

    def find_all(self) -> None:
        """List all places where words stand, in a list that stays open."""
        if self._window.assembly is not None:
            self._window.assembly.find_panel.ask()

    def find_step(self, by: int) -> None:
        """Go to the next place that was found, or with -1 to the one before."""
        if self._window.assembly is None:
            return
        panel = self._window.assembly.find_panel
        if not panel.words.text().strip():
            panel.ask()
            return
        panel.show()
        panel.step(by)

    # -- the clipboard

    def edit(self, name: str) -> None:
        """Cut, copy or paste where the focus is: in a field by its own method, else by an action of that name."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit):
            getattr(focused, name)()
        elif focused is not None:
            for action in focused.actions():
                if action.objectName() == name:
                    action.trigger()

    # -- how it looks

    def zoom(self, steps: int) -> None:
        """Make everything larger (1), smaller (-1), or as the system has it (0)."""
        look, memory = self._window.look, self._window.memory
        zoom = memory.zoom = look.zoom_by(steps, memory.zoom) if steps else 1.0
        self._window.look_again(lambda: look.set_zoom(zoom))

    def sort_table(self) -> None:
        """Offer by what the table in view can be sorted."""
        from studydag.ui.tables.table_heads import heads_in_view

        heads = heads_in_view(self._window.middle)
        if heads is not None:
            heads.pop_up()
            return
        self._window.statusBar().showMessage(self._window.language.gettext("There is no table in view to sort"), 8000)

    def toggle_right(self) -> None:
        """Show or hide the right column."""
        self._window.toggle_right()

    def toggle_full_screen(self) -> None:
        """Fill the whole screen, or be a window again."""
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def set_brightness(self, brightness: str) -> None:
        """Be `light`, `dark`, or (empty) as the system is."""
        self._window.memory.brightness = brightness
        self._window.look_again(lambda: self._window.look.follow(brightness))

    def set_language(self, code: str) -> None:
        """Speak Dutch or English from now on."""
        if code == self._window.language.code:
            return
        from studydag.ui.qt_texts import speak

        self._window.memory.language = code
        speak(code)
        self._window.set_language(Language.of(code))

    # -- help

    def help(self) -> None:
        """Open the help at the page that is in view."""
        from studydag.ui.dialogs.help import HelpWindow

        assembly = self._window.assembly
        standing = assembly.standing() if assembly is not None else None
        page = ""
        if standing is not None:
            page = standing.page if standing.school_tab is None else "school"
        HelpWindow.show_beside(self._window, self._window.language, page)

    def about(self) -> None:
        """Say what this program is, and with what it was made."""
        from studydag.ui.dialogs.about import AboutDialog

        AboutDialog(self._window.path, self._window.language, self._window).ask()


def _say_of(window: MainWindow, library: Path, text: str) -> None:
    """Say something of a library, where that is the one that is open."""
    if window.workspace is not None and window.path == library:
        window.statusBar().showMessage(text, 8000)
