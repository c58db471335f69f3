import datetime as dt

import pytest

from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.expertise import Criterion, CriterionWeight
from studydag.model.values.follow_up import Action, ChecklistItem, Moment
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block, BlockLead, Part
from studydag.model.values.school import School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import clean_text, cleaned, problems_of


@pytest.mark.parametrize(
    ("value", "where"),
    [
        (Block(minutes=1441), "minutes"),
        (Block(minutes=-1), "minutes"),
        (Block(activity=6), "activity"),
        (Block(title="x" * 501), "title"),
        (Block(description="x" * 50_001), "description"),
        (Block(topics=("fine", "x" * 501)), "topics[1]"),
        (Block(leads=(BlockLead(person=-1),)), "leads[0].person"),
        (Block(goals=(1, 2**63)), "goals[1]"),
        (Block(part=2**63), "part"),
        (Block(uid="x" * 501), "uid"),
        (Block(pinned_start=dt.time(9, 0, 30)), "pinned_start"),
        (Block(pinned_start=dt.time(9, tzinfo=dt.UTC)), "pinned_start"),
        (Part(date=dt.date(1, 1, 1)), "date"),
        (Part(date=dt.date(9999, 12, 31)), "date"),
        (Goal(sentence=" \n\t"), "sentence"),
        (Goal(sentence="x", baseline=float("nan")), "baseline"),
        (Goal(sentence="x", target=float("inf")), "target"),
        (Goal(sentence="x", target=10**4000), "target"),
        (Need(statement="x", strength=5), "strength"),
        (CriterionWeight(criterion=Criterion.VISION, weight=-0.5), "weight"),
        (Action(what="x", due=RelativeDate(25, DateUnit.MONTHS)), "due.n"),
        (Action(what="x", due=RelativeDate(-13, DateUnit.MONTHS)), "due.n"),
        (Action(what="x", due=RelativeDate(10**30, DateUnit.DAYS)), "due.n"),
        (Action(what="x", due=dt.date(3000, 1, 1)), "due"),
        (Action(what="x", checklist=(ChecklistItem(), ChecklistItem(text="x" * 501))), "checklist[1].text"),
        (Moment(minutes=2000), "minutes"),
        # No document could be printed in such a colour.
        (School(accent_colour="@SUM(1)"), "accent_colour"),
        (School(accent_colour="#12345"), "accent_colour"),
        (School(accent_colour="#1234٥٦"), "accent_colour"),
    ],
)
def test_each_limit_is_found_at_its_place(value: object, where: str):
    assert [problem.where for problem in problems_of(value, "")] == [where]


def test_places_within_a_document_are_paths():
    day = StudyDay(title="x", blocks=(Block(), Block(minutes=-5, leads=(BlockLead(person=-1),))))

    assert [problem.where for problem in problems_of(day)] == ["$.blocks[1].minutes", "$.blocks[1].leads[0].person"]


@pytest.mark.parametrize(
    "value",
    [
        Setting(),
        School(accent_colour=""),
        School(accent_colour="#1F5fa8"),
        StudyDay(title="x"),
        Block(minutes=1440, title="x" * 500, description="x" * 50_000),
        Action(what="x", due=RelativeDate(24, DateUnit.MONTHS), window_start=RelativeDate(-12, DateUnit.MONTHS)),
        Action(what="x", due=RelativeDate(104, DateUnit.WEEKS)),
    ],
)
def test_what_lies_within_the_limits_passes(value: object):
    assert problems_of(value) == ()


def test_a_message_names_the_limit():
    (problem,) = problems_of(Block(title="x" * 501), "")

    assert problem.figures == {"limit": 500, "count": 501}


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("from\r\nWindows\rand\u2028Word", "from\nWindows\nand\nWord"),
        ("Shift+Enter\vin Word\fa page on", "Shift+Enter\nin Word\na page on"),
        ("nul\0, bell\a, escape\x1b[31m, delete\x7f, C1\x9b", "nul, bell, escape[31m, delete, C1"),
        ("half a pair \ud800", "half a pair "),
        ("Čapek, Gül, 👩‍🏫, a\u00adb", "Čapek, Gül, 👩‍🏫, a\u00adb"),
    ],
)
def test_control_characters_are_removed_and_nothing_else(text: str, clean: str):
    assert clean_text(text) == clean


def test_cleaning_goes_as_deep_as_the_value():
    day = StudyDay(title="a\0", blocks=(Block(title="fine"), Block(topics=("b\a",), plan_b="c\x00")))

    assert cleaned(day) == StudyDay(title="a", blocks=(Block(title="fine"), Block(topics=("b",), plan_b="c")))


def test_what_is_clean_stays_the_same_value():
    day = StudyDay(title="a", blocks=(Block(title="fine", topics=("b",)),))

    assert cleaned(day) is day
