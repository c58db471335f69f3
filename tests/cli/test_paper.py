"""Documents: the list, and one of them to a file that is replaced whole or not at all."""

import json
import os
from pathlib import Path

import pytest

from studydag.export.documents import documents
from studydag.model.operations import programme, study_days, versions
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from tests.cli.conftest import Run
from tests.cli.libraries import fingerprint
from tests.export.printing_days import words

BEGINNINGS = {
    ".pdf": b"%PDF",
    ".docx": b"PK",
    ".xlsx": b"PK",
    ".ics": b"BEGIN:VCALENDAR",
    ".eml": b"X-Unsent",
    ".txt": b"",
    ".md": b"",
}
EVERY = [(document.name, ending) for document in documents() for ending in document.endings]


def test_the_json_has_the_keys_that_are_promised(run: Run, library: Path) -> None:
    found = json.loads(run("documents", "--json", "--library", library).out)
    assert [each["name"] for each in found] == [document.name for document in documents()]
    assert all(set(each) == {"name", "title", "paper", "options"} for each in found)
    assert found[0]["options"]["large_print"]["values"] == ["yes", "no"]
    assert found[0]["options"]["large_print"]["default"] == "no"


def test_titles_speak_the_language(run: Run, library: Path) -> None:
    dutch = json.loads(run("documents", "--json", "--library", library).out)
    english = json.loads(run("documents", "--json", "--library", library, "--language", "en").out)
    assert dutch[0]["title"] == "Deelnemersprogramma"
    assert english[0]["title"] == "Participant programme"


def test_the_list_names_endings_and_options(run: Run, library: Path) -> None:
    answer = run("documents", "--library", library)
    for document in documents():
        assert document.name in answer.out
        assert all(option.name in answer.out for option in document.options)


# The font lacks the emoji in the title, and the log says so.
@pytest.mark.logs
@pytest.mark.parametrize(("name", "ending"), EVERY)
def test_every_document_is_written_in_every_format(
    run: Run, library: Path, tmp_path: Path, name: str, ending: str
) -> None:
    path = tmp_path / f"page{ending.upper()}"
    answer = run("export", name, "1", "--out", path, "--library", library)
    assert (answer.status, answer.out) == (0, f"{path}\n")
    # What can't be printed is told in one line, in the language of the school.
    assert answer.err == "" or (answer.err.startswith("studydag: Wat ") and answer.err.count("\n") == 1)
    assert path.read_bytes().startswith(BEGINNINGS[ending])


def test_an_option_changes_the_document(run: Run, library: Path, tmp_path: Path) -> None:
    plain, chosen = tmp_path / "plain.ics", tmp_path / "chosen.ics"
    run("export", "programme", "1", "--out", plain, "--library", library)
    run("export", "--option", "rooms=no", "leads=yes", "programme", "1", "--out", chosen, "--library", library)
    assert b"Lokaal 12" in plain.read_bytes()
    assert b"Lokaal 12" not in chosen.read_bytes()


@pytest.mark.parametrize("owner", ["Łucja Čapek", "łucja čapek", "1"])
def test_whom_a_checklist_is_for_is_given_by_name_number_or_uid(
    run: Run, library: Path, tmp_path: Path, owner: str
) -> None:
    path = tmp_path / "list.ics"
    answer = run("export", "checklist", "1", "--out", path, f"--option=owner={owner}", "--library", library)
    assert answer.status == 0
    assert "Een les" in path.read_text(encoding="utf-8")
    assert "Zaal" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["programma", "1"], "There are: programme"),
        (["programme", "1", "--option", "size=a5"], "It has: goals"),
        (["programme", "1", "--option", "goals=perhaps"], "It takes: yes, no"),
        (["programme", "1", "--option", "goals"], "takes NAME=VALUE"),
        (["programme", "1", "--out", "{tmp}/page.odt"], "but as: .pdf, .docx, .xlsx, .ics"),
        (["run-sheet", "1", "--out", "{tmp}/page.ics"], "but as: .pdf"),
        (["poster", "1", "--out", "{tmp}/page.csv"], "but as: .pdf"),
        (["poster", "1", "--out", "{tmp}/page.7.Pages"], "but as: .pdf"),
        (["programme", "1", "--out", "{tmp}/none/page.pdf"], "There is no folder"),
        (["programme", "1", "--out", "{tmp}"], "is a folder"),
        (["programme", "7"], "no study day ‘7’"),
        (["checklist", "1", "--option", "owner=Nobody"], "no person ‘Nobody’"),
    ],
)
def test_what_cannot_be_made_is_wrong_use_and_says_what_can(
    run: Run, library: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    given = [argument.replace("{tmp}", str(tmp_path)) for argument in arguments]
    if "--out" not in given:
        given += ["--out", str(tmp_path / "page.pdf")]
    answer = run("export", *given, "--library", library, "--language", "en")
    assert answer.status == 2
    assert words in answer.err
    assert answer.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["school.studydag"]


@pytest.mark.logs
def test_a_name_without_an_ending_gets_the_usual_form(run: Run, library: Path, tmp_path: Path) -> None:
    for document, name in (("run-sheet", "sheet"), ("room-cards", "cards 11.3"), ("programme", "day.v2")):
        assert run("export", document, "1", "--out", tmp_path / name, "--library", library).status == 0
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_a_file_that_was_there_is_replaced_whole_and_keeps_its_permissions(
    run: Run, library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "programme.ics"
    path.write_text("an older one, " * 10_000)
    path.chmod(0o600)
    assert run("export", "programme", "1", "--out", path, "--library", library).status == 0
    assert path.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    assert path.read_text(encoding="utf-8").rstrip().endswith("END:VCALENDAR")
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob(".studydag-*"))


def test_a_document_that_cannot_be_made_leaves_the_old_file(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "programme.ics"
    path.write_text("an older one")
    before = fingerprint(path)
    assert run("export", "programme", "7", "--out", path, "--library", library).status == 2
    assert fingerprint(path) == before


def test_exporting_changes_nothing_in_the_library(run: Run, library: Path, tmp_path: Path) -> None:
    before = fingerprint(library)
    run("export", "programme", "1", "--out", tmp_path / "programme.ics", "--library", library)
    assert fingerprint(library) == before


def test_the_same_day_of_print_gives_the_same_bytes(run: Run, library: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "one.ics", tmp_path / "two.ics"]
    for path in paths:
        run("export", "programme", "1", "--out", path, "--library", library, "--today", "2027-01-05")
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert b"20270105T" in paths[0].read_bytes()


@pytest.mark.parametrize("name", ["run-sheet", "programme"])
def test_a_document_never_takes_the_place_of_a_library(run: Run, library: Path, tmp_path: Path, name: str) -> None:
    before = fingerprint(library)
    other = tmp_path / "another name"
    other.write_bytes(library.read_bytes())
    beside = [library.with_name(library.name + end) for end in ("-wal", "-shm", "-journal", ".lock")]
    for path in (library, other, tmp_path / "new.studydag", *beside):
        answer = run("export", name, "1", "--library", library, "--out", path, "--language", "en")
        assert (answer.status, answer.out) == (2, "")
        assert "is a library" in answer.err
    assert fingerprint(library) == before
    assert other.read_bytes() == library.read_bytes()
    assert not (tmp_path / "new.studydag").exists()
    # A log that is no log would be all that is left of what was written last.
    assert not any(path.exists() for path in beside)


@pytest.mark.logs
def test_the_change_sheet_compares_with_what_was_printed_last(run: Run, library: Path, tmp_path: Path) -> None:
    with Library.open(library) as there:
        study_days.make_version(there, 1, versions.content_of(there, 1), document="programme")
        block = next(each for each in there.get(StudyDay, 1).blocks if each.title)
        programme.write_block(there, block.id, title="Once more with feeling")
    path = tmp_path / "changes.pdf"
    run("export", "changes", "1", "--out", path, "--library", library, "--language", "en")
    shown = words(path.read_bytes())
    assert "What changed since version" in shown
    assert "Once more with feeling" in shown


@pytest.mark.logs
def test_what_cannot_be_printed_is_told_in_the_language_of_the_call(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    dutch = run("export", "programme", "1", "--out", path, "--library", library, "--language", "nl").err
    english = run("export", "programme", "1", "--out", path, "--library", library, "--language", "en").err
    assert dutch.startswith("studydag: Wat niet ")
    assert english.startswith("studydag: What can’t be printed ")
    assert dutch.count("\n") == english.count("\n") == 1
