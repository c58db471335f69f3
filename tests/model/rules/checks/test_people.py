import datetime as dt

from studydag.model.rules.remedies.proposal import GoTo, Set
from studydag.model.rules.remedies.register import propose
from studydag.model.values.choices import Registration
from studydag.model.values.programme import LeadersPart, LeadStatus
from studydag.model.values.school import PersonRole, Weekday, WorkingDay
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import PreparationMember
from tests.building import DAY, a, a_block, a_break, a_day, a_group, a_lead, a_part, a_person, a_setting
from tests.model.rules.checks.looking import concerned, figures, found, holds, said

NOOR = a_setting(a_person(7, "Noor"))
TWO_WEEKS_BEFORE = DAY - dt.timedelta(days=14)


def led(status: LeadStatus):
    return a_day(a_block(1, leads=(a_lead(7, status),)))


def test_leads_are_confirmed_two_weeks_before():
    day = led(LeadStatus.ASKED)

    assert figures("lead-unconfirmed", day, NOOR, TWO_WEEKS_BEFORE) == [
        {"block": "Block 1", "person": "Noor", "status": "asked", "days": 14, "limit": 14}
    ]
    assert concerned("lead-unconfirmed", day, NOOR, TWO_WEEKS_BEFORE) == [["block-1", "person-7"]]
    assert found("lead-unconfirmed", day, NOOR, TWO_WEEKS_BEFORE - dt.timedelta(days=1)) == ()
    assert found("lead-unconfirmed", day, NOOR, DAY + dt.timedelta(days=1)) == ()


def test_a_plan_b_is_enough_until_a_lead_cancels_and_then_it_is_named():
    asked, cancelled = (
        a_day(a_block(1, plan_b="Marit doet het", leads=(a_lead(7, status),)))
        for status in (LeadStatus.ASKED, LeadStatus.CANCELLED)
    )
    assert found("lead-unconfirmed", asked, NOOR, DAY) == ()
    assert holds("lead-unconfirmed", asked, NOOR, DAY) == [{"leads": 1}]
    (finding,) = found("lead-unconfirmed", cancelled, NOOR, DAY)
    assert "there is a plan B" in str(finding.reason)
    look, take_off = (propose(name, finding, cancelled, NOOR, DAY) for name in finding.remedies[:2])
    assert look == (GoTo(kind="block", id=1, field="plan_b"),)
    assert take_off == (Set(kind="block", id=1, fields={"leads": ()}),)
    assert finding.remedies[2:] == ("confirm-lead",)
    assert propose("write-plan-b", finding, cancelled, NOOR, DAY) == ()


def test_nobody_is_taken_off_a_block_that_nobody_else_leads():
    (finding,) = found("lead-unconfirmed", led(LeadStatus.CANCELLED), NOOR, DAY)
    assert finding.remedies == ("confirm-lead", "write-plan-b")
    assert propose("take-off-cancelled", finding, led(LeadStatus.CANCELLED), NOOR, DAY) == ()
    assert propose("look-at-plan-b", finding, led(LeadStatus.CANCELLED), NOOR, DAY) == ()


def test_a_confirmed_lead_holds_and_a_cancelled_one_is_said_so():
    (finding,) = found("lead-unconfirmed", led(LeadStatus.CANCELLED), NOOR, DAY)

    assert "has cancelled" in str(finding.reason)
    assert holds("lead-unconfirmed", led(LeadStatus.CONFIRMED), NOOR, DAY) == [{"leads": 1}]


def test_one_day_before_is_told_as_one_and_the_day_itself_as_today():
    day_before = DAY - dt.timedelta(days=1)
    cancelled, untitled = led(LeadStatus.CANCELLED), a_day(a_block(1, title=""))
    with_plan_b = a_day(a_block(1, plan_b="Marit doet het", leads=(a_lead(7, LeadStatus.CANCELLED),)))

    assert said("lead-unconfirmed", cancelled, NOOR, DAY) == ["Noor has cancelled ‘Block 1’, which is today."]
    assert said("lead-unconfirmed", cancelled, NOOR, day_before) == [
        "Noor has cancelled ‘Block 1’, which is 1 day from now."
    ]
    assert said("lead-unconfirmed", with_plan_b, NOOR, day_before) == [
        "Noor has cancelled ‘Block 1’, which is 1 day from now; there is a plan B for it."
    ]
    assert said("title-to-be-announced", untitled, NOOR, day_before) == [
        "The block at 09:00–09:30 has no title yet, 1 day before the day (at most 14)."
    ]


def test_a_title_is_known_by_its_date():
    day = a_day(a_block(1, title_to_be_announced_until=dt.date(2026, 10, 1)))

    assert figures("title-to-be-announced", day, today=dt.date(2026, 10, 4)) == [
        {"block": "Block 1", "until": "2026-10-01", "late": 3}
    ]
    assert found("title-to-be-announced", day, today=dt.date(2026, 10, 1)) == ()
    assert found("title-to-be-announced", day, today=DAY + dt.timedelta(days=1)) == ()


def test_without_a_date_a_title_is_known_two_weeks_before():
    day = a_day(a_block(1, title=""), a_break(2, title=""))

    assert figures("title-to-be-announced", day, today=TWO_WEEKS_BEFORE) == [
        {"block": "09:00–09:30", "days": 14, "limit": 14}
    ]
    assert found("title-to-be-announced", day, today=TWO_WEEKS_BEFORE - dt.timedelta(days=1)) == ()
    assert holds("title-to-be-announced", a_day(a_block(1)), today=TWO_WEEKS_BEFORE) == [{"blocks": 1}]


def test_a_teacher_helps_to_prepare():
    leader, teacher = a_person(1, role=PersonRole.LEADER), a_person(2, role=PersonRole.TEACHER)
    members = [a(PreparationMember, number, person=number) for number in (1, 2)]

    assert figures("no-staff-in-preparation", a_day(members[0]), a_setting(leader, teacher)) == [
        {"teachers": 0, "members": 1}
    ]
    assert holds("no-staff-in-preparation", a_day(*members), a_setting(leader, teacher)) == [
        {"teachers": 1, "members": 2}
    ]


def test_the_school_leader_learns_along():
    along = a_block(1, leaders_part=(LeadersPart.OPENS, LeadersPart.LEARNS_ALONG))

    assert concerned("leader-absent", a_day(a_block(1, leaders_part=(LeadersPart.OPENS,)))) == [["day"]]
    assert holds("leader-absent", a_day(along)) == [{"blocks": 1, "block": "Block 1"}]
    assert found("leader-absent", a_day()) == ()


MONDAY_TO_WEDNESDAY = tuple(WorkingDay(weekday=day) for day in tuple(Weekday)[:3])


def test_who_is_off_that_day_is_named():
    part_timer = a_person(7, "Noor", working_days=MONDAY_TO_WEDNESDAY)
    day = a_day(a(Registration, 1, person=7))

    assert DAY.weekday() == 3
    assert figures("part-time-off", day, a_setting(part_timer)) == [
        {"people": 1, "weekday": "thursday", "date": "2026-11-12", "person": "Noor"}
    ]
    assert concerned("part-time-off", day, a_setting(part_timer)) == [["part-1", "person-7"]]


def test_hours_in_return_settle_it_and_unknown_working_days_say_nothing():
    part_timer, unknown = a_person(7, working_days=MONDAY_TO_WEDNESDAY), a_person(8)
    there = a_person(9, working_days=(WorkingDay(weekday=Weekday.THURSDAY),))

    assert (
        found("part-time-off", a_day(a(Registration, 1, person=7, compensation_minutes=360)), a_setting(part_timer))
        == ()
    )
    assert holds("part-time-off", a_day(a(Registration, 1, person=8)), a_setting(unknown)) == []
    assert holds("part-time-off", a_day(a(Registration, 1, person=9)), a_setting(there)) == [{}]


def test_members_of_a_registered_group_count():
    part_timer = a_person(7, working_days=MONDAY_TO_WEDNESDAY)
    day = a_day(a(Registration, 1, group=3, count=5))

    assert concerned("part-time-off", day, a_setting(part_timer, a_group(3, members=(7,)))) == [["part-1", "person-7"]]


def test_the_study_day_is_on_a_day_on_which_the_school_is_open():
    def on(date: dt.date, **names: str):
        setting = a_setting(holidays=Holidays(names={date: names["name"]} if names else {}))
        return figures("school-closed", a_day(a_part(1, date=date), a_block(1)), setting)

    assert on(DAY) == []
    assert on(DAY, name="Closed for repairs") == [{"date": "2026-11-12", "holiday": "Closed for repairs"}]
    # Pupils are free, because the team has its study day.
    assert on(DAY, name="Studiedag (lesvrij)") == []
    assert on(dt.date(2026, 11, 14)) == [{"date": "2026-11-14", "holiday": ""}]
