"""The checks at the right: cards that stay while their finding does, and no more of them than are looked at."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme, study_days
from studydag.model.operations.spots import Spot
from studydag.model.rules.checking import check
from studydag.model.values.day_status import DayStatus
from studydag.model.values.findings import Severity
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, Phase
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.panels.checks_panel import AT_FIRST, ChecksPanel
from studydag.ui.workspace import Workspace


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, look: Look) -> ChecksPanel:
    """The checks on the worked example, with findings."""
    day = workspace.day
    assert day is not None
    for number in range(1, 31):
        block = Block(title=f"Blok {number}", phase=Phase.KNOWLEDGE, minutes=30)
        programme.add_block(workspace.library, day.id, block, Spot(part=day.parts[0].id))
    panel = ChecksPanel(workspace, look)
    qtbot.addWidget(panel)
    panel.show()
    workspace.idle.finish()
    return panel


def more(panel: ChecksPanel) -> QPushButton | None:
    """Return the button that shows more, if it is offered."""
    found = [each for each in panel.findChildren(QPushButton) if each.text().startswith("Toon er nog")]
    return next((each for each in found if not each.isHidden()), None)


def show_all(panel: ChecksPanel, workspace: Workspace) -> None:
    """Ask for more as long as there are more."""
    while (button := more(panel)) is not None:
        button.click()
        workspace.idle.finish()


def test_the_first_findings_are_shown_and_more_when_asked(panel: ChecksPanel, workspace: Workspace) -> None:
    number = len(workspace.findings)
    assert number > AT_FIRST
    assert len(panel.cards) == AT_FIRST

    show_all(panel, workspace)
    assert len(panel.cards) == number


def test_cards_stand_in_the_order_of_the_findings(panel: ChecksPanel, workspace: Workspace) -> None:
    said = [card.accessibleName() for card in panel.cards]
    language = workspace.language

    assert said == [
        f"{language.member(each.severity)}: {language.capitalised(language.wording(each.reason, each.figures))}"
        for each in workspace.findings[:AT_FIRST]
    ]


def test_what_must_be_solved_stands_first_and_what_is_accepted_last(panel: ChecksPanel, workspace: Workspace) -> None:
    day = workspace.day
    assert day is not None
    editing.delete(workspace.library, Goal, *(goal.id for goal in day.goals))
    editing.change(workspace.library, StudyDay, day.id, learning_question="")
    study_days.set_status(workspace.library, day.id, DayStatus.IDEA, dt.date(2027, 1, 4))
    workspace.idle.finish()
    assert [card.finding.severity for card in panel.cards] == [Severity.MUST, Severity.SHOULD, Severity.SHOULD]

    study_days.set_status(workspace.library, day.id, DayStatus.DESIGN, dt.date(2027, 1, 4))
    workspace.idle.finish()
    first = panel.cards[0].finding
    study_days.accept_finding(workspace.library, day.id, first.rule, [each.uid for each in first.about], "Komt later")
    workspace.idle.finish()
    show_all(panel, workspace)
    accepted = [card.finding.accepted is not None for card in panel.cards]
    assert accepted == sorted(accepted)
    assert first.rule in {card.finding.rule for card in panel.cards if card.finding.accepted is not None}


def test_a_card_stays_while_its_finding_stays(panel: ChecksPanel, workspace: Workspace) -> None:
    before = list(panel.cards)
    day = workspace.day
    assert day is not None
    editing.change(workspace.library, Goal, day.goals[0].id, indicator="iets anders")
    workspace.idle.finish()

    assert panel.cards[:5] == before[:5]


def test_what_is_narrowed_shows_only_that(panel: ChecksPanel, workspace: Workspace) -> None:
    about = next(each.about[0] for each in workspace.findings if each.about and each.about[0].kind == "block")
    panel.narrow(frozenset({(about.kind, about.id)}))
    workspace.idle.finish()

    wanted = [each for each in workspace.findings if (about.kind, about.id) in {(a.kind, a.id) for a in each.about}]
    assert len(panel.cards) == len(wanted)


def test_the_keys_stay_when_the_last_point_that_is_shown_is_solved(panel: ChecksPanel, workspace: Workspace) -> None:
    panel.activateWindow()
    about = next(each.about[0] for each in workspace.findings if each.about and each.about[0].kind == "block")
    reference = (about.kind, about.id)
    panel.narrow(frozenset({reference}))
    workspace.idle.finish()
    panel.cards[-1].findChildren(QPushButton)[0].setFocus()
    workspace.findings = tuple(
        each for each in workspace.findings if reference not in {(a.kind, a.id) for a in each.about}
    )
    panel.refresh()

    assert panel.all.hasFocus()


def test_what_is_in_order_stays_unfolded_and_is_said_anew(panel: ChecksPanel, workspace: Workspace) -> None:
    def said() -> str:
        return " ".join(label.text() for label in panel.findChildren(QLabel) if label.text().startswith("✓"))

    panel.holding.button.click()
    assert said()
    day = workspace.day
    assert day is not None
    editing.delete(workspace.library, Goal, *(goal.id for goal in day.goals))
    before = said()
    workspace.idle.finish()

    assert said() != before


def test_findings_come_bit_by_bit_and_are_those_of_the_whole_check(
    qtbot: QtBot, workspace: Workspace, panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydag.ui.workspace.SLICE", 0.0)
    day = workspace.day
    assert day is not None
    with qtbot.waitSignal(workspace.checked):
        programme.set_minutes(workspace.library, day.blocks[0].id, 7)
        assert workspace.findings
    assert workspace.day is not None

    assert workspace.findings == check(workspace.day, workspace.setting, workspace.today())


def test_an_edit_during_the_checks_begins_them_anew(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydag.ui.workspace.SLICE", 0.0)
    day, told = workspace.day, list[int]()
    assert day is not None
    workspace.idle.finish()
    workspace.checked.connect(lambda: told.append(1))
    programme.set_minutes(workspace.library, day.blocks[0].id, 7)
    for _ in range(5):
        workspace.idle.do_next()
    editing.delete(workspace.library, Goal, *(goal.id for goal in day.goals))
    workspace.idle.finish()

    assert told == [1]
    assert workspace.day is not None
    assert workspace.findings == check(workspace.day, workspace.setting, workspace.today())


def test_findings_of_another_day_are_never_shown(workspace: Workspace, panel: ChecksPanel) -> None:
    workspace.open_day(None)

    assert panel.cards == []
    assert not workspace.is_checked


def test_the_keys_stay_elsewhere_though_a_point_was_clicked_before(panel: ChecksPanel, workspace: Workspace) -> None:
    other = QPushButton("Elders", panel)
    other.show()
    panel.activateWindow()
    panel.cards[0].findChildren(QPushButton)[0].setFocus()
    other.setFocus()
    panel.narrow(frozenset({("block", 999_999)}))
    workspace.idle.finish()

    assert not panel.takes_room
    assert other.hasFocus()


def test_the_button_shows_all_and_again_what_is_selected_alone(panel: ChecksPanel, workspace: Workspace) -> None:
    panel.activateWindow()
    whole = panel.heading.text()
    panel.narrow(frozenset({("block", 999_999)}))
    workspace.idle.finish()
    narrowed, says = panel.heading.text(), panel.all.text()
    panel.all.setFocus()
    panel.all.click()
    workspace.idle.finish()
    assert panel.heading.text() == whole != narrowed
    assert panel.all.text() != says
    assert panel.all.hasFocus()
    panel.all.click()
    workspace.idle.finish()
    assert (panel.heading.text(), panel.all.text()) == (narrowed, says)
    panel.all.click()
    panel.narrow(frozenset())
    workspace.idle.finish()
    assert panel.heading.text() == whole
    assert not panel.all.isVisible()
    assert panel.isAncestorOf(panel.focusWidget())


def test_of_an_idea_it_is_never_said_that_nothing_is_the_matter(panel: ChecksPanel, workspace: Workspace) -> None:
    panel.narrow(frozenset({("block", 999_999)}))
    workspace.idle.finish()
    fine = panel.heading.text()
    study_days.set_status(workspace.library, 1, DayStatus.IDEA, workspace.today())
    workspace.idle.finish()
    assert panel.heading.text() not in {fine, " "}
