"""Starts the program's own window as `studydag` does, and prints when it was painted and ready.

One line of four numbers: when the first frame was painted, when the list of study days was, and when the window was
ready, in seconds since 1970; then the longest time, in seconds, that it could not answer.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from studydag.app import open_own_library

if TYPE_CHECKING:
    from studydag.ui.meter import Meter


def tell(meter: Meter) -> None:
    """Say when."""
    print(meter.first_paint, meter.listed, meter.ready, meter.longest_gap, flush=True)


if __name__ == "__main__":
    sys.exit(open_own_library(measured=tell))
