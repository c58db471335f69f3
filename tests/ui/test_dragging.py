"""What dragging shows and does beyond the timeline itself: shaded places, a band, and drags between the two views."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing, programme
from studydag.model.operations.spots import PARKED
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.brought import Brought, Source
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH
from studydag.ui.timeline.spots import drop_at, zones_in
from studydag.ui.timeline.timeline import Timeline
from tests.ui.programme import block

LEFT = Qt.MouseButton.LeftButton
NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    found.window().resize(1500, 1400)
    found.show_view(BOTH)
    found.timeline.setFocus()
    return found


def row(library: Library) -> list[str]:
    return [slot.block.title.split(":")[0] for slot in schedule(library.get(StudyDay, 1))]


def middle(timeline: Timeline, block_id: int, share: float = 0.5) -> QPointF:
    rect = timeline.rect_of(block_id)
    assert rect is not None
    return QPointF(rect.center().x(), rect.top() + rect.height() * share)


def mouse(widget: QWidget, kind: QMouseEvent.Type, point: QPointF, *, buttons: Qt.MouseButton = LEFT) -> None:
    at = widget.mapToGlobal(point)
    pressed = LEFT if kind is not QMouseEvent.Type.MouseMove else Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(kind, point, at, pressed, buttons, NO))


def press_and_move(timeline: Timeline, start: QPointF, *path: QPointF) -> None:
    mouse(timeline, QMouseEvent.Type.MouseButtonPress, start)
    for point in (start + QPointF(0, 15), *path):
        mouse(timeline, QMouseEvent.Type.MouseMove, point)


def let_go(timeline: Timeline, point: QPointF) -> None:
    mouse(timeline, QMouseEvent.Type.MouseButtonRelease, point, buttons=Qt.MouseButton.NoButton)


def judge_all(timeline: Timeline) -> None:
    for _ in range(100):
        timeline.dragging.judge_next()


def test_places_before_a_pin_that_would_overlap_are_shaded(page: ProgrammePage, library: Library) -> None:
    timeline = page.timeline
    tea, keynote = block(library, "Thee").id, block(library, "Keynote").id
    press_and_move(timeline, middle(timeline, tea), middle(timeline, keynote, 0.2))
    judge_all(timeline)

    assert timeline.dragging.drop is not None
    assert [timeline.words.obstacle(each) for each in timeline.dragging.obstacles if timeline.words] == [
        "Lunch overlaps by 10\u00a0min"
    ]
    shaded = list(timeline.dragging.shaded(0, timeline.height()))
    assert any(rect.contains(middle(timeline, keynote, 0.2)) for rect in shaded)
    afternoon = block(library, "Sectieafspraak").id
    assert not any(rect.contains(middle(timeline, afternoon, 0.2)) for rect in shaded)
    assert not timeline.grab().isNull()
    timeline.dragging.cancel()
    assert list(timeline.dragging.shaded(0, timeline.height())) == []


def test_a_room_that_is_taken_is_named(page: ProgrammePage, library: Library) -> None:
    timeline = page.timeline
    keynote = block(library, "Keynote")
    part = library.of_day(Part, 1)[0]
    second = programme.add_part(library, 1, date=part.date, start=dt.time(8, 0), end=dt.time(15, 0), title="Ernaast")
    made = programme.add_block(library, 1, Block(title="Tegelijk", minutes=120, room=keynote.room), PARKED)
    judged = timeline.dragging
    judged.move((made,))
    assert judged.shading is not None
    empty = timeline.layout_shown.part_of(second)
    assert empty is not None
    judged.to(timeline.mapToGlobal(QPoint(200, round(empty.area.top()) + 30)), takes=False)

    assert timeline.words is not None
    said = [timeline.words.obstacle(each) for each in judged.obstacles]
    assert said == ["Aula is taken then"]
    judged.cancel()


def test_zones_say_the_same_as_a_drop(page: ProgrammePage, library: Library) -> None:
    layout = page.timeline.layout_shown
    moved = frozenset({block(library, "Thee").id})
    for zone in zones_in(layout, 0, page.timeline.height(), moved, as_options=True):
        found = drop_at(layout, zone.rect.center(), moved, as_options=True)
        assert found is not None
        assert (found.spot.part, found.spot.round) == (zone.spot.part, zone.spot.round)
        if zone.spot.round is None:
            assert found.spot.before == zone.spot.before


def test_a_working_format_is_judged_by_its_minutes(page: ProgrammePage, library: Library) -> None:
    page.timeline.dragging.bring(Brought(Source.FORMAT, 1))
    page.timeline.dragging.to(page.timeline.mapToGlobal(QPoint(200, 40)), takes=False)

    assert [each.kind for each in page.timeline.dragging.obstacles] == ["pin"]
    page.timeline.dragging.cancel()


def test_a_band_beside_the_blocks_selects_them(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    timeline = page.timeline
    first, last = block(library, "Keynote").id, block(library, "Wat werkt").id
    top, bottom = middle(timeline, first, 0.1).y(), middle(timeline, last, 0.5).y()
    press_and_move(timeline, QPointF(8, top), QPointF(30, bottom))
    assert timeline.band.rect is not None
    let_go(timeline, QPointF(30, bottom))

    assert page.selected.ids == (first, block(library, "In gesprek").id, last)
    assert timeline.band.rect is None
    press_and_move(timeline, QPointF(8, top), QPointF(30, bottom))
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    assert page.selected.ids == ()
    let_go(timeline, QPointF(30, bottom))


def test_a_block_is_dragged_from_the_timeline_into_the_list(page: ProgrammePage, library: Library) -> None:
    timeline, rows = page.timeline, page.list
    tea, keynote = block(library, "Thee").id, block(library, "Keynote").id
    index = rows.things.index(rows.things.row_of(keynote), 1)
    target = rows.viewport().mapToGlobal(rows.visualRect(index).topLeft() + QPoint(10, 2))
    press_and_move(timeline, middle(timeline, tea), timeline.mapFromGlobal(QPointF(target)))
    let_go(timeline, timeline.mapFromGlobal(QPointF(target)))

    assert row(library).index("Thee") == row(library).index("Keynote") - 1


def drop_on(widget: QWidget, mime: QMimeData, point: QPointF) -> None:
    moves = Qt.DropAction.MoveAction
    QApplication.sendEvent(widget, QDragEnterEvent(point.toPoint(), moves, mime, LEFT, NO))
    QApplication.sendEvent(widget, QDragMoveEvent(point.toPoint(), moves, mime, LEFT, NO))
    QApplication.sendEvent(widget, QDropEvent(point, moves, mime, LEFT, NO))


def test_a_row_of_the_list_is_dragged_onto_the_timeline_and_the_tray(page: ProgrammePage, library: Library) -> None:
    tea, keynote = block(library, "Thee").id, block(library, "Keynote").id
    mime = page.list.mime_of((tea,))
    drop_on(page.timeline, mime, middle(page.timeline, keynote, 0.2))
    assert row(library).index("Thee") == row(library).index("Keynote") - 1

    drop_on(page.tray, mime, QPointF(20, 10))
    assert library.get(Block, tea).part is None
    assert mime.text().splitlines()[1].split("\t")[3] == "Thee"


def test_moving_to_where_it_stands_is_never_in_the_way(page: ProgrammePage, library: Library) -> None:
    editing.change(library, Part, library.of_day(Part, 1)[0].id, end=dt.time(12, 0))
    timeline = page.timeline
    lunch = block(library, "Lunch").id
    press_and_move(timeline, middle(timeline, lunch), middle(timeline, lunch, 0.4))

    assert timeline.dragging.obstacles == ()
    timeline.dragging.cancel()
