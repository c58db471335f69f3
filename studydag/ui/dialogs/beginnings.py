"""The study days that new ones begin from: the program's templates, the school's own, an outline, the example."""

from __future__ import annotations

from dataclasses import dataclass

from studydag.language import Language
from studydag.model.exchange.beginning import Answers, day_like, empty_day, outlined_day
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import Loaded, decode
from studydag.model.exchange.templates import day_templates
from studydag.model.operations.exchange import load_day
from studydag.model.operations.templates import own_templates
from studydag.model.values.changes import Op
from studydag.model.values.formats import Phase
from studydag.model.values.school import Template
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """What a new day takes over: nothing, an outline, the worked example, or a template.

    `key` is that of a template of the program, `template` the id of one of the school's own.
    """

    title: str
    name: str
    about: str = ""
    key: str = ""
    template: int | None = None

    @property
    def has_times(self) -> bool:
        """Whether it brings its own times along, which an outline and an empty day don't."""
        return self.name in {"template", "example"}


def designs(workspace: Workspace) -> list[Design]:
    """Return what there is to choose from: the outline first, then own templates, then those of the program."""
    _ = workspace.language.gettext
    return [
        Design(
            name="outline",
            title=_("An outline: a block for each phase, with breaks"),
            about=_("Fits the times above. You say what happens in each block."),
        ),
        *(
            Design(name="template", title=each.title, about=each.description, template=each.id)
            for each in own_templates(workspace.library)
        ),
        *(
            Design(name="template", title=each.title, about=each.description, key=each.key)
            for each in day_templates(workspace.language.code)
        ),
        Design(
            name="example",
            title=_("The worked example: formative assessment, with goals and follow-up"),
            about=_("A whole study day with everything filled in, to make your own."),
        ),
        Design(name="empty", title=_("Nothing yet"), about=_("A day with its times, and an empty programme.")),
    ]


def begin(workspace: Workspace, answers: Answers, design: Design) -> int:
    """Add a study day; return its id. Raises InvalidValue, TooMany."""
    # A library that is still empty must not take over the school of an example.
    return load_day(workspace.library, day_of(workspace, answers, design), op=Op.ADD_DAY)


def add_worked_example(workspace: Workspace) -> int:
    """Add the worked example as it is, in the language of the window; return its id."""
    return load_day(workspace.library, _example(workspace))


def day_of(workspace: Workspace, answers: Answers, design: Design) -> Loaded:
    """Return the study day that comes of answers and a design; nothing is stored."""
    if design.name == "outline":
        return outlined_day(answers, _titles(Language.of(answers.language)))
    found = source_of(workspace, answers, design)
    return empty_day(answers) if found is None else day_like(found, answers)


def source_of(workspace: Workspace, answers: Answers, design: Design) -> Loaded | None:
    """Return the study day that a design is, its times included, or None for an outline and for nothing."""
    if design.name == "example":
        return _example(workspace)
    if design.template is not None:
        content = workspace.library.get(Template, design.template).content
        return decode(content.encode(), built_in=workspace.setting)
    if design.key:
        # What is printed is in the school's language; what the list says, in the window's.
        found = next(each for each in day_templates(answers.language) if each.key == design.key)
        return found.loaded(workspace.setting)
    return None


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
        Phase.REFLECTION: _("What we take away, and who does what"),
    }
