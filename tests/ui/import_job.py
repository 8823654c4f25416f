# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a new database by keyboard, imports a folder that has a mistake, and then one that has none."""

import os
import shutil
import subprocess

import harness
import main_job

PASSPHRASE = "con duong ba muoi hoa"


def export_sample(app, folder):
    """The registers of the invented district, and the same with a mistake."""
    good, bad = os.path.join(folder, "good"), os.path.join(folder, "bad")
    sample = app.make_sample(os.path.join(folder, "sample.tham-dinh"))
    subprocess.run([app.tool, "export", sample, good], check=True, stderr=subprocess.DEVNULL)
    shutil.copytree(good, bad)
    with open(os.path.join(bad, "reviews.csv"), "a", encoding="utf-8") as file:
        file.write("16174,31/02/2025,\r\n")
    return good, bad


def create(app, tap, path):
    app.wait_focus("New Database")
    app.key("Return")
    app.wait("Choose Where to Keep")
    app.key("ctrl+a")
    app.type(path)
    app.key("Return")
    app.wait_gone("Choose Where")
    app.type(PASSPHRASE[:4])
    app.wait("Too short")
    app.key("ctrl+a")
    app.type(PASSPHRASE)
    app.key("Return")
    app.type(PASSPHRASE)
    app.key("Return")
    app.wait("The Registers Are Empty")
    tap.check(os.path.exists(path + ".tham-dinh"), "a new database is made, and says that it is empty")


def import_folder(app, folder):
    app.key("ctrl+i")
    app.wait_focus("Choose Files")
    app.walk_to("Tab", "Choose a Folder")
    app.key("Return")
    app.wait("Choose a Folder of Registers")
    app.key("ctrl+l")
    app.type(folder + "/")
    app.key("Return")


def run(app, tap):
    with harness.job(app, tap) as folder:
        good, bad = export_sample(app, folder)
        app.start("--date", main_job.DAY)
        create(app, tap, os.path.join(folder, "new"))
        import_folder(app, bad)
        app.wait("1 mistake stands in the way")
        tap.check(app.find("The Registers Are Empty") is not None, "an import with a mistake changes nothing")
        app.key("Escape")
        app.wait_gone("1 mistake stands in the way")
        import_folder(app, good)
        app.wait("16 added, 0 changed, 0 as before")
        app.key("Escape")
        app.wait("8 of 16 communes and towns meet")
        tap.check(True, "an import without one is evaluated at once")
