"""Times with nothing beside them, as pages copied line by line have them: said twice, in two lines, or below titles."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section, is_sentence, offers_parallel
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.cards import are_cards
from studydag.model.exchange.importing.texts.timed_rows import Timed, timed
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import is_break, tells_a_phase

_LASTS: Final = re.compile(
    r"(?:(?:duration|duur|tijdsduur|dauer|length|lengte)\s*:?\s*)?"
    r"(?P<minutes>\d{1,3} ?(?:min(?:ute[ns]?|uten|uut|s)?\b\.?|['’\u2032])"
    r"|\d(?:[.,]5)? ?(?:hours?|h|std\.?|stunden?|uren)\b)",
    re.IGNORECASE,
)
# What one clicks on below a card.
_BUTTON: Final = re.compile(
    r"aanmelden|inschrijven|schrijf je in|meld je aan|(?:zur )?anmeldung|anmelden|register(?: now)?|sign up"
    r"|book(?: now)?|(?:meer|more|mehr) info\w*|lees (?:meer|verder)|read more"
    r"|mehr erfahren|weiterlesen|delen|share|teilen|download"
    r"|add to (?:my )?(?:calendar|agenda|schedule)|zum kalender hinzufügen"
    r"|(?:toevoegen|zet) (?:aan|in) (?:mijn |je )?(?:agenda|kalender)",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"(?:opening |closing |featured |invited )?(?:workshop|panel|talk|keynote|lecture|presentation|seminar|symposium"
    r"|discussion|demo|tutorial|masterclass|lezing|presentatie|deelsessie|keuzesessie|vortrag|impuls|podium|panelgesprek|breakout"
    r"|interactive session)(?: session)?",
    re.IGNORECASE,
)
_ROOM: Final = "Room"
_PICTURES: Final = dict.fromkeys("\U0001f4cd\U0001f4cc\U0001f3e0\U0001f3eb\U0001f6aa", _ROOM) | dict.fromkeys(
    "\U0001f464\U0001f465\U0001f3a4\U0001f5e3\U0001f9d1\U0001f469\U0001f468", "Speaker"
)
_PICTURE: Final = re.compile(rf"([{''.join(_PICTURES)}])[\ufe0f\u200d]*\s+(?=\S)")
_WHEN: Final = re.compile(r"(?:tijd(?:stip)?|time|when|uhrzeit|zeit|wann|wanneer|uur)\s*:\s+(?=\d)", re.IGNORECASE)
_LONGEST, _LONGEST_TITLE, _LONGEST_DURATION, _LONGEST_LABELLED = 40, 160, 30, 50
_FEWEST, _FEWEST_BELOW = 2, 3
_FURTHEST: Final = 6
_MOST_OF: Final = 0.75
_ONE_DAY: Final = 24 * 60


def with_times_alone(rows: Sequence[Row]) -> list[Row]:
    """Bring each time that stands alone on one line, and put it before its title where it stands below that."""
    rows = _without_labels(_with_words_for_pictures(rows))
    alone = _alone(rows)
    if len(alone) < _FEWEST:
        return list(rows)
    rows = _in_one_line(rows, alone)
    rows = _with_ranges_from_below(rows, _alone(rows))
    rows = _before_titles(rows, _alone(rows))
    rows = _before_titles_among_others(rows, _alone(rows))
    return _with_kinds(rows, _alone(rows))


def _with_words_for_pictures(rows: Sequence[Row]) -> Sequence[Row]:
    """Read a pin before a place and a head before a name as labels, where several lines have one."""
    found = {
        place: (picture.end(), _PICTURES[picture[1]])
        for place, row in enumerate(rows)
        if not row.table and (picture := _PICTURE.match(row.cells[0])) and _could_be_labelled(row.cells[0], picture)
    }
    if len(found) < _FEWEST:
        return rows
    return [
        replace(row, cells=(f"{found[place][1]}: {row.cells[0][found[place][0] :]}", *row.cells[1:]))
        if place in found
        else row
        for place, row in enumerate(rows)
    ]


def _could_be_labelled(text: str, picture: re.Match[str]) -> bool:
    """Whether behind a head somebody can stand; `🎤 Opening` is a title."""
    rest = text[picture.end() :]
    if _PICTURES[picture[1]] == _ROOM:
        return True
    could_be_people = max(people_in(rest).sureness, speaker_of(rest).sureness) > Sureness.NO
    return could_be_people and not (tells_a_phase(rest) or offers_parallel(rest))


def _without_labels(rows: Sequence[Row]) -> Sequence[Row]:
    """Take the label off times where several have one, and put those right below a title before that.

    `Rekenen` above `Tijd: 14.00 - 15.00 uur`.
    """
    found = {
        place: label.end()
        for place, row in enumerate(rows)
        if place and not row.table and (label := _WHEN.match(row.cells[0])) and len(row.text) <= _LONGEST_LABELLED
    }
    titles = {place - 1 for place in found if _is_title(rows[place - 1], Counter())}
    if len(found) < _FEWEST or len(titles) < _MOST_OF * len(found) or are_cards(rows):
        return rows
    bare = [
        replace(row, cells=(row.cells[0][found[place] :], *row.cells[1:])) if place in found else row
        for place, row in enumerate(rows)
    ]
    return [
        _led_by_time(row, bare[place + 1]) if place in titles else row
        for place, row in enumerate(bare)
        if place - 1 not in titles
    ]


def _alone(rows: Sequence[Row]) -> dict[int, Timed]:
    """Return the times with nothing beside them, by the place of their row."""
    return {
        place: found
        for place, row in enumerate(rows)
        if len(row.text) <= _LONGEST
        and not (row.table or row.bullet)
        and any(map(str.isdigit, row.text))
        and (found := timed(row, None)) is not None
        and found.date is None
        and found.time.start is not None
        and not any(found.rest)
    }


def _in_one_line(rows: Sequence[Row], alone: Mapping[int, Timed]) -> list[Row]:
    """Join `9:30` and `9:30`, `9:30` and `45 min`, and, where it is usual, `9:30` and `10:15` below each other."""
    ends = _ends(alone)
    made: list[Row] = []
    said: Timed | None = None
    for place, row in enumerate(rows):
        found = alone.get(place)
        lasts = _LASTS.fullmatch(row.text) if said is not None and len(row.text) <= _LONGEST_DURATION else None
        if said is not None and found is not None and found.time.start == said.time.start:
            cells = made[-1].cells if said.time.end else row.cells
            made[-1] = replace(made[-1], **text_of_both(made[-1], row), cells=cells)
            said = said if said.time.end else found
        elif said is not None and place in ends:
            made[-1] = _ranged(made[-1], row, made[-1].cells[0], row.cells[0])
            said = None
        elif said is not None and lasts is not None and not row.table:
            end = _end(said, lasts["minutes"])
            made[-1] = _ranged(made[-1], row, made[-1].cells[0], end)
            said = None
        else:
            made.append(row)
            said = found
    return made


def _ends(alone: Mapping[int, Timed]) -> frozenset[int]:
    """Return the places of times that are the ends of those right above them, where several stand so."""
    found = [
        later
        for place, later in pairwise(alone)
        if later == place + 1 and _could_end(alone[place], alone[later]) and place - 1 not in alone
    ]
    return frozenset(found) if len(found) >= _FEWEST_BELOW and 3 * len(found) >= len(alone) else frozenset()


def _could_end(first: Timed, last: Timed) -> bool:
    start, end = first.time.start, last.time.start
    return start is not None and end is not None and start < end and first.time.end is last.time.end is None


def _end(said: Timed, lasting: str) -> str:
    """Return when what begins at a time ends; empty where that is said, or on the next day."""
    minutes = read_minutes(lasting)
    if said.time.start is None or said.time.end is not None or minutes is None:
        return ""
    end = said.time.start.hour * 60 + said.time.start.minute + minutes
    return f"{dt.time(*divmod(end, 60)):%H:%M}" if end < _ONE_DAY else ""


def _ranged(row: Row, below: Row, start: str, end: str) -> Row:
    return replace(row, **text_of_both(row, below), cells=(f"{start} - {end}",) if end else row.cells)


def _with_ranges_from_below(rows: list[Row], alone: Mapping[int, Timed]) -> list[Row]:
    """Give a start the range that comes below its title: `10:00`, `Rekenen`, `Anna Bos`, `10:00 - 10:30`, `Zaal 3`."""
    ranges = {later: first for first, later in pairwise(alone) if _goes_on(alone[first], alone[later], later - first)}
    told = sum(_is_last_of_a_block(rows, later, alone) for later in ranges)
    if len(ranges) < _FEWEST or 2 * len(ranges) < _MOST_OF * len(alone) or told < _MOST_OF * len(ranges):
        return rows
    made: list[Row] = []
    places: dict[int, int] = {}
    for place, row in enumerate(rows):
        if place not in ranges:
            places[place] = len(made)
            made.append(row)
            continue
        start = places[ranges[place]]
        made[start] = replace(made[start], **text_of_both(made[start], row), cells=row.cells)
    return made


def _goes_on(first: Timed, later: Timed, lines: int) -> bool:
    """Whether a range has the start of the time so many lines above it, and a title stands between."""
    is_again = first.time.start == later.time.start and first.time.end is None and later.time.end is not None
    return is_again and 1 < lines <= _FURTHEST


def _is_last_of_a_block(rows: Sequence[Row], place: int, alone: Mapping[int, Timed]) -> bool:
    """Whether behind a range stands only where it is, so that it can't be that of a title below it."""
    following = rows[place + 1] if place + 1 < len(rows) else None
    return following is None or place + 1 in alone or room_sureness(following.text) >= Sureness.LIKELY


def _before_titles(rows: list[Row], alone: Mapping[int, Timed]) -> list[Row]:
    """Put each time before its title where cards have theirs last: `Rekenen`, `Anna Bos`, `9:00 - 10:00`, `Zaal 3`."""
    if len(alone) < _FEWEST_BELOW:
        return rows
    often = Counter(row.text.casefold() for place, row in enumerate(rows) if place not in alone)
    titles = {place: _title_above(rows, place, alone, often) for place in alone}
    known = [title for title in titles.values() if title is not None]
    told = [place for place in alone if place + 1 == len(rows) or _says_more(rows[place + 1], often)]
    last = max(alone)
    has_more = any(_is_title(row, often) for row in rows[last + 1 :])
    are_told = len(told) >= _MOST_OF * len(alone) or _end_without_a_title(rows, alone, titles)
    if not are_told or len(known) < _MOST_OF * len(alone) or has_more or titles[min(alone)] is None:
        return rows
    times = {title: place for place, title in titles.items() if title is not None}
    gone = set(times.values())
    return [
        _led_by_time(row, rows[times[place]]) if place in times else row
        for place, row in enumerate(rows)
        if place not in gone
    ]


def _before_titles_among_others(rows: list[Row], alone: Mapping[int, Timed]) -> list[Row]:
    """Put times before the titles above them where all others have theirs in front: `Lunch`, `12:30-13:30`, `Middag`.

    The line above the first has no other time then, and below the last stands a list.
    """
    if len(alone) < _FEWEST or min(alone) < _FEWEST or any(found.time.end is None for found in alone.values()):
        return rows
    first, last = min(alone), max(alone)
    in_turn = list(alone) == list(range(first, last + 1, 2))
    titles = [rows[place - 1] for place in alone]
    are_titles = all(_is_title(row, Counter()) or is_section(row.text) for row in titles)
    before, below = rows[first - 2], rows[last + 1] if last + 1 < len(rows) else None
    is_other = bool(before.bullet) or timed(before, None) is not None
    is_above_a_list = below is not None and bool(below.bullet)
    are_plain = not any(row.bullet or row.table or len(row.filled) > 1 for row in titles)
    if not (in_turn and are_titles and are_plain and is_other and is_above_a_list and is_break(titles[0].text)):
        return rows
    return [
        _led_by_time(row, rows[place + 1]) if place + 1 in alone else row
        for place, row in enumerate(rows)
        if place not in alone
    ]


def _end_without_a_title(rows: Sequence[Row], alone: Mapping[int, Timed], titles: Mapping[int, int | None]) -> bool:
    """Whether behind the last time nothing is said: were the titles below their times, it would have none."""
    first, last = titles[min(alone)], max(alone)
    if first is None or not all(is_footer(row.text) or is_section(row.text) for row in rows[last + 1 :]):
        return False
    ranges = sum(found.time.end is not None for found in alone.values())
    # A start alone may say when all is over.
    return ranges >= _MOST_OF * len(alone) or tells_a_phase(rows[first].text)


def _with_kinds(rows: list[Row], alone: Mapping[int, Timed]) -> list[Row]:
    """Join `Workshop` and the title below it, where cards have a kind between the time and the title."""
    kinds = {
        place + 1
        for place in alone
        if place + 2 < len(rows)
        and _KIND.fullmatch(rows[place + 1].text.strip(" :"))
        and place + 2 not in alone
        and not (rows[place + 2].bullet or rows[place + 2].after_gap)
        and _is_title(rows[place + 2], Counter())
    }
    if len(kinds) < _FEWEST:
        return rows
    made: list[Row] = []
    for place, row in enumerate(rows):
        if place - 1 in kinds:
            kind = made[-1]
            made[-1] = replace(kind, **text_of_both(kind, row), cells=(f"{kind.text.rstrip(' :')}: {row.cells[0]}",))
        else:
            made.append(row)
    return made


def _led_by_time(row: Row, time: Row) -> Row:
    return replace(row, **text_of_both(row, time), cells=(f"{time.cells[0]} {row.cells[0]}", *row.cells[1:]))


def _title_above(rows: Sequence[Row], place: int, alone: Mapping[int, Timed], often: Counter[str]) -> int | None:
    """Return the place of the title above a time, which may have who speaks below it; None without one."""
    for above in range(place - 1, max(-1, place - 1 - _FURTHEST), -1):
        if above in alone or rows[above].table:
            return None
        if _is_title(rows[above], often) or _is_told_of(rows[above], rows[above + 1]):
            return above
    return None


def _is_told_of(row: Row, below: Row) -> bool:
    """Whether right below a line a label says who or where, so that a place in it is its title: `Taal op het plein`."""
    is_other = label_at(row.cells[0]) is not None or _BUTTON.fullmatch(row.text) is not None
    return label_at(below.cells[0]) is not None and not is_other


def _is_title(row: Row, often: Counter[str]) -> bool:
    """Whether a line is what something is called: no name, room, label or sentence, and none that comes again."""
    text = row.cells[0]
    if label_at(text) is not None or room_sureness(text) is Sureness.SURE or _BUTTON.fullmatch(text.strip(" .!»→>+")):
        return False
    if tells_a_phase(text) and len(text) <= _LONGEST:
        return True
    return not (
        len(row.filled) > 1
        or len(text) > _LONGEST_TITLE
        or often[row.text.casefold()] > 1
        or is_section(text)
        or is_footer(text)
        or (is_sentence(text) and not text.endswith("?"))
        or text[:1].islower()
        or BY.match(text)
        or find_date(text) is not None
        or room_sureness(text) >= Sureness.LIKELY
        or speaker_of(text).sureness >= Sureness.LIKELY
    )


def _says_more(row: Row, often: Counter[str]) -> bool:
    """Whether a line right below a time can't be its title: a room, or what comes again, as `Meer info` does."""
    is_again = often[row.text.casefold()] > 1
    is_told = is_again or label_at(row.cells[0]) is not None or room_sureness(row.text) >= Sureness.LIKELY
    return is_told and not _is_title(row, Counter())
