"""The months above the year line: named as far as there is room."""

import datetime as dt

import pytest
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.rules.year_line import YearLine
from studydag.ui.look import Look
from studydag.ui.trajectory.year_painting import YearPainter, YearScale

LINE = YearLine(first=dt.date(2026, 8, 31), last=dt.date(2028, 7, 14))


def named(look: Look, code: str, width: float) -> list[tuple[dt.date, str]]:
    picture = QPixmap(10, 10)
    with QPainter(picture) as painter:
        scale = YearScale(LINE, 20.0, 0.0, width, 10.0)
        return YearPainter(painter, scale, look, Language.of(code)).named_months()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_where_not_all_months_can_be_named_every_second_one_or_fewer_are(qtbot: QtBot, look: Look, code: str):
    wide, narrow, least = (named(look, code, width) for width in (1400.0, 550.0, 200.0))
    assert len(wide) > 20
    assert 3 < len(narrow) < 20
    assert len({(each.year, each.month) for each, _text in narrow}) == len(narrow)
    # January stands for its year, and is named as long as anything is.
    for said in (wide, narrow, least):
        assert [text for here, text in said if here.month == 1] == ["2027", "2028"]
