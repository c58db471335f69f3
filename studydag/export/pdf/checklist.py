"""Follow-up checklists: one for each owner, with boxes that can be ticked on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from studydag.export.afterwards import Entry, entries, is_finished
from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf.letterhead import Letterhead
from studydag.export.typeset.flowables import Facts, Heading, PageBreak, Titled
from studydag.export.typeset.forms import CheckItem, CheckList, TickBox, WriteLines
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

BOX_MM: Final = 5.0
WHEN_MM: Final = 28.0

Days = Sequence[tuple[StudyDay, Setting]]
"""Study days, each with its setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What one owner has to do: a person, a group, or (with an empty name) nobody yet.

    `others` are the moments that a person leads and the measures that they carry out.
    """

    name: str
    actions: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()
    contact: str = ""


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the checklists as a PDF; each owner's begins on a page of its own, numbered from one."""
    letterhead = Letterhead(day, setting, language, stamp, language.gettext("Follow-up checklist"))
    story = _Checklists(day, setting, choices, language, letterhead).story()
    return letterhead.finished(story, large_print=choices.on("large_print"))


def render_days(days: Days, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the checklists over several study days as one PDF: an owner's sheet names each day above its actions."""
    all_days = StudyDay(title=language.gettext("All study days"))
    kind = language.gettext("Follow-up checklist")
    letterhead = Letterhead(all_days, days[0][1], language, stamp, kind)
    makers = [_Checklists(day, setting, choices, language, letterhead) for day, setting in days]
    return letterhead.finished(_over_days(makers, letterhead), large_print=choices.on("large_print"))


def _over_days(makers: Sequence[_Checklists], letterhead: Letterhead) -> Iterator[Element]:
    own: dict[str, list[tuple[_Checklists, _Sheet]]] = {}
    for made in makers:
        for sheet in made.sheets():
            own.setdefault(sheet.name, []).append((made, sheet))
    _ = letterhead.language.gettext
    if not own:
        yield letterhead.masthead((), kicker=letterhead.kind)
        yield letterhead.nothing(_("There are no actions to follow up."))
    # What nobody owns comes last.
    for number, name in enumerate(sorted(own, key=lambda each: not each)):
        if number:
            yield PageBreak(numbers_from_one=True)
        title = name or _("No owner yet")
        yield letterhead.masthead((), kicker=letterhead.kind, title=title, subtitle=letterhead.title)
        for made, sheet in own[name]:
            yield Heading(text=made.day_heading, role=Role.HEADING_2)
            yield from made.body(sheet)


class _Checklists:
    """The story of all sheets."""

    def __init__(
        self, day: StudyDay, setting: Setting, choices: Choices, language: Language, letterhead: Letterhead
    ) -> None:
        self._day = day
        self._setting = setting
        self._choices = choices
        self._language = language
        self._letterhead = letterhead
        self._names = Names(day, setting, language)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        sheets = list(self.sheets())
        if not sheets:
            yield self._masthead()
            yield self._letterhead.nothing(self._language.gettext("There are no actions to follow up."))
        for number, sheet in enumerate(sheets):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._sheet(sheet)

    def _masthead(self, title: str = "", subtitle: str = "") -> Element:
        parts = schedule(self._day).parts
        return self._letterhead.masthead(parts, kicker=self._letterhead.kind, title=title, subtitle=subtitle)

    def sheets(self) -> Iterator[_Sheet]:
        """Give the sheet of each owner who has something to do."""
        shown = [entry for entry in entries(self._day, self._names) if self._is_shown(entry)]
        wanted = self._choices["owner"]
        for person in sorted(self._setting.people, key=lambda person: self._language.sort_key(person.name)):
            if wanted in {"", person.uid}:
                yield from self._sheet_of_person(person, shown, as_contact=bool(wanted))
        if wanted:
            return
        for group in sorted(self._setting.groups, key=lambda group: self._language.sort_key(group.name)):
            own = tuple(entry for entry in shown if _group(entry) == group.id)
            if own:
                contacts = dict.fromkeys(entry.contact for entry in own if entry.contact)
                yield _Sheet(name=group.name, actions=own, contact=", ".join(contacts))
        named = {("person", each.id) for each in self._setting.people} | {
            ("group", each.id) for each in self._setting.groups
        }
        nobody = tuple(
            entry
            for entry in shown
            if isinstance(entry.thing, Action) and not named & {("person", _owner(entry)), ("group", _group(entry))}
        )
        if nobody:
            yield _Sheet(name="", actions=nobody)

    def _sheet_of_person(self, person: Person, shown: Sequence[Entry], *, as_contact: bool) -> Iterator[_Sheet]:
        """Give a person's sheet, with what they are the contact of where it stands on no other sheet."""
        actions = tuple(
            entry
            for entry in shown
            if isinstance(entry.thing, Action)
            and (_owner(entry) == person.id or (as_contact and _contact(entry) == person.id))
        )
        others = tuple(entry for entry in shown if _leader(entry) == person.id)
        if actions or others:
            yield _Sheet(name=person.name, actions=actions, others=others)

    def _is_shown(self, entry: Entry) -> bool:
        return self._choices.on("finished") or not is_finished(entry, self._day)

    def _sheet(self, sheet: _Sheet) -> Iterator[Element]:
        _ = self._language.gettext
        contact = _("contact: {name}").replace("{name}", sheet.contact) if sheet.contact else ""
        subtitle = " · ".join(part for part in (self._letterhead.title, contact) if part)
        yield self._masthead(sheet.name or _("No owner yet"), subtitle)
        yield from self.body(sheet)

    @property
    def day_heading(self) -> str:
        """The title of the day, with its date."""
        on = first_date(self._day)
        title = self._day.title or self._language.gettext("Study day")
        return title if on is None else f"{title} · {self._language.short_date(on)}"

    def body(self, sheet: _Sheet) -> Iterator[Element]:
        """Yield what an owner has to do on this day."""
        _ = self._language.gettext
        groups = [(group, tuple(own)) for group, own in groupby(sheet.actions, key=lambda entry: entry.group)]
        for group, own in groups:
            if len(groups) > 1:
                yield Heading(text=_(group))
            yield CheckList(items=tuple(self._item(entry) for entry in own))
        if sheet.others:
            yield Heading(text=self._heading_of(sheet.others))
            yield self._table(sheet.others)

    def _heading_of(self, others: Sequence[Entry]) -> str:
        _ = self._language.gettext
        kinds = {type(entry.thing) for entry in others}
        if kinds == {Moment}:
            return _("Moments that you lead")
        return _("Measures that you carry out") if kinds == {Measure} else _("Moments and measures")

    def _table(self, others: Sequence[Entry]) -> Table:
        _ = self._language.gettext
        rows = tuple(
            Row(
                cells=(
                    TickBox(name=self._named(entry), ticked=is_finished(entry, self._day)),
                    Titled(title=entry.when or Run(_("no date yet"), grey=True), notes=(entry.hours,)),
                    Titled(title=entry.title, notes=(" · ".join(self._about(entry)),)),
                )
            )
            for entry in others
        )
        columns = (Column(mm=BOX_MM), Column(mm=WHEN_MM), Column(share=1))
        return Table(columns=columns, rows=rows, header=("", _("When"), _("What")), row_header=2)

    def _named(self, entry: Entry) -> str:
        """Return what is ticked where somebody hears it, with its date."""
        return f"{entry.title} – {entry.when or self._language.gettext('no date yet')}"

    def _about(self, entry: Entry) -> Iterator[str]:
        if entry.series:
            yield entry.series
        if isinstance(entry.thing, Moment) and entry.thing.place:
            yield entry.thing.place
        if isinstance(entry.thing, Measure) and entry.thing.instruments:
            yield self._language.list([self._language.member(each) for each in entry.thing.instruments])

    def _item(self, entry: Entry) -> CheckItem:
        _ = self._language.gettext
        action = entry.thing
        assert isinstance(action, Action)
        return CheckItem(
            name=self._named(entry),
            text=Run(entry.title, strong=True),
            note=" · ".join(self._note(action, entry)),
            aside=entry.when or Run(_("no date yet"), grey=True),
            ticked=action.state is ActionState.DONE,
            flows=tuple(self._below(action)),
        )

    def _below(self, action: Action) -> Iterator[Flow]:
        _ = self._language.gettext
        goals = tuple(goal.sentence for goal in self._day.goals if goal.id in action.goals)
        pairs: list[tuple[str, Flow]] = [
            (_("Visible result"), action.visible_result),
            (_("Goals") if len(goals) > 1 else _("Goal"), "\n".join(goals)),
            (_("Class"), action.school_class),
            (_("Look for"), action.look_at),
            (_("Support"), self._names.support(action)),
            (_("Note"), action.note),
            (_("Came of it"), action.result),
        ]
        if any(flow for _label, flow in pairs):
            yield Facts(pairs=tuple((label, flow) for label, flow in pairs if flow))
        if action.checklist:
            steps = (
                CheckItem(name=f"{action.what}: {item.text}", text=item.text, ticked=item.done)
                for item in action.checklist
            )
            yield CheckList(items=tuple(steps), close=True)
        if self._choices.on("lines"):
            yield WriteLines(label=_("How did it go?"), lines=2)

    def _note(self, action: Action, entry: Entry) -> Iterator[str]:
        if not action.state.is_unfinished and action.state is not ActionState.DONE:
            yield self._language.capitalised(self._language.member(action.state))
        if entry.hours:
            yield entry.hours
        if entry.series:
            yield entry.series
        if isinstance(action.due, RelativeDate) and entry.on is not None:
            yield self._language.relative_date(action.due)
        if action.minutes:
            yield self._language.minutes(action.minutes)


def _owner(entry: Entry) -> int | None:
    return entry.thing.owner if isinstance(entry.thing, Action) else None


def _group(entry: Entry) -> int | None:
    thing = entry.thing
    return thing.owner_group if isinstance(thing, Action) and thing.owner is None else None


def _contact(entry: Entry) -> int | None:
    thing = entry.thing
    return thing.owner_contact if isinstance(thing, Action) and thing.owner is None else None


def _leader(entry: Entry) -> int | None:
    if isinstance(entry.thing, Moment):
        return entry.thing.leader
    return entry.thing.who if isinstance(entry.thing, Measure) else None
