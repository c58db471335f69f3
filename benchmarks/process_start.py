"""How long this process runs, on Linux, without importing anything that would count itself."""

import os
from pathlib import Path


def milliseconds_since_start() -> int:
    """Return the milliseconds since the process was started."""
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
    up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return round((up - ticks / os.sysconf("SC_CLK_TCK")) * 1000)
