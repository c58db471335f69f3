"""One box finds anything in any day; a list of all places stays open, and F3 walks through it."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme, study_days
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.description import kind_of
from studydag.model.values.effect import Success
from studydag.model.values.expertise import Expert
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.find import FindDialog
from studydag.ui.finding.anything import Anything
from studydag.ui.finding.find_panel import FindPanel
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.school_settings import SETTINGS
from studydag.ui.widgets.owned_rows import OwnedRows
from tests.ui.windows import freed, open_window, parts

ODD = ['"', "(", "*", "a AND", "%", "\\", "'; DROP", "🦊", "\u0301", "   ", "^-"]
HITS = {
    "capek": "Łukasz Čapek, persoon · School",
    "Łuk": "Łukasz Čapek, persoon · School",
    "gesprk over toetsdruk": "Gesprek over toetsdruk, blok · Ouderavond · do 20 mei 2027",
    "ouderavond": "Ouderavond, studiedag · do 20 mei 2027",
    "kennen toetsweek": "Ouders kennen de toetsweek, doel · Ouderavond · do 20 mei 2027",
    "speeddate": "Speeddaten, werkvorm · School",
    "vrije dag": "Eigen vrije dagen, School · Instellingen",
    "doelen": "Doelen, pagina van deze studiedag, Ctrl+2",
    "dag draaien": "De dag draaien, opdracht · Studiedag, F5",
    "nieuwe studie": "Nieuwe studiedag…, opdracht · Bestand, Ctrl+N",
    "programmadeel toe": "Programmadeel toevoegen, opdracht · Programma",
    "passend": "Passend maken…, opdracht · Programma",
    "plan b": "Plan B, veld van een blok · Programma",
    "minimum": "Minimumaantal, veld van een keuze · Programma",
    "jaren ervaring": "Jaren ervaring, veld van een persoon · School",
    "als lijst": "Programma alleen als lijst, opdracht · Programma",
}
"""What is typed, and the hit that comes first."""


@pytest.fixture(scope="module")
def made_once(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with the worked example and an evening."""
    path = Path(shutil.copy(example_file, tmp_path_factory.mktemp("evening") / "school.studydag"))
    with Library.open(path) as library:
        part = Part(date=dt.date(2027, 5, 20), start=dt.time(19), end=dt.time(21))
        evening = study_days.create(library, "Ouderavond", first_part=part)
        programme.add_block(library, evening, Block(title="Gesprek over toetsdruk"))
        editing.create(library, Goal(sentence="Ouders kennen de toetsweek"), ("study_day", evening))
        editing.create(library, Person(name="Łukasz Čapek"))
    return path


@pytest.fixture
def window(qtbot: QtBot, look: Look, made_once: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with that library, the example in view."""
    path = Path(shutil.copy(made_once, tmp_path / "school.studydag"))
    made = open_window(qtbot, look, path)
    parts(made)[0].show_day(1)
    yield made
    made.close()


def boxed(window: MainWindow, act: Callable[[FindDialog], None]) -> None:
    """Do something in the box that Ctrl+K opens."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FindDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, found)
    parts(window)[0].commands.find()
    freed()


def write(widget: object, text: str) -> None:
    """Send letters that no keyboard of the test has."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))  # type: ignore[arg-type]


def texts(dialog: FindDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_block_of_another_day_is_found_and_gone_to(window: MainWindow, qtbot: QtBot):
    def search(dialog: FindDialog) -> None:
        qtbot.keyClicks(dialog.words, "toetsdruk")
        assert texts(dialog)[0] == "Gesprek over toetsdruk, blok · Ouderavond · do 20 mei 2027"
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    boxed(window, search)
    assembly, workspace = parts(window)
    assert workspace.day is not None
    assert workspace.day.title == "Ouderavond"
    assert assembly.day_view.page.name == "programme"
    assert assembly.day_view.page.selection()[0] == ("block", workspace.day.blocks[0].id)


def test_a_setting_of_the_school_is_gone_to(window: MainWindow, qtbot: QtBot):
    assembly = parts(window)[0]
    for name in SETTINGS:
        assembly.show_setting(name)
        assert assembly.school.settings.isAncestorOf(window.focusWidget())
    assembly.show_setting("accent_colour")
    assert window.focusWidget().accessibleName() == "Accentkleur van de documenten"


def test_a_field_is_gone_to_in_the_thing_that_is_selected_or_the_first_or_else_their_list(window: MainWindow):
    assembly, workspace = parts(window)
    day = workspace.day
    assert day is not None
    # As the window does when nothing waits.
    for name, value in (("overview", Expert), ("goals", Goal), ("effect", Success)):
        assembly.day_view.show_page(name).panel.form(value).building.finish()
    option = next(block for block in day.blocks if block.round is not None)
    chosen = day.goals[1].id
    assembly.day_view.show_page("goals").goals.choose(chosen)
    names = ("goal:indicator", "block:minimum", "block:round_rule", "study_day:theme", "success:what", "person:role")
    gone: list[tuple[str, object]] = []
    for name in names:
        Anything(workspace, assembly, window.lines).first((f"field:{name}",))[0].run()
        workspace.idle.finish()
        around = window.focusWidget()
        while not around.accessibleName():
            around = around.parentWidget()
        gone.append((around.accessibleName(), assembly.standing().selected))

    assert gone == [
        ("Indicator", ("goal", chosen)),
        ("Minimumaantal", ("block", option.id)),
        ("Manier van indelen", ("block", option.round)),
        ("Thema", None),
        ("Nieuw succes; meer tegelijk: elk op een eigen regel", None),
        ("Functie", None),
    ]


def test_each_hit_says_what_it_is_and_where_and_commands_their_keys(window: MainWindow):
    found: dict[str, str] = {}

    def search(typed: str, dialog: FindDialog) -> None:
        write(dialog.words, typed)
        found[typed] = texts(dialog)[0]

    for each in HITS:
        boxed(window, partial(search, each))
    assert found == HITS


def test_blocks_of_the_day_in_view_have_their_time(window: MainWindow):
    def search(dialog: FindDialog) -> None:
        write(dialog.words, "keynote feedback")
        assert texts(dialog)[0].startswith(
            "Keynote: feedback die leerlingen gebruiken, blok · 08:45 · Formatief handelen"
        )

    boxed(window, search)


def test_commands_on_the_selected_block_are_found_and_carried_out(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    assert workspace.day is not None
    koffie = next(block for block in workspace.day.blocks if block.title == "Koffie")
    workspace.go.emit(Place(1, "block", koffie.id))
    assembly.day_view.show_page("goals")

    def search(dialog: FindDialog) -> None:
        write(dialog.words, "parkeren")
        assert texts(dialog)[0] == "Parkeren, opdracht · Programma"
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    boxed(window, search)
    assert assembly.day_view.page.name == "programme"
    assert [block.title for block in workspace.schedule.parked] == ["Koffie"]


def test_a_field_of_the_block_that_is_selected_is_gone_to(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    assert workspace.day is not None
    koffie = next(block for block in workspace.day.blocks if block.title == "Koffie")
    workspace.go.emit(Place(1, "block", koffie.id))
    page = assembly.day_view.page
    assert isinstance(page, ProgrammePage)
    assembly.day_view.show_page("goals")

    def search(dialog: FindDialog) -> None:
        write(dialog.words, "plan b")
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    boxed(window, search)
    assert assembly.day_view.page is page
    assert page.selected.ids == (koffie.id,)
    field = page.block_inspector.form_of("plan_b").control("plan_b")
    assert window.focusWidget() is field.focusProxy()


def test_what_was_chosen_lately_comes_first(window: MainWindow, qtbot: QtBot):
    def search(dialog: FindDialog) -> None:
        write(dialog.words, "toetsdruk")
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    boxed(window, search)
    boxed(window, lambda dialog: pytest.fail("not first") if "toetsdruk" not in texts(dialog)[0] else None)


def test_no_character_is_an_error(window: MainWindow):
    panel = parts(window)[0].find_panel
    asked = []

    def search(typed: str, dialog: FindDialog) -> None:
        dialog.words.setText(typed)
        asked.append(typed)

    for each in ODD:
        boxed(window, partial(search, each))
        panel.words.setText(each)
        panel.search()
        assert isinstance(panel.hits, tuple)
    assert asked == ODD


def test_places_in_the_day_in_view_go_before_those_in_others(window: MainWindow):
    assembly, workspace = parts(window)
    library = workspace.library
    for day in (1, next(each.id for each in library.every(StudyDay) if each.title == "Ouderavond")):
        programme.add_block(library, day, Block(title="Zwaluwgesprek"))
        assembly.show_day(day)
        assert panel_with(window, "zwaluwgesprek").hits[0].day == day


def test_a_list_of_the_school_is_found_by_what_is_in_it(window: MainWindow):
    def search(dialog: FindDialog) -> None:
        write(dialog.words, "persoon")
        assert "Mensen, School" in texts(dialog)
        dialog.reject()

    boxed(window, search)


def test_a_part_of_a_page_is_found_and_gone_to(window: MainWindow, qtbot: QtBot):
    assembly = parts(window)[0]
    assembly.show_day(1)
    assembly.day_view.show_page("overview")
    assembly.day_view.show_page("programme")

    def search(dialog: FindDialog) -> None:
        write(dialog.words, "experts")
        assert texts(dialog)[0] == "Experts, Overzicht · pagina van deze studiedag"
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    boxed(window, search)
    page = assembly.day_view.page
    assert page.name == "overview"
    assert page.experts.isVisible()
    assert page.experts.isAncestorOf(window.focusWidget())


def test_the_keys_are_on_the_blocks_when_the_programme_is_found(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    window.activateWindow()
    assembly.day_view.show_page("overview")
    workspace.idle.finish()
    assembly.day_view.tabs.setFocus()

    def search(dialog: FindDialog) -> None:
        qtbot.keyClicks(dialog.words, "programma")
        assert texts(dialog)[0] == "Programma, pagina van deze studiedag, Ctrl+3"
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    boxed(window, search)
    workspace.idle.finish()
    focused = window.focusWidget()
    page = assembly.day_view.page
    assert isinstance(page, ProgrammePage)
    assert page.views.isAncestorOf(focused)


def test_nothing_found_is_said(window: MainWindow):
    def search(dialog: FindDialog) -> None:
        dialog.words.setText("qqqqwwwwzzzz")
        assert dialog.list.count() == 0
        assert dialog.nothing.isVisible()

    boxed(window, search)


def panel_with(window: MainWindow, words: str) -> FindPanel:
    assembly, _ = parts(window)
    assembly.commands.find_all()
    panel = assembly.find_panel
    write(panel.words, words)
    panel.search()
    return panel


def test_ctrl_f_lists_all_places_and_f3_goes_to_the_next(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    actions = {each.shortcut().toString(): each for each in assembly.actions.all}
    actions["Ctrl+F"].trigger()
    panel = assembly.find_panel
    assert panel.isVisible()
    write(panel.words, "toets")
    actions["F3"].trigger()
    assert len(panel.hits) >= 2
    first = panel.hits[0]
    assert panel.count.text() == f"1 van {len(panel.hits)}"
    assert workspace.day is not None
    assert workspace.day.id == (first.day or workspace.day.id)
    actions["F3"].trigger()
    assert panel.count.text() == f"2 van {len(panel.hits)}"
    actions["Shift+F3"].trigger()
    actions["Shift+F3"].trigger()
    assert panel.count.text() == f"{len(panel.hits)} van {len(panel.hits)}"
    assert panel.isVisible()
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_list_says_kind_words_day_and_date(window: MainWindow):
    panel = panel_with(window, "toetsdruk")
    item = panel.list.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (0, 1, 3, 4)] == [
        "Gesprek over toetsdruk",
        "blok",
        "Ouderavond",
        "do 20 mei 2027",
    ]


def test_only_the_day_in_view_is_searched_when_asked(window: MainWindow):
    panel = panel_with(window, "toets")
    assert {hit.day for hit in panel.hits} > {1}
    panel.scope.setCurrentIndex(1)
    assert {hit.day for hit in panel.hits} <= {1}
    parts(window)[0].show_day(2)
    assert {hit.day for hit in panel.hits} == {2}


def test_enter_in_the_words_goes_on_and_keeps_the_keys(window: MainWindow, qtbot: QtBot):
    panel = panel_with(window, "toetsdruk")
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    _, workspace = parts(window)
    assert workspace.day is not None
    assert workspace.day.title == "Ouderavond"
    assert window.focusWidget() is panel.words


def test_the_list_follows_what_is_changed(window: MainWindow, qtbot: QtBot):
    panel = panel_with(window, "toetsdruk")
    _, workspace = parts(window)
    hit = panel.hits[0]
    programme.change_block(workspace.library, hit.id, title="Gesprek over slaap")
    qtbot.waitUntil(lambda: panel.hits == ())
    workspace.undo()
    qtbot.waitUntil(lambda: len(panel.hits) == 1)


def test_another_language_leaves_no_second_list(window: MainWindow):
    panel_with(window, "toets")
    parts(window)[0].commands.set_language("en")
    freed()
    assert window.findChildren(FindPanel) == []
    assert panel_with(window, "toets").windowTitle() == "Find"


def test_every_kind_of_thing_that_is_found_is_gone_to(window: MainWindow):
    assembly, workspace = parts(window)
    one_of_each = {hit.kind: hit for hit in reversed(workspace.library.titles())}
    shown_as_a_whole = {"study_day", "impact"}
    for kind, hit in one_of_each.items():
        assembly.show_home()
        assembly.go_to(Place(hit.day, hit.kind, hit.id))
        if hit.day is None:
            assert assembly.school.isVisible(), kind
            rows = [each for each in assembly.school.findChildren(OwnedRows) if kind_of(each.value) == kind]
            # What something else owns is selected in its form; questions of the program are read as a text.
            assert kind == "question" or not rows or any(hit.id in each.list.selected_ids for each in rows), kind
        else:
            assert workspace.day is not None
            assert workspace.day.id == hit.day
            assert assembly.day_view.page.selection() or kind in shown_as_a_whole, kind


def test_no_key_of_the_programme_is_one_of_the_menus_as_well(window: MainWindow):
    assembly, _ = parts(window)
    page = assembly.day_view.show_page("programme")
    assert isinstance(page, ProgrammePage)
    # Of saving a copy each platform has its own.
    taken = {key.toString() for action in assembly.actions.all for key in action.shortcuts()} | {"Ctrl+Shift+S"}
    own = {key.toString() for action in page.list.actions() for key in action.shortcuts()}
    clipboard = {key.toString() for action in page.list.actions() if action.objectName() for key in action.shortcuts()}
    assert own & taken <= clipboard


def test_reading_choices_from_a_table_is_found_by_its_word(window: MainWindow, qtbot: QtBot):
    def act(dialog: FindDialog) -> None:
        qtbot.keyClicks(dialog.words, "keuzes inlezen")
        parts(window)[1].idle.finish()
        assert any(text.startswith("Keuzes inlezen") for text in texts(dialog))

    boxed(window, act)


def test_the_keys_go_back_to_what_was_found_when_the_list_closes(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    page = assembly.day_view.show_page("programme")
    assert isinstance(page, ProgrammePage)
    workspace.idle.finish()
    window.activateWindow()
    page.take_focus()
    before = window.focusWidget()
    assembly.commands.find_all()
    panel = assembly.find_panel
    assert panel.isAncestorOf(window.focusWidget())
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)

    assert not panel.isVisible()
    assert window.focusWidget() is before


def hears_after_a_while(dialog: FindDialog) -> None:
    """Let the time pass in which another letter might come."""
    (waiting,) = dialog.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert waiting.isActive()
    waiting.stop()
    waiting.timeout.emit()


def test_what_enter_would_go_to_is_read_out_while_the_keys_stay_in_the_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    dialog = FindDialog(parts(window)[1], parts(window)[0], window)
    dialog.words.setText("koffie")
    hears_after_a_while(dialog)
    QApplication.sendEvent(
        dialog.words, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    )
    count = dialog.list.count()
    assert said == [f"{dialog.list.item(row).text()}, {row + 1} van {count}" for row in (0, 1)]
    dialog.words.setText("xyzzy")
    hears_after_a_while(dialog)
    assert said[-1] == "Niets past bij deze woorden."
    dialog.deleteLater()
