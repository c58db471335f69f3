"""The rows of the requirements about working formats, balance, own input, plan B and practical things."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from studydag.model.rules.formats.from_format import block_from
from studydag.model.rules.formats.suggest import Wanted, meets
from studydag.model.rules.time.balance import balance
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.totals import totals
from studydag.model.store.starter import built_in
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Interaction
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_break, a_day, a_format, a_round
from tests.export.printing_days import in_order, text
from tests.model.rules.checks.looking import found
from tests.model.rules.generated_days import days

FORMATS: tuple[WorkingFormat, ...] = built_in(WorkingFormat)


def test_r044_the_bars_sum_to_the_net_minutes_within_0_minutes():
    formats = {7: a_format(7, "Jigsaw", activity_level=4, subgroup_max=4)}
    day = a_day(
        a_block(1, 15, Phase.ORGANISATION),
        a_block(2, 35, Phase.INSPIRATION, interaction=Interaction.LISTEN, context_tags=("wiskunde", "onderbouw")),
        a_block(3, 40, working_format=7),
        a_break(4, 20),
        *a_round(5, a_block(6, 70, Phase.APPLICATION, activity=5), a_block(8, 45, Phase.REFLECTION)),
    )
    planned = schedule(day)
    bars = balance(planned, formats)

    assert bars.net_minutes == 35 + 40 + 70 == totals(planned).content_minutes
    assert sum(bars.by_phase().values()) == bars.net_minutes
    assert sum(bars.by_activity().values()) == bars.net_minutes
    assert sum(bars.by_interaction().values()) == bars.net_minutes
    assert bars.by_activity()[4] == 40
    assert day.blocks[1].context_tags == ("wiskunde", "onderbouw")


@settings(max_examples=60)
@given(days())
def test_r044_whatever_the_day_all_three_bars_are_of_the_same_minutes(day: StudyDay):
    planned = schedule(day)
    bars = balance(planned, {})
    net = totals(planned).content_minutes
    assert {sum(each.values()) for each in (bars.by_phase(), bars.by_activity(), bars.by_interaction())} == {net}


def test_r076_application_at_most_45_minutes_and_60_people_leave_only_formats_whose_ranges_fit():
    wanted = Wanted(phase=Phase.APPLICATION, minutes=45, people=60)
    left = [each for each in FORMATS if meets(each, wanted)]

    assert 5 <= len(left) < len(FORMATS)
    for each in FORMATS:
        fits = Phase.APPLICATION in each.phases and each.minutes_min <= 45 and each.group_min <= 60 <= each.group_max
        assert (each in left) is fits, each.key


@pytest.mark.parametrize("language", DocumentLanguage)
def test_r076_every_built_in_format_brings_minutes_materials_and_steps(language: DocumentLanguage):
    for each in FORMATS:
        made = block_from(replace(each, id=5), language)
        assert each.minutes_min <= made.minutes <= each.minutes_max
        assert len(made.materials) == len(each.materials_nl)
        assert made.facilitator_notes.count("\n") == len(each.steps_nl) - 1
        assert made.description
        assert made.phase in each.phases


def test_r081_an_open_slot_holds_any_number_of_topics_and_gives_room_for_own_input():
    empty = a_block(1, 45, Phase.APPLICATION, open_slot=True, own_input=True)
    filled = replace(empty, topics=("Toetsen zonder cijfers", "Start van de les"))

    for slot in (empty, filled):
        assert found("no-choice-or-input", a_day(slot)) == ()
    assert found("no-choice-or-input", a_day(a_block(1, 45))) != ()


@pytest.mark.parametrize("name", ["programme", "run-sheet"])
def test_r081_an_empty_slot_is_printed_as_open_and_a_filled_one_with_its_topics(name: str):
    empty = a_block(1, 45, Phase.APPLICATION, title="Market", open_slot=True)
    filled = replace(empty, topics=("Rubrics", "The first five minutes"))

    assert in_order(text(name, a_day(empty)), "Market", "open until the day itself")
    assert in_order(text(name, a_day(filled)), "Market", "Rubrics", "The first five minutes")
    assert "open until" not in text(name, a_day(filled))
    option = a_round(2, replace(empty, id=3, uid="block-3"), title="Choose")
    assert in_order(text(name, a_day(*option)), "Market", "open until the day itself")
