"""How SQLite is told which file to open, and how."""

from __future__ import annotations

from pathlib import PurePath


def uri_of(path: PurePath, parameters: str) -> str:
    r"""Return the URI of an absolute path for SQLite, such as file:///C:/school.studydag?mode=ro.

    A server, as in \\server\share, stands within the path: SQLite refuses it where a URI commonly has it.
    """
    uri = path.as_uri()
    if not uri.startswith("file:///"):
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?{parameters}"
