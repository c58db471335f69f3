"""The rows of the requirements about choice rounds: audiences, the carousel, and how they are shared back."""

from studydag.model.rules.choices.carousel import Carousel, carousel_blocks
from studydag.model.rules.choices.rounds import option_of_group
from studydag.model.rules.people.participants import crowd_of
from studydag.model.rules.time.balance import balance
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.programme import Attendance, Block, BlockKind, BlockLead
from tests.building import a_block, a_day, a_group, a_lead, a_part, a_person, a_room, a_round, a_setting
from tests.model.rules.checks.looking import found


def test_d07_a_training_is_compulsory_for_a_listed_third_and_the_rest_chooses():
    third = a_group(1, "First aiders", members=tuple(range(1, 21)))
    people = [a_person(number, f"Person {number}") for number in range(1, 61)]
    day = a_day(
        *a_round(
            1,
            a_block(
                2, title="First aid", audience=(1,), attendance=Attendance.COMPULSORY_FOR_GROUPS, compulsory_for=(1,)
            ),
            a_block(3, title="Rubrics", capacity=20, attendance=Attendance.BY_CHOICE),
            a_block(4, title="Quiz", capacity=20, attendance=Attendance.BY_CHOICE),
        ),
        expected_number=60,
    )
    crowd = crowd_of(day, {third.id: third})

    assert crowd.audience_of(day.blocks[1]) == 20
    assert crowd.audience_of(day.blocks[2]) == 60
    chosen = option_of_group(day, 1, third.id)
    assert chosen is not None
    assert chosen.title == "First aid"
    assert found("capacity-short", day, a_setting(third, *people)) == ()


def test_d08_three_groups_go_round_three_stations_and_the_facilitators_stay():
    stations = tuple(
        Block(title=title, leads=(BlockLead(person=person),), room=room)
        for title, person, room in (("Exit tickets", 1, 11), ("Rubrics", 2, 12), ("Quiz", 3, 13))
    )
    plan = Carousel(title="Carousel", groups=(21, 22, 23), stations=stations, minutes=25, change_over=5)
    blocks = carousel_blocks(plan, round_title="{title} {n}")
    rounds = [block for block in blocks if block.kind is BlockKind.ROUND]
    options = {each.id: [block for block in blocks if block.round == each.id] for each in rounds}

    assert len(rounds) == 3
    # A Latin square: in each round each group once, and each group at each station once.
    for each in rounds:
        assert sorted(group for option in options[each.id] for group in option.audience) == [21, 22, 23]
    for group in plan.groups:
        seen = [option.title for each in rounds for option in options[each.id] if group in option.audience]
        assert sorted(seen) == ["Exit tickets", "Quiz", "Rubrics"]
    for title, person, room in (("Exit tickets", 1, 11), ("Rubrics", 2, 12), ("Quiz", 3, 13)):
        there = [option for each in rounds for option in options[each.id] if option.title == title]
        assert {(option.leads[0].person, option.room) for option in there} == {(person, room)}


def test_d08_a_carousel_has_no_clashes_and_nothing_to_share_back():
    people = [a_person(number, f"Person {number}") for number in (1, 2, 3)]
    rooms = [a_room(number, f"Room {number}") for number in (11, 12, 13)]
    groups = [a_group(number, f"Team {number}") for number in (21, 22, 23)]
    stations = tuple(
        Block(title=f"Station {person}", leads=(a_lead(person),), room=10 + person) for person in (1, 2, 3)
    )
    plan = Carousel(title="Carousel", groups=(21, 22, 23), stations=stations, minutes=20, change_over=5)
    blocks = [
        a_block(
            -block.id,
            block.minutes,
            phase=plan.phase,
            kind=block.kind,
            round_rule=block.round_rule,
            offset_minutes=block.offset_minutes,
            audience=block.audience,
            leads=block.leads,
            room=block.room,
            repeats=None if block.repeats is None else -block.repeats,
            **({} if block.round is None else {"round": -block.round}),
        )
        for block in carousel_blocks(plan, round_title="{title} {n}")
    ]
    day = a_day(a_part(1), *blocks, expected_number=30)
    setting = a_setting(*people, *rooms, *groups)

    for rule in ("person-clash", "room-clash", "change-over", "no-sharing-back"):
        assert found(rule, day, setting) == (), rule
    assert balance(schedule(day), {}).net_minutes == plan.whole_minutes == 70
