"""Who speaks, by what a line says of them: offices, titles, greetings, and names that lead to no person."""

import pytest

from studydag.model.exchange.importing.names import Sureness, name_sureness
from studydag.model.exchange.importing.peeling import peel
from studydag.model.exchange.importing.people import people_in


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        (
            "Begrüßung; Brigitte Stein, stellvertretende Direktorin des Hauses, und Dr. Jan Mos, Kiel",
            "Begrüßung",
            ("Brigitte Stein", "Dr. Jan Mos"),
        ),
        (
            "Der Bund heute; Dr. Karl Berg, Parlamentarischer Staatssekretär beim Bund;",
            "Der Bund heute",
            ("Dr. Karl Berg",),
        ),
        ("Der Verein; Dr. Peter Bach, Geschäftsführer ABC;", "Der Verein", ("Dr. Peter Bach",)),
        ("Resümee; Dr. Anna Bos, Wien.", "Resümee", ("Dr. Anna Bos",)),
        ("Opening Anna Bos, directeur", "Opening", ("Anna Bos",)),
        ("Afsluiting Wubbo Tak, wethouder Onderwijs", "Afsluiting", ("Wubbo Tak",)),
        ("Column Arda Gerk (Eerste Kamerlid ABC)", "Column", ("Arda Gerk",)),
        ("Column Pier Berg, historicus en onderwijscolumnist.", "Column", ("Pier Berg",)),
        (
            "Schlusswort Prof. Dr. Anna Bos zusammen mit Prof. Dr. Jan Mos",
            "Schlusswort",
            ("Prof. Dr. Anna Bos", "Prof. Dr. Jan Mos"),
        ),
        ("Opening door Jan Mos & welkom moderator Sicco de Boer", "Opening", ("Jan Mos", "Sicco de Boer")),
        ("Sessie met moderator Phara de Boer", "Sessie", ("Phara de Boer",)),
        ("Gespräch mit Herrn Albert Stein, Redakteur der Zeitung", "Gespräch", ("Herrn Albert Stein",)),
        ("Gespräch mit Ingrid Fisch MdB", "Gespräch", ("Ingrid Fisch",)),
    ],
)
def test_who_speaks_is_told_with_an_office(text: str, title: str, persons: tuple[str, ...]) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (title, persons)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Welcoming Remarks Bob Hill", ("Bob Hill",)),
        ("welkom/inleiding Gabriël Vos", ("Gabriël Vos",)),
        ("Keynote 3: Paul Boer (bibliothecaris), “De derde plek”", ("Paul Boer",)),
        ("De heer E. (Erick) Boer (directeur) geeft een presentatie", ("De heer E. Boer",)),
        ("Paul Stein: hoogleraar, lid Eerste Kamer", ("Paul Stein",)),
    ],
)
def test_a_title_may_keep_the_name_of_who_speaks(text: str, persons: tuple[str, ...]) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (text, persons)


@pytest.mark.parametrize(
    "text",
    [
        "Pitches door ABN, Landschap Noord",
        "Address by ECA Winner",
        "Presentation by ESRI Portugal",
        "Start Project Groen, directeur aanwezig",
        "Opening, welkom en koffie",
        "Keynote Leren leren, een kunst",
    ],
)
def test_what_names_nobody_stays_in_the_title(text: str) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (text, ())


@pytest.mark.parametrize("text", ["burgemeester van Genk", "Sir Duncan Rice Library", "ESRI Portugal"])
def test_an_office_a_house_and_a_firm_are_no_people(text: str) -> None:
    assert name_sureness(text) is Sureness.NO


def test_what_stands_between_an_office_and_its_country_is_no_name() -> None:
    assert people_in("des Landes Brandenburg").sureness is Sureness.NO


def test_an_office_behind_a_name_is_none_of_the_list() -> None:
    assert people_in("Rektorin Dr. Beate Holm, Bürgermeister Jens Rüter").persons == (
        "Rektorin Dr. Beate Holm",
        "Bürgermeister Jens Rüter",
    )


def test_a_numbered_panel_keeps_the_theme_that_it_is_called_by() -> None:
    assert peel("Ronde 1 – thema: Taal in elk vak").title == "Ronde 1 – thema: Taal in elk vak"
