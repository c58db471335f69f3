"""Choosing external expertise. Experts and what belongs to them are made with the plain verbs of `editing`."""

from __future__ import annotations

from dataclasses import replace

from studydag.model.operations import editing
from studydag.model.operations.editing import place_of
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.expertise import Candidate, Criterion, CriterionScore, Expert


def score(library: Library, candidate_id: int, criterion: Criterion, points: int | None, evidence: str = "") -> None:
    """Score a candidate from 1 to 5 on a criterion, once; None leaves it open (R094). Raises InvalidValue."""
    scores = library.get(Candidate, candidate_id).scores
    known = next((each for each in scores if each.criterion is criterion), None)
    scored = replace(known or CriterionScore(criterion=criterion), score=points, evidence=evidence)
    kept = tuple(scored if each is known else each for each in scores)
    editing.set_fields(
        library, Op.SCORE, Candidate, candidate_id, scores=kept if known is not None else (*scores, scored)
    )


def choose_candidate(library: Library, candidate_id: int) -> None:
    """Choose a candidate for an expert's question, in place of any other."""
    owner = library.owner_of(Candidate, candidate_id)
    assert owner is not None
    place = place_of(library, "candidate", candidate_id)
    with library.change(Op.CHOOSE_CANDIDATE, place=place) as writer:
        for candidate in library.get(Expert, owner[1]).candidates:
            writer.set(Candidate, candidate.id, chosen=candidate.id == candidate_id)
