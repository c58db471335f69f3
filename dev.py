#!/usr/bin/env python3
"""Everything a contributor does, in one place. It needs Python 3.11 and pip, and sets up the rest by itself.

The environment is `.venv` in the checkout. It is made at the first command, brought up to date when pyproject.toml
changed, and made again when it is broken. What this file says goes to standard error; standard output is the command's.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

NEEDED = (3, 11)

# Only the syntax of old Pythons stands above and in the signatures below, so that they come as far as this.
if sys.version_info < NEEDED:
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11", "py") if shutil.which(name)]
    advice = f"Try: {newer[0]} {' '.join(sys.argv)}" if newer else "Install a newer Python and try again."
    sys.exit(f"StudyDAG needs Python 3.11 or newer, and this is {platform.python_version()}. {advice}")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "studydag-stamp"
INSTALLING = VENV / "studydag-installing"
MEMORY = Path("/dev/shm")
"""Where Linux has files that are in memory alone."""
ROOM_FOR_TESTS = 4 << 30
"""In bytes; they need a tenth of it."""
CATALOGUE = ROOT / "resources" / "locale" / "nl" / "LC_MESSAGES" / "studydag.po"

# What Qt's wheels expect of a Linux system, offscreen too, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# What an outside client needs to read the window as a screen reader does, and the Debian package that brings it.
OUTSIDE_CLIENT = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/dbus-daemon": "dbus-daemon",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}


class Stop(Exception):
    """The command can't go on; the message says in plain words why, and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        asked_for_help = bool(arguments) and arguments[0] in {"-h", "--help", "help"}
        print(usage(), file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    command, _ = COMMANDS[arguments[0]]
    try:
        return command(arguments[1:])
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


def usage() -> str:
    """Return the list of commands."""
    lines = [f"  {name:<14}{meaning}" for name, (_, meaning) in COMMANDS.items()]
    return "\n".join(["python3 dev.py COMMAND [ARGUMENTS]", "", *lines])


# The commands


def run(arguments: Sequence[str]) -> int:
    """Start StudyDAG with these arguments; without any and without a screen, make the worked example."""
    if arguments:
        prepare(dev=False)
        return studydag(*arguments)
    if has_screen():
        prepare(dev=False)
        need_qt_libraries()
        return studydag()
    prepare(dev=False)
    folder = unused_folder("demo-output")
    say("There is no screen here, so StudyDAG makes its worked example with all its documents.")
    status = studydag("demo", "--out", str(folder))
    if status == 0:
        say(f"Everything is in {folder}")
    return status


def test(arguments: Sequence[str]) -> int:
    """Run all tests on two processes, or what the arguments say to pytest on one."""
    prepare(dev=True)
    need_qt_libraries()
    wish_for_outside_client()
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_FOR_TESTS:
        # Each edit of each library waits until the disk has it, many thousands of times.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    return python("-m", "pytest", *(arguments or ("--numprocesses", "2", "--dist", "worksteal")))


def check(_: Sequence[str]) -> int:
    """Run every gate but the tests themselves, and say at the end which are shut."""
    prepare(dev=True)
    need_qt_libraries()
    gates = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "mypy --strict": ("-m", "mypy"),
        "architecture and translations": (
            *("-m", "pytest", "--quiet", "-p", "no:cacheprovider"),
            *("tests/test_architecture.py", "tests/test_files.py", "tests/test_translations.py"),
        ),
    }
    shut = []
    for name, command in gates.items():
        say(name)
        if python(*command) != 0:
            shut.append(name)
    say(f"Not right yet: {', '.join(shut)}" if shut else "All gates are open.")
    return 1 if shut else 0


def translations(_: Sequence[str]) -> int:
    """Bring the Dutch catalogue up to date with the texts in the source, and compile it."""
    prepare(dev=True)
    with tempfile.TemporaryDirectory() as folder:
        for step in catalogue_steps(Path(folder) / "studydag.pot"):
            if python("-m", "babel.messages.frontend", "--quiet", *step) != 0:
                raise Stop(f"The translations were not brought up to date: {step[0]} failed.")
    return python("-m", "pytest", "--quiet", "tests/test_translations.py")


def catalogue_steps(template: Path) -> list[list[str]]:
    """Return Babel's three steps from the source by way of `template` to the compiled catalogue."""
    extract = "extract --keyword NN_:1,2 --add-comments TRANSLATORS: --sort-by-file --add-location file --width 120"
    update = "update --init-missing --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120"
    compiled = CATALOGUE.with_suffix(".mo")
    return [
        [*extract.split(), "--project", "StudyDAG", "--output-file", str(template), "studydag"],
        [*update.split(), "--locale", "nl", "--input-file", str(template), "--output-file", str(CATALOGUE)],
        ["compile", "--locale", "nl", "--input-file", str(CATALOGUE), "--output-file", str(compiled)],
    ]


def shots(arguments: Sequence[str]) -> int:
    """Make pictures of what a user sees, into the folder given or `shots`."""
    prepare(dev=True)
    need_qt_libraries()
    folder = Path(arguments[0]).resolve() if arguments else ROOT / "shots"
    for language in ("nl", "en"):
        shoot_documents(folder / language, language)
    if python("-m", "tests.ui.shots", str(folder / "window"), quiet=True) != 0:
        raise Stop("The pictures of the window could not be made.")
    say(f"The pictures are in {folder}")
    return 0


def shoot_documents(folder: Path, language: str) -> None:
    """Draw every page of every document of the worked example as a PNG in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if studydag("demo", "--language", language, "--out", str(folder), quiet=True) != 0:
        raise Stop("The worked example could not be made.")
    for document in sorted(folder.rglob("*.pdf")):
        # 1.5 pixels a point: an A4 page becomes 893 by 1263 pixels.
        command = ("render", str(document), "--output", str(document.parent), "--format", "png", "--scale", "1.5")
        if python("-m", "pypdfium2_cli", *command, quiet=True) != 0:
            raise Stop(f"{document.name} could not be drawn.")


def bench(arguments: Sequence[str]) -> int:
    """Measure what things cost; names choose among the benchmarks."""
    prepare(dev=True)
    return python("-m", "benchmarks.run", *arguments)


def dist(arguments: Sequence[str]) -> int:
    """Build the wheel into the folder given or `dist`, and look whether every resource is in it."""
    prepare(dev=True)
    folder = Path(arguments[0]).resolve() if arguments else ROOT / "dist"
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    if python("-m", "pip", "wheel", *options, str(ROOT)) != 0:
        raise Stop("The wheel could not be built.")
    wheel = max(folder.glob("studydag-*.whl"), key=lambda path: path.stat().st_mtime)
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    resources = ROOT / "resources"
    wanted = {f"studydag/resources_data/{path.relative_to(resources).as_posix()}" for path in files_under(resources)}
    missing = sorted(wanted - packed)
    if missing:
        raise Stop(f"The wheel lacks {', '.join(missing)}")
    say(f"{wheel} holds {len(packed)} files, {len(wanted)} of them resources.")
    return 0


COMMANDS: dict[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "run": (run, "start StudyDAG; arguments go to it. Without a screen: make the worked example"),
    "test": (test, "run the tests; arguments go to pytest"),
    "check": (check, "ruff, mypy, architecture, translations"),
    "translations": (translations, "take over new texts into the Dutch catalogue and compile it"),
    "shots": (shots, "draw the window and the documents of the worked example as pictures [FOLDER]"),
    "bench": (bench, "measure what things cost [NAME ...]"),
    "dist": (dist, "build the wheel [FOLDER]"),
}


def studydag(*arguments: str, quiet: bool = False) -> int:
    """Run StudyDAG out of the checkout."""
    return python("-m", "studydag", *arguments, quiet=quiet)


def python(*arguments: str, quiet: bool = False) -> int:
    """Run the environment's Python and return its exit status; with `quiet`, what it says shows only when it fails."""
    # Where Python is told not to keep what it compiled, each process of the tests would compile all of it again.
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # StudyDAG writes UTF-8 everywhere; what else is said may be in the system's own letters.
    done = subprocess.run(
        [PYTHON, *arguments],
        cwd=ROOT,
        env=keeping,
        check=False,
        capture_output=quiet,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if quiet and done.returncode != 0:
        print(done.stdout, done.stderr, file=sys.stderr)
    return done.returncode


def say(text: str) -> None:
    """Tell the user what happens."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def files_under(folder: Path) -> list[Path]:
    """List all files below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def unused_folder(name: str) -> Path:
    """Return a folder in the checkout that doesn't exist yet: what a user made of an earlier one stays."""
    folder, number = ROOT / name, 1
    while folder.exists():
        number += 1
        folder = ROOT / f"{name}-{number}"
    return folder


def has_screen() -> bool:
    """Say whether there is a window to open and a screen to open it on."""
    if not (ROOT / "studydag" / "ui").is_dir():
        return False
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# The environment


def prepare(*, dev: bool) -> None:
    """See to it that `.venv` holds what pyproject.toml asks for; with `dev`, the tools of development too."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamped(wanted, dev=dev) and finds_the_checkout():
        return
    if INSTALLING.exists():
        say("An earlier installation was cut off, so .venv is made again.")
        create_environment()
    elif not has_pip():
        create_environment()
    install("dev" if dev or stamped_kind() == "dev" else "run", wanted)


def stamped(wanted: str, *, dev: bool) -> bool:
    """Say whether the environment was last installed for this very pyproject.toml."""
    return not INSTALLING.exists() and read_stamp() in (
        [["dev", wanted]] if dev else [["dev", wanted], ["run", wanted]]
    )


def stamped_kind() -> str:
    """Return what the environment was last installed for, "dev" or "run" (or nothing)."""
    return (read_stamp() or [""])[0]


def read_stamp() -> list[str]:
    """Return kind and fingerprint of the last installation."""
    try:
        return STAMP.read_text(encoding="utf-8").split()
    except OSError:
        return []


def has_pip() -> bool:
    """Say whether the environment's Python starts, is new enough and has pip."""
    return answer("import sys, pip; print(sys.version_info >= (3, 11))") == "True"


def finds_the_checkout() -> bool:
    """Say whether the environment's Python imports StudyDAG from here, and not from where the checkout once was."""
    found = answer("import pip, studydag; print(studydag.__file__)")
    return found is not None and Path(found).parent == ROOT / "studydag"


def answer(code: str) -> str | None:
    """Return what the environment's Python prints, or None where it fails."""
    try:
        # In UTF-8, for the path may have letters that the console of Windows has not.
        done = subprocess.run(
            [PYTHON, "-I", "-X", "utf8", "-c", code], check=False, capture_output=True, text=True, encoding="utf-8"
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def create_environment() -> None:
    """Make `.venv` from nothing, whatever is there."""
    need_ensurepip()
    say("Making .venv")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False, stdout=sys.stderr).returncode != 0:
        raise Stop(f"Python could not make {VENV}; what it said stands above.")


def install(kind: str, wanted: str) -> None:
    """Install StudyDAG and what it needs into the environment, and stamp it."""
    say("Installing what StudyDAG needs into .venv. The first time that takes a minute or two.")
    what = f"{ROOT}[dev]" if kind == "dev" else str(ROOT)
    # A killed pip leaves packages that look whole: where this mark is found later, the environment is made again.
    INSTALLING.touch()
    options = ["--quiet", "--disable-pip-version-check", "--editable", what]
    status = subprocess.run([PYTHON, "-m", "pip", "install", *options], check=False, stdout=sys.stderr).returncode
    INSTALLING.unlink()
    if status != 0:
        raise Stop("pip could not install what StudyDAG needs; it says above why. Is there a network connection?")
    STAMP.write_text(f"{kind} {wanted}\n", encoding="utf-8")


def need_ensurepip() -> None:
    """Install what a Debian Python lacks to make environments, or say how."""
    if (Path(os.__file__).parent / "ensurepip").is_dir():
        return
    install_debian_packages([f"python3.{sys.version_info.minor}-venv"], "This Python can't make environments yet.")


# What only the system can bring


def need_qt_libraries() -> None:
    """Install the system libraries that Qt needs on Linux, or say how."""
    if sys.platform != "linux":
        return
    present = system_libraries()
    missing = [package for library, package in QT_LIBRARIES.items() if library not in present]
    if missing:
        install_debian_packages(missing, "Qt needs some libraries of the system that are missing here.")


def wish_for_outside_client() -> None:
    """Install what the test from outside needs on Linux where that can be done; without it that test is skipped."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    missing = [package for path, package in OUTSIDE_CLIENT.items() if not Path(path).exists()]
    if missing:
        try:
            install_debian_packages(missing, "Trying the window from outside, as a screen reader does, needs more.")
        except Stop as stop:
            say(f"{stop}\nThat test will be skipped.")


def system_libraries() -> str:
    """Return the list of shared libraries that the system's linker knows; all of ours where it can't be asked."""
    linker = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if linker is None:
        return " ".join(QT_LIBRARIES)
    return subprocess.run([linker, "-p"], check=False, capture_output=True, text=True).stdout


def install_debian_packages(packages: Sequence[str], reason: str) -> None:
    """Install packages where there is apt-get and the right to use it; else stop and say what to do."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(f"{reason} Install what your system calls these Debian packages, then try again:\n  {names}")
    if os.geteuid() != 0:
        raise Stop(f"{reason} Run this once, then try again:\n  sudo apt-get install {names}")
    say(f"{reason} Installing {names}")
    said = ""
    for pause in (0, 2, 10):
        time.sleep(pause)
        apt_get("update")
        installed = apt_get("install", "--yes", "--no-install-recommends", *packages)
        if installed.returncode == 0:
            return
        said = installed.stdout
    raise Stop(f"apt-get could not install {names}. It said:\n{said}")


def apt_get(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get without questions, and keep what it says."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "--quiet", *arguments]
    pipe, merged = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, check=False, env=environment, stdout=pipe, stderr=merged, text=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
