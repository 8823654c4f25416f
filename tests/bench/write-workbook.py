# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the cells of a workbook into another with openpyxl, and says how many seconds the writing took:
write-workbook.py usual|write_only FROM TO"""

import sys
import time

try:
    import openpyxl
except ImportError:
    sys.exit(77)


def read(path):
    """The sheets by name: rows of values as Python has them."""
    book = openpyxl.load_workbook(path, read_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def write(sheets, path, write_only):
    book = openpyxl.Workbook(write_only=write_only)
    if not write_only:
        book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


def main():
    mode, source, target = sys.argv[1:]
    sheets = read(source)
    start = time.perf_counter()
    write(sheets, target, mode == "write_only")
    print("%.3f" % (time.perf_counter() - start))


main()
