"""One click on a remedy carries it out, or takes the keys to the field in which a person decides."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydag.model.rules.handing_on.used import shared_fields
from studydag.model.store.library import Library
from studydag.model.values.description import kind_of
from studydag.model.values.setting import Setting
from studydag.ui.choices.board import Board
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.panels.block_times import BlockTimes
from studydag.ui.panels.checks_panel import ChecksPanel
from studydag.ui.programme.block_list import BlockList
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.form import ThingForm
from studydag.ui.widgets.impact_map import ImpactMap
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace
from tests.building import TODAY
from tests.model.rules.remedies.by_hand import CASES
from tests.model.rules.remedies.case import Case
from tests.model.rules.remedies.hands import put
from tests.model.rules.remedies.solving import SOLVING
from tests.ui.windows import open_window, parts

LEADING = list({(case.remedy, case.leads_to): case for case in CASES if case.hand is not None}.values())
ADDING = [
    Case(rule=rule, remedy=remedy, day=day, setting=setting, leads_to=("block", ""))
    for remedy, rule, day, setting in SOLVING
    if remedy in {"add-break", "add-option"}
]


@pytest.fixture(scope="module")
def one_a_day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, Case]]:
    """A library with a study day for each remedy that leads somewhere."""
    path = tmp_path_factory.mktemp("remedies") / "school.studydag"
    with Library.open(path, create=True) as library:
        days = {
            put(library, case.day, apart(case.setting, number)): case for number, case in enumerate((*LEADING, *ADDING))
        }
    return path, days


def apart(setting: Setting, number: int) -> Setting:
    """Return what lies around a day so that nothing of it is taken for that of another day."""
    told: dict[str, tuple[Any, ...]] = {}
    for each in shared_fields():
        told[each.name] = tuple(_apart(thing, number) for thing in getattr(setting, each.name))
    return replace(setting, **told)


def _apart(thing: Any, number: int) -> Any:
    if getattr(thing, "key", ""):
        return thing
    named = {name: f"{getattr(thing, name)} {number}" for name in ("name", "title") if hasattr(thing, name)}
    return replace(thing, uid=f"{thing.uid}-{number}", **named)


def where_the_keys_are() -> set[tuple[str, str]]:
    """Return in which fields of which things the focus stands, the outer ones too; a list itself has no field."""
    found: set[tuple[str, str]] = set()
    focused = widget = QApplication.focusWidget()
    while focused is not None and widget is not None:
        if isinstance(widget, ThingList):
            found.add((kind_of(widget.value), ""))
        if isinstance(widget, ThingForm):
            within = [name for name in widget.names if is_in(focused, widget.control(name))]
            found |= {(kind_of(widget.value), name) for name in within}
        if isinstance(widget, BlockList):
            found.add(("block", ""))
        if isinstance(widget, BlockTimes) and is_in(focused, widget.minutes):
            found.add(("block", "minutes"))
        if isinstance(widget, ImpactMap):
            found |= {("impact", row.value) for (row, _), field in widget.fields.items() if is_in(focused, field)}
        if isinstance(widget, Board) and focused in {widget.share, widget.renew}:
            found.add(("allotment", ""))
        widget = widget.parentWidget()
    return found


def is_in(inner: QWidget, outer: QWidget) -> bool:
    return inner is outer or outer.isAncestorOf(inner)


def click(window: MainWindow, workspace: Workspace, case: Case) -> None:
    """Click the remedy on the card of the finding, as far down as that is."""
    (panel,) = [each for each in window.findChildren(ChecksPanel) if not each.isHidden()]
    panel.narrow(frozenset())
    workspace.idle.finish()
    finding = next(each for each in workspace.findings if each.rule == case.rule and case.remedy in each.remedies)
    card = next((each for each in panel.cards if each.finding == finding), None)
    while card is None:
        more = next(each for each in panel.findChildren(LinkButton) if each.full.startswith("Toon er nog"))
        assert not more.isHidden()
        more.click()
        workspace.idle.finish()
        card = next((each for each in panel.cards if each.finding == finding), None)
    buttons = card.findChildren(LinkButton)
    buttons[finding.remedies.index(case.remedy)].click()


def test_each_remedy_leads_to_the_field_it_speaks_of(
    qtbot: QtBot, look: Look, one_a_day: tuple[Path, dict[int, Case]]
) -> None:
    path, days = one_a_day
    window = open_window(qtbot, look, path)
    assembly, workspace = parts(window)
    workspace.today = lambda: TODAY
    window.activateWindow()
    astray = {}
    for day, case in days.items():
        assembly.show_day(day)
        workspace.idle.finish()
        click(window, workspace, case)
        if case.leads_to not in where_the_keys_are():
            astray[f"{case.rule}: {case.remedy}"] = (case.leads_to, where_the_keys_are(), QApplication.focusWidget())
        workspace.idle.finish()
    assert astray == {}
