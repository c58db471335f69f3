"""A study day for every remedy that leads somewhere, and what a person then does there."""

from tests.model.rules.remedies.case import Case
from tests.model.rules.remedies.programme_by_hand import PROGRAMME
from tests.model.rules.remedies.thread_by_hand import THREAD

CASES: tuple[Case, ...] = (*THREAD, *PROGRAMME)
