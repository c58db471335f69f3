"""What the window looks like: the Fusion style with our palettes, light and dark, and its own zoom.

Every pair of text and ground has a contrast of at least 4.5:1; a test holds it. The first frame of the window needs
this file, so it brings in Qt's namespace `Qt`, with its hundreds of enums, only where somebody chose a brightness.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from studydag.model.values.phases import Phase
from studydag.resources import resource
from studydag.ui.style_sheet import style_sheet

STYLE: Final = "Fusion"
ZOOMS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
HALF: Final = 128
"""Of the lightness of a colour, which Qt counts to 255."""

PHASE_COLOURS: Final = {
    Phase.INSPIRATION: "#E69F00",
    Phase.KNOWLEDGE: "#0072B2",
    Phase.APPLICATION: "#009E73",
    Phase.REFLECTION: "#B0578D",
    Phase.BREAK: "#9AA5B1",
    Phase.ORGANISATION: "#56636F",
}
"""Safe for colour-blind readers; always beside the word."""


class Colours(NamedTuple):
    """The colours of one palette, as `#rrggbb`: what text and lines stand on, and what they are drawn with."""

    window: str
    surface: str
    raised: str
    hover: str
    line: str
    edge: str
    thumb: str
    text: str
    quiet: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    must: str
    must_surface: str
    should: str
    should_bar: str
    holds: str
    tint: float

    def phase(self, phase: Phase) -> QColor:
        """Return the colour of a phase, for bars."""
        return QColor(PHASE_COLOURS[phase])

    def phase_surface(self, phase: Phase) -> QColor:
        """Return the surface of a phase, on which text keeps its contrast."""
        return mixed(QColor(self.surface), QColor(PHASE_COLOURS[phase]), self.tint)


LIGHT: Final = Colours(
    window="#F3F4F6",
    surface="#FFFFFF",
    raised="#FAFBFC",
    hover="#ECEFF3",
    line="#DADFE5",
    edge="#808A96",
    thumb="#C6CDD5",
    text="#1B2430",
    quiet="#56616D",
    faint="#646D78",
    accent="#1F5FA8",
    accent_hover="#184D8A",
    on_accent="#FFFFFF",
    selected="#DCE8F7",
    must="#B3261E",
    must_surface="#FCE8E6",
    should="#8A5A00",
    should_bar="#E69F00",
    holds="#1B6E4B",
    tint=0.13,
)
DARK: Final = Colours(
    window="#1A1D21",
    surface="#23272C",
    raised="#1F2327",
    hover="#30363D",
    line="#3A4149",
    edge="#7A848F",
    thumb="#4D555E",
    text="#E8EBEE",
    quiet="#A9B2BC",
    faint="#98A2AD",
    accent="#7FB2F0",
    accent_hover="#9CC4F5",
    on_accent="#10151B",
    selected="#2C425F",
    must="#FF9C94",
    must_surface="#4A2422",
    should="#F0BC62",
    should_bar="#E69F00",
    holds="#7BD3A8",
    tint=0.22,
)


class Look:
    """Dresses an application: which palette, and how large."""

    def __init__(self, application: QApplication, *, is_styled: bool = False) -> None:
        """Take the application as the system made it; its font is what 100 % means.

        `is_styled` says that it was started with `-style`; to set the style afterwards takes longer.
        """
        self._application = application
        self._font = QFont(application.font())
        # Kept: what PySide gives of them is gone as soon as nobody holds them.
        self._hints = application.styleHints()
        self.zoom = 1.0
        self.colours = LIGHT
        self.has_high_contrast = False
        if not is_styled:
            application.setStyle(STYLE)

    def begin(self, zoom: float, brightness: str) -> None:
        """Dress for the first frame, in the brightness of the system's own palette if none was chosen."""
        is_dark = self._application.palette().window().color().lightness() < HALF
        self._enlarge(zoom)
        if brightness:
            self.follow(brightness)
        else:
            self.dress(dark=is_dark)

    def follow(self, brightness: str) -> None:
        """Be `light` or `dark`, or with an empty `brightness` what the system asks for."""
        from PySide6.QtCore import Qt

        chosen = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # The system draws the title bar, so it is told as well.
        self._application.styleHints().setColorScheme(chosen.get(brightness, Qt.ColorScheme.Unknown))
        self.dress(dark=brightness == "dark" or (not brightness and self.system_is_dark))

    @property
    def is_dark(self) -> bool:
        """Whether a dark palette is on."""
        return QColor(self.colours.window).lightness() < HALF

    @property
    def system_is_dark(self) -> bool:
        """Whether the system asks for dark windows."""
        from PySide6.QtCore import Qt

        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark

    @property
    def system_has_high_contrast(self) -> bool:
        """Whether the system asks for high contrast."""
        from PySide6.QtCore import Qt

        return self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    def when_contrast_changes(self, run: Callable[[], object]) -> None:
        """Run something each time the system begins or ends to ask for high contrast."""
        self._hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: run())

    def _of_the_system(self) -> Colours:
        from studydag.ui.high_contrast import high_contrast

        # An empty palette lets through what the system has.
        self._application.setPalette(QPalette())
        return high_contrast(self._application.palette())

    def dress(self, *, dark: bool) -> None:
        """Put a palette on the whole application; with high contrast the system's own, whatever was chosen."""
        self.colours = self._of_the_system() if self.has_high_contrast else DARK if dark else LIGHT
        palette = _palette(self.colours)
        if palette != self._application.palette():
            self._application.setPalette(palette)
        self._wear_sheet()

    def set_zoom(self, zoom: float) -> None:
        """Set the size of all text, 1.0 being the system's."""
        self._enlarge(zoom)
        self._wear_sheet()

    def _wear_sheet(self) -> None:
        # To wear a sheet again takes as long as to wear another: Qt looks at every widget there is.
        if (sheet := self._sheet) != self._application.styleSheet():
            self._application.setStyleSheet(sheet)

    def _enlarge(self, zoom: float) -> None:
        self.zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        font = QFont(self._font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(self._font.pointSizeF() * self.zoom)
        else:
            font.setPixelSize(round(self._font.pixelSize() * self.zoom))
        if font != self._application.font():
            self._application.setFont(font)

    @property
    def _sheet(self) -> str:
        brightness = "dark" if self.is_dark else "light"
        arrow, tick = (resource("icons", f"{name}-{brightness}.svg") for name in ("chevron", "check"))
        up, down = (resource("icons", f"sorted-{way}-{brightness}.svg").as_posix() for way in ("up", "down"))
        return style_sheet(self.colours, self._title_size, arrow.as_posix(), tick.as_posix(), (up, down))

    @property
    def _title_size(self) -> str:
        font = self._application.font()
        return f"{font.pointSizeF() * 1.7:.1f}pt" if font.pointSizeF() > 0 else f"{font.pixelSize() * 1.7:.0f}px"

    def zoom_by(self, steps: int, zoom: float | None = None) -> float:
        """Return the zoom some steps larger (or smaller) than one, or than now."""
        before = self.zoom if zoom is None else zoom
        nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - before))
        return ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)]


def look_of(widget: QWidget | None) -> Look:
    """Return the look of the window that a widget stands in or its dialog came from; else that of the application."""
    while widget is not None:
        window = widget.window()
        look = getattr(window, "look", None)
        if isinstance(look, Look):
            return look
        widget = window.parentWidget()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Look(application)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.BrightText: colours.must,
        role.Mid: colours.line,
        role.Dark: colours.line,
    }
    for each, colour in pairs.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.faint))
    return palette


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two, with so much of the other in it, 0 to 1."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
