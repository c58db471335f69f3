"""How often each working format was used in the study days of a library, and how it was rated."""

from __future__ import annotations

from studydag.model.store.library import Library
from studydag.model.values.formats import FormatUse

_QUERY = """
SELECT working_format, COUNT(*), COUNT(rating), AVG(rating) FROM block
WHERE working_format IS NOT NULL AND NOT cancelled GROUP BY working_format
"""


def format_use(library: Library) -> dict[int, FormatUse]:
    """Return the use of each format that stands in a programme, by its id; what was called off does not count."""
    return {
        int(number): FormatUse(int(count), int(rated), None if mean is None else float(mean))
        for number, count, rated, mean in library.rows(_QUERY)
    }
