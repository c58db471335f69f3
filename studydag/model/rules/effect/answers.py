"""The answers that a forms service hands out, one line for each person, as results over the group: never per person."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from studydag.model.rules.effect.figures import steps_of
from studydag.model.rules.goals.scan_scores import MOST_STEPS, Refusal, ScoreLine
from studydag.model.rules.written.written_text import plain
from studydag.model.values.effect import Result
from studydag.model.values.errors import Figure
from studydag.model.values.questions import Question, QuestionKind
from studydag.model.values.wording import N_, Wording

_LEADING = re.compile(r"([+-]?\d+(?:[.,]\d+)?)(?![\d.,]*\d)")
_FULLY_DISAGREE = (
    *("helemaal oneens", "zeer oneens", "helemaal niet mee eens", "helemaal mee oneens", "volledig oneens"),
    *("volledig mee oneens", "zeer mee oneens", "strongly disagree"),
)
_DISAGREE = ("oneens", "mee oneens", "niet mee eens", "disagree")
_AGREE = ("eens", "mee eens", "agree")
_FULLY_AGREE = (
    *("helemaal eens", "zeer eens", "helemaal mee eens", "volledig eens", "volledig mee eens", "zeer mee eens"),
    "strongly agree",
)
_NO_ANSWER = frozenset(
    {
        *("", "nvt", "n v t", "niet van toepassing", "geen mening", "geen antwoord", "weet niet", "weet ik niet"),
        *("n a", "not applicable", "no opinion", "no answer", "don t know"),
    }
)
"""What people write, or choose, instead of a step of a scale."""
_AGREEMENT: Mapping[int, tuple[tuple[str, ...], ...]] = {
    5: (
        _FULLY_DISAGREE,
        _DISAGREE,
        (
            *("neutraal", "niet eens niet oneens", "niet eens en niet oneens", "niet mee eens niet mee oneens"),
            *("noch eens noch oneens", "neutral", "neither agree nor disagree"),
        ),
        _AGREE,
        _FULLY_AGREE,
    ),
    4: (_FULLY_DISAGREE, _DISAGREE, _AGREE, _FULLY_AGREE),
}
"""The words that forms services put at the steps of a scale, by the number of steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What stands in one column: numbers or choices that count, words, refusals by line, and who left it open."""

    numbers: tuple[float, ...] = ()
    words: tuple[str, ...] = ()
    people: int = 0
    refused: tuple[Refusal, ...] = ()
    unanswered: int = 0


def read_answers(lines: Iterable[ScoreLine], column: int, question: Question | None) -> Answers:
    """Read the answers to a question; without one, numbers of any size. Each line that doesn't fit is refused."""
    numbers: list[float] = []
    words: list[str] = []
    refused: list[Refusal] = []
    people = unanswered = 0
    for line in lines:
        cell = line.cells[column].strip() if column < len(line.cells) else ""
        if not cell:
            unanswered += 1
            continue
        if question is not None and question.kind is QuestionKind.OPEN:
            words.append(" ".join(cell.split()))
            people += 1
            continue
        if not _LEADING.match(cell) and _key(cell) in _NO_ANSWER and not _is_choice(cell, question):
            unanswered += 1
            continue
        found = _read(cell, question)
        if isinstance(found, Refusal):
            refused.append(Refusal(line=line.line, why=found.why, figures=found.figures))
        else:
            numbers += found
            people += 1
    return Answers(
        numbers=tuple(numbers),
        # In the order of the lines, words would tell who wrote them.
        words=tuple(sorted(words, key=str.casefold)),
        people=people,
        refused=tuple(refused),
        unanswered=unanswered,
    )


def result_of(answers: Answers, question: Question | None, on: dt.date | None, invited: int | None) -> Result:
    """Return what answers come to over the group; its measure is still to be filled in."""
    bare = Result(measure=0, question=question.id if question is not None else None, date=on, invited=invited)
    steps = steps_of(question)
    if question is not None and question.kind is QuestionKind.OPEN:
        return replace(bare, n=answers.people or None, text="\n".join(f"– {each}" for each in answers.words))
    if steps is not None and len(steps) <= MOST_STEPS:
        counts = Counter(answers.numbers)
        several = answers.people if len(answers.numbers) > answers.people else None
        return replace(bare, n=several, distribution=tuple(counts[step] for step in steps))
    n = len(answers.numbers)
    if not n:
        return bare
    mean = sum(answers.numbers) / n
    spread = (sum((each - mean) ** 2 for each in answers.numbers) / n) ** 0.5
    return replace(bare, n=n, mean=round(mean, 2), spread=round(spread, 2))


def counted(sheets: Sequence[Sequence[int | None]], place: int, question: Question) -> tuple[int, ...]:
    """Return how often each step of a question was given on forms; `place` is the question's on each of them."""
    steps = steps_of(question) or range(0)
    given = Counter(sheet[place] for sheet in sheets)
    return tuple(given[step] for step in steps)


def _read(cell: str, question: Question | None) -> list[float] | Refusal:
    if question is not None and question.kind is QuestionKind.CHOICE:
        return _choices(cell, question)
    number = _number(cell, question)
    if number is None:
        return _refusal(N_("{text:quoted} is not a number."), text=cell[:40])
    if question is None:
        return [number]
    low, high = question.scale_low, question.scale_high
    if not low <= number <= high:
        why = N_("{score:number} is outside the scale of {low:number} to {high:number}.")
        return _refusal(why, score=number, low=low, high=high)
    if number != int(number):
        return _refusal(N_("{score:number} is not a whole number."), score=number)
    return [number]


def _number(cell: str, question: Question | None) -> float | None:
    found = _LEADING.match(cell)
    if found is not None:
        return float(found[1].replace(",", "."))
    return None if question is None else _step_in_words(cell, question)


def _step_in_words(cell: str, question: Question) -> float | None:
    said = _key(cell)
    ends = (
        (question.scale_low, (question.low_label_nl, question.low_label_en)),
        (question.scale_high, (question.high_label_nl, question.high_label_en)),
    )
    for step, labels in ends:
        if said in {_key(label) for label in labels if label}:
            return float(step)
    for place, words in enumerate(_AGREEMENT.get(question.scale_high - question.scale_low + 1, ())):
        if said in words:
            return float(question.scale_low + place)
    return None


def _choices(cell: str, question: Question) -> list[float] | Refusal:
    places: dict[str, float] = {}
    for choices in (question.choices_nl, question.choices_en):
        places.update({_key(choice): float(place) for place, choice in enumerate(choices, 1)})
    if _key(cell) in places:
        return [places[_key(cell)]]
    # Microsoft puts a semicolon behind each of several.
    several = [part for part in re.split(r"[;\n]", cell) if part.strip()]
    unknown = next((part.strip() for part in several if _key(part) not in places), None)
    if unknown is not None:
        return _refusal(N_("{text:quoted} is not one of the choices."), text=unknown[:40])
    return [places[_key(part)] for part in several]


def _is_choice(cell: str, question: Question | None) -> bool:
    """Whether a cell is one of the choices, as "I don't know" may be."""
    if question is None or question.kind is not QuestionKind.CHOICE:
        return False
    return _key(cell) in {_key(each) for each in (*question.choices_nl, *question.choices_en)}


def _refusal(why: Wording, **figures: Figure) -> Refusal:
    return Refusal(line=0, why=why, figures=figures)


def _key(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", plain(text)[0]).split())
