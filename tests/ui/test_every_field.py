"""Everything that a study day holds can be seen and edited on some page."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import Described, described
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.programme import Block
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Group, Person, Room, School, SchoolGoal
from studydag.model.values.study_day import Acceptance, StudyDay
from studydag.model.values.trajectory import Trajectory
from studydag.ui.layouts.later import Later
from studydag.ui.look import Look
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.register import PAGES
from studydag.ui.pages.school import SchoolPage
from studydag.ui.panels.block_inspector import BlockInspector
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.widgets.form import ThingForm
from studydag.ui.widgets.impact_map import ImpactMap
from studydag.ui.widgets.owned_rows import OwnedRows
from studydag.ui.widgets.rule_settings import RuleSettings
from studydag.ui.widgets.status_steps import StatusSteps
from studydag.ui.workspace import Workspace

Shown = set[tuple[type[Any], str]]

OF_NO_PAGE = {"id", "uid", "position"}
ELSEWHERE = {
    # The programme shows all parts; each has its form.
    (StudyDay, "parts"),
    # Where a block stands: it is dragged there, or its round is made by a command.
    *((Block, name) for name in ("part", "round", "kind", "minutes", "pinned_start")),
    # A finding is let stand in the checks panel; the overview shows which one by its text, and what it is about.
    *((Acceptance, name) for name in ("rule", "concerns")),
}


def test_every_field_of_a_study_day_is_on_some_page(
    qtbot: QtBot, workspace: Workspace, look: Look, library: Library
) -> None:
    shown: Shown = set()
    for maker in PAGES:
        page = maker.make(workspace, look)
        page.build()
        qtbot.addWidget(page)
        for widget in _with_forms(page):
            shown |= set(_shown_by(widget))
    missing = {
        f"{value.__name__}.{each.name}"
        for value, each in _fields(StudyDay)
        if each.name not in OF_NO_PAGE and (value, each.name) not in shown | ELSEWHERE
    }
    assert missing == set()


def _with_forms(page: QWidget) -> Iterator[QWidget]:
    for later in page.findChildren(Later):
        later.content()
    yield page
    if isinstance(page, ListsPage):
        for value in page.panel.classes:
            yield page.panel.form(value)
    if isinstance(page, ProgrammePage):
        right = page.inspector()
        assert right is not None
        inspector = right.findChild(BlockInspector)
        assert inspector is not None
        for fold in inspector.folds.values():
            fold.open()
        page.show()
        assert page.workspace.day is not None
        page.reveal(Place(1, "part", page.workspace.day.parts[0].id))
        yield inspector


def _shown_by(top: QWidget) -> Iterator[tuple[type[Any], str]]:
    _build(top)
    for widget in [top, *top.findChildren(QWidget)]:
        if isinstance(widget, ThingForm):
            yield from ((widget.value, name) for name in widget.names)
        elif isinstance(widget, ThingTable):
            yield from ((widget.value, column.field) for column in widget.things.columns if column.field)
        elif isinstance(widget, OwnedRows):
            yield from _in_rows(widget)
        elif isinstance(widget, ThingList):
            yield StudyDay, widget.field
        elif isinstance(widget, ImpactMap):
            yield StudyDay, "impacts"
            yield from ((ImpactMap.value, name) for name in ImpactMap.names)
        elif isinstance(widget, StatusSteps):
            yield StudyDay, "status"
        elif isinstance(widget, RuleSettings):
            yield StudyDay, "rule_settings"
            rows = next(each.holds for each in described(StudyDay) if each.name == "rule_settings")
            yield from ((rows, each.name) for each in described(rows))


def _build(top: QWidget) -> None:
    """Build all forms, which are empty until they are seen."""
    forms = top.findChildren(ThingForm)
    for form in [top, *forms] if isinstance(top, ThingForm) else forms:
        form.building.finish()


def _in_rows(rows: OwnedRows) -> Iterator[tuple[type[Any], str]]:
    yield from ((rows.value, name) for name in rows.fields)
    form = rows.open_form()
    if form is not None:
        yield from _shown_by(form)


def _fields(value: type[Any]) -> Iterator[tuple[type[Any], Described]]:
    for each in described(value):
        yield value, each
        if each.is_value:
            yield from _fields(each.holds)


OF_THE_PROGRAM = {"key", "hidden", "copied_from"}
"""Whose a thing is and whether it is offered stands in a column, and is changed by buttons."""
SET_ELSEWHERE = {
    # A picture to choose, a colour, and checks to switch: beside the form of the school.
    *((School, name) for name in ("logo", "accent_colour", "rule_settings")),
    # Tables of their own below that form.
    *((School, name) for name in ("closed_days", "evaluation_windows")),
    # It is typed as one.
    *((RelativeDate, name) for name in ("n", "unit")),
}


def test_every_field_of_the_school_is_in_one_of_its_lists(qtbot: QtBot, workspace: Workspace, look: Look) -> None:
    page = SchoolPage(workspace, look)
    qtbot.addWidget(page)
    page.settings.building.finish()
    shown = {found for each in (*page.lists, page.settings) for found in _shown_by(each)}
    classes = (School, Person, Room, Group, SchoolGoal, WorkingFormat, LearningForm, QuestionSet, Trajectory)
    missing = {
        f"{value.__name__}.{each.name}"
        for top in classes
        for value, each in _fields(top)
        if each.name not in OF_NO_PAGE | OF_THE_PROGRAM and (value, each.name) not in shown | SET_ELSEWHERE
    }
    assert missing == set()
