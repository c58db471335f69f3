"""What each source of a need asks for."""

import pytest

from studydag.model.rules.goals.need_fields import fields_for
from studydag.model.values.description import described
from studydag.model.values.goals import Need, NeedSource


@pytest.mark.parametrize("source", list(NeedSource))
def test_each_source_asks_for_fields_that_there_are(source: NeedSource) -> None:
    assert fields_for(source) <= {each.name for each in described(Need)}
    assert {"statement", "source", "date"} <= fields_for(source)


def test_r033_period_and_trend_belong_to_pupil_results() -> None:
    assert {"period_start", "period_end", "trend"} <= fields_for(NeedSource.PUPIL_RESULTS)
    assert "trend" not in fields_for(NeedSource.INFORMAL_TALK)


def test_some_source_asks_for_each_field() -> None:
    asked = frozenset[str]().union(*(fields_for(source) for source in NeedSource))
    assert asked == {each.name for each in described(Need)} - {"id", "uid", "position"}
