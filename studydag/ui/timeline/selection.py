"""What is selected of a programme, shared by all its views."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal


class BlockSelection(QObject):
    """The ids of the selected blocks; `current` is the one that keys and forms work on, always one of them.

    With no block selected, `part` may be a part of the day. `changed` comes after either did; while it does,
    `follows_edit` says whether an edit did so.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing selected."""
        super().__init__(parent)
        self.ids: tuple[int, ...] = ()
        self.current: int | None = None
        self.part: int | None = None
        self._holds = 0
        self._is_to_tell = False
        self.follows_edit = False

    @property
    def is_held(self) -> bool:
        """Whether what is selected is told later."""
        return self._holds > 0

    def hold(self) -> None:
        """Tell no more, until `release`: once, what an edit and what is chosen with it come to."""
        self._holds += 1

    def release(self) -> None:
        """Tell what became of the selection meanwhile."""
        self._holds = max(0, self._holds - 1)
        if not self._holds:
            self.follows_edit = True
            self.tell_now()
            self.follows_edit = False

    def tell_now(self) -> None:
        """Tell what is still to be told, as before somebody works on what is selected."""
        if self._is_to_tell:
            self._is_to_tell = False
            self.changed.emit()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it within a `with` statement."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def tell_later(self) -> None:
        """While it is held: let those who listen look again at the end, whatever is selected then."""
        self._is_to_tell = True

    def choose(self, ids: Iterable[int], current: int | None = None) -> None:
        """Select these blocks and no others; the last one is the current one unless another is named."""
        ids = tuple(dict.fromkeys(ids))
        if current not in ids:
            current = ids[-1] if ids else None
        self._set(ids, current, None)

    def choose_part(self, part: int | None) -> None:
        """Select a part of the day and no block."""
        self._set((), None, part)

    def toggle(self, block_id: int) -> None:
        """Select a block as well, or no longer."""
        if block_id in self.ids:
            self.choose(each for each in self.ids if each != block_id)
        else:
            self.choose((*self.ids, block_id))

    def keep(self, blocks: Container[int], parts: Container[int], former: Sequence[int] = ()) -> None:
        """Let go of what isn't there any more; if that was all, select what stood beside it in the `former` order."""
        kept = tuple(each for each in self.ids if each in blocks)
        self._set(
            kept or self._beside(former, blocks),
            self.current if self.current in blocks else None,
            self.part if self.part in parts else None,
        )

    def _beside(self, former: Sequence[int], blocks: Container[int]) -> tuple[int, ...]:
        """Return the block before the first of those that are selected, else the one behind it."""
        first = next((place for place, each in enumerate(former) if each in self.ids), len(former))
        nearest = (*reversed(former[:first]), *former[first:]) if first < len(former) else ()
        return tuple(each for each in nearest if each in blocks)[:1]

    def _set(self, ids: tuple[int, ...], current: int | None, part: int | None) -> None:
        if current is None and ids:
            current = ids[-1]
        if (ids, current, part) == (self.ids, self.current, self.part):
            return
        self.ids, self.current, self.part = ids, current, part
        if self.is_held:
            self.tell_later()
        else:
            self.changed.emit()
