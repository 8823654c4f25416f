# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by keyboard alone: unlock, look at a day, recognise one commune and refuse another."""

import os
import subprocess

import harness

PASSPHRASE = "mau huyen nhu xuan"
DAY = "30/11/2025"


def open_sample(app, folder):
    """The invented district, unlocked and evaluated."""
    app.start("--date", DAY, app.make_sample(os.path.join(folder, "sample.tham-dinh")))
    app.wait_focus("Passphrase")
    app.type(PASSPHRASE)
    app.key("Return")
    app.wait("criteria met", "table row")


def unlock(app, tap):
    app.wait("Passphrase", "password text")
    app.wait_focus("Passphrase")
    app.type("not the passphrase")
    app.key("Return")
    app.wait("This passphrase is not right")
    app.wait_focus("Passphrase")
    tap.check(True, "a wrong passphrase is said in place, and the entry has the focus")
    app.type(PASSPHRASE)  # what was wrong is selected, so this takes its place
    app.key("Return")
    app.wait("criteria met", "table row")
    tap.check(True, "the right passphrase opens the district")


def look_at_day(app, tap):
    app.key("ctrl+d")
    app.wait_focus("Day")
    app.key("ctrl+a")
    app.type("31/11/2025")
    app.wait("Not a day")
    tap.check(True, "a day that is none is marked in place")
    app.key("ctrl+a")
    app.type("29/11/2025")
    app.wait("On 29/11/2025, ")
    app.key("ctrl+Next")
    summary = app.wait("On %s, " % DAY).name
    tap.check(" of 16 communes and towns meet" in summary, "the district is told in a sentence", summary)


def go_to_unit(app, ending):
    app.walk_to("Tab", "criteria met")
    app.key("Home")
    row = app.walk_to("Down", ending)
    app.key("Return")
    return row.split(",")[0]


def recognise(app, tap, folder):
    unit = go_to_unit(app, "Meets all")
    app.wait_focus("Criterion 1")
    tap.check(app.find("Meets all ten criteria") is not None, "a commune that meets all says so")
    app.key("ctrl+r")
    app.wait_focus("Pages")
    app.key("ctrl+s")
    text = harness.pdf_text(app.save(os.path.join(folder, "decision.pdf")))
    tap.check("QUYẾT ĐỊNH" in text and unit in text, "the decision was saved and names the unit", text)
    app.key("alt+Left")
    app.wait_focus("Criterion 1")
    app.key("alt+Left")
    app.wait_focus("criteria met")
    tap.check(True, "back leads to the unit and to the district")


def refuse(app, tap, folder):
    unit = go_to_unit(app, "Not met")
    app.wait_focus("not met")
    app.key("Return")
    item = app.walk_to("Down", " · P")
    app.key("Return")
    key = item.split(" · ")[1].split(".")[0]
    title = app.wait("Đối tượng " + key, "frame").name
    name = item.split(" · ")[0]
    tap.check(name not in title, "a row opens, and its title names nobody", title)
    app.wait("Họ và tên")
    app.key("Escape")
    app.wait_gone("Đối tượng " + key, "frame")
    tap.check(True, "Escape closes it")
    app.key("ctrl+shift+r")
    app.wait_focus("Pages")
    app.key("ctrl+s")
    text = harness.pdf_text(app.save(os.path.join(folder, "notice.pdf")))
    tap.check("THÔNG BÁO" in text and unit in text, "the notice was saved and names the unit", text)
    tap.check(name not in text, "the notice names no person", text)


def print_to_file(tap, folder, tool):
    """The pages that are printed are those that are saved."""
    printed = os.path.join(folder, "printed.pdf")
    subprocess.run([tool, os.path.join(folder, "notice.pdf"), printed], check=True)
    tap.check(harness.pdf_text(printed) == harness.pdf_text(os.path.join(folder, "notice.pdf")),
              "what is printed is what was saved")


def run(app, tap):
    with harness.job(app, tap) as folder:
        app.start("--date", DAY, app.make_sample(os.path.join(folder, "sample.tham-dinh")))
        unlock(app, tap)
        look_at_day(app, tap)
        recognise(app, tap, folder)
        refuse(app, tap, folder)
        if "TD_PRINT" in os.environ:
            print_to_file(tap, folder, os.environ["TD_PRINT"])
        app.key("ctrl+l")
        app.wait_focus("Passphrase")
        tap.check(app.find("criteria met") is None, "locked, nothing of the district is left")
