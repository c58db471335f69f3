"""Before and after on the effect page: painted and in words, hidden where the group is too small."""

from collections.abc import Callable

import pytest

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.effect import Measure, Result
from studydag.model.values.school import EffectLevel
from studydag.ui.look import Look
from studydag.ui.pages.effect import EffectPage
from studydag.ui.pages.page import Page


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language.of(request.param)


def test_r110_a_result_stands_beside_its_baseline_with_what_to_mind(
    show: Callable[[type[Page]], Page], library: Library, look: Look
) -> None:
    page = show(EffectPage)
    assert isinstance(page, EffectPage)
    home = ("study_day", 1)
    before = editing.create(library, Measure(title="Test before", level=EffectLevel.LEARNING), home)
    after = editing.create(library, Measure(title="Test", level=EffectLevel.LEARNING, baseline_measure=before), home)
    editing.create(library, Result(measure=before, n=28, invited=31, mean=6.1), home)
    made = editing.create(library, Result(measure=after, n=26, invited=31, mean=7.4), home)
    page.tabs.show_part(page.compared)
    names = [chart.accessibleName() for chart in page.compared.charts]
    told = next(name for name in names if name.startswith("Test:"))
    assert "6.1 (n = 28, response 90%)" in told
    assert "7.4 (n = 26, response 84%)" in told
    assert "difference: +1.3" in told
    assert "not as many people" in told
    for dark in (True, False):
        look.dress(dark=dark)
        assert not page.grab().isNull()
    editing.change(library, Result, made, n=4)
    assert not [chart for chart in page.compared.charts if chart.accessibleName().startswith("Test:")]
    page.compared.order.setCurrentIndex(1)
    page.compared.order.activated.emit(1)
    assert page.compared.charts
