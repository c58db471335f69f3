"""What lies where, how files are named, and what none of them says.

Each test is one rule, named as a sentence.
"""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "studydag"

TOP = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "benchmarks",
    "dev.py",
    "docs",
    "pyproject.toml",
    "resources",
    "studydag",
    "tests",
}
ROOMS = {"values", "rules", "store", "operations", "exchange"}
SHELVES = {"fonts", "icons", "locale", "formats", "templates", "examples", "desktop", "help", "words"}


@cache
def tracked() -> tuple[Path, ...]:
    """List what git tracks or would, so that a file counts before its first commit; without git, what lies there."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("only a checkout tells its own files from what lies about")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(path for name in sorted(set(names.split("\0"))) if name and (path := ROOT / name).is_file())


def test_the_top_holds_only_what_the_design_names():
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= TOP


def test_the_model_has_five_rooms():
    assert {
        path.name for path in (PACKAGE / "model").iterdir() if path.name not in {"__init__.py", "__pycache__"}
    } <= ROOMS


def test_resources_stand_on_their_shelf():
    assert {path.relative_to(ROOT / "resources").parts[0] for path in (ROOT / "resources").rglob("*.*")} <= SHELVES


def test_every_folder_of_source_is_a_package():
    assert {
        str(path.parent.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if not (path.parent / "__init__.py").is_file()
    } == set()


def test_no_file_is_named_after_nothing():
    nothing = re.compile(r"(^|_)(utils?|helpers?|misc|common|manager)(_|$)")
    sources = [path for path in tracked() if path.suffix == ".py"]
    assert [str(path) for path in sources if nothing.search(path.stem) or nothing.search(path.parent.name)] == []


def test_no_source_file_has_two_subjects():
    assert {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 600
    } == {}


def test_no_file_names_a_place_of_one_machine():
    place = re.compile(
        r"(?<![\w.~}<>/])/(home|Users|root|work|opt|tmp|mnt)/[\w.-]+|\b[A-Z]:\\+Users\\+\w+",
    )
    assert _lines_with(place, tracked()) == []


def test_no_file_names_a_package_registry():
    registry = re.compile(
        r"(?i)index-url|find-links|trusted-host|registry\.\w+\.\w+|\bpypi\.\w+|pythonhosted|apt-cacher"
    )
    assert _lines_with(registry, [path for path in tracked() if path != Path(__file__).resolve()]) == []
    assert [path.name for path in tracked() if re.search(r"(?i)(\.lock|lock\.json|lock\.toml)$", path.name)] == []


def _lines_with(pattern: re.Pattern[str], paths: tuple[Path, ...] | list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}, line {number}: {line.strip()[:100]}"
        for path in paths
        if (text := _text(path)) is not None
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
