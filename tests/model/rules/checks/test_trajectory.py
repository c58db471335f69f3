from dataclasses import replace

from studydag.model.values.dates import RelativeDate
from studydag.model.values.formats import LearningForm
from studydag.model.values.setting import Setting
from studydag.model.values.trajectory import Activity, ActivityParticipant, ActivityStep, ParticipantRole, Trajectory
from tests.building import a, a_day, a_person, a_setting
from tests.model.rules.checks.looking import concerned, figures, found, holds

LESSON_STUDY = a(LearningForm, 1, key="lesson_study", workplace=True)
TRAINING = a(LearningForm, 2, key="training")
RESEARCH = a(LearningForm, 3, key="action_research", workplace=True)
DAY_IN_IT = a_day(trajectory=1)


def going_on(*activities: Activity) -> Setting:
    people = [a_person(number, name) for number, name in ((7, "Noor"), (8, "Sam"), (9, "Ada"))]
    return a_setting(a(Trajectory, 1, activities=activities), LESSON_STUDY, TRAINING, RESEARCH, *people)


def test_a_form_at_work_goes_with_the_day():
    assert figures("only-events", a_day()) == [{"activities": 0, "at_work": 0}]
    assert figures("only-events", DAY_IN_IT, going_on(a(Activity, 1, learning_form=2))) == [
        {"activities": 1, "at_work": 0}
    ]
    assert holds("only-events", DAY_IN_IT, going_on(a(Activity, 1, learning_form=1))) == [
        {"activities": 1, "at_work": 1}
    ]


def test_informal_learning_goes_with_the_trajectory():
    formal, informal = a(Activity, 1), a(Activity, 2, informal=True)

    assert figures("no-informal", DAY_IN_IT, going_on(formal)) == [{"activities": 1, "formal": 1, "informal": 0}]
    assert concerned("no-informal", DAY_IN_IT, going_on(formal)) == [["trajectory-1"]]
    assert holds("no-informal", DAY_IN_IT, going_on(formal, informal)) == [
        {"activities": 2, "formal": 1, "informal": 1}
    ]
    assert found("no-informal", a_day(), going_on(formal)) == ()


def coaching(*slots: str) -> Activity:
    coach = a(ActivityParticipant, 1, person=7, role=ParticipantRole.COACH)
    coachees = (
        a(ActivityParticipant, number, person=number, role=ParticipantRole.COACHEE, lesson_slot=slot)
        for number, slot in enumerate(slots, start=8)
    )
    return a(Activity, 1, title="Coaching", participants=(coach, *coachees))


def test_a_coach_has_one_coachee_in_a_lesson_slot():
    assert figures("coach-clash", DAY_IN_IT, going_on(coaching("Tue 3", "tue  3"))) == [
        {"coach": "Noor", "slot": "Tue 3", "coachees": 2}
    ]
    assert concerned("coach-clash", DAY_IN_IT, going_on(coaching("Tue 3", "tue  3"))) == [
        ["activity-1", "person-7", "person-8", "person-9"]
    ]
    again = replace(coaching("Tue 3"), id=2, uid="activity-2")
    assert figures("coach-clash", DAY_IN_IT, going_on(coaching("Tue 3", "Tue 3"), again))[0]["coachees"] == 2
    assert holds("coach-clash", DAY_IN_IT, going_on(coaching("Tue 3", "Tue 4"))) == [{"slots": 2}]
    assert found("coach-clash", DAY_IN_IT, going_on(coaching("", ""))) == ()


def test_action_research_collects_data():
    empty = a(ActivityStep, 1, title="Collect data")
    planned = a(ActivityStep, 1, title="Data verzamelen", due=RelativeDate(4))

    def research(*steps: ActivityStep) -> Setting:
        return going_on(a(Activity, 1, title="Why do they guess?", learning_form=3, steps=steps))

    assert figures("no-data-collection", DAY_IN_IT, research(empty)) == [{"activity": "Why do they guess?"}]
    assert concerned("no-data-collection", DAY_IN_IT, research()) == [["activity-1"]]
    assert holds("no-data-collection", DAY_IN_IT, research(planned)) == [{"activities": 1}]
    assert found("no-data-collection", DAY_IN_IT, going_on(a(Activity, 1, learning_form=1))) == ()
