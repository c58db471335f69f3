"""Whether somebody still waits for what is read: long work asks that now and then, and ends where nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

_UNWANTED: ContextVar[Event | None] = ContextVar("unwanted", default=None)


class NoLongerWanted(BaseException):
    """Nobody waits for what is read any more; no error, so nobody takes it for one."""


@contextmanager
def wanted_until(unwanted: Event) -> Iterator[None]:
    """Let what this thread reads meanwhile end as soon as the event is set."""
    token = _UNWANTED.set(unwanted)
    try:
        yield
    finally:
        _UNWANTED.reset(token)


def still_wanted() -> None:
    """Go on, unless nobody waits any more. Raises NoLongerWanted."""
    unwanted = _UNWANTED.get()
    if unwanted is not None and unwanted.is_set():
        raise NoLongerWanted
