import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.time.clock import WrittenTime, find_time, read_clock, read_range
from studydag.model.rules.time.schedule import clock_time
from studydag.model.rules.written.written_text import DUTCH_NUMBERS

time = dt.time.fromisoformat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", "09:00"),
        ("9:00", "09:00"),
        ("9.00", "09:00"),
        ("09.00 uur", "09:00"),
        ("0930", "09:30"),
        ("930", "09:30"),
        ("9u30", "09:30"),
        ("9 u 30", "09:30"),
        ("21u", "21:00"),
        ("8am", "08:00"),
        ("8 AM", "08:00"),
        ("8 a.m.", "08:00"),
        ("1.15 pm", "13:15"),
        ("12 noon", "12:00"),
        ("Midday", "12:00"),
        ("noon", "12:00"),
        ("half tien", "09:30"),
        ("Half 10", "09:30"),
        ("kwart over negen", "09:15"),
        ("kwart voor 9", "08:45"),
        ("tien voor half drie", "02:20"),
        ("vijf over half drie", "02:35"),
        ("ab 21:00", "21:00"),
        ("vanaf 9", "09:00"),
        ("9 uur", "09:00"),
        ("negen uur", "09:00"),
        ("negen", "09:00"),
        ("9h", "09:00"),
        ("9h30", "09:30"),
        ("08u", "08:00"),
        ("07u30", "07:30"),
        ("24:00", "00:00"),
        ("24u", "00:00"),
        ("midnight", "00:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("12.00 midday", "12:00"),
        ("09:00:00", "09:00"),
        ("half past nine", "09:30"),
        ("quarter to ten", "09:45"),
        ("a quarter past 9", "09:15"),
        ("ten to three", "02:50"),
        ("nine thirty", "09:30"),
        ("nine o'clock", "09:00"),
        ("9 o’clock", "09:00"),
        ("twenty-five to ten", "09:35"),
        ("20 minutes past 8", "08:20"),
        ("halb zehn", "09:30"),
        ("viertel nach neun", "09:15"),
        ("fünf vor halb drei", "02:25"),
        ("9 Uhr", "09:00"),
        ("9 Uhr 30", "09:30"),
        ("neun Uhr dreißig", "09:30"),
        ("kwart na negen", "09:15"),
        ("tien over negen", "09:10"),
        ("10 over 9", "09:10"),
        ("5 voor half 3", "02:25"),
        ("half een", "12:30"),
        ("half één", "12:30"),
        ("kwart voor één", "12:45"),
        ("tien voor een", "12:50"),
        ("half 1", "12:30"),
        ("8 uur 's avonds", "20:00"),
        ("8 uur ’s ochtends", "08:00"),
        ("half negen 's avonds", "20:30"),
        ("12 uur 's nachts", "00:00"),
        ("1 uur 's nachts", "01:00"),
        ("7 in the evening", "19:00"),
        ("om 9.30 uur", "09:30"),
        ("at 9:30", "09:30"),
        ("ca. 9:30", "09:30"),
        ("± 10:00", "10:00"),
        ("9:30 h", "09:30"),
        ("14.30u", "14:30"),
        ("14:30 Uhr", "14:30"),
        ("0", "00:00"),
        ("00:00", "00:00"),
        ("9,30 uur", "09:30"),
        ("13:00 pm", "13:00"),
        ("９：００", "09:00"),
        (" 9 ", "09:00"),
        ("9:00.", "09:00"),
        ("half ten", "10:30"),
        ("12 uur 's middags", "12:00"),
        ("elf uur", "11:00"),
        ("twaalf uur", "12:00"),
        ("aanvang: 19.30 uur", "19:30"),
        ("twintig minuten voor tien", "09:40"),
        ("8 p.m.", "20:00"),
        ("8.30 vm", "08:30"),
        ("nine fifteen", "09:15"),
    ],
)
def test_times_that_are_read(text: str, expected: str):
    assert read_clock(text) == time(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "9:60",
        "24:30",
        "9:5",
        "9.5",
        "9,30",
        "9:00 Opening",
        "abc",
        "half",
        "half dertien",
        "13am",
        "0 pm",
        "12.11.2026",
        "2026-11-14",
        "9:00-10:00",
        "9/11",
        "een",
        "kwart over",
        "-9",
        "9:00:30",
        "99",
        "1000000",
        "9 30 45",
        "van 9",
        "10 to 3",
        "drie kwartier",
        "9%",
        "3,50",
        "³",
        "9³⁰",
        "half 13",
        "45 min",
        "9 9",
        "00:60",
        "1e",
        "9 uur 61",
        "a" * 500,
        "9" * 500,
    ],
)
def test_what_is_no_time_or_could_be_two_is_not_read(text: str):
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("1:00", "11:30", "13:00"),
        ("1:00", "09:00", "13:00"),
        ("1:00", "22:30", "01:00"),
        ("01:00", "11:30", "13:00"),
        ("8:30", "09:00", "08:30"),
        ("tien voor half drie", "12:00", "14:20"),
        ("half drie", "09:00", "14:30"),
        ("half tien", "09:00", "09:30"),
        ("9:30", "09:00", "09:30"),
        ("8:00", "19:30", "20:00"),
        ("9", "12:00", "09:00"),
        ("09:00", "21:00", "09:00"),
        ("half een", "22:00", "00:30"),
        ("half een", "11:00", "12:30"),
        ("5:00", "08:30", "17:00"),
        ("half acht", "16:00", "19:30"),
        ("1:00", "13:00", "13:00"),
        ("1am", "09:00", "01:00"),
        ("12:30", "22:00", "12:30"),
        ("7:00", "18:00", "19:00"),
        ("3", "12:30", "15:00"),
        ("0930", "19:00", "09:30"),
    ],
)
def test_a_time_in_twelve_hours_is_the_one_that_follows(text: str, after: str, expected: str):
    assert read_clock(text, after=time(after)) == time(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00-9:45", WrittenTime(start=time("09:00"), end=time("09:45"))),
        ("9.00 – 9.45 uur", WrittenTime(start=time("09:00"), end=time("09:45"))),
        ("9 tot 10 uur", WrittenTime(start=time("09:00"), end=time("10:00"))),
        ("van 9 tot half elf", WrittenTime(start=time("09:00"), end=time("10:30"))),
        ("0930-1000", WrittenTime(start=time("09:30"), end=time("10:00"))),
        ("13–14:30 Uhr", WrittenTime(start=time("13:00"), end=time("14:30"))),
        ("1-2 pm", WrittenTime(start=time("13:00"), end=time("14:00"))),
        ("11-1pm", WrittenTime(start=time("11:00"), end=time("13:00"))),
        ("9am-1", WrittenTime(start=time("09:00"), end=time("13:00"))),
        ("1pm-2", WrittenTime(start=time("13:00"), end=time("14:00"))),
        ("9 to 5", WrittenTime(start=time("09:00"), end=time("17:00"))),
        ("nine to five", WrittenTime(start=time("09:00"), end=time("17:00"))),
        ("from ten to three", WrittenTime(start=time("10:00"), end=time("15:00"))),
        ("ten to three", WrittenTime(start=time("02:50"))),
        ("9-5", WrittenTime(start=time("09:00"), end=time("17:00"))),
        ("22:30–00:30", WrittenTime(start=time("22:30"), end=time("00:30"))),
        ("22:30-0:30", WrittenTime(start=time("22:30"), end=time("00:30"))),
        ("16.15 – …", WrittenTime(start=time("16:15"), open_end=True)),
        ("16.15 - ?", WrittenTime(start=time("16:15"), open_end=True)),
        ("16:15 -", WrittenTime(start=time("16:15"), open_end=True)),
        ("16:15 - einde", WrittenTime(start=time("16:15"), open_end=True)),
        ("vanaf 9", WrittenTime(start=time("09:00"), open_end=True)),
        ("ab 21:00", WrittenTime(start=time("21:00"), open_end=True)),
        ("9:00 (45 min)", WrittenTime(start=time("09:00"), minutes=45)),
        ("14:00 - ca. 15:30 uur", WrittenTime(start=time("14:00"), end=time("15:30"))),
        ("9.00 tot circa 11 uur", WrittenTime(start=time("09:00"), end=time("11:00"))),
        ("9u - ong. 10u30", WrittenTime(start=time("09:00"), end=time("10:30"))),
        ("14.00 bis ungefähr 15.30 Uhr", WrittenTime(start=time("14:00"), end=time("15:30"))),
        ("ongeveer 9.00 tot ongeveer 10.00", WrittenTime(start=time("09:00"), end=time("10:00"))),
        ("9:00, 45 min", WrittenTime(start=time("09:00"), minutes=45)),
        ("9:00", WrittenTime(start=time("09:00"))),
        ("tot 12:00", WrittenTime(end=time("12:00"))),
        ("between 9 and 10.30", WrittenTime(start=time("09:00"), end=time("10:30"))),
        ("tussen 9 en 10", WrittenTime(start=time("09:00"), end=time("10:00"))),
        ("8:30 - 2 pm", WrittenTime(start=time("08:30"), end=time("14:00"))),
        ("10:00 - 11:00 am", WrittenTime(start=time("10:00"), end=time("11:00"))),
        ("10 pm - 1 am", WrittenTime(start=time("22:00"), end=time("01:00"))),
        ("9u-10u30", WrittenTime(start=time("09:00"), end=time("10:30"))),
        ("9:00 → 9:45", WrittenTime(start=time("09:00"), end=time("09:45"))),
        ("19:00-8:00", WrittenTime(start=time("19:00"), end=time("08:00"))),
        ("12:30-1:30", WrittenTime(start=time("12:30"), end=time("13:30"))),
        ("11.30 – 12 noon", WrittenTime(start=time("11:30"), end=time("12:00"))),
        ("9 - 9.30", WrittenTime(start=time("09:00"), end=time("09:30"))),
        ("20:00 t/m 22:00", WrittenTime(start=time("20:00"), end=time("22:00"))),
        ("16.15 ...", WrittenTime(start=time("16:15"), open_end=True)),
        ("09:00 - open", WrittenTime(start=time("09:00"), open_end=True)),
        ("van 9:00 - 10:00 uur", WrittenTime(start=time("09:00"), end=time("10:00"))),
        ("9:00–10:00 (60 min)", None),
        ("2025-2026", None),
        ("9:00 - Opening", None),
        ("12-11-2026", None),
        ("2026-11", None),
        ("9:00-9:00", None),
        ("van 9", None),
        ("9:00, 203", None),
        ("11:00-9:00", None),
        ("", None),
        ("from 9", WrittenTime(start=time("09:00"), open_end=True)),
    ],
)
def test_stretches_of_time(text: str, expected: WrittenTime | None):
    assert read_range(text) == expected


def test_a_stretch_follows_what_came_before():
    assert read_range("1:00-1:45", after=time("11:30")) == WrittenTime(start=time("13:00"), end=time("13:45"))
    assert read_range("tot half drie", after=time("13:00")) == WrittenTime(end=time("14:30"))


@pytest.mark.parametrize(
    ("line", "found", "rest"),
    [
        ("9:00 Opening", WrittenTime(start=time("09:00")), "Opening"),
        ("09:00  Onthaal", WrittenTime(start=time("09:00")), "Onthaal"),
        ("14.00 - 14.15\tEinführung\tX", WrittenTime(start=time("14:00"), end=time("14:15")), "Einführung\tX"),
        ("07u30 | Coffee and tea | Cafeteria", WrittenTime(start=time("07:30")), "Coffee and tea | Cafeteria"),
        ("08u | Overview", WrittenTime(start=time("08:00")), "Overview"),
        ("13:30–18:00  Arbeits", WrittenTime(start=time("13:30"), end=time("18:00")), "Arbeits"),
        ("16:15 - Borrel", WrittenTime(start=time("16:15")), "Borrel"),
        ("16:15 – … Borrel", WrittenTime(start=time("16:15"), open_end=True), "Borrel"),
        ("16.15 – Einde", WrittenTime(start=time("16:15")), "Einde"),
        ("9-10.30 Opening", WrittenTime(start=time("09:00"), end=time("10:30")), "Opening"),
        ("9 – 10 uur: Opening", WrittenTime(start=time("09:00"), end=time("10:00")), "Opening"),
        ("0930 Opening", WrittenTime(start=time("09:30")), "Opening"),
        ("- 9:00 Opening", WrittenTime(start=time("09:00")), "Opening"),
        ("(9:00) Opening", WrittenTime(start=time("09:00")), "Opening"),
        ("[09:00-09:30] Opening (plenair)", WrittenTime(start=time("09:00"), end=time("09:30")), "Opening (plenair)"),
        ("vanaf 21.00 uur Borrel", WrittenTime(start=time("21:00"), open_end=True), "Borrel"),
        ("half tien: koffie", WrittenTime(start=time("09:30")), "koffie"),
        ("9:00 (45 min) Opening", WrittenTime(start=time("09:00"), minutes=45), "Opening"),
        ("18.30 bis ca. 20 Uhr Abendessen", WrittenTime(start=time("18:30"), end=time("20:00")), "Abendessen"),
        ("9:00 (plenair) Opening", WrittenTime(start=time("09:00")), "(plenair) Opening"),
        ("Midday lunch", WrittenTime(start=time("12:00")), "lunch"),
        ("1-2 pm Workshop", WrittenTime(start=time("13:00"), end=time("14:00")), "Workshop"),
        ("9:00", WrittenTime(start=time("09:00")), ""),
        ("9:00 Morning walk", WrittenTime(start=time("09:00")), "Morning walk"),
        ("12:00 uur – 13:00 uur – Lunch", WrittenTime(start=time("12:00"), end=time("13:00")), "Lunch"),
        ("3.14 π", WrittenTime(start=time("03:14")), "π"),
        ("van 9:00 tot 10:00 Opening", WrittenTime(start=time("09:00"), end=time("10:00")), "Opening"),
        ("9:00 Eén", WrittenTime(start=time("09:00")), "Eén"),
        ("9.30 u. Koffie", WrittenTime(start=time("09:30")), "Koffie"),
        ("10:30  Arrival, name card", WrittenTime(start=time("10:30")), "Arrival, name card"),
    ],
)
def test_a_time_before_a_title(line: str, found: WrittenTime, rest: str):
    assert find_time(line) == (found, rest)


@pytest.mark.parametrize(
    "line",
    [
        "9 leerlingen",
        "2 workshops",
        "3h workshop",
        "9-10 Opening",
        "2026 plan",
        "2025-2026 plan",
        "12 november",
        "14.11. Opening",
        "14.11.2026 Opening",
        "Opening 9:00",
        "45 min pauze",
        "één voor één",
        "Tien voor Taal",
        "10. Kongress",
        "1 op 1 gesprekken",
        "€ 9.50",
        "9.50 € kosten",
        "15,00 Euro per persoon",
        "",
        "Vanaf 9 leerlingen",
    ],
)
def test_lines_that_do_not_begin_with_a_time(line: str):
    assert find_time(line) is None


def test_a_long_line_keeps_its_rest():
    assert find_time("9:00 " + "x" * 3000) == (WrittenTime(start=time("09:00")), "x" * 3000)


def twelve(at: dt.time, half: str) -> str:
    return f"{(at.hour - 1) % 12 + 1}:{at.minute:02} {half}"


FORMS = {
    "9:00": lambda at: f"{at.hour}:{at.minute:02}",
    "09:00": lambda at: f"{at:%H:%M}",
    "9.00 uur": lambda at: f"{at.hour}.{at.minute:02} uur",
    "0900": lambda at: f"{at:%H%M}",
    "9u00": lambda at: f"{at.hour}u{at.minute:02}",
    "9h00": lambda at: f"{at.hour}h{at.minute:02}",
    "9 Uhr 00": lambda at: f"{at.hour} Uhr {at.minute:02}",
    "09:00:00": lambda at: f"{at:%H:%M:%S}",
    "9:00 am": lambda at: twelve(at, "am" if at.hour < 12 else "pm"),
    "9:00 a.m.": lambda at: twelve(at, "a.m." if at.hour < 12 else "p.m."),
    "vanaf 9:00": lambda at: f"vanaf {at.hour}:{at.minute:02}",
}
times = st.builds(clock_time, st.integers(0, 1439))
WORDS = {number: word for word, number in DUTCH_NUMBERS.items() if word.isalpha()}


def in_dutch(at: dt.time) -> str:
    """Say a time as one says it, in full hours, quarters, or minutes before and past the hour or the half hour."""
    hour, following = (WORDS[(at.hour + more - 1) % 12 + 1] for more in (0, 1))
    if at.minute == 0:
        return f"{hour} uur"
    if at.minute in {15, 45}:
        return f"kwart over {hour}" if at.minute == 15 else f"kwart voor {following}"
    if at.minute < 16:
        return f"{WORDS[at.minute]} minuten over {hour}"
    if at.minute < 30:
        return f"{30 - at.minute} voor half {following}"
    if at.minute == 30:
        return f"half {following}"
    if at.minute < 45:
        return f"{at.minute - 30} over half {following}"
    return f"{60 - at.minute} minuten voor {following}"


@pytest.mark.parametrize("form", FORMS)
@given(times)
def test_any_time_in_any_form_reads_back(form: str, at: dt.time):
    assert read_clock(FORMS[form](at)) == at


@given(times)
def test_a_spoken_time_reads_back_when_it_is_known_what_came_before(at: dt.time):
    assert read_clock(in_dutch(at), after=at) == at
    half = "'s ochtends" if at.hour < 12 else "'s avonds"
    assert read_clock(in_dutch(at), after=clock_time(at.hour * 60)) == at
    if at.hour:
        # Past midnight the hour that is named may be of the other half of the day.
        assert at.minute > 15 or read_clock(f"{in_dutch(at)} {half}") == at


@given(times, st.integers(1, 660), st.sampled_from(["-", " – ", " tot ", "—", " → ", " to "]))
def test_any_stretch_reads_back(start: dt.time, minutes: int, to: str):
    end = clock_time(start.hour * 60 + start.minute + minutes)

    assert read_range(f"{start:%H:%M}{to}{end:%H:%M}") == WrittenTime(start=start, end=end)


titles = st.text(string.ascii_letters + " éö–-:.,()|0123456789").map(lambda text: f"Titel {text}".strip())


@given(times, st.integers(1, 660), titles, st.sampled_from([" ", "\t", "  ", " | ", ": ", " - "]))
def test_the_title_behind_a_time_is_kept_as_it_is(start: dt.time, minutes: int, title: str, between: str):
    end = clock_time(start.hour * 60 + start.minute + minutes)
    found = find_time(f"{start:%H:%M}-{end:%H:%M} uur{between}{title}")

    assert found is not None
    assert (found[0].start, found[0].end) == (start, end)
    assert found[1] == title


@given(st.text(max_size=60) | st.text("0123456789:.,-–uhr apmvoertiknglf()'", max_size=40), st.none() | times)
def test_any_text_is_read_or_not_and_nothing_gets_lost(text: str, after: dt.time | None):
    read_clock(text, after=after)
    read_range(text, after=after)
    found = find_time(text, after=after)

    assert found is None or text.endswith(found[1])
    assert find_time(text, after=after) == found
