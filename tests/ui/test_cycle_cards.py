"""The names of the stages on the cards of the cycle: none over another, however narrow the card is."""

from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.rules.threads.cycle import Stage, Standing
from studydag.ui.look import Look
from studydag.ui.widgets.cycle_cards import CycleStrip


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("wide", [120, 210, 420, 900])
def test_no_name_of_a_stage_stands_over_another(qtbot: QtBot, look: Look, stage: Stage, wide: int) -> None:
    strip = CycleStrip(Standing(stage=stage), Language.of("nl"), look)
    qtbot.addWidget(strip)
    strip.resize(wide, 40)
    places = strip.places()
    assert places[0][0] is stage
    assert not any(one.intersects(other) for (_, one), (_, other) in combinations(places, 2))


@pytest.mark.parametrize("stage", Stage)
def test_r122_all_stages_are_named_on_a_card_of_home(qtbot: QtBot, look: Look, stage: Stage) -> None:
    strip = CycleStrip(Standing(stage=stage), Language.of("nl"), look)
    qtbot.addWidget(strip)
    strip.show()
    strip.resize(400, 20)
    places = strip.places()
    assert {named for named, _ in places} == set(Stage)
    assert all(place.bottom() <= strip.height() for _, place in places)
