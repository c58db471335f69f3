"""The text overview says something sensible of any study day."""

import pytest
from hypothesis import given, settings

from studydag.cli.output import columns, one_line
from studydag.cli.overview import overview
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
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
