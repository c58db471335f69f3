"""The worked example in a folder, and libraries full of made-up days."""

import json
from pathlib import Path
from typing import Any

import pytest

from studydag.export.documents import documents
from studydag.model.store.library import Library
from tests.cli.conftest import Run
from tests.cli.libraries import fingerprint

DOCUMENTS = {f"{document.name}{ending}" for document in documents() for ending in document.endings}


def test_the_example_comes_with_every_document_and_made_again_it_is_the_example_again(run: Run, tmp_path: Path) -> None:
    # All documents twice are long enough: one test looks at everything.
    folder = tmp_path / "new" / "demo"
    library = folder / "library.studydag"
    for language, title in (("nl", "Formatief handelen"), ("en", "Formative assessment in every lesson")):
        answer = run("demo", "--out", folder, "--language", language)
        assert (answer.status, answer.err) == (0, "")
        paths = [Path(line) for line in answer.out.splitlines()]
        assert {path.name for path in paths} == {"library.studydag", *DOCUMENTS}
        assert all(path.stat().st_size > 0 for path in paths)
        days = json.loads(run("days", "--json", "--library", library).out)
        assert [day["title"] for day in days] == [title]
        assert run("check", "1", "--library", library, "--today", "2027-01-01").status == 0

        shown = run("show", "1", "--json", "--library", library).out
        assert json.loads(shown)["language"] == language
        (tmp_path / "day.json").write_text(shown, encoding="utf-8")
        elsewhere = tmp_path / f"{language}.studydag"
        assert run("load", tmp_path / "day.json", "--library", elsewhere).status == 0
        again = run("show", "1", "--json", "--library", elsewhere).out
        assert without_ids(json.loads(again)) == without_ids(json.loads(shown))

    with Library.open(library):
        assert run("demo", "--out", folder).status == 4


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_ids(inner) for key, inner in value.items() if key != "id"}
    return [without_ids(inner) for inner in value] if isinstance(value, list) else value


def test_a_library_with_other_days_is_left_alone(run: Run, library: Path, tmp_path: Path) -> None:
    before = fingerprint(library)
    answer = run("demo", "--out", tmp_path / "demo", "--library", library)
    assert answer.status == 2
    assert str(library) in answer.err
    assert fingerprint(library) == before
    assert not (tmp_path / "demo").exists()


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer = run("demo", "--out", tmp_path / "file", "--language", "nl")
    assert answer.status == 2
    assert "een map" in answer.err


def test_the_same_seed_makes_the_same_days(run: Run, tmp_path: Path) -> None:
    def made(name: str, seed: str) -> Any:
        path = tmp_path / name
        answer = run("generate", "--days", "2", "--seed", seed, "--library", path)
        assert answer.status == 0
        assert answer.err == "1/2\n2/2\n"
        return [json.loads(run("show", number, "--json", "--library", path).out) for number in ("1", "2")]

    assert made("one.studydag", "7") == made("two.studydag", "7")
    assert made("three.studydag", "8") != made("four.studydag", "7")


def test_no_more_days_are_made_than_there_is_room_for(run: Run, library: Path) -> None:
    answer = run("generate", "--days", "5000", "--library", library, "--language", "en")
    assert answer.status == 2
    assert "5,000 study days" in answer.err
    assert len(json.loads(run("days", "--json", "--library", library).out)) == 1


@pytest.mark.parametrize(
    "wrong", [["--days", "0"], ["--days", "x"], ["--days", "5001"], ["--days", "1", "--seed", "-1"], []]
)
def test_how_many_is_a_number_in_bounds(run: Run, tmp_path: Path, wrong: list[str]) -> None:
    assert run("generate", *wrong, "--library", tmp_path / "new.studydag").status == 2
    assert not (tmp_path / "new.studydag").exists()


def test_a_link_to_nothing_is_followed_and_stays(run: Run, tmp_path: Path) -> None:
    link, target = tmp_path / "link.studydag", tmp_path / "elsewhere" / "school.studydag"
    link.symlink_to(target)
    assert run("generate", "--days", "1", "--library", link).status == 0
    assert link.is_symlink()
    assert run("days", "--library", target).out == run("days", "--library", link).out
