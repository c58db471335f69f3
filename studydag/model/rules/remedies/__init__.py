"""What can be done about a finding with one click: pure proposals, which an operation carries out as one step."""

from studydag.model.rules.remedies.proposal import Add, GoTo, Proposal, Remedy, Set, Step
from studydag.model.rules.remedies.register import REMEDIES, propose

__all__ = ["REMEDIES", "Add", "GoTo", "Proposal", "Remedy", "Set", "Step", "propose"]
