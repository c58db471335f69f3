"""What the picture of the thread costs: to put it in order, to lay it out, and to paint it in the window.

The day has 8 needs, 6 goals, 25 blocks, 20 actions and 12 measures, as large as the picture is to be read at a glance.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QScrollArea

from benchmarks.rows import Row, milliseconds
from studydag.language import Language
from studydag.model.rules.threads.thread import thread
from studydag.model.rules.threads.thread_picture import Sizes, order_of, picture
from studydag.model.rules.threads.thread_web import web_of
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block, Part
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.thread.canvas import ThreadCanvas
from studydag.ui.thread.words import ThreadWords

FRAME = 16.0
SIZES = Sizes(width=150, height=58, across=60, down=12, lane=6)


def large_day() -> StudyDay:
    """Return a day whose things are linked criss-cross."""
    text = "Pupils know where they stand and what to do next"
    return StudyDay(
        parts=(Part(id=1),),
        needs=tuple(Need(id=n, statement=text) for n in range(1, 9)),
        goals=tuple(Goal(id=n, sentence=text, needs=(1 + n * 5 % 8, 1 + n * 3 % 8)) for n in range(1, 7)),
        blocks=tuple(Block(id=n, part=1, title=text, minutes=10, goals=(1 + n * 5 % 6,)) for n in range(1, 26)),
        actions=tuple(
            Action(id=n, what=text, goals=(1 + n * 7 % 6,), block=1 + n * 11 % 25, due=RelativeDate(n))
            for n in range(1, 21)
        ),
        measures=tuple(Measure(id=n, title=text, goals=(1 + n * 5 % 6,)) for n in range(1, 13)),
    )


def rows() -> list[Row]:
    """Measure ordering, layout and painting."""
    day = large_day()
    times = schedule(day)
    web = web_of(day, thread(day, times))
    order = order_of(web)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look(application)
    look.dress(dark=False)
    area = QScrollArea()
    canvas = ThreadCanvas(look, area, name="thread", description="")
    area.setWidget(canvas)
    area.resize(1300, 800)
    area.show()
    canvas.show_thread(ThreadWords(day, Setting(), times, web, Language.of("nl")))
    application.processEvents()
    ends = [canvas.ids()[0], canvas.ids()[-1]]

    def light_up() -> None:
        canvas.choose(ends[0])
        ends.reverse()
        canvas.repaint()

    found = [
        Row(name="thread: put 71 things in order", figure=milliseconds(lambda: order_of(web)), unit="ms"),
        Row(name="thread: lay them out", figure=milliseconds(lambda: picture(web, SIZES, order)), unit="ms"),
        Row(name="thread: paint what is seen", figure=milliseconds(canvas.repaint), unit="ms", goal=FRAME),
        Row(name="thread: light up another chain", figure=milliseconds(light_up), unit="ms", goal=FRAME),
    ]
    area.close()
    return found
