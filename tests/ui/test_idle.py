"""Work that waits until what is seen was painted."""

from pytestqt.qtbot import QtBot

from studydag.ui.idle import Idle


def test_jobs_are_done_one_a_turn_in_the_order_in_which_they_were_asked_for(qtbot: QtBot) -> None:
    idle, done = Idle(), list[str]()
    for name in ("one", "two", "three"):
        idle.add(name, lambda name=name: done.append(name))

    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["one", "two", "three"]


def test_a_job_that_waits_already_is_replaced_and_goes_to_the_end(qtbot: QtBot) -> None:
    idle, done = Idle(), list[str]()
    idle.add("one", lambda: done.append("old"))
    idle.add("two", lambda: done.append("two"))
    idle.add("one", lambda: done.append("new"))

    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["two", "new"]


def test_a_job_may_go_on_later(qtbot: QtBot) -> None:
    idle, done = Idle(), list[int]()

    def go_on() -> None:
        done.append(len(done))
        if len(done) < 3:
            idle.add("one", go_on)

    idle.add("one", go_on)

    qtbot.waitUntil(lambda: len(done) == 3)


def test_what_waits_can_be_done_at_once_or_not_at_all() -> None:
    idle, done = Idle(), list[str]()
    idle.add("one", lambda: done.append("one"))
    idle.finish()
    idle.add("two", lambda: done.append("two"))
    idle.add("three", lambda: done.append("three"))
    idle.drop("two")
    idle.finish()
    idle.add("four", lambda: done.append("four"))
    idle.clear()
    idle.finish()

    assert done == ["one", "three"]
