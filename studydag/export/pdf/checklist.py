"""Follow-up checklists: one for each owner, with boxes that can be ticked on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studydag.export.afterwards import Entry, entries
from studydag.export.documents import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf.flowables import Heading, PageBreak, Paragraph, Space
from studydag.export.pdf.forms import CheckItem, CheckList, WriteLines
from studydag.export.pdf.letterhead import Letterhead
from studydag.export.pdf.tables import Column, Row, Table
from studydag.export.pdf.text import Run
from studydag.export.pdf.theme import Role
from studydag.export.pdf.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.schedule import schedule
from studydag.model.values.dates import RelativeDate
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What one owner has to do: a person, a group, or (with an empty name) nobody yet."""

    name: str
    actions: tuple[Entry, ...]
    moments: tuple[Entry, ...] = ()
    contact: str = ""


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the checklists as a PDF; each owner's begins on a page of its own, numbered from one."""
    letterhead = Letterhead(day, setting, language, stamp, language.gettext("Follow-up checklist"))
    story = _Checklists(day, setting, choices, language, letterhead).story()
    return letterhead.finished(story, large_print=choices.on("large_print"))


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
        sheets = list(self._sheets())
        if not sheets:
            yield self._letterhead.masthead(schedule(self._day), kicker=self._letterhead.kind)
            yield Paragraph(content=self._language.gettext("There are no actions to follow up."))
        for number, sheet in enumerate(sheets):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._sheet(sheet)

    def _sheets(self) -> Iterator[_Sheet]:
        shown = entries(self._day, self._names)
        actions = [entry for entry in shown if isinstance(entry.thing, Action) and self._is_shown(entry.thing)]
        moments = [entry for entry in shown if isinstance(entry.thing, Moment)]
        wanted = self._choices["owner"]
        for person in sorted(self._setting.people, key=lambda person: self._language.sort_key(person.name)):
            if wanted in {"", person.uid}:
                own = tuple(entry for entry in actions if _owner(entry) == person.id)
                led = tuple(
                    entry for entry in moments if isinstance(entry.thing, Moment) and entry.thing.leader == person.id
                )
                as_contact = tuple(entry for entry in actions if wanted and _contact(entry) == person.id)
                if own or as_contact or (led and wanted):
                    yield _Sheet(name=person.name, actions=(*own, *as_contact), moments=led)
        if wanted:
            return
        for group in sorted(self._setting.groups, key=lambda group: self._language.sort_key(group.name)):
            own = tuple(entry for entry in actions if _group(entry) == group.id)
            if own:
                contacts = dict.fromkeys(self._names.person(_contact(entry)) for entry in own)
                yield _Sheet(name=group.name, actions=own, contact=", ".join(name for name in contacts if name))
        nobody = tuple(entry for entry in actions if _owner(entry) is None and _group(entry) is None)
        if nobody:
            yield _Sheet(name="", actions=nobody)

    def _is_shown(self, action: Action) -> bool:
        return self._choices.on("finished") or action.state.is_unfinished

    def _sheet(self, sheet: _Sheet) -> Iterator[Element]:
        _ = self._language.gettext
        title = sheet.name or _("No owner yet")
        kind = self._letterhead.kind
        contact = _("contact: {name}").replace("{name}", sheet.contact) if sheet.contact else ""
        subtitle = " · ".join(part for part in (self._letterhead.title, contact) if part)
        yield self._letterhead.masthead(schedule(self._day), kicker=kind, title=title, subtitle=subtitle)
        if sheet.actions:
            yield CheckList(items=tuple(self._item(entry) for entry in sheet.actions))
        if sheet.moments:
            yield Heading(text=_("Moments that you lead"))
            rows = tuple(Row(cells=(entry.when, entry.title, _place(entry))) for entry in sheet.moments)
            yield Table(
                columns=(Column(), Column(share=1), Column()), rows=rows, header=(_("When"), _("What"), _("Where"))
            )

    def _item(self, entry: Entry) -> CheckItem:
        _ = self._language.gettext
        action = entry.thing
        assert isinstance(action, Action)
        when = entry.when or _("no date yet")
        ticked = action.state is ActionState.DONE
        return CheckItem(
            name=f"{entry.title} – {when}",
            text=Run(entry.title, strong=True),
            aside=entry.when or Run(when, grey=True),
            ticked=ticked,
            flows=tuple(self._below(action, entry)),
        )

    def _below(self, action: Action, entry: Entry) -> Iterator[Flow]:
        _ = self._language.gettext
        if not action.state.is_unfinished and action.state is not ActionState.DONE:
            yield Paragraph(content=self._language.capitalised(self._language.member(action.state)), role=Role.NOTE)
        if isinstance(action.due, RelativeDate) and entry.on is not None:
            yield Paragraph(content=self._language.relative_date(action.due), role=Role.NOTE)
        goals = self._goals(action)
        pairs = [
            (_("Visible result"), action.visible_result),
            (_("Goal"), goals),
            (_("Class"), action.school_class),
            (_("Look at"), action.look_at),
            (_("Support"), self._support(action)),
            (_("Note"), action.note),
        ]
        for label, text in pairs:
            if text:
                yield Paragraph(content=(Run(f"{label}: ", grey=True), text))
        if action.checklist:
            yield CheckList(
                items=tuple(
                    CheckItem(name=f"{entry.title}: {item.text}", text=item.text, ticked=item.done)
                    for item in action.checklist
                )
            )
        if self._choices.on("lines"):
            yield WriteLines(label=_("How did it go?"))
            yield Space(beats=0.5)

    def _goals(self, action: Action) -> str:
        sentences = [goal.sentence for goal in self._day.goals if goal.id in action.goals]
        return " / ".join(sentences)

    def _support(self, action: Action) -> str:
        member = self._language.member
        return "; ".join(
            f"{member(each.kind)} ({each.giver})" if each.giver else member(each.kind) for each in action.support
        )


def _owner(entry: Entry) -> int | None:
    return entry.thing.owner if isinstance(entry.thing, Action) else None


def _group(entry: Entry) -> int | None:
    thing = entry.thing
    return thing.owner_group if isinstance(thing, Action) and thing.owner is None else None


def _contact(entry: Entry) -> int | None:
    thing = entry.thing
    return thing.owner_contact if isinstance(thing, Action) and thing.owner is None else None


def _place(entry: Entry) -> str:
    return entry.thing.place if isinstance(entry.thing, Moment) else ""
