# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's page by keyboard: the timeline is read and walked through, a residence is ended and a test added where they
stand, a wrong date is marked, and what was done is undone."""

import form_job
import harness
import main_job

RESIDENCE = "Cư trú: thôn Cửa Khe, since 26/08/2018"
ENDED = "Cư trú: thôn Cửa Khe, 26/08/2018 to 01/12/2025"
TEST = "Xét nghiệm: khi nghi vấn · dương tính, 20/11/2025"


def mark(app, name):
    return next((node for node in app.nodes() if node.name == name and node.role == "push button"), None)


def wait_mark(app, name):
    return harness.poll(lambda: mark(app, name), "the mark “%s”" % name)


def wait_no_mark(app, name):
    harness.poll(lambda: mark(app, name) is None, "the mark “%s” to go away" % name)


def walk_timeline(app, tap):
    sentence = app.wait("periods and days from 26/08/2018").name
    tap.check(sentence.startswith("28 periods and days"), "a sentence says what the timeline shows", sentence)
    wait_mark(app, RESIDENCE)
    app.key("shift+Tab", "shift+Tab")
    app.wait_focus(RESIDENCE)
    app.key("Down")
    app.wait_focus("Phân loại: người nghiện ma túy, since 01/08/2019")
    app.key("Down", "Down", "Right")
    app.wait_focus("Xét nghiệm: đột xuất · âm tính, 31/10/2024")
    app.key("Left")
    app.wait_focus("Xét nghiệm: định kỳ · âm tính, 21/10/2024")
    tap.check(True, "the arrow keys go along a lane and from lane to lane")
    app.key("shift+Tab")
    app.wait_focus("Years shown")
    app.key("Tab")
    app.wait_focus("Xét nghiệm: định kỳ · âm tính, 21/10/2024")
    tap.check(True, "Tab passes by the marks, and comes back to where it was")
    app.key("Up", "Up", "Up")
    app.wait_focus(RESIDENCE)


def end_residence(app, tap):
    app.key("Return")
    app.wait("Nơi cư trú *", "text")
    tap.check(form_job.entry(app, "Từ ngày *") == "26/08/2018", "Enter on a mark unfolds its row")
    app.key("Tab")
    app.type("31/11/2025")
    app.key("ctrl+s")
    tap.check(app.wait("Đến ngày is not a date"), "a wrong date is marked where it stands")
    app.key("Escape")
    app.wait("Discard the Changes?")
    app.key("Escape")
    app.wait_gone("Discard the Changes?")
    tap.check(form_job.entry(app, "Đến ngày") == "31/11/2025", "Escape asks, and what was typed is still there")
    app.key("ctrl+a")
    app.type("1/12/25")
    app.key("ctrl+s")
    app.wait_gone("Nơi cư trú *", "text")
    app.wait("Đến ngày: 01/12/2025")
    wait_mark(app, ENDED)
    tap.check(True, "the residence is ended, on the page and on the timeline")
    app.wait_focus("26/08/2018")
    tap.check(True, "the focus is on the row that was saved", app.focused())


def undo(app, tap):
    app.key("ctrl+z")
    app.wait("Undone: Cư trú · 1 row")
    wait_mark(app, RESIDENCE)
    tap.check(app.find("Đến ngày: 01/12/2025") is None, "what was done is undone on the page")
    app.key("ctrl+shift+z")
    wait_mark(app, ENDED)
    app.wait_focus("26/08/2018")
    tap.check(True, "and done again, with the focus where it was", app.focused())


def fold(app, tap):
    app.key("Return")
    app.wait("Nơi cư trú *", "text")
    app.key("Tab", "Escape")
    app.wait_gone("Nơi cư trú *", "text")
    app.wait_focus("26/08/2018")
    tap.check(app.find("Discard the Changes?") is None, "an unchanged row folds back without a question")


def choose(app, step):
    """A word in a list that drops down from a field."""
    app.key("space")
    app.wait("(not known)", "label")
    app.key(*["Down"] * step, "Return")


def add_test(app, tap):
    app.walk_to("Tab", "Add to “Xét nghiệm”")
    app.key("Return")
    app.wait("Ngày lấy mẫu *", "text")
    app.key("ctrl+s")
    tap.check(app.wait("Ngày lấy mẫu is empty"), "a new row that lacks what it must have is not saved")
    app.type("20/11/25")
    app.key("Tab")
    form_job.wait_entry(app, "Ngày lấy mẫu *", "20/11/2025")
    choose(app, 3)
    app.key("Tab")
    choose(app, 2)
    app.key("ctrl+s")
    app.wait_gone("Ngày lấy mẫu *", "text")
    wait_mark(app, TEST)
    app.wait_focus("20/11/2025 · khi nghi vấn")
    tap.check(True, "the test is added where it stands, and shown on the timeline")


def delete_test(app, tap):
    app.key("Return")
    app.wait("Ngày lấy mẫu *", "text")
    app.key("alt+Delete")
    app.wait("The row is deleted")
    wait_no_mark(app, TEST)
    tap.check(True, "a row is deleted from its form in place")
    app.key("ctrl+z")
    wait_mark(app, TEST)
    tap.check(True, "and is there again once that is undone")


def leave_open(app, tap):
    """What is typed in a row of the page keeps the page from closing without a word."""
    app.walk_to("shift+Tab", "Add to “Hồ sơ quản lý”")
    app.key("Return")
    app.wait("Số hồ sơ *", "text")
    app.type("HS-9")
    app.walk_to("shift+Tab", "Add to “Hồ sơ quản lý”")
    app.key("Return")
    harness.poll(lambda: form_job.entry(app, "Số hồ sơ *") == "HS-9", "the new row that is there already")
    tap.check(len([n for n in app.nodes() if n.name == "Số hồ sơ *" and n.role == "text"]) == 1,
              "Add leads to the new row that is open already")
    form_job.close(app)
    app.wait_gone("Số hồ sơ *", "text")
    app.wait_focus("Add to “Hồ sơ quản lý”")
    tap.check(True, "a new row that is discarded leaves the focus on Add")
    app.key("Escape")
    app.wait_gone("Họ và tên *", "text")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        form_job.open_person(app)
        walk_timeline(app, tap)
        end_residence(app, tap)
        undo(app, tap)
        fold(app, tap)
        add_test(app, tap)
        delete_test(app, tap)
        leave_open(app, tap)
