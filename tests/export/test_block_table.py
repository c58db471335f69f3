"""Blocks as a table for Excel, Word and mail: what stands in it, and what a spreadsheet must not reckon with."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from studydag.export.block_table import GUARD, as_html, as_tab_separated, block_table, guarded
from studydag.language import Language
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.formats import Phase
from tests.building import a_block, a_day, a_format, a_lead, a_person, a_room, a_round, a_setting

SETTING = a_setting(a_room(1, "Aula"), a_person(1, "Noor"), a_person(2, "Sam"), a_format(1, "Jigsaw"))
DAY = a_day(
    a_block(1, 45, title="Keynote", room=1, leads=(a_lead(1), a_lead(2)), facilitator_notes="geheim"),
    *a_round(2, a_block(3, 60, working_format=1, title=""), title="Ronde", phase=Phase.APPLICATION),
    a_block(4, 20, title="Open", open_end=True),
    a_block(5, 30, title="Geparkeerd", part=None),
)


def test_a_row_says_when_how_long_what_and_where():
    rows = block_table(DAY, SETTING, schedule(DAY), {1, 2, 4, 5}, Language.of("nl"))

    assert rows == (
        ("Begint", "Eindigt", "Duur", "Titel", "Fase", "Werkvorm", "Ruimte", "Begeleiders"),
        ("09:00", "09:45", "45", "Keynote", "kennis", "", "Aula", "Noor en Sam"),
        ("09:45", "10:45", "60", "Ronde", "toepassing", "", "", ""),
        ("09:45", "10:45", "60", "Jigsaw", "kennis", "Jigsaw", "", ""),
        ("10:45", "", "20", "Open", "kennis", "", "", ""),
        ("", "", "30", "Geparkeerd", "kennis", "", "", ""),
    )
    assert "geheim" not in as_html(rows)


def test_text_has_a_line_for_each_block_and_markup_stays_text():
    day = a_day(a_block(1, title="<b>a</b>\tb\nc"), a_block(2, title="=SUM(A1)", pinned_start=dt.time(10)))
    rows = block_table(day, SETTING, schedule(day), {1, 2}, Language.of("en"))

    assert [len(line.split("\t")) for line in as_tab_separated(rows).splitlines()] == [8, 8, 8]
    assert "'=SUM(A1)" in as_tab_separated(rows)
    assert "<b>" not in as_html(rows)
    assert "&lt;b&gt;" in as_html(rows)


@given(st.text(max_size=20))
def test_no_cell_begins_as_a_formula(text: str):
    assert not guarded(text).startswith(("=", "+", "-", "@"))
    assert guarded(text).removeprefix(GUARD) == text.removeprefix(GUARD)
