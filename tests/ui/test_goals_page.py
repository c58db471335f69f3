"""The goals page: needs, goals, cases and the impact map, worked on by mouse and by keyboard."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.follow_up import Moment, MomentKind
from studydag.model.values.goals import Case, Goal, ImpactRow, Need, NeedSetting, NeedSource
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.learning_questions import LearningQuestionsDialog
from studydag.ui.drafts import Drafts
from studydag.ui.fields.text import TextField
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.pages.page import Page
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.widgets.links_view import LinkGroup, LinksView
from studydag.ui.workspace import Workspace
from tests.ui.windows import save_after

Show = Callable[[type[Page]], Page]


@pytest.fixture
def page(show: Show) -> GoalsPage:
    found = show(GoalsPage)
    assert isinstance(found, GoalsPage)
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def test_lists_hold_to_qts_rules_for_models(page: GoalsPage) -> None:
    for each in page.lists:
        QAbstractItemModelTester(each.table.things, QAbstractItemModelTester.FailureReportingMode.Fatal)
        each.duplicate()
    page.refresh()


def test_a_goal_is_typed_and_added_with_enter(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    assert page.goals.line is not None
    qtbot.keyClicks(page.goals.line, "After this day we share exit tickets")
    qtbot.keyClick(page.goals.line, Qt.Key.Key_Return)
    assert day(library).goals[-1].sentence == "After this day we share exit tickets"
    assert page.goals.line.toPlainText() == ""
    qtbot.waitUntil(lambda: page.goals.selected_ids == (day(library).goals[-1].id,))


def test_what_is_typed_is_added_with_the_mouse_by_the_button_or_by_leaving_the_line(
    page: GoalsPage, library: Library, qtbot: QtBot
) -> None:
    line, other = page.goals.line, page.needs.line
    assert line is not None
    assert other is not None
    assert not line.button.isVisible()
    qtbot.keyClicks(line, "We share exit tickets")
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert day(library).goals[-1].sentence == "We share exit tickets"
    assert not line.button.isVisible()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "We ask one question at the door")
    chosen = page.goals.selected_ids
    page.needs.table.setFocus()
    assert day(library).goals[-1].sentence == "We ask one question at the door"
    assert line.toPlainText() == ""
    assert page.goals.selected_ids == chosen
    qtbot.keyClicks(other, "Who looks along?")
    next(each for each in page.needs.findChildren(QToolButton, "plus")).click()
    assert day(library).needs[-1].statement == "Who looks along?"


def test_a_double_click_on_a_cell_that_cannot_be_edited_leads_to_its_field(page: GoalsPage, qtbot: QtBot) -> None:
    table = page.goals.table
    column = next(place for place, each in enumerate(table.things.columns) if "needs" in {each.field, each.name})
    index = table.things.index(0, column)
    with qtbot.waitSignal(table.form_asked) as asked:
        table.doubleClicked.emit(index)
    assert asked.args == [table.things.thing_at(0).id, "needs"]
    assert page.goals.selected_ids == (table.things.thing_at(0).id,)


def test_what_was_typed_when_the_program_was_killed_stands_in_the_line_again(
    page: GoalsPage, show: Show, library: Library, qtbot: QtBot
) -> None:
    line, file = page.needs.line, library.path.with_name(f"{library.path.name}.typing")
    assert line is not None
    save_after(line, 0)
    qtbot.keyClicks(line, "Who looks along?")
    qtbot.waitUntil(file.exists)
    page.workspace.drafts = Drafts(library.path)
    again = show(GoalsPage)
    assert isinstance(again, GoalsPage)
    assert again.needs.line is not None
    assert again.needs.line.toPlainText() == "Who looks along?"
    assert again.goals.line is not None
    assert again.goals.line.toPlainText() == ""
    again.needs.line.give()
    assert day(library).needs[-1].statement == "Who looks along?"
    assert not file.exists()


def test_r039_three_questions_in_one_box_are_three_needs_of_the_same_date_and_setting(
    page: GoalsPage, library: Library, qtbot: QtBot
) -> None:
    like = next(need for need in day(library).needs if need.source is NeedSource.INFORMAL_TALK)
    page.needs.choose(like.id)
    assert page.needs.line is not None
    page.needs.line.setPlainText("How do I begin?\nWho looks along?\n\nWhat takes less time?")
    qtbot.keyClick(page.needs.line, Qt.Key.Key_Return)
    made = day(library).needs[-3:]
    assert [need.statement for need in made] == ["How do I begin?", "Who looks along?", "What takes less time?"]
    assert {(need.date, need.setting, need.source) for need in made} == {(like.date, like.setting, like.source)}


def test_r039_questions_of_one_occasion_are_noted_with_its_date_and_setting(page: GoalsPage, library: Library) -> None:
    dialog = LearningQuestionsDialog(page.workspace, dt.date(2026, 9, 7), page)
    assert not dialog.accepting.isEnabled()
    settings = [choice.value for choice in dialog.setting.choices]
    dialog.setting.box.activated.emit(settings.index(NeedSetting.PEER_CONSULTATION))
    dialog.lines.setPlainText("How do I begin?\nWho looks along?\n\nWhat takes less time?")
    assert "3" in dialog.accepting.text()
    dialog.accept()
    made = day(library).needs[-3:]
    assert [need.id for need in made] == list(dialog.made)
    assert {(need.date, need.setting) for need in made} == {(dt.date(2026, 9, 7), NeedSetting.PEER_CONSULTATION)}
    dialog.deleteLater()
    before = len(day(library).needs)
    library.undo()
    assert len(day(library).needs) == before - 3


def test_r039_a_moment_to_collect_questions_hands_on_its_date(page: GoalsPage, qtbot: QtBot) -> None:
    page.tabs.show_part(page.staff_input)
    page.moments.add_thing(
        Moment(title="Round of questions", kind=MomentKind.COLLECTING_NEEDS, first_date=dt.date(2026, 9, 7))
    )
    page.moments.choose(page.workspace.day.moments[-1].id)
    noting = page.workspace.language.gettext("Note learning questions…")
    (note,) = [each for each in page.moments.table.actions() if each.text() == noting]
    page.staff_input.questions_asked.disconnect()
    with qtbot.waitSignal(page.staff_input.questions_asked) as asked:
        note.trigger()
    assert asked.args == [dt.date(2026, 9, 7)]


def test_another_line_of_the_quick_entry_makes_it_higher(page: GoalsPage, qtbot: QtBot) -> None:
    line = page.needs.line
    assert line is not None
    qtbot.keyClicks(line, "One")
    low = line.height()
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(line, "Two")
    assert line.height() > low
    assert line.toPlainText() == "One\nTwo"


def test_keys_move_duplicate_and_delete(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    first, second, *rest = (goal.id for goal in day(library).goals)
    page.goals.choose(first)
    qtbot.keyClick(page.goals.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [goal.id for goal in day(library).goals] == [second, first, *rest]
    qtbot.keyClick(page.goals.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = day(library).goals[2]
    assert (copy.sentence, copy.id) != (day(library).goals[1].sentence, first)
    assert page.goals.selected_ids == (copy.id,)
    qtbot.keyClick(page.goals.table, Qt.Key.Key_Delete)
    assert [goal.id for goal in day(library).goals] == [second, first, *rest]
    library.undo()
    library.undo()
    library.undo()
    assert [goal.id for goal in day(library).goals] == [first, second, *rest]


def test_buttons_do_what_keys_do(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    first, second, *rest = (need.id for need in day(library).needs)
    page.needs.choose(second)
    button = page.needs.findChild(QToolButton, "arrow-up")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [need.id for need in day(library).needs] == [second, first, *rest]


def test_a_cell_is_edited_in_place(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    need = day(library).needs[0]
    page.needs.choose(need.id)
    column = next(n for n, each in enumerate(page.needs.table.things.columns) if each.field == "n")
    page.needs.table.setCurrentIndex(page.needs.table.things.index(0, column))
    qtbot.keyClick(page.needs.table, Qt.Key.Key_Return)
    editor = page.needs.table.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "99")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert library.get(Need, need.id).n == 99


def test_the_form_of_a_goal_writes_all_its_fields(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    goal = day(library).goals[0]
    page.goals.choose(goal.id)
    form = page.panel.form(Goal)
    assert form.thing_id == goal.id
    field = form.field("knows")
    assert isinstance(field, TextField)
    field.text.setPlainText("what an exit ticket is")
    field.finish()
    form.field("target").edited.emit(4.5)
    assert (library.get(Goal, goal.id).knows, library.get(Goal, goal.id).target) == ("what an exit ticket is", 4.5)


def test_r033_a_need_from_pupil_results_asks_for_period_and_trend_others_do_not(
    page: GoalsPage, workspace: Workspace, library: Library
) -> None:
    by_source = {need.source: need.id for need in day(library).needs}
    page.needs.choose(by_source[NeedSource.PUPIL_RESULTS])
    form = page.panel.form(Need)
    assert form.field("trend").isVisibleTo(form)
    page.needs.choose(by_source[NeedSource.INFORMAL_TALK])
    assert not form.field("trend").isVisibleTo(form)
    assert form.field("setting").isVisibleTo(form)


def test_links_go_both_ways(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    goal = next(goal for goal in day(library).goals if goal.needs)
    page.goals.choose(goal.id)
    need = library.get(Need, goal.needs[0])
    link = next(each for each in page.links.findChildren(LinkButton) if each.full == need.statement)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.selection() == (("need", need.id),)
    back = next(each for each in page.links.findChildren(LinkButton) if goal.sentence in each.full)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert page.selection() == (("goal", goal.id),)


def test_links_apart_from_needs_and_goals_begin_with_the_first_goal(page: GoalsPage, library: Library) -> None:
    page.tabs.bar.setCurrentIndex(1)
    size = page.size()
    page.goals.table.clearSelection()
    page.needs.table.clearSelection()
    page.resize(page.width(), page.fontMetrics().lineSpacing() * 20)
    assert page.links.heading.text().endswith(day(library).goals[0].sentence)
    assert page.links.findChildren(LinkButton)
    page.resize(size)


def test_links_lead_to_what_serves_a_goal(
    page: GoalsPage, workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    goal = next(goal for goal in day(library).goals if any(goal.id in action.goals for action in day(library).actions))
    action = next(each for each in day(library).actions if goal.id in each.goals)
    page.goals.choose(goal.id)
    link = next(each for each in page.links.findChildren(LinkButton) if each.full == action.what)
    with qtbot.waitSignal(workspace.go) as went:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert went.args == [Place(1, "action", action.id)]


def test_r025_the_impact_map_has_its_four_rows_and_keeps_what_is_typed(page: GoalsPage, library: Library) -> None:
    page.reveal(Place(1, "impact", day(library).impacts[0].id))
    assert page.impacts.isVisible()
    rows = list(dict.fromkeys(row for row, _ in page.impacts.fields))
    assert rows == [ImpactRow.PROFESSIONAL, ImpactRow.PUPILS, ImpactRow.SCHOOL, ImpactRow.FIELD]
    field = page.impacts.fields[ImpactRow.FIELD, "expected_effect"]
    field.text.setPlainText("Another school comes to look")
    field.finish()
    impact = next(each for each in day(library).impacts if each.row is ImpactRow.FIELD)
    assert impact.expected_effect == "Another school comes to look"


def test_a_case_of_another_tab_is_brought_into_view(page: GoalsPage, library: Library) -> None:
    case = day(library).cases[0]
    assert page.reveal(Place(1, "case", case.id))
    assert page.cases.isVisible()
    assert page.panel.form(Case).thing_id == case.id


def test_several_cases_are_used_in_a_block_at_once(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    page.tabs.show_part(page.staff_input)
    page.cases.table.selectAll()
    block = day(library).blocks[0]
    button = next(each for each in page.cases.findChildren(QToolButton) if each.text().endswith("…"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = page.findChildren(QMenu)[-1]
    next(each for each in menu.actions() if each.text().replace("&", "") == block.title.replace("&", "")).trigger()
    menu.close()
    assert {case.block for case in day(library).cases} == {block.id}


def test_in_a_narrow_window_the_texts_of_the_impact_map_have_its_whole_width(page: GoalsPage, library: Library) -> None:
    page.reveal(Place(1, "impact", day(library).impacts[0].id))
    page.resize(1200, 700)
    QApplication.processEvents()
    first, second = (page.impacts.fields[ImpactRow.FIELD, name] for name in ("expected_effect", "indicator"))
    beside = first.x()
    page.resize(400, 700)
    QApplication.processEvents()
    assert first.x() < beside / 3
    assert first.width() + second.width() > page.impacts.width() * 0.8


def test_links_say_as_much_as_there_is_room_for(workspace: Workspace, qtbot: QtBot) -> None:
    view = LinksView(workspace)
    qtbot.addWidget(view)
    text = "Resits in Year 9 add three per cent on average: pupils do not learn from their mistakes."
    view.show_links("What serves this goal", [LinkGroup(title="Needs", links=[(("need", 1), text)], nothing="")])
    view.resize(view.fontMetrics().horizontalAdvance(text) + 60, 200)
    view.show()
    link = view.findChild(LinkButton)
    assert link is not None
    qtbot.waitUntil(lambda: link.text() == text)
    view.resize(view.width() // 2, 200)
    qtbot.waitUntil(lambda: link.text().endswith("…"))
    assert link.toolTip() == text
