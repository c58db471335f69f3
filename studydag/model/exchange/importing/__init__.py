"""Programmes that others made, from text, tables, calendars and schedules; nothing is stored here.

A file becomes rows (`text_rows`, `spreadsheets`) or lines at once (`calendars`, `conference_schedules`); rows become
lines, each with what was made of it (`lines`, `tables`); lines become a programme (`arranging`); a programme becomes a
study day (`as_day`). The preview changes lines and arranges them again.
"""
