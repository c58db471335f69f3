import dataclasses
import datetime as dt

from studydag.model.values.description import Described, described, is_thing, kind_of
from studydag.model.values.fields import Between
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Need, NeedSource
from studydag.model.values.programme import Block, BlockLead
from studydag.model.values.school import RoomCapacity, SchoolGoal
from studydag.model.values.study_day import StudyDay


def field(value: type, name: str) -> Described:
    return next(each for each in described(value) if each.name == name)


def test_annotations_say_what_a_field_holds():
    assert field(Block, "minutes").between == Between(0, 1440)
    assert field(Block, "title").characters == 500
    assert (field(Block, "room").refers, field(Block, "room").optional) == ("room", True)
    assert (field(Block, "goals").refers, field(Block, "goals").many) == ("goal", True)
    assert (field(Block, "leads").holds, field(Block, "leads").is_value) == (BlockLead, True)
    assert (field(Need, "source").holds, field(Need, "source").is_enum) == (NeedSource, True)
    assert (field(Need, "date").holds, field(Need, "date").optional) == (dt.date, True)


def test_a_due_is_told_from_a_date():
    assert field(Action, "due").is_due
    assert not field(Action, "done_on").is_due


def test_marks_are_found_through_none_and_tuples():
    assert field(SchoolGoal, "title").is_required
    assert field(Block, "facilitator_notes").is_confidential
    assert field(Block, "round").owns
    assert not field(Block, "repeats").owns


def test_defaults_are_told_from_fields_that_have_none():
    assert field(BlockLead, "person").default is dataclasses.MISSING
    assert field(Block, "minutes").default == 30
    assert field(StudyDay, "blocks").default == ()


def test_things_have_rows_of_their_own():
    assert is_thing(Block)
    assert not is_thing(RoomCapacity)
    assert kind_of(SchoolGoal) == "school_goal"
