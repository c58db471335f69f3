"""How long the window stands still in a minute of work: the longest stretches in which no event could be handled.

A timer of 5 ms notes when it is late: by the clock, by the time that this thread was at work, and by the time that the
others of the program were beside it. On a machine that does other things as well the second says most. Each gap goes by
the name of what was done last, and of the job that was done meanwhile because there was time.

Meanwhile somebody works, on a day of 400 blocks: opens it, goes through the pages, types in fields, drags, adds goals
and actions, looks at a document, takes back and makes again.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.rows import Row
from benchmarks.window_of import OpenWindow, open_window
from studydag.ui.fields.text import LineField
from studydag.ui.idle import Idle
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.pages.printing import PrintPage
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.register import PAGES
from studydag.ui.tables.quick_add import QuickAdd
from studydag.ui.tables.thing_list import ThingList

TICK = 5
PACE = 110
"""Milliseconds between two things that are done; about one every tenth of a second, as quick as keys are typed."""
LOOKING = 1_000
"""Milliseconds that somebody looks at what is due, before anything is done."""
MINUTE = 60.0
LONGEST = 50.0
LISTED = 40

Step = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How many milliseconds the timer was late, how many this thread and the others were at work, and at what."""

    late: float
    at_work: float
    beside: float
    doing: str


class GapMeter(QObject):
    """Notes how late a timer comes; `doing` is what is going on meanwhile."""

    def __init__(self, idle: Idle) -> None:
        """Begin at once; `idle` does what waits."""
        super().__init__()
        self.doing = "nothing"
        self.gaps: list[Gap] = []
        self._jobs: list[str] = []
        idle.began.connect(self._note)
        self._last, self._worked, self._all = time.perf_counter(), time.thread_time(), time.process_time()
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, worked, every = time.perf_counter(), time.thread_time(), time.process_time()
        late, at_work = (now - self._last) * 1000 - TICK, (worked - self._worked) * 1000
        beside = max((every - self._all) * 1000 - at_work, 0.0)
        doing = " + ".join(dict.fromkeys([self.doing, *self._jobs]))
        self.gaps.append(Gap(late=late, at_work=at_work, beside=beside, doing=doing))
        self._jobs.clear()
        self._last, self._worked, self._all = now, worked, every

    def _note(self, job: object) -> None:
        self._jobs.append(f"idle {getattr(job, '__qualname__', job)}")

    def over(self, milliseconds: float) -> list[Gap]:
        """Return the gaps that were longer by the clock, those with the most work first."""
        return sorted((gap for gap in self.gaps if gap.late > milliseconds), key=lambda gap: -gap.at_work)


def rows() -> list[Row]:
    """Work for a minute; return the longest gap, how many were over the goal, and name each of those."""
    meter, seconds = measured()
    found = meter.over(LONGEST)
    print("  by the clock  at work  others  at what", file=sys.stderr)
    for gap in found[:LISTED]:
        figures = f"{gap.late:11.0f} ms  {gap.at_work:7.0f}  {gap.beside:6.0f}"
        print(f"  {figures}  {gap.doing}", file=sys.stderr)
    longest = max(gap.late for gap in meter.gaps)
    return [
        Row(name=f"longest gap in {seconds:.0f} s of work", figure=longest, unit="ms", goal=LONGEST),
        Row(name="longest stretch at work", figure=max(gap.at_work for gap in meter.gaps), unit="ms", goal=LONGEST),
        Row(
            name=f"stretches at work over {LONGEST:.0f} ms",
            figure=sum(gap.at_work > LONGEST for gap in meter.gaps),
            unit="",
            goal=0,
        ),
        Row(name=f"gaps over {LONGEST:.0f} ms in {seconds:.0f} s of work", figure=len(found), unit="", goal=0),
    ]


def measured(seconds: float = MINUTE) -> tuple[GapMeter, float]:
    """Work as long as that, and to the end of what was begun; return the meter and how long it took."""
    with open_window() as opened:
        meter, start = GapMeter(opened.workspace.idle), time.perf_counter()
        loop = QEventLoop()
        steps = itertools.chain.from_iterable(work(opened, number) for number in itertools.count(1))

        def do_next() -> None:
            if time.perf_counter() - start >= seconds:
                loop.quit()
                return
            label, step = next(steps)
            meter.doing = label
            step()
            QTimer.singleShot(PACE, do_next)

        # What is built ahead counts as well.
        QTimer.singleShot(LOOKING, do_next)
        loop.exec()
        return meter, time.perf_counter() - start


def work(opened: OpenWindow, number: int) -> Iterator[Step]:
    """Give what somebody does one after the other, the `number`th time round."""
    yield "home", opened.assembly.show_home
    yield "open the day", lambda: opened.assembly.choose_day(opened.day_id)
    yield from _wait("the day opened", 1)
    for maker in PAGES:
        yield f"to the page {maker.name}", partial(_click_tab, opened, maker.name)
        yield from _wait(f"on the page {maker.name}", 3)
    yield from _programme(opened, number)
    yield from _goals(opened, number)
    yield from _follow_up(opened, number)
    yield from _print(opened)
    yield from _programme(opened, number + 1000)
    for _ in range(6):
        yield "undo", opened.workspace.undo
    for _ in range(6):
        yield "redo", opened.workspace.redo
    yield "to the school", opened.assembly.show_school
    for tab in range(opened.assembly.school.tabs.count()):
        yield f"school tab {tab}", partial(opened.assembly.school.tabs.setCurrentIndex, tab)


def _programme(opened: OpenWindow, number: int) -> Iterator[Step]:
    yield "back to programme", partial(_click_tab, opened, "programme")
    page = opened.pages.show_page("programme")
    assert isinstance(page, ProgrammePage)
    blocks = [slot.block.id for slot in opened.workspace.schedule.parts[0].slots]
    for place in (20, 21, 22, 200):
        yield "select a block", partial(page.selected.choose, [blocks[place]])
    yield from _wait("block selected", 2)
    title = page.block_inspector.top.field("title")
    assert isinstance(title, LineField)
    yield from _typed("type a title in the form", title.line, f" {number}")
    minutes = page.block_inspector.times.minutes.focusProxy()
    assert minutes is not None
    yield "empty the minutes", partial(_select_all, minutes)
    yield from _typed("type minutes", minutes, f"{5 + number % 3}")
    for step in (1, 1, -1):
        yield "move a block", partial(page.commands.step, step)
    yield "pin", page.commands.toggle_pin
    yield "unpin", page.commands.toggle_pin
    yield "shift", lambda: page.commands.shift(1)
    yield "duplicate", page.commands.duplicate
    yield "delete", page.commands.delete
    yield "add a format", lambda: page.commands.adding.add_format(opened.workspace.setting.formats[3].id)
    # Else the day would be full after some rounds.
    yield "delete the format", page.commands.delete
    yield "select nothing", lambda: page.selected.choose(())
    yield from _wait("nothing selected", 3)
    yield from _dragged(page, blocks[60], number)
    yield "working formats", page.show_formats
    yield from _typed("search a format", page.drawer.search, "ex", enter=False)
    yield "clear the search", page.drawer.search.clear
    yield "block form", lambda: page.panel.setCurrentIndex(0)
    for name in page.block_inspector.folds:
        yield f"unfold {name}", page.block_inspector.folds[name].open


def _click_tab(opened: OpenWindow, name: str) -> None:
    """Go to a page as with the mouse: what isn't built yet may come a moment later."""
    opened.pages.tabs.setCurrentIndex([maker.name for maker in PAGES].index(name))


def _dragged(page: ProgrammePage, block: int, number: int) -> Iterator[Step]:
    """Drag a block some way down, and let go."""
    timeline = page.timeline

    start = QPoint()

    def press() -> None:
        nonlocal start
        rect = timeline.rect_of(block)
        assert rect is not None
        start = rect.center().toPoint()
        QTest.mousePress(timeline, _LEFT, _PLAIN, start)

    def drag(down: int) -> None:
        QTest.mouseMove(timeline, start + QPoint(0, down))

    def let_go() -> None:
        QTest.mouseRelease(timeline, _LEFT, _PLAIN, start + QPoint(0, 64 if number % 2 else -64))

    yield "select what is dragged", partial(page.selected.choose, [block])
    yield "scroll to what is dragged", partial(timeline.show_block, block)
    yield "press", press
    for down in range(4, 64, 6):
        yield "drag", partial(drag, down)
    yield "let go", let_go


def _goals(opened: OpenWindow, number: int) -> Iterator[Step]:
    yield "back to goals", partial(_click_tab, opened, "goals")
    page = opened.pages.show_page("goals")
    assert isinstance(page, GoalsPage)
    yield from _added("add a goal", page.goals, f"Elke docent geeft {number} keer feedback")
    yield from _added("add a need", page.needs, f"Wat vraagt feedback {number} van ons?")
    yield "select a goal", lambda: page.goals.choose(opened.day.goals[-1].id)
    yield from _wait("goal selected", 2)
    form = page.panel.focusWidget() or page.goals.table
    yield from _typed("type in a form of a goal", form, "a", enter=False)
    yield "change a goal", lambda: page.goals.change(opened.day.goals[-1].id, "sentence", f"Anders {number}")
    yield from _wait("goals changed", 2)


def _follow_up(opened: OpenWindow, number: int) -> Iterator[Step]:
    yield "back to follow-up", partial(_click_tab, opened, "follow_up")
    page = opened.pages.show_page("follow_up")
    assert isinstance(page, FollowUpPage)
    yield from _added("add an action", page.actions_by_date, f"Probeer {number} een exitkaart")
    yield "select an action", lambda: page.actions_by_date.choose(opened.day.actions[-1].id)
    yield from _wait("action selected", 2)
    last = opened.day.actions[-1].id
    yield "change an action", lambda: page.actions_by_date.change(last, "what", f"Probeer {number} iets anders")
    yield "actions per owner", lambda: page.tabs.show_part(page.actions_by_owner)
    yield "actions by date", lambda: page.tabs.show_part(page.actions_by_date)


def _print(opened: OpenWindow) -> Iterator[Step]:
    yield "back to print", partial(_click_tab, opened, "print")
    page = opened.pages.show_page("print")
    assert isinstance(page, PrintPage)
    yield from _wait("preview", 12)
    for name in ("checklist", "programme"):
        yield f"preview of {name}", partial(page.list.choose, name)
        yield from _wait(f"preview of {name}", 8)


def _added(label: str, made: ThingList, text: str) -> Iterator[Step]:
    line = made.line
    assert line is not None
    yield from _typed(f"{label}: type", line, text[:6], enter=False)
    yield f"{label}: enter", partial(_enter, line, text)
    yield from _wait(f"{label}: added", 2)


def _typed(label: str, widget: QWidget, text: str, *, enter: bool = True) -> Iterator[Step]:
    yield f"{label}: focus", widget.setFocus
    for letter in text:
        yield label, partial(_type, widget, letter)
    if enter:
        yield f"{label}: enter", lambda: QTest.keyClick(_focus(widget), Qt.Key.Key_Return)
        yield from _wait(f"{label}: entered", 1)


def _type(widget: QWidget, letter: str) -> None:
    QTest.keyClicks(_focus(widget), letter)


def _select_all(widget: QWidget) -> None:
    widget.setFocus()
    QTest.keyClick(_focus(widget), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def _enter(line: QuickAdd, text: str) -> None:
    line.setPlainText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def _focus(widget: QWidget) -> QWidget:
    return QApplication.focusWidget() or widget


def _wait(label: str, steps: int) -> Iterator[Step]:
    for _ in range(steps):
        yield label, lambda: None


_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
