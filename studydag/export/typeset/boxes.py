"""Choices: boxes side by side where there are few, else one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.typeset.layout import Fragment, Frame, Nothing, Slot, beside, branch, listed, stacked
from studydag.export.typeset.structure import Node
from studydag.export.typeset.text import Content, Run
from studydag.export.typeset.theme import MM, OUTLINE, RHYTHM, Role
from studydag.export.typeset.typesetting import Element, Typesetter, set_text

MOST_BESIDE: Final = 3
"""More choices than this stand below each other, as does one alone."""

_NARROWEST_BOX: Final = 36 * MM
_WIDEST_NOTE: Final = 0.3
# In beats of the rhythm: lower choices go to the next page as a whole.
_SPLITS_ABOVE: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several: its title, what it is about, details to know of it, and a note such as its room.

    What is `over` doesn't take place: its title is grey.
    """

    title: str
    text: str = ""
    detail: Content = ""
    note: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Element):
    """A list of which one is chosen."""

    choices: tuple[Choice, ...]

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        return self.lay_out_beside(setter, width, 0.0)

    def lay_out_beside(self, setter: Typesetter, width: float, note_width: float) -> Fragment:
        """Return it laid out in a width in points; notes at the right are given at least `note_width`, to line up."""
        count = len(self.choices)
        gap = setter.theme.space(0.75)
        wide = (width - gap * (count - 1)) / max(count, 1)
        if 1 < count <= MOST_BESIDE and wide >= _NARROWEST_BOX * setter.theme.scale:
            return listed("None", [_boxes(setter, self.choices, wide, gap)])
        return listed("None", _lines(setter, self.choices, width, note_width))


def _boxes(setter: Typesetter, choices: Sequence[Choice], width: float, gap: float) -> Fragment:
    padding = setter.theme.space(0.5)
    inner = width - 2 * padding
    heads = [_head(setter, choice, inner) for choice in choices]
    highest = max(head.height for head in heads)
    contents = [_box(setter, choice, head, highest, inner) for choice, head in zip(choices, heads, strict=True)]
    height = max(content.height for content in contents) + 2 * padding
    slots = [
        Slot(
            x=index * (width + gap),
            fragment=branch(Node("LI"), branch(Node("LBody"), _framed(content, width, height, padding))),
        )
        for index, content in enumerate(contents)
    ]
    return beside(slots, len(choices) * (width + gap) - gap)


def _head(setter: Typesetter, choice: Choice, width: float) -> Fragment:
    title = set_text(setter, _title(choice), Role.BODY, width, node=Node("P"))
    parts = [replace(title, whole=True, keep_with_next=True, after=0.0)]
    if choice.text:
        text = set_text(setter, choice.text, Role.SMALL, width, node=Node("P"))
        parts.append(replace(text, after=0.0) if choice.detail else text)
    if choice.detail:
        parts.append(set_text(setter, choice.detail, Role.NOTE, width, node=Node("P")))
    return stacked(parts)


def _box(setter: Typesetter, choice: Choice, head: Fragment, highest: float, width: float) -> Fragment:
    """Return a box whose note stands as low as in the boxes beside it."""
    if not choice.note:
        return head
    note = set_text(setter, choice.note, Role.NOTE, width, node=Node("P"))
    return stacked(
        [replace(head, after=0.0), Nothing(height=highest - head.height, after=setter.theme.space(0.5)), note]
    )


def _framed(content: Fragment, width: float, height: float, padding: float) -> Fragment:
    return Frame(height=height, child=content, width=width, padding=padding, stroke=OUTLINE, radius=RHYTHM / 3)


def _lines(setter: Typesetter, choices: Sequence[Choice], width: float, least: float) -> list[Fragment]:
    gap = setter.theme.space(1)
    noted = max(setter.natural_width(choice.note, Role.BODY) for choice in choices) if choices else 0.0
    note_width = max(min(noted, width * _WIDEST_NOTE), least) if noted else 0.0
    if noted and least and len(choices) > MOST_BESIDE:
        # Who gives the width knows these notes.
        note_width = least
    text_width = width - note_width - (gap if note_width else 0.0)
    in_line = not any(
        choice.detail or setter.natural_width(_line(choice), Role.BODY) > text_width for choice in choices
    )
    bands: list[Fragment] = []
    for choice in choices:
        body = Node("LBody")
        text = _run_in(setter, choice, text_width) if in_line else _head(setter, choice, text_width)
        slots = [Slot(x=0.0, fragment=text, node=body)]
        if choice.note:
            note = set_text(setter, choice.note, Role.BODY, note_width, node=Node("P"))
            slots.append(Slot(x=width - note_width, fragment=note, node=body))
        bands.append(
            beside(
                slots,
                width,
                node=Node("LI"),
                after=setter.theme.space(0.25 if in_line else 0.4),
                splits_above=setter.theme.space(_SPLITS_ABOVE),
            )
        )
    return bands


def _run_in(setter: Typesetter, choice: Choice, width: float) -> Fragment:
    return set_text(setter, _line(choice), Role.BODY, width, node=Node("P"))


def _line(choice: Choice) -> Content:
    title = _title(choice)
    return (title, Run(f"  {choice.text}", grey=True)) if choice.text else title


def _title(choice: Choice) -> Run:
    return Run(choice.title, strong=not choice.over, grey=choice.over)
