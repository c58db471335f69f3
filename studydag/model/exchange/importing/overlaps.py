"""What takes place at the same time becomes one choice round with offsets, cut where a plenary brings all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studydag.model.exchange.importing.recognising.headings import offers_parallel
from studydag.model.rules.written.phase_words import brings_all_together
from studydag.model.values.imported import ImportedBlock
from studydag.model.values.limits import LIMITS
from studydag.model.values.phases import Phase

USUAL_MINUTES = 30


def with_options(block: ImportedBlock, options: Sequence[ImportedBlock]) -> ImportedBlock:
    """Make a block a round with its options; a lone one as well, as its line said so."""
    if not options:
        return block
    ends = [option.end for option in options]
    end = block.end if None in ends else max(block.end or 0, *(end or 0 for end in ends))
    return replace(block, end=end, options=tuple(options))


def as_rounds(blocks: Sequence[ImportedBlock], title: str) -> list[ImportedBlock]:
    """Return blocks, ordered by start, with each set that overlaps as one round."""
    made: list[ImportedBlock] = []
    for group in _groups(blocks):
        made += _round(group, title) if len(group) > 1 else group
    return made


def _groups(blocks: Sequence[ImportedBlock]) -> Iterator[list[ImportedBlock]]:
    """Give the blocks that hang together by overlapping; a plenary stands alone."""
    group: list[ImportedBlock] = []
    reached = -1
    for place, block in enumerate(blocks):
        start, end = _start(block), _end(block)
        if group and (start >= reached or _is_plenary(block, place, blocks)):
            yield group
            group, reached = [], -1
        if not group and _is_plenary(block, place, blocks):
            yield [block]
            continue
        group.append(block)
        reached = max(reached, end)
    if group:
        yield group


def _start(block: ImportedBlock) -> int:
    return block.start or 0


def _end(block: ImportedBlock) -> int:
    return block.end if block.end is not None else _start(block) + 1


def _is_plenary(block: ImportedBlock, place: int, blocks: Sequence[ImportedBlock]) -> bool:
    """Whether all are together in a block: it says so, nothing else begins in it, and nothing goes on behind it."""
    if block.phase is not Phase.BREAK and not brings_all_together(block.title):
        return False
    start, end = _start(block), _end(block)
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if following is not None and _start(following) < end:
        return False
    before = blocks[max(0, place - 2 * LIMITS.round_options) : place]
    return not any(_start(other) == start or _end(other) > end for other in before)


def _round(group: Sequence[ImportedBlock], title: str) -> list[ImportedBlock]:
    """Make one round of blocks; one of them that spans the others and says that it offers a choice is the round."""
    holder, limit = _holder(group), LIMITS.round_options
    if holder is not None:
        inner = _flat(block for block in group if block is not holder)
        whole = [*holder.options, *inner]
        own, others = whole[:limit], whole[limit:]
        rounds = [_made(others[place : place + limit], title) for place in range(0, len(others), limit)]
        return [replace(holder, options=tuple(own), end=max(_end(holder), *(_end(each) for each in own))), *rounds]
    options = _flat(group)
    return [_made(options[place : place + limit], title) for place in range(0, len(options), limit)]


def _holder(group: Sequence[ImportedBlock]) -> ImportedBlock | None:
    """Return the block that is the round of the others: it spans them and offers a choice, or has options alone."""
    if len(group) < 2:
        return None
    rounds = [block for block in group if block.options]
    if len(rounds) == 1 and not rounds[0].room and not rounds[0].persons and rounds[0].start == group[0].start:
        return rounds[0]
    first = min(group, key=lambda block: (_start(block), -_end(block)))
    others = [block for block in group if block is not first]
    spans = all(_start(other) >= _start(first) and _end(other) <= _end(first) for other in others)
    is_alone = not any((_start(other), _end(other)) == (_start(first), _end(first)) for other in others)
    says_so = offers_parallel(first.title) and not first.room
    count = len(first.options) + sum(max(1, len(other.options)) for other in others)
    if not spans or not says_so or count < 2:
        return None
    return first if is_alone or not first.persons else None


def _flat(blocks: Iterator[ImportedBlock] | Sequence[ImportedBlock]) -> list[ImportedBlock]:
    """Return blocks as options; of a round within the round its options, which say to which they belong, and itself."""
    made: list[ImportedBlock] = []
    for block in blocks:
        if not block.options:
            made.append(block)
            continue
        if not block.is_made:
            made.append(replace(block, options=()))
        made += [
            replace(option, description="\n".join(part for part in (block.title, option.description) if part))
            for option in block.options
        ]
    return made


def _made(options: Sequence[ImportedBlock], title: str) -> ImportedBlock:
    first = options[0]
    ends = [option.end for option in options]
    latest = max(_end(option) for option in options)
    phases = [option.phase for option in options]
    return ImportedBlock(
        line=first.line,
        title=title,
        start=min(_start(option) for option in options),
        end=None if all(end is None for end in ends) else latest,
        end_inferred=all(option.end_inferred for option in options),
        phase=max(dict.fromkeys(phases), key=phases.count),
        is_made=True,
        options=tuple(options),
    )
