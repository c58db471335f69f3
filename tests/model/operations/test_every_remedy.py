"""Every remedy of every check does what it promises: on a day that has the finding, it is gone afterwards."""

from dataclasses import replace

import pytest

from studydag.language import Language
from studydag.model.operations import remedies
from studydag.model.operations.setting import read_setting
from studydag.model.rules.checking import check
from studydag.model.rules.checks.register import RULES
from studydag.model.rules.remedies.proposal import GoTo
from studydag.model.rules.remedies.register import REMEDIES, propose
from studydag.model.store.library import Library
from studydag.model.values.findings import Finding
from studydag.model.values.study_day import StudyDay
from tests.building import TODAY
from tests.model.rules.remedies.by_hand import CASES
from tests.model.rules.remedies.case import Case
from tests.model.rules.remedies.hands import put
from tests.model.rules.remedies.solving import SOLVING

DOING_IT_ALL = tuple(
    Case(rule=rule, remedy=name, day=day, setting=setting, leads_to=("", "")) for name, rule, day, setting in SOLVING
)
ALL = (*DOING_IT_ALL, *CASES)
# A next school day is always found while holidays are known; without them nothing is said to be closed.
NEVER_TOGETHER = {("no-reflection-moment", "set-moment-date")}


def found(library: Library, day: int, rule: str) -> tuple[Finding, ...]:
    whole = library.get(StudyDay, day)
    return check(whole, read_setting(library, whole), TODAY, rules={rule})


def test_there_is_a_day_for_every_remedy_of_every_check() -> None:
    walked = {(case.rule, case.remedy) for case in ALL}
    promised = {(rule.id, name) for rule in RULES for name in rule.remedies}
    assert promised <= walked, promised - walked
    assert REMEDIES.keys() == {name for _, name in walked | NEVER_TOGETHER}
    assert {rule.id for rule in RULES} == {rule for rule, _ in walked}


@pytest.mark.parametrize("case", ALL, ids=[f"{case.rule}: {case.remedy}" for case in ALL])
def test_what_was_found_is_gone_when_the_remedy_is_carried_out(library: Library, case: Case) -> None:
    day = put(library, case.day, case.setting)
    finding = next(each for each in found(library, day, case.rule) if case.remedy in each.remedies)
    whole = library.get(StudyDay, day)
    steps = propose(case.remedy, finding, whole, read_setting(library, whole), TODAY)
    made = remedies.apply(library, steps, Language.of("nl").wording)
    target = next((step for step in steps if isinstance(step, GoTo)), None)

    if target is not None:
        target = target if target.id >= 0 else replace(target, id=made[0][1])
        assert case.hand is not None, "it leads somewhere: what does a person do there?"
        assert (target.kind, target.field) == case.leads_to
        case.hand(library, day, target)
    else:
        assert case.hand is None
        assert steps

    left = [tuple(each.uid for each in other.about) for other in found(library, day, case.rule)]
    assert tuple(each.uid for each in finding.about) not in left
