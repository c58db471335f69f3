"""What stayed behind of what was shared, in words."""

from __future__ import annotations

from collections.abc import Mapping

from studydag.labels import field_name
from studydag.language import Language


def left_out_text(left_out: Mapping[str, int], language: Language) -> str:
    """Say what stayed behind, as in "Left out as confidential: 1 need, scores of 2 candidates".

    Keys are a kind of thing, or a kind and a field of it with a dot between them.
    """
    items = []
    for what, count in left_out.items():
        kind, _, field = what.partition(".")
        counted = f"{count} {language.kind(kind, count)}"
        of_things = language.gettext("{field} of {things}")
        items.append(
            of_things.replace("{field}", field_name(field, language)).replace("{things}", counted) if field else counted
        )
    return language.gettext("Left out as confidential: {items}.").replace("{items}", ", ".join(items))
