"""Takes people off a title who stand behind it: behind `door` or `by`, a quoted title or a dash."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.recognising.headings import numbers_a_series
from studydag.model.exchange.importing.recognising.names import Sureness, is_nobody, name_sureness, without_honorifics
from studydag.model.exchange.importing.recognising.names_beside_offices import (
    first_name_behind_office,
    name_at_end,
    name_behind_office,
)
from studydag.model.exchange.importing.recognising.people import AND_OTHERS, Named, listing, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.titles.peeled import EDGES, NOBODY, SEPARATOR, Behind, Peeled, added
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_group,
    says_what_one_does,
)
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.written.phase_words import is_break, tells_a_phase

# A run of dashes is gone through once, and not once for each of them.
_PARTED: Final = r"(?:^|(?<![\s,;(–—-])[\s,;(–—-]+)"
BY: Final = re.compile(
    rf"{_PARTED}(?:door|met aan tafel|o\.?l\.?v\.?|onder leiding van|onder begeleiding van|o\.?b\.?v\.?"
    r"|[a-z]{0,12}(?:ge|be|ver|ont)[a-z]{2,12}[dt] door|(?!powered|inspired|sponsored|supported)[a-z]{3,14}ed by"
    r"|given by|run by|led by|by|durch"
    r"|[a-zäöü]{0,12}(?:ge|be|ver)[a-zäöü]{2,12}(?:t|en) von|moderiert von|unter (?:der )?leitung von"
    r"|met medewerking van|m\.?m\.?v\.?)\s*:?\s+(?:(?:o\.a\.|onder andere|onder meer|u\.a\.)\s+)?",
    re.IGNORECASE,
)
WITH: Final = re.compile(
    rf"{_PARTED}(?:met (?:m\.m\.v\.|o\.a\.|onder andere|onder meer|inleiding van|medewerking van)|met"
    r"|u\.a\. mit|mit|with"
    r"|von|van|i\.?s\.?m\.?|tussen|between|zwischen"
    r"|in gesprek met|in conversation with|including|im gespräch mit|featuring|feat\."
    r"|aan het woord|fr(?:om)?)\s*:?\s+",
    re.IGNORECASE,
)
BY_OR_WITH: Final = re.compile(rf"(?:{BY.pattern})|(?:{WITH.pattern})", re.IGNORECASE)
# In `Een boek in 10 minuten` the minutes are part of the title.
_WITH_COMMA: Final = re.compile(r"[^–—|;]+,\s")
_LONGEST_NAME, _LONGEST_LIST = 80, 150
_LONGEST_LABEL: Final = 120
# `door IVN`: that is a society, and its name belongs to the title.
_INITIALISM: Final = re.compile(r"[A-Z]{2,6}")
# `Gesprek tussen Anna Bos en Wubbo Tak`: with whom one talks is a person.
_TALK: Final = re.compile(
    r"(?:gesprek|interview|debat|dialoog|dialog|paneldiscussie|discussie|conversation|discussion|gespräch)$",
    re.IGNORECASE,
)
_TALK_FIRST: Final = re.compile(
    r"(?:een |a |the |ein )?(?:[a-z]*gesprek|[a-z]*interview|debat|panel\w*|discussi\w+|conversation"
    r"|gespräch|podium\w*)\b",
    re.IGNORECASE,
)
# `Lezing van Taalunie-secretaris Anna Bos`: the name stands last.
GIVES: Final = re.compile(
    r"(?:een |a |an |ein )?(?:\w*lezing|column|optreden|voordracht|inleiding|toespraak|keynote|talk|lecture|speech"
    r"|vortrag|impuls\w*|referat|gru(?:ß|ss)wort|bijdrage|presentatie|presentation|toelichting|verhaal|muziek)",
    re.IGNORECASE,
)
_GIVEN_BY: Final = re.compile(
    rf"{GIVES.pattern} (?:van|von|by) (?P<who>.+?)(?: (?:met|mit|with) [a-zà-þ].*)?", re.IGNORECASE
)
_MET: Final = re.compile(r"\b(?:met|mit|with)\s+$", re.IGNORECASE)
_IN_PARENTHESES: Final = re.compile(r"\([^()]*\)")
_WHO_DO: Final = re.compile(r"(?:die|who)\s")
_GOES_ON_BEHIND_A_NAME: Final = re.compile(
    r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])"
    r"|,?\s+(?=(?:in|at|op)\s+(?:the|de|het|der)\s+\S|im\s+[A-ZÀ-Þ])"
    r"|,?\s+(?=(?:met|mit|with|gevolgd|followed|gefolgt|aan|over|about|über|voor|for|für|die|who)\s+[a-zà-þ])"
)
_SOMEWHERE: Final = re.compile(r"\s(?:in|at|op)\s(?:the|de|het|der)\s|\sim\s")
_TOPIC: Final = re.compile(r"[:;,.–—-]\s+(?P<topic>(?:thema|theme|topic|onderwerp):\s+\S.*)$", re.IGNORECASE)
_QUOTED: Final = re.compile(
    r"(?P<title>(?:[^‘“„\"«]{0,60}:? ?)[‘“„\"«].{3,}[’”“\"»])[.,]?\s+"
    r"(?P<who>[^‘“„\"«’”»]{4,200})"
)


def ends_with_a_name(text: str) -> bool:
    """Whether what stands in parentheses behind a text says something of the person whom the text ends with."""
    if name_at_end(text) or people_in(text.rpartition(", ")[2]).sureness is Sureness.SURE:
        return True
    tails = [text[found.end() :] for pattern in (BY, WITH) for found in pattern.finditer(text)]
    return any(people_in(tail).sureness is Sureness.SURE for tail in tails)


def perhaps_people(inner: str) -> Named:
    """Return the bare surnames that stand in square brackets, as in `[Ellis/Nkemelu]`."""
    named = people_in(inner)
    words = [word for person in named.persons for word in person.split()]
    is_named = named.sureness is Sureness.PERHAPS and not any(word.isupper() or is_title_word(word) for word in words)
    return named if is_named else NOBODY


def people_behind(text: str) -> Named:
    """Return the people of a text behind a title, with or without a word before them; nothing where it is no name."""
    by = BY.match(text)
    if by is not None:
        return _led_by(text[by.end() :])
    label = label_at(text)
    if label is not None and label[0] is Role.PERSONS:
        return listing(label[2])
    with_ = WITH.match(text)
    found = people_in(text if with_ is None else text[with_.end() :])
    return found if found.sureness >= Sureness.LIKELY else NOBODY


def labelled_people(text: str) -> Named:
    """Return who stands behind a label that is no word for people: `Bestuur van de bond: Anna Bos, Jan Mos (Ede)`.

    One alone only behind what somebody gives: `Presentatie: Anna Bos`; `Boek: Anna Bos` says nothing of who is there.
    """
    label, colon, who = text.partition(": ")
    named = speaker_of(who) if colon and len(label) <= _LONGEST_LABEL and not re.search("[.?!]", label) else NOBODY
    are_whole = named.sureness is Sureness.SURE and all(" " in name for name in named.persons)
    is_of_people = len(named.persons) > 1 or GIVES.fullmatch(label) is not None
    return Named(named.persons, Sureness.SURE, text) if are_whole and is_of_people else NOBODY


def people_within(text: str) -> tuple[str, ...] | None:
    """Return who leads by a line below a title: `Lezing door dr. Anna Bos (Gent)`; None where nobody does."""
    found = list(BY.finditer(text)) if len(text) <= _LONGEST_LIST else []
    given = None if found else _GIVEN_BY.fullmatch(text)
    tail = text[found[-1].end() :] if found else "" if given is None else given["who"]
    named = people_in(tail)
    return named.persons if named.sureness is Sureness.SURE else None


def led_with(text: str) -> tuple[str, ...]:
    """Return who takes part by a line that begins with a word for it: `Met wethouder Anna Bos en leraar Jan Mos`."""
    found = WITH.match(text) if len(text) <= 2 * _LONGEST_LIST else None
    tail = "" if found is None else AND_OTHERS.sub("", text[found.end() :])
    named = [each.persons for each in (people_in(tail), speaker_of(tail)) if each.sureness is Sureness.SURE]
    named = [persons for persons in (*named, _each_with_office(tail)) if any(" " in name for name in persons)]
    return max(named, key=len, default=())


def _led_by(text: str) -> Named:
    """Return who leads: names, or what begins with a capital and is no sentence."""
    if is_called_a_group(text):
        return NOBODY
    found = people_in(text)
    last = name_at_end(text) if found.sureness is Sureness.LIKELY and len(found.persons) == 1 else ""
    if found.sureness >= Sureness.LIKELY:
        return Named((last,), Sureness.SURE, text) if last else found
    one = (
        speaker_of(text) if _WITH_COMMA.match(text) and room_sureness(text.rsplit(",", 1)[1]) is Sureness.NO else NOBODY
    )
    if one.sureness is Sureness.SURE:
        return one
    if is_nobody(text) or len(text) > _LONGEST_LIST:
        return NOBODY
    if last := name_behind_office(text):
        # `de voorzitter en de directeur van de VVSG Anna Bos`
        return Named((last,), Sureness.SURE, text)
    first = text.split()[0] if text.split() else ""
    is_named = (
        len(text) <= _LONGEST_NAME
        and first[:1].isupper()
        and len(text.split()) <= 6
        and not re.search(r"[.!?:]\s", text)
    )
    listed = listing(text) if is_named else NOBODY
    is_one = bool(listed.persons) and _INITIALISM.fullmatch(listed.persons[0]) is None
    return listed if is_one and name_sureness(listed.persons[0]) >= Sureness.PERHAPS else NOBODY


def by_preposition(peeled: Peeled, known: Behind) -> Peeled | None:
    """Take off who leads, behind a word that says so: `Rekenen door Anna Bos`; None where no word does."""
    found = _by_a_word(peeled, known) or _with_a_word(peeled, known)
    if found is None:
        return None
    named = found.persons[: len(found.persons) - len(peeled.persons)]
    # `Napraten met Anna Bos, Anna Bos`: who leads stands behind the title, and the title is called so.
    is_twice = len(set(named)) < len(named) or (named and set(named) <= set(peeled.persons))
    return None if is_twice else found


def _by_a_word(peeled: Peeled, known: Behind) -> Peeled | None:
    """`Lezing door Anna Bos`."""
    title = peeled.title
    for found in reversed(list(BY.finditer(title))):
        is_told = peeled.persons and found.start() and _by_within(peeled, found) is None
        if is_told and _is_office(title[found.end() :]):
            # `… door minister van Onderwijs, Anna Bos`
            return added(peeled, title[: found.start()], description=title[found.end() :])
        if (told := _with_role_behind_dash(title[found.end() :])).persons and found.start():
            return added(peeled, title[: found.start()], persons=told.persons, description=told.note)
        # Where names have a cell of their own, `Arrive by Blue Line` names nobody.
        by = people_in(title[found.end() :]) if known.names_in_cells else _led_by(title[found.end() :])
        if known.names_in_cells and by.sureness is not Sureness.SURE:
            continue
        if caters(title[: found.start()], by):
            continue
        within = _by_within(peeled, found)
        is_somewhere = within is not None and any(map(_SOMEWHERE.search, by.persons))
        if by.persons and found.start() and not is_somewhere:
            return added(peeled, title[: found.start()], persons=by.persons, description=by.note)
        if within is not None:
            return within
    return None


def _with_role_behind_dash(text: str) -> Named:
    """Return who leads by `door Anna Bos – Programmamanager, Waterbedrijf Noord`: what they do stands behind a dash."""
    who, dash, role = text.partition(" – ")
    named = people_in(who) if dash and begins_with_an_office(role) else NOBODY
    return Named(named.persons, Sureness.SURE, text) if named.sureness >= Sureness.LIKELY else NOBODY


def caters(before: str, by: Named) -> bool:
    """Whether who stands behind a break is a firm, as far as one can tell: `Lunch, verzorgd door Picknick Catering`."""
    return is_break(before) and any(name_sureness(name) < Sureness.SURE for name in by.persons)


def _with_a_word(peeled: Peeled, known: Behind) -> Peeled | None:
    """`Gesprek met Anna Bos`."""
    title = peeled.title
    if known.people_first and peeled.persons:
        return None
    for found in reversed(list(WITH.finditer(title))):
        named = people_in(title[found.end() :])
        if len(told := _with_offices(title[found.end() :])) > 1:
            return added(peeled, title[: found.start()], persons=told, description=title[found.start() :].strip())
        if ": " in title[found.end() :]:
            # `Masterclass with Eamon Byrne: difficult conversations` is called so.
            continue
        if len(several := _each_with_office(title[found.end() :])) > max(1, len(named.persons)):
            named = Named(several, Sureness.SURE, title[found.end() :])
        if named.sureness < Sureness.SURE and (last := _behind_office(title[found.end() :])):
            named = Named((last,), Sureness.SURE, title[found.end() :])
        if named.sureness < Sureness.SURE and _MET.search(found[0]) and _WITH_COMMA.match(title[found.end() :]):
            named = speaker_of(title[found.end() :])
        before = title[: found.start()]
        if GIVES.fullmatch(before) and named.sureness < Sureness.SURE and (last := name_at_end(title[found.end() :])):
            named = Named((last,), Sureness.SURE, title[found.end() :])
        are_met = _TALK.search(before) is not None or (len(named.persons) > 1 and _TALK_FIRST.match(before) is not None)
        is_talk = are_met and all(" " in name for name in named.persons)
        least = Sureness.LIKELY if is_talk or (known.people_by_with and _MET.search(found[0])) else Sureness.SURE
        if named.sureness >= least and found.start():
            return added(peeled, title[: found.start()], persons=named.persons, description=named.note)
    return None


def _by_within(peeled: Peeled, by: re.Match[str]) -> Peeled | None:
    """`Gesprek onder leiding van Anna Bos met de teams`, `Welkom door Anna Bos. Terugblik`: the title goes on."""
    tail = peeled.title[by.end() :]
    stop = _GOES_ON_BEHIND_A_NAME.search(tail)
    named = NOBODY if stop is None else people_in(tail[: stop.start()])
    if stop is None or named.sureness < Sureness.LIKELY or not by.start():
        return None
    before = peeled.title[: by.start()].rstrip(EDGES)
    if _WHO_DO.match(tail, stop.end()):
        return added(peeled, before.rstrip(" ."), persons=named.persons, description=tail)
    joined = ". " if stop[0].startswith(".") else " "
    return added(peeled, f"{before}{joined}{tail[stop.end() :]}", persons=named.persons, description=named.note)


def _is_office(text: str) -> bool:
    """Whether a text says what somebody does and not how they are called: `minister van Onderwijs`."""
    first = text.split()[0] if text.split() else ""
    is_told = says_what_one_does(first) or without_honorifics(text)[1]
    return first[:1].islower() and is_told and not name_at_end(text) and len(text) <= _LONGEST_NAME


def _each_with_office(text: str) -> tuple[str, ...]:
    """Return the names of people who are told of with their offices: `wethouder Anna Bos en directeur taal Jan Mos`."""
    pieces = [piece for piece in re.split(r",\s+|\s+(?:en|and|und)\s+", text) if piece]
    names = [
        named.persons[0] if (named := people_in(piece)).sureness is Sureness.SURE else name_at_end(piece)
        for piece in pieces
    ]
    return (
        tuple(name for name in names if name)
        if names and names[0] and names[-1] and len(text) <= 2 * _LONGEST_LIST
        else ()
    )


def _with_offices(text: str) -> tuple[str, ...]:
    """Return who is named with an office behind a colon: `Anna Bos: burgemeester van Ede en met Jan Mos: schepen`."""
    pieces = re.split(r"(?:,| en| and| und)? (?:met|with|mit) (?=[A-ZÀ-Þ])", text)
    told = [piece.partition(": ") for piece in pieces]
    is_each = all(office[:1].islower() and says_what_one_does(office) for _, _, office in told)
    names = [named.persons[0] for who, _, _ in told if (named := people_in(who)).sureness >= Sureness.LIKELY]
    return tuple(names) if is_each and len(names) == len(pieces) else ()


def _behind_office(text: str) -> str:
    """Return the name behind an office, be it a first name alone: `stichtingsvoorzitter Bart Krol`, `gids Anna`."""
    return name_behind_office(text) or first_name_behind_office(text)


def by_topic(peeled: Peeled) -> Peeled | None:
    """`Gespräch mit Anna Bos, Leiterin: Thema: „Schule heute“`: what is spoken of stands last."""
    found = _TOPIC.search(peeled.title)
    if found is None or not found.start() or numbers_a_series(peeled.title[: found.start()].rstrip(EDGES)):
        return None
    return added(peeled, peeled.title[: found.start()], description=found["topic"])


def by_quote(peeled: Peeled) -> Peeled | None:
    """`‘De waarde van wetenschap’ Prof. dr. Anna Bos`: who speaks stands right behind a title in quotes."""
    found = _QUOTED.fullmatch(peeled.title)
    if found is None:
        return None
    named = people_in(found["who"])
    if named.sureness < Sureness.LIKELY:
        return None
    return added(peeled, found["title"], persons=named.persons, description=named.note)


def by_dash(peeled: Peeled) -> Peeled | None:
    """Take off a name that no list knows, where the lines around have theirs behind a dash."""
    pieces = SEPARATOR.split(peeled.title)
    words = pieces[-1].split()
    is_named = 2 <= len(words) <= 4 and all(re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]*[\w.'’-]*", word) for word in words)
    if len(pieces) < 2 or peeled.persons or not is_named or tells_a_phase(pieces[-1]):
        return None
    return added(peeled, peeled.title.removesuffix(pieces[-1]), persons=(pieces[-1],))


def people_by_word(text: str, sureness: Sureness) -> Named:
    """Return who is named behind a separator, also after a word such as `by`; nobody who is less sure than asked."""
    by = BY.match(text)
    if by is not None:
        return _led_by(text[by.end() :])
    named = people_in(text)
    if named.sureness < Sureness.SURE and (told := _told_with_office(text)).persons:
        return told
    longest = 30 if named.note else 3 * len(named.persons) + 3
    return NOBODY if named.sureness < sureness or len(_IN_PARENTHESES.sub("", text).split()) > longest else named


def _told_with_office(text: str) -> Named:
    """Return who stands behind a separator with what they do: `Dr. Anna Bos, Staatssekretär beim Bund`."""
    first, comma, rest = text.partition(", ")
    is_told = bool(comma) and says_what_one_does(rest) and len(text) <= _LONGEST_LIST and "?" not in rest
    if not is_told or people_in(first).sureness < Sureness.SURE:
        return NOBODY
    told = speaker_of(text)
    return told if told.sureness is Sureness.SURE else NOBODY
