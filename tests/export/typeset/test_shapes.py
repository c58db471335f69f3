from studydag.export.typeset import shapes
from studydag.export.typeset.colour import Colour


def test_colours_are_written_as_shares():
    assert shapes.fill(Colour(255, 0, 51)) == "1.000 0.000 0.200 rg"
    assert shapes.stroke(Colour(255, 0, 51)) == "1.000 0.000 0.200 RG"


def test_corners_are_rounded_only_where_asked_and_never_more_than_half():
    assert shapes.rectangle(1, 2, 30, 40) == "1.00 2.00 30.00 40.00 re"
    assert shapes.rectangle(0, 0, 30, 40, 99) == shapes.rectangle(0, 0, 30, 40, 15)
    assert shapes.rectangle(0, 0, 30, 40, 5).count(" c") == 4


def test_a_tick_stays_within_its_box():
    numbers = [float(part) for part in shapes.tick(10).split() if part not in {"m", "l"}]
    assert 0 < min(numbers) < max(numbers) < 10
