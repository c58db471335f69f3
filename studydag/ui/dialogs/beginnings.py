"""The study days that new ones begin from: an outline in the school's language, the worked example, a template."""

from __future__ import annotations

from dataclasses import dataclass

from studydag.language import Language
from studydag.model.exchange.beginning import Answers, day_like, empty_day, outlined_day
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import Loaded, decode
from studydag.model.operations.exchange import load_day
from studydag.model.values.changes import Op
from studydag.model.values.formats import Phase
from studydag.model.values.school import Template
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """What a new day takes over: nothing, an outline, the worked example, or a template of the library."""

    title: str
    name: str
    template: int | None = None


def designs(workspace: Workspace) -> list[Design]:
    """Return what there is to choose from."""
    _ = workspace.language.gettext
    own = [each for each in workspace.library.every(Template) if not each.hidden]
    return [
        Design(name="outline", title=_("An outline: a block for each phase, with breaks")),
        Design(name="example", title=_("The worked example: formative assessment, with goals and follow-up")),
        *(Design(name="template", title=template.title, template=template.id) for template in own),
        Design(name="empty", title=_("Nothing yet")),
    ]


def begin(workspace: Workspace, answers: Answers, design: Design) -> int:
    """Add a study day; return its id. Raises InvalidValue, TooMany."""
    made = _made(workspace, answers, design)
    # A library that is still empty must not take over the school of an example.
    return load_day(workspace.library, made, op=Op.ADD_DAY)


def add_worked_example(workspace: Workspace) -> int:
    """Add the worked example as it is, in the language of the window; return its id."""
    return load_day(workspace.library, _example(workspace))


def _made(workspace: Workspace, answers: Answers, design: Design) -> Loaded:
    if design.name == "outline":
        return outlined_day(answers, _titles(Language.of(answers.language)))
    if design.name == "example":
        return day_like(_example(workspace), answers)
    if design.template is not None:
        content = workspace.library.get(Template, design.template).content
        return day_like(decode(content.encode(), built_in=workspace.setting), answers)
    return empty_day(answers)


def _example(workspace: Workspace) -> Loaded:
    return decode(worked_example(workspace.language.code), built_in=workspace.setting)


def _titles(language: Language) -> dict[Phase, str]:
    """Return what the blocks of an outline are called; the teacher will say it better."""
    _ = language.gettext
    return {
        Phase.ORGANISATION: _("Welcome"),
        Phase.INSPIRATION: _("Why this matters to us"),
        Phase.KNOWLEDGE: _("What we know about it"),
        Phase.BREAK: _("Break"),
        Phase.APPLICATION: _("Working on it in your own lessons"),
        Phase.REFLECTION: _("What we take along, and who does what"),
    }
