"""`studydag allot`: a messy list of sign-ups comes in with every doubt listed, and the places can be applied."""

import json
from pathlib import Path

import pytest

from studydag.resources import resource
from tests.cli.conftest import Run

SIGN_UPS = """Tijdstempel;Naam;E-mail;1e keus;2e keus;3e keus
2027-02-01;Ada Bakker;a@x.nl;Exitkaarten: in tien minuten weten wie het snapt;Rubrics maken mét je klas;
2027-02-01;Bo de Wit;b@x.nl;peerfeedback leerlingen die elkaar verder helpen;;Exitkaarten
2027-02-02;Bo de Wit;b@x.nl;Rubrics maken met je klas;;
2027-02-02;Cem Yılmaz;c@x.nl;Jongleren voor gevorderden;;
2027-02-02;;d@x.nl;Exitkaarten;;
"""


@pytest.fixture
def example(run: Run, tmp_path: Path) -> Path:
    """Return a library with the worked example, its id 1."""
    path = tmp_path / "voorbeeld.studydag"
    assert run("load", resource("examples", "formative_assessment.nl.json"), "--library", path).status == 0
    return path


def test_sign_ups_are_read_with_their_doubts_and_nothing_is_written(run: Run, example: Path, tmp_path: Path):
    file = tmp_path / "aanmeldingen.csv"
    file.write_text(SIGN_UPS, encoding="utf-8")
    before = run("show", "1", "--json", "--library", example).out
    done = run("allot", "1", "--registrations", file, "--json", "--library", example)

    found = json.loads(done.out)
    assert done.status == 0
    assert found["unplaced"] == []
    assert found["optimal"] is True
    assert found["gap"] == 0.0
    assert set(found["places"][0]) == {"registration", "round", "option", "rank", "reason"}
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["Regel 3", "Regel 4", "Regel 5", "Regel 6"]
    assert run("show", "1", "--json", "--library", example).out == before


def test_places_are_applied_as_steps_that_can_be_seen(run: Run, example: Path, tmp_path: Path):
    file = tmp_path / "aanmeldingen.csv"
    file.write_text(SIGN_UPS, encoding="utf-8")
    done = run("allot", "1", "--registrations", file, "--apply", "--json", "--library", example)
    found, day = json.loads(done.out), json.loads(run("show", "1", "--json", "--library", example).out)

    assert {place["registration"] for place in found["places"]} <= {each["uid"] for each in day["registrations"]}
    assert len(day["allotments"]) >= len(found["places"])


def test_what_is_applied_is_what_was_shown_before(run: Run, example: Path, tmp_path: Path):
    file = tmp_path / "aanmeldingen.csv"
    lines = [f"Nieuw {number:02};Rubrics maken mét je klas;;" for number in range(1, 30)]
    file.write_text("\n".join(["Naam;1e keus;2e keus;3e keus", *lines]), encoding="utf-8")
    shown = run("allot", "1", "--registrations", file, "--library", example)
    applied = run("allot", "1", "--registrations", file, "--apply", "--library", example)

    assert shown.out == applied.out
    day = json.loads(run("show", "1", "--json", "--library", example).out)
    assert len(day["allotments"]) == sum(": " in line and "(" in line for line in shown.out.splitlines())


def test_a_table_without_names_is_refused(run: Run, example: Path, tmp_path: Path):
    file = tmp_path / "leeg.csv"
    file.write_text("a;b\n1;2\n", encoding="utf-8")
    done = run("allot", "1", "--registrations", file, "--library", example)

    assert done.status == 3
    assert len(done.err.splitlines()) == 1


def test_a_group_is_named_by_its_name_and_how_many_get_a_place(run: Run, example: Path):
    done = run("allot", "1", "--library", example)
    assert done.status == 0
    assert "example-" not in done.out
    assert "Kunst" in done.out
    assert any(" (" in line.split(":")[0] for line in done.out.splitlines())
