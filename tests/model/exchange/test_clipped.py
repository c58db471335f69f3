"""Blocks on a clipboard: our own come back whole, and rows of others become blocks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from studydag.export.block_table import as_html, as_tab_separated, block_table
from studydag.language import Language
from studydag.model.exchange.clipped import blocks_of_rows, decode_blocks, encode_blocks
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.description import kind_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_break, a_day, a_format, a_goal, a_lead, a_person, a_room, a_round, a_setting
from tests.model.rules.generated_days import days

SETTING = a_setting(a_room(1, "Aula"), a_person(1, "Noor Visser"), a_format(1, "Jigsaw"))
DAY = a_day(
    a_goal(1),
    a_goal(2),
    a_block(1, 45, Phase.INSPIRATION, title="Verhaal", room=1, leads=(a_lead(1),), goals=(1,)),
    a_break(2, 15, title="Koffie"),
    *a_round(3, a_block(4, 60), a_block(5, 60, repeats=4), title="Ronde"),
    a_block(6, 30, Phase.APPLICATION, title="=1+1", working_format=1),
)


def test_only_what_was_chosen_goes_along_with_what_it_uses():
    loaded = decode_blocks(encode_blocks(DAY, SETTING, {1, 3}), Setting())

    assert [block.title for block in loaded.day.blocks] == ["Verhaal", "Ronde", "Block 4", "Block 5"]
    assert [goal.sentence for goal in loaded.day.goals] == [DAY.goals[0].sentence]
    assert [room.name for room in loaded.setting.rooms] == ["Aula"]


def test_an_option_by_itself_is_a_block_that_repeats_nothing():
    loaded = decode_blocks(encode_blocks(DAY, SETTING, {5}), Setting())
    (block,) = loaded.day.blocks

    assert (block.round, block.repeats) == (None, None)
    assert block.part is not None


@settings(max_examples=40)
@given(day=days())
def test_every_day_goes_through(day: StudyDay):
    named = (replace(thing, uid=f"{kind_of(type(thing))}-{thing.id}") for thing in (*day.parts, *day.blocks))
    whole = a_day(*named)
    ids = {block.id for block in whole.blocks}
    loaded = decode_blocks(encode_blocks(whole, Setting(), ids), Setting())

    assert sorted(block.minutes for block in loaded.day.blocks) == sorted(block.minutes for block in whole.blocks)


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("as_table", [True, False])
def test_our_own_table_comes_back_from_a_spreadsheet(code: str, as_table: bool):
    rows = block_table(DAY, SETTING, schedule(DAY), {1, 2, 6}, Language.of(code))
    found = blocks_of_rows(as_tab_separated(rows), as_html(rows) if as_table else "", SETTING)
    blocks = found.loaded.day.blocks

    assert [(block.title, block.minutes, block.phase) for block in blocks] == [
        ("Verhaal", 45, Phase.INSPIRATION),
        ("Koffie", 15, Phase.BREAK),
        ("=1+1", 30, Phase.APPLICATION),
    ]
    assert blocks[2].working_format == 1
    assert [room.uid for room in found.loaded.setting.rooms] == [SETTING.rooms[0].uid]
    assert [person.uid for person in found.loaded.setting.people] == [SETTING.people[0].uid]
    assert found.left == ()


def titles(blocks: tuple[Block, ...]) -> list[tuple[str, int]]:
    return [(block.title, block.minutes) for block in blocks]


def test_rows_of_others_become_blocks():
    tabbed = blocks_of_rows("Opening\t15 min\nKeynote\t45 min\n", "", Setting())
    html = "<table><tr><td>9:00-9:30</td><td>Opening</td></tr><tr><td>9:30-10:15</td><td>Keynote</td></tr></table>"

    assert titles(tabbed.loaded.day.blocks) == [("Opening", 15), ("Keynote", 45)]
    assert titles(blocks_of_rows("", html, Setting()).loaded.day.blocks) == [("Opening", 30), ("Keynote", 45)]


def test_a_text_that_is_no_programme_gives_titles():
    found = blocks_of_rows("Hallo daar", "", Setting())

    assert titles(found.loaded.day.blocks) == [("Hallo daar", 30)]
    assert blocks_of_rows("  \n", "", Setting()).loaded.day.blocks == ()
