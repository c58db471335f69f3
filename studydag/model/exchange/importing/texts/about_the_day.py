"""What a page says of a day besides its programme, or has one click: `Bereikbaarheid`, `Onze sprekers`, `Aanmelden`."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row

_REGISTER: Final = re.compile(
    r"(?:aanmelden|aanmelding|inschrijven|inschrijving|registration|anmeldung|kontakt|contact)"
    r"(?: (?:en|und|and) \w+)?:",
    re.IGNORECASE,
)
_OF_THE_DAY: Final = re.compile(
    r"(?:over|about|meer over|more about|zu|über) (?:de|the|onze|our|den|die|unsere) \w+"
    r"|(?:onze |our |unsere )?(?:key(?:note)?[- ]?)?"
    r"(?:sprekers?|speakers?|referenten|referentinnen|presenters|partners|sponsors|sponsoren|organisatie|organisation"
    r"|locatie|location|venue|anfahrt|bereikbaarheid|route|routebeschrijving|kosten|prijs|costs|prices|fees"
    r"|tickets|contact|kontakt|downloads|faq)",
    re.IGNORECASE,
)
_BUTTONS: Final = re.compile(
    r"aanmelden|inschrijven|anmelden|anmeldung|zur anmeldung|register|sign up|deel (?:dit|deze) \w+"
    r"|(?:deel (?:op|via)|share (?:this|on)|(?:volg|follow) (?:ons|us)|folge[nt]? (?:sie )?uns)\b.{0,25}"
    r"|ook interessant|gerelateerd\w*(?: \w+)?|related (?:events|posts|news|articles)|lees ook|cookies?"
    r"|das könnte sie auch interessieren|privacy\w*|privacy policy|impressum|datenschutz\w*|nieuwsbrief|newsletter"
    r"|facebook|twitter|linkedin|whatsapp|instagram",
    re.IGNORECASE,
)


def tells_of_the_day(row: Row) -> bool:
    """Whether a line heads what is said below a programme, and is no block: `Anmeldung:`, `Over de sprekers`."""
    if row.bullet or _BUTTONS.fullmatch(row.text.strip(" :#*_")) is not None:
        return not row.bullet
    return is_about_the_day(row.text) and (row.after_gap or row.is_heading)


def is_about_the_day(text: str) -> bool:
    """Whether a text heads what is said of a day besides its programme: `Bereikbaarheid`, `Onze sprekers`."""
    return _REGISTER.fullmatch(text) is not None or _OF_THE_DAY.fullmatch(text.strip(" :#*_")) is not None
