"""A document on paper: its pages one by one as pictures, drawn away from the window's own thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from studydag.ui.preview.orders import Made
from studydag.ui.preview.press import Press
from studydag.ui.preview.raster import Leaf, picture_of

FINEST: Final = 300
"""Dots an inch: finer is not seen, and takes four times the memory."""


def printer_for(made: Made) -> QPrinter:
    """Return a printer set to the paper of a document, edge to edge, and to one side where each sheet is for itself."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(made.order.day.title or made.order.document.name)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(made.leaves[0]))
    if made.order.document.one_side:
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    return printer


def _layout(leaf: Leaf) -> QPageLayout:
    upright = QSizeF(min(leaf.width, leaf.height), max(leaf.width, leaf.height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = leaf.width > leaf.height
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF())


class PrintRun(QObject):
    """Prints the pages that were asked for. `finished` carries whether all went well; `printed` the number so far."""

    finished = Signal(bool)
    printed = Signal(int)

    def __init__(self, made: Made, printer: QPrinter, press: Press, parent: QObject) -> None:
        """Begin with `start`."""
        super().__init__(parent)
        self._made = made
        self._printer = printer
        self._press = press
        self._painter = QPainter()
        first = printer.fromPage() or 1
        last = printer.toPage() or len(made.leaves)
        self._left = list(range(first - 1, min(last, len(made.leaves))))
        self.pages = len(self._left)
        self._job = 0
        press.done.connect(self._on_done)

    def start(self) -> None:
        """Print."""
        if not self._left or not self._painter.begin(self._printer):
            self._end(well=False)
            return
        self._ask()

    def stop(self) -> None:
        """Print no further."""
        self._printer.abort()
        self._end(well=False)

    def _ask(self) -> None:
        page, data = self._left.pop(0), self._made.data
        dots = min(self._printer.resolution(), FINEST)
        width = round(self._made.leaves[page].width / 72 * dots)
        self._job = self._press.run(lambda _progress: picture_of(data, page, width))

    def _on_done(self, number: int, result: object) -> None:
        if number != self._job or not self._painter.isActive():
            return
        if not isinstance(result, QImage):
            self.stop()
            return
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), result)
        self.printed.emit(self.pages - len(self._left))
        if not self._left:
            self._end(well=True)
        elif self._printer.newPage():
            self._ask()
        else:
            self.stop()

    def _end(self, *, well: bool) -> None:
        self._job = 0
        if self._painter.isActive():
            well = self._painter.end() and well
        self.finished.emit(well)
