#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that were made to harm: refused with status 1, in seconds and in little memory, the database untouched."""
import resource
import sys
import time
import zipfile

import cli
import district
import workbook

SECONDS = 15  # a key derivation on a busy machine included; what a bomb costs is minutes
SANITIZED_SECONDS = 45
MEMORY = 1 << 30  # of which the key derivation takes a quarter

PERSONS = [['id', 'full_name'], ['P5', 'Năm Bịa']]
BOMB = '<!DOCTYPE a [<!ENTITY a "ha">' + ''.join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + ']>'


def limit_sanitized():
    resource.setrlimit(resource.RLIMIT_CPU, (SANITIZED_SECONDS, SANITIZED_SECONDS))


def limit_both():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def prepares(box, tap):
    # the address sanitizer is slow, reserves terabytes of addresses for itself, and keeps what was freed for a while
    is_sanitized = b'__asan_init' in open(box.program, 'rb').read()
    box.limit = limit_sanitized if is_sanitized else limit_both
    box.seconds = SANITIZED_SECONDS if is_sanitized else SECONDS
    box.memory = MEMORY if is_sanitized else MEMORY // 2
    box.need('create', 'd')
    box.need('import', 'd', district.write(box.path('registers')))
    tap.answers(box.run('import', 'd', workbook.write(box.path('good.xlsx'), {'persons': PERSONS}), '--dry-run',
                        before=box.limit), 'a small workbook made by hand is read under the same limits')


def refuses_file(box, tap, path, what, *words):
    before = box.path('d').read_bytes()
    start = time.monotonic()
    run = box.run('import', 'd', path, before=box.limit)
    seconds = time.monotonic() - start
    tap.ok(run.status == 1 and run.out.startswith(path.name) and run.err.count('\n') == 1 and len(run.out) < 100000
           and all(word in run.out for word in words), f'{what}: refused by its name', run)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10  # of the largest so far
    tap.ok(peak < box.memory, f'{what}: in bounded memory', f'{peak >> 20} MiB')
    tap.ok(seconds < box.seconds, f'{what}: in bounded time', f'{seconds} s')
    tap.ok(box.path('d').read_bytes() == before and not list(box.temporary.iterdir()), f'{what}: nothing is left of it')


def bombs(box, tap):
    path = box.path('zip-bomb.xlsx')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        texts = workbook.parts({'persons': PERSONS})
        for name, text in texts.items():
            if 'sheet1' not in name:
                package.writestr(name, text)
        with package.open('xl/worksheets/sheet1.xml', 'w', force_zip64=True) as sheet:
            head, tail = texts['xl/worksheets/sheet1.xml'].split('</sheetData>')
            sheet.write(head.encode())
            for _ in range(300):
                sheet.write(b'<row><c t="inlineStr"><is><t>' + b'A' * (1 << 20) + b'</t></is></c></row>')
            sheet.write(('</sheetData>' + tail).encode())
    refuses_file(box, tap, path, 'a zip bomb of 300 MiB')
    sheet = workbook.sheet_xml(PERSONS)
    declaration, body = sheet.split('?>', 1)
    bomb = declaration + '?>' + BOMB + body.replace('Năm Bịa', '&j;')
    refuses_file(box, tap, workbook.write(box.path('entities.xlsx'), {'persons': bomb}), 'a bomb of entities')
    plain = declaration + '?><!DOCTYPE worksheet>' + body
    refuses_file(box, tap, workbook.write(box.path('doctype.xlsx'), {'persons': plain}), 'a document type')
    box.path('secret').write_text('nội dung của tệp khác', encoding='utf-8')
    outside = declaration + f'?><!DOCTYPE a [<!ENTITY e SYSTEM "file://{box.path("secret")}">]>' + \
        body.replace('Năm Bịa', '&e;')
    refuses_file(box, tap, workbook.write(box.path('outside.xlsx'), {'persons': outside}), 'an entity of another file')
    deep = sheet.replace('<sheetData>', '<a>' * 5000 + '<sheetData>')
    deep = deep.replace('</sheetData>', '</sheetData>' + '</a>' * 5000)
    refuses_file(box, tap, workbook.write(box.path('deep.xlsx'), {'persons': deep}), 'elements 5,000 deep')


def xlsx_with(box, name, part, template, times, **options):
    """A workbook with one part that is mostly the same thing again and again."""
    others = {other: text for other, text in workbook.parts({'persons': PERSONS}).items() if other != part}
    return workbook.swell(box.path(name), others, part, template, times, **options)


def swollen(box, tap):
    """What is as large as no workbook is, also where its directory says that it is small."""
    sheet = 'xl/worksheets/sheet1.xml'
    head, tail = workbook.sheet_xml(PERSONS).split('</sheetData>')
    cell = (head + '<row><c t="inlineStr"><is><t>', 'A', '</t></is></c></row></sheetData>' + tail)
    strings = ('<sst><si><t>', 'Nguyễn Bịa</t></si><si><t>', '</t></si></sst>')
    related = {'xl/_rels/workbook.xml.rels': workbook.parts({'persons': PERSONS})['xl/_rels/workbook.xml.rels'].replace(
        '</Relationships>', f'<Relationship Id="s" Type="{workbook.OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        '</Relationships>')}
    others = {**workbook.parts({'persons': PERSONS}), **related}
    for size, what in ((None, ''), (1000, ', its size a lie')):
        refuses_file(box, tap, xlsx_with(box, 'cell.xlsx', sheet, cell, 2047, size=size), f'a cell of 2 GiB{what}',
                     'larger')
        path = workbook.swell(box.path('strings.xlsx'), others, 'xl/sharedStrings.xml', strings, 1024, size=size)
        refuses_file(box, tap, path, f'shared texts of 1 GiB{what}', 'larger')
        path = workbook.swell(box.path('cell.ods'), {}, 'content.xml', split_ods('<text:p>', 'A', '</text:p>'), 2047,
                              size=size)
        refuses_file(box, tap, path, f'a cell of 2 GiB in ODS{what}', 'larger')
    row = (head + '<row>', '<c><v>1</v></c>', '</row></sheetData>' + tail)
    refuses_file(box, tap, xlsx_with(box, 'columns.xlsx', sheet, row, 15), 'a million columns', 'save it again')
    book = workbook.parts({'persons': PERSONS})['xl/workbook.xml'].split('</sheets>')
    sheets = (book[0], '<sheet name="x" sheetId="9" r:id="rId1"/>', '</sheets>' + book[1])
    refuses_file(box, tap, xlsx_with(box, 'sheets.xlsx', 'xl/workbook.xml', sheets, 40), 'a million sheets',
                 'more than 256 sheets')


def split_ods(head, middle, tail):
    """The two halves of an ODS workbook around what is repeated in its one cell."""
    before, after = workbook.ods_xml(workbook.ods_rows(PERSONS + [['PLACE']])).split('<text:p>PLACE</text:p>')
    return before + head, middle, tail + after


def documents(box, tap):
    """The like in OpenDocument, and what only it has: rows and cells that say how often they are repeated."""
    good = workbook.ods_xml(workbook.ods_rows(PERSONS))
    tap.answers(box.run('import', 'd', workbook.write_ods(box.path('good.ods'), good), '--dry-run', before=box.limit),
                'a small ODS workbook made by hand is read under the same limits')
    declaration, body = good.split('?>', 1)
    for name, content, what in (
            ('entities.ods', declaration + '?>' + BOMB + body.replace('Năm Bịa', '&j;'), 'a bomb of entities in ODS'),
            ('deep.ods', good.replace('<office:spreadsheet>', '<office:spreadsheet>' + '<a>' * 5000).replace(
                '</office:spreadsheet>', '</a>' * 5000 + '</office:spreadsheet>'), 'elements 5,000 deep in ODS')):
        refuses_file(box, tap, workbook.write_ods(box.path(name), content), what, 'save it again')
    full = '<table:table-cell table:number-columns-repeated="{}"><text:p>một ô</text:p></table:table-cell>'
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    for name, rows, words, what in (
            ('rows.ods', row.format(1048570, full.format(60)), 'larger', 'a million filled rows told in one'),
            ('cells.ods', row.format(1, full.format(1000000)), 'save it again', 'a million filled cells told in one')):
        content = good.replace('</table:table>', rows + '</table:table>')
        refuses_file(box, tap, workbook.write_ods(box.path(name), content), what, words)
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    content = good.replace('</table:table>', row.format(1048570, empty) + '</table:table>')
    tap.answers(box.run('import', 'd', workbook.write_ods(box.path('empty.ods'), content), '--dry-run',
                        before=box.limit), 'a million empty rows told in one are read at once')
    tables = (workbook.ods_xml('PLACE').split('PLACE')[0], '<table:table table:name="x"/>',
              workbook.ods_xml('PLACE').split('PLACE')[1])
    refuses_file(box, tap, workbook.swell(box.path('sheets.ods'), {}, 'content.xml', tables, 28),
                 'a million sheets in ODS', 'more than 256 sheets')


def damaged(box, tap):
    good = box.path('good.xlsx').read_bytes()
    for name, content, what in (('cut.xlsx', good[:len(good) // 2], 'a workbook cut off in its middle'),
                                ('junk.xlsx', b'PK\x03\x04' + bytes(range(256)) * 8,
                                 'bytes that only begin like a package'),
                                ('empty.xlsx', b'', 'an empty workbook')):
        box.path(name).write_bytes(content)
        refuses_file(box, tap, box.path(name), what)
    many = {f'xl/media/image{n}.png': 'x' for n in range(2000)}
    refuses_file(box, tap, workbook.write(box.path('many.xlsx'), {'persons': PERSONS}, **many), '2,000 parts')


def long_texts(box, tap):
    for name, content, what in (
            ('persons.csv', b'id,full_name\nP5,"' + b'A' * (64 << 20), 'a cell of 64 MiB that never ends'),
            ('cases.csv', b',' * (16 << 20), 'a header of sixteen million columns'),
            ('tests.csv', bytes(8 << 20), '8 MiB of NUL')):
        box.path(name).write_bytes(content)
        refuses_file(box, tap, box.path(name), what)
        box.path(name).unlink()


def many_mistakes(box, tap):
    """Every bad row is told, however many: a person mends them in one go."""
    count = 9000
    path = district.write(box.path('wrong'), persons='id,full_name,sex\n' + 'P5,Năm,x\n' * count) / 'persons.csv'
    run = box.run('import', 'd', path, before=box.limit)
    tap.ok(run.status == 1 and len(run.lines()) == count, f'{count} bad rows are {count} lines', run.out[-500:])


if __name__ == '__main__':
    sys.exit(cli.main(prepares, bombs, swollen, documents, damaged, long_texts, many_mistakes))
