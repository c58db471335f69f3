"""A whole study day, out of the library and into it."""

from __future__ import annotations

from typing import Final

from studydag.cli.arguments import JSON, Command, Exit
from studydag.cli.call import Call
from studydag.cli.day import DAY, find_day
from studydag.model.values.wording import N_


def _show(call: Call) -> int:
    from studydag.model.operations.setting import read_setting

    with call.look() as library:
        day = find_day(library, call.words[0])
        setting = read_setting(library, day)
    if call.has(JSON):
        from studydag.model.exchange.computed import computed_of
        from studydag.model.exchange.study_day_json import to_json

        call.out.text(to_json(day, setting, computed_of(day, setting)).decode())
        return Exit.DONE
    from studydag.cli.overview import overview

    for line in overview(day, setting, call.language):
        call.out.line(line)
    return Exit.DONE


SHOW: Final = Command(
    name="show",
    help=N_("show a study day: as text to read, or whole as JSON"),
    run=_show,
    words=(DAY,),
    options=(JSON,),
)
