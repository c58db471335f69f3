"""A whole study day: as text to read, and as JSON."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from studydag.model.store.library import Library
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.school import School
from studydag.model.values.study_day import StudyDay
from tests.cli.conftest import Run
from tests.cli.libraries import TITLE, fingerprint

OVERVIEW = f"""\
{TITLE}
1 · Thu 11 Mar 2027 · design · uid-of-the-day
Learning question: Hoe zien wij in elke les of leerlingen het snappen?

Needs
  1. Wat in de gesprekken bleek.
     appraisal and development talks · team · confidential

Goals
  1. Na deze dag zet iedereen exitkaartjes in.
     team · 1 block · 1 action · 0 moments · 0 measures

Thursday 11 March 2027, 08:30–16:00 · Aula
  08:30–09:00  Inloop
               organisation
  09:00–10:00  Lezing
               knowledge · Łucja Čapek
  10:00–11:15  Ronde
               application · free choice
               – 10:00–10:45 Rekenen
                             application · Lokaal 12
               – 10:15–11:15 Taal
                             application
  from 11:15   Borrel
               break
  08:30–16:00 · 2 h 15 content · 30 min breaks · 4 blocks

Parked
  20 min       Misschien
               knowledge

Actions
  Thu 18 Feb 2027  open  nobody yet   Zaal bespreken
  Thu 25 Mar 2027  open  Łucja Čapek  Een les met exitkaartjes geven

Moments
  Thu 8 Apr 2027  reflection  Terugblik (3 times, until Thu 1 Jul 2027)

Measures
  Thu 11 Mar 2027  1 reaction  Vragenlijst
"""


def test_a_study_day_reads_as_one_thread(run: Run, library: Path) -> None:
    answer = run("show", "1", "--library", library, "--language", "en")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == OVERVIEW


def test_in_dutch_no_word_of_ours_is_english(run: Run, library: Path) -> None:
    words = {word.strip(":·().,") for word in run("show", "1", "--library", library).out.split()}
    assert words.isdisjoint(
        {"Needs", "Goals", "content", "breaks", "blocks", "from", "Parked", "Actions", "until", "nobody"}
    )


def test_a_day_is_found_by_its_id_or_its_uid(run: Run, library: Path) -> None:
    by_id = run("show", "1", "--json", "--library", library)
    by_uid = run("show", "uid-of-the-day", "--json", "--library", library)
    assert by_id == by_uid
    assert by_id.status == 0


def test_a_uid_that_looks_like_a_number_gives_way_to_the_number(run: Run, library: Path) -> None:
    with Library.open(library) as opened, opened.change("add") as writer:
        writer.add(StudyDay(uid="1", title="uid 1"))
        writer.add(StudyDay(uid="77", title="uid 77"))
    assert shown(run, library, "1")["title"] == TITLE
    assert shown(run, library, "77")["title"] == "uid 77"


def test_the_json_has_what_is_computed_beside_what_is_stored(run: Run, library: Path) -> None:
    shown = json.loads(run("show", "1", "--json", "--library", library).out)
    assert shown["format"] == 1
    assert shown["title"] == TITLE
    lecture = next(block for block in shown["blocks"] if block["title"] == "Lezing")
    assert lecture["computed"]["start"] == "09:00"
    assert lecture["computed"]["end"] == "10:00"
    assert lecture["goals"] == [shown["goals"][0]["uid"]]
    assert shown["actions"][0]["computed"]["due"] == "2027-03-25"
    assert [person["name"] for person in shown["setting"]["people"]] == ["Łucja Čapek"]


@pytest.mark.parametrize("name", ["2", "0", "-1", "99999999999999999999999", "no such uid", "", "1 ", "１"])
def test_an_unknown_day_is_wrong_use(run: Run, library: Path, name: str) -> None:
    answer = run("show", "--library", library, "--language", "en", "--", name)
    assert answer.status == 2
    assert "There is no study day" in answer.err
    assert answer.err.count("\n") == 1


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_ids(inner) for key, inner in value.items() if key != "id"}
    return [without_ids(inner) for inner in value] if isinstance(value, list) else value


def shown(run: Run, library: Path, name: str = "1") -> Any:
    return json.loads(run("show", name, "--json", "--library", library).out)


def test_shown_and_loaded_into_an_empty_library_it_is_the_same_but_for_ids(
    run: Run, library: Path, tmp_path: Path
) -> None:
    with Library.open(library) as opened, opened.change("set") as writer:
        writer.set(School, 1, name="School", language=DocumentLanguage.ENGLISH, closed_days=())
    (tmp_path / "day.json").write_text(run("show", "1", "--json", "--library", library).out, encoding="utf-8")
    answer = run("load", tmp_path / "day.json", "--library", tmp_path / "new.studydag", "--language", "en")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"   1  Thu 11 Mar 2027  design  uid-of-the-day  {TITLE}\n"
    assert without_ids(shown(run, tmp_path / "new.studydag")) == without_ids(shown(run, library))


def test_loaded_once_more_it_gets_a_uid_of_its_own_and_its_people_are_found_again(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "day.json").write_text(run("show", "1", "--json", "--library", library).out, encoding="utf-8")
    assert run("load", tmp_path / "day.json", "--library", library).status == 0
    first, second = shown(run, library, "1"), shown(run, library, "2")
    assert first["uid"] != second["uid"]
    assert first["title"] == second["title"]
    assert first["setting"]["people"] == second["setting"]["people"]
    assert first["setting"]["rooms"] == second["setting"]["rooms"]


def test_a_day_comes_from_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO('{"title": "Zień"}'.encode()), encoding="utf-8"))
    assert run("load", "-", "--library", tmp_path / "new.studydag").status == 0
    assert shown(run, tmp_path / "new.studydag")["title"] == "Zień"


def test_without_standard_input_nothing_comes_from_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    answer = run("load", "-", "--library", tmp_path / "new.studydag", "--language", "en")
    assert answer.status == 3
    assert answer.err.splitlines() == [
        "studydag: standard input: nothing was added, because one thing is wrong.",
        "  $: This file is empty.",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_day_without_a_language_gets_the_schools(run: Run, tmp_path: Path, language: str) -> None:
    (tmp_path / "day.json").write_text('{"title": "A day"}')
    run("load", tmp_path / "day.json", "--library", tmp_path / "new.studydag", "--language", language)
    assert shown(run, tmp_path / "new.studydag")["language"] == language


def test_everything_that_is_wrong_is_listed_with_its_path_and_nothing_is_added(
    run: Run, library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "day.json"
    path.write_text('{"title": 3, "blocks": [{"minutes": -1}, {"goals": ["x"]}], "tilte": "x"}')
    before = fingerprint(library)
    answer = run("load", path, "--library", library, "--language", "en")
    assert answer.status == 3
    assert answer.out == ""
    first, *rest = answer.err.splitlines()
    assert first == f"studydag: {path}: nothing was added, because 4 things are wrong."
    assert sorted(line.split(":")[0].strip() for line in rest) == [
        "$.blocks[0].minutes",
        "$.blocks[1].goals[0]",
        "$.tilte",
        "$.title",
    ]
    assert fingerprint(library) == before


def test_what_is_wrong_beyond_what_is_listed_counts_as_well(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "day.json"
    path.write_text(json.dumps({"blocks": [{"minutes": -1}] * 620}))
    first, *rest = run("load", path, "--library", library, "--language", "en").err.splitlines()
    assert first.endswith("nothing was added, because 622 things are wrong.")
    assert (len(rest), rest[-1]) == (501, "  $: And 122 more problems.")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{",
        b'{"title": "x"',
        b"\x00" * 100,
        b"[" * 100_000,
        b'{"format": 99, "title": "x"}',
    ],
)
def test_what_is_no_study_day_is_refused_and_no_library_is_made(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "day.json").write_bytes(content)
    answer = run("load", tmp_path / "day.json", "--library", tmp_path / "new.studydag")
    assert answer.status == 3
    assert answer.err.startswith("studydag: ")
    assert answer.err.count("\n") == 2
    assert not (tmp_path / "new.studydag").exists()


def test_a_folder_is_no_study_day(run: Run, tmp_path: Path) -> None:
    assert run("load", tmp_path, "--library", tmp_path / "new.studydag").status == 3
