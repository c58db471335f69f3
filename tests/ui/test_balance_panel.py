"""The balance of a programme in the window: three bars of the same minutes, live; and why formats suit a block."""

from collections.abc import Callable

import pytest

from studydag.model.operations import editing, programme
from studydag.model.rules.formats.suggest import Reason
from studydag.model.rules.time.balance import balance
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.formats import REASON_ROLE
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.panels.balance_panel import BalancePanel
from studydag.ui.workspace import Workspace


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    return found


def panel_of(page: ProgrammePage) -> BalancePanel:
    assert isinstance(page.panel.balance.content, BalancePanel)
    return page.panel.balance.content


def test_r044_three_bars_of_the_same_minutes_follow_each_edit(
    page: ProgrammePage, library: Library, workspace: Workspace
) -> None:
    bars = panel_of(page).bars
    formats = {each.id: each for each in workspace.setting.formats}
    net = balance(workspace.schedule, formats).net_minutes
    assert [bar.minutes for bar in bars] == [net] * 3
    block = next(each for each in library.get(StudyDay, 1).blocks if each.phase is Phase.REFLECTION)
    programme.set_minutes(library, block.id, block.minutes + 25)
    workspace.idle.finish()
    assert [bar.minutes for bar in bars] == [net + 25] * 3
    assert "Reflectie" in bars[0].accessibleDescription()
    assert not bars[2].grab().isNull()
    page.panel.balance.open(wide=False)
    programme.set_minutes(library, block.id, block.minutes)
    workspace.idle.finish()
    assert bars[0].minutes == net + 25
    page.panel.balance.open()
    assert bars[0].minutes == net


def test_a_format_that_suits_a_block_says_why(page: ProgrammePage, library: Library) -> None:
    day = library.get(StudyDay, 1)
    lunch = next(place for place, block in enumerate(day.blocks) if block.title == "Lunch")
    after = next(block for block in day.blocks[lunch + 1 :] if block.round is None)
    editing.change(library, Block, after.id, rating=5)
    page.selected.choose([after.id])
    page.panel.setCurrentWidget(page.drawer)
    suggestions = page.drawer.formats.suggestions
    assert suggestions[0].fits
    assert Reason.AWAKE in suggestions[0].reasons
    said = page.drawer.formats.index(0).data(REASON_ROLE)
    assert "actief na de lunch" in said.casefold()
    assert "past bij toepassing" in said.casefold()
    assert said.replace("\u00a0", " ") in page.drawer.text.toPlainText(), "Qt writes plain spaces there"
    own = next(each for each in suggestions if each.working_format.id == after.working_format)
    assert own.use.mean == 5
    assert own.use.count >= 1
    misfitting = next(row for row, each in enumerate(suggestions) if not each.fits)
    assert page.drawer.formats.index(misfitting).data(REASON_ROLE) == ""
