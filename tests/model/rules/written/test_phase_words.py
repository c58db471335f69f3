import pytest

from studydag.model.rules.written.phase_words import is_break, phase_of, tells_a_phase
from studydag.model.values.phases import Phase


@pytest.mark.parametrize(
    "title",
    [
        *("Uitwisseling", "Plenaire uitwisseling", "Uitwisselen: wat heb jij ontdekt?", "Kennisuitwisseling per bouw"),
        *("Denken, delen, uitwisselen", "In gesprek: wat herken jij?", "Uitgangskaart en afsluiting"),
        *(
            "Exchange: what are you taking away?",
            "Sharing what we found",
            "Think, pair, share",
            "Exit ticket and close",
        ),
        *("Erfahrungsaustausch", "Austausch im Plenum", "Reflexionsrunde"),
    ],
)
def test_an_exchange_is_reflection_as_the_checks_count_it(title: str):
    assert phase_of(title) is Phase.REFLECTION


@pytest.mark.parametrize(
    "title",
    [
        *("Keuzeronde: wat heb jij nodig?", "Tweede ronde", "Ronde 1", "Casusbespreking", "Wie doet wat, en wanneer?"),
        *("Choice round", "First round", "Adjusting the plan: who-what-when", "Designing the research lesson"),
        *("Wahlrunde", "Ideenwerkstatt", "Gruppenarbeitsphase", "Kollegiale Fallberatung"),
    ],
)
def test_rounds_cases_and_agreements_are_application(title: str):
    assert phase_of(title) is Phase.APPLICATION


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("Lunch en uitwisseling", Phase.BREAK),
        ("Samen eten", Phase.BREAK),
        ("Gemeinsames Mittagessen", Phase.BREAK),
        ("Gezond eten op school", Phase.KNOWLEDGE),
        ("Wie wat bewaart heeft wat", Phase.KNOWLEDGE),
        ("Exitkaarten: in tien minuten weten wie het snapt", Phase.KNOWLEDGE),
        ("Afsluiting met uitgangskaart", Phase.ORGANISATION),
    ],
)
def test_the_first_telling_word_counts(title: str, phase: Phase):
    assert phase_of(title) is phase


def test_what_people_exchange_says_nothing_about_where_an_item_begins():
    assert not tells_a_phase("Uitwisselen in drietallen")
    assert is_break("Samen eten")
