"""Calendars, and the schedules of conference systems and other programs, as lines of a programme."""
