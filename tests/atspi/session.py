"""A screen of our own, a session bus of our own, and StudyDAG on it: what an outside client needs to try the window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

NEEDED = {"Xvfb": "xvfb", "dbus-daemon": "dbus-daemon"}
"""The commands that are needed, and the package of Debian in which each is."""
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


def missing() -> str:
    """Return why there can be no session here; empty when there can."""
    if sys.platform != "linux":
        return "AT-SPI is there on Linux only"
    lacking = [package for command, package in NEEDED.items() if shutil.which(command) is None]
    if not BUS_SERVICE.exists():
        lacking.append("at-spi2-core")
    return f"not installed: {', '.join(lacking)}" if lacking else ""


@contextmanager
def session(folder: Path, size: str = "1600x1000x24") -> Iterator[dict[str, str]]:
    """Start a screen and a session bus that end with the block; the environment for programs on them is given.

    All that programs remember goes into `folder`.
    """
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    homes = {"HOME": folder, "XDG_RUNTIME_DIR": runtime}
    homes |= {f"XDG_{name}_HOME": folder / name.lower() for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    environment = {**os.environ, **{name: str(path) for name, path in homes.items()}}
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
        environment.pop(name, None)
    with ExitStack() as stack:
        number = stack.enter_context(
            _started(["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"], environment)
        )
        environment["DISPLAY"] = f":{number}"
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_started(bus, environment))
        if shutil.which("openbox") is not None:
            # Without someone who hands out the focus, Qt takes it itself.
            stack.enter_context(_running(["openbox", "--sm-disable"], environment))
        yield environment


@contextmanager
def program(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run StudyDAG until the end of the block."""
    with _running([sys.executable, "-m", "studydag", *arguments], environment) as process:
        yield process


@contextmanager
def _started(command: list[str], environment: dict[str, str]) -> Iterator[str]:
    """Run a command that says on its first line where it can be reached."""
    with _running(command, environment) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
