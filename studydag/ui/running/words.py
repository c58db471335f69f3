"""What the view of the day says: times, how late it is, how long something still has."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.rules.running import LiveSlot, Run
from studydag.model.values.programme import Block, LeadStatus
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.words import DOT, BlockWords

_HOUR, _MINUTE = 3600, 60


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
        return (_("{minutes} over time") if seconds < 0 else _("another {minutes}")).replace("{minutes}", minutes)

    def lateness(self, minutes: int) -> str:
        """Say how much later or earlier than planned something is."""
        _ = self._language.gettext
        if not minutes:
            return _("as planned")
        said = _("{minutes} later than planned") if minutes > 0 else _("{minutes} earlier than planned")
        return said.replace("{minutes}", self._language.minutes(abs(minutes)))

    def end(self, run: Run) -> str:
        """Say when the day is expected to end, against the plan."""
        _, clock = self._language.gettext, self._language.clock
        said = _("Ended at {time}") if run.is_over else _("Ends at {time}")
        return f"{said.replace('{time}', clock(run.expected_end))}{DOT}{self.lateness(run.late)}"
