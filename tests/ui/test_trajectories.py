"""The year line, the cards of learning forms, and the dialog in which a form is chosen and planned."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, study_days
from studydag.model.rules.year_line import LaneKind
from studydag.model.values.dates import RelativeDate
from studydag.model.values.formats import LearningForm
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, Trajectory
from studydag.ui.dialogs.learning_form import NEW, LearningFormDialog
from studydag.ui.look import Look
from studydag.ui.pages.learning_form_list import LearningFormList
from studydag.ui.pages.school import SchoolPage
from studydag.ui.pages.trajectory_list import TrajectoryList
from studydag.ui.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, look: Look) -> SchoolPage:
    page = SchoolPage(workspace, look)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def bring(page: SchoolPage, kind: type) -> object:
    lists = page.lists
    place = next(place for place, each in enumerate(lists) if isinstance(each, kind))
    page.tabs.setCurrentIndex(place)
    return lists[place]


@pytest.mark.usefixtures("listening")
def test_each_mark_of_the_year_line_is_told_and_can_be_gone_to_without_keys(
    page: SchoolPage, workspace: Workspace, qtbot: QtBot
) -> None:
    shown = bring(page, TrajectoryList)
    assert isinstance(shown, TrajectoryList)
    canvas = shown.view.canvas
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface.childCount() == len(shown.view.line.marks) > 3
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert len(set(names)) == len(names)
    assert "11 mrt 2027" in names[0]
    middle = interface.child(0).rect().center()
    assert interface.indexOfChild(interface.childAt(middle.x(), middle.y())) == 0
    with qtbot.waitSignal(workspace.go) as gone:
        canvas.choose(canvas.ids()[2])
    assert gone.args[0].kind == shown.view.line.marks[2].kind
    assert canvas.current == canvas.ids()[2]


def form(workspace: Workspace, key: str) -> LearningForm:
    return next(each for each in workspace.setting.learning_forms if each.key == key)


def test_the_year_line_is_walked_by_keys_and_clicks_and_leads_to_what_it_shows(
    page: SchoolPage, workspace: Workspace, qtbot: QtBot
) -> None:
    shown = bring(page, TrajectoryList)
    assert isinstance(shown, TrajectoryList)
    canvas = shown.view.canvas
    kinds = [lane.kind for lane in shown.view.line.lanes]
    assert kinds[0] is LaneKind.DAYS
    first = canvas.accessibleDescription()

    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.number == 1
    assert canvas.accessibleDescription() not in {"", first}
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.number == 0
    last = len(canvas.spots()) - 2
    spot = canvas.spots()[last].rect.center().toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert canvas.number == last
    with qtbot.waitSignal(workspace.go) as gone:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert gone.args[0].kind == "activity"
    assert shown.view.list.topLevelItemCount() == len(shown.view.line.marks)


def test_what_stands_on_the_year_line_is_put_on_another_day_by_pointer_keys_and_menu(
    page: SchoolPage, workspace: Workspace, qtbot: QtBot
) -> None:
    shown = bring(page, TrajectoryList)
    assert isinstance(shown, TrajectoryList)
    view, canvas = shown.view, shown.view.canvas
    number = next(place for place, each in enumerate(view.line.marks) if (each.moves or ("", 0))[0] == "activity_step")
    before = view.line.marks[number]
    at = canvas.spots()[number].rect.center().toPoint()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    for step in (10, 30):
        qtbot.mouseMove(canvas, at + QPoint(step, 0))
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            at + QPoint(step, 0),
            canvas.mapToGlobal(at + QPoint(step, 0)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        canvas.mouseMoveEvent(move)
    said = view.said.text()
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(30, 0))
    after = canvas.mark
    assert after.moves == before.moves
    assert after.first > before.first
    assert workspace.language.date(after.first) in said.lower()
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert canvas.mark.first == after.first - dt.timedelta(days=1)
    menu = view.menu_of(canvas.mark)
    menu.actions()[3].trigger()
    menu.deleteLater()
    assert canvas.mark.first == after.first + dt.timedelta(days=6)
    for _step in range(3):
        workspace.undo()
    assert before in shown.view.line.marks
    canvas.go_to(canvas.ids()[0])
    day = canvas.mark
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert canvas.mark.first == day.first + dt.timedelta(days=7)
    assert "schuiven mee" in view.said.text()
    # What is undone in view is gone to nowhere else.
    with qtbot.assertNotEmitted(workspace.go):
        workspace.undo()
    assert canvas.mark == day
    # A key that is held down is one step, one that is pressed once more another one.
    alt = Qt.KeyboardModifier.AltModifier
    for held in (False, True, True, False):
        canvas.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, alt, "", held))
    assert canvas.mark.first == day.first + dt.timedelta(days=4)
    workspace.undo()
    assert canvas.mark.first == day.first + dt.timedelta(days=3)
    workspace.undo()
    assert canvas.mark == day
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.number == 0


def test_study_days_are_taken_into_a_trajectory_and_out_of_it(page: SchoolPage, workspace: Workspace) -> None:
    shown = bring(page, TrajectoryList)
    assert isinstance(shown, TrajectoryList)
    shown.days.aboutToShow.emit()
    ticked = shown.days.actions()[0]
    assert "Formatief handelen" in ticked.text()
    assert ticked.isChecked()
    lanes = [lane.kind for lane in shown.view.line.lanes]
    ticked.setChecked(False)
    assert workspace.library.get(StudyDay, 1).trajectory is None
    assert LaneKind.DAYS in lanes
    assert LaneKind.DAYS not in [lane.kind for lane in shown.view.line.lanes]
    ticked.setChecked(True)
    assert workspace.library.get(StudyDay, 1).trajectory == shown.list.selected().id


def test_nothing_informal_is_said(page: SchoolPage, workspace: Workspace, qtbot: QtBot) -> None:
    shown = bring(page, TrajectoryList)
    assert isinstance(shown, TrajectoryList)
    trajectory = shown.list.selected()
    # A click beside the rows leaves what is in view.
    table = shown.list.table
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(9, table.viewport().height() - 2))
    assert shown.view.isVisible()
    assert shown.list.selected() == trajectory
    for activity in trajectory.activities:
        editing.change(workspace.library, Activity, activity.id, informal=False)
    page.refresh()
    assert shown.view.hint.text()
    editing.create(workspace.library, Activity(title="Open doors", informal=True), ("trajectory", trajectory.id))
    page.refresh()
    assert not shown.view.hint.text()


def test_own_cards_are_made_from_a_card_and_changed(page: SchoolPage, workspace: Workspace) -> None:
    shown = bring(page, LearningFormList)
    assert isinstance(shown, LearningFormList)
    assert shown.card.name.text() == "Studiedag"
    assert shown.card.best_for.text().count("•") == 2
    assert not shown.form.isVisible()
    shown.copy()
    own = shown.list.selected()
    assert not own.key
    assert shown.form.isVisible()
    editing.change(workspace.library, LearningForm, own.id, name_nl="Leesgroep")
    page.refresh()
    assert shown.card.name.text() == "Leesgroep"


def test_r045_a_form_is_chosen_with_its_reason_and_planned_with_its_steps(workspace: Workspace, qtbot: QtBot) -> None:
    trajectory = workspace.setting.trajectories[0]
    before = len(workspace.day.decisions)
    dialog = LearningFormDialog(workspace, trajectory=trajectory.id)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.problem.text()
    dialog.fit(QSize(1600, 900))
    dialog.show()
    dialog.choose(form(workspace, "lesson_study"))
    # At 900 pixels high the dates of its steps are in view, without scrolling.
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() == 0
    dialog.start.show_value(dt.date(2026, 12, 8))
    dialog.start.edited.emit(dt.date(2026, 12, 8))
    assert "Kerstvakantie" in dialog.dates.text()
    dialog.why.show_value("Dicht bij de les")
    dialog.accept()

    assert workspace.day.decisions[-1].why == "Dicht bij de les"
    activity = workspace.library.get(Trajectory, trajectory.id).activities[-1]
    assert activity.begins_on == dt.date(2026, 12, 8)
    assert [step.due for step in activity.steps][:2] == [RelativeDate(0), RelativeDate(2)]
    assert len(activity.steps) == 5
    workspace.undo()
    assert len(workspace.day.decisions) == before


def test_a_plc_is_planned_as_a_series(workspace: Workspace, qtbot: QtBot) -> None:
    trajectory = workspace.setting.trajectories[0]
    dialog = LearningFormDialog(workspace, trajectory=trajectory.id)
    qtbot.addWidget(dialog)
    dialog.choose(form(workspace, "plc"))
    dialog.accept()

    kept = workspace.library.get(Trajectory, trajectory.id)
    assert kept.moments[-1].activity == kept.activities[-1].id
    assert kept.moments[-1].times == 6
    assert [step.due for step in kept.activities[-1].steps] == [RelativeDate(0), RelativeDate(10)]


def test_who_has_no_trajectory_yet_makes_one_with_the_choice_as_one_step(workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.day is not None
    editing.change(workspace.library, StudyDay, workspace.day.id, trajectory=None)
    number = len(workspace.setting.trajectories)
    dialog = LearningFormDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.choose(form(workspace, "plc"))
    dialog.trajectory.show_value(NEW)
    dialog.trajectory.edited.emit(NEW)
    dialog.accept()

    made = workspace.setting.trajectories[-1]
    assert workspace.day.trajectory == made.id
    assert made.title == workspace.day.theme
    assert (made.period_start, made.period_end) == (dt.date(2026, 8, 1), dt.date(2027, 7, 31))
    assert made.moments[0].activity == made.activities[0].id
    assert workspace.day.decisions[-1].learning_form == made.activities[0].learning_form
    workspace.undo()
    assert len(workspace.setting.trajectories) == number
    assert workspace.day.trajectory is None


def test_a_moved_day_is_undone_after_the_year_line_has_gone(workspace: Workspace, look: Look, qtbot: QtBot) -> None:
    page = SchoolPage(workspace, look)
    bring(page, TrajectoryList)
    assert workspace.sees
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    before = workspace.library.get(StudyDay, 1).parts[0].date
    study_days.move(workspace.library, 1, dt.date(2027, 3, 18))
    workspace.undo()
    assert workspace.library.get(StudyDay, 1).parts[0].date == before
    assert not workspace.sees


def test_in_a_high_dialog_each_form_of_learning_stands_with_its_advantages(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = LearningFormDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.resize(700, 1600)
    dialog.show()
    for button in dialog.buttons_of.values():
        line = button.parentWidget()
        assert line is not None
        assert line.height() <= line.sizeHint().height() + 1
