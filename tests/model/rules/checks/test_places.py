from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.programme import Mode
from studydag.model.values.school import Accessibility
from tests.building import a, a_block, a_break, a_day, a_format, a_group, a_room, a_round, a_setting
from tests.model.rules.checks.looking import concerned, figures, found, holds, said

ROOM = a_room(1, holds={SetUp.ISLANDS: 24, SetUp.THEATRE: 40})


def test_a_room_too_small_in_one_set_up_and_large_enough_in_another():
    day = a_day(a_block(1, room=1, set_up=SetUp.ISLANDS), expected_number=28)

    assert figures("room-too-small", day, a_setting(ROOM)) == [
        {
            "people": 28,
            "room": "Room 12",
            "set_up": "islands",
            "capacity": 24,
            "other_set_up": "theatre",
            "other_capacity": 40,
        }
    ]
    assert concerned("room-too-small", day, a_setting(ROOM)) == [["block-1", "room-1"]]


def test_a_room_too_small_in_every_set_up():
    day = a_day(a_block(1, room=1, set_up=SetUp.THEATRE), expected_number=50)

    assert figures("room-too-small", day, a_setting(ROOM)) == [
        {"people": 50, "room": "Room 12", "set_up": "theatre", "capacity": 40}
    ]


def test_a_room_that_is_large_enough():
    day = a_day(a_block(1, room=1, set_up=SetUp.ISLANDS), expected_number=24)

    assert holds("room-too-small", day, a_setting(ROOM)) == [{"blocks": 1}]
    assert holds("room-too-small", a_day(a_block(1, room=1)), a_setting(ROOM)) == []


def test_the_set_up_of_the_format_counts_and_so_does_the_nearest_one():
    cafe = a_format(3, room_setup=SetUp.CAFE)
    day = a_day(a_block(1, room=1, working_format=3), expected_number=28)

    assert figures("room-too-small", day, a_setting(ROOM, cafe))[0]["capacity"] == 24


def test_how_many_are_in_an_option():
    placed = a(Allotment, 1, registration=1, round=1, option=2, count=30)
    registration = a(Registration, 1, count=30)
    options = a_round(1, a_block(2, room=1, set_up=SetUp.ISLANDS, capacity=25), a_block(3))

    assert figures("room-too-small", a_day(*options), a_setting(ROOM))[0]["people"] == 25
    assert figures("room-too-small", a_day(*options, registration, placed), a_setting(ROOM))[0]["people"] == 30


def test_without_a_capacity_options_share_the_people_equally():
    options = a_round(1, a_block(2, room=1, set_up=SetUp.ISLANDS), a_block(3))

    assert figures("room-too-small", a_day(*options, expected_number=51), a_setting(ROOM))[0]["people"] == 26


def test_an_audience_is_as_large_as_its_groups():
    day = a_day(a_block(1, room=1, set_up=SetUp.ISLANDS, audience=(4,)), expected_number=100)

    assert found("room-too-small", day, a_setting(ROOM, a_group(4, members=tuple(range(1, 21))))) == ()


def test_a_room_lacks_what_a_participant_needs():
    needing = a(Registration, 1, count=2, access_needs=(Accessibility.STEP_FREE, Accessibility.LARGE_PRINT))
    day = a_day(a_block(1, room=1), a_block(2, room=1), a_break(3, room=1), needing)
    step_free = a_room(1, accessibility=(Accessibility.STEP_FREE,))

    assert figures("room-not-accessible", day, a_setting(ROOM)) == [
        {"room": "Room 12", "need": "step_free", "people": 2}
    ]
    assert concerned("room-not-accessible", day, a_setting(ROOM)) == [["room-1", "step_free", "block-1", "block-2"]]
    assert holds("room-not-accessible", day, a_setting(step_free)) == [{}]
    assert found("room-not-accessible", a_day(a_block(1, room=1)), a_setting(ROOM)) == ()


def test_a_block_for_some_groups_has_to_be_accessible_for_them_only():
    """D17: who is not meant to come needs no way in."""
    needing = a(Registration, 1, person=1, access_needs=(Accessibility.STEP_FREE,))
    setting = a_setting(ROOM, a_group(4, members=(1,)), a_group(5, members=(2,)))

    def lacking(group: int) -> list[list[str]]:
        return concerned("room-not-accessible", a_day(a_block(1, room=1, audience=(group,)), needing), setting)

    assert lacking(4) == [["room-1", "step_free", "block-1"]]
    assert lacking(5) == []


def test_only_the_options_in_which_someone_is_placed_have_to_be_accessible():
    needing = a(Registration, 1, access_needs=(Accessibility.STEP_FREE,))
    placed = a(Allotment, 1, registration=1, round=1, option=3)
    options = a_round(1, a_block(2, room=1), a_block(3, room=2))
    setting = a_setting(ROOM, a_room(2, "Attic"))

    assert concerned("room-not-accessible", a_day(*options, needing, placed), setting) == [
        ["room-2", "step_free", "block-3"]
    ]
    assert found("room-not-accessible", a_day(*options, needing), setting) == ()


def test_where_several_blocks_need_the_same_the_most_people_count():
    needing = [a(Registration, number, access_needs=(Accessibility.STEP_FREE,)) for number in (1, 2)]
    placed = a(Allotment, 1, registration=1, round=2, option=3)
    day = a_day(a_block(1, room=1), *a_round(2, a_block(3, room=1)), *needing, placed)

    assert [each["people"] for each in figures("room-not-accessible", day, a_setting(ROOM))] == [2]


def test_options_without_a_room():
    day = a_day(*a_round(1, a_block(2, room=1), a_block(3), a_block(4, mode=Mode.ONLINE)))

    assert figures("option-no-room", day, a_setting(ROOM)) == [{"round": "Block 1", "options": 1}]
    assert concerned("option-no-room", day, a_setting(ROOM)) == [["block-1", "block-3"]]
    assert found("option-no-room", day) == ()
    assert holds("option-no-room", a_day(*a_round(1, a_block(2, room=1))), a_setting(ROOM)) == [{"options": 1}]


def test_a_format_outside_its_range():
    jigsaw = a_format(3, "Jigsaw", minutes_min=40, minutes_max=90, group_min=9, group_max=60, phases=(Phase.KNOWLEDGE,))
    block = a_block(1, 30, Phase.APPLICATION, working_format=3)
    day = a_day(block, expected_number=80)

    assert figures("format-misfit", day, a_setting(jigsaw)) == [
        {"block": "Block 1", "format": "Jigsaw", "minutes": 30, "low": 40, "high": 90},
        {"block": "Block 1", "format": "Jigsaw", "people": 80, "low": 9, "high": 60},
        {"block": "Block 1", "format": "Jigsaw", "phase": "application"},
    ]
    assert concerned("format-misfit", day, a_setting(jigsaw)) == [
        ["block-1", "minutes"], ["block-1", "group"], ["block-1", "phase"]
    ]  # fmt: skip
    assert holds("format-misfit", a_day(a_block(1, 60, working_format=3)), a_setting(jigsaw)) == [{"blocks": 1}]
    alone = a_day(a_block(1, 60, working_format=3), expected_number=1)
    assert said("format-misfit", alone, a_setting(jigsaw)) == ["‘Block 1’ is for 1 person; Jigsaw works with 9 to 60."]


def test_a_format_in_another_set_up():
    circle = a_format(3, "Circle", room_setup=SetUp.CIRCLE)
    day = a_day(a_block(1, working_format=3, set_up=SetUp.THEATRE))

    assert figures("format-misfit", day, a_setting(circle))[0]["usual"] == "circle"
    assert found("format-misfit", a_day(a_block(1, working_format=3, set_up=SetUp.CIRCLE)), a_setting(circle)) == ()


def test_the_minutes_can_be_fitted_with_one_click_the_rest_is_chosen():
    jigsaw = a_setting(a_format(3, minutes_min=40, minutes_max=90, group_max=60))
    day = a_day(a_block(1, 30, working_format=3), expected_number=80)

    assert [finding.remedies for finding in found("format-misfit", day, jigsaw)] == [
        ("fit-minutes", "change-format"),
        ("change-format",),
    ]
