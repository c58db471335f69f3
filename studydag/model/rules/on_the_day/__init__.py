"""The day itself: what is on now, what was noted, and how it went."""
