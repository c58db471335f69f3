"""A study day of several parts, on one date or on some: what its head and its programme say of that."""

import datetime as dt
from collections.abc import Callable

from studydag.model.operations import editing, programme
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Mode
from studydag.ui.pages.page import Page
from tests.ui.programme import block, cell, programme_page

ROOM = 5


def test_the_totals_tell_no_times_of_parts_on_several_dates(
    show: Callable[[type[Page]], Page], library: Library
) -> None:
    page = programme_page(show)
    page.workspace.idle.finish()
    assert page.totals.text().startswith("08:30–15:00 · ")
    part = programme.add_part(library, 1, date=dt.date(2027, 3, 11), start=dt.time(19), end=dt.time(21))
    programme.add_block(library, 1, Block(title="Diner", minutes=90), Spot(part=part))
    page.workspace.idle.finish()
    assert page.totals.text().startswith("08:30–20:30 · ")
    programme.add_part(library, 1, date=dt.date(2027, 3, 18), start=dt.time(9), end=dt.time(12))
    page.workspace.idle.finish()
    assert page.totals.text().startswith("6\u00a0u\u00a030 inhoud")


def test_a_block_that_is_online_says_so_in_both_views(show: Callable[[type[Page]], Page], library: Library) -> None:
    page = programme_page(show)
    keynote = block(library, "Keynote")
    editing.change(library, Block, keynote.id, mode=Mode.HYBRID)
    assert cell(page, keynote.id, ROOM) == "Aula · hybride"
    editing.change(library, Block, keynote.id, mode=Mode.ONLINE, room=None)
    assert cell(page, keynote.id, ROOM) == "online"
    assert page.timeline.name_of(keynote.id).endswith("online")
