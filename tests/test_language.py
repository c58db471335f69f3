"""Texts, dates and numbers in Dutch and English."""

import datetime as dt
import subprocess
import sys
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.language import LANGUAGES, Language
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.errors import NotFound, Problem, StudyDagError
from studydag.model.values.formats import SetUp
from studydag.model.values.wording import N_, NN_, Wording

DUTCH = Language.of("nl")
ENGLISH = Language.of("en")
THURSDAY = dt.date(2027, 3, 11)

both = pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])


def test_a_language_is_known_by_its_code_its_locale_and_its_tag():
    assert [(language.code, language.locale, language.tag) for language in map(Language.of, LANGUAGES)] == [
        ("nl", "nl_NL", "nl-NL"),
        ("en", "en_GB", "en-GB"),
    ]


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="'de'"):
        Language.of("de")


def test_two_languages_of_one_code_are_equal():
    assert Language.of("nl") == DUTCH != ENGLISH


def test_texts_bring_in_neither_babel_nor_the_classes_of_values():
    code = (
        "import sys; from studydag.language import LANGUAGES, Language;"
        "assert Language.of('nl').gettext('goals') == 'doelen';"
        "heavy = ('babel', 'dateutil', 'studydag.model.values.study_day', 'studydag.model.values.school');"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert found.strip() == "[]"


# Texts


def test_a_text_is_translated():
    assert DUTCH.gettext("learning need") == "leerbehoefte"
    assert ENGLISH.gettext("learning need") == "learning need"


@both
def test_the_empty_text_and_an_unknown_one_stay_as_they_are(language: Language):
    assert language.gettext("") == ""
    assert language.pgettext("menu", "") == ""
    assert language.gettext("no such text") == "no such text"
    assert language.pgettext("menu", "no such text") == "no such text"


@pytest.mark.parametrize(
    ("n", "dutch", "english"), [(0, "blokken", "blocks"), (1, "blok", "block"), (2, "blokken", "blocks")]
)
def test_a_counted_text_takes_the_form_of_its_number(n: int, dutch: str, english: str):
    assert DUTCH.ngettext("block", "blocks", n) == dutch
    assert ENGLISH.ngettext("block", "blocks", n) == english


def test_figures_fill_the_placeholders():
    text = N_("{path} is cut off: {size} of {expected} bytes are there. Copy it again, or restore a backup.")
    assert ENGLISH.wording(text, {"path": "a.studydag", "size": 12, "expected": 4096}).startswith(
        "a.studydag is cut off: 12 of 4096 bytes"
    )
    assert "a.studydag" in DUTCH.wording(text, {"path": "a.studydag", "size": 12, "expected": 4096})


def test_the_figure_that_a_plural_names_decides_its_form():
    text = NN_("{count} goal of {all}", "{count} goals of {all}", "count")
    assert ENGLISH.wording(text, {"count": 1, "all": 3}) == "1 goal of 3"
    assert ENGLISH.wording(text, {"count": 3, "all": 1}) == "3 goals of 1"


@given(title=st.text())
def test_whatever_stands_in_a_figure_is_data(title: str):
    assert ENGLISH.wording("{title} serves no goal", {"title": title}) == f"{title} serves no goal"


@pytest.mark.parametrize("title", ["{other}", "{0}", "{title}", "{", "}}", "{title.__class__}", "%s", "\\1 \\g<0>"])
@both
def test_braces_in_a_figure_are_data(language: Language, title: str):
    assert language.wording("{title}/{other}", {"title": title, "other": "x"}) == f"{title}/x"


def test_a_placeholder_without_a_figure_stays_visible():
    assert ENGLISH.wording("{a} and {b}", {"a": 1}) == "1 and {b}"


@pytest.mark.parametrize(
    ("text", "figure", "dutch", "english"),
    [
        ("{it}", 2.9, "2,9", "2.9"),
        ("{it}", 12345, "12345", "12345"),
        ("{it:number}", 12345, "12.345", "12,345"),
        ("{it:percent}", 0.46, "46%", "46%"),
        ("{it:All} actions", 2, "Beide actions", "Both actions"),
        ("{it:All} actions", 3, "Alle 3 actions", "All 3 actions"),
        ("for {it:all}", 2, "for beide", "for both"),
        ("{it:percents}", 46, "46%", "46%"),
        ("{it:minutes}", 290, "4\u00a0u\u00a050", "4\u00a0h\u00a050"),
        ("{it:clock}", 510, "08:30", "08:30"),
        ("{it:clock}", 1470, "00:30 (+1)", "00:30 (+1)"),
        ("{it:money}", 185000, "€\xa01.850,00", "€1,850.00"),
        ("{it:size}", 1_300_000, "1,3 MB", "1.3 MB"),
        ("{it:date}", "2027-03-11", "donderdag 11 maart 2027", "Thursday 11 March 2027"),
        ("{it:short_date}", "2027-03-11", "do 11 mrt 2027", "Thu 11 Mar 2027"),
        ("{it:quoted}", "Lunch", "‘Lunch’", "‘Lunch’"),
        ("{it:kind}", "school_goal", "schooldoel", "school goal"),
        ("{it:kinds}", "school_goal", "schooldoelen", "school goals"),
        ("{it:kinds}", "odd_thing", "odd thing", "odd thing"),
    ],
)
def test_a_placeholder_may_say_how_its_figure_is_written(text: str, figure: str | float, dutch: str, english: str):
    assert DUTCH.wording(text, {"it": figure}) == dutch
    assert ENGLISH.wording(text, {"it": figure}) == english


class Refused(StudyDagError):
    text: ClassVar[Wording] = NN_("{count} goal", "{count} goals", "count")


def test_a_member_of_an_enum_among_the_figures_says_its_name():
    text = N_("{set_up}: {title}")
    assert DUTCH.wording(text, {"set_up": SetUp.ISLANDS, "title": "islands"}) == "tafelgroepen: islands"
    assert ENGLISH.wording(text, {"set_up": SetUp.ISLANDS, "title": "islands"}) == "islands: islands"


def test_an_error_says_itself_in_both_languages():
    missing = NotFound(kind="block", id=7)
    assert DUTCH.error(missing) == "Er is hier geen blok met nummer 7 (meer)."
    assert ENGLISH.error(missing) == "There is no block with number 7 here (any more)."
    assert ENGLISH.error(Refused(count=1)) == "1 goal"


def test_a_problem_says_itself_in_both_languages():
    problem = Problem("minutes", N_("A number from {low} to {high}."), {"low": 0, "high": 1440})
    assert DUTCH.problem(problem) == "Een getal van 0 tot en met 1440."
    assert ENGLISH.problem(problem) == "A number from 0 to 1440."


# Dates and times


def test_a_date_has_a_long_form_and_short_ones():
    assert [
        (
            language.date(THURSDAY),
            language.short_date(THURSDAY),
            language.date_without_weekday(THURSDAY),
            language.day_and_month(THURSDAY),
            language.month(THURSDAY),
            language.short_month(THURSDAY),
            language.weekday(THURSDAY),
        )
        for language in (DUTCH, ENGLISH)
    ] == [
        ("donderdag 11 maart 2027", "do 11 mrt 2027", "11 maart 2027", "do 11 mrt", "maart 2027", "mrt", "donderdag"),
        ("Thursday 11 March 2027", "Thu 11 Mar 2027", "11 March 2027", "Thu 11 Mar", "March 2027", "Mar", "Thursday"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "dutch"),
    [
        (THURSDAY, THURSDAY, "11 maart 2027"),
        (THURSDAY, dt.date(2027, 3, 12), "11–12 maart 2027"),
        (dt.date(2027, 3, 30), dt.date(2027, 4, 2), "30 maart – 2 april 2027"),
        (dt.date(2026, 12, 30), dt.date(2027, 1, 2), "30 december 2026 – 2 januari 2027"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first: dt.date, last: dt.date, dutch: str):
    assert DUTCH.date_range(first, last) == dutch


def test_a_date_may_come_with_its_time_and_a_school_year_has_both_years():
    assert DUTCH.date_time(dt.datetime(2027, 3, 11, 9, 5)) == "11 maart 2027, 09:05"
    assert ENGLISH.date_time(dt.datetime(2027, 3, 11, 21, 5)) == "11 March 2027, 21:05"
    assert DUTCH.school_year(2026) == "2026–2027"


@both
def test_clock_times_are_on_24_hours(language: Language):
    assert language.time(dt.time(8, 30)) == "08:30"
    assert language.time(dt.time(21, 0)) == "21:00"
    assert language.clock(8 * 60 + 30) == "08:30"


@both
def test_a_clock_time_on_another_date_says_so(language: Language):
    assert language.clock(30, 1) == language.clock(24 * 60 + 30) == "00:30 (+1)"
    assert language.clock(30, 2) == "00:30 (+2)"
    assert language.clock(-30) == "23:30 (-1)"


@pytest.mark.parametrize(
    ("relative", "dutch", "english"),
    [
        (RelativeDate(6), "6 weken na de dag", "6 weeks after the day"),
        (RelativeDate(1, DateUnit.MONTHS), "1 maand na de dag", "1 month after the day"),
        (RelativeDate(-14, DateUnit.DAYS), "14 dagen voor de dag", "14 days before the day"),
        (RelativeDate(-1, DateUnit.WEEKS), "1 week voor de dag", "1 week before the day"),
        (RelativeDate(0, DateUnit.DAYS), "op de dag zelf", "on the day itself"),
    ],
)
def test_a_relative_date_counts_from_the_day(relative: RelativeDate, dutch: str, english: str):
    assert DUTCH.relative_date(relative) == dutch
    assert ENGLISH.relative_date(relative) == english


def test_some_dates_are_written_one_by_one_and_many_by_the_first_and_the_last():
    first = dt.date(2027, 3, 11)
    weeks = [first + dt.timedelta(weeks=number) for number in range(4)]
    assert DUTCH.dates([first, first]) == "donderdag 11 maart 2027"
    assert DUTCH.dates([weeks[1], first]) == "do 11 mrt 2027 en do 18 mrt 2027"
    assert ENGLISH.dates(weeks) == "11 March – 1 April 2027"


# Numbers


@pytest.mark.parametrize(
    ("minutes", "dutch", "english"),
    [
        (0, "0 min", "0 min"),
        (45, "45 min", "45 min"),
        (60, "1 u", "1 h"),
        (65, "1 u 05", "1 h 05"),
        (90, "1 u 30", "1 h 30"),
        (290, "4 u 50", "4 h 50"),
        (6000, "100 u", "100 h"),
        (-10, "−10 min", "−10 min"),
    ],
)
def test_a_duration_is_in_hours_from_an_hour_on_and_never_breaks(minutes: int, dutch: str, english: str):
    assert DUTCH.minutes(minutes) == dutch.replace(" ", "\u00a0")
    assert ENGLISH.minutes(minutes) == english.replace(" ", "\u00a0")


def test_numbers_are_written_as_the_language_does():
    assert [DUTCH.number(x) for x in (1850, 2.9, 0.333, -3, 4.0)] == ["1.850", "2,9", "0,33", "-3", "4"]
    assert [ENGLISH.number(x) for x in (1850, 2.9, 0.333, -3, 4.0)] == ["1,850", "2.9", "0.33", "-3", "4"]
    assert (DUTCH.number(7.4, 1), DUTCH.number(7, 1), DUTCH.number(6.9, 0)) == ("7,4", "7,0", "7")


def test_a_share_is_in_percents_and_money_in_euros():
    assert [language.percent(0.9231) for language in (DUTCH, ENGLISH)] == ["92%", "92%"]
    assert [language.money(5760) for language in (DUTCH, ENGLISH)] == ["€\xa057,60", "€57.60"]
    assert [language.money(0) for language in (DUTCH, ENGLISH)] == ["€\xa00,00", "€0.00"]


@pytest.mark.parametrize(
    ("size", "dutch"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (45_200, "45 kB"),
        (999_499, "999 kB"),
        (999_999, "1,0 MB"),
        (1_300_000, "1,3 MB"),
        (12_300_000, "12 MB"),
        (2_500_000_000, "2,5 GB"),
        (4_000_000_000_000, "4.000 GB"),
    ],
)
def test_a_file_size_is_in_a_unit_that_people_can_read(size: int, dutch: str):
    assert DUTCH.file_size(size) == dutch


# Words together


def test_several_things_become_one_phrase():
    assert [DUTCH.list(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a en b", "a, b en c"]
    assert ENGLISH.list(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.list(["{0}", "{1}", "{}"]) == "{0}, {1} and {}"


def test_quotation_marks_do_not_clash_with_those_inside():
    assert DUTCH.quoted("Lunch") == "‘Lunch’"
    assert DUTCH.quoted("Thema’s") == "“Thema’s”"


def test_a_line_begins_with_a_capital():
    assert [DUTCH.capitalised(text) for text in ("duur", "ijskoud", "état", "", "64 mensen")] == [
        "Duur",
        "IJskoud",
        "État",
        "",
        "64 mensen",
    ]
    assert ENGLISH.capitalised("ijs") == "Ijs"


def test_names_sort_as_people_look_them_up():
    names = ["Zoë", "lokaal 10", "Łucja", "ana", "Émile", "lokaal 2", "Ben", "Øystein", "Ana", "Çelik", "emma"]
    assert sorted(names, key=DUTCH.sort_key) == [
        "Ana",
        "ana",
        "Ben",
        "Çelik",
        "Émile",
        "emma",
        "lokaal 2",
        "lokaal 10",
        "Łucja",
        "Øystein",
        "Zoë",
    ]


@given(texts=st.lists(st.text()))
def test_any_texts_can_be_sorted(texts: list[str]):
    once = sorted(texts, key=DUTCH.sort_key)
    backwards = list(reversed(texts))
    backwards.sort(key=DUTCH.sort_key)
    assert backwards == once


def test_a_figure_and_its_unit_stay_on_one_line():
    assert [Language.of("nl").measured(2.9, unit) for unit in ("op 5", "% van de lessen", "")] == [
        "2,9\u00a0op 5",
        "2,9% van de lessen",
        "2,9",
    ]


def test_a_quoted_sentence_at_the_end_has_one_stop():
    said = "Pupils will notice: {what:quoted}."
    assert ENGLISH.wording(said, {"what": "They ask on."}) == "Pupils will notice: ‘They ask on.’"
    assert ENGLISH.wording(said, {"what": "What now?"}) == "Pupils will notice: ‘What now?’"
    assert ENGLISH.wording(said, {"what": "Lunch"}) == "Pupils will notice: ‘Lunch’."
