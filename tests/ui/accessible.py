# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program tells a screen reader: all its widgets in one question over the accessibility bus, in the window's
order. Asking each widget by itself, as libatspi does, takes seconds for a window with a table."""

from collections import defaultdict

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

TEXT = "org.a11y.atspi.Text"
ROOT = "/org/a11y/atspi/accessible/root"
CONNECTED = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION


class Node:
    """A widget as it was when it was read."""

    def __init__(self, program, item):
        (_, self.path), _, (_, self.parent), self.index, self.n_children, _, self.name, role, _, (states, _) = item
        self.role = Atspi.Role(role).value_nick.replace("-", " ")
        self.is_focused = bool(states >> int(Atspi.StateType.FOCUSED) & 1)
        self._program = program

    def get_text(self):
        """What an entry holds."""
        count = self._program.call(self.path, "org.freedesktop.DBus.Properties", "Get",
                                   GLib.Variant("(ss)", (TEXT, "CharacterCount")))
        return self._program.call(self.path, TEXT, "GetText", GLib.Variant("(ii)", (0, count)))


class Program:
    """A running program on the accessibility bus."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1)
        self._bus = Gio.DBusConnection.new_for_address_sync(address.unpack()[0], CONNECTED)
        self._pid = pid
        self._name = None

    def _ask(self, name, path, interface, method, arguments=None):
        return self._bus.call_sync(name, path, interface, method, arguments, None, 0, -1).unpack()[0]

    def call(self, path, interface, method, arguments=None):
        return self._ask(self._name, path, interface, method, arguments)

    def _find_name(self):
        for name, _ in self._ask("org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren"):
            pid = self._ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
            if pid == self._pid:
                return name
        return None

    def read(self):
        """All widgets, each before those within it; none while the program has no window."""
        self._name = self._name or self._find_name()
        return self._read_known() if self._name is not None else []

    def _read_known(self):
        """The cache holds only widgets that somebody asked for once, and keeps those of what was closed: where it does
        not have as many below a widget as there are, that one is asked."""
        asked = self._ask_children([ROOT])
        while True:
            below = defaultdict(list)
            for item in self.call("/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems"):
                node = Node(self, item)
                if node.path in asked.get(node.parent, (node.path,)):
                    below[node.parent].append(node)
            found, waiting = [], [ROOT]
            while waiting:
                path = waiting.pop()
                nodes = sorted(below[path], key=lambda node: node.index)
                waiting.extend(node.path for node in reversed(nodes))
                found.extend(nodes)
            unclear = {node.path for node in found if node.n_children != len(below[node.path])} - set(asked)
            if not unclear:
                return found
            asked.update(self._ask_children(unclear))

    def _ask_children(self, paths):
        """What is below each widget now; all of them are asked before the first has answered. One that is gone has none."""
        children = {}

        def take(bus, result, path):
            try:
                children[path] = [child for _, child in bus.call_finish(result).unpack()[0]]
            except GLib.Error:
                children[path] = []

        for path in paths:
            self._bus.call(self._name, path, "org.a11y.atspi.Accessible", "GetChildren", None, None, 0, -1, None, take,
                           path)
        while len(children) < len(paths):
            GLib.MainContext.default().iteration(True)
        return children
