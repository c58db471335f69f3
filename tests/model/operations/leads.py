"""Who leads a block, as the form of a block writes it."""

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.programme import BlockLead, LeadStatus


def add_lead(library: Library, block_id: int, person_id: int, status: LeadStatus = LeadStatus.IDEA) -> int:
    """Let a person lead a block, after those who do already; return the lead's id."""
    return editing.create(library, BlockLead(person=person_id, status=status), ("block", block_id))
