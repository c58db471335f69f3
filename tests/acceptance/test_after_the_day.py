"""The rows of the requirements that are about what comes after the day, on their own figures."""

import datetime as dt
from dataclasses import replace

from studydag.model.exchange.computed import computed_of
from studydag.model.exchange.study_day_json import decode, encode, to_json
from studydag.model.operations import editing, effect, study_days
from studydag.model.operations.next_day import TakenOver, begin_after, open_insights
from studydag.model.operations.setting import read_setting
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.rules.effect.figures import complete
from studydag.model.rules.effect.results import GUSKEY, KIRKPATRICK, comparisons, in_order, response
from studydag.model.store.format_use import format_use
from studydag.model.store.library import Library
from studydag.model.store.starter import built_in
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight, Instrument, Measure, Result, Success, Verdict
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.programme import Block, Part
from studydag.model.values.questions import Question, QuestionKind, QuestionPurpose, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay
from tests.building import a, a_day, a_measure, a_setting
from tests.export.printing_days import DUTCH, pages, printed, text
from tests.export.printing_days import in_order as stand_in_order

DAY = dt.date(2027, 3, 11)


def held(library: Library) -> int:
    """Make a day on 11 March 2027 with a measure of level 1."""
    return study_days.create(library, "Feedback", first_part=Part(position=1, date=DAY))


def test_r087_three_successes_are_one_page_and_none_says_so():
    told = tuple(a(Success, n, what=f"Succes {n}", evidence="gezien in 2B", date=DAY) for n in (1, 2, 3))
    day = a_day(*told)
    data = printed("effect", day, a_setting(), DUTCH)
    assert pages(data) == 1
    assert stand_in_order(text("effect", day, a_setting(), DUTCH), "Succes 1", "Succes 2", "Succes 3")
    without = replace(day, successes=())
    assert pages(printed("effect", without, a_setting(), DUTCH)) == 1
    assert "Er zijn nog geen successen opgeschreven." in text("effect", without, a_setting(), DUTCH)


def test_r106_level_4_is_split_and_the_same_data_stand_in_guskeys_order():
    measures = (
        a_measure(1, level=EffectLevel.ORGANISATION),
        a_measure(2, level=EffectLevel.PUPILS),
        a_measure(3, level=EffectLevel.BEHAVIOUR),
    )
    assert [each.id for each in in_order(measures, KIRKPATRICK)] == [3, 1, 2]
    assert [each.id for each in in_order(measures, GUSKEY)] == [1, 3, 2]
    day = a_day(*measures)
    kirkpatrick, guskey = (text("effect", day, a_setting(), DUTCH, {"guskey": each}) for each in ("no", "yes"))
    names = ("3: gedrag", "4: resultaat voor de organisatie", "4: resultaat voor leerlingen")
    levels = tuple(f"Niveau {name}" for name in names)
    assert stand_in_order(kirkpatrick, *levels)
    assert stand_in_order(guskey, levels[1], levels[0], levels[2])


def test_r109_26_of_31_forms_and_scores_apart_from_comments_in_the_file_by_undo_in_json_and_on_paper(tmp_path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        day = held(library)
        sets = {each.key: each for each in library.every(QuestionSet)}
        scale, *_, comment = sets["reaction"].questions
        measure = editing.create(
            library, Measure(title="Evaluatie", question_set=sets["reaction"].id), ("study_day", day)
        )
        scores = Result(measure=measure, question=scale.id, date=DAY, invited=31, distribution=(0, 1, 4, 9, 12))
        words = Result(measure=measure, question=comment.id, date=DAY, invited=31, n=19, text="– Meer tijd")
        effect.keep_results(library, measure, [scores, words])
        stored = library.get(StudyDay, day)
        (found,) = [each for each in stored.results if each.distribution]
        share = response(complete(found, scale))
        assert share is not None
        assert round(share * 100) == 84
        assert found.text == ""
        setting = read_setting(library, stored)
        written = encode(stored, setting, computed_of(stored, setting))
        figures = [each["computed"] for each in written["results"]]  # type: ignore[attr-defined, index]
        assert figures[0] == {"n": 26, "mean": 4.2308, "spread": 0.8462, "response": 0.8387}
        again = decode(to_json(stored, setting), built_in=setting).day
        assert [each.distribution for each in again.results] == [(0, 1, 4, 9, 12), ()]
        shown = text("effect", stored, setting, DUTCH)
        assert stand_in_order(shown, "4,23 (n = 26, respons 84%, spreiding 0,85)")
        assert "– Meer tijd" in shown
        library.undo()
        assert library.get(StudyDay, day).results == ()
        library.redo()
        assert len(library.get(StudyDay, day).results) == 2


def test_r110_pre_6_1_of_28_and_post_7_4_of_26_differ_by_1_3_and_n_differs():
    day = a_day(
        a_measure(1, title="Toets vooraf", level=EffectLevel.LEARNING),
        a_measure(2, title="Toets", level=EffectLevel.LEARNING, baseline_measure=1),
        a(Result, 1, measure=1, n=28, mean=6.1),
        a(Result, 2, measure=2, n=26, mean=7.4),
    )
    (found,) = comparisons(day, 5)
    assert (found.difference, found.n_differs) == (1.3, True)
    assert "verschil: +1,3 · let op: het aantal antwoorden is niet gelijk" in text("effect", day, a_setting(), DUTCH)


def test_r115_themes_of_a_focus_group_of_six_are_a_result_in_words():
    talk = a_measure(1, title="Gesprek", level=EffectLevel.BEHAVIOUR, instruments=(Instrument.FOCUS_GROUP,))
    day = a_day(talk, a(Result, 1, measure=1, n=6, text="Tijd ontbreekt. Maatjes helpen."))
    assert stand_in_order(text("effect", day, a_setting(), DUTCH), "Gesprek", "Tijd ontbreekt. Maatjes helpen.", "6")
    few = replace(day, results=(a(Result, 1, measure=1, n=3, text="Tijd ontbreekt."),))
    assert "Tijd ontbreekt." not in text("effect", few, a_setting(), DUTCH)


def test_r116_three_questions_for_pupils_are_built_in_at_level_4_and_print():
    (pupils,) = (each for each in built_in(QuestionSet) if each.key == "pupil_feedback")
    assert (pupils.level, len(pupils.questions)) == (EffectLevel.PUPILS, 3)
    shown = text("evaluation", a_day(), a_setting(pupils), DUTCH, chosen={"pupils": "yes", "reaction": "no"})
    assert stand_in_order(shown, *(each.text_nl[:30] for each in pupils.questions))
    assert Instrument.PUPIL_FEEDBACK in set(Instrument)


def test_r117_log_prompts_are_dated_in_the_handout_and_what_is_not_shared_stays_out():
    prompts = QuestionSet(
        id=5,
        uid="log",
        purpose=QuestionPurpose.LOG,
        questions=(Question(id=6, uid="q", text_nl="Wat heb ik geprobeerd?", kind=QuestionKind.OPEN),),
    )
    log = a_measure(
        1,
        title="Logboek",
        level=EffectLevel.BEHAVIOUR,
        instruments=(Instrument.LOG,),
        question_set=5,
        when=RelativeDate(2, DateUnit.WEEKS),
    )
    day = a_day(
        log,
        a(Result, 1, measure=1, n=9, text="Mijn eigen twijfel", shared=False),
        a(Result, 2, measure=1, n=9, text="Wat we delen"),
    )
    assert date_of_measure(log, day) == dt.date(2026, 11, 26)
    assert stand_in_order(text("handout", day, a_setting(prompts), DUTCH), "26 nov", "Wat heb ik geprobeerd?")
    report = text("effect", day, a_setting(prompts), DUTCH)
    assert "Wat we delen" in report
    assert "Mijn eigen twijfel" not in report


def test_r120_a_new_day_from_an_old_one_shows_four_lessons_and_ticks_off_what_comes_along(tmp_path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        day = held(library)
        for number, verdict in enumerate((Verdict.KEEP, Verdict.KEEP, Verdict.CHANGE, Verdict.STOP)):
            editing.create(library, Insight(text=f"Les {number}", verdict=verdict), ("study_day", day))
        lessons = open_insights(library.get(StudyDay, day))
        assert len(lessons) == 4
        made = begin_after(library, day, "Feedback 2", TakenOver(insights=[each.id for each in lessons[:3]]))
        uid = library.bare(StudyDay, made).uid
        assert [each.taken_along_to for each in library.get(StudyDay, day).insights] == [uid, uid, uid, ""]
        library.undo()
        assert len(open_insights(library.get(StudyDay, day))) == 4


def test_r121_a_format_used_three_times_has_the_mean_of_its_three_ratings(tmp_path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        speeddate = next(each for each in library.every(WorkingFormat) if "speed" in each.key)
        for rating in (4, 4, 5):
            day = held(library)
            part = library.get(StudyDay, day).parts[0].id
            block = Block(title="Speeddate", part=part, minutes=30, working_format=speeddate.id, rating=rating)
            editing.create(library, block, ("study_day", day))
        use = format_use(library)[speeddate.id]
        assert (use.count, use.rated) == (3, 3)
        assert use.mean is not None
        assert round(use.mean, 1) == 4.3
