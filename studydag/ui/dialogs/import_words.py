"""What would come of a programme that is imported, in one line."""

from __future__ import annotations

from typing import Final

from studydag.language import Language
from studydag.model.values.imported import ImportedProgramme
from studydag.model.values.wording import N_, NN_

NOTHING_YET: Final = N_("Nothing to show yet. Each line of the programme will appear here with what it becomes.")


def counted(programme: ImportedProgramme, language: Language) -> str:
    """Say what would be added, and how much was not understood."""
    blocks = sum(len(part.blocks) for part in programme.parts)
    options = sum(len(block.options) for part in programme.parts for block in part.blocks)
    counts = (
        (NN_("{n} block", "{n} blocks", "n"), blocks),
        (NN_("{n} option", "{n} options", "n"), options),
        (NN_("{n} part", "{n} parts", "n"), len(programme.parts)),
        (NN_("{n} parked", "{n} parked", "n"), len(programme.parked)),
        (NN_("{n} line not understood", "{n} lines not understood", "n"), len(programme.not_understood)),
    )
    return " · ".join(language.wording(text, {"n": count}) for text, count in counts if count)
