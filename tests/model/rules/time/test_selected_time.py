"""How long selected blocks take together."""

from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.selected_time import SelectedTime, selected_time
from tests.building import a_block, a_day, a_round


def test_a_round_counts_once_and_options_as_long_as_the_longest():
    planned = schedule(a_day(a_block(1, 45), *a_round(2, a_block(3, 60), a_block(4, 30), minutes=60)))

    assert selected_time(planned, (1, 2)) == SelectedTime(count=2, minutes=105)
    assert selected_time(planned, (2, 3, 4)) == SelectedTime(count=3, minutes=60)
    assert selected_time(planned, (3, 4)) == SelectedTime(count=2, minutes=60)
    assert selected_time(planned, (1, 4, 4)) == SelectedTime(count=2, minutes=75)


def test_parked_blocks_count_and_cancelled_ones_take_no_time():
    planned = schedule(a_day(a_block(1, 45, cancelled=True), a_block(2, 20, part=None)))

    assert selected_time(planned, (1, 2)) == SelectedTime(count=2, minutes=20)
    assert selected_time(planned, ()) == SelectedTime()
    assert selected_time(planned, (99,)).minutes == 0
