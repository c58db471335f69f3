"""The list with which people sign up: a question for each choice round, to paste into a forms service."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.language import Language
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.programme import BlockKind, RoundRule
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def as_text(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:  # noqa: ARG001 - what all makers are given
    """Return the questions with the exact titles of the options, one a line, so that answers find them again."""
    return sign_up_text(day, setting, language).encode()


def sign_up_text(day: StudyDay, setting: Setting, language: Language) -> str:
    """Return the questions as a text; the import of sign-ups knows by them which round an answer is about."""
    return "\n".join(_lines(day, Names(day, setting, language))) + "\n"


def _lines(day: StudyDay, names: Names) -> Iterator[str]:
    _ = names.language.gettext
    title = day.title or _("Study day")
    yield _("Sign up: {day}").replace("{day}", _one_line(title))
    rounds = [slot for part in schedule(day).parts for slot in part.slots if _is_chosen(slot)]
    if not rounds:
        yield from ("", _("There is nothing to choose: everyone takes part in the whole programme."))
    yield from ("", f"1. {_('Name')}")
    number = 1
    for place, slot in enumerate(rounds, 1):
        asked = _one_line(names.title(slot.block))
        if len(rounds) > 1:
            number_of_round = _("Round {n}").replace("{n}", str(place))
            asked = f"{number_of_round}: {asked}"
        for rank in (_("first choice"), _("second choice"), _("third choice"))[: len(_options(slot))]:
            number += 1
            yield from ("", f"{number}. {asked} – {rank}")
            yield from (_one_line(names.title(option.block)) for option in _options(slot))


def _is_chosen(slot: Slot) -> bool:
    block = slot.block
    return (
        block.kind is BlockKind.ROUND
        and block.round_rule is not RoundRule.BY_GROUP
        and not block.cancelled
        and not block.internal
        and bool(_options(slot))
    )


def _options(slot: Slot) -> list[Slot]:
    return [option for option in slot.options if not option.block.cancelled and not option.block.internal]


def _one_line(text: str) -> str:
    return " ".join(text.split())
