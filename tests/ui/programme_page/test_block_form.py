"""The form of a block and of a part, in the right column of the programme."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme
from studydag.model.store.library import Library
from studydag.model.values.description import described
from studydag.model.values.fields import TITLE_CHARACTERS
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.programme import Block, LeadStatus, Mode
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.panels.block_inspector import GROUPS, names_in
from tests.ui.programme import cell, choose, day

CTRL = Qt.KeyboardModifier.ControlModifier
LEADS = 6


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
    assert inspector.head.title.text() == "Lezing"
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
    assert (times.start.line.text(), times.end.line.text(), times.minutes.line.text()) == (
        "08:45",
        "09:20",
        "35\u00a0min",
    )
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


def test_a_block_without_groups_is_for_everyone_and_the_reason_that_is_asked_for_is_in_view(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    choose(page, "Keynote")
    inspector = page.block_inspector
    page.actions_of_blocks.cancel.trigger()
    reason = inspector.form_of("cancelled_reason").control("cancelled_reason")
    qtbot.waitUntil(lambda: not reason.visibleRegion().isEmpty())
    button = inspector.form_of("audience").control("audience").findChild(QPushButton)
    assert button.text().strip() == "Everyone"


def test_when_people_do_it_at_their_own_pace_is_asked_below_that_they_do(page: ProgrammePage, library: Library) -> None:
    keynote = choose(page, "Keynote")
    form = page.block_inspector.form_of("window_end")
    assert form is page.block_inspector.form_of("mode")
    window = form.field("window_end")
    assert not window.isVisible()
    programme.change_block(library, keynote, mode=Mode.SELF_PACED)
    assert window.isVisible()
    programme.change_block(library, keynote, mode=Mode.ONLINE)
    assert not window.isVisible()
