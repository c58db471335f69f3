"""The pages of the school: lists that can be edited, built-in formats that can't, and the settings of checks."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from studydag.export.question_sets import question_text
from studydag.model.operations import editing
from studydag.model.rules.checks.register import FAMILIES, RULES
from studydag.model.values.formats import SetUp, WorkingFormat
from studydag.model.values.questions import Question, QuestionKind, QuestionSet
from studydag.model.values.school import HolidayRegion, Person, PersonRole, Room, RoomCapacity, School
from studydag.ui.fields.dates import DateField
from studydag.ui.look import Look
from studydag.ui.pages.school import SchoolPage
from studydag.ui.pages.school_lists import BuiltInList, GroupList, PeopleList
from studydag.ui.pages.school_settings import SchoolSettings
from studydag.ui.tables.adding_menu import AddingMenu
from studydag.ui.widgets.owned_rows import OwnedRows
from studydag.ui.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, look: Look) -> SchoolPage:
    workspace.open_day(None)
    page = SchoolPage(workspace, look)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def test_every_tab_can_be_looked_at(page: SchoolPage):
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        assert page.tabs.tabText(tab)
        if tab < len(page.lists):
            page.lists[tab].list.table.selectRow(0)


def test_a_tab_that_is_still_to_be_built_comes_bit_by_bit_and_says_what_holds(page: SchoolPage, workspace: Workspace):
    begun: list[object] = []
    workspace.idle.finish()
    workspace.idle.began.connect(begun.append)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    assert not page.findChildren(SchoolSettings)
    workspace.idle.finish()
    assert len(begun) > len(FAMILIES)
    assert page.settings.isVisible()
    assert page.settings.form.field("minimum_group_size").shown == workspace.setting.school.minimum_group_size


def test_a_pasted_list_of_names_makes_people_as_one_step(page: SchoolPage, workspace: Workspace):
    people = page.lists[0]
    before = len(workspace.setting.people)
    people.list.line.typed.emit("Noor\nDirk\n")

    assert [person.name for person in workspace.library.every(Person)[before:]] == ["Noor", "Dirk"]
    workspace.undo()
    assert len(workspace.library.every(Person)) == before


def test_rooms_are_pasted_from_a_table_with_how_many_they_hold(page: SchoolPage, workspace: Workspace):
    before = len(workspace.setting.rooms)
    page.lists[1].list.line.typed.emit("Ruimte\tPlaatsen\nSerre\t60\nZolder\t\nKelder, 12\n")
    made = workspace.setting.rooms[before:]
    assert [(room.name, [each.people for each in room.capacities]) for room in made] == [
        ("Serre", [60]),
        ("Zolder", []),
        ("Kelder", [12]),
    ]


def test_groups_are_made_of_the_sections_as_one_step(page: SchoolPage, workspace: Workspace):
    page.tabs.setCurrentIndex(2)
    workspace.idle.finish()
    groups = page.lists[2]
    assert isinstance(groups, GroupList)
    before = len(workspace.setting.groups)
    editing.create(workspace.library, Person(name="Noor", section="Sterrenkunde"))
    workspace.idle.finish()
    assert groups.of_sections.isEnabled()
    groups.of_sections.trigger()
    assert "Sterrenkunde" in [group.name for group in workspace.setting.groups[before:]]
    workspace.idle.finish()
    assert not groups.of_sections.isEnabled()
    workspace.undo()
    assert len(workspace.setting.groups) == before


def test_a_pasted_table_of_people_is_seen_first_and_fills_in_what_is_known_of_them(
    page: SchoolPage, workspace: Workspace, qtbot: QtBot
):
    people = page.lists[0]
    assert isinstance(people, PeopleList)
    mime = QMimeData()
    mime.setText("Naam\tFunctie\tE-mail\r\nNoor Bakker\tteamleider\tn.bakker@wereldschool.nl\r\n")
    people.list.line.table_pasted.disconnect()
    with qtbot.waitSignal(people.list.line.table_pasted) as came:
        people.list.line.insertFromMimeData(mime)
    assert people.list.line.toPlainText() == ""
    dialog = people.pasted(came.args[0])
    qtbot.addWidget(dialog)
    assert dialog.tree.columnWidth(4) > dialog.tree.fontMetrics().horizontalAdvance("n.bakker@wereldschool.nl")
    dialog.accept()
    made = workspace.library.get(Person, dialog.made[0])
    assert (made.name, made.role, made.email) == ("Noor Bakker", PersonRole.LEADER, "n.bakker@wereldschool.nl")
    assert people.pasted("Noor\nDirk\n") is None


def test_what_belongs_to_the_selected_person_waits_for_one(page: SchoolPage):
    people = page.lists[0].list
    people.table.clearSelection()
    held = next(action for action in people.table.actions() if action.text() == "Wat van deze persoon bewaard is")
    assert not held.isEnabled()
    assert [action.text() for action in held.menu().actions()] == ["Alles wat bewaard is…", "Wissen…"]
    people.table.selectRow(0)
    assert held.isEnabled()


def test_a_built_in_format_is_copied_to_be_changed_and_hidden(page: SchoolPage, workspace: Workspace, qtbot: QtBot):
    formats = page.lists[4]
    assert isinstance(formats, BuiltInList)
    page.tabs.setCurrentIndex(4)
    formats.list.table.selectRow(0)
    assert not formats.form.isEnabled()
    index = formats.list.table.currentIndex()
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    qtbot.keyClick(formats.list.table, Qt.Key.Key_Return)
    assert page.window().focusWidget() is formats.note.copy
    original = formats.list.selected()
    formats.hide_or_show()
    assert workspace.library.get(WorkingFormat, original.id).hidden
    formats.copy()
    assert formats.form.isEnabled()
    assert formats.list.selected().copied_from == original.key


def test_built_in_questions_are_read_as_text_and_a_copy_of_them_can_be_changed(page: SchoolPage, workspace: Workspace):
    questions = next(each for each in page.lists if each.listed.value is QuestionSet)
    assert isinstance(questions, BuiltInList)
    page.tabs.setCurrentIndex(page.lists.index(questions))
    original = next(each for each in workspace.setting.question_sets if each.key)
    assert questions.reveal(original.id)
    assert questions.form.isHidden()
    assert questions.reading.title.text() == original.title_nl
    assert all(question_text(each, workspace.language) in questions.reading.body.text() for each in original.questions)
    questions.note.copy.click()
    own = questions.list.selected()
    assert own.id != original.id
    assert not own.key
    assert [each.text_nl for each in own.questions] == [each.text_nl for each in original.questions]
    assert not questions.form.isHidden()
    assert questions.form.isEnabled()
    assert questions.note.isHidden()
    assert questions.reading.isHidden()
    questions.form.field("title_nl").edited.emit("Eigen vragen")
    assert workspace.library.get(QuestionSet, own.id).title_nl == "Eigen vragen"


def test_a_check_is_switched_off_given_a_number_and_set_back(page: SchoolPage, workspace: Workspace, qtbot: QtBot):
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    rules = page.settings.rules
    rule = next(each for each in RULES if each.threshold is not None)
    text = next(each for each in rules.findChildren(QLabel) if each.buddy() is rules.switch(rule.id))
    qtbot.mouseClick(text, Qt.MouseButton.LeftButton)
    assert workspace.setting.school.rule_settings[0].on is False
    assert len({rules.number(each.id).x() for each in RULES if each.threshold is not None}) == 1
    rules.switch(rule.id).click()
    rules.number(rule.id).edited.emit(7)
    assert workspace.setting.school.rule_settings[0].threshold == 7.0
    workspace.undo()
    assert all(each.threshold is None for each in workspace.setting.school.rule_settings)


def test_a_country_is_chosen_by_its_name_where_the_region_is_another_country(page: SchoolPage, workspace: Workspace):
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    settings = page.settings
    assert not settings.form.has_field("country")
    settings.form.field("holiday_region").edited.emit(HolidayRegion.OTHER)
    page.refresh()
    assert settings.form.has_field("country")
    germany = next(each.value for each in settings.country.choices if each.label == "Duitsland")
    settings.country.edited.emit(germany)
    assert workspace.setting.school.country == "DE"


def test_what_only_explains_a_field_has_no_colour_of_a_warning(page: SchoolPage):
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    said = [label for label in page.settings.form.findChildren(QLabel) if "Zolang je niets" in label.text()]
    assert [label.property("role") for label in said] == ["quiet"]


def test_closed_days_and_windows_are_added_to_be_filled_in(page: SchoolPage, workspace: Workspace, qtbot: QtBot):
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    page.settings.closed.add()
    assert workspace.setting.school.closed_days[-1].first == workspace.today()
    page.settings.closed.change(len(workspace.setting.school.closed_days), "first", dt.date(2027, 1, 15))
    assert workspace.setting.school.closed_days[-1].last == dt.date(2027, 1, 15)
    table = page.settings.closed.table
    # Tab goes on, also from a date that is left as it is.
    for column in range(2):
        assert table.currentIndex().column() == column
        qtbot.keyClick(table.findChildren(DateField)[-1].typed.line, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 2
    qtbot.keyClick(table, Qt.Key.Key_Escape)


def test_r118_the_windows_that_hold_are_told_and_taken_over_to_be_changed(page: SchoolPage, workspace: Workspace):
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    settings = page.settings
    assert settings.our_windows.text().count(";") == 4
    settings._fill_windows()  # noqa: SLF001 - what the button does
    windows = workspace.setting.school.evaluation_windows
    assert [(each.earliest.n, each.latest.n) for each in windows] == [(0, 0), (0, 2), (6, 3), (6, 12), (6, 12)]
    assert settings.our_windows.isHidden()
    workspace.undo()
    assert workspace.setting.school.evaluation_windows == ()


def test_questions_are_edited_by_their_text_with_all_else_below(page: SchoolPage, workspace: Workspace):
    questions = next(each for each in page.lists if each.listed.value is QuestionSet)
    page.tabs.setCurrentWidget(questions)
    asked = Question(text_nl="Wat neem je mee?", text_en="What do you take along?")
    own = editing.create(workspace.library, QuestionSet(title_nl="Eigen vragen", questions=(asked,)))
    questions.refresh()
    assert questions.list.choose(own)
    rows = questions.form.rows("questions")
    assert [each.field for each in rows.list.table.things.columns] == [f"text_{workspace.language.code}", "kind"]
    rows.list.table.selectRow(0)
    assert rows.form is not None
    assert {"scale_low", "scale_high", "choices_nl"} <= set(rows.form.names)
    assert rows.form.has_field("scale_low")
    assert not rows.form.has_field("choices_nl")
    rows.list.change(rows.list.selected_ids[0], "kind", QuestionKind.CHOICE)
    rows.show_owner(workspace.library.get(QuestionSet, own))
    assert rows.form.has_field("choices_nl")
    assert not rows.form.has_field("scale_low")
    rows.list.line.typed.emit("Wat helpt, en wat niet?\nWie vraag je?")
    texts = [each.text_nl for each in workspace.library.get(QuestionSet, own).questions]
    assert texts == ["Wat neem je mee?", "Wat helpt, en wat niet?", "Wie vraag je?"]


def test_a_logo_is_made_small_enough(page: SchoolPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot):
    image = QImage(3000, 1500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    image.save(str(tmp_path / "logo.png"))
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    page.settings.take_logo(tmp_path / "logo.png")

    assert (workspace.setting.logo.width, workspace.setting.logo.height) == (1200, 600)
    assert workspace.library.get(School, 1).logo is not None
    # What is no picture is told, and changes nothing.
    (tmp_path / "words.png").write_text("none")
    with qtbot.waitSignal(workspace.refused):
        page.settings.take_logo(tmp_path / "words.png")
    assert workspace.setting.logo.width == 1200


def test_people_are_taken_in_from_a_file_after_a_look(
    page: SchoolPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
):
    known = workspace.setting.people[0]
    path = tmp_path / "team.csv"
    path.write_bytes(f"Naam;E-mail;Sectie\nJoost Mees;j@school.nl;Frans\n{known.name};;\nAda;geen;\n".encode("cp1252"))
    dialog = page.lists[0].dialog_for(path)
    qtbot.addWidget(dialog)
    assert [dialog.tree.topLevelItem(row).text(0) for row in range(3)] == ["4", "2", "3"]
    assert "⚠" in dialog.tree.topLevelItem(0).text(5)
    before = len(workspace.setting.people)
    dialog.accept()
    assert len(workspace.setting.people) == before + 1
    workspace.undo()
    assert len(workspace.setting.people) == before


def test_a_file_that_is_not_there_is_told(page: SchoolPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot):
    with qtbot.waitSignal(workspace.refused):
        workspace.do(lambda: page.lists[0].dialog_for(tmp_path / "none.csv"))


def test_a_name_that_is_there_already_is_asked_about(page: SchoolPage, workspace: Workspace):
    people = page.lists[0]
    before = len(workspace.setting.people)
    there = workspace.setting.people[0]
    people.list.line.setPlainText(f"Noor\n{there.name.upper()}")
    people.list.line.give()

    assert [person.name for person in workspace.setting.people[before:]] == ["Noor"]
    assert not people.list.line.toPlainText()
    assert people.namesakes.isVisible()
    assert people.namesakes.text.text() == f"Staat al in de lijst: “{there.name.upper()}”."
    people.namesakes.use.click()
    assert not people.namesakes.isVisible()
    assert people.list.selected_ids == (there.id,)
    assert len(workspace.setting.people) == before + 1

    people.list.line.setPlainText(there.name)
    people.list.line.give()
    people.namesakes.add.click()
    assert [person.name for person in workspace.setting.people[before:]] == ["Noor", there.name]
    assert people.list.selected_ids == (workspace.setting.people[-1].id,)


def test_a_name_that_another_gets_by_renaming_is_asked_about(page: SchoolPage, workspace: Workspace):
    people = page.lists[0]
    one, other = workspace.setting.people[:2]
    people.list.change(one.id, "name", other.name.upper())
    assert people.renamed.isVisible()
    assert people.renamed.text.text() == f"Er staat nog een ‘{other.name.upper()}’ in de lijst."
    assert people.renamed.back.text() == f"Terug naar ‘{one.name}’"
    people.renamed.back.click()
    assert not people.renamed.isVisible()
    assert workspace.setting.people[0].name == one.name

    # In the form as well; what is undone is no question any more.
    people.reveal(one.id)
    line = people.form.control("name").line
    line.setText(other.name)
    line.setModified(True)
    line.editingFinished.emit()
    assert workspace.setting.people[0].name == other.name
    assert people.renamed.isVisible()
    workspace.undo()
    people.refresh()
    assert not people.renamed.isVisible()
    people.list.change(one.id, "name", other.name)
    people.renamed.keep.click()
    assert workspace.setting.people[0].name == other.name
    people.list.change(one.id, "section", "Wiskunde")
    assert not people.renamed.isVisible()


def test_rooms_and_groups_are_asked_about_too(page: SchoolPage, workspace: Workspace):
    for place, things in ((1, workspace.setting.rooms), (2, workspace.setting.groups)):
        page.tabs.setCurrentIndex(place)
        shown = page.lists[place]
        shown.list.line.setPlainText(things[0].name)
        shown.list.line.give()
        assert shown.namesakes.isVisible()
        assert shown.list.table.things.rowCount() == len(things)


def test_how_many_a_room_holds_is_typed_in_the_table_or_chosen_by_set_up(
    page: SchoolPage, workspace: Workspace, qtbot: QtBot
):
    page.tabs.setCurrentIndex(1)
    rooms = page.lists[1]
    (made,) = rooms.list.add_named(["Agora"])
    table = rooms.list.table
    table.choose(made)
    table.setCurrentIndex(table.things.index(table.things.row_of(made), 2))
    qtbot.keyClick(table, "1")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "10")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.library.get(Room, made).capacities == (RoomCapacity(set_up=SetUp.ANY, people=110),)
    assert table.things.index(table.things.row_of(made), 2).data() == "110"
    owned = next(each for each in rooms.form.findChildren(OwnedRows) if each.list.field == "capacities")
    owned.list.add()
    theatre = workspace.language.member(SetUp.THEATRE).casefold()
    menu = owned.list.findChild(AddingMenu)
    assert menu is not None
    next(each for each in menu.actions() if each.text().replace("&", "").casefold() == theatre).trigger()
    menu.close()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "90")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.library.get(Room, made).capacities[1] == RoomCapacity(set_up=SetUp.THEATRE, people=90)
