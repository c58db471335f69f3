import datetime as dt
from dataclasses import replace

from studydag.model.values.dates import RelativeDate
from studydag.model.values.programme import Mode, Resource, ResourceWhen
from tests.building import a, a_block, a_day, a_goal, a_moment, a_part, a_round, an_action
from tests.export.printing_days import DUTCH, example, in_order, text, tree


def headings(day, **chosen):
    return [part.text for part in tree("invitation", day, chosen=chosen).every("H2")]


def test_only_what_is_filled_in_has_a_heading():
    assert headings(a_day(a_block(1, title="Start"))) == ["The day in short"]
    assert headings(a_day()) == []
    blank = replace(a_day(), why_team="  ", route="\n")
    assert headings(blank) == []
    full = replace(
        a_day(a_block(1, preparation_minutes=10), a_moment(2, title="Look back", first_date=RelativeDate(3))),
        why_team="To look at lessons together",
        route="Bus 4",
    )
    assert headings(full) == [
        "Why this day",
        "The day in short",
        "Prepare and bring along",
        "What we expect afterwards",
        "Getting there",
    ]
    off = dict.fromkeys(("why", "programme", "prepare", "follow_up", "route"), "no")
    assert headings(full, **off) == []


def test_what_is_internal_or_cancelled_is_not_announced():
    day = a_day(a_block(1, title="Open"), a_block(2, title="Check the beamer", internal=True))
    assert "beamer" not in text("invitation", day)
    gone = replace(day, blocks=tuple(replace(block, cancelled=True) for block in day.blocks))
    assert headings(gone) == []


def test_a_round_says_of_how_many_one_chooses_and_breaks_stand_back():
    day = a_day(*a_round(1, a_block(2, title="A"), a_block(3, title="B"), title="Choose"))
    assert "09:00–09:30 Choose – choice of 2" in text("invitation", day)


def test_of_a_round_the_longest_preparation_counts():
    options = (a_block(2, preparation_minutes=30), a_block(3, preparation_minutes=10))
    day = a_day(*a_round(1, *options), a_block(4, preparation_minutes=15))
    assert in_order(text("invitation", day), "30 min", "10 min", "15 min", "In all", "45 min")


def test_several_parts_each_have_their_heading():
    day = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 13), title="Day 2"), a_block(3), a_block(4, part=2))
    assert len(tree("invitation", day).every("H3")) == 2


def test_actions_before_the_day_are_not_asked_of_participants():
    day = a_day(an_action(1, "Order lunch", due=RelativeDate(-1)), an_action(2, "Try it", due=RelativeDate(2)))
    assert "Order lunch" not in text("invitation", day)
    assert "Try it" in text("invitation", day)


def test_only_what_is_read_beforehand_is_named():
    resources = tuple(
        a(Resource, number, title=title, link=f"T:\\team\\{number}.docx", when=when)
        for number, (title, when) in enumerate(
            (("Read me", ResourceWhen.BEFORE), ("On the table", ResourceWhen.DURING), ("Later", ResourceWhen.AFTER)), 10
        )
    )
    shown = text("invitation", a_day(a_block(1, resources=resources)))
    assert in_order(shown, "Read me", "T:\\team\\10.docx")
    assert "On the table" not in shown
    assert "Later" not in shown


def test_goals_are_a_choice():
    day = a_day(a_goal(1, "Ask better questions"))
    assert "Ask better questions" in text("invitation", day)
    assert "Ask better questions" not in text("invitation", day, chosen={"goals": "no"})


def test_the_example_in_dutch():
    assert in_order(
        text("invitation", *example(), DUTCH),
        "Rietbeek College · Uitnodiging · donderdag 11 maart 2027",
        "Formatief handelen",
        "Waar we naartoe werken",
        "Waarom deze dag",
        "Het programma in het kort",
        "keuze uit 4",
        "Voorbereiden en meebrengen",
        "20 min",
        "Wat we daarna verwachten",
        "Hoe je er komt",
        "Netwerk Rietbeek-Gast",
    )


def test_what_is_online_or_done_at_home_is_announced_with_the_place_of_each_part():
    home = {"mode": Mode.SELF_PACED, "window_start": dt.date(2026, 11, 13), "window_end": dt.date(2026, 12, 2)}
    day = a_day(
        a_part(1, venue="Main building"),
        a_part(2, date=dt.date(2026, 12, 3), venue="Annexe"),
        a_block(3, title="Start"),
        replace(a_block(4, title="Look back", mode=Mode.ONLINE), part=2),
        a_block(5, 45, title="Read the article", **home),
    )
    assert in_order(
        text("invitation", day),
        *("2026 · 09:00–16:00 · Main building", "Start", "3 December 2026 · 09:00–16:00 · Annexe"),
        *("Look back – online", "At your own pace", "Read the article (13 November – 2 December 2026 · 45 min)"),
    )
