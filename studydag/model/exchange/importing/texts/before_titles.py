"""What stands between the time of a block and its title: where it is, or who speaks."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section, is_sentence
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.texts.timed_rows import Timed
from studydag.model.exchange.importing.titles.peeled import PARENTHESIS
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.offices import begins_with_an_office, says_what_one_does
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import tells_a_phase

_LONGEST: Final = 160
_LONGEST_OFFICE: Final = 250
_LONGEST_NAME: Final = 60
# `Co-teaching that works Room 114`
_TITLE_AND_ROOM: Final = re.compile(r"(?:\S+ ){3,}(?:Lokaal|Zaal|Room|Raum) \w?\d[\w.-]*")
_LITTLE: Final = 2
_QUOTE: Final = re.compile(r"[‘“„\"«]")
# Some close a quote where they mean to begin one.
_QUOTE_FIRST: Final = re.compile(r"[‘“„\"«”’]\s?[^\W_]")
_NUMBERED_TALK: Final = re.compile(
    r"(?:podium|panel|forum|sessie|session|plenum) (?:\d{1,2}|[IVX]{1,4}|[A-H])", re.IGNORECASE
)
# `Anna Bos, Jan Mos: „Schule heute“` has its title in itself.
_SPEAKS_OF_QUOTED: Final = re.compile(r":\s+[‘“„\"«]")
# `Anna Bos, Universiteit Gent, gaat dieper in op …` says what is done, and is the title itself.
_TELLS_ON: Final = re.compile(r",\s+(?:over|on|about|über|zum|zur|gaat|geeft|vertelt|spricht|[a-z]+(?:eert|iert))\s")


def could_be_where(found: re.Match[str]) -> bool:
    """Whether what stands in parentheses right behind a time says where: `10.30 Uhr (Hörsaal Q 0.101)`."""
    text = found["room"]
    is_apart = ":" in found["colon"] or not found["rest"] or room_sureness(text) >= Sureness.LIKELY
    is_named = (text[:1].isupper() or room_sureness(text) is Sureness.SURE) and people_in(text).sureness < Sureness.SURE
    return is_apart and is_named and read_minutes(text) is None


def says_where_before(row: Row, following: Row | None) -> bool:
    """Whether a line below a time says where, and the next line what: `Festsaal, Markt 13` above `Empfang`."""
    if following is None or len(row.filled) > 1 or following.bullet or following.after_gap:
        return False
    if room_sureness(following.text) is Sureness.SURE:
        return False
    if find_date(following.text) is not None or _TITLE_AND_ROOM.fullmatch(row.text):
        return False
    least = Sureness.LIKELY if "," in row.text else Sureness.SURE
    is_named = speaker_of(following.text).sureness >= Sureness.LIKELY or is_sentence(following.text)
    is_title = (tells_a_phase(row.text) and "," not in row.text) or _NUMBERED_TALK.fullmatch(
        row.text.strip()
    ) is not None
    return room_sureness(row.text) >= least and not is_title and not is_named


def without_where(text: str) -> tuple[str, str]:
    """Return who is named before a room at the end of a line, and that: `Anna Bos (1.12)`; the line without one."""
    inside = PARENTHESIS.search(text)
    if inside is not None and inside.start():
        who, where, least = text[: inside.start()], inside["inner"].strip(), Sureness.LIKELY
    else:
        who, _, where = text.rpartition(", ")
        least = Sureness.SURE
    is_room = room_sureness(where) >= least and people_in(where).sureness < Sureness.SURE
    return (who, where) if is_room and speaker_of(who).sureness is Sureness.SURE else (text, "")


def speaks_above(found: Timed, row: Row, following: Row | None, *, is_apart: bool = False) -> Named | None:
    """Return who speaks by a line with a time that says nothing else, if the next line is what about.

    `11.15 Dr. Anna Bos, dierenarts te Gent` above `Als je maar lang genoeg leeft`. `is_apart`: behind the next line
    stands a time, so that behind an empty line it may be the heading of what comes.
    """
    if following is None or len(found.rest) != 1 or len(following.filled) > 1:
        return None
    if found.rest[0].rstrip().endswith("):"):
        return _leads_to_title(found.rest[0], row, following)
    may_be_another = is_apart or tells_a_phase(following.text) or is_footer(following.text)
    if following.after_gap and may_be_another and not _QUOTE_FIRST.match(following.text.strip()):
        return None
    text, below = found.rest[0].rstrip(" .:"), following.text.strip()
    is_listed = following.bullet != row.bullet or following.indent > row.indent + _LITTLE
    if (is_listed and following.bullet) or not _could_be_a_title(below) or tells_a_phase(text) or people_told(text):
        return None
    quote = _QUOTE.search(text)
    if len(text) > _LONGEST_OFFICE or ": " in text or (quote is not None and not _is_of_office(text[: quote.start()])):
        return None
    named = speaker_of(text)
    return named if named.sureness is Sureness.SURE and not _TELLS_ON.search(text) else None


def _leads_to_title(text: str, row: Row, following: Row) -> Named | None:
    """Return who stands with a house before a colon, below which what they speak of stands: `Anna Bos (Gent):`."""
    below = following.text.strip()
    is_listed = bool(following.bullet) and following.bullet != row.bullet
    is_other = below[:1].islower() or label_at(below) is not None or BY.match(below) is not None
    if is_listed or is_other or len(text) > _LONGEST_OFFICE or speaker_of(below).sureness >= Sureness.LIKELY:
        return None
    named = speaker_of(text.rstrip(" .:"))
    return named if named.sureness is Sureness.SURE else None


def _is_of_office(before: str) -> bool:
    """Whether what is in quotes belongs to what somebody does: `Anna Bos, hoogleraar “Taal”, Universiteit Gent`."""
    _, comma, office = before.rstrip().rpartition(", ")
    return bool(comma) and bool(office) and says_what_one_does(office)


def _could_be_a_title(text: str) -> bool:
    """Whether a line below a speaker is what they speak of, and no more about them."""
    if _QUOTE_FIRST.match(text):
        return True
    is_told = is_sentence(text) and (text.endswith((".", ";")) or len(text) > _LONGEST)
    is_more = text[:1].islower() or begins_with_an_office(text) or is_section(text)
    is_other = BY.match(text) is not None or label_at(text) is not None or text.startswith(("(", "[", "*"))
    return (
        not (is_told or is_more or is_other)
        and speaker_of(text).sureness < Sureness.LIKELY
        and room_sureness(text) < Sureness.SURE
    )


def says_what_they_do_before(row: Row, following: Row | None) -> bool:
    """Whether a line below the one who speaks says what they do, and the next line what about."""
    if following is None or len(row.filled) > 1 or following.after_gap or row.bullet:
        return False
    is_quoted = _QUOTE.match(following.text) is not None and _QUOTE.match(row.text) is None
    return begins_with_an_office(row.text) and (is_quoted or _could_be_a_title(following.text))


def is_a_name(row: Row) -> bool:
    """Whether a line is the name of one person, and nothing else."""
    text = row.text.strip()
    if row.bullet or row.table or len(row.filled) > 1 or len(text) > _LONGEST_NAME or tells_a_phase(text):
        return False
    named = people_in(text)
    return named.sureness is Sureness.SURE and named.persons == (text,)


def speaks_before(
    row: Row, following: Row | None, *, is_apart: bool = False, least: Sureness = Sureness.LIKELY
) -> bool:
    """Whether a line below a time names who speaks, and the next line what about: `Anna Bos (Bonn):`.

    `is_apart`: behind the next line stands a time. A line as surely a name as `least` is no title.
    """
    if following is None or len(row.filled) > 1 or _SPEAKS_OF_QUOTED.search(row.text):
        return False
    if is_apart and following.after_gap and not row.after_gap and not _QUOTE_FIRST.match(following.text):
        return False  # it may be the heading of what comes
    is_told = is_sentence(following.text) and following.text.endswith((".", ";"))
    if is_told or is_section(following.text) or following.bullet or len(following.text) > _LONGEST_OFFICE:
        return False
    is_named = speaker_of(row.text.rstrip(":,")).sureness is Sureness.SURE and not tells_a_phase(row.text)
    if is_named and row.text.endswith(",") and not following.after_gap:
        return True
    return is_named and speaker_of(following.text).sureness < least and BY.match(following.text) is None
