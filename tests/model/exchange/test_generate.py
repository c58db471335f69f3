from dataclasses import replace

import pytest

from studydag.model.exchange.generate import generated_day
from studydag.model.exchange.generated_school import FORMATS, generated_setting
from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.rules.consistency import problems_of_day, problems_of_setting
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.totals import totals
from studydag.model.store.starter import built_in
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.programme import BlockKind
from studydag.model.values.references import reference_to, references_in, things_in
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.study_day import DayStatus
from studydag.model.values.validation import cleaned, problems_of

DAYS = [generated_day(7, number) for number in range(60)]


def test_the_same_seed_gives_the_same_days():
    assert generated_day(7, 3) == DAYS[3]
    assert generated_day(8, 3) != DAYS[3]


@pytest.mark.parametrize("language", list(DocumentLanguage), ids=str)
def test_the_days_are_sound(language: DocumentLanguage):
    for number in range(20):
        loaded = generated_day(1, number, language)

        assert cleaned(loaded.day) is loaded.day
        assert (*problems_of(loaded.day), *problems_of_day(loaded.day)) == ()
        assert (*problems_of(loaded.setting), *problems_of_setting(loaded.setting)) == ()
        there = {reference_to(thing) for thing in (*things_in(loaded.day), *things_in(loaded.setting))}
        assert set(references_in(loaded.day)) <= there


def test_the_days_can_be_shown_and_loaded():
    for loaded in DAYS[:10]:
        again = decode(to_json(loaded.day, loaded.setting))

        assert [block.title for block in again.day.blocks] == [block.title for block in loaded.day.blocks]


def test_the_days_vary():
    days = [loaded.day for loaded in DAYS]
    lengths = {sum(block.round is None for block in day.blocks) for day in days}

    assert min(lengths) >= 6
    assert max(lengths) <= 20
    assert len(lengths) >= 7
    assert len({day.title for day in days}) > 30
    assert len({day.parts[0].date for day in days}) > 45
    assert {day.status for day in days} == set(DayStatus)
    assert {len(day.parts) for day in days} == {1, 2}
    assert len({action.state for day in days for action in day.actions}) == 5
    assert any(block.kind is BlockKind.ROUND for day in days for block in day.blocks)


def test_a_day_takes_place_on_weekdays_and_roughly_fits():
    for loaded in DAYS:
        assert all(part.date is not None and part.date.weekday() < 5 for part in loaded.day.parts)
        assert totals(schedule(loaded.day)).minutes_over <= 5


def test_days_of_a_seed_share_one_school():
    people = [{person.uid: person for person in loaded.setting.people} for loaded in DAYS]
    shared = people[0].keys() & people[1].keys()

    assert shared
    assert all(people[0][uid] == people[1][uid] for uid in shared)


def test_both_languages_differ_in_words_only():
    dutch, english = (generated_day(5, 5, language).day for language in DocumentLanguage)

    assert dutch.title != english.title
    assert [replace(part, venue="") for part in dutch.parts] == [replace(part, venue="") for part in english.parts]
    assert [(block.phase, block.minutes, block.part) for block in dutch.blocks] == [
        (block.phase, block.minutes, block.part) for block in english.blocks
    ]


def test_formats_are_built_in_and_suit_their_phase():
    known = {each.key: each for each in built_in(WorkingFormat)}

    for phase, formats in FORMATS.items():
        for key, low, high in formats:
            assert phase in known[key].phases
            assert known[key].minutes_min <= low <= high <= known[key].minutes_max
    assert {each.key for each in generated_setting(1, DocumentLanguage.DUTCH).formats} <= known.keys()
    assert Phase.BREAK not in FORMATS
