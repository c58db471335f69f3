"""The agenda of a moment as text: to paste in a mail, and in the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.names import Names
from studydag.language import Language
from studydag.model.rules.follow_up.agenda import Agenda, OpenAction
from studydag.model.rules.time.schedule import minutes_after_midnight


def agenda_text(found: Agenda, names: Names, language: Language) -> str:
    """Return the whole agenda: what, when and where, what was noted, and what was collected."""
    moment = found.moment
    title = moment.title or language.capitalised(language.member(moment.kind))
    parts = [language.date(found.on)]
    if moment.start is not None:
        begin = minutes_after_midnight(moment.start)
        end = f"–{language.clock(begin + moment.minutes)}" if moment.minutes else ""
        parts.append(f"{language.clock(begin)}{end}")
    parts += [moment.place] if moment.place else []
    lines = [title, " · ".join(parts)]
    if moment.agenda.strip():
        lines += ["", moment.agenda.strip()]
    collected = collected_lines(found, names, language)
    return "\n".join([*lines, *([""] if collected else []), *collected])


def collected_lines(found: Agenda, names: Names, language: Language) -> list[str]:
    """Return what was collected, each sort under its heading."""
    _ = language.gettext
    parts = (
        (_("To celebrate"), [_success(each.what, each.who, each.evidence) for each in found.successes]),
        (_("Open actions"), [" · ".join(_action(each, names, language)) for each in found.actions]),
        (
            _("What we learned"),
            [f"{language.capitalised(language.member(i.verdict))}: {i.text}" for i in found.insights],
        ),
    )
    lines: list[str] = []
    for heading, items in parts:
        if items:
            lines += [*([""] if lines else []), heading, *(f"- {' '.join(item.split())}" for item in items)]
    return lines


def _success(what: str, who: str, evidence: str) -> str:
    told = " – ".join(part for part in (what, evidence) if part.strip())
    return f"{told} ({who})" if who.strip() else told


def _action(each: OpenAction, names: Names, language: Language) -> Iterator[str]:
    yield each.action.what
    owner = names.owner(each.action)
    if owner:
        yield owner
    if each.on is not None:
        yield language.short_date(each.on)
