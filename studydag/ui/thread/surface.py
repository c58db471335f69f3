"""What the thread is painted on: how large it is shown, where its things stand, and what is lit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPathStroker, QPaintEvent
from PySide6.QtWidgets import QScrollArea

from studydag.model.rules.threads.thread_picture import Sizes, Spot, ThreadPicture, order_of, picture
from studydag.model.rules.threads.thread_web import Link, Web
from studydag.model.values.references import Reference
from studydag.ui.look import Look
from studydag.ui.painted_things import PaintedThings
from studydag.ui.thread.linking import Linking, candidates
from studydag.ui.thread.painting import Inks, Manner, ThreadPainter
from studydag.ui.thread.words import ThreadWords

ZOOMS = (0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0)
LEAST_READABLE, LEAST_AT_ONCE = 0.75, 0.6
"""How small the picture is made by itself, to have all columns beside each other, and to be seen as a whole."""
REACHES = (2.0, 5.0, 10.0)
"""How wide a link is for the pointer; the nearest one is meant."""


class ThreadSurface(PaintedThings[Reference]):
    """Shows a web. `chosen` is the thing whose chain is lit, `current` the one that keys work on.

    `zoom_changed` comes after it is shown larger or smaller.
    """

    zoom_changed = Signal()

    def __init__(self, look: Look, scroll_area: QScrollArea) -> None:
        """Begin empty; `scroll_area` is what it is seen through."""
        super().__init__()
        self.look = look
        self.scroll_area = scroll_area
        self.words: ThreadWords | None = None
        self.web = Web(columns=(), links=())
        self.picture = ThreadPicture()
        self.chosen: Reference | None = None
        self.chosen_link: Link | None = None
        self.current: Reference | None = None
        self.linking: Linking | None = None
        self.zoom = 1.0
        self.keeps_zoom = False
        self._order: tuple[tuple[Spot, ...], ...] | None = None
        self._painter: ThreadPainter | None = None
        self._inks: Inks | None = None
        # The headings stay in view, so what is seen is not simply moved.
        scroll_area.verticalScrollBar().valueChanged.connect(self.update)
        scroll_area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the columns take the room there is."""
        if event.type() == QEvent.Type.Resize and watched is self.scroll_area.viewport():
            self.lay_out()
        return super().eventFilter(watched, event)

    # -- what is shown

    def take(self, words: ThreadWords) -> None:
        """Take the web of a day as what is shown."""
        web = words.web
        if self._order is None or (web.columns, web.links) != (self.web.columns, self.web.links):
            self._order = order_of(web)
        self.words, self.web = words, web
        self.lay_out()

    def lay_out(self) -> None:
        """Place all anew, for another width or font."""
        if self.words is None:
            return
        room = self.scroll_area.viewport().width()
        self._inks = Inks.of(self.look.colours, self.font())
        if not self.keeps_zoom:
            least = self._sizes(0.0)
            fits = (room - 2 * self.margin) / (5 * least.width + 4 * least.across)
            self._set_zoom(min(1.0, max(LEAST_READABLE, fits)))
        self.picture = picture(self.web, self._sizes(room / self.zoom - 2 * self.margin), self._order)
        self._painter = ThreadPainter(self._inks, self.words, self.picture)
        self._resize()

    @property
    def margin(self) -> float:
        """What stays free round the picture, in its units."""
        return self.fontMetrics().height() * 0.8

    @property
    def head(self) -> float:
        """How high the headings are, in the units of the picture."""
        return self.fontMetrics().height() * 2.0

    def _sizes(self, room: float) -> Sizes:
        assert self._inks is not None
        return self._inks.sizes(room)

    def _resize(self) -> None:
        width = round((self.picture.width + 2 * self.margin) * self.zoom)
        height = round((self.picture.height + self.head + 2 * self.margin) * self.zoom)
        self.setMinimumSize(width, height)
        self.resize(self.scroll_area.viewport().size().expandedTo(QSize(width, height)))
        self.update()

    # -- zoom

    def set_zoom(self, zoom: float) -> None:
        """Show it larger or smaller, and keep that."""
        self.keeps_zoom = True
        if self._set_zoom(min(max(zoom, ZOOMS[0]), ZOOMS[-1])):
            self.lay_out()

    def zoom_by(self, steps: int) -> None:
        """Show it a step larger or smaller."""
        larger = [each for each in ZOOMS if each > self.zoom + 0.01]
        smaller = [each for each in ZOOMS if each < self.zoom - 0.01]
        if steps > 0 and larger:
            self.set_zoom(larger[0])
        elif steps < 0 and smaller:
            self.set_zoom(smaller[-1])

    def fit(self) -> None:
        """Show the whole picture at once, as large as that goes; what could not be read then is to be scrolled to."""
        seen = self.scroll_area.maximumViewportSize()
        width, height = self.picture.width + 2 * self.margin, self.picture.height + self.head + 2 * self.margin
        narrow = self._sizes(0.0)
        width = min(width, 5 * narrow.width + 4 * narrow.across + 2 * self.margin)
        self.set_zoom(max(LEAST_AT_ONCE, min(seen.width() / width, seen.height() / height, 1.0)))

    def usual_zoom(self) -> None:
        """Show it as large as it is by itself."""
        self.keeps_zoom = False
        self.lay_out()

    def _set_zoom(self, zoom: float) -> bool:
        if abs(zoom - self.zoom) < 0.001:
            return False
        self.zoom = zoom
        self.zoom_changed.emit()
        return True

    # -- where things stand

    def ids(self) -> tuple[Reference, ...]:
        """Return all things in the order of the columns."""
        return tuple(reference for column in self.picture.columns for reference in column)

    def rect_of(self, reference: Reference) -> QRectF | None:
        """Return where a thing stands on the widget."""
        box = self.picture.boxes.get(reference)
        if box is None:
            return None
        top_left = self.on_widget(QPointF(box.left, box.top))
        return QRectF(top_left.x(), top_left.y(), box.width * self.zoom, box.height * self.zoom)

    def id_at(self, point: QPointF) -> Reference | None:
        """Return which thing is seen at a point of the widget."""
        if point.y() < self._headings_top + self.head * self.zoom:
            return None
        inner = self.on_picture(point)
        return self.picture.at(inner.x(), inner.y())

    def link_at(self, point: QPointF) -> Link | None:
        """Return which link is seen at a point of the widget."""
        if self._painter is None or point.y() < self._headings_top + self.head * self.zoom:
            return None
        inner = self.on_picture(point)
        for reach in REACHES:
            stroker = QPainterPathStroker()
            stroker.setWidth(reach)
            for curve in self.picture.curves:
                path = self._painter.path(curve)
                near = path.controlPointRect().adjusted(-reach, -reach, reach, reach).contains(inner)
                if near and stroker.createStroke(path).contains(inner):
                    return curve.link
        return None

    @property
    def _headings_top(self) -> float:
        return float(self.scroll_area.verticalScrollBar().value())

    def on_widget(self, point: QPointF) -> QPointF:
        """Return where a point of the picture is on the widget."""
        return (point + QPointF(self.margin, self.margin + self.head)) * self.zoom

    def on_picture(self, point: QPointF) -> QPointF:
        """Return where a point of the widget is on the picture."""
        return point / self.zoom - QPointF(self.margin, self.margin + self.head)

    # -- what is seen

    def changeEvent(self, event: QEvent) -> None:
        """Lay out for another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen."""
        painter = QPainter(self)
        colours = self.look.colours
        painter.fillRect(event.rect(), QColor(colours.window))
        if self.words is None or not self.web.knots:
            return
        if self._inks is None or self._inks.colours is not colours or self._inks.title != self.font():
            self.lay_out()
        assert self._painter is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self.zoom, self.zoom)
        painter.translate(self.margin, self.margin + self.head)
        clip = QRectF(self.on_picture(event.rect().topLeft().toPointF()), event.rect().size().toSizeF() / self.zoom)
        self._painter.paint(painter, clip, self._manner())
        self._paint_rubber(painter)
        painter.resetTransform()
        top, height = self._headings_top, self.head * self.zoom
        painter.fillRect(QRectF(0, top, self.width(), height), QColor(colours.window))
        painter.fillRect(QRectF(0, top + height - 1, self.width(), 1), QColor(colours.line))
        painter.scale(self.zoom, self.zoom)
        painter.translate(self.margin, 0)
        self._painter.headings(painter, top / self.zoom, self.head)
        painter.end()

    def _paint_rubber(self, painter: QPainter) -> None:
        linking = self.linking
        if linking is None or self._painter is None:
            return
        target = self.picture.boxes.get(linking.target) if linking.target is not None else None
        start = self.picture.boxes[linking.start]
        if target is not None:
            right = target.column > start.column
            end = QPointF(target.left if right else target.right, target.middle)
        elif linking.pointer is not None:
            end = linking.pointer
            right = end.x() >= start.left + start.width / 2
        else:
            return
        self._painter.rubber(painter, QPointF(start.right if right else start.left, start.middle), end)

    def _manner(self) -> Manner:
        current = self.current if self.hasFocus() else None
        linking = self.linking
        if linking is not None:
            others = {each for column in candidates(self.picture, linking.start) for each in column}
            targets = frozenset(() if linking.target is None else (linking.target,))
            aim = linking.target or linking.start
            return Manner(lit=frozenset({linking.start, *others}), chosen=linking.start, current=aim, targets=targets)
        if self.chosen_link is not None:
            return Manner(lit=frozenset(self.chosen_link), link=self.chosen_link, current=current)
        chain = None if self.chosen is None else self.web.chain(self.chosen)
        return Manner(lit=chain, chosen=self.chosen, current=current)
