"""dev.py: what a first command in a fresh clone needs of it, short of making an environment."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from tests.atspi import session

ROOT = Path(__file__).resolve().parents[1]
SOURCE = (ROOT / "dev.py").read_text(encoding="utf-8")


@pytest.fixture
def dev(tmp_path, monkeypatch) -> ModuleType:
    """Return dev.py as a module whose environment is in a folder of the test's own."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(module, "INSTALLING", tmp_path / "installing")
    return module


def test_it_needs_nothing_but_the_standard_library():
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


def test_an_old_python_can_read_it_as_far_as_the_message():
    ast.parse(SOURCE, feature_version=(3, 7))


def test_an_unknown_command_shows_the_known_ones():
    done = subprocess.run([sys.executable, ROOT / "dev.py", "fly"], check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert done.stdout == ""
    for command in ("run", "test", "check", "shots", "bench", "dist"):
        assert re.search(rf"^  {command} ", done.stderr, re.MULTILINE)


def test_the_environment_is_good_for_the_same_requirements_only(dev: ModuleType):
    assert not dev.stamped("a", dev=False)

    dev.STAMP.write_text("run a\n", encoding="utf-8")
    assert dev.stamped("a", dev=False)
    assert not dev.stamped("a", dev=True)
    assert not dev.stamped("b", dev=False)

    dev.STAMP.write_text("dev a\n", encoding="utf-8")
    assert dev.stamped("a", dev=False)
    assert dev.stamped("a", dev=True)


def test_a_cut_off_installation_is_not_trusted(dev: ModuleType):
    dev.STAMP.write_text("dev a\n", encoding="utf-8")
    dev.INSTALLING.touch()

    assert not dev.stamped("a", dev=True)


def test_what_was_compiled_is_kept_for_the_next_of_many_processes(dev: ModuleType, monkeypatch):
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    assert dev.python("-c", "import sys; sys.exit(sys.dont_write_bytecode)") == 0


def test_what_the_test_from_outside_misses_is_installed_before_it(dev: ModuleType):
    assert set(dev.OUTSIDE_CLIENT.values()) == {*session.NEEDED.values(), "at-spi2-core"}
    assert session.BUS_SERVICE.as_posix() in dev.OUTSIDE_CLIENT


def test_an_earlier_demo_stays(dev: ModuleType, tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "ROOT", tmp_path)

    assert dev.unused_folder("demo-output") == tmp_path / "demo-output"
    (tmp_path / "demo-output").mkdir()
    (tmp_path / "demo-output-2").mkdir()
    assert dev.unused_folder("demo-output") == tmp_path / "demo-output-3"


def test_every_requirement_has_an_upper_bound_and_a_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    requirements = tomllib.loads(text)["project"]["dependencies"]
    lines = text.splitlines()

    assert [requirement for requirement in requirements if "<" not in requirement] == []
    assert [
        requirement
        for requirement in requirements
        if not lines[lines.index(f'    "{requirement}",') - 1].lstrip().startswith("#")
    ] == []


def test_the_docs_name_every_command(dev: ModuleType):
    contributing = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")

    assert [command for command in dev.COMMANDS if f"python3 dev.py {command}" not in contributing] == []
