"""The list beside the timeline: its cells, its keys, its rows that are dragged, and one selection with the timeline."""

import datetime as dt

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.model.operations import programme
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.brought import ids_in
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH, LIST, TIMELINE
from studydag.ui.programme.list_dragging import spot_between
from tests.ui.programme import block, cell, choose, day, titles

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TIME, TITLE, MINUTES, PHASE, FORMAT, ROOM, LEADS, GOALS = range(8)


def edit_cell(page: ProgrammePage, qtbot: QtBot, block_id: int, column: int, typed: str) -> None:
    """Edit a cell by Enter, as one does."""
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.things.index(page.list.things.row_of(block_id), column))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not page.list
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


# The list


def test_the_list_holds_to_qts_rules_for_models(page: ProgrammePage, library: Library) -> None:
    tester = QAbstractItemModelTester(page.list.things, QAbstractItemModelTester.FailureReportingMode.Fatal)
    programme.park_blocks(library, [block(library, "Koffie").id])
    programme.add_part(library, 1, title="Avond")
    programme.duplicate_blocks(library, [block(library, "Keynote").id])
    programme.move_blocks(library, [block(library, "Lunch").id], Spot(part=1, before=block(library, "Welkom").id))
    programme.delete_blocks(library, block(library, "Thee").id)
    while library.undo_step is not None:
        page.workspace.undo()
    assert tester is not None


def test_the_list_says_all_of_a_block(page: ProgrammePage, library: Library) -> None:
    keynote = block(library, "Keynote")
    assert cell(page, keynote.id, TIME) == "08:45"
    assert cell(page, keynote.id, TITLE).startswith("Keynote")
    assert cell(page, keynote.id, MINUTES) == "35\u00a0min"
    assert cell(page, keynote.id, PHASE) == "inspiration"
    assert cell(page, keynote.id, FORMAT) == "Keynote talk"
    assert cell(page, keynote.id, ROOM) == "Aula"
    assert cell(page, keynote.id, LEADS)
    option = next(each for each in day(library).blocks if each.round is not None)
    assert cell(page, option.id, TITLE).startswith("    ")


def test_of_a_row_that_only_moves_the_times_alone_are_drawn_again(page: ProgrammePage, library: Library) -> None:
    model = page.list.things
    told: set[tuple[int, int]] = set()

    def note(first: QModelIndex, last: QModelIndex) -> None:
        rows, columns = range(first.row(), last.row() + 1), range(first.column(), last.column() + 1)
        told.update((row, column) for row in rows for column in columns)

    model.dataChanged.connect(note)
    programme.set_minutes(library, block(library, "Keynote").id, 40)
    changed, moved = (model.row_of(block(library, title).id) for title in ("Keynote", "Koffie"))
    assert {column for row, column in told if row == changed} == set(range(model.columnCount()))
    assert {column for row, column in told if row == moved} == {TIME, MINUTES}


def test_cells_are_edited_with_the_verb_they_have(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    before = day(library)
    coffee = block(library, "Koffie").id
    edit_cell(page, qtbot, coffee, TITLE, "Thee en taart")
    edit_cell(page, qtbot, coffee, MINUTES, "half uur")
    edit_cell(page, qtbot, coffee, TIME, "10.30")
    found = library.get(Block, coffee)
    assert (found.title, found.minutes, found.pinned_start) == ("Thee en taart", 30, dt.time(10, 30))
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_a_time_that_is_left_as_it_was_pins_nothing(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    coffee = block(library, "Koffie")
    edit_cell(page, qtbot, coffee.id, TIME, "")
    assert library.get(Block, coffee.id) == coffee


def test_a_round_with_options_has_no_minutes_to_edit(page: ProgrammePage, library: Library) -> None:
    whole = next(each for each in day(library).blocks if each.kind is BlockKind.ROUND)
    index = page.list.things.index(page.list.things.row_of(whole.id), MINUTES)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_the_keys_of_the_timeline_work_in_the_list(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    before, order = day(library), titles(library)
    coffee = choose(page, "Koffie")
    qtbot.keyClick(page.list, Qt.Key.Key_Up, ALT)
    place = order.index("Koffie")
    assert titles(library).index("Koffie") == place - 1
    qtbot.keyClick(page.list, Qt.Key.Key_Down, ALT | SHIFT)
    assert library.get(Block, coffee).minutes == 25
    qtbot.keyClick(page.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert library.get(Block, coffee).pinned_start is not None
    qtbot.keyClick(page.list, Qt.Key.Key_D, CTRL)
    assert titles(library).count("Koffie") == 2
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert titles(library).count("Koffie") == 1
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    assert len(day(library).blocks) == len(before.blocks) + 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_rows_are_dragged_between_others(page: ProgrammePage, library: Library) -> None:
    coffee, welcome = block(library, "Koffie"), block(library, "Welkom")
    page.selected.choose([coffee.id])
    rect = page.list.visualRect(page.list.things.index(page.list.things.row_of(welcome.id), 0))
    mime = page.list.mime_of([coffee.id])
    event = QDropEvent(
        QPointF(rect.topLeft() + QPoint(5, 3)),
        Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.list.dropEvent(event)
    assert titles(library)[:2] == ["Koffie", welcome.title]


def test_what_is_in_the_way_of_a_row_that_is_dragged_is_said_beside_it(page: ProgrammePage, library: Library):
    page.show_view(LIST)
    tea, keynote, room = block(library, "Thee").id, block(library, "Keynote").id, page.list.viewport().rect()
    page.selected.choose([tea])
    mime = page.list.mime_of((tea,))
    page.timeline.dragging.move((tea,))
    above = page.list.visualRect(page.list.things.index(page.list.things.row_of(keynote), 0)).topLeft()
    page.list.spot_under(page.list.viewport().mapToGlobal(above), page.timeline.dragging.shading)
    red = QColor(page.look.colours.must).name()
    seen = page.list.viewport().grab(room).toImage()
    assert red in {seen.pixelColor(x, above.y()).name() for x in range(20, 60)}
    # Places that the pointer isn't at are shaded as well, one after the other.
    dragging, rows = page.list.dragging, range(len(page.list.things.things))
    for _ in rows:
        dragging.judge_next()
    assert sum(map(dragging.is_shaded, rows)) > 1
    assert not dragging.is_shaded(page.list.things.row_of(tea))
    page.timeline.dragging.cancel()
    assert not any(map(dragging.is_shaded, rows))
    seen = page.list.viewport().grab(room).toImage()
    assert red not in {seen.pixelColor(x, above.y()).name() for x in range(20, 60)}
    assert ids_in(mime) == (tea,)


def test_the_list_goes_along_with_a_block_that_is_moved_in_the_other_view(page: ProgrammePage, library: Library):
    page.show_view(BOTH)
    page.list.setFixedHeight(120)
    first = page.workspace.schedule.parts[0].slots[0].block.id
    page.selected.choose([first])
    page.commands.move_to([first], Spot(part=page.workspace.schedule.parts[0].part.id))
    row = page.list.visualRect(page.list.things.index(page.list.things.row_of(first), 0))
    assert page.list.viewport().rect().contains(row.center())


def test_a_place_between_rows_is_a_spot(page: ProgrammePage, library: Library) -> None:
    evening = programme.add_part(library, 1, title="Avond")
    coffee = block(library, "Koffie")
    programme.park_blocks(library, [coffee.id])
    rows = page.list.things.things
    places = {row.id: place for place, row in enumerate(rows)}
    whole = next(each for each in day(library).blocks if each.kind is BlockKind.ROUND)
    first_option, following = places[whole.id] + 1, block(library, "Lunch").id
    assert spot_between(rows, 0, as_options=True) == Spot(part=1, before=rows[1].id)
    assert spot_between(rows, 1, as_options=True) == Spot(part=1, before=rows[1].id)
    assert spot_between(rows, first_option, as_options=True) == Spot(round=whole.id, before=rows[first_option].id)
    assert spot_between(rows, first_option, as_options=False) == Spot(part=1, before=following)
    assert spot_between(rows, places[-evening], as_options=True) == Spot(part=1)
    assert spot_between(rows, places[-evening] + 1, as_options=True) == Spot(part=evening)
    assert spot_between(rows, places[coffee.id], as_options=True) == Spot(before=coffee.id)
    assert spot_between(rows, len(rows), as_options=True) == PARKED


# One selection


def test_list_and_timeline_select_the_same(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    coffee, keynote = block(library, "Koffie").id, block(library, "Keynote").id
    page.list.choose(coffee)
    assert page.selected.ids == (coffee,)
    assert page.selection() == (("block", coffee),)
    page.selected.choose([keynote, coffee])
    assert set(page.list.selected_ids) == {keynote, coffee}
    assert page.selection() == (("block", coffee), ("block", keynote))
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert len(page.selected.ids) == 1


def test_reveal_selects_a_block_a_part_and_nothing_else(page: ProgrammePage, library: Library) -> None:
    coffee = block(library, "Koffie").id
    assert page.reveal(Place(1, "block", coffee))
    assert page.selected.current == coffee
    assert page.reveal(Place(1, "part", 1))
    assert page.selection() == (("part", 1),)
    keynote = block(library, "Keynote")
    assert page.reveal(Place(1, "block_lead", keynote.leads[0].id))
    assert page.selected.current == keynote.id
    assert not page.reveal(Place(1, "block", 4711))
    assert not page.reveal(Place(1, "goal", 1))


def test_undo_goes_to_the_block_it_changes(page: ProgrammePage, library: Library) -> None:
    coffee, keynote = block(library, "Koffie").id, choose(page, "Keynote")
    page.commands.set_minutes(coffee, 40)
    assert page.selected.current == keynote
    page.workspace.undo()
    assert page.selected.current == coffee


def test_keys_go_on_beside_a_block_whose_adding_is_undone(page: ProgrammePage, qtbot: QtBot, library: Library) -> None:
    coffee = choose(page, "Koffie")
    for view in (page.list, page.timeline):
        view.setFocus()
        for _ in range(2):
            qtbot.keyClick(view, Qt.Key.Key_D, CTRL)
            assert page.selected.current != coffee
            page.workspace.undo()
            assert page.list.selected_ids == (coffee,) == page.selected.ids
            assert view.hasFocus()
    page.commands.delete()
    page.workspace.undo()
    page.selected.choose([coffee])
    page.workspace.redo()
    assert cell(page, page.selected.ids[0], TITLE).startswith("Wat werkt")
    assert page.list.selected_ids == page.selected.ids


def test_selection_stays_when_blocks_change(page: ProgrammePage, library: Library) -> None:
    coffee = choose(page, "Koffie")
    programme.set_minutes(library, block(library, "Welkom").id, 30)
    assert page.list.selected_ids == (coffee,) == page.selected.ids
    assert cell(page, coffee, TIME).startswith("10:30")


def test_columns_that_had_no_room_come_as_wide_as_their_heads(page: ProgrammePage, library: Library, qtbot: QtBot):
    programme.delete_blocks(library, *(each.id for each in day(library).blocks))
    page.show_view(BOTH)
    page.window().resize(900, 700)
    programme.add_block(library, 1, Block(title="Onthaal"), Spot(part=1))
    assert page.list.isColumnHidden(PHASE)
    page.show_view(LIST)
    page.window().resize(1300, 700)
    qtbot.waitUntil(lambda: not page.list.isColumnHidden(GOALS))
    heads = page.list.horizontalHeader()
    short = [place for place in range(TIME, GOALS + 1) if heads.sectionSize(place) < heads.sectionSizeHint(place)]
    assert short == []


def test_the_keys_go_to_the_other_view_with_a_click_as_well(page: ProgrammePage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    page.show_view(LIST)
    page.list.setFocus()
    for view, has_keys in ((TIMELINE, page.view.timeline), (LIST, page.list), (BOTH, page.list)):
        qtbot.mouseClick(page.views.switches[view], Qt.MouseButton.LeftButton)
        assert page.window().focusWidget() is has_keys


def test_enter_on_the_heading_of_a_part_leads_to_its_form(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    made = programme.add_part(library, 1, title="Avond")
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.things.index(page.list.things.row_of(-made), 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    form = page.block_inspector.part_form()
    assert form is not None
    assert form.isAncestorOf(QApplication.focusWidget())
    assert form.thing_id == made
