"""Three lists of sign-ups as forms services export them, each with what people write in them."""

import csv
import io

import pytest
import xlsxwriter

from studydag.model.exchange.sign_up_columns import Column, Holds
from studydag.model.exchange.sign_up_meanings import Meanings
from studydag.model.exchange.sign_ups import SignUps, open_sign_ups, read_sign_ups, sign_ups_of
from studydag.model.values.choices import Registration
from tests.building import a_block, a_day, a_person, a_round, a_setting

SETTING = a_setting(
    a_person(1, "Carla van den Berg"),
    a_person(2, "Femke van der Linden"),
    a_person(3, "Désirée Claassen"),
    a_person(4, "Cees de Jong"),
    a_person(5, "Ümit Yılmaz"),
    a_person(6, "Piet Post"),
)
DAY = a_day(
    *a_round(
        100,
        a_block(11, title="Exitkaarten"),
        a_block(12, title="Rubrics"),
        a_block(13, title="Peerfeedback"),
        title="A",
    ),
    *a_round(200, a_block(21, title="Exitkaarten"), a_block(22, title="Digitale quiz"), title="B"),
    registrations=(Registration(id=7, uid="r7", person=1),),
)


def said(found: SignUps) -> list[tuple[int, str]]:
    return [(each.line, str(each.text)) for each in found.doubts]


def who(found: SignUps) -> list[tuple[int, int | str]]:
    rows = [(each.line, each.registration) for each in found.sign_ups]
    return [(line, row.id or row.person or row.name) for line, row in rows]


def as_csv(*rows: tuple[str, ...]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def test_a_list_of_windows_with_semicolons_and_last_names_written_in_many_ways():
    text = """Naam;1e keuze ronde 1;2e keuze ronde 1;1e keuze ronde 2
Carla vd Berg;Rubriks;n.v.t.;Digitale quiz
Femke v.d. Linden;Exitkaarten;maakt niet uit;
van der Linden, Femke;Rubrics;;
Desiree Claassen;Exitkaarten;Exitkaarten;
Cees;Peerfeedback;;
Post Piet;Peerfeedback;;
Piet Onbekend;Peerfeedback;;
12345;Rubrics;;
;;;
"""
    found = read_sign_ups(text.encode("cp1252"), "lijst.csv", DAY, SETTING)

    assert who(found) == [(2, 7), (4, 2), (5, 3), (6, 4), (7, 6), (8, "Piet Onbekend")]
    assert found.sign_ups[0].wishes == {100: (12,), 200: (22,)}
    assert said(found) == [
        (2, "{text:quoted} was read as {option:quoted}"),
        (2, "{name:quoted} was read as {known:quoted}"),
        (3, "{name:quoted} was read as {known:quoted}"),
        (4, "{name:quoted} is here twice: the last line counts"),
        (5, "{option:quoted} is chosen twice: it counts once"),
        (6, "{name:quoted} was read as {known:quoted}"),
        (7, "{name:quoted} was read as {known:quoted}"),
        (8, "{name:quoted} is not known yet, and comes in as new"),
        (9, "there is no name on this line"),
    ]


def test_the_names_of_microsoft_forms_stand_in_the_question_where_nobody_has_to_sign_in():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    heads = ("ID", "E-mail", "Naam", "Wat is je naam?", "Welke workshop in ronde 1 (A)?", "Welke in ronde 2 (B)?")
    sheet.write_row(0, 0, heads)
    sheet.write_row(1, 0, (1, "anonymous", "", "umit yilmaz ", "Peer feedback", "Exitkaarten\xa0"))
    sheet.write_row(2, 0, (2, "anonymous", "", "", "", ""))
    book.close()
    found = read_sign_ups(out.getvalue(), "Keuzes.xlsx", DAY, SETTING)

    assert who(found) == [(2, 5)]
    assert found.sign_ups[0].wishes == {100: (13,), 200: (21,)}
    assert (3, "there is no name on this line") in said(found)


def test_a_ranked_grid_of_google_forms_has_a_column_for_each_rank_or_for_each_option():
    ask = "Rangschik voor ronde 1\n(1 = liefst)"
    by_rank = as_csv(
        ("Timestamp", "Naam", f"{ask} [1e keus]", f"{ask} [2e keus]", "Opmerking"),
        ("2027/03/03", "Piet Post", "Rubrics", "Exitkaarten", "eerste regel\ntweede, met komma"),
        ("2027/03/03", "Cees de Jong", "Peerfeedback", "", ""),
    )
    table = open_sign_ups(by_rank, "Reacties.csv", DAY, SETTING)
    assert [each.rank for each in table.columns if each is not None and each.holds is Holds.WISH] == [1, 2]
    found = sign_ups_of(table, DAY, SETTING)
    assert [each.wishes for each in found.sign_ups] == [{100: (12, 11)}, {100: (13,)}]

    by_option = as_csv(
        ("Tijdstempel", "Naam", "Ronde 1 [Exitkaarten]", "Ronde 1 [Rubrics]", "Ronde 2 [Exitkaarten]"),
        ("2027/03/03", "Piet Post", "2e keus", "1e keus", "x"),
        ("2027/03/03", "Cees de Jong", "", "Third", "misschien"),
        ("2027/03/03", "Ümit Yılmaz", "1e keus", "1e keus", "1e keus"),
    )
    table = open_sign_ups(by_option, "raster.csv", DAY, SETTING)
    assert table.columns[2:] == tuple(
        Column(holds=Holds.RANK, round=number, option=option) for number, option in ((100, 11), (100, 12), (200, 21))
    )
    found = sign_ups_of(table, DAY, SETTING)
    assert [each.wishes for each in found.sign_ups] == [
        {100: (12, 11), 200: (21,)},
        {100: (12,)},
        {100: (11, 12), 200: (21,)},
    ]
    assert said(found) == [
        (3, "{text:quoted} doesn’t say which choice {option:quoted} is"),
        (4, "choice {rank} is given to several options: the first column counts"),
    ]


def test_a_column_of_a_round_that_the_day_does_not_have_is_left_alone():
    rows = (("Naam", "Keuzeronde 2027: 1e keus", "ronde 3: 1e keus"), ("Piet Post", "Digitale quiz", "Rubrics"))
    found = read_sign_ups(as_csv(*rows), "a.csv", DAY, SETTING)
    assert (found.sign_ups[0].wishes, said(found)) == ({None: (22,)}, [])


def test_an_option_of_another_round_is_named_as_one():
    found = read_sign_ups(as_csv(("Naam", "Ronde 1 1e keus"), ("Piet Post", "digitale quiz")), "a.csv", DAY, SETTING)
    assert said(found) == [(2, "{text:quoted} is an option of another round")]


@pytest.mark.parametrize(
    ("written", "option"), [("Rubriks", 12), ("Rubric", 12), ("Exitkarten", 11), ("Digitale kwis", None)]
)
def test_one_slip_in_a_title_is_understood_and_more_is_asked(written: str, option: int | None):
    table = open_sign_ups(as_csv(("Naam", "1e keus"), ("Piet Post", written)), "a.csv", DAY, SETTING)
    found = sign_ups_of(table, DAY, SETTING)
    assert found.sign_ups[0].wishes == ({} if option is None else {None: (option,)})


def test_what_somebody_says_of_a_name_or_a_title_holds_for_all_lines():
    rows = [("Bob", "Digitale kwis"), ("Piet Post", "digitale KWIS"), ("bob", "Rubrics"), ("Désirée Claassen", "")]
    table = open_sign_ups(as_csv(("Naam", "1e keus"), *rows), "a.csv", DAY, SETTING)
    first = sign_ups_of(table, DAY, SETTING)
    asked = {(each.asks.name, each.asks.title): each.asks for each in first.doubts if each.asks is not None}
    meanings = Meanings().saying(asked["", "Digitale kwis"], 22)
    meanings = meanings.saying(next(each for (name, _), each in asked.items() if name), ("person", 4))
    found = sign_ups_of(table, DAY, SETTING, meanings=meanings)

    assert who(found) == [(4, 4), (3, 6), (5, 3)]
    assert found.sign_ups[1].wishes == {None: (22,)}
    nobody = sign_ups_of(table, DAY, SETTING, meanings=meanings.saying(asked["", "Digitale kwis"], None))
    assert nobody.sign_ups[1].wishes == {}
