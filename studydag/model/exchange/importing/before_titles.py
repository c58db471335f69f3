"""What stands between the time of a block and its title: where it is, or who speaks."""

from __future__ import annotations

import re

from studydag.model.exchange.importing.headings import is_section, is_sentence
from studydag.model.exchange.importing.names import Sureness
from studydag.model.exchange.importing.people import people_in, speaker_of
from studydag.model.exchange.importing.people_behind import BY
from studydag.model.exchange.importing.phase_words import tells_a_phase
from studydag.model.exchange.importing.places import room_sureness
from studydag.model.exchange.importing.rows import Row
from studydag.model.rules.durations import read_minutes


def could_be_where(found: re.Match[str]) -> bool:
    """Whether what stands in parentheses right behind a time says where: `10.30 Uhr (Hörsaal Q 0.101)`."""
    text = found["room"]
    is_apart = ":" in found["colon"] or not found["rest"] or room_sureness(text) >= Sureness.LIKELY
    is_named = text[:1].isupper() and people_in(text).sureness < Sureness.SURE
    return is_apart and is_named and read_minutes(text) is None


def says_where_before(row: Row, following: Row | None) -> bool:
    """Whether a line below a time says where, and the next line what: `Festsaal, Markt 13` above `Empfang`."""
    if following is None or len(row.filled) > 1 or following.bullet or following.after_gap:
        return False
    least = Sureness.LIKELY if "," in row.text else Sureness.SURE
    is_named = speaker_of(following.text).sureness >= Sureness.LIKELY or is_sentence(following.text)
    is_title = tells_a_phase(row.text) and "," not in row.text
    return room_sureness(row.text) >= least and not is_title and not is_named


def speaks_before(row: Row, following: Row | None) -> bool:
    """Whether a line below a time names who speaks, and the next line what about: `Anna Bos (Bonn):`."""
    if following is None or len(row.filled) > 1:
        return False
    if is_sentence(following.text) or is_section(following.text) or following.bullet:
        return False
    is_named = speaker_of(row.text.rstrip(":,")).sureness is Sureness.SURE and not tells_a_phase(row.text)
    if is_named and row.text.endswith(",") and not following.after_gap:
        return True
    return is_named and speaker_of(following.text).sureness < Sureness.LIKELY and BY.match(following.text) is None
