import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.time.clock import read_minutes
from studydag.model.rules.written.written_text import DUTCH_NUMBERS, ENGLISH_NUMBERS, GERMAN_NUMBERS


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45m", 45),
        ("45 min", 45),
        ("45 min.", 45),
        ("45'", 45),
        ("45′", 45),
        ("1h30", 90),
        ("1u30", 90),
        ("1 u 30", 90),
        ("1:30", 90),
        ("0:45", 45),
        ("1:30 uur", 90),
        ("1,5 u", 90),
        ("1.5 uur", 90),
        ("2,25 uur", 135),
        ("anderhalf uur", 90),
        ("Anderhalf uur", 90),
        ("half uur", 30),
        ("een half uur", 30),
        ("halfuur", 30),
        ("½ uur", 30),
        ("1½ uur", 90),
        ("1 1/2 hour", 90),
        ("kwartier", 15),
        ("een kwartier", 15),
        ("drie kwartier", 45),
        ("driekwartier", 45),
        ("vijf kwartier", 75),
        ("een uur", 60),
        ("één uur", 60),
        ("twee uur", 120),
        ("2 uur", 120),
        ("2u", 120),
        ("2 u.", 120),
        ("tweeënhalf uur", 150),
        ("twee en een half uur", 150),
        ("2 en een half uur", 150),
        ("een uur en een kwartier", 75),
        ("1 uur en 15 minuten", 75),
        ("1 uur 15", 75),
        ("1h30m", 90),
        ("1 hr 30 mins", 90),
        ("half an hour", 30),
        ("an hour", 60),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("a quarter of an hour", 15),
        ("three quarters of an hour", 45),
        ("ninety minutes", 90),
        ("twenty-five minutes", 25),
        ("an hour and a quarter", 75),
        ("anderthalb Stunden", 90),
        ("eineinhalb Stunden", 90),
        ("eine halbe Stunde", 30),
        ("eine Viertelstunde", 15),
        ("Dreiviertelstunde", 45),
        ("zweieinhalb Stunden", 150),
        ("eine Stunde und 15 Minuten", 75),
        ("1 Std. 30 Min.", 90),
        ("0", 0),
        ("vijfenveertig minuten", 45),
        ("fünfundvierzig Minuten", 45),
        ("dreißig Minuten", 30),
        ("drie kwart uur", 45),
        ("driekwart uur", 45),
        ("kwart uur", 15),
        ("een uurtje", 60),
        ("een kwartiertje", 15),
        (" 45 ", 45),
        ("1 h", 60),
        ("40 uur", 2400),
        ("anderhalf uur en 10 minuten", 100),
        ("a half hour", 30),
        ("zweieinhalb Std", 150),
        ("een halfuurtje", 30),
    ],
)
def test_durations_that_are_read(text: str, minutes: int):
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "1.30",
        "1,5",
        "uur",
        "abc",
        "-5",
        "45 x",
        "1:75",
        "1.30 uur",
        "2x45 min",
        "half",
        "een",
        "een dag",
        "3 uur 2 uur",
        "30 min 1 uur",
        "1e9",
        "9999999",
        "⅓ uur",
        "1 uur 75",
        "0,33 uur",
        "min",
        "1h 30 h",
        "9:00 uur nee",
        "45 45",
        "'",
        "1 uur en",
        "en 1 uur",
        "²",
        "٤٥ x",
        "twee en een halve minuut",
        "1 " * 500,
    ],
)
def test_what_is_no_duration_or_could_be_two_is_not_read(text: str):
    assert read_minutes(text) is None


@pytest.mark.parametrize(
    "form",
    [
        "{all}",
        "{all} min",
        "{all}'",
        "{hours}:{minutes:02}",
        "{hours}u{minutes:02}",
        "{hours} h {minutes} min",
        "{hours} uur en {minutes} minuten",
        "{hours} Std. {minutes} Min.",
        "{hours} hours {minutes} minutes",
    ],
)
@given(st.integers(0, 1440))
def test_any_duration_in_any_form_reads_back(form: str, minutes: int):
    assert read_minutes(form.format(all=minutes, hours=minutes // 60, minutes=minutes % 60)) == minutes


@given(st.integers(0, 96))
def test_quarters_of_hours_read_back_as_decimals(quarters: int):
    assert read_minutes(f"{quarters / 4:.2f} uur".replace(".", ",")) == quarters * 15


@pytest.mark.parametrize(
    ("words", "unit"), [(DUTCH_NUMBERS, "minuten"), (ENGLISH_NUMBERS, "minutes"), (GERMAN_NUMBERS, "Minuten")]
)
def test_every_number_word_counts(words: dict[str, int], unit: str):
    assert {word: read_minutes(f"{word} {unit}") for word in words} == words


def test_no_number_word_means_two_numbers():
    tables = (DUTCH_NUMBERS, ENGLISH_NUMBERS, GERMAN_NUMBERS)
    for one in tables:
        for other in tables:
            assert all(one[word] == other[word] for word in one.keys() & other.keys())


@given(st.text(max_size=60) | st.text("0123456789:.,uhmin enalfkwrtdo½'", max_size=40))
def test_any_text_is_read_or_not(text: str):
    minutes = read_minutes(text)

    assert minutes is None or minutes >= 0
