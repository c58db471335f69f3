"""Copies that go out without what is confidential, and come in."""

import json
from pathlib import Path
from typing import Any

import pytest

from studydag.model.store.backups import backups_of
from studydag.model.store.library import Library
from tests.cli.conftest import Run


def shown(run: Run, library: Path, name: str = "1") -> Any:
    return json.loads(run("show", name, "--json", "--library", library).out)


def test_a_copy_leaves_out_what_is_confidential_and_counts_it(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.studydag"
    answer = run("copy", "1", "--out", path, "--library", library, "--language", "en")
    assert (answer.status, answer.err) == (0, "")
    first, second = answer.out.splitlines()
    assert first == str(path)
    assert "1 need" in second
    assert shown(run, path)["needs"] == []
    content = path.read_bytes()
    assert b"Alleen voor ons" not in content
    assert b"Wat in de gesprekken bleek" not in content


def test_a_complete_copy_leaves_out_nothing(run: Run, library: Path, tmp_path: Path) -> None:
    for name, days in (("one.studydag", ["1"]), ("all.studydag", [])):
        path = tmp_path / name
        answer = run("copy", *days, "--complete", "--out", path, "--library", library)
        assert answer.out == f"{path}\n"
        assert len(shown(run, path)["needs"]) == 1


def test_without_a_day_all_go_along(run: Run, library: Path, tmp_path: Path) -> None:
    run("generate", "--days", "2", "--library", library)
    run("copy", "--out", tmp_path / "all.studydag", "--library", library)
    run("copy", "uid-of-the-day", "3", "--out", tmp_path / "two.studydag", "--library", library)
    assert len(json.loads(run("days", "--json", "--library", tmp_path / "all.studydag").out)) == 3
    assert len(json.loads(run("days", "--json", "--library", tmp_path / "two.studydag").out)) == 2


def test_an_unknown_day_makes_no_copy(run: Run, library: Path, tmp_path: Path) -> None:
    assert run("copy", "1", "7", "--out", tmp_path / "copy.studydag", "--library", library).status == 2
    assert not (tmp_path / "copy.studydag").exists()


def test_a_copy_takes_no_place_of_a_library_in_use(run: Run, library: Path, tmp_path: Path) -> None:
    before = run("days", "--library", library).out
    assert run("copy", "--out", library, "--library", library).status == 2
    other = tmp_path / "other.studydag"
    with Library.open(other, create=True):
        assert run("copy", "--out", other, "--library", library).status == 4
    assert run("days", "--library", library).out == before


def test_a_copy_is_taken_in_after_a_backup(run: Run, library: Path, tmp_path: Path) -> None:
    path, target = tmp_path / "copy.studydag", tmp_path / "new.studydag"
    run("copy", "--complete", "1", "--out", path, "--library", library)
    answer = run("add", path, "--library", target)
    assert (answer.status, answer.err) == (0, "")
    assert "uid-of-the-day" in answer.out
    assert backups_of(target)
    assert shown(run, target)["title"] == shown(run, library)["title"]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [([], [1, 2]), (["--same", "keep"], [1, 2]), (["--same", "replace"], [2]), (["--same", "cancel"], [1])],
)
def test_what_happens_to_a_day_that_is_here_already_is_chosen(
    run: Run, library: Path, tmp_path: Path, chosen: list[str], ids: list[int]
) -> None:
    path = tmp_path / "copy.studydag"
    run("copy", "--complete", "1", "--out", path, "--library", library)
    answer = run("add", path, *chosen, "--library", library)
    assert answer.status == 0
    days = json.loads(run("days", "--json", "--library", library).out)
    assert len(days) == len(ids)
    assert ("uid-of-the-day" in {day["uid"] for day in days}) is True
    if chosen == ["--same", "cancel"]:
        assert days[0]["id"] == 1
        assert days[0]["title"] in answer.out


def test_a_library_is_not_added_to_itself(run: Run, library: Path) -> None:
    assert run("add", library, "--library", library).status == 2
    assert run("add", library, "--same", "perhaps", "--library", library).status == 2


def test_a_copy_is_named_as_one(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "programme.json"
    path.write_text("{}")
    answer = run("copy", "1", "--out", path, "--library", library)
    assert (answer.status, answer.out) == (2, "")
    assert path.read_text() == "{}"
