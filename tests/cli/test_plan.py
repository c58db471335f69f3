"""A whole study day: as text to read, and as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.libraries import TITLE

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
               application
               – 10:00–10:45 Rekenen
                             application · Lokaal 12
               – 10:15–11:15 Taal
                             application
  from 11:15   Borrel
               break
  08:30–16:00 · 2 h 15 content · 4 h 45 breaks · 4 blocks

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
