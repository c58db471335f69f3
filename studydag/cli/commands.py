"""The list of commands, in the order in which help shows them."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

from studydag.cli import allotting, example, findings, importing, listing, paper, plan, safety, sharing
from studydag.cli.arguments import GENERAL, WITHOUT_COMMAND, Command, Given, Option, WrongUse
from studydag.model.values.wording import N_

COMMANDS: Final[tuple[Command, ...]] = (
    example.DEMO,
    listing.DAYS,
    plan.SHOW,
    plan.LOAD,
    importing.IMPORT,
    paper.DOCUMENTS,
    paper.EXPORT,
    findings.CHECK,
    allotting.ALLOT,
    listing.SEARCH,
    sharing.COPY,
    sharing.ADD,
    safety.BACKUP,
    safety.RESTORE,
    safety.VERIFY,
    example.GENERATE,
)
ALL_OPTIONS: Final[tuple[Option, ...]] = (
    *GENERAL,
    *WITHOUT_COMMAND,
    *(option for command in COMMANDS for option in command.options),
)


def options_of(arguments: Sequence[str]) -> tuple[Option, ...]:
    """Return all options, those of the command that is named last, for `--out` takes a file here and a folder there."""
    named = next((command for word in arguments for command in COMMANDS if command.name == word), None)
    return (*ALL_OPTIONS, *named.options) if named is not None else ALL_OPTIONS


def is_a_file(word: str) -> bool:
    """Whether the first word names a library to open, and not a command."""
    return word.casefold().endswith(".studydag")


def command_named(name: str) -> Command:
    """Return a command by its name. Raises WrongUse."""
    for command in COMMANDS:
        if command.name == name:
            return command
    similar = difflib.get_close_matches(name, [command.name for command in COMMANDS], 1)
    if similar:
        raise WrongUse(
            N_("There is no command {command:quoted}. Did you mean {similar}? studydag --help lists them all."),
            command=name,
            similar=similar[0],
        )
    raise WrongUse(N_("There is no command {command:quoted}. studydag --help lists them."), command=name)


def check_without_command(given: Given) -> None:
    """Raise WrongUse where an option was given that needs a command, or more words than one file."""
    known = {option.name for option in (*GENERAL, *WITHOUT_COMMAND)}
    for name in given.options:
        if name not in known:
            raise WrongUse(N_("--{option} needs a command before or after it: studydag --help."), option=name)
    if len(given.words) > 1:
        raise WrongUse(N_("One file at a time: {word:quoted} is one too many."), word=given.words[1])
