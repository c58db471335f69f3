"""What was typed, taken apart: options anywhere, then the command and its words.

argparse wants general options before the command, wants each command's own behind it, and words its errors in English
only; here one table of options serves all places, and every message can be translated.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from studydag.model.values.errors import Figure
from studydag.model.values.wording import N_, Wording

if TYPE_CHECKING:
    from studydag.cli.call import Call

_NUMBER: Final = re.compile(r"-?[0-9]{1,18}")


class Exit(IntEnum):
    """What the command tells the shell; 130 is what shells say of a program that was stopped."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    CANNOT_READ = 3
    IN_USE = 4
    STOPPED = 130


class WrongUse(Exception):
    """The command was not called as it should be: what is wrong, as a translatable text with its figures."""

    def __init__(self, text: Wording, **figures: Figure) -> None:
        """Keep the text, and the figures that fill its placeholders."""
        self.text = text
        self.figures = figures
        super().__init__(text, figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """`--name`, or `--name VALUE` where `value` names one. With `many` it may come again, or be followed by several."""

    name: str
    help: Wording
    value: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False
    is_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What stands after the command without a name of its own; `at_most` None is any number."""

    name: str
    help: Wording
    at_least: int = 1
    at_most: int | None = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: what it does in a line, what it takes, and the function that carries it out."""

    name: str
    help: Wording
    run: Callable[[Call], int]
    words: tuple[Word, ...] = ()
    options: tuple[Option, ...] = ()
    notes: tuple[Wording, ...] = ()


LIBRARY: Final = Option(name="library", value="PATH", help=N_("the library to work with (default: your own)"))
LANGUAGE: Final = Option(
    name="language", value="nl|en", choices=("nl", "en"), help=N_("Dutch or English (default: the school’s)")
)
TODAY: Final = Option(
    name="today", value="YYYY-MM-DD", help=N_("the date to take for today, for checks and printed pages")
)
DEBUG: Final = Option(name="debug", help=N_("show where in the program an error arose"))
HELP: Final = Option(name="help", help=N_("show this help, or that of one command"))
VERSION: Final = Option(name="version", help=N_("show the version of StudyDAG"))
MEASURE_START: Final = Option(name="measure-start", help=N_("open the window, print how long that took, and close it"))
JSON: Final = Option(name="json", help=N_("write JSON, for programs"))
OUT: Final = Option(
    name="out", value="FILE", is_needed=True, help=N_("the file to write; one of that name is replaced")
)
GENERAL: Final = (LIBRARY, LANGUAGE, TODAY, DEBUG, HELP)
WITHOUT_COMMAND: Final = (VERSION, MEASURE_START)


@dataclass(slots=True)
class Given:
    """What was typed: words in order, options by name, and the first thing that is wrong with them."""

    words: list[str] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)
    problem: WrongUse | None = None

    def has(self, option: Option) -> bool:
        """Whether the option was given."""
        return option.name in self.options

    def text(self, option: Option) -> str | None:
        """Return the value of an option, the last one where it came more than once."""
        values = self.options.get(option.name)
        return values[-1] if values else None

    def texts(self, option: Option) -> tuple[str, ...]:
        """Return every value of an option."""
        return tuple(self.options.get(option.name, ()))

    def number(self, option: Option, low: int, high: int) -> int | None:
        """Return the value of an option as a whole number from `low` to `high`. Raises WrongUse."""
        text = self.text(option)
        if text is None:
            return None
        number = int(text) if _NUMBER.fullmatch(text) else None
        if number is None or not low <= number <= high:
            raise WrongUse(
                N_("--{option} takes a whole number from {low} to {high}, not {value:quoted}."),
                option=option.name,
                low=low,
                high=high,
                value=text,
            )
        return number

    def date(self, option: Option) -> dt.date | None:
        """Return the value of an option as a date. Raises WrongUse."""
        text = self.text(option)
        if text is None:
            return None
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return dt.date.fromisoformat(text)
        except ValueError:
            pass
        raise WrongUse(
            N_("--{option} takes a date such as 2027-03-11, not {value:quoted}."), option=option.name, value=text
        )


def read_arguments(arguments: Sequence[str], options: Iterable[Option]) -> Given:
    """Take arguments apart by the table of `options`; what is wrong is kept, so that the rest is known anyway."""
    by_name = {option.name: option for option in options}
    given = Given()
    waiting = list(reversed(arguments))
    while waiting:
        argument = waiting.pop()
        if argument == "--":
            given.words.extend(reversed(waiting))
            break
        if argument == "-h":
            argument = f"--{HELP.name}"
        if argument.startswith("--"):
            _take_option(argument, waiting, by_name, given)
        elif argument.startswith("-") and len(argument) > 1:
            _note(given, N_("There is no option {option}."), option=argument)
        else:
            given.words.append(argument)
    return given


def _take_option(argument: str, waiting: list[str], by_name: Mapping[str, Option], given: Given) -> None:
    name, equals, value = argument[2:].partition("=")
    option = by_name.get(name)
    if option is None:
        _note_unknown(given, name, by_name)
        return
    values = given.options.setdefault(name, [])
    if not option.value:
        if equals:
            _note(given, N_("--{option} takes no value."), option=name)
        return
    if not equals:
        # A value may begin with one dash, as -1 does; with two it is the next option, and the value was forgotten.
        if not waiting or waiting[-1].startswith("--"):
            _note(given, N_("--{option} needs a value: --{option} {value}."), option=name, value=option.value)
            return
        value = waiting.pop()
    values.append(value)
    while option.many and waiting and "=" in waiting[-1] and not waiting[-1].startswith("-"):
        values.append(waiting.pop())
    if option.choices and value not in option.choices:
        _note(
            given,
            N_("--{option} is one of {choices}, not {value:quoted}."),
            option=name,
            choices=", ".join(option.choices),
            value=value,
        )


def _note_unknown(given: Given, name: str, known: Iterable[str]) -> None:
    similar = difflib.get_close_matches(name, known, 1)
    if similar:
        _note(given, N_("There is no option --{option}. Did you mean --{similar}?"), option=name, similar=similar[0])
    else:
        _note(given, N_("There is no option --{option}."), option=name)


def _note(given: Given, text: Wording, **figures: Figure) -> None:
    given.problem = given.problem or WrongUse(text, **figures)


def check_call(given: Given, command: Command) -> None:
    """Raise WrongUse where a command was given an option that it doesn't know, or too few or too many words."""
    known = {option.name for option in (*GENERAL, *command.options)}
    for name in given.options:
        if name not in known:
            raise WrongUse(N_("{command} has no option --{option}."), command=command.name, option=name)
    count = len(given.words) - 1
    for place, word in enumerate(command.words):
        if count < place + word.at_least:
            raise WrongUse(
                N_("{command} needs {word}: {usage}"), command=command.name, word=word.name, usage=usage_of(command)
            )
    for option in command.options:
        if option.is_needed and not given.has(option):
            raise WrongUse(
                N_("{command} needs {word}: {usage}"),
                command=command.name,
                word=f"--{option.name}",
                usage=usage_of(command),
            )
    most = [word.at_most for word in command.words]
    if None not in most and count > len(most):
        raise WrongUse(
            N_("{command} does not know what to do with {word:quoted}: {usage}"),
            command=command.name,
            word=given.words[len(most) + 1],
            usage=usage_of(command),
        )


def usage_of(command: Command) -> str:
    """Write how a command is called: studydag export DOCUMENT DAY --out FILE [--option NAME=VALUE …]."""
    words = [
        _bracketed(word.name + (" …" if word.at_most is None else ""), word.at_least > 0) for word in command.words
    ]
    options = [_bracketed(written_option(option), option.is_needed) for option in command.options]
    return " ".join(["studydag", command.name, *words, *options])


def written_word(word: Word) -> str:
    """Write a word, with dots where several may follow: DAY …."""
    return f"{word.name} …" if word.at_most is None else word.name


def written_option(option: Option) -> str:
    """Write an option with the name of its value: --out FILE."""
    value = f" {option.value}" if option.value else ""
    return f"--{option.name}{value}{' …' if option.many else ''}"


def _bracketed(text: str, is_needed: bool) -> str:
    return text if is_needed else f"[{text}]"
