"""How much of written programmes comes in right: of items start and title, of those the persons and the rooms."""

from benchmarks.rows import Row
from tests.model.exchange.importing.truths import Score, compare, read, truths

FILES = ("learned", "later", "latest", "sixth", "seventh", "eighth")
ITEMS, NAMES = 95, 90
"""In per cent: what is promised of programmes that nobody has seen."""


def rows() -> list[Row]:
    """Return the shares over all programmes that the tests know, in per cent."""
    score = Score()
    for name in FILES:
        for truth in truths(name):
            compare(truth, read(truth), score)
    shares = (("items", score.items, ITEMS), ("persons", score.persons, NAMES), ("rooms", score.rooms, NAMES))
    return [
        Row(name=f"{what} of {own[1]} right", figure=100 * own[0] / own[1], unit="%", goal=goal)
        for what, own, goal in shares
    ]
