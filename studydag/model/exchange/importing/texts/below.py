"""A line without a time below the first block: a heading, a note to the block above, or a block of its own."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import (
    header_label,
    is_footer,
    is_section,
    is_sentence,
    numbers_a_series,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness, without_title
from studydag.model.exchange.importing.recognising.people import Named, listing, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import is_hall_of_a_house, room_sureness
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.texts.asides import (
    aside_of,
    who_and_where,
    who_beside_where,
    without_room_behind,
)
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.texts.going_on import goes_on, is_in_quotes, says_what_to_know
from studydag.model.exchange.importing.texts.options import without_letter
from studydag.model.exchange.importing.titles.names_at_edges import named_in_brackets
from studydag.model.exchange.importing.titles.peeled import NOBODY
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.titles.people_behind import (
    BY,
    labelled_people,
    led_with,
    people_behind,
    people_within,
)
from studydag.model.exchange.importing.titles.rooms_behind import bare_room, is_sphere
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_house,
    says_what_one_does,
)
from studydag.model.exchange.importing.vocabulary.words import Role, are_column_heads, is_column_head, label_at
from studydag.model.rules.written.phase_words import closes, is_break, tells_a_phase
from studydag.model.values.imported import LineKind

_NUMBERED: Final = re.compile(
    r"(?:workshop|werkwinkel|deelsessie|sessie|session|atelier|breakout|masterclass|station|themagroep|seminar|forum|ws|ag)"
    r" (?:\d{1,2}|[A-H])(?: |: ?)(?=[^\W\d_])",
    re.IGNORECASE,
)
_ROUND: Final = re.compile(
    r"(?:(?:keuze|workshop|sessie)?(?:ronde|runde|round|sessie|session|blok|block|slot)\s?(?:\d|[A-E]\b"
    r"|[IV]+\b)).{0,40}",
    re.IGNORECASE,
)
# Headings of what stands below a programme, though their words may name a block.
_AFTERWARDS: Final = re.compile(
    r"(?:praktische|practical|praktische[rn]?) info\w*:?|aanmelde\w*(?: en \w+)?:?|inschrijv\w*(?: en \w+)?:?"
    r"|registrati\w+:?|anmeldung:?"
    r"|contact:?",
    re.IGNORECASE,
)
# Those are told of as the people of a block: `Welkom door:` above them.
_LEADS_TO_PEOPLE: Final = re.compile(r"\b(?:door|by|durch|von|met|with|mit):$", re.IGNORECASE)
_LABELLED: Final = re.compile(r"(?P<label>[^:]{3,40}): (?P<who>.{4,200})")
_PARENTHESIS_FIRST: Final = re.compile(r"\((?P<inner>[^()]{4,80})\)")
_PLACE_WITHOUT_COLON: Final = re.compile(
    r"(?:locatie|location|plaats|venue|ort|waar|where|wo)\s+(?=(?-i:[A-ZÀ-Þ]))", re.IGNORECASE
)
# What is in quotes right below a block is what that is about.
_QUOTED: Final = re.compile(r"[‘“„\"«'][^‘“„\"«»”]{4,200}[’”“\"»'][.,]?")
_LED_WITHIN: Final = re.compile(
    r"[,;–—-] (?:referent|spreker|speaker|leitung|begeleid|door|led by|by)\w*:? ", re.IGNORECASE
)
_FOR_ONE: Final = re.compile(
    r"chair|moderator|speaker|spreker|voorzitter|dagvoorzitter|gespreksleider|moderation|moderatie|referent",
    re.IGNORECASE,
)
_SHORT: Final = 60
_LONG: Final = 200
_LONGEST_LIST: Final = 120


def below(row: Row, state: State, *, untimed_are_items: bool | None, is_last: bool) -> None:
    """Note what a line without a time is, given the block above it.

    `untimed_are_items`: whether such lines are blocks; None where each block has its time, so that none of them is.
    """
    text = " ".join(row.filled)
    item = state.last_item()
    if item is None:
        state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
        return
    state.drafts.append(
        (_venue(row, text, state) or _dated(row, text, state) if is_last else None)
        or _heading(row, text, item)
        or _labelled_option(row, text, item)
        or (_told_of_a_speaker(row, text, item, state) if is_last else None)
        or _detail(row, text, state, is_known=untimed_are_items is None and state.drafts[-1] is item)
        or _told_further(row, text, state)
        or _option(row, text, item, state)
        or (Draft(row, LineKind.NOTE, title=text) if goes_on(row, state) else None)
        or _of_its_own(
            row,
            text,
            item,
            state,
            untimed_are_items=untimed_are_items,
            is_last=is_last,
        )
    )


def _unwrapped(text: str) -> str:
    """Return a text without the parentheses round all of it; `Room A (Auditorium)` keeps those that it has."""
    return text.strip("()[] ") if text.startswith(("(", "[")) else text


def _venue(row: Row, text: str, state: State) -> Draft | None:
    """`Locatie: …` among what stands below the programme is where the day is held."""
    label = header_label(text)
    last = state.drafts[-1]
    is_below = last.kind in {LineKind.HEADING, LineKind.NOT_UNDERSTOOD} or _is_first_apart(row, state)
    told = _PLACE_WITHOUT_COLON.match(text) if label is None else None
    where = text[told.end() :] if told is not None else label[1] if label is not None and label[0] == "place" else ""
    if not where or not is_below or (told is not None and room_sureness(where) < Sureness.SURE):
        return None
    return Draft(row, LineKind.VENUE, title=where)


def _is_first_apart(row: Row, state: State) -> bool:
    """Whether a line stands apart from the last block and no other says where, so that it is meant for all of them."""
    is_apart = row.after_gap and state.drafts[-1].kind is LineKind.ITEM and not state.has_venue
    return is_apart and not any(draft.room for draft in state.drafts)


def _told_of_a_speaker(row: Row, text: str, item: Draft, state: State) -> Draft | None:
    """A paragraph below a closing or a break that begins with who speaks further up: it tells of them, and not of that.

    `Anna Bos` or `Anna Bos (1969) studeerde in Delft` below `16.00 Borrel`.
    """
    if not row.after_gap or row.bullet or not (closes(item.title) or is_break(item.title)):
        return None
    known = {person.casefold() for draft in state.drafts for person in draft.persons if len(person.split()) > 1}
    known -= {person.casefold() for person in item.persons}
    is_told = any(text.casefold() == name or text.casefold().startswith((f"{name} ", f"{name},")) for name in known)
    return Draft(row, LineKind.NOT_UNDERSTOOD) if is_told else None


def _dated(row: Row, text: str, state: State) -> Draft | None:
    """`Datum: …` among what stands below the programme is when the day is held, if nothing above says so."""
    label = header_label(text)
    date = find_date(label[1]) if label is not None and label[0] == "date" else None
    first = next((draft for draft in state.drafts if draft.kind.is_block), None)
    if date is None or not date.is_full or first is None or state.first_date is not None:
        return None
    first.begins_part, first.date = True, state.settle(date)
    return Draft(row, LineKind.HEADING, title=text)


def _heading(row: Row, text: str, item: Draft) -> Draft | None:
    if (len(row.filled) > 1 and sum(is_column_head(cell) for cell in row.filled) >= 2) or are_column_heads(text):
        return Draft(row, LineKind.HEADING, title=text)
    if _NUMBERED.match(text) and offers_parallel(item.title) and len(text.split()) > 3:
        return None
    is_of_a_choice = option_label(text) and (option_label(item.title) or offers_parallel(item.title))
    is_list_head = text.endswith(":") and offers_parallel(text) and offers_parallel(item.title)
    if is_section(text) or is_list_head or (_ROUND.fullmatch(text) and len(row.filled) == 1 and not is_of_a_choice):
        return Draft(row, LineKind.HEADING, title=text)
    if row.is_heading and not tells_a_phase(text) and not option_label(text):
        return Draft(row, LineKind.HEADING, title=text)
    return None


def _take_as_subtitle(state: State) -> None:
    """Take a line between a block and the one who speaks for what the block is about: `Impuls 1`, `Blick nach Wien`."""
    if len(state.drafts) > 1:
        before, last = state.drafts[-2:]
        is_alone = last.kind is LineKind.PARKED and not (last.persons or last.room or last.minutes or last.extras)
        if is_alone and before.kind is LineKind.ITEM and not before.persons and not tells_a_phase(last.title):
            last.kind, last.description, last.title = LineKind.NOTE, last.title, ""


def _detail(row: Row, text: str, state: State, *, is_known: bool) -> Draft | None:
    """A line that names only people, only a room, or begins with a label; `is_known`: it can be no block."""
    label = label_at(row.filled[0] if row.between is Between.BAR else text)
    if label is not None and label[0] in {Role.PERSONS, Role.ROOM, Role.REST}:
        return _labelled(row, text, label)
    aside = aside_of(text)
    if aside is not None and not is_known:
        return Draft(row, LineKind.NOTE, persons=aside.persons, room=aside.room, description=text)
    told = (
        people_told(text) if is_sentence(text) and not is_break((state.last_item() or state.drafts[-1]).title) else ()
    )
    if told:
        return Draft(row, LineKind.NOTE, persons=told, description=text)
    who, where = without_room_behind(text)
    led = _led_by(who)
    if led.persons:
        return Draft(row, LineKind.NOTE, persons=led.persons, room=where, description=led.note)
    if not row.bullet and (others := led_with(who)):
        return Draft(row, LineKind.NOTE, persons=others, room=where, description=text)
    if len(row.filled) > 1 and row.between is not Between.NOTHING:
        both = who_and_where(row.filled)
        return (
            None if both is None else Draft(row, LineKind.NOTE, persons=both.persons, room=both.room, description=text)
        )
    beside = (
        None if row.bullet or offers_parallel((state.last_item() or state.drafts[-1]).title) else who_beside_where(text)
    )
    if beside is not None:
        return Draft(row, LineKind.NOTE, persons=beside.persons, room=beside.room, description=text)
    within = None if row.after_gap or tells_a_phase(text) else people_within(text)
    if within is not None:
        return Draft(row, LineKind.NOTE, persons=within, description=text)
    # `Receptie` alone is what comes next, and no desk.
    is_called = is_break(text) or (name_sureness(text) is Sureness.SURE and without_title(text) != text)
    room = bare_room(_unwrapped(text))
    is_led_to = room != _unwrapped(text) and room_sureness(room) is Sureness.SURE and not is_sphere(room)
    is_offered = tells_a_phase(text) or offers_parallel((state.last_item() or state.drafts[-1]).title)
    is_room = room_sureness(text) >= Sureness.SURE or is_led_to or (is_hall_of_a_house(text) and not is_offered)
    if is_room and not is_called and not text.endswith(":"):
        return Draft(row, LineKind.NOTE, room=room)
    return _speaker(row, text, state, is_known=is_known)


def _labelled(row: Row, text: str, label: tuple[Role, str, str]) -> Draft:
    """Return what stands behind a label for people, for a room, or for something else that is told of a block."""
    role, name, rest = label
    if role is Role.REST and _are_surely_people(rest):
        role = Role.PERSONS  # `Deelnemers: Anna Bos (VU), Jan Mos (KPC)`
    if role is Role.PERSONS and (beside := who_beside_where(rest)) is not None:
        return Draft(row, LineKind.NOTE, persons=beside.persons, room=beside.room, description=text)
    if role is Role.PERSONS:
        listed = listing("; ".join((rest, *row.filled[1:])) if row.between is Between.BAR else rest)
        persons = listed.persons[:1] if _is_one_with_house(name, listed) else listed.persons
        is_told = listed.note or len(persons) < len(listed.persons)
        return Draft(row, LineKind.NOTE, persons=persons, description=text if is_told else "")
    if role is Role.ROOM:
        first = rest.partition(", ")[0]
        is_told = len(rest) > _SHORT and room_sureness(first) >= Sureness.LIKELY
        return Draft(row, LineKind.NOTE, room=first if is_told else rest, description=text if is_told else "")
    return Draft(row, LineKind.NOTE, description=text)


def _are_surely_people(text: str) -> bool:
    """Whether a text names several people by their whole names: `Anna Bos (VU), Jan Mos`, not `Rekenen en taal`."""
    named = people_in(text)
    return named.sureness is Sureness.SURE and len(named.persons) > 1 and all(" " in name for name in named.persons)


def _is_one_with_house(label: str, listed: Named) -> bool:
    """Whether behind a label for one person stands who that is, and then where from: `Chair: Dr. Anna Bos, Agogi`."""
    first, *others = listed.persons or ("",)
    is_titled = name_sureness(first) is Sureness.SURE and without_title(first) != first
    are_none = all(name_sureness(other) < Sureness.SURE for other in others)
    return _FOR_ONE.fullmatch(label) is not None and is_titled and bool(others) and are_none


def _led_by(text: str) -> Named:
    """Return who leads by a line that begins with `Door`, `O.l.v.`; in a sentence only who is surely somebody."""
    by = BY.match(text)
    if by is None:
        return NOBODY
    listed = listing(text[by.end() :])
    is_sure = any(name_sureness(person) is Sureness.SURE for person in listed.persons)
    if is_sentence(text) and not is_sure:
        return NOBODY
    return listed if len(text) <= (_LONG if is_sure else _LONGEST_LIST) else NOBODY


def _speaker(row: Row, text: str, state: State, *, is_known: bool) -> Draft | None:
    named = speaker_of(text)
    is_house = not re.search("[,(]", text) and is_called_a_house(text)
    if named.sureness < Sureness.SURE and not row.after_gap and state.drafts[-1].persons and is_house:
        return Draft(row, LineKind.NOTE, description=text)  # `Basisschool De Wilg` below `Anna Bos`
    if named.sureness < Sureness.SURE and (inside := named_in_brackets(text)).persons:
        named = Named((), Sureness.NO) if tells_a_phase(text) else Named(inside.persons, Sureness.LIKELY, text)
    if named.sureness >= Sureness.SURE and not row.after_gap:
        _take_as_subtitle(state)
    is_told = bool(named.note) and says_what_one_does(text.partition(",")[2])
    if named.sureness >= Sureness.SURE or (
        named.sureness >= Sureness.LIKELY and (is_known or is_told or not row.after_gap)
    ):
        return Draft(row, LineKind.NOTE, persons=named.persons, description=named.note)
    return None


def _told_further(row: Row, text: str, state: State) -> Draft | None:
    """What a speaker talks of, below a line such as `Anna Bos (Kiel):`; or the rest of what is in quotes."""
    last = state.drafts[-1]
    above = last.row.text
    label = _LABELLED.fullmatch(text)
    who = None if label is None or row.bullet or len(row.filled) > 1 else speaker_of(label["who"].rstrip(","))
    if not row.bullet and len(row.filled) == 1 and (several := labelled_people(text)).persons:
        who = several
    least = Sureness.LIKELY if label is not None and begins_with_an_office(label["label"]) else Sureness.SURE
    if who is not None and who.sureness >= least and not offers_parallel((state.last_item() or last).title):
        # `Predigt: Anna Bos`, `Impuls 1: Dr. Jan Mos, Kiel`
        return Draft(row, LineKind.NOTE, persons=who.persons, description=text)
    if (
        not row.after_gap
        and last.kind is LineKind.NOTE
        and (is_in_quotes(above) or (last.persons and above[-1:] == ":"))
    ):
        return Draft(row, LineKind.NOTE, description=text)
    if (
        tells_a_phase(text)
        or row.bullet
        or not any(draft.row is not row and _leads_to_people(draft) for draft in state.since_last_item())
    ):
        return None
    named = speaker_of(text)
    persons = named.persons if named.sureness is Sureness.SURE else ()
    return Draft(row, LineKind.NOTE, persons=persons, description=text)


def _leads_to_people(draft: Draft) -> bool:
    return draft.row.text.endswith(":") and _LEADS_TO_PEOPLE.search(draft.row.text[-_SHORT:]) is not None


def _option(row: Row, text: str, item: Draft, state: State) -> Draft | None:
    if _NUMBERED.match(text) and offers_parallel(item.title) and len(row.filled) == 1:
        return with_peeled(Draft(row, LineKind.OPTION), text)
    if item.kind is LineKind.ITEM and row.after_gap and option_label(text) and option_label(item.title):
        # `Sessie 1B` in a paragraph of its own runs beside `Sessie 1A` above it.
        return with_peeled(Draft(row, LineKind.ITEM, time=item.time), text)
    label = option_label(text)
    if label >= len("Workshop 1:") - 1 and len(row.filled) == 1 and _is_apart(item, text):
        # What is offered is told of below the programme, and nothing says when.
        return with_peeled(Draft(row, LineKind.PARKED), text)
    if not label and _is_one_of_several(row, text, item, state):
        return with_peeled(Draft(row, LineKind.OPTION), text)
    if not label or (not offers_parallel(item.title) and tells_a_phase(item.title)):
        return None
    if len(row.filled) > 1 and row.between is not Between.NOTHING:
        # `Workshop A: Bewegen | Gymzaal | Anna Bos`
        first, *extras = row.filled
        return Draft(row, LineKind.OPTION, title=without_letter(first), extras=tuple(extras))
    return with_peeled(Draft(row, LineKind.OPTION), without_letter(text))


def _labelled_option(row: Row, text: str, item: Draft) -> Draft | None:
    """`Forum A – Lezen, Referentin: Anna Bos, Raum 12` below what offers a choice; the label may have its own cell."""
    first, *more = row.filled
    if not offers_parallel(item.title) or row.bullet or len(text) > _LONG:
        return None
    if more and row.between is not Between.NOTHING:
        # `Workshop 1 | Begeleiden met beeld | Anna Bos | Zaal 2`
        is_label = option_label(f"{first}: x") > len(first) and len(first) > len("1A")
        made = Draft(row, LineKind.OPTION, title=f"{first}: {more[0]}", extras=tuple(more[1:]))
        return made if is_label else None
    is_led = option_label(text) > len("1A: ") and _LED_WITHIN.search(text) is not None
    # `WS 2 Lesen lernen (Anna Bos)`
    is_led = is_led or (_NUMBERED.match(text) is not None and bool(named_in_brackets(text).persons))
    return with_peeled(Draft(row, LineKind.OPTION), text) if is_led else None


def _is_apart(item: Draft, text: str) -> bool:
    """Whether a labelled session can be no choice of the block above it: that is a break, or stands apart itself."""
    if item.kind is LineKind.PARKED:
        return bool(option_label(item.title))
    return (
        tells_a_phase(item.title)
        and not offers_parallel(item.title)
        and not option_label(item.title)
        and len(text) <= _LONG
    )


def _is_one_of_several(row: Row, text: str, item: Draft, state: State) -> bool:
    """Whether a line without a mark is an option by where it stands: below `Choose one:`, with a room or people."""
    last = state.drafts[-1]
    is_begun = last.kind is LineKind.OPTION and not last.row.bullet and not option_label(last.row.text)
    is_begin = last.row.text.endswith(":") and last.kind is not LineKind.ITEM
    if row.after_gap or is_sentence(text) or not offers_parallel(item.title) or not (is_begun or is_begin):
        return False
    peeled = peel(text)
    return bool(peeled.room or peeled.persons)


def _tells_who(text: str, item: Draft, state: State) -> bool:
    """Whether a line tells who does what a block is called, whose title stands on the line below its time."""
    is_below = item.time.start is not None and not item.row.text.lstrip("•*-– ").startswith(item.row.cells[0])
    is_first = state.drafts[-1] is item and not item.persons
    found = list(BY.finditer(text)) if is_below and is_first else []
    return (
        bool(found) and bool(found[-1].start()) and people_behind(text[found[-1].start() :]).sureness is Sureness.SURE
    )


def _is_of_a_speaker(text: str, item: Draft, state: State) -> bool:
    """Whether `Opening` below `Anna Bos, gedeputeerde` is what she does within a block of which the end is known."""
    last = state.drafts[-1]
    is_within = item.kind is LineKind.ITEM and item.time.end is not None
    return is_within and last.kind is LineKind.NOTE and bool(last.persons) and not is_break(text) and not closes(text)


def _labelled_inside(text: str) -> tuple[str, ...]:
    """Return who leads by a label in the parentheses with which a line begins: `(Moderatie: Anna Bos), met muziek`."""
    found = _PARENTHESIS_FIRST.match(text)
    label = None if found is None else label_at(found["inner"])
    return () if label is None or label[0] is not Role.PERSONS else listing(label[2]).persons


def _of_its_own(
    row: Row, text: str, item: Draft, state: State, *, untimed_are_items: bool | None, is_last: bool
) -> Draft:
    has_columns = row.between is not Between.NOTHING and len(row.filled) > 1 and item.row.between is row.between
    if has_columns and not is_sentence(row.filled[0]):
        first, *extras = row.filled
        is_offered = offers_parallel(item.title) or (numbers_a_series(item.title) and not numbers_a_series(first))
        kind = LineKind.OPTION if is_offered and item.time.start is not None else LineKind.PARKED
        return Draft(row, kind, title=first, extras=tuple(extras))
    if is_footer(text) or text.startswith(("*", "(", "→", "NB", "N.B.")):
        kind = LineKind.NOT_UNDERSTOOD if row.after_gap or is_last else LineKind.NOTE
        return Draft(row, kind, description=text, persons=_labelled_inside(text))
    is_below_heading = state.drafts[-1].kind is LineKind.HEADING
    if text.endswith(":") and len(text) <= _SHORT:
        return Draft(row, LineKind.NOTE, description=text)
    if is_sentence(text):
        kind = LineKind.NOT_UNDERSTOOD if is_last and (row.after_gap or is_below_heading) else LineKind.NOTE
        is_first = state.drafts[-1] is item and not item.persons and not item.extras
        return Draft(row, kind, description=text, persons=people_told(text[:200]) if is_first else ())
    if item.row.bullet and not row.bullet and not tells_a_phase(text):
        return Draft(row, LineKind.NOT_UNDERSTOOD if row.after_gap else LineKind.NOTE, description=text)
    if _is_of_a_speaker(text, item, state):
        return Draft(row, LineKind.NOTE, description=text)
    return _by_its_words(row, text, item, state, untimed_are_items=untimed_are_items, is_last=is_last)


def _is_one_more(row: Row, item: Draft, state: State) -> bool:
    """Whether a line behind the last time is a block too: where times have cells of their own, and no line tells more.

    `Exit ticket survey` behind `10:30  Tea`.
    """
    is_plain = not (row.after_gap or row.bullet or row.indent) and row.text[:1].isupper()
    are_alone = all(draft.kind is not LineKind.NOTE for draft in state.drafts)
    return is_plain and are_alone and item.row.between is not Between.NOTHING


def _by_its_words(
    row: Row, text: str, item: Draft, state: State, *, untimed_are_items: bool | None, is_last: bool
) -> Draft:
    """Take a line for a block or for what is said of the one above, by a duration or a telling word in it."""
    if state.drafts[-1] is item and item.title and _QUOTED.fullmatch(text) and not offers_parallel(item.title):
        return Draft(row, LineKind.NOTE, description=text)
    peeled = peel(text)
    has_ended = is_last and sum(draft.time.start is not None for draft in state.drafts) > 2
    if peeled.minutes is not None and (tells_a_phase(text) or (untimed_are_items and not has_ended)):
        return with_peeled(Draft(row, LineKind.ITEM), text)
    if is_last and row.after_gap and (not tells_a_phase(text) or _AFTERWARDS.fullmatch(text)):
        return Draft(row, LineKind.NOT_UNDERSTOOD)
    is_told_of = (
        untimed_are_items is None
        or (is_last and not tells_a_phase(text) and not (untimed_are_items and _is_one_more(row, item, state)))
        or _tells_who(text, item, state)
        or says_what_to_know(text)
    )
    if is_told_of or (item.row.after_gap and not row.after_gap and not row.between.is_table):
        # In a text of paragraphs what stands right below a block belongs to it.
        persons = peeled.persons or named_in_brackets(text).persons
        return Draft(row, LineKind.NOTE, persons=persons, room=peeled.room, description=text)
    if tells_a_phase(text) or untimed_are_items:
        return with_peeled(Draft(row, LineKind.PARKED), text)
    return Draft(row, LineKind.NOTE, persons=named_in_brackets(text).persons, description=text)
