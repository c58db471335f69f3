"""Work that waits until what is seen was painted."""

from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studydag.ui.idle import Idle


class Worker(QObject):
    """Has jobs to do, and notes which it did."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self._done = done

    def one(self) -> None:
        self._done.append("one")

    def two(self) -> None:
        self._done.append("two")


def test_jobs_are_done_one_a_turn_in_the_order_in_which_they_were_asked_for(qtbot: QtBot) -> None:
    idle, done = Idle(), list[str]()
    for name in ("one", "two", "three"):
        idle.add(partial(done.append, name))

    assert done == []
    idle.do_next()
    assert done == ["one"]
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["one", "two", "three"]


def test_a_job_that_waits_already_is_done_once_and_last(qtbot: QtBot) -> None:
    idle, done = Idle(), list[str]()
    worker = Worker(done)
    idle.add(worker.one)
    idle.add(worker.two)
    idle.add(worker.one)

    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["two", "one"]


def test_a_job_may_go_on_later(qtbot: QtBot) -> None:
    idle, done = Idle(), list[int]()

    def go_on() -> None:
        done.append(len(done))
        if len(done) < 3:
            idle.add(go_on)

    idle.add(go_on)

    qtbot.waitUntil(lambda: len(done) == 3)


def test_what_waits_can_be_done_at_once_or_not_at_all() -> None:
    idle, done = Idle(), list[str]()
    idle.add(partial(done.append, "one"))
    idle.finish()
    idle.add(partial(done.append, "two"))
    idle.clear()
    idle.finish()

    assert done == ["one"]


def test_the_jobs_of_what_is_gone_are_left_out() -> None:
    idle, done = Idle(), list[str]()
    worker, other = Worker(done), Worker(done)
    idle.add(worker.one)
    idle.add(other.two)
    shiboken6.delete(worker)
    idle.finish()

    assert done == ["two"]
