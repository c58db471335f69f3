from studydag.model.values.dates import RelativeDate
from studydag.model.values.formats import Phase
from tests.building import a_block, a_break, a_day, a_goal, a_part, a_round, an_action, at
from tests.model.rules.checks.looking import concerned, figures, found, holds

INSPIRATION, KNOWLEDGE, APPLICATION, REFLECTION = (phase for phase in Phase if phase.is_learning)


def test_a_phase_that_does_not_occur_is_named():
    day = a_day(a_block(1, 60, KNOWLEDGE), a_block(2, 45, APPLICATION))

    assert concerned("phase-missing", day) == [["day", "inspiration"]]
    assert figures("phase-missing", day) == [{"phase": "inspiration"}]


def test_the_phases_of_options_count():
    day = a_day(
        a_block(1, 20, INSPIRATION),
        *a_round(2, a_block(3, 60, KNOWLEDGE), a_block(4, 60, APPLICATION), phase=KNOWLEDGE),
    )

    assert holds("phase-missing", day) == [{"inspiration": 20, "knowledge": 30, "application": 30, "reflection": 0}]


def test_an_empty_programme_misses_nothing_yet():
    assert found("phase-missing", a_day(a_break(1))) == ()
    assert holds("phase-missing", a_day()) == []


def test_a_phase_is_not_too_long_at_a_stretch():
    day = a_day(a_block(1, 75, APPLICATION), a_block(2, 50, APPLICATION))

    assert figures("phase-too-long", day) == [
        {"phase": "application", "minutes": 125, "start": "09:00", "end": "11:05", "limit": 120}
    ]
    assert concerned("phase-too-long", day) == [["block-1", "block-2"]]


def test_two_hours_of_a_phase_are_not_too_long_and_one_long_block_is_made_shorter():
    assert holds("phase-too-long", a_day(a_block(1, 120, APPLICATION))) == [{"minutes": 120, "limit": 120}]
    (one,) = found("phase-too-long", a_day(a_block(1, 121, APPLICATION)))
    (several,) = found("phase-too-long", a_day(a_block(1, 61, APPLICATION), a_block(2, 60, APPLICATION)))
    assert (one.remedies, several.remedies) == (("change-minutes",), ("change-phase",))


def test_a_break_ends_a_stretch_of_a_phase():
    day = a_day(a_block(1, 75, APPLICATION), a_break(2), a_block(3, 50, APPLICATION))

    assert holds("phase-too-long", day) == [{"minutes": 75, "limit": 120}]


def test_knowledge_is_applied_the_same_half_day():
    lecture = a_block(1, 90, KNOWLEDGE)
    morning = a_day(lecture, a_block(2, 30, APPLICATION))
    afternoon = a_day(lecture, a_block(2, 60, Phase.BREAK, pinned_start=at("12:00")), a_block(3, 60, APPLICATION))

    assert holds("input-without-application", morning) == [{"blocks": 1}]
    assert figures("input-without-application", afternoon) == [
        {"block": "Block 1", "blocks": 1, "start": "09:00", "end": "10:30"}
    ]


def test_application_before_the_knowledge_does_not_count():
    assert found("input-without-application", a_day(a_block(1, 30, APPLICATION), a_block(2, 60, KNOWLEDGE)))


def test_knowledge_that_is_followed_up_is_fine():
    lecture = a_block(1, 90, KNOWLEDGE, goals=(1,))
    for_the_goal = an_action(1, goals=(1,), due=RelativeDate(2))
    from_the_block = an_action(1, block=1, due=RelativeDate(2))

    assert found("input-without-application", a_day(a_goal(1), lecture, for_the_goal)) == ()
    assert found("input-without-application", a_day(a_goal(1), lecture, from_the_block)) == ()
    assert found("input-without-application", a_day(a_goal(1), lecture, an_action(1, due=RelativeDate(2))))
    assert found("input-without-application", a_day(a_goal(1), lecture, an_action(1, block=1, due=RelativeDate(-2))))


def test_application_in_a_later_part_counts_as_follow_up():
    parts = a_part(1, "9:00", "12:00"), a_part(2, "13:00", "16:00")
    day = a_day(*parts, a_block(1, 90, KNOWLEDGE), a_block(2, 90, APPLICATION, part=2))

    assert found("input-without-application", day) == ()


def test_a_round_with_application_in_it_applies_itself():
    day = a_day(*a_round(1, a_block(2, 60, KNOWLEDGE), a_block(3, 60, APPLICATION)))

    assert found("input-without-application", day) == ()


def test_knowledge_in_a_row_is_one_finding():
    day = a_day(a_block(1, 30), a_break(2), a_block(3, 30), a_block(4, 20, REFLECTION), a_block(5, 30))

    assert concerned("input-without-application", day) == [["block-1", "block-3"], ["block-5"]]
    assert figures("input-without-application", day)[0] == {
        "block": "Block 1",
        "blocks": 2,
        "start": "09:00",
        "end": "10:15",
    }
