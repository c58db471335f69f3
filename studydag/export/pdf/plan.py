"""The implementation plan: actions, moments and measures by date, with owner, goals, support and visible result."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.afterwards import Entry, entries
from studydag.export.documents import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf.flowables import Group, Heading, Paragraph, Steps
from studydag.export.pdf.letterhead import Letterhead
from studydag.export.pdf.page import A4
from studydag.export.pdf.tables import Cell, Column, Row, Table
from studydag.export.pdf.text import Run
from studydag.export.pdf.theme import Role
from studydag.export.pdf.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.dates import Side
from studydag.model.rules.schedule import schedule
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

_GROUPS = (
    (Side.BEFORE, N_("Before the study day")),
    (Side.DURING, N_("On the day")),
    (Side.AFTER, N_("After the study day")),
    (None, N_("No date yet")),
)


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the implementation plan as a PDF on landscape pages."""
    letterhead = Letterhead(day, setting, language, stamp, language.gettext("Implementation plan"))
    story = _Plan(day, Names(day, setting, language), choices, language, letterhead).story()
    return letterhead.finished(story, paper=A4.landscape())


class _Plan:
    """The story of one plan."""

    def __init__(
        self, day: StudyDay, names: Names, choices: Choices, language: Language, letterhead: Letterhead
    ) -> None:
        self._day = day
        self._names = names
        self._choices = choices
        self._language = language
        self._letterhead = letterhead

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        _ = self._language.gettext
        yield self._letterhead.masthead(schedule(self._day), kicker=self._letterhead.kind)
        goals = [goal.sentence for goal in self._day.goals]
        if goals and self._choices.on("goals"):
            yield Heading(text=_("Goals"))
            yield Steps(items=tuple(goals))
        shown = [entry for entry in entries(self._day, self._names) if self._is_shown(entry)]
        if not shown:
            yield Paragraph(content=_("There are no actions, moments or measures yet."))
            return
        yield Heading(text=_("Actions, moments and measures"))
        yield self._table(shown)

    def _is_shown(self, entry: Entry) -> bool:
        if isinstance(entry.thing, Moment):
            return self._choices.on("moments")
        if isinstance(entry.thing, Measure):
            return self._choices.on("measures")
        return self._choices.on("finished") or entry.thing.state.is_unfinished

    def _table(self, shown: list[Entry]) -> Table:
        _ = self._language.gettext
        with_goals = bool(self._day.goals) and self._choices.on("goals")
        rows: list[Row] = []
        for side, heading in _GROUPS:
            group = [entry for entry in shown if _side(entry) is side]
            if group:
                head = Cell(flow=Run(_(heading), strong=True), columns=7 if with_goals else 6)
                rows.append(Row(cells=(head,), heads=True))
                rows += [self._row(entry, with_goals=with_goals) for entry in group]
        goal = ((Column(mm=14),), (_("Goal"),)) if with_goals else ((), ())
        return Table(
            columns=(
                Column(mm=27),
                Column(share=0.34),
                Column(share=0.18),
                *goal[0],
                Column(share=0.22),
                Column(share=0.26),
                Column(mm=22),
            ),
            rows=tuple(rows),
            header=(_("When"), _("What"), _("Owner"), *goal[1], _("Support"), _("Visible result"), _("State")),
            row_header=1,
        )

    def _row(self, entry: Entry, *, with_goals: bool) -> Row:
        thing = entry.thing
        goals = (self._names.goals(thing.goals),) if with_goals else ()
        owner: Flow = entry.owner or (Run(self._language.gettext("no owner yet"), grey=True) if _needs(thing) else "")
        when = entry.when or Run(self._language.gettext("no date yet"), grey=True)
        return Row(
            cells=(
                when,
                self._what(entry),
                owner,
                *goals,
                self._support(thing),
                self._result(thing),
                self._state(thing),
            )
        )

    def _what(self, entry: Entry) -> Element:
        parts: list[Flow] = [Paragraph(content=Run(entry.title, strong=True))]
        note = " · ".join(self._about(entry.thing))
        if note:
            parts.append(Paragraph(content=note, role=Role.NOTE))
        return Group(flows=tuple(parts))

    def _about(self, thing: Action | Moment | Measure) -> Iterator[str]:
        language = self._language
        if isinstance(thing, Action):
            if thing.minutes:
                yield language.minutes(thing.minutes)
            return
        yield language.capitalised(language.member(thing.kind if isinstance(thing, Moment) else thing.level))
        if isinstance(thing, Measure) and thing.instruments:
            yield language.list([language.member(each) for each in thing.instruments])
        if isinstance(thing, Moment) and thing.minutes:
            yield language.minutes(thing.minutes)
        if isinstance(thing, Moment) and thing.place:
            yield thing.place

    def _support(self, thing: Action | Moment | Measure) -> str:
        if not isinstance(thing, Action):
            return ""
        member = self._language.member
        return "; ".join(
            f"{member(each.kind)} ({each.giver})" if each.giver else member(each.kind) for each in thing.support
        )

    def _result(self, thing: Action | Moment | Measure) -> str:
        if isinstance(thing, Action):
            return thing.visible_result
        return thing.agenda if isinstance(thing, Moment) else thing.note

    def _state(self, thing: Action | Moment | Measure) -> str:
        if not isinstance(thing, Action):
            return ""
        state = self._language.member(thing.state)
        if thing.state is ActionState.DONE and thing.done_on is not None:
            return f"{state}, {self._language.day_and_month(thing.done_on)}"
        return state


def _side(entry: Entry) -> Side | None:
    return entry.side


def _needs(thing: Action | Moment | Measure) -> bool:
    return isinstance(thing, Action)
