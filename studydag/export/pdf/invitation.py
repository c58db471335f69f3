"""The invitation: why this day, what to expect, what to prepare and bring, how to get there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.afterwards import entries, is_for_participants
from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import part_heading, venues
from studydag.export.pdf.purpose import purpose
from studydag.export.preparing import to_prepare
from studydag.export.typeset.flowables import Bullets, Facts, Group, Heading, Paragraph, Prose, Space, Titled
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Run, with_address
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.time.schedule import PartSchedule
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WHEN_MM: Final = 28.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the invitation as a PDF. What is not filled in leaves no heading (R019)."""
    commission = commissioned(day, setting, choices, language, stamp)
    return commission.finished(story(commission))


def commissioned(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> Commission:
    """Return what the document is made of."""
    return Commission(day, setting, choices, language, stamp, language.gettext("Invitation"))


def story(commission: Commission) -> Iterator[Element]:
    """Return what the invitation says, in order."""
    return _Invitation(commission).story()


class _Invitation(Story):
    """The story of one invitation."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        yield self._commission.masthead()
        told = list(self._told())
        yield from told
        if not told:
            text = self._language.gettext("There is nothing yet to invite people with.")
            yield self._commission.letterhead.nothing(text)

    def _told(self) -> Iterator[Element]:
        yield from purpose(self._commission, label=self._language.gettext("What we work towards"))
        if self._choices.on("why"):
            yield from self._why()
        if self._choices.on("programme"):
            yield from self._programme()
        if self._choices.on("prepare"):
            yield from self._prepare()
        if self._choices.on("follow_up"):
            yield from self._afterwards()
        if self._choices.on("route"):
            yield from self._route()

    def _why(self) -> Iterator[Element]:
        _ = self._language.gettext
        texts = (
            (_("For us as staff"), self._day.why_staff),
            (_("For our pupils"), self._day.why_pupils),
            (_("For our team"), self._day.why_team),
        )
        filled = [(label, text) for label, text in texts if text.strip()]
        if not filled:
            return
        yield _heading(_("Why this day"))
        if len(filled) == 1:
            yield Prose(text=filled[0][1])
        else:
            yield Facts(pairs=tuple((label, Prose(text=text)) for label, text in filled))

    def _programme(self) -> Iterator[Element]:
        filled = [part for part in self._commission.parts if any(not slot.block.cancelled for slot in part.slots)]
        at_own_pace = list(self._commission.self_paced())
        if not filled and not at_own_pace:
            return
        _ = self._language.gettext
        yield _heading(_("The day in short"))
        several_places = len(venues(self._commission.parts)) > 1
        for part in filled:
            if len(filled) > 1:
                place = part.part.venue if several_places else ""
                heading = " · ".join(text for text in (part_heading(part, self._language), place) if text)
                yield Heading(text=heading, level=3, role=Role.HEADING_4)
            yield self._part(part)
        if at_own_pace:
            yield Heading(text=_("At your own pace"), level=3, role=Role.HEADING_4)
            yield Bullets(items=tuple(map(self._at_own_pace, at_own_pace)))

    def _at_own_pace(self, block: Block) -> Flow:
        """Return what people do in their own time, and when: they must know of it before the day."""
        about = (self._names.window(block), self._language.minutes(block.minutes))
        return (self._names.title(block), Run(f" ({' · '.join(text for text in about if text)})", grey=True))

    def _part(self, part: PartSchedule) -> Facts:
        pairs: list[tuple[str, Flow]] = []
        for slot in part.slots:
            if slot.block.cancelled:
                continue
            title: list[str | Run] = [Run(self._names.title(slot.block), grey=slot.block.phase is Phase.BREAK)]
            options = [option for option in slot.options if not option.block.cancelled]
            if options:
                text = self._language.ngettext("choice of {n}", "choice of {n}", len(options))
                title.append(Run(f" – {text.replace('{n}', str(len(options)))}", grey=True))
            elif online := self._names.online(slot.block):
                title.append(Run(f" – {online}", grey=True))
            pairs.append((self._commission.hours(slot), tuple(title)))
        return Facts(pairs=tuple(pairs))

    def _prepare(self) -> Iterator[Element]:
        _ = self._language.gettext
        blocks = list(self._commission.blocks())
        rows = [row for block in blocks for row in self._to_prepare(block)]
        bring = self._bring(blocks)
        if not rows and not bring:
            return
        yield _heading(_("Prepare and bring along"))
        if rows:
            minutes = _minutes_beforehand(blocks)
            if sum(bool(block.preparation_minutes) for block in blocks) > 1:
                total = Run(_("In all"), strong=True)
                rows.append(Row(cells=(total, "", Run(self._language.minutes(minutes), strong=True))))
            yield Table(
                columns=(Column(share=0.62), Column(share=0.38), Column()),
                rows=tuple(rows),
                header=(_("Beforehand"), _("For"), _("How long")),
            )
        if bring:
            yield Space(beats=0.5 if rows else 0.0)
            yield Paragraph(content=_("Bring along"), role=Role.LABEL, keep_with_next=True)
            yield Bullets(items=tuple(bring))

    def _to_prepare(self, block: Block) -> Iterator[Row]:
        title = Run(self._names.title(block), grey=True)
        for task in to_prepare(block, self._language):
            minutes = self._language.minutes(task.minutes) if task.minutes else ""
            yield Row(cells=(with_address(task.what, task.link), title, minutes))

    def _bring(self, blocks: list[Block]) -> list[Flow]:
        found: list[Flow] = [self._day.what_to_bring] if self._day.what_to_bring.strip() else []
        found.extend(
            (block.material_to_bring, Run(f" – {self._names.title(block)}", grey=True))
            for block in blocks
            if block.material_to_bring
        )
        return found

    def _afterwards(self) -> Iterator[Element]:
        _ = self._language.gettext
        shown = [entry for entry in entries(self._day, self._names) if is_for_participants(entry)]
        if not shown:
            return
        heading = _("What we expect afterwards")
        yield Heading(text=heading, role=Role.HEADING_3, continued=self._commission.letterhead.continued(heading))
        rows = tuple(
            Row(
                cells=(
                    Titled(title=entry.when or _("no date yet"), notes=(entry.hours,)),
                    Titled(title=entry.title, notes=(entry.series,)),
                    entry.owner,
                )
            )
            for entry in shown
        )
        columns = (Column(mm=WHEN_MM), Column(share=1), Column())
        yield Table(columns=columns, rows=rows, header=(_("When"), _("What"), _("Who")))

    def _route(self) -> Iterator[Element]:
        _ = self._language.gettext
        pairs = (
            (_("Route"), self._day.route),
            (_("Parking"), self._day.parking),
            (self._language.capitalised(_("Wi-Fi")), self._day.wifi),
        )
        filled: tuple[tuple[str, Flow], ...] = tuple((label, Prose(text=text)) for label, text in pairs if text.strip())
        if filled:
            yield Group(flows=(_heading(_("Getting there")), Facts(pairs=filled)), together=True)


def _minutes_beforehand(blocks: list[Block]) -> int:
    """Return how long it takes to prepare: all that everyone does, and of each round what takes longest (R066)."""
    longest: dict[int, int] = {}
    for block in blocks:
        if block.round is not None:
            longest[block.round] = max(longest.get(block.round, 0), block.preparation_minutes)
    return sum(block.preparation_minutes for block in blocks if block.round is None) + sum(longest.values())


def _heading(text: str) -> Heading:
    return Heading(text=text, role=Role.HEADING_3, continued="")
