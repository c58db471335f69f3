"""The window on a real screen, worked from outside by what assistive technology speaks; see `tests/atspi/story.py`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.atspi.session import missing

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(bool(missing()), reason=missing() or "it can run here")
def test_a_client_of_at_spi_adds_a_block_names_it_and_makes_it_45_minutes():
    # A process of its own: it speaks over a socket, which no test of ours may open.
    command = [sys.executable, "-m", "tests.atspi.story", "nl"]
    done = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "all with a name" in done.stdout
