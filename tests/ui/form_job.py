# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills in forms as a clerk does: days typed short or picked, a unit found by a few letters, and a slip marked."""

import harness
import main_job
import row_job


def entry(app, label):
    """What stands in an entry of the form, or None; of two forms, the one on top came last."""
    texts = [node for node in app.nodes() if node.name == label and node.role == "text"]
    return texts[-1].get_text() if texts else None


def wait_entry(app, label, text):
    harness.poll(lambda: entry(app, label) == text, "“%s” in “%s”, not “%s”" % (text, label, entry(app, label)))


def close(app):
    """Leaves a form without what was typed."""
    app.key("Escape")
    app.wait("Discard the Changes?")
    app.walk_to("Tab", "Discard")
    app.key("Return")
    app.wait_gone("Discard the Changes?")


def type_days(app, tap):
    row_job.open_household(app)
    app.key("Tab", "Tab", "Tab", "Tab")
    app.type("5/2/25")
    app.key("Tab")
    wait_entry(app, "Ngày ký cam kết", "05/02/2025")
    tap.check(True, "a day typed short is written out")
    app.key("shift+Tab", "F4")
    app.wait("Calendar")
    app.key("Right", "Down", "Return")
    wait_entry(app, "Ngày ký cam kết", "13/02/2025")
    tap.check(True, "the calendar opens on the day that is typed, and its arrows change it")
    app.key("alt+Down")
    app.wait("Calendar")
    app.key("Escape")
    app.wait_gone("Calendar")
    tap.check(app.find("Discard the Changes?") is None, "Escape closes the calendar alone")
    close(app)
    app.wait_focus("Hộ gia đình chưa")
    app.key("alt+Left")


def open_person(app):
    app.wait("criteria met", "table row")
    app.walk_to("Tab", "criteria met")
    app.key("Home")
    app.walk_to("Down", "Bãi Trành")
    app.key("Return")
    app.wait_focus("Criterion 1")
    app.key("Return")
    app.walk_to("Down", " · P")
    app.key("Return")
    app.wait("Họ và tên")


def refer(app, tap):
    app.key(*["Tab"] * 7)  # past the entries, which have no focus that can be read
    app.walk_to("Tab", "Add to “Cư trú”")
    app.key("Return")
    app.wait("Nơi cư trú *")
    app.type("050205")
    app.key("Tab")
    wait_entry(app, "Từ ngày *", "05/02/2005")
    app.type("zzz")
    tap.check(app.wait("names nothing in “Đơn vị hành chính”"), "a reference to nothing is marked as it is typed")
    app.key("ctrl+a")
    app.type("thanh quan")
    app.wait("xã Thanh Quân · ", "list item")
    app.wait_gone("names nothing in")
    tap.check(True, "letters without marks find the unit")
    app.key("Escape")
    app.wait_gone("xã Thanh Quân · ", "list item")
    tap.check(app.find("Discard the Changes?") is None, "Escape closes the list alone")
    app.key("Tab")
    tap.check(app.wait("is only a part of a name"), "what is but a part is marked once the field is left")
    app.key("shift+Tab", "Tab", "shift+Tab", "Down")  # past what is wrong, both ways
    app.wait("xã Thanh Quân · ", "list item")
    app.key("Down", "Up", "Return")
    app.wait_gone("is only a part of a name")
    tap.check(app.wait("xã Thanh Quân", "label"), "what was chosen is told by name", entry(app, "Nơi cư trú *"))
    app.key("Tab")
    app.type("6.2.05")
    app.key("ctrl+s")
    app.wait_gone("Nơi cư trú", "text")
    tap.check(app.wait("05/02/2005"), "the row is kept, and stands among the others")
    app.key("Escape")
    app.wait_gone("Họ và tên")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        type_days(app, tap)
        open_person(app)
        refer(app, tap)
