# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk enters many at once, by keyboard: a morning's tests of a commune, one of them positive, and the commitments of
a hamlet; each kept in one change and undone as one."""

import harness
import main_job
from table_job import count

COMMUNE = "bai tranh"
HAMLET = "16177-03"  # where many of the commune's households have not signed


def open_sheet(app, keys, title, unit):
    app.key(keys)
    app.wait(title, "frame")
    app.type(unit)
    app.key("Return")


def wait_count(app, register, former):
    return harness.poll(lambda: count(app, register) not in (None, former) and count(app, register),
                        "the rows of %s to be others than %s" % (register, former))


def enter_tests(app, tap):
    before = count(app, "Xét nghiệm")
    open_sheet(app, "ctrl+t", "A Day’s Tests", COMMUNE)
    app.wait("0 set, 0 of them positive; 47 not set")
    tap.check(True, "the sheet lists whom the criteria want tested in the commune")
    app.key("Tab")
    app.type("31/12/2099")
    tap.check(app.wait("lies in the future"), "a day that has not come is marked where it stands")
    app.key("ctrl+a")
    app.type("29112025")
    app.wait_gone("lies in the future")
    app.key("Tab", "Tab", "Tab")
    app.walk_to("Tab", ", not set")
    app.key("Down", "a")
    app.wait_focus(", âm tính")
    app.key("Down", "d")
    positive = app.wait_focus(", dương tính") and app.focused()
    app.key("Tab")
    app.type("heroin")
    app.key("Return")
    app.wait_focus(", not set")
    tap.check(app.find("2 set, 1 of them positive; 45 not set") is not None, "a key sets the result of a person")
    app.key("minus")
    app.wait_focus(", âm tính")
    app.key("Delete")
    app.wait_focus(", not set")
    tap.check(app.find(positive, "table row") is not None, "a row is told by name, place and result", positive)
    return before, positive


def add_person(app, tap):
    app.walk_to("shift+Tab", "The Rest Negative")
    app.key("Return")
    app.wait("47 set, 1 of them positive; 0 not set")
    tap.check(True, "the rest is negative at once")
    app.key("shift+Tab")
    app.type("p0028")
    app.wait("Vi Văn Hiếu · P0028", "list item")
    app.key("Return")
    app.wait_focus("Vi Văn Hiếu, ")
    tap.check(app.find("47 set, 1 of them positive; 1 not set") is not None, "a person is added by a few letters")
    app.key("a")
    app.wait("48 set, 1 of them positive; 0 not set")


def leave(app, tap):
    app.key("Escape")
    app.wait("Discard the Changes?")
    app.key("Escape")
    app.wait_gone("Discard the Changes?")
    tap.check(app.find("48 set, 1 of them positive; 0 not set") is not None, "nothing is lost on leaving")


def keep_tests(app, tap, before):
    app.key("ctrl+s")
    app.wait("48 test results kept")
    after = wait_count(app, "Xét nghiệm", before)
    tap.check(int(after.replace(".", "")) == int(before.replace(".", "")) + 48, "all are kept", after)


def change_kept(app, tap, positive):
    open_sheet(app, "ctrl+t", "A Day’s Tests", COMMUNE)
    app.key("Tab")
    app.type("29/11/2025")
    app.wait("Already kept: dương tính")
    app.walk_to("shift+Tab", "Close")
    app.walk_to("shift+Tab", ", not set")
    app.key("Home")
    app.walk_to("Down", positive.rsplit(", ", 1)[0])
    app.key("a")
    tap.check(app.wait("dương tính, will be changed"), "a test of that day says that it will be changed")
    app.key("Delete")
    app.wait("Already kept: dương tính")
    app.key("Escape")
    app.wait_gone("A Day’s Tests", "frame")
    tap.check(True, "with nothing set, the sheet closes without a question")


def undo_tests(app, tap, before):
    after = count(app, "Xét nghiệm")
    app.key("ctrl+z")
    app.wait("Undone: Xét nghiệm · 48 rows")
    tap.check(wait_count(app, "Xét nghiệm", after) == before, "one undo takes all of it back")


def commit(app, tap):
    open_sheet(app, "ctrl+k", "Households’ Commitments", HAMLET)
    first = app.wait("0 of ", "label").name
    n_all = int(first.split()[2])
    tap.check(n_all > 20, "the households of the hamlet that have not signed are listed", first)
    app.key("Tab", "Tab", "Tab")
    app.walk_to("Tab", ", not marked")
    app.key("space", "Down", "space")
    app.wait("2 of %d households marked" % n_all)
    app.key("space")
    app.wait("1 of %d households marked" % n_all)
    tap.check(True, "Space marks a household, and takes the mark away")
    app.walk_to("shift+Tab", "Mark All in Sight")
    app.key("shift+Tab")
    app.type("zzz")
    tap.check(app.wait("Nothing Found"), "letters that nothing has say so")
    app.key("ctrl+a")
    app.type("h16177-")
    harness.poll(lambda: app.find(", not marked", "table row"), "the lines to be there again")
    app.key("Tab")
    app.walk_to("Tab", "Mark All in Sight")
    app.key("Return")
    app.wait("%d of %d households marked" % (n_all, n_all))
    app.key("ctrl+s")
    app.wait("%d commitments kept" % n_all)
    app.wait_gone("Households’ Commitments", "frame")
    open_sheet(app, "ctrl+k", "Households’ Commitments", HAMLET)
    tap.check(app.wait("Every Household Has Signed"), "then the hamlet lacks none")
    app.key("Escape")
    app.wait_gone("Households’ Commitments", "frame")
    app.key("ctrl+z")
    tap.check(app.wait("Undone: Hộ gia đình · %d rows" % n_all), "one undo takes all of it back")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        app.key("ctrl+f")
        app.wait("600 rows")
        app.walk_to("Tab", "Đối tượng, ")
        app.key("End", "Up")  # to a short table, or reading the window would take long
        app.wait("7 rows")
        before, positive = enter_tests(app, tap)
        add_person(app, tap)
        leave(app, tap)
        keep_tests(app, tap, before)
        change_kept(app, tap, positive)
        undo_tests(app, tap, before)
        commit(app, tap)
