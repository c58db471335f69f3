"""Documents: which there are, and one of them to a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import JSON, LANGUAGE, OUT, Command, Exit, Option, Word, WrongUse
from studydag.cli.call import Call, out_path
from studydag.cli.day import DAY, find_day
from studydag.cli.output import one_line, readable, table
from studydag.language import Language
from studydag.model.values.wording import N_

if TYPE_CHECKING:
    from studydag.export.documents import Document
    from studydag.export.documents import Option as Choice
    from studydag.model.store.library import Library
    from studydag.model.values.school import Group, Person, Room
    from studydag.model.values.setting import Setting
    from studydag.model.values.study_day import StudyDay

_NONE: Final[Mapping[str, str]] = MappingProxyType({})
OPTION: Final = Option(
    name="option", value="NAME=VALUE", many=True, help=N_("a choice of the document; studydag documents lists them")
)


def _documents(call: Call) -> int:
    from studydag.export.documents import documents

    # A document has no need of the library, but its titles are in the school's language.
    call.look().close()
    if call.has(JSON):
        call.out.json([_as_json(document, call.language) for document in documents()])
        return Exit.DONE
    for document in documents():
        for line in _lines(document, call.language):
            call.out.line(line)
    return Exit.DONE


def _as_json(document: Document, language: Language) -> dict[str, object]:
    return {
        "name": document.name,
        "title": language.gettext(document.title),
        "paper": document.paper.value,
        "options": {option.name: _choice_as_json(option, language) for option in document.options},
    }


def _choice_as_json(choice: Choice, language: Language) -> dict[str, object]:
    return {
        "title": language.gettext(choice.title),
        "default": choice.default,
        "values": list(choice.values),
        "refers": choice.refers or None,
    }


def _lines(document: Document, language: Language) -> list[str]:
    endings = " ".join(document.endings)
    rows = [
        (f"    {choice.name}", _values(choice, language), language.gettext(choice.title)) for choice in document.options
    ]
    return [
        f"{document.name}  {language.gettext(document.title)} · {language.gettext(document.paper.value)} · {endings}",
        *(table(rows) if rows else []),
    ]


def _values(choice: Choice, language: Language) -> str:
    if choice.refers:
        return f"({language.kind(choice.refers)})"
    return " | ".join(f"[{value}]" if value == choice.default else value for value in choice.values)


def _export(call: Call) -> int:
    from studydag.export.documents import document
    from studydag.export.saving import save

    wanted = document(call.words[0])
    chosen = _chosen(call.given.texts(OPTION))
    # Both complain at once, before a library is read.
    wanted.choices(chosen)
    path = out_path(call)
    _must_be_no_library(path)
    with call.look() as library:
        day = find_day(library, call.words[1])
        data = rendered(call, library, day, wanted, _ending(path), chosen)
    save(path, data)
    call.out.line(str(path))
    return Exit.DONE


def _must_be_no_library(path: Path) -> None:
    """Raise WrongUse where a document would take the place of a library, or be named as one or as what lies beside."""
    from studydag.model.store.file_check import is_library, is_named_as_library

    if is_named_as_library(path) or is_library(path):
        raise WrongUse(N_("{path} is a library, or named as one. Give the document another name."), path=str(path))


def rendered(
    call: Call, library: Library, day: StudyDay, document: Document, ending: str = "", chosen: Mapping[str, str] = _NONE
) -> bytes:
    """Return a document of a study day, in the language that was asked for, else in the day's own."""
    from studydag.export.asked import Proof, Stamp
    from studydag.export.remarks import remarks
    from studydag.model.operations.setting import read_setting
    from studydag.model.values.school import DocumentLanguage

    language = call.language if call.has(LANGUAGE) else Language.of(day.language)
    setting = read_setting(library, day, language=DocumentLanguage(language.code))
    versions = library.versions_of(day.id)
    proof = Proof()
    stamp = Stamp(printed=call.printed, version=str(versions[-1].number) if versions else "", proof=proof)
    if document.compares:
        from studydag.model.exchange.last_print import with_last_print
        from studydag.model.operations.versions import content_of

        setting = with_last_print(setting, versions, content_of(library, day.id))
    whose = _with_uids(document, chosen, setting)
    made = document.render(day, setting, language, stamp, ending=ending, chosen=whose)
    for remark in remarks(proof, call.language):
        call.err.line(f"studydag: {one_line(remark)}")
    return made


def _chosen(texts: Iterable[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise WrongUse(N_("--option takes NAME=VALUE, not {value:quoted}."), value=text)
        chosen[readable(name)] = readable(value)
    return chosen


_ENDING: Final = re.compile(r"\.[a-z]{2,}\d?", re.IGNORECASE)
"""What programs know their files by, as `.docx` or `.mp3`; not what only follows a dot, as in `poster.v2` or `11.3`."""


def _ending(path: Path) -> str:
    """Return the ending in which to write; empty for the usual one, where the name of the file has none."""
    return path.suffix.lower() if _ENDING.fullmatch(path.suffix) else ""


def _with_uids(document: Document, chosen: Mapping[str, str], setting: Setting) -> dict[str, str]:
    """Return what was chosen, with the uid of whom an option is about, who may be given by name or number as well."""
    refers = {option.name: option.refers for option in document.options if option.refers}
    return {name: _uid(refers[name], value, setting) if name in refers else value for name, value in chosen.items()}


def _uid(kind: str, name: str, setting: Setting) -> str:
    if not name:
        return ""
    things: dict[str, Sequence[Person | Room | Group]] = {
        "person": setting.people,
        "room": setting.rooms,
        "group": setting.groups,
    }
    for thing in things[kind]:
        if name in {thing.uid, str(thing.id)} or thing.name.casefold() == name.casefold():
            return thing.uid
    raise WrongUse(N_("There is no {kind:kind} {name:quoted} in this library."), kind=kind, name=name)


DOCUMENTS: Final = Command(
    name="documents",
    help=N_("list the documents, each with its options"),
    run=_documents,
    options=(JSON,),
)
EXPORT: Final = Command(
    name="export",
    help=N_("write one document of a study day to a file"),
    run=_export,
    words=(Word(name="DOCUMENT", help=N_("its name in studydag documents")), DAY),
    options=(OUT, OPTION),
    notes=(
        N_(
            "The ending of the file chooses the format where a document has several. Without --language it is written "
            "in the language of the study day."
        ),
    ),
)
