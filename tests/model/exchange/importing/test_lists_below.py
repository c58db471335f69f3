"""Lists below a block that are what there is to choose in it, by the words or the lines around them."""

import pytest

from tests.model.exchange.importing.copied_texts import said


def chosen(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Return title, people and room of what there is to choose."""
    return [row[1:] for row in said(text) if row[1].startswith("~")]


@pytest.mark.parametrize(
    "title", ["Break out sessies (40 minuten), over:", "Second break out round", "Break out groups"]
)
def test_a_choice_may_be_written_in_two_words(title: str) -> None:
    text = f"9.00 Start\n9.30 {title}\n  1. ~ Hoe leer je spellen?\n  2. ~ Is lezen leuk?\n10.30 Pauze\n"
    assert [row[0] for row in chosen(text)] == ["~ Hoe leer je spellen?", "~ Is lezen leuk?"]


def test_a_line_that_says_where_all_is_leads_to_rooms_in_parentheses() -> None:
    text = (
        "8:00 Registration\n9:00 Meet your peers\nAll rooms are on the second floor\n"
        "- ~ Heads and deputies (Lisbon)\n- ~ New teachers (Madrid)\n- ~ Coffee for guests (Cairo)\n10:00 Plenary\n"
    )
    assert chosen(text) == [
        ("~ Heads and deputies", (), "Lisbon"),
        ("~ New teachers", (), "Madrid"),
        ("~ Coffee for guests", (), "Cairo"),
    ]


def test_paragraphs_with_a_label_for_who_leads_are_a_choice() -> None:
    text = (
        "9:00 Uhr\nBegrüßung\n\n9:30 - 11:00 Uhr\nKurzvorträge\n\n~ LERNEN IM WALD\nWaldschule Nord\n\n"
        "Referentin: Anna Bos\nLeiterin\n\n~ RÄUME ALS PÄDAGOGEN\nArchitektenkammer Hessen\n\nReferent: Jan Mos\n\n"
        "11:00 - 11:30 Uhr\nKaffeepause\n\n11:30 - 12:00 Uhr\nAusblick\n"
    )
    assert chosen(text) == [("~ LERNEN IM WALD", ("Anna Bos",), ""), ("~ RÄUME ALS PÄDAGOGEN", ("Jan Mos",), "")]
    assert [row[2] for row in said(text) if row[1] == "Kurzvorträge"] == [()]


def test_titles_and_labels_in_turn_are_a_choice() -> None:
    text = (
        "9:00 - 10:30\nOntvangst\n10:30 - 12:00\nLezingen\n~ Taal in het bos\nSpreker: Anna Bos\n~ Rekenen in de stad\n"
        "Spreker: Jan Mos\n12:00 - 13:00\nLunch\n"
    )
    assert chosen(text) == [("~ Taal in het bos", ("Anna Bos",), ""), ("~ Rekenen in de stad", ("Jan Mos",), "")]


def test_one_paragraph_with_a_label_is_what_the_block_is_about() -> None:
    text = (
        "9:00 Uhr\nBegrüßung\n\n9:30 - 11:00 Uhr\nVortrag\n\n~ LERNEN IM WALD\nWaldschule\n\nReferentin: Anna Bos\n\n"
        "11:00 - 11:30 Uhr\nKaffeepause\n\n11:30 - 12:00 Uhr\nAusblick\n"
    )
    assert not chosen(text)
    assert ("09:30", "Vortrag", ("Anna Bos",), "") in said(text)


def test_a_picture_of_a_head_before_a_title_is_no_label() -> None:
    text = (
        "09.00 – 09.30\n\n🗣️ Welkom\n\n09.30 – 10.30\n\n👥 Deelsessies naar keuze\n\n10.30 – 11.00\n\nPauze\n\n"
        "11.00 – 11.30\n\nTaal in elk vak\n👤 Anna Bos\n\n11.30 – 12.00\n\n🎤 Meten en tellen\n👤 Jan Mos\n"
    )
    assert said(text) == [
        ("09:00", "Welkom", (), ""),
        ("09:30", "Deelsessies naar keuze", (), ""),
        ("10:30", "Pauze", (), ""),
        ("11:00", "Taal in elk vak", ("Anna Bos",), ""),
        ("11:30", "Meten en tellen", ("Jan Mos",), ""),
    ]


def test_what_ends_in_a_word_that_leads_on_may_be_whole() -> None:
    text = (
        "12:00 bis 13:00 Uhr Spät-Check-in\nBüro, Haus der Schule\n\n13:00 Uhr Check in\nBüro, Haus der Schule\n\n"
        "14:00 Uhr Start\n"
    )
    assert [row[1] for row in said(text)] == ["Spät-Check-in", "Check in", "Start"]


def test_for_whom_something_is_says_nothing_of_who_leads_it() -> None:
    text = "9:00 Start\n9:30 Workshops\n- Board Summer Camp – Great for future directors\n- Law – News\n11:00 Break\n"
    assert ("09:30", "Board Summer Camp – Great for future directors", (), "") in said(text)


def test_numbers_below_an_option_with_another_mark_say_what_it_holds() -> None:
    text = (
        "9:00 Start\n9:30 Workshops\n• ~ Zorg in het dorp\n  We kijken van twee kanten.\n• ~ Een huis voor iedereen\n"
        "  We doen dat in stappen.\n1. ~ Een plan maken\n2. ~ Het plan uitvoeren\n11:00 Pauze\n"
    )
    assert [row[0] for row in chosen(text)] == ["~ Zorg in het dorp", "~ Een huis voor iedereen"]


def test_the_word_that_leads_to_several_people_goes_with_them() -> None:
    text = (
        "9:00 Start\n9:30 Workshops\n- ~ Wat het kader betekent – door prof. dr. Anna Bos (KU Leuven) en prof. dr. Jan "
        "Mos (Universiteit Gent)\n- ~ Schrijven – door dr. Els Kuiper (RU Groningen)\n11:00 Pauze\n"
    )
    assert [row[0] for row in chosen(text)] == ["~ Wat het kader betekent", "~ Schrijven"]


def test_numbered_themes_are_a_choice_though_they_ask() -> None:
    themes = "1. ~ Hoe leer je spellen?\n2. ~ Is lezen leuk?\n"
    assert len(chosen(f"9.00 Start\n9.30 Tweede deel, met als thema's:\n{themes}11.00 Pauze\n")) == 2
    assert not chosen(f"9.00 Start\n9.30 Tweede deel, met deze vragen:\n{themes}11.00 Pauze\n")
