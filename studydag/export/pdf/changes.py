"""The change sheet: only what differs from the version that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.difference_words import SUBJECT_WORDS, DifferenceWords, Line
from studydag.export.pdf.commission import Commission, Story
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.choices.rounds import not_for_participants
from studydag.model.rules.handing_on.sharing import for_sharing
from studydag.model.rules.versions.compare import Difference, How, State, Subject, compare
from studydag.model.values.programme import Block
from studydag.model.values.setting import LastPrint, Setting
from studydag.model.values.study_day import StudyDay

HOW_MM: Final = 22.0
LONGEST: Final = 240
"""In characters: of a text that is longer, what it was is told by its beginning."""
ALWAYS: Final = (Subject.DAY, Subject.PROGRAMME)
ASKED: Final[Mapping[str, tuple[Subject, ...]]] = {
    "goals": (Subject.NEEDS, Subject.GOALS),
    "actions": (Subject.ACTIONS,),
    "people": (Subject.PEOPLE,),
    "details": (Subject.EFFECT, Subject.AROUND),
}
"""Which subjects stand in the sheet with which option."""
FOR_ALL: Final[Mapping[Subject, frozenset[str]]] = {
    Subject.DAY: frozenset(
        {
            *("title", "theme", "learning_question", "why_staff", "why_pupils", "why_team"),
            *("route", "parking", "wifi", "what_to_bring"),
        }
    ),
    Subject.PROGRAMME: frozenset(
        {
            *("title", "phase", "minutes", "open_end", "cancelled", "cancelled_reason", "working_format", "mode"),
            *("link", "window_start", "window_end", "attendance", "compulsory_for", "audience", "description"),
            *(
                "topics",
                "input_deadline",
                "material_to_bring",
                "product",
                "preparation_minutes",
                "preparation_text",
                "room",
                "leads",
            ),
            *("resources", "round_rule", "capacity", "date", "start", "end", "venue"),
        }
    ),
    Subject.GOALS: frozenset({"sentence", "knows", "thinks", "does", "indicator", "baseline", "target", "target_due"}),
    Subject.NEEDS: frozenset({"statement", "source", "text"}),
    Subject.ACTIONS: frozenset(
        {
            *("what", "owner", "owner_group", "owner_contact", "due", "window_start", "count", "minutes", "state"),
            *("title", "first_date", "start", "rhythm", "until", "times", "place", "leader", "visible_result"),
        }
    ),
}
"""The fields that every reader has to do with; the others are the planner's, and stand there with all details."""


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the change sheet as a PDF (D32); what is confidential, now or then, stays out of it."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Change sheet"))
    return commission.finished(_Sheet(commission).story())


class _Sheet(Story):
    """The story of one sheet."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        _ = self._language.gettext
        last = self._commission.setting.last_print
        yield self._commission.masthead(subtitle=self._since(last))
        if last is None:
            yield self._commission.letterhead.nothing(
                _("Nothing has changed since the last print, or nothing was printed yet.")
            )
            return
        before = _state(last.day, last.setting)
        after = _state(self._day, self._commission.setting)
        words = DifferenceWords(before, after, self._language)
        differences: Iterable[Difference] = compare(before, after)
        if not self._choices.on("internal"):
            differences = _for_participants(differences, _internal(before.day), _internal(after.day))
        aside = _aside(before.day, after.day)
        found = [each for each in differences if self._is_shown(each, aside)]
        if not found:
            yield self._commission.letterhead.nothing(_("Nothing that this sheet shows has changed."))
            return
        yield Table(
            columns=(Column(mm=HOW_MM), Column(share=0.4), Column(share=0.3), Column(share=0.3)),
            rows=tuple(self._rows(found, words)),
            header=(_("Difference"), _("What"), _("Was"), _("Is")),
            row_header=1,
        )

    def _since(self, last: LastPrint | None) -> str:
        if last is None:
            return ""
        if last.printed_on is None:
            text = self._language.gettext("What changed since version {version}")
        else:
            text = self._language.gettext("What changed since version {version} of {date}")
            text = text.replace("{date}", self._language.date_without_weekday(last.printed_on.date()))
        return text.replace("{version}", str(last.number))

    def _is_shown(self, each: Difference, hidden: frozenset[str]) -> bool:
        on = self._choices.on
        asked = any(each.subject in subjects and on(option) for option, subjects in ASKED.items())
        if not asked and each.subject not in ALWAYS:
            return False
        if any(isinstance(thing, Block) and thing.uid in hidden for thing in _blocks(each)):
            return False
        fields = FOR_ALL.get(each.subject)
        is_field = each.how is How.CHANGED and each.field is not None
        return not is_field or fields is None or on("details") or (each.field is not None and each.field.name in fields)

    def _rows(self, found: list[Difference], words: DifferenceWords) -> Iterator[Row]:
        subject: Subject | None = None
        for each in found:
            if each.subject is not subject:
                subject = each.subject
                yield self._commission.letterhead.group_row(self._language.gettext(SUBJECT_WORDS[subject]), 4)
            yield self._row(each, words.line(each))

    def _row(self, each: Difference, line: Line) -> Row:
        was = line.was
        if len(was) > LONGEST:
            was = f"{was[:LONGEST].rstrip()}…"
        now: Flow = Run(line.now, strong=each.how in {How.CAME, How.MOVED, How.RIPPLED})
        return Row(cells=(Cell(flow=Run(line.how, grey=True)), line.what, Run(was, grey=True), now))


def _state(day: StudyDay, setting: Setting) -> State:
    shared = for_sharing(day, setting)
    return State(day=shared.day, setting=shared.setting)


def _blocks(each: Difference) -> Iterator[object]:
    """Give what a difference is about as far as it is still, or was, part of the programme."""
    yield from (each.owner, each.after if each.after is not None else each.before)


def _for_participants(
    found: Iterable[Difference], internal_before: frozenset[str], internal_after: frozenset[str]
) -> Iterator[Difference]:
    """Leave out what is internal; a block that became so went, as participants see it, and one that no longer is came.

    What lies in such a block, and what else changed in it, goes along.
    """
    for each in found:
        uids = {thing.uid for thing in _blocks(each) if isinstance(thing, Block)}
        was, is_now = bool(uids & internal_before), bool(uids & internal_after)
        if not was and not is_now:
            yield each
        elif was is not is_now and each.field is not None and each.field.name == "internal":
            if is_now:
                yield replace(each, how=How.WENT, field=None, after=None, slot_after=None)
            else:
                yield replace(each, how=How.CAME, field=None, before=None, slot_before=None)


def _internal(day: StudyDay) -> frozenset[str]:
    """Return the uids of what is not for participants."""
    internal = not_for_participants(day)
    return frozenset(block.uid for block in day.blocks if block.id in internal)


def _aside(before: StudyDay, after: StudyDay) -> frozenset[str]:
    """Return the uids of what stands aside, parked, in either state: it was in no programme and is in none."""
    return (_parked(before) | _parked(after)) - (_planned(before) | _planned(after))


def _parked(day: StudyDay) -> frozenset[str]:
    return frozenset(block.uid for block in day.blocks) - _planned(day)


def _planned(day: StudyDay) -> frozenset[str]:
    rounds = {block.id for block in day.blocks if block.part is not None}
    return frozenset(block.uid for block in day.blocks if block.part is not None or block.round in rounds)
