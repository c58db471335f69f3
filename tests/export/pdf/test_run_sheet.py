import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from studydag.model.values.errors import NoSuchValue
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.programme import (
    Interaction,
    LeadersPart,
    LeadStatus,
    Material,
    MaterialPer,
    Mode,
    Resource,
    ResourceWhen,
)
from studydag.model.values.study_day import StudyDay
from tests.building import (
    DAY,
    a,
    a_block,
    a_break,
    a_day,
    a_format,
    a_group,
    a_lead,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    at,
)
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, table, text, tree

SETTING = a_setting(
    a_person(1, "Noor de Wit"),
    a_person(2, "Sam Bakker"),
    a_room(11, "Hall"),
    a_group(21, "Lower school"),
    a_format(31, "Gallery walk", steps_en=("Hang up", "Walk round")),
)


def sheet(day: StudyDay, **chosen: str) -> str:
    return text("run-sheet", day, SETTING, chosen=chosen)


def rows(day: StudyDay, **chosen: str) -> list[list[str]]:
    return table(tree("run-sheet", day, SETTING, chosen=chosen), 0)[1:]


def test_it_follows_the_minutes():
    assert in_order(
        text("run-sheet", *example(), DUTCH),
        "Rietbeek College · Draaiboek · donderdag 11 maart 2027",
        "Formatief handelen",
        "Hoe zien we in elke les of leerlingen het snappen",
        "Tijd Wat Wie en waar Werkelijk",
        "08:30–08:45",
        "15 min",
        "Welkom en inloop",
        "10:35–11:45",
        "Keuzeronde: aan de slag met één aanpak",
        "Exitkaarten: in tien minuten weten wie het snapt",
        "14:45–15:00",
    )


def test_a_row_says_what_who_where_and_with_what():
    block = a_block(
        1,
        40,
        Phase.REFLECTION,
        title="Walk",
        description="Look at it all.",
        working_format=31,
        interaction=Interaction.PAIRS,
        mode=Mode.HYBRID,
        audience=(21,),
        context_tags=("geography",),
        capacity=24,
        topics=("Quiz", "Cards"),
        leads=(a_lead(1), a_lead(2, LeadStatus.ASKED)),
        leaders_part=(LeadersPart.OPENS,),
        room=11,
        set_up=SetUp.WALLS,
        link="https://example.org/room",
        materials=(
            a(Material, 5, item="markers", quantity=2, per=MaterialPer.GROUP, brought_by="caretaker"),
            a(Material, 6, item="projector"),
            a(Material, 7, item=""),
        ),
        resources=(
            a(Resource, 8, title="Film", link="https://example.org/film", when=ResourceWhen.DURING),
            a(Resource, 9, title="Book", when=ResourceWhen.AFTER),
        ),
        material_to_bring="a test",
        plan_b="Tell it yourself",
    )
    ((time, what, who, actual),) = rows(a_day(block))
    assert time == "09:00–09:40 | 40 min"
    assert what == (
        "Walk | Reflection · Gallery walk · in pairs · hybrid · geography · for Lower school · 24 places"
        " | Look at it all. | 1. | Hang up | 2. | Walk round | Topics | • | Quiz | • | Cards"
        " | Plan B | Tell it yourself"
    )
    assert who == (
        "Noor de Wit Sam Bakker (asked) Hall, walls to write and hang things on | School leader: opens"
        " | https://example.org/room | Materials | • | 2 × markers (per group) – caretaker | • | projector | • | Film"
        " | https://example.org/film | Participants bring along | a test"
    )
    assert actual == ""


def test_private_notes_are_off_unless_asked_for_each_time():
    day = a_day(a_block(1, facilitator_notes="PRIVATE"))
    assert "PRIVATE" not in sheet(day)
    assert in_order(sheet(day, notes="yes"), "Private notes", "PRIVATE")
    assert "PRIVATE" not in sheet(day)


def test_each_option_changes_the_pages():
    day = a_day(a_block(1, working_format=31, plan_b="Tell it yourself"))
    for option, mark in {"steps": "Walk round", "plan_b": "Tell it yourself"}.items():
        assert mark in sheet(day)
        assert mark not in sheet(day, **{option: "no"})


def test_fixed_starts_spare_time_and_overlaps_are_seen():
    day = a_day(
        a_block(1, 50),
        a_block(2, 30, pinned_start=at("10:00")),
        a_block(3, 60),
        a_break(4, 30, pinned_start=at("11:20")),
        a_block(5, 30, end_inferred=True),
    )
    assert [row[:2] for row in rows(day)] == [
        ["09:00–09:50 | 50 min", "Block 1 | Knowledge"],
        ["09:50–10:00", "10 min to spare"],
        ["10:00–10:30 | 30 min | fixed start", "Block 2 | Knowledge"],
        ["10:30–11:30 | 1 h | overlaps by 10 min", "Block 3 | Knowledge"],
        ["11:20–11:50 | 30 min | fixed start | overlaps by 10 min", "Block 4 | Break"],
        ["11:50–12:20 | 30 min | end is a guess", "Block 5 | Knowledge"],
    ]


def test_the_end_of_a_part_that_is_passed_is_said():
    assert "The programme runs 30 min past the end of this part." in sheet(a_day(a_block(1, 450)))
    assert "past the end" not in sheet(a_day(a_block(1, 420)))


def test_open_ends_and_midnight():
    day = a_day(a_part(1, "22:00", "1:00"), a_block(2, 150), a_block(3, open_end=True))
    assert [row[0] for row in rows(day)] == ["22:00–00:30 (+1) | 2 h 30", "from 00:30 (+1)"]


def test_options_stand_under_their_round_and_are_named_by_their_title():
    options = (
        a_block(2, 60, title="Quiz", capacity=20),
        a_block(3, 45, Phase.REFLECTION, title="Talk", offset_minutes=15),
    )
    root = tree("run-sheet", a_day(*a_round(1, *options, title="Choose")), SETTING)
    assert [row[:2] for row in table(root)[1:]] == [
        ["09:00–10:00 | 1 h", "Choose | Choice round · knowledge"],
        ["", "Quiz | 20 places"],
        ["09:15–10:00 | 45 min", "Talk | Reflection"],
    ]
    quiz = root.every("TR")[2]
    assert [cell.attribute("/Scope") for cell in quiz.kids] == [None, "/Row", None, None]


def test_a_round_of_many_options_fills_its_pages():
    options = [a_block(100 + n, title=f"Option {n}", description="word " * 30) for n in range(60)]
    data = printed("run-sheet", a_day(a_block(1), *a_round(2, *options), a_block(3)), SETTING)
    assert pages(data) <= 7


def test_what_is_internal_parked_or_at_ones_own_pace_is_in_it():
    day = a_day(
        a_block(1, title="Hang up posters", internal=True),
        a_block(2, title="Later", part=None),
        a_block(3, 90, title="Module", mode=Mode.SELF_PACED),
    )
    assert rows(day)[0][1] == "Hang up posters | Knowledge · internal"
    assert in_order(sheet(day), "At your own pace", "Module (1 h 30)", "Parked: not in the programme", "Later (30 min)")


def test_what_is_cancelled_says_why_and_asks_nobody():
    day = a_day(
        a_block(
            1, title="Talk", cancelled=True, cancelled_reason="ill", leads=(a_lead(1),), room=11, description="GONE"
        ),
        a_block(2, leads=(a_lead(1, LeadStatus.CANCELLED),)),
    )
    assert rows(day)[0] == ["09:00", "Talk | Cancelled – ill", "", ""]
    assert "GONE" not in sheet(day)
    assert rows(day)[1][2] == "Noor de Wit (cancelled)"


def test_actual_times_are_written_or_there_is_a_line_for_them():
    day = a_day(
        a_block(1, actual_start=at("9:05"), actual_end=at("9:40")), a_block(2, actual_start=at("9:40")), a_block(3)
    )
    assert [row[3] for row in rows(day)] == ["09:05–09:40", "09:40", ""]


class TestForOneLead:
    DAY_OF_TWO = a_day(
        a_block(1, title="Mine", leads=(a_lead(1),), description="DETAIL 1", facilitator_notes="NOTE 1"),
        a_block(2, title="Theirs", leads=(a_lead(2),), description="DETAIL 2", facilitator_notes="NOTE 2", room=11),
        *a_round(
            3,
            a_block(4, 60, title="My option", leads=(a_lead(1),), description="DETAIL 4"),
            a_block(5, 60, title="Their option", leads=(a_lead(2),), description="DETAIL 5"),
            title="Choose",
        ),
        a_block(6, title="Called off", cancelled=True, leads=(a_lead(2),)),
        a_block(7, title="Drinks", open_end=True),
        a_block(8, title="Parked", part=None),
    )

    def test_the_rest_of_the_day_is_told_in_brief(self):
        assert rows(self.DAY_OF_TWO, lead="person-1") == [
            ["09:00–09:30 | 30 min", "Mine | Knowledge | DETAIL 1", "Noor de Wit", ""],
            ["09:30–10:00", "Theirs", "", ""],
            ["10:00–11:00", "Choose", "", ""],
            ["", "My option | DETAIL 4", "Noor de Wit", ""],
            ["11:00", "Called off | Cancelled", "", ""],
            ["from 11:00", "Drinks", "", ""],
        ]
        assert "Run sheet – Noor de Wit" in sheet(self.DAY_OF_TWO, lead="person-1")

    def test_notes_of_others_stay_with_them(self):
        shown = sheet(self.DAY_OF_TWO, lead="person-1", notes="yes")
        assert "NOTE 1" in shown
        assert "NOTE 2" not in shown

    def test_a_lead_who_is_not_there_is_refused(self):
        with pytest.raises(NoSuchValue):
            sheet(self.DAY_OF_TWO, lead="person-9")


def test_each_part_has_its_heading_and_its_place():
    day = a_day(
        a_part(1, title="Start", venue="School"),
        a_part(2, "19:00", "21:00", venue="Café", date=DAY),
        a_block(3, title="One"),
        a_block(4, title="Two", part=2),
    )
    headings = [heading.text for heading in tree("run-sheet", day, SETTING).every("H2")]
    assert headings == ["Start · Thursday 12 November 2026 · 09:00–16:00", "Thursday 12 November 2026 · 19:00–21:00"]
    assert in_order(sheet(day), "09:00–21:00 · School · Café", "Start", "School", "One", "Café", "Two")


def test_an_empty_day_says_so():
    assert "There is nothing in the programme yet." in sheet(a_day())


def test_what_is_done_at_ones_own_pace_says_when():
    own = a_block(1, 45, title="Read", part=None, mode=Mode.SELF_PACED)
    whole = replace(own, window_start=dt.date(2027, 3, 1), window_end=dt.date(2027, 3, 10))
    assert "Read (45 min)" in sheet(a_day(own))
    assert "Read (45 min · 1–10 March 2027)" in sheet(a_day(whole))
    until = replace(own, window_end=dt.date(2027, 3, 10))
    assert "until 10 March 2027" in sheet(a_day(until))


def test_an_option_that_goes_on_on_the_next_page_is_named_there():
    long = "\n\n".join(f"Paragraph {number}: " + "and so on " * 30 for number in range(20))
    day = a_day(*a_round(5, a_block(6, title="Cards"), a_block(7, title="Rubrics", plan_b=long), title="Choose"))
    again = PdfReader(BytesIO(printed("run-sheet", day))).pages[1].extract_text()
    assert in_order(again, "09:00–09:30", "Rubrics (continued)")
    assert "Choose" not in again


def test_what_is_done_at_ones_own_pace_has_its_link():
    day = a_day(a_block(3), a_block(4, title="Watch", mode=Mode.SELF_PACED, link="https://example.org/clips"))
    assert in_order(sheet(day), "At your own pace", "Watch", "https://example.org/clips")
