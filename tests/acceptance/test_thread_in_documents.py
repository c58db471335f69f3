"""Rows on needs, goals and expertise that end up on paper, in Dutch, on the figures of their examples."""

import datetime as dt
from dataclasses import replace

from studydag.model.rules.checking import what_holds
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.workload import work_of
from studydag.model.rules.people.parts_played import leads_something
from studydag.model.values.choices import Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    Criterion,
    CriterionScore,
    CriterionWeight,
    Deployment,
    DeploymentKind,
    Expectation,
    ExpectationOutcome,
)
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Case, ImpactRow, Level, NeedSource, Respondents, Trend
from studydag.model.values.programme import LeadersPart, Mode
from studydag.model.values.school import PersonRole, School, Weekday, WorkingDay
from studydag.model.values.study_day import DayStatus, Decision, PreparationMember, Share, StudyDay
from tests.building import (
    TODAY,
    a,
    a_block,
    a_day,
    a_goal,
    a_lead,
    a_need,
    a_part,
    a_person,
    a_school_goal,
    a_setting,
    an_expert,
    an_impact,
)
from tests.export.printing_days import DUTCH, in_order, table, text, tree

ON = {"chosen": {"checks": "no"}}
OFF = {"chosen": {"checks": "no", "balance": "no"}}
SURVEY = NeedSource.SATISFACTION_SURVEY


def justified(day: StudyDay, **fields: object) -> str:
    return text("justification", day, a_setting(**fields), DUTCH, **ON)


def test_r006_r018_the_report_groups_goals_by_target_and_counts_them():
    goals = (
        a_goal(1, "Na deze dag deelt iedereen een les", level=Level.TEAM),
        a_goal(2, "Na deze dag maakt iedereen een exitkaart", level=Level.INDIVIDUAL),
        a_goal(3, "Na deze dag kijken secties bij elkaar", level=Level.TEAM),
    )
    for name in ("justification", "share"):
        shown = text(name, a_day(*goals), a_setting(), DUTCH)
        assert "Doelen: individueel 1 · team 2" in shown
        in_groups = ("Individueel", "exitkaart", "Team", "deelt iedereen een les", "kijken secties bij elkaar")
        assert in_order(shown[shown.index("Doelen:") :], *in_groups)


def test_r013_the_vision_stands_above_the_question_and_two_of_three_goals_serve_a_school_goal():
    setting = a_setting(a_school_goal(7, "Eigenaarschap"), school=School(vision="Wij leren van elkaar."))
    day = a_day(a_goal(1, school_goals=(7,)), a_goal(2, school_goals=(7,)), a_goal(3), status=DayStatus.DESIGN)
    shown = text("justification", day, setting, DUTCH)
    assert in_order(shown, "Visie van de school", "Wij leren van elkaar.", "voor het schooldoel Eigenaarschap")
    assert "(2 van 3 gekoppeld)" in shown


def test_r020_five_cases_of_which_two_are_not_used_are_all_in_the_report():
    cases = [a(Case, n, text=f"Vraag {n}", asked_by="Noor", block=4 if n <= 3 else None) for n in range(1, 6)]
    rows = table(tree("justification", a_day(a_block(4, title="Casussen"), *cases), a_setting(), DUTCH, **OFF))[1:]
    assert [row[0] for row in rows] == [f"Vraag {n} | Noor" for n in range(1, 6)]
    assert [row[1] for row in rows] == ["Casussen"] * 3 + ["niet gebruikt"] * 2


def test_r023_to_r026_the_impact_map_has_its_four_rows_in_their_order_and_who_outside_gets_what():
    impacts = [
        an_impact(1, row=ImpactRow.PUPILS, expected_effect="Leerlingen weten wat hun volgende stap is"),
        an_impact(2, row=ImpactRow.PROFESSIONAL, expected_effect="Meer plezier", indicator="Werkplezier in de scan"),
    ]
    day = a_day(*impacts, a(Share, 3, who="Schoolbestuur", what="De rode draad"))
    rows = table(tree("justification", day, a_setting(), DUTCH, **ON))[1:]
    assert rows == [
        ["Professionals", "Meer plezier", "Werkplezier in de scan"],
        ["Leerlingen", "Leerlingen weten wat hun volgende stap is", ""],
        ["School", "nog niets", ""],
        ["Onderwijsveld", "nog niets", ""],
    ]
    assert in_order(justified(day), "Wie buiten de school wat krijgt", "Schoolbestuur", "De rode draad")


def test_r031_to_r037_the_report_says_of_each_source_what_shows_it():
    day = a_day(
        a_need(1, source=NeedSource.OBSERVATION, n=7, form="Kijkwijzer B"),
        a_need(2, source=SURVEY, respondents=Respondents.PUPILS, n=310),
        a_need(3, source=SURVEY, respondents=Respondents.PARENTS, n=88),
        a_need(
            4,
            source=NeedSource.PUPIL_RESULTS,
            value=54,
            unit="%",
            trend=Trend.DOWN,
            date=dt.date(2025, 6, 12),
            period_start=dt.date(2024, 9, 1),
            period_end=dt.date(2025, 6, 12),
            evidence_note="Toets begrijpend lezen",
            evidence_link="resultaten/toets.xlsx",
        ),
        a_need(5, source=NeedSource.SELF_EVALUATION, n=24, value=2.5, scale_low=1, scale_high=4),
    )
    shows = [row[1].replace(" ", " ") for row in table(tree("justification", day, a_setting(), DUTCH, **ON))[1:]]
    assert shows == [
        "Lesobservatie | 7 observaties · Kijkwijzer B",
        "Tevredenheidsonderzoek | leerlingen · n = 310",
        "Tevredenheidsonderzoek | ouders · n = 88",
        "Leerlingresultaten | 54% · trend: dalend · 1 september 2024 – 12 juni 2025 · do 12 jun 2025"
        " | Toets begrijpend lezen | resultaten/toets.xlsx",
        "Zelfevaluatie of competentiescan | n = 24 · 2,5 (schaal 1–4)",
    ]


def test_r035_one_confidential_source_is_left_out_of_the_pack_to_share_which_says_so():
    day = a_day(a_need(1, "Iemand loopt vast", source=NeedSource.APPRAISAL_TALKS), a_need(2))
    for name in ("share", "justification"):
        shown = text(name, day, a_setting(), DUTCH)
        assert "1 vertrouwelijke bron is weggelaten." in shown
        assert "loopt vast" not in shown


def test_r042_the_report_gives_both_scores_of_a_need():
    day = a_day(a_need(1, importance_for_people=2, importance_for_school=5), a_need(2, importance_for_people=4))
    shown = justified(day)
    assert in_order(shown, "belang: voor mensen 2, voor de school 5", "belang: voor mensen 4")


def test_r043_the_report_says_who_looked_from_outside_but_not_to_outsiders():
    day = a_day(a_need(1, "Wij toetsen veel", source=NeedSource.OUTSIDE_LOOK, observer="Onderwijsadvies", date=TODAY))
    assert "Onderwijsadvies" in justified(day)
    assert "Onderwijsadvies" not in text("share", day, a_setting(), DUTCH)


def test_r011_the_belief_is_asked_in_the_handout_at_the_reflection():
    belief = "Als ik het goed uitleg, snappen ze het."
    spiegelen = a_block(2, phase=Phase.REFLECTION, title="Spiegelen", uses_belief_as_prompt=True)
    shown = text("handout", a_day(a_block(1, title="Keynote"), spiegelen, belief_before=belief), a_setting(), DUTCH)
    assert shown.count(belief) == 1
    assert in_order(shown, "Keynote", "Spiegelen", belief)


def test_r054_a_self_paced_item_of_45_minutes_has_no_clock_time_and_counts_as_work_to_prepare():
    window = {"window_start": dt.date(2026, 11, 1), "window_end": dt.date(2026, 11, 14)}
    module = a_block(2, 45, mode=Mode.SELF_PACED, title="Module", link="https://voorbeeld.nl", **window)
    day = a_day(a_block(1, 60, title="Keynote"), module)
    shown = text("programme", day, a_setting(), DUTCH)
    assert in_order(shown, "09:00", "Keynote", "Module", "1–14 november 2026", "45 min")
    assert "10:00–10:45" not in shown
    work = work_of(Context(day, a_setting(), TODAY))
    assert (work.before, work.on_the_day) == (45, 60)


def test_r059_a_decision_of_3_october_is_in_the_handout_for_the_team_when_asked_for():
    decided = a(Decision, 1, what="Toetsvrije week", by="directie", why="rust", date=dt.date(2025, 10, 3))
    secret = a_need(2, source=NeedSource.APPRAISAL_TALKS)
    day = a_day(decided, a(Decision, 3, what="Coaching voor Bo", need=2), secret)
    asked = {"chosen": {"decisions": "yes"}}
    shown = text("handout", day, a_setting(), DUTCH, **asked)
    assert in_order(shown, "Besluiten", "Toetsvrije week", "vrijdag 3 oktober 2025 · directie", "rust")
    assert "Bo" not in shown
    assert "Toetsvrije week" not in text("handout", day, a_setting(), DUTCH)


def test_r063_who_is_off_on_friday_is_flagged_in_the_attendance_list_with_the_hours_in_return():
    days = tuple(WorkingDay(weekday=day) for day in tuple(Weekday)[:4])
    setting = a_setting(a_person(7, "Noor", working_days=days), a_person(8, "Bo"))
    friday = a_part(1, date=dt.date(2026, 11, 13))
    registered = a(Registration, 1, person=7, compensation_minutes=450), a(Registration, 2, person=8)
    day = a_day(friday, *registered)
    asked = {"chosen": {"days_off": "yes", "walk_ins": "no"}}
    rows = table(tree("attendance", day, setting, DUTCH, **asked))[1:]
    assert [row[2].replace(" ", " ") for row in rows] == ["Bo", "Noor | vrije dag: vrijdag · 7 u 30 terug"]
    assert "vrije dag" not in text("attendance", day, setting, DUTCH)


def test_r067_the_sheet_of_the_school_leader_shows_where_they_learn_along_or_says_nowhere():
    leader = a_person(7, "Anna", role=PersonRole.LEADER)
    setting = a_setting(leader, a_person(8, "Bo"))
    along = a_block(2, title="Ontwerpen", leaders_part=(LeadersPart.LEARNS_ALONG,), leads=(a_lead(8),))
    opens = a_block(2, title="Ontwerpen", leaders_part=(LeadersPart.OPENS,))

    def sheet(block: object) -> str:
        day = a_day(a_block(1, title="Keynote", description="Over leren"), block)
        assert leads_something(leader, day)
        return text("run-sheet", day, setting, DUTCH, chosen={"lead": leader.uid})

    assert in_order(sheet(along), "Anna", "Keynote", "Ontwerpen", "Schoolleider: leert mee")
    assert "Over leren" not in sheet(along)
    assert "De schoolleider leert in geen enkel blok mee." not in sheet(along)
    assert "De schoolleider leert in geen enkel blok mee." in sheet(opens)


def test_r074_r075_the_report_says_who_prepared_it_how_staff_were_asked_and_on_what_it_builds():
    people = a_person(7, "Noor"), a_person(8, "Anna")
    group = a(PreparationMember, 1, person=7, role="docent"), a(PreparationMember, 2, person=8)
    day = a_day(*group, input_asked="Ideeënbus in september", builds_on="spring")
    spring = a_day(a_part(1, date=dt.date(2026, 4, 9)), uid="spring", title="Voorjaarsdag")
    shown = text("justification", day, replace(a_setting(*people), earlier_day=spring), DUTCH, **ON)
    assert in_order(shown, "Noor (docent) en Anna", "Ideeënbus in september", "Voorjaarsdag · do 9 apr 2026")


def test_r090_who_learns_to_do_it_by_when_is_on_the_sheet_and_the_two_have_cards():
    people = a_person(7, "Noor"), a_person(8, "Bo")
    expert = an_expert(1, "Bureau Bloom", inside_people=(7, 8), inside_by=RelativeDate(6))
    shown = text("partner", a_day(expert), a_setting(*people), DUTCH)
    assert in_order(shown, "Noor en Bo", "do 24 dec 2026", "Ambassadeurs", "Noor", "Bureau Bloom", "Bo")
    with_own_card = replace(expert, ambassadors=(a(Ambassador, 1, person=7, topic="Feedback"),))
    shown = text("partner", a_day(with_own_card), a_setting(*people), DUTCH)
    assert in_order(shown, "Ambassadeurs", "Noor", "Feedback", "Bo", "Bureau Bloom")


def test_r093_three_expectations_with_their_outcome_are_in_the_partner_file():
    met, partly, not_met = ExpectationOutcome
    told = tuple(a(Expectation, n, text=f"Eis {n}", outcome=each) for n, each in enumerate((met, partly, not_met), 1))
    rows = table(tree("partner", a_day(an_expert(1, expectations=told)), a_setting(), DUTCH))[1:]
    assert rows == [["Eis 1", "Uitgekomen"], ["Eis 2", "Gedeeltelijk"], ["Eis 3", "Niet uitgekomen"]]
    open_one = a(Expectation, 4, text="Eis 4")
    assert "na afloop te beoordelen" in text(
        "partner", a_day(an_expert(1, expectations=(open_one,))), a_setting(), DUTCH
    )


def compared(*weights: float, **fields: object) -> list[list[str]]:
    def scored(number: int, name: str, scores: tuple[int | None, ...], evidence: str) -> Candidate:
        rows = (
            a(CriterionScore, n, criterion=each, score=score, evidence=evidence)
            for n, (each, score) in enumerate(zip(Criterion, scores, strict=True), 1)
        )
        return a(Candidate, number, name=name, scores=tuple(rows))

    two = scored(1, "A", (4, 3, 5, 2), "past twee dagdelen aan"), scored(2, "B", (2, 5, None, 4), "")
    weighing = tuple(CriterionWeight(criterion=c, weight=w) for c, w in zip(Criterion, weights, strict=True))
    day = a_day(an_expert(1, candidates=two, weights=weighing, **fields))
    return table(tree("partner", day, a_setting(), DUTCH, chosen={"comparison": "yes", "sheets": "no"}), 0)


def test_r094_to_r097_the_comparison_is_a_table_of_two_by_four_with_totals_and_what_is_open():
    header, a_row, b_row, weights = compared(1, 1, 1, 1)
    assert len(header) == 6
    assert (a_row[2], b_row[2]) == ("3 | past twee dagdelen aan", "5 | score zonder onderbouwing")
    assert b_row[3] == "open"
    assert (a_row[5], b_row[5]) == ("3,5", "3,7")
    assert weights[1:5] == ["1"] * 4
    assert compared(1, 1, 2, 1)[1][5] == "3,8"
    assert compared(0, 0, 0, 0)[1][5] == "open"


def test_r099_the_names_of_five_coaching_talks_are_hidden_in_what_is_shared_and_counted():
    talks = a(Deployment, 1, kind=DeploymentKind.COACHING, fee=12_000, sessions=5, names="Noor Valk", goal=1)
    day = a_day(a_goal(1), an_expert(1, deployments=(talks,)))
    assert "Noor Valk" not in text("share", day, a_setting(), DUTCH)
    shown = text("partner", day, a_setting(), DUTCH)
    assert in_order(shown, "5 bijeenkomsten", "€ 600,00")


def test_r008_relevance_reflection_and_activity_are_each_told_apart():
    linked = {"goals": (1,)}
    lectures = [a_block(n, 60, **linked) for n in (1, 2, 3)]
    reflection = a_block(4, 30, Phase.REFLECTION, **linked)
    day = a_day(a_goal(1, needs=(1,)), a_need(1), *lectures, reflection)
    holding = {each.rule for each in what_holds(day, a_setting(), TODAY)}
    assert {"block-no-goal", "goal-no-need", "no-joint-reflection"} <= holding
    assert "active-share" not in holding
