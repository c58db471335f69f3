"""Study days of long ago become anonymous: nobody is found in them or their versions, and all else stays."""

import datetime as dt

import pytest

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.operations import editing, exchange, safety, study_days
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.choices import Registration
from studydag.model.values.effect import Success
from studydag.model.values.follow_up import Action
from studydag.model.values.references import references_in
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay

TODAY = dt.date(2029, 3, 20)

pytestmark = pytest.mark.outside_undo


@pytest.fixture
def day(library: Library) -> int:
    """The worked example of 11 March 2027, with somebody's name in a text, and a version of it."""
    loaded = decode(worked_example("nl"), built_in=read_setting(library, StudyDay()))
    number = exchange.load_day(library, loaded)
    person = library.every(Person)[0]
    editing.create(library, Success(what=f"{person.name} liet het zien.", who="Klas 2B"), ("study_day", number))
    editing.create(library, Registration(name="Een gast", access_note="rolstoel"), ("study_day", number))
    held = library.get(StudyDay, number)
    study_days.make_version(library, number, to_json(held, read_setting(library, held)).decode(), name=person.name)
    return number


def test_only_days_of_long_enough_ago_come_up(library: Library, day: int) -> None:
    study_days.create(library, "Zonder datum")
    assert [each.id for each in safety.days_to_anonymise(library, TODAY, 24)] == [day]
    assert safety.days_to_anonymise(library, TODAY, 25) == ()
    assert safety.days_to_anonymise(library, dt.date(2029, 3, 11), 24) == ()


def test_nobody_is_found_in_the_day_or_its_versions_and_the_rest_stays(library: Library, day: int) -> None:
    people, before = library.every(Person), library.get(StudyDay, day)
    done = safety.anonymise(library, [day])
    after = library.get(StudyDay, day)
    assert (done.days, done.versions) == (1, 1)
    assert not [each for each in references_in(after) if each[0] == "person"]
    # What the school has by itself, such as who is in a group, stands beside the day.
    written = to_json(after, read_setting(library, after)).decode().partition('"setting":')[0]
    (version,) = library.versions_of(day)
    for person in people:
        assert person.name not in written
        assert person.name not in version.content + version.name
        assert person.uid not in version.content
    assert "rolstoel" not in written
    assert len(after.registrations) == len(before.registrations)
    assert [(each.what, each.state) for each in after.actions] == [(each.what, each.state) for each in before.actions]
    assert [block.uid for block in after.blocks] == [block.uid for block in before.blocks]
    assert after.results == before.results
    # The people themselves stay: others may need them.
    assert library.every(Person) == people
    assert library.undo_step is None
    assert safety.days_to_anonymise(library, TODAY, 24) == ()
    decode(version.content.encode(), built_in=read_setting(library, StudyDay()))


def test_a_backup_from_before_is_named(library: Library, day: int) -> None:
    done = safety.anonymise(library, [day])
    assert "anonymise" in {backup.reason for backup in done.backups}


def test_another_day_keeps_its_people(library: Library, day: int) -> None:
    other = study_days.create(library, "Nu")
    person = library.every(Person)[0]
    editing.create(library, Action(what="Doen", owner=person.id), ("study_day", other))
    safety.anonymise(library, [day])
    assert library.get(StudyDay, other).actions[0].owner == person.id


def test_a_version_that_cannot_be_read_goes(library: Library, day: int) -> None:
    study_days.make_version(library, day, "geen JSON", name="stuk")
    safety.anonymise(library, [day])
    assert [version.name for version in library.versions_of(day)] != ["stuk"]
    assert len(library.versions_of(day)) == 1
