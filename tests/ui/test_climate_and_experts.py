"""The climate in three blocks with its pulse, expertise in three steps, and the quality panel."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, study_days
from studydag.model.values.climate import ClimatePillar
from studydag.model.values.effect import Result
from studydag.model.values.expertise import Criterion, CriterionWeight, Expectation, ExpectationOutcome, Expert
from studydag.model.values.school import EffectLevel
from studydag.ui.pages.overview import OverviewPage
from studydag.ui.pages.page import Page
from studydag.ui.widgets.candidate_grid import CandidateGrid
from studydag.ui.workspace import Workspace

Show = Callable[[type[Page]], OverviewPage]


def test_each_block_of_the_climate_says_how_much_is_agreed(show: Show, workspace: Workspace) -> None:
    page = show(OverviewPage)
    said = page.totals.texts[ClimatePillar.SAFETY].text()
    assert said.startswith("3 ")
    page.climate.change(next(each.id for each in workspace.day.climate), "agreement", "")
    assert page.totals.texts[ClimatePillar.SAFETY].text() != said


def test_r058_a_pulse_is_planned_and_too_few_answers_are_not_shown(
    show: Show, workspace: Workspace, qtbot: QtBot
) -> None:
    page = show(OverviewPage)
    page.tabs.bar.setCurrentIndex(1)
    if page.pulse.plan.isVisible():
        page.pulse.plan.click()
    assert [each.level for each in workspace.day.measures].count(EffectLevel.CLIMATE) >= 2
    pulse = next(each for each in workspace.day.measures if each.level is EffectLevel.CLIMATE)
    with qtbot.waitSignal(workspace.go) as gone:
        page.pulse.before.click()
    assert gone.args[0].kind == "measure"
    few = Result(measure=pulse.id, date=workspace.today(), n=3, mean=4.0)
    result = editing.create(workspace.library, few, ("study_day", workspace.day.id))
    assert "3" in page.pulse.text.text()
    assert "4,0" not in page.pulse.text.text()
    editing.change(workspace.library, Result, result, n=5)
    assert "4,0" in page.pulse.text.text()


def expert_in_view(page: OverviewPage, workspace: Workspace) -> CandidateGrid:
    page.tabs.bar.setCurrentIndex(2)
    page.experts.table.selectRow(0)
    return page.flow.grid


def test_candidates_are_scored_weighed_and_chosen_in_the_table(show: Show, workspace: Workspace, qtbot: QtBot) -> None:
    page = show(OverviewPage)
    grid = expert_in_view(page, workspace)
    grid.line.typed.emit("Bureau Wijzer")
    expert = workspace.day.experts[0]
    new = expert.candidates[-1].id
    box = grid.scores[new, Criterion.EXPERTISE]
    box.setCurrentIndex(5)
    box.activated.emit(5)
    assert "⚠" in grid.totals[new].text()
    evidence = grid.evidence[new, Criterion.EXPERTISE]
    evidence.line.setText("Boek over toetsen")
    evidence.line.editingFinished.emit()
    assert "⚠" not in grid.totals[new].text()
    grid.weights[Criterion.EXPERTISE].edited.emit(3)
    held = workspace.day.experts[0].weights
    assert CriterionWeight(criterion=Criterion.EXPERTISE, weight=3.0) in held
    grid.choosers[new].click()
    assert [each.id for each in workspace.day.experts[0].candidates if each.chosen] == [new]
    workspace.undo()
    assert new not in [each.id for each in workspace.day.experts[0].candidates if each.chosen]


def test_r093_how_expectations_came_true_is_said_at_the_next_selection(show: Show, workspace: Workspace) -> None:
    page = show(OverviewPage)
    grid = expert_in_view(page, workspace)
    earlier = study_days.create(workspace.library, "Vorig jaar")
    told = tuple(Expectation(text=each.value, outcome=each) for each in ExpectationOutcome)
    editing.create(workspace.library, Expert(name="Bureau Wijzer", expectations=told), ("study_day", earlier))
    grid.line.typed.emit("bureau wijzer\nEen ander")
    known, other = (each.id for each in workspace.day.experts[0].candidates[-2:])
    said = grid.before[known].text()
    assert "1" in said
    assert "3" in said
    assert grid.before[other].text() == ""


def test_weights_of_nought_and_a_tie_are_said(show: Show, workspace: Workspace) -> None:
    page = show(OverviewPage)
    grid = expert_in_view(page, workspace)
    expert = workspace.day.experts[0]
    nought = tuple(CriterionWeight(criterion=each, weight=0) for each in Criterion)
    editing.change(workspace.library, Expert, expert.id, weights=nought)
    assert grid.message.text()
    assert all("," not in label.text() for label in grid.totals.values())


def test_what_is_missing_of_the_assurance_is_said_and_costs_stand_beside_the_budget(
    show: Show, workspace: Workspace
) -> None:
    page = show(OverviewPage)
    expert_in_view(page, workspace)
    assert "€" in page.flow.costs.text()
    expert = workspace.day.experts[0]
    editing.change(
        workspace.library,
        Expert,
        expert.id,
        inside_people=(),
        ambassadors=(),
        insights_document="",
        standing_structure=None,
    )
    assert page.flow.assurance.missing.text()
    page.flow.assurance.link.click()


def test_the_quality_panel_has_four_factors_with_figures(show: Show, workspace: Workspace, qtbot: QtBot) -> None:
    page = show(OverviewPage)
    page.tabs.bar.setCurrentIndex(page.tabs.bar.count() - 1)
    qtbot.waitUntil(lambda: workspace.is_checked and all(text.text() for text in page.quality.texts.values()))
    assert any("%" in text.text() for text in page.quality.texts.values())
