"""The composition root brings everything together, and nothing too early."""

import subprocess
import sys

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
