"""What the box can find: commands, pages, study days, what the school shares, and all that stands in any day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from studydag.labels import field_name
from studydag.model.operations import searching
from studydag.model.rules.written.matching import Candidate, alike, folded, ranked
from studydag.model.store.first_list import DayLine
from studydag.model.store.search import Hit
from studydag.model.values.changes import Place
from studydag.model.values.school import School
from studydag.ui.finding.fields import Fields
from studydag.ui.finding.places import HitWords
from studydag.ui.first_words import short_dates
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.pages.register import PAGES
from studydag.ui.pages.school import SchoolPage
from studydag.ui.pages.school_settings import SETTINGS
from studydag.ui.tables.thing_list import adding_words
from studydag.ui.timeline.words import DOT
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.assembly import Assembly

MOST = 60
FEW = 12
"""With fewer hits than this, what only resembles the words is looked for as well."""
OF_THE_DAY, OF_ANY_DAY = 0.08, 0.0
"""How far what stands in the day in view goes before the same in another."""
WEIGHTS = {
    "command": 0.12,
    "block_command": 0.11,
    "page": 0.14,
    "study_day": 0.12,
    "setting": 0.02,
    "field": -0.1,
    "page_command": 0.0,
    "person": 0.06,
    "block": 0.05,
    "goal": 0.04,
    "action": 0.03,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A line of the list: what it says, with its place and its keys, and what choosing it does."""

    key: str
    title: str
    detail: str
    keys: str = ""
    more: str = ""
    weight: float = 0.0
    run: Callable[[], object]


class Anything:
    """Everything that can be found in a window; made anew each time the box is opened."""

    def __init__(self, workspace: Workspace, assembly: Assembly, lines: tuple[DayLine, ...]) -> None:
        """List what can be gone to and done now."""
        self._workspace = workspace
        self._assembly = assembly
        self._words = HitWords(workspace, lines)
        self._standing = {each.key: each for each in (*self._pages(), *self._commands(), *self._days(lines))}
        self._titles: tuple[list[Hit], list[str]] | None = None

    def first(self, recent: tuple[str, ...]) -> list[Found]:
        """Return what to offer before anything is typed: what was chosen lately, then pages and commands."""
        lately = [found for key in recent if (found := self._known(key)) is not None]
        keys = {each.key for each in lately}
        asked = ("study_day:", "setting:")
        rest = [each for key, each in self._standing.items() if key not in keys and not key.startswith(asked)]
        return [*lately, *rest][:MOST]

    def find(self, typed: str, recent: tuple[str, ...]) -> list[Found]:
        """Return what fits the words, the best first."""
        hits = searching.find(self._workspace.library, typed) if typed.strip() else []
        things = {each.key: each for each in map(self._hit, hits)}
        best = self._ranked(typed, {**things, **self._standing, **self._on_pages}, recent)
        named = {each.key for each in best}
        # What fits by its text only stands below what fits by its name.
        best += [each for key, each in things.items() if key not in named]
        if len(best) < FEW:
            named = {each.key for each in best}
            resembling = {each.key: each for each in self._resembling(typed) if each.key not in named}
            best += self._ranked(typed, resembling, recent) or list(resembling.values())[:FEW]
        return best[:MOST]

    @cached_property
    def _on_pages(self) -> dict[str, Found]:
        """What stands on pages alone: commands and fields; looked up once something is asked."""
        return {each.key: each for each in (*self._commands_of_pages(), *self._fields())}

    def _ranked(self, typed: str, things: dict[str, Found], recent: tuple[str, ...]) -> list[Found]:
        candidates = (
            Candidate(key=key, title=each.title, more=each.more, weight=each.weight) for key, each in things.items()
        )
        return [things[each.key] for each in ranked(typed, candidates, recent)]

    def _resembling(self, typed: str) -> Iterator[Found]:
        if self._titles is None:
            hits = searching.titles(self._workspace.library)
            self._titles = hits, [folded(hit.title) for hit in hits]
        hits, titles = self._titles
        for place in alike(typed, titles):
            yield self._hit(hits[place])

    def _known(self, key: str) -> Found | None:
        """Return what was chosen before, if it is still there."""
        if key in self._standing:
            return self._standing[key]
        if key.startswith(("command:", "field:")):
            return self._on_pages.get(key)
        kind, _, number = key.partition(":")
        hit = searching.titled(self._workspace.library, kind, int(number)) if number.isdecimal() else None
        return None if hit is None else self._hit(hit)

    def _pages(self) -> Iterator[Found]:
        _, assembly = self._workspace.language.gettext, self._assembly
        detail = _("page")
        yield Found(
            key="page:home", title=_("Home"), detail=detail, weight=WEIGHTS["page"], run=assembly.commands.show_home
        )
        yield Found(
            key="page:school",
            title=_("School"),
            detail=detail,
            weight=WEIGHTS["page"],
            run=assembly.commands.show_school,
        )
        yield from self._of_school()
        day = assembly.day_to_go_on_with if self._workspace.day is None else None
        if day is not None:
            detail = DOT.join((day.title or self._workspace.language.kind("study_day"), detail))
        elif self._workspace.day is not None:
            detail = _("page of this study day")
        else:
            return
        for number, maker in enumerate(PAGES, 1):
            yield Found(
                key=f"page:{maker.name}",
                title=_(maker.title),
                detail=detail,
                keys=QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText),
                weight=WEIGHTS["page"],
                run=partial(assembly.commands.show_page, maker.name),
            )
        if self._workspace.day is None:
            return
        for maker, place, title in assembly.day_view.parts():
            yield Found(
                key=f"part:{maker.name}:{place}",
                title=title,
                detail=DOT.join((_(maker.title), _("page of this study day"))),
                weight=WEIGHTS["page"],
                run=partial(assembly.day_view.show_part, maker.name, place),
            )

    def _of_school(self) -> Iterator[Found]:
        """Find the lists of the school, also by the word for one of what is in them."""
        language, assembly = self._workspace.language, self._assembly
        for place, (title, kind) in enumerate(assembly.school.titles()):
            yield Found(
                key=f"school:{place}",
                title=title,
                detail=language.gettext("School"),
                more=language.kind(kind) if kind else "",
                weight=WEIGHTS["page"],
                run=partial(assembly.show_school_tab, place),
            )

        settings = assembly.school.titles()[-1][0]
        for name in SETTINGS:
            title = language.gettext("Checks") if name == "rule_settings" else field_name(name, language, School)
            yield Found(
                key=f"setting:{name}",
                title=language.capitalised(title),
                detail=DOT.join((language.gettext("School"), settings)),
                more=settings,
                weight=WEIGHTS["setting"],
                run=partial(assembly.show_setting, name),
            )

    def _commands(self) -> Iterator[Found]:
        titles = {self._workspace.language.gettext(maker.title).replace("&", "") for maker in PAGES}
        for action in self._assembly.actions.all:
            # Pages stand above already.
            if action.isEnabled() and action.text().replace("&", "") not in titles:
                yield self._command(action)
        programme = self._assembly.day_view.ready_page("programme") if self._workspace.day is not None else None
        if isinstance(programme, ProgrammePage):
            for action in (*programme.actions_of_blocks.to_find(), *programme.views.ways.values()):
                yield self._on_blocks(action, programme)
        if self._workspace.day is not None:
            yield self._reading_choices()

    def _reading_choices(self) -> Found:
        """Return the command that reads what people chose from a table, which stands on a page of the day alone."""
        language = self._workspace.language

        def run() -> None:
            page = self._assembly.day_view.show_page(ChoicesPage.name)
            if isinstance(page, ChoicesPage):
                page.board.giving.read_sign_ups()

        return Found(
            key="command:choices:read",
            title=language.gettext("Read choices (CSV, Excel)…"),
            detail=DOT.join((language.gettext("command"), language.gettext(ChoicesPage.title))),
            weight=WEIGHTS["block_command"],
            run=run,
        )

    def _commands_of_pages(self) -> Iterator[Found]:
        for maker in PAGES if self._workspace.day is not None else ():
            for each in self._assembly.day_view.commands(maker):
                yield self._on_page(each.text, maker.title, each.run)
        for place, kind in self._assembly.school.adds():
            words = adding_words(kind, self._workspace.language)
            yield self._on_page(words, SchoolPage.title, partial(self._assembly.add_to_school, place))

    def _on_page(self, text: str, page: str, run: Callable[[], object]) -> Found:
        """Return a command that stands on a page alone."""
        _ = self._workspace.language.gettext
        return Found(
            key=f"command:{page}:{text}",
            title=text,
            detail=DOT.join((_("command"), _(page))),
            weight=WEIGHTS["page_command"],
            run=run,
        )

    def _fields(self) -> Iterator[Found]:
        """Find the fields of what is edited, such as the plan B of a block or the role of a person."""
        fields, language = Fields(self._workspace, self._assembly), self._workspace.language
        for each in (*fields.of_day(), *fields.of_school()):
            yield Found(
                key=f"field:{each.kind}:{each.name}",
                title=each.title,
                detail=DOT.join((language.gettext("{kind} field").replace("{kind}", each.of), each.where)),
                more=each.more,
                weight=WEIGHTS["field"],
                run=each.go,
            )

    def _on_blocks(self, action: QAction, page: ProgrammePage) -> Found:
        """Return a command on the programme: it works on what is selected there, so that page comes into view first."""
        _ = self._workspace.language.gettext
        text = action.text()

        def run() -> None:
            self._assembly.day_view.show_page(page.name)
            action.trigger()

        return Found(
            key=f"command:programme:{text}",
            title=text,
            detail=DOT.join((_("command"), _(page.title))),
            keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            weight=WEIGHTS["block_command"],
            run=run,
        )

    def _command(self, action: QAction) -> Found:
        text = action.text().partition("\t")[0].replace("&", "")
        menu = next((each for each in action.associatedObjects() if isinstance(each, QMenu)), None)
        title = menu.title().replace("&", "") if menu is not None else ""
        return Found(
            key=f"command:{text.partition(':')[0]}",
            title=text,
            detail=DOT.join(each for each in (self._workspace.language.gettext("command"), title) if each),
            keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            more=title,
            weight=WEIGHTS["command"],
            run=action.trigger,
        )

    def _days(self, lines: tuple[DayLine, ...]) -> Iterator[Found]:
        language = self._workspace.language
        for line in lines:
            date = short_dates(line.dates, language) if line.dates else ""
            yield Found(
                key=f"study_day:{line.id}",
                title=line.title,
                detail=DOT.join(each for each in (language.kind("study_day"), date) if each),
                more=date,
                weight=WEIGHTS["study_day"],
                run=partial(self._assembly.show_day, line.id),
            )

    def _hit(self, hit: Hit) -> Found:
        day = self._workspace.day
        own = OF_THE_DAY if day is not None and hit.day == day.id else OF_ANY_DAY
        return Found(
            key=f"{hit.kind}:{hit.id}",
            title=self._words.title(hit),
            detail=self._words.detail(hit),
            more=self._words.day(hit),
            weight=WEIGHTS.get(hit.kind, 0.0) + own,
            run=partial(self._assembly.go_to, Place(hit.day, hit.kind, hit.id)),
        )
