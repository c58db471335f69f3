"""What all documents of a study day share: the school's look, the masthead, the foot of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studydag.export.documents import Stamp
from studydag.export.pdf.metadata import Properties
from studydag.export.pdf.page import A4, Footer, Paper, build
from studydag.export.pdf.pictures import Masthead
from studydag.export.pdf.theme import Theme
from studydag.export.pdf.typesetting import Element
from studydag.language import Language
from studydag.model.rules.schedule import PartSchedule, Schedule
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


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

    def masthead(self, schedule: Schedule, *, kicker: str = "", title: str = "", subtitle: str = "") -> Masthead:
        """Return the top of the first page: what it is and when, the title, times and places, the logo."""
        when = dates_line(schedule, self.language)
        name = self.setting.school.name
        return Masthead(
            title=title or self.title,
            kicker=" · ".join(part for part in (kicker or self.language.gettext("Study day"), when) if part),
            subtitle=subtitle or hours_line(schedule, self.language),
            logo_alternative=self.language.gettext("Logo of {school}").replace("{school}", name) if name else "Logo",
        )

    def finished(self, story: Iterable[Element], *, paper: Paper = A4, large_print: bool = False) -> bytes:
        """Return the document as a file."""
        _ = self.language.gettext
        printed = self.language.date_time(self.stamp.printed)
        logo = self.setting.logo.data if self.setting.logo is not None else b""
        return build(
            story,
            Properties(
                title=f"{self.title} – {self.kind}",
                language=self.language.tag,
                printed_at=self.stamp.printed,
                author=self.setting.school.name,
                subject=self.kind,
            ),
            Theme.of(accent=self.setting.school.accent_colour, logo=logo, large_print=large_print),
            footer=Footer(
                title=f"{self.title} · {self.kind}",
                version=self.stamp.version,
                printed=_("printed {when}").replace("{when}", printed),
                page_of=_("page {page} of {pages}"),
            ),
            paper=paper,
        )


def dates_line(schedule: Schedule, language: Language) -> str:
    """Write the dates of a day: donderdag 11 maart 2027, or from its first to its last date."""
    dates = sorted({part.part.date for part in schedule.parts if part.part.date is not None})
    if not dates:
        return ""
    return language.date(dates[0]) if len(dates) == 1 else language.date_range(dates[0], dates[-1])


def hours_line(schedule: Schedule, language: Language) -> str:
    """Write from when to when, and where: 08:30–15:00 · Aula. Of more dates only where."""
    venues = list(dict.fromkeys(part.part.venue for part in schedule.parts if part.part.venue))
    one_date = len({part.part.date for part in schedule.parts}) == 1
    hours = part_hours(schedule.parts[0], language, until=schedule.parts[-1]) if one_date else ""
    return " · ".join(part for part in (hours, ", ".join(venues)) if part)


def part_hours(part: PartSchedule, language: Language, *, until: PartSchedule | None = None) -> str:
    """Write from when to when a part lasts; a part that ends after midnight says so: 20:00–01:00 (+1)."""
    last = until or part
    start = part.start if part.first_start is None else min(part.start, part.first_start)
    return f"{language.clock(start)}–{language.clock(last.end)}"


def part_heading(part: PartSchedule, language: Language) -> str:
    """Write the heading of a part: its title, date and hours."""
    on = language.capitalised(language.date(part.part.date)) if part.part.date is not None else ""
    return " · ".join(text for text in (part.part.title, on, part_hours(part, language)) if text)
