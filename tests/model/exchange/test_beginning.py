"""A new study day from four answers."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from studydag.cli.plan import decoded
from studydag.model.exchange.beginning import Answers, day_like, empty_day, outlined_day
from studydag.model.exchange.examples import worked_example
from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.time.schedule import part_bounds
from studydag.model.values.formats import Phase
from studydag.model.values.languages import DocumentLanguage

LEARNING = [Phase.INSPIRATION, Phase.KNOWLEDGE, Phase.APPLICATION, Phase.REFLECTION]


@given(start=st.integers(6, 14), hours=st.integers(1, 9), quarter=st.sampled_from([0, 15, 30, 45]))
def test_an_outline_fills_the_time_with_every_phase_in_order(start: int, hours: int, quarter: int):
    answers = Answers(title="Taal", start=dt.time(start), end=dt.time(start + hours, quarter))

    day = outlined_day(answers, {}).day

    first, last = part_bounds(day.parts[0])
    assert sum(block.minutes for block in day.blocks) == last - first
    assert list(dict.fromkeys(block.phase for block in day.blocks if block.phase.is_learning)) == LEARNING


def test_a_day_like_another_takes_its_design_and_nothing_that_came_of_it():
    example = decoded(worked_example(DocumentLanguage.DUTCH))
    made = day_like(example, Answers(title="Taal", date=dt.date(2028, 2, 3), people=30))

    assert (made.day.title, made.day.expected_number) == ("Taal", 30)
    assert first_date(made.day) == dt.date(2028, 2, 3)
    assert len(made.day.blocks) == len(example.day.blocks)
    assert made.day.registrations == made.day.results == ()
    assert made.day.uid == ""
    assert made.setting.people == ()


def test_an_empty_day_has_a_part_and_no_blocks():
    day = empty_day(Answers(title="Taal")).day

    assert (len(day.parts), day.blocks) == (1, ())
