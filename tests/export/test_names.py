from studydag.export.names import Names
from studydag.language import Language
from studydag.model.values.follow_up import Support, SupportKind
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.programme import LeadStatus, Mode
from studydag.model.values.setting import Setting
from tests.building import (
    DAY,
    a,
    a_block,
    a_day,
    a_format,
    a_goal,
    a_group,
    a_lead,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_action,
)
from tests.export.printing_days import DUTCH, ENGLISH

SETTING = a_setting(
    a_person(1, "Noor"),
    a_person(2, "Sam"),
    a_room(11, "Hall"),
    a_group(21, "Mathematics"),
    a_group(22, "Arts"),
    a(WorkingFormat, 31, name_nl="Galerij", name_en="Gallery", steps_nl=("Hang op",), steps_en=("Hang up",)),
    a(WorkingFormat, 32, name_nl="Alleen Nederlands", steps_nl=("Eén",)),
)


def names(language: Language = ENGLISH, setting: Setting = SETTING) -> Names:
    return Names(a_day(a_goal(91), a_goal(92), a_goal(93)), setting, language)


def test_what_is_there_has_its_name_and_what_is_not_has_none():
    assert (names().person(1), names().room(11), names().group(21)) == ("Noor", "Hall", "Mathematics")
    assert [names().person(None), names().person(9), names().room(None), names().group(9)] == [""] * 4
    assert names().groups((22, 9, 21)) == "Arts and Mathematics"
    assert names().groups(()) == ""


def test_nothing_is_not_confused_with_what_is_not_stored_yet():
    unsaved = a_setting(a_person(0, "Nobody"), a_room(0, "Nowhere"), a_format(0, "Nothing"))
    assert names(setting=unsaved).person(None) == names(setting=unsaved).room(None) == ""
    assert names(setting=unsaved).working_format(a_block(1)) == ""


def test_a_format_is_named_in_the_language_or_else_in_the_other():
    assert names().working_format(a_block(1, working_format=31)) == "Gallery"
    assert names(DUTCH).working_format(a_block(1, working_format=31)) == "Galerij"
    assert names(DUTCH).steps(a_block(1, working_format=31)) == ("Hang op",)
    assert names().working_format(a_block(1, working_format=32)) == "Alleen Nederlands"
    assert names().steps(a_block(1, working_format=32)) == ("Eén",)
    assert names().steps(a_block(1)) == ()


def test_a_block_without_title_is_named_after_what_is_known():
    round_, *_ = a_round(1, title="")
    assert [
        names().title(block)
        for block in (
            a_block(1, title="Keynote", title_to_be_announced_until=DAY),
            a_block(1, title="", title_to_be_announced_until=DAY),
            a_block(1, title="", working_format=31),
            a_block(1, title="", phase=Phase.REFLECTION),
            round_,
        )
    ] == ["Keynote", "To be announced", "Gallery", "Reflection", "Choice round · knowledge"]


def test_who_cancelled_leads_no_more():
    leads = (a_lead(1), a_lead(2, LeadStatus.CANCELLED), a_lead(9))
    assert names().leads(leads) == "Noor"


def test_an_action_has_one_owner_and_a_group_a_contact():
    assert names().owner(an_action(1, owner=2)) == "Sam"
    group = an_action(1, owner_group=21, owner_contact=2)
    assert (names().owner(group), names().contact(group)) == ("Mathematics", "Sam")
    gone = an_action(1, owner_group=99, owner_contact=2)
    assert (names().owner(gone), names().contact(gone)) == ("Sam", "")
    assert names().owner(an_action(1)) == ""


def test_goals_are_numbered_as_the_day_has_them():
    assert names().goals((93, 91, 7)) == "1, 3"


def test_support_is_a_line_each():
    support = (a(Support, 1, kind=SupportKind.COACH, giver="Sam"), a(Support, 2, kind=SupportKind.TIME))
    assert names().support(an_action(1, support=support)) == "Coach: Sam\nTime"
    assert names().support(an_action(1)) == ""


def test_on_paper_a_room_is_not_broken_before_its_number():
    found = Names(a_day(), a_setting(a_room(11, "Lokaal 12 naast de hal"), a_room(12, "Hal")), DUTCH)
    assert found.room_on_paper(11) == "Lokaal\N{NO-BREAK SPACE}12 naast de hal"
    assert (found.room(11), found.room_on_paper(12), found.room_on_paper(None)) == ("Lokaal 12 naast de hal", "Hal", "")


def test_what_is_done_at_ones_own_pace_has_no_room_but_says_when():
    home = a_block(1, room=11, mode=Mode.SELF_PACED, window_start=DAY)
    assert names().place(home) == ""
    assert names(DUTCH).online(home) == "in eigen tempo, vanaf 12 november 2026"
    assert names().place(a_block(1, room=11, mode=Mode.HYBRID)) == "Hall"


def test_a_day_in_several_buildings_names_them_with_its_rooms():
    """D27: who goes from one site to another has to know in which a room is."""
    there = a_setting(a_room(11, "Hall", building="Main"), a_room(12, "Gym", building="Park"), a_room(13, "Lab"))

    def rooms(*used: int) -> list[str]:
        day = a_day(*(a_block(room, room=room) for room in used))
        return [Names(day, there, ENGLISH).room(room) for room in used]

    assert rooms(11, 12) == ["Hall, Main", "Gym, Park"]
    assert rooms(11, 13) == ["Hall, Main", "Lab"]
    assert rooms(11) == ["Hall"]
