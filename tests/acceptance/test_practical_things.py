"""The rows about what is practical: plan B, links for who is far away, part-timers, travel, materials."""

import datetime as dt
from dataclasses import replace

from studydag.model.rules.provisions.material_sums import material_sums
from studydag.model.values.choices import Registration
from studydag.model.values.programme import Block, BlockKind, LeadStatus, Material, MaterialPer, Mode, Part
from studydag.model.values.school import School, Weekday, WorkingDay
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import DAY, a, a_block, a_day, a_group, a_lead, a_person, a_room, a_setting
from tests.export.printing_days import DUTCH, text
from tests.model.rules.checks.looking import figures, found

PART = Part(id=1, uid="part", date=dt.date(2027, 3, 11), start=dt.time(8, 30), end=dt.time(15, 0))


def row(number: int, minutes: int, **fields: object) -> Block:
    return Block(id=number, uid=f"block-{number}", part=1, position=number, minutes=minutes, **fields)  # type: ignore[arg-type]


def test_d11_plan_b_of_a_critical_item_stands_on_the_run_sheet_and_not_in_the_programme():
    plan_b = "Valt de spreker uit: Marit leidt het gesprek met de drie stopvragen."
    day = StudyDay(title="Dag", parts=(PART,), blocks=(row(2, 45, title="Keynote", plan_b=plan_b),))

    assert plan_b in " ".join(text("run-sheet", day, Setting(), DUTCH).split())
    assert plan_b not in " ".join(text("programme", day, Setting(), DUTCH).split())
    speaker = a_block(1, leads=(a_lead(7, LeadStatus.CANCELLED),))
    setting = a_setting(a_person(7))
    (finding,) = found("lead-unconfirmed", a_day(speaker), setting, today=DAY - dt.timedelta(days=3))
    assert "write-plan-b" in finding.remedies


def test_d18_the_link_stands_only_with_what_can_be_followed_from_elsewhere():
    link = "https://example.org/zaal"
    blocks = (
        row(2, 45, title="Op school", mode=Mode.IN_PERSON, link=link),
        row(3, 45, title="Hybride", mode=Mode.HYBRID, link=link),
    )
    for block, shown in zip(blocks, (False, True), strict=True):
        said = text("programme", StudyDay(title="Dag", parts=(PART,), blocks=(block,)), Setting(), DUTCH)
        assert (link in said.replace("\n", "")) is shown


def test_d18_who_takes_part_online_takes_no_room():
    room = a_room(1, "Lokaal 12")
    online = a_block(2, room=1, mode=Mode.ONLINE, round=1)
    there = a_block(3, room=1, round=1)
    day = a_day(*(replace(each, part=1, round=None) for each in (online, there)))
    assert found("room-clash", day, a_setting(room)) == ()


def test_d23_whose_day_off_it_is_and_how_many_hours_they_get_back():
    friday = dt.date(2026, 11, 13)
    to_thursday = tuple(WorkingDay(weekday=day) for day in tuple(Weekday)[:4])
    people = [a_person(number, name, working_days=to_thursday) for number, name in ((1, "Noor"), (2, "Sam"))]
    full = a_person(3, "Ewa", working_days=tuple(WorkingDay(weekday=day) for day in tuple(Weekday)[:5]))
    day = a_day(*(a(Registration, number, person=number) for number in (1, 2, 3)))
    day = replace(day, parts=(replace(day.parts[0], date=friday),))
    setting = a_setting(*people, full)

    (finding,) = figures("part-time-off", day, setting)
    assert (finding["people"], finding["weekday"]) == (2, "friday")
    noted = replace(day, registrations=tuple(replace(each, compensation_minutes=390) for each in day.registrations))
    assert found("part-time-off", noted, setting) == ()


def test_d27_travel_between_two_sites_is_longer_than_a_change_of_rooms():
    rooms = a_room(1, "Aula", building="Hoofdgebouw"), a_room(2, "Atelier", building="Dependance")
    first, second = a_block(1, 60, room=1), a_block(2, 60, room=2)
    school = School(change_over_minutes=5, travel_minutes=15)
    (finding,) = figures("change-over", a_day(first, second), a_setting(*rooms, school=school))
    assert (finding["minutes"], finding["needed"]) == (0, 15)
    near = a_setting(rooms[0], replace(rooms[1], building="Hoofdgebouw"), school=school)
    assert figures("change-over", a_day(first, second), near)[0]["needed"] == 5
    waited = a_day(first, replace(second, pinned_start=dt.time(10, 20)))
    assert found("change-over", waited, a_setting(*rooms, school=school)) == ()


def test_materials_are_summed_per_person_per_group_and_once_over_the_day():
    team = a_group(1, members=tuple(range(1, 13)))
    card = Material(id=1, uid="m1", item="Kaartje", quantity=1, per=MaterialPer.PERSON)
    again = Material(id=2, uid="m2", item="kaartje ", quantity=2, per=MaterialPer.PERSON)
    bell = Material(id=3, uid="m3", item="Bel", quantity=1, per=MaterialPer.ONCE)
    day = a_day(
        a_block(1, materials=(card, bell)),
        a_block(2, audience=(1,), materials=(again,)),
        a_block(3, cancelled=True, materials=(bell,)),
        expected_number=40,
    )
    sums = material_sums(day, a_setting(team))
    assert [(each.item, each.total) for each in sums] == [("Kaartje", 40 + 2 * 12), ("Bel", 1)]


def test_d16_route_parking_and_wifi_stand_in_the_invitation_and_only_what_is_filled_in():
    day = StudyDay(title="Dag", parts=(PART,), route="Bus 4 tot Markt", wifi="school-gast", parking="")
    written = " ".join(text("invitation", day, Setting(), DUTCH).split())
    assert "Bus 4 tot Markt" in written
    assert "school-gast" in written
    assert "Parkeren" not in written
    assert "Parkeren" in " ".join(text("invitation", replace(day, parking="Achter de kerk"), Setting(), DUTCH).split())


def test_d18_participants_go_to_no_room_for_what_is_online():
    setting = Setting(rooms=(a_room(1, "Lokaal 12"),))
    options = [
        replace(row(3 + number, 45, title=mode.value, mode=mode, room=1), round=2, part=None)
        for number, mode in enumerate((Mode.ONLINE, Mode.HYBRID))
    ]
    for shown, option in enumerate(options):
        day = StudyDay(title="Dag", parts=(PART,), blocks=(row(2, 45, kind=BlockKind.ROUND), option))
        for document in ("programme", "poster"):
            said = text(document, day, setting, DUTCH).replace("\N{NO-BREAK SPACE}", " ")
            assert ("Lokaal 12" in said) is bool(shown)
        # Who leads it finds the room where the camera stands.
        assert "Lokaal 12" in text("run-sheet", day, setting, DUTCH).replace("\N{NO-BREAK SPACE}", " ")
