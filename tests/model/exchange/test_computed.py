import datetime as dt
from dataclasses import replace

from hypothesis import given, settings

from studydag.model.exchange.computed import computed_of
from studydag.model.exchange.study_day_json import decode, encode, to_json
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory
from tests.strategies import World, worlds

HOLIDAYS = Holidays(names={dt.date(2027, 3, 25): "Closed day"}, known=frozenset({2026, 2027, 2028}))
DAY = StudyDay(
    id=1,
    uid="day",
    title="Formative practice",
    parts=(Part(id=2, uid="part", date=dt.date(2027, 3, 11), start=dt.time(23, 0), end=dt.time(1, 0)),),
    blocks=(
        Block(id=3, uid="b1", part=2, phase=Phase.ORGANISATION, minutes=15, position=1),
        Block(id=4, uid="round", part=2, kind=BlockKind.ROUND, position=2),
        Block(id=5, uid="option", round=4, minutes=60, offset_minutes=5, position=3),
        Block(id=6, uid="parked", minutes=20, position=4),
    ),
    actions=(
        Action(id=7, uid="a", what="Try it", due=RelativeDate(2), window_start=RelativeDate(-3, DateUnit.DAYS)),
        Action(id=8, uid="undated", what="Some day"),
    ),
    moments=(
        Moment(id=9, uid="m", first_date=RelativeDate(2), rhythm="FREQ=WEEKLY", times=2),
        Moment(id=10, uid="single", first_date=dt.date(2027, 3, 25)),
    ),
    measures=(Measure(id=11, uid="measure", when=RelativeDate(6)),),
)
SETTING = Setting(holidays=HOLIDAYS)


def test_blocks_have_clock_times():
    found = computed_of(DAY, SETTING)

    assert found["block", 3] == {
        "start": "23:00",
        "end": "23:15",
        "date": "2027-03-11",
        "day_offset": 0,
        "end_inferred": False,
        "minutes": 15,
    }
    assert (found["block", 4]["start"], found["block", 4]["minutes"]) == ("23:15", 65)
    assert (found["block", 5]["start"], found["block", 5]["end"]) == ("23:20", "00:20")
    assert found["block", 6]["start"] is None


def test_an_open_end_is_no_clock_time():
    (block,) = DAY.blocks[:1]
    day = replace(DAY, blocks=(replace(block, open_end=True),))

    assert computed_of(day, SETTING)["block", 3]["end"] is None


def test_the_day_and_its_parts_have_totals():
    found = computed_of(DAY, SETTING)

    assert found["study_day", 1] == found["part", 2]
    assert found["part", 2] == {
        "start": "23:00",
        "end": "00:20",
        "end_day_offset": 1,
        "blocks": 2,
        "content_minutes": 65,
        "break_minutes": 0,
        "organisation_minutes": 15,
        "minutes_over": 0,
    }


def test_what_is_due_has_its_date_and_a_proposal_when_the_school_is_closed():
    found = computed_of(DAY, SETTING)

    assert found["action", 7] == {"due": "2027-03-25", "window_start": "2027-03-08", "proposal": "2027-03-26"}
    assert found["action", 8] == {"due": None, "window_start": None, "proposal": None}
    assert found["measure", 11] == {"when": "2027-04-22", "proposal": None}


def test_a_measure_in_the_programme_has_the_date_of_its_block():
    day = replace(DAY, measures=(Measure(id=11, uid="in-block", block=3), Measure(id=12, uid="in-option", block=5)))

    found = computed_of(day, SETTING)

    assert found["measure", 11] == {"when": "2027-03-11", "proposal": None}
    assert found["measure", 12] == {"when": "2027-03-11", "proposal": None}


def test_moments_have_all_their_dates():
    found = computed_of(DAY, SETTING)

    assert found["moment", 9] == {
        "first_date": "2027-04-01",
        "proposal": None,
        "dates": ["2027-04-01", "2027-04-08"],
        "skipped": ["2027-03-25"],
    }
    assert found["moment", 10]["proposal"] == "2027-03-26"


def test_a_trajectory_counts_from_the_start_of_its_period():
    trajectory = Trajectory(
        id=20,
        uid="t",
        title="Feedback",
        period_start=dt.date(2026, 9, 1),
        activities=(Activity(id=21, uid="act", steps=(ActivityStep(id=22, uid="s", due=RelativeDate(1)),)),),
        moments=(Moment(id=23, uid="tm", first_date=RelativeDate(2)),),
    )

    found = computed_of(DAY, replace(SETTING, trajectories=(trajectory,)))

    assert found["activity_step", 22]["due"] == "2026-09-08"
    assert found["moment", 23]["dates"] == ["2026-09-15"]


def test_without_a_date_nothing_is_computed():
    day = replace(DAY, parts=(replace(DAY.parts[0], date=None),))

    found = computed_of(day, SETTING)

    assert found["block", 3]["start"] == "23:00"
    assert found["block", 3]["date"] is None
    assert found["action", 7]["due"] is None
    assert found["moment", 9]["dates"] == []


def test_what_is_computed_stands_under_its_thing_and_nowhere_else():
    with_figures = encode(DAY, SETTING, computed_of(DAY, SETTING))

    assert with_figures["computed"]["blocks"] == 2
    assert with_figures["blocks"][0]["computed"]["start"] == "23:00"
    assert _stripped(with_figures) == encode(DAY, SETTING)


def _stripped(data: object) -> object:
    if isinstance(data, list):
        return [_stripped(item) for item in data]
    if isinstance(data, dict):
        return {key: _stripped(item) for key, item in data.items() if key != "computed"}
    return data


@settings(max_examples=25)
@given(worlds())
def test_anything_can_be_computed_and_is_passed_over_when_read(world: World):
    computed = computed_of(world.day, world.setting)

    assert decode(to_json(world.day, world.setting, computed)) == decode(to_json(world.day, world.setting))
