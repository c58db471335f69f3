"""Tries the whole window from outside: `python -m tests.atspi.story [nl|en]`.

On a screen and a session bus of its own it opens StudyDAG on the worked example, and with nothing but what assistive
technology can read and do: opens the day, walks the tree of each page, adds a block, names it, makes it 45 minutes,
reads it back, undoes and redoes that, and looks into the library file.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.operations.exchange import load_day
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from tests.atspi.client import Desk, Thing, wait_for
from tests.atspi.session import missing, program, session

TODAY = "2027-02-22"
TITLE = "Rondje ervaringen"
WORDS = {
    "nl": {
        "saved": "Alles is opgeslagen",
        "programme": "Programma",
        "timeline": "Tijdlijn",
        "list": "Programma als lijst",
        "add": "Blok toevoegen",
        "title": "Titel",
        "minutes": "Duur",
        "45 minutes": "45 minuten",
        "50 minutes": "50 minuten",
        "30 minutes": "30 minuten",
        "changed": "Duur wijzigen: opgeslagen",
        "undo": "Ongedaan maken",
        "undone": "Ongedaan gemaakt: duur wijzigen",
        "redo": "Opnieuw",
        "redone": "Opnieuw gedaan: duur wijzigen",
        "time": "Tijd",
        "accept": "Accepteren met reden…: Van 15:00 tot 15:50",
        "why": "Waarom mag dit zo blijven?",
        "accept it": "Accepteren",
        "accepted": "Aandachtspunt accepteren: opgeslagen",
        "print": "Afdrukken",
        "documents": "Documenten",
        "preview": "Voorbeeld: ",
        "save": "Opslaan als PDF…",
        "school": "School",
        "people": "Mensen",
    },
    "en": {
        "saved": "Everything is saved",
        "programme": "Programme",
        "timeline": "Timeline",
        "list": "Programme as a list",
        "add": "Add block",
        "title": "Title",
        "minutes": "Duration",
        "45 minutes": "45 minutes",
        "50 minutes": "50 minutes",
        "30 minutes": "30 minutes",
        "changed": "Change duration: saved",
        "undo": "Undo",
        "undone": "Undone: change duration",
        "redo": "Redo",
        "redone": "Redone: change duration",
        "time": "Time",
        "accept": "Accept with a reason…: From 15:00",
        "why": "Why may this stay as it is?",
        "accept it": "Accept",
        "accepted": "Accept finding: saved",
        "print": "Print",
        "documents": "Documents",
        "preview": "Preview: ",
        "save": "Save as PDF…",
        "school": "School",
        "people": "People",
    },
}
"""What the window is asked for, and what it says, as a user of each language hears it."""
CONTROLS = frozenset(
    {
        "push button", "check box", "radio button", "toggle button", "button menu", "text", "spin box", "combo box",
        "list", "table", "tree", "page tab", "list item", "slider", "menu item", "check menu item", "password text",
    }
)  # fmt: skip
"""The roles of what can be worked."""
BUTTONS = frozenset({"push button", "check box", "radio button", "toggle button", "button menu"})
"""The roles of what does something when it is pressed."""


def main(code: str) -> int:
    """Run the story in one language, and say what was found; return the exit status."""
    reason = missing()
    if reason:
        print(reason)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = library_of_the_example(folder, code)
        with session(folder) as environment:
            os.environ.update(environment)
            desk = Desk()
            try:
                with program(["--library", str(library), "--language", code, "--today", TODAY], environment):
                    Story(desk, library, WORDS[code]).tell()
            finally:
                desk.close()
    return 0


class Story:
    """The steps, one after the other; each raises LookupError or AssertionError where the window fails."""

    def __init__(self, desk: Desk, library: Path, words: dict[str, str]) -> None:
        """Take a desk on which the program starts."""
        self._desk = desk
        self._library = library
        self._words = words
        self._window = desk.program("StudyDAG")
        self._heard: list[str] = []

    def tell(self) -> None:
        """Do all of it."""
        self._window.wait("label", self._words["saved"])
        self.look_at_the_school()
        self.open_the_day()
        self.walk_every_page()
        block = self.add_a_block()
        self.lengthen_and_undo(block)
        self.accept_a_finding()
        self.look_at_what_is_printed()
        assert minutes_of(self._library, TITLE) == [50]

    def look_at_the_school(self) -> None:
        """Turn on what leads to the school, as voice control does, and look at each of its lists."""
        self._window.wait("radio button", self._words["school"]).do("Toggle")
        self._window.wait("page tab", self._words["people"])
        lists = (each.children for each in self._window.walk() if each.role == "page tab list")
        tabs = next(each for each in lists if any(tab.name == self._words["people"] for tab in each))
        for tab in [each for each in tabs if each.role == "page tab"]:
            self.look_at(tab)

    def open_the_day(self) -> None:
        """Select the worked example in the library, which opens it."""
        days = (each for each in self._window.walk() if each.role == "list item" and "selectable" in each.states)
        next(days).do("Toggle")
        self._window.wait("page tab", self._words["programme"], part=True)

    def walk_every_page(self) -> None:
        """Look at everything on each page of the day: what can be worked has a name, a role and a place."""
        lists = (each.children for each in self._window.walk() if each.role == "page tab list")
        tabs = next(each for each in lists if any(self._words["programme"] in tab.name for tab in each))
        for tab in [each for each in tabs if each.role == "page tab"]:
            self.look_at(tab)

    def look_at(self, tab: Thing) -> None:
        """Go to a tab, and look at all that is there then."""
        tab.do("Press")
        wait_for(f"the page {tab.name}", lambda: "selected" in tab.states)
        things = list(self._window.walk())
        controls = [each for each in things if each.role in CONTROLS]
        lacking = [each.role for each in controls if not (each.name or each.description).strip()]
        assert not lacking, f"{tab.name}: without a name: {lacking}"
        idle = [
            each.name for each in controls if each.role in BUTTONS and "enabled" in each.states and not each.actions
        ]
        assert not idle, f"{tab.name}: with nothing to do: {idle}"
        print(f"{tab.name}: {len(things)} things, {len(controls)} controls, all with a name")

    def add_a_block(self) -> Thing:
        """Add a block, type its title where it stands, and make it 45 minutes in its form."""
        words, window = self._words, self._window
        window.wait("page tab", words["programme"], part=True).do("Press")
        timeline = window.wait("list", words["timeline"])
        table = window.wait("table", words["list"])
        headers = [each.name for each in table.children if each.role == "column header"]
        assert words["time"] in headers, headers
        before = len(timeline.children)
        self._desk.said()
        window.wait("push button", words["add"]).do("Press")
        # The title is asked for where the block stands.
        wait_for("one block more", lambda: len(timeline.children) > before)
        window.wait("text", words["title"], part=True).write(TITLE)
        block = wait_for("its name", lambda: timeline.find("list item", TITLE, part=True))
        window.wait("text", words["minutes"]).write("45")
        wait_for("45 minutes", lambda: words["45 minutes"] in block.name)
        print(f"{block.role} {block.name!r}: {sorted(block.states)}, at {block.extents}, can {block.actions}")
        assert {"selected", "selectable", "focusable"} <= block.states
        assert min(block.extents) > 0
        assert window.wait("text", words["minutes"]).text.startswith("45")
        assert minutes_of(self._library, TITLE) == [45]
        self.hears(words["changed"])
        return block

    def lengthen_and_undo(self, block: Thing) -> None:
        """Make the block longer by its own action; take back what was done to its minutes, and do it again."""
        words, window = self._words, self._window
        block.do("Increase")
        wait_for("50 minutes", lambda: words["50 minutes"] in block.name)
        window.wait("push button", words["undo"], part=True).do("Press")
        wait_for("30 minutes again", lambda: words["30 minutes"] in block.name)
        self.hears(words["undone"])
        window.wait("push button", words["redo"], part=True).do("Press")
        wait_for("50 minutes again", lambda: words["50 minutes"] in block.name)
        self.hears(words["redone"])

    def accept_a_finding(self) -> None:
        """Let a finding stand that the longer block brought, with the reason that the dialog asks for."""
        words, window = self._words, self._window
        window.wait("push button", words["accept"], part=True).do("Press")
        window.wait("dialog", words["accept it"], part=True)
        window.wait("text", words["why"], part=True).write("Zo afgesproken")
        window.wait("push button", words["accept it"]).do("Press")
        self.hears(words["accepted"])
        assert study_day(self._library).acceptances[-1].reason == "Zo afgesproken"

    def look_at_what_is_printed(self) -> None:
        """Go to what is printed, and read the page that is in view."""
        words, window = self._words, self._window
        window.wait("page tab", words["print"]).do("Press")
        assert len([each for each in window.wait("list", words["documents"]).children if each.role == "list item"]) > 10
        page = wait_for(
            "the page", lambda: next((x for x in window.walk() if x.name.startswith(words["preview"])), None)
        )
        wait_for("what stands on the page", lambda: "8:30" in page.description)
        assert {"showing", "focusable"} <= page.states
        assert "enabled" in window.wait("push button", words["save"]).states
        print(page.name)

    def hears(self, text: str) -> None:
        """Wait until something is announced."""

        def listen() -> bool:
            self._heard += self._desk.said()
            return any(text in each for each in self._heard)

        wait_for(f"{text!r} to be said", listen)
        print("Said:", *self._heard, sep="\n  ")
        self._heard.clear()


def library_of_the_example(folder: Path, code: str) -> Path:
    """Make a library with the worked example."""
    path = folder / "library.studydag"
    with Library.open(path, create=True) as library:
        load_day(library, decode(worked_example(code), built_in=read_setting(library, StudyDay())))
    return path


def minutes_of(library: Path, title: str) -> list[int]:
    """Return how long the blocks of this title last, as it stands in the library file beside the window."""
    return [each.minutes for each in study_day(library).blocks if each.title == title]


def study_day(library: Path) -> StudyDay:
    """Return the first study day, as it stands in the library file beside the window."""
    with Library.look(library) as beside:
        return beside.get(StudyDay, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "nl"))
