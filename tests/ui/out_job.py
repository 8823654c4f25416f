# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk takes a table out of the program, by keyboard: filtered, to a workbook and a CSV file and on paper, masked and
in full."""

import os
import subprocess

import harness
import main_job

NAME = "Vi Văn Hiếu"
INITIALS = "V.V.H."


def find(app):
    """The table that is taken out: people of one name."""
    app.key("ctrl+f")
    app.wait("600 rows")
    app.type("vi van hieu")
    app.wait_gone("600 rows")
    app.key("Return")
    app.wait_focus("P0")


def start(app, title, full=False):
    """In the dialog, up to its button."""
    app.wait(title, "frame")
    app.wait_focus("Choose a File" if "Export" in title else "Print…")
    if full:
        app.walk_to("shift+Tab", "Personal data")
        app.key("Down")
        app.wait_focus("In full")
        app.key("Return")
        app.walk_to("Tab", "Choose a File" if "Export" in title else "Print…")
    app.key("Return")


def save(app, path):
    app.wait("Save the Table")
    app.key("ctrl+a")
    app.type(path)
    app.key("Return")
    app.wait("Exported")
    app.key("Return")
    app.wait_gone("Export the Table", "frame")
    return path


def export(app, tap, folder):
    app.key("ctrl+shift+e")
    start(app, "Export the Table")
    masked = save(app, os.path.join(folder, "masked.xlsx"))
    text = harness.workbook_text(masked)
    tap.check(INITIALS in text and "Hiếu" not in text and "Họ và tên (đã che)" in text and "Địa chỉ" not in text,
              "a table is masked unless somebody says otherwise", text)
    app.key("ctrl+shift+e")
    start(app, "Export the Table", full=True)
    text = harness.workbook_text(save(app, os.path.join(folder, "full.xlsx")))
    tap.check(NAME in text and "Địa chỉ" in text and "đã che" not in text, "in full it holds everything", text)


def read_pdf(path):
    """Its text, once it is written to the end."""
    try:
        return harness.pdf_text(path)
    except subprocess.CalledProcessError:
        return None


def print_table(app, tap, folder, full):
    path = os.path.join(folder, "Đối tượng.pdf")
    app.key("ctrl+p")
    start(app, "Print the Table", full)
    app.print_to_file(path)
    text = harness.poll(lambda: read_pdf(path), "a whole PDF")
    os.remove(path)
    if full:
        tap.check(NAME in text and "LƯU HÀNH NỘI BỘ" in text and "có “vi van hieu”" in text,
                  "on paper in full, it says what it was searched for", text)
    else:
        tap.check(INITIALS in text and "Hiếu" not in text and "hieu" not in text and "Lọc theo: mọi cột." in text,
                  "on paper masked, it does not even say what it was searched for", text)
    tap.check("ĐỐI TƯỢNG" in text and "Trang 1/1" in text and "Người in: " in text and "STT" in text,
              "it has its title, its page and who printed it", text)


def run(app, tap):
    with harness.job(app, tap) as folder:
        app.program, app.tool = os.path.abspath(app.program), os.path.abspath(app.tool)
        os.chdir(folder)
        main_job.open_sample(app, folder)
        find(app)
        export(app, tap, folder)
        print_table(app, tap, folder, full=False)
        print_table(app, tap, folder, full=True)
