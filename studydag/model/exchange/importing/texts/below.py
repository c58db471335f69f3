"""A line without a time below the first block: a heading, a note to the block above, or a block of its own."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_section,
    is_sentence,
    numbers_a_series,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import listing
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.texts.below_all import date_below, told_of_a_speaker, venue_below
from studydag.model.exchange.importing.texts.details_below import told_further, who_or_where
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.texts.going_on import goes_on, says_what_to_know
from studydag.model.exchange.importing.texts.options_in_a_line import without_letter
from studydag.model.exchange.importing.titles.names_at_edges import named_in_brackets
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.titles.people_behind import BY, people_behind
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
_PARENTHESIS_FIRST: Final = re.compile(r"\((?P<inner>[^()]{4,80})\)")
# What is in quotes right below a block is what that is about.
_QUOTED: Final = re.compile(r"[‘“„\"«'][^‘“„\"«»”]{4,200}[’”“\"»'][.,]?")
_LED_WITHIN: Final = re.compile(
    r"[,;–—-] (?:referent|spreker|speaker|leitung|begeleid|door|led by|by)\w*:? ", re.IGNORECASE
)
_SHORT: Final = 60
_LONG: Final = 200


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
        (venue_below(row, text, state) or date_below(row, text, state) if is_last else None)
        or _heading(row, text, item)
        or _labelled_option(row, text, item)
        or (told_of_a_speaker(row, text, item, state) if is_last else None)
        or who_or_where(row, text, state, is_known=untimed_are_items is None and state.drafts[-1] is item)
        or told_further(row, text, state)
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
