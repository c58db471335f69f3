"""Where a library lies: in a local folder, or one that a program or a network keeps in step."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SYNCED_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
)
NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone", "webdav"})


def is_kept_in_step(path: Path) -> bool:
    """Whether another program or a server also writes here: then SQLite's log files must not stay behind."""
    whole = path.absolute()
    if any(part.casefold().startswith(SYNCED_FOLDERS) for part in whole.parts):
        return True
    return _is_on_network(whole)


if sys.platform == "win32":
    import ctypes

    def _is_on_network(path: Path) -> bool:
        remote = 4
        return path.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.drive + "\\") == remote
else:

    def _is_on_network(path: Path) -> bool:
        try:
            lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        mounts = [line.split(" ")[1:3] for line in lines if line.count(" ") > 1]
        holding = [(folder, kind) for folder, kind in mounts if os.path.commonpath([folder, path]) == folder]
        return bool(holding) and max(holding, key=lambda mount: len(mount[0]))[1] in NETWORK_TYPES
