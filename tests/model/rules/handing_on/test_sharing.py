from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from studydag.model.exchange.study_day_json import to_json
from studydag.model.rules.handing_on.sharing import PERSONAL, for_sharing
from studydag.model.values.choices import Registration
from studydag.model.values.description import described
from studydag.model.values.effect import Measure, Result
from studydag.model.values.expertise import Candidate, CriterionScore, Deployment, Expert
from studydag.model.values.goals import Goal, Need, NeedSource
from studydag.model.values.programme import Block
from studydag.model.values.references import things_in
from studydag.model.values.school import Accessibility, Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, StudyDay
from tests.strategies import World, worlds

SECRET = "between-us"

DAY = StudyDay(
    id=1,
    uid="day",
    title="Formative practice",
    needs=(
        Need(id=2, uid="need-told", statement=f"{SECRET} said in a talk", source=NeedSource.APPRAISAL_TALKS),
        Need(id=3, uid="need-ticked", statement=f"{SECRET} ticked by hand", confidential=True),
        Need(id=4, uid="need-open", statement="Seen in lessons", source=NeedSource.OBSERVATION),
    ),
    goals=(Goal(id=5, uid="goal", sentence="After this day …", needs=(2, 4)),),
    blocks=(Block(id=6, uid="block", title="Opening", facilitator_notes=f"{SECRET}: keep an eye on the back row"),),
    registrations=(
        Registration(id=7, uid="r-1", person=20, apart=(8,), access_needs=(Accessibility.STEP_FREE,)),
        Registration(id=8, uid="r-2", name="A guest", access_note=f"{SECRET}: sits in front"),
    ),
    experts=(
        Expert(
            id=9,
            uid="expert",
            name="Bureau Leerspoor",
            candidates=(
                Candidate(
                    id=10,
                    uid="candidate",
                    name="Bureau Leerspoor",
                    scores=(CriterionScore(id=11, uid="score", score=2, evidence=f"{SECRET} weak"),),
                ),
            ),
            deployments=(Deployment(id=12, uid="deployment", names=f"{SECRET} coachee"),),
        ),
    ),
    measures=(Measure(id=13, uid="measure", title="Pulse"),),
    results=(
        Result(id=14, uid="result-shared", measure=13, text="7.4 on average"),
        Result(id=15, uid="result-kept", measure=13, text=f"{SECRET} a log", shared=False),
    ),
    acceptances=(Acceptance(id=16, uid="a", rule="need-unlinked", concerns=("need-told", "goal"), reason="Later"),),
)
SETTING = Setting(people=(Person(id=20, uid="p", name="Noor Valk", email=f"{SECRET}@school", hours_budget=40),))


def test_nothing_confidential_is_left_in_what_is_shared():
    assert SECRET.encode() in to_json(DAY, SETTING)

    shared = for_sharing(DAY, SETTING)

    written = to_json(shared.day, shared.setting)
    assert SECRET.encode() not in written
    assert b"need-told" not in written
    assert b'"access_needs": []' in written
    assert b'"apart": []' in written
    assert b'"hours_budget": null' in written


def test_what_is_not_confidential_stays():
    shared = for_sharing(DAY, SETTING)

    assert [need.uid for need in shared.day.needs] == ["need-open"]
    assert shared.day.goals[0].needs == (4,)
    assert [result.uid for result in shared.day.results] == ["result-shared"]
    assert [person.name for person in shared.setting.people] == ["Noor Valk"]
    assert shared.day.acceptances[0].concerns == ("goal",)


def test_what_was_left_out_is_counted():
    assert for_sharing(DAY, SETTING).left_out == {
        "need": 2,
        "result": 1,
        "block.facilitator_notes": 1,
        "registration.apart": 1,
        "registration.access_needs": 1,
        "registration.access_note": 1,
        "candidate.scores": 1,
        "deployment.names": 1,
        "person.email": 1,
        "person.hours_budget": 1,
    }


def test_a_day_without_secrets_is_shared_whole():
    day = replace(DAY, needs=DAY.needs[2:], goals=(replace(DAY.goals[0], needs=(4,)),), blocks=(), experts=())
    day = replace(day, results=DAY.results[:1], registrations=(), acceptances=())

    shared = for_sharing(day, Setting())

    assert shared.day == day
    assert shared.left_out == {}


@settings(max_examples=30)
@given(worlds())
def test_no_confidential_field_holds_anything(world: World):
    shared = for_sharing(world.day, world.setting)

    assert not any(need.is_confidential for need in shared.day.needs)
    assert all(result.shared for result in shared.day.results)
    roots = (shared.day, *shared.setting.people)
    assert [thing for root in roots for thing in things_in(root) if _holds_a_secret(thing)] == []


def _holds_a_secret(thing: Any) -> bool:
    personal = PERSONAL.get(type(thing), ())
    return any(
        getattr(thing, each.name) != each.default
        for each in described(type(thing))
        if each.is_confidential or each.name in personal
    )


def test_r058_what_too_few_people_said_stays_out_of_a_copy_that_is_shared():
    few = Result(id=91, uid="result-few", measure=DAY.measures[0].id, n=3, mean=2.1)
    enough = Result(id=92, uid="result-enough", measure=DAY.measures[0].id, n=5, mean=2.1)
    shared = for_sharing(replace(DAY, results=(few, enough)), SETTING)
    assert [result.uid for result in shared.day.results] == ["result-enough"]
    assert shared.left_out["result"] == 1
