from studydag.language import Language
from studydag.model.rules.checking import what_holds
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.programme import Attendance, Interaction
from studydag.model.values.setting import Setting
from tests.building import TODAY, a_block, a_break, a_day, a_format, a_round, a_setting, at
from tests.model.rules.checks.looking import concerned, figures, found, holds

LISTEN, TALK, ALONE, PAIRS, GROUPS = Interaction


def listening(number: int, minutes: int = 30, **fields: object):
    return a_block(number, minutes, interaction=LISTEN, **fields)


def test_listening_adds_up_over_blocks():
    day = a_day(listening(1, 30), listening(2, 20))

    assert figures("long-input", day) == [{"minutes": 50, "start": "09:00", "end": "09:50", "limit": 40}]
    assert concerned("long-input", day) == [["block-1", "block-2"]]


def test_processing_or_a_break_ends_the_listening():
    for between in (a_block(2, 10, interaction=PAIRS), a_break(2, 10)):
        assert holds("long-input", a_day(listening(1, 40), between, listening(3, 30))) == [{"minutes": 40, "limit": 40}]


def test_organisation_does_not_end_the_listening():
    notice = a_block(2, 5, Phase.ORGANISATION)

    assert figures("long-input", a_day(listening(1, 30), notice, listening(3, 20)))[0]["minutes"] == 50


def test_time_left_before_a_pin_ends_the_listening():
    day = a_day(listening(1, 30), listening(2, 30, pinned_start=at("9:40")))

    assert holds("long-input", day) == [{"minutes": 30, "limit": 40}]


def test_knowledge_of_which_nothing_is_known_is_listened_to():
    assert figures("long-input", a_day(a_block(1, 45)))[0]["minutes"] == 45
    assert found("long-input", a_day(a_block(1, 45, Phase.APPLICATION))) == ()


def test_the_format_says_how_people_take_part():
    lecture = a_format(1, activity_level=1)
    jigsaw = a_format(2, activity_level=4, subgroup_max=4)
    day = a_day(a_block(1, 60, working_format=1), a_block(2, 60, working_format=2))

    assert concerned("long-input", day, a_setting(lecture, jigsaw)) == [["block-1"]]


def test_listening_in_one_option_is_found_there():
    day = a_day(*a_round(1, listening(2, 60), a_block(3, 60, interaction=GROUPS)))

    assert concerned("long-input", day) == [["block-2"]]


def test_when_all_options_are_listened_to_the_round_is_found():
    day = a_day(*a_round(1, listening(2, 60), listening(3, 60)))

    assert concerned("long-input", day) == [["block-1"]]


def test_active_minutes_are_a_share_of_the_net_minutes():
    day = a_day(listening(1, 60), a_break(2, 30), a_block(3, 30, interaction=PAIRS))

    assert figures("active-share", day) == [{"percent": 33, "minutes": 30, "net": 90, "limit": 50}]
    assert holds("active-share", a_day(a_block(1, 30, interaction=PAIRS), listening(2, 30))) == [
        {"percent": 50, "minutes": 30, "net": 60, "limit": 50}
    ]
    assert found("active-share", a_day(a_break(1))) == ()


def test_a_block_can_say_itself_how_active_people_are():
    assert holds("active-share", a_day(listening(1, 60, activity=3)))[0]["percent"] == 100
    assert figures("active-share", a_day(a_block(1, 60, interaction=GROUPS, activity=2)))[0]["percent"] == 0


def test_processing_is_a_share_of_the_net_minutes():
    day = a_day(listening(1, 180), a_block(2, 20, interaction=TALK))

    assert figures("reflection-share", day) == [{"percent": 10, "minutes": 20, "net": 200, "limit": 15}]
    assert holds("reflection-share", a_day(listening(1, 170), a_block(2, 30, interaction=TALK)))[0]["percent"] == 15


def test_a_reflection_for_all_is_a_joint_one():
    reflection = a_block(2, 20, Phase.REFLECTION)

    assert holds("no-joint-reflection", a_day(listening(1), reflection)) == [
        {"block": "Block 2", "start": "09:30", "end": "09:50"}
    ]


def test_a_reflection_for_some_is_not_joint():
    some = a_block(2, 20, Phase.REFLECTION, audience=(1,))
    by_choice = a_block(2, 20, Phase.REFLECTION, attendance=Attendance.BY_CHOICE)

    assert concerned("no-joint-reflection", a_day(listening(1), some)) == [["day"]]
    assert concerned("no-joint-reflection", a_day(listening(1), by_choice)) == [["day"]]
    assert found("no-joint-reflection", a_day()) == ()


def test_reflection_in_a_choice_round_is_not_joint():
    options = a_block(3, phase=Phase.REFLECTION), a_block(4, phase=Phase.REFLECTION)

    assert found("no-joint-reflection", a_day(listening(1), *a_round(2, *options, phase=Phase.REFLECTION)))


def test_an_exchange_after_a_round_is_a_joint_reflection():
    workshops = a_round(1, a_block(2), a_block(3))

    assert found("no-joint-reflection", a_day(*workshops))
    assert found("no-joint-reflection", a_day(*workshops, listening(4)))
    assert found("no-joint-reflection", a_day(*workshops, a_break(4), a_block(5, 20, interaction=TALK))) == ()


def test_the_same_form_three_times_in_a_row():
    day = a_day(listening(1), a_break(2), listening(3), listening(4, 45))

    assert figures("no-variation", day) == [
        {"blocks": 3, "interaction": "listen", "start": "09:00", "end": "11:00", "limit": 3}
    ]
    assert holds("no-variation", a_day(listening(1), listening(2))) == [{"blocks": 2, "limit": 3}]


def test_blocks_that_all_differ_are_told_of_without_a_number():
    (kept,) = (each for each in what_holds(a_day(listening(1)), Setting(), TODAY) if each.rule == "no-variation")

    assert Language.of("en").wording(kept.text, kept.figures) == (
        "No two blocks in a row in which people take part the same way."
    )


def test_lunch_and_what_is_not_known_begin_a_new_row():
    lunch = a_break(3, 45, pinned_start=at("12:00"))

    assert found("no-variation", a_day(listening(1), listening(2), lunch, listening(4))) == ()
    assert found("no-variation", a_day(a_block(1), a_block(2), a_block(3))) == ()


def test_after_lunch_people_do_something():
    lunch = a_break(1, 45, pinned_start=at("12:00"))

    assert figures("listening-after-lunch", a_day(lunch, listening(2))) == [
        {"block": "Block 2", "start": "12:45", "end": "13:15"}
    ]
    assert holds("listening-after-lunch", a_day(lunch, a_block(2, interaction=GROUPS))) == [
        {"block": "Block 2", "start": "12:45", "end": "13:15"}
    ]
    assert found("listening-after-lunch", a_day(listening(1))) == ()


def test_a_film_in_a_theatre_is_listening_and_writing_alone_is_not():
    film = a_format(1, activity_level=2, room_setup=SetUp.THEATRE)
    letter = a_format(2, activity_level=2)
    day = a_day(a_block(1, 45, working_format=1), a_block(2, 45, working_format=2))

    assert concerned("long-input", day, a_setting(film, letter)) == [["block-1"]]
