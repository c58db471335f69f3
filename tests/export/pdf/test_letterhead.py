import datetime as dt

from studydag.export.pdf.letterhead import Letterhead, dates_line, hours_line, part_heading
from studydag.model.rules.time.schedule import PartSchedule, schedule
from studydag.model.values.school import Picture, School
from studydag.model.values.setting import Setting
from tests.building import DAY, a_block, a_day, a_part, at
from tests.export.pdf.printing import printed
from tests.export.pdf.reading import read
from tests.export.printing_days import DUTCH, ENGLISH, STAMP

NEXT = DAY + dt.timedelta(days=1)


def parts(*things: object) -> tuple[PartSchedule, ...]:
    return schedule(a_day(*things)).parts


def test_one_date_is_written_in_full_more_are_a_range():
    assert dates_line(parts(a_part(1)), DUTCH) == "donderdag 12 november 2026"
    assert dates_line(parts(a_part(1, date=NEXT), a_part(2)), ENGLISH) == "12–13 November 2026"
    assert dates_line(parts(a_part(1, date=None)), ENGLISH) == ""
    assert dates_line((), ENGLISH) == ""


def test_dates_that_do_not_follow_each_other_stand_by_themselves():
    later = dt.date(2026, 12, 3)
    assert dates_line(parts(a_part(1), a_part(2, date=DAY + dt.timedelta(days=3))), DUTCH) == "12 en 15 november 2026"
    assert dates_line(parts(a_part(1), a_part(2, date=later)), DUTCH) == "12 november en 3 december 2026"
    new_year = parts(a_part(1), a_part(2, date=dt.date(2027, 1, 8)))
    assert dates_line(new_year, ENGLISH) == "12 November 2026 and 8 January 2027"
    many = parts(*(a_part(n, date=DAY + dt.timedelta(days=2 * n)) for n in range(4)))
    assert dates_line(many, ENGLISH) == "12–18 November 2026"


def test_hours_are_those_of_one_date_with_what_comes_before_and_runs_over():
    early = a_block(9, 15, pinned_start=at("8:30"))
    assert hours_line(parts(a_part(1, venue="Hall"), early, a_block(10, 450)), ENGLISH) == "08:30–16:30 · Hall"
    assert hours_line(parts(a_part(1), a_part(2, "19:00", "21:30")), ENGLISH) == "09:00–21:30"
    assert hours_line(parts(a_part(1, "20:00", "1:00")), ENGLISH) == "20:00–01:00 (+1)"


def test_of_more_dates_there_are_only_places_each_once():
    two = parts(a_part(1, venue="Hall"), a_part(2, date=NEXT, venue="Café"), a_part(3, date=NEXT, venue="Hall"))
    assert hours_line(two, ENGLISH) == "Hall · Café"
    unknown = parts(a_part(1, date=None), a_part(2, date=None))
    assert hours_line(unknown, ENGLISH) == ""


def test_the_heading_of_a_part_has_what_is_known():
    assert part_heading(parts(a_part(1, title="Start"))[0], DUTCH) == "Start · donderdag 12 november 2026 · 09:00–16:00"
    assert part_heading(parts(a_part(1, date=None))[0], ENGLISH) == "09:00–16:00"


def masthead(setting: Setting) -> list[tuple[str, str]]:
    letterhead = Letterhead(a_day(title=""), setting, ENGLISH, STAMP, "Run sheet")
    root = read(printed([letterhead.masthead(parts(a_part(1)), kicker="Run sheet")])).root
    return [(part.tag, part.text) for part in root.walk() if part.text or part.tag == "Figure"]


def test_without_a_logo_the_school_is_named():
    school = School(name="De Linde")
    named = ("P", "De Linde · Run sheet · Thursday 12 November 2026")
    assert masthead(Setting(school=school)) == [named, ("H1", "Study day"), ("P", "09:00–16:00")]
    with_logo = masthead(Setting(school=school, logo=Picture(id=1, data=b"")))
    assert with_logo[0] == ("P", "Run sheet · Thursday 12 November 2026")
