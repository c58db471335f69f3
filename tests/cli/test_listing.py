"""The list of study days, and search."""

import json
import os
from pathlib import Path

import pytest

from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from tests.cli.conftest import Run
from tests.cli.libraries import TITLE


def test_days_are_listed_with_number_date_status_uid_and_title(run: Run, library: Path) -> None:
    answer = run("days", "--library", library)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"   1  do 11 mrt 2027  ontwerp  uid-of-the-day  {TITLE}\n"


def test_days_as_json_have_the_keys_that_are_promised(run: Run, library: Path) -> None:
    answer = run("days", "--json", "--library", library)
    assert json.loads(answer.out) == [
        {"id": 1, "uid": "uid-of-the-day", "title": TITLE, "dates": ["2027-03-11"], "status": "design"}
    ]


def test_an_empty_library_has_no_days(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.studydag"
    Library.open(path, create=True).close()
    assert run("days", "--json", "--library", path).out == "[]\n"
    assert run("days", "--library", path, "--language", "en").out == "There are no study days in this library yet.\n"


def test_a_title_with_line_breaks_stays_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.studydag"
    with Library.open(path, create=True) as library, library.change("add") as writer:
        writer.add(StudyDay(title="two\nlines\u2028and \x1b[2Ja trick", uid="two\nlines \u202eof it"))
    answer = run("days", "--library", path)
    assert "\u202e" not in answer.out
    assert "\u202e" not in run("show", "1", "--library", path).out
    assert answer.out.count("\n") == 1
    assert "\x1b" not in answer.out
    assert json.loads(run("days", "--json", "--library", path).out)[0]["title"].startswith("two\nlines")


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
@pytest.mark.parametrize("name", ["Zień 100% #1?.studydag", "a'b\"c.studydag", "with space"])
def test_a_library_may_be_called_anything(run: Run, library: Path, name: str) -> None:
    other = library.rename(library.with_name(name))
    assert run("days", "--library", other).status == 0
    assert run("backup", "--library", other).status == 0
    assert run("backup", "--list", "--library", other).out.count("\n") == 1


def test_the_own_library_is_the_default(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studydag.cli.running.default_library", lambda: library)
    assert "uid-of-the-day" in run("days").out


def test_search_says_where_the_words_stand(run: Run, library: Path) -> None:
    answer = run("search", "exitkaartjes", "--library", library, "--language", "en")
    assert answer.status == 0
    assert "goal 1: Na deze dag" in answer.out
    assert "action 1: Een les" in answer.out


def test_search_as_json_has_the_keys_that_are_promised(run: Run, library: Path) -> None:
    found = json.loads(run("search", "Lokaal", "12", "--json", "--library", library).out)
    assert found == [{"day": None, "kind": "room", "id": 1, "title": "Lokaal 12", "snippet": "[Lokaal] [12]"}]


def test_what_has_a_name_in_both_languages_is_found_by_that_of_the_reader(run: Run, library: Path) -> None:
    for code, name in (("en", "Gallery walk"), ("nl", "Posterwandeling")):
        told = run("search", "gallery", "walk", "--library", library, "--language", code).out
        assert f": {name}\n" in told
        found = json.loads(run("search", "gallery", "walk", "--json", "--library", library, "--language", code).out)
        assert name in [hit["title"] for hit in found]


@pytest.mark.parametrize("words", ["zzzz", '"', "* zzzz OR", "';--", "\\"])
def test_search_takes_anything_and_may_find_nothing(run: Run, library: Path, words: str) -> None:
    answer = run("search", "--library", library, "--", words)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Niets gevonden.\n"
    assert run("search", "--json", "--library", library, "--", words).out == "[]\n"
