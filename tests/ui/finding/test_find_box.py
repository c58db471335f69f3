"""One box finds anything in any day."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.model.values.changes import Place
from studydag.model.values.description import kind_of
from studydag.model.values.effect import Success
from studydag.model.values.expertise import Expert
from studydag.model.values.goals import Goal
from studydag.ui.dialogs.find import FindDialog
from studydag.ui.finding.anything import Anything
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.school_settings import SETTINGS
from studydag.ui.widgets.owned_rows import OwnedRows
from tests.ui.finding.searching import boxed, texts, write
from tests.ui.windows import parts

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
    "minimumaant": "Minimumaantal, veld van een keuze · Programma",
    "jaren ervaring": "Jaren ervaring, veld van een persoon · School",
    "als lijst": "Programma alleen als lijst, opdracht · Programma",
}
"""What is typed, and the hit that comes first."""


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


def test_what_stands_on_a_page_alone_is_found_and_done_there(window: MainWindow):
    assembly, workspace = parts(window)
    anything = Anything(workspace, assembly, window.lines)
    assert anything.find("eerlijk", ())[0].detail == "opdracht · Keuzes"
    anything.find("actie toevoegen", ())[0].run()
    assert (assembly.standing().page, window.focusWidget().parentWidget()) == (
        "follow_up",
        assembly.day_view.page.actions_by_date,
    )
    anything.find("ruimte toevoegen", ())[0].run()
    assert window.focusWidget().parentWidget() is assembly.school.lists[1].list


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


def test_reading_choices_from_a_table_is_found_by_its_word(window: MainWindow, qtbot: QtBot):
    def act(dialog: FindDialog) -> None:
        qtbot.keyClicks(dialog.words, "keuzes inlezen")
        parts(window)[1].idle.finish()
        assert any(text.startswith("Keuzes inlezen") for text in texts(dialog))

    boxed(window, act)


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
