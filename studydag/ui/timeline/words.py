"""What blocks are called and said to be, in the list, on the timeline and to assistive technology."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from studydag.labels.titles import part_title
from studydag.language import Language
from studydag.model.rules.calendar.dates import has_several_dates
from studydag.model.rules.formats.from_format import name_of
from studydag.model.rules.space.placing import Kind, Obstacle
from studydag.model.rules.time.schedule import PartSchedule, Slot, options_of
from studydag.model.rules.time.totals import Totals
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.programme import Block, BlockKind, LeadStatus, Mode, Part
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

DOT = " · "


@dataclass(frozen=True)
class BlockWords:
    """The words for the blocks of one study day, in the language of the window."""

    day: StudyDay
    setting: Setting
    language: Language

    @cached_property
    def _formats(self) -> dict[int, WorkingFormat]:
        return {each.id: each for each in self.setting.formats}

    @cached_property
    def _rooms(self) -> dict[int, str]:
        return {each.id: each.name for each in self.setting.rooms}

    @cached_property
    def _people(self) -> dict[int, str]:
        return {each.id: each.name for each in self.setting.people}

    @cached_property
    def _goals(self) -> dict[int, str]:
        short = self.language.gettext("G{n}")
        return {each.id: short.replace("{n}", str(number)) for number, each in enumerate(self.day.goals, start=1)}

    @cached_property
    def _goal_sentences(self) -> dict[int, str]:
        return {each.id: each.sentence for each in self.day.goals}

    # One block

    def title(self, block: Block) -> str:
        """Return the title, else the name of its working format, else that it has none."""
        if block.title:
            return " ".join(block.title.split())
        named = self.format(block)
        if named:
            return named
        if block.kind is BlockKind.ROUND:
            return self.language.capitalised(self.language.kind("round"))
        return self.language.gettext("No title yet")

    def phase(self, block: Block) -> str:
        """Return the word for its phase."""
        return self.language.member(block.phase)

    def format(self, block: Block) -> str:
        """Return the name of its working format."""
        found = self._formats.get(block.working_format or 0)
        return "" if found is None else name_of(found, DocumentLanguage(self.language.code))

    def room(self, block: Block) -> str:
        """Return the name of its room."""
        return self._rooms.get(block.room or 0, "")

    def where(self, block: Block) -> str:
        """Return its room, and that people take part from elsewhere."""
        away = self.language.member(block.mode) if block.mode in {Mode.ONLINE, Mode.HYBRID} else ""
        return DOT.join(each for each in (self.room(block), away) if each)

    def lead_names(self, block: Block) -> str:
        """Return who leads, by name alone."""
        return ", ".join(self._people.get(lead.person, "") for lead in block.leads)

    def leads(self, block: Block) -> str:
        """Return who leads, each with how sure that is unless it is confirmed."""
        lines = []
        for lead in block.leads:
            name = self._people.get(lead.person, "")
            sure = lead.status is LeadStatus.CONFIRMED
            lines.append(name if sure else f"{name} ({self.language.member(lead.status)})")
        return ", ".join(lines)

    def goals(self, block: Block) -> str:
        """Return the short names of its goals, as in the list of goals."""
        return ", ".join(self._goals[goal] for goal in block.goals if goal in self._goals)

    def goal_sentences(self, block: Block) -> str:
        """Return its goals in full, one a line."""
        return "\n".join(
            f"{self._goals[goal]} {self._goal_sentences[goal]}" for goal in block.goals if goal in self._goals
        )

    def minutes(self, block: Block, slot: Slot | None) -> str:
        """Return how long it lasts, roughly so where its end was read off the next start, or that its end is open."""
        if slot is not None and slot.open_end:
            return self.language.gettext("open end")
        minutes = self.language.minutes(self.whole_minutes(block, slot))
        return f"≈ {minutes}" if block.end_inferred else minutes

    def whole_minutes(self, block: Block, slot: Slot | None) -> int:
        """Return how long it lasts, a round as long as its longest option; what was called off keeps its own."""
        if slot is not None and not block.cancelled:
            return slot.minutes
        if block.kind is not BlockKind.ROUND:
            return block.minutes
        options = options_of(self.day, block.id)
        live = [option.offset_minutes + option.minutes for option in options if not option.cancelled]
        return max(live, default=block.minutes)

    def place(self, block: Block) -> str:
        """Return its working format, where it is, and when it can be done where that is up to people."""
        # A block without a title is called after its format already.
        named = self.format(block) if block.title else ""
        return DOT.join(each for each in (named, self.where(block), self.window(block)) if each)

    # One slot

    def start(self, slot: Slot) -> str:
        """Return when it starts: 08:45, or 00:30 (+1)."""
        return self.language.clock(slot.start)

    def time(self, slot: Slot) -> str:
        """Return from when till when: 08:45–09:25, or from 16:15."""
        if slot.block.cancelled:
            return self.start(slot)
        if slot.open_end:
            return self.language.gettext("from {time}").replace("{time}", self.start(slot))
        return f"{self.start(slot)}–{self.language.clock(slot.end)}"

    def window(self, block: Block) -> str:
        """Return from when till when people do it in their own time, as far as that is known."""
        if block.mode is not Mode.SELF_PACED:
            return ""
        language, _ = self.language, self.language.gettext
        first, last = block.window_start, block.window_end
        if first is not None and last is not None:
            return language.date_range(first, last)
        if last is not None:
            return _("until {date}").replace("{date}", language.short_date(last))
        return _("from {time}").replace("{time}", language.short_date(first)) if first is not None else ""

    def alarms(self, slot: Slot) -> tuple[str, ...]:
        """Return what is wrong with its time: that it was called off, or overlaps."""
        if not slot.block.cancelled and not slot.overlap_before and not slot.overlap_after:
            return ()
        _ = self.language.gettext
        overlap = max(slot.overlap_before, slot.overlap_after)
        overlaps = _("overlaps by {minutes}").replace("{minutes}", self.language.minutes(overlap)) if overlap else ""
        off = _("does not take place") if slot.block.cancelled else ""
        if off and slot.block.cancelled_reason:
            off = f"{off}: {slot.block.cancelled_reason}"
        return tuple(each for each in (off, overlaps) if each)

    def hints(self, slot: Slot) -> tuple[str, ...]:
        """Return what is odd about its time: the alarms, and time left before it."""
        buffer = (self.buffer(slot.buffer_before),) if slot.buffer_before else ()
        return (*self.alarms(slot), *buffer)

    def buffer(self, minutes: int) -> str:
        """Return what stands in time left before a pin."""
        return self.language.gettext("{minutes} buffer").replace("{minutes}", self.language.minutes(minutes))

    def marks(self, block: Block) -> tuple[str, ...]:
        """Return what its small signs mean: pinned, duration locked, end read off the next start."""
        _ = self.language.gettext
        signs = (
            (block.pinned_start is not None, _("pinned")),
            (block.minutes_locked, _("duration locked")),
            (block.end_inferred, _("end inferred")),
            (block.internal, _("not for participants")),
        )
        return tuple(word for holds, word in signs if holds)

    def name(self, block: Block, slot: Slot | None) -> str:
        """Return all that matters in one line, as it is read out: 08:45 tot 09:25, Keynote, 40 min, inspiratie."""
        return ", ".join(
            each
            for each in (
                self._spoken_time(slot) if slot is not None else self._without_time(block),
                self._spoken_kind(block),
                self.title(block),
                self._spoken_minutes(self.whole_minutes(block, slot)),
                self.phase(block),
                self.place(block),
                *(self.hints(slot) if slot is not None else ()),
                *self.marks(block),
            )
            if each
        )

    def details(self, block: Block) -> str:
        """Return what more is read out on request: its part if there are several, who leads it, and its goals."""
        part = next((part for part in self.day.parts if part.id == block.part and len(self.day.parts) > 1), None)
        goals = self.goal_sentences(block).replace("\n", " ")
        lines = ("" if part is None else self.part(part), self.leads(block), goals)
        return ". ".join(line.rstrip(".") for line in lines if line)

    def tip(self, block: Block, slot: Slot | None) -> str:
        """Return what is told while the pointer rests on it."""
        lines = (
            self.title(block),
            DOT.join(
                each for each in (self.time(slot) if slot else "", self.minutes(block, slot), self.phase(block)) if each
            ),
            self.place(block),
            self.leads(block),
            DOT.join((*(self.hints(slot) if slot else ()), *self.marks(block))),
            self.goal_sentences(block),
        )
        return "\n".join(line for line in lines if line)

    def _spoken_time(self, slot: Slot) -> str:
        if slot.open_end or slot.block.cancelled:
            return self.time(slot)
        text = self.language.gettext("{start} to {end}").replace("{start}", self.start(slot))
        return text.replace("{end}", self.language.clock(slot.end))

    def _without_time(self, block: Block) -> str:
        _ = self.language.gettext
        if block.part is None:
            return _("parked")
        window = self.window(block)
        return f"{_('self-paced')} {window}".strip()

    def _spoken_kind(self, block: Block) -> str:
        if block.kind is BlockKind.ROUND:
            return self.language.kind("round")
        return self.language.kind("option") if block.round is not None else ""

    def _spoken_minutes(self, minutes: int) -> str:
        text = self.language.ngettext("{n} minute", "{n} minutes", minutes)
        return text.replace("{n}", str(minutes))

    def obstacle(self, obstacle: Obstacle) -> str:
        """Return what stands in the way of blocks that are dragged."""
        _ = self.language.gettext
        if obstacle.kind is Kind.ROOM:
            return _("{room} is taken then").replace("{room}", self._rooms.get(obstacle.id, ""))
        if obstacle.kind is Kind.PERSON:
            return _("{person} is elsewhere then").replace("{person}", self._people.get(obstacle.id, ""))
        minutes = self.language.minutes(obstacle.minutes)
        if obstacle.kind is Kind.END:
            return _("{minutes} too long").replace("{minutes}", minutes)
        block = next((each for each in self.day.blocks if each.id == obstacle.id), None)
        title = "" if block is None else self.title(block)
        return _("{title} overlaps by {minutes}").replace("{minutes}", minutes).replace("{title}", title)

    # Parts and the whole day

    def part(self, part: Part) -> str:
        """Return what a part is called: its title, else its date, else its number."""
        return part_title(part, self.day.parts, self.language)

    def part_details(self, part: PartSchedule) -> str:
        """Return what stands beside the name of a part: its date, times and venue."""
        own = part.part
        dated = self.language.short_date(own.date) if own.title and own.date is not None else ""
        times = f"{self.language.time(own.start)}–{self.language.clock(part.end)}"
        return DOT.join(each for each in (dated, times, own.venue) if each)

    def totals(self, found: Totals) -> str:
        """Return the totals line: 08:30–15:00 · 4 h 50 content · 1 h 10 breaks · 12 blocks · 10 min too long.

        Without times where parts are on several dates.
        """
        language, _ = self.language, self.language.gettext
        figures = (
            (_("overlaps by {minutes}"), found.minutes_overlapping),
            (_("{minutes} content"), found.content_minutes),
            (_("{minutes} breaks"), found.break_minutes),
            (_("{minutes} too long"), found.minutes_over),
            (_("{minutes} left"), found.minutes_spare),
        )
        overlap, content, breaks, over, spare = (
            text.replace("{minutes}", language.minutes(minutes)) if minutes else "" for text, minutes in figures
        )
        times = times_of(self.day, found, language)
        count = f"{found.block_count} {language.kind('block', found.block_count)}"
        fits = _("fits exactly") if found.block_count and not over and not spare and not overlap else ""
        return DOT.join(each for each in (times, content, breaks, count, overlap, over, spare, fits) if each)


def times_of(day: StudyDay, found: Totals, language: Language) -> str:
    """Return from when till when a day is: 08:30–15:00; nothing for one of several dates, or without blocks."""
    # From the first start till the last end would read as one long day.
    if has_several_dates(day) or found.start is None or found.end is None:
        return ""
    end = language.clock(found.end.hour * 60 + found.end.minute, found.end_day_offset)
    return f"{language.time(found.start)}–{end}"
