# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk takes in a foreign list, by keyboard: from the mistakes to its rows, a cell mended, a row set aside, taken in,
undone; then rows pasted from a spreadsheet."""

import os
import subprocess

import harness
import main_job
from table_job import count

LIST = """CÔNG AN HUYỆN;;;;
DANH SÁCH NGƯỜI NGHIỆN MA TÚY;;;;
STT;Họ và tên;Ngày, tháng, năm sinh;Giới tính;Số CCCD
(1);(2);(3);(4);(5)
1;LÊ VĂN THỬ;32874;Nam;38090000123
2;TRẦN THỊ MẪU;31/02/1992;NỮ;038192000456
3;VI VĂN VÍ DỤ;5.3.88;Nam;
"""

ROWS = "Đối tượng\tNgày lấy mẫu\tDịp\tKQ\nP0001\t28/11/2025\tđịnh kỳ\tâm tính\nP0002\t28/11/2025\tdinh ky\tam tinh\n"


def open_file(app, path):
    app.key("ctrl+i")
    app.wait("What to Import")
    app.wait_focus("Choose Files")
    app.key("Return")
    app.wait("Choose CSV Files or a Workbook")
    app.key("ctrl+l")
    app.type(path)
    app.key("Return")


def take_list(app, tap, folder):
    path = os.path.join(folder, "ds.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(LIST)
    open_file(app, path)
    app.wait("Take In a Table")
    app.wait_focus("Look at the Rows")
    tap.check(app.find("Row 3: STT · Họ và tên") is not None, "the row of headings is found")
    app.key("Return")
    app.wait("2 new · 1 mistake · 1 set aside")
    tap.check(app.find("Lê Văn Thử") is not None, "a name in capitals is put right")
    app.walk_to("Tab", "Set Mistakes Aside")
    app.key("Return")
    app.wait("2 new · 2 set aside")
    tap.check(True, "a row with a mistake is set aside")
    app.walk_to("Tab", "Take In")
    app.key("Return")
    app.wait("Đối tượng: 2 added, 0 changed")
    tap.check(True, "the others are taken in")
    app.wait_gone("Take In a Table", "frame")
    app.key("ctrl+z")
    app.wait("Undone: Đối tượng")
    tap.check(True, "what was taken in is undone")
    open_file(app, path)
    app.wait("2 new · 1 mistake · 1 set aside")
    tap.check(True, "headings that were answered for once are known")
    app.key("Escape")
    app.wait_gone("Take In a Table", "frame")


def paste(app, tap):
    app.key("ctrl+f")
    app.wait("600 rows")
    before = count(app, "Xét nghiệm")
    app.walk_to("Tab", "Đối tượng, ")
    app.walk_to("Down", "Xét nghiệm, ")
    subprocess.run(["xclip", "-selection", "clipboard"], input=ROWS, text=True, check=True)
    app.key("ctrl+v")
    app.wait("2 new")
    app.walk_to("Tab", "Take In")
    app.key("Return")
    app.wait("Xét nghiệm: 2 added, 0 changed")
    tap.check(harness.poll(lambda: count(app, "Xét nghiệm") != before, "the new rows"), "pasted rows are taken in")


def run(app, tap):
    with harness.job(app, tap) as folder:
        main_job.open_sample(app, folder)
        take_list(app, tap, folder)
        paste(app, tap)
