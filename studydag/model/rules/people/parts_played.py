"""What somebody does in the programme: leads a block, or as school leader opens, learns along or closes (R067)."""

from __future__ import annotations

from studydag.model.values.programme import Block, LeadersPart
from studydag.model.values.school import Person, PersonRole
from studydag.model.values.study_day import StudyDay


def plays_a_part(person: Person, block: Block) -> bool:
    """Whether somebody leads a block, or is a school leader who has a part in it."""
    leads = any(lead.person == person.id for lead in block.leads)
    return leads or (person.role is PersonRole.LEADER and bool(block.leaders_part))


def leads_something(person: Person, day: StudyDay) -> bool:
    """Whether a run sheet has anything to tell somebody."""
    return any(plays_a_part(person, block) for block in day.blocks)


def learns_along(day: StudyDay) -> bool:
    """Whether the school leader takes part in a block as learner, not only opens or closes it."""
    return any(LeadersPart.LEARNS_ALONG in block.leaders_part for block in day.blocks if not block.cancelled)
