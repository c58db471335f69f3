"""What participants are asked to do before the day, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studydag.language import Language
from studydag.model.values.programme import Block, ResourceWhen


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do or to read; `minutes` is 0 where nobody said how long it takes."""

    what: str
    link: str = ""
    minutes: int = 0


def to_prepare(block: Block, language: Language) -> Iterator[Task]:
    """Give what a block asks: work, what to hand in and by when, then things to read (R065, R066)."""
    _ = language.gettext
    if block.preparation_text or block.preparation_minutes:
        yield Task(what=block.preparation_text or _("Prepare yourself"), minutes=block.preparation_minutes)
    if block.input_deadline is not None:
        text = _("Hand in your topic or question by {date}")
        yield Task(what=text.replace("{date}", language.short_date(block.input_deadline)))
    for resource in block.resources:
        if resource.when is ResourceWhen.BEFORE and (resource.title or resource.link):
            yield Task(what=resource.title or resource.link, link=resource.link)
