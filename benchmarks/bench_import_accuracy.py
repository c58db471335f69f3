"""How much of written programmes comes in wrong: of items start and title, of those the persons and the rooms."""

from benchmarks.rows import Row
from tests.model.exchange.importing.truths import Score, compare, read, truths

FILES = ("learned", "later", "latest", "sixth", "seventh", "eighth", "ninth")
ITEMS, NAMES = 5, 10
"""In per cent: how much of a programme that nobody has seen may be wrong."""


def rows() -> list[Row]:
    """Return the shares over all programmes that the tests know, in per cent."""
    score = Score()
    for name in FILES:
        for truth in truths(name):
            compare(truth, read(truth), score)
    shares = (("items", score.items, ITEMS), ("persons", score.persons, NAMES), ("rooms", score.rooms, NAMES))
    return [
        Row(name=f"{what} wrong, of {own[1]}", figure=100 - 100 * own[0] / own[1], unit="%", goal=goal)
        for what, own, goal in shares
    ]
