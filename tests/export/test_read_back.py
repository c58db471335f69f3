"""What we write of a programme can be read again: same blocks, times, leads and rooms, from any kind of document."""

import datetime as dt

import pytest

from studydag.export.block_table import as_html, as_tab_separated, block_table
from studydag.export.documents import ICS, MD, TXT, XLSX, document
from studydag.language import Language
from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file, read_pasted
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.imported import ImportedBlock, ImportedProgramme
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.export.printing_days import DUTCH, ENGLISH, STAMP, example

LANGUAGES = pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
Written = tuple[int | None, int | None, str, frozenset[str], str]


def blocks_of(day: StudyDay, setting: Setting) -> set[Written]:
    rooms = {room.id: room.name for room in setting.rooms}
    people = {person.id: person.name for person in setting.people}
    return {
        (
            slot.start,
            slot.end,
            slot.block.title,
            frozenset(people[lead.person] for lead in slot.block.leads),
            rooms.get(slot.block.room or 0, ""),
        )
        for slot in schedule(day).with_options()
    }


def read(programme: ImportedProgramme) -> set[Written]:
    blocks = [block for part in programme.parts for block in part.blocks]
    return {_read(each) for block in blocks for each in (block, *block.options)}


def _read(block: ImportedBlock) -> Written:
    return block.start, block.end, block.title, frozenset(block.persons), block.room


@LANGUAGES
@pytest.mark.parametrize("ending", [MD, TXT, XLSX])
def test_a_programme_that_we_wrote_is_read_as_it_was(language: Language, ending: str) -> None:
    day, setting = example(language.code)
    data = document("programme").render(day, setting, language, STAMP, ending=ending, chosen={"leads": "yes"})
    lines = read_file(data, f"x{ending}", today=dt.date(2026, 1, 5))
    assert read(arranged(lines)) == blocks_of(day, setting)


@LANGUAGES
def test_copied_blocks_are_read_as_they_were(language: Language) -> None:
    day, setting = example(language.code)
    plan = schedule(day)
    rows = block_table(day, setting, plan, {slot.block.id for slot in plan.with_options()}, language)
    for text, page in ((as_tab_separated(rows), ""), ("", as_html(rows))):
        assert read(arranged(read_pasted(text, page))) == blocks_of(day, setting)


@LANGUAGES
def test_options_in_a_calendar_are_read_with_who_leads_them(language: Language) -> None:
    day, setting = example(language.code)
    data = document("programme").render(day, setting, language, STAMP, ending=ICS, chosen={"leads": "yes"})
    found = read(arranged(read_file(data, "x.ics", today=dt.date(2026, 1, 5))))
    led = {(title, people) for _, _, title, people, _ in found}
    options = [option for part in schedule(day).parts for slot in part.slots for option in slot.options]
    names = {person.id: person.name for person in setting.people}
    expected = {(each.block.title, frozenset(names[lead.person] for lead in each.block.leads)) for each in options}
    assert any(people for _, people in expected)
    assert expected <= led
