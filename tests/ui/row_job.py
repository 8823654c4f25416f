# SPDX-License-Identifier: GPL-3.0-or-later
"""Mends by keyboard what stands in a commune's way: a date typed wrong first, then right, then a new row."""

import harness
import main_job

# The invented commune that lacks one household's commitment, and nothing else.
UNIT = "Thanh Quân"


def open_household(app):
    app.wait("criteria met", "table row")
    app.walk_to("Tab", "criteria met")
    app.key("Home")
    app.walk_to("Down", UNIT)
    app.key("Return")
    app.wait_focus("Criterion 9")
    app.key("Return")
    app.wait_focus("Hộ gia đình chưa")
    app.key("Return")
    app.wait("Ngày ký cam kết")


def discard(app, tap):
    open_household(app)
    app.key("Tab")
    app.type("x")
    app.key("Escape")
    app.wait("Discard the Changes?")
    app.walk_to("Tab", "Discard")
    app.key("Return")
    app.wait_gone("Ngày ký cam kết")
    app.wait_focus("Hộ gia đình chưa")
    tap.check(True, "what is discarded is gone, and the focus is where it was")


def commit(app, tap):
    app.key("Return")
    app.wait("Ngày ký cam kết")
    app.key("Tab", "Tab", "Tab", "Tab")  # the entries of a form have no focus that can be read
    app.type("31/11/2025")
    tap.check(app.wait("is not a date"), "a date that is none is marked where it stands")
    app.key("Escape")
    app.wait("Discard the Changes?")
    tap.check(True, "a form that is not saved asks before it closes")
    app.key("Escape")
    app.wait_gone("Discard the Changes?")
    app.key("ctrl+a")
    app.type("20/11/2025")
    app.wait_gone("is not a date")
    app.key("ctrl+s")
    app.wait("Meets all ten criteria")
    tap.check(True, "once it is saved, the verdict behind it is new")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        discard(app, tap)
        commit(app, tap)
        app.key("alt+Left")
        app.wait("%s, 10 of 10 criteria met" % UNIT)
        tap.check(True, "the district knows it too")
