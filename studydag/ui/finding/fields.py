"""The fields that can be gone to by name: of the day in view, of the things in it, and of what the school shares.

Each leads to the thing of its kind that is selected, or to the first one; where there is none yet, to their list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from studydag.labels import field_name
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.changes import Place
from studydag.model.values.description import kind_of
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.register import PAGES, PageMaker
from studydag.ui.pages.school import SchoolPage
from studydag.ui.panels.block_inspector import GROUPS, PART_FIELDS
from studydag.ui.widgets.form import names_in
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.assembly import Assembly

ROUND_ONLY = "round_rule"
"""Of the fields of a choice round the one that stands with the round itself; the others stand with its options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedField:
    """A field of things of a kind: its title, what these things are called, where it is edited, and how to go there."""

    kind: str
    name: str
    title: str
    of: str
    where: str
    more: str = ""
    go: Callable[[], object]


class Fields:
    """Lists the fields that can be gone to now; of pages and forms those that were made."""

    def __init__(self, workspace: Workspace, assembly: Assembly) -> None:
        """Look in a window."""
        self._workspace = workspace
        self._assembly = assembly

    def of_day(self) -> Iterator[NamedField]:
        """Give the fields of the day in view and of what stands in it; some of the day stand on two pages."""
        if self._workspace.day is not None:
            programme = self._assembly.day_view.ready_page(ProgrammePage.name)
            yield from self._of_blocks(self._workspace.day, programme)
            known: set[tuple[str, str]] = set()
            for each in chain.from_iterable(map(self._of_page, PAGES)):
                if (each.kind, each.name) not in known:
                    yield each
                known.add((each.kind, each.name))

    def of_school(self) -> Iterator[NamedField]:
        """Give the fields of what all study days share."""
        where = self._workspace.language.gettext(SchoolPage.title)
        for value, names in self._assembly.school.fields():
            for name in names:
                yield self._named(value, name, where, partial(self._to_shared, value, name))

    def _to_shared(self, value: type[Any], name: str) -> None:
        first = self._assembly.school.first_of(value)
        if first:
            self._workspace.go.emit(Place(None, kind_of(value), first, name))
        else:
            self._assembly.show_school_tab(self._assembly.school.tab_of(value))

    def _of_blocks(self, day: StudyDay, page: Page) -> Iterator[NamedField]:
        """Give the fields of the block that is selected, or of the first one, such as its plan B, and of its part."""
        _ = self._workspace.language.gettext
        selected = page.selected.current if isinstance(page, ProgrammePage) else None
        block = next((each for each in day.blocks if each.id == selected), None)
        first = next(iter(self._workspace.schedule.index), None)
        around = next((each for each in day.blocks if each.kind is BlockKind.ROUND), None)
        option = None if around is None else next(iter(options_of(day, around.id)), None)
        if block is not None and block.kind is BlockKind.ROUND:
            around, option = block, next(iter(options_of(day, block.id)), None)
        elif block is not None and block.round is not None:
            around, option = next(each for each in day.blocks if each.id == block.round), block
        for group in GROUPS:
            for name in names_in(group.fields):
                of, thing = "block", block.id if block is not None else first
                if group.name == "round":
                    of = "round" if name == ROUND_ONLY else "option"
                    meant = around if name == ROUND_ONLY else option
                    thing = None if meant is None else meant.id
                if thing is not None:
                    go = partial(self._to_programme, Place(day.id, "block", thing, name))
                    yield self._named(Block, name, _(ProgrammePage.title), go, of=of, more=_(group.title))
        part = block.part if block is not None and block.part is not None else next((each.id for each in day.parts), 0)
        for name in names_in(PART_FIELDS) if part else ():
            go = partial(self._to_programme, Place(day.id, "part", part, name))
            yield self._named(Part, name, _(ProgrammePage.title), go)

    def _to_programme(self, place: Place) -> None:
        self._assembly.day_view.show_page(ProgrammePage.name)
        self._workspace.go.emit(place)

    def _of_page(self, maker: PageMaker) -> Iterator[NamedField]:
        view, where = self._assembly.day_view, self._workspace.language.gettext(maker.title)
        for value, names in view.fields(maker):
            for name in names:
                yield self._named(value, name, where, partial(view.go_to_field, maker.name, value, name))

    def _named(
        self, value: type[Any], name: str, where: str, go: Callable[[], object], *, of: str = "", more: str = ""
    ) -> NamedField:
        language = self._workspace.language
        return NamedField(
            kind=kind_of(value),
            name=name,
            title=language.capitalised(field_name(name, language, value)),
            of=language.kind(of or kind_of(value)),
            where=where,
            more=more,
            go=go,
        )
