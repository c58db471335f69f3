"""What holds for every test: no screen, no network, no luck, no warning left unread."""

import gc
import logging
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from studydag.resources import resource
from tests.as_on_windows import IS_HERE, OPEN_FILES

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":
    # Without a screen Qt knows none of the system's fonts there.
    os.environ.setdefault("QT_QPA_FONTDIR", str(resource("fonts")))

# Two cores that others use as well say nothing about deadlines, and a gate must not fail by chance.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=50)
# To look for new counterexamples: HYPOTHESIS_PROFILE=search python3 dev.py test
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        message = f"StudyDAG never uses the network, but something called {event}{arguments}"
        raise RuntimeError(message)


sys.addaudithook(_refuse_network)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "logs: the test expects warnings of StudyDAG in the log and looks at them itself"
    )
    config.addinivalue_line(
        "markers", "moves_open_files: the test moves or deletes a file that is open, which Windows lets nobody do"
    )


def pytest_collection_finish() -> None:
    # Thousands of tests and all that they import stay to the end: looking for waste among them takes time for nothing.
    gc.freeze()


@pytest.fixture(autouse=True)
def _silent_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a warning of ours in the log."""
    if request.node.get_closest_marker("logs"):
        yield
        return
    heard = _Warnings()
    ours = logging.getLogger("studydag")
    ours.addHandler(heard)
    yield
    ours.removeHandler(heard)
    assert heard.lines == []


@pytest.fixture(autouse=True)
def _open_files_stay(request: pytest.FixtureRequest) -> Iterator[None]:
    """Refuse to move or delete a file that is open, as Windows does."""
    if request.node.get_closest_marker("moves_open_files"):
        if sys.platform == "win32":
            pytest.skip("Windows lets nobody move a file that is open")
        yield
        return
    OPEN_FILES.is_watching = IS_HERE
    yield
    OPEN_FILES.is_watching = False


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")
