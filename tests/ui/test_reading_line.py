"""What takes long is read beside the window: it says so after a while, one at a time, and only the last one counts."""

import gc
from threading import Event

from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.ui.dialogs.reading import ReadingLine, _small_collections


def test_it_says_what_it_reads_only_where_that_takes_long(language: Language, qtbot: QtBot) -> None:
    line = ReadingLine(language)
    qtbot.addWidget(line)
    gate, made = Event(), list[object]()
    line.begin("Reading a…", lambda: gate.wait(10), made.append, made.append)
    assert line.isHidden()
    qtbot.waitUntil(line.isVisible)
    assert line.said.text() == "Reading a…"
    assert line.stopping.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: made == [True])
    assert line.isHidden()
    assert not line.is_reading


def test_one_at_a_time_is_read_and_only_the_last_that_waits(language: Language, qtbot: QtBot) -> None:
    line = ReadingLine(language)
    qtbot.addWidget(line)
    gate, began, made = Event(), list[str](), list[object]()

    def slow() -> str:
        gate.wait(10)
        return "a"

    def quick(name: str) -> str:
        began.append(name)
        return name

    line.begin("a", slow, made.append, made.append)
    line.begin("b", lambda: quick("b"), made.append, made.append)
    line.begin("c", lambda: quick("c"), made.append, made.append)
    assert began == []
    gate.set()
    qtbot.waitUntil(lambda: made == ["c"])
    assert began == ["c"]


def test_an_error_is_given_to_who_waits(language: Language, qtbot: QtBot) -> None:
    line = ReadingLine(language)
    qtbot.addWidget(line)
    failed, made = list[Exception](), list[object]()
    line.begin("a", lambda: 1 // 0, made.append, failed.append)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert isinstance(failed[0], ZeroDivisionError)
    assert made == []


def test_what_is_stopped_ends_and_may_begin_anew(language: Language, qtbot: QtBot) -> None:
    line = ReadingLine(language)
    qtbot.addWidget(line)
    ended, made, may_end = list[bool](), list[object](), Event()

    def endless() -> str:
        try:
            while not may_end.is_set():
                still_wanted()
        finally:
            ended.append(True)
        return "all"

    line.begin("a", endless, made.append, made.append)
    qtbot.waitUntil(line.isVisible)
    line.stopping.click()
    qtbot.waitUntil(lambda: ended == [True])
    may_end.set()
    line.again.click()
    qtbot.waitUntil(lambda: made == ["all"])


def test_two_that_overlap_leave_the_search_for_waste_as_it_was() -> None:
    before, first, second = gc.get_threshold(), _small_collections(), _small_collections()
    try:
        for begin in (first, second):
            begin.__enter__()
        assert gc.get_threshold() != before
        for end in (first, second):
            end.__exit__(None, None, None)
        assert gc.get_threshold() == before
    finally:
        gc.set_threshold(*before)


def test_what_nobody_waits_for_any_more_ends(language: Language, qtbot: QtBot) -> None:
    line = ReadingLine(language)
    qtbot.addWidget(line)
    ended, made = list[bool](), list[object]()

    def endless() -> None:
        try:
            while True:
                still_wanted()
        finally:
            ended.append(True)

    line.begin("a", endless, made.append, made.append)
    line.begin("b", lambda: "b", made.append, made.append)
    qtbot.waitUntil(lambda: made == ["b"])
    assert ended == [True]
