# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk's hour, by keyboard: twenty people entered in forms, a list of tests on a sheet, rows pasted from a spreadsheet,
and three mistakes undone."""

import subprocess

import harness
import main_job
from sheet_job import COMMUNE, open_sheet
from table_job import count

PEOPLE = 20
KEY = "P91%02d"

ROWS = "Đối tượng\tNgày lấy mẫu\tDịp\tKQ\n" + "".join(
    KEY % n + "\t28/11/2025\tđịnh kỳ\tâm tính\n" for n in range(5))


def wait_count(app, register, number):
    return harness.poll(lambda: count(app, register) == number, "%s rows of %s" % (number, register))


def enter_people(app, tap):
    app.key("ctrl+f")
    app.wait("600 rows")
    app.type("p91")
    app.wait("Nothing Found")
    for n in range(PEOPLE):
        app.key("ctrl+shift+n")
        app.wait("Đối tượng: new", "frame")
        app.type(KEY % n)
        app.key("Tab")
        app.type("Nguyen Van Thu")
        app.key("Tab")
        app.type("5/2/90")
        app.key("ctrl+s")
        app.wait_gone("Đối tượng: new", "frame")
    tap.check(wait_count(app, "Đối tượng", str(PEOPLE)), "twenty people are entered")


def enter_tests(app, tap):
    open_sheet(app, "ctrl+t", "A Day’s Tests", COMMUNE)
    app.wait("0 set, 0 of them positive; 47 not set")
    app.key("Tab")
    app.type("29/11/2025")
    app.key("Tab", "Tab", "Tab")
    app.walk_to("Tab", ", not set")
    app.key(*["Down", "a"] * 10)
    app.wait("10 set, 0 of them positive; 37 not set")
    app.key("ctrl+s")
    tap.check(app.wait("10 test results kept"), "a list of tests is entered on one sheet")
    app.wait_gone("A Day’s Tests", "frame")


def paste_tests(app, tap):
    app.key("ctrl+f")
    app.walk_to("Tab", "Đối tượng, ")
    app.walk_to("Down", "Xét nghiệm, ")
    subprocess.run(["xclip", "-selection", "clipboard"], input=ROWS, text=True, check=True)
    app.key("ctrl+v")
    app.wait("5 new")
    app.walk_to("Tab", "Take In")
    app.key("Return")
    tap.check(wait_count(app, "Xét nghiệm", "5"), "the rows of a spreadsheet are pasted")


def undo_three(app, tap):
    app.key("ctrl+z")
    app.wait("Undone: Xét nghiệm · 5 rows")
    app.key("ctrl+z")
    app.wait("Undone: Xét nghiệm · 10 rows")
    app.key("ctrl+z")
    tap.check(wait_count(app, "Đối tượng", str(PEOPLE - 1)) and wait_count(app, "Xét nghiệm", "0"),
              "three mistakes are undone, the last person entered among them")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        enter_people(app, tap)
        enter_tests(app, tap)
        paste_tests(app, tap)
        undo_three(app, tap)
