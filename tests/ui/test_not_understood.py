"""What is typed in a form and can't be read is said, and stays to be mended."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studydag.model.values.follow_up import Moment
from studydag.ui.fields.dates import DueField
from studydag.ui.fields.typed import TypedField
from studydag.ui.widgets.form import ThingForm
from studydag.ui.workspace import Workspace


@pytest.fixture
def form(workspace: Workspace, qtbot: QtBot) -> ThingForm:
    """The form of a moment of the day."""
    form = ThingForm(workspace, Moment, ("title", "minutes", "first_date"))
    qtbot.addWidget(form)
    assert workspace.day is not None
    form.show_thing(workspace.day.moments[0])
    form.show()
    return form


def problems(form: ThingForm) -> list[str]:
    return [each.text() for each in form.findChildren(QLabel) if each.property("role") == "problem" and each.text()]


def typed(field: TypedField, text: str, qtbot: QtBot) -> None:
    """Type over what stands in a field, and leave it."""
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    field.line.editingFinished.emit()


def test_a_duration_that_cant_be_read_stays_and_says_how_to_write_it(form: ThingForm, qtbot: QtBot) -> None:
    field = form.field("minutes")
    assert isinstance(field, TypedField)
    before = field.shown
    typed(field, "tot de bel", qtbot)
    assert field.line.text() == "tot de bel"
    assert field.shown == before
    assert problems(form) == ["‘tot de bel’ begrijp ik niet. Schrijf hoelang het duurt, zoals 45 of 1u30."]
    assert problems(form)[0] == field.line.accessibleDescription()

    typed(field, "45", qtbot)
    assert problems(form) == []
    assert not field.line.property("wrong")


def test_a_date_within_a_field_of_several_parts_says_it_too(form: ThingForm, qtbot: QtBot) -> None:
    field = form.field("first_date")
    assert isinstance(field, DueField)
    typed(field.fixed.typed, "ooit", qtbot)
    assert problems(form) == ["‘ooit’ begrijp ik niet. Schrijf een datum als 12-3-2027 of 12 maart 2027."]
