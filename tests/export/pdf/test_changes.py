import datetime as dt
from dataclasses import replace

import pytest

from studydag.model.values.follow_up import ActionState
from studydag.model.values.goals import NeedSource
from studydag.model.values.setting import LastPrint, Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_need, a_room, a_round, a_setting, an_action
from tests.export.printing_days import DUTCH, example, in_order, table, text, tree

BEFORE = a_day(a_block(1, title="Opening"), a_block(2, title="Jigsaw"), a_block(3, title="Close"), an_action(4))


def since(day: StudyDay, setting: Setting | None = None) -> Setting:
    there = setting or Setting()
    last = LastPrint(number=2, printed_on=dt.datetime(2026, 10, 1, 9), day=day, setting=there)
    return replace(there, last_print=last)


def test_only_what_changed_stands_there_with_what_it_was():
    first, second, third = BEFORE.blocks
    day = replace(BEFORE, blocks=(replace(first, minutes=45), second, replace(third, title="Exit ticket")))
    rows = table(tree("changes", day, since(BEFORE)))
    assert rows[1:] == [
        ["Programme"],
        ["Changed", "Opening: duration", "30 min", "45 min"],
        ["Other time", "Jigsaw", "09:30", "09:45"],
        ["Other time", "Exit ticket", "10:00", "10:15"],
        ["Changed", "Exit ticket: title", "Close", "Exit ticket"],
    ]
    assert "What changed since version 2 of 1 October 2026" in text("changes", day, since(BEFORE))


def test_without_an_earlier_print_or_without_changes_it_says_so():
    assert "Nothing has changed since the last print" in text("changes", BEFORE)
    assert "Nothing that this sheet shows has changed." in text("changes", BEFORE, since(BEFORE))


def test_what_is_confidential_now_or_was_then_is_not_there():
    secret = a_need(9, "SECRET", source=NeedSource.APPRAISAL_TALKS)
    noted = replace(BEFORE.blocks[0], facilitator_notes="SECRET")
    with_secret = replace(BEFORE, needs=(secret,), blocks=(noted, *BEFORE.blocks[1:]))
    asked = dict.fromkeys(("people", "details", "internal"), "yes")
    assert "SECRET" not in text("changes", with_secret, since(BEFORE), chosen=asked)
    assert "SECRET" not in text("changes", BEFORE, since(with_secret), chosen=asked)


def test_internal_blocks_and_people_are_off_unless_asked_for():
    added = a_block(5, title="Set out chairs", internal=True)
    day, setting = replace(BEFORE, blocks=(*BEFORE.blocks, added)), a_setting(a_room(1, "Hall"))
    there = since(BEFORE, setting)
    assert "Set out chairs" not in text("changes", day, there)
    assert "Set out chairs" in text("changes", day, there, chosen={"internal": "yes"})


@pytest.mark.parametrize(("option", "shown"), [("yes", True), ("no", False)])
def test_actions_are_a_choice(option, shown):
    day = replace(BEFORE, actions=(replace(BEFORE.actions[0], state=ActionState.DONE),))
    assert ("Try an exit ticket" in text("changes", day, since(BEFORE), chosen={"actions": option})) is shown


def test_a_long_text_that_went_is_told_by_its_beginning_and_the_new_one_whole():
    long = "word " * 2_000
    old = replace(BEFORE, blocks=(replace(BEFORE.blocks[0], description=long), *BEFORE.blocks[1:]))
    assert text("changes", BEFORE, since(old)).count("word") < 60
    assert text("changes", old, since(BEFORE)).count("word") == 2_000


def test_the_example_in_dutch():
    day, setting = example()
    now = replace(day, blocks=(replace(day.blocks[0], minutes=day.blocks[0].minutes + 5), *day.blocks[1:]))
    assert in_order(text("changes", now, since(day, setting), DUTCH), "Wijzigingsblad", "sinds versie 2", "Andere tijd")


def test_what_stands_aside_in_both_is_no_change_of_the_programme():
    idea = replace(a_block(9, 20, title="Idea"), part=None)
    before = replace(BEFORE, blocks=(*BEFORE.blocks, idea))
    other = replace(BEFORE, blocks=(*BEFORE.blocks, replace(idea, title="Better idea")))
    assert "dea" not in text("changes", other, since(before), chosen={"details": "yes"})
    assert "dea" not in text("changes", BEFORE, since(before))

    planned = replace(BEFORE, blocks=(*BEFORE.blocks, replace(idea, part=1)))
    assert "Idea" in text("changes", planned, since(before))
    assert "Idea" in text("changes", before, since(planned))


def test_what_becomes_internal_is_gone_for_participants_and_what_no_longer_is_is_new():
    """D32: who holds the former programme has to know that a block of it is no longer for them."""
    public = replace(BEFORE, blocks=(*BEFORE.blocks, a_block(9, 20, title="Tour")))
    internal = replace(BEFORE, blocks=(*BEFORE.blocks, a_block(9, 30, title="Tour", internal=True)))
    assert in_order(text("changes", internal, since(public)), "Gone", "Tour")
    came = text("changes", public, since(internal))
    assert in_order(came, "New", "Tour")
    assert "duration" not in came
    assert "duration" in text("changes", public, since(internal), chosen={"internal": "yes"})
    moved_on = replace(BEFORE, blocks=(*BEFORE.blocks, replace(internal.blocks[-1], minutes=40)))
    assert "Tour" not in text("changes", moved_on, since(internal))


def test_until_when_topics_can_be_handed_in_is_for_everybody():
    later = replace(BEFORE.blocks[0], input_deadline=dt.date(2026, 11, 2))
    assert "2 Nov" in text("changes", replace(BEFORE, blocks=(later, *BEFORE.blocks[1:])), since(BEFORE))


def test_an_option_of_an_internal_round_is_internal():
    round_ = a_round(5, a_block(6, title="Secret"), internal=True)
    day = replace(BEFORE, blocks=(*BEFORE.blocks, *round_))
    assert "Secret" not in text("changes", day, since(BEFORE))
    assert "Secret" in text("changes", day, since(BEFORE), chosen={"internal": "yes"})
