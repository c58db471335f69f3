"""The thread of the worked example, with the keys, in English."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.pages.page import Page
from studydag.ui.thread.canvas import ThreadCanvas
from studydag.ui.thread.view import ThreadView


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> GoalsPage:
    found = show(GoalsPage)
    assert isinstance(found, GoalsPage)
    found.show_thread()
    found.picture.canvas.setFocus()
    found.window().activateWindow()
    qtbot.waitUntil(found.picture.canvas.hasFocus)
    return found


@pytest.fixture
def view(page: GoalsPage) -> ThreadView:
    return page.picture


@pytest.fixture
def canvas(view: ThreadView) -> ThreadCanvas:
    return view.canvas
