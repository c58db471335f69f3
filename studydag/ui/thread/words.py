"""What the things of the thread are called: on the picture, in tips, and to assistive technology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from studydag.export.result_words import level_words
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.rules.threads.thread_web import KINDS, Knot, Web
from studydag.model.rules.time.schedule import Schedule
from studydag.model.rules.written.goal_sentences import without_opening
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.references import Reference, reference_to
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.words import DOT, BlockWords


@dataclass(frozen=True)
class ThreadWords:
    """The words for the web of one study day, in the language of the window."""

    day: StudyDay
    setting: Setting
    schedule: Schedule
    web: Web
    language: Language

    @cached_property
    def _things(self) -> Mapping[Reference, Any]:
        day = self.day
        lists = (day.needs, day.goals, day.blocks, day.actions, day.measures)
        return {reference_to(thing): thing for things in lists for thing in things}

    @cached_property
    def _numbers(self) -> Mapping[Reference, int]:
        lists = (self.day.needs, self.day.goals)
        return {reference_to(thing): number for things in lists for number, thing in enumerate(things, 1)}

    @cached_property
    def _blocks(self) -> BlockWords:
        return BlockWords(self.day, self.setting, self.language)

    @cached_property
    def _owners(self) -> Mapping[int, str]:
        return {each.id: each.name for each in self.setting.people}

    @cached_property
    def _groups(self) -> Mapping[int, str]:
        return {each.id: each.name for each in self.setting.groups}

    def thing(self, reference: Reference) -> Any:
        """Return a thing of the day, or None."""
        return self._things.get(reference)

    def title(self, reference: Reference) -> str:
        """Return what a thing is called, in one line."""
        thing = self.thing(reference)
        match thing:
            case Need():
                text = thing.statement
            case Goal():
                text = thing.sentence
            case Action():
                text = thing.what
            case Measure():
                text = thing.title or ", ".join(map(self.language.member, thing.instruments))
            case Block():
                text = self._blocks.title(thing)
            case _:
                text = ""
        return " ".join(text.split()) or self.language.gettext("No title yet")

    def on_knot(self, reference: Reference) -> str:
        """Return what stands on a knot: the title, of a goal without the words with which all of them begin."""
        title = self.title(reference)
        return without_opening(title) if reference[0] == "goal" else title

    def short(self, reference: Reference) -> str:
        """Return the number of a need or a goal, such as G2; nothing for others."""
        number = self._numbers.get(reference)
        if number is None:
            return ""
        return str(number) if reference[0] == "need" else self.language.gettext("G{n}").replace("{n}", str(number))

    def facts(self, reference: Reference) -> str:
        """Return in a few words what matters besides the title: source, kind, phase and time, owner and date, level."""
        language, thing = self.language, self.thing(reference)
        match thing:
            case Need():
                facts = [language.member(thing.source)]
            case Goal():
                facts = [language.member(thing.kind), language.member(thing.level)]
            case Block():
                facts = [language.member(thing.phase), self._time(thing)]
            case Action():
                facts = [self._owner(thing), self._due(thing)]
            case Measure():
                on = date_of_measure(thing, self.day)
                facts = [level_words(thing.level, language), language.short_date(on) if on is not None else ""]
            case _:
                facts = []
        return DOT.join(fact for fact in facts if fact)

    def lacks(self, knot: Knot) -> str:
        """Return what a thing isn't linked with and should be: no need, no action."""
        _ = self.language.gettext
        said = {
            "need": _("no need"),
            "goal": _("no goal"),
            "block": _("no block"),
            "action": _("no action after the day"),
            "measure": _("no measure"),
        }
        return ", ".join(said[kind] for kind in knot.lacks)

    def called(self, reference: Reference) -> str:
        """Return kind, number and title: Goal G2: everyone gives feedback."""
        kind = self.language.capitalised(self.language.kind(self._kind(reference)))
        return f"{' '.join(filter(None, (kind, self.short(reference))))}: {self.title(reference)}"

    def name(self, reference: Reference) -> str:
        """Return what a thing is read out as: what it is, with what it is linked, and what it lacks."""
        knot = self.web.knots.get(reference)
        said = [self.called(reference), self.facts(reference), self._linked(reference)]
        if knot is not None and knot.is_loose:
            said.append(self.language.gettext("loose: {lacks}").replace("{lacks}", self.lacks(knot)))
        return ". ".join(each.removesuffix(".") for each in said if each)

    def tip(self, reference: Reference) -> str:
        """Return what is said while the pointer rests on a thing: all of its text, and what it is linked with."""
        knot = self.web.knots.get(reference)
        facts = DOT.join(filter(None, (self.short(reference), self.facts(reference))))
        lines = [self.title(reference), facts, self.language.capitalised(self._linked(reference))]
        if knot is not None and knot.is_loose:
            lines.append(self.language.capitalised(self.lacks(knot)))
        return "\n".join(line for line in lines if line)

    def chain(self, reference: Reference) -> str:
        """Return how much is on the thread of a thing, kind by kind: 2 needs, 1 goal, 3 blocks."""
        chain = self.web.chain(reference)
        return self.language.list([self._counted(kind, n) for kind in KINDS if (n := _count(kind, chain))])

    def heading(self, column: int) -> str:
        """Return what stands above a column."""
        return self.language.capitalised(self.language.kind(KINDS[column], 2))

    def _linked(self, reference: Reference) -> str:
        _ = self.language.gettext
        others = (*self.web.before(reference), *self.web.after(reference))
        if not others:
            return _("linked with nothing")
        names = [self.short(each) if each[0] == "goal" else self.title(each) for each in others]
        return _("linked with {names}").replace("{names}", self.language.list(names))

    def _counted(self, kind: str, n: int) -> str:
        return f"{n} {self.language.kind(kind, n)}"

    def _kind(self, reference: Reference) -> str:
        thing = self.thing(reference)
        return "round" if isinstance(thing, Block) and thing.kind is BlockKind.ROUND else reference[0]

    def _time(self, block: Block) -> str:
        slot = self.schedule.slot_of(block.id)
        return self.language.clock(slot.start) if slot is not None else ""

    def _owner(self, action: Action) -> str:
        return self._owners.get(action.owner or 0, "") or self._groups.get(action.owner_group or 0, "")

    def _due(self, action: Action) -> str:
        on = resolve(action.due, self.day)
        if on is not None:
            return self.language.short_date(on)
        return self.language.relative_date(action.due) if isinstance(action.due, RelativeDate) else ""


def _count(kind: str, references: frozenset[Reference]) -> int:
    return sum(each[0] == kind for each in references)
