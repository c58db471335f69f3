"""Lines as a programme: ends that are read off, what overlaps, what has no time, and the study day that comes of it."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.as_day import programme_of_day
from studydag.model.exchange.importing.opening import read_text
from studydag.model.exchange.importing.recognising.matching import Names, person_key, room_key
from studydag.model.values.imported import ImportedBlock, ImportedProgramme
from studydag.model.values.phases import Phase
from studydag.model.values.programme import BlockKind
from studydag.model.values.school import Person, PersonRole, Room


def programme(text: str, **options: dt.time) -> ImportedProgramme:
    return arranged(read_text(text, today=dt.date(2026, 1, 5)), round_title="Keuzeronde", **options)


def shape(block: ImportedBlock) -> tuple[object, ...]:
    return (block.title, block.start, block.end, [shape(option) for option in block.options])


def test_an_end_is_the_next_start_and_the_last_one_is_open() -> None:
    first, last = programme("9.00 Opening\n9.30 Lezing").parts[0].blocks
    assert (first.end, first.end_inferred) == (570, True)
    assert (last.end, last.end_inferred) == (None, False)


def test_what_overlaps_is_one_round_with_offsets_cut_where_all_come_together() -> None:
    text = "9-10 Opening\n10.00-12.00 Rekenen\n10.30-11.30 Taal\n11.45-12.45 Muziek\n12.00-13.00 Lunch\n13-14 Zingen"
    (part,) = programme(text).parts
    assert [shape(block) for block in part.blocks] == [
        ("Opening", 540, 600, []),
        (
            "Keuzeronde",
            600,
            765,
            [("Rekenen", 600, 720, []), ("Taal", 630, 690, []), ("Muziek", 705, 765, [])],
        ),
        ("Lunch", 720, 780, []),
        ("Zingen", 780, 840, []),
    ]


def test_a_block_that_offers_a_choice_holds_what_takes_place_within_it() -> None:
    (part,) = programme("10-12 Workshops\n10-11 Rekenen\n11-12 Taal").parts
    (block,) = part.blocks
    assert shape(block) == ("Workshops", 600, 720, [("Rekenen", 600, 660, []), ("Taal", 660, 720, [])])


def test_without_any_clock_time_a_part_begins_where_it_is_told() -> None:
    text = "Agenda\n1. Welkom (10 min)\n2. Cijfers (30 min)\n3. Rondvraag"
    (part,) = programme(text, part_start=dt.time(13, 15)).parts
    assert [(block.start, block.end) for block in part.blocks] == [(795, 805), (805, 835), (835, 865)]
    assert [block.end_inferred for block in part.blocks] == [False, False, True]


def test_what_has_no_time_among_what_has_is_parked() -> None:
    read = programme("9.00 Opening\nLunch\n13.00 Lezing\n")
    assert [block.title for block in read.parked] == ["Lunch"]
    assert [block.title for block in read.parts[0].blocks] == ["Opening", "Lezing"]


def test_phases_are_guessed_from_words() -> None:
    words = {
        "Inloop met koffie": Phase.ORGANISATION,
        "Keynote: zien": Phase.INSPIRATION,
        "Koffiepauze": Phase.BREAK,
        "Mittagspause": Phase.BREAK,
        "Workshop rekenen": Phase.APPLICATION,
        "Breakout A": Phase.APPLICATION,
        "Begrüßung": Phase.ORGANISATION,
        "Terugblik": Phase.REFLECTION,
        "Wat de hersenen doen": Phase.KNOWLEDGE,
        "Closing": Phase.ORGANISATION,
    }
    text = "\n".join(f"{9 + place}.00 {title}" for place, title in enumerate(words))
    assert {block.title: block.phase for block in programme(text).parts[0].blocks} == words


def test_a_study_day_has_pins_only_where_time_is_left() -> None:
    made = programme_of_day(programme("9.00-9.30 Opening\n9.30-10.00 Lezing\n11.00-11.30 Slot\n12.00 Borrel"))
    assert [(block.minutes, block.pinned_start, block.open_end) for block in made.blocks] == [
        (30, None, False),
        (30, None, False),
        (30, dt.time(11), False),
        (30, dt.time(12), True),
    ]
    (part,) = made.parts
    assert (part.start, part.end) == (dt.time(9), dt.time(12, 30))


def test_options_have_offsets_and_rooms() -> None:
    made = programme_of_day(programme("10.00-11.00 Rekenen, lokaal 1\n10.30-11.15 Taal, lokaal 2\n11.15 Lunch"))
    round_block, first, second, _ = made.blocks
    assert (round_block.kind, round_block.title) == (BlockKind.ROUND, "Keuzeronde")
    assert (first.round, second.round) == (round_block.id, round_block.id)
    assert (first.offset_minutes, second.offset_minutes) == (0, 30)
    assert [room.name for room in made.rooms] == ["lokaal 1", "lokaal 2"]
    assert (first.room, second.room) == tuple(room.id for room in made.rooms)


def test_people_and_rooms_of_the_school_are_found_again() -> None:
    people = [Person(uid="a", name="Jan de Vries"), Person(uid="b", name="Anouk Timmer")]
    rooms = [Room(uid="r", name="Lokaal 1.23")]
    text = (
        "Tijd;Titel;Wie;Waar\n9.00;A;J. de Vries;1.23\n10.00;B;dr. Anouk Timmers;lokaal 1.24\n"
        "11.00;C;Piet Bos (SLO);1.23\n12.00;D;werkgroep taal;1.23"
    )
    made = programme_of_day(programme(text), people, rooms)
    assert [(person.uid, person.name, person.organisation) for person in made.people] == [
        ("a", "Jan de Vries", ""),
        ("b", "Anouk Timmer", ""),
        ("", "Piet Bos", "SLO"),
    ]
    assert made.people[2].role is PersonRole.EXTERNAL
    assert [(room.uid, room.name) for room in made.rooms] == [("r", "Lokaal 1.23"), ("", "lokaal 1.24")]
    assert (made.blocks[3].leads, made.blocks[3].description) == ((), "werkgroep taal")


def test_names_that_are_only_nearly_the_same_are_two() -> None:
    people = Names([("Jan de Vries", 1), ("Jo de Vries", 2), ("Petra Bos", 3)], person_key)
    assert people.find("Prof. Jan de Vries (UU)") == 1
    assert people.find("J. de Vries") is None
    assert people.find("Pieter Bos") is None
    assert people.find("Petra  Bós") == 3
    rooms = Names([("Lokaal 12", 1), ("Aula", 2)], room_key)
    assert (rooms.find("12"), rooms.find("lok. 12"), rooms.find("13"), rooms.find("aula")) == (1, 1, None, 2)


@pytest.mark.parametrize("last", ["Einde", "einde van de dag", "End", "Ende der Veranstaltung"])
def test_a_line_that_says_the_end_is_where_the_part_ends(last: str) -> None:
    (part,) = programme_of_day(programme(f"13.00 Lezing\n15.30 {last}")).parts
    assert (part.start, part.end) == (dt.time(13), dt.time(15, 30))


def test_what_is_open_and_lasts_a_while_keeps_its_time() -> None:
    (part,) = programme_of_day(programme("13.00 Lezing\n15.30 Eindpresentaties")).parts
    assert part.end == dt.time(16)


def test_what_is_more_than_a_description_holds_is_parked() -> None:
    day = programme_of_day(programme("9.00 Opening\n10.00 " + "woord " * 12_000 + "\n11.00 Slot"))
    parked = [block for block in day.blocks if block.part is None]
    assert [block.title for block in parked] == [day.blocks[1].title]
    told = f"{day.blocks[1].title[:-1]} {day.blocks[1].description} {parked[0].description}"
    assert "".join(told.split()) == "woord" * 12_000
