"""Lists of wishes, places and groupings, row by row."""

from __future__ import annotations

from studydag.model.values.choices import Allotment, Grouping, Preference
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.workspace import Workspace


def wish_list(workspace: Workspace, cells: Cells) -> ThingList:
    """Return the list of all wishes, which are noted with each registration."""
    _ = workspace.language.gettext
    return ThingList(
        workspace,
        StudyDay,
        "preferences",
        # Most days have one round; what was wished for stays in view longest.
        [
            cells.column(Preference, "registration"),
            cells.column(Preference, "round", gives_way=2),
            cells.column(Preference, "rank", gives_way=1),
            cells.column(Preference, "option"),
        ],
        title=_("Preferences"),
        hint=_("They are noted with each registration."),
        empty=_("No preferences yet."),
        fixed=True,
        in_order=lambda wish: (wish.registration, wish.round or 0, wish.rank),
    )


def place_list(workspace: Workspace, cells: Cells) -> ThingList:
    """Return the list of all places that were given out."""
    _ = workspace.language.gettext
    return ThingList(
        workspace,
        StudyDay,
        "allotments",
        [
            cells.column(Allotment, "registration"),
            cells.column(Allotment, "round", gives_way=1),
            *cells.columns(Allotment, ("option", "count", "rank_obtained", "locked")),
        ],
        title=_("Places given out"),
        hint=_("A locked place stays when places are given out again."),
        empty=_("No places have been given out yet."),
        fixed=True,
        in_order=lambda place: (place.round, place.option, place.registration),
    )


def grouping_list(workspace: Workspace, cells: Cells) -> ThingList:
    """Return the list of blocks in which people are divided into groups."""
    _ = workspace.language.gettext
    return ThingList(
        workspace,
        StudyDay,
        "groupings",
        [
            *cells.columns(Grouping, ("block", "mix", "size")),
            TableColumn(title=_("Groups"), text=lambda each: str(len(each.groups)), numeric=True),
        ],
        title=_("Groups within a block"),
        empty=_("No block has groups yet. Choose one with + Grouping; then make its groups."),
    )
