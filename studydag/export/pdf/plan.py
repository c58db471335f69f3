"""The implementation plan: actions, moments and measures by date, with owner, goals, support and visible result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from studydag.export.afterwards import Entry, Thing, entries, told_of
from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.purpose import purpose
from studydag.export.result_words import level_words
from studydag.export.typeset.flowables import Paragraph, Prose, Titled
from studydag.export.typeset.page import A4
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionKind, ActionState, Moment
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WHEN_MM: Final = 27.0
STATE_MM: Final = 22.0
_GOALS_BESIDE: Final = 3


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the plan: its title, its width, and what stands in it."""

    title: str
    column: Column
    cells: tuple[Flow, ...]


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the implementation plan as a PDF on landscape pages."""
    commission = commissioned(day, setting, choices, language, stamp)
    return commission.finished(story(commission), paper=A4.landscape())


def commissioned(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> Commission:
    """Return what the document is made of."""
    return Commission(day, setting, choices, language, stamp, language.gettext("Implementation plan"))


def story(commission: Commission) -> Iterator[Element]:
    """Return what stands on the pages of the plan, in order."""
    return _Plan(commission).story()


class _Plan(Story):
    """The story of one plan."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        _ = self._language.gettext
        yield self._commission.masthead()
        yield from purpose(self._commission, beside=_GOALS_BESIDE)
        shown = [entry for entry in entries(self._day, self._names) if self._is_shown(entry)]
        yield (
            self._table(shown)
            if shown
            else self._commission.letterhead.nothing(_("There are no actions, moments or measures yet."))
        )

    def _is_shown(self, entry: Entry) -> bool:
        if isinstance(entry.thing, Moment):
            return self._choices.on("moments")
        if isinstance(entry.thing, Measure):
            return self._choices.on("measures")
        return self._choices.on("finished") or entry.thing.state.is_unfinished

    def _table(self, shown: list[Entry]) -> Table:
        fields = self._fields(shown)
        rows: list[Row] = []
        last = ""
        for entry, cells in zip(shown, zip(*(field.cells for field in fields), strict=True), strict=True):
            group = self._language.gettext(entry.group)
            if group != last:
                rows.append(self._commission.letterhead.group_row(group, len(fields)))
                last = group
            rows.append(Row(cells=cells))
        return Table(
            columns=tuple(field.column for field in fields),
            rows=tuple(rows),
            header=tuple(field.title for field in fields),
            row_header=1,
        )

    def _fields(self, shown: list[Entry]) -> list[_Field]:
        """Return the columns; one in which no row has anything is left out."""
        _ = self._language.gettext
        things = [entry.thing for entry in shown]
        with_goals = self._choices.on("goals")
        fields = [
            _Field(_("When"), Column(mm=WHEN_MM), tuple(map(self._when, shown))),
            _Field(_("What"), Column(share=0.36), tuple(map(self._what, shown))),
            _Field(_("Owner"), Column(share=0.18), tuple(map(self._owner, shown))),
            _Field(_("Goal"), Column(), tuple(self._names.goals(each.goals) if with_goals else "" for each in things)),
            _Field(_("Support"), Column(share=0.22), tuple(map(self._support, things))),
            _Field(_("Visible result"), Column(share=0.24), tuple(map(self._result, things))),
            _Field(_("State"), Column(mm=STATE_MM), tuple(map(self._state, things))),
        ]
        return [field for field in fields if any(field.cells)]

    def _when(self, entry: Entry) -> Flow:
        when = entry.when or Run(self._language.gettext("no date yet"), grey=True)
        return Titled(title=when, notes=(entry.hours,))

    def _what(self, entry: Entry) -> Element:
        note = " · ".join(part for part in self._about(entry) if part)
        return Titled(title=Run(entry.title, strong=True), notes=(note,), flows=tuple(self._words(entry.thing)))

    def _about(self, entry: Entry) -> Iterator[str]:
        language, thing = self._language, entry.thing
        if isinstance(thing, Action):
            yield "" if thing.kind is ActionKind.TASK else language.capitalised(language.member(thing.kind))
            yield entry.series
            yield language.minutes(thing.minutes) if thing.minutes else ""
            yield thing.school_class
        elif isinstance(thing, Moment):
            yield language.capitalised(language.member(thing.kind))
            yield entry.series
            yield language.gettext("not on days off") if entry.skips else ""
            yield thing.place
        else:
            yield f"{language.capitalised(language.kind('measure'))}, {level_words(thing.level, language)}"
            yield language.list([language.member(each) for each in thing.instruments]) if thing.instruments else ""

    def _words(self, thing: Thing) -> Iterator[Flow]:
        if text := told_of(thing):
            yield Prose(text=text, role=Role.SMALL)

    def _owner(self, entry: Entry) -> Flow:
        if entry.contact:
            return Titled(title=entry.owner, notes=(entry.contact,))
        if entry.owner or not isinstance(entry.thing, Action):
            return entry.owner
        return Run(self._language.gettext("no owner yet"), grey=True)

    def _support(self, thing: Thing) -> str:
        return self._names.support(thing) if isinstance(thing, Action) else ""

    def _result(self, thing: Thing) -> Flow:
        """Return what is to be seen, and what came of it."""
        if not isinstance(thing, Action):
            return ""
        if not thing.result:
            return thing.visible_result
        came = (Run(f"{self._language.gettext('Came of it')}: ", grey=True), thing.result)
        return Titled(title=thing.visible_result, flows=(Paragraph(content=came),)) if thing.visible_result else came

    def _state(self, thing: Thing) -> Flow:
        if not isinstance(thing, Action):
            return ""
        state = self._language.member(thing.state)
        if thing.state is ActionState.DONE and thing.done_on is not None:
            return Titled(title=state, notes=(self._language.short_date(thing.done_on),))
        return state
