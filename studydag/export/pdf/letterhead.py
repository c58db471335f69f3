"""What all documents of a study day share: the school's look, the masthead, the foot of the page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from studydag.export.asked import Stamp
from studydag.export.typeset.flowables import Paragraph
from studydag.export.typeset.metadata import Properties
from studydag.export.typeset.page import A4, Footer, Paper, build
from studydag.export.typeset.pictures import Masthead
from studydag.export.typeset.tables import Cell, Row
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Theme
from studydag.export.typeset.typesetting import Element
from studydag.language import Language
from studydag.model.rules.time.schedule import PartSchedule
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_LONGEST_RESUMED: Final = 56


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The look of a document of a study day: `kind` is its translated title, such as Participant programme."""

    day: StudyDay
    setting: Setting
    language: Language
    stamp: Stamp
    kind: str

    @property
    def title(self) -> str:
        """The title of the day, or what stands in for one."""
        return self.day.title or self.language.gettext("Study day")

    @property
    def logo_alternative(self) -> str:
        """What is read out for the logo: whose it is."""
        name = self.setting.school.name
        return self.language.gettext("Logo of {school}").replace("{school}", name) if name else "Logo"

    def masthead(
        self, parts: Sequence[PartSchedule], *, kicker: str = "", title: str = "", subtitle: str = ""
    ) -> Masthead:
        """Return the top of the first page: what it is and when, the title, times and places, the logo.

        Without a logo the school is named. On the next pages the date stands in the running header, where it is one.
        """
        name = self.setting.school.name
        when = dates_line(parts, self.language)
        school = "" if self.setting.logo is not None else name
        what = (school, kicker or self.language.gettext("Study day"), when)
        return Masthead(
            title=title or self.title,
            kicker=" · ".join(text for text in what if text),
            subtitle=subtitle or hours_line(parts, self.language),
            logo_alternative=self.logo_alternative,
            continued=self.continued(title or self.language.capitalised(when)),
        )

    def continued(self, heading: str) -> str:
        """Write what the running header says on the pages on which something goes on."""
        return self.language.gettext("{heading} (continued)").replace("{heading}", heading) if heading else ""

    def resumed(self, title: str) -> str:
        """Write the title of what goes on in a table on the next page: a long one as far as it says which."""
        short = textwrap.shorten(title, _LONGEST_RESUMED, placeholder="…").replace(" ·…", "…")
        return self.continued(short if len(short) > 1 else f"{title[: _LONGEST_RESUMED - 1]}…")

    def nothing(self, text: str) -> Paragraph:
        """Return what a document says that has nothing to tell yet, and let whoever asked for it know."""
        self.stamp.proof.nothing = text
        return Paragraph(content=text)

    def group_row(self, name: str, columns: int) -> Row:
        """Return the row that names a group of the rows of a table, on each page that they reach."""
        head = Cell(flow=Run(name, strong=True), columns=columns)
        again = Cell(flow=Run(self.continued(name), strong=True), columns=columns)
        return Row(cells=(head,), heads=True, resume=(again,))

    def finished(self, story: Iterable[Element], *, paper: Paper = A4, large_print: bool = False) -> bytes:
        """Return the document as a file."""
        _ = self.language.gettext
        printed = self.language.date_without_weekday(self.stamp.printed)
        version = self.stamp.version
        logo = self.setting.logo.data if self.setting.logo is not None else b""
        return build(
            story,
            Properties(
                title=f"{self.title} – {self.kind}",
                language=self.language.tag,
                printed_at=self.stamp.printed,
                author=self.setting.school.name,
                subject=self.kind,
                one_side=self.stamp.one_side,
                true_size=self.stamp.true_size,
            ),
            Theme.of(accent=self.setting.school.accent_colour, logo=logo, large_print=large_print),
            footer=Footer(
                title=self.title,
                kind=self.kind,
                version=_("version {version}").replace("{version}", version) if version else "",
                printed=_("printed {when}").replace("{when}", printed),
                page_of=_("page {page} of {pages}"),
            ),
            paper=paper,
            proof=self.stamp.proof,
        )


def dates_line(parts: Sequence[PartSchedule], language: Language) -> str:
    """Write the dates of a day: donderdag 11 maart 2027, 11–12 maart 2027, or 11 en 14 maart 2027."""
    dates = {part.part.date for part in parts if part.part.date is not None}
    return language.days(dates) if dates else ""


def hours_line(parts: Sequence[PartSchedule], language: Language) -> str:
    """Write from when to when, and where: 08:30–15:00 · Aula. Of more dates only where."""
    dates = {part.part.date for part in parts}
    one_date = len(parts) == 1 or (len(dates) == 1 and None not in dates)
    hours = part_hours(parts, language) if one_date else ""
    # A place has commas of its own: Hoofdlocatie, Kerkstraat 4.
    return " · ".join(text for text in (hours, *venues(parts)) if text)


def venues(parts: Sequence[PartSchedule]) -> list[str]:
    """Return where the parts take place, each place once."""
    return list(dict.fromkeys(part.part.venue for part in parts if part.part.venue))


def part_hours(parts: Sequence[PartSchedule], language: Language) -> str:
    """Write from when to when parts of one date last, with what comes before and runs over: 20:00–01:00 (+1)."""
    starts = [start for part in parts for start in (part.start, part.first_start) if start is not None]
    ends = [end for part in parts for end in (part.end, part.last_end) if end is not None]
    return f"{language.clock(min(starts))}–{language.clock(max(ends))}"


def part_heading(part: PartSchedule, language: Language) -> str:
    """Write the heading of a part: its title, date and hours."""
    on = language.date(part.part.date) if part.part.date is not None else ""
    heading = " · ".join(text for text in (part.part.title, on, part_hours([part], language)) if text)
    return heading if part.part.title else language.capitalised(heading)
