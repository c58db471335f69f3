"""What the documents of the worked example cost; the programme against the same strings on a bare canvas."""

from dataclasses import replace
from datetime import datetime

from benchmarks.bench_pdf import Drawn, bare, strings
from benchmarks.rows import Row, milliseconds, milliseconds_of_two
from studydag.export.asked import Stamp
from studydag.export.documents import document, documents
from studydag.export.pdf import programme
from studydag.export.typeset.fonts import FACES, font
from studydag.export.typeset.theme import MARGIN, Role, Theme
from studydag.language import Language
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.store.starter import built_in
from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.programme import BlockKind
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import DocumentLanguage, Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

STAMP = Stamp(printed=datetime(2026, 11, 23, 14, 5), version="3")
GOAL = 2.0
PEOPLE = 300
MOST_FOR_ALL = 5_000.0
"""Milliseconds."""


def rows() -> list[Row]:
    """Return what each document costs once fonts and words are there; tags are part of all of them."""
    day, setting = there_is()
    language = Language.of("nl")
    for face in FACES:
        font(face)
    choices = document("programme").choices({})
    theme = Theme.of(accent=setting.school.accent_colour)
    pages = strings(list(programme.story(programme.commissioned(day, setting, choices, language, STAMP))), theme)
    floor = [[*page, *_foot(theme, number, len(pages))] for number, page in enumerate(pages, start=1)]
    tagged, plain = milliseconds_of_two(
        lambda: document("programme").render(day, setting, language, STAMP), lambda: bare(floor), rounds=25
    )
    name = f"programme of the example, {len(pages)} pages"
    others = [
        Row(
            name=f"{each.name} of the example",
            figure=milliseconds(lambda each=each: each.render(day, setting, language, STAMP)),  # type: ignore[misc]
            unit="ms",
        )
        for each in documents()
        if each.name != "programme"
    ]
    crowd, school = _with_a_crowd(day, setting)
    many = milliseconds(lambda: document("personal").render(crowd, school, language, STAMP), rounds=3)
    return [
        Row(name=name, figure=tagged, unit="ms", floor=plain, floor_name="bare canvas", goal=GOAL),
        *others,
        Row(name=f"personal programmes of {PEOPLE} people, one file", figure=many, unit="ms", goal=MOST_FOR_ALL),
    ]


def _with_a_crowd(day: StudyDay, setting: Setting) -> tuple[StudyDay, Setting]:
    """Return the day with many people who each have a place in every round."""
    rounds = [block for block in day.blocks if block.kind is BlockKind.ROUND]
    options = {each.id: [block.id for block in day.blocks if block.round == each.id] for each in rounds}
    people = tuple(Person(id=10_000 + n, uid=f"p{n}", name=f"Deelnemer Achternaam {n}") for n in range(PEOPLE))
    came = tuple(Registration(id=20_000 + n, uid=f"r{n}", person=each.id) for n, each in enumerate(people))
    places = tuple(
        Allotment(
            id=30_000 + n * 10 + place,
            uid=f"a{n}-{place}",
            registration=each.id,
            round=round_,
            option=found[n % len(found)],
        )
        for n, each in enumerate(came)
        for place, (round_, found) in enumerate(options.items())
        if found
    )
    return replace(day, registrations=came, allotments=places), replace(setting, people=(*setting.people, *people))


def there_is() -> tuple[StudyDay, Setting]:
    """Return the worked example in Dutch, with the formats that it uses."""
    there = Setting(
        formats=built_in(WorkingFormat), learning_forms=built_in(LearningForm), question_sets=built_in(QuestionSet)
    )
    loaded = decode(worked_example(DocumentLanguage.DUTCH), built_in=there)
    return loaded.day, loaded.setting


def _foot(theme: Theme, number: int, of: int) -> list[Drawn]:
    style = theme.styles[Role.FURNITURE]
    texts = (
        "Formatief handelen",
        "Deelnemersprogramma · versie 3 · afgedrukt op 23 november 2026",
        f"pagina {number} van {of}",
    )
    return [Drawn(x=MARGIN, y=MARGIN / 2, face=style.face, size=style.size, text=text) for text in texts]
