"""A programme that is told in sentences, as in a mail.

`We beginnen om 9 uur met koffie. Om half tien opent Karin de dag.` Only a text that has no lines with a clock time
in front is read so, and only what names a time becomes a block; what else it says stays with that, or is listed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.recognising.clock_cells import time_at_front
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_greeting
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.recognising.sentences import sentences
from studydag.model.exchange.importing.texts.drafts import Draft, State
from studydag.model.exchange.importing.titles.peeled import Peeled
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.telling_frames import ARTICLE, FRAMES, LEAD_INS, SUBJECT_FIRST
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.values.imported import LineKind

_BEFORE_TIME: Final = (
    r"(?:om|by|rond|omstreeks|vanaf|van|tussen|tegen|tot|at|around|about|from|between|until|um|gegen|ab|von|zwischen"
    r"|bis)"
)
_BEFORE: Final = re.compile(rf"{_BEFORE_TIME}\s", re.IGNORECASE)
_PLACE: Final = re.compile(
    rf"(?<![\w.,:]){_BEFORE_TIME}\s+(?:(?:ca\.?|circa|ongeveer|about|etwa)\s+)?(?=[\dhktvzedanmol])"
    r"|(?<=\bis )(?=\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|uur|uhr)\b)"
    r"|(?<![\w.,:–—-])(?<![–—-] )(?=\d{1,2}[:.hu]\d{2}(?![\d.]))",
    re.IGNORECASE,
)
_AT_PLACE: Final = re.compile(
    r"(?:^|\s),?\s*(?:(?P<article>(?:in|at|op|on|bij) (?:de|het|the|der|den|our|onze)|im)|in)\s+"
    r"(?P<room>(?!(?:klas|school|classroom|klassenzimmer|praktijk)$)[^\s,]+(?: [^\s,]+){0,3})$",
    re.IGNORECASE,
)
# `vullen we de evaluatie in` is called: de evaluatie invullen.
_PARTED_VERB: Final = re.compile(
    r"^([a-zà-ÿ]+en) (?:we|wij|jullie) (?:samen )?(.+) (in|uit|af|door|op|na|voor|terug|aan|mee|bij|over|vast|bijeen)$",
    re.IGNORECASE,
)
_VERB_WE: Final = re.compile(
    r"^((?:[a-zà-ÿ]+en|gaan|staan|doen|zien)(?= (?:we|wij|jullie) )|(?:arbeiten|gehen|essen|teilen"
    r"|besprechen|üben|sammeln|treffen|planen|starten|beginnen)(?= wir )) (?:we|wij|wir|jullie) ",
    re.IGNORECASE,
)
_DEADLINE: Final = re.compile(
    r"aanmeld|inschrij|anmeld|register|registreer|sign ?up|rsvp|deadline|uiterlijk|spätestens|opgeven|inleveren|bestel",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"^(?:na|after|nach) (?:(?:de|een|the|a|der|einer) )?", re.IGNORECASE)
_UNTIL: Final = re.compile(r"(?:tot|until|till|bis)\b", re.IGNORECASE)
_PLACE_WITHIN: Final = re.compile(
    r" (?:in|op|at|im|on)(?: (?:de|het|the|der))? (?P<room>[^\s,]+(?: \d\S*)?)(?= (?:met|with|mit|voor|for|für) )",
    re.IGNORECASE,
)
_EDGE_WORDS: Final = re.compile(
    r"^(?:(?:de|het|onze|our|unsere?|the|die|der) )+|(?: (?:de|het|onze|the|die|der|den))+$"
)
MOST_CHARACTERS = 5000
FEWEST = 2
"""Of how many sentences with a clock time a programme consists at least."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence or a clause: its words, where its time begins in them, and that time."""

    text: str
    time: WrittenTime | None = None
    before: str = ""
    after: str = ""
    written: str = ""

    def settled(self, after: dt.time | None) -> WrittenTime:
        """Return its time, which lies after another where it is in twelve-hour writing."""
        assert self.time is not None
        if after is None or self.time.start is None or self.time.start > after:
            return self.time
        read = time_at_front(self.written, after=after)
        return self.time if read is None else replace(read[0], open_end=self.time.open_end)


def told_rows(rows: Sequence[Row], is_listed: Sequence[bool]) -> dict[int, tuple[Told, ...]]:
    """Return the rows that tell of blocks, by their place, where the text is no list; `is_listed`: a time in front."""
    told = {
        place: clauses
        for place, row in enumerate(rows)
        if row.between is Between.NOTHING and not row.table and not (is_listed[place] and not _BEFORE.match(row.text))
        if (clauses := _clauses_of(row.text))
    }
    timed = sum(clause.time is not None for clauses in told.values() for clause in clauses)
    listed = sum(is_one and place not in told for place, is_one in enumerate(is_listed))
    return told if timed >= FEWEST and timed > 2 * listed else {}


def _clauses_of(text: str) -> tuple[Told, ...]:
    if len(text) > MOST_CHARACTERS:
        return ()
    if not re.search(r"[.!?]\s*[)\"”']?$|[.!?]\s", text.strip()) or is_greeting(text):
        return ()
    clauses = tuple(clause for sentence in sentences(text) for clause in _clauses(sentence))
    return clauses if any(clause.time is not None for clause in clauses) else ()


def _clauses(sentence: str) -> Iterator[Told]:
    """Give the clauses of a sentence that each have a time: `om 9 uur koffie en om 10 uur de opening`."""
    if not _is_told(sentence):
        yield Told(sentence)
        return
    times = list(_times(sentence))
    if not times:
        yield Told(sentence)
        return
    begin = 0
    for number, (start, time, stop) in enumerate(times):
        has_words = bool(sentence[begin:start].strip(" ,"))
        last = number + 1 == len(times)
        if sentence[:start].rstrip().endswith("(") and ")" in sentence[stop - 2 : stop + 1]:
            # `Na de pauze (10.15-10.30 uur) gaan we verder`: what has the time is the pause.
            yield Told(
                sentence[begin:stop].strip(),
                time,
                _AFTER.sub("", sentence[begin:start].rstrip(" (")),
                "",
                sentence[start:stop].strip(" )"),
            )
            begin = stop
            continue
        end = len(sentence) if last else _cut(sentence, stop, times[number + 1][0], has_words=has_words)
        written = sentence[start:stop].strip(" ,;")
        yield Told(
            sentence[begin:end].strip(), time, sentence[begin:start].strip(), sentence[stop:end].strip(), written
        )
        begin = end
    if sentence[begin:].strip(" .,;"):
        yield Told(sentence[begin:].strip())


def _is_told(sentence: str) -> bool:
    return not is_footer(sentence) and len(sentence) <= 600 and _DEADLINE.search(sentence) is None


def _times(sentence: str) -> Iterator[tuple[int, WrittenTime, int]]:
    """Give where a time with the word before it begins, what it is, and where it ends."""
    place = 0
    while (found := _PLACE.search(sentence, place)) is not None:
        rest = sentence[found.start() :]
        read = time_at_front(rest) or time_at_front(sentence[found.end() :])
        if read is None:
            place = max(found.end(), found.start() + 1)
            continue
        time, left = read
        stop = len(sentence) - len(left) if left else len(sentence)
        time = replace(time, open_end=False)
        if _UNTIL.match(rest):
            time = WrittenTime(end=time.start)
        if (time.start or time.end) is not None and sentence[found.start() : stop].strip(" .,") != "":
            yield found.start(), time, stop
        place = max(stop, found.end(), found.start() + 1)


def _cut(sentence: str, stop: int, start: int, *, has_words: bool) -> int:
    """Return where the clause ends that has its time before `stop`, when another's begins at `start`.

    `has_words`: something stands before its time, so that it may end right behind it.
    """
    between = sentence[stop:start]
    if has_words and sentence[:stop].rstrip().endswith(",") and len(between.split()) > 2:
        return stop
    for mark in (";", ",", " en ", " and ", " und ", " dan ", " then "):
        place = between.rfind(mark)
        if place >= 0 and between[:place].strip(" ,"):
            return stop + place + (1 if mark in ";," else 0)
    return start


def told_drafts(row: Row, clauses: Sequence[Told], state: State) -> list[Draft]:
    """Return what a row tells, each clause as a line of its own."""
    drafts: list[Draft] = []
    for clause in clauses:
        own = replace(row, text=clause.text, cells=(clause.text,))
        if clause.time is not None:
            draft = _item(own, clause, state.after)
            _begin_where_the_last_ends(draft, drafts[-1] if drafts else state.last_item())
            state.note_start(draft.time.start)
            drafts.append(draft)
            continue
        date = find_date(clause.text)
        if date is not None and date.month is not None and state.first_date is None:
            found = state.settle(date)
            state.begin_part(found)
            drafts.append(Draft(own, LineKind.DATE, date=found, begins_part=True))
        elif drafts and not is_footer(clause.text):
            drafts.append(Draft(own, LineKind.NOTE, persons=people_told(clause.text), description=clause.text))
        else:
            drafts.append(Draft(own, LineKind.NOT_UNDERSTOOD))
    return drafts


def _begin_where_the_last_ends(draft: Draft, last: Draft | None) -> None:
    """`Pauze tot 10.50 uur` begins when what was told before it ends; else it is kept without a time."""
    if draft.time.start is not None:
        return
    begin = None if last is None else last.time.end
    if begin is None:
        draft.kind, draft.time = LineKind.PARKED, WrittenTime()
    else:
        draft.time = replace(draft.time, start=begin)


def _item(row: Row, clause: Told, after: dt.time | None) -> Draft:
    words = " ".join(f"{_led_in(clause.before.strip(' ,:'))} {clause.after.strip(' ,:')}".split()).rstrip(".!;, ")
    words = _led_in(words) if words[:1].islower() else words
    peeled = _framed(words)
    title = peeled.title
    return Draft(
        row,
        LineKind.ITEM,
        title=title[:1].upper() + title[1:],
        time=clause.settled(after),
        minutes=peeled.minutes,
        persons=peeled.persons,
        room=peeled.room,
        description=clause.text,
    )


def _led_in(words: str) -> str:
    """Return words without those that only say what comes after what: `Daarna`, `In the afternoon`."""
    lead = LEAD_INS.match(words)
    return words if lead is None else words[lead.end() :].lstrip(" ,")


def _framed(words: str) -> Peeled:
    """Return the title, people and room of a clause by the frame that it fits; else all its words are the title."""
    words, room = _without_place(words)
    within = None if room else _PLACE_WITHIN.search(words)
    if within is not None and room_sureness(within["room"]) is Sureness.SURE:
        words, room = words[: within.start()] + words[within.end() :], within["room"]
    for frame in FRAMES:
        found = frame.pattern.fullmatch(words)
        if found is None:
            continue
        groups = found.groupdict()
        who = _EDGE_WORDS.sub("", (groups.get("who") or "").strip(" ,"))
        people = _people(who) if who else None
        what = (groups.get("what") or "").strip() or frame.title
        if who and found.start("who") == 0 and " " not in who and not is_given_name(who):
            continue
        if people is not None and people.sureness < Sureness.PERHAPS and not frame.title:
            continue
        persons = people.persons if people is not None and people.sureness >= Sureness.PERHAPS else ()
        return _named(what, persons, room)
    for pattern in SUBJECT_FIRST:
        found = pattern.fullmatch(words)
        if found is not None and len(found["what"].split()) <= 8:
            return _named(f"{found['what']} {(found['more'] or '').strip()}".strip(), (), room)
    return _named(words, (), room)


def _people(who: str) -> Named:
    """Return the people of a subject, without where they are from: `Monique Bakker van het Freudenthal Instituut`."""
    found = people_in(who)
    from_where = re.search(r" (?:van|of|from|vom|von) (?:(?:de|het|the|der) )?[A-Z].*$", who)
    if from_where is None or (found.sureness >= Sureness.LIKELY and " van het " not in who):
        return found
    return people_in(who[: from_where.start()])


def _named(what: str, persons: tuple[str, ...], room: str) -> Peeled:
    peeled = peel(ARTICLE.sub("", what, count=1) if ARTICLE.match(what) else what)
    title = _PARTED_VERB.sub(r"\2 \3\1", peeled.title)
    title = _VERB_WE.sub(r"\1 ", title, count=1)
    title = re.sub(r"^gaan (?=\S)", "", title, flags=re.IGNORECASE)
    title = re.sub(r" (?:and|en|und) (?:is|are|wordt|worden|wird)$", "", title)
    title = re.sub(
        r"^(?:after|na|nach) (?:an? |een |de |the |der |einer )?(?=\S+(?: \S+)?$)", "", title, flags=re.IGNORECASE
    )
    title = re.sub(r"(?<=\w) (?:starts?|begins?|begint|start|beginnt|is|ist)$", "", title)
    return replace(peeled, title=title, persons=(*persons, *peeled.persons), room=room or peeled.room)


def _without_place(words: str) -> tuple[str, str]:
    """Take the place off the end of a clause: `De lunch is in de kantine`."""
    found = _AT_PLACE.search(words)
    if found is None or not words[: found.start()].strip():
        return words, ""
    needed = Sureness.LIKELY if found["article"] else Sureness.SURE
    if room_sureness(found["room"]) < needed:
        return words, ""
    return words[: found.start()].rstrip(" ,"), found["room"]
