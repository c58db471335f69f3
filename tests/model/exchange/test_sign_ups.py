"""Sign-ups from a table: columns guessed or chosen, names and titles that are nearly right, and every doubt listed."""

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.exchange.sign_ups import (
    Column,
    Holds,
    NoSignUps,
    SignUps,
    open_sign_ups,
    read_sign_ups,
    sign_ups_of,
    with_sign_ups,
)
from studydag.model.rules.choices.allot import allot
from studydag.model.values.choices import Registration
from tests.building import a_block, a_day, a_person, a_round, a_setting

PEOPLE = (a_person(1, "Fenna Koolwijk"), a_person(2, "Jelle Brandsteder"), a_person(3, "Naomi Plantinga"))
SETTING = a_setting(*PEOPLE)
DAY = a_day(
    *a_round(
        100,
        a_block(11, title="Exitkaarten: in tien minuten weten wie het snapt"),
        a_block(12, title="Peerfeedback"),
        a_block(13, title="Rubrics maken mét je klas"),
    ),
    *a_round(200, a_block(21, title="Beeldcoaching"), a_block(22, title="Peerfeedback", repeats=12)),
    registrations=(Registration(id=7, uid="r7", person=1),),
)

MESSY = """Tijdstempel;Voor- en achternaam;Sectie;Ronde 1 eerste keuze;Ronde 1 tweede keuze;Ronde 2 eerste keuze
1-2-2027;Fenna Koolwijk;talen;Exitkaarten;Rubrics maken met je klas;Beeldcoaching
1-2-2027;Jele Brandsteder;;peerfeedbak;;Beeldcoachign
2-2-2027,Bo de Wit,,Peerfeedback,,Beeldcoaching
2-2-2027;Bo de Wit;;Peerfeedback;Peerfeedback;
2-2-2027;Dana;;Jongleren voor gevorderden;;
2-2-2027;;;Exitkaarten;;
3-2-2027;Eva;;geen voorkeur;-;
3-2-2027;fenna koolwijk;;Rubrics;;
"""


def doubts(found: SignUps) -> list[tuple[int, str]]:
    return [(each.line, str(each.text)) for each in found.doubts]


def test_a_name_that_is_too_long_is_left_out_and_told_of_so_that_the_rest_can_be_kept():
    list_ = f"naam;1e keus\n{'x' * 501};Exitkaarten\n{'y' * 500};Exitkaarten\n"
    found = read_sign_ups(list_.encode(), "aanmeldingen.csv", DAY, SETTING)

    assert [each.line for each in found.sign_ups] == [3]
    assert dict(found.doubts[0].figures) == {"limit": 500, "count": 501}


def test_a_messy_list_comes_in_with_every_doubt_listed():
    found = read_sign_ups(MESSY.encode("cp1252", "replace"), "aanmeldingen.csv", DAY, SETTING)

    assert doubts(found) == [
        (3, "{text:quoted} was read as {option:quoted}"),
        (3, "{text:quoted} was read as {option:quoted}"),
        (3, "{name:quoted} was read as {known:quoted}"),
        (4, "this line has another mark between its columns than the rest"),
        (5, "{option:quoted} is chosen twice: it counts once"),
        (5, "{name:quoted} is here twice: the last line counts"),
        (6, "{text:quoted} is not the title of an option"),
        (7, "there is no name on this line"),
        (8, "{name:quoted} has no choices"),
        (9, "{name:quoted} is here twice: the last line counts"),
    ]
    named = {each.registration.person or each.registration.name: dict(each.wishes) for each in found.sign_ups}
    assert named == {1: {100: (13,)}, 2: {100: (12,), 200: (21,)}, "Bo de Wit": {100: (12,)}, "Dana": {}, "Eva": {}}
    assert [each.is_new for each in found.sign_ups] == [False, True, True, True, True]


MARKED = """Naam | Ronde 1 | Ronde 2
--- | --- | ---
Koolwijk, Fenna | peer feedback | Beeldcoaching
J. Brandsteder ; exit kaarten ; Beeldcoaching
Naomi Plantinga | 1. Exitkaarten 2. Rubrics | AI
Onderbouw (12) | Rubrics maken | –
"""


def test_another_messy_list_with_ruled_lines_a_group_and_beginnings_of_titles():
    found = read_sign_ups(MARKED.encode(), "lijst.txt", DAY, SETTING)

    assert doubts(found) == [
        (3, "{text:quoted} was read as {option:quoted}"),
        (4, "this line has another mark between its columns than the rest"),
        (4, "{text:quoted} was read as {option:quoted}"),
        (4, "{name:quoted} was read as {known:quoted}"),
        (5, "{text:quoted} is not the title of an option"),
        (5, "{text:quoted} is not the title of an option"),
        (6, "{name:quoted} was read as {count} people"),
        (6, "{name:quoted} is not known yet, and comes in as new"),
    ]
    wishes = [(each.registration.person or each.registration.name, dict(each.wishes)) for each in found.sign_ups]
    assert wishes == [
        (1, {100: (12,), 200: (21,)}),
        (2, {100: (11,), 200: (21,)}),
        (3, {}),
        ("Onderbouw", {100: (13,)}),
    ]
    assert [each.registration.count for each in found.sign_ups] == [1, 1, 1, 12]


def test_d33_choices_are_read_in_words_and_in_one_cell():
    table = "Naam\tVoorkeuren ronde 1\nDana\tRubrics maken mét je klas;Peerfeedback\n"
    found = read_sign_ups(table.encode(), "a.tsv", DAY, SETTING)
    assert dict(found.sign_ups[0].wishes) == {100: (13, 12)}


def test_d20_a_number_of_people_is_read_from_its_column():
    table = "Groep naam;Aantal;1e keus\nOnderbouw;12;Peerfeedback\nBovenbouw;veel;Peerfeedback\n"
    found = read_sign_ups(table.encode(), "a.csv", DAY, SETTING)
    assert [each.registration.count for each in found.sign_ups] == [12, 1]
    assert doubts(found) == [(3, "{text:quoted} is not a number of people")]


def test_columns_can_be_chosen_where_they_were_not_understood():
    table = open_sign_ups(b"wie?;wat;x\nDana;Peerfeedback;\nBo;Beeldcoaching;\n", "a.csv", DAY, SETTING)
    chosen = [Column(holds=Holds.NAME), Column(holds=Holds.WISH, round=200), None]
    found = sign_ups_of(table, DAY, SETTING, chosen)
    assert [dict(each.wishes) for each in found.sign_ups] == [{200: (22,)}, {200: (21,)}]
    with pytest.raises(NoSignUps):
        sign_ups_of(table, DAY, SETTING, [None, None, None])


def test_first_and_last_names_may_stand_in_two_columns():
    table = "Voornaam;Achternaam;1e keus\nNaomi;Plantinga;Peerfeedback\n"
    found = read_sign_ups(table.encode(), "a.csv", DAY, SETTING)
    assert found.sign_ups[0].registration.person == 3


def test_a_sheet_is_read_as_a_table_is():
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate((("Naam", "Ronde 1 1e keus"), ("Dana", "Peerfeedback"))):
            sheet.write_row(row, 0, cells)
    found = read_sign_ups(data.getvalue(), "a.xlsx", DAY, SETTING)
    assert dict(found.sign_ups[0].wishes) == {100: (12,)}


def test_a_title_that_may_mean_several_options_is_no_choice():
    day = a_day(*a_round(100, a_block(11, title="Rubrics voor taal"), a_block(12, title="Rubrics voor kunst")))
    found = read_sign_ups(b"Naam;1e keus;2e keus\nDana;Rubrics;\n", "a.csv", day, SETTING)
    assert doubts(found) == [(2, "{text:quoted} may be more than one option")]


def test_what_was_read_can_be_given_out_before_it_is_taken_over():
    found = read_sign_ups(MESSY.encode(), "aanmeldingen.csv", DAY, SETTING)
    given_out = allot(with_sign_ups(DAY, found), SETTING)
    assert given_out is not None
    assert given_out.placed == 2 * 5


@given(st.text(alphabet="Naam;,\t\n\"'123 eks–é|", max_size=300))
def test_no_text_makes_it_crash(text: str):
    try:
        found = read_sign_ups(text.encode(), "a.csv", DAY, SETTING)
    except NoSignUps:
        return
    assert all(doubt.line >= 1 for doubt in found.doubts)
