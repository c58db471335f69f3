"""The table of the benchmarks."""

import pytest

from benchmarks.rows import Row, milliseconds, milliseconds_of_two
from benchmarks.run import main, names, table


def test_the_ratio_counts_where_there_is_a_floor():
    row = Row(name="open", figure=1.2, unit="ms", floor=1.0, goal=1.1)

    assert row.ratio == pytest.approx(1.2)
    assert row.reached is False


def test_the_figure_counts_where_there_is_none():
    assert Row(name="edit", figure=4, unit="ms", goal=10).reached is True
    assert Row(name="edit", figure=4, unit="ms").reached is None


def test_the_table_is_aligned_and_says_what_was_missed():
    rows = [
        Row(name="open one of 5,000", figure=1.25, unit="ms", floor=1.0, floor_name="of 10", goal=1.2),
        Row(name="edit", figure=4, unit="ms", goal=10),
    ]

    assert list(table(rows)) == [
        "benchmark           figure         floor  ratio     goal",
        "open one of 5,000  1.25 ms  1 ms (of 10)  1.25×   ≤ 1.2×  MISSED",
        "edit                  4 ms                       ≤ 10 ms  reached",
    ]


def test_the_stop_watch_counts_each_round_and_one_to_warm_up():
    calls: list[str] = []

    milliseconds(lambda: calls.append("a"), rounds=3)
    milliseconds_of_two(lambda: calls.append("b"), lambda: calls.append("c"), rounds=2)

    assert calls == ["a"] * 4 + ["b", "c"] * 3


def test_an_unknown_benchmark_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["absent"])

    assert stop.value.code == 2
    assert "there is no benchmark absent" in capsys.readouterr().err
    assert "absent" not in names()
