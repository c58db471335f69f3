"""Programmes that others made, from text, tables, calendars and schedules; nothing is stored here.

A file or a paste becomes rows (`reading`), or lines at once (`schedules`). Rows become lines, each with what was made
of it (`texts`, `tables`, chosen by `lines`): these ask what a piece of text is (`recognising`), go by the words that
people use (`vocabulary`), and take people, rooms and minutes off titles (`titles`). Lines become a programme
(`arranging`), and a programme a study day (`as_day`). The preview changes lines and arranges them again (`correcting`).
Each room knows only those below it.
"""
