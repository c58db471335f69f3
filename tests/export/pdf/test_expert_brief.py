from studydag.model.values.expertise import ContractState, Deployment, Expectation
from tests.building import a, a_block, a_day, a_lead, a_part, a_person, a_room, a_setting, an_expert
from tests.export.printing_days import DUTCH, example, in_order, text, tree

SETTING = a_setting(a_person(18, "Sanne"), a_room(41, "Aula"))


def items(day, **chosen):
    return [each.all_text for each in tree("expert-brief", day, SETTING, chosen=chosen).every("LI")]


def test_what_is_missing_is_still_to_fill():
    day = a_day(a_part(1, date=None), a_block(2), an_expert(1))
    assert items(day) == [
        "Our question",
        "School",
        "Context",
        "Group",
        "Prior knowledge",
        "Date",
        "Time",
        "Room",
        "Budget",
        "What we expect of you",
    ]
    assert "Still to fill in" in text("expert-brief", day, SETTING)


def test_it_takes_time_room_and_group_from_the_blocks_of_the_expert():
    expert = an_expert(
        1,
        person=18,
        question="Help us see",
        context="Two years of tests",
        prior_knowledge="Half know cards",
        expectations=(a(Expectation, 3, text="Clips like our lessons"),),
        deployments=(a(Deployment, 4, fee=100_000, travel=5_000, sessions=2, product="A guide"),),
    )
    day = a_day(a_block(2, title="Keynote", room=41, leads=(a_lead(18),)), expert, expected_number=64)
    shown = text("expert-brief", day, SETTING)
    assert in_order(
        shown,
        "Help us see",
        "Two years of tests",
        "64 people",
        "Half know cards",
        "Thursday 12 November 2026",
        "09:00–09:30 Keynote",
        "Aula",
        "€2,100.00",
        "Clips like our lessons",
        "2 sessions · A guide",
    )
    assert "€" not in text("expert-brief", day, SETTING, chosen={"budget": "no"})


def test_who_cancelled_gets_no_brief():
    day = a_day(an_expert(1, contract=ContractState.CANCELLED))
    assert "No external expertise is asked for." in text("expert-brief", day)


def test_the_example_in_dutch():
    shown = text("expert-brief", *example(), DUTCH)
    assert in_order(shown, "Expertbriefing", "Sanne Oldewey", "Onze vraag", "Voorkennis", "Budget", "€ 2.934,80")
    assert "Bespreken: lesfragmenten" not in shown
