# SPDX-License-Identifier: GPL-3.0-or-later
"""A program in a window, driven by keys and read through its accessible names. Nothing here sleeps for a fixed time: what
is to come is polled for, up to a limit."""

import contextlib
import os
import re
import subprocess
import tempfile
import time
import zipfile

from gi.repository import GLib

import accessible

LIMIT = 20  # seconds that anything may take
PAUSE = 0.05


class Failure(Exception):
    pass


@contextlib.contextmanager
def job(app, tap):
    """A folder for what a job does; a failure of it is told, and at its end the program leaves by itself."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            yield folder
            status = app.quit()
            tap.check(status == 0, "the program ends by itself", status)
        except Failure as failure:
            tap.check(False, str(failure), "focus: " + app.focused())
        finally:
            app.kill()


class Tap:
    """Counts what was checked, and says it as TAP."""

    def __init__(self):
        self.n = 0
        self.failed = 0

    def check(self, good, what, found=None):
        self.n += 1
        self.failed += not good
        print(("ok" if good else "not ok"), self.n, "-", what, flush=True)
        if not good and found is not None:
            print("# found:", str(found)[:2000].replace("\n", "\n# "), flush=True)
        return good

    def finish(self):
        print("1..%d" % self.n, flush=True)
        return 1 if self.failed else 0


def poll(find, what, limit=LIMIT):
    """What find() answers, once that is true."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        try:
            answer = find()
        except GLib.Error:
            answer = None  # it went away while it was looked at
        if answer:
            return answer
        time.sleep(PAUSE)
    raise Failure("waited in vain for " + what)


class App:
    def __init__(self, program, tool):
        self.program = program
        self.tool = tool
        self.process = None
        self.accessible = None

    # The fixture

    def make_sample(self, path):
        subprocess.run([self.tool, "create", path, "--sample"], check=True, stderr=subprocess.DEVNULL)
        return path

    # The process

    def start(self, *words):
        self.process = subprocess.Popen([self.program, *words])
        self.accessible = accessible.Program(self.process.pid)
        poll(self.nodes, "the program's window")
        poll(self._find_window, "the window on the display")
        self.key("shift")  # the window manager gives the focus with the first event
        return self

    def _find_window(self):
        return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, check=False).returncode == 0

    def quit(self):
        """Leaves by the keyboard; answers the exit status."""
        self.key("ctrl+q")
        try:
            return self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None

    def kill(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    # Keys

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)

    # Reading the window

    def nodes(self):
        """All widgets of the program, as they are now."""
        return self.accessible.read()

    def find(self, part, role=None):
        """The first widget whose name contains the part, or None."""
        return next((node for node in self.nodes() if part in node.name and role in (None, node.role)), None)

    def wait(self, part, role=None):
        return poll(lambda: self.find(part, role), "“%s”" % part)

    def wait_gone(self, part, role=None):
        return poll(lambda: self.find(part, role) is None, "“%s” to go away" % part)

    def focused(self):
        """The name of the widget that has the focus, or an empty text; of two windows, the one on top came last."""
        return next((node.name for node in reversed(self.nodes()) if node.is_focused), "")

    def wait_focus(self, part):
        return poll(lambda: part in self.focused(), "the focus on “%s”, which is on “%s”" % (part, self.focused()))

    def walk_to(self, key, part, most=60):
        """Presses a key until the focus is on what is named so."""
        for _ in range(most):
            before = self.focused()
            if part in before:
                return before
            self.key(key)
            try:
                poll(lambda: self.focused() not in ("", before), "the focus to move", 2)
            except Failure:
                pass
        raise Failure("%s did not lead to “%s”" % (key, part))

    # Papers

    def save(self, path):
        """In a file dialog that asks where to save."""
        poll(lambda: self.find("Save the Paper"), "the file dialog")
        self.key("ctrl+a")
        self.type(path)
        self.key("Return")
        return poll(lambda: os.path.exists(path) and os.path.getsize(path) > 0 and path, path)

    def _press_print(self, path):
        self.key("alt+p")
        return os.path.exists(path)

    def print_to_file(self, path):
        """In the system's print dialog, in which the only printer is a file where the program was started."""
        self.wait("Print to File")
        self.walk_to("Tab", "GtkListItemWidget")
        self.key("space")
        poll(lambda: self._press_print(path), path)  # the dialog takes its time to know the printer
        self.wait_gone("Print", "dialog")
        return path


def pdf_text(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
    return " ".join(text.split())


def workbook_text(path):
    """What stands in the cells of a workbook's first sheet."""
    with zipfile.ZipFile(path) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
    return " ".join(re.findall(r">([^<>]+)</(?:t|v)>", xml))
