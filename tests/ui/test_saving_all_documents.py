"""All documents are saved at once into a folder: asked once, stopped in time, and what went wrong is named."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.export.documents import document, documents
from studydag.language import Language
from studydag.model.operations.programme import cancel_blocks, delete_blocks
from studydag.model.store.library import Library
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.preview.asking import Existing
from studydag.ui.preview.saving import Target, save_all
from studydag.ui.workspace import Workspace
from tests.ui.print_pages import answer, existing_is, folder_is, open_page, said, settle, text_of

TOGETHER = [(each.name, ending) for each in documents() for ending in each.endings if ending not in {".eml", ".md"}]
"""What is saved with all documents."""


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> PrintPage:
    return open_page(workspace, look, qtbot)


def test_save_all_writes_every_document_and_the_seen_one_as_it_is_seen(
    page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path
):
    folder = tmp_path / "alles"
    folder.mkdir()
    page.options.field("goals").edited.emit(False)
    settle(qtbot, page)
    answer(page, folder=folder_is(folder))
    qtbot.mouseClick(page.actions_box.save_all, Qt.MouseButton.LeftButton)
    told = said(qtbot, page)
    assert str(folder) in told
    assert told.endswith("omdat er nog niets in staat: Wijzigingsblad.")

    written = {path.name for path in folder.iterdir()}
    assert len(written) == len(TOGETHER) - 1
    assert page.made is not None
    seen = folder / "Formatief handelen - Deelnemersprogramma 2027-03-11.pdf"
    assert seen.read_bytes() == page.made.data
    assert len(library.versions_of(1)) == 1
    assert all("versie 1" in text_of(path.read_bytes()) for path in folder.glob("*.pdf"))


def test_save_all_asks_once_about_files_that_are_there(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    names = ["Formatief handelen - Draaiboek 2027-03-11.pdf", "Formatief handelen - Implementatieplan 2027-03-11.pdf"]
    for name in names:
        (tmp_path / name).write_bytes(b"mine")
    asked: list[list[str]] = []
    answer(page, folder=folder_is(tmp_path), existing=existing_is(Existing.CANCEL, asked))
    page.delivery.save_all(documents())
    assert asked == [names]
    assert not page.notice.isVisible()

    answer(page, existing=existing_is(Existing.KEEP_BOTH, asked))
    page.delivery.save_all(documents())
    said(qtbot, page)
    assert all((tmp_path / name).read_bytes() == b"mine" for name in names)
    assert (tmp_path / names[0].replace(".pdf", " (2).pdf")).is_file()

    page.notice.hide()
    answer(page, existing=existing_is(Existing.REPLACE, asked))
    page.delivery.save_all(documents())
    said(qtbot, page)
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in names)


def test_a_calendar_of_cancelled_blocks_is_left_out_and_not_for_want_of_a_date(
    page: PrintPage, qtbot: QtBot, workspace: Workspace, tmp_path: Path
):
    assert workspace.day is not None
    cancel_blocks(workspace.library, [block.id for block in workspace.day.blocks])
    settle(qtbot, page)
    answer(page, folder=folder_is(tmp_path))
    page.delivery.save_all((document("programme"),))
    text = said(qtbot, page)
    assert "Weggelaten" in text
    assert ".ics" in text
    assert "datum" not in text


def test_where_all_is_left_out_it_is_not_said_that_nothing_was_saved_somewhere(
    page: PrintPage, qtbot: QtBot, workspace: Workspace, tmp_path: Path
):
    assert workspace.day is not None
    delete_blocks(workspace.library, *(block.id for block in workspace.day.blocks if block.round is None))
    settle(qtbot, page)
    answer(page, folder=folder_is(tmp_path))
    page.delivery.save_all((document("programme"),))
    text = said(qtbot, page)
    assert text.startswith("Weggelaten")
    assert "opgeslagen" not in text


def test_a_folder_in_which_nothing_can_be_written_is_told_once_and_another_is_offered(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
):
    folder, other = tmp_path / "gone", tmp_path / "there"
    folder.mkdir()
    other.mkdir()

    def chosen(*_arguments: object) -> Path:
        folder.rmdir()
        return folder

    answer(page, folder=chosen)
    page.delivery.save_all(documents()[:3])
    text = said(qtbot, page)
    assert text == f"Er is niets opgeslagen in {folder}: je mag daar niet schrijven, of de map is er niet meer."
    answer(page, folder=folder_is(other))
    page.notice.button.click()
    qtbot.waitUntil(lambda: f"opgeslagen in {other}" in page.notice.text.text(), timeout=20_000)


def test_of_many_files_that_can_not_be_written_a_few_are_named(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    answer(page, folder=folder_is(tmp_path))
    page.delivery.save_all(documents()[:4])
    said(qtbot, page)
    for path in sorted(tmp_path.iterdir())[:3]:
        path.unlink()
        path.mkdir()
    answer(page, existing=existing_is(Existing.REPLACE, []))
    page.delivery.save_all(documents()[:4])
    lines = said(qtbot, page).splitlines()
    assert len(lines) == 3
    assert lines[-1].endswith("opgeslagen.")


def test_what_was_said_of_an_earlier_save_is_gone_while_the_next_one_waits_for_its_document(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
):
    answer(page, folder=folder_is(tmp_path), existing=existing_is(Existing.REPLACE, []))
    page.delivery.save_all(documents()[:2])
    said(qtbot, page)
    page.options.field("goals").edited.emit(False)
    assert not page.is_current
    page.delivery.save_all(documents()[:2])
    assert not page.notice.isVisible()
    assert "opgeslagen" in said(qtbot, page)


def test_it_stops_within_a_document(page: PrintPage, tmp_path: Path, qtbot: QtBot):
    page.list.choose("plan")
    settle(qtbot, page)
    assert page.made is not None
    language = Language.of("nl")
    wanted = document("run-sheet")
    target = Target(path=tmp_path / "1.pdf", document=wanted, ending=".pdf", chosen={}, language=language)
    stop = threading.Event()

    def made_to_stop(day, setting, choices, words, stamp):
        stamp.proof.go_on()
        stop.set()
        return wanted.makers[".pdf"](day, setting, choices, words, stamp)

    slow = replace(wanted, makers={".pdf": made_to_stop})
    result = save_all(page.made, (target, replace(target, document=slow)), stop, lambda _step: None)

    assert result.stopped
    assert list(tmp_path.glob("*.pdf")) == []


def test_stopped_in_time_nothing_is_written(page: PrintPage, tmp_path: Path):
    assert page.made is not None
    targets = tuple(
        Target(
            path=tmp_path / f"{document.name}.pdf",
            document=document,
            ending=".pdf",
            chosen={},
            language=Language.of("nl"),
        )
        for document in documents()
    )
    stop = threading.Event()

    def stop_at_two(step: int) -> None:
        if step == 2:
            stop.set()

    result = save_all(page.made, targets, stop, stop_at_two)

    assert result.stopped
    assert list(tmp_path.glob("*.pdf")) == []


def test_documents_that_have_nothing_to_tell_are_left_out_in_all_their_forms(page: PrintPage, tmp_path: Path):
    assert page.made is not None
    empty = replace(page.made.order.day, blocks=(), actions=(), moments=(), measures=())
    made = replace(page.made, order=replace(page.made.order, day=empty))
    targets = tuple(
        Target(
            path=tmp_path / f"{name}{ending}",
            document=document(name),
            ending=ending,
            chosen={},
            language=Language.of("en"),
        )
        for name in ("programme", "plan", "parent-letter", "poster")
        for ending in document(name).endings
    )

    result = save_all(made, targets, threading.Event(), lambda _step: None)

    assert [each.name for each in result.empty] == ["programme", "plan", "poster"]
    assert [path.name for path in result.paths] == ["parent-letter.pdf", "parent-letter.docx"]
    assert result.problems == ()
