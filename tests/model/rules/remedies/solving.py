"""A study day for every remedy that does all there is to do: what is found on it is gone afterwards."""

import datetime as dt

from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Approach
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Interaction, LeadStatus
from studydag.model.values.school import EffectLevel
from studydag.model.values.setting import Holidays, Setting
from studydag.model.values.study_day import StudyDay
from tests.building import (
    TODAY,
    a_block,
    a_day,
    a_format,
    a_goal,
    a_lead,
    a_measure,
    a_moment,
    a_need,
    a_part,
    a_person,
    a_room,
    a_round,
    a_school_goal,
    a_setting,
    an_action,
    at,
)

LISTEN = Interaction.LISTEN
DOING = a_goal(1, does="They use exit tickets")
BLOCK = a_block(1, goals=(1,))
MEASURE = a_measure(1, level=EffectLevel.BEHAVIOUR, when=RelativeDate(6), goals=(1,))

FULL_ROUND = a_round(1, a_block(2, capacity=10), a_block(3, capacity=10))
IN_CHRISTMAS = a_moment(1, first_date=RelativeDate(6, DateUnit.WEEKS))
CHRISTMAS = Setting(
    holidays=Holidays(
        names={dt.date(2026, 12, 19) + dt.timedelta(days=number): "Christmas" for number in range(16)},
        known=frozenset({2026, 2027}),
    )
)
"""As in all of the Netherlands in 2026."""

SOLVING: list[tuple[str, str, StudyDay, Setting]] = [
    ("add-block", "goal-no-block", a_day(a_goal(1)), Setting()),
    ("add-block", "goal-no-block", a_day(a_goal(1), a_block(1), a_block(2, phase=Phase.REFLECTION)), Setting()),
    ("link-blocks", "goal-no-block", a_day(a_goal(1), a_block(1), a_block(2, phase=Phase.BREAK)), Setting()),
    ("link-goal", "block-no-goal", a_day(a_goal(1), a_block(1)), Setting()),
    ("add-application", "goal-no-application", a_day(DOING, BLOCK), Setting()),
    ("add-action", "goal-no-application", a_day(DOING, BLOCK), Setting()),
    ("add-application", "input-without-application", a_day(a_goal(1), BLOCK), Setting()),
    ("add-action", "input-without-application", a_day(a_goal(1), BLOCK), Setting()),
    ("add-phase", "phase-missing", a_day(BLOCK, a_block(2, phase=Phase.APPLICATION)), Setting()),
    ("add-phase", "phase-missing", a_day(BLOCK, a_block(2, phase=Phase.INSPIRATION)), Setting()),
    ("insert-talk", "long-input", a_day(a_block(1, 75, interaction=LISTEN)), Setting()),
    ("insert-talk", "long-input", a_day(a_block(1, 200, interaction=LISTEN)), Setting()),
    (
        "insert-talk",
        "long-input",
        a_day(a_block(1, 30, interaction=LISTEN), a_block(2, 30, interaction=LISTEN)),
        Setting(),
    ),
    ("add-reflection", "no-joint-reflection", a_day(BLOCK), Setting()),
    ("add-exchange", "no-sharing-back", a_day(*a_round(1, a_block(2), a_block(3)), a_block(4)), Setting()),
    ("add-break", "long-without-break", a_day(a_block(1, 60), a_block(2, 60)), Setting()),
    ("add-lunch", "no-lunch", a_day(a_block(1, 180), a_block(2, 120)), Setting()),
    (
        "fill-gap",
        "open-gap",
        a_day(a_part(1, "9:00", "11:00"), BLOCK, a_block(2, 60, pinned_start=at("10:00"))),
        Setting(),
    ),
    ("end-earlier", "open-gap", a_day(BLOCK), Setting()),
    ("end-later", "over-full", a_day(a_part(1, "9:00", "10:00"), a_block(1, 75)), Setting()),
    ("unpin-block", "overlap", a_day(a_block(1, 70), a_block(2, pinned_start=at("10:00"))), Setting()),
    ("shorten-block", "overlap", a_day(a_block(1, 70), a_block(2, pinned_start=at("10:00"))), Setting()),
    (
        "insert-change-over",
        "change-over",
        a_day(a_block(1, room=1), a_block(2, room=2)),
        a_setting(a_room(1), a_room(2)),
    ),
    ("fit-minutes", "format-misfit", a_day(a_block(1, 30, working_format=1)), a_setting(a_format(1, minutes_min=40))),
    ("use-own-material", "no-own-material", a_day(BLOCK), Setting()),
    ("add-own-input", "no-choice-or-input", a_day(BLOCK), Setting()),
    (
        "take-off-cancelled",
        "lead-unconfirmed",
        a_day(
            a_part(1, date=TODAY + dt.timedelta(days=7)),
            a_block(1, plan_b="Bo doet het", leads=(a_lead(7, LeadStatus.CANCELLED),)),
        ),
        a_setting(a_person(7, "Noor")),
    ),
    ("leader-learns-along", "leader-absent", a_day(BLOCK), Setting()),
    ("link-school-goal", "goal-no-school-goal", a_day(a_goal(1)), a_setting(a_school_goal(1))),
    ("link-school-goal", "need-unlinked", a_day(a_need(1)), a_setting(a_school_goal(1))),
    ("link-need", "goal-no-need", a_day(a_goal(1), a_need(1)), Setting()),
    ("add-action", "one-off-day", a_day(BLOCK), Setting()),
    ("add-moment", "one-off-day", a_day(BLOCK), Setting()),
    ("add-action", "goal-no-follow-up", a_day(a_goal(1)), Setting()),
    ("add-moment", "goal-no-follow-up", a_day(a_goal(1)), Setting()),
    ("add-moment", "no-reflection-moment", a_day(), Setting()),
    ("add-sharing", "no-sharing", a_day(), Setting()),
    ("add-structure", "no-assurance", a_day(a_goal(1)), Setting()),
    ("set-date", "action-no-date", a_day(an_action(1)), Setting()),
    ("add-support", "action-no-support", a_day(DOING), Setting()),
    ("add-evaluation", "no-evaluation-in-programme", a_day(BLOCK), Setting()),
    ("add-evaluation", "no-evaluation-in-programme", a_day(BLOCK, a_block(2, phase=Phase.REFLECTION)), Setting()),
    ("add-measure", "levels-not-covered", a_day(DOING, a_measure(1, level=EffectLevel.REACTION)), Setting()),
    (
        "move-measure",
        "measure-too-early",
        a_day(a_measure(1, level=EffectLevel.PUPILS, when=RelativeDate(2))),
        Setting(),
    ),
    (
        "move-measure",
        "measure-too-early",
        a_day(a_measure(1, level=EffectLevel.LEARNING, when=RelativeDate(9))),
        Setting(),
    ),
    ("add-baseline", "no-baseline", a_day(a_goal(1), MEASURE), Setting()),
    ("add-qualitative", "only-numbers", a_day(MEASURE), Setting()),
    ("add-measure", "only-numbers", a_day(a_measure(1, approach=Approach.QUALITATIVE)), Setting()),
    ("add-reflection", "reflection-share", a_day(a_block(1, 300, interaction=LISTEN)), Setting()),
    ("add-reflection", "open-gap", a_day(a_block(1, 300)), Setting()),
    ("add-option", "capacity-short", a_day(*FULL_ROUND, expected_number=28), Setting()),
    ("make-it-fit", "over-full", a_day(a_part(1, "9:00", "10:00"), a_block(1, 75)), Setting()),
    (
        "unpin-block",
        "open-gap",
        a_day(a_part(1, "9:00", "11:00"), BLOCK, a_block(2, 60, pinned_start=at("10:00"))),
        Setting(),
    ),
    ("add-meetings", "weight-on-the-day", a_day(a_block(1, 390)), Setting()),
    ("move-to-school-day", "no-reflection-moment", a_day(IN_CHRISTMAS), CHRISTMAS),
    ("add-measure", "one-moment-only", a_day(a_measure(1, when=RelativeDate(6))), Setting()),
]
