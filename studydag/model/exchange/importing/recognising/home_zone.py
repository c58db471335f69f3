"""Where a moment is read whose file names no time zone."""

from typing import Final

HOME: Final = "Europe/Amsterdam"
"""The zone of what names none; Brussels and Berlin have the same clock."""
