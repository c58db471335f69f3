"""Checks on goals: every goal is worked at, reaches doing, and can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studydag.model.rules.checks.about import about, one_line
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.checks.unfilled import is_open
from studydag.model.rules.written.verbs import has_verb
from studydag.model.values.findings import Severity
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Goal, GoalKind, ImpactRow, Level
from studydag.model.values.wording import N_, NN_


def goal_no_block(context: Context) -> Iterator[Outcome]:
    """Look for goals that no learning block serves, and for a day without goals (R001)."""
    goals = context.day.goals
    if not goals:
        reason = N_("The day has no goals yet.")
        yield Found((context.about_day,), reason=reason, remedies=("add-goal",))
    loose = any(not context.thread.serves[block.id] for block in context.learning_blocks)
    remedies = ("link-blocks", "add-block") if loose else None
    for goal in goals:
        if not context.thread.blocks_of(goal.id):
            yield Found((about(goal),), {"goal": one_line(goal.sentence)}, remedies=remedies)
    yield Holds({"goals": len(goals)})


def block_no_goal(context: Context) -> Iterator[Outcome]:
    """Look for learning blocks without a goal; of a round without any goal, the round (R001)."""
    serves = context.thread.serves
    planned = [block for block in context.thread.planned if block.phase.is_learning]
    loose = [block for block in planned if not serves[block.id]]
    rounds = {block.id for block in loose}
    if not context.day.goals and loose:
        without = [block for block in loose if block.round not in rounds]
        reason = NN_(
            "{blocks} block serves no goal: the day has none yet.",
            "{blocks} blocks serve no goal: the day has none yet.",
            "blocks",
        )
        yield Found(context.about_blocks(without), {"blocks": len(without)}, reason, ("add-goal",))
        return
    for block in loose:
        if block.round not in rounds:
            yield Found((context.about_block(block),), {"block": context.title_of(block)})
    if planned:
        yield Holds({"blocks": len(planned)})


def goal_no_application(context: Context) -> Iterator[Outcome]:
    """Look for goals of doing that are neither applied on the day nor followed up (R010, R016)."""
    goals = [goal for goal in context.day.goals if goal.kind is GoalKind.DO]
    for goal in goals:
        applied = any(block.phase is Phase.APPLICATION for block in context.thread.blocks_of(goal.id))
        if not applied and not context.thread.follow_up_of(goal.id):
            yield Found((about(goal),), {"goal": one_line(goal.sentence)})
    if goals:
        yield Holds({"goals": len(goals)})


def goal_only_knowing(context: Context) -> Iterator[Outcome]:
    """Look for goals that don't say what people will think or do differently (R007)."""
    goals = context.day.goals
    for goal in goals:
        if goal.kind is GoalKind.KNOW:
            yield Found((about(goal),), {"goal": one_line(goal.sentence)})
    if goals:
        yield Holds({"goals": len(goals)})


def nothing_at_school_level(context: Context) -> Iterator[Outcome]:
    """Look whether a goal or a need is about the school as a whole (R018)."""
    counted = Counter(goal.level for goal in context.day.goals) + Counter(need.level for need in context.day.needs)
    if not counted:
        return
    figures: Figures = {level.value: counted[level] for level in Level}
    yield Holds(figures) if counted[Level.SCHOOL] else Found((context.about_day,), figures)


def pupils_unnamed(context: Context) -> Iterator[Outcome]:
    """Look whether the day says what pupils will notice (R024)."""
    rows = (each.expected_effect.strip() for each in context.day.impacts if each.row is ImpactRow.PUPILS)
    effects = [effect for effect in rows if effect and not is_open(effect)]
    if effects:
        yield Holds({"effect": one_line(effects[0])})
    else:
        yield Found((context.about_day,))


def goal_no_school_goal(context: Context) -> Iterator[Outcome]:
    """Look for goals that no school goal stands behind (R013)."""
    goals = context.day.goals
    linked = sum(bool(goal.school_goals) for goal in goals)
    for goal in goals:
        if not goal.school_goals:
            yield Found((about(goal),), {"goal": one_line(goal.sentence), "linked": linked, "goals": len(goals)})
    if goals:
        yield Holds({"linked": linked, "goals": len(goals)})


def goal_no_need(context: Context) -> Iterator[Outcome]:
    """Look for goals that no need asks for (R013, R072)."""
    goals = context.day.goals
    linked = sum(bool(goal.needs) for goal in goals)
    for goal in goals:
        if not goal.needs:
            yield Found((about(goal),), {"goal": one_line(goal.sentence), "linked": linked, "goals": len(goals)})
    if goals:
        yield Holds({"linked": linked, "goals": len(goals)})


def goal_not_observable(context: Context) -> Iterator[Outcome]:
    """Look for goals without an indicator, and for sentences without a verb (R012, R072, R108)."""
    for goal in context.day.goals:
        reason = _why_not_observable(goal)
        if reason is not None:
            yield Found((about(goal),), {"goal": one_line(goal.sentence)}, reason)
    if context.day.goals:
        yield Holds({"goals": len(context.day.goals)})


def too_many_goals(context: Context, limit: float) -> Iterator[Outcome]:
    """Look whether the day keeps to few goals (R073)."""
    goals = context.day.goals
    figures: Figures = {"goals": len(goals), "limit": limit}
    if len(goals) > limit:
        yield Found((context.about_day,), figures)
    elif goals:
        yield Holds(figures)


def no_learning_question(context: Context) -> Iterator[Outcome]:
    """Look whether the day has a learning question, and whether it is one (R009)."""
    question = context.day.learning_question.strip()
    if not question:
        yield Found((context.about_day,))
    elif not question.endswith("?"):
        reason = N_("The learning question isn’t put as a question: {question:quoted}.")
        yield Found((context.about_day,), {"question": one_line(question)}, reason)
    else:
        yield Holds({"question": one_line(question)})


def _why_not_observable(goal: Goal) -> str | None:
    has_indicator = bool(goal.indicator.strip()) or goal.target is not None
    says_what = bool(goal.does.strip()) or has_verb(f"{goal.sentence} {goal.knows} {goal.thinks}")
    if not says_what and not has_indicator:
        return N_("{goal:quoted} has no verb and no indicator: what will you see afterwards?")
    if not says_what:
        return N_("{goal:quoted} has no verb: what will people know, do or be able to do afterwards?")
    if has_indicator:
        return None
    if goal.kind is GoalKind.DO:
        return N_("{goal:quoted} is not observable: no indicator says what you will see people do.")
    return N_("{goal:quoted} has no indicator: how will you see that it was reached?")


RULES = (
    Rule(
        id="goal-no-block",
        family=Family.GOALS,
        severity=Severity.MUST,
        asks=N_("Every goal has a block."),
        why=N_("A goal that nobody works on during the day remains a wish."),
        reason=N_("No block works towards the goal {goal:quoted}."),
        holds=NN_("The goal has a block.", "{goals:All} goals have a block.", "goals"),
        find=goal_no_block,
        remedies=("add-block",),
        rows=("R001",),
    ),
    Rule(
        id="block-no-goal",
        family=Family.GOALS,
        severity=Severity.SHOULD,
        asks=N_("Every learning block has a goal."),
        why=N_("Nobody can say afterwards whether a block without a goal did any good."),
        reason=N_("The block {block:quoted} serves no goal."),
        holds=NN_("The block serves a goal.", "{blocks:All} blocks serve a goal.", "blocks"),
        find=block_no_goal,
        remedies=("link-goal",),
        rows=("R001",),
    ),
    Rule(
        id="goal-no-application",
        family=Family.GOALS,
        severity=Severity.SHOULD,
        asks=N_("What people will do is tried on the day, or followed up."),
        why=N_("People rarely start doing something that they have not tried or planned."),
        reason=N_("The goal {goal:quoted} is about doing, but it is neither applied on the day nor followed up."),
        holds=NN_(
            "The goal about doing is applied or followed up.",
            "{goals:All} goals about doing are applied or followed up.",
            "goals",
        ),
        find=goal_no_application,
        remedies=("add-application", "add-action"),
        rows=("R010", "R016"),
    ),
    Rule(
        id="goal-only-knowing",
        family=Family.GOALS,
        severity=Severity.HINT,
        asks=N_("A goal says what people will think or do differently."),
        why=N_("Learning that lasts changes how people think and act, not only what they know."),
        reason=N_("What will people do differently? {goal:quoted} only says what they will know."),
        holds=NN_("The goal goes beyond knowing.", "{goals:All} goals go beyond knowing.", "goals"),
        find=goal_only_knowing,
        remedies=("write-does",),
        rows=("R007",),
    ),
    Rule(
        id="nothing-at-school-level",
        family=Family.GOALS,
        severity=Severity.HINT,
        asks=N_("A goal or need is about the school as a whole."),
        why=N_("A study day develops people and the organisation in which they work."),
        reason=N_(
            "Nothing is at school level. Goals and needs: {individual} for individuals, {subgroup} for a subgroup, "
            "{team} for the team."
        ),
        holds=N_(
            "Goals and needs: {individual} for individuals, {subgroup} for a subgroup, {team} for the team, {school} "
            "for the school."
        ),
        find=nothing_at_school_level,
        remedies=("set-level",),
        rows=("R018",),
    ),
    Rule(
        id="pupils-unnamed",
        family=Family.GOALS,
        severity=Severity.HINT,
        asks=N_("The plan says what pupils will notice."),
        why=N_("In the end it is for them that you do it; one sentence is enough."),
        reason=N_("What will pupils notice? The plan doesn’t say it yet."),
        holds=N_("Pupils will notice: {effect:quoted}."),
        find=pupils_unnamed,
        remedies=("write-pupils",),
        rows=("R024",),
    ),
    Rule(
        id="goal-no-school-goal",
        family=Family.GOALS,
        severity=Severity.SHOULD,
        asks=N_("Every goal belongs to a goal of the school."),
        why=N_("What doesn’t fit where the school is going is soon overtaken by something else."),
        reason=N_("No school goal stands behind {goal:quoted} ({linked} of {goals} are linked)."),
        holds=N_("Goals linked to a school goal: {linked} of {goals}."),
        find=goal_no_school_goal,
        remedies=("link-school-goal",),
        rows=("R013", "R072"),
    ),
    Rule(
        id="goal-no-need",
        family=Family.GOALS,
        severity=Severity.SHOULD,
        asks=N_("Every goal answers a need."),
        why=N_("People want to learn what is missing in their own work."),
        reason=N_("No need asks for {goal:quoted} ({linked} of {goals} are linked)."),
        holds=N_("Goals linked to a need: {linked} of {goals}."),
        find=goal_no_need,
        remedies=("link-need",),
        rows=("R013", "R072"),
    ),
    Rule(
        id="goal-not-observable",
        family=Family.GOALS,
        severity=Severity.SHOULD,
        asks=N_("Every goal has a verb, and an indicator that shows it."),
        why=N_("What you will look at is easy to agree on now, and hard afterwards."),
        reason=N_("{goal:quoted} has no indicator: how will you see that it was reached?"),
        holds=NN_("The goal can be observed.", "{goals:All} goals can be observed.", "goals"),
        find=goal_not_observable,
        remedies=("write-indicator", "rewrite-goal"),
        rows=("R012", "R072", "R108"),
    ),
    Rule(
        id="too-many-goals",
        family=Family.GOALS,
        severity=Severity.HINT,
        asks=N_("The day keeps to a few goals."),
        why=N_("One day can’t carry much; a clear focus is remembered."),
        reason=N_("{goals} goals are a lot for one day (at most {limit})."),
        holds=N_("Goals: {goals} (at most {limit})."),
        find=too_many_goals,
        threshold=Threshold(3, N_("goals")),
        remedies=("drop-goal",),
        rows=("R073",),
    ),
    Rule(
        id="no-learning-question",
        family=Family.GOALS,
        severity=Severity.SHOULD,
        asks=N_("The day has a learning question."),
        why=N_("A theme says what it is about; a question says what you want to find out together."),
        reason=N_("The day has no learning question."),
        holds=N_("The learning question is {question:quoted}."),
        find=no_learning_question,
        remedies=("write-question",),
        rows=("R009",),
    ),
)
