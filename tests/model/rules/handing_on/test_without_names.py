"""A plan to share holds no name and no address, whatever field it stood in (R026)."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings

from studydag.model.rules.handing_on.without_names import MASK, without_names
from studydag.model.values.choices import Registration
from studydag.model.values.goals import Case
from studydag.model.values.programme import Mode
from studydag.model.values.study_day import Decision, PreparationMember
from tests.building import (
    a,
    a_block,
    a_day,
    a_group,
    a_lead,
    a_need,
    a_person,
    a_round,
    a_setting,
    an_action,
    an_expert,
)
from tests.strategies import World, worlds

PEOPLE = [a_person(number, f"Noor Valk{number}", email=f"n{number}@school.nl") for number in range(1, 13)]


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in strings(each)]
    if is_dataclass(value):
        return [text for each in fields(value) if each.name != "uid" for text in strings(getattr(value, each.name))]
    return []


def test_r026_a_plan_with_12_named_people_has_no_name_or_address_left():
    day = a_day(
        a_block(1, description="Workshop by Noor Valk3 (mail n3@school.nl)", leads=(a_lead(3),)),
        an_action(2, "Noor  Valk4 prepares", owner=4, note="ask Noor Valk5"),
        an_expert(3, "Noor Valk6", organisation="Bureau Bloom", talk_notes="Noor Valk6 was brisk"),
        a_need(4, "Pupils wait", observer="Noor Valk7"),
        a(Case, 5, text="What now?", asked_by="Noor Valk8"),
        a(Decision, 6, what="No talk", by="Noor Valk9"),
        a(Registration, 7, person=10),
        a(Registration, 8, name="Guest Gust"),
        a(PreparationMember, 9, person=11),
        route="Ring at Noor Valk12",
    )
    setting = a_setting(*PEOPLE, a_group(1, "Languages", members=(1, 2)))
    shared = without_names(day, setting)
    left = [text for text in strings((shared.day, shared.setting)) if "Valk" in text or "@" in text or "Gust" in text]
    assert left == []
    assert shared.day.blocks[0].description == f"Workshop by {MASK} (mail {MASK})"
    assert shared.day.actions[0].what == f"{MASK} prepares"
    assert shared.day.experts[0].name == "Bureau Bloom"
    assert shared.left_out["person"] >= 2


def test_internal_blocks_and_links_to_meet_online_stay_inside():
    day = a_day(
        a_block(1, internal=True),
        a_block(2, mode=Mode.HYBRID, link="https://meet.example.org/x"),
        a_block(3, mode=Mode.SELF_PACED, link="https://learn.example.org/course"),
        *a_round(4, a_block(5, mode=Mode.ONLINE, link="https://meet.example.org/y"), internal=True),
        an_action(6, block=1),
    )
    shared = without_names(day, a_setting())
    assert [(block.id, block.link) for block in shared.day.blocks] == [(2, ""), (3, "https://learn.example.org/course")]
    assert shared.day.actions[0].block is None
    assert (shared.left_out["block"], shared.left_out["block.link"]) == (3, 1)


def test_the_school_stays_and_a_name_within_a_word_does_too():
    day = a_day(a_block(1, title="Samen leren"))
    setting = replace(a_setting(a_person(1, "Sam")), school=replace(a_setting().school, name="Rietbeek"))
    shared = without_names(day, setting)
    assert shared.day.blocks[0].title == "Samen leren"
    assert shared.setting.school.name == "Rietbeek"


def test_a_short_name_and_one_within_another_are_masked_whole():
    day = a_day(a_block(1, title="Bo and Jan  Smit ask Jan"))
    shared = without_names(day, a_setting(a_person(1, "Jan"), a_person(2, "Jan Smit"), a_person(3, "Bo")))
    assert shared.day.blocks[0].title == f"{MASK} and {MASK} ask {MASK}"


@settings(max_examples=25)
@given(worlds())
def test_no_name_of_any_person_is_left_in_any_day(world: World):
    names = {" ".join(person.name.split()) for person in world.setting.people}
    shared = without_names(world.day, world.setting)
    assert [text for text in strings(shared.day) if text in names and len(text) > 1] == []
    assert shared.setting.people == ()
