from studydag.model.rules.choices.rounds import minutes_of_one
from tests.building import a_block


def test_a_round_counts_once_for_who_is_in_it():
    options = [a_block(2, 75, round=1), a_block(3, 60, round=1, offset_minutes=5)]

    assert minutes_of_one([a_block(1, 60), *options, a_block(4, 30)]) == 105
    assert minutes_of_one(options[1:]) == 65
    assert minutes_of_one([]) == 0
