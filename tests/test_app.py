"""The composition root brings everything together, and nothing too early."""

import subprocess
import sys
from pathlib import Path

import pytest

from studydag.app import main

HEAVY = "PySide6 sqlalchemy reportlab holidays icalendar xlsxwriter docx python_calamine pypdfium2 rapidfuzz highspy"


def test_help_is_there_without_loading_what_it_does_not_need():
    code = (
        "import sys; from studydag.app import main; status = main(['--help']);"
        f"print(sorted(set({HEAVY.split()}) & set(sys.modules)), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, encoding="utf-8")

    assert done.stderr.strip() == "[]"
    assert done.returncode == 0
    assert "studydag" in done.stdout


def test_python_m_studydag_is_the_same():
    done = subprocess.run(
        [sys.executable, "-m", "studydag", "--help"], check=False, capture_output=True, text=True, encoding="utf-8"
    )

    assert done.returncode == 0
    assert "studydag" in done.stdout


def test_without_a_console_what_is_wrong_is_told_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    copy = str(tmp_path / "weg.studydag")
    assert main([copy, "--language", "nl", "--library", str(tmp_path / "school.studydag")], tell=told.append) == 3
    assert told == [f"{copy} bestaat niet."]
    assert main(["--version"], tell=told.append) == 0
    assert len(told) == 1
