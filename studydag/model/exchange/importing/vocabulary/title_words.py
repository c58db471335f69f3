"""Words that stand in titles of programmes and in no name; in German every noun has a capital, as names do."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from studydag.model.exchange.importing.vocabulary.given_names import words_of

_ENDINGS: Final = re.compile(
    r".{3,}(?:ische[rnms]?|liche[rnms]?|elijke|ungen|ung|heiten|heit|keiten|keit|schaften|schaft|tionen|tion|tions|ismus|isme|heid|heden"
    r"|atie|aties|itie|ities|teit|ität|isering|ness|ments"
    r"|project|projecten|projekte?|programma|programme?|traject|trajecten|ologie|ology|unterricht|onderwijs|lernen|leren|schule|schulen|pause|pauze|sessie|sessies|session"
    r"|ronde|runde|groep|gruppe|gruppen|groepen"
    r"|zaal|raum|saal|werk|bildung|tag|dag|punkt|punt|kunde|gesprek|gespräch|vortrag|lezing|training"
    r"|coaching|teaching|learning|thinking|planning"
    r"|museum|museen|wettbewerb|award|awards|vorschläge|archiv|galerie|galerien|bibliothek|landkreis|landkreise"
    r"|building|sharing|meetings?|reading|writing|making|setting|opening|closing|wellbeing|skills|work"
    r"|room|time|arbeit|phase|konferenz|essen|klasse|klassen"
    r"|college|colleges|schools?|lyceum|gymnasium|academie|akademie|academy|instituut|institut|institute|universiteit"
    r"|universität|university|stichting|stiftung|centrum|zentrum|centre|center|verein|vereniging|genootschap|gesellschaft|ministerie|ministerium"
    r"|ministry|department|gemeente|provincie|verlag|hogeschool|hochschule|atheneum|foundation|association)"
)


@cache
def title_words() -> frozenset[str]:
    """Return the words in lower case."""
    return words_of("title_words.txt")


def is_title_word(word: str) -> bool:
    """Whether a word, however it is written, is one that titles use and names don't."""
    low = word.casefold().strip(".,:;!?'\"’()")
    return low in title_words() or _ENDINGS.fullmatch(low) is not None
