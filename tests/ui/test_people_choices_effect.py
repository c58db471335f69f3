"""People and rooms, choices, and effect: first versions in which everything can be seen and edited."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.choices import Registration
from studydag.model.values.effect import Insight, Measure
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, BlockKind, LeadStatus, Material, MaterialPer, Mode, Part
from studydag.model.values.school import Room
from studydag.model.values.study_day import Catering, StudyDay
from studydag.ui.fields.choice import ManyField
from studydag.ui.fields.named import NamedField
from studydag.ui.look import Look
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.effect import EffectPage
from studydag.ui.pages.page import Page
from studydag.ui.pages.people import PeoplePage
from studydag.ui.widgets.form import ThingForm
from studydag.ui.workspace import Workspace
from tests.ui.windows import TODAY

Show = Callable[[type[Page]], Page]


@pytest.fixture
def people(show: Show) -> PeoplePage:
    found = show(PeoplePage)
    assert isinstance(found, PeoplePage)
    return found


@pytest.fixture
def choices(show: Show) -> ChoicesPage:
    found = show(ChoicesPage)
    assert isinstance(found, ChoicesPage)
    found.tabs.show_part(found.options)
    return found


@pytest.fixture
def effect(show: Show) -> EffectPage:
    found = show(EffectPage)
    assert isinstance(found, EffectPage)
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def test_one_key_says_how_sure_a_lead_is(people: PeoplePage, library: Library, qtbot: QtBot) -> None:
    people.tabs.bar.setCurrentIndex(1)
    row = next(each for each in people.leads.things.things if each.status is LeadStatus.CONFIRMED)
    people.leads.choose(row.id)
    qtbot.keyClick(people.leads, Qt.Key.Key_2)
    leads = {lead.id: lead.status for block in day(library).blocks for lead in block.leads}
    assert leads[row.id] is LeadStatus.ASKED


def test_times_say_the_date_where_there_are_several_and_no_end_that_nobody_gave(
    people: PeoplePage, library: Library
) -> None:
    block = max((each for each in day(library).blocks if each.round is None), key=lambda each: each.position)
    time = people.blocks.table.things.columns[0].text
    assert time(block) == "14:45–15:00"
    editing.change(library, Block, block.id, open_end=True)
    assert time(block) == "vanaf 14:45"
    editing.create(library, Part(date=dt.date(2027, 3, 12)), ("study_day", 1))
    assert time(block) == "do 11 mrt, vanaf 14:45"


def test_a_room_that_is_too_small_stands_out(people: PeoplePage, library: Library) -> None:
    block = next(each for each in day(library).blocks if each.room and each.round is None)
    column = next(n for n, each in enumerate(people.blocks.table.things.columns) if each.colour == people._room_colour)  # noqa: SLF001
    row = people.blocks.table.things.row_of(block.id)
    index = people.blocks.table.things.index(row, column)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is None
    editing.change(library, StudyDay, 1, expected_number=400)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None
    editing.change(library, Block, block.id, mode=Mode.ONLINE)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is None


def test_diets_of_a_meal_are_rows_in_its_form(people: PeoplePage, library: Library, qtbot: QtBot) -> None:
    lunch = next(each for each in day(library).catering if each.diets)
    assert people.reveal(Place(1, "catering", lunch.id))
    rows = people.panel.form(Catering).rows("diets").list
    assert rows.line is not None
    qtbot.keyClicks(rows.line, "kosher")
    qtbot.keyClick(rows.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(rows.selected_ids))
    rows.change(len(lunch.diets) + 1, "count", 4)
    qtbot.keyClick(rows.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    diets = library.get(Catering, lunch.id).diets
    assert [(diet.name, diet.count) for diet in diets][-2] == ("kosher", 4)
    rows.choose(1)
    qtbot.keyClick(rows.table, Qt.Key.Key_Delete)
    assert library.get(Catering, lunch.id).diets == diets[1:]


def test_materials_are_summed_over_the_day(people: PeoplePage, library: Library) -> None:
    block = next(each for each in day(library).blocks if each.round is None and not each.audience)
    for quantity in (1, 2):
        material = Material(item="Marker", quantity=quantity, per=MaterialPer.PERSON)
        editing.create(library, material, ("block", block.id))
    row = next(each for each in people.materials.things.things if each.item == "Marker")
    assert row.total == 3 * 64


def test_d16_route_parking_and_wifi_are_typed_once(people: PeoplePage, library: Library) -> None:
    people.tabs.show_part(people.practical)
    people.practical.widget().layout().activate()
    assert people.practical.form.x() >= 16
    people.tabs.show_part(people.practical)
    for name in ("route", "parking", "wifi", "what_to_bring"):
        people.practical.form.field(name).edited.emit(f"the {name}")
        assert getattr(day(library), name) == f"the {name}"
    assert people.reveal(Place(1, "study_day", 1))


def test_options_are_typed_moved_and_deleted(choices: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    round_id = next(block.id for block in day(library).blocks if block.kind is BlockKind.ROUND)
    before = [block.id for block in day(library).blocks if block.round == round_id]
    assert choices.options.line is not None
    qtbot.keyClicks(choices.options.line, "Peer review")
    qtbot.keyClick(choices.options.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(choices.options.selected_ids))
    (made,) = choices.options.selected_ids
    assert library.get(Block, made).round == round_id
    qtbot.keyClick(choices.options.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in choices.options.table.things.things] == [*before[:-1], made, before[-1]]
    qtbot.keyClick(choices.options.table, Qt.Key.Key_Delete)
    assert [block.id for block in day(library).blocks if block.round == round_id] == before


def test_names_that_are_known_become_people_and_others_names(
    choices: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    there = {each.person for each in day(library).registrations}
    known = next(each for each in choices.workspace.setting.people if each.id not in there and not each.archived)
    choices.tabs.show_part(choices.registrations)
    assert choices.registrations.line is not None
    choices.registrations.line.setPlainText(f"{known.name.upper()}\nA guest")
    qtbot.keyClick(choices.registrations.line, Qt.Key.Key_Return)
    one, other = day(library).registrations[-2:]
    assert (one.person, other.person, other.name) == (known.id, None, "A guest")


def test_everyone_registers_at_once_and_nobody_twice(choices: ChoicesPage, library: Library) -> None:
    menu = choices.registrations.menu()
    whole = menu.actions()[0]
    assert whole.text().startswith(choices.workspace.language.gettext("Everyone in the school"))
    whole.trigger()
    persons = [each.person for each in day(library).registrations if each.person is not None]
    assert len(persons) == len(set(persons))
    assert not choices.registrations.menu().actions()[0].isEnabled()
    known = library.get(Registration, day(library).registrations[-1].id)
    name = next(each.name for each in choices.workspace.setting.people if each.id == known.person)
    assert choices.registrations.add_names(name) == [known.id]
    library.undo()
    menu.deleteLater()


def test_no_form_of_what_another_part_has_selected_stays_beside_this_one(choices: ChoicesPage) -> None:
    options = choices.options.table.things.things
    choices.options.choose(options[0].id)
    assert choices.current() == options[0]
    choices.tabs.show_part(choices.registrations)
    assert choices.current() is None


def test_no_form_of_a_block_or_a_measure_stays_beside_another_part(people: PeoplePage, effect: EffectPage) -> None:
    people.blocks.choose(people.blocks.table.things.things[0].id)
    effect.measures.choose(effect.measures.table.things.things[0].id)
    assert people.current() is not None
    assert effect.current() is not None
    people.tabs.show_part(people.catering)
    effect.tabs.show_part(effect.insights)
    assert people.current() is None
    assert effect.current() is None


def test_opening_the_day_again_leaves_no_form_behind(effect: EffectPage, qtbot: QtBot) -> None:
    effect.measures.choose(effect.measures.table.things.things[0].id)
    with qtbot.waitSignal(effect.selection_changed):
        effect.day_opened()
    assert effect.inspector() is None


def test_a_form_that_is_built_ahead_does_not_come_into_view(effect: EffectPage) -> None:
    effect.panel.offers(Goal, lambda: ThingForm(effect.workspace, Goal, ("text",)))
    assert effect.panel.form(Goal).isHidden()


def test_undo_in_an_empty_line_for_new_things_takes_back_what_was_added(
    effect: EffectPage, library: Library, qtbot: QtBot
) -> None:
    effect.tabs.show_part(effect.successes)
    line = effect.successes.line
    assert line is not None
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "Het ging goed")
    QApplication.sendEvent(line, undo)
    assert undo.isAccepted()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(line, undo)
    assert [each.what for each in day(library).successes][-1] == "Het ging goed"
    assert not undo.isAccepted()


def test_wishes_and_a_place_are_noted_with_a_registration(choices: ChoicesPage, library: Library) -> None:
    made = editing.create(library, Registration(name="A guest"), ("study_day", 1))
    assert choices.reveal(Place(1, "registration", made))
    round_id = next(block.id for block in day(library).blocks if block.kind is BlockKind.ROUND)
    first, second = [block.id for block in day(library).blocks if block.round == round_id][:2]
    for rank, option in ((1, second), (2, first)):
        field = choices.grid.wishes[round_id, rank]
        field.show_value(option)
        field.edited.emit(option)
    wishes = [each for each in day(library).preferences if each.registration == made]
    assert sorted((wish.rank, wish.option) for wish in wishes) == [(1, second), (2, first)]
    choices.grid.places[round_id].edited.emit(first)
    (place,) = (each for each in day(library).allotments if each.registration == made)
    assert (place.option, place.rank_obtained) == (first, 2)
    choices.grid.places[round_id].edited.emit(None)
    assert all(each.registration != made for each in day(library).allotments)
    editing.change(library, Block, second, cancelled=True)
    field = choices.grid.wishes[round_id, 1]
    assert field.shown == second
    assert field.box.placeholderText().startswith("Vervallen: ")
    assert field.box.findText(library.get(Block, second).title) < 0


def test_r114_a_measure_gets_the_same_one_before_the_day(effect: EffectPage, library: Library) -> None:
    measure = next(
        each
        for each in day(library).measures
        if each.baseline_measure is None and all(other.baseline_measure != each.id for other in day(library).measures)
    )
    effect.measures.choose(measure.id)
    effect._add_baseline()  # noqa: SLF001 - what the button does
    baseline = library.get(Measure, measure.id).baseline_measure
    assert baseline is not None
    assert library.get(Measure, baseline).level is measure.level
    assert effect.measures.selected_ids == (baseline,)


def test_a_result_is_added_for_a_measure_that_is_chosen(effect: EffectPage, library: Library) -> None:
    measure = day(library).measures[-1]
    effect.results.add()
    menu = effect.results._add_menu  # noqa: SLF001 - the menu under the button
    assert menu is not None
    next(each for each in menu.actions() if each.text().replace("&", "") == measure.title).trigger()
    menu.close()
    assert day(library).results[-1].measure == measure.id


def test_r028_an_insight_becomes_an_action_with_its_text(effect: EffectPage, library: Library) -> None:
    insight = editing.create(library, Insight(text="Less talk, more doing"), ("study_day", 1))
    effect.insights.choose(insight)
    effect._make_action()  # noqa: SLF001 - what the button does
    assert day(library).actions[-1].what == "Less talk, more doing"


def test_leads_are_ticked_in_the_table_of_blocks(people: PeoplePage, library: Library, qtbot: QtBot) -> None:
    block = next(each for each in day(library).blocks if each.leads)
    table = people.blocks.table
    column = next(place for place, each in enumerate(table.things.columns) if each.field == "leads")
    index = table.things.index(table.things.row_of(block.id), column)
    assert index.data(Qt.ItemDataRole.EditRole) == tuple(lead.person for lead in block.leads)
    newcomer = people.workspace.setting.people[-1].id
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.viewport().findChildren(ManyField)[-1]
    qtbot.waitUntil(editor.menu.isVisible)
    next(action for action in editor.menu.actions() if action.data() == newcomer).setChecked(True)
    assert editor.menu.isVisible(), "it stays open to tick more"
    editor.menu.close()
    qtbot.waitUntil(lambda: not table.viewport().findChildren(ManyField))
    leads = library.get(Block, block.id).leads
    assert [lead.person for lead in leads] == [*(lead.person for lead in block.leads), newcomer]
    assert leads[0].status is block.leads[0].status
    assert leads[-1].status is LeadStatus.IDEA


def test_a_room_that_is_not_there_yet_is_named_in_the_table_of_blocks(
    people: PeoplePage, library: Library, qtbot: QtBot
) -> None:
    block, table = day(library).blocks[0], people.blocks.table
    column = next(place for place, each in enumerate(table.things.columns) if each.field == "room")
    table.setCurrentIndex(table.things.index(table.things.row_of(block.id), column))
    table.edit(table.currentIndex())
    (editor,) = table.viewport().findChildren(NamedField)
    qtbot.keyClicks(editor.line, "Lokaal 99")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    room = library.get(Block, block.id).room
    assert room is not None
    assert library.get(Room, room).name == "Lokaal 99"


def test_nobody_registers_in_a_library_that_is_only_looked_at(
    qtbot: QtBot, library: Library, look: Look, language: Language
) -> None:
    with Library.look(library.path) as looked:
        workspace = Workspace(looked, language, lambda: TODAY)
        workspace.open_day(1)
        page = ChoicesPage(workspace, look)
        page.build()
        qtbot.addWidget(page)
        everyone = [each for each in page.registrations.table.actions() if "Iedereen" in each.text()]
        assert [each.isEnabled() for each in everyone] == [False]
        workspace.let_go()
