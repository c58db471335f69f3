"""Study days of every shape, for property tests of what follows from their blocks."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from studydag.model.rules.time.schedule import clock_time
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.study_day import StudyDay

times = st.builds(clock_time, st.integers(0, 1439))
blocks = st.builds(
    Block,
    minutes=st.integers(0, 300),
    cancelled=st.booleans(),
    open_end=st.booleans(),
    pinned_start=st.none() | times,
    phase=st.sampled_from(Phase),
    mode=st.sampled_from([*[Mode.IN_PERSON] * 5, Mode.SELF_PACED]),
    kind=st.sampled_from([*[BlockKind.BLOCK] * 4, BlockKind.ROUND]),
    part=st.sampled_from([1, 1, 1, 2, None]),
    position=st.integers(0, 5),
)


@st.composite
def days(draw: st.DrawFn) -> StudyDay:
    top = [replace(block, id=number) for number, block in enumerate(draw(st.lists(blocks, max_size=10)), start=1)]
    rounds = [block.id for block in top if block.kind is BlockKind.ROUND]
    options: list[Block] = []
    if rounds:
        options = [
            replace(
                option,
                id=100 + number,
                part=None,
                round=draw(st.sampled_from(rounds)),
                kind=BlockKind.BLOCK,
                offset_minutes=draw(st.integers(0, 60)),
            )
            for number, option in enumerate(draw(st.lists(blocks, max_size=6)))
        ]
    parts = tuple(
        Part(
            id=number, position=draw(st.integers(0, 3)), date=dt.date(2026, 11, 14), start=draw(times), end=draw(times)
        )
        for number in (1, 2)
    )
    return StudyDay(parts=parts, blocks=(*top, *options))
