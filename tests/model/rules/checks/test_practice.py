from studydag.model.values.formats import Phase
from studydag.model.values.programme import Interaction, RoundRule
from tests.building import a_block, a_day, a_round
from tests.model.rules.checks.looking import concerned, figures, found, holds

APPLICATION = Phase.APPLICATION


def test_own_input_an_open_slot_or_a_choice_gives_room():
    assert concerned("no-choice-or-input", a_day(a_block(1))) == [["day"]]
    assert holds("no-choice-or-input", a_day(a_block(1, 45, own_input=True))) == [{"minutes": 45}]
    assert holds("no-choice-or-input", a_day(a_block(1, 45, open_slot=True))) == [{"minutes": 45}]
    assert holds("no-choice-or-input", a_day(*a_round(1, a_block(2, 60), a_block(3, 50)))) == [{"minutes": 60}]


def test_rounds_by_group_and_rounds_of_one_option_give_no_choice():
    by_group = a_round(1, a_block(2), a_block(3), round_rule=RoundRule.BY_GROUP)

    assert found("no-choice-or-input", a_day(*by_group))
    assert found("no-choice-or-input", a_day(*a_round(1, a_block(2))))
    assert found("no-choice-or-input", a_day()) == ()


def test_a_round_that_is_not_shared_back():
    day = a_day(*a_round(1, a_block(2, 60), a_block(3, 60)), a_block(4, interaction=Interaction.LISTEN))

    assert figures("no-sharing-back", day) == [{"rounds": 1, "start": "09:00", "end": "10:00"}]
    assert concerned("no-sharing-back", day) == [["block-1"]]


def test_a_round_that_is_shared_back():
    day = a_day(*a_round(1, a_block(2, 60), a_block(3, 60)), a_block(4, interaction=Interaction.SMALL_GROUPS))

    assert holds("no-sharing-back", day) == [{"rounds": 1}]
    assert found("no-sharing-back", a_day(*a_round(1, a_block(2)))) == ()


def test_a_carousel_in_which_everyone_saw_all_has_nothing_to_share():
    first = a_round(1, a_block(2), a_block(3), round_rule=RoundRule.BY_GROUP)
    second = a_round(4, a_block(5, repeats=2), a_block(6, repeats=3), round_rule=RoundRule.BY_GROUP)

    assert found("no-sharing-back", a_day(*first, *second)) == ()
    assert found("no-sharing-back", a_day(*first)) != ()


def test_application_names_its_lesson_or_what_people_take_along():
    assert concerned("no-practice-link", a_day(a_block(1, phase=APPLICATION))) == [["block-1"]]
    assert figures("no-practice-link", a_day(a_block(1, phase=APPLICATION))) == [{"block": "Block 1"}]
    assert holds("no-practice-link", a_day(a_block(1, phase=APPLICATION, practice_link="Monday's lesson"))) == [
        {"blocks": 1}
    ]
    assert holds("no-practice-link", a_day(a_block(1, phase=APPLICATION, product="An exit ticket"))) == [{"blocks": 1}]
    assert found("no-practice-link", a_day(a_block(1))) == ()


def test_options_that_all_name_no_practice_are_one_finding_about_their_round():
    options = [a_block(number, phase=APPLICATION) for number in range(2, 6)]
    day = a_day(*a_round(1, *options))

    assert concerned("no-practice-link", day) == [["block-1", "block-2", "block-3", "block-4", "block-5"]]
    assert figures("no-practice-link", day) == [{"round": "Block 1", "options": 4}]


def test_one_option_of_many_that_names_no_practice_is_named_itself():
    named = a_block(2, phase=APPLICATION, product="An exit ticket")
    day = a_day(*a_round(1, named, a_block(3, phase=APPLICATION)))

    assert concerned("no-practice-link", day) == [["block-3"]]


def test_a_round_names_the_practice_of_its_options():
    day = a_day(*a_round(1, a_block(2, phase=APPLICATION), a_block(3, phase=APPLICATION), practice_link="Monday"))

    assert found("no-practice-link", day) == ()
    assert holds("no-practice-link", day) == [{"blocks": 2}]


def test_somewhere_people_work_with_their_own_material():
    assert concerned("no-own-material", a_day(a_block(1))) == [["day"]]
    assert holds("no-own-material", a_day(a_block(1, works_with_own_material=True))) == [{"blocks": 1}]
    assert holds("no-own-material", a_day(a_block(1, material_to_bring="A test of your own"))) == [{"blocks": 1}]
    assert found("no-own-material", a_day()) == ()
