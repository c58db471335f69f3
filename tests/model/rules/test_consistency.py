from dataclasses import replace

import pytest

from studydag.model.rules.consistency import led_once, problems_of_day, problems_of_setting
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Moment
from studydag.model.values.limits import Limits
from studydag.model.values.programme import Block, BlockKind, BlockLead
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory

ROUND = Block(id=1, kind=BlockKind.ROUND)
OPTION = Block(id=2, round=1)
PLAIN = Block(id=3)
BLOCKS = {block.id: block for block in (ROUND, OPTION, PLAIN)}


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        (OPTION, []),
        (PLAIN, []),
        (Block(id=4, round=3), ["round"]),
        (Block(id=4, round=4), ["round"]),
        (Block(id=4, round=1, part=9), ["part"]),
        (Block(id=4, round=1, kind=BlockKind.ROUND), ["kind"]),
        (Block(round=1), []),
    ],
)
def test_an_option_lies_in_a_round_and_nowhere_else(block: Block, fields: list[str]):
    others = (each for each in BLOCKS.values() if each.id != block.id)
    found = problems_of_day(StudyDay(title="x", blocks=(block, *others)))
    assert [problem.where for problem in found] == [f"$.blocks[0].{field}" for field in fields]


def test_nobody_leads_a_block_twice():
    noor, again, sam = (BlockLead(id=number, person=person) for number, person in ((1, 7), (2, 7), (3, 8)))
    block = Block(id=3, leads=(noor, sam, again))

    assert [problem.where for problem in problems_of_day(StudyDay(title="x", blocks=(block,)))] == [
        "$.blocks[0].leads[2].person"
    ]
    assert led_once(block, lambda person: person).leads == (noor, sam)
    assert led_once(block, lambda _: 1).leads == (noor,)
    assert problems_of_day(StudyDay(title="x", blocks=(replace(block, leads=(noor, sam)),))) == ()


def test_a_circle_of_references_is_found_and_a_chain_is_not():
    circle = (Measure(id=1, baseline_measure=2), Measure(id=2, baseline_measure=3), Measure(id=3, baseline_measure=1))
    chain = (*circle[:2], Measure(id=3))

    found = problems_of_day(StudyDay(title="x", measures=(*circle, Measure(id=4, baseline_measure=1))))

    assert [problem.where for problem in found] == [f"$.measures[{place}].baseline_measure" for place in range(3)]
    assert problems_of_day(StudyDay(title="x", measures=chain)) == ()


def test_a_very_long_chain_is_no_trouble():
    blocks = tuple(Block(id=number, round=None, repeats=number + 1) for number in range(1, 20_001))
    limits = Limits(top_level_blocks=20_000)

    assert problems_of_day(StudyDay(title="x", blocks=blocks), limits=limits) == ()


def test_options_do_not_count_as_top_level_blocks():
    options = tuple(Block(id=number, round=1) for number in range(2, 402))
    day = StudyDay(title="x", blocks=(ROUND, *options))

    assert problems_of_day(day) == ()
    assert [problem.figures for problem in problems_of_day(day, limits=Limits(round_options=399))] == [
        {"limit": 399, "count": 400}
    ]


def test_there_is_room_for_five_thousand_people():
    people = tuple(Person(id=number, name="x") for number in range(5_001))

    assert problems_of_setting(Setting(people=people[:5_000])) == ()
    assert [problem.where for problem in problems_of_setting(Setting(people=people))] == ["$.setting.people"]


@pytest.mark.parametrize("rhythm", ["WEEKLY", "every week", "FREQ=SECONDLY", "FREQ=MONTHLY;BYDAY=9TU"])
def test_a_rhythm_that_cannot_be_read_is_no_single_meeting(rhythm: str):
    moments = (Moment(id=1, rhythm="FREQ=WEEKLY"), Moment(id=2), Moment(id=3, rhythm=rhythm))
    trajectory = Trajectory(title="Feedback", moments=moments)

    of_day = problems_of_day(StudyDay(title="x", moments=moments))
    of_setting = problems_of_setting(Setting(trajectories=(trajectory,)))

    assert [problem.where for problem in of_day] == ["$.moments[2].rhythm"]
    assert of_day[0].figures == {"rhythm": rhythm}
    assert [problem.where for problem in of_setting] == ["$.setting.trajectories[0].moments[2].rhythm"]
