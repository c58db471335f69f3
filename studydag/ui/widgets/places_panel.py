"""The places given out: the fair allotment with one button, how it came out, and every place to look at and lock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressDialog, QVBoxLayout, QWidget

from studydag.model.operations import choices
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Allotment
from studydag.model.values.errors import CannotRead
from studydag.model.values.programme import BlockKind, RoundRule
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import NN_
from studydag.ui.dialogs.files import ask_sign_ups
from studydag.ui.dialogs.problems import tell
from studydag.ui.item_models.cells import Cells
from studydag.ui.widgets.day_form import DayForm
from studydag.ui.widgets.thing_list import ThingList
from studydag.ui.workspace import Workspace

DOUBTS = 12
"""As many are said at once; the rest is counted."""
PATIENCE = 400
"""Milliseconds before the progress is shown."""


class PlacesPanel(QWidget):
    """Gives out the places of the day in view. `ask_file` asks for a table with sign-ups."""

    def __init__(self, workspace: Workspace, cells: Cells, parent: QWidget | None = None) -> None:
        """Build the list with its buttons, and the number that draws lots."""
        super().__init__(parent)
        self._workspace = workspace
        self.ask_file: Callable[[], Path | None] = lambda: ask_sign_ups(self.window(), workspace.language)
        _ = workspace.language.gettext
        self.list = ThingList(
            workspace,
            StudyDay,
            "allotments",
            cells.columns(Allotment, ("registration", "round", "option", "count", "rank_obtained", "locked")),
            title=_("Places given out"),
            hint=_("A locked place stays when places are given out anew."),
            empty=_("No places were given out yet."),
            fixed=True,
            in_order=lambda place: (place.round, place.option, place.registration),
        )
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.seed = DayForm(workspace, ("allotment_seed",))
        self.share = self._action(_("Give out places fairly"), self.give_out)
        self.read = self._action(_("Read sign-ups…"), self.read_sign_ups)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.outcome)
        layout.addWidget(self.list, 4)
        layout.addWidget(self.seed, 1)

    def refresh(self) -> None:
        """Say how the places that stand were given out."""
        day = self._workspace.day
        self.seed.refresh()
        rounds = [
            block
            for block in (() if day is None else day.blocks)
            if block.kind is BlockKind.ROUND and block.round_rule is RoundRule.FREE_CHOICE
        ]
        writable = not self._workspace.library.read_only
        self.share.setEnabled(writable and bool(rounds) and bool(day and day.registrations))
        self.read.setEnabled(writable and bool(rounds))
        self.outcome.setText("" if day is None else self._ranks(day))
        self.outcome.setVisible(bool(self.outcome.text()))

    def give_out(self) -> None:
        """Work out the fairest places while the window stays alive, and give them out as one step."""
        day = self._workspace.day
        if day is None:
            return
        language, setting = self._workspace.language, self._workspace.setting
        working = _Working(day, setting)
        progress = QProgressDialog(
            language.gettext("Looking for the fairest places…"), language.gettext("Cancel"), 0, 100, self.window()
        )
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(PATIENCE)
        progress.canceled.connect(working.stop)
        working.came_on.connect(progress.setValue)
        working.done.connect(lambda found: self._found(day.id, found, progress))
        working.failed.connect(lambda error: self._failed(error, progress))
        working.setParent(self)
        working.start()

    def read_sign_ups(self) -> None:
        """Ask for a table of sign-ups, take it over as one step, and list every doubt."""
        from studydag.model.exchange.sign_ups import read_sign_ups

        day, path = self._workspace.day, self.ask_file()
        if day is None or path is None:
            return
        try:
            found = read_sign_ups(path.read_bytes(), path.name, day, self._workspace.setting)
        except OSError as error:
            tell(self.window(), CannotRead(path=str(path), detail=str(error)), self._workspace.language)
            return
        except CannotRead as error:
            tell(self.window(), error, self._workspace.language)
            return
        made = self._workspace.do(lambda: choices.take_sign_ups(self._workspace.library, day.id, found))
        if made is None:
            return
        language = self._workspace.language
        taken = NN_("{count} sign-up was taken over.", "{count} sign-ups were taken over.", "count")
        said = [language.wording(taken, {"count": len(found.sign_ups)})]
        for doubt in found.doubts[:DOUBTS]:
            line = language.gettext("Line {line}: {text}.").replace("{line}", str(doubt.line))
            said.append(line.replace("{text}", language.wording(doubt.text, dict(doubt.figures))))
        rest = len(found.doubts) - DOUBTS
        if rest > 0:
            more = NN_("And {count} more.", "And {count} more.", "count")
            said.append(language.wording(more, {"count": rest}))
        self.outcome.setText("\n".join(said))
        self.outcome.show()

    def _found(self, day_id: int, found: Allotting | None, progress: QProgressDialog) -> None:
        progress.reset()
        progress.deleteLater()
        if found is None:
            return
        places = choices.places_of(found)
        self._workspace.do(lambda: choices.allot(self._workspace.library, day_id, places))
        self._say_unplaced(found)

    def _failed(self, error: Exception, progress: QProgressDialog) -> None:
        progress.reset()
        progress.deleteLater()
        tell(self.window(), error, self._workspace.language)

    def _say_unplaced(self, found: Allotting) -> None:
        language, cells = self._workspace.language, Cells(self._workspace)
        said = [self.outcome.text()]
        for each in found.unplaced:
            without = language.gettext("No place for {name} in {round}.")
            name = cells.name("registration", each.registration)
            said.append(without.replace("{name}", name).replace("{round}", cells.name("block", each.round)))
        for option in found.dropped:
            small = language.gettext("Too few people for {option}: nobody was placed there.")
            said.append(small.replace("{option}", cells.name("block", option)))
        if not found.is_optimal:
            better = language.gettext("A better allotment may exist, by at most {share}.")
            said.append(better.replace("{share}", language.percent(found.gap)))
        self.outcome.setText("\n".join(filter(None, said)))
        self.outcome.show()

    def _ranks(self, day: StudyDay) -> str:
        language = self._workspace.language
        ranks: dict[int, int] = {}
        for place in day.allotments:
            ranks[place.rank_obtained or 0] = ranks.get(place.rank_obtained or 0, 0) + place.count
        wish = NN_("Wish {rank}: {count} person.", "Wish {rank}: {count} people.", "count")
        other = NN_("{count} place that was nobody's wish.", "{count} places that were nobody's wish.", "count")
        ordered = sorted(ranks, key=lambda rank: (rank == 0, rank))
        said = [language.wording(wish if rank else other, {"rank": rank, "count": ranks[rank]}) for rank in ordered]
        return " ".join(said)

    def _action(self, text: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: run())
        self.list.add_button(action)
        return action


class _Working(QObject):
    """Allots in a thread of its own. `done` carries the allotment, or None where it was stopped."""

    came_on = Signal(int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, day: StudyDay, setting: Setting) -> None:
        super().__init__()
        self._day, self._setting = day, setting
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="allot", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Give up as soon as can be."""
        self._stopped.set()

    def _run(self) -> None:
        from studydag.model.rules.allot import allot

        try:
            found = allot(self._day, self._setting, going=self._going)
        except Exception as error:
            self.failed.emit(error)
            return
        self.done.emit(found)

    def _going(self, share: float) -> bool:
        self.came_on.emit(min(round(share * 100), 99))
        return not self._stopped.is_set()
