"""What differs between two states of a study day, in the words of who reads it: with times and titles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from studydag.export.field_words import FieldWords
from studydag.labels import field_name
from studydag.labels.titles import part_title, title_of
from studydag.language import Language
from studydag.model.rules.effect.figures import answers, may_be_read
from studydag.model.rules.time.schedule import Slot
from studydag.model.rules.versions.compare import Difference, How, State, Subject
from studydag.model.values.description import Described, described, is_thing
from studydag.model.values.effect import Result
from studydag.model.values.programme import Block
from studydag.model.values.references import reference_to, values_of
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

SUBJECT_WORDS: Final = {
    Subject.DAY: N_("The day itself"),
    Subject.PROGRAMME: N_("Programme"),
    Subject.GOALS: N_("Goals"),
    Subject.NEEDS: N_("Needs"),
    Subject.ACTIONS: N_("Actions and moments"),
    Subject.PEOPLE: N_("People and rooms"),
    Subject.EFFECT: N_("Effect"),
    Subject.AROUND: N_("Around it"),
}
HOW_WORDS: Final = {
    How.CAME: N_("New"),
    How.WENT: N_("Gone"),
    How.MOVED: N_("Moved"),
    How.CHANGED: N_("Changed"),
    How.RIPPLED: N_("Other time"),
}
FOUND: Final = frozenset({"mean", "spread", "distribution", "text"})
"""What was found of people, which is shown only where enough of them answered."""
NOTHING = "–"
LONGEST_TITLE = 70
"""In characters, where a title says what something is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A difference in words: what happened, to what, and what it was and is."""

    how: str
    what: str
    was: str
    now: str

    @property
    def text(self) -> str:
        """The whole line, to be copied: Moved: Lunch: 12:00 → 12:15."""
        if self.was and self.now:
            return f"{self.how}: {self.what}: {self.was} → {self.now}"
        return ": ".join(each for each in (self.how, self.what, self.was or self.now) if each)


@dataclass(slots=True)
class _Seen:
    """A state as the writer of cells wants it."""

    language: Language
    day: StudyDay | None
    setting: Setting


class DifferenceWords:
    """Writes the differences between two states."""

    def __init__(self, before: State, after: State, language: Language) -> None:
        """Read the names of both states."""
        self._language = language
        self._former, self._latter = before, after
        self._before = FieldWords(_Seen(language, before.day, before.setting))
        self._after = FieldWords(_Seen(language, after.day, after.setting))
        self._parts = len({part.uid for part in (*before.day.parts, *after.day.parts)})

    def line(self, each: Difference) -> Line:
        """Write one difference."""
        _ = self._language.gettext
        was, now = self._sides(each)
        return Line(how=_(HOW_WORDS[each.how]), what=self._what(each), was=was, now=now)

    def _sides(self, each: Difference) -> tuple[str, str]:
        if each.how is How.CHANGED and each.field is not None:
            was = self._value(each.field, each.before, self._before)
            now = self._value(each.field, each.after, self._after)
            return was or NOTHING, now or NOTHING
        was = "" if each.before is None else self._place(each, each.before, each.slot_before, self._before)
        now = "" if each.after is None else self._place(each, each.after, each.slot_after, self._after)
        return was, now

    def _what(self, each: Difference) -> str:
        cells = self._before if each.after is None else self._after
        named = self._named(each.thing, cells)
        if each.owner is not None and each.owner.uid != each.thing.uid:
            kind = self._language.kind(reference_to(each.thing)[0])
            named = f"{self._named(each.owner, cells)}: {named if named.lower() == kind else f'{kind} {named}'}"
        elif not isinstance(each.thing, Block | StudyDay):
            kind = self._language.capitalised(self._language.kind(reference_to(each.thing)[0]))
            named = f"{kind} {self._language.quoted(named)}"
        if each.how is not How.CHANGED or each.field is None:
            return named
        field = field_name(each.field.name, self._language, type(each.thing))
        return self._language.capitalised(field) if isinstance(each.thing, StudyDay) else f"{named}: {field}"

    def _named(self, thing: Any, cells: FieldWords) -> str:
        """Return what a thing is called; what has no name of its own, by what it leads to."""
        title = title_of(thing, self._language)
        if len(title) > LONGEST_TITLE:
            title = f"{title[: LONGEST_TITLE - 1].rstrip()}…"
        kind, number = reference_to(thing)
        if title != f"{self._language.capitalised(self._language.kind(kind))} {number}":
            return title
        names = [str(getattr(thing, name)) for name in ("item", "topic") if getattr(thing, name, "")]
        names += [
            cells.name(each.refers or "", held)
            for each in described(type(thing))
            if each.refers is not None and not each.owns
            for held in values_of(each, thing)
        ]
        return ", ".join(dict.fromkeys(name for name in names if name)) or self._language.capitalised(
            self._language.kind(kind)
        )

    def _is_hidden(self, result: Result, cells: FieldWords) -> bool:
        """Whether what was found may not be shown: too few answered then or now, or too few were added since.

        Of those, what was found before would tell what they answered, beside what was found after.
        """
        minimum = self._latter.setting.school.minimum_group_size
        states = [(side, held) for side in (self._former, self._latter) for held in side.day.results]
        same = [(side, held) for side, held in states if held.uid == result.uid]
        if not all(may_be_read(held, side.day.measures, minimum) for side, held in same):
            return True
        counts = [count for _side, held in same if (count := answers(held)) is not None]
        return cells is self._before and len(counts) == 2 and abs(counts[0] - counts[1]) < minimum

    def _place(self, each: Difference, thing: Any, slot: Slot | None, cells: FieldWords) -> str:
        """Return where a thing stands: a block by its time, what has an order by what it comes after."""
        _ = self._language.gettext
        if isinstance(thing, Block):
            if thing.round is not None and each.how is How.MOVED:
                return _("option of {title}").replace(
                    "{title}", self._language.quoted(cells.name("block", thing.round))
                )
            if slot is None:
                return _("parked") if thing.part is None and thing.round is None else ""
            return self._time(slot, cells, alone=each.how is How.RIPPLED)
        if each.how is How.MOVED:
            return _("another place") if thing is each.after else ""
        return ""

    def _time(self, slot: Slot, cells: FieldWords, *, alone: bool) -> str:
        clock = self._language.clock
        times = clock(slot.start) if alone else f"{clock(slot.start)}–{clock(slot.end)}"
        if self._parts < 2 or alone:
            return times
        day = (self._former if cells is self._before else self._latter).day
        return f"{times}, {part_title(slot.part, day.parts, self._language)}"

    def _value(self, field: Described, thing: Any, cells: FieldWords) -> str:
        if isinstance(thing, Result) and field.name in FOUND and self._is_hidden(thing, cells):
            return self._language.gettext("too few answers to show")
        if not field.is_value or is_thing(field.holds):
            return cells.text(field)(thing)
        return "; ".join(
            ", ".join(text for inner in described(type(held)) if (text := cells.text(inner)(held)))
            for held in values_of(field, thing)
        )
