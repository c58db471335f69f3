"""Where a library lies: in a local folder, or one that a program or a network keeps in step."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
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
ROOTS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows names the folders that OneDrive keeps in step, whatever they are called."""
NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone", "webdav"})


def is_kept_in_step(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether another program or a server also writes here: then SQLite's log files must not stay behind."""
    return any(_is_kept(place, environment) for place in {path.absolute(), Path(os.path.realpath(path))})


def _is_kept(whole: Path, environment: Mapping[str, str]) -> bool:
    if any(part.casefold().startswith(SYNCED_FOLDERS) for part in whole.parts):
        return True
    roots = [*(environment.get(name, "") for name in ROOTS), *_synced_libraries()]
    return any(whole.is_relative_to(root) for root in roots if root) or _is_on_network(whole)


if sys.platform == "win32":
    import ctypes
    import winreg

    _ENGINES = r"Software\SyncEngines\Providers\OneDrive"

    def _synced_libraries() -> Iterable[str]:
        """Return the folders of Teams and SharePoint that OneDrive keeps in step; they bear the names of the school."""
        found = []
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _ENGINES) as engines:
            for number in range(winreg.QueryInfoKey(engines)[0]):
                # One that says no folder hides none of the others.
                with suppress(OSError), winreg.OpenKey(engines, winreg.EnumKey(engines, number)) as engine:
                    found.append(str(winreg.QueryValueEx(engine, "MountPoint")[0]))
        return found

    def _is_on_network(path: Path) -> bool:
        remote = 4
        return path.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.drive + "\\") == remote
else:

    def _synced_libraries() -> Iterable[str]:
        return ()

    def _is_on_network(path: Path) -> bool:
        try:
            lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        mounts = [line.split(" ")[1:3] for line in lines if line.count(" ") > 1]
        holding = [(folder, kind) for folder, kind in mounts if os.path.commonpath([folder, path]) == folder]
        return bool(holding) and max(holding, key=lambda mount: len(mount[0]))[1] in NETWORK_TYPES
