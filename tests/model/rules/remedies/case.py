"""A day on which a rule finds something, and a person who does something about it."""

import dataclasses

from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.model.rules.remedies.hands import Hand


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    """A day on which a rule finds something, and what a person does where the remedy leads; None: it does it all."""

    rule: str
    remedy: str
    day: StudyDay
    setting: Setting = dataclasses.field(default_factory=Setting)
    hand: Hand | None = None
    leads_to: tuple[str, str]
