"""The pages of a document below each other, drawn as sharp as the screen is; only those in view are drawn."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from studydag.ui.look import Look
from studydag.ui.preview.press import Drawn, Wish
from studydag.ui.preview.raster import Leaf
from studydag.ui.spoken_roles import SpokenAs, speak_as

SMALLEST, LARGEST = 0.1, 4.0
NOTCH: Final = 1.15
"""How much larger one notch of the wheel makes the pages."""
POINTS_AN_INCH: Final = 72
WIDEST: Final = 6000
"""In pixels: enough for the sharpest screen, and a page of it still fits in memory."""


class Fit(Enum):
    """What the size of the pages follows."""

    WIDTH = auto()
    PAGE = auto()
    OWN = auto()


class PageView(QAbstractScrollArea):
    """Shows pages. `wanted` carries the Wishes of what is to be drawn; `page_changed` the page in view (from nought).

    `zoomed` says that the pages have another size.
    """

    wanted = Signal(object)
    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin without pages, as wide as the view."""
        super().__init__(parent)
        self._look = look
        self._data = b""
        self._leaves: tuple[Leaf, ...] = ()
        self._places: tuple[QRect, ...] = ()
        self._drawn: dict[int, Drawn] = {}
        self._wishes: tuple[Wish, ...] = ()
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._page = 0
        speak_as(self, SpokenAs.DOCUMENT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._look_for_wishes)

    # -- what is shown

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._leaves)

    @property
    def page(self) -> int:
        """The page in view, from nought."""
        return self._page

    @property
    def fit(self) -> Fit:
        """What the size follows."""
        return self._fit

    @property
    def zoom(self) -> float:
        """How large the pages are, 1.0 being their size on paper."""
        return self._zoom

    def show_pages(self, data: bytes, leaves: tuple[Leaf, ...], *, from_top: bool) -> None:
        """Show a document; what was drawn of an earlier one stays until its successor is there."""
        self._data, self._leaves = data, leaves
        if from_top:
            self._drawn.clear()
        self._drawn = {page: drawn for page, drawn in self._drawn.items() if page < len(leaves)}
        self._lay_out()
        if from_top:
            self.verticalScrollBar().setValue(0)
        self._follow()

    def take(self, drawn: Drawn) -> None:
        """Take a page that was drawn."""
        if drawn.wish.data is self._data and drawn.wish.page < len(self._leaves):
            self._drawn[drawn.wish.page] = drawn
            self.viewport().update()

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """The pages that are held as pictures."""
        return tuple(self._drawn.values())

    # -- moving

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from nought) into view."""
        if self._places:
            page = min(max(page, 0), len(self._places) - 1)
            self.verticalScrollBar().setValue(self._places[page].top() - self._gap)

    def fit_to(self, fit: Fit) -> None:
        """Let the size follow the width of the view or a whole page of it; the page in view stays so."""
        page = self._page
        self._fit = fit
        self._lay_out()
        if fit is Fit.PAGE:
            self.go_to(page)

    def zoom_to(self, zoom: float, about: QPoint | None = None) -> None:
        """Set the size; what is at `about` in the view stays there, by default what is in its middle."""
        about = about or self.viewport().rect().center()
        held = self.spot_at(about)
        self._fit, self._zoom = Fit.OWN, min(max(zoom, SMALLEST), LARGEST)
        self._lay_out()
        if held is not None:
            page, at = held
            place = self._places[page]
            self.horizontalScrollBar().setValue(round(place.left() + at.x() * place.width() - about.x()))
            self.verticalScrollBar().setValue(round(place.top() + at.y() * place.height() - about.y()))

    def zoom_by(self, notches: float, about: QPoint | None = None) -> None:
        """Make the pages larger, or with fewer than no notches smaller."""
        self.zoom_to(self._zoom * NOTCH**notches, about)

    def spot_at(self, about: QPoint) -> tuple[int, QPointF] | None:
        """Return the page at a spot of the view, and where on it that is, as shares of its width and height."""
        if not self._places:
            return None
        spot = about + self._origin
        page = next((n for n, place in enumerate(self._places) if spot.y() <= place.bottom()), len(self._places) - 1)
        place = self._places[page]
        return page, QPointF((spot.x() - place.left()) / place.width(), (spot.y() - place.top()) / place.height())

    @property
    def _origin(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # -- laying out

    @property
    def _gap(self) -> int:
        return self.fontMetrics().height() // 2 + 4

    @property
    def _pixels_a_point(self) -> float:
        return self.logicalDpiX() / POINTS_AN_INCH

    def _lay_out(self) -> None:
        room = self.maximumViewportSize()
        if self._leaves and self._fit is not Fit.OWN:
            self._zoom = self._fitting(room.width(), room.height())
            if self._height() > room.height():
                bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
                self._zoom = self._fitting(room.width() - bar, room.height())
        scale, gap = self._zoom * self._pixels_a_point, self._gap
        sizes = [(round(leaf.width * scale), round(leaf.height * scale)) for leaf in self._leaves]
        widest = max((width for width, _ in sizes), default=0) + 2 * gap
        height = self._height()
        tall = height > room.height()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self) if tall else 0
        across = max(widest, room.width() - bar)
        places, top = [], gap
        for wide, high in sizes:
            places.append(QRect((across - wide) // 2, top, wide, high))
            top += high + gap
        self._places = tuple(places)
        self._set_bars(widest, height)
        self._follow()
        self.zoomed.emit()

    def _fitting(self, width: int, height: int) -> float:
        gap, unit = 2 * self._gap, self._pixels_a_point
        zoom = (width - gap) / (max(leaf.width for leaf in self._leaves) * unit)
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (height - gap) / (max(leaf.height for leaf in self._leaves) * unit))
        return min(max(zoom, SMALLEST), LARGEST)

    def _height(self) -> int:
        scale = self._zoom * self._pixels_a_point
        return sum(round(leaf.height * scale) + self._gap for leaf in self._leaves) + self._gap

    def _set_bars(self, width: int, height: int) -> None:
        room = self.maximumViewportSize()
        step = 3 * self.fontMetrics().height()
        for bar, size, seen in (
            (self.verticalScrollBar(), height, room.height()),
            (self.horizontalScrollBar(), width, room.width()),
        ):
            bar.setRange(0, max(0, size - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(step)

    def _follow(self) -> None:
        """Take what is in view for the page in view, and have it drawn."""
        bar, last, before = self.verticalScrollBar(), max(0, len(self._places) - 1), self._page
        third = bar.value() + self.viewport().height() // 3
        self._page = next((n for n, place in enumerate(self._places) if third <= place.bottom()), last)
        if bar.value() == bar.maximum() > 0:
            self._page = last
        if self._page != before:
            self.page_changed.emit(self._page)
        self._looking.start()
        self.viewport().update()

    # -- drawing

    def _seen(self) -> list[int]:
        view = self.viewport().rect().translated(self._origin)
        return [page for page, place in enumerate(self._places) if place.intersects(view)]

    def _missing(self) -> tuple[Wish, ...]:
        ratio = self.devicePixelRatioF()
        wishes = [
            Wish(self._data, page, min(max(1, round(self._places[page].width() * ratio)), WIDEST))
            for page in self._seen()
        ]
        return tuple(wish for wish in wishes if not self._has(wish))

    def _has(self, wish: Wish) -> bool:
        drawn = self._drawn.get(wish.page)
        return drawn is not None and drawn.wish.data is wish.data and drawn.wish.width == wish.width

    def _look_for_wishes(self) -> None:
        if not self.isVisible():
            return
        near = {near for page in self._seen() for near in (page - 1, page, page + 1)}
        self._drawn = {page: drawn for page, drawn in self._drawn.items() if page in near}
        wishes = self._missing()
        if wishes != self._wishes:
            self._wishes = wishes
            self.wanted.emit(wishes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view; one that is not drawn yet is white."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QColor(self._look.colours.line)
        for page in self._seen():
            place = self._places[page].translated(-self._origin)
            if place.intersects(event.rect()):
                painter.fillRect(place.adjusted(-1, -1, 1, 1), edge)
                self._paint(painter, page, place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._look.colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place, Qt.GlobalColor.white)
        drawn = self._drawn.get(page)
        if drawn is not None:
            # At its own size where it fits, so that nothing is blurred.
            high = drawn.picture.height() / max(1, drawn.picture.width()) * place.width()
            painter.drawImage(QRectF(place.x(), place.y(), place.width(), high), drawn.picture)

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again; what is on top stays there."""
        held = self.spot_at(QPoint(self.viewport().width() // 2, 0))
        super().resizeEvent(event)
        self._lay_out()
        if held is not None:
            place = self._places[held[0]]
            self.verticalScrollBar().setValue(round(place.top() + held[1].y() * place.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Have what is in view drawn."""
        super().showEvent(event)
        self._looking.start()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again for another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._looking.start()
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - all is painted anew
        """Follow the scroll bars."""
        self._follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys work here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys work elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl make larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn pages, Home and End go to the first and last, + and − change the size."""
        key = event.key()
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self._turn(1)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}:
            self._turn(-1)
        elif key == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        else:
            super().keyPressEvent(event)

    def _turn(self, way: int) -> None:
        """Go a page on, or where a page is taller than the view, a view less one line."""
        if not self._places:
            return
        seen = self.viewport().height()
        if self._places[self._page].height() + self._gap <= seen:
            self.go_to(self._page + way)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * (seen - self.fontMetrics().height()))
