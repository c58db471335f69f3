"""The icons of the window: line drawings in the colour of the text beside them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from studydag.resources import resource

SIZES = (16, 20, 32)
"""Pixels; what is shown larger or smaller is scaled."""
ARROW, ARROW_ROOM = 12, 16
"""Pixels: of the arrow that opens a list, and of the icon that it stands in."""


def icon(name: str, palette: QPalette, *, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Return an icon in a colour of the palette, faint where it can't be used; names are in resources/icons/lucide."""
    made = QIcon()
    ink = palette.color(QPalette.ColorGroup.Active, role).name()
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    for size in SIZES:
        made.addPixmap(drawing(name, size, ink), QIcon.Mode.Normal)
        made.addPixmap(drawing(name, size, faint), QIcon.Mode.Disabled)
    return made


def arrow_icon(palette: QPalette) -> QIcon:
    """Return the arrow that opens a list, as small as in a field that is a list."""
    made = QIcon()
    inks = {
        QIcon.Mode.Normal: palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText),
        QIcon.Mode.Disabled: palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    }
    for mode, ink in inks.items():
        picture = QPixmap(ARROW_ROOM, ARROW_ROOM)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        beside = (ARROW_ROOM - ARROW) // 2
        painter.drawPixmap(beside, beside, drawing("chevron-down", ARROW, ink.name()))
        painter.end()
        made.addPixmap(picture, mode)
    return made


def icon_size(widget: QWidget) -> QSize:
    """Return the size in which icons stand beside the text of a widget, which follows the zoom of the window."""
    height = widget.fontMetrics().height()
    return QSize(height, height)


def drawing(name: str, size: int, ink: str) -> QPixmap:
    """Return an icon as a picture of `size` by `size` pixels in one colour (`#rrggbb`)."""
    key = f"studydag/{name}/{size}/{ink}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    inked = (
        _source(name).replace("currentColor", ink).replace('width="24" height="24"', f'width="{size}" height="{size}"')
    )
    picture.loadFromData(QByteArray(inked.encode("utf-8")), "SVG")
    QPixmapCache.insert(key, picture)
    return picture


@lru_cache
def _source(name: str) -> str:
    # Each is drawn in some sizes and inks.
    return resource("icons", "lucide", f"{name}.svg").read_text("utf-8")
