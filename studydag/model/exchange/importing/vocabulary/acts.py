"""The verbs by which a sentence says that somebody leads, speaks or takes part, in Dutch, English and German."""

from __future__ import annotations

import re
from typing import Final

_EITHER_SIDE: Final = (
    r"geeft|geven|vertelt|vertellen|spreekt|spreken|presenteert|presenteren|verzorgt|verzorgen|neemt|nemen|licht|lichten"
    r"|bespreekt|bespreken|deelt|delen|leidt|leiden|introduceert|introduceren|reflecteert|reflecteren|opent|openen|sluit"
    r"|sluiten|leest|lezen|interviewt|overhandigt|blikt|blikken|modereert|modereren|begeleidt|begeleiden|reageert"
    r"|reageren|praat|praten|debatteert|debatteren|discussieert|discussiëren|heet|heten|verwelkomt|verwelkomen|loodst"
    r"|loodsen|duidt|schetst|schetsen|behandelt|behandelen|gidst|gidsen|houdt|houden|legt|leggen|schuift|schuiven|zitten"
    r"|vormen|begrüßt|begrüßen|eröffnet|eröffnen|leitet|leiten|liest|führt|führen|hält|halten|diskutiert|diskutieren"
    r"|moderiert|moderieren|spricht|sprechen|stellt|stellen|berichtet|berichten|präsentiert|präsentieren|referiert"
    r"|referieren|erläutert|erläutern"
)
_BEHIND_A_NAME: Final = (
    r"toont|tonen|laat zien|laten zien|laat je|ga(?:at|an) (?:in|met|samen|dieper|je|jullie|ons|u|het gesprek)"
    r"|zijn (?:te gast|onze gasten|aanwezig)|is (?:te gast|onze gast)"
    r"|opens?|closes?|welcomes?|reflects?|reads?|interviews?|chairs?|moderates?|facilitates?|hosts?|joins?"
    r"|gives?|presents?|talks?|speaks?|shares?|leads?|explains?|introduces?|discuss(?:es)?"
    r"|will (?:be |also )?(?:speak|talk|present|share|lead|open|discuss|join|welcome|chair|introduce)"
)
_DOES: Final = rf"(?:{_EITHER_SIDE}|{_BEHIND_A_NAME})\b"
ACTS: Final = re.compile(rf",?\s+(?:ook |zelf |also |then |samen )?{_DOES}")
"""Behind a name."""
VERB: Final = re.compile(rf"\b{_DOES}")
INVERTED: Final = re.compile(
    rf"(?<=[^\W_] )(?:(?P<does>{_EITHER_SIDE}|gaat|gaan|laat|laten|ontvangt|ontvangen|komen|komt|zeigt|zeigen"
    r"|übernimmt)"
    r"|zal|zullen|wird|werden) (?:(?:de|der|die) (?=[a-zäöü])(?!heer |mevrouw ))?"
)
"""In a sentence that begins with when or where, before who acts; without `does` the verb stands at the end."""
DO_BEHIND_WHO_LEADS: Final = re.compile(rf",? (?:{_EITHER_SIDE}|ga(?:at|an)|komen|komt|zal|zullen|wird|werden) ")
"""Before those who act behind the one who leads: `Onder leiding van Anna Bos gaan Jan Mos en Ria Vos in gesprek`."""
WILL: Final = re.compile(
    r"\b(?:verzorgen|geven|spreken|vertellen|presenteren|ingaan|toelichten|leiden|houden|bespreken|delen|openen|sluiten"
    r"|begeleiden|schetsen|behandelen|modereren|reageren|sprechen|berichten|vorstellen|halten|führen|moderieren|eröffnen"
    r"|begrüßen|zeigen|diskutieren|referieren|präsentieren|leiten)\b"
)
OPENING: Final = re.compile(
    r"(?:after|during|in|at|before|then|next|finally|first|afterwards|following|to (?:start|close|open|begin|end))\b"
    r"[^,.;]{0,60}, ",
    re.IGNORECASE,
)
"""`After the break, Mary Jones will lead a discussion`."""
IN_A_WORK: Final = re.compile(
    r"(?:in|uit|aus|from) [a-z]+ (?:[a-zäöü]+ )?[a-zäöü-]*(?:film|boek|roman|documentaire|video|artikel|brief|dagboek"
    r"|book|novel|documentary|article|buch|dokumentation|tagebuch)\b",
    re.IGNORECASE,
)
"""Who tells something there is not here."""
WORKS: Final = re.compile(
    r" (?:studeerde|promoveerde|werkt|doceert|geeft les|studierte|promovierte|arbeitet|lehrt|forscht|works|teaches"
    r"|heads|holds|studied|graduated)\b"
)
IS: Final = re.compile(r"(?: \([^()]{2,30}\))? (?:is|zijn|ist|sind|are)\b")
