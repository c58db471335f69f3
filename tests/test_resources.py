"""Resources are found in a checkout and in an installed wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from studydag.resources import resource

ROOT = Path(__file__).resolve().parents[1]


def test_a_checkout_finds_its_resources():
    assert resource("fonts", "OFL.txt") == ROOT / "resources" / "fonts" / "OFL.txt"
    assert resource("fonts").is_dir()


def test_a_missing_resource_is_named():
    with pytest.raises(FileNotFoundError, match=r"without its resource fonts/Absent\.ttf"):
        resource("fonts", "Absent.ttf")


def test_a_wheel_carries_every_resource_and_finds_it(tmp_path):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            tmp_path,
            ROOT,
        ],
        check=True,
    )
    (wheel,) = tmp_path.glob("studydag-*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)

    code = "import sys; sys.path.insert(0, sys.argv[1]); from studydag.resources import resource; print(resource())"
    found = subprocess.run(
        [sys.executable, "-I", "-c", code, installed], check=True, capture_output=True, text=True
    ).stdout.strip()

    assert Path(found) == installed / "studydag" / "resources_data"
    assert _contents(Path(found)) == _contents(ROOT / "resources")
    assert (installed / "studydag" / "py.typed").is_file()


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
