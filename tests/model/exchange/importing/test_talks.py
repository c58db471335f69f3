"""Talks: who holds each, and what stands around a time with several of them."""

import pytest

from studydag.model.exchange.importing.titles.peeling import peel
from tests.model.exchange.importing.copied_texts import said


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        (
            "Keynote 1: Mieke Drost (directeur Het Anker, centra voor taal), “Lezen. Hoe doe je dat?”",
            "Keynote 1: “Lezen. Hoe doe je dat?”",
            ("Mieke Drost",),
        ),
        (
            "Project 2: Terja van Dam en Karin Post (vakgroep Kunst, afdeling Muziek), “Zing mee: een aanpak”",
            "Project 2: “Zing mee: een aanpak”",
            ("Terja van Dam", "Karin Post"),
        ),
        ("Break-out session 3: Stina Maas (ontwerper): ”Kennis mooi maken” (EN)", None, ("Stina Maas",)),
        ("Lezing 1: dr. Els Kok, onderzoeker in Gent, over ‘Rekenen’", "Lezing 1: ‘Rekenen’", ("dr. Els Kok",)),
        ("Vortrag 1 – Dr. Anna Bos (Kiel): „Lernen im Wald“", "Vortrag 1: „Lernen im Wald“", ("Dr. Anna Bos",)),
        ("Workshop 2, Jan Mos, lector, “Zingen”", "Workshop 2: “Zingen”", ("Jan Mos",)),
        ("Spreker: Anna Bos (Gent), “Meertalig”", "“Meertalig”", ("Anna Bos",)),
        (
            "Core Talk 2: Hyram Bell - Is K-12 like a mansion: or not?",
            "Core Talk 2: Is K-12 like a mansion: or not?",
            ("Hyram Bell",),
        ),
        ("MKT Talk 3: Hung-Li Wu - The content we need", "MKT Talk 3: The content we need", ("Hung-Li Wu",)),
        ("Talk 4: Hyram Bell - Wilg Academy", None, ()),
        ("Talk 1: Growth Mindset - What works in class", None, ()),
        ("Film: Travel Assistant “Who goes there?”", None, ()),
        ("Workshop: Lezen met “Kikker en Pad”", None, ()),
        ("Workshop 3: De school van Anna Bos, “Samen leren”", None, ()),
    ],
)
def test_who_speaks_stands_between_the_label_of_a_talk_and_its_title(
    text: str, title: str | None, persons: tuple[str, ...]
) -> None:
    peeled = peel(text)
    assert peeled.persons == persons
    assert title is None or peeled.title == title


def test_talks_with_a_label_each_stand_below_a_time_with_bullets() -> None:
    text = (
        "Welkom\n• 9:00 – 9:10\n• Anna Bos (rector)\n\nWerkwinkels\n• 9:10 – 10:10\n"
        "• Werkwinkel 1: Jan Mos (lector), “Taal in elk vak”\n• Werkwinkel 2: Mira Kat (maker van films), “Beeld”\n\n"
        "Koffie\n• 10:10 – 10:30\n"
    )
    assert said(text) == [
        ("09:00", "Welkom", ("Anna Bos (rector)",), ""),
        ("09:10", "Werkwinkels", (), ""),
        ("09:10", "Werkwinkel 1: “Taal in elk vak”", ("Jan Mos",), ""),
        ("09:10", "Werkwinkel 2: “Beeld”", ("Mira Kat",), ""),
        ("10:10", "Koffie", (), ""),
    ]
