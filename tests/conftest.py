"""What holds for every test: no screen, no network, no luck, no warning left unread."""

import gc
import logging
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")
