"""Finds what ships beside the code: fonts, icons, translations, formats, examples."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder in `resources/`, as in `resource("fonts", "OFL.txt")`.

    Works in a checkout and in an installed wheel. Raises FileNotFoundError when there is no such thing.
    """
    path = _root(_PACKAGE).joinpath(*parts)
    if not path.exists():
        message = f"StudyDAG was installed without its resource {'/'.join(parts)}"
        raise FileNotFoundError(message)
    return path


def _root(package: Path) -> Path:
    # The wheel carries resources/ inside the package, so that another package's folder of that name is never taken.
    installed = package / "resources_data"
    return installed if installed.is_dir() else package.parent / "resources"
