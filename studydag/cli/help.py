"""The pages that --help shows, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from studydag.cli.arguments import GENERAL, WITHOUT_COMMAND, Command, Option, usage_of, written_option, written_word
from studydag.cli.output import columns, paragraph
from studydag.language import Language
from studydag.model.values.wording import N_, Wording

_WIDTH: Final = 100
_FIRST_COLUMN: Final = 26
_STATUSES: Final = (
    ("0", N_("done")),
    ("1", N_("check only: a finding that must be solved is open")),
    ("2", N_("wrong use: an unknown command, option, study day or document")),
    ("3", N_("a file can’t be read or written; the message says which and why")),
    ("4", N_("the library is open elsewhere; commands that only read still work")),
)


def whole_help(commands: Iterable[Command], language: Language) -> list[str]:
    """Return the help of the program: every command in a line, and what holds for all."""
    _ = language.gettext
    return [
        *paragraph(_("StudyDAG plans a school’s study day together with what comes before and after it."), "", _WIDTH),
        "",
        _heading(_("Usage"), language),
        *_rows(
            [
                ("studydag", _("opens the window")),
                (_("studydag FILE.studydag"), _("opens that copy")),
                (_("studydag COMMAND …"), _("does one thing and ends")),
            ]
        ),
        "",
        _heading(_("Commands"), language),
        *_rows([(command.name, language.wording(command.help)) for command in commands]),
        "",
        *_option_lines(_("Options, before or after the command"), (*GENERAL, *WITHOUT_COMMAND), language),
        "",
        _heading(_("Exit status"), language),
        *_rows([(status, language.wording(meaning)) for status, meaning in _STATUSES]),
        "",
        _("More on one command: studydag COMMAND --help"),
    ]


def command_help(command: Command, language: Language) -> list[str]:
    """Return the help of one command: what it does, what it takes, what is worth knowing."""
    _ = language.gettext
    lines = [
        *paragraph(usage_of(command), "    ", _WIDTH, first=f"{_('Usage')}: "),
        "",
        *paragraph(f"{language.capitalised(language.wording(command.help))}.", "", _WIDTH),
    ]
    for note in command.notes:
        lines += ["", *paragraph(language.wording(note), "", _WIDTH)]
    if command.words:
        lines += ["", *_rows([(written_word(word), language.wording(word.help)) for word in command.words])]
    if command.options:
        lines += ["", *_option_lines(language.pgettext("command line", "Options"), command.options, language)]
    return [*lines, "", *_option_lines(_("Options of every command"), GENERAL, language)]


def _option_lines(title: str, options: Sequence[Option], language: Language) -> list[str]:
    rows = [(written_option(option), language.wording(option.help)) for option in options]
    return [_heading(title, language), *_rows(rows)]


def _heading(text: str, language: Language) -> str:
    return f"{language.capitalised(text)}:"


def _rows(rows: Sequence[tuple[str, Wording]]) -> list[str]:
    """Return names with their meaning beside them, or below where a name is long."""
    indent = " " * (_FIRST_COLUMN + 2)
    lines: list[str] = []
    for name, meaning in rows:
        beside = f"  {name}" + " " * max(2, _FIRST_COLUMN - columns(name))
        if columns(beside) > len(indent):
            lines.append(f"  {name}")
            beside = indent
        lines += paragraph(str(meaning), indent, _WIDTH, first=beside)
    return lines
