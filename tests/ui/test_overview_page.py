"""The overview: status steps, pillars, what is urgent, and the lists that hang there."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.rules.checking import check
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.day_status import DayStatus
from studydag.model.values.expertise import Candidate, Expert
from studydag.model.values.goals import Need
from studydag.model.values.school import Person, RuleSetting
from studydag.model.values.study_day import Acceptance, Decision, StudyDay
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.pages.overview import OverviewPage
from studydag.ui.pages.page import Page
from studydag.ui.widgets.finding_links import FindingLinks
from studydag.ui.widgets.link_button import LinkButton
from tests.ui.windows import TODAY


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> OverviewPage:
    found = show(OverviewPage)
    assert isinstance(found, OverviewPage)
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def test_r083_ready_is_refused_with_the_list_until_what_must_be_is_solved(
    page: OverviewPage, library: Library, qtbot: QtBot
) -> None:
    for things in (day(library).actions, day(library).moments):
        editing.delete(library, type(things[0]), *(thing.id for thing in things))
    qtbot.mouseClick(page.steps.steps[DayStatus.READY], Qt.MouseButton.LeftButton)
    assert day(library).status is DayStatus.DESIGN
    assert page.steps.steps[DayStatus.DESIGN].isChecked()
    assert page.steps.open.shown
    assert page.steps.open.isVisible()
    library.undo()
    library.undo()
    qtbot.mouseClick(page.steps.steps[DayStatus.READY], Qt.MouseButton.LeftButton)
    assert day(library).status is DayStatus.READY
    assert not page.steps.open.isVisible()


def test_a_day_whose_date_is_past_is_asked_about_until_it_is_marked_as_held(page: OverviewPage, qtbot: QtBot) -> None:
    assert not page.steps.hint.isVisible()
    page.workspace.today = lambda: dt.date(2030, 1, 1)
    page.steps.refresh()
    assert page.steps.hint.isVisible()
    assert page.steps.hint.text().endswith("‘Gehouden’.")
    qtbot.mouseClick(page.steps.steps[DayStatus.HELD], Qt.MouseButton.LeftButton)
    assert not page.steps.hint.isVisible()


def test_a_title_is_saved_while_it_is_typed_and_all_of_it_is_one_step(
    page: OverviewPage, library: Library, qtbot: QtBot
) -> None:
    field = page.form.field("title")
    assert isinstance(field, LineField)
    before = day(library).title
    field.save_while_typing(pause=0)
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    field.line.selectAll()
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.line, "Samen")
    assert day(library).title == "Samen"
    qtbot.keyClicks(field.line, " leren")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert day(library).title == "Samen leren"
    library.undo()
    assert day(library).title == before


def test_r004_pillars_are_counted_from_data(page: OverviewPage, library: Library) -> None:
    needs = len(day(library).needs)
    assert page.pillars.needs.number.text() == str(needs)
    editing.create(library, Need(statement="One more"), ("study_day", 1))
    assert page.pillars.needs.number.text() == str(needs + 1)
    page.pillars.climate.link.click()
    assert page.climate.isVisible()


def test_what_is_urgent_leads_to_its_thing(page: OverviewPage, library: Library, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.urgent.shown))
    about, reason = next(
        (each, page.workspace.language.wording(finding.reason, finding.figures))
        for finding in page.urgent.shown
        for each in finding.about[:1]
        if each.kind != "study_day"
    )
    button = next(each for each in page.urgent.findChildren(LinkButton) if reason in each.accessibleName())
    with qtbot.waitSignal(page.workspace.go) as went:
        button.click()
    assert went.args == [Place(1, about.kind, about.id)]


def test_what_concerns_the_day_as_a_whole_is_mended_from_the_list(
    page: OverviewPage, library: Library, qtbot: QtBot
) -> None:
    editing.change(library, StudyDay, 1, learning_question="")
    (finding,) = check(day(library), page.workspace.setting, TODAY, rules={"no-learning-question"})
    links = FindingLinks(page.workspace, page)
    links.show_findings([finding])
    (button,) = links.findChildren(LinkButton)
    assert button.full == "Leervraag opschrijven"
    with qtbot.waitSignal(page.workspace.go) as went:
        button.click()
    assert went.args == [Place(1, "study_day", 1, "learning_question")]


def test_the_eight_rows_of_the_climate_are_there_and_an_edit_makes_one(
    page: OverviewPage, library: Library, qtbot: QtBot
) -> None:
    editing.delete(library, ClimateItem, *(item.id for item in day(library).climate))
    page.tabs.show_part(page.climate)
    rows = page.climate.table.things.things
    assert [row.row for row in rows] == [row for row in ClimateRow if row is not ClimateRow.OWN]
    page.climate.choose(rows[2].id)
    form = page.panel.form(ClimateItem)
    field = form.field("agreement")
    assert isinstance(field, TextField)
    field.text.setPlainText("We look at lessons, not at teachers")
    field.finish()
    (made,) = day(library).climate
    assert (made.row, made.agreement) == (ClimateRow.FEEDBACK, "We look at lessons, not at teachers")
    assert page.climate.selected_ids == (made.id,)


def test_candidates_of_an_expert_have_their_scores_in_the_form(page: OverviewPage, library: Library) -> None:
    expert = day(library).experts[0]
    first = editing.create(library, Candidate(name="One"), ("expert", expert.id))
    second = editing.create(library, Candidate(name="Other"), ("expert", expert.id))
    page.tabs.show_part(page.experts)
    page.experts.choose(expert.id)
    rows = page.panel.form(Expert).rows("candidates")
    rows.list.change(first, "chosen", True)
    rows.list.change(second, "chosen", True)
    chosen = {each.id: each.chosen for each in library.get(Expert, expert.id).candidates}
    assert (chosen[first], chosen[second]) == (False, True)
    rows.list.choose(first)
    assert rows.form is not None
    assert rows.form.rows("scores").isVisibleTo(rows.form)


def test_a_decision_is_typed_with_todays_date(page: OverviewPage, library: Library, qtbot: QtBot) -> None:
    page.tabs.show_part(page.decisions)
    assert page.decisions.line is not None
    qtbot.keyClicks(page.decisions.line, "We begin with department leaders")
    qtbot.keyClick(page.decisions.line, Qt.Key.Key_Return)
    made = day(library).decisions[-1]
    assert (made.what, made.date) == ("We begin with department leaders", TODAY)
    qtbot.waitUntil(lambda: page.panel.form(Decision).thing_id == made.id)


def test_a_version_is_kept_under_a_name(page: OverviewPage, library: Library, qtbot: QtBot) -> None:
    page.tabs.show_part(page.versions)
    qtbot.keyClicks(page.versions.name_line, "As sent")
    qtbot.keyClick(page.versions.name_line, Qt.Key.Key_Return)
    newest = max(library.versions_of(1), key=lambda version: version.number)
    assert (newest.name, newest.content[0]) == ("As sent", "{")
    assert page.versions.table.things.thing_at(0).id == newest.id


def test_a_check_is_switched_off_for_this_day_alone(page: OverviewPage, library: Library) -> None:
    page.rules.content().switch("only-events").click()
    assert RuleSetting(rule="only-events", on=False) in day(library).rule_settings
    assert page.workspace.setting.school.rule_settings == ()
    page.rules.content().switch("only-events").click()
    assert "only-events" not in {each.rule for each in day(library).rule_settings}


def test_what_was_let_stand_is_named_in_the_language_of_the_window(page: OverviewPage, library: Library) -> None:
    acceptance = day(library).acceptances[0]
    noor = library.every(Person)[0]
    concerns = (*acceptance.concerns, "inspiration", noor.uid, "3")
    editing.change(library, Acceptance, acceptance.id, concerns=concerns)
    page.acceptances.bring_up_to_date()
    told = page.acceptances.table.things.index(0, 1).data()
    assert told.endswith(f"Groep, Inspiratie, {noor.name}, 3 gedrag")


def test_letting_a_finding_stand_is_taken_back_with_delete(page: OverviewPage, library: Library, qtbot: QtBot) -> None:
    acceptance = day(library).acceptances[0]
    assert page.reveal(Place(1, "acceptance", acceptance.id))
    qtbot.keyClick(page.acceptances.table, Qt.Key.Key_Delete)
    assert acceptance not in day(library).acceptances


def test_no_form_of_another_part_stands_beside_the_one_that_is_looked_at(page: OverviewPage) -> None:
    page.tabs.bar.setCurrentIndex(2)
    page.experts.table.selectRow(0)
    assert page.inspector() is not None
    page.tabs.bar.setCurrentIndex(0)
    assert page.inspector() is None
    assert page.selection() == ()
