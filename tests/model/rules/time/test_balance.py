from hypothesis import given

from studydag.model.rules.time.balance import (
    activity_of,
    balance,
    half_days,
    interaction_of,
    is_listening,
    known_interaction,
    listening_stretches,
    lunch_of,
    phase_stretches,
    phases_of,
    spans_lunch,
    work_stretches,
)
from studydag.model.rules.time.schedule import PartSchedule, schedule
from studydag.model.rules.time.totals import totals
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.programme import Interaction
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_break, a_day, a_format, a_part, a_round, at
from tests.model.rules.generated_days import days

LISTEN, TALK, ALONE, PAIRS, GROUPS = Interaction


def part_of(*things: object) -> PartSchedule:
    (part,) = schedule(a_day(*things)).parts
    return part


def test_a_blocks_own_interaction_and_activity_go_before_its_formats():
    formats = {3: a_format(3, activity_level=4, subgroup_max=2)}

    assert known_interaction(a_block(1, interaction=LISTEN, working_format=3), formats) is LISTEN
    assert known_interaction(a_block(1, working_format=3), formats) is PAIRS
    assert known_interaction(a_block(1), formats) is None
    assert activity_of(a_block(1, activity=1, interaction=GROUPS, working_format=3), formats) == 1
    assert activity_of(a_block(1, interaction=LISTEN, working_format=3), formats) == 4
    assert [activity_of(a_block(1, interaction=form), {}) for form in Interaction] == [1, 2, 3, 4, 4]


def test_where_nothing_is_said_people_listen_to_input_and_work_at_the_rest():
    assert [interaction_of(a_block(1, phase=phase), {}) for phase in Phase if phase.is_learning] == [
        LISTEN,
        LISTEN,
        ALONE,
        ALONE,
    ]


def test_what_a_format_comes_down_to():
    def form(**fields: object) -> Interaction | None:
        return known_interaction(a_block(1, working_format=3), {3: a_format(3, **fields)})

    assert form(activity_level=1) is LISTEN
    assert form(activity_level=2, room_setup=SetUp.CLASSROOM) is LISTEN
    assert form(activity_level=2) is ALONE
    assert form(activity_level=3, room_setup=SetUp.CIRCLE) is TALK
    assert form(activity_level=4, subgroup_min=3, subgroup_max=5) is GROUPS
    assert form(activity_level=3) is ALONE


def test_the_minutes_of_a_round_are_divided_over_its_options():
    options = a_block(2, 60, Phase.KNOWLEDGE, interaction=LISTEN), a_block(3, 40, Phase.APPLICATION, interaction=GROUPS)
    found = balance(schedule(a_day(a_break(4), *a_round(1, *options))), {})

    assert found.net_minutes == 60
    assert found.by_phase() == {
        Phase.INSPIRATION: 0,
        Phase.KNOWLEDGE: 36,
        Phase.APPLICATION: 24,
        Phase.REFLECTION: 0,
    }
    assert found.by_interaction()[GROUPS] == found.by_activity()[4] == found.active_minutes == 24


def test_a_round_without_options_or_with_breaks_only_counts_itself():
    empty = a_round(1, phase=Phase.APPLICATION, minutes=45)
    breaks = a_round(1, a_break(2, 30), phase=Phase.APPLICATION)

    assert balance(schedule(a_day(*empty)), {}).by_phase()[Phase.APPLICATION] == 45
    assert balance(schedule(a_day(*breaks)), {}).by_phase()[Phase.APPLICATION] == 30


@given(days())
def test_the_shares_sum_to_the_net_minutes_exactly(day: StudyDay):
    found = balance(schedule(day), {})

    assert found.net_minutes == totals(schedule(day)).content_minutes
    assert sum(found.by_phase().values()) == found.net_minutes
    assert sum(found.by_interaction().values()) == sum(found.by_activity().values()) == found.net_minutes


def test_reflection_is_processing_even_when_it_is_listened_to():
    day = a_day(a_block(1, 30, Phase.REFLECTION, interaction=LISTEN), a_block(2, 30, interaction=LISTEN))

    assert balance(schedule(day), {}).processing_minutes == 30


def test_lunch_is_the_longest_break_around_noon():
    coffee, lunch = a_break(2, 20, pinned_start=at("11:40")), a_break(4, 40, pinned_start=at("12:30"))
    part = part_of(a_block(1), coffee, a_block(3), lunch)

    found = lunch_of(part)
    assert found is not None
    assert found.block.id == 4
    assert lunch_of(part_of(a_break(1, 60))) is None
    assert lunch_of(part_of(a_block(1), a_break(2, 15, pinned_start=at("12:00")))) is None


def test_a_break_of_twenty_minutes_that_touches_the_time_of_lunch_is_lunch():
    late = part_of(a_block(1, 270), a_break(2, 20), a_block(3))
    early = part_of(a_block(1, 130), a_break(2, 20), a_block(3))

    assert [(slot.start_time, slot.minutes) for slot in late.slots][1] == (at("13:30"), 20)
    assert [(slot.end_time, slot.minutes) for slot in early.slots][1] == (at("11:30"), 20)
    assert [lunch is not None and lunch.block.id for lunch in map(lunch_of, (late, early))] == [2, 2]
    assert lunch_of(part_of(a_block(1, 270), a_break(2, 19))) is None
    assert lunch_of(part_of(a_block(1, 271), a_break(2, 20))) is None


def test_a_stretch_of_one_phase_ends_at_another_at_a_break_and_at_a_breather():
    def stretches(*blocks: object) -> list[list[int]]:
        return [[slot.block.id for slot in stretch] for stretch in phase_stretches(part_of(*blocks))]

    assert stretches(a_block(1), a_block(2), a_block(3, phase=Phase.APPLICATION)) == [[1, 2], [3]]
    assert stretches(a_block(1), a_break(2), a_block(3)) == [[1], [3]]
    assert stretches(a_block(1), a_block(2, pinned_start=at("9:40"))) == [[1], [2]]
    assert stretches(a_block(1), a_block(2, pinned_start=at("9:39"))) == [[1, 2]]


def test_reflection_is_no_listening_and_a_round_is_when_all_its_options_are():
    talks = a_block(2, interaction=LISTEN), a_block(3, interaction=LISTEN)
    listened = part_of(a_block(1, phase=Phase.REFLECTION, interaction=LISTEN), *a_round(4, *talks))
    mixed = part_of(*a_round(4, talks[0], a_block(3, interaction=GROUPS)))

    assert [is_listening(slot, {}) for slot in listened.slots] == [False, True]
    assert [is_listening(slot, {}) for slot in mixed.slots] == [False]


def test_a_half_day_ends_at_lunch_else_at_half_past_twelve():
    lunch = a_break(3, 45, pinned_start=at("12:00"))

    def halves(*blocks: object) -> list[list[int]]:
        return [[slot.block.id for slot in half] for half in half_days(part_of(*blocks))]

    assert halves(a_block(1), a_block(2), lunch, a_block(4)) == [[1, 2], [3, 4]]
    assert halves(a_block(1, 210), a_block(2)) == [[1], [2]]
    assert halves(a_block(1, 205), a_block(2)) == [[1, 2], []]


def test_a_part_spans_lunch_when_it_goes_on_from_half_past_eleven_to_half_past_one():
    assert spans_lunch(part_of(a_part(1, "11:30", "13:30")))
    assert not spans_lunch(part_of(a_part(1, "9:00", "13:00")))
    assert not spans_lunch(part_of(a_part(1, "12:00", "17:00")))


def test_stretches_leave_out_what_is_cancelled():
    listening = [a_block(number, interaction=LISTEN) for number in (1, 3)]
    cancelled = a_block(2, interaction=GROUPS, cancelled=True)

    (stretch,) = listening_stretches(part_of(listening[0], cancelled, listening[1]), {})
    assert [slot.block.id for slot in stretch] == [1, 3]
    assert [len(stretch) for stretch in work_stretches(part_of(a_block(1), a_break(2), a_block(3), a_block(4)))] == [
        1,
        2,
    ]


def test_the_phases_of_a_round_are_those_of_its_options():
    slots = part_of(
        *a_round(1, a_block(2, phase=Phase.KNOWLEDGE), a_block(3, phase=Phase.APPLICATION)), a_break(4)
    ).slots

    assert [phases_of(slot) for slot in slots] == [{Phase.KNOWLEDGE, Phase.APPLICATION}, {Phase.BREAK}]
