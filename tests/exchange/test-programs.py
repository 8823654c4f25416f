#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks that other programs write are read as the plain files are, and what this program writes they read too.

The rows are those of the invented district. openpyxl writes them with the types that a person's spreadsheet has; then
LibreOffice and Gnumeric each open that and save it in both formats.
"""
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'cli'))
import cli  # pylint: disable=wrong-import-position
import district  # pylint: disable=wrong-import-position

try:
    import openpyxl
    import openpyxl.comments
except ImportError:
    openpyxl = None

# How offices show their days; the bracket is Vietnamese.
DAY_FORMATS = ['dd/mm/yyyy', '[$-42A]dd/mm/yyyy', '[$-42A]dd\\/mm\\/yyyy;@', 'mm-dd-yy', 'd-mmm-yy', 'yyyy-mm-dd',
               '[$-F800]dddd, mmmm dd, yyyy', '"ngày" dd "tháng" mm "năm" yyyy', '[$-42A]d mmmm, yyyy', 'mmm-yy']
TYPES = {
    'day': 'valid_from valid_to registered_on left_on committed_on birth_date from to reviewed_on opened_on closed_on '
           'sampled_on found_on cleared_on happened_on handled_on arrested_on wanted_on started_on ended_on'.split(),
    'amount': ['amount'],
    'truth': ['by_missed_person', 'effective'],
}
# An identity number that somebody typed as a number, under a general format.
NUMBER = '138090000123'
MORE = {'persons': [['P4', 'Đặng Bịa Bốn', '2004-02-29', 'female', NUMBER, '', 'số 4', 'ghép từ hai ô']]}
OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'


def all_rows():
    return {register: rows + MORE.get(register, []) for register, rows in district.ROWS.items()}


def kind_of(field):
    return next((kind for kind, fields in TYPES.items() if field in fields), 'text')


def fill_cell(cell, field, text, count):
    """Puts the text of a plain file into a cell as a person's spreadsheet keeps it."""
    kind = kind_of(field)
    if not text:
        return
    if kind == 'day':
        cell.value = datetime.datetime.fromisoformat(text)
        cell.number_format = DAY_FORMATS[count % len(DAY_FORMATS)]
    elif kind == 'amount':
        cell.value = int(text)
        cell.number_format = '#,##0\\ "₫"'
    elif kind == 'truth':
        cell.value = text == 'yes'
    elif text == NUMBER:
        cell.value = int(text)
    else:
        as_read = text[1:] if text.startswith("'") and text[1:].startswith(district.FORMULA_STARTS) else text
        cell.value = unicodedata.normalize('NFD', as_read)
        cell.data_type = 's'  # also where it starts like a formula
        cell.number_format = '@'


def write_workbook(path, with_formulas):
    """The program that writes this computes nothing, so formulas are for those that open it."""
    book = openpyxl.Workbook()  # with a sheet in which nothing stands
    count = 0
    for register, rows in all_rows().items():
        sheet = book.create_sheet(register)
        sheet.append(district.COLUMNS[register])
        for line, row in enumerate(rows, 2):
            for column, (field, text) in enumerate(zip(district.COLUMNS[register], row), 1):
                count += 1
                fill_cell(sheet.cell(line, column), field, text, count)
        sheet['A2'].comment = openpyxl.comments.Comment('một ghi chú\ncủa ai đó', 'ai đó')
        sheet.cell(2000, 1).number_format = 'dd/mm/yyyy'
        sheet.cell(2, 50).font = openpyxl.styles.Font(bold=True)
    if with_formulas:
        book['supports']['F2'].value = '=20000000+30000000'
        book['persons']['C5'].value = '=DATE(2004,2,29)'
        book['persons']['H5'].value = '="ghép "&"từ hai ô"'
    book.save(path)


def run(box, *call):
    done = subprocess.run([str(word) for word in call], cwd=box.folder, capture_output=True, timeout=240, check=False,
                          env=box.environment(SAL_USE_VCLPLUGIN='svp'))
    if done.returncode != 0:
        raise RuntimeError(f'{call[0]}: {done.stderr.decode("utf-8", "replace")[:1500]}')


def convert(box, form, *paths):
    """Opens the workbooks in LibreOffice and saves them: it takes seconds to start, so all go in one call."""
    run(box, 'soffice', f'-env:UserInstallation=file://{box.path("profile")}', '--headless', '--convert-to', form,
        '--outdir', box.path('office-' + form), *paths)


def prepares(box, tap):
    box.need('create', 'empty')
    shutil.copy(box.path('empty'), box.path('plain'))
    box.need('import', 'plain', district.write(box.path('registers'), **all_rows()))
    box.expected = box.export('plain', 'plain-out')
    box.need('export', 'plain', 'ours', '--format', 'xlsx')
    box.programs = {name for name in ('soffice', 'ssconvert') if shutil.which(name)}
    if openpyxl is not None:
        write_workbook(box.path('typed.xlsx'), False)
        write_workbook(box.path('source.xlsx'), True)
    tap.ok(box.expected, 'plain files are read')


def imports(box, tap, path, what):
    """Every cell of every register has to come out as if it had come from a plain file."""
    database = f'from-{path.parent.name}-{path.name}.tham-dinh'
    shutil.copy(box.path('empty'), box.path(database))
    done = box.run('import', database, path)
    if not tap.answers(done, f'{what}: is read'):
        return
    got = box.export(database, database + '-out')
    wrong = [f'{name}: {line!r} instead of {wanted!r}' for name, content in box.expected.items()
             for line, wanted in zip(district.cells(got[name]), district.cells(content)) if line != wanted]
    tap.ok(got == box.expected, f'{what}: every cell is that of the plain files', '\n'.join(wrong))


def exported(box, register):
    return district.cells(box.expected[register + '.csv'])[1:]


def missing(box, tap, what, *programs):
    """Says so where a program that a part needs is not installed."""
    absent = [name for name in programs if name not in box.programs] + (['openpyxl'] if openpyxl is None else [])
    if absent:
        tap.skip(what, 'not installed: ' + ', '.join(absent))
    return absent


def reads_openpyxl(box, tap):
    if not missing(box, tap, 'xlsx from openpyxl'):
        imports(box, tap, box.path('typed.xlsx'), 'xlsx from openpyxl')


def reads_libreoffice(box, tap):
    if missing(box, tap, 'workbooks from LibreOffice', 'soffice'):
        return
    convert(box, 'ods', box.path('source.xlsx'), box.path('ours/registers.xlsx'))
    convert(box, 'xlsx', box.path('source.xlsx'))
    imports(box, tap, box.path('office-ods') / 'source.ods', 'ods from LibreOffice')
    imports(box, tap, box.path('office-xlsx') / 'source.xlsx', 'xlsx from LibreOffice')


def reads_gnumeric(box, tap):
    if missing(box, tap, 'workbooks from Gnumeric', 'ssconvert'):
        return
    for form in ('ods', 'xlsx'):
        path = box.path(f'gnumeric.{form}')
        run(box, 'ssconvert', '--recalc', box.path('source.xlsx'), path)
        imports(box, tap, path, f'{form} from Gnumeric')


def refuses_old_ones(box, tap):
    if missing(box, tap, 'old workbooks', 'ssconvert'):
        return
    for kind in ('biff7', 'biff8'):
        path = box.path(f'{kind}.xls')
        run(box, 'ssconvert', f'--export-type=Gnumeric_Excel:excel_{kind}', box.path('source.xlsx'), path)
        done = box.run('import', 'plain', path, '--dry-run')
        tap.ok(done.status == 1 and '.xlsx or .ods' in done.out and path.name in done.out,
               f'an old workbook ({kind}) is refused with what to do', done)


def is_as_it_should(cell, kind):
    if cell.value is None:
        return True
    return isinstance(cell.value, {'day': datetime.datetime, 'amount': (int, float), 'truth': str, 'text': str}[kind])


def writes_for_openpyxl(box, tap):
    if missing(box, tap, 'our workbook in openpyxl'):
        return
    book = openpyxl.load_workbook(box.path('ours/registers.xlsx'))
    for register in district.ROWS:
        rows = exported(box, register)
        found = list(book[register].iter_rows(min_row=2))
        wrong = [cell.coordinate for row in found for cell, field in zip(row, district.COLUMNS[register])
                 if not is_as_it_should(cell, kind_of(field)) or cell.data_type == 'f']
        tap.equal((len(found), wrong), (len(rows), []), f'our workbook in openpyxl: {register} has its types')
    notes = {row[0].value: row[-1].value for row in book['persons'].iter_rows(min_row=2)}
    tap.equal(notes['P3'].lstrip("'"), '@SUM(A1)', 'our workbook in openpyxl: what looks like a formula is a text')


def values(cell):
    return cell.get(OFFICE + 'value-type'), ''.join(cell.itertext())


def writes_for_libreoffice(box, tap):
    if missing(box, tap, 'our workbook in LibreOffice', 'soffice'):
        return
    path = box.path('office-ods') / 'registers.ods'
    with zipfile.ZipFile(path) as package:
        root = xml.etree.ElementTree.fromstring(package.read('content.xml'))
    cells = [cell for cell in root.iter(TABLE + 'table-cell') if cell.get(OFFICE + 'value-type')]
    kinds = {cell.get(OFFICE + 'value-type') for cell in cells}
    tap.equal(kinds, {'string', 'date', 'float'}, 'our workbook in LibreOffice: texts, days and amounts')
    tap.equal([values(cell) for cell in cells if cell.get(TABLE + 'formula')], [],
              'our workbook in LibreOffice: no formula')
    days = sum(1 for register in district.ROWS for row in exported(box, register)
               for field, text in zip(district.COLUMNS[register], row) if text and kind_of(field) == 'day')
    tap.equal(sum(1 for cell in cells if values(cell)[0] == 'date'), days,
              'our workbook in LibreOffice: every day is a day')
    imports(box, tap, path, 'our workbook saved by LibreOffice as ods')


if __name__ == '__main__':
    os.environ.pop('DISPLAY', None)
    sys.exit(cli.main(prepares, reads_openpyxl, reads_libreoffice, reads_gnumeric, refuses_old_ones,
                      writes_for_openpyxl, writes_for_libreoffice))
