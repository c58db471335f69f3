from studydag.model.rules.choices.leading_back import leading_back, not_offered, own_kind
from studydag.model.values.effect import Measure
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay


def test_an_option_can_repeat_neither_itself_nor_what_repeats_it():
    day = StudyDay(blocks=(Block(id=1), Block(id=2, repeats=1), Block(id=3, repeats=2), Block(id=4)))
    assert leading_back(day, day.blocks[0], "repeats") == {1, 2, 3}
    assert leading_back(day, day.blocks[1], "repeats") == {2, 3}
    assert leading_back(day, day.blocks[3], "repeats") == {4}


def test_an_option_repeats_none_of_its_own_round():
    day = StudyDay(
        blocks=(
            Block(id=1),
            Block(id=2),
            Block(id=11, round=1),
            Block(id=12, round=1),
            Block(id=21, round=2, repeats=11),
            Block(id=22, round=2),
        )
    )
    assert not_offered(day, day.blocks[5], "repeats") == {21, 22}
    assert not_offered(day, day.blocks[2], "repeats") == {11, 12, 21}


def test_a_measure_is_no_baseline_of_itself():
    day = StudyDay(measures=(Measure(id=1), Measure(id=2, baseline_measure=1)))
    assert leading_back(day, day.measures[0], "baseline_measure") == {1, 2}


def test_only_fields_that_lead_to_one_of_their_own_kind_can_lead_back():
    assert own_kind(Block, "repeats")
    assert own_kind(Measure, "baseline_measure")
    assert not own_kind(Block, "room")
    assert not own_kind(Block, "title")
