"""What is in the library: its study days, and where words stand in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import JSON, Command, Exit, Word
from studydag.cli.call import Call
from studydag.cli.output import one_line, readable, table
from studydag.language import Language
from studydag.model.values.wording import N_

if TYPE_CHECKING:
    from studydag.model.store.first_list import DayLine
    from studydag.model.store.library import Library
    from studydag.model.store.search import Hit


def _days(call: Call) -> int:
    with call.look() as library:
        show_days(call, library)
    return Exit.DONE


def show_days(call: Call, library: Library, only: Container[int] | None = None) -> None:
    """List the study days of a library, or only those with these numbers."""
    from studydag.model.store.first_list import day_lines

    days = [day for day in day_lines(library.path) if only is None or day.id in only]
    if call.has(JSON):
        call.out.json([_as_json(day) for day in days])
        return
    if not days:
        call.out.line(call.language.gettext("There are no study days in this library yet."))
        return
    for line in _day_table(days, call.language):
        call.out.line(line)


def _as_json(day: DayLine) -> dict[str, object]:
    return {
        "id": day.id,
        "uid": day.uid,
        "title": day.title,
        "dates": [date.isoformat() for date in day.dates],
        "status": day.status.value,
    }


def _day_table(days: Sequence[DayLine], language: Language) -> list[str]:

    rows = []
    for day in days:
        dates = dates_in_short(day.dates, language)
        rows.append((str(day.id).rjust(4), dates, language.member(day.status), one_line(day.uid), one_line(day.title)))
    return table(rows)


def dates_in_short(dates: Sequence[dt.date], language: Language) -> str:
    """Write the dates of a study day: do 11 mrt 2027, do 18 mrt 2027."""
    return ", ".join(language.short_date(date) for date in dates) or language.gettext("no date yet")


def _search(call: Call) -> int:
    from studydag.model.operations.searching import find

    with call.look() as library:
        hits = _in_language(find(library, readable(" ".join(call.words))), library, call.language)
        if call.has(JSON):
            call.out.json([asdict(hit) for hit in hits])
            return Exit.DONE
        _show_hits(call, library, hits)
    return Exit.DONE


def _in_language(hits: Sequence[Hit], library: Library, language: Language) -> list[Hit]:
    from studydag.labels.titles import bilingual_titles
    from studydag.model.operations.setting import read_setting
    from studydag.model.values.study_day import StudyDay

    titles = bilingual_titles(read_setting(library, StudyDay()), language)
    return [replace(hit, title=titles.get((hit.kind, hit.id), hit.title)) for hit in hits]


def _show_hits(call: Call, library: Library, hits: Sequence[Hit]) -> None:
    from studydag.model.store.first_list import day_lines

    language = call.language
    if not hits:
        call.out.line(language.gettext("Nothing found."))
        return
    titles = {day.id: one_line(day.title) for day in day_lines(library.path)}
    # Best first; what belongs to no day, such as a working format, comes after the days.
    for day in sorted(dict.fromkeys(hit.day for hit in hits), key=lambda day: day is None):
        call.out.line(language.gettext("School") if day is None else f"{day}  {titles.get(day, '')}")
        for hit in hits:
            if hit.day == day:
                for line in _hit_lines(hit, language.kind(hit.kind)):
                    call.out.line(line)


def _hit_lines(hit: Hit, kind: str) -> list[str]:
    """Return a thing with its title, and below it where the words stand, unless that is the title."""
    snippet = one_line(hit.snippet)
    title = one_line(hit.title)
    lines = [f"    {kind} {hit.id}: {title}"]
    if snippet.replace("[", "").replace("]", "") != title.replace("[", "").replace("]", ""):
        lines.append(f"        {snippet}")
    return lines


DAYS: Final = Command(
    name="days",
    help=N_("list the study days: number, dates, status, uid and title"),
    run=_days,
    options=(JSON,),
)
SEARCH: Final = Command(
    name="search",
    help=N_("find words in all study days"),
    run=_search,
    words=(Word(name="WORDS", help=N_("words, or how they begin; all have to be there"), at_most=None),),
    options=(JSON,),
)
