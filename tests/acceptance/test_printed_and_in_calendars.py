"""The rows of the requirements that are about paper and calendars, on their own figures."""

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from studydag.export.documents import EML, document, documents
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.expertise import Expert
from studydag.model.values.follow_up import Action
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Material, Part, Resource, ResourceWhen
from studydag.model.values.questions import Question, QuestionKind, QuestionPurpose, QuestionSet
from studydag.model.values.school import Group, School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Catering, DietCount, StudyDay
from tests.building import a_person
from tests.export.pdf.reading import read
from tests.export.printing_days import (
    DUTCH,
    ENGLISH,
    HOSTILE,
    STAMP,
    events,
    in_order,
    pages,
    printed,
    table,
    text,
    tree,
)

QUESTION = "Hoe zien wij in elke les of de leerlingen het snappen?"
PART = Part(id=1, uid="part", date=dt.date(2027, 3, 11), start=dt.time(8, 30), end=dt.time(15, 0))


def row(number: int, minutes: int, **fields: object) -> Block:
    return Block(id=number, uid=f"block-{number}", part=1, position=number, minutes=minutes, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["programme", "run-sheet", "plan"])
def test_r009_the_learning_question_stands_in_the_header_of_what_is_printed(name):
    day = StudyDay(title="Formatief handelen", learning_question=QUESTION, parts=(PART,), blocks=(row(2, 30),))
    first = [part.text for part in tree(name, day, Setting(), DUTCH).walk() if part.text][:4]
    assert first[1:] == ["Formatief handelen", "08:30–15:00", QUESTION]


def test_r011_the_belief_is_asked_in_the_programme_at_the_block_that_uses_it():
    belief = "Als ik het goed uitleg, snappen ze het."
    blocks = (row(2, 30, title="Keynote"), row(3, 30, title="Spiegelen", uses_belief_as_prompt=True))
    day = StudyDay(title="Formatief handelen", belief_before=belief, parts=(PART,), blocks=blocks)
    words = " ".join(part.text for part in tree("programme", day, Setting(), DUTCH).walk() if part.text)
    assert words.count(belief) == 1
    assert words.index("Spiegelen") < words.index(belief)


def test_r016_three_items_with_products_are_three_in_the_printed_list():
    blocks = (
        row(2, 60, title="Toetsen", product="Een exitkaart"),
        row(3, 60, title="Rubrics", product="Een rubric"),
        row(4, 60, title="Lunch"),
        row(5, 60, title="Ontwerpen", product="Een lesplan"),
    )
    root = tree("programme", StudyDay(title="Dag", parts=(PART,), blocks=blocks), Setting(), DUTCH)
    (products,) = root.every("L")
    assert [item.kids[-1].text for item in products.kids] == ["Een exitkaart", "Een rubric", "Een lesplan"]
    assert [heading.text for heading in root.every("H2")] == ["Wat je ervan meeneemt"]


def test_r080_the_phases_stand_in_the_programme_in_order():
    order = (Phase.INSPIRATION, Phase.KNOWLEDGE, Phase.APPLICATION)
    blocks = tuple(row(number, 60, title="Blok", phase=phase) for number, phase in enumerate(order, start=2))
    rows = table(tree("programme", StudyDay(title="Dag", parts=(PART,), blocks=blocks), Setting(), DUTCH))[1:]
    assert [each[1].split(" | ")[1] for each in rows] == ["Inspiratie", "Kennis", "Toepassing"]


def test_r084_each_dated_action_is_one_event_and_one_row_with_who_and_when():
    day = StudyDay(
        title="Dag",
        parts=(PART,),
        actions=(
            Action(id=2, uid="first", what="Exitkaart inzetten", owner=1, due=RelativeDate(2)),
            Action(id=3, uid="second", what="Afspraak vastleggen", due=dt.date(2027, 4, 15)),
            Action(id=4, uid="third", what="Ooit"),
        ),
    )
    setting = Setting(people=(a_person(1, "Noor de Wit"),))
    found = events("plan", day, setting, DUTCH)
    assert [(event["uid"], event["summary"], event.decoded("dtstart")) for event in found] == [
        ("first@studydag", "Exitkaart inzetten", dt.date(2027, 3, 25)),
        ("second@studydag", "Afspraak vastleggen", dt.date(2027, 4, 15)),
    ]
    assert [each[:3] for each in table(tree("plan", day, setting, DUTCH)) if len(each) > 1] == [
        ["Wanneer", "Wat", "Eigenaar"],
        ["do 25 mrt 2027", "Exitkaart inzetten", "Noor de Wit"],
        ["do 15 apr 2027", "Afspraak vastleggen", "nog geen eigenaar"],
        ["nog geen datum", "Ooit", "nog geen eigenaar"],
    ]


def test_r119_measures_on_three_dates_are_three_events():
    measures = tuple(
        Measure(id=number, uid=f"measure-{number}", title=f"Meting {number}", when=when)
        for number, when in enumerate(
            (RelativeDate(0, DateUnit.DAYS), RelativeDate(6), RelativeDate(6, DateUnit.MONTHS)), start=2
        )
    )
    found = events("plan", StudyDay(title="Dag", parts=(PART,), measures=measures), Setting(), DUTCH)
    assert [event.decoded("dtstart") for event in found] == [
        dt.date(2027, 3, 11),
        dt.date(2027, 4, 22),
        dt.date(2027, 9, 11),
    ]


@pytest.mark.parametrize("name", [each.name for each in documents()])
def test_d30_titles_of_186_characters_and_hostile_ones_survive_paper(name):
    title = (f"{HOSTILE} Zażółć gęślą jaźń, Iğdır’ın çöpü, Ξεσκεπάζω, Съешь ещё ") * 2
    title = " ".join(title.split())[:186]
    day = StudyDay(
        title=title,
        parts=(PART,),
        blocks=(row(2, 30, title=title),),
        actions=(Action(id=3, uid="action", what=title, due=RelativeDate(1)),),
    )
    assert len(title) == 186
    reading = read(printed(name, day, Setting(), DUTCH))
    assert title in reading.root.all_text
    assert reading.unmarked == []


@pytest.mark.logs
def test_d30_emoji_are_a_visible_mark_on_paper_and_whole_in_a_calendar():
    day = StudyDay(title="Feest 🎉", parts=(PART,), blocks=(row(2, 30, title='Taart 🍰 | "ja"\nof nee'),))
    assert in_order(text("programme", day, Setting(), DUTCH), "Feest □", 'Taart □ | "ja" of nee')
    (event,) = events("programme", day, Setting(), DUTCH)
    assert event["summary"] == 'Taart 🍰 | "ja" of nee'


def test_d31_after_midnight_is_the_next_date_in_a_calendar_and_still_under_its_day_on_paper():
    part = Part(id=1, uid="part", date=dt.date(2027, 3, 11), start=dt.time(20, 0), end=dt.time(1, 0))
    day = StudyDay(title="Nacht", parts=(part,), blocks=(row(2, 270, title="Film"), row(3, 30, title="Nagesprek")))
    film, talk = events("programme", day, Setting(), DUTCH)
    assert (film.decoded("dtstart").date(), talk.decoded("dtstart").date()) == (
        dt.date(2027, 3, 11),
        dt.date(2027, 3, 12),
    )
    assert talk.decoded("dtstart").isoformat() == "2027-03-12T00:30:00+01:00"
    shown = text("programme", day, Setting(), DUTCH)
    assert in_order(shown, "donderdag 11 maart 2027", "00:30 (+1)–01:00 (+1)", "Nagesprek")
    assert "12 maart" not in shown


def test_r019_a_why_that_is_not_filled_in_leaves_no_empty_heading():
    day = StudyDay(title="Dag", parts=(PART,), why_team="We kijken bij elkaar in de les.")
    assert "Waarom deze dag" in text("invitation", day, Setting(), DUTCH)
    assert "Waarom" not in text("invitation", replace(day, why_team=""), Setting(), DUTCH)


def test_r065_two_entries_to_read_beforehand_are_in_the_invitation_and_those_for_afterwards_are_not():
    sources = (
        Resource(id=11, uid="a", title="Artikel", when=ResourceWhen.BEFORE),
        Resource(id=12, uid="b", title="Hoofdstuk 2", when=ResourceWhen.BEFORE),
        Resource(id=13, uid="c", title="Verder lezen", when=ResourceWhen.AFTER),
    )
    day = StudyDay(title="Dag", parts=(PART,), blocks=(row(2, 30, resources=sources),))
    shown = text("invitation", day, Setting(), DUTCH)
    assert "Artikel" in shown
    assert "Hoofdstuk 2" in shown
    assert "Verder lezen" not in shown
    draft = message_from_bytes(document("checklist").render(day, Setting(), DUTCH, STAMP, ending=EML), policy=default)
    body = draft.get_body(("plain",)).get_content()
    assert "- Verder lezen" in body
    assert "Artikel" not in body


@pytest.mark.parametrize(("language", "rule"), [(DUTCH, "een top en een tip"), (ENGLISH, "a strength and a tip")])
def test_r061_the_handout_has_the_feedback_rules_where_they_hold_in_the_chosen_language(language, rule):
    blocks = (row(2, 45, title="Lesbezoek"), row(3, 45, title="Nagesprek", feedback_rules=True))
    day = StudyDay(title="Dag", parts=(PART,), blocks=blocks)

    printed = " ".join(text("handout", day, Setting(), language).split())
    assert printed.count(rule) == 1
    assert printed.index("Nagesprek") < printed.index(rule)
    own = Setting(school=School(feedback_rules="Vraag eerst.\nZeg wat je zag."))
    printed = " ".join(text("handout", day, own, language).split())
    assert "Zeg wat je zag." in printed
    assert rule not in printed


def test_r021_a_session_says_for_whom_it_is_and_what_you_get_from_it():
    lower, upper = Group(id=8, uid="lower", name="onderbouw"), Group(id=9, uid="upper", name="bovenbouw")
    option = row(3, 60, title="Rubrics", round=2, audience=(8,), product="Een rubric van vier regels")
    blocks = (row(2, 60, title="Kies", kind=BlockKind.ROUND), replace(option, part=None))
    day, setting = StudyDay(title="Dag", parts=(PART,), blocks=blocks), Setting(groups=(lower, upper))
    assert "voor onderbouw" in text("programme", day, setting, DUTCH)
    told = text("programme", day, setting, DUTCH, {"leads": "yes"})
    assert in_order(told, "Rubrics", "Wat je eraan hebt: Een rubric van vier regels")
    # Who belongs to another group sees it in the list to choose from.
    assert in_order(
        text("sign-up", day, setting, DUTCH), "Rubrics", "Voor wie: onderbouw", "Wat je eraan hebt: Een rubric"
    )


def test_r066_preparation_and_what_to_bring_are_both_summed_and_shown():
    blocks = (
        row(2, 30, title="Keynote", preparation_minutes=20, material_to_bring="een toets"),
        row(3, 30, title="Ontwerpen", preparation_minutes=10, material_to_bring="je laptop"),
    )
    shown = text("invitation", StudyDay(title="Dag", parts=(PART,), blocks=blocks), Setting(), DUTCH)
    assert in_order(shown, "20 min", "10 min", "In totaal", "30 min", "een toets", "je laptop")


def test_r091_a_brief_takes_from_the_plan_and_lists_what_is_still_to_fill():
    expert = Expert(id=2, uid="expert", name="Sanne", question="Wat doen leerlingen met feedback?")
    day = StudyDay(title="Dag", parts=(PART,), expected_number=64, experts=(expert,))
    shown = text("expert-brief", day, Setting(), DUTCH)
    assert in_order(
        shown, "Wat doen leerlingen met feedback?", "64 mensen", "donderdag 11 maart 2027", "Nog in te vullen"
    )
    assert in_order(shown, "Nog in te vullen", "Context", "Voorkennis", "Ruimte", "Budget")


@pytest.mark.parametrize(
    ("purpose", "many"), [*((QuestionPurpose.OBSERVATION, n) for n in (3, 5, 8)), (QuestionPurpose.FOCUS_GROUP, 5)]
)
def test_r113_and_r115_three_to_eight_look_fors_and_a_guide_of_five_print_on_one_page(purpose, many):
    questions = tuple(Question(id=number, uid=str(number), text_nl=f"Vraag {number}") for number in range(3, 3 + many))
    if purpose is QuestionPurpose.FOCUS_GROUP:
        questions = tuple(replace(each, kind=QuestionKind.OPEN) for each in questions)
    setting = Setting(
        question_sets=(QuestionSet(id=2, uid="set", title_nl="Set", purpose=purpose, questions=questions),)
    )
    day = StudyDay(title="Dag", parts=(PART,))
    assert pages(printed("evaluation", day, setting, DUTCH, {purpose.value: "yes"})) == 1


def test_d12_materials_are_summed_over_blocks():
    pen = Material(id=9, uid="pen", item="stift", quantity=3)
    blocks = (row(2, 30, materials=(pen,)), row(3, 30, materials=(replace(pen, id=10, uid="pen2"),)))
    assert table(tree("materials", StudyDay(parts=(PART,), blocks=blocks), Setting(), DUTCH))[1][1:3] == ["6", "stift"]


def test_d13_catering_has_counts_diets_and_a_cut_off_date():
    diets = (DietCount(name="halal", count=7),)
    lunch = Catering(id=2, uid="lunch", what="Lunch", count=64, diets=diets, cut_off=dt.date(2027, 3, 2))
    shown = text("materials", StudyDay(parts=(PART,), catering=(lunch,)), Setting(), DUTCH)
    assert in_order(shown, "64", "Lunch", "7 × halal", "di 2 mrt 2027")


def test_d21_an_attendance_list_has_blank_rows_for_walk_ins():
    shown = table(tree("attendance", StudyDay(parts=(PART,)), Setting(), DUTCH))
    assert len(shown) == 7


def test_d24_the_letter_to_parents_says_when():
    shown = text("parent-letter", StudyDay(title="Dag", parts=(PART,)), Setting(), DUTCH)
    assert "Op donderdag 11 maart 2027, van 08:30 tot 15:00 uur" in shown
