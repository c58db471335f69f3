"""What is written can be read and where the keys are can be seen, light and dark, on every page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studydag.model.values.phases import Phase
from studydag.ui.look import DARK, LIGHT, Colours, Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.register import PAGES
from studydag.ui.reading_order import stops
from tests.ui.contrast import SIGN, TEXT, best_contrast, changed, contrast, painted
from tests.ui.spoken import name_of
from tests.ui.windows import open_window, parts

GROUNDS = ("window", "surface", "raised", "hover", "selected", "must_surface")
INKS = ("text", "quiet", "accent", "must", "should", "holds")
PALER = 0.3
"""Thin strokes are painted a little paler than their ink."""
FEW = 3
"""Characters, below which a text is a sign that says nothing alone."""
RING = 24
"""How many pixels of what shows the focus have to be seen: the four corners of a small button's ring."""

ICON_ONLY = {Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonFollowStyle}

both = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


# The palettes


@both
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_can_be_read_on_every_ground(colours: Colours, ground: str, ink: str):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= TEXT


@both
@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("ink", INKS[:-1])
def test_every_ink_can_be_read_on_the_tint_of_a_phase(colours: Colours, phase: Phase, ink: str):
    assert contrast(getattr(colours, ink), colours.phase_surface(phase)) >= TEXT


@both
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "hover"])
def test_what_is_off_can_still_be_read(colours: Colours, ground: str):
    assert contrast(colours.faint, getattr(colours, ground)) >= TEXT


@both
def test_buttons_of_the_accent_and_what_is_selected_in_a_text_can_be_read(colours: Colours):
    assert contrast(colours.on_accent, colours.accent) >= TEXT
    assert contrast(colours.on_accent, colours.accent_hover) >= TEXT


@both
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_ring_around_the_focus_is_seen(colours: Colours, ground: str):
    assert contrast(colours.accent, getattr(colours, ground)) >= SIGN


@both
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_the_edge_of_a_field_is_seen(colours: Colours, ground: str):
    assert contrast(colours.edge, getattr(colours, ground)) >= SIGN


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_pair_of_the_palette_of_qt_can_be_read(look: Look, dark: bool):
    look.dress(dark=dark)
    palette, role, group = QApplication.palette(), QPalette.ColorRole, QPalette.ColorGroup
    look.dress(dark=False)
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.Link, role.Window),
    ]
    for ink, ground in pairs:
        found = contrast(palette.color(group.Active, ink), palette.color(group.Active, ground))
        assert found >= TEXT, (ink, ground, found)
    for ink, ground in pairs[:2]:
        found = contrast(palette.color(group.Disabled, ink), palette.color(group.Disabled, ground))
        assert found >= TEXT, (ink, ground, found)


# The window as it is painted


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def window(qtbot: QtBot, look: Look, school_file: Path, request: pytest.FixtureRequest) -> MainWindow:
    look.dress(dark=request.param)
    window = open_window(qtbot, look, school_file)
    window.resize(1600, 1000)
    parts(window)[0].show_day(1)
    window.activateWindow()
    settle(window)
    return window


TURNS = 4


def settle(window: MainWindow) -> None:
    parts(window)[1].idle.finish()
    # Wrapped texts know their height some turns after their width.
    for _ in range(TURNS):
        QApplication.processEvents()


def pages(window: MainWindow) -> Iterator[str]:
    """Bring each page into view, what can be selected on it selected, and then home and the school."""
    assembly, _ = parts(window)
    for maker in PAGES:
        page = assembly.day_view.show_page(maker.name)
        if maker.name == "programme":
            page.selected.choose([page.timeline.ids()[1]])
        settle(window)
        yield maker.name
    assembly.show_school()
    settle(window)
    yield "school"
    assembly.show_home()
    settle(window)
    yield "home"


def is_seen(widget: QWidget) -> bool:
    """Whether half of it stands within what its list shows: of a thin edge there is nothing to read."""
    return widget.isVisible() and 2 * widget.visibleRegion().boundingRect().height() >= max(1, widget.height())


def test_every_text_of_every_page_can_be_read(window: MainWindow):
    pale = {}
    for page in pages(window):
        for each in window.findChildren(QWidget):
            written = isinstance(each, QLabel | QAbstractButton | QLineEdit | QComboBox)
            if not written or not is_seen(each) or not each.isEnabled() or len(text_on(each)) < FEW:
                continue
            found = best_contrast(painted(each))
            if found < TEXT - PALER:
                pale[f"{page}: {type(each).__name__} {text_on(each)!r}"] = round(found, 2)
    assert pale == {}


def text_on(widget: QWidget) -> str:
    """Return what is written on a widget."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QToolButton) and not widget.icon().isNull() and widget.toolButtonStyle() in ICON_ONLY:
        return ""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text().strip()
    return ""


def test_where_the_keys_are_is_seen_on_every_control(window: MainWindow):
    unseen = {}
    for page in pages(window):
        for each in list(stops(window)):
            seen = ring_of(window, each)
            if seen is not None and seen < RING:
                unseen[f"{page}: {type(each).__name__} {name_of(each)!r}"] = seen
    assert unseen == {}, "\n".join(map(str, unseen.items()))


def ring_of(window: MainWindow, each: QWidget) -> int | None:
    """Return how many pixels of a control show that it has the focus; None if it is not there (any more)."""
    if not shiboken6.isValid(each) or not is_seen(each):
        return None
    panel = window.panel
    rest = panel.home if each is panel.search else panel.search
    rest.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    if not shiboken6.isValid(each) or not is_seen(each):
        return None
    before = painted(each)
    each.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    if not shiboken6.isValid(each) or not each.hasFocus():
        return None
    after = painted(each)
    return changed(before, after, SIGN) if before.size() == after.size() else None
