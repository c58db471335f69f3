"""Editors of money, of words and of numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.values.fields import Between
from studydag.model.values.school import SchoolGoal
from studydag.ui.fields.build import field_for
from studydag.ui.fields.several import LinesField, NumbersField, WordsField
from studydag.ui.fields.typed import MoneyField, NumberField, SchoolYearField, read_money, read_school_year


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1850", 185_000),
        ("1.850", 185_000),
        ("1,850", 185_000),
        ("€ 1.850,50", 185_050),
        ("12,5", 1_250),
        ("12,-", 1_200),
        ("0.05", 5),
        ("12,345,6", 1_234_560),
        ("1,2,3", None),
        ("-5", None),
        ("free", None),
        ("", None),
    ],
)
def test_money_is_read_as_people_type_it(text: str, cents: int | None) -> None:
    assert read_money(text) == cents


@pytest.mark.parametrize("code", ["nl", "en"])
def test_money_is_read_back_as_it_is_written(code: str, qtbot: QtBot) -> None:
    language = Language.of(code)
    field = MoneyField(language)
    qtbot.addWidget(field)
    for cents in (0, 5, 185_000, 123_456_789):
        assert read_money(language.money(cents)) == cents


def test_words_are_split_at_commas_each_once(qtbot: QtBot) -> None:
    field = WordsField()
    qtbot.addWidget(field)
    field.show_value(("maths",))
    with qtbot.waitSignal(field.edited) as finished:
        field.line.selectAll()
        qtbot.keyClicks(field.line, "maths, year 3; maths,,")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert finished.args == [("maths", "year 3")]
    field.line.clear()
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.shown == ()


def test_numbers_out_of_bounds_are_not_taken(qtbot: QtBot) -> None:
    field = NumbersField(Between(0, 100))
    qtbot.addWidget(field)
    field.show_value((1, 2))
    field.line.selectAll()
    qtbot.keyClicks(field.line, "1 2 300")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.shown == (1, 2)
    assert field.line.text() == "1, 2"


def test_a_fraction_is_written_as_the_language_does(qtbot: QtBot) -> None:
    field = NumberField(0, 10, whole=False, language=Language.of("nl"))
    qtbot.addWidget(field)
    field.show_value(2.9)
    assert field.line.text() == "2,9"


def test_sentences_stand_below_each_other_and_keep_their_commas(qtbot: QtBot) -> None:
    field = LinesField(Language.of("nl"))
    qtbot.addWidget(field)
    field.show_value(("Vraag iedereen te staan, of zittend mee te doen",))
    field.text.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(field.edited) as finished:
        qtbot.keyClick(field.text, Qt.Key.Key_Return)
        qtbot.keyClicks(field.text, "Vat samen, kort")
        qtbot.keyClick(field.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finished.args == [("Vraag iedereen te staan, of zittend mee te doen", "Vat samen, kort")]
    field.show_value(("Eén",))
    field.text.setFocus()
    field.text.setPlainText("Eén\n")
    field.show_value(("Eén",))
    assert field.text.toPlainText() in {"Eén", "Eén\n"}


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2026", 2026), ("2026-2027", 2026), ("2026–27", 2026), ("1999/2000", 1999), ("2026-2028", None), ("26", None)],
)
def test_a_school_year_is_the_year_in_which_it_begins(typed: str, year: int | None) -> None:
    assert read_school_year(typed) == year


def test_a_school_year_is_shown_with_both_years(qtbot: QtBot) -> None:
    field = field_for(SchoolGoal, "first_year", Language.of("nl"), {})
    assert isinstance(field, SchoolYearField)
    qtbot.addWidget(field)
    field.show_value(2026)
    assert field.line.text() == "2026–2027"
    assert field.asks == "Schrijf een schooljaar als 2026-2027."
