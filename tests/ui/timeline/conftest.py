"""The timeline of the worked example, with the keys, in English."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import TIMELINE
from studydag.ui.timeline.timeline import Timeline
from tests.ui.programme import programme_page


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> ProgrammePage:
    found = programme_page(show)
    found.show_view(TIMELINE)
    found.timeline.setFocus()
    found.window().activateWindow()
    qtbot.waitUntil(found.timeline.hasFocus)
    return found


@pytest.fixture
def timeline(page: ProgrammePage) -> Timeline:
    return page.timeline
