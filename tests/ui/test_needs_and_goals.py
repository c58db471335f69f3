"""The parts of the page of goals: narrowing and sorting, scores of a scan, matrix, question, hints, marks of change."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.exchange.importing.scores import read_score_lines
from studydag.model.operations import editing, study_days
from studydag.model.operations.versions import AT_THE_START, content_of, keep, keep_before
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.effect import Insight
from studydag.model.values.follow_up import Action, MomentKind
from studydag.model.values.goals import Goal, Level, Need, NeedSource
from studydag.model.values.programme import Block
from studydag.model.values.school import Group, SchoolGoal
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.scan_scores import ScanScoresDialog
from studydag.ui.fields.sentence import SentenceField
from studydag.ui.fields.text import TextField
from studydag.ui.goals.matrix import column_width
from studydag.ui.goals.narrowing import Narrowing
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.effect import EffectPage
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.pages.page import Page
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.form import ThingForm
from studydag.ui.workspace import Workspace
from tests.ui.windows import parts

Show = Callable[[type[Page]], Page]
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Show) -> GoalsPage:
    found = show(GoalsPage)
    assert isinstance(found, GoalsPage)
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def ids(shown: ThingList) -> list[int]:
    return [thing.id for thing in shown.table.things.things]


def choose(narrowing: Narrowing, name: str, value: object) -> None:
    """Choose as the user does in one of the fields above a list."""
    field = getattr(narrowing, name)
    place = next(place for place, choice in enumerate(field.choices) if choice.value == value)
    field.box.setCurrentIndex(place)
    field.box.activated.emit(place)


def hints(form: ThingForm) -> list[str]:
    return [each.text() for each in form.findChildren(QLabel) if each.property("role") == "hint" and each.text()]


def type_into(form: ThingForm, name: str, text: str) -> TextField:
    field = form.field(name)
    assert isinstance(field, TextField)
    field.text.setPlainText(text)
    return field


# -- the register of needs


def test_r030_only_the_needs_of_a_subgroup_are_shown(page: GoalsPage, library: Library) -> None:
    group = editing.create(library, Group(name="Bovenbouw"))
    need = day(library).needs[1]
    editing.change(library, Need, need.id, level=Level.SUBGROUP, group=group)
    narrowing = page.need_register.narrowing
    choose(narrowing, "level", Level.SUBGROUP)
    choose(narrowing, "group", group)
    assert ids(page.needs) == [need.id]
    assert f"1 of {len(day(library).needs)} shown" in narrowing.counts.text()
    page.reveal(Place(1, "need", day(library).needs[0].id))
    assert page.needs.selected_ids == (day(library).needs[0].id,)
    assert len(ids(page.needs)) == len(day(library).needs)


def test_r042_needs_are_sorted_by_importance_and_keep_their_own_order_and_number(
    page: GoalsPage, library: Library
) -> None:
    first, second, *others = day(library).needs
    for need in others:
        editing.change(library, Need, need.id, importance_for_people=None, importance_for_school=None)
    editing.change(library, Need, first.id, importance_for_people=2, importance_for_school=5)
    editing.change(library, Need, second.id, importance_for_people=4, importance_for_school=4)
    choose(page.need_register.narrowing, "order", "importance")
    assert ids(page.needs) == [second.id, first.id, *(need.id for need in others)]
    page.needs.choose(second.id)
    page.needs.shift(1)
    assert [need.id for need in day(library).needs][:2] == [first.id, second.id]
    number = page.needs.table.things.columns[0]
    assert number.text(second) == "2"
    choose(page.need_register.narrowing, "order", "own")
    page.needs.shift(-1)
    assert [need.id for need in day(library).needs][:2] == [second.id, first.id]


def test_a_goal_says_from_what_to_what_in_its_unit(page: GoalsPage, library: Library) -> None:
    goal = day(library).goals[0]
    says = next(each for each in page.goals.table.things.columns if each.name == "baseline").text
    assert says(replace(goal, baseline=36, target=70, unit="% of lessons")) == "36 → 70% of lessons"
    assert says(replace(goal, baseline=None, target=3.5, unit="of 5")) == "– → 3.5\N{NO-BREAK SPACE}of 5"
    assert says(replace(goal, baseline=2.5, target=None)) == "2.5 → –"
    assert says(replace(goal, baseline=None, target=None)) == ""


def test_r040_needs_are_counted_per_setting_beside_the_choices(page: GoalsPage) -> None:
    text = page.need_register.narrowing.counts.text()
    assert "team meeting 1" in text
    assert "kinds of source" in text


def test_what_is_typed_while_the_list_is_narrowed_is_seen(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    choose(page.need_register.narrowing, "level", Level.INDIVIDUAL)
    assert page.needs.line is not None
    page.needs.line.setPlainText("A need of the team")
    qtbot.keyClick(page.needs.line, Qt.Key.Key_Return)
    assert day(library).needs[-1].id in ids(page.needs)


def test_r006_goals_on_the_team_alone_are_shown(page: GoalsPage, library: Library) -> None:
    choose(page.goal_register.narrowing, "level", Level.TEAM)
    team = [goal.id for goal in day(library).goals if goal.level is Level.TEAM]
    assert ids(page.goals) == team
    assert 0 < len(team) < len(day(library).goals)


def test_the_line_to_narrow_comes_and_goes_with_its_button(page: GoalsPage) -> None:
    narrowing = page.need_register.narrowing
    assert narrowing.isVisible() is narrowing.showing.isChecked()
    narrowing.showing.toggle()
    assert narrowing.isVisible() is narrowing.showing.isChecked()


def test_a_goal_is_made_of_the_need_that_is_selected(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    assert not page.need_register.goal.isEnabled()
    need = Need(statement="Wie snapt het?", school_goals=(1,))
    made = editing.create(library, need, ("study_day", 1))
    page.needs.choose(made)
    with qtbot.waitSignal(page.workspace.go) as led:
        page.need_register.goal.trigger()
    goal = day(library).goals[-1]
    # It still has to be worded.
    assert led.args == [Place(1, "goal", goal.id, "sentence")]
    assert (goal.needs, goal.school_goals) == ((made,), (1,))
    assert "Wie snapt het?" in goal.sentence
    assert page.goals.selected_ids == (goal.id,)


def test_what_is_typed_in_a_goal_made_of_a_need_takes_the_place_of_what_is_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    assembly, workspace = parts(window)
    assembly.show_day(1)
    assert assembly.day_view is not None
    page = assembly.day_view.show_page("goals")
    page.needs.choose(page.needs.table.things.things[0].id)
    page.need_register.goal.trigger()
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "textCursor", QTextCursor)().hasSelection())
    qtbot.keyClicks(QApplication.focusWidget(), "dit.")
    page.workspace.idle.finish()
    window.finish_typing()
    assert workspace.library.get(StudyDay, 1).goals[-1].sentence == "Na deze dag kan iedereen dit."


def test_r031_a_baseline_is_planned_to_be_measured_again(page: GoalsPage, library: Library) -> None:
    made = editing.create(
        library,
        Need(statement="Half of them pass", source=NeedSource.PUPIL_RESULTS, value=54.0, date=dt.date(2025, 6, 12)),
        ("study_day", 1),
    )
    page.needs.choose(made)
    assert page.need_register.again.isEnabled()
    page.need_register.again.trigger()
    before, after = day(library).measures[-2:]
    assert after.baseline_measure == before.id == library.get(Need, made).baseline_measure
    assert day(library).results[-1].mean == 54.0
    assert not page.need_register.again.isEnabled()
    library.undo()
    assert library.get(Need, made).baseline_measure is None


def test_r023_the_page_of_effect_offers_what_the_impact_map_says(
    show: Show, library: Library, workspace: Workspace
) -> None:
    effect = show(EffectPage)
    assert isinstance(effect, EffectPage)
    impact = next(each for each in day(library).impacts if each.indicator)
    effect.propose(QPoint(0, 0))
    menu = effect.findChildren(QMenu)[-1]
    offered = next(each for each in menu.actions() if each.text().replace("&", "").startswith(impact.indicator[:20]))
    offered.trigger()
    menu.close()
    assert day(library).measures[-1].title.startswith(impact.indicator[:20])


# -- scores of a scan


def test_r036_a_scan_is_looked_at_with_its_refused_lines_before_it_is_noted(
    page: GoalsPage, workspace: Workspace, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    text = "\n".join(["who;score", *(f"{n};{1 + n % 4}" for n in range(24)), "x;7"])
    lines = read_score_lines(text.encode(), "scan.csv")
    need = day(library).needs[0]
    dialog = ScanScoresDialog(workspace, need, lines, "scan.csv", page)
    qtbot.addWidget(dialog)
    dialog.low.edited.emit(1.0)
    assert dialog.column.shown == 1
    assert (dialog.scores.n, dialog.scores.mean) == (24, 2.5)
    assert "24 scores count, mean 2.5" in dialog.found.text()
    assert [dialog.refused.item(row).text() for row in range(dialog.refused.count())] == [
        "Line 26: 7 is outside the scale of 1 to 4."
    ]
    assert dialog.accepting.isEnabled()
    page.need_register.note_scores(need, dialog.scores, dialog.scale)
    noted = library.get(Need, need.id)
    assert (noted.n, noted.value, noted.scale_low, noted.scale_high) == (24, 2.5, 1, 4)
    assert noted.distribution == (6, 6, 6, 6)
    library.undo()
    assert library.get(Need, need.id) == need


def test_a_scale_upside_down_and_a_file_without_scores_can_not_be_noted(
    page: GoalsPage, workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    lines = read_score_lines(b"who;remark\na;good\n", "scan.csv")
    dialog = ScanScoresDialog(workspace, day(library).needs[0], lines, "scan.csv", page)
    qtbot.addWidget(dialog)
    assert not dialog.accepting.isEnabled()
    dialog.low.line.setText("5")
    dialog.low.line.editingFinished.emit()
    assert dialog.problem.text()


# -- the matrix


def test_r041_the_matrix_marks_what_is_empty_and_is_ticked_by_mouse_and_keyboard(
    page: GoalsPage, library: Library, qtbot: QtBot
) -> None:
    need = day(library).needs[2]
    editing.change(library, Need, need.id, school_goals=())
    lonely = editing.create(library, SchoolGoal(title="Nobody asked for this"))
    page.tabs.show_part(page.matrix)
    qtbot.waitUntil(page.matrix.isVisible)
    model, table = page.matrix.model, page.matrix.table
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.data(model.index(2, 0)).endswith("no school goal yet")
    place = next(n for n, goal in enumerate(model.school_goals, 1) if goal.id == lonely)
    assert model.headerData(place, Qt.Orientation.Horizontal).endswith("no need")
    cell = model.index(2, place)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(cell).center())
    assert library.get(Need, need.id).school_goals == (lonely,)
    assert model.data(cell, Qt.ItemDataRole.CheckStateRole) == CHECKED
    assert not model.data(model.index(2, 0)).endswith("no school goal yet")
    table.setCurrentIndex(cell)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert library.get(Need, need.id).school_goals == ()
    assert model.data(cell, Qt.ItemDataRole.CheckStateRole) == UNCHECKED
    library.undo()
    assert library.get(Need, need.id).school_goals == (lonely,)


def test_r041_a_goal_is_made_of_a_cell(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    page.tabs.show_part(page.matrix)
    qtbot.waitUntil(page.matrix.isVisible)
    matrix = page.matrix
    assert not matrix.make.isEnabled()
    # As many school goals as there is room for are seen whole.
    assert [column_width(room, 3, 100, 220) for room in (80, 150, 250, 299, 330, 900)] == [100, 150, 125, 149, 110, 220]
    matrix.resize(matrix.fontMetrics().averageCharWidth() * 60, 400)
    qtbot.waitUntil(lambda: not matrix.table.horizontalScrollBar().isVisible())
    matrix.table.setCurrentIndex(matrix.model.index(1, 1))
    qtbot.mouseClick(matrix.make, Qt.MouseButton.LeftButton)
    goal = day(library).goals[-1]
    assert goal.needs == (day(library).needs[1].id,)
    assert goal.school_goals == (matrix.model.school_goals[0].id,)
    assert page.goals.selected_ids == (goal.id,)
    assert page.goals.isVisible()


# -- goals


def test_r072_the_form_hints_while_a_goal_is_typed(page: GoalsPage, library: Library) -> None:
    page.goals.choose(day(library).goals[0].id)
    form = page.panel.form(Goal)
    type_into(form, "sentence", "Something with differentiation")
    assert any("No verb" in hint for hint in hints(form))
    type_into(form, "sentence", "After this day everyone can write an exit ticket")
    assert not any("No verb" in hint for hint in hints(form))


def test_r007_r012_the_form_asks_for_doing_and_for_what_shows_it(page: GoalsPage, library: Library) -> None:
    goal = day(library).goals[0]
    editing.change(library, Goal, goal.id, knows="What it is", thinks="", does="", indicator="")
    page.goals.choose(goal.id)
    form = page.panel.form(Goal)
    assert "What will people do differently?" in hints(form)
    field = type_into(form, "does", "Use exit tickets")
    assert "What will people do differently?" not in hints(form)
    field.finish()
    assert any("Not observable yet" in hint for hint in hints(form))


def test_r072_a_sentence_is_begun_with_a_stem(page: GoalsPage, library: Library) -> None:
    goal = day(library).goals[0]
    page.goals.choose(goal.id)
    field = page.panel.form(Goal).field("sentence")
    assert isinstance(field, SentenceField)
    field.text.setPlainText("differentiëren")
    field.menu.aboutToShow.emit()
    field.menu.actions()[0].trigger()
    assert field.text.toPlainText() == "Na deze dag kan iedereen differentiëren"
    field.finish()
    assert library.get(Goal, goal.id).sentence == "Na deze dag kan iedereen differentiëren"


# -- the learning question, the belief, the earlier day


def test_r009_a_question_without_a_question_mark_is_hinted_at(page: GoalsPage, qtbot: QtBot) -> None:
    page.tabs.show_part(page.question)
    qtbot.waitUntil(page.question.isVisible)
    form = page.question.question
    field = type_into(form, "learning_question", "Formative assessment")
    assert hints(form) == ["A question ends with a question mark."]
    type_into(form, "learning_question", "")
    assert "only a theme" in hints(form)[0]
    type_into(form, "learning_question", "How do we see it?")
    assert hints(form) == []
    field.finish()
    assert page.workspace.day is not None
    assert page.workspace.day.learning_question == "How do we see it?"


def test_r011_the_belief_is_asked_in_a_reflection_block(page: GoalsPage, library: Library, qtbot: QtBot) -> None:
    page.tabs.show_part(page.question)
    qtbot.waitUntil(page.question.isVisible)
    menu = page.question.prompt_menu
    menu.aboutToShow.emit()
    choice = next(each for each in menu.actions() if not each.isChecked())
    choice.trigger()
    used = [block for block in day(library).blocks if block.uses_belief_as_prompt]
    assert any(block.title in page.question.used.text() for block in used)
    library.undo()
    assert len([block for block in day(library).blocks if block.uses_belief_as_prompt]) == len(used) - 1


def test_r074_two_open_actions_of_the_spring_day_are_shown_and_taken_along_with_one_click(
    page: GoalsPage, library: Library, qtbot: QtBot
) -> None:
    spring = study_days.create(library, "Spring day")
    for what in ("Write rubrics", "Share exit tickets"):
        editing.create(library, Action(what=what), ("study_day", spring))
    insight = editing.create(library, Insight(text="Shorter keynote"), ("study_day", spring))
    editing.change(library, StudyDay, 1, builds_on=library.get(StudyDay, spring).uid)
    page.tabs.show_part(page.question)
    qtbot.waitUntil(page.question.isVisible)
    shown = [page.question.open.item(row).text() for row in range(page.question.open.count())]
    assert shown == ["Action: Write rubrics", "Action: Share exit tickets", "Insight: Shorter keynote"]
    before = len(day(library).actions)
    qtbot.mouseClick(page.question.take, Qt.MouseButton.LeftButton)
    assert [action.what for action in day(library).actions[before:]] == ["Write rubrics", "Share exit tickets"]
    assert library.get(Insight, insight).taken_along_to == day(library).uid
    assert not page.question.take.isEnabled()
    library.undo()
    assert len(day(library).actions) == before


def test_r039_moments_to_collect_questions_stand_below_the_cases(
    page: GoalsPage, library: Library, qtbot: QtBot
) -> None:
    page.tabs.show_part(page.staff_input)
    assert page.moments.line is not None
    page.moments.line.setPlainText("Round of questions in the team meeting")
    qtbot.keyClick(page.moments.line, Qt.Key.Key_Return)
    made = day(library).moments[-1]
    assert (made.title, made.kind) == ("Round of questions in the team meeting", MomentKind.COLLECTING_NEEDS)
    qtbot.waitUntil(lambda: page.moments.selected_ids == (made.id,))


# -- changed since print


def test_r123_a_goal_that_changed_after_the_programme_was_printed_is_marked_and_named(
    page: GoalsPage, library: Library
) -> None:
    goal, need = day(library).goals[0], day(library).needs[0]
    number = page.goals.table.things.columns[0]
    assert number.text(goal) == "G1"
    study_days.make_version(library, 1, content_of(library, 1), document="programme")
    assert not page.changed.isVisible()
    stands = page.needs.table.mapTo(page, QPoint())
    editing.change(library, Goal, goal.id, sentence="After this day everyone asks for feedback")
    editing.create(library, Need(statement="Something new"), ("study_day", 1))
    editing.delete(library, Need, need.id)
    assert number.text(library.get(Goal, goal.id)) == "● G1"
    assert number.tip is not None
    assert number.tip(library.get(Goal, goal.id)).endswith(": after this day and needs")
    assert page.changed.isVisible()
    QApplication.processEvents()
    assert page.needs.table.mapTo(page, QPoint()) == stands
    assert "1 need" in page.changed.text()
    assert "1 need gone" in page.changed.text()
    keep_before(library, 1, "invitation")
    assert not page.changed.isVisible()


def test_a_version_kept_by_hand_or_at_the_start_of_the_day_is_no_print(page: GoalsPage, library: Library) -> None:
    keep(library, 1, "by hand")
    study_days.make_version(library, 1, content_of(library, 1), document=AT_THE_START)
    editing.change(library, Goal, day(library).goals[0].id, sentence="After this day everyone asks for feedback")
    assert not page.changed.isVisible()


def test_a_block_on_the_thread_has_its_form_here(page: GoalsPage, library: Library) -> None:
    block = day(library).blocks[1]
    page.show_thread()
    page.picture.choose(("block", block.id))
    assert page.panel.form(Block).thing_id == block.id
