"""Gives out places, and brings those that stand up to date with the least change; reads sign-ups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studydag.model.operations import choices
from studydag.model.rules.choices.standing import Standing, moved_by
from studydag.model.values.allotting import Allotting, Unplaced
from studydag.model.values.wording import Wording
from studydag.ui.asking.files import ask_sign_ups
from studydag.ui.asking.problems import tell
from studydag.ui.choices.working import Working, work_out
from studydag.ui.item_models.cells import Cells
from studydag.ui.workspace import Workspace

NAMED = 3
"""So many of those without a place are named for a reason; the board shows them all."""


class GivingOut(QObject):
    """Works on the day in view. `said` carries what came of it, `found` the allotment that was applied."""

    said = Signal(str)
    found = Signal(object)

    def __init__(self, workspace: Workspace, holder: QWidget) -> None:
        """Show dialogs over the window of `holder`. `ask_file` asks for a table, `confirm` whether to apply moves."""
        super().__init__(holder)
        self._workspace = workspace
        self._holder = holder
        self._working: Working | None = None
        self.ask_file: Callable[[], Path | None] = lambda: ask_sign_ups(holder.window(), workspace.language)
        self.confirm: Callable[[Standing, Allotting], bool] = self._confirm

    def give_out(self, *, keep_small: bool = False) -> None:
        """Work out the fairest places while the window stays alive, and give them out as one step."""
        self._work(near=False, keep_small=keep_small, then=self._apply)

    def bring_up_to_date(self, *, keep_small: bool = False) -> None:
        """Find places for who has none, moving as few others as can be; who moves is shown before it is done (D34)."""
        self._work(near=True, keep_small=keep_small, then=self._ask_and_apply)

    def read_sign_ups(self) -> None:
        """Ask for a table of sign-ups, and show how it is read before it is taken over."""
        path = self.ask_file()
        if path is not None:
            self.take_sign_ups(path)

    def paste_sign_ups(self) -> None:
        """Take in the sign-ups that were copied from a spreadsheet or a mail."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.take_sign_ups(text)
        else:
            self.said.emit(self._workspace.language.gettext("Copy the list with names and choices first."))

    def take_sign_ups(self, source: Path | str) -> None:
        """Show how a file, or the text of rows that were copied, is read before it is taken over."""
        from studydag.model.values.errors import CannotRead, cannot_read
        from studydag.ui.dialogs.read_sign_ups import ReadSignUpsDialog

        if self._workspace.day is None or self._workspace.library.read_only:
            return
        try:
            dialog = ReadSignUpsDialog(self._workspace, source, self._holder.window())
        except CannotRead as error:
            tell(self._holder.window(), error, self._workspace.language)
            return
        except OSError as error:
            tell(self._holder.window(), cannot_read(source, error), self._workspace.language)
            return
        if dialog.run():
            self.said.emit(dialog.outcome)

    def _work(self, *, near: bool, keep_small: bool, then: Callable[[Allotting], None]) -> None:
        day = self._workspace.day
        if day is None or self._working is not None:
            return
        working = Working(day, self._workspace.setting, near=near, keep_small=keep_small, parent=self)
        language = self._workspace.language
        window = self._holder.window()
        self._working = working
        for ended in (working.done, working.failed, working.stopped):
            ended.connect(partial(self._rest, working))

        def apply(found: Allotting) -> None:
            # The places are for the day they were found for; by now another one may be in view.
            if self._workspace.day is not None and self._workspace.day.id == day.id:
                then(found)

        work_out(working, window, language, apply, fail=lambda error: tell(window, error, language))

    def _rest(self, working: Working, *_outcome: object) -> None:
        """Be free for the next one; one that was stopped may still come to its end while that is under way."""
        if self._working is working:
            self._working = None

    def _ask_and_apply(self, found: Allotting) -> None:
        day = self._workspace.day
        if day is None:
            return
        standing = Standing.of(day, self._workspace.setting)
        if not moved_by(standing, found):
            self.said.emit(self._workspace.language.gettext("Everybody keeps their place: nothing needs to change."))
        elif self.confirm(standing, found):
            self._apply(found)

    def _confirm(self, standing: Standing, found: Allotting) -> bool:
        from studydag.ui.dialogs.who_moves import WhoMovesDialog

        return WhoMovesDialog(self._workspace, standing, found, self._holder.window()).run()

    def _apply(self, found: Allotting) -> None:
        day = self._workspace.day
        if day is None:
            return
        places = choices.places_of(found)
        if self._workspace.do(lambda: choices.allot(self._workspace.library, day.id, places)) is not None:
            self.found.emit(found)
            self.said.emit(self.outcome(found))

    def outcome(self, found: Allotting) -> str:
        """Say who has no place, which options nobody was placed in, and whether it could be better."""
        language, cells = self._workspace.language, Cells(self._workspace)
        said = []
        for (number, reason), people in _together(found.unplaced).items():
            names = [cells.name("registration", person) for person in people[:NAMED]]
            rest = len(people) - len(names)
            if rest:
                more = language.ngettext("{count} other", "{count} others", rest)
                names.append(more.replace("{count}", str(rest)))
            without = language.gettext("No place for {names} in {round}: {why}.")
            without = without.replace("{names}", language.list(names)).replace("{round}", cells.name("block", number))
            said.append(without.replace("{why}", language.wording(reason, {})))
        if found.dropped:
            small = language.gettext("Too few people for {options}: nobody was placed there.")
            named = language.list([self._in_round(option, cells) for option in found.dropped])
            said.append(small.replace("{options}", named))
        if not found.is_optimal:
            better = language.gettext("A better allotment may exist, by at most {share}.")
            said.append(better.replace("{share}", language.percent(found.gap)))
        return "\n".join(said)

    def _in_round(self, option: int, cells: Cells) -> str:
        """Name an option, with its round where there are several: it may be repeated."""
        day, name = self._workspace.day, cells.name("block", option)
        numbers = {
            block.id: block.round for block in (day.blocks if day is not None else ()) if block.round is not None
        }
        return f"{name} ({cells.name('block', numbers.get(option))})" if len(set(numbers.values())) > 1 else name


def _together(unplaced: Iterable[Unplaced]) -> dict[tuple[int, Wording], list[int]]:
    """Return who has no place, by round and reason."""
    found: dict[tuple[int, Wording], list[int]] = {}
    for each in unplaced:
        found.setdefault((each.round, each.reason), []).append(each.registration)
    return found
