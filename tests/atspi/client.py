"""Reads and works a window from outside, over AT-SPI, as a screen reader or a voice control does.

It speaks D-Bus itself, so that nothing of the system's Python is needed. Names are those of the protocol's own
interfaces (org.a11y.atspi.Accessible, Action, Text, Value …).
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from jeepney import DBusAddress, MatchRule, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

Found = TypeVar("Found")

ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
NULL = "/org/a11y/atspi/null"
PATIENCE = 20.0
"""Seconds after which something that was waited for counts as missing."""

STATES = (
    "invalid", "active", "armed", "busy", "checked", "collapsed", "defunct", "editable", "enabled", "expandable",
    "expanded", "focusable", "focused", "has tooltip", "horizontal", "iconified", "modal", "multi line",
    "multiselectable", "opaque", "pressed", "resizable", "selectable", "selected", "sensitive", "showing",
    "single line", "stale", "transient", "vertical", "visible", "manages descendants", "indeterminate", "required",
    "truncated", "animated", "invalid entry", "supports autocompletion", "selectable text", "is default", "visited",
    "checkable", "has popup", "read only",
)  # fmt: skip
"""The states by their bit, as AtspiStateType counts them."""


class Desk:
    """All programs that can be read, and what they say."""

    def __init__(self) -> None:
        """Turn accessibility on for the session in DBUS_SESSION_BUS_ADDRESS, and find the bus on which it speaks."""
        self._session = open_dbus_connection("SESSION", auth_timeout=PATIENCE)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = unwrap_msg(self._session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=PATIENCE))
        status = Properties(bus.with_interface("org.a11y.Status"))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            unwrap_msg(self._session.send_and_get_reply(status.set(name, "b", True), timeout=PATIENCE))
        self.bus: DBusConnection = open_dbus_connection(address, auth_timeout=PATIENCE)
        self._heard: deque[Any] = deque()
        self._listen_for_announcements()

    def close(self) -> None:
        """Leave both buses."""
        self.bus.close()
        self._session.close()

    def program(self, name: str) -> Thing:
        """Return a program by its name, once it is there."""
        desk = Thing(self, "org.a11y.atspi.Registry", ROOT)
        return wait_for(
            f"the program {name}", lambda: next((each for each in desk.children if each.name == name), None)
        )

    def said(self) -> list[str]:
        """Return what was announced since the last time, in order."""
        self._take_in()
        texts = [str(each.body[3][1]) for each in self._heard]
        self._heard.clear()
        return texts

    def call(self, address: DBusAddress, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        """Call a method, and return what it gives."""
        message = new_method_call(address, method, signature, body)
        given = unwrap_msg(self.bus.send_and_get_reply(message, timeout=PATIENCE))
        return given[0] if len(given) == 1 else given

    def _listen_for_announcements(self) -> None:
        """Have programs tell all that happens to a thing, as a screen reader does; only what is said comes in here."""
        rule = MatchRule(type="signal", interface=f"{ATSPI}Event.Object", member="Announcement")
        Proxy(message_bus, self.bus).AddMatch(rule)
        self.bus.filter(rule, queue=self._heard).__enter__()
        registry = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
        self.call(registry, "RegisterEvent", "s", ("object:",))

    def _take_in(self) -> None:
        try:
            while True:
                self.bus.recv_messages(timeout=0.05)
        except TimeoutError:
            return


@dataclass(frozen=True)
class Thing:
    """Something on the screen, or a program: it has a name, a role, states, and maybe things within it."""

    desk: Desk
    bus_name: str
    path: str

    # -- what it is

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self._get("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What more there is to know."""
        return str(self._get("Accessible", "Description"))

    @cached_property
    def role(self) -> str:
        """What it is, in the protocol's words: push button, list item, table cell. It stays that."""
        return str(self._call("Accessible", "GetRoleName"))

    @property
    def states(self) -> frozenset[str]:
        """How it is now."""
        low, high = self._call("Accessible", "GetState")
        bits = low | high << 32
        return frozenset(name for place, name in enumerate(STATES) if bits >> place & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        """What can be asked of it: Action, Text, Value, Table."""
        return frozenset(str(each).rpartition(".")[2] for each in self._call("Accessible", "GetInterfaces"))

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """Where it is on the screen: left, top, width, height."""
        found = self._call("Component", "GetExtents", "u", (0,))
        return tuple(found)  # type: ignore[return-value]

    # -- what is in it

    @property
    def children(self) -> list[Thing]:
        """The things within it."""
        found = self._call("Accessible", "GetChildren")
        return [Thing(self.desk, bus_name, path) for bus_name, path in found if path != NULL]

    def walk(self) -> Iterator[Thing]:
        """Return it and all that is shown within it, from the outside in."""
        yield self
        for child in self.children:
            try:
                shown = "showing" in child.states
            except DBusErrorResponse:
                # It went while we looked.
                continue
            if shown:
                yield from child.walk()

    def find(self, role: str, name: str, *, part: bool = False) -> Thing | None:
        """Return what has this role and name (or, with `part`, a name in which it stands)."""
        for each in self.walk():
            if each.role == role and (name == each.name or (part and name in each.name)):
                return each
        return None

    def wait(self, role: str, name: str, *, part: bool = False) -> Thing:
        """Return what has this role and name, once it is there."""
        return wait_for(f"{role} {name!r}", lambda: self.find(role, name, part=part))

    # -- what can be done with it

    @property
    def actions(self) -> tuple[str, ...]:
        """What can be done with it."""
        if "Action" not in self.interfaces:
            return ()
        return tuple(str(name) for name, *_ in self._call("Action", "GetActions"))

    def do(self, *names: str) -> None:
        """Do the first of these that it can."""
        able = self.actions
        chosen = next((name for name in names if name in able), None)
        if chosen is None:
            raise LookupError(f"{self.role} {self.name!r} can only {able}, none of {names}")
        # Some answer only once the dialog that they open is closed.
        self._call("Action", "DoAction", "i", (able.index(chosen),))

    def take_focus(self) -> None:
        """Ask that the keys go to it."""
        self._call("Component", "GrabFocus")

    @property
    def text(self) -> str:
        """The text in it."""
        return str(self._call("Text", "GetText", "ii", (0, -1)))

    def write(self, text: str) -> None:
        """Put a text in place of the one in it."""
        self._call("EditableText", "SetTextContents", "s", (text,))

    @property
    def value(self) -> float:
        """The number that it stands for."""
        return float(self._get("Value", "CurrentValue"))

    @value.setter
    def value(self, number: float) -> None:
        properties = Properties(self._at("Value"))
        message = properties.set("CurrentValue", "d", number)
        unwrap_msg(self.desk.bus.send_and_get_reply(message, timeout=PATIENCE))

    def _at(self, interface: str) -> DBusAddress:
        return DBusAddress(self.path, self.bus_name, ATSPI + interface)

    def _get(self, interface: str, name: str) -> Any:
        message = Properties(self._at(interface)).get(name)
        ((_kind, value),) = unwrap_msg(self.desk.bus.send_and_get_reply(message, timeout=PATIENCE))
        return value

    def _call(self, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        return self.desk.call(self._at(interface), method, signature, body)


def wait_for(what: str, look: Callable[[], Found | None]) -> Found:
    """Look again and again until something is there; raises LookupError when it takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            found = look()
        except DBusErrorResponse:
            # What was looked at went away meanwhile.
            found = None
        if found:
            return found
        time.sleep(0.05)
    message = f"Waited in vain for {what}"
    raise LookupError(message)
