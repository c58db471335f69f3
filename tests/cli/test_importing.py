"""`studydag import`: what it prints, what it writes, and what it refuses."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from studydag.model.store.library import Library
from tests.cli.conftest import Run

TEXT = """Beste collega's,

Studiedag lezen
2026-03-12
Leuven
9.00-9.15  Opening
9.15  Lezing  Bea Smit, Jan Bos
10.15  Workshops
   - Rekenen, lokaal 1
   - Taal, lokaal 2
Lunch
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "programma.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read(run: Run, *arguments: str | Path) -> Any:
    answer = run("import", *arguments, "--json")
    assert (answer.status, answer.err) == (0, "")
    return json.loads(answer.out)


def test_json_names_people_as_they_are_written_with_where_they_are_from(
    run: Run, library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "programme.txt"
    path.write_text("9.00 Welkom door Ria Vos en Jan Mos (VU)\n10.00 Slot\n", encoding="utf-8")
    welcome, _ = read(run, path, "--library", library, "--dry-run")["blocks"]
    assert welcome["persons"] == ["Ria Vos", "Jan Mos (VU)"]


def test_json_has_the_shape_that_is_promised(run: Run, library: Path, file: Path) -> None:
    found = read(run, file, "--library", library, "--language", "en")
    assert found["day"] == 2
    assert found["items_read"] == 6
    assert found["not_understood"] == [{"line": 1, "text": "Beste collega's,"}]
    assert found["blocks"][0] == {
        "line": 6,
        "title": "Opening",
        "date": "2026-03-12",
        "start": "09:00",
        "end": "09:15",
        "end_inferred": False,
        "phase": "organisation",
        "persons": [],
        "room": None,
        "parked": False,
        "options": [],
    }
    assert found["blocks"][1]["persons"] == ["Bea Smit", "Jan Bos"]
    assert found["blocks"][1]["end_inferred"] is True
    assert found["blocks"][2]["options"] == [
        {"title": "Rekenen", "persons": [], "room": "lokaal 1"},
        {"title": "Taal", "persons": [], "room": "lokaal 2"},
    ]
    assert found["blocks"][2]["end"] is None
    assert (found["blocks"][3]["title"], found["blocks"][3]["parked"], found["blocks"][3]["start"]) == (
        "Lunch",
        True,
        None,
    )


def test_the_day_that_comes_of_it_is_in_the_library(run: Run, tmp_path: Path, file: Path) -> None:
    path = tmp_path / "sub" / "new.studydag"
    answer = run("import", file, "--library", path, "--language", "en")
    assert (answer.status, answer.err) == (0, "")
    assert "Studiedag lezen" in answer.out
    assert "6 items read." in answer.out
    assert "  1: Beste collega's," in answer.out
    shown = json.loads(run("show", "1", "--json", "--library", path).out)
    assert [block["title"] for block in shown["blocks"]][:2] == ["Opening", "Lezing"]
    assert shown["parts"][0]["venue"] == "Leuven"


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path, library: Path, file: Path) -> None:
    path = tmp_path / "sub" / "new.studydag"
    assert read(run, file, "--dry-run", "--library", path)["day"] is None
    assert run("import", file, "--dry-run", "--library", path).status == 0
    assert not path.parent.exists()
    before = run("days", "--library", library).out
    run("import", file, "--dry-run", "--library", library)
    assert run("days", "--library", library).out == before
    with Library.open(library):
        assert run("import", file, "--dry-run", "--library", library).status == 0


def test_where_a_part_begins_can_be_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text("Agenda\n1. Welkom (10 min)\n2. Cijfers (20 min)\n", encoding="utf-8")
    found = read(run, path, "--dry-run", "--part-start", "13.15")
    assert [block["start"] for block in found["blocks"]] == ["13:15", "13:25"]
    assert run("import", path, "--dry-run", "--part-start", "noonish").status == 2


def test_an_option_with_a_time_of_its_own_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "programma.txt"
    path.write_text("10.00-12.00 Rekenen\n10.30-11.00 Taal\n", encoding="utf-8")
    (block,) = read(run, path, "--dry-run")["blocks"]
    assert [option.get("start") for option in block["options"]] == [None, "10:30"]


@pytest.mark.parametrize("ending", [".txt", ".csv", ".xlsx", ".ods", ".ics", ".xml", ".json", ".docx"])
def test_a_file_without_a_programme_is_refused(run: Run, tmp_path: Path, ending: str) -> None:
    path, library = tmp_path / f"x{ending}", tmp_path / "new.studydag"
    path.write_bytes(b"\x00\x01 nothing of use \xff\xfe")
    answer = run("import", path, "--library", library)
    assert (answer.status, answer.out) == (3, "")
    assert answer.err.count("\n") == 1
    assert not library.exists()


def test_a_missing_file_and_a_library_in_use_are_told_apart(
    run: Run, library: Path, file: Path, tmp_path: Path
) -> None:
    assert run("import", tmp_path / "missing.txt", "--library", tmp_path / "new.studydag").status == 3
    assert run("import", tmp_path, "--library", library).status == 3
    assert run("import").status == 2
    with Library.open(library):
        assert run("import", file, "--library", library).status == 4


def test_a_whole_study_day_is_not_taken_for_a_programme(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "day.json"
    path.write_text(run("show", "1", "--json", "--library", library).out, encoding="utf-8")
    answer = run("import", path, "--dry-run", "--library", library, "--language", "en")
    assert answer.status == 3
    assert "studydag load" in answer.err


def test_a_dry_run_refuses_what_the_real_one_refuses(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"{8 + n // 60:02}:{n % 60:02} Blok {n}\n" for n in range(401)), encoding="utf-8")
    answers = [
        run("import", path, *dry, "--library", where, "--language", "en")
        for where in (library, tmp_path / "new.studydag")
        for dry in (["--dry-run"], [])
    ]
    assert {(answer.status, answer.out, answer.err) for answer in answers} == {(3, "", answers[0].err)}
    assert "400" in answers[0].err
    assert "nothing" not in answers[0].out


def test_a_programme_from_standard_input_is_not_called_by_a_dash(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"9.00 Opening"), encoding="utf-8"))
    answer = run("import", "-", "--library", tmp_path / "new.studydag", "--language", "en")
    assert "Imported programme" in answer.out.splitlines()[0]
    for nothing in (b"", b"PK\x03\x04"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(nothing), encoding="utf-8"))
        answer = run("import", "-", "--library", tmp_path / "new.studydag", "--language", "nl")
        assert "standaardinvoer" in answer.err
