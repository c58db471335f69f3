from dataclasses import replace

import pytest

from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Instrument, Result
from studydag.model.values.errors import NoSuchValue
from studydag.model.values.follow_up import ActionState, ChecklistItem, Support, SupportKind
from studydag.model.values.study_day import StudyDay
from tests.building import (
    a,
    a_day,
    a_goal,
    a_group,
    a_measure,
    a_moment,
    a_part,
    a_person,
    a_setting,
    an_action,
    at,
)
from tests.export.pdf.reading import Element, read
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, table, text, tree

SETTING = a_setting(
    a_person(1, "Noor de Wit"), a_person(2, "Sam Bakker"), a_person(3, "Änne Ölçer"), a_group(21, "Mathematics")
)
TWO_OWNERS = a_day(
    an_action(1, "Sam's", owner=2, due=RelativeDate(2)),
    an_action(2, "Noor's first", owner=1, due=RelativeDate(1)),
    an_action(3, "Noor's second", owner=1, due=RelativeDate(3)),
    an_action(4, "The section's", owner_group=21, owner_contact=2, due=RelativeDate(2)),
    an_action(5, "Nobody's", due=RelativeDate(2)),
    an_action(6, "Undated", owner=1),
    a_moment(7, title="Look back", first_date=RelativeDate(6), leader=3, start=at("15:30"), minutes=45, place="Hall"),
    a_measure(8, title="Survey", when=RelativeDate(7), who=3, instruments=(Instrument.PORTFOLIO,)),
)


def sheet(day: StudyDay, **chosen: str) -> str:
    return text("checklist", day, SETTING, chosen=chosen)


def titles(root: Element) -> list[str]:
    return [heading.text for heading in root.every("H1")]


def boxes(day: StudyDay, **chosen: str) -> list[tuple[str, str]]:
    pdf = read(printed("checklist", day, SETTING, chosen=chosen)).pdf
    return [(str(field.TU), str(field.V)) for field in pdf.Root.AcroForm.Fields]


def test_each_owner_has_a_sheet_groups_after_people_and_nobody_last():
    data = printed("checklist", TWO_OWNERS, SETTING)
    reading = read(data)
    assert titles(reading.root) == ["Änne Ölçer", "Noor de Wit", "Sam Bakker", "Mathematics", "No owner yet"]
    assert pages(data) == 5
    # Each owner's sheet is a document of its own, and a page alone has no number.
    assert not any("page 2" in part for page in reading.decoration for part in page)


def test_a_sheet_has_what_is_its_owners_by_date():
    assert in_order(
        sheet(TWO_OWNERS),
        "Follow-up checklist · Thursday 12 November 2026",
        "Noor de Wit",
        "Formative assessment",
        "After the study day",
        "Noor's first Thu 19 Nov 2026",
        "1 week after the day",
        "Noor's second Thu 3 Dec 2026",
        "No date yet",
        "Undated no date yet",
        "Sam Bakker",
        "Sam's Thu 26 Nov 2026",
        "Mathematics",
        "contact: Sam Bakker",
        "The section's",
        "No owner yet",
        "Nobody's",
    )


def test_who_leads_or_measures_without_an_action_has_a_sheet_too():
    root = tree("checklist", TWO_OWNERS, SETTING, chosen={"owner": "person-3"})
    assert titles(root) == ["Änne Ölçer"]
    assert [heading.text for heading in root.every("H2")] == ["Moments and measures"]
    assert table(root)[1:] == [
        ["", "Thu 24 Dec 2026 | 15:30–16:15", "Look back | Hall"],
        ["", "Thu 31 Dec 2026", "Survey | portfolio"],
    ]


@pytest.mark.parametrize(
    ("left_out", "heading"), [("moments", "Measures that you carry out"), ("measures", "Moments that you lead")]
)
def test_the_heading_says_which_it_is(left_out, heading):
    assert heading in sheet(replace(TWO_OWNERS, **{left_out: ()}))


def test_the_sheet_of_one_owner_has_what_they_are_the_contact_of_too():
    root = tree("checklist", TWO_OWNERS, SETTING, chosen={"owner": "person-2"})
    assert titles(root) == ["Sam Bakker"]
    assert [item.every("P")[0].text for item in root.every("LI") if item.every("Form")] == ["Sam's", "The section's"]


def test_an_owner_who_is_not_there_is_refused():
    with pytest.raises(NoSuchValue):
        sheet(TWO_OWNERS, owner="person-9")


def test_an_owner_who_has_nothing_to_do_is_told_so():
    shown = text("checklist", TWO_OWNERS, a_setting(a_person(9, "Free")), chosen={"owner": "person-9"})
    assert "There are no actions to follow up." in shown


def test_a_box_is_named_by_what_is_ticked():
    action = an_action(
        1,
        "Try a card",
        owner=1,
        due=RelativeDate(2),
        checklist=(a(ChecklistItem, 5, text="Choose a class"), a(ChecklistItem, 6, text="Make it", done=True)),
    )
    assert boxes(a_day(action)) == [
        ("Try a card – Thu 26 Nov 2026", "/Off"),
        ("Try a card: Choose a class", "/Off"),
        ("Try a card: Make it", "/Yes"),
    ]


def test_an_item_says_what_helps_and_what_is_seen():
    action = an_action(
        1,
        "Try a card",
        owner=1,
        due=RelativeDate(2),
        window_start=RelativeDate(1),
        count=3,
        minutes=50,
        goals=(92, 91),
        school_class="2B",
        look_at="Who asks?",
        visible_result="A photo",
        note="Ask Sam",
        support=(a(Support, 5, kind=SupportKind.COACH, giver="Sam"),),
    )
    root = tree("checklist", a_day(a_goal(91, "Know"), a_goal(92, "Do"), action), SETTING)
    assert [part.text.strip() for part in root.every("LI")[0].walk() if part.text] == [
        "Try a card",
        "Thu 26 Nov 2026",
        "from Thu 19 Nov · 3 times · 2 weeks after the day · 50 min",
        "Visible result",
        "A photo",
        "Goals",
        "Know Do",
        "Class",
        "2B",
        "Look for",
        "Who asks?",
        "Support",
        "Coach: Sam",
        "Note",
        "Ask Sam",
        "How did it go?",
    ]


def test_an_item_with_nothing_more_is_its_title_and_a_line():
    root = tree("checklist", a_day(an_action(1, "Do", owner=1)), SETTING)
    assert [part.text for part in root.every("LI")[0].walk() if part.text] == ["Do", "no date yet", "How did it go?"]


def test_finished_actions_and_lines_are_a_choice():
    day = a_day(
        an_action(1, "Open", owner=1),
        an_action(2, "Done", owner=1, state=ActionState.DONE, result="Went well"),
        an_action(3, "Failed", owner=1, state=ActionState.DID_NOT_WORK),
        an_action(4, "Dropped", owner=1, state=ActionState.DROPPED),
    )
    assert boxes(day) == [("Open – no date yet", "/Off")]
    finished = [("Open – no date yet", "/Off"), ("Done – no date yet", "/Yes"), ("Failed – no date yet", "/Off")]
    assert boxes(day, finished="yes") == finished
    assert in_order(sheet(day, finished="yes"), "Done", "Came of it", "Went well", "Failed", "Did not work")
    assert "How did it go?" in sheet(day)
    assert "How did it go?" not in sheet(day, lines="no")


def test_sides_of_the_day_are_named_only_where_there_are_more():
    one = a_day(an_action(1, owner=1, due=RelativeDate(1)))
    assert tree("checklist", one, SETTING).every("H2") == []
    both = a_day(an_action(1, owner=1, due=RelativeDate(-1)), an_action(2, owner=1, due=RelativeDate(1)))
    headings = [heading.text for heading in tree("checklist", both, SETTING).every("H2")]
    assert headings == ["Before the study day", "After the study day"]


def test_a_day_without_a_date_counts_from_it():
    day = a_day(a_part(1, date=None), an_action(1, "Try", owner=1, due=RelativeDate(2)))
    assert "Try 2 weeks after the day" in sheet(day)


def test_an_action_of_somebody_who_is_gone_is_nobodys():
    day = a_day(an_action(1, "Left", owner=99), an_action(2, "Left too", owner_group=98))
    assert in_order(sheet(day), "No owner yet", "Left", "Left too")


def test_a_long_list_goes_on_and_says_whose_it_is():
    day = a_day(*(an_action(n, f"Action {n}", owner=1, visible_result="word " * 30) for n in range(1, 40)))
    reading = read(printed("checklist", day, SETTING))
    assert len(reading.pdf.pages) > 3
    assert all("Noor de Wit (continued)" in page for page in reading.decoration[1:])
    assert len(boxes(day)) == 39


def test_no_actions_is_said():
    assert "There are no actions to follow up." in sheet(a_day())


def test_the_example_in_dutch():
    assert in_order(
        text("checklist", *example(), DUTCH),
        "Rietbeek College · Checklist voor het vervolg · donderdag 11 maart 2027",
        "Deniz Arslantepe",
        "Sectieafspraak afmaken en bespreken in het sectieoverleg do 15 apr 2027",
        "5 weken na de dag",
        "Zichtbaar resultaat",
        "Hoe ging het?",
    )


def test_moments_and_measures_can_be_ticked_and_what_is_measured_is_done():
    found = boxes(TWO_OWNERS, owner="person-3")
    assert found == [("Look back – Thu 24 Dec 2026", "/Off"), ("Survey – Thu 31 Dec 2026", "/Off")]
    measured = replace(TWO_OWNERS, results=(a(Result, 9, measure=8),))
    assert [name for name, _state in boxes(measured, owner="person-3")] == ["Look back – Thu 24 Dec 2026"]
    assert boxes(measured, owner="person-3", finished="yes")[1] == ("Survey – Thu 31 Dec 2026", "/Yes")
