import datetime as dt

from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Instrument
from studydag.model.values.follow_up import ActionKind, ActionState, MomentKind, Support, SupportKind
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay
from tests.building import (
    a,
    a_block,
    a_day,
    a_goal,
    a_group,
    a_measure,
    a_moment,
    a_part,
    a_person,
    a_round,
    a_setting,
    an_action,
    at,
)
from tests.export.printing_days import DUTCH, example, in_order, table, text, tree

SETTING = a_setting(a_person(1, "Noor de Wit"), a_person(2, "Sam Bakker"), a_group(21, "Mathematics"))
HEADER = ["When", "What", "Owner", "Goal", "Support", "Visible result", "State"]


def rows(day: StudyDay, **chosen: str) -> list[list[str]]:
    return table(tree("plan", day, SETTING, chosen=chosen))


def test_it_tells_the_thread_by_date():
    assert in_order(
        text("plan", *example(), DUTCH),
        "Rietbeek College · Implementatieplan · donderdag 11 maart 2027",
        "Formatief handelen",
        "Hoe zien we in elke les",
        "Doelen",
        "1. Na deze dag herkent",
        "2. Na deze dag heeft",
        "3. Na deze dag heeft",
        "Wanneer Wat Eigenaar Doel Ondersteuning Zichtbaar resultaat Stand",
        "Vóór de studiedag",
        "Op de studiedag zelf",
        "Evaluatie aan het eind van de dag",
        "Na de studiedag",
        "do 25 mrt 2027",
        "do 1 apr 2027",
        "elke 4 weken, 3 keer, tot en met 24 juni 2027 · niet op vrije dagen",
    )


def test_each_row_says_who_when_for_which_goal_with_what_help_and_how_it_stands():
    day = a_day(
        a_goal(91),
        a_goal(92),
        an_action(
            1,
            "Try a card",
            kind=ActionKind.EXPERIMENT,
            owner=1,
            goals=(92, 91),
            due=RelativeDate(2),
            minutes=50,
            school_class="2B",
            look_at="Who asks?",
            support=(
                a(Support, 5, kind=SupportKind.COACH, giver="Sam Bakker"),
                a(Support, 6, kind=SupportKind.TIME),
            ),
            visible_result="A photo",
            result="It worked",
            state=ActionState.DONE,
            done_on=dt.date(2026, 11, 30),
        ),
        an_action(2, "Agree", owner_group=21, owner_contact=2, due=dt.date(2026, 12, 17), state=ActionState.BUSY),
        an_action(3, "Reserve rooms", due=RelativeDate(-4)),
        an_action(4, "Some day"),
        a_moment(
            5,
            title="Look back",
            kind=MomentKind.REFLECTION,
            first_date=RelativeDate(6),
            start=at("15:30"),
            minutes=45,
            place="Hall",
            agenda="What worked?",
            leader=1,
        ),
        a_measure(
            6,
            title="Look at lessons",
            level=EffectLevel.BEHAVIOUR,
            instruments=(Instrument.OBSERVATION,),
            when=RelativeDate(8),
            who=2,
            note="With the form",
        ),
    )
    assert rows(day) == [
        HEADER,
        ["Before the study day"],
        ["Thu 15 Oct 2026", "Reserve rooms", "no owner yet", "", "", "", "open"],
        ["After the study day"],
        [
            "Thu 26 Nov 2026",
            "Try a card | Experiment · 50 min · 2B | Who asks?",
            "Noor de Wit",
            "1, 2",
            "Coach: Sam Bakker Time",
            "A photo | Came of it: It worked",
            "done | Mon 30 Nov 2026",
        ],
        ["Thu 17 Dec 2026", "Agree", "Mathematics | Sam Bakker", "", "", "", "in progress"],
        ["Thu 24 Dec 2026 | 15:30–16:15", "Look back | Reflection · Hall | What worked?", "Noor de Wit", *[""] * 4],
        [
            "Thu 7 Jan 2027",
            "Look at lessons | Measure, level 3: behaviour · lesson observation | With the form",
            "Sam Bakker",
            *[""] * 4,
        ],
        ["No date yet"],
        ["no date yet", "Some day", "no owner yet", "", "", "", "open"],
    ]


def test_a_column_without_anything_in_it_is_left_out():
    assert rows(a_day(an_action(1, "Do", due=RelativeDate(1), owner=1)))[0] == ["When", "What", "Owner", "State"]
    assert rows(a_day(a_moment(1, title="Meet", first_date=RelativeDate(1))))[0] == ["When", "What"]


def test_each_option_changes_the_pages():
    day = a_day(
        a_goal(9, "After this day we do it"),
        an_action(1, "Action", due=RelativeDate(1), goals=(9,)),
        an_action(2, "Finished", due=RelativeDate(1), state=ActionState.DONE),
        an_action(3, "Failed", due=RelativeDate(1), state=ActionState.DID_NOT_WORK),
        a_moment(4, title="Moment", first_date=RelativeDate(1)),
        a_measure(5, title="Survey", when=RelativeDate(1)),
    )
    marks = {
        "goals": ["After this day we do it", "Goal"],
        "moments": ["Moment"],
        "measures": ["Survey"],
        "finished": ["Finished", "Failed"],
    }
    for option, each in marks.items():
        on, off = (text("plan", day, SETTING, chosen={option: value}) for value in ("yes", "no"))
        for mark in each:
            assert mark in on, option
            assert mark not in off, option


def test_what_was_dropped_is_not_in_it():
    day = a_day(an_action(1, "Kept", due=RelativeDate(1)), an_action(2, "Gone", state=ActionState.DROPPED))
    assert "Gone" not in text("plan", day, SETTING)


def test_while_the_day_has_no_date_relative_dates_count_from_it():
    day = a_day(
        a_part(1, date=None),
        a_block(2, title="Last"),
        an_action(3, "Before", due=RelativeDate(-4)),
        an_action(4, "After", due=RelativeDate(2)),
        an_action(5, "Fixed", due=dt.date(2026, 12, 1)),
        a_measure(6, title="In the block", block=2),
        a_moment(7, title="Every week", first_date=RelativeDate(1), rhythm="FREQ=WEEKLY", times=4),
    )
    assert [row[:2] for row in rows(day)[1:]] == [
        ["On a fixed date"],
        ["Tue 1 Dec 2026", "Fixed"],
        ["Before the study day"],
        ["4 weeks before the day", "Before"],
        ["On the study day itself"],
        ["on the day itself", "In the block | Measure, level 1: reaction"],
        ["After the study day"],
        ["1 week after the day", "Every week | Reflection · every week, 4 times"],
        ["2 weeks after the day", "After"],
    ]


def test_a_measure_in_an_option_is_taken_on_the_date_of_its_round():
    parts = (a_part(1, date=dt.date(2026, 11, 12)), a_part(2, date=dt.date(2026, 11, 26)))
    day = a_day(*parts, *a_round(3, a_block(4)), a_block(5, part=2), a_measure(6, title="Card", block=4))
    assert rows(day)[1:] == [["On the study day itself"], ["Thu 12 Nov 2026", "Card | Measure, level 1: reaction"]]


def test_a_row_that_names_a_group_spans_the_table():
    head = tree("plan", a_day(an_action(1, due=RelativeDate(1), owner=1)), SETTING).every("TR")[1]
    assert [(cell.tag, cell.attribute("/ColSpan")) for cell in head.kids] == [("TD", 4)]


def test_a_row_is_named_by_what_it_is_about():
    actions = [an_action(number, due=RelativeDate(1), owner=1) for number in (1, 2, 3)]
    row = tree("plan", a_day(*actions), SETTING).every("TR")[2]
    assert [cell.attribute("/Scope") for cell in row.kids] == [None, "/Row", None, None]


def test_a_plan_without_anything_says_so():
    assert "There are no actions, moments or measures yet." in text("plan", a_day(), SETTING)
