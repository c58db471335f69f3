"""Choice rounds in the window: options side by side, repeats that change together, groups, and the carousel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, naming
from studydag.model.rules.choices.rounds import option_of_group, repeats_of
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, BlockKind, RoundRule
from studydag.model.values.school import Group, Person, Room
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.carousel import CarouselDialog
from studydag.ui.fields.field import Field
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.page import Page
from studydag.ui.tables.text_sizes import BESIDE
from studydag.ui.workspace import Workspace

Show = Callable[[type[Page]], Page]


@pytest.fixture
def page(show: Show) -> ChoicesPage:
    found = show(ChoicesPage)
    assert isinstance(found, ChoicesPage)
    found.tabs.show_part(found.options_panel)
    found.options_panel.show_beside(beside=True)
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def round_and_options(library: Library) -> tuple[int, list[int]]:
    round_id = next(block.id for block in day(library).blocks if block.kind is BlockKind.ROUND)
    return round_id, [block.id for block in day(library).blocks if block.round == round_id]


def edited(page: ChoicesPage, option: int, field: str) -> Field:
    """Begin to edit a field of an option in the side-by-side view; return the editor."""
    beside = page.options_panel.beside
    row, column = beside.cell(option, field)
    beside.setCurrentIndex(beside.things.index(row, column))
    beside.edit(beside.currentIndex())
    editors = [each for each in beside.viewport().findChildren(Field) if isinstance(each, Field)]
    return editors[-1]


def edited_in_list(page: ChoicesPage, option: int, field: str) -> Field:
    """Begin to edit a field of an option in the list; return the editor."""
    table = page.options.table
    page.options.choose(option)
    column = next(place for place, each in enumerate(table.things.columns) if each.field == field)
    table.edit(table.currentIndex().siblingAtColumn(column))
    return [each for each in table.viewport().findChildren(Field) if isinstance(each, Field)][-1]


def test_options_stand_side_by_side_and_the_model_is_sound(page: ChoicesPage, library: Library) -> None:
    beside = page.options_panel.beside
    tester = QAbstractItemModelTester(beside.things, QAbstractItemModelTester.FailureReportingMode.Fatal)
    _round, options = round_and_options(library)
    assert [each.id for each in beside.things.things] == options
    assert beside.isVisible()
    assert not page.options.table.isVisible()
    assert {each.field for each in beside.things.fields if each.field} == {
        *("leads", "working_format", "room", "set_up", "goals", "audience", "capacity", "minimum"),
        *("reserved_seats", "minutes", "offset_minutes"),
    }
    editing.change(library, Block, options[0], capacity=31)
    row, column = beside.cell(options[0], "capacity")
    assert beside.things.index(row, column).data() == "31"
    tester.deleteLater()


def test_a_column_is_as_wide_as_a_long_word_in_it(page: ChoicesPage, library: Library) -> None:
    _round, options = round_and_options(library)
    beside, room = page.options_panel.beside, "Materialenwerkplaats"
    naming.name_room(library, options[0], room)
    beside.resize(200, 400)
    row, column = beside.cell(options[0], "room")
    assert beside.things.index(row, column).data() == room
    assert beside.columnWidth(column) >= beside.fontMetrics().horizontalAdvance(room) + BESIDE
    # What no column has room for makes none wider than is of use.
    naming.name_room(library, options[0], room * 9)
    assert beside.columnWidth(column) < beside.fontMetrics().horizontalAdvance(room * 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [("capacity", 24), ("minimum", 6), ("reserved_seats", 2), ("offset_minutes", 5), ("minutes", 55)],
)
def test_a_number_is_typed_in_the_column_of_an_option(
    page: ChoicesPage, library: Library, qtbot: QtBot, field: str, value: int
) -> None:
    _round, options = round_and_options(library)
    editor = edited(page, options[1], field)
    control = editor.focusProxy()
    assert control is not None
    control.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(control, str(value))
    qtbot.keyClick(control, Qt.Key.Key_Return)
    assert getattr(library.get(Block, options[1]), field) == value


@pytest.mark.parametrize("beside", [True, False])
def test_leads_and_rooms_that_the_school_does_not_know_yet_are_typed(
    page: ChoicesPage, library: Library, qtbot: QtBot, beside: bool
) -> None:
    _round, options = round_and_options(library)
    page.options_panel.show_beside(beside=beside)
    known = page.workspace.setting.people[-1].name
    for field, typed in (("leads", f"{known}, Anna Nieuw"), ("room", "Nieuwbouw 3")):
        editor = edited(page, options[0], field) if beside else edited_in_list(page, options[0], field)
        control = editor.focusProxy()
        assert control is not None
        control.selectAll()  # type: ignore[attr-defined]
        qtbot.keyClicks(control, typed)
        qtbot.keyClick(control, Qt.Key.Key_Return)
    option = library.get(Block, options[0])
    assert [library.get(Person, lead.person).name for lead in option.leads] == [known, "Anna Nieuw"]
    assert library.get(Room, option.room).name == "Nieuwbouw 3"
    assert library.undo_step is not None


def test_goals_and_groups_are_ticked_in_a_cell(page: ChoicesPage, library: Library) -> None:
    _round, options = round_and_options(library)
    group = page.workspace.setting.groups[0].id
    edited(page, options[0], "audience")._finish((group,))  # noqa: SLF001
    assert library.get(Block, options[0]).audience == (group,)


def test_keys_work_side_by_side_as_in_the_list(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    _round, options = round_and_options(library)
    beside = page.options_panel.beside
    beside.choose(options[0])
    assert page.options.selected_ids == (options[0],)
    qtbot.keyClick(beside, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert round_and_options(library)[1][:2] == [options[1], options[0]]
    assert beside.current_id == options[0]
    qtbot.keyClick(beside, Qt.Key.Key_Delete)
    assert options[0] not in round_and_options(library)[1]


def test_an_option_is_repeated_and_both_change_together_unless_that_is_not_wanted(
    page: ChoicesPage, library: Library
) -> None:
    _round, options = round_and_options(library)
    page.rounds.add_round()
    second = next(block.id for block in reversed(day(library).blocks) if block.kind is BlockKind.ROUND)
    page.rounds.choose(round_and_options(library)[0])
    page.options.choose(options[0])
    assert page.options_panel.together.isHidden()
    page.options_panel.repeat_in(second)
    (again,) = (block.id for block in day(library).blocks if block.round == second)
    assert library.get(Block, again).repeats == options[0]
    page.options.choose(options[0])
    assert not page.options_panel.together.isHidden()
    page.options_panel.change(options[0], "title", "Exitkaarten")
    assert library.get(Block, again).title == "Exitkaarten"
    page.options_panel.change(options[0], "capacity", 40)
    page.options_panel.change(options[0], "room", "Nieuwbouw 3")
    page.options_panel.change(options[0], "leads", "Anna Nieuw, Bo Anders")
    for block in (library.get(Block, options[0]), library.get(Block, again)):
        assert library.get(Room, block.room).name == "Nieuwbouw 3"
        assert [library.get(Person, lead.person).name for lead in block.leads] == ["Anna Nieuw", "Bo Anders"]
    assert library.get(Block, again).capacity != 40
    page.options_panel.together.setChecked(False)
    page.options_panel.change(options[0], "title", "Alleen hier")
    assert library.get(Block, again).title == "Exitkaarten"
    page.options_panel.together.setChecked(True)
    person = page.workspace.setting.people[0].id
    page.options_panel.change(again, "leads", (person,))
    assert {lead.person for each in repeats_of(day(library), again) for lead in each.leads} == {person}


def test_d07_which_group_gets_which_option_is_chosen_in_a_table(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    round_id, options = round_and_options(library)
    page.tabs.show_part(page.routes)
    assert page.routes.table is None
    by_group, carousel = page.routes.buttons
    assert carousel.text() == page.workspace.language.gettext("Carousel…")
    by_group.setFixedWidth(150)
    assert by_group.text().endswith("…")
    by_group.setFocus()
    qtbot.mouseClick(by_group, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.get(Block, round_id).round_rule is RoundRule.BY_GROUP)
    qtbot.waitUntil(lambda: page.routes.table is not None)
    assert page.routes.table is not None
    assert [button.text() for button in page.routes.buttons] == [page.workspace.language.gettext("New group…")]
    assert page.window().focusWidget() is page.routes.buttons[0]
    group = page.workspace.setting.groups[0]
    for option in (options[2], options[1]):
        page.routes._send(group.id, str(round_id), option)  # noqa: SLF001 - what the cell's editor calls
    found = option_of_group(day(library), round_id, group.id)
    assert found is not None
    assert found.id == options[1]
    row = page.routes.table.things.row_of(group.id)
    assert page.routes.table.things.index(row, 1).data() == found.title


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> Callable[..., CarouselDialog]:
    def make(near: int | None = None) -> CarouselDialog:
        made = CarouselDialog(workspace, near=near)
        qtbot.addWidget(made)
        return made

    return make


def test_d08_a_carousel_is_made_of_new_stations_and_new_groups_in_one_step(
    dialog: Callable[..., CarouselDialog], library: Library
) -> None:
    asked, before = dialog(), day(library)
    asked._choose_source(None)  # noqa: SLF001 - as choosing in the box does
    for (title, lead, room), name in zip(asked.stations, ("Exitkaart", "Rubric", "Quiz"), strict=True):
        title.show_value(name)
        lead.show_value(asked._workspace.setting.people[0].id)  # noqa: SLF001
        room.show_value(asked._workspace.setting.rooms[0].id)  # noqa: SLF001
    asked.new_groups.show_value(3)
    asked.minutes.show_value(15)
    asked._show()  # noqa: SLF001
    assert (asked.preview.rowCount(), asked.preview.columnCount()) == (3, 3)
    rows = [[asked.preview.item(row, column).text() for column in range(3)] for row in range(3)]  # type: ignore[union-attr]
    assert all(sorted(row) == ["Exitkaart", "Quiz", "Rubric"] for row in rows)
    asked.accept()
    made = [block for block in day(library).blocks if block not in before.blocks and block.kind is BlockKind.ROUND]
    assert [block.title for block in made] == [f"Carrousel: ronde {n}" for n in (1, 2, 3)]
    assert {group.name for group in library.every(Group)} >= {"Groep 1", "Groep 2", "Groep 3"}
    library.undo()
    assert day(library).blocks == before.blocks


def test_a_carousel_of_one_group_is_refused_in_words(dialog: Callable[..., CarouselDialog], library: Library) -> None:
    round_id, _options = round_and_options(library)
    asked = dialog(round_id)
    assert asked.source.shown == round_id
    # A click on the name ticks as well as one on the box.
    asked.show()
    name = asked.groups.visualItemRect(asked.groups.item(0)).center()
    QTest.mouseClick(asked.groups.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert asked.groups.item(0).checkState() is Qt.CheckState.Checked
    asked.accept()
    assert "minstens twee groepen" in asked.problem.text()
    for row in range(4):
        asked.groups.item(row).setCheckState(Qt.CheckState.Checked)
    asked.accept()
    assert sum(block.kind is BlockKind.ROUND for block in day(library).blocks) == 4
