"""An office and a name, in every notation, come in as the same person wherever the two stand."""

import pytest

from studydag.model.exchange.importing.recognising.names import name_and_organisation, without_title
from studydag.model.exchange.importing.recognising.people import listed_people
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.titles.peeling import peel
from tests.model.exchange.importing.copied_texts import blocks

_WRITTEN = [
    ("directeur Anna Bos", ("Anna Bos",)),
    ("Anna Bos, directeur van De Wilg", ("Anna Bos",)),
    ("CLB-medewerker An De Smet", ("An De Smet",)),
    ("pedagoog Fatima El Idrissi", ("Fatima El Idrissi",)),
    ("Schulpsychologin Ute Mos", ("Ute Mos",)),
    ("voorzitter van de MR Anna Bos", ("Anna Bos",)),
    ("IB'er Anna Bos", ("Anna Bos",)),
    ("SENCO Mary Hill", ("Mary Hill",)),
    ("leerkracht groep 5 Anna Bos", ("Anna Bos",)),
    ("kinderarts dr. Karim Haddad", ("Karim Haddad",)),
    ("de zorgcoördinator, Anna Bos", ("Anna Bos",)),
    ("Prof. dr. Anna Bos emeritus hoogleraar pedagogiek", ("Anna Bos",)),
    ("Anna Bos – directeur van De Wilg", ("Anna Bos",)),
    ("Anna Bos – directeur De Wilg", ("Anna Bos",)),
    ("Anna Bos, directeur Jan Mos", ("Anna Bos", "Jan Mos")),
    ("Anna Bos als dagvoorzitter", ("Anna Bos",)),
    ("Anna Bos van Stichting Lezen", ("Anna Bos",)),
    ("Anna Bos namens het bestuur", ("Anna Bos",)),
    ("Jan Mos en Anna Bos van De Wilg", ("Jan Mos", "Anna Bos")),
    ("gedragswetenschapper Anna Bos van het samenwerkingsverband", ("Anna Bos",)),
    ("Anna Bos, IB'er, en Jan Mos, taalcoördinator", ("Anna Bos", "Jan Mos")),
    ("Anna Bos MSc, PhD", ("Anna Bos",)),
    ("Anna Bos e.a.", ("Anna Bos",)),
    ("Oberstudienrat Uwe Post", ("Uwe Post",)),
    ("streekvoorzitter Noord Jan Mos", ("Jan Mos",)),
]


def _bare(persons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(without_title(name_and_organisation(person)[0]) for person in persons)


@pytest.mark.parametrize(("written", "persons"), _WRITTEN)
def test_the_name_beside_an_office_is_the_person(written: str, persons: tuple[str, ...]) -> None:
    assert _bare(listed_people(written)) == persons
    for title in (
        f"Lezen met plezier door {written}",
        f"Lezen met plezier – {written}",
        f"Lezen met plezier ({written})",
    ):
        peeled = peel(title)
        assert (peeled.title, _bare(peeled.persons)) == ("Lezen met plezier", persons), title
    below = blocks(f"09:00 Start\n10:00 Lezen met plezier\n{written}\n11:00 Sluiting")
    assert _bare(below["Lezen met plezier"].persons) == persons


@pytest.mark.parametrize("name", ["Jan van De Velde", "An De Smet", "Karel van de Berg", "Maria van het Hof"])
def test_small_words_within_a_name_do_not_tell_for_whom_somebody_is_there(name: str) -> None:
    assert listed_people(name) == (name,)


def test_that_others_come_too_stays_said() -> None:
    assert peel("Lezen door Anna Bos e.a.").description == "Anna Bos e.a"


@pytest.mark.parametrize(
    ("line", "title", "persons", "room"),
    [
        ("In gesprek met Anna Bos", "In gesprek met Anna Bos", ("Anna Bos",), ""),
        ("In gesprek met Anna Bos – lokaal 3", "In gesprek met Anna Bos", ("Anna Bos",), "lokaal 3"),
        ("In gesprek met Anna Bos (aula)", "In gesprek met Anna Bos", ("Anna Bos",), "aula"),
        ("In gesprek met Anna Bos, Jan Mos en Ria Vos", None, ("Anna Bos", "Jan Mos", "Ria Vos"), ""),
        ("Im Gespräch mit Ute Mos, Schulleiterin", None, ("Ute Mos",), ""),
        ("In gesprek met ouders", "In gesprek met ouders", (), ""),
        ("Lezen i.s.m. Stichting Lezen", "Lezen i.s.m. Stichting Lezen", (), ""),
        ("Lezen mmv Anna Bos", "Lezen", ("Anna Bos",), ""),
        ("Lezen door Anna B.", "Lezen", ("Anna B",), ""),
        ("Viering met Jan Mos als gastspreker", "Viering", ("Jan Mos",), ""),
        ("directeur Anna Bos: Lezen met plezier", "Lezen met plezier", ("Anna Bos",), ""),
        ("taalcoach Jan Mos en IB'er Anna Bos: Samen lezen", "Samen lezen", ("Jan Mos", "Anna Bos"), ""),
        ("de werkgroep: Lezen met plezier", "de werkgroep: Lezen met plezier", (), ""),
    ],
)
def test_who_a_title_names_with_an_office_or_in_a_talk(
    line: str, title: str | None, persons: tuple[str, ...], room: str
) -> None:
    peeled = peel(line)
    assert (peeled.title, peeled.persons, peeled.room) == (title or line, persons, room)


@pytest.mark.parametrize(
    ("cell", "persons"),
    [
        ("Anna Bos i.s.m. Stichting Lezen", ("Anna Bos",)),
        ("Anna Bos i.s.m. Jan Mos", ("Anna Bos", "Jan Mos")),
        ("Stichting Lezen", ("Stichting Lezen",)),
        ("o.l.v. Anna Bos", ("Anna Bos",)),
        ("IB: Anna Bos", ("Anna Bos",)),
        ("Anna Bos - IB'er", ("Anna Bos",)),
        ("Anna en Piet", ("Anna", "Piet")),
    ],
)
def test_a_cell_for_people_names_them_and_no_house(cell: str, persons: tuple[str, ...]) -> None:
    assert listed_people(cell) == persons


@pytest.mark.parametrize(
    ("sentence", "persons"),
    [
        ("Met leerkracht groep 5 Anna Bos gaan we aan de slag.", ("Anna Bos",)),
        ("Voorzitter van de MR Anna Bos opent de dag.", ("Anna Bos",)),
        ("SENCO Mary Hill explains the plan.", ("Mary Hill",)),
        ("Leraren vertellen over Anna Frank.", ()),
    ],
)
def test_a_sentence_names_people_behind_their_offices(sentence: str, persons: tuple[str, ...]) -> None:
    assert people_told(sentence) == persons
