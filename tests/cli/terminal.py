# SPDX-License-Identifier: GPL-3.0-or-later
"""A run on a terminal of its own, as a person at a keyboard would have it."""
import os
import pty
import select
import signal
import termios
import time


class Terminal:
    """Everything that the program writes comes to `seen`: standard output and standard error are the terminal too."""

    def __init__(self, box, *arguments, **env):
        self.seen = b''
        self.answered = 0  # how much of it stood there when something was typed
        self.status = None
        environment = box.environment(THAM_DINH_PASSPHRASE_FILE=None, TERM='xterm', **env)
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.chdir(box.folder)
            os.execve(box.program, [box.program, *map(str, arguments)], environment)

    def read_until(self, found, seconds=20):
        """Reads until `found (seen)`, the program's end or the time is up; answers whether it was found."""
        end = time.monotonic() + seconds
        while not found(self.seen) and time.monotonic() < end:
            if not select.select([self.tty], [], [], 0.05)[0]:
                continue
            try:
                got = os.read(self.tty, 65536)
            except OSError:  # the other side is closed
                got = b''
            if not got:
                break
            self.seen += got
        return found(self.seen)

    def asked(self):
        """Waits for a prompt: a line without its end, with the echo turned off behind it."""
        return self.read_until(lambda seen: seen[self.answered:].strip() and not seen.endswith(b'\n') and
                               not self.echoes())

    def echoes(self):
        return bool(termios.tcgetattr(self.tty)[3] & termios.ECHO)

    def type(self, text):
        self.answered = len(self.seen)
        os.write(self.tty, text.encode())

    def end(self):
        self.read_until(lambda seen: False)
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.tty)
        return self.status

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def text(self):
        return self.seen.decode('utf-8', 'replace')
