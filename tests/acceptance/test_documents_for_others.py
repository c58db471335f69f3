"""Rows on documents for others: the leadership, partners, outsiders, and everyone when something changes."""

import datetime as dt
from dataclasses import replace

import pytest

from studydag.export.documents import Readers, documents
from studydag.model.values.choices import (
    Allotment,
    AttendanceMark,
    Grouping,
    GroupOfParticipants,
    Presence,
    Registration,
)
from studydag.model.values.climate import ClimateRow
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight, Result
from studydag.model.values.expertise import (
    Candidate,
    Criterion,
    CriterionScore,
    Deployment,
    DeploymentKind,
)
from studydag.model.values.goals import NeedSource
from studydag.model.values.setting import LastPrint, Setting
from studydag.model.values.study_day import Decision, DecisionAbout
from tests.building import (
    a,
    a_block,
    a_day,
    a_goal,
    a_lead,
    a_measure,
    a_need,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_action,
    an_agreement,
    an_expert,
)
from tests.export.printing_days import DUTCH, in_order, pages, printed, table, text, tree

TWELVE = [a_person(number, f"Noor Valk{number}", email=f"n{number}@school.nl") for number in range(1, 13)]


def test_r026_and_r125_the_pack_for_outsiders_has_no_name_and_opens_anywhere():
    day = a_day(
        a_goal(1), a_block(2, leads=(a_lead(1),)), *(an_action(number, owner=number) for number in range(3, 13))
    )
    data = printed("share", day, a_setting(*TWELVE), DUTCH)
    assert data.startswith(b"%PDF")
    shown = text("share", day, a_setting(*TWELVE), DUTCH)
    assert not [person.name for person in TWELVE if person.name in shown]
    assert "@" not in shown


def test_r055_the_report_has_a_table_of_decisions_and_a_missing_reason_stays_blank():
    with_reason = a(Decision, 1, what="Lesson study", about=DecisionAbout.LEARNING_FORM, goal=5, why="It lasts")
    without = a(Decision, 2, what="No second talk")
    rows = table(tree("justification", a_day(a_goal(5), with_reason, without), chosen={"checks": "no"}))
    assert [row[2] for row in rows[1:]] == ["It lasts", ""]
    assert "G1" in rows[1][1]


def test_r059_a_decision_with_its_date_is_listed_under_decisions():
    decision = a(Decision, 1, what="Toetsvrije week", by="directie", why="rust", date=dt.date(2025, 10, 3))
    shown = text("justification", a_day(decision), language=DUTCH, chosen={"checks": "no"})
    assert in_order(shown, "Besluiten", "vr 3 okt 2025", "Toetsvrije week", "rust", "directie")


def test_r057_the_climate_prints_on_one_page_of_its_own():
    items = [
        an_agreement(number, row, agreement=f"Afspraak {number}") for number, row in enumerate(ClimateRow, start=1)
    ]
    off = dict.fromkeys(("needs", "picture", "balance", "checks", "decisions"), "no")
    assert pages(printed("justification", a_day(*items), chosen={**off, "climate": "no"})) == 1
    assert pages(printed("justification", a_day(*items), chosen=off)) == 2


def test_r088_a_keynote_and_guidance_four_weeks_on_are_both_on_the_partners_sheet():
    keynote = a(Deployment, 1, kind=DeploymentKind.TRAINING, blocks=(4,))
    guidance = a(Deployment, 2, kind=DeploymentKind.PROCESS_GUIDANCE, due=RelativeDate(4))
    shown = text("partner", a_day(a_block(4, title="Keynote"), an_expert(3, deployments=(keynote, guidance))))
    assert in_order(shown, "Bureau Bloom", "Thu 12 Nov 2026", "Keynote", "Thu 10 Dec 2026", "Process guidance")


def test_r100_the_product_of_advice_is_listed_as_what_is_delivered():
    advice = a(Deployment, 1, kind=DeploymentKind.ADVICE, product="A policy on testing", due=RelativeDate(8))
    assert "delivers: A policy on testing" in text("partner", a_day(an_expert(2, deployments=(advice,))))


def test_r104_the_handover_has_all_items_with_insights_in_programme_order():
    day = a_day(
        *(a_block(number, title=f"Block {number}") for number in (1, 2, 3)),
        a(Insight, 5, text="Shorter", block=3, kept_at="shared folder"),
        a(Insight, 6, text="Again", block=1, source="exit ticket"),
    )
    assert [row[0] for row in table(tree("partner", day))][1:] == ["Block 1", "Block 3"]
    shown = text("partner", day)
    assert in_order(shown, "Block 1", "Again", "exit ticket", "Block 3", "Shorter", "shared folder")
    assert "Block 2" not in shown


def test_r060_groups_stand_in_the_run_sheet_and_everybody_finds_their_own():
    """R060: groups that were made for a block are of use on paper, where people sit down by them."""
    groups = (
        a(GroupOfParticipants, 31, name="Group 1", members=(21, 20)),
        a(GroupOfParticipants, 32, name="Group 2", members=(22,)),
    )
    day = a_day(
        a_block(2, title="Jigsaw"),
        *(a(Registration, 20 + number, name=name) for number, name in enumerate(("Noor", "Émile", "Sam"))),
        a(Grouping, 30, block=2, groups=groups),
    )
    assert in_order(text("run-sheet", day), "Jigsaw", "Groups", "Group 1: Émile and Noor", "Group 2: Sam")
    own = text("personal", day)
    assert in_order(own, "Émile", "Jigsaw – Group 1", "Noor", "Jigsaw – Group 1", "Sam", "Jigsaw – Group 2")
    assert in_order(text("badges", day), "Sam", "09:00 Jigsaw – Group 2")


def test_d14_a_sign_for_each_room_and_round_and_badges_with_the_own_route():
    options = (a_block(2, title="Cards", room=1), a_block(3, title="Rubrics", room=2))
    day = a_day(
        *a_round(10, *options, title="Choose"),
        a(Registration, 20, person=1),
        a(Allotment, 21, registration=20, round=10, option=3),
    )
    setting = a_setting(a_room(1, "Room 12"), a_room(2, "Room 14"), TWELVE[0])
    signs = [part.text for part in tree("room-cards", day, setting).every("H1")]
    assert signs == ["Room 12", "Room 14"]
    assert in_order(text("badges", day, setting), "Noor Valk1", "09:00", "Rubrics", "Room 14")
    assert "Cards" not in text("badges", day, setting)


@pytest.mark.parametrize("readers", [Readers.PARTICIPANTS, Readers.FACILITATORS, Readers.ORGANISERS])
def test_d15_participants_facilitators_and_organisers_each_have_their_lists(readers):
    assert [each.name for each in documents() if each.readers is readers]


def test_d22_attendance_per_half_day_gives_the_hours_on_the_certificate():
    there = tuple(
        a(AttendanceMark, part, part=part, presence=presence)
        for part, presence in ((1, Presence.PRESENT), (2, Presence.ABSENT))
    )
    day = a_day(
        a_part(1, "9:00", "12:00"),
        a_part(2, "13:00", "16:00"),
        a_block(3, 120),
        a_block(4, 90, part=2),
        a(Registration, 5, person=1, attendance=there),
    )
    assert "2 hours of learning" in text("certificate", day, a_setting(TWELVE[0]))


def test_d32_each_print_bears_its_version_and_a_sheet_lists_what_changed_since_the_last():
    before = a_day(a_block(1, title="Opening"))
    now = replace(before, blocks=(replace(before.blocks[0], minutes=50),))
    assert "version 3" in text("programme", now)
    last = LastPrint(number=2, printed_on=dt.datetime(2026, 10, 1), day=before, setting=Setting())
    shown = text("changes", now, Setting(last_print=last))
    assert in_order(shown, "since version 2 of 1 October 2026", "Opening: duration", "30 min", "50 min")


def test_d36_no_scores_talks_or_needs_of_persons_leave_the_school():
    scores = tuple(
        a(CriterionScore, n, criterion=each, score=1, evidence="SECRET") for n, each in enumerate(Criterion, start=1)
    )
    day = a_day(
        a_need(1, "SECRET need", source=NeedSource.APPRAISAL_TALKS),
        a_block(2, facilitator_notes="SECRET"),
        an_expert(3, talk_notes="SECRET", candidates=(a(Candidate, 4, name="SECRET", scores=scores),)),
        a_measure(5),
        a(Result, 6, measure=5, text="SECRET log", shared=False),
        a(Registration, 7, name="SECRET", access_note="SECRET"),
    )
    asked = {option.name: "yes" for each in documents() if each.name == "share" for option in each.options}
    shown = text("share", day, Setting(), chosen=asked)
    assert "SECRET" not in shown
    assert "Left out as confidential" in shown
