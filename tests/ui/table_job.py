# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk at the registers' tables, by keyboard: finds a person without marks, opens, filters, sorts, copies, adds."""

import re
import subprocess

import harness
import main_job

PERSON = re.compile(r"P\d{4}, ")


def count(app, register):
    """How many rows of a register the search finds, as its line at the side says."""
    line = app.find(register + ", ", "list item")
    return line.name.rsplit(", ", 1)[1] if line is not None else None


def clipboard():
    return subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, check=False,
                          text=True).stdout.splitlines()


def rows(app):
    """The people in the table, as a screen reader has them."""
    return [node.name for node in app.nodes()
            if node.role == "table row" and PERSON.match(node.name)]


def find(app, tap):
    app.key("ctrl+f")
    app.wait("600 rows")
    tap.check(count(app, "Đối tượng") == "600" and count(app, "Cư trú") == "623",
              "each register tells how many rows it has")
    app.type("vi van hieu")
    harness.poll(lambda: count(app, "Đối tượng") != "600", "the search to narrow")
    harness.poll(lambda: rows(app), "the people found")
    found = harness.poll(lambda: (lambda found: all("Vi Văn Hiếu" in row for row in found) and found)(rows(app)),
                         "people of that name alone")
    tap.check(len(found) > 0, "people are found without marks", found[:5])
    app.key("Return")
    name = harness.poll(app.focused, "the focus on a row")
    app.key("Return")
    app.wait("Họ và tên")
    tap.check(app.find(name.split(", ")[1]) is not None, "Enter opens the row in front", name)
    app.key("Escape")
    app.wait_gone("Họ và tên *", "text")


def filter_and_sort(app, tap):
    app.key("ctrl+f", "ctrl+a", "BackSpace")
    app.wait("600 rows")
    app.walk_to("Tab", "Columns and Filters")
    app.key("Return")
    app.walk_to("Tab", "Only rows whose “Dân tộc” contains")
    app.type("thai")
    app.wait_gone("600 rows")
    app.walk_to("Tab", "Sort by “Mã đối tượng”")
    app.key("space")
    app.key("space")
    app.key("Escape")
    found = harness.poll(lambda: rows(app), "the rows that are left")
    keys = [row.split(", ")[0] for row in found]
    tap.check(harness.poll(lambda: (lambda k: k == sorted(k, reverse=True) and len(k) > 1)(
        [row.split(", ")[0] for row in rows(app)]), "the rows in falling order"),
        "a second press sorts the other way round", keys[:5])


def copy(app, tap):
    app.key("ctrl+f", "Tab")
    app.walk_to("Tab", "P0")
    app.key("Home", "shift+Down", "ctrl+c")
    lines = harness.poll(lambda: len(clipboard()) == 3 and clipboard(), "three lines in the clipboard")
    tap.check(lines[0].split("\t")[:2] == ["Mã đối tượng", "Họ và tên"] and lines[1].startswith("P0"),
              "the selected rows are copied under their titles", lines[:1])


def add(app, tap):
    app.key("ctrl+shift+n")
    app.wait("Đối tượng: new", "frame")
    app.type("P9001")
    app.key("Tab")
    app.type("Nguyen Van Thu")
    app.key("ctrl+s")
    app.wait_gone("Đối tượng: new", "frame")
    app.key("ctrl+f", "ctrl+a")
    app.type("p9001")
    app.wait("1 row")
    tap.check(harness.poll(lambda: count(app, "Đối tượng") == "1", "the new person"), "a new row is found at once")


def delete_and_undo(app, tap):
    app.key("Return")
    app.wait_focus("P9001")
    app.key("Return")
    app.wait("Họ và tên")
    app.key("alt+Delete")
    app.wait("The row is deleted.")
    harness.poll(lambda: count(app, "Đối tượng") == "0", "the row to go")
    tap.check(True, "a deleted row is gone at once, and nothing was asked")
    app.wait_gone("Họ và tên *", "text")
    app.wait_focus("Undo")  # the table is empty, and the message is what there is to do
    app.key("ctrl+z")
    app.wait("Undone: Đối tượng")
    tap.check(harness.poll(lambda: count(app, "Đối tượng") == "1", "the row to come back"), "undo brings it back")
    app.key("ctrl+z")
    harness.poll(lambda: count(app, "Đối tượng") == "0", "the row to be no more")
    app.key("ctrl+z")
    app.wait("Nothing of today to undo")
    app.key("ctrl+shift+z")
    tap.check(harness.poll(lambda: count(app, "Đối tượng") == "1", "the row to be there again"),
              "what was undone is done again")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        find(app, tap)
        filter_and_sort(app, tap)
        copy(app, tap)
        add(app, tap)
        delete_and_undo(app, tap)
