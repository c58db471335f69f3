"""What stood before a design: who prepared it, what must be learnt and what shows it, cases, what all will notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from studydag.export.need_words import importance_of, shown_by
from studydag.export.pdf.commission import Commission
from studydag.export.typeset.flowables import Facts, Paragraph, Prose, Titled
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.labels.titles import title_of
from studydag.model.rules.calendar.dates import first_date
from studydag.model.values.goals import Impact, ImpactRow, Need
from studydag.model.values.study_day import StudyDay


class Beforehand:
    """Chapters of the justification and of the pack to share; `numbers` writes the numbers of goals."""

    def __init__(self, commission: Commission, day: StudyDay, numbers: Callable[[Iterable[int]], str]) -> None:
        """Tell of `day`, from which what is confidential has been left out."""
        self._commission = commission
        self._day = day
        self._numbers = numbers
        self._language = commission.language
        self._names = commission.names

    def vision(self) -> Iterator[tuple[str, Flow]]:
        """Give the vision of the school, to stand above the day's own question (R013)."""
        vision = self._commission.setting.school.vision
        if vision.strip():
            yield self._language.gettext("Vision of the school"), Prose(text=vision)

    def preparation(self) -> Iterator[Element]:
        """Yield who prepared the day, how staff were asked, and on which day it builds (R074, R075)."""
        _, day = self._language.gettext, self._day
        members = [(self._names.person(each.person), each.role) for each in day.preparation]
        told = [f"{name} ({role})" if role else name for name, role in members if name]
        asked = Prose(text=day.input_asked) if day.input_asked.strip() else ""
        pairs: list[tuple[str, Flow]] = [
            (_("Prepared by"), self._language.list(told) if told else ""),
            (_("How staff were asked"), asked),
            (_("Builds on"), self._earlier()),
        ]
        filled = tuple((label, flow) for label, flow in pairs if flow)
        if filled:
            yield self._commission.section(_("How the day came about"))
            yield Facts(pairs=filled)

    def _earlier(self) -> str:
        earlier = self._commission.setting.earlier_day
        if earlier is None:
            return ""
        on = first_date(earlier)
        dated = self._language.short_date(on) if on is not None else ""
        return " · ".join(text for text in (title_of(earlier, self._language), dated) if text)

    # -- needs and cases

    def needs(self, left_out: int) -> Iterator[Element]:
        """Yield what the team must learn, with what shows it, and how many needs are left out."""
        _ = self._language.gettext
        if self._day.needs or left_out:
            yield self._commission.section(_("What must be learned, and what shows it"))
        if left_out:
            text = self._language.ngettext(
                "{n} confidential source is left out.", "{n} confidential sources are left out.", left_out
            )
            yield Paragraph(
                content=text.replace("{n}", str(left_out)), role=Role.NOTE, keep_with_next=bool(self._day.needs)
            )
        if self._day.needs:
            yield Table(
                columns=(Column(share=0.42), Column(share=0.44), Column()),
                rows=tuple(self._need(need) for need in self._day.needs),
                header=(_("Need"), _("What shows it"), _("Goal")),
            )

    def _need(self, need: Need) -> Row:
        language = self._language
        source = language.capitalised(language.member(need.source))
        goals = [goal.id for goal in self._day.goals if need.id in goal.needs]
        return Row(
            cells=(
                Titled(title=need.statement, notes=tuple(self._about(need))),
                Titled(title=source, notes=(*shown_by(need, language), self._strength(need))),
                self._numbers(goals),
            )
        )

    def _about(self, need: Need) -> Iterator[str]:
        level = self._language.member(need.level)
        yield " · ".join(text for text in (level, self._names.group(need.group)) if text)
        school = {each.id: each.title for each in self._commission.setting.school_goals}
        serves = [school[each] for each in need.school_goals if each in school]
        if serves:
            yield self._language.gettext("for the school goal {names}").replace("{names}", self._language.list(serves))
        yield importance_of(need, self._language)

    def _strength(self, need: Need) -> str:
        """Say how strong the evidence is, from 1 to 4, where it is more than an anecdote (R032)."""
        text = self._language.gettext("strength of evidence: {n} of 4")
        return text.replace("{n}", str(need.strength)) if need.strength > 1 else ""

    def cases(self) -> Iterator[Element]:
        """Yield the cases and questions of staff, those that no block uses as well (R020)."""
        _ = self._language.gettext
        if not self._day.cases:
            return
        blocks = {block.id: self._names.title(block) for block in self._day.blocks}
        nowhere = Run(_("not used"), grey=True)
        yield self._commission.section(_("Cases and questions of staff"))
        yield Table(
            columns=(Column(share=0.6), Column(share=0.4)),
            rows=tuple(
                Row(cells=(Titled(title=each.text, notes=(each.asked_by,)), blocks.get(each.block or 0, nowhere)))
                for each in self._day.cases
            ),
            header=(_("Case"), _("Used in")),
        )

    # -- what all will notice

    def impact(self) -> Iterator[Element]:
        """Yield what professionals, pupils, the school and the field will notice, in that order (R023-R026)."""
        _ = self._language.gettext
        told = {each.row: each for each in self._day.impacts if each.expected_effect.strip() or each.indicator.strip()}
        if not told:
            return
        yield self._commission.section(_("What they will notice"))
        yield Table(
            columns=(Column(), Column(share=0.6), Column(share=0.4)),
            rows=tuple(self._noticed(row, told.get(row)) for row in ImpactRow),
            header=(_("For whom"), _("Expected effect"), _("What shows it")),
        )

    def _noticed(self, row: ImpactRow, impact: Impact | None) -> Row:
        who = self._language.capitalised(self._language.member(row))
        if impact is None:
            return Row(cells=(who, Run(self._language.gettext("nothing yet"), grey=True)))
        return Row(cells=(who, impact.expected_effect, impact.indicator))

    def shared_with(self) -> Iterator[Element]:
        """Yield who outside the school gets what (R026)."""
        _ = self._language.gettext
        told = tuple((each.who, Prose(text=each.what)) for each in self._day.share_list if each.who and each.what)
        if told:
            yield self._commission.section(_("Who outside gets what"))
            yield Facts(pairs=told)
