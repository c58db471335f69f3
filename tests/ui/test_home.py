"""Home over all study days: what is due, put together as asked, and where days stand in the cycle."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, running
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.effect import Measure
from studydag.model.values.programme import Part
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay
from studydag.ui.day_titles import dated_title
from studydag.ui.layouts.flipping import FlippingSplitter
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.home import BY_DAY, BY_GOAL, BY_KIND, BY_OWNER, BY_TRAJECTORY, HomePage
from studydag.ui.running.window import RunWindow
from tests.ui.windows import open_window, parts

TODAY = dt.date(2026, 11, 23)


def groups(home: HomePage) -> list[str]:
    found = [home.due.topLevelItem(place) for place in range(home.due.topLevelItemCount())]
    return [item.text(0) for item in found if item is not None]


def test_r124_what_is_due_is_put_together_by_date_owner_day_and_kind(
    qtbot: QtBot, example_file: Path, tmp_path: Path, look: Look
) -> None:
    path = tmp_path / "school.studydag"
    path.write_bytes(example_file.read_bytes())
    with Library.open(path) as library:
        home = ("study_day", 1)
        for title, days in (("in 30 days", 30), ("in 31 days", 31)):
            when = TODAY + dt.timedelta(days=days)
            editing.create(library, Measure(title=title, level=EffectLevel.BEHAVIOUR, when=when), home)
    window = open_window(qtbot, look, path)
    assembly, workspace = parts(window)
    assembly.show_home()
    page = assembly.home
    texts = [item.text(1) for item in _lines(page)]
    assert "in 30 days" in texts
    assert "in 31 days" not in texts
    for by in (BY_OWNER, BY_DAY, BY_KIND, BY_GOAL, BY_TRAJECTORY):
        page.by.setCurrentIndex(by)
        page.by.activated.emit(by)
        assert sorted(item.text(1) for item in _lines(page)) == sorted(texts)
    assert len(groups(page)) >= 1
    # Who and where keep room beside what is due, whatever the size was when the list was made.
    who = window.fontMetrics().horizontalAdvance("Deniz Arslantepe")
    for width in (1366, 1600):
        window.resize(width, 820)
        qtbot.waitUntil(lambda: page.due.columnWidth(2) > who and page.due.columnWidth(3) > who)
        assert page.due.columnWidth(1) > page.due.columnWidth(2)
    assembly.show_day(1)
    changed = next(each for each in workspace.library.every(Measure) if each.title == "in 30 days")
    editing.change(workspace.library, Measure, changed.id, title="in a month")
    assembly.show_home()
    assert [item.text(1) for item in _lines(page)] == [text.replace("30 days", "a month") for text in texts]


def _lines(page: HomePage) -> list:  # type: ignore[type-arg]
    tops = [page.due.topLevelItem(place) for place in range(page.due.topLevelItemCount())]
    return [top.child(place) for top in tops if top is not None for place in range(top.childCount())]


def test_r122_a_card_says_where_a_day_stands_and_leads_there(
    qtbot: QtBot, example_file: Path, tmp_path: Path, look: Look
) -> None:
    path = tmp_path / "school.studydag"
    path.write_bytes(example_file.read_bytes())
    window = open_window(qtbot, look, path)
    assembly, workspace = parts(window)
    assembly.show_home()
    page = assembly.home
    qtbot.waitUntil(lambda: page._cycles is not None and bool(page._cycles.cards))  # noqa: SLF001 - made when idle
    assert page._cycles is not None  # noqa: SLF001
    card = page._cycles.cards[0]  # noqa: SLF001
    assert card.strip.accessibleName()
    assert not card.grab().isNull()
    with qtbot.waitSignal(page.day_chosen) as chosen:
        card.title.click()
    day = workspace.library.get(StudyDay, 1)
    assert chosen.args == [Place(day.id, "study_day", day.id)]


def test_parts_that_stand_beside_each_other_get_their_shares_of_the_width(qtbot: QtBot) -> None:
    splitter = FlippingSplitter(20, shares=(3, 2))
    qtbot.addWidget(splitter)
    for stretch in (3, 2):
        splitter.addWidget(QWidget())
        splitter.setStretchFactor(splitter.count() - 1, stretch)
    splitter.resize(1000, 300)
    splitter.show()
    left, right = splitter.sizes()
    assert left + right + splitter.handleWidth() == 1000
    assert 1.4 < left / right < 1.6


def test_the_day_that_was_being_held_is_one_key_away(
    qtbot: QtBot, example_file: Path, tmp_path: Path, look: Look
) -> None:
    path = tmp_path / "school.studydag"
    path.write_bytes(example_file.read_bytes())
    window = open_window(qtbot, look, path)
    assembly, workspace = parts(window)
    library, now = workspace.library, workspace.library.now
    assembly.show_home()
    page = assembly.home
    workspace.idle.finish()
    assert page.running is None
    day = library.get(StudyDay, 1)
    start = min(now.time().replace(second=0, microsecond=0), dt.time(23))
    editing.change(library, Part, day.parts[0].id, date=now.date(), start=start, end=dt.time(23, 59))
    running.go_on(library, day.id, day.parts[0].id, now)
    assembly.show_home()
    qtbot.waitUntil(lambda: page.running is not None)
    assert page.running is not None
    assert [each.text() for each in page.running.findChildren(QLabel)] == [
        "Nu bezig: Formatief handelen – Welkom en inloop"
    ]
    page.take_focus()
    with qtbot.waitSignal(page.run_asked) as asked:
        qtbot.keyClick(page.running.button, Qt.Key.Key_Space)
    assert asked.args == [1]
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, RunWindow))
    assert shown.isVisible()
    shown.close()
    # Once it is over nothing is said of it.
    running.forget(library, [day.blocks[0].id])
    assembly.show_home()
    qtbot.waitUntil(lambda: page.running is None)


def test_dates_of_a_study_day_are_whole_and_its_title_is_told(
    window: MainWindow,
) -> None:
    assembly, workspace = parts(window)
    home = assembly.home
    workspace.do(lambda: editing.create(workspace.library, Part(date=dt.date(2027, 4, 28)), ("study_day", 1)))
    assembly.show_home()
    workspace.idle.finish()
    item = home.days.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "11 mrt en 28 apr 2027"
    assert home.days.columnWidth(1) > home.days.fontMetrics().horizontalAdvance(item.text(1))
    assert item.toolTip(0) == item.text(0)
    assert dated_title(window.lines[0], window.language) == "Formatief handelen (11 mrt en 28 apr 2027)"
