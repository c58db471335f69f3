"""Checks on external expertise: question, selection, talk, assurance, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import about
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.rules.partners.expertise import ambassadors_of, compare, cost, is_assured, is_booked, total_cost
from studydag.model.values.expertise import Candidate, ContractState, Criterion, Expert
from studydag.model.values.findings import Severity
from studydag.model.values.wording import N_, NN_


def expert_no_question(context: Context) -> Iterator[Outcome]:
    """Look for experts without a question to answer (R089, R091)."""
    experts = _going_on(context)
    for expert in experts:
        if not expert.question.strip():
            yield Found((about(expert),), {"expert": expert.name})
    if experts:
        yield Holds({"experts": len(experts)})


def expert_no_talk(context: Context) -> Iterator[Outcome]:
    """Look for booked experts with whom no talk before the day is planned (R089)."""
    booked = _booked(context)
    for expert in booked:
        if expert.talk_on is None:
            yield Found((about(expert),), {"expert": expert.name})
        elif context.first_date is not None and expert.talk_on >= context.first_date:
            figures: Figures = {"expert": expert.name, "date": expert.talk_on.isoformat()}
            yield Found((about(expert),), figures, _TALK_TOO_LATE)
    if booked:
        yield Holds({"experts": len(booked)})


def expert_no_assurance(context: Context) -> Iterator[Outcome]:
    """Look for booked experts whose knowledge nobody inside takes over (R089, R090)."""
    booked = _booked(context)
    for expert in booked:
        if not is_assured(expert):
            yield Found((about(expert),), {"expert": expert.name})
    if booked:
        yield Holds({"experts": len(booked)})


def expert_criteria_open(context: Context) -> Iterator[Outcome]:
    """Look for criteria that are not scored, or scored without evidence; never the scores (R094-R097)."""
    weighed = 0
    for expert in _going_on(context):
        candidates = _candidates(expert)
        if not candidates and is_booked(expert):
            yield Found((about(expert),), {"expert": expert.name, "open": len(Criterion)}, _NOT_WEIGHED)
        for candidate in candidates:
            found = compare(candidate, expert.weights)
            figures: Figures = {
                "candidate": candidate.name or candidate.organisation,
                "open": len(found.open),
                "without_evidence": len(found.without_evidence),
            }
            weighed += not found.open and not found.without_evidence
            if found.open:
                yield Found((about(candidate), about(expert)), figures)
            elif found.without_evidence:
                yield Found((about(candidate), about(expert)), figures, _WITHOUT_EVIDENCE)
    if weighed:
        yield Holds({"candidates": weighed})


def cost_without_goal(context: Context) -> Iterator[Outcome]:
    """Look for costs that serve no goal (R092)."""
    paid = [(expert, each) for expert in context.day.experts for each in expert.deployments if cost(each)]
    for expert, deployment in paid:
        if deployment.goal is None:
            figures: Figures = {"expert": expert.name, "cost": cost(deployment)}
            yield Found((about(deployment), about(expert)), figures)
    if paid:
        yield Holds({"deployments": len(paid)})


def over_budget(context: Context) -> Iterator[Outcome]:
    """Compare all costs with the budget, in cents (R092)."""
    budget, total = context.day.budget, total_cost(context.day)
    if budget is None:
        return
    figures: Figures = {"cost": total, "budget": budget, "left": budget - total, "over": max(0, total - budget)}
    yield Found((context.about_day,), figures) if total > budget else Holds(figures)


def ambassador_no_time(context: Context) -> Iterator[Outcome]:
    """Look for ambassadors without time for it, the people inside who are to learn it among them (R090, R103)."""
    ambassadors = [(expert, each) for expert in _going_on(context) for each in ambassadors_of(expert)]
    for expert, ambassador in ambassadors:
        if ambassador.minutes:
            continue
        person = context.people.get(ambassador.person or 0)
        figures: Figures = {"person": ambassador.topic if person is None else person.name}
        first = about(ambassador) if ambassador.id else about(expert)
        yield Found((first, *(() if person is None else (about(person),))), figures)
    if ambassadors:
        yield Holds({"ambassadors": len(ambassadors)})


def _going_on(context: Context) -> list[Expert]:
    return [expert for expert in context.day.experts if expert.contract is not ContractState.CANCELLED]


def _booked(context: Context) -> list[Expert]:
    leads = {lead.person for block in context.thread.planned for lead in block.leads}
    return [expert for expert in _going_on(context) if is_booked(expert) or expert.person in leads]


def _candidates(expert: Expert) -> tuple[Candidate, ...]:
    """Return the candidates to look at: once one is chosen, that one."""
    chosen = tuple(candidate for candidate in expert.candidates if candidate.chosen)
    return chosen or expert.candidates


_TALK_TOO_LATE = N_("The preparatory talk with {expert} is on {date:short_date}, not before the day.")
_NOT_WEIGHED = N_("{expert} was not weighed on the {open} criteria.")
_WITHOUT_EVIDENCE = NN_(
    "{candidate} has {without_evidence} score without evidence.",
    "{candidate} has {without_evidence} scores without evidence.",
    "without_evidence",
)

RULES = (
    Rule(
        id="expert-no-question",
        family=Family.EXPERTISE,
        severity=Severity.SHOULD,
        asks=N_("It is clear what you ask of an expert."),
        why=N_(
            "If you first say what you want to achieve, you get an expert who fits, not a talk that happens to "
            "be on offer."
        ),
        reason=N_("What do you want to achieve with {expert}? There is no question yet."),
        holds=NN_("{experts} expert has a question.", "{experts} experts have a question.", "experts"),
        find=expert_no_question,
        remedies=("write-expert-question",),
        rows=("R089", "R091"),
    ),
    Rule(
        id="expert-no-talk",
        family=Family.EXPERTISE,
        severity=Severity.SHOULD,
        asks=N_("You talk with an expert before the day."),
        why=N_("Half an hour beforehand decides whether it is about your school."),
        reason=N_("No preparatory talk with {expert} is planned."),
        holds=NN_("A talk with {experts} expert is planned.", "Talks with {experts} experts are planned.", "experts"),
        find=expert_no_talk,
        remedies=("plan-talk",),
        rows=("R089",),
    ),
    Rule(
        id="expert-no-assurance",
        family=Family.EXPERTISE,
        severity=Severity.SHOULD,
        asks=N_("What an expert knows stays in the school."),
        why=N_("Good experts make themselves redundant: someone inside learns to do it."),
        reason=N_(
            "No transfer of knowledge is agreed with {expert}: no people inside, ambassador, structure or document."
        ),
        holds=NN_(
            "Transfer of knowledge is agreed with {experts} expert.",
            "Transfer of knowledge is agreed with {experts} experts.",
            "experts",
        ),
        find=expert_no_assurance,
        remedies=("plan-transfer",),
        rows=("R089", "R090"),
    ),
    Rule(
        id="expert-criteria-open",
        family=Family.EXPERTISE,
        severity=Severity.SHOULD,
        asks=N_("Candidates are weighed on all four criteria, with evidence."),
        why=N_("A score that rests on nothing compares nothing."),
        reason=N_("{candidate} is not scored on {open} of the four criteria."),
        holds=NN_(
            "{candidates} candidate is weighed on all four criteria.",
            "{candidates} candidates are weighed on all four criteria.",
            "candidates",
        ),
        find=expert_criteria_open,
        remedies=("weigh-candidates",),
        rows=("R094", "R095", "R096", "R097"),
    ),
    Rule(
        id="cost-without-goal",
        family=Family.EXPERTISE,
        severity=Severity.HINT,
        asks=N_("Every cost serves a goal."),
        why=N_("Money spent on what no goal asks for is missing where one does."),
        reason=N_("{cost:money} for {expert} serves no goal."),
        holds=NN_("The cost serves a goal.", "{deployments:All} costs serve a goal.", "deployments"),
        find=cost_without_goal,
        remedies=("link-cost",),
        rows=("R092",),
    ),
    Rule(
        id="over-budget",
        family=Family.EXPERTISE,
        severity=Severity.SHOULD,
        asks=N_("The costs stay within the budget."),
        why=N_("What is spent on the day can’t be spent on what follows it."),
        reason=N_("{cost:money} is {over:money} more than the budget of {budget:money}."),
        holds=N_("{cost:money} of {budget:money}: {left:money} left."),
        find=over_budget,
        remedies=("change-budget",),
        rows=("R092",),
    ),
    Rule(
        id="ambassador-no-time",
        family=Family.EXPERTISE,
        severity=Severity.HINT,
        asks=N_("Ambassadors have time."),
        why=N_("What someone does on top of everything else is the first thing to be dropped."),
        reason=N_("{person} is an ambassador without time for it."),
        holds=NN_("The ambassador has time.", "{ambassadors:All} ambassadors have time.", "ambassadors"),
        find=ambassador_no_time,
        remedies=("give-time",),
        rows=("R103",),
    ),
)
