import datetime as dt
from typing import Any

from hypothesis import given, settings

from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.exchange.template import as_template
from studydag.model.values.climate import AgreementState, ClimateItem
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import described
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.programme import Block, BlockLead, Part
from studydag.model.values.references import references_in, things_in
from studydag.model.values.school import Group, Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.strategies import World, worlds


def test_the_design_stays_and_dates_people_and_outcomes_go():
    setting = Setting(
        people=(Person(id=9, uid="p", name="Noor Valk"),), groups=(Group(id=8, uid="g", name="Maths", members=(9,)),)
    )
    day = StudyDay(
        id=1,
        uid="day",
        title="Formative practice",
        parts=(Part(id=2, uid="part", date=dt.date(2027, 3, 11), start=dt.time(8, 30)),),
        blocks=(
            Block(
                id=3,
                uid="block",
                part=2,
                title="Jigsaw",
                rating=4,
                pinned_start=dt.time(9, 0),
                leads=(BlockLead(id=4, uid="lead", person=9),),
            ),
        ),
        actions=(
            Action(id=5, uid="a-1", what="Try it", owner=9, due=RelativeDate(2), state=ActionState.DONE),
            Action(id=6, uid="a-2", what="Tell", owner_group=8, owner_contact=9, due=dt.date(2027, 4, 1)),
        ),
        climate=(ClimateItem(id=7, uid="c", agreement="Nobody is put on the spot", state=AgreementState.IN_PLACE),),
    )

    template, used = as_template(day, setting)

    assert (template.parts[0].date, template.parts[0].start) == (None, dt.time(8, 30))
    assert (template.blocks[0].title, template.blocks[0].pinned_start) == ("Jigsaw", dt.time(9, 0))
    assert (template.blocks[0].leads, template.blocks[0].rating) == ((), None)
    assert [action.due for action in template.actions] == [RelativeDate(2), None]
    assert [action.owner for action in template.actions] == [None, None]
    assert template.actions[0].state is ActionState.OPEN
    assert template.actions[1].owner_group == 8
    assert [(item.agreement, item.state) for item in template.climate] == [
        ("Nobody is put on the spot", AgreementState.OPEN)
    ]
    assert used.people == ()
    assert used.groups == (Group(id=8, uid="g", name="Maths"),)


@settings(max_examples=30)
@given(worlds())
def test_a_template_is_a_study_day_without_a_date_or_a_person(world: World):
    template, used = as_template(world.day, world.setting)

    assert {kind for kind, _ in references_in(template)} & {"person", "registration"} == set()
    assert [date for thing in things_in(template) for date in _dates(thing)] == []
    decode(to_json(template, used))


def _dates(thing: Any) -> list[dt.date]:
    held = [getattr(thing, each.name) for each in described(type(thing))]
    return [value for value in held if isinstance(value, dt.date)]
