"""What the checks find, and the exit status that says whether something must be solved."""

import json
from pathlib import Path

from studydag.cli.findings import finding_lines
from studydag.language import Language
from studydag.model.store.library import Library
from studydag.model.values.findings import About, Finding, Severity
from studydag.model.values.study_day import Acceptance, StudyDay
from tests.cli.conftest import Run

KEYS = {"rule", "severity", "about", "figures", "reason", "remedies", "accepted"}


def test_the_json_has_the_keys_that_are_promised(run: Run, library: Path) -> None:
    answer = run("check", "1", "--json", "--library", library, "--today", "2027-01-01")
    found = json.loads(answer.out)
    assert answer.status == 1
    assert all(set(finding) == KEYS for finding in found)
    assert all(set(about) == {"kind", "id", "title"} for finding in found for about in finding["about"])
    assert {finding["severity"] for finding in found} <= {"must", "should", "hint"}
    assert all(finding["accepted"] is None for finding in found)


def test_the_text_is_grouped_by_severity_with_figures(run: Run, library: Path) -> None:
    answer = run("check", "1", "--library", library, "--language", "en", "--today", "2027-01-01")
    assert answer.status == 1
    headings = [line for line in answer.out.splitlines() if line and line[0] != " "]
    assert [heading.split(" (")[0] for heading in headings[:-1]] == ["Must", "Should", "Hint"]
    assert "[action-no-owner]" in answer.out
    assert "action: Zaal bespreken" in answer.out or "‘Zaal bespreken’" in answer.out


def test_what_a_finding_is_about_is_named_once_and_without_numbers() -> None:
    round = About("block", 9, "r", "Ronde")
    options = tuple(About("block", number, str(number), f"Keuze {number}") for number in (4, 7))
    goal = About("goal", 2, "g", "Iedereen probeert iets")
    finding = Finding(
        rule="no-practice-link",
        severity=Severity.SHOULD,
        reason="{options} options of {round:quoted} name nothing.",
        about=(round, *options, goal),
        figures={"round": "Ronde", "options": 2},
        remedies=("write-practice-link", "write-product"),
    )
    assert list(finding_lines(finding, Language.of("en"))) == [
        "  – 2 options of ‘Ronde’ name nothing.",
        "    blocks: Keuze 4 · Keuze 7",
        "    goal: Iedereen probeert iets",
        "    → Name the lesson, class or task · Write what people take to class",
        "    [no-practice-link]",
    ]


def test_every_finding_says_what_can_be_done(run: Run, library: Path) -> None:
    answer = run("check", "1", "--library", library, "--language", "en", "--today", "2027-01-01")
    lines = answer.out.splitlines()
    assert sum(line.startswith("    → ") for line in lines) == sum(line.startswith("    [") for line in lines)


def test_what_was_accepted_does_not_count(run: Run, library: Path) -> None:
    found = json.loads(run("check", "1", "--json", "--library", library).out)
    with Library.open(library) as opened:
        day = opened.every(StudyDay)[0]
        uids = {("study_day", day.id): day.uid}
        uids |= {("action", each.id): each.uid for each in day.actions}
        uids |= {("block", each.id): each.uid for each in day.blocks}
        uids |= {("goal", each.id): each.uid for each in day.goals}
        with opened.change("accept") as writer:
            for finding in found:
                if finding["severity"] == "must":
                    concerns = tuple(uids[about["kind"], about["id"]] for about in finding["about"])
                    accepted = Acceptance(rule=finding["rule"], concerns=concerns, reason="Zo willen wij het.")
                    writer.add(accepted, ("study_day", day.id))
    answer = run("check", "1", "--library", library, "--language", "en")
    assert answer.status == 0
    assert "Accepted with a reason" in answer.out
    assert "Zo willen wij het." in answer.out
    again = json.loads(run("check", "1", "--json", "--library", library).out)
    assert {each["accepted"]["reason"] for each in again if each["severity"] == "must"} == {"Zo willen wij het."}


def test_today_can_be_given(run: Run, library: Path) -> None:
    soon = json.loads(run("check", "1", "--json", "--library", library, "--today", "2027-03-10").out)
    early = json.loads(run("check", "1", "--json", "--library", library, "--today", "2026-03-10").out)
    assert "lead-unconfirmed" in {finding["rule"] for finding in soon}
    assert "lead-unconfirmed" not in {finding["rule"] for finding in early}


def test_figures_and_reasons_speak_the_language(run: Run, library: Path) -> None:
    dutch = json.loads(run("check", "1", "--json", "--library", library).out)
    english = json.loads(run("check", "1", "--json", "--library", library, "--language", "en").out)
    assert [each["figures"] for each in dutch] == [each["figures"] for each in english]
    assert {each["reason"] for each in dutch}.isdisjoint(each["reason"] for each in english)


def test_holidays_speak_the_language_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "day.json"
    moment = {"title": "Terugblik", "first_date": "2026-12-24"}
    part = {"date": "2026-11-05"}
    path.write_text(json.dumps({"title": "Dag", "status": "design", "parts": [part], "moments": [moment]}))
    library = tmp_path / "new.studydag"
    run("load", path, "--library", library, "--language", "nl")
    dutch = run("check", "1", "--library", library, "--language", "nl")
    english = run("check", "1", "--library", library, "--language", "en")
    assert "Kerstvakantie" in dutch.out
    assert "Christmas holiday" in english.out
