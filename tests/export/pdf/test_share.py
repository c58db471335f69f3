import datetime as dt
from dataclasses import replace

from studydag.model.values.effect import Insight, Success
from tests.building import a, a_block, a_day, a_goal
from tests.export.printing_days import DUTCH, ENGLISH, example, in_order, printed, text, words


def test_the_pack_has_the_whole_plan_and_nobody_by_name():
    day, setting = example()
    data = printed("share", day, setting, DUTCH)
    shown = words(data)
    assert in_order(shown, "zonder de namen die", "Weggelaten", "De rode draad", "Het programma", "Wat ervoor")
    names = [person.name for person in setting.people]
    assert len(names) >= 12
    assert [name for name in names if name in shown] == []
    assert "@" not in shown


def test_what_is_internal_is_in_no_chapter_and_is_counted():
    day = a_day(a_goal(1), a_block(2, title="Open", goals=(1,)), a_block(3, title="Secret talk", internal=True))
    shown = text("share", day)
    assert "Secret" not in shown
    assert "1 block" in shown


def test_what_came_of_it_is_there_without_who_said_so():
    day = a_day(
        a_block(1),
        a(Success, 2, what="Pupils ask each other", who="Noor", date=dt.date(2026, 12, 1)),
        a(Insight, 3, text="Longer rounds", source="Sam said so"),
    )
    shown = text("share", day)
    assert in_order(shown, "What came of it", "Pupils ask each other", "Longer rounds")
    assert "Sam" not in shown


def test_every_chapter_is_a_choice():
    day, setting = example("en")
    off = dict.fromkeys(("needs", "thread", "balance", "programme", "follow_up", "effect"), "no")
    shown = text("share", day, setting, ENGLISH, chosen=off)
    assert day.learning_question in shown
    assert not [each for each in ("The thread", "The programme", "What came of it") if each in shown]


def test_an_empty_day_is_a_pack_as_well():
    assert "without the names that StudyDAG knows" in text("share", replace(a_day(), title=""))
