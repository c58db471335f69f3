"""The rows of the requirements about the programme, as the checks see them, on their own figures."""

from dataclasses import replace

from studydag.model.rules.checking import check
from studydag.model.values.dates import RelativeDate
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Interaction
from studydag.model.values.school import RuleSetting
from studydag.model.values.setting import Setting
from tests.building import TODAY, a_block, a_break, a_day, a_goal, a_part, a_round, an_action, at
from tests.model.rules.checks.looking import concerned, figures, found, holds

LISTEN, TALK, ALONE, PAIRS, GROUPS = Interaction
APPLICATION, REFLECTION, INSPIRATION = Phase.APPLICATION, Phase.REFLECTION, Phase.INSPIRATION


def lecture(number: int, minutes: int = 60, **fields: object):
    return a_block(number, minutes, interaction=LISTEN, **fields)


def test_r002_an_application_item_without_a_practice_link():
    item = a_block(1, 45, APPLICATION)

    assert concerned("no-practice-link", a_day(item)) == [["block-1"]]
    assert found("no-practice-link", a_day(replace(item, practice_link="De les van maandag in 2B"))) == ()


def test_r008_four_lectures_and_lunch():
    lunch = a_break(3, 45, pinned_start=at("12:00"))
    day = a_day(lecture(1, 80), lecture(2, 80), lunch, lecture(4), lecture(5))
    settled = (*day.blocks[:-1], a_block(5, 30, REFLECTION))

    assert figures("active-share", day)[0]["percent"] == 0
    assert concerned("no-joint-reflection", day) == [["day"]]
    reflecting = replace(day, blocks=settled)
    assert found("no-joint-reflection", reflecting) == ()
    assert figures("active-share", reflecting) == [{"percent": 12, "minutes": 30, "net": 250, "limit": 50}]


def test_r010_knowledge_is_applied_two_weeks_later_or_not_at_all():
    day = a_day(a_goal(1), a_block(1, 90, goals=(1,)))
    two_weeks_later = replace(day, actions=(an_action(1, goals=(1,), due=RelativeDate(2)),))

    assert figures("input-without-application", day) == [
        {"block": "Block 1", "blocks": 1, "start": "09:00", "end": "10:30"}
    ]
    assert holds("input-without-application", two_weeks_later) == [{"blocks": 1}]


def test_r014_a_workshop_round_with_three_options_gives_room():
    assert concerned("no-choice-or-input", a_day(a_block(1))) == [["day"]]
    assert holds("no-choice-or-input", a_day(*a_round(1, *(a_block(n, 60) for n in (2, 3, 4))))) == [{"minutes": 60}]


def test_r015_two_parallel_rounds_are_not_shared_back():
    rounds = (*a_round(1, a_block(2, 45), a_block(3, 45)), *a_round(4, a_block(5, 45), a_block(6, 45)))

    assert concerned("no-sharing-back", a_day(*rounds)) == [["block-1", "block-4"]]
    assert figures("no-sharing-back", a_day(*rounds)) == [{"rounds": 2, "start": "09:00", "end": "10:30"}]
    assert holds("no-sharing-back", a_day(*rounds, a_block(7, interaction=TALK))) == [{"rounds": 2}]


def test_r016_an_application_item_without_a_product_is_asked_after():
    items = [a_block(number, 45, APPLICATION, product=f"Product {number}") for number in (1, 2, 3)]

    assert holds("no-practice-link", a_day(*items)) == [{"blocks": 3}]
    assert concerned("no-practice-link", a_day(*items, a_block(4, 45, APPLICATION))) == [["block-4"]]


def test_r027_a_programme_that_ends_at_a_quarter_past_four_instead_of_four():
    day = a_day(a_part(1, "9:00", "16:00"), a_block(1, 435))

    assert figures("over-full", day) == [{"end": "16:15", "planned": "16:00", "minutes": 15}]


def test_r070_active_for_46_percent_passes_a_threshold_of_40():
    day = a_day(lecture(1, 54), a_block(2, 46, interaction=GROUPS))

    assert figures("active-share", day) == [{"percent": 46, "minutes": 46, "net": 100, "limit": 50}]
    at_40 = replace(day, rule_settings=(RuleSetting(rule="active-share", threshold=40.0),))
    assert holds("active-share", at_40) == [{"percent": 46, "minutes": 46, "net": 100, "limit": 40}]


def test_r077_three_listening_items_in_a_row():
    day = a_day(lecture(1, 50), lecture(2, 50), lecture(3, 50))

    assert figures("no-variation", day) == [
        {"blocks": 3, "interaction": "listen", "start": "09:00", "end": "11:30", "limit": 3}
    ]


def test_r078_a_lecture_of_75_minutes_until_a_pair_talk_splits_it():
    (finding,) = found("long-input", a_day(lecture(1, 75)))

    assert finding.figures == {"minutes": 75, "start": "09:00", "end": "10:15", "limit": 40}
    split = a_day(lecture(1, 35), a_block(2, 10, interaction=PAIRS), lecture(3, 30))
    assert found("long-input", split) == ()


def test_r079_own_material_is_asked_for_on_item_four():
    items = [a_block(number) for number in range(1, 5)]

    assert concerned("no-own-material", a_day(*items)) == [["day"]]
    own = replace(items[3], material_to_bring="Neem een eigen toets mee", works_with_own_material=True)
    assert holds("no-own-material", a_day(*items[:3], own)) == [{"blocks": 1}]


def test_r080_only_knowledge_and_application():
    day = a_day(a_block(1, 60), a_block(2, 60, APPLICATION))

    (finding,) = found("phase-missing", day)
    assert finding.reason == "There is no inspiration in the programme."
    assert holds("phase-missing", a_day(a_block(3, 20, INSPIRATION), *day.blocks)) == [
        {"inspiration": 20, "knowledge": 60, "application": 60, "reflection": 0}
    ]


def test_d04_parallel_items_are_no_overlap():
    day = a_day(*a_round(1, a_block(2, 60), a_block(3, 60)))

    assert found("overlap", day) == found("room-clash", day) == found("person-clash", day) == ()


def test_a_finding_of_the_programme_names_its_clock_times_in_the_reason():
    finding = next(each for each in check(a_day(lecture(1, 75)), Setting(), TODAY) if each.rule == "long-input")

    assert "{start}" in str(finding.reason)
    assert "{end}" in str(finding.reason)
