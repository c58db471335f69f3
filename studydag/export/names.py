"""What the things are called that a study day points to, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from studydag.language import Language
from studydag.model.rules.calendar.dates import has_several_dates
from studydag.model.rules.choices.rounds import not_for_participants
from studydag.model.rules.space.occupancy import room_taken
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.choices import Grouping
from studydag.model.values.effect import Insight
from studydag.model.values.follow_up import Action
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block, BlockKind, BlockLead, LeadStatus, Mode, RoundRule
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_BEFORE_A_NUMBER = re.compile(r"(?<=\w) (?=\d)")


@dataclass(frozen=True)
class Names:
    """Looks names up by id; what isn't there has an empty name, and is left out of lists."""

    day: StudyDay
    setting: Setting
    language: Language

    @cached_property
    def _people(self) -> dict[int, str]:
        return {person.id: person.name for person in self.setting.people}

    @cached_property
    def _rooms(self) -> dict[int, str]:
        return {room.id: room.name for room in self.setting.rooms}

    @cached_property
    def _buildings(self) -> dict[int, str]:
        """The building of each room, where the day's rooms lie in several (D27)."""
        used = {block.room for block in self.day.blocks}
        several = len({room.building for room in self.setting.rooms if room.id in used}) > 1
        return {room.id: room.building for room in self.setting.rooms if several and room.building}

    @cached_property
    def _groups(self) -> dict[int, str]:
        return {group.id: group.name for group in self.setting.groups}

    @cached_property
    def _formats(self) -> dict[int, WorkingFormat]:
        return {each.id: each for each in self.setting.formats}

    @cached_property
    def _goal_numbers(self) -> dict[int, int]:
        return {goal.id: number for number, goal in enumerate(self.day.goals, start=1)}

    @cached_property
    def _internal(self) -> str:
        return self.language.gettext("internal")

    @cached_property
    def _not_told(self) -> frozenset[int]:
        """What is not for participants."""
        return not_for_participants(self.day)

    def person(self, person: int | None) -> str:
        """Return the name of a person."""
        return "" if person is None else self._people.get(person, "")

    def room(self, room: int | None) -> str:
        """Return the name of a room, with its building where the day's rooms lie in several (D27)."""
        return ", ".join(text for text in (self.room_alone(room), self.building(room)) if text)

    def room_alone(self, room: int | None) -> str:
        """Return the name of a room, whatever building it lies in."""
        return "" if room is None else self._rooms.get(room, "")

    def building(self, room: int | None) -> str:
        """Return the building of a room; nothing where all rooms of the day lie in one."""
        return "" if room is None else self._buildings.get(room, "")

    def room_on_paper(self, room: int | None) -> str:
        """Return the name of a room for a line that may be broken: never between its word and its number."""
        return _BEFORE_A_NUMBER.sub("\N{NO-BREAK SPACE}", self.room(room))

    def online(self, block: Block) -> str:
        """Return the word for a block that need not be joined in person; nothing where all are in one room.

        Of what is done at one's own pace it says when that can be: in eigen tempo, 21–28 januari 2027.
        """
        if block.mode is Mode.IN_PERSON:
            return ""
        when = self.window(block) if block.mode is Mode.SELF_PACED else ""
        return ", ".join(text for text in (self.language.member(block.mode), when) if text)

    def place(self, block: Block) -> str:
        """Return where participants go: a room, also where it is hybrid, none where all are online or at home.

        Whoever speaks in a room to people who are all elsewhere finds it in the run sheet.
        """
        return self.room_on_paper(room_taken(block))

    def hours(self, slot: Slot) -> str:
        """Return from when to when: 09:00–09:45, or from 16:15."""
        start = self.language.clock(slot.start)
        if slot.open_end:
            return self.language.gettext("from {time}").replace("{time}", start)
        return f"{start}–{self.language.clock(slot.end)}"

    def hours_of_day(self, slot: Slot) -> str:
        """Write from when to when, and of which date where the day has several: do 11 mrt, 09:00–09:45.

        The date is the part's, from which a time past midnight is counted: vr 12 mrt, 23:30–00:30 (+1).
        """
        hours, date = self.hours(slot), slot.part.date
        if date is None or not has_several_dates(self.day):
            return hours
        return f"{self.language.day_and_month(date)}, {hours}"

    def own_hours(self, option: Slot, round_: Slot) -> str:
        """Return from when to when an option is, where that isn't from the beginning of its round to the end."""
        return self.hours(option) if option.has_own_times_in(round_) else ""

    def window(self, block: Block) -> str:
        """Return from when till when it is done in one's own time, as far as that is known."""
        _, language = self.language.gettext, self.language
        first, last = block.window_start, block.window_end
        if first is not None and last is not None and first <= last:
            return language.date_range(first, last)
        if first is not None:
            return _("from {date}").replace("{date}", language.date_without_weekday(first))
        if last is not None:
            return _("until {date}").replace("{date}", language.date_without_weekday(last))
        return ""

    def meeting_link(self, block: Block) -> str:
        """Return the address at which a block is joined that need not be joined in person."""
        return block.link if self.online(block) else ""

    def group(self, group: int | None) -> str:
        """Return the name of a group."""
        return "" if group is None else self._groups.get(group, "")

    def groups(self, groups: Iterable[int]) -> str:
        """Return the names of groups as one text: onderbouw en bovenbouw."""
        return self._listed(self.group(group) for group in groups)

    @cached_property
    def _divided(self) -> dict[int, Grouping]:
        return {grouping.block: grouping for grouping in self.day.groupings if grouping.groups}

    @cached_property
    def _own_groups(self) -> dict[tuple[int, int], str]:
        return {
            (grouping.block, member): group.name
            for grouping in self.day.groupings
            for group in grouping.groups
            for member in group.members
        }

    @cached_property
    def _registered(self) -> dict[int, str]:
        return {each.id: self.person(each.person) or each.name for each in self.day.registrations}

    def divided(self, block: Block) -> tuple[tuple[str, str], ...]:
        """Return the groups into which people are divided in a block, each with its members by name (R060)."""
        found = self._divided.get(block.id)
        key = self.language.sort_key
        return tuple(
            (group.name, self._listed(sorted((self._registered.get(each, "") for each in group.members), key=key)))
            for group in (() if found is None else found.groups)
        )

    def own_group(self, block: Block, registration: int) -> str:
        """Return the name of the group in which somebody is in a block."""
        return self._own_groups.get((block.id, registration), "")

    def title(self, block: Block) -> str:
        """Return the title of a block, or what stands in for one: to be announced, its format, its phase."""
        if block.title:
            return block.title
        if block.title_to_be_announced_until is not None:
            return self.language.gettext("To be announced")
        return self.working_format(block) or self.phase(block)

    def title_inside(self, block: Block) -> str:
        """Return the title for who prepares the day, which says what is not for participants."""
        title = self.title(block)
        return f"{title} ({self._internal})" if block.id in self._not_told else title

    def about(self, insight: Insight) -> str:
        """Return what an insight is about: a block, a working format or an expert; nothing for the day as a whole."""
        blocks = {block.id: block for block in self.day.blocks}
        experts = {expert.id: expert.name for expert in self.day.experts}
        if insight.block in blocks:
            return self.title_inside(blocks[insight.block])
        if insight.working_format in self._formats:
            found = self._formats[insight.working_format]
            return self.either(found.name_nl, found.name_en)
        return experts.get(insight.expert or 0, "")

    def topics(self, block: Block) -> str:
        """Return the topics of an open slot, or that it is still open (R081); nothing for what has none."""
        if block.topics:
            return self._listed(block.topics)
        return self.language.gettext("open until the day itself") if block.open_slot else ""

    def phase(self, block: Block) -> str:
        """Return the word for a block's phase; of a round also whether people choose or are placed by group."""
        phase = self.language.member(block.phase)
        if block.kind is not BlockKind.ROUND:
            return self.language.capitalised(phase)
        by_group = block.round_rule is RoundRule.BY_GROUP
        _ = self.language.gettext
        kind = _("Round by group") if by_group else _("Choice round")
        return f"{kind} · {phase}"

    def working_format(self, block: Block) -> str:
        """Return the name of a block's working format."""
        found = self._format_of(block)
        return self.either(found.name_nl, found.name_en) if found is not None else ""

    def steps(self, block: Block) -> tuple[str, ...]:
        """Return the steps of a block's working format."""
        found = self._format_of(block)
        if found is None:
            return ()
        dutch, english = found.steps_nl, found.steps_en
        return (dutch or english) if self.language.code is DocumentLanguage.DUTCH else (english or dutch)

    def _format_of(self, block: Block) -> WorkingFormat | None:
        return None if block.working_format is None else self._formats.get(block.working_format)

    @property
    def is_dutch(self) -> bool:
        """Whether texts that stand in both languages are wanted in Dutch."""
        return self.language.code is DocumentLanguage.DUTCH

    def either(self, dutch: str, english: str) -> str:
        """Return the text in this language, or in the other where it has none."""
        return (dutch or english) if self.language.code is DocumentLanguage.DUTCH else (english or dutch)

    def leads(self, leads: Iterable[BlockLead]) -> str:
        """Return the names of those who lead, without who cancelled."""
        return self._listed(self.person(lead.person) for lead in leads if lead.status is not LeadStatus.CANCELLED)

    def owner(self, action: Action) -> str:
        """Return who owns an action: a person, or a group, or the contact of a group that isn't there."""
        if action.owner is not None:
            return self.person(action.owner)
        return self.group(action.owner_group) or self.person(action.owner_contact)

    def contact(self, action: Action) -> str:
        """Return the contact of the group that owns an action."""
        return self.person(action.owner_contact) if action.owner is None and self.group(action.owner_group) else ""

    def support(self, action: Action) -> str:
        """Return what help its owner gets and from whom, each on a line of its own."""
        kinds = [(self.language.capitalised(self.language.member(each.kind)), each.giver) for each in action.support]
        return "\n".join(f"{kind}: {giver}" if giver else kind for kind, giver in kinds)

    def goals(self, goals: Iterable[int]) -> str:
        """Return the numbers that goals have in the day's own order: 1, 3."""
        numbers = sorted(self._goal_numbers[goal] for goal in goals if goal in self._goal_numbers)
        return ", ".join(map(str, numbers))

    def _listed(self, names: Iterable[str]) -> str:
        found = [name for name in names if name]
        return self.language.list(found) if found else ""
