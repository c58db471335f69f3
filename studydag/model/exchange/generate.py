"""Many lifelike study days, for trying and measuring: the same for the same seed, number and language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import count
from random import Random

from studydag.model.exchange.generated_follow_up import follow_up
from studydag.model.exchange.generated_programme import Stage, programme
from studydag.model.exchange.generated_school import generated_setting
from studydag.model.exchange.generated_words import GoalWords, ThemeWords, generated_words
from studydag.model.exchange.study_day_json import Loaded
from studydag.model.rules.handing_on.used import used_by
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.climate import AgreementState, ClimateItem, ClimateRow
from studydag.model.values.effect import Instrument
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Case, Goal, Impact, ImpactRow, Level, Need, NeedSource
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.study_day import Catering, DayStatus, DietCount, Occasion, PreparationMember, StudyDay

FIRST_SCHOOL_YEAR = 2018
SCHOOL_YEARS = 11
HELD_BEFORE = dt.date(2026, 8, 1)
"""Earlier days were held, later ones are being planned. No clock is read, so that a seed says everything."""
# Weeks from 1 August in which schools hold study days; the long holidays lie between.
_WEEKS = (4, 6, 7, 9, 10, 14, 15, 17, 24, 25, 26, 27, 31, 32, 34, 41, 43, 45)
_PLANNED = (DayStatus.IDEA, DayStatus.DESIGN, DayStatus.DESIGN, DayStatus.READY)
_HELD = (DayStatus.HELD, DayStatus.EVALUATED, DayStatus.EVALUATED, DayStatus.ARCHIVED)
_PERSONAL_REGISTRATIONS = 12


def generated_day(seed: int, number: int, language: DocumentLanguage = DocumentLanguage.DUTCH) -> Loaded:
    """Make study day `number` of a seed, over eleven school years from 2018 on, with goals, programme and follow-up.

    All days of a seed share the people, rooms, groups and school goals of one school, by uid. Built-in formats are
    there by uid and key only, as in a file that refers to them.
    """
    random = Random(f"day {seed} {number}")
    words = generated_words(language)
    setting = generated_setting(seed, language)
    theme = random.choice(words.themes)
    fresh = _fresh_ids(f"generated-{seed}-{number}")
    day_id, day_uid = fresh("day")
    dates = _dates(random)
    needs = _needs(random, theme, fresh, dates[0])
    goals = _goals(random, theme, fresh, needs)
    stage = Stage(
        random=random,
        words=words,
        theme=theme,
        setting=setting,
        goals=tuple(goal.id for goal in goals),
        fresh=fresh,
        is_held=dates[-1] < HELD_BEFORE,
    )
    parts, blocks = programme(stage, dates)
    closing = [block for block in blocks if block.phase is Phase.REFLECTION][-1]
    after = follow_up(stage, closing, dates[0])
    registrations = _registrations(stage)
    day = StudyDay(
        id=day_id,
        uid=day_uid,
        title=random.choice(words.titles).format(theme=theme.name),
        theme=theme.name,
        learning_question=theme.question,
        occasion=random.choice([None, *Occasion]),
        status=random.choice(_HELD if stage.is_held else _PLANNED),
        language=language,
        why_staff=theme.why,
        expected_number=sum(registration.count for registration in registrations),
        preparation=_preparation(stage),
        input_asked=words.input_asked if random.random() < 0.5 else "",
        budget=random.choice([None, 150_000, 250_000, 400_000]),
        catering=_catering(stage, parts),
        parts=parts,
        needs=needs,
        goals=goals,
        impacts=_impacts(stage),
        cases=_cases(stage),
        blocks=blocks,
        registrations=registrations,
        preferences=_preferences(stage, registrations, blocks),
        climate=_climate(stage),
        actions=after.actions,
        moments=after.moments,
        measures=after.measures,
        results=after.results,
        insights=after.insights,
    )
    return Loaded(day, used_by(day, setting))


def _fresh_ids(prefix: str) -> Callable[[str], tuple[int, str]]:
    numbers = count(1)

    def fresh(kind: str) -> tuple[int, str]:
        number = next(numbers)
        return number, f"{prefix}-{kind}-{number}"

    return fresh


def _dates(random: Random) -> tuple[dt.date, ...]:
    year = FIRST_SCHOOL_YEAR + random.randrange(SCHOOL_YEARS)
    first = dt.date(year, 8, 1)
    monday = first + dt.timedelta(days=-first.weekday() % 7)
    date = monday + dt.timedelta(weeks=random.choice(_WEEKS), days=random.randrange(5))
    if random.random() < 0.12:
        return date, date + dt.timedelta(weeks=random.choice([1, 2, 6]))
    return (date,)


def _needs(
    random: Random, theme: ThemeWords, fresh: Callable[[str], tuple[int, str]], date: dt.date
) -> tuple[Need, ...]:
    sources = random.sample(list(NeedSource), len(theme.needs))
    made = []
    for rank, (statement, source) in enumerate(zip(theme.needs, sources, strict=True)):
        id_, uid = fresh("need")
        made.append(
            Need(
                id=id_,
                uid=uid,
                position=rank,
                statement=statement,
                source=source,
                date=date - dt.timedelta(weeks=random.randint(10, 40)),
                strength=random.randint(1, 4),
                level=random.choice(list(Level)),
                importance_for_people=random.randint(1, 5),
                importance_for_school=random.randint(1, 5),
                confidential=source is NeedSource.APPRAISAL_TALKS,
                school_goals=(random.randint(1, 4),),
            )
        )
    return tuple(made)


def _goals(
    random: Random, theme: ThemeWords, fresh: Callable[[str], tuple[int, str]], needs: tuple[Need, ...]
) -> tuple[Goal, ...]:
    return tuple(_goal(random, rank, words, fresh("goal"), needs) for rank, words in enumerate(theme.goals))


def _goal(random: Random, rank: int, words: GoalWords, known_as: tuple[int, str], needs: tuple[Need, ...]) -> Goal:
    has_indicator = random.random() < 0.85
    return Goal(
        id=known_as[0],
        uid=known_as[1],
        position=rank,
        sentence=words.sentence,
        thinks=words.thinks,
        does=words.does,
        level=random.choice(list(Level)),
        indicator=words.indicator if has_indicator else "",
        baseline=words.baseline if has_indicator else None,
        target=words.target if has_indicator else None,
        unit=words.unit if has_indicator else "",
        instrument=random.choice([None, Instrument.OBSERVATION, Instrument.PUPIL_FEEDBACK]),
        needs=tuple(need.id for need in random.sample(needs, random.randint(1, len(needs)))),
        school_goals=(random.randint(1, 4),) if random.random() < 0.9 else (),
    )


def _preparation(stage: Stage) -> tuple[PreparationMember, ...]:
    people = stage.random.sample(range(1, 30), stage.random.randint(2, 5))
    members = []
    for rank, person in enumerate(people):
        id_, uid = stage.fresh("preparation_member")
        members.append(PreparationMember(id=id_, uid=uid, position=rank, person=person))
    return tuple(members)


def _catering(stage: Stage, parts: tuple[Part, ...]) -> tuple[Catering, ...]:
    rows = []
    for rank, part in enumerate(parts):
        id_, uid = stage.fresh("catering")
        diets = (DietCount(name=stage.words.diet, count=stage.random.randint(1, 12)),)
        rows.append(
            Catering(id=id_, uid=uid, position=rank, what=stage.words.catering, part=part.id, count=60, diets=diets)
        )
    return tuple(rows)


def _impacts(stage: Stage) -> tuple[Impact, ...]:
    rows = []
    for row in ImpactRow:
        id_, uid = stage.fresh("impact")
        effect = getattr(stage.words.impact, row.value) if stage.random.random() < 0.8 else ""
        rows.append(Impact(id=id_, uid=uid, row=row, expected_effect=effect))
    return tuple(rows)


def _cases(stage: Stage) -> tuple[Case, ...]:
    rows = []
    for rank, text in enumerate(stage.theme.cases):
        id_, uid = stage.fresh("case")
        rows.append(Case(id=id_, uid=uid, position=rank, text=text))
    return tuple(rows)


def _climate(stage: Stage) -> tuple[ClimateItem, ...]:
    rows = []
    for rank, row in enumerate(row for row in ClimateRow if row is not ClimateRow.OWN):
        id_, uid = stage.fresh("climate_item")
        is_agreed = stage.random.random() < 0.7
        rows.append(
            ClimateItem(
                id=id_,
                uid=uid,
                position=rank,
                row=row,
                agreement=stage.random.choice(stage.words.agreements) if is_agreed else "",
                state=AgreementState.AGREED if is_agreed else AgreementState.OPEN,
            )
        )
    return tuple(rows)


def _registrations(stage: Stage) -> tuple[Registration, ...]:
    rows = []
    for rank, person in enumerate(stage.random.sample(range(1, 37), _PERSONAL_REGISTRATIONS)):
        id_, uid = stage.fresh("registration")
        rows.append(Registration(id=id_, uid=uid, position=rank, person=person))
    for group in stage.setting.groups:
        id_, uid = stage.fresh("registration")
        rows.append(
            Registration(id=id_, uid=uid, position=len(rows), group=group.id, count=stage.random.randint(3, 14))
        )
    return tuple(rows)


def _preferences(
    stage: Stage, registrations: tuple[Registration, ...], blocks: tuple[Block, ...]
) -> tuple[Preference, ...]:
    wishes = []
    for block in (block for block in blocks if block.kind is BlockKind.ROUND):
        options = [option.id for option in blocks if option.round == block.id]
        for registration in registrations[:_PERSONAL_REGISTRATIONS]:
            for rank, option in enumerate(stage.random.sample(options, stage.random.randint(0, 3)), 1):
                id_, uid = stage.fresh("preference")
                wishes.append(
                    Preference(id=id_, uid=uid, registration=registration.id, round=block.id, option=option, rank=rank)
                )
    return tuple(wishes)
