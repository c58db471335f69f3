"""What the view of the day says: times, how late it is, how long something still has."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto

from studydag.language import Language
from studydag.model.rules.on_the_day.running import LiveSlot, Run, is_another_day, is_past
from studydag.model.values.programme import Block, LeadStatus
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.words import DOT, BlockWords

_HOUR, _MINUTE = 3600, 60


class Practice(Enum):
    """Whether the day is practised, on another date than its own. ASKED: the first step asks for it."""

    NONE = auto()
    ASKED = auto()
    NOT_BEGUN = auto()
    BEGUN = auto()


class RunWords:
    """The words for one study day, in the language of the window; what is private is never among them."""

    def __init__(self, day: StudyDay, setting: Setting, language: Language) -> None:
        """Speak of a day."""
        self.blocks = BlockWords(day, setting, language)
        self._people = {person.id: person.name for person in setting.people}
        self._language = language

    def title(self, block: Block) -> str:
        """Return what a block is called."""
        return self.blocks.title(block)

    def span(self, live: LiveSlot) -> str:
        """Return from when till when it goes, as is agreed: 10:30–11:15."""
        return f"{self._language.clock(live.start)}–{self._language.clock(live.agreed_end)}"

    def where_and_who(self, block: Block) -> str:
        """Return its room and who leads it, those apart who won't come."""
        leads = [lead.person for lead in block.leads if lead.status is not LeadStatus.CANCELLED]
        names = [self._people[person] for person in leads if person in self._people]
        return DOT.join(each for each in (self.blocks.room(block), ", ".join(names)) if each)

    def countdown(self, seconds: int) -> str:
        """Write how long something still has, or by how much it runs over: 33:12, 1:05:12, +2:10."""
        hours, rest = divmod(abs(seconds), _HOUR)
        minutes, left = divmod(rest, _MINUTE)
        written = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
        return f"+{written}" if seconds < 0 else written

    def spoken(self, seconds: int) -> str:
        """Say how long something still has in whole minutes, for who listens."""
        _ = self._language.gettext
        minutes = self._language.minutes(round(abs(seconds) / _MINUTE))
        return (_("{minutes} over") if seconds < 0 else _("another {minutes}")).replace("{minutes}", minutes)

    def lateness(self, minutes: int) -> str:
        """Say how much later or earlier than planned something is."""
        _ = self._language.gettext
        if not minutes:
            return _("as planned")
        said = _("{minutes} later than planned") if minutes > 0 else _("{minutes} earlier than planned")
        return said.replace("{minutes}", self._language.minutes(abs(minutes)))

    def aside(self, run: Run | None, now: dt.datetime, practice: Practice, *, read_only: bool) -> str:
        """Say what only the presenter needs: that this is another day, that a pin is in the way, what is internal."""
        _ = self._language.gettext
        lines = [_("You are only looking: nothing is noted.")] if read_only else []
        if run is None:
            return "  ".join(lines)
        if run.part.part.date is not None and is_another_day(run.part, now):
            lines += [self.other_date(run.part.part.date, now), *([] if read_only else [self._kept(practice)])]
        internal = run.current or run.next
        if internal is not None and internal.block.internal:
            lines.append(_("Not on the screen: {title}").replace("{title}", self.title(internal.block)))
        if run.next is not None and is_past(run.next, run.part, now):
            lines.append(self._past(run.next))
        return "  ".join([*lines, *map(self._in_the_way, run.held_up)])

    def other_date(self, date: dt.date, now: dt.datetime) -> str:
        """Say that a part is planned for another date than the one that this computer has."""
        said = self._language.gettext("This part is planned for {date}; on this computer it is {today}.")
        return said.replace("{today}", self._language.date(now.date())).replace("{date}", self._language.date(date))

    def _kept(self, practice: Practice) -> str:
        _ = self._language.gettext
        if practice is Practice.ASKED:
            return _("The first step asks if you are practising.")
        if practice is Practice.NONE:
            return _("Each step is kept.")
        return _("You are practising: the plan stays as it is, and nothing is kept.")

    def plans_b(self, run: Run) -> tuple[tuple[str, str], ...]:
        """Return what to do when what is on or comes next fails, of a round also its options: each with its title."""
        slots = [live.slot for live in (run.current, run.next) if live is not None]
        blocks = (each.block for slot in slots for each in (slot, *slot.options) if not each.block.cancelled)
        return tuple((self.title(block), block.plan_b.strip()) for block in blocks if block.plan_b.strip())

    def _in_the_way(self, live: LiveSlot) -> str:
        """Say that what comes before a pin is expected to go on past it."""
        _, language = self._language.gettext, self._language
        said = _("{title} is pinned at {time}, and what comes before it goes on for another {minutes}.")
        minutes, time = language.minutes(live.overlap), language.clock(live.start)
        return said.replace("{time}", time).replace("{minutes}", minutes).replace("{title}", self.title(live.block))

    def _past(self, live: LiveSlot) -> str:
        _, language = self._language.gettext, self._language
        said = _("{title} was pinned at {time} and is past by now. If it is not coming any more: Skip.")
        return said.replace("{time}", language.clock(live.slot.start)).replace("{title}", self.title(live.block))

    def end(self, run: Run, planned_end: int | None = None) -> str:
        """Say when the day is expected to end, against the plan: its own, or one that ends at another minute."""
        _, clock = self._language.gettext, self._language.clock
        said = _("Ended at {time}") if run.is_over else _("Ends at {time}")
        late = run.late if planned_end is None else run.expected_end - planned_end
        return f"{said.replace('{time}', clock(run.expected_end))}{DOT}{self.lateness(late)}"
