from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import given, settings

from studydag.model.exchange.reading import MOST_ITEMS
from studydag.model.exchange.study_day_json import Loaded, decode, encode, to_json
from studydag.model.rules.handing_on.used import shared_fields, used_by
from studydag.model.values.choices import Allotment, AttendanceMark, Preference, Registration
from studydag.model.values.limits import LIMITS
from studydag.model.values.programme import Block, BlockLead
from studydag.model.values.references import reference_to, rewired, things_in
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_part, a_round
from tests.strategies import World, in_order, worlds


def numbered_alike(day: StudyDay, setting: Setting) -> Loaded:
    """Number all things by their order, so that what differs in ids only is equal."""
    numbers = count(1)
    roots = (day, *(thing for each in shared_fields() for thing in getattr(setting, each.name)))
    ids = {reference_to(inner): next(numbers) for root in roots for inner in things_in(root)}
    shared: dict[str, Any] = {
        each.name: in_order(tuple(rewired(thing, ids.get) for thing in getattr(setting, each.name)))
        for each in shared_fields()
    }
    return Loaded(rewired(day, ids.get), replace(Setting(), **shared))


@settings(max_examples=40)
@given(worlds())
def test_what_was_written_is_read_again_and_written_the_same_but_for_ids(world: World):
    document = encode(world.day, world.setting)
    loaded = decode(to_json(world.day, world.setting))

    used = used_by(world.day, world.setting)
    assert numbered_alike(loaded.day, loaded.setting) == numbered_alike(world.day, used)
    assert without_ids(encode(loaded.day, loaded.setting)) == without_ids(document)


def test_what_was_allowed_once_and_is_refused_now_is_written_as_it_can_be_read():
    leads = (BlockLead(id=5, uid="l", person=4), BlockLead(id=6, uid="m", position=1, person=4))
    block = Block(id=2, uid="b", leads=leads)
    day = StudyDay(id=1, uid="d", title="Toetsen", builds_on="d", blocks=(block,))
    loaded = decode(to_json(day, Setting(people=(Person(id=4, uid="p", name="Noor"),))))
    assert loaded.day.builds_on == ""
    assert [lead.uid for lead in loaded.day.blocks[0].leads] == ["l"]


def without_ids(data: Any) -> Any:
    if isinstance(data, list):
        return [without_ids(item) for item in data]
    if isinstance(data, dict):
        return {key: without_ids(item) for key, item in data.items() if key != "id"}
    return data


def test_a_day_that_is_filled_to_its_limits_is_not_too_large_to_be_read_again():
    rounds = 60
    day = a_day(a_part(1), *a_round(2, a_block(3, uid="o" * 36)))
    more_options = a_day(a_part(1), *a_round(2, a_block(3, uid="o" * 36), a_block(4, uid="p" * 36)))
    here = Registration(id=5, uid="r" * 36, attendance=(AttendanceMark(uid="m" * 36, round=2),) * rounds)
    wish = Preference(uid="w" * 36, registration=5, option=3, round=2)
    place = Allotment(uid="a" * 36, registration=5, option=3, round=2)
    more_people = replace(day, registrations=(here,), preferences=(wish,) * 3 * rounds, allotments=(place,) * rounds)
    one, of_options, of_people = (len(to_json(each, Setting())) for each in (day, more_options, more_people))

    blocks = LIMITS.top_level_blocks * (1 + LIMITS.round_options)
    assert blocks * (of_options - one) < LIMITS.file_bytes
    assert LIMITS.registrations * (of_people - one) < LIMITS.file_bytes
    assert max(blocks, LIMITS.registrations * 3 * rounds) < MOST_ITEMS
