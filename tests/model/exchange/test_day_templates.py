"""The day templates of the program: whole in both languages, and sound as far as a template can be."""

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest

from studydag.model.exchange.beginning import Answers, day_like
from studydag.model.exchange.study_day_json import Loaded
from studydag.model.exchange.templates import KEYS, day_templates
from studydag.model.rules.calendar.dates import last_date
from studydag.model.rules.checking import check
from studydag.model.rules.time.balance import balance
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.starter import BUILT_IN, built_in
from studydag.model.values.formats import Phase
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block
from studydag.model.values.references import numbered
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import DayStatus, Occasion

TODAY = dt.date(2026, 9, 1)
OF_THE_SCHOOL = frozenset(
    {
        *("action-no-owner", "no-staff-in-preparation", "climate-open"),
        *("needs-one-sided", "goal-no-need", "goal-no-school-goal", "only-events"),
        *("text-to-fill-in", "pupils-unnamed"),
    }
)
"""What only the school can fill in: who does it, what the team needs and the school wants, what else it plans,
and the words that the template leaves open."""


@pytest.fixture(scope="module")
def known() -> Setting:
    numbers = count(1)
    things = {
        value.__name__: tuple(numbered(thing, lambda: next(numbers)) for thing in built_in(value))
        for _, value in BUILT_IN
    }
    return Setting(
        formats=things["WorkingFormat"], learning_forms=things["LearningForm"], question_sets=things["QuestionSet"]
    )


def loaded(key: str, language: DocumentLanguage, known: Setting) -> Loaded:
    return next(each for each in day_templates(language) if each.key == key).loaded(known)


def shape(block: Block) -> tuple[object, ...]:
    return block.uid, block.phase, block.minutes, block.kind, block.capacity, len(block.materials), bool(block.product)


def test_there_are_at_least_eight_with_the_occasions_of_a_trajectory(known: Setting):
    assert len(KEYS) >= 8
    days = [loaded(key, DocumentLanguage.DUTCH, known).day for key in KEYS]
    assert {day.occasion for day in days} >= set(Occasion)
    assert {len(day.parts) for day in days} == {1, 2}


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_have_the_same_design_in_their_own_words(key: str, known: Setting):
    dutch, english = (loaded(key, language, known).day for language in DocumentLanguage)
    assert [shape(block) for block in dutch.blocks] == [shape(block) for block in english.blocks]
    assert [(each.uid, each.due) for each in dutch.actions] == [(each.uid, each.due) for each in english.actions]
    assert len(dutch.measures) == len(english.measures)
    titles = [(one.title, other.title) for one, other in zip(dutch.blocks, english.blocks, strict=True)]
    same = [pair for pair in titles if pair[0] == pair[1]]
    assert same in ([], [("Lunch", "Lunch")])
    for one, other in zip(dutch.goals, english.goals, strict=True):
        assert one.sentence.startswith("Na deze dag")
        assert other.sentence.startswith("After this day")
    texts = {each.title for each in day_templates(DocumentLanguage.DUTCH)}
    assert not texts & {each.title for each in day_templates(DocumentLanguage.ENGLISH)}


@pytest.mark.parametrize("language", DocumentLanguage)
@pytest.mark.parametrize("key", KEYS)
def test_a_template_passes_every_check_that_it_can(key: str, language: DocumentLanguage, known: Setting):
    made = loaded(key, language, known)
    findings = check(replace(made.day, status=DayStatus.DESIGN), made.setting, TODAY)
    assert {finding.rule for finding in findings} - OF_THE_SCHOOL == set()


@pytest.mark.parametrize("key", KEYS)
def test_a_template_has_every_phase_and_the_whole_thread_after_it(key: str, known: Setting):
    made = loaded(key, DocumentLanguage.DUTCH, known)
    planned = schedule(made.day)
    formats = {each.id: each for each in made.setting.formats}
    assert all(part.minutes_over == 0 for part in planned.parts)
    minutes = balance(planned, formats).by_phase()
    assert all(minutes[phase] for phase in Phase if phase.is_learning)
    assert sum(block.working_format is not None for block in made.day.blocks) >= 5
    assert any(block.practice_link for block in made.day.blocks)
    assert [action.due.n < 0 for action in made.day.actions if action.due].count(True) >= 3  # type: ignore[union-attr]
    assert [action.due.n > 0 for action in made.day.actions if action.due].count(True) >= 2  # type: ignore[union-attr]
    assert {measure.level.value for measure in made.day.measures} >= {"1", "2", "3", "4_pupils"}
    assert all(action.owner is None for action in made.day.actions)


def test_two_half_days_keep_four_weeks_between_them(known: Setting):
    source = loaded("two_half_days", DocumentLanguage.DUTCH, known)
    made = day_like(source, Answers(title="Taal", date=dt.date(2027, 2, 9), start=dt.time(13), end=dt.time(16, 30)))
    assert [part.date for part in made.day.parts] == [dt.date(2027, 2, 9), dt.date(2027, 3, 9)]
    assert last_date(made.day) == dt.date(2027, 3, 9)
    undated = day_like(source, Answers(title="Taal", start=dt.time(13), end=dt.time(16, 30)))
    assert [part.date for part in undated.day.parts] == [None, None]
