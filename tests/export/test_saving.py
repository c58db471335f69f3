"""A file is there whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from studydag.export.saving import save
from studydag.language import Language
from studydag.model.values.errors import CannotWrite, FolderMissing, NameTooLong, cannot_read, cannot_write

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions, links and pipes of POSIX")


def test_a_file_is_written_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    save(tmp_path / "page.pdf", b"bytes")
    assert (tmp_path / "page.pdf").read_bytes() == b"bytes"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


@POSIX
def test_a_new_file_gets_the_permissions_that_others_get(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save(tmp_path / "page.pdf", b"bytes")
    assert (tmp_path / "page.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


@POSIX
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"older, and longer")
    path.chmod(0o640)
    save(path, b"bytes")
    assert path.read_bytes() == b"bytes"
    assert path.stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "page.pdf"
    link.symlink_to(tmp_path / "there" / "page.pdf")
    save(link, b"bytes")
    assert link.is_symlink()
    assert (tmp_path / "there" / "page.pdf").read_bytes() == b"bytes"


@POSIX
def test_a_device_is_written_to_as_it_is() -> None:
    save(Path(os.devnull), b"bytes")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["none/page.pdf", "a" * 300, "."])
def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite):
        save(tmp_path / name, b"bytes")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full. Make room"),
        (errno.EACCES, "is open in another program, or you are not allowed to write there. Close it"),
        (errno.EROFS, "or choose another place"),
        (errno.ENOENT, "its folder does not exist"),
        (errno.ENAMETOOLONG, "too long. Choose a shorter name"),
        (errno.EIO, "oops"),
    ],
)
def test_why_a_file_could_not_be_written_is_said_with_what_to_do(number: int, said: str):
    error = cannot_write(Path("programme.pdf"), OSError(number, "oops"))
    assert said in Language.of("en").error(error)
    assert "programme.pdf" in Language.of("nl").error(error)


def test_windows_says_of_a_path_that_is_too_long_that_it_is_not_there():
    error = OSError(errno.ENOENT, "oops")
    error.winerror = 3
    assert type(cannot_write("C:/" + "map/" * 70 + "a.pdf", error)) is NameTooLong
    assert type(cannot_write("C:/map/a.pdf", error)) is FolderMissing


def test_a_file_that_another_program_has_open_is_not_said_to_be_missing():
    held = Language.of("nl").error(cannot_read("scan.xlsx", PermissionError(errno.EACCES, "oops")))
    assert held.startswith("scan.xlsx kan niet worden geopend: een ander programma")
    assert Language.of("nl").error(cannot_read("scan.xlsx", FileNotFoundError())) == "scan.xlsx bestaat niet."
