"""Every dialog of the window with the worked example in view, each with something in it to be seen."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from studydag.model.exchange.importing.people_table import read_people_table
from studydag.model.exchange.importing.scores import read_score_lines
from studydag.model.operations import versions
from studydag.model.rules.choices.allot import allot
from studydag.model.rules.choices.standing import Standing
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.programme import BlockKind
from studydag.ui.asking.dialog import Dialog
from studydag.ui.dialogs.about import AboutDialog
from studydag.ui.dialogs.accepting import AcceptDialog
from studydag.ui.dialogs.anonymising import AnonymiseDialog
from studydag.ui.dialogs.carousel import CarouselDialog
from studydag.ui.dialogs.copying import CopyDialog
from studydag.ui.dialogs.enter_choices import EnterChoicesDialog
from studydag.ui.dialogs.find import FindDialog
from studydag.ui.dialogs.fitting import FitDialog
from studydag.ui.dialogs.hand_out import HandOutDialog
from studydag.ui.dialogs.import_people import ImportPeopleDialog
from studydag.ui.dialogs.importing import ImportDialog
from studydag.ui.dialogs.learning_form import LearningFormDialog
from studydag.ui.dialogs.learning_questions import LearningQuestionsDialog
from studydag.ui.dialogs.move_day import MoveDayDialog
from studydag.ui.dialogs.naming import NamingDialog
from studydag.ui.dialogs.new_day import NewDayDialog
from studydag.ui.dialogs.quick_pass import QuickPassDialog
from studydag.ui.dialogs.read_sign_ups import ReadSignUpsDialog
from studydag.ui.dialogs.restoring import RestoreDialog
from studydag.ui.dialogs.save_template import SaveTemplateDialog
from studydag.ui.dialogs.scan_scores import ScanScoresDialog
from studydag.ui.dialogs.shifting import ShiftDialog
from studydag.ui.dialogs.splitting import SplitDialog
from studydag.ui.dialogs.taking_in import TakeInDialog
from studydag.ui.dialogs.who_moves import WhoMovesDialog
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.effect import EffectPage
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.running import asking
from studydag.ui.running.window import RunWindow
from studydag.ui.running.words import RunWords
from studydag.ui.versions.comparing import NOW, CompareWindow

PROGRAMME = "09:00-09:30 Welkom\n09:30-10:30 Lezing; Aula\n10:30 Koffie 15 min\n\n10:45-12:00 Aan de slag in groepen\n"


def dialogs(window: MainWindow, folder: Path) -> dict[str, Callable[[], QWidget]]:
    """Return what makes each dialog, by its name; files to take in are written to a folder."""
    assert window.assembly is not None
    assembly, workspace = window.assembly, window.workspace
    day, setting, language, library = workspace.day, workspace.setting, workspace.language, workspace.library
    assert day is not None
    number = day.id
    programme, effect = assembly.day_view.show_page("programme"), assembly.day_view.show_page("effect")
    assert isinstance(programme, ProgrammePage)
    assert isinstance(effect, EffectPage)
    effect.measures.choose(next(each.id for each in day.measures if each.question_set is not None))
    words, now = (
        programme.commands.words,
        dt.datetime.combine(day.parts[0].date or dt.date(2027, 3, 11), dt.time(9, 10)),
    )
    slots = workspace.schedule.parts[0].slots
    plain = next(slot for slot in slots if slot.block.kind is BlockKind.BLOCK and slot.minutes > 20)
    round_ = next(each for each in day.blocks if each.kind is BlockKind.ROUND)
    library.backup("asked")
    versions.keep(library, number, "1")
    version = max(each.id for each in library.versions_of(number))
    running = RunWindow(workspace, lambda: now, window.memory, dark=window.look.is_dark, parent=window)
    assert running.run is not None
    run_words = RunWords(day, setting, language)
    running.resize(window.size())
    people, options = setting.people, options_of(day, round_.id)
    team = folder / "team.csv"
    team.write_text(f"Naam;E-mail;Sectie\nJoost Mees;j@school.nl;Frans\n{people[0].name};;\nAda;geen;\n", "utf-8")
    chosen = folder / "keuzes.csv"
    lines = [f"{one.name};{options[n % 3].title};{options[(n + 1) % 4].title}" for n, one in enumerate(people[:20])]
    chosen.write_text("\n".join(["Naam;Eerste keuze;Tweede keuze", *lines, "Onbekend;Iets anders;"]), "utf-8")
    answers = folder / "antwoorden.csv"
    asked = [row.question for row in effect.filling.model.rows if row.question is not None]
    heads = ["Tijdstempel", *(each.text_nl if language.code == "nl" else each.text_en for each in asked)]
    rows = [[f"12-3-2027 15:0{n}", *("7" if n == 3 else "4" for _ in asked)] for n in range(6)]
    answers.write_text("\n".join(";".join(row) for row in [heads, *rows]), "utf-8")
    scores = "\n".join(["who;score", *(f"{n};{1 + n % 4}" for n in range(24)), "x;7"]).encode()

    def importing() -> QWidget:
        dialog = ImportDialog(workspace, window)
        dialog.show_text(PROGRAMME)
        return dialog

    def forms() -> QWidget:
        dialog = effect.filling.forms_dialog()
        assert dialog is not None
        return dialog

    made: dict[str, Callable[[], QWidget]] = {
        "new-day": lambda: NewDayDialog(workspace, window),
        "move-day": lambda: MoveDayDialog(workspace, window),
        "restore": lambda: RestoreDialog(window.path, language, window),
        "copy": lambda: CopyDialog(workspace, window),
        "take-in": lambda: TakeInDialog(workspace, library, window.path, window),
        "import": importing,
        "find": lambda: FindDialog(workspace, assembly, window),
        "about": lambda: AboutDialog(window.path, language, window),
        "accept": lambda: AcceptDialog("…", language, window),
        "anonymise": lambda: AnonymiseDialog(workspace, window),
        "carousel": lambda: CarouselDialog(workspace, window),
        "enter-choices": lambda: EnterChoicesDialog(workspace, round_.id, window),
        "fit": lambda: FitDialog(workspace, words, day.parts[0].id, window),
        "hand-out": lambda: HandOutDialog(workspace, None, window),
        "people": lambda: ImportPeopleDialog(
            workspace, read_people_table(team.read_bytes(), team.name), team.name, window
        ),
        "learning-form": lambda: LearningFormDialog(workspace, parent=window),
        "learning-questions": lambda: LearningQuestionsDialog(workspace, dt.date(2027, 2, 22), window),
        "quick-pass": lambda: QuickPassDialog(workspace, window),
        "sign-ups": lambda: ReadSignUpsDialog(workspace, chosen, window),
        "template": lambda: SaveTemplateDialog(workspace, window),
        "scores": lambda: ScanScoresDialog(
            workspace, day.needs[0], read_score_lines(scores, "scan.csv"), "scan.csv", window
        ),
        "shift": lambda: ShiftDialog(workspace, words, plain.block.id, window),
        "split": lambda: SplitDialog(workspace, words, plain.block, plain, window),
        "who-moves": lambda: WhoMovesDialog(workspace, Standing.of(day, setting), allot(day, setting), window),
        "forms": forms,
        "answers": lambda: effect.filling.dialog_for(answers),
        "compare": lambda: CompareWindow(workspace, version, NOW, window),
        "run": lambda: running,
        "run-other-date": lambda: asking.OtherDateDialog(
            workspace, run_words.other_date(day.parts[0].date, now), is_held=True, is_past=True, parent=window
        ),
        "run-shift": lambda: asking.ShiftDialog(workspace, day, day.parts[0].id, now, window),
        "run-call-off": lambda: asking.CallOffDialog(workspace, running.run, run_words, window),
        "run-hand-over": lambda: asking.HandOverDialog(workspace, running.run, run_words, window),
    }
    kinds = ("person", "room", "group", "goal", "need", "school_goal")
    made |= {f"new-{kind}": partial(NamingDialog, workspace, kind, window) for kind in kinds}
    return made


def shown(make: Callable[[], QWidget], room: QSize | None = None) -> QWidget:
    """Show a dialog beside the window, as large as it makes itself on a screen of that size."""
    dialog = make()
    if isinstance(dialog, Dialog):
        dialog.fit(room)
    dialog.show()
    return dialog
