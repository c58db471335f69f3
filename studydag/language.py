"""The languages of program and paper: translated texts, and dates and numbers as each language writes them.

A `Language` is passed, never global. English is the source and needs no catalogue. Texts need the standard library
only, so the first frame of the window can have them; Babel and the names of things come in with the first that is
asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Self

from studydag.catalogue import Catalogue
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.wording import Plural, Wording
from studydag.resources import resource

if TYPE_CHECKING:
    import datetime as dt

    from studydag.model.values.dates import DateUnit, RelativeDate
    from studydag.model.values.errors import Figure, Problem, StudyDagError

LANGUAGES: Final = tuple(DocumentLanguage)

# `en` alone would write 3/11/27 and 9:05 AM.
_LOCALES: Final = {DocumentLanguage.DUTCH: "nl_NL", DocumentLanguage.ENGLISH: "en_GB"}
_PLACEHOLDER: Final = re.compile(r"\{(\w+)(?::(\w+))?\}")
_SECOND_STOP: Final = re.compile(r"(?<=[.?!…])([’”])\.$")
# Letters that Unicode does not take apart into a base letter and an accent.
_BASE_LETTERS: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
)
_MINUTES_A_DAY: Final = 24 * 60
DATES_BY_THEMSELVES: Final = 3
"""So many dates are written one by one; more of them by the first and the last."""


@cache
def _catalogue_of(language: DocumentLanguage) -> Catalogue:
    """Return the texts of a language, which are read once."""
    if language is DocumentLanguage.ENGLISH:
        return Catalogue()
    return Catalogue(resource("locale", language, "LC_MESSAGES", "studydag.mo").read_bytes())


class Language:
    """Dutch or English. Two of the same code are equal."""

    __slots__ = ("catalogue", "code")

    def __init__(self, code: DocumentLanguage, catalogue: Catalogue) -> None:
        """Speak a language with its texts; `of` finds those."""
        self.code = code
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        """Whether it is the same language."""
        return isinstance(other, Language) and self.code is other.code

    def __hash__(self) -> int:
        """Agree with `__eq__`."""
        return hash(self.code)

    def __repr__(self) -> str:
        """Name the language."""
        return f"Language({self.code.value!r})"

    @classmethod
    def of(cls, code: str) -> Self:
        """Load the language "nl" or "en". Raises ValueError for any other code."""
        language = DocumentLanguage(code)
        return cls(language, _catalogue_of(language))

    @property
    def locale(self) -> str:
        """The name Babel knows it by: nl_NL or en_GB."""
        return _LOCALES[self.code]

    @property
    def tag(self) -> str:
        """The name documents carry: nl-NL or en-GB (BCP 47)."""
        return self.locale.replace("_", "-")

    # Texts

    def gettext(self, text: str) -> str:
        """Translate a text. The empty text stays empty (gettext would return its own header)."""
        return self.catalogue.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a counted text, in the form for `n`; its placeholders are still open."""
        return self.catalogue.ngettext(one, many, n)

    def pgettext(self, context: str, text: str) -> str:
        """Translate a text that means different things in different places."""
        return self.catalogue.pgettext(context, text) if text else ""

    def wording(self, text: Wording, figures: Mapping[str, Figure] | None = None) -> str:
        """Translate a deferred text and fill in its placeholders.

        `{name}` takes the figure of that name as it is (a fraction with the language's comma, a member of an enum by
        its name); braces inside a figure are data. `{name:percent}` writes it as `Language.percent` does, and so with
        percents (of a hundred), number, all and All (beide, Alle 3), minutes (whole minutes), clock (minutes since
        midnight), money (cents), size (bytes), date, short_date and moment (ISO text), quoted, kind and kinds (such as
        school_goal). A placeholder without a figure stays as it is written.
        """
        figures = figures or {}
        if isinstance(text, Plural):
            template = self.ngettext(text.one, text.many, _whole(figures[text.figure]))
        else:
            template = self.gettext(text)
        filled = _PLACEHOLDER.sub(lambda found: self._filled(found, figures), template)
        # A quoted sentence has its own stop already.
        return _SECOND_STOP.sub(r"\1", filled)

    def _filled(self, found: re.Match[str], figures: Mapping[str, Figure]) -> str:
        name, style = found.groups()
        if name not in figures:
            return found[0]
        figure = figures[name]
        if isinstance(figure, StrEnum):
            figure = self.member(figure)
        if style is not None:
            return _STYLES[style](self, figure)
        return self.number(figure) if isinstance(figure, float) else str(figure)

    def error(self, error: StudyDagError) -> str:
        """Say a known error in this language; what is wrong with each field is left to `problem`."""
        return self.wording(error.text, error.figures)

    def problem(self, problem: Problem) -> str:
        """Say what is wrong with a field, without the field's name (see `labels.problem_line`)."""
        return self.wording(problem.text, problem.figures)

    def kind(self, kind: str, n: int = 1) -> str:
        """Return the name of a kind of thing, in the form for `n`: "blok", "blokken". An unknown kind stays itself."""
        from studydag.model.values.kinds import KINDS

        name = KINDS.get(kind)
        return kind.replace("_", " ") if name is None else self.ngettext(name.one, name.many, n)

    def country(self, code: str) -> str:
        """Name a country by its two letters; one that isn't known keeps them."""
        from babel import Locale

        return str(Locale.parse(self.locale).territories.get(code, code))

    def member(self, member: StrEnum) -> str:
        """Return the name of a member of an enum: `Phase.BREAK` is "pauze"."""
        # Not above: it brings in every class of values, which the first frame of the window doesn't need.
        from studydag.model.values.members import MEMBERS

        return self.gettext(MEMBERS[type(member)][member])

    # Dates and times

    def date(self, day: dt.date) -> str:
        """Write a date in full: donderdag 11 maart 2027."""
        return self._date(day, "EEEE d MMMM y")

    def short_date(self, day: dt.date) -> str:
        """Write a date for a list or a table: do 11 mrt 2027."""
        return self._date(day, "EEE d MMM y")

    def date_without_weekday(self, day: dt.date) -> str:
        """Write a date within a sentence: 11 maart 2027."""
        return self._date(day, "d MMMM y")

    def day_and_month(self, day: dt.date) -> str:
        """Write a date whose year is plain from its surroundings: do 11 mrt."""
        return self._date(day, "EEE d MMM")

    def month(self, day: dt.date) -> str:
        """Write the month of a date: maart 2027."""
        return self._date(day, "MMMM y")

    def short_month(self, day: dt.date) -> str:
        """Write the month of a date where there is little room, without its year: mrt."""
        return self._date(day, "MMM")

    def weekday(self, day: dt.date) -> str:
        """Write the day of the week of a date: donderdag."""
        return self._date(day, "EEEE")

    def date_range(self, first: dt.date, last: dt.date) -> str:
        """Write a stretch of days, its ends included: 11–12 maart 2027, 30 maart – 2 april 2027."""
        end = self.date_without_weekday(last)
        if first == last:
            return end
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{end}"
        return f"{self._date(first, 'd MMMM' if first.year == last.year else 'd MMMM y')} – {end}"

    def dates(self, dates: Collection[dt.date]) -> str:
        """Write one or more dates: one in full, some each by itself, many from the first till the last."""
        found = sorted(set(dates))
        if len(found) == 1:
            return self.date(found[0])
        if len(found) <= DATES_BY_THEMSELVES:
            return self.list([self.short_date(each) for each in found])
        return self.date_range(found[0], found[-1])

    def days(self, dates: Collection[dt.date]) -> str:
        """Write the dates of one event: 11–12 maart 2027 where they follow each other, else 11 en 14 maart 2027."""
        found = sorted(set(dates))
        if len(found) == 1:
            return self.date(found[0])
        follow = (found[-1] - found[0]).days == len(found) - 1
        if follow or len(found) > DATES_BY_THEMSELVES:
            return self.date_range(found[0], found[-1])
        months = {(each.year, each.month) for each in found}
        years = {each.year for each in found}
        pattern = "d" if len(months) == 1 else "d MMMM" if len(years) == 1 else "d MMMM y"
        *before, last = found
        return self.list([*(self._date(each, pattern) for each in before), self.date_without_weekday(last)])

    def school_year(self, first_year: int) -> str:
        """Write the school year that begins in `first_year`: 2026–2027."""
        return f"{first_year}–{first_year + 1}"

    def date_time(self, moment: dt.datetime) -> str:
        """Write a date with its clock time: 11 maart 2027, 14:05."""
        return f"{self.date_without_weekday(moment)}, {self.time(moment.time())}"

    def time(self, moment: dt.time) -> str:
        """Write a clock time on 24 hours: 08:30."""
        return f"{moment:%H:%M}"

    def clock(self, minutes: int, day_offset: int = 0) -> str:
        """Write minutes since midnight as a clock time: 08:30, and on a later date than the part's: 00:30 (+1)."""
        days, minutes = divmod(minutes, _MINUTES_A_DAY)
        days += day_offset
        written = f"{minutes // 60:02d}:{minutes % 60:02d}"
        return f"{written} ({days:+d})" if days else written

    def relative_date(self, relative: RelativeDate) -> str:
        """Write a date that counts from the study day: 6 weken na de dag."""
        if relative.n == 0:
            return self.gettext("on the day itself")
        n = abs(relative.n)
        template = self.gettext("{span} before the day") if relative.n < 0 else self.gettext("{span} after the day")
        return template.replace("{span}", self._span(n, relative.unit))

    def _span(self, n: int, unit: DateUnit) -> str:
        from studydag.model.values.dates import DateUnit

        templates = {
            DateUnit.DAYS: self.ngettext("{n} day", "{n} days", n),
            DateUnit.WEEKS: self.ngettext("{n} week", "{n} weeks", n),
            DateUnit.MONTHS: self.ngettext("{n} month", "{n} months", n),
        }
        return templates[unit].replace("{n}", str(n))

    def _date(self, day: dt.date, pattern: str) -> str:
        return _written_date(day, pattern, self.locale)

    # Numbers

    def minutes(self, minutes: int) -> str:
        """Write a duration, which never breaks over two lines: 45 min, 1 u, 1 u 05, 4 u 50."""
        if minutes < 0:
            return f"−{self.minutes(-minutes)}"
        hours, rest = divmod(minutes, 60)
        if not hours:
            written = self.gettext("{minutes} min").replace("{minutes}", str(rest))
        else:
            whole = self.gettext("{hours} h").replace("{hours}", str(hours))
            written = f"{whole} {rest:02d}" if rest else whole
        return written.replace(" ", "\u00a0")

    def spelled_minutes(self, minutes: int) -> str:
        """Write a duration in words, for what is read as a text: 45 minuten, 5 uur, 4 uur en 50 minuten."""
        hours, rest = divmod(minutes, 60)
        parts = [self.ngettext("{n} hour", "{n} hours", hours).replace("{n}", str(hours))] if hours else []
        if rest or not hours:
            parts.append(self.ngettext("{n} minute", "{n} minutes", rest).replace("{n}", str(rest)))
        return self.list([part.replace(" ", "\u00a0") for part in parts])

    def number(self, value: float, decimals: int | None = None) -> str:
        """Write a number: 1.850 and 2,9; with `decimals` exactly so many, else at most two."""
        from babel.numbers import format_decimal

        places = "##" if decimals is None else "0" * decimals
        return format_decimal(value, f"#,##0.{places}" if places else "#,##0", locale=self.locale)

    def measured(self, value: float, unit: str) -> str:
        """Write a number with its unit, on one line: 2,9 op 5, and 36% van de lessen."""
        number = self.number(value)
        return f"{number}{unit}" if unit.startswith("%") else f"{number}\u00a0{unit}".rstrip()

    def percent(self, share: float) -> str:
        """Write a share of one in whole percents: 0.46 as 46%."""
        from babel.numbers import format_percent

        return format_percent(share, locale=self.locale)

    def money(self, cents: int) -> str:
        """Write euro cents: € 1.850,00 (with a no-break space), €1,850.00."""
        from decimal import Decimal

        from babel.numbers import format_currency

        return format_currency(Decimal(cents) / 100, "EUR", locale=self.locale)

    def file_size(self, size: int) -> str:
        """Write a number of bytes: 812 bytes, 45 kB, 1,3 MB."""
        if size < 1000:
            return self.ngettext("{n} byte", "{n} bytes", size).replace("{n}", str(size))
        for unit, worth in (("kB", 1e3), ("MB", 1e6), ("GB", 1e9)):
            if size < worth * 999.5 or unit == "GB":
                break
        amount = size / worth
        return f"{self.number(amount, 0 if amount >= 9.95 or unit == 'kB' else 1)} {unit}"

    # Words together

    def list(self, items: Sequence[str]) -> str:
        """Write several things as one: a, b en c."""
        from babel.lists import format_list

        return format_list(items, locale=self.locale)

    def quoted(self, text: str) -> str:
        """Put a text between this language's quotation marks: ‘Formatief handelen’."""
        return f"“{text}”" if "‘" in text or "’" in text else f"‘{text}’"

    def capitalised(self, text: str) -> str:
        """Begin a text with a capital, in Dutch also where it begins with ij: IJskoud."""
        if self.code is DocumentLanguage.DUTCH and text[:2] == "ij":
            return f"IJ{text[2:]}"
        return f"{text[:1].upper()}{text[1:]}"

    def sort_key(self, text: str) -> tuple[str, str]:
        """Return what to sort by, as people look things up: Ana, Änne, Ben; lokaal 2 before lokaal 10."""
        letters = unicodedata.normalize("NFKD", text.casefold()).translate(_BASE_LETTERS)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        return re.sub(r"[0-9]+", lambda found: found[0].zfill(12), plain.strip()), text


@lru_cache(maxsize=1024)
def _written_date(day: dt.date, pattern: str, locale: str) -> str:
    # A page has the same dates again at each edit, and Babel reads its pattern anew for each.
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale)


def _whole(figure: Figure) -> int:
    return int(figure)


def _day(text: str) -> dt.date:
    # Not above: the first frame of the window has no date in it.
    import datetime as dt

    return dt.date.fromisoformat(text)


def _moment(language: Language, text: str) -> str:
    """Write a date with a time: do 11 mrt 2027 08:30. What is none stays as it is."""
    import datetime as dt

    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{language.short_date(moment.date())} {language.time(moment.time())}"


def _all(language: Language, number: int) -> str:
    """Write how many there are where it is all of them: beide, alle 3."""
    _ = language.gettext
    return _("both") if number == 2 else _("all {n}").replace("{n}", str(number))


_STYLES: Final[Mapping[str, Callable[[Language, Figure], str]]] = {
    "number": lambda language, figure: language.number(float(figure)),
    "percent": lambda language, figure: language.percent(float(figure)),
    "percents": lambda language, figure: language.percent(float(figure) / 100),
    "minutes": lambda language, figure: language.minutes(_whole(figure)),
    "clock": lambda language, figure: language.clock(_whole(figure)),
    "money": lambda language, figure: language.money(_whole(figure)),
    "size": lambda language, figure: language.file_size(_whole(figure)),
    "date": lambda language, figure: language.date(_day(str(figure))),
    "short_date": lambda language, figure: language.short_date(_day(str(figure))),
    "moment": lambda language, figure: _moment(language, str(figure)),
    "all": lambda language, figure: _all(language, _whole(figure)),
    "All": lambda language, figure: language.capitalised(_all(language, _whole(figure))),
    "quoted": lambda language, figure: language.quoted(str(figure)),
    "kind": lambda language, figure: language.kind(str(figure)),
    "kinds": lambda language, figure: language.kind(str(figure), 2),
}
