#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs jobs in a real window on a display of their own: run.py --app PATH --cli PATH --build FOLDER JOB…

Each job is a module beside this one with a function run(app, tap). Without the tools for a display, all of it is
skipped. The answer is TAP."""

import argparse
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile

TOOLS = ["Xvfb", "openbox", "xdotool", "xprop", "dbus-run-session", "pdftotext"]
BUS_LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]


def missing():
    """What this machine lacks to run a window; empty where it has all."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not any(map(os.path.exists, BUS_LAUNCHERS)):
        lacking.append("at-spi-bus-launcher")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        lacking.append("gir1.2-atspi-2.0")
    return lacking


def start_display():
    """An X server on a free number that it finds itself, and its number."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    return server, number


def environment(arguments, home, display):
    env = dict(os.environ)
    env.update({
        "DISPLAY": ":" + display, "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config",
        "XDG_CACHE_HOME": home + "/cache", "XDG_RUNTIME_DIR": home,
        "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory", "GTK_A11Y": "atspi",
        "NO_AT_BRIDGE": "0", "GTK_USE_PORTAL": "0", "ADW_DISABLE_PORTAL": "1", "G_DEBUG": "fatal-criticals",
        "GSETTINGS_SCHEMA_DIR": arguments.build + "/data", "TD_LOCALEDIR": arguments.build + "/po",
        "LC_ALL": os.environ.get("TD_UI_LOCALE", "C.UTF-8"), "LANGUAGE": os.environ.get("TD_UI_LOCALE", "en")[:2],
        "NO_COLOR": "1",
    })
    env.pop("WAYLAND_DISPLAY", None)
    return env


def has_window_manager():
    """Whether a window that opens now will be given the focus."""
    answer = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, check=False, text=True)
    return "window id" in answer.stdout


def run_inside(arguments):
    """What happens within the session's bus. The bus starts what talks on standard output, which is not TAP."""
    import harness

    sys.stdout = os.fdopen(int(os.environ["TD_TAP"]), "w")
    launcher = next(filter(os.path.exists, BUS_LAUNCHERS))
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    helpers = [subprocess.Popen([launcher, "--launch-immediately"], **quiet), subprocess.Popen(["openbox"], **quiet)]
    harness.poll(has_window_manager, "the window manager")
    tap = harness.Tap()
    try:
        for name in arguments.jobs:
            importlib.import_module(name).run(harness.App(arguments.app, arguments.cli), tap)
    finally:
        for helper in helpers:
            helper.terminate()
    return tap.finish()


def run_outside(arguments):
    home = tempfile.mkdtemp(prefix="tham-dinh-ui-")
    server, display = start_display()
    tap = os.dup(sys.stdout.fileno())
    env = dict(environment(arguments, home, display), TD_TAP=str(tap))
    try:
        return subprocess.call(["dbus-run-session", "--", sys.executable, __file__, "--inside"] + sys.argv[1:],
                               env=env, pass_fds=[tap], stdout=sys.stderr)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
        shutil.rmtree(home, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--app", required=True)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("jobs", nargs="+")
    arguments = parser.parse_args()
    if arguments.inside:
        return run_inside(arguments)
    lacking = missing()
    if lacking:
        print("1..0 # SKIP there is no " + ", ".join(lacking))
        return 0
    return run_outside(arguments)


if __name__ == "__main__":
    sys.exit(main())
