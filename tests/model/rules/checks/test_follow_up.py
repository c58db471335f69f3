import datetime as dt

from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight
from studydag.model.values.expertise import Ambassador, Deployment
from studydag.model.values.follow_up import ActionState, MomentKind
from studydag.model.values.programme import Mode
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.trajectory import Activity, Trajectory
from tests.building import (
    DAY,
    a,
    a_block,
    a_day,
    a_goal,
    a_moment,
    a_part,
    a_setting,
    an_action,
    an_expert,
)
from tests.model.rules.checks.looking import concerned, figures, found, holds

AFTER = RelativeDate(2)
BEFORE = RelativeDate(-2)


def test_a_bare_timetable_is_a_one_off_day():
    assert figures("one-off-day", a_day(a_block(1))) == [{"actions": 0, "moments": 0, "activities": 0}]
    assert found("one-off-day", a_day(an_action(1, due=BEFORE)))
    # What has no date yet is not passed over in silence.
    (undated,) = found("one-off-day", a_day(an_action(1)))
    assert undated.figures["undated"] == 1


def test_an_action_a_moment_or_an_ambassador_comes_after():
    ambassador = an_expert(1, ambassadors=(a(Ambassador, 1),))

    assert holds("one-off-day", a_day(an_action(1, due=AFTER))) == [{"actions": 1, "moments": 0, "activities": 0}]
    assert holds("one-off-day", a_day(a_moment(1, first_date=AFTER))) == [{"actions": 0, "moments": 1, "activities": 0}]
    assert holds("one-off-day", a_day(ambassador)) == [{"actions": 0, "moments": 0, "activities": 0}]


def test_an_activity_of_the_trajectory_that_meets_after_the_day_comes_after():
    def met(date: dt.date) -> Trajectory:
        meeting = a_moment(1, activity=1, first_date=date)
        return a(Trajectory, 1, period_start=DAY, activities=(a(Activity, 1),), moments=(meeting,))

    later = a_setting(met(DAY + dt.timedelta(days=1)))
    assert holds("one-off-day", a_day(trajectory=1), later) == [{"actions": 0, "moments": 0, "activities": 1}]
    assert found("one-off-day", a_day(trajectory=1), a_setting(met(DAY)))


def test_fixed_dates_lie_after_the_last_part():
    assert found("one-off-day", a_day(an_action(1, due=DAY)))
    assert found("one-off-day", a_day(an_action(1, due=DAY + dt.timedelta(days=1)))) == ()
    assert found("one-off-day", a_day(a_part(1, date=None), an_action(1, due=DAY))) == ()


def test_a_series_that_began_before_goes_on_after():
    weekly = a_moment(1, first_date=BEFORE, rhythm="FREQ=WEEKLY")

    assert found("one-off-day", a_day(weekly)) == ()
    assert found("one-off-day", a_day(a_moment(1, first_date=BEFORE, rhythm="FREQ=WEEKLY", until=DAY)))


def test_collecting_needs_is_no_follow_up():
    assert found("one-off-day", a_day(a_moment(1, kind=MomentKind.COLLECTING_NEEDS, first_date=AFTER)))


def test_every_goal_is_followed_up():
    day = a_day(a_goal(1), a_goal(2), an_action(1, goals=(1,), due=AFTER))

    assert concerned("goal-no-follow-up", day) == [["goal-2"]]
    assert holds("goal-no-follow-up", a_day(a_goal(1), a_moment(1, goals=(1,), first_date=AFTER))) == [{"goals": 1}]


def test_a_moment_of_reflection_after_the_day():
    assert concerned("no-reflection-moment", a_day(a_moment(1, kind=MomentKind.SHARING, first_date=AFTER))) == [["day"]]
    assert concerned("no-reflection-moment", a_day(a_moment(1, first_date=BEFORE))) == [["day"]]
    assert holds("no-reflection-moment", a_day(a_moment(1, first_date=AFTER))) == [{"moments": 1}]


def test_a_moment_of_reflection_in_a_holiday_or_weekend_gets_a_proposal():
    holidays = Holidays(names={dt.date(2026, 12, 24): "Christmas holidays"}, known=frozenset({2026}))
    setting = Setting(holidays=holidays)
    in_holiday = a_day(a_moment(1, first_date=RelativeDate(6)))
    in_weekend = a_day(a_moment(1, first_date=RelativeDate(9, DateUnit.DAYS)))

    assert figures("no-reflection-moment", in_holiday, setting) == [
        {"date": "2026-12-24", "holiday": "Christmas holidays", "proposal": "2026-12-25"}
    ]
    assert figures("no-reflection-moment", in_weekend, setting) == [
        {"date": "2026-11-21", "holiday": "", "proposal": "2026-11-23"}
    ]
    (finding,) = found("no-reflection-moment", in_holiday, setting)
    assert finding.remedies == ("move-to-school-day",)


def test_one_moment_on_a_school_day_is_enough_and_a_series_skips_holidays_itself():
    good, weekend = a_moment(1, first_date=AFTER), a_moment(2, first_date=RelativeDate(9, DateUnit.DAYS))

    assert found("no-reflection-moment", a_day(good, weekend)) == ()
    assert (
        found(
            "no-reflection-moment", a_day(a_moment(1, first_date=RelativeDate(9, DateUnit.DAYS), rhythm="FREQ=WEEKLY"))
        )
        == ()
    )


def test_results_are_shared():
    assert concerned("no-sharing", a_day(a_moment(1, first_date=AFTER))) == [["day"]]
    assert holds("no-sharing", a_day(a_moment(1, kind=MomentKind.SHARING, first_date=AFTER))) == [{"moments": 1}]


def test_goals_are_kept_alive():
    once = a_moment(1, goals=(1,), first_date=AFTER)
    structure = a_moment(1, goals=(1,), first_date=AFTER, kind=MomentKind.STRUCTURE)
    rhythm = a_moment(1, goals=(1,), first_date=AFTER, rhythm="FREQ=WEEKLY;INTERVAL=4")

    assert concerned("no-assurance", a_day(a_goal(1), once)) == [["goal-1"]]
    assert (
        holds("no-assurance", a_day(a_goal(1), structure))
        == holds("no-assurance", a_day(a_goal(1), rhythm))
        == [{"goals": 1}]
    )


def test_the_standing_structure_of_an_expert_keeps_the_experts_goals_alive():
    expert = an_expert(1, standing_structure=1, deployments=(a(Deployment, 1, goal=1),))

    assert found("no-assurance", a_day(a_goal(1), a_moment(1, first_date=AFTER), expert)) == ()


def test_the_work_before_and_after_weighs_a_quarter():
    day = a_day(a_block(1, 300), an_action(1, minutes=60, due=AFTER))

    assert figures("weight-on-the-day", day) == [{"before": 0, "day": 300, "after": 60, "percent": 16, "limit": 25}]
    assert holds(
        "weight-on-the-day", a_day(a_block(1, 300, preparation_minutes=40), an_action(1, minutes=60, due=AFTER))
    ) == [{"before": 40, "day": 300, "after": 60, "percent": 25, "limit": 25}]


def test_times_windows_and_self_paced_blocks_count_in_the_work():
    series = a_moment(1, first_date=AFTER, rhythm="FREQ=WEEKLY", times=4, minutes=15)
    visits = an_action(1, minutes=10, count=6, due=AFTER)
    reading = a_block(2, 30, mode=Mode.SELF_PACED)
    later = a_block(3, 20, mode=Mode.SELF_PACED, window_start=DAY + dt.timedelta(days=7))

    gone = a_block(4, 45, mode=Mode.SELF_PACED, cancelled=True)

    (held,) = holds("weight-on-the-day", a_day(a_block(1, 300), series, visits, reading, later, gone))
    assert (held["before"], held["after"]) == (30, 60 + 60 + 20)


def test_meetings_of_the_trajectory_count_in_the_work():
    plc = a(Activity, 1, minutes=0)
    meetings = a_moment(1, activity=1, first_date=RelativeDate(1), rhythm="FREQ=WEEKLY", times=3, minutes=60)
    trajectory = a(Trajectory, 1, period_start=DAY, activities=(plc,), moments=(meetings,))

    (held,) = holds("weight-on-the-day", a_day(a_block(1, 300), trajectory=1), a_setting(trajectory))
    assert held["after"] == 180


def test_too_little_known_to_weigh():
    assert found("weight-on-the-day", a_day(a_block(1, 300), an_action(1, due=AFTER))) == ()
    assert found("weight-on-the-day", a_day(an_action(1, minutes=5, due=AFTER))) == ()


EARLIER = a_day(
    an_action(1, "Choose a method"),
    an_action(2, "Read the report", state=ActionState.DONE),
    a(Insight, 1, text="Shorter talks"),
    uid="spring",
    title="Spring day",
)


def test_what_an_earlier_day_left_open_is_shown():
    day = a_day(builds_on="spring")
    setting = Setting(earlier_day=EARLIER)

    assert concerned("earlier-day-open", day, setting) == [["action-1"], ["insight-1"]]
    assert figures("earlier-day-open", day, setting)[0] == {"actions": 1, "insights": 1, "day": "Spring day"}


def test_what_was_taken_along_is_dealt_with():
    taken = a(Insight, 1, text="Shorter talks", taken_along_to="day")
    earlier = a_day(an_action(1, "Choose a method"), taken, uid="spring", title="Spring day")
    day = a_day(an_action(5, "choose a method "), builds_on="spring")

    assert holds("earlier-day-open", day, Setting(earlier_day=earlier)) == [{"day": "Spring day"}]
    assert found("earlier-day-open", a_day(), Setting(earlier_day=EARLIER)) == ()
    assert found("earlier-day-open", a_day(builds_on="autumn"), Setting(earlier_day=EARLIER)) == ()
