"""The text overview says something sensible of any study day."""

import pytest
from hypothesis import given, settings

from studydag.cli.output import columns, one_line
from studydag.cli.overview import overview
from studydag.language import Language
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Moment
from studydag.model.values.programme import Mode, RoundRule
from studydag.model.values.school import Group
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import DAY, TODAY, a, a_block, a_day, a_round, a_setting, at
from tests.strategies import World, worlds

DUTCH, ENGLISH = Language.of("nl"), Language.of("en")


@settings(max_examples=15)
@given(world=worlds())
def test_any_day_is_shown_without_losing_a_block(world: World) -> None:
    lines = overview(world.day, world.setting, DUTCH)
    text = one_line(" ".join(lines))
    assert all(one_line(line) == " ".join(line.split()) for line in lines)
    for block in world.day.blocks:
        assert one_line(block.title) in text


@pytest.mark.parametrize("language", [DUTCH, ENGLISH])
def test_an_empty_day_has_a_head_and_nothing_else(language: Language) -> None:
    lines = overview(StudyDay(id=3, uid="u", title="Leeg"), Setting(), language)
    assert len(lines) == 2
    assert lines[0] == "Leeg"


def test_a_long_title_is_wrapped() -> None:
    lines = overview(StudyDay(title="woord " * 80), Setting(), DUTCH)
    assert max(columns(line) for line in lines) <= 100


def shown(day: StudyDay, setting: Setting | None = None) -> str:
    return one_line(" ".join(overview(day, setting or Setting(), ENGLISH)))


def test_a_series_begins_on_its_own_first_date() -> None:
    meeting = a(Moment, 1, title="Corner", first_date=DAY, rhythm="FREQ=MONTHLY;BYDAY=1TU", times=2)
    assert "Tue 1 Dec 2026 reflection Corner (2 times, until Tue 5 Jan 2027)" in shown(a_day(meeting))


def test_a_measure_in_the_programme_has_the_date_of_its_block() -> None:
    assert "Thu 12 Nov 2026 09:00 1 reaction Poll" in shown(a_day(a_block(1), a(Measure, 1, title="Poll", block=1)))


def test_moments_and_measures_stand_in_the_order_of_their_dates() -> None:
    moments = (a(Moment, 1, title="Later", first_date=RelativeDate(6)), a(Moment, 2, title="Sooner", first_date=DAY))
    measures = (a(Measure, 1, title="After", when=RelativeDate(6)), a(Measure, 2, title="Before", when=TODAY))
    text = shown(a_day(*moments, *measures, a(Moment, 3, title="Some day")))
    assert text.index("Sooner") < text.index("Later") < text.index("Some day")
    assert text.index("Before") < text.index("After")


def test_a_round_by_group_says_for_whom_each_option_is() -> None:
    groups = (a(Group, 1, name="Group A"), a(Group, 2, name="Group B"))
    options = (a_block(2, audience=(1,)), a_block(3, audience=(2,)))
    text = shown(a_day(*a_round(1, *options, round_rule=RoundRule.BY_GROUP)), a_setting(*groups))
    assert "Block 1 knowledge · by group" in text
    assert "Block 2 knowledge · for Group A" in text
    assert "Block 3 knowledge · for Group B" in text


def test_what_is_not_certain_about_a_block_is_said() -> None:
    guess = a_block(1, end_inferred=True, mode=Mode.ONLINE, title_to_be_announced_until=DAY)
    assert "Block 1 knowledge · online · title not final · end is a guess" in shown(a_day(guess))


def test_time_to_spare_and_overlaps_are_said() -> None:
    text = shown(a_day(a_block(1), a_block(2, pinned_start=at("10:00")), a_block(3, pinned_start=at("10:20"))))
    assert "09:30–10:00 30 min to spare" in text
    assert "10:20–10:50 Block 3 knowledge · overlaps by 10 min" in text
