"""Takes off a title what stands behind it: persons, rooms and minutes, each only where it can't be but that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.headings import numbers_a_series
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.names_beside_offices import with_offices_behind_commas
from studydag.model.exchange.importing.recognising.people import Named, listing, people_in
from studydag.model.exchange.importing.recognising.places import counts_rooms, room_sureness
from studydag.model.exchange.importing.recognising.seats import most_people
from studydag.model.exchange.importing.titles.labelled_talks import between_label_and_title
from studydag.model.exchange.importing.titles.minutes_behind import MINUTES_FIRST, PARTED_MINUTES, by_minutes
from studydag.model.exchange.importing.titles.names_at_edges import (
    by_name_about,
    by_name_that_begins,
    by_name_that_ends,
    by_office,
    is_sure,
    speaks_about,
)
from studydag.model.exchange.importing.titles.peeled import (
    COLON,
    COMMA,
    EDGES,
    NOBODY,
    NOTHING_KNOWN,
    PARENTHESIS,
    SEPARATOR,
    STOP,
    Behind,
    Peeled,
    added,
    is_outside,
)
from studydag.model.exchange.importing.titles.people_before import (
    between_colons,
    by_leading_person,
    leads_with_a_person,
    over_quoted,
    speaks_first,
)
from studydag.model.exchange.importing.titles.people_behind import (
    BY,
    WITH,
    by_dash,
    by_preposition,
    by_quote,
    by_topic,
    caters,
    ends_with_a_name,
    people_behind,
    people_by_word,
    perhaps_people,
)
from studydag.model.exchange.importing.titles.rooms_at_end import (
    by_glued_room,
    by_room_at_end,
    by_room_behind_a_name,
    by_room_of_all,
    with_room_at_end,
)
from studydag.model.exchange.importing.titles.rooms_behind import (
    bare_room,
    by_at,
    by_last_room,
    by_leading_room,
    by_likely_room,
    by_numbered_room,
    by_room_with_house,
    could_be_a_room,
    for_room,
    with_place,
    without_room_inside,
)
from studydag.model.exchange.importing.titles.speakers import (
    by_act,
    by_greeting,
    by_titled_list,
    in_conversation,
    with_speaker,
)
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import tells_an_office
from studydag.model.exchange.importing.vocabulary.place_words import ADDRESS, LAST_WORDS, WORD
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word
from studydag.model.exchange.importing.vocabulary.words import Role, label_at, role_of
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import tells_a_phase

_LABELLED: Final = re.compile(
    r"(?:^|[\s;,|(–—-]+)(?<![^\W\d_]-)(?P<label>[^\W\d][\w/()*: ]{1,24}?)\s*:\s+(?=\S)", re.IGNORECASE
)
# `🎤 Opening`; alone it is all that a title has.
_PICTURES: Final = re.compile(
    r"^\s*(?:[\u2600-\u27bf\u2b50\u231a-\u23ff\U0001f000-\U0001faff][\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*\s*)+(?=[\w\"“„‘'(])"
)
# `Slot (Aula`: whoever typed it forgot the other one.
_LEFT_OPEN: Final = re.compile(r"\s\((?P<inner>[^()\[\]]{3,80})$")
_NAME_AND_HOUSE: Final = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_.'’-]+){1,4})(?: [–—-] |, )(?P<house>[A-ZÀ-Þ].{2,60})"
)
_SHORT_NAME: Final = re.compile(r"[A-ZÀ-Þ][a-zà-þ]{1,2}")
_WORD_BEHIND_SPACE: Final = re.compile(r"(?<= )[A-ZÀ-Þ]|(?<=\) )\w")
_ARTICLE: Final = re.compile(r"(?:the|an?|de|het|een|der|die|das|eine?)\s", re.IGNORECASE)
# `Uitleg (20 min) Anna Bos, teamkamer`
_MINUTES_WITHIN: Final = re.compile(
    r"(?P<title>\S.{2,120}?) \((?P<minutes>\d{1,3} ?(?:min\w*\.?|['’]))\) (?P<rest>[A-ZÀ-Þ].{1,80})"
)
# `Tweede ronde, met als onderwerpen:`, above what those are
_TOPICS: Final = (
    r"(?:met|mit|with)(?: (?:als|as|de|the|den|deze|these|diesen|volgende|following|folgenden)){0,3}"
    r" (?:onderwerpen|thema['’]?s|topics|themes|themen|titels|titles)"
)
_LEADS_TO_TOPICS: Final = re.compile(rf"(?:\s*[,;–—-]\s*{_TOPICS}\s*:?|\s+{_TOPICS}\s*:)$", re.IGNORECASE)
_BETWEEN_LABELS: Final = re.compile(r"\s*[;,|/·]\s*(?=[^\W\d][^:;,|]{1,24}:\s)")
MOST_CHARACTERS = 1000
"""A longer line is no title with something behind it, and taking it apart would last."""
_ROUNDS: Final = 8
_FEW: Final = 3
"""From so many titles on that a name stands before, names that no list knows stand before others too."""


def behind(texts: Sequence[str]) -> Behind:
    """Look what stands behind the last comma or dash of several titles."""
    comma = [text.rsplit(",", 1)[-1].strip() for text in texts if "," in text]
    dash = [pieces[-1] for text in texts if len(pieces := SEPARATOR.split(text)) > 1]
    before = [pieces[-2].strip() for text in texts if len(pieces := text.split(",")) > 2]
    inner = [found["inner"].strip() for text in texts if (found := PARENTHESIS.search(text)) is not None]
    rooms_inside = [text for text in inner if room_sureness(text) >= Sureness.LIKELY]
    people_inside = [text for text in inner if people_in(text).sureness is Sureness.SURE]
    rooms_before = [text for text in before if room_sureness(text) >= Sureness.LIKELY]
    people_before = [text for text in before if people_in(text).sureness >= Sureness.LIKELY or is_given_name(text)]
    rooms = [text for text in comma if room_sureness(text) >= Sureness.LIKELY]
    people = [text for text in comma if people_in(text).sureness >= Sureness.LIKELY]
    by_colon = [
        pieces[1] for text in texts if len(pieces := COLON.split(text)) == 2 and 2 <= len(pieces[1].split()) <= 3
    ]
    with_people = [
        text
        for text in texts
        if len(text) <= MOST_CHARACTERS
        and (found := WITH.search(text))
        and people_in(text[found.end() :]).sureness is Sureness.SURE
    ]
    by_dash = [text for text in dash if people_in(text).sureness >= Sureness.LIKELY]
    return Behind(
        rooms=len(rooms) >= max(2, len(comma) / 2),
        people=len(people) >= max(2, len(comma) / 2),
        titles_before_rooms=len(rooms) == len(comma) and len(before) >= _FEW and len(people_before) <= len(before) / 3,
        rooms_before_people=len(rooms_before) >= max(1, len(before) / 2),
        people_by_dash=len(by_dash) >= max(2, len(dash) / 2),
        people_first=sum(speaks_first(text, Sureness.SURE) is not None for text in texts) >= _FEW,
        people_before_colon=sum(map(leads_with_a_person, texts)) > 1,
        people_by_colon=len(by_colon) > 1 and 2 * sum(map(_is_sure, by_colon)) > len(by_colon),
        people_by_with=len(with_people) > 1,
        names_by_dash=len(by_dash) >= max(4, len(dash) * 0.7),
        people_about=any(is_sure(who) for text in texts if (who := speaks_about(text))),
        rooms_in_parentheses=len(rooms_inside) >= max(2, len(people_inside) * 2, len(inner) / 3),
        rooms_at_end=sum(by_numbered_room(Peeled(title=text)) is not None for text in texts) > 1
        or _most_end_in_a_room(texts),
    )


def _most_end_in_a_room(texts: Sequence[str]) -> bool:
    """Whether most titles end in a word for a room, as in a table that lost its columns: `Lezing over taal Aula`."""
    last = [text.split()[-1] for text in texts if " " in text]
    rooms = [word for word in last if word[:1].isupper() and WORD.fullmatch(word) and not tells_a_phase(word)]
    return len(rooms) >= _FEW and 2 * len(rooms) > len(texts)


def _is_sure(text: str) -> bool:
    return people_in(text).sureness is Sureness.SURE


def peel(text: str, *, commas: bool = True, known: Behind = NOTHING_KNOWN) -> Peeled:
    """Take persons, room and minutes off the end of a title; without `commas` a name behind a comma stays."""
    still_wanted()
    peeled = Peeled(title=with_offices_behind_commas(_PICTURES.sub("", text).strip(EDGES)))
    if len(text) > MOST_CHARACTERS:
        return peeled
    peeled = replace(peeled, title=_LEADS_TO_TOPICS.sub("", peeled.title) or peeled.title)
    first = MINUTES_FIRST.match(peeled.title)
    if first is not None and (minutes := read_minutes(first["minutes"])) is not None:
        peeled = replace(peeled, title=peeled.title[first.end() :], minutes=minutes)
    within = _MINUTES_WITHIN.fullmatch(peeled.title)
    if within is not None and peeled.minutes is None and _is_told_behind(within["rest"]):
        who, comma, where = within["rest"].rpartition(", ")
        is_room = bool(comma) and room_sureness(where) >= Sureness.LIKELY
        title = f"{within['title']} – {who if is_room else within['rest']}"
        room = where if is_room else peeled.room
        peeled = replace(peeled, title=title, room=room, minutes=read_minutes(within["minutes"]))
    if (left_open := _LEFT_OPEN.search(peeled.title)) is not None and _says_who_or_where(left_open["inner"]):
        peeled = replace(peeled, title=f"{peeled.title})")
    peeled = _without_labels_inside(peeled)
    peeled = between_colons(over_quoted(between_label_and_title(by_name_that_begins(peeled, known))))
    peeled = by_leading_person(by_leading_room(peeled), known)
    talk = in_conversation(peeled)
    if talk is not None:
        return talk
    for _ in range(_ROUNDS):
        found = _peeled_once(peeled, commas=commas, known=known)
        if found is None or not found.title:
            break
        peeled = replace(found, title=found.title.strip(EDGES))
    peeled = with_room_at_end(with_place(without_room_inside(peeled)))
    if peeled.room:
        peeled = replace(peeled, room=bare_room(peeled.room))
    return by_name_about(with_speaker(by_act(peeled)), known)


def _peeled_once(peeled: Peeled, *, commas: bool, known: Behind) -> Peeled | None:
    is_told = known.people or ((_is_lower(peeled.title) or bool(peeled.room)) and not known.titles_before_rooms)
    at_comma = Sureness.LIKELY if is_told else Sureness.SURE
    at_dash = Sureness.PERHAPS if known.people_by_dash else Sureness.LIKELY
    return (
        by_office(peeled)
        or by_name_that_ends(peeled, known)
        or by_glued_room(peeled)
        or by_room_with_house(peeled)
        or by_last_room(peeled)
        or by_numbered_room(peeled)
        or _by_label(peeled)
        or by_room_of_all(peeled)
        or _by_parenthesis(peeled, known)
        or _by_seats(peeled)
        or (by_likely_room(peeled) if known.rooms or (known.rooms_before_people and peeled.persons) else None)
        or by_minutes(peeled)
        or by_room_behind_a_name(peeled)
        or by_topic(peeled)
        or by_quote(peeled)
        or by_titled_list(peeled)
        or by_greeting(peeled)
        or by_preposition(peeled, known)
        or by_at(peeled)
        or _by_separator(peeled, SEPARATOR, at_dash)
        or (by_dash(peeled) if known.names_by_dash else None)
        or (_by_separator(peeled, COMMA, at_comma, last_only=known.rooms_before_people) if commas else None)
        or _by_separator(peeled, STOP, Sureness.SURE)
        or _by_separator(peeled, COLON, Sureness.LIKELY if known.people_by_colon else Sureness.SURE)
        or by_room_at_end(peeled, known)
    )


def _is_told_behind(text: str) -> bool:
    """Whether a text is somebody, alone or with a room behind a comma: `Anna Bos, teamkamer`."""
    return people_in(text.rpartition(", ")[0] or text).sureness >= Sureness.LIKELY


def _without_labels_inside(peeled: Peeled) -> Peeled:
    """Take parentheses off in which labels say who and where: `Taal (Spreker: Anna Bos; Zaal: 1.01)`."""
    found = PARENTHESIS.search(peeled.title)
    pieces = [] if found is None else _BETWEEN_LABELS.split(found["inner"])
    labels = [label for piece in pieces if (label := label_at(piece)) is not None]
    if found is None or not found.start() or len(labels) < 2 or len(labels) < len(pieces):
        return peeled
    persons = tuple(person for role, _, who in labels if role is Role.PERSONS for person in listing(who).persons)
    room = next((where for role, _, where in labels if role is Role.ROOM), "")
    told = "; ".join(f"{name}: {rest}" for role, name, rest in labels if role not in {Role.PERSONS, Role.ROOM})
    return added(peeled, peeled.title[: found.start()], persons=persons, room=room, description=told)


def _says_who_or_where(text: str) -> bool:
    return Sureness.SURE in (room_sureness(text), people_in(text).sureness)


def _by_label(peeled: Peeled) -> Peeled | None:
    """`… Spreker: Jan Jansen`, `… Zaal: Aula`: the last label that says something."""
    for found in reversed(list(_LABELLED.finditer(peeled.title))):
        place = _label_within(peeled.title, found)
        label = label_at(peeled.title[place:])
        if not found.start() and place == found.start("label"):
            continue
        if label is None or _is_closed_before_the_end(peeled.title, place):
            continue
        role, name, rest = label
        rest = rest if is_outside(peeled.title, place) else rest.removesuffix(")").rstrip()
        before = peeled.title[: found.start() if place == found.start("label") else place]
        if role is Role.PERSONS:
            who, comma, where = rest.rpartition(", ")
            is_room = bool(comma) and not peeled.room and room_sureness(where) is Sureness.SURE
            if is_room and name_sureness(where) is not Sureness.SURE:
                rest, peeled = who, replace(peeled, room=where)
            found_people = listing(rest)
            return added(peeled, before, persons=found_people.persons, description=found_people.note)
        if role is Role.ROOM:
            return added(peeled, before, room=rest)
        if role is Role.MINUTES and read_minutes(rest) is not None:
            return replace(added(peeled, before), minutes=read_minutes(rest))
        if role is Role.REST and role_of(name) is Role.REST and peeled.title[found.start()] in ";|,(–—-":
            return added(peeled, before, description=f"{name}: {rest}")
    return None


def _label_within(title: str, found: re.Match[str]) -> int:
    """Return where a label begins: at its first word, or at a later one: `… lezen Spreker: `, `(Aula) Spreker: `."""
    begin = found.start("label")
    if label_at(title[begin:]) is not None:
        return begin
    later = (begin + word.start() for word in _WORD_BEHIND_SPACE.finditer(found["label"]))
    return next((place for place in later if _labels(title[place:])), begin)


def _labels(text: str) -> bool:
    """Whether a text begins with a label, and goes on with people where that says who: `Experts: Advice` doesn't."""
    label = label_at(text)
    return label is not None and (label[0] is not Role.PERSONS or people_in(label[2]).sureness >= Sureness.LIKELY)


def _is_closed_before_the_end(title: str, place: int) -> bool:
    """Whether a place lies in parentheses behind which more stands: `(Leitung: Anna Bos), Raum 2`."""
    close = title.find(")", place)
    return 0 <= close < len(title.rstrip(" .")) - 1 and not is_outside(title, place)


def _by_seats(peeled: Peeled) -> Peeled | None:
    """`Rekenen - Anna Bos, lokaal 3, max 18`."""
    before, mark, last = peeled.title.rpartition(",")
    return added(peeled, before, description=last.strip()) if mark and most_people(last) is not None else None


def _by_parenthesis(peeled: Peeled, known: Behind) -> Peeled | None:
    found = PARENTHESIS.search(peeled.title)
    if found is None or not found.start():
        return None
    inner, before = found["inner"].strip(), peeled.title[: found.start()]
    minutes = (
        read_minutes(re.sub(r"^(?:\d{1,3} ?[-–] ?(?=\d{1,3} ?min)|ca\.?|circa|±|duur:?|dauer:?) ?", "", inner))
        if not inner.isdigit()
        else None
    )
    if minutes is not None and peeled.minutes is None and re.search(r"[^\W\d_]|['’\u2032:]", inner):
        return replace(added(peeled, before), minutes=minutes)
    label = label_at(inner)
    if label is not None and label[0] is Role.ROOM and not peeled.room:
        return added(peeled, before, room=label[2])
    if counts_rooms(inner) or most_people(inner) is not None or ADDRESS.fullmatch(inner.split(",")[0]):
        return added(peeled, before, description=inner)
    first = inner.split()[0] if inner else ""
    is_called = (first in LAST_WORDS or WORD.fullmatch(first)) and inner.split()[-1][:1].isupper()
    is_sure = not inner[:1].isupper() and len(inner.split()) > 2 and not is_called
    is_room = room_sureness(inner) >= (Sureness.SURE if is_sure and found["open"] == "(" else Sureness.LIKELY)
    # `Anna Bos (ITTA)`
    is_of_whom = inner.isupper() and ends_with_a_name(before)
    is_room = is_room or (known.rooms_in_parentheses and could_be_a_room(inner) and not is_of_whom)
    if is_room and not peeled.room and not inner.isdigit():
        return added(peeled, before, room=bare_room(inner))
    apart = PARTED_MINUTES.fullmatch(inner)
    if apart is not None and peeled.minutes is None and (minutes := read_minutes(apart["minutes"])) is not None:
        # `(Anke, 10 min)`: the duration apart, then who it is.
        return replace(added(peeled, f"{before} ({apart['rest']})"), minutes=minutes)
    found_people = NOBODY if ends_with_a_name(before) else _people_inside(inner)
    if found["open"] == "[" and not found_people.persons:
        found_people = perhaps_people(inner)
    both = _by_two_in_parentheses(peeled, before, inner)
    if found_people.persons and (both is None or not both.persons):
        return added(peeled, before, persons=found_people.persons, description=found_people.note)
    return both


def _people_inside(inner: str) -> Named:
    """Return the people that stand in parentheses: `(Anna Bos)`, `(Rode Kruis, o.l.v. Anna Bos)`."""
    named = people_behind(inner)
    by = None if named.persons else BY.search(inner)
    led = people_behind(inner[by.start() :]) if by is not None and by.start() else NOBODY
    if not (named.persons or led.persons) and (told := _LABELLED.match(inner)) is not None:
        # `(werkgroep lezen: Anna, Jan en Ria)`
        several = people_in(inner[told.end() :])
        named = Named(several.persons, several.sureness, inner) if several.sureness >= Sureness.LIKELY else named
    if not (named.persons or led.persons) and (found := _NAME_AND_HOUSE.fullmatch(inner)) is not None:
        # `(Anna Bos – Stichting Noord)`
        one = people_in(found["name"])
        least = Sureness.LIKELY if tells_an_office(found["house"]) else Sureness.SURE
        named = Named(one.persons, one.sureness, inner) if one.sureness >= least else named
    if not named.persons and _SHORT_NAME.fullmatch(inner) and is_given_name(inner) and not is_title_word(inner):
        return Named((inner,), Sureness.LIKELY)  # `(Ria)`
    return Named(led.persons, led.sureness, inner) if led.sureness is Sureness.SURE else named


def _by_two_in_parentheses(peeled: Peeled, before: str, inner: str) -> Peeled | None:
    """`(Jan Jansen, lokaal 3)`, `(lokaal 3 – Jan Jansen)`."""
    parts = [part for part in re.split(r"\s*[,;/|]\s*|\s+[–—-]\s+", inner) if part]
    if len(parts) < 2:
        return None
    rooms = [part for part in parts if room_sureness(part) >= Sureness.LIKELY]
    others = [part for part in parts if part not in rooms]
    if not rooms or peeled.room or any(part in others for part in parts[parts.index(rooms[0]) :][: len(rooms)]):
        return None
    # `(Jan Mos, gebouw B - lokaal 2.1)`: a room is told with its house.
    begin = inner.index(rooms[0])
    rooms = [inner[begin : inner.index(rooms[-1], begin) + len(rooms[-1])]]
    found = people_behind(", ".join(others))
    if not found.persons:
        is_told = len(others) == 1 and len(others[0]) <= 40
        return added(peeled, before, room=rooms[0], description=others[0]) if is_told else None
    return added(peeled, before, room=rooms[0], persons=found.persons, description=found.note)


def _by_separator(
    peeled: Peeled, separator: re.Pattern[str], sureness: Sureness, *, last_only: bool = False
) -> Peeled | None:
    """Take off the piece behind the last separator, if it is a room or people; people may be several pieces."""
    title = peeled.title
    places = [found for found in separator.finditer(title) if is_outside(title, found.start())]
    if last_only:
        places = places[-1:]
    if not places or not places[-1].start():
        return None
    last = peeled.title[places[-1].end() :]
    is_name = name_sureness(last) is Sureness.SURE and room_sureness(last) is not Sureness.SURE
    is_room = not numbers_a_series(last) and not is_name and room_sureness(last) >= for_room(separator, last)
    # `Keynote: The Literate Classroom` is called so.
    is_room = is_room and not (separator is COLON and _ARTICLE.match(last))
    if not peeled.room and is_room:
        return added(peeled, peeled.title[: places[-1].start()], room=last)
    for found in places[:1] if len(places) == 1 else places:
        if not found.start():
            continue
        least = Sureness.SURE if "/" in found[0] else sureness
        named = people_by_word(peeled.title[found.end() :], least)
        is_caterer = BY.match(peeled.title[found.end() :]) is not None and caters(peeled.title[: found.start()], named)
        if named.persons and not is_caterer:
            return added(peeled, peeled.title[: found.start()], persons=named.persons, description=named.note)
    return None


def _is_lower(title: str) -> bool:
    """Whether capitals mean something in a title: it has small words before its last comma."""
    before = title.rsplit(",", 1)[0]
    return any(word.islower() and len(word) > 2 for word in before.split()[1:])
