"""The programme page: list and timeline on one selection, the form of a block, the drawer with working formats."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from studydag.language import Language
from studydag.model.operations import editing, exchange, programme, school, study_days
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.description import described
from studydag.model.values.effect import Insight, Verdict
from studydag.model.values.fields import TITLE_CHARACTERS
from studydag.model.values.formats import Phase, SetUp, WorkingFormat
from studydag.model.values.programme import Block, BlockKind, LeadStatus, Mode, Part
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.look import Look
from studydag.ui.memory import Memory
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.panels.block_inspector import GROUPS, names_in
from studydag.ui.timeline.both_views import BOTH, LIST, TIMELINE
from studydag.ui.timeline.timeline import ids_in
from studydag.ui.widgets.list_dragging import spot_between
from studydag.ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TIME, TITLE, MINUTES, PHASE, FORMAT, ROOM, LEADS, GOALS = range(8)


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    found.list.setFocus()
    found.window().activateWindow()
    qtbot.waitUntil(found.list.hasFocus)
    found.workspace.idle.finish()
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def block(library: Library, title: str) -> Block:
    return next(each for each in day(library).blocks if each.title.startswith(title))


def titles(library: Library) -> list[str]:
    return [slot.block.title for slot in schedule(day(library))]


def choose(page: ProgrammePage, title: str) -> int:
    number = block(page.workspace.library, title).id
    page.selected.choose([number])
    return number


def cell(page: ProgrammePage, block_id: int, column: int) -> str:
    return page.list.things.index(page.list.things.row_of(block_id), column).data()


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
    assert cell(page, keynote.id, TIME) == "08:45–09:20"
    assert cell(page, keynote.id, TITLE).startswith("Keynote")
    assert cell(page, keynote.id, MINUTES) == "35 min"
    assert cell(page, keynote.id, PHASE) == "inspiration"
    assert cell(page, keynote.id, FORMAT) == "Keynote talk"
    assert cell(page, keynote.id, ROOM) == "Aula"
    assert cell(page, keynote.id, LEADS)
    option = next(each for each in day(library).blocks if each.round is not None)
    assert cell(page, option.id, TITLE).startswith("    ")


def test_overlap_and_buffer_are_said_beside_the_time(page: ProgrammePage, library: Library) -> None:
    keynote, lunch = block(library, "Keynote"), block(library, "Lunch")
    programme.set_minutes(library, keynote.id, keynote.minutes + 10)
    assert cell(page, lunch.id, TIME) == "11:45–12:30 · overlaps by 10 min"
    programme.set_minutes(library, keynote.id, keynote.minutes - 15)
    assert cell(page, lunch.id, TIME) == "11:45–12:30 · 15 min buffer"


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


def test_the_column_of_times_is_wide_only_while_more_than_a_time_stands_there(page: ProgrammePage, library: Library):
    page.show_view(BOTH)
    before = page.list.columnWidth(0)
    programme.set_minutes(library, block(library, "Keynote").id, 90)
    assert page.list.columnWidth(0) > before
    programme.set_minutes(library, block(library, "Keynote").id, 35)
    assert page.list.columnWidth(0) == before


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


def test_selection_stays_when_blocks_change(page: ProgrammePage, library: Library) -> None:
    coffee = choose(page, "Koffie")
    programme.set_minutes(library, block(library, "Welkom").id, 30)
    assert page.list.selected_ids == (coffee,) == page.selected.ids
    assert cell(page, coffee, TIME).startswith("10:30")


# Head and views


def test_totals_and_strip_say_what_the_minutes_are_spent_on(page: ProgrammePage, library: Library) -> None:
    assert page.totals.text() == "08:30–15:00 · 5 h content · 1 h 15 breaks · 12 blocks · fits exactly"
    programme.set_minutes(library, block(library, "Exitkaart en").id, 25)
    page.workspace.idle.finish()
    assert page.totals.text().endswith("12 blocks · 10 min too long")
    assert sum(page.strip.minutes.values()) == 400
    assert page.strip.minutes[Phase.BREAK] == 75
    assert "break 1 h 15" in page.strip.accessibleDescription()
    assert not page.strip.grab().isNull()
    words = page.strip.heightForWidth(600)
    page.resize(600, page.fontMetrics().height() * 15)
    assert page.strip.heightForWidth(600) < words, "on a low page the room is for the programme"
    page.resize(600, page.fontMetrics().height() * 40)
    assert page.strip.heightForWidth(600) == words


def test_the_strip_divides_a_round_over_the_phases_of_its_options(page: ProgrammePage, library: Library) -> None:
    before = page.strip.minutes[Phase.REFLECTION]
    option = next(each for each in day(library).blocks if each.round is not None)
    programme.change_block(library, option.id, phase=Phase.REFLECTION)
    page.workspace.idle.finish()
    assert page.strip.minutes[Phase.REFLECTION] > before
    assert sum(page.strip.minutes.values()) == 390


def test_the_window_remembers_the_view(workspace: Workspace, look: Look, tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(tmp_path / "window.ini")
    for expected, chosen in ((BOTH, TIMELINE), (TIMELINE, LIST), (LIST, BOTH)):
        window = QMainWindow()
        window.memory = memory  # type: ignore[attr-defined]
        page = ProgrammePage(workspace, look)
        page.build()
        window.setCentralWidget(page)
        window.resize(1200, 700)
        qtbot.addWidget(window)
        window.show()
        shown = {LIST: (True, False), BOTH: (True, True), TIMELINE: (False, True)}
        assert (page.list.isVisible(), page.view.isVisible()) == shown[expected]
        qtbot.mouseClick(page.views.switches[chosen], Qt.MouseButton.LeftButton)
        assert (page.list.isVisible(), page.view.isVisible()) == shown[chosen]
        window.close()


def test_the_page_is_built_again_as_it_was(page: ProgrammePage, show: Callable[[type[Page]], Page]) -> None:
    choose(page, "Thee")
    page.panel.setCurrentWidget(page.drawer)
    again = show(ProgrammePage)
    assert isinstance(again, ProgrammePage)
    again.stand_as(page.standing())
    assert again.selected.ids == page.selected.ids
    assert again.panel.currentWidget() is again.drawer


def test_a_narrow_window_begins_with_the_timeline_alone(
    workspace: Workspace, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    window = QMainWindow()
    window.memory = Memory(tmp_path / "window.ini")  # type: ignore[attr-defined]
    page = ProgrammePage(workspace, look)
    page.build()
    window.setCentralWidget(page)
    window.resize(500, 600)
    qtbot.addWidget(window)
    window.show()
    assert (page.list.isVisible(), page.view.isVisible()) == (False, True)


def test_buttons_do_what_keys_do(page: ProgrammePage, library: Library) -> None:
    before, actions = day(library), page.actions_of_blocks
    coffee = choose(page, "Koffie")
    place = titles(library).index("Koffie")
    actions.up.trigger()
    assert titles(library).index("Koffie") == place - 1
    actions.down.trigger()
    actions.pin.trigger()
    assert library.get(Block, coffee).pinned_start is not None
    assert actions.pin.text() == "Unpin"
    actions.lock.trigger()
    assert library.get(Block, coffee).minutes_locked
    actions.longer.trigger()
    assert library.get(Block, coffee).minutes == 25
    actions.park.trigger()
    assert library.get(Block, coffee).part is None
    assert actions.park.text() == "Put back"
    actions.park.trigger()
    assert titles(library)[-1] == "Koffie"
    actions.cancel.trigger()
    assert library.get(Block, coffee).cancelled
    actions.duplicate.trigger()
    actions.delete.trigger()
    actions.add_break.trigger()
    assert day(library).blocks[-1].phase is Phase.BREAK
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_rounds_are_made_filled_and_taken_apart(page: ProgrammePage, library: Library) -> None:
    before, actions = day(library), page.actions_of_blocks
    page.selected.choose([block(library, "Keynote").id, block(library, "In gesprek").id])
    actions.add_round.trigger()
    whole = page.commands.current
    assert whole is not None
    assert whole.kind is BlockKind.ROUND
    assert {each.title.split(":")[0] for each in day(library).blocks if each.round == whole.id} == {
        "Keynote",
        "In gesprek",
    }
    actions.add_option.trigger()
    assert sum(each.round == whole.id for each in day(library).blocks) == 3
    page.selected.choose([whole.id])
    actions.dissolve.trigger()
    assert titles(library)[1].startswith("Keynote")
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_what_cannot_be_done_is_said_beside_the_programme(page: ProgrammePage, library: Library) -> None:
    whole = next(each for each in day(library).blocks if each.kind is BlockKind.ROUND)
    page.selected.choose([whole.id])
    page.commands.stretch(5)
    assert page.message.text() == "A choice round lasts as long as its longest option; change that."
    assert page.message.isVisible()
    choose(page, "Keynote")
    assert not page.message.isVisible()


def test_a_day_without_date_says_what_to_do_first(page: ProgrammePage, library: Library) -> None:
    editing.delete(library, Part, 1)
    assert page.empty.isVisible()
    page.commands.adding.add_block()
    assert not page.empty.isVisible()
    assert len(day(library).parts) == 1
    assert len(titles(library)) == 1


# The form of a block


def test_every_field_of_a_block_can_be_reached(page: ProgrammePage) -> None:
    shown = {name for group in GROUPS for name in names_in(group.fields)} | set(page.block_inspector.top.names)
    by_verbs = {"minutes", "pinned_start"}
    places = {"id", "uid", "position", "part", "round", "kind"}
    assert shown | by_verbs | places == {each.name for each in described(Block)}


def test_each_group_shows_its_fields_and_their_names(page: ProgrammePage, qtbot: QtBot) -> None:
    choose(page, "Keynote")
    for name, fold in page.block_inspector.folds.items():
        if name == "round":
            continue
        if not fold.is_open:
            qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
        assert fold.content is not None
        assert fold.content.isVisible()
    for form in page.block_inspector.forms():
        for name in form.names:
            control = form.rows(name).list.table if name in {"leads", "materials", "resources"} else form.field(name)
            named = control.focusProxy() or control
            assert named.accessibleName(), name


def test_fields_of_the_form_are_edited(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    keynote = choose(page, "Keynote")
    inspector = page.block_inspector
    title = inspector.top.field("title")
    assert isinstance(title, LineField)
    title.line.selectAll()
    qtbot.keyClicks(title.line, "Lezing")
    qtbot.keyClick(title.line, Qt.Key.Key_Return)
    assert library.get(Block, keynote).title == "Lezing"
    assert inspector.heading.text() == "Lezing"
    plan_b = inspector.form_of("plan_b").field("plan_b")
    assert isinstance(plan_b, TextField)
    plan_b.text.selectAll()
    qtbot.keyClicks(plan_b.text, "Opname")
    qtbot.keyClick(plan_b.text, Qt.Key.Key_Return, CTRL)
    assert library.get(Block, keynote).plan_b == "Opname"
    for name, value in (
        ("phase", Phase.KNOWLEDGE),
        ("set_up", SetUp.CIRCLE),
        ("mode", Mode.HYBRID),
        ("topics", ("rubrics", "toetsen")),
        ("rating", 4),
        ("own_input", True),
        ("cancelled", True),
        ("cancelled", False),
        ("minutes_locked", True),
    ):
        field = inspector.form_of(name).field(name)
        field.edited.emit(value)
        assert getattr(library.get(Block, keynote), name) == value, name
        assert field.shown == value


def test_what_is_wrong_is_said_below_its_field(page: ProgrammePage, library: Library) -> None:
    keynote = choose(page, "Keynote")
    before = library.get(Block, keynote)
    page.block_inspector.top.field("title").edited.emit("x" * (TITLE_CHARACTERS + 1))
    assert library.get(Block, keynote) == before


def test_begin_end_and_minutes_settle_each_other(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    """D02: an end can be typed instead of a duration."""
    keynote, times = choose(page, "Keynote"), page.block_inspector.times
    assert (times.start.line.text(), times.end.line.text(), times.minutes.line.text()) == ("08:45", "09:20", "35 min")
    times.end.line.selectAll()
    qtbot.keyClicks(times.end.line, "9.30")
    qtbot.keyClick(times.end.line, Qt.Key.Key_Return)
    assert library.get(Block, keynote).minutes == 45
    times.start.line.selectAll()
    qtbot.keyClicks(times.start.line, "9")
    qtbot.keyClick(times.start.line, Qt.Key.Key_Return)
    assert library.get(Block, keynote).pinned_start == dt.time(9)
    assert times.end.line.text() == "09:45"
    qtbot.mouseClick(times.pin, Qt.MouseButton.LeftButton)
    assert library.get(Block, keynote).pinned_start is None
    assert times.start.line.text() == "08:45"
    times.minutes.line.setFocus()
    qtbot.keyClick(times.minutes.line, Qt.Key.Key_Up)
    assert library.get(Block, keynote).minutes == 50


def test_leads_are_a_table_in_the_form(page: ProgrammePage, library: Library) -> None:
    keynote = choose(page, "Keynote")
    leads = page.block_inspector.form_of("leads").rows("leads")
    lead = library.get(Block, keynote).leads[0]
    assert leads.list.table.things.rowCount() == len(library.get(Block, keynote).leads)
    leads.list.change(lead.id, "status", LeadStatus.ASKED)
    assert library.get(Block, keynote).leads[0].status is LeadStatus.ASKED
    assert "asked" in cell(page, keynote, LEADS)


def test_the_group_of_rounds_is_for_rounds_and_options(page: ProgrammePage, library: Library) -> None:
    fold = page.block_inspector.folds["round"]
    choose(page, "Keynote")
    assert not fold.isVisible()
    option = next(each for each in day(library).blocks if each.round is not None)
    page.selected.choose([option.id])
    assert fold.isVisible()
    form = page.block_inspector.form_of("capacity")
    form.field("capacity").edited.emit(12)
    assert library.get(Block, option.id).capacity == 12


def test_a_part_has_a_form_and_can_be_added_and_deleted(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.block_inspector.add_part, Qt.MouseButton.LeftButton)
    second = day(library).parts[1]
    assert page.selected.part == second.id
    form = page.block_inspector.part_form()
    assert form is not None
    form.field("title").edited.emit("Avondprogramma")
    form.field("start").edited.emit(dt.time(19))
    assert (day(library).parts[1].title, day(library).parts[1].start) == ("Avondprogramma", dt.time(19))
    assert page.list.things.thing_at(0).block is None
    qtbot.mouseClick(page.block_inspector.delete_part, Qt.MouseButton.LeftButton)
    assert len(day(library).parts) == 1
    assert page.selected.part is None


def test_new_goals_rooms_and_people_are_offered(page: ProgrammePage, library: Library) -> None:
    from studydag.model.values.school import Room

    choose(page, "Keynote")
    editing.create(library, Room(name="Kas"))
    page.workspace.idle.finish()
    room = page.block_inspector.form_of("room").field("room")
    assert "Kas" in [choice.label for choice in room.choices]  # type: ignore[attr-defined]


# Working formats


def test_formats_that_fit_come_first(page: ProgrammePage) -> None:
    choose(page, "Keynote")
    page.show_formats()
    fits = [each.fits for each in page.drawer.formats.suggestions]
    assert fits[0]
    assert fits == sorted(fits, reverse=True)
    assert len(fits) > 80
    first = page.drawer.formats.suggestions[0].working_format
    assert Phase.INSPIRATION in first.phases
    assert first.minutes_min <= 35 <= first.minutes_max
    assert first.group_min <= 64 <= first.group_max


def test_r076_filters_leave_only_formats_whose_ranges_fit(page: ProgrammePage, library: Library) -> None:
    drawer = page.drawer
    page.show_formats()
    drawer.phase.show_value(Phase.APPLICATION)
    drawer.minutes.show_value(45)
    drawer.people.show_value(60)
    drawer.refresh()
    found = [each.working_format for each in drawer.formats.suggestions]
    assert found
    for each in found:
        assert Phase.APPLICATION in each.phases
        assert each.minutes_min <= 45
        assert each.group_min <= 60 <= each.group_max
    choose(page, "Lunch")
    drawer.list.setCurrentIndex(drawer.formats.index(0))
    chosen = drawer.chosen
    assert chosen is not None
    drawer.list.doubleClicked.emit(drawer.list.currentIndex())
    made = page.commands.current
    assert made is not None
    assert made.working_format == chosen.id
    assert chosen.minutes_min <= made.minutes <= chosen.minutes_max
    assert len(made.materials) == len(chosen.materials_nl)
    assert titles(library)[titles(library).index("Lunch") + 1] == made.title


def test_formats_are_searched_and_added_by_keyboard_alone(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    choose(page, "Koffie")
    page.show_formats()
    qtbot.waitUntil(page.drawer.search.hasFocus)
    qtbot.keyClicks(page.drawer.search, "world caf")
    assert page.drawer.formats.rowCount() == 1
    qtbot.keyClick(page.drawer.search, Qt.Key.Key_Return)
    assert titles(library)[titles(library).index("Koffie") + 1].startswith("Wereldcaf")
    page.workspace.undo()
    page.drawer.search.setText("zzzz")
    assert page.drawer.empty.isVisible()
    assert not page.drawer.add.isEnabled()


def test_a_format_is_used_for_the_block_itself(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    keynote = choose(page, "Keynote")
    page.show_formats()
    chosen = page.drawer.chosen
    assert chosen is not None
    qtbot.mouseClick(page.drawer.use, Qt.MouseButton.LeftButton)
    assert library.get(Block, keynote).working_format == chosen.id
    assert library.get(Block, keynote).title.startswith("Keynote")


def test_r120_r121_lessons_and_ratings_stand_where_a_format_or_block_is_chosen_again(
    page: ProgrammePage, library: Library
) -> None:
    keynote = block(library, "Keynote")
    cafe = next(each for each in library.every(WorkingFormat) if each.key == "wereldcafe")
    earlier = study_days.create(library, "Last year", first_part=Part(date=dt.date(2025, 3, 12)))
    spot = Spot(part=library.of_day(Part, earlier)[0].id)
    held = Block(title=keynote.title, minutes=30, working_format=cafe.id, rating=4)
    former = programme.add_block(library, earlier, held, spot)
    for text, verdict, about in (
        ("Smaller tables", Verdict.CHANGE, {"working_format": cafe.id}),
        ("Too long after lunch", Verdict.STOP, {"block": former}),
    ):
        editing.create(library, Insight(text=text, verdict=verdict, **about), ("study_day", earlier))
    choose(page, "Keynote")
    assert page.block_inspector.learned.text().startswith("Stop: Too long after lunch (Last year")
    page.show_formats()
    drawer = page.drawer
    drawer.search.setText("world caf")
    assert drawer.chosen == cafe
    assert "rated 4.0 (n = 1)" in drawer.text.toPlainText()
    assert "Change: Smaller tables (Last year" in drawer.text.toPlainText()
    # Taken over, the format brings its lesson to the block itself.
    programme.change_block(library, keynote.id, working_format=cafe.id)
    assert "Smaller tables" in page.block_inspector.learned.text()
    choose(page, "Lunch")
    assert page.block_inspector.learned.isHidden()


def test_a_format_asked_for_a_block_is_given_to_it_with_enter(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    keynote = choose(page, "Keynote")
    count = len(library.get(StudyDay, 1).blocks)
    page.actions_of_blocks.format.trigger()
    qtbot.keyClicks(page.drawer.search, "talkshow")
    chosen = page.drawer.chosen
    assert chosen is not None
    qtbot.keyClick(page.drawer.search, Qt.Key.Key_Return)
    assert library.get(Block, keynote).working_format == chosen.id
    assert len(library.get(StudyDay, 1).blocks) == count
    assert not page.drawer.search.hasFocus()


def test_own_and_hidden_formats(page: ProgrammePage, library: Library) -> None:
    page.show_formats()
    drawer = page.drawer
    first = drawer.formats.suggestions[0].working_format
    school.hide(library, WorkingFormat, [first.id])
    assert drawer.formats.row_of(first.id) == -1
    drawer.hidden.setChecked(True)
    assert drawer.formats.row_of(first.id) >= 0
    drawer.list.setCurrentIndex(drawer.formats.index(drawer.formats.row_of(first.id)))
    menu = drawer.menu()
    assert menu is not None
    menu.actions()[-2].trigger()
    assert not library.get(WorkingFormat, first.id).hidden
    menu.actions()[-1].trigger()
    copy = drawer.chosen
    assert copy is not None
    assert not copy.is_built_in
    assert "own" in drawer.formats.detail(copy)
    menu.deleteLater()


def test_the_list_of_formats_holds_to_qts_rules(page: ProgrammePage) -> None:
    tester = QAbstractItemModelTester(page.drawer.formats, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show_formats()
    page.drawer.search.setText("card")
    index = page.drawer.formats.index(0)
    assert "activity" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert tester is not None


# The whole


def test_looking_only_changes_nothing(library: Library, look: Look, qtbot: QtBot, language: Language) -> None:
    looking = Library.look(library.path)
    workspace = Workspace(looking, language, lambda: dt.date(2026, 11, 23))
    workspace.open_day(1)
    page = ProgrammePage(workspace, look)
    page.build()
    qtbot.addWidget(page)
    page.show()
    page.selected.choose([block(library, "Keynote").id])
    assert [action.objectName() for action in page.list.actions() if action.isEnabled()] == ["copy"]
    assert not page.block_inspector.times.minutes.isEnabled()
    page.timeline.edit_title(block(library, "Keynote").id)
    assert page.timeline.editor is None
    workspace.close()


def test_four_hundred_blocks_are_shown_and_edited(page: ProgrammePage, library: Library) -> None:
    many = tuple(
        Block(id=-number, part=1, title=f"Blok {number}", minutes=5, position=number * 1024) for number in range(1, 388)
    )
    with library.change("generate") as writer:
        writer.add_all(many, ("study_day", 1), {})
    assert len(page.timeline.ids()) == len(day(library).blocks)
    last = day(library).blocks[-1]
    programme.set_minutes(library, last.id, 10)
    assert cell(page, last.id, MINUTES) == "10 min"
    page.selected.choose([last.id])
    assert not page.timeline.grab().isNull()
    rect = page.timeline.rect_of(last.id)
    assert rect is not None
    assert page.timeline.visibleRegion().intersects(rect.toRect())


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_nothing_is_cut_off_at_any_size(show: Callable[[type[Page]], Page], look: Look, zoom: float) -> None:
    look.set_zoom(zoom)
    page = show(ProgrammePage)
    assert isinstance(page, ProgrammePage)
    page.selected.choose([2])
    assert page.totals.height() >= page.totals.fontMetrics().height()
    first = page.timeline.rect_of(page.timeline.ids()[0])
    assert first is not None
    assert first.height() >= page.timeline.fontMetrics().height()
    assert not page.grab().isNull()


def test_assistive_technology_is_let_go_with_the_page(workspace: Workspace, library: Library, look: Look) -> None:
    """With a client listening, items of deleted blocks and of closed pages are freed and nothing fails."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        for _ in range(3):
            page = ProgrammePage(workspace, look)
            page.build()
            page.show()
            interface = QAccessible.queryAccessibleInterface(page.timeline)
            names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
            assert all(names)
            page.selected.choose([page.timeline.ids()[2]])
            programme.delete_blocks(library, page.timeline.ids()[2])
            page.workspace.undo()
            page.close()
            page.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            assert not isValid(page)
    finally:
        QAccessible.setActive(was_active)


def test_another_day_forgets_what_was_selected(page: ProgrammePage, library: Library) -> None:
    choose(page, "Keynote")
    other = exchange_copy(library)
    page.workspace.open_day(other)
    assert page.selected.ids == ()
    assert page.list.things.rowCount() == len(page.timeline.ids())
    page.workspace.open_day(None)
    assert page.selected.ids == ()


def exchange_copy(library: Library) -> int:
    from studydag.model.exchange.study_day_json import Loaded

    return exchange.load_day(library, Loaded(replace(day(library), uid="other"), Setting()))


def test_date_and_times_of_a_new_part_are_typed_one_after_the_other(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.commands.add_part()
    QApplication.processEvents()
    for typed in ("18-3-2027", "19.30", "1.00"):
        focused = QApplication.focusWidget()
        qtbot.keyClicks(focused, typed)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    second = day(library).parts[1]
    assert (second.date, second.start, second.end) == (dt.date(2027, 3, 18), dt.time(19, 30), dt.time(1))


def test_the_form_of_a_part_makes_the_column_no_wider(page: ProgrammePage) -> None:
    page.commands.add_part()
    part_form = page.block_inspector.part_form()
    assert part_form is not None
    wide = max(part_form.minimumSizeHint().width(), page.block_inspector.add_part.minimumSizeHint().width())
    assert page.block_inspector.delete_part.isVisibleTo(page.block_inspector)
    assert (
        page.block_inspector.minimumSizeHint().width() <= max(wide, page.panel.balance.minimumSizeHint().width()) + 12
    )


def test_a_new_part_is_brought_into_view(page: ProgrammePage, library: Library) -> None:
    page.commands.add_part()
    row = page.list.things.row_of(-day(library).parts[1].id)
    seen = page.list.viewport().rect()
    assert seen.contains(page.list.visualRect(page.list.things.index(row, 0)).center())


def test_a_key_shows_the_next_view_and_leaves_the_keys_with_the_blocks(page: ProgrammePage, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
        seen.append((page.list.isVisible(), page.view.isVisible()))
        assert page.list.hasFocus() or page.timeline.hasFocus()
    assert seen == [(True, False), (False, True), (True, True)]
